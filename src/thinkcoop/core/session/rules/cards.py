"""Answer cards and paper slips, read by a person: a sign becomes an answer.

Which answer a side stands for, the step's kind says (`by_sign`). From there on it is an answer
like any other; that it came from a card, the seat's channel says.
"""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.kinds import KindStep
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import (
    awaited_at,
    can_show,
    floor_for,
    has_answered,
    has_screen,
    here_at,
    step_of,
)
from thinkcoop.core.session.rules.answer import give_answer, open_step_for, pass_answer
from thinkcoop.core.session.state import BY_HAND, NOBODY, Seat, State, Table
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.words import Millis, Refusal, SeatNo, Why

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
