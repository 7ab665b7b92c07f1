"""Closing a step, and what happens inside it while it is open: turns, halves, saying it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from thinkcoop.core.kinds import Move, Pair, Path
from thinkcoop.core.kinds.base import KindStep
from thinkcoop.core.session import events as e
from thinkcoop.core.session import flow_open, wall_path
from thinkcoop.core.session.asking import (
    awaited_at,
    can_answer,
    can_tap,
    has_answered,
    has_screen,
    here_at,
    is_awaited,
    is_here,
    step_of,
    tables_of,
)
from thinkcoop.core.session.playing import moves_taken
from thinkcoop.core.session.state import NOBODY, Floor, State, Table
from thinkcoop.core.words import ROOM, SECOND, Millis, SeatNo, TableNo

AGAIN_MS = Millis(30 * SECOND)
"""Time for saying it in other words."""


def room(state: State, now: Millis) -> list[e.Event]:
    """What is due in a step that the whole room does together."""
    step = step_of(state, state.room)
    return [] if step is None else _inside(state, state.room, step, now)


def tables(state: State, now: Millis, since: Sequence[e.Event] | None) -> list[e.Event]:
    """What is due at the tables; only at those that something happened to, or whose time is up."""
    if state.room.open:
        return []
    touched = _touched(state, since) if since is not None else None
    happened: list[e.Event] = []
    for table in state.tables.values():
        floor = table.floor
        if not floor.open:
            continue
        timed = now >= floor.closes_at or (floor.turn_until and now >= floor.turn_until)
        if touched is None or table.number in touched or timed:
            step = step_of(state, floor)
            assert step is not None
            happened += _inside(state, floor, step, now)
    return happened


def _touched(state: State, since: Sequence[e.Event]) -> set[TableNo] | None:
    """The tables these events are about; None for all."""
    found: set[TableNo] = set()
    for event in since:
        number = getattr(event, "table", None)
        seat = getattr(event, "seat", None)
        if seat is not None and seat in state.seats:
            found.add(state.seats[seat].table)
        elif number is not None and number != ROOM:
            found.add(number)
        else:
            return None
    return found


def _inside(state: State, floor: Floor, step: KindStep, now: Millis) -> list[e.Event]:
    why = _settled(state, floor, step, now)
    if why is not None:
        closed = e.StepClosed(at=now, table=floor.number, step=floor.step, why=why)
        if isinstance(step, Move):
            return [*moves_taken(state, floor, step, now), closed]
        if floor.speaker != NOBODY:
            return [_turn_ended(state, floor, now), closed]
        return [closed]
    if step.ends == "turns":
        return _turns(state, floor, step, now)
    if (
        isinstance(step, Pair)
        and not floor.switched
        and (now >= floor.turn_until or (floor.done and _pairs_done(state, floor)))
    ):
        return [e.PairSwitched(at=now, table=floor.number)]
    walk = wall_path.due(state, floor, step, now) if isinstance(step, Path) else []
    return walk or _again(state, floor, step, now)


def _settled(state: State, floor: Floor, step: KindStep, now: Millis) -> e.CloseReason | None:
    """Why the step is over, or None while it goes on."""
    if now >= floor.closes_at:
        return "time"
    match step.ends:
        case "answers" | "votes":
            return step.ends if _all_answered(state, floor, step) else None
        case "ready":
            return "ready" if _all_ready(state, floor) else None
        case "done":
            return "done" if _table_done(state, floor, step) else None
        case "turns":
            return "turns" if _all_called(state, floor, step) else None
        case "time":
            return None
        case _:
            assert_never(step.ends)


def _all_answered(state: State, floor: Floor, step: KindStep) -> bool:
    """Whether everyone whom the room waits for has answered.

    At least a third of those here must have: when nearly all phones slept, the first to wake
    answers for nobody else, and the step keeps its time.
    """
    if wall_path.is_on_its_way(state, step):
        return False
    through = wall_path.is_through(state, step)
    answered = asleep = 0
    for table in tables_of(state, floor):
        for number in table.seats:
            seat = state.seats[number]
            if not is_awaited(state, seat):
                asleep += is_here(state, seat)
                continue
            if not has_answered(state, step, seat):
                return False
            answered += can_answer(state, step, seat) or (through and not has_screen(state, seat))
    return answered > 0 and 2 * answered >= asleep


def _all_called(state: State, floor: Floor, step: KindStep) -> bool:
    """Whether nobody is left to be called. With nobody in touch the wall leads by the clock."""
    if floor.speaker != NOBODY or flow_open.next_speaker(state, floor.number, step) != NOBODY:
        return False
    return any(awaited_at(state, table) for table in tables_of(state, floor))


def _all_ready(state: State, floor: Floor) -> bool:
    for table in tables_of(state, floor):
        if table.device_here and NOBODY in floor.done:
            continue
        if not all(number in floor.done for number in can_tap(state, table)):
            return False
    return bool(floor.done)


def _table_done(state: State, floor: Floor, step: KindStep) -> bool:
    """The lead's word, the device's, or that of more than half of those whom the table awaits."""
    if not floor.done:
        return False
    if isinstance(step, Pair):
        return floor.switched and _pairs_done(state, floor)
    tables_here = list(tables_of(state, floor))
    if floor.number != ROOM:
        table = tables_here[0]
        if NOBODY in floor.done or table.holder(step.lead) in floor.done:
            return True
    elif _leads_done(state, floor, step):
        return True
    people = sum(len(can_tap(state, table)) for table in tables_here)
    return 2 * len(floor.done) > people


def _leads_done(state: State, floor: Floor, step: KindStep) -> bool:
    """In a step of the whole room: the lead of every table (or its device) has said *done*."""
    leads = [
        (table.holder(step.lead), table.device_here)
        for table in tables_of(state, floor)
        if can_tap(state, table)
    ]
    return bool(leads) and all(
        (holder != NOBODY and holder in floor.done) or (device and NOBODY in floor.done)
        for holder, device in leads
    )


def _pairs_done(state: State, floor: Floor) -> bool:
    """Every pair with somebody in it has said *done*."""
    if NOBODY in floor.done:
        return True
    return all(
        any(number in floor.done for number in pair)
        for pair in floor.pairs
        if any(_can_say(state, number) for number in pair)
    )


def _can_say(state: State, number: SeatNo) -> bool:
    seat = state.seats[number]
    return is_awaited(state, seat) and has_screen(state, seat)


def _turns(state: State, floor: Floor, step: KindStep, now: Millis) -> list[e.Event]:
    if floor.speaker != NOBODY:
        gone = not is_here(state, state.seats[floor.speaker])
        return [_turn_ended(state, floor, now)] if gone or now >= floor.turn_until else []
    seat = flow_open.next_speaker(state, floor.number, step)
    return [start_turn(state, floor, step, seat, now)] if seat != NOBODY else []


def start_turn(
    state: State, floor: Floor, step: KindStep, seat: SeatNo, now: Millis
) -> e.TurnStarted:
    """The turn of `seat`, with a fair share of the time that is left."""
    left = Millis(max(0, floor.closes_at - now))
    waiting = flow_open.call_order(state, step, floor.number)
    still = len([number for number in waiting if number not in floor.spoke]) or 1
    share = flow_open.turn_ms(step, left, still)
    return e.TurnStarted(at=now, table=floor.number, seat=seat, until=Millis(now + share))


def _turn_ended(state: State, floor: Floor, now: Millis) -> e.TurnEnded:
    gone = not is_here(state, state.seats[floor.speaker])
    return e.TurnEnded(at=now, table=floor.number, seat=floor.speaker, passed=gone)


def _again(state: State, floor: Floor, step: KindStep, now: Millis) -> list[e.Event]:
    """At a third of the people it is said again in other words, once, with a little more time."""
    if floor.said_again or not floor.unclear or not step.has_other_words:
        return []
    people = sum(_people(state, table) for table in tables_of(state, floor))
    if NOBODY not in floor.unclear and 3 * len(floor.unclear) < people:
        return []
    until = Millis(max(floor.closes_at, min(floor.closes_at + AGAIN_MS, state.ends_at)))
    return [e.SaidAgain(at=now, table=floor.number, step=floor.step, closes_at=until)]


def _people(state: State, table: Table) -> int:
    return len(here_at(state, table))
