from __future__ import annotations

from collections import Counter

import pytest

from thinkcoop.core.cards import CARDS, SIGNS, back, face, sign_up
from thinkcoop.core.screens.people import PEOPLE

EVERY = range(1, CARDS + 1)
FOR_EVER = """
BCDA ABCD CDAB DABC CDBA DACB ABDC BCAD BACD DBAC
ACDB CDBA CDAB ABDC DCBA BACD DBAC BACD ACDB CDBA
CBAD ACDB BDCA DABC DCBA ABCD CADB BDAC BCDA DACB
ADBC CBAD CBDA DCAB BACD ADBC CADB DBAC BDCA ACBD
"""


def test_the_places_of_the_signs_are_those_of_the_cards_that_were_printed() -> None:
    assert ["".join(face(card)) for card in EVERY] == FOR_EVER.split()


@pytest.mark.parametrize("card", EVERY)
def test_the_four_turns_of_a_card_give_the_four_signs(card: int) -> None:
    assert {sign_up(card, turns) for turns in range(4)} == set(SIGNS)


def test_a_card_that_is_turned_clockwise_shows_what_was_at_its_left() -> None:
    assert [sign_up(1, turns) for turns in (0, 1, 2, 3)] == ["B", "A", "D", "C"]
    assert [sign_up(1, turns) for turns in (-1, 4, 5)] == ["C", "B", "A"]


def test_cards_that_are_all_held_alike_favour_no_answer() -> None:
    for turns in range(4):
        assert Counter(sign_up(card, turns) for card in EVERY) == dict.fromkeys(SIGNS, CARDS // 4)


def test_no_card_is_like_the_one_before() -> None:
    assert [card for card in EVERY[1:] if face(card) == face(card - 1)] == []


@pytest.mark.parametrize("card", EVERY)
def test_each_sign_on_the_back_lies_behind_its_twin_on_the_front(card: int) -> None:
    top, right, bottom, left = face(card)
    assert back(card) == (top, left, bottom, right)


@pytest.mark.parametrize("card", [0, 41, -1])
def test_a_number_that_no_card_has_is_refused(card: int) -> None:
    for asked in (face, back):
        with pytest.raises(ValueError, match="there is no card"):
            asked(card)


def test_there_is_a_picture_for_every_card() -> None:
    assert len(PEOPLE) == CARDS
