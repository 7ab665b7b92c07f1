"""How far apart the room was before and after the talk, worked out from counts."""

from __future__ import annotations

from functools import cache

import pytest

from tests.core.figures.process_rooms import begun, told
from tests.room import Room, options, small, tea
from thinkcoop.core.figures.process_parts import AskedTwice, CountOfVotes, VotesOnWays
from thinkcoop.core.figures.process_spread import moved, spread
from thinkcoop.core.kinds import Ask, Ballot, Discuss
from thinkcoop.core.kinds.decide import WaysBallot
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import SeatNo

ABC = options("a", "b", "c")
TALK = Discuss(text="Talk.")


def everyone(room: Room, step: str, *values: int) -> None:
    """Go to this step; person i + 1 answers with values[i], who has none is silent."""
    room.wait_for(step)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))
    for number, value in enumerate(values, 1):
        room.answer(number, value)
    if step in room.open_steps():
        room.do(c.GoOn())


# ------------------------------------------------------------------ the votes on the ways


@cache
def _ways() -> tuple[str, str]:
    """The ids of the two votes."""
    ballots = [each for each in tea("game").by_key.values() if isinstance(each, WaysBallot)]
    first = next(each.id for each in ballots if not each.again_vote)
    return first, next(each.id for each in ballots if each.again_vote)


def voted(first: tuple[int, ...], second: tuple[int, ...], *, people: int = 8) -> VotesOnWays:
    room = Room(tea("game")).open(90)
    room.join(people)
    everyone(room, _ways()[0], *first)
    everyone(room, _ways()[1], *second)
    room.run_out()
    votes = told(room).votes
    assert votes is not None
    return votes


def padded(*counts: int) -> tuple[int, ...]:
    """These counts of the first ways, and nobody for the others."""
    return (*counts, *[0] * (len(told(Room(tea("game"))).votes.ways) - len(counts)))  # type: ignore[union-attr]  # it has one


def test_both_votes_are_told_with_how_far_the_second_is_from_the_first() -> None:
    found = voted((0, 0, 0, 0, 1, 1, 1, 1), (0, 0, 0, 0, 0, 0, 1, 1))
    assert found.first == CountOfVotes(
        total=8, counts=padded(4, 4), spread=spread("nominal", padded(4, 4), 8)
    )
    assert found.second == CountOfVotes(
        total=8, counts=padded(6, 2), spread=spread("nominal", padded(6, 2), 8)
    )
    assert (found.moved, found.voted_twice, found.changed_at_least) == (0.25, 8, 2)


def test_of_who_voted_once_nobody_knows_that_they_changed() -> None:
    found = voted((0, 0, 0, 0, 1, 1, 1), (0, 1, 1, 1, 1, 1, 1, 1))
    assert (found.voted_twice, found.changed_at_least) == (7, 3)


def test_fewer_than_five_votes_have_a_sum_and_nothing_else() -> None:
    found = voted((0, 0, 1, 1), (0, 0, 0, 0, 1))
    assert found.first == CountOfVotes(total=4, counts=None, spread=None)
    assert found.second is not None
    assert found.second.counts == padded(4, 1)
    assert (found.moved, found.voted_twice, found.changed_at_least) == (None, 4, None)


def test_a_second_vote_that_was_not_held_is_none() -> None:
    room = Room(tea("game")).open(90)
    room.join(6)
    everyone(room, _ways()[0], *[0] * 6)
    found = told(room).votes
    assert found is not None
    assert found.first == CountOfVotes(total=6, counts=padded(6), spread=0)
    assert (found.second, found.moved, found.changed_at_least) == (None, None, None)


def test_on_slips_nobody_knows_who_voted_twice() -> None:
    room = Room(tea("game")).open(90)
    first, second = (room.program.by_key[key] for key in room.program.by_key if key in _ways())
    for step, counts in ((first, padded(6, 2)), (second, padded(2, 6))):
        assert isinstance(step, WaysBallot)
        room.do(c.TypeBallot(step=step.key, answer=room.name(), counts=counts))
    found = told(room).votes
    assert found is not None
    assert (found.on_slips, found.moved) == (True, 0.5)
    assert (found.voted_twice, found.changed_at_least) == (None, None)


