"""Pictures of cards that are held up, drawn: what a camera would see in good light."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
from PIL import Image

from thinkcoop.core.cards import SIGNS, Sign, sign_up
from thinkcoop.core.cards.codes import squares

SQUARE_PX = 12
GAP_PX = 60
WHITE = 255


def picture_of(cards: Mapping[int, Sign]) -> bytes:
    """A JPEG in which each of these cards is held so that this sign is up."""
    rows = [_card(card, sign) for card, sign in cards.items()]
    whole = np.concatenate(rows, axis=1) if rows else np.full((200, 300), WHITE, np.uint8)
    out = io.BytesIO()
    Image.fromarray(whole).save(out, "JPEG", quality=90)
    return out.getvalue()


def _card(card: int, sign: Sign) -> np.ndarray[tuple[int, int], np.dtype[np.uint8]]:
    turns = next(k for k in range(len(SIGNS)) if sign_up(card, k) == sign)
    bits = np.array([[0 if s == "#" else WHITE for s in row] for row in squares(card)], np.uint8)
    large = np.kron(bits, np.ones((SQUARE_PX, SQUARE_PX), np.uint8))
    return np.pad(np.rot90(large, -turns), GAP_PX, constant_values=WHITE)
