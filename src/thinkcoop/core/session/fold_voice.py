"""What reading aloud changes: the clock of an open step. See `fold.py`."""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import floor_for
from thinkcoop.core.session.fold_steps import on_floor, with_floor
from thinkcoop.core.session.state import NEVER, State
from thinkcoop.core.words import ROOM, Millis


def narration_started(state: State, event: e.NarrationStarted) -> State:
    """The step and the present turn last as much longer as the clock waits.

    What the wall is at on a private path waits for the wall alone, not for a table's device.
    """
    if on_floor(state, event.table) is None:
        return state
    floor = floor_for(state, event.table)
    if floor.step != event.step or event.answer in floor.narrations:
        return state
    waits = max(0, event.closes_at - floor.closes_at)
    turn, item = floor.turn_until, floor.item_until
    return with_floor(
        state,
        replace(
            floor,
            closes_at=Millis(floor.closes_at + waits),
            turn_until=Millis(turn + waits) if turn else NEVER,
            item_until=Millis(item + waits) if item and event.table == ROOM else item,
            narrated_until=event.until,
            held=Millis(floor.held + waits),
            narrations=floor.narrations | {event.answer},
        ),
    )
