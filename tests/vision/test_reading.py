from __future__ import annotations

import cv2
import numpy as np
import pytest
from PIL import Image

from bench.card_rooms import BACKGROUNDS, CONDITIONS, background, photograph, shot
from tests.vision.drawn import Grey, card_picture, held, room, saved
from thinkcoop.core.cards import CARDS, SIGNS, Reading, Sighting, Sign, Unreadable, face, roster_of
from thinkcoop.core.cards.codes import squares
from thinkcoop.vision import read_cards

ALL = roster_of(CARDS)


def readings(picture: bytes, roster: frozenset[int] = ALL) -> list[Reading]:
    seen = read_cards(picture, roster)
    assert not isinstance(seen, Unreadable)
    return sorted(seen.readings)


def turned(card: Grey, degrees: float) -> Grey:
    """Against the clock, on the grey wall."""
    image = Image.fromarray(card).rotate(
        degrees, Image.Resampling.BICUBIC, expand=True, fillcolor=128
    )
    return np.asarray(image, np.uint8)


def test_the_codes_are_those_of_the_family_that_libraries_know() -> None:
    family = cv2.aruco.getPredefinedDictionary(cv2.aruco.DICT_ARUCO_MIP_36h12)
    for card in range(1, CARDS + 1):
        light = cv2.aruco.generateImageMarker(family, card - 1, 8)
        rows = tuple("".join(" " if each else "#" for each in row) for row in light)
        assert squares(card) == rows


@pytest.mark.parametrize("sign", SIGNS)
def test_every_card_is_read_in_every_turn(sign: Sign) -> None:
    places = {(x * 150 + 10, y * 150 + 10): None for y in range(5) for x in range(8)}
    cards = {spot: held(n, sign) for n, spot in enumerate(places, start=1)}
    expected = [Reading(card, sign) for card in range(1, CARDS + 1)]
    assert readings(saved(room(cards, 1220, 770))) == expected


def test_turning_the_photograph_turns_the_signs() -> None:
    picture = card_picture(12)
    signs = [readings(saved(np.ascontiguousarray(np.rot90(picture, -k))))[0].sign for k in range(4)]
    assert (signs, face(12)) == (["C", "A", "B", "D"], ("C", "D", "B", "A"))


@pytest.mark.parametrize("degrees", [-30, -15, 15, 30])
def test_a_card_that_is_held_askew_is_read(degrees: float) -> None:
    wall = room({(100, 100): turned(held(5, "C", 150), degrees)})
    assert readings(saved(wall)) == [Reading(5, "C")]


@pytest.mark.parametrize("degrees", [40, 45, 50])
def test_a_card_that_is_held_on_a_corner_is_left_out(degrees: float) -> None:
    wall = room({(100, 100): turned(held(5, "C", 150), degrees)})
    assert readings(saved(wall)) == []


def test_a_card_that_is_there_twice_is_left_out() -> None:
    wall = room({(20, 20): held(9, "A"), (300, 20): held(9, "A"), (20, 250): held(10, "B")})
    assert readings(saved(wall)) == [Reading(10, "B")]


def test_a_card_that_nobody_in_the_room_has_is_left_out() -> None:
    wall = room({(20, 20): held(9, "A"), (300, 20): held(30, "A")})
    assert readings(saved(wall), roster_of(9)) == [Reading(9, "A")]


def test_a_mirrored_picture_shows_nothing() -> None:
    assert readings(saved(np.ascontiguousarray(room({(20, 20): held(9, "A")})[:, ::-1]))) == []


def test_the_points_of_the_picture_are_counted_as_it_came() -> None:
    seen = read_cards(saved(np.full((90, 70), 128, np.uint8)), ALL)
    assert seen == Sighting(readings=frozenset(), pixels=6300)


@pytest.mark.parametrize("size", [(1, 1), (1, 900), (900, 2), (9, 9), (40, 40)])
def test_a_tiny_or_narrow_picture_shows_nothing(size: tuple[int, int]) -> None:
    assert readings(saved(Image.new("L", size, 200))) == []


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda each: each.name)
def test_a_whole_room_is_read_and_nothing_is_read_wrongly(condition: object) -> None:
    chosen = next(each for each in CONDITIONS if each is condition)
    cards = {card: card_picture(card) for card in range(1, CARDS + 1)}
    drawn = photograph(cards, chosen, 56, np.random.default_rng(4))
    seen = {reading.card: reading.sign for reading in readings(drawn.jpeg)}
    assert {card: drawn.truth[card] for card in seen} == seen
    assert len(seen) >= 37


@pytest.mark.parametrize("kind", BACKGROUNDS)
def test_a_room_without_cards_shows_none(kind: str) -> None:
    chance = np.random.default_rng(8)
    for condition in CONDITIONS[:3]:
        assert readings(shot(background(900, 700, chance, kind), condition, chance)) == []
