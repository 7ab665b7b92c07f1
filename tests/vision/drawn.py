"""Pictures of cards, drawn point by point from the table of codes."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from thinkcoop.core.cards import Sign, face
from thinkcoop.core.cards.codes import squares

Grey = NDArray[np.uint8]

POINTS = 65
"""Of one square: with its margin a card is as large as the pictures of our kit."""
MARGIN = 160


def card_picture(card: int) -> Grey:
    """The front of a card, 840 points wide, as it is held with the first sign up."""
    light = np.array([[255 * (each == " ") for each in row] for row in squares(card)], np.uint8)
    marker = np.kron(light, np.ones((POINTS, POINTS), np.uint8))
    return np.pad(marker, MARGIN, constant_values=255)


def held(card: int, sign: Sign, side: int = 130) -> Grey:
    """A card, so large, turned until that sign is up."""
    up = np.rot90(card_picture(card), face(card).index(sign))
    return np.asarray(Image.fromarray(np.ascontiguousarray(up)).resize((side, side)), np.uint8)


def room(cards: Mapping[tuple[int, int], Grey], wide: int = 640, high: int = 480) -> Grey:
    """A grey wall with cards on it, by the place of their top left corner."""
    wall = np.full((high, wide), 128, np.uint8)
    for (x, y), card in cards.items():
        wall[y : y + card.shape[0], x : x + card.shape[1]] = card
    return wall


def saved(picture: Grey | Image.Image, kind: str = "PNG", **how: object) -> bytes:
    """The bytes of a picture file."""
    image = picture if isinstance(picture, Image.Image) else Image.fromarray(picture)
    out = io.BytesIO()
    image.save(out, kind, **how)
    return out.getvalue()
