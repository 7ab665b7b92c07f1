"""*Done*, *more time*, *not clear*, turns, and the question box."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.kinds import Discuss, KindStep
from thinkcoop.core.kinds.base import clean_text
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import floor_for, step_of
from thinkcoop.core.session.plan import can_give_more
from thinkcoop.core.session.state import NOBODY, Floor, State
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.words import MINUTE, ROOM, Millis, Refusal, SeatNo, StepId, TableNo, Why

MORE_MS = Millis(MINUTE)
"""What one tap on *more time* asks for."""
MOST_QUESTIONS = 500


@dataclass(frozen=True, slots=True)
class Actor:
    """Who did it and where: a seat at its table, or a table's device (seat 0)."""

    seat: SeatNo
    table: TableNo
    floor: Floor
    step: KindStep


def _actor(state: State, seat: SeatNo, table: TableNo, key: StepId) -> Actor | Refusal:
    """Who is acting, if the step is really open there. A paused room still listens."""
    if state.phase != "running":
        return Refusal(Why.NOT_STARTED if state.phase == "gathering" else Why.NOT_NOW)
    if seat:
        person = state.seats.get(seat)
        if person is None:
            return Refusal(Why.SEAT_UNKNOWN)
        if person.status == "left":
            return Refusal(Why.SEAT_LEFT)
        table = person.table
    elif table not in state.tables or not state.tables[table].device:
        return Refusal(Why.TABLE_UNKNOWN)
    floor = floor_for(state, table)
    step = step_of(state, floor)
    if step is None or step.key != key:
        return Refusal(Why.STEP_CLOSED if state.program.step(key) else Why.OTHER_STEP)
    return Actor(seat, table, floor, step)


def say_done(state: State, command: c.SayDone, now: Millis) -> Decision | Refusal:
    """One tap; a second one changes nothing."""
    who = _actor(state, command.seat, command.table, command.step)
    if isinstance(who, Refusal):
        return who
    if who.seat in who.floor.done or command.half == (1 if who.floor.switched else 2):
        return Decision()
    done = e.DoneSaid(
        at=now,
        table=who.floor.number,
        seat=who.seat,
        step=who.floor.step,
        answer=command.answer,
    )
    return Decision((done,))


def say_not_clear(state: State, command: c.SayNotClear, now: Millis) -> Decision | Refusal:
    """One tap; at a third of the table it is said again in other words."""
    who = _actor(state, command.seat, command.table, command.step)
    if isinstance(who, Refusal):
        return who
    if who.seat in who.floor.unclear:
        return Decision()
    unclear = e.NotClearSaid(at=now, table=who.floor.number, seat=who.seat, step=who.floor.step)
    return Decision((unclear,))


def ask_more_time(state: State, command: c.AskMoreTime, now: Millis) -> Decision | Refusal:
    """One more minute for this table, as far as the step's `most` and the time bank allow."""
    who = _actor(state, command.seat, command.table, command.step)
    if isinstance(who, Refusal):
        return who
    if command.closes_at not in (0, who.floor.closes_at):
        return Decision()
    return _more(state, who.floor, who.step, now, MORE_MS)


def _more(
    state: State, floor: Floor, step: KindStep, now: Millis, more: Millis
) -> Decision | Refusal:
    until = Millis(floor.closes_at + more)
    people = max(1, len(state.tables[floor.number].seats)) if floor.number != ROOM else 1
    most = step.most_ms(seats=people, tables=max(1, len(state.tables)))
    if step.ends == "time" or floor.hurried or until - floor.opened_at > most:
        return Refusal(Why.NO_MORE_TIME)
    if not can_give_more(state, state.stage, floor.step, floor.closes_at, more):
        return Refusal(Why.NO_MORE_TIME)
    given = e.MoreTimeGiven(at=now, table=floor.number, step=floor.step, closes_at=until)
    return Decision((given,))


def end_turn(state: State, command: c.EndTurn, now: Millis) -> Decision | Refusal:
    """The speaker is finished or passes; the timekeeper and the device may say so too."""
    who = _actor(state, command.seat, command.table, command.step)
    if isinstance(who, Refusal):
        return who
    if who.step.ends != "turns":
        return Refusal(Why.NOT_NOW)
    if command.speaker in who.floor.spoke:
        return Decision()
    if who.floor.speaker != command.speaker or command.speaker == NOBODY:
        return Refusal(Why.NOT_YOUR_TURN)
    if who.seat != command.speaker and not _keeps_time(state, who):
        return Refusal(Why.NOT_YOUR_ROLE)
    ended = e.TurnEnded(at=now, table=who.floor.number, seat=command.speaker, passed=command.passed)
    return Decision((ended,))


def _keeps_time(state: State, who: Actor) -> bool:
    """The timekeeper of the speaker's table, or that table's device."""
    table = state.tables[state.seats[who.floor.speaker].table]
    return table.number == who.table and who.seat in (NOBODY, table.holder("timekeeper"))


def mark_spoke(state: State, command: c.MarkSpoke, now: Millis) -> Decision | Refusal:
    """The encourager, or the device, notes who has spoken in a talk."""
    who = _actor(state, command.seat, command.table, command.step)
    if isinstance(who, Refusal):
        return who
    if not isinstance(who.step, Discuss):
        return Refusal(Why.NOT_NOW)
    table = state.tables[who.table]
    if who.seat not in (NOBODY, table.holder("encourager")):
        return Refusal(Why.NOT_YOUR_ROLE)
    if command.who not in table.seats:
        return Refusal(Why.SEAT_UNKNOWN)
    if command.who in who.floor.spoke:
        return Decision()
    return Decision((e.SpokeMarked(at=now, table=who.floor.number, seat=command.who),))


def put_question(state: State, command: c.PutQuestion, now: Millis) -> Decision | Refusal:
    """Into the box, without the asker. The same question sent twice is there once."""
    if any(question.answer == command.answer for question in state.questions):
        return Decision()
    if len(state.questions) >= MOST_QUESTIONS:
        return Refusal(Why.NOT_NOW)
    table = command.table
    if command.seat:
        seat = state.seats.get(command.seat)
        if seat is None:
            return Refusal(Why.SEAT_UNKNOWN)
        table = seat.table
    text = clean_text(command.text)
    if isinstance(text, Refusal):
        return text
    if not text and not command.about:
        return Refusal(Why.NOT_AN_ANSWER)
    if len(command.about) > 40 or not f"x{command.about}".replace("-", "").isalnum():
        return Refusal(Why.NO_SUCH_OPTION)
    put = e.QuestionPut(at=now, answer=command.answer, table=table, about=command.about, text=text)
    return Decision((put,))
