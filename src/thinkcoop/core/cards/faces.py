"""Which side of which card means which sign.

Cards have the numbers 1 to 40. The places of the signs are shuffled from card to card, so that
nobody can tell a neighbour's answer from how that card is held. They were drawn once and stay for
ever, because cards are printed: `tests/core/cards/test_faces.py` has all forty.
"""

from __future__ import annotations

from functools import cache
from itertools import permutations
from typing import Literal

from thinkcoop.core.games.chance import Chance

Sign = Literal["A", "B", "C", "D"]
SIGNS: tuple[Sign, ...] = ("A", "B", "C", "D")
CARDS = 40
"""How many cards there are; as many as pictures of people."""
SIDES = 4

Face = tuple[Sign, Sign, Sign, Sign]
"""Signs of the four edges, clockwise from the top, as whoever looks at that side sees them."""

FACES: tuple[Face, ...] = tuple((a, b, c, d) for a, b, c, d in permutations(SIGNS))
"""All 24 ways to lay four signs along four edges."""


@cache
def face(card: int) -> Face:
    """Return the signs along the edges of a card's front, where the marker is.

    The first is the one at the top of the marker. Of the cards 1 to 4, 5 to 8 and so on, no two
    have the same sign at the same edge: cards that are all held alike favour no answer. Raises
    ValueError for a number that no card has.

    >>> sorted(face(card)[0] for card in (1, 2, 3, 4))
    ['A', 'B', 'C', 'D']
    """
    if not 1 <= card <= CARDS:
        raise ValueError(f"there is no card {card}: they have the numbers 1 to {CARDS}")
    first = card - (card - 1) % SIDES
    before = [face(other) for other in range(first, card)]
    chance = Chance("answer card", card)
    while True:
        drawn = FACES[chance.below(len(FACES))]
        if not any(a == b for other in before for a, b in zip(drawn, other, strict=True)):
            return drawn


def back(card: int) -> Face:
    """Return the signs along the edges of the back, which its holder looks at.

    Left and right change places, top and bottom do not: so each sign lies right behind its twin on
    the front. Raises ValueError for a number that no card has.

    >>> front, behind = face(7), back(7)
    >>> (front[0], front[2]) == (behind[0], behind[2]), front[1] == behind[3]
    (True, True)
    """
    top, right, bottom, left = face(card)
    return top, left, bottom, right


def sign_up(card: int, turns: int) -> Sign:
    """Return which sign of the front is up when the card is turned clockwise by quarter turns.

    `turns` is how often, as the camera sees it; any whole number. Raises ValueError for a number
    that no card has.

    >>> sign_up(1, 0) == face(1)[0], sign_up(1, 1) == face(1)[3]
    (True, True)
    """
    return face(card)[-turns % SIDES]
