"""Recipes: what came of a vote, what a law says, and what helps who is not ready to choose."""

from __future__ import annotations

from pictures.games import brief
from pictures.parts import *
from pictures.things import *

PICTURES: dict[str, str] = {}


def sheet(*inside: Part) -> str:
    """A sheet of paper on which the law says something about what is drawn inside."""
    return brief(both(rect(7, 3, 50, 58), WHITE), *inside)


def empty_place(x: float, y: float) -> Part:
    """Where a person could be and is not: an outline without colour, 12 wide."""
    return line(circ(x, y, 4) + f"M{x - 6} {y + 15}v-2a6 6 0 0 1 12 0v2z")


def finger(x: float, y: float, h: float) -> Part:
    """A finger that points up; x is its middle, y its root, h how long it is."""
    return both(f"M{x - 3} {y}v{3 - h}a3 3 0 0 1 6 0v{h - 3}", PEACH)


def open_hand(flip: bool = False) -> Part:
    """The left one of two hands that are held up, five fingers each."""
    part = both("M9 33l-4-5q-3-1-3 3l4 12 7 10v8h12v-8q4-3 4-12v-8z", PEACH)
    for x, top in ((10, 17), (16, 23), (22, 22), (27, 16)):
        part += finger(x, 35, top)
    return place(part, 64 if flip else 0, 0, 1, flip)


# --- what came of a vote ---------------------------------------------------------------------------

PICTURES |= {
    "no-agreement": brief(
        *(pawn(x, 42, cloth, 5, 8, 14) for x, cloth in ((11, ORANGE), (32, BLUE), (53, GREEN))),
        line("M3 3h16v20h-4l-4 6v-6H3zM24 3h16v20h-4l-4 6v-6h-8zM45 3h16v20h-4l-4 6v-6h-8z"),
        fill("M11 7l6 11H5z", ORANGE),
        fill(circ(32, 13, 5), BLUE),
        fill(rect(48, 8, 10, 10), GREEN),
    ),
    "too-few-votes": brief(
        both(rect(10, 40, 44, 20), SAND),
        fill(rect(20, 41, 24, 4), TEAL),
        both("M26 40V27h12v13", WHITE),
        pawn(8, 8, AQUA, 4, 6, 11),
        *(empty_place(x, 8) for x in (24, 40, 56)),
    ),
}

# --- what a law says -------------------------------------------------------------------------------

PICTURES |= {
    "law": sheet(
        ink((32, 11), (32, 52), w=3),
        ink((23, 52), (41, 52), w=3),
        ink((17, 18), (47, 18), w=3),
        ink((17, 18), (12, 32), w=2),
        ink((17, 18), (22, 32), w=2),
        ink((47, 18), (42, 32), w=2),
        ink((47, 18), (52, 32), w=2),
        fill("M11 32h12q-1 6-6 6t-6-6zM41 32h12q-1 6-6 6t-6-6z", ORANGE),
    ),
    "law-register": sheet(
        both("M19 22q0-12 13-12t13 12z", BLUE),
        both("M21 22h22v5q-1 9-11 9t-11-9z", PEACH),
        spots(1.8, TEAL, (28, 27), (36, 27)),
        both("M15 58q0-18 17-18t17 18z", AQUA),
        tick(33, 51, 0.7),
    ),
    "law-members": sheet(
        *(pawn(x, y, AQUA, 4.5, 7, 10) for x, y in ((19, 14), (45, 14), (19, 39))),
        ink((45, 37), (45, 53), w=5, colour=ORANGE),
        ink((37, 45), (53, 45), w=5, colour=ORANGE),
    ),
    "law-trades": sheet(
        stall(20, 8, 24, 20, 2),
        rickshaw(19, 32, 0.7, people=False),
    ),
    "law-farms": sheet(
        fill("M9 47h46v12H9z", GREEN),
        sprout(20, 47, 0.9),
        place(sprout(0, 0, 1.1), 43, 47),
        sun(32, 17, 6, 8),
    ),
    "law-capital": sheet(
        note(14, 10, 36, 17),
        coin(20, 43, 8),
        coin(38, 37, 8),
        coin(44, 50, 6),
    ),
}

# --- what helps ------------------------------------------------------------------------------------

PICTURES |= {
    "ten-fingers": brief(open_hand(), open_hand(flip=True)),
}
