"""What the device of a table shows: it leads the table, and goes from hand to hand for answers.

Between two hands nothing of the former person's answer is on the screen.
"""

from __future__ import annotations

from thinkcoop.core.kinds import Ballot, Move, Path
from thinkcoop.core.screens.cards import cards_screen
from thinkcoop.core.screens.decide import rules_marked
from thinkcoop.core.screens.form import form_of
from thinkcoop.core.screens.parts import rather_not_button, ring, unclear_buttons
from thinkcoop.core.screens.path import path_screen, path_together
from thinkcoop.core.screens.phone import heading_of, outside_of_steps, rest, secrecy, waiting
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.play import partners, preview_charts
from thinkcoop.core.screens.screen import Button, Kind, Person, Screen, phrase
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.screens.talks import TALKS
from thinkcoop.core.session.asking import (
    can_show,
    floor_for,
    has_answered,
    is_awaited,
    is_here,
    step_of,
    told_together,
    waiting_for,
)
from thinkcoop.core.session.rules.cards import unread
from thinkcoop.core.session.state import BY_HAND, NOBODY, Seat, State, Table
from thinkcoop.core.words import SeatNo, TableNo


def table_screen(state: State, number: TableNo) -> Screen:
    """The one thing this table should do now."""
    table = state.tables.get(number)
    if table is None:
        return Screen(kind="lost", heading=phrase(P.COME_IN), icon="table-device")
    if state.phase in ("empty", "gathering"):
        return _gather(state, table)
    outside = outside_of_steps(state, number)
    if outside is not None:
        return outside
    floor = floor_for(state, number)
    step = step_of(state, floor)
    if step is None:
        return waiting(state, table)
    view = View(state, table, floor, step, NOBODY)
    if step.kind in TALKS:
        return TALKS[step.kind](view)
    if step.kind == "break":
        return rest(view)
    if step.to == "table":
        answer = state.table_answers.get(step.key, {}).get(number)
        form = form_of(step, answer, seat=_speaker(state, table))
        return base(
            view, "ask", heading=phrase(P.AT_YOUR_TABLE), form=form, buttons=unclear_buttons(step)
        )
    return _hand_round(view)


def _gather(state: State, table: Table) -> Screen:
    """Who sits here; another person can be added."""
    more = Button(act="person", words=phrase(P.NEW_PERSON), icon="join", main=True)
    card = Button(
        act="person", words=phrase(P.NEW_CARD), icon="card-hand", fields=(("channel", "card"),)
    )
    start = outside_of_steps(state, table.number)
    return Screen(
        kind="table",
        stones=start.stones if start is not None else (),
        heading=phrase(P.TABLE, table=table.number),
        text=start.text if start is not None else None,
        icon="table-device",
        table=table.number,
        people=ring(state, table, table.floor),
        buttons=(more, card),
    )


def _speaker(state: State, table: Table) -> SeatNo:
    """Whose seat a table's answer is booked on: the recorder's, or the first person's."""
    holder = table.holder("recorder") or table.holder("reporter")
    return holder or next((n for n in table.seats if is_here(state, state.seats[n])), NOBODY)


def _waits(view: View) -> list[Seat]:
    """Who at this device has not answered yet: who is awake, and then who answered least so far.

    A question that cards cannot answer is asked here of those who have one, too.
    """
    ways = ("table",) if can_show(view.step) else ("table", *BY_HAND)
    seats = [view.state.seats[number] for number in view.table.seats]
    open_seats = [
        seat
        for seat in seats
        if seat.channel in ways
        and seat.status == "here"
        and not has_answered(view.state, view.step, seat)
        and not (isinstance(view.step, Ballot | Path) and seat.guest)
    ]
    given = view.state.answers.values()
    return sorted(
        open_seats,
        key=lambda seat: (
            not is_awaited(view.state, seat),
            sum(seat.number in by_seat for by_seat in given),
        ),
    )


def _hand_round(view: View) -> Screen:
    """Hand it to this person; then that person's question; then it is hidden again."""
    hand = view.table.floor.hand
    if hand != NOBODY and hand in view.table.seats:
        return _in_hand(view, view.state.seats[hand])
    if isinstance(view.step, Path):
        at = told_together(view.state, view.step, view.table)
        if at is not None:
            return path_together(view, at)
    missing = unread(view.state, view.table)
    if any(is_awaited(view.state, view.state.seats[number]) for number in missing):
        return cards_screen(view)
    waits = _waits(view)
    if not waits and missing:
        return cards_screen(view)
    if not waits:
        count = waiting_for(view.state, view.floor)
        notes = (phrase(P.WAITING_FOR, count=count), phrase(P.GOES_ON_AT_TIME)) if count else ()
        return base(view, "wait", heading=phrase(P.ALL_ANSWERED), notes=notes, icon="do-wait")
    return _hand_to(view, waits)


def _hand_to(view: View, waits: list[Seat]) -> Screen:
    first = waits[0]
    seat = ("seat", str(first.number))
    me = Button(
        act="hand",
        words=phrase(P.IT_IS_ME),
        icon="hand-over",
        main=True,
        fields=(("step", view.step.id), seat),
    )
    absent = Button(
        act="pass",
        words=phrase(P.NOT_HERE),
        icon="leave",
        fields=(("step", view.step.id), seat),
    )
    people = tuple(
        Person(
            seat=other.number,
            picture=other.picture,
            state="now" if other.number == first.number else "waits",
        )
        for other in waits
    )
    return base(
        view,
        "hand",
        heading=phrase(P.HAND_TO),
        text=None,
        picture=first.picture,
        icon="hand-over",
        people=people,
        buttons=(me, absent),
        notes=(phrase(P.HAND_HIDDEN),),
    )


def _in_hand(view: View, seat: Seat) -> Screen:
    """The question of the person who holds the device, never with an answer given before."""
    step, state = view.step, view.state
    if isinstance(step, Path):
        return path_screen(view, seat)
    kind: Kind = "ballot" if isinstance(step, Ballot) else "ask"
    voted = seat.number in state.votes.get(step.key, {})
    people = tuple(
        p for p in ring(state, view.table, view.floor, seat.number) if p.seat == seat.number
    )
    return base(
        view,
        kind,
        heading=heading_of(step, voted=False),
        form=rules_marked(state, step, form_of(step, None, voted=voted, seat=seat.number)),
        people=people,
        mates=partners(state, step, view.table.number, seat.number)
        if isinstance(step, Move)
        else (),
        buttons=(rather_not_button(step, seat.number),),
        charts=preview_charts(state, step, view.table.number, seat.number)
        if isinstance(step, Move)
        else (),
        notes=(phrase(secrecy(step)),),
    )
