"""Answer cards and paper slips, read by a person: a sign becomes an answer.

Which answer a side stands for, the step's kind says (`by_sign`). From there on it is an answer
like any other; that it came from a card, the seat's channel says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from thinkcoop.core.kinds import Ballot, KindStep, Path
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import (
    Asked,
    asked_on_wall,
    awaited_at,
    can_hold_up,
    can_show,
    floor_for,
    has_answered,
    has_screen,
    here_at,
    is_behind,
    sides_of,
    signs_of,
    step_of,
)
from thinkcoop.core.session.rules.answer import give_answer, is_taken, open_step_for, pass_answer
from thinkcoop.core.session.rules.private import put_on_sheet
from thinkcoop.core.session.state import BY_HAND, NOBODY, Seat, State, Table
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.session.wall_path import with_wall
from thinkcoop.core.words import AnswerId, Millis, Refusal, SeatNo, Why

KEEPERS = ("recorder", "timekeeper", "reader", "encourager", "reporter")
"""Who of a table says what its cards show, as far as they have a phone."""


def show_sign(state: State, command: c.ShowSign, now: Millis) -> Decision | Refusal:
    """Take what a card shows as its holder's answer. A resend changes nothing.

    Refuses a seat that takes part in another way, somebody from another table, a step that is not
    open or that cards cannot answer, and a side that stands for nothing here.
    """
    seat = state.seats.get(command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    if seat.channel not in BY_HAND or not _may_tell(state, command.by, seat):
        return Refusal(Why.NOT_YOUR_ROLE)
    step = open_step_for(state, seat, command.step)
    if isinstance(step, Refusal):
        return step
    if not can_show(step):  # nor may another say for its holder that a vote is left out
        return Refusal(Why.NOT_AN_ANSWER)
    if command.sign < 0:
        return pass_answer(
            state, c.PassAnswer(seat=seat.number, step=command.step, answer=command.answer), now
        )
    signs = step.by_sign()
    if command.sign >= len(signs):
        return Refusal(Why.NO_SUCH_OPTION)
    given = c.GiveAnswer(
        seat=seat.number, step=command.step, answer=command.answer, value=signs[command.sign]
    )
    return give_answer(state, given, now)


def read_cards(state: State, command: c.ReadCards, now: Millis) -> Decision | Refusal:
    """Take what a camera saw as the answers of all these cards. A resend changes nothing.

    What does not fit any more is left out without a word: a card whose table has gone on, one that
    has answered already (its holder has put it down), a side that stands for nothing here, a card
    that is named twice. Where nothing is left nothing happens. Refuses only before and after the
    work.
    """
    if state.phase != "running":
        return Refusal(Why.NOT_STARTED if state.phase == "gathering" else Why.NOT_NOW)
    if any(_was_read(state, command, sign) for sign in command.signs):
        return Decision()
    named = Counter(sign.seat for sign in command.signs)
    once = (sign for sign in command.signs if named[sign.seat] == 1)
    taken = [found for sign in once if (found := _held_up(state, command, sign, now))]
    events = tuple(event for found in taken for event in found.events)
    if not events:
        return Decision()
    read = e.CardsRead(
        at=now, asked=len(held_up(state)), seen=len(events), disagree=command.disagree
    )
    papers = tuple(paper for found in taken for paper in found.papers)
    marks = tuple(mark for found in taken for mark in found.marks)
    return Decision((read, *events), papers, marks)


def _held_up(state: State, command: c.ReadCards, shown: c.CardSign, now: Millis) -> Decision | None:
    seat = state.seats.get(shown.seat)
    if seat is None or seat.channel != "card":
        return None
    step, asked = open_step_for(state, seat, shown.step), Asked(shown.step, shown.item)
    if isinstance(step, Refusal) or not can_hold_up(step) or _is_read(state, asked, seat):
        return None
    if isinstance(step, Path):
        return _on_path(state, step, command, shown, now)
    signs = step.by_sign()
    if not 0 <= shown.sign < len(signs):
        return None
    given = c.GiveAnswer(
        seat=seat.number,
        step=shown.step,
        answer=_name(command, shown),
        value=signs[shown.sign],
    )
    verdict = give_answer(state, given, now)
    return None if isinstance(verdict, Refusal) else verdict


def _on_path(
    state: State, step: Path, command: c.ReadCards, shown: c.CardSign, now: Millis
) -> Decision | None:
    """What the wall asks now, onto the seat's sheet; with the free side: nothing, and behind it."""
    asked = Asked(step.key, shown.item)
    late = now >= state.room.closes_at and state.paused_at is None
    if held_up(state).get(shown.seat) != asked or late:
        return None
    if shown.sign not in sides_of(state, asked):
        return None
    signs = signs_of(state, asked)
    value = signs[shown.sign] if 0 <= shown.sign < len(signs) else None
    return put_on_sheet(asked, shown.seat, _name(command, shown), value, now)


