from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.cards import (
    CARDS,
    MOST_PICTURES,
    SIGNS,
    CardsSeen,
    Reading,
    Sighting,
    roster_of,
    seen_together,
)

READINGS = st.builds(Reading, st.integers(1, CARDS), st.sampled_from(SIGNS))
PICTURES = st.builds(Sighting, readings=st.frozensets(READINGS, max_size=12), pixels=st.just(1))
ROSTERS = st.integers(1, CARDS).map(roster_of)


def picture(*readings: Reading) -> Sighting:
    return Sighting(readings=frozenset(readings), pixels=1)


@given(st.lists(PICTURES, max_size=6), ROSTERS)
def test_the_order_of_pictures_does_not_matter_nor_looking_twice(
    pictures: list[Sighting], roster: frozenset[int]
) -> None:
    again = pictures + pictures[::-1]
    assert seen_together(again, roster) == seen_together(pictures, roster)


@given(st.lists(PICTURES, max_size=6), ROSTERS)
def test_a_card_is_seen_or_in_doubt_and_only_when_it_is_on_the_roster(
    pictures: list[Sighting], roster: frozenset[int]
) -> None:
    together = seen_together(pictures, roster)
    shown = {reading.card for each in pictures for reading in each.readings}
    assert set(together.seen) | set(together.disagree) == shown & roster
    assert set(together.seen) & set(together.disagree) == set()


def test_cards_on_which_two_pictures_disagree_are_left_out() -> None:
    first = picture(Reading(7, "B"), Reading(3, "A"), Reading(30, "C"))
    second = picture(Reading(7, "C"), Reading(3, "A"), Reading(1, "D"))
    together = seen_together([first, second], roster_of(10))
    assert together == CardsSeen(seen={1: "D", 3: "A"}, disagree=(7,))
    assert list(together.seen) == [1, 3]
    assert together.missing(roster_of(7)) == (2, 4, 5, 6, 7)


def test_twelve_pictures_are_the_most() -> None:
    with pytest.raises(ValueError, match="12 is the most"):
        seen_together([picture()] * (MOST_PICTURES + 1), roster_of(1))


@pytest.mark.parametrize("people", [0, 41])
def test_there_are_cards_for_one_to_forty_people(people: int) -> None:
    with pytest.raises(ValueError, match="1 to 40 people"):
        roster_of(people)
