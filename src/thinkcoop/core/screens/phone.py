"""What one participant's phone shows. The same for everyone who must do the same thing now."""

from __future__ import annotations

from thinkcoop.core.kinds import Ballot, KindStep, Move, Path, Promise
from thinkcoop.core.screens.cards import cards_screen
from thinkcoop.core.screens.decide import rules_marked
from thinkcoop.core.screens.form import form_of
from thinkcoop.core.screens.parts import (
    STEP_ICONS,
    bar,
    clock_text,
    rather_not_button,
    ring,
    stones,
    take_home_button,
    unclear_buttons,
)
from thinkcoop.core.screens.path import path_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.play import partners, preview_charts
from thinkcoop.core.screens.screen import Bar, Button, Chart, Kind, Screen, Words, phrase
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.screens.talks import TALKS
from thinkcoop.core.session.asking import floor_for, has_answered, live_tables, step_of, waiting_for
from thinkcoop.core.session.flow import FIND_TABLE_MS
from thinkcoop.core.session.rules.answer import speaks_for_table
from thinkcoop.core.session.rules.cards import keeper, unread
from thinkcoop.core.session.seating import FEWEST_AT_TABLE
from thinkcoop.core.session.state import Seat, State, Table
from thinkcoop.core.words import ROOM, Millis, SeatNo


def phone_screen(state: State, number: SeatNo) -> Screen:
    """The one thing this person should do now. Never fails: an unknown seat is told to come in."""
    seat = state.seats.get(number)
    if seat is None:
        return Screen(kind="lost", heading=phrase(P.COME_IN), icon="join")
    if seat.status == "left":
        return _left()
    if seat.table in state.tables and (seat.finding or is_being_seated(state)):
        return find_table(state, seat)
    outside = outside_of_steps(state, seat.table)
    return outside if outside is not None else _at_work(state, seat)


def _at_work(state: State, seat: Seat) -> Screen:
    """The step that is open for this seat, or that the others are still at theirs."""
    table = state.tables.get(seat.table)
    if table is None:
        return waiting(state, None)
    floor = floor_for(state, table.number)
    step = step_of(state, floor)
    if step is None:
        return waiting(state, table)
    view = View(state, table, floor, step, seat.number)
    if step.kind in TALKS:
        return TALKS[step.kind](view)
    return rest(view) if step.kind == "break" else _answering(view, seat)


def is_being_seated(state: State) -> bool:
    """Whether everyone is on the way to the tables."""
    return state.phase == "gathering" and state.seated_at is not None


def find_table(state: State, seat: Seat) -> Screen:
    """Go to your table; who sits there already shows as a ring."""
    table = state.tables[seat.table]
    here = Button(act="return", words=phrase(P.READY), icon="sit", main=True)
    return Screen(
        kind="seated",
        stones=stones(state),
        bar=seating_bar(state),
        heading=phrase(P.WELCOME),
        text=phrase(P.GO_TO_TABLE, table=table.number),
        icon="sit",
        table=table.number,
        people=ring(state, table, table.floor),
        buttons=(here,) if seat.finding else (),
    )


def seating_bar(state: State) -> Bar | None:
    """The minute in which everyone finds the table."""
    if state.seated_at is None or state.phase != "gathering":
        return None
    return Bar(opens_at=state.seated_at, closes_at=Millis(state.seated_at + FIND_TABLE_MS))


def _left() -> Screen:
    back = Button(act="return", words=phrase(P.COME_BACK), icon="back", main=True)
    return Screen(kind="left", heading=phrase(P.LEFT), icon="leave", buttons=(back,))


def outside_of_steps(state: State, table: int) -> Screen | None:
    """The screens before, between and after, and of a pause; None while a meeting runs."""
    if state.phase in ("empty", "gathering"):
        return gather(state, table)
    if state.phase == "between":
        words = phrase(P.BETWEEN)
        notes = (phrase(P.NEXT_MEETING, number=state.meeting + 2),)
        return Screen(
            kind="between",
            stones=stones(state),
            heading=words,
            icon="meet-again",
            notes=notes,
            buttons=(take_home_button(),),
        )
    if state.phase == "over":
        return Screen(
            kind="over",
            stones=stones(state),
            heading=phrase(P.OVER),
            icon="thank-you",
            buttons=(take_home_button(main=True),),
        )
    if state.paused_at is not None:
        return Screen(kind="paused", stones=stones(state), heading=phrase(P.PAUSED), icon="pause")
    return None


