"""Forms that come back on paper: what is taken, what is typed twice, and what stays beside it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.room import Room, happened, options, small
from thinkcoop.core.kinds import Ask, Ballot, Map, Rank
from thinkcoop.core.kinds.base import Tally
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.forms import (
    MOST_FORMS,
    form_questions,
    is_drawn,
    paper_tally,
    second_due,
    told_tally,
)
from thinkcoop.core.session.state import Count, TypedAnswer
from thinkcoop.core.words import AnswerId, Millis, SeatNo, StepId, Why

WHICH, WHY, NEEDS, ORDER, VOTE = (StepId(each) for each in ("which", "why", "needs", "order", "v"))
ABC = options("a", "b", "c")
DAY = (
    Ask(id=WHICH, text="Which?", options=ABC),
    Ask(id=WHY, text="Why?", pick="words"),
    Map(id=NEEDS, text="Whom?", people=ABC),
    Rank(id=ORDER, text="In which order?", options=ABC),
    Ballot(id=VOTE, text="Shall we?", options=options("yes", "no")),
)
NOBODY = SeatNo(0)


def room_of(*, paper: int = 0, phones: int = 0, seed: int = 7) -> Room:
    there = Room(small(DAY)).open(60, seed=seed)
    there.join(paper, channel="paper")
    there.join(phones)
    return there


def field(step: StepId, *value: int, text: str = "") -> c.FormField:
    return c.FormField(step=step, value=value, text=text)


def form(
    room: Room, number: int, *fields: c.FormField, seat: int = 0, **more: object
) -> tuple[e.Event, ...] | Why:
    """Type in a form of somebody with that seat, or of a seller who has none."""
    known: dict[str, object] = {"trade": "" if seat else "seller", "answer": room.name()} | more
    return room.do(
        c.TypeForm(form=number, seat=SeatNo(seat), fields=fields, **known)  # type: ignore[arg-type]  # as named
    )


def test_what_stands_on_a_form_is_every_question_that_each_answers_alone() -> None:
    assert [step.key for step in form_questions(small(DAY))] == [WHICH, WHY, NEEDS, ORDER]


def test_a_form_is_one_event_that_is_of_paper_alone() -> None:
    room = room_of(paper=1)
    typed = form(room, 1, field(WHICH, 2), field(WHY, text=" Too  dear "), seat=1, answer="f1")
    assert typed == (
        e.FormTyped(
            at=room.now,
            form=1,
            seat=SeatNo(1),
            trade="",
            answer=AnswerId("f1"),
            entry="first",
            steps=(WHICH, WHY),
            values=((2,), ()),
            texts=("", "Too dear"),
            differed=0,
        ),
    )


def test_the_same_form_sent_twice_is_once() -> None:
    room = room_of()
    form(room, 4, field(WHICH, 1), answer="once")
    assert form(room, 4, field(WHICH, 1), answer="once") == ()


def test_somebody_who_was_never_seated_has_a_form_and_no_seat() -> None:
    room = room_of(phones=4)
    before = room.state.seats
    form(room, 30, field(WHICH, 1), trade="driver")
    typed = room.state.typed[30, NOBODY]
    assert (typed.trade, typed.answers) == ("driver", {WHICH: TypedAnswer((1,))})
    assert room.state.seats == before


def test_an_answer_of_the_room_stays_when_the_form_says_something_else() -> None:
    room = room_of(phones=4)
    room.wait_for(WHICH)
    room.answer(1, 0)
    before = room.state.answers
    form(room, 1, field(WHICH, 2), seat=1)
    assert room.state.answers == before
    assert room.state.typed[1, SeatNo(1)].answers == {WHICH: TypedAnswer((2,))}


@pytest.mark.parametrize("phase", ["gathering", "running", "over"])
def test_forms_come_in_every_phase_and_for_questions_that_are_closed(phase: str) -> None:
    room = room_of(phones=4)
    if phase == "running":
        room.wait_for(ORDER)
    elif phase == "over":
        room.run_out()
    assert room.phase == phase
    assert happened(form(room, 9, field(WHICH, 0))) == ["FormTyped"]


REFUSED: list[tuple[dict[str, object], tuple[c.FormField, ...], Why]] = [
    ({"number": 0}, (), Why.NO_SUCH_FORM),
    ({"number": MOST_FORMS + 1}, (), Why.NO_SUCH_FORM),
    ({"seat": 9}, (), Why.SEAT_UNKNOWN),
    ({"trade": "king"}, (), Why.NO_SUCH_TRADE),
    ({}, (field(WHICH, 3),), Why.NO_SUCH_OPTION),
    ({}, (field(WHICH, 0, 1),), Why.NOT_AN_ANSWER),
    ({}, (field(VOTE, 0),), Why.OTHER_STEP),
    ({}, (field(StepId("nowhere"), 0),), Why.OTHER_STEP),
    ({}, (field(WHICH, 0), field(WHICH, 1)), Why.UNREADABLE),
    ({"entry": "second"}, (), Why.FORM_TYPED),
]


@pytest.mark.parametrize(("more", "fields", "why"), REFUSED)
def test_what_cannot_be_is_refused_and_changes_nothing(
    more: dict[str, object], fields: tuple[c.FormField, ...], why: Why
) -> None:
    room = room_of()
    before = room.state
    number = more.pop("number", 3)
    assert isinstance(number, int)
    assert form(room, number, *fields, **more) == why  # type: ignore[arg-type]  # as named
    more |= {"number": number} if number != 3 else {}
    assert room.state is before


def test_a_form_that_is_there_is_replaced_only_by_who_knows_it() -> None:
    room = room_of()
    form(room, 3, field(WHICH, 0))
    assert form(room, 3, field(WHICH, 1)) == Why.FORM_TYPED
    form(room, 3, field(WHICH, 1), replaces=True)
    assert room.state.typed[3, NOBODY].answers == {WHICH: TypedAnswer((1,))}


# ---- the second entry


@pytest.mark.parametrize("seed", range(20))
def test_of_every_ten_forms_one_of_the_first_five_is_typed_twice(seed: int) -> None:
    state = room_of(seed=seed).state
    drawn = [place for place in range(40) if is_drawn(state, place)]
    assert [place // 10 for place in drawn] == [0, 1, 2, 3]
    assert [place for place in drawn if place % 10 >= 5] == []


def checked_room() -> tuple[Room, int]:
    """Five forms, and the number of the one that is typed twice."""
    room = room_of()
    for number in range(1, 6):
        form(room, number, field(WHICH, 0), field(ORDER, 1, 2))
    [due] = second_due(room.state)
    return room, due.number


def test_a_second_entry_like_the_first_is_noted_with_no_difference() -> None:
    room, number = checked_room()
    [typed] = events_of(
        form(room, number, field(ORDER, 1, 2), field(WHICH, 0), entry="second", answer="two")
    )
    assert (typed.entry, typed.differed, typed.steps) == ("second", 0, (ORDER, WHICH))
    assert (second_due(room.state), room.state.typed[number, NOBODY].twice) == ((), True)


def test_a_second_entry_that_differs_waits_for_what_the_paper_says() -> None:
    room, number = checked_room()
    second = (field(WHICH, 1), field(ORDER, 1, 2), field(NEEDS, 0, 2, 0))
    before = room.state
    assert form(room, number, *second, entry="second") == Why.FORMS_DIFFER
    half = (field(WHICH, 1),)
    assert form(room, number, *second, entry="second", settled=half) == Why.FORMS_DIFFER
    assert room.state is before
    settled = (field(WHICH, 1), field(NEEDS))
    [typed] = events_of(form(room, number, *second, entry="second", settled=settled))
    assert (typed.differed, typed.steps, typed.values) == (2, (ORDER, WHICH), ((1, 2), (1,)))


def test_a_form_is_typed_twice_and_not_three_times() -> None:
    room, number = checked_room()
    form(room, number, field(WHICH, 0), field(ORDER, 1, 2), entry="second")
    assert form(room, number, field(WHICH, 0), entry="second") == Why.FORM_TYPED


# ---- what it adds up to


def test_forms_count_once_the_question_is_closed_and_nobody_twice() -> None:
    room = room_of(phones=4)
    room.wait_for(WHICH)
    room.answer(1, 0)
    form(room, 1, field(WHICH, 2), seat=1)
    form(room, 20, field(WHICH, 1))
    step = room.program.by_key[WHICH]
    assert paper_tally(room.state, step) is None
    room.run_out()
    assert paper_tally(room.state, step) == Tally(total=1, counts=(0, 1, 0))
    assert told_tally(room.state, step) == (Tally(total=1, counts=(1, 0, 0)), False)


@pytest.mark.parametrize("phones", [0, 4])
def test_forms_speak_where_nobody_answered_in_the_room(phones: int) -> None:
    room = room_of(phones=phones)
    room.run_out()
    for number in range(20, 26):
        form(room, number, field(WHICH, number % 3))
    step = room.program.by_key[WHICH]
    assert told_tally(room.state, step) == (Tally(total=6, counts=(2, 2, 2)), True)


# ---- votes on slips


def ballot(room: Room, *counts: int, step: StepId = VOTE, answer: str = "") -> object:
    name = AnswerId(answer) if answer else room.name()
    return room.do(c.TypeBallot(step=step, answer=name, counts=counts))


def test_the_sums_of_slips_are_the_result_of_a_room_on_paper() -> None:
    room = room_of()
    assert ballot(room, 6, 3, answer="sums") == (
        e.BallotTyped(at=room.state.at, step=VOTE, answer=AnswerId("sums"), total=9, counts=(6, 3)),
    )
    assert ballot(room, 6, 3, answer="sums") == ()
    assert room.state.counts == {VOTE: Count(total=9, counts=(6, 3))}
    ballot(room, 5, 4)
    assert room.state.counts == {VOTE: Count(total=9, counts=(5, 4))}


def test_below_five_slips_only_how_many_is_kept() -> None:
    room = room_of(phones=4)
    room.run_out()
    ballot(room, 4, 0)
    assert room.state.counts == {VOTE: Count(total=4, counts=())}


def test_slips_replace_no_vote_of_the_room_and_wait_until_it_is_closed() -> None:
    room = room_of(phones=6)
    room.wait_for(VOTE)
    assert ballot(room, 6, 3) == Why.NOT_NOW
    room.answer(1, 0)
    room.run_out()
    assert ballot(room, 6, 3) == Why.NOT_NOW


@pytest.mark.parametrize(
    ("counts", "step", "why"),
    [
        ((1,), VOTE, Why.NOT_AN_ANSWER),
        ((-1, 9), VOTE, Why.NUMBER_OUT_OF_RANGE),
        ((400, 400), VOTE, Why.NUMBER_OUT_OF_RANGE),
        ((1, 2, 3), WHICH, Why.OTHER_STEP),
    ],
)
def test_sums_that_cannot_be_are_refused(counts: tuple[int, ...], step: StepId, why: Why) -> None:
    room = room_of(phones=4)
    room.run_out()
    assert ballot(room, *counts, step=step) == why


# ---- odd logs


def test_a_log_that_makes_no_sense_is_read_and_changes_nothing() -> None:
    room = room_of()
    form(room, 2, field(WHICH, 1))
    [typed] = [each for each in room.log if isinstance(each, e.FormTyped)]
    odd = (
        replace(typed, form=0),
        replace(typed, form=99),
        replace(typed, seat=SeatNo(77)),
        e.BallotTyped(at=Millis(0), step=WHICH, answer=AnswerId("x"), total=9, counts=(9, 0, 0)),
    )
    after = fold(room.state, odd)
    assert replace(after, version=room.state.version, at=room.state.at) == room.state
    strange = replace(typed, steps=(WHICH, VOTE), values=((9,), (0,)), texts=("", ""))
    assert fold(room.state, [strange]).typed[2, NOBODY].answers == {}


def test_forms_have_the_numbers_of_the_pictures() -> None:
    assert len(PEOPLE) == MOST_FORMS


def events_of(done: tuple[e.Event, ...] | Why) -> list[e.FormTyped]:
    assert not isinstance(done, Why), done
    return [event for event in done if isinstance(event, e.FormTyped)]
