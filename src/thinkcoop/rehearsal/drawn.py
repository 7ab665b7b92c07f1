"""A picture of cards that are held up, drawn: what a camera sees in good light. No library."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

from thinkcoop.core.cards import SIGNS, sign_up
from thinkcoop.core.cards.codes import squares

SQUARE_PX = 8
GAP_SQUARES = 4
"""White around each card."""
CARDS_IN_A_ROW = 8
BLACK, WHITE = b"\x00", b"\xff"
PNG = b"\x89PNG\r\n\x1a\n"
GREY_8 = (8, 0, 0, 0, 0)
"""Eight bits a point, grey, and nothing special."""


def picture_of(cards: Sequence[tuple[int, int]]) -> bytes:
    """A PNG of these cards, each with this sign up (0 for A)."""
    drawn = [_card(card, sign) for card, sign in cards]
    rows = [
        "".join(line).ljust(CARDS_IN_A_ROW * len(drawn[0][0]))
        for at in range(0, len(drawn), CARDS_IN_A_ROW)
        for line in zip(*drawn[at : at + CARDS_IN_A_ROW], strict=True)
    ]
    return _png([_points(row) for row in rows])


def quarter_turns(card: int, sign: int) -> int:
    """How often the card must be turned clockwise so that this sign is up."""
    return next(k for k in range(len(SIGNS)) if sign_up(card, k) == SIGNS[sign])


def _card(card: int, sign: int) -> list[str]:
    rows = list(squares(card))
    for _ in range(quarter_turns(card, sign)):
        rows = ["".join(column) for column in zip(*reversed(rows), strict=True)]
    side = " " * GAP_SQUARES
    empty = [" " * (len(rows) + 2 * GAP_SQUARES)] * GAP_SQUARES
    return [*empty, *(f"{side}{row}{side}" for row in rows), *empty]


def _points(row: str) -> bytes:
    return b"".join((BLACK if square == "#" else WHITE) * SQUARE_PX for square in row)


def _png(rows: Sequence[bytes]) -> bytes:
    height, lines = len(rows) * SQUARE_PX, _lines(rows)
    head = struct.pack(">II5B", len(rows[0]), height, *GREY_8)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines))), (b"IEND", b""))
    return PNG + b"".join(_part(name, data) for name, data in parts)


def _lines(rows: Sequence[bytes]) -> Iterator[bytes]:
    """Each row of squares as rows of points, every one with its filter: none."""
    for row in rows:
        yield (b"\x00" + row) * SQUARE_PX


def _part(name: bytes, data: bytes) -> bytes:
    sum_of_all = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", sum_of_all)
