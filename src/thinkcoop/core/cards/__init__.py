"""Answer cards that a camera reads: what each of the forty looks like, and what pictures show.

Knows no picture, no paper and no seat: only card numbers, quarter turns and the signs A to D.
"""

from __future__ import annotations

from thinkcoop.core.cards.faces import CARDS, SIGNS, Face, Sign, back, face, sign_up
from thinkcoop.core.cards.readings import (
    MOST_PICTURES,
    CardsSeen,
    Reading,
    Sighting,
    roster_of,
    seen_together,
)
from thinkcoop.core.cards.unreadable import Unreadable

__all__ = [
    "CARDS",
    "MOST_PICTURES",
    "SIGNS",
    "CardsSeen",
    "Face",
    "Reading",
    "Sighting",
    "Sign",
    "Unreadable",
    "back",
    "face",
    "roster_of",
    "seen_together",
    "sign_up",
]