def gather(state: State, table: int) -> Screen:
    """You have a place; we start at such a time, or when all are here."""
    expected = state.header.expected if state.header else 0
    starts = clock_text(state, state.starts_at)
    when: Words = phrase(P.STARTS_AT, time=starts)
    if expected:
        when = phrase(P.STARTS_WHEN, time=starts, expected=expected)
    if state.at >= state.starts_at:
        when = phrase(P.WAIT_FOR_MORE, least=FEWEST_AT_TABLE)
    return Screen(
        kind="gather",
        stones=stones(state),
        heading=phrase(P.SEAT_YOURS),
        text=when,
        icon="sit",
        table=table,
    )


def waiting(state: State, table: Table | None) -> Screen:
    """This table is done; others are still at it."""
    busy = sum(there.floor.open for there in live_tables(state))
    words = phrase(P.WAIT_TABLES, tables=busy) if busy else phrase(P.WAIT_MOMENT)
    return Screen(
        kind="wait",
        stones=stones(state),
        heading=words,
        icon="do-wait",
        table=table.number if table is not None else ROOM,
    )


def rest(view: View) -> Screen:
    """A break, until such a time."""
    ends = clock_text(view.state, view.floor.closes_at)
    return base(view, "break", heading=phrase(P.REST), notes=(phrase(P.BACK_AT, time=ends),))


def _answering(view: View, seat: Seat) -> Screen:
    step, state = view.step, view.state
    if isinstance(step, Path):
        return path_screen(view, seat)
    if isinstance(step, Ballot) and seat.guest:
        return base(view, "wait", heading=phrase(P.GUEST_WATCHES))
    if step.to == "table":
        return _for_table(view, seat)
    if _looks_at_cards(view, seat):
        return cards_screen(view)
    kind: Kind = "ballot" if isinstance(step, Ballot) else "ask"
    return base(
        view,
        kind,
        heading=heading_of(step, voted=seat.number in state.votes.get(step.key, {})),
        form=rules_marked(
            state,
            step,
            form_of(
                step,
                state.answers.get(step.key, {}).get(seat.number),
                voted=seat.number in state.votes.get(step.key, {}),
            ),
        ),
        charts=_stake(view, seat),
        mates=partners(state, step, view.table.number, seat.number)
        if isinstance(step, Move)
        else (),
        notes=(*base(view, kind).notes, *_notes(view, seat)),
        buttons=_answer_buttons(view, seat),
        bar=bar(state, view.floor),
    )


def _looks_at_cards(view: View, seat: Seat) -> bool:
    """Whether this phone, its own answer given, is the one that says what cards here show."""
    if not has_answered(view.state, view.step, seat) or not unread(view.state, view.table):
        return False
    return keeper(view.state, view.table) == seat.number


def _stake(view: View, seat: Seat) -> tuple[Chart, ...]:
    """What a player has at stake in a move, beside the question."""
    if not isinstance(view.step, Move):
        return ()
    return preview_charts(view.state, view.step, view.table.number, seat.number)


def heading_of(step: KindStep, *, voted: bool) -> Words:
    """What is asked of one person alone: a vote, a move, or an answer."""
    if isinstance(step, Ballot):
        return phrase(P.VOTED if voted else P.VOTE_SECRET)
    return phrase(P.YOUR_MOVE if isinstance(step, Move) else P.ANSWER_ALONE)


def _notes(view: View, seat: Seat) -> tuple[Words, ...]:
    """Only you see this; when you are done, how many the room waits for and that it goes on."""
    secret = phrase(secrecy(view.step))
    if not has_answered(view.state, view.step, seat):
        return (secret,)
    count = waiting_for(view.state, view.floor)
    return (
        (secret, phrase(P.WAITING_FOR, count=count), phrase(P.GOES_ON_AT_TIME))
        if count
        else (secret,)
    )


def secrecy(step: KindStep) -> P:
    """Who sees an answer to this step."""
    if isinstance(step, Ballot):
        return P.NOBODY_LINKS
    if isinstance(step, Promise) and step.shown:
        return P.GROUP_SEES
    return P.HIDDEN_TILL_ALL if isinstance(step, Move) else P.ONLY_YOU


def _answer_buttons(view: View, seat: Seat) -> tuple[Button, ...]:
    if has_answered(view.state, view.step, seat):
        return ()
    return (rather_not_button(view.step), *unclear_buttons(view.step))


def _for_table(view: View, seat: Seat) -> Screen:
    """One taps for the table, the others say what they think."""
    state, step = view.state, view.step
    mine = speaks_for_table(state, seat, step)
    answer = state.table_answers.get(step.key, {}).get(view.table.number)
    heading = phrase(P.ANSWER_TABLE) if mine else phrase(P.ANSWER_TABLE_OTHER)
    return base(
        view,
        "ask",
        heading=heading,
        form=form_of(step, answer) if mine else None,
        buttons=unclear_buttons(step),
        speaking=mine,
    )


def icon_of(step: KindStep) -> str:
    """The sign of what kind of thing a step is."""
    return STEP_ICONS.get(step.kind, "")
