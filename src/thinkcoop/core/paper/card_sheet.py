"""Answer cards to print, as data: for each card its marker, its signs front and back, its picture.

A card is a sheet with two sides. The front is for the camera, the back for its holder; printed on
both sides and turned over the long edge, each sign lies behind its twin. There is no word and no
name on it.
"""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.cards.codes import squares
from thinkcoop.core.cards.faces import Face, back, face
from thinkcoop.core.cards.readings import roster_of
from thinkcoop.core.screens.people import PEOPLE

MARKER_MM, MARKER_OF_TWO_MM = 130, 84
"""Side of the black square: for a room, and for a circle of people who sit near."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCard:
    """One card."""

    number: int
    squares: tuple[str, ...]
    """The marker, eight rows from the top, eight squares each: `#` is black."""
    front: Face
    """Signs along the edges of the side with the marker, clockwise from the top."""
    back: Face
    """The same of the holder's side."""
    picture: str
    """Name of the picture whose person holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSheet:
    """Cards for the printer, one or two on a page."""

    cards: tuple[PaperCard, ...]
    marker_mm: int
    two: bool
    grey: bool


def card_sheet(people: int, *, two: bool = False, grey: bool = False) -> CardSheet:
    """Return cards for that many people. Raises ValueError below 1 and above 40."""
    cards = tuple(
        PaperCard(
            number=number,
            squares=squares(number),
            front=face(number),
            back=back(number),
            picture=PEOPLE[number - 1],
        )
        for number in sorted(roster_of(people))
    )
    marker_mm = MARKER_OF_TWO_MM if two else MARKER_MM
    return CardSheet(cards=cards, marker_mm=marker_mm, two=two, grey=grey)
