"""Answers, votes and the table's device that goes from hand to hand."""

from __future__ import annotations

from thinkcoop.core.kinds import Ask, Ballot, KindStep, Path, Promise
from thinkcoop.core.kinds.base import clean_text
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import floor_for, has_answered, has_screen, is_asked, step_of
from thinkcoop.core.session.rules.private import cleared, give_item, leave_out
from thinkcoop.core.session.state import NOBODY, Seat, State
from thinkcoop.core.session.verdict import Decision, Paper
from thinkcoop.core.words import ROOM, Millis, Refusal, SeatNo, StepId, Why


def open_step_for(state: State, seat: Seat, key: StepId) -> KindStep | Refusal:
    """The step `key` if it is open for this seat, else the reason why not."""
    if state.phase != "running":
        return Refusal(Why.NOT_STARTED if state.phase == "gathering" else Why.NOT_NOW)
    floor = floor_for(state, seat.table)
    step = step_of(state, floor)
    if step is None or step.key != key:
        known = state.program.step(key)
        return Refusal(Why.OTHER_STEP if known is None else Why.STEP_CLOSED)
    return step


def give_answer(state: State, command: c.GiveAnswer, now: Millis) -> Decision | Refusal:
    """Record an answer of one's own, a table's answer, or a vote.

    Returns no event when this very answer is already recorded: phones on a bad link send twice.
    Refuses a seat nobody took, a step that is not open for this seat, and what is no answer to it.
    """
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    if is_taken(state, command):
        return Decision()
    step = _in_time(state, command, seat, now)
    return step if isinstance(step, Refusal) else _take(state, command, seat, step, now)


def skip_item(state: State, command: c.SkipItem, now: Millis) -> Decision | Refusal:
    """*I would rather not* on a private path: this question is left out, and the next one follows.

    Says yes and no exactly as to an answer, so that nothing tells the two apart.
    """
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    if is_taken(state, command):
        return Decision()
    step = _in_time(state, command, seat, now)
    if isinstance(step, Refusal):
        return step
    if not isinstance(step, Path):
        return Refusal(Why.NOT_AN_ANSWER)
    return leave_out(state, command, seat, step, now)


def _in_time(
    state: State, command: c.GiveAnswer | c.SkipItem, seat: Seat, now: Millis
) -> KindStep | Refusal:
    """The step that is answered, if it is open for this seat and its time is not up."""
    if seat.status == "left":
        return Refusal(Why.SEAT_LEFT)
    step = open_step_for(state, seat, command.step)
    if isinstance(step, Refusal):
        return step
    if now >= floor_for(state, seat.table).closes_at and state.paused_at is None:
        return Refusal(Why.STEP_CLOSED)
    return step


def _take(
    state: State, command: c.GiveAnswer, seat: Seat, step: KindStep, now: Millis
) -> Decision | Refusal:
    """Take it as what it is here: an item of a private path, a vote, or an answer."""
    if isinstance(step, Path):
        return give_item(state, command, seat, step, now)
    value = step.check(command.value, command.text, command.voice)
    if isinstance(value, Refusal):
        return value
    if isinstance(step, Ballot):
        return _vote(state, command, seat, step, value, now)
    return _answer(state, command, seat, step, value, now)


def is_taken(state: State, command: c.GiveAnswer | c.SkipItem) -> bool:
    """Whether this very answer was recorded, also if another replaced it since."""
    if state.votes.get(command.step, {}).get(command.seat) == command.answer:
        return True
    walked = state.walked.get(command.step, {}).get(command.seat)
    if walked is not None and command.answer in walked.ids:
        return True
    own = state.answers.get(command.step, {}).get(command.seat)
    of_tables = state.table_answers.get(command.step, {}).values()
    return any(found is not None and command.answer in found.ids for found in (own, *of_tables))


def _vote(
    state: State,
    command: c.GiveAnswer,
    seat: Seat,
    step: Ballot,
    value: tuple[int, ...],
    now: Millis,
) -> Decision | Refusal:
    if seat.guest:
        return Refusal(Why.GUESTS_DO_NOT_VOTE)
    if seat.number in state.votes.get(step.key, {}):
        return Refusal(Why.ALREADY_VOTED)
    cast = e.BallotCast(at=now, seat=seat.number, step=step.key, answer=command.answer)
    return Decision((cast,), (Paper(step=step.key, option=value[0]),))


def _answer(
    state: State,
    command: c.GiveAnswer,
    seat: Seat,
    step: KindStep,
    value: tuple[int, ...],
    now: Millis,
) -> Decision | Refusal:
    for_table = step.to == "table"
    if for_table and not speaks_for_table(state, seat, step):
        return Refusal(Why.NOT_YOUR_ROLE)
    given = e.AnswerGiven(
        at=now,
        seat=seat.number,
        table=seat.table if for_table else ROOM,
        step=step.key,
        answer=command.answer,
        value=value,
        text=_kept_text(step, command.text),
        voice=command.voice,
    )
    return Decision((given,))


def _kept_text(step: KindStep, text: str) -> str:
    """The words of a checked answer; a kind that asks for none keeps none."""
    wordy = isinstance(step, Promise) or (isinstance(step, Ask) and step.pick == "words")
    cleaned = clean_text(text) if wordy else ""
    return "" if isinstance(cleaned, Refusal) else cleaned


def speaks_for_table(state: State, seat: Seat, step: KindStep) -> bool:
    """Whether this seat may answer for its table: the lead role, or anyone when nobody holds it."""
    table = state.tables.get(seat.table)
    if table is None:
        return False
    holder = table.holder(step.lead) or table.holder("reporter")
    mute = holder != NOBODY and not has_screen(state, state.seats[holder])
    return mute or holder in (seat.number, NOBODY) or table.device


def pass_answer(state: State, command: c.PassAnswer, now: Millis) -> Decision | Refusal:
    """*I would rather not*: nobody waits, and the answer may still be given while it is open.

    On a private path it means all of it; one question of it is left out by `skip_item`.
    """
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    step = open_step_for(state, seat, command.step)
    if isinstance(step, Refusal):
        return step
    if seat.number in state.passed.get(step.key, frozenset()):
        return Decision()
    if not is_asked(step):
        return Refusal(Why.NOT_AN_ANSWER)
    if has_answered(state, step, seat) and step.to != "table":
        return Decision()
    marks = cleared(state, seat, step) if isinstance(step, Path) else ()
    passed = e.AnswerPassed(at=now, seat=seat.number, step=step.key, answer=command.answer)
    return Decision((passed,), marks=marks)


def hand_to(state: State, command: c.HandTo, now: Millis) -> Decision | Refusal:
    """*It is me*: the device shows this person's question until it is answered or laid down."""
    table = state.tables.get(command.table)
    if table is None or not table.device:
        return Refusal(Why.TABLE_UNKNOWN)
    if state.phase != "running":
        return Refusal(Why.NOT_NOW)
    if command.seat != NOBODY and command.seat not in table.seats:
        return Refusal(Why.SEAT_UNKNOWN)
    step = step_of(state, floor_for(state, table.number))
    if command.step and (step is None or step.key != command.step):
        return Refusal(Why.STEP_CLOSED)
    if table.floor.hand == command.seat:
        return Decision()
    handed = e.HandedOver(
        at=now, table=table.number, seat=SeatNo(command.seat), answer=command.answer
    )
    waking = state.seats.get(command.seat)
    if waking is not None and (waking.status != "here" or waking.missed):
        return Decision((e.SeatBack(at=now, seat=waking.number), handed))
    return Decision((handed,))
