"""The black and white squares of each card's marker: the first forty of ARUCO_MIP_36h12.

Kept here so that cards can be printed where nothing that reads pictures is installed. Any two of
these differ in at least 14 of their 36 squares, however they are turned (`docs/decisions/
0022-answer-cards.md`). The numbers are for ever: cards are in people's hands.
"""

from __future__ import annotations

INNER = 6
"""Squares in a row that carry the code."""
SQUARES = INNER + 2
"""Squares in a row with the black frame."""

CODES = (
    0xD2B63A09D, 0x6001134E5, 0x1206FBE72, 0xFF8AD6CB4, 0x85DA9BC49,
    0xB461AFE9C, 0x6DB51FE13, 0x5248C541F, 0x008F34503, 0x8EA462ECE,
    0xEAC2BE76D, 0x1AF615C44, 0xB48A49F27, 0x2E4E1283B, 0x78B1F2FA8,
    0x27D34F57E, 0x89222FFF1, 0x4C1669406, 0xBF49B3511, 0xDC191CD5D,
    0x11D7C3F85, 0x16A130E35, 0xE29F27EFF, 0x428D8AE0C, 0x90D548477,
    0x2319CBC93, 0xC3B0C3DFC, 0x0424BCCC9, 0x2A081D630, 0x762743D96,
    0xD0645BF19, 0xF38D7FD60, 0xC6CBF9A10, 0x3C1BE7C65, 0x276F75E63,
    0x4490A3F63, 0xDA60ACD52, 0x3CC68DF59, 0xAB46F9DAE, 0x88D533D78,
)  # fmt: skip  # a table of numbers reads better in rows
"""By card, 36 bits each: white is 1, row by row from the top left."""


def squares(card: int) -> tuple[str, ...]:
    """Return the eight rows of a card's marker from the top, eight squares each: `#` is black.

    Raises ValueError for a number that no card has.

    >>> squares(1)[0], squares(1)[1]
    ('########', '#  # ###')
    """
    if not 1 <= card <= len(CODES):
        raise ValueError(f"there is no card {card}: they have the numbers 1 to {len(CODES)}")
    bits = f"{CODES[card - 1]:0{INNER * INNER}b}".replace("1", " ").replace("0", "#")
    rows = (bits[at : at + INNER] for at in range(0, len(bits), INNER))
    frame = "#" * SQUARES
    return (frame, *(f"#{row}#" for row in rows), frame)
