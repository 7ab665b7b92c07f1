"""The private path: items given, a step back, and counting what stands on the sheets.

The log learns that a seat gave an item; what it gave goes to its sheet (`Mark`) and nowhere else.
Whoever skips an item gives it, too, as far as the log can tell: only the sheet has nothing there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from thinkcoop.core.kinds import Path
from thinkcoop.core.kinds.path import FEWEST_COUNTED
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import Asked, sharing, told_together, walked
from thinkcoop.core.session.state import Seat, State
from thinkcoop.core.session.verdict import Decision, Mark
from thinkcoop.core.words import AnswerId, Millis, Refusal, SeatNo, StepId, Why

Sheet = Mapping[tuple[StepId, int], tuple[int, ...]]
"""What one seat answered in private, by step and item."""


def give_item(
    state: State, command: c.GiveAnswer, seat: Seat, step: Path, now: Millis
) -> Decision | Refusal:
    """Put the answer on the seat's sheet and go one item further.

    What a table's device tells to all who share it is behind all of them at once. Refuses guests,
    an item that is not the next one, and what is no answer to it.
    """
    refused = _not_next(state, command, seat, step)
    if refused is not None:
        return refused
    value = step.check_item(command.item, command.value)
    if isinstance(value, Refusal):
        return value
    given = [
        _given(replace(command, seat=who, item=item), step, value, now)
        for who, item in _reached(state, command, seat, step)
    ]
    return Decision(
        tuple(event for each in given for event in each.events),
        marks=tuple(mark for each in given for mark in each.marks),
    )


def _reached(
    state: State, command: c.GiveAnswer, seat: Seat, step: Path
) -> Iterator[tuple[SeatNo, int]]:
    """Who has which item behind them now: the seat, or all to whom its table's device tells it.

    Whoever came late to such a telling leaves behind what was told before.
    """
    table = state.tables.get(seat.table)
    hears: tuple[Seat, ...] = ()
    if table is not None and told_together(state, step, table) == command.item:
        hears = sharing(state, step, table)
    if seat not in hears:
        yield seat.number, command.item
        return
    for each in hears:
        for item in range(walked(state, step, each.number).done, command.item + 1):
            yield each.number, item


def leave_out(
    state: State, command: c.SkipItem, seat: Seat, step: Path, now: Millis
) -> Decision | Refusal:
    """Take an earlier answer to this item off the seat's sheet, if there is one; one item further.

    The event is the same as of an answer. Refuses guests and an item that is not the next one.
    """
    refused = _not_next(state, command, seat, step)
    return refused if refused is not None else _given(command, step, None, now)


def _not_next(
    state: State, command: c.GiveAnswer | c.SkipItem, seat: Seat, step: Path
) -> Refusal | None:
    if seat.guest:
        return Refusal(Why.GUESTS_DO_NOT_VOTE)
    at = walked(state, step, seat.number).done
    here = command.item == at < len(step.items)
    return None if here else Refusal(Why.OTHER_STEP)


def _given(
    command: c.GiveAnswer | c.SkipItem, step: Path, value: tuple[int, ...] | None, now: Millis
) -> Decision:
    asked = Asked(step.key, command.item)
    return put_on_sheet(asked, command.seat, command.answer, value, now)


def put_on_sheet(
    asked: Asked, seat: SeatNo, answer: AnswerId, value: tuple[int, ...] | None, now: Millis
) -> Decision:
    """One item behind this seat: its answer on the sheet, or nothing there for a skipped one."""
    given = e.PrivateGiven(at=now, seat=seat, step=asked.step, item=asked.item, answer=answer)
    mark = Mark(seat=seat, step=asked.step, item=asked.item, value=value)
    return Decision((given,), marks=(mark,))


def cleared(state: State, seat: Seat, step: Path) -> tuple[Mark, ...]:
    """The marks that empty the sheet of whoever went back to the start and wants none of it now.

    None for a first start, and none further on: whoever stops there keeps what was given.
    """
    here = walked(state, step, seat.number)
    if here.done or not here.ids:
        return ()
    return tuple(
        Mark(seat=seat.number, step=step.key, item=item, value=None)
        for item in range(len(step.items))
    )


def turn_back(state: State, command: c.TurnBack, now: Millis) -> Decision | Refusal:
    """*Back*: from `item` on once more, also for whoever had left the rest out.

    A resend changes nothing.
    """
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    step = open_path(state, seat, command.step)
    if isinstance(step, Refusal):
        return step
    done = walked(state, step, seat.number).done
    if not 0 <= command.item < len(step.items):
        return Refusal(Why.NOT_AN_ANSWER)
    left_out = seat.number in state.passed.get(step.key, frozenset())
    if command.item > done or (command.item == done and not left_out):
        return Decision()
    back = e.PathTurnedBack(
        at=now, seat=seat.number, step=step.key, item=command.item, answer=command.answer
    )
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
