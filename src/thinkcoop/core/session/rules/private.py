"""The private path: items given, a step back, and counting what stands on the sheets.

The log learns that a seat gave an item; what it gave goes to its sheet (`Mark`) and nowhere else.
"""

from __future__ import annotations

from collections.abc import Mapping

from thinkcoop.core.kinds import Path
from thinkcoop.core.kinds.path import FEWEST_COUNTED
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import walked
from thinkcoop.core.session.state import Seat, State
from thinkcoop.core.session.verdict import Decision, Mark
from thinkcoop.core.words import Millis, Refusal, SeatNo, StepId, Why

Sheet = Mapping[tuple[StepId, int], tuple[int, ...]]
"""What one seat answered in private, by step and item."""


def give_item(
    state: State, command: c.GiveAnswer, seat: Seat, step: Path, now: Millis
) -> Decision | Refusal:
    """Put the answer on the seat's sheet and go one item further.

    Refuses guests, an item that is not the next one, and what is no answer to it.
    """
    if seat.guest:
        return Refusal(Why.GUESTS_DO_NOT_VOTE)
    if command.item != walked(state, step, seat.number).done:
        return Refusal(Why.OTHER_STEP)
    value = step.check_item(command.item, command.value)
    if isinstance(value, Refusal):
        return value
    given = e.PrivateGiven(
        at=now, seat=seat.number, step=step.key, item=command.item, answer=command.answer
    )
    mark = Mark(seat=seat.number, step=step.key, item=command.item, value=value)
    return Decision((given,), marks=(mark,))


def turn_back(state: State, command: c.TurnBack, now: Millis) -> Decision | Refusal:
    """*Back*: from `item` on once more. A resend changes nothing."""
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    step = open_path(state, seat, command.step)
    if isinstance(step, Refusal):
        return step
    done = walked(state, step, seat.number).done
    if not 0 <= command.item < len(step.items):
        return Refusal(Why.NOT_AN_ANSWER)
    if command.item >= done:
        return Decision()
    back = e.PathTurnedBack(at=now, seat=seat.number, step=step.key, item=command.item)
    return Decision((back,))


def open_path(state: State, seat: Seat, key: StepId) -> Path | Refusal:
    """The path of that id if it is open now, else the reason why not."""
    from_program = state.program.step(key)
    if not isinstance(from_program, Path):
        return Refusal(Why.OTHER_STEP)
    stage = state.program.stages[state.stage] if state.stage >= 0 else None
    here = stage is not None and state.room.open and stage.steps[state.room.step].key == key
    running = state.phase == "running" and seat.status != "left"
    return from_program if here and running else Refusal(Why.STEP_CLOSED)


def count_private(state: State, command: c.CountPrivate, now: Millis) -> Decision | Refusal:
    """Write down what the sheets of a closed path add up to; below five people only how many."""
    if state.counting != command.step:
        return Decision()
    step = state.program.step(command.step)
    assert isinstance(step, Path)  # nothing else is counted from sheets
    counts: tuple[tuple[int, ...], ...] = ()
    if command.total >= FEWEST_COUNTED:
        counts = tuple(
            item.add_up(values) for item, values in zip(step.items, command.values, strict=True)
        )
    counted = e.PrivateCounted(at=now, step=command.step, total=command.total, counts=counts)
    return Decision((counted,))


def values_of(step: Path, sheets: Mapping[SeatNo, Sheet]) -> c.CountPrivate:
    """The command that counts these sheets: for each item its answers, sorted, without seats."""
    walked = [sheet for sheet in sheets.values() if any(key == step.key for key, _ in sheet)]
    return c.CountPrivate(
        step=step.key,
        total=len(walked),
        values=tuple(
            tuple(sorted(sheet[step.key, item] for sheet in walked if (step.key, item) in sheet))
            for item in range(len(step.items))
        ),
    )