def test_a_day_without_a_vote_on_ways_has_none() -> None:
    assert told(Room(small((TALK,)))).votes is None


# ------------------------------------------------------------------ what is put twice


def put_twice(kind: str, before: tuple[int, ...], now: tuple[int, ...]) -> AskedTwice:
    made = {
        "one": Ask(id="one", text="Which?", options=ABC),
        "scale": Ask(id="one", text="How?", pick="scale"),
        "several": Ask(id="one", text="Which?", options=ABC, pick="several"),
        "ballot": Ballot(id="one", text="Which?", options=ABC),
    }[kind]
    again = made.model_copy(update={"id": "two", "again_of": "one"})
    room = begun((made, TALK, again), people=max(len(before), len(now)))
    everyone(room, "one", *before)
    everyone(room, "two", *now)
    room.run_out()
    [found] = told(room).twice
    return found


def test_a_question_that_is_put_again_tells_the_spread_before_and_after_the_talk() -> None:
    assert put_twice("one", (0, 0, 1, 1, 2, 2), (0, 0, 0, 0, 0, 0)) == AskedTwice(
        first="one",
        again="two",
        measure="nominal",
        people_before=6,
        people_now=6,
        on_forms=False,
        spread_before=1,
        spread_now=0,
        moved=0.6667,
    )


@pytest.mark.parametrize(
    ("kind", "measure", "before"),
    [("scale", "ordinal", 1), ("several", "several", 0.6667), ("ballot", "nominal", 0.75)],
)
def test_each_kind_of_question_has_its_measure(kind: str, measure: str, before: float) -> None:
    found = put_twice(kind, (0, 0, 0, 2, 2, 2), (1, 1, 1, 1, 1, 1))
    assert (found.measure, found.spread_before, found.spread_now) == (measure, before, 0)
    assert found.moved == 1


def test_four_people_have_no_spread() -> None:
    found = put_twice("one", (0, 1, 2, 0), (0, 0, 0, 0, 0))
    assert (found.people_before, found.spread_before, found.moved) == (4, None, None)
    assert (found.people_now, found.spread_now) == (5, 0)


def test_nobody_answering_is_nobody_and_no_spread() -> None:
    found = put_twice("one", (), (0, 0, 0, 0, 0))
    assert (found.people_before, found.spread_before) == (0, None)


def test_what_may_still_be_answered_is_not_told() -> None:
    made = Ask(id="one", text="Which?", options=ABC)
    again = made.model_copy(update={"id": "two", "again_of": "one"})
    room = begun((made, again), people=6)
    for seat in range(1, 6):
        room.answer(seat, 0)
    assert [each.people_before for each in told(room).twice] == [0]


def test_forms_speak_where_the_room_was_silent() -> None:
    made = Ask(id="one", text="Which?", options=ABC)
    again = made.model_copy(update={"id": "two", "again_of": "one"})
    room = begun((made, again), people=6)
    room.run_out()
    for number in range(1, 7):
        fields = (c.FormField(step=made.key, value=(number % 2,)),)
        room.do(c.TypeForm(form=number, seat=SeatNo(number), answer=room.name(), fields=fields))
    [found] = told(room).twice
    assert (found.on_forms, found.people_before, found.spread_before) == (True, 6, 0.75)


def test_numbers_and_words_have_no_options_to_be_apart_in() -> None:
    made = Ask(id="one", text="How many?", pick="number")
    again = made.model_copy(update={"id": "two", "again_of": "one"})
    assert told(Room(small((made, again)))).twice == ()


def test_counts_of_other_options_are_not_compared() -> None:
    assert moved("nominal", ((5, 0), 5), ((5, 0, 0), 5)) is None
