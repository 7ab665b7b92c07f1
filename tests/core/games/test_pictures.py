"""Every label has a picture, so that no game can be understood by readers alone."""

from __future__ import annotations

from pathlib import Path

from thinkcoop.core.games.labels import L
from thinkcoop.core.games.pictures import OF_OPTIONS, PICTURES

SHARED = Path(__file__).parents[3] / "modules" / "_pictures"


def test_every_label_has_a_picture_but_those_that_stand_at_options() -> None:
    assert set(PICTURES) == set(L) - OF_OPTIONS


def test_every_picture_is_drawn() -> None:
    assert set(PICTURES.values()) - {path.stem for path in SHARED.glob("*.svg")} == set()


def test_what_was_taken_looks_different_from_what_was_left() -> None:
    assert PICTURES[L.OFFER_WON] not in {
        PICTURES[each] for each in (L.ONE_OFFER, L.OFFER_OF_PAIR, L.OFFER_NOT_TAKEN)
    }
