"""What reading aloud changes: the clock of an open step. See `fold.py`."""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold_steps import on_floor, with_floor
from thinkcoop.core.session.state import NEVER, State
from thinkcoop.core.words import Millis


def narration_started(state: State, event: e.NarrationStarted) -> State:
    """The step and the present turn last as much longer as the clock waits."""
    floor = on_floor(state, event.table)
    if floor is None or floor.step != event.step or event.answer in floor.narrations:
        return state
    waits = max(0, event.closes_at - floor.closes_at)
    turn = floor.turn_until
    return with_floor(
        state,
        replace(
            floor,
            closes_at=Millis(floor.closes_at + waits),
            turn_until=Millis(turn + waits) if turn else NEVER,
            item_until=Millis(floor.item_until + waits) if floor.item_until else NEVER,
            narrated_until=event.until,
            held=Millis(floor.held + waits),
            narrations=floor.narrations | {event.answer},
        ),
    )
