"""The report for the organisation: counts and never who, and no more than the data can say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pytest

from tests.core.figures.test_learning import RIGHT, WRONG, asks
from tests.core.paper.rooms import room
from tests.room import Room, small, tea
from thinkcoop.core.figures.weighed import Verdict, Weighed
from thinkcoop.core.kinds import Say
from thinkcoop.core.paper.document import Document, Part, Quoted, Said, Table
from thinkcoop.core.paper.report import INSTALL, session_report
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import Phrase, Text, Words, phrase
from thinkcoop.core.session.state import Answer, Count, State
from thinkcoop.core.words import SeatNo, StepId

SURE = Weighed(
    verdict="up",
    people=12,
    missing=2,
    items=4,
    before=0.4,
    after=0.625,
    change=0.225,
    low=0.1,
    high=0.351,
    p=0.004,
    worst=0.05,
    best=0.336,
)


def day(people: int, guests: int = 0) -> Room:
    """A short day that asks before and after."""
    program = small(asks(), (Say(id="talk", text="Hello."),), asks(after="-after"))
    made = Room(program).open(60, expected=people + guests)
    made.join(people)
    made.join(guests, guest=True)
    return made


def played(
    people: int, before: Mapping[int, int], after: Mapping[int, int], guests: int = 0
) -> State:
    """That day over, with these answers by seat."""
    made = day(people, guests)
    made.run_out()
    given = {
        StepId(step): {
            SeatNo(seat): Answer(value=(value,), text="", ids=()) for seat, value in answers.items()
        }
        for step, answers in (("know", before), ("know-after", after))
        if answers
    }
    return replace(made.state, answers=given)


def report(state: State, weighed: Weighed | None = None) -> Document:
    return session_report(state, weighed, language="en")


def part(document: Document, heading: R) -> Part:
    return next(each for each in document.parts if each.heading == phrase(heading))


def said(found: Part) -> list[Words]:
    return [block.text for block in found.blocks if isinstance(block, Said)]


def cells(found: Part) -> list[tuple[int | Words | None, ...]]:
    table = next(block for block in found.blocks if isinstance(block, Table))
    return [row.cells for row in table.rows]


TWELVE = dict.fromkeys(range(1, 13), WRONG)


def test_before_and_after_are_told_as_counts_of_the_same_people() -> None:
    after = {**dict.fromkeys(range(1, 8), RIGHT), 8: WRONG, 9: WRONG, 10: WRONG}
    changed = part(report(played(12, TWELVE, after), SURE), R.CHANGED)
    assert cells(changed)[0] == (7, None, 0, None)
    assert phrase(R.SAME_PEOPLE, count=10) in said(changed)


def test_the_verdict_stands_with_its_numbers_and_its_interval() -> None:
    state = played(12, TWELVE, dict.fromkeys(range(1, 13), RIGHT))
    assert said(part(report(state, SURE), R.CHANGED))[:4] == [
        phrase(R.WENT_UP),
        phrase(R.KNEW, before=40, after=62),
        phrase(R.BETWEEN, change=22, low=10, high=35),
        phrase(R.IF_MISSING, low=5, high=34),
    ]


@pytest.mark.parametrize(
    ("verdict", "key"),
    [
        ("up", R.WENT_UP),
        ("down", R.WENT_DOWN),
        ("no change that matters", R.NO_MATTER),
        ("too wide", R.TOO_WIDE),
        ("too few", R.TOO_FEW),
    ],
)
def test_each_verdict_has_its_sentence(verdict: Verdict, key: R) -> None:
    state = played(12, TWELVE, TWELVE)
    found = part(report(state, replace(SURE, verdict=verdict)), R.CHANGED)
    assert said(found)[0] == phrase(key)


def test_where_statistics_are_missing_the_report_says_how_to_add_them() -> None:
    found = part(report(played(12, TWELVE, TWELVE)), R.CHANGED)
    assert said(found)[0] == phrase(R.NO_FIGURES)
    assert Quoted(texts=(INSTALL,)) in found.blocks


def test_nobody_answered_twice() -> None:
    found = part(report(played(12, TWELVE, {}), SURE), R.CHANGED)
    assert found.blocks == (Said(text=phrase(R.NOBODY_TWICE)),)


def test_of_a_small_room_nothing_that_was_asked_in_secret_is_shown() -> None:
    six = dict.fromkeys(range(1, 7), WRONG)
    found = part(report(played(6, six, six, guests=2), SURE), R.CHANGED)
    assert found.blocks == (Said(text=phrase(R.ROOM_SMALL)),)


@pytest.mark.parametrize("last", [RIGHT, WRONG, 2, None], ids=["right", "wrong", "unsure", "none"])
def test_in_a_room_of_eight_with_two_guests_who_knows_five_answers_learns_not_the_sixth(
    last: int | None,
) -> None:
    """The reports are the same whatever the last one answered, before and after."""
    others = dict.fromkeys(range(1, 6), RIGHT)
    mine = {} if last is None else {6: last}
    state = played(6, {**others, **mine}, {**others, **mine}, guests=2)
    usual = played(6, {**others, 6: RIGHT}, {**others, 6: RIGHT}, guests=2)
    found, expected = (_without_limits(report(each, None)) for each in (state, usual))
    assert found == expected


def _without_limits(document: Document) -> tuple[Part, ...]:
    """All but how many gave no pair of answers, and the shares of who took part in each part."""
    kept = {phrase(R.CAME), phrase(R.CHANGED)}
    return tuple(each for each in document.parts if each.heading in kept)


@pytest.mark.parametrize("counts", [(4, 2), (3, 3), (5, 1)], ids=str)
def test_votes_of_a_small_room_are_not_in_its_report(counts: tuple[int, ...]) -> None:
    state = room()
    voted = {
        key: replace(count, counts=(*counts, *count.counts[2:]))
        for key, count in state.counts.items()
    }
    tables = [
        block
        for each in report(replace(state, counts=voted)).parts
        for block in each.blocks
        if isinstance(block, Table)
    ]
    assert {table.name for table in tables} == {"came", "languages", "day"}


def test_who_came_is_counted_by_how_they_took_part_with_small_counts_hidden() -> None:
    made = day(9)
    made.join(3, channel="card")
    made.join(1, guest=True)
    found = part(report(made.state), R.CAME)
    assert cells(found) == [(None,), (None,), (None,), (0,)]
    assert said(found) == [phrase(R.CAME_ALL, count=13), phrase(R.HIDDEN)]


def test_each_language_has_how_far_its_words_were_checked() -> None:
    module = tea().module
    by_hand = module.languages[0].model_copy(
        update={"code": "es", "reviewed_by": "Lina", "reviewed_on": date(2026, 11, 2)}
    )
    by_hand = by_hand.model_copy(update={"state": "reviewed"})
    checked = module.model_copy(update={"languages": (*module.languages, by_hand)})
    made = Room(replace(tea(), module=checked)).open(60)
    made.join(6, language="es")
    made.join(7, language="km")
    found = part(session_report(made.state, None, language="en", names={"es": "Español"}), R.CAME)
    languages = [block for block in found.blocks if isinstance(block, Table)][1]
    rows = {row.text: row.cells for row in languages.rows if isinstance(row.text, Text)}
    assert rows[Text("Español")] == (6, phrase(R.WORDS_BY, who="Lina", day="2026-11-02"))
    assert rows[Text("km")] == (7, phrase(R.WORDS_DRAFT))


def test_a_meeting_that_was_not_brought_to_its_end_says_so() -> None:
    made = day(6)
    made.wait_for("know")
    assert phrase(R.NOT_ENDED) in said(part(report(made.state), R.DAY))
    made.run_out()
    assert phrase(R.NOT_ENDED) not in said(part(report(made.state), R.DAY))


def test_a_meeting_that_nobody_came_to_has_a_report() -> None:
    found = report(Room(small(asks())).open(60).state)
    assert said(part(found, R.CAME))[0] == phrase(R.CAME_ALL, count=0)
    assert said(part(found, R.CHANGED)) == [phrase(R.NOBODY_TWICE)]


def test_every_report_says_what_it_cannot_say() -> None:
    for state in (room(), played(12, TWELVE, TWELVE)):
        keys = [
            text.key for text in said(part(report(state), R.LIMITS)) if isinstance(text, Phrase)
        ]
        assert keys == [
            R.NO_COMPARISON,
            R.SELF_REPORT,
            R.WHO_IS_MISSING,
            R.ONE_ROOM,
            R.SMALL,
            R.METHOD,
        ]


def test_who_gave_no_pair_of_answers_is_counted() -> None:
    state = played(12, dict.fromkeys(range(1, 11), 0), dict.fromkeys(range(4, 13), 1))
    assert phrase(R.WHO_IS_MISSING, count=5) in said(part(report(state), R.LIMITS))


def test_a_vote_is_a_table_whose_small_cells_are_hidden() -> None:
    state = room()
    one = next(iter(state.seats.values()))
    seats = {SeatNo(n): replace(one, number=SeatNo(n)) for n in range(1, 31)}
    counts = {
        key: Count(total=30, counts=(20, 3, 7, *(0 for _ in count.counts[3:])))
        for key, count in state.counts.items()
        if len(count.counts) > 3
    }
    found = report(replace(state, seats=seats, counts=counts))
    [votes] = [
        block
        for each in found.parts
        for block in each.blocks
        if isinstance(block, Table) and block.name == "votes"
    ]
    assert [row.cells for row in votes.rows[:4]] == [(20, 20), (None, None), (None, None), (0, 0)]


@pytest.mark.parametrize(
    ("people", "against", "told"), [(8, 5, False), (30, 3, False), (30, 27, False), (30, 7, True)]
)
def test_how_many_are_strongly_against_it_is_hidden_where_it_tells_too_much(
    people: int, against: int, *, told: bool
) -> None:
    state = room()
    one = next(iter(state.seats.values()))
    seats = {SeatNo(n): replace(one, number=SeatNo(n)) for n in range(1, people + 1)}
    objected = Count(total=people, counts=(people - against, against))
    counts = {**state.counts, StepId("object"): objected}
    found = report(replace(state, seats=seats, counts=counts))
    texts = [text for each in found.parts for text in said(each)]
    assert (phrase(P.SOME_AGAINST, count=against) in texts) == told
