"""What one picture shows, and what several pictures of the same question show together.

The law of this module: the order of pictures does not matter, nor does looking at one twice. Where
two pictures disagree about a card, that card is left out and its holder is asked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from thinkcoop.core.cards.faces import CARDS, Sign

MOST_PICTURES = 12
"""So many pictures of one question are looked at together."""


@dataclass(frozen=True, slots=True, order=True)
class Reading:
    """One card with the sign that is up."""

    card: int
    """Its number, 1 to 40."""
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """What one picture shows."""

    readings: frozenset[Reading]
    pixels: int
    """How many points the picture has, as it came."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsSeen:
    """What all pictures show together."""

    seen: Mapping[int, Sign] = field(default_factory=dict)
    """Sign by card, in the order of numbers."""
    disagree: tuple[int, ...] = ()
    """Cards that show one sign here and another there, in order; none of them is in `seen`."""

    def missing(self, roster: frozenset[int]) -> tuple[int, ...]:
        """Return the cards of the roster without a sign, in order; those that disagree too."""
        return tuple(sorted(roster - frozenset(self.seen)))


def roster_of(people: int) -> frozenset[int]:
    """Return the cards 1 to `people`. Raises ValueError below 1 and above 40."""
    if not 1 <= people <= CARDS:
        raise ValueError(f"there are cards for 1 to {CARDS} people, not {people}")
    return frozenset(range(1, people + 1))


def seen_together(sightings: Iterable[Sighting], roster: frozenset[int]) -> CardsSeen:
    """Return what the pictures show of the cards on the roster; others are left out.

    Raises ValueError for more than twelve pictures.
    """
    pictures = tuple(sightings)
    if len(pictures) > MOST_PICTURES:
        raise ValueError(f"{len(pictures)} pictures, and {MOST_PICTURES} is the most")
    every = frozenset[Reading]().union(*(picture.readings for picture in pictures))
    signs: dict[int, list[Sign]] = {}
    for reading in sorted(every):
        if reading.card in roster:
            signs.setdefault(reading.card, []).append(reading.sign)
    return CardsSeen(
        seen={card: found[0] for card, found in signs.items() if len(found) == 1},
        disagree=tuple(card for card, found in signs.items() if len(found) > 1),
    )