def _name(command: c.ReadCards, shown: c.CardSign) -> AnswerId:
    """The name of one card's answer: one card is read once in a reading."""
    return AnswerId(f"{command.answer}.{shown.seat}")


def _was_read(state: State, command: c.ReadCards, shown: c.CardSign) -> bool:
    given = c.GiveAnswer(seat=shown.seat, step=shown.step, answer=_name(command, shown), value=())
    return is_taken(state, given)


def held_up(state: State) -> dict[SeatNo, Asked]:
    """Whose cards a camera should see now, read ones too, each with the question it answers."""
    found = {}
    asked = asked_on_wall(state)
    if asked is not None:
        walk = (seat.number for seat in with_wall(state) if seat.channel == "card")
        return dict.fromkeys(walk, asked)
    for table in state.tables.values():
        step = step_of(state, floor_for(state, table.number))
        if step is None or isinstance(step, Path) or not can_hold_up(step):
            continue
        cards = showing(state, table) if can_show(step) else tuple(_by_hand(state, table))
        for number in cards:
            seat = state.seats[number]
            if seat.channel == "card" and not (seat.guest and not can_show(step)):
                found[number] = Asked(step.key)
    return found


def held_up_unread(state: State) -> tuple[SeatNo, ...]:
    """Of those, whose answer is still missing, by number."""
    return tuple(
        number
        for number, asked in sorted(held_up(state).items())
        if not _is_read(state, asked, state.seats[number])
    )


def _is_read(state: State, asked: Asked, seat: Seat) -> bool:
    """Whether it was answered; before the first picture votes of cards are not asked for."""
    step = state.program.step(asked.step)
    assert step is not None  # it is open
    if isinstance(step, Path):
        return is_behind(state, step, seat.number, asked.item)
    if isinstance(step, Ballot):
        return seat.number in state.votes.get(step.key, {}) or seat.number in state.passed.get(
            step.key, frozenset()
        )
    return has_answered(state, step, seat)


def _may_tell(state: State, by: SeatNo, seat: Seat) -> bool:
    """The convener and the table's device may; so may a phone at the same table."""
    if by == NOBODY:
        return True
    teller = state.seats.get(by)
    return teller is not None and teller.table == seat.table and has_screen(state, teller)


def keeper(state: State, table: Table) -> SeatNo:
    """Whose phone is asked what the cards of this table show; 0: the device, or nobody here can.

    One person, so that no card is entered twice: by role, else who sat down first.
    """
    if table.device_here:
        return NOBODY
    here = [n for n in awaited_at(state, table) if has_screen(state, state.seats[n])]
    roles = (table.holder(role) for role in KEEPERS)
    return next((number for number in (*roles, *here) if number in here), NOBODY)


def showing(state: State, table: Table) -> tuple[SeatNo, ...]:
    """Whose cards are to be looked at in the step that is open at this table, read ones too.

    Who answered least in earlier steps comes first: where time is short, not always the same are
    left out. In a step that one answers for the whole table it is one card, and only where nobody
    can tap.
    """
    step = step_of(state, floor_for(state, table.number))
    if step is None or not can_show(step):
        return ()
    cards = tuple(sorted(_by_hand(state, table), key=lambda seat: _answered(state, step, seat)))
    if step.to != "table":
        return cards
    if any(has_screen(state, state.seats[number]) for number in awaited_at(state, table)):
        return ()
    holder = table.holder("reporter")
    return (holder,) if holder in cards else cards[:1]


def _answered(state: State, step: KindStep, seat: SeatNo) -> int:
    """To how many other steps this seat has given an answer."""
    return sum(seat in answers for key, answers in state.answers.items() if key != step.key)


def _by_hand(state: State, table: Table) -> Iterator[SeatNo]:
    for number in here_at(state, table):
        if state.seats[number].channel in BY_HAND:
            yield number


def unread(state: State, table: Table) -> tuple[SeatNo, ...]:
    """Of those whose cards are to be looked at, whose answer is still missing."""
    step = step_of(state, floor_for(state, table.number))
    return tuple(
        number
        for number in showing(state, table)
        if step is not None and not has_answered(state, step, state.seats[number])
    )
