"""Recipes: what the games are played with, what happens in them, and what people choose there."""

from __future__ import annotations

import re

from pictures.parts import *
from pictures.things import *

PICTURES: dict[str, str] = {}


def brief(*parts: Part) -> str:
    """As `scene`, with every path written as short as it can be."""
    return re.sub(r'd="([^"]+)"', lambda d: f'd="{short(d[1])}"', scene(*parts))


BEAN = "M-8-6q6-5 11-1 5-3 9 2 4 7-3 11-8 3-15-3-6-5-2-9z"


def bean(x: float, y: float, s: float = 1, flip: bool = False) -> Part:
    """A bean, 21 wide, 16 high; x, y is its middle."""
    return place(fill(BEAN, ORANGE), x, y, s, flip)


def scales(tilt: float = 0, top: float = 12) -> Part:
    """A pair of scales; the right pan hangs lower by twice `tilt`."""
    left, right = top - tilt, top + tilt
    return (
        line(
            f"M32 {top - 5}V58M22 59h20M11 {left}L53 {right}"
            f"M11 {left}L4 {left + 19}M11 {left}l7 19M53 {right}l-7 19M53 {right}l7 19"
        )
        + both(f"M2 {left + 19}h18q-2 8-9 8t-9-8z", PEACH)
        + both(f"M44 {right + 19}h18q-2 8-9 8t-9-8z", PEACH)
    )


def umbrella(x: float, y: float, s: float = 1) -> Part:
    """An open umbrella; x, y is the middle of its lower edge, 56 wide, 22 high."""
    return place(both("M-28 0C-26-28 26-28 28 0q-7-5-14 0-7-5-14 0-7-5-14 0-7-5-14 0z", LILAC), x, y, s)


def bolt(x: float, y: float, s: float = 1) -> Part:
    """A flash that stands for trouble; x, y is its middle, 14 wide, 28 high."""
    return place(both("M2-14L-7 2h7L-3 14 7-2H1l4-12z", ORANGE), x, y, s)


def cube(x: float, y: float, a: float = 10) -> Part:
    """A small block of ice; x, y is its upper left corner."""
    return both(rect(x, y, a, a), SKY) + ink((x + 3, y + 3), (x + 3, y + 7), w=2, colour=WHITE)


def notes(x: float, y: float, n: int) -> Part:
    """Bank notes on one another, 24 wide; x, y is the middle of the foot."""
    middles = [y - 5 - 9 * k for k in range(n)]
    return both("".join(rect(x - 12, m - 4, 24, 9) for m in middles), LILAC) + spots(
        2, TEAL, *((x, m + 0.5) for m in middles)
    )


def house(x: float, y: float) -> Part:
    """A small house; x, y is the middle of its foot, 22 wide, 24 high."""
    return place(both("M-8-13H8V0H-8z", CREAM) + both("M-11-12L0-24l11 12z", ORANGE), x, y)


def _small(x: float, y: float) -> str:
    """One of a crowd, 8 wide, 14 high, in one path."""
    return f"{circ(x, y, 3)}M{x - 4} {y + 10}q0-6 4-6t4 6z"


CROWD = [(8 + 12 * i, 8 + 19 * k) for k in range(3) for i in range(5)]
STRUCK = [(32, 8), (8, 27), (44, 46)]


# --- what is played with -------------------------------------------------------------------------

PICTURES |= {
    "die": brief(
        both(rect(8, 8, 48, 48, 8), WHITE),
        spots(4.5, TEAL, (20, 20), (44, 20), (32, 32), (20, 44), (44, 44)),
    ),
    "bean": brief(both(move(BEAN, 31, 31, 2.2), ORANGE), ink((19, 22), (27, 20), w=3, colour=PEACH)),
    "pot-empty": brief(
        both("M22 36q-9 5-9 13 0 12 12 12h14q12 0 12-12 0-8-9-13z", SAND),
        both("M17 33q0-6 15-6t15 6-15 6-15-6z", TEAL),
        both(circ(32, 11, 8), CREAM),
        cross(32, 11, 1.1),
    ),
    "trouble-card": brief(
        both("M23 14L4 19l10 39 9-2z", SAND),
        both(rect(23, 10, 34, 50, 4), WHITE),
        bolt(40, 35, 1.2),
    ),
    "melted-ice": brief(
        sun(15, 15, 5, 8),
        fill("M3 52q3-8 15-7h28q14 0 15 7-3 9-29 9T3 52z", SKY),
        line("M3 52q3-8 15-7M46 45q14 0 15 7-3 9-29 9T3 52"),
        both("M22 48V36l6-7h15v13l-6 7q-3 3-7 0-4 3-8-1z", WHITE),
        line("M51 20q-5 7 0 9 5-2 0-9zM40 12q-4 6 0 7 4-1 0-7z"),
    ),
    "unpaid": brief(
        pawn(10, 40, AQUA, 5, 7, 14),
        pawn(31, 40, AQUA, 5, 7, 14),
        pawn(53, 40, PINK, 5, 7, 14),
        coin(10, 19, 7),
        coin(31, 19, 7),
        both(circ(53, 19, 7), WHITE),
        cross(53, 19, 0.7),
    ),
    "collector-late": brief(
        clock(18, 17, 13, PINK),
        pawn(10, 44, AQUA, 5, 7, 10),
        rickshaw(32, 31, 0.8, ORANGE, people=False),
        line("M3 61h58M24 45h4"),
    ),
    "fund-pot": brief(pot(32, 28, 1.1), heart(32, 45, 0.9, PINK), coin(32, 11, 7)),
    "fee-1": brief(pot(32, 41, 0.7), pinch(29, 21, 0.9), both(circ(32, 30, 5), CREAM)),
    "fee-2": brief(
        pot(32, 41, 0.7),
        pinch(35, 21, 0.8),
        both(circ(26, 31, 4.5) + circ(38, 31, 4.5), CREAM),
    ),
    "no-accident-year": brief(
        rickshaw(3, 25, 1, BLUE), sun(49, 15, 5, 8), tick(50, 45, 1), line("M3 61h36")
    ),
    "many-days": brief(
        both("M22 4h39v38h-8V12H22z", PEACH),
        both("M13 12h40v38h-9V20H13z", CREAM),
        calendar(4, 20, 40, 40, 9),
        fill("M14 50a10 10 0 0 1 20 0z", ORANGE),
        ink((10, 51), (38, 51), w=3),
    ),
    "100-people": brief(
        fill("".join(_small(x, y) for x, y in CROWD if (x, y) not in STRUCK), TEAL),
        fill("".join(_small(x, y) for x, y in STRUCK), ORANGE),
    ),
    "checker": brief(
        pawn(32, 10, PINK, 7, 13, 15),
        both(rect(3, 31, 58, 6, 2), SAND),
        line("M8 37v23M56 37v23"),
        spots(3.5, ORANGE, (8, 26), (17, 26), (13, 20)),
        paper(46, 12, 15, 17, 2),
    ),
    "own-numbers": brief(
        both(rect(6, 5, 40, 54, 3), WHITE),
        *(coin(16, y, 5) for y in (17, 35)),
        ink((26, 17), (38, 17), w=3),
        ink((26, 35), (33, 35), w=3),
        pen(29, 50, 1.6),
    ),
    "broken-squares": brief(
        both("M3 5h19v9l-7 12H3z", ORANGE),
        both("M30 4l20 5-13 14z", SKY),
        both("M45 24l16-3-3 18-10 2z", PINK),
        both("M5 38l17-6 5 14-12 4z", CREAM),
        both("M31 31l10 6-4 13-9-7z", LILAC),
        both("M40 51l17-5 2 14H38zM7 57l12-2 6 6H7z", AQUA),
    ),
    "squares-done": brief(
        both("M4 5h14v12L4 29zM34 35h11l-11 24z", ORANGE),
        both("M18 5h10v24H4l14-12zM45 35h13v24H34z", SKY),
        both("M35 5h24L35 29zM4 35h24L16 47z", PINK),
        both("M59 5v24H35zM4 35l12 12L4 59z", CREAM),
        both("M28 35v24H4z", LILAC),
    ),
}

# --- buying, selling, bargaining -----------------------------------------------------------------

PICTURES |= {
    "offer-secret": brief(
        note(16, 4, 32, 20),
        both("M5 20h54v38H5z", CREAM),
        line("M5 20l27 21 27-21"),
        padlock(32, 45, 1.1),
    ),
    "pair-offer": brief(
        both("M8 4h48v22H39l-7 7-7-7H8z", WHITE),
        note(20, 8, 24, 14),
        pawn(15, 40, ORANGE, 6, 9, 14),
        pawn(49, 40, AQUA, 6, 9, 14),
    ),
    "one-offer": brief(
        *(pawn(x, 12, AQUA, 5, 7, 18) for x in (10, 32, 54)),
        both(rect(4, 33, 56, 26), LILAC),
        spots(6, TEAL, (32, 46)),
        spots(2, TEAL, (12, 46), (52, 46)),
    ),
    "offer-won": brief(
        place(note(0, 0, 34, 19), 6, 4),
        tick(52, 14, 1.1),
        clasp(32, 44),
    ),
    "offer-left": brief(
        pawn(18, 22, AQUA, 7, 11, 18),
        both(rect(32, 6, 28, 17, 2), WHITE),
        cross(46, 14.5, 0.9),
        basket(35, 45, 24, 14),
        spots(4, GREEN, (43, 41)),
        spots(4, ORANGE, (51, 41)),
        line("M4 61h56"),
    ),
    "each-gets": brief(
        both(rect(17, 2, 30, 15), LILAC),
        spots(3, TEAL, (32, 9.5)),
        line("M22 22l-7 7M42 22l7 7M32 22v7"),
        spots(5, ORANGE, (11, 36), (32, 36), (53, 36)),
        *(pawn(x, 47, AQUA, 4, 6, 9) for x in (11, 32, 53)),
    ),
    "outsider": brief(
        *(pawn(x, y, AQUA, 5, 7, 11) for x, y in ((10, 16), (25, 30), (10, 45))),
        pawn(52, 30, ORANGE, 6, 9, 24),
        line("M38 6v7M38 21v7M38 36v7M38 51v7"),
        both(rect(43, 5, 18, 11), PINK),
        spots(2.5, TEAL, (52, 10.5)),
    ),
    "hotel": brief(
        both(rect(7, 20, 50, 40), CREAM),
        both("M3 21L14 6h36l11 15z", BLUE),
        both(rect(12, 27, 12, 10) + rect(40, 27, 12, 10), SKY),
        both(rect(26, 43, 12, 17), ORANGE),
        line("M12 44v9M12 50h9v3M43 44v9M43 50h9v3"),
    ),
    "parking-place": brief(rickshaw(11, 11, 1.15, BLUE), line("M4 30v31h56V30")),
    "parking-fee": brief(
        rickshaw(2, 26, 0.85, ORANGE, people=False),
        both("M61 50H47l-9-3q-4 0-3 4 8 3 12 9h14z", PEACH),
        both(rect(37, 28, 22, 12), PINK),
        spots(2.5, TEAL, (48, 34)),
        line("M3 57h26M48 6v14M43 15l5 6 5-6"),
    ),
}

# --- deciding ------------------------------------------------------------------------------------

PICTURES |= {
    "stake-small": brief(pawn(18, 27, AQUA, 7, 10, 26), notes(47, 60, 1)),
    "stake-big": brief(pawn(18, 27, ORANGE, 7, 10, 26), notes(47, 60, 6)),
    "boss": brief(pawn(32, 27, ORANGE, 10, 18, 23), hat(32, 20, 1.4, PURPLE)),
    "chair": brief(
        pawn(32, 16, ORANGE, 6, 9, 14),
        hat(32, 12, 0.9, PURPLE),
        *(pawn(x, 44, AQUA, 5, 7, 12) for x in (12, 52)),
        tick(54, 16, 0.7),
    ),
    "tie": brief(
        *(ballot(x, y, 16, 11) for x in (17, 47) for y in (47, 34, 21)),
        line("M32 22v36"),
        fill(circ(17, 10, 6), ORANGE),
        fill(circ(47, 10, 6), BLUE),
    ),
    "quiet-minority": brief(
        *(pawn(x, 30, AQUA, 5, 6, 11) for x in (8, 22)),
        line("M3 4h10v10H9l-3 5v-5H3zM19 4h10v10h-4l-3 5v-5h-3z"),
        both(circ(48, 32, 10), PEACH),
        both("M32 61q0-18 16-18t16 18z", ORANGE),
        spots(1.8, TEAL, (44, 30), (52, 30)),
        ink((43, 37), (53, 37), w=3),
    ),
    "nobody-did-it": brief(
        pawn(10, 30, AQUA, 6, 9, 24),
        pawn(54, 30, ORANGE, 6, 9, 24),
        line("M17 46h10M47 54H37M24 43l4 3-4 3M40 51l-4 3 4 3"),
        paper(22, 4, 20, 26, 0),
        cross(32, 17, 0.9),
    ),
    "talk-again": brief(
        speech(16, 17, 22, 14),
        speech(27, 35, 22, 13, "right", AQUA),
        line("M8 41A26 26 0 0 1 41 8M35 3l7 5-5 7M56 23A26 26 0 0 1 23 57M29 62l-7-5 5-7"),
    ),
    "lot": brief(
        both(rect(12, 4, 5, 34) + rect(22, 18, 5, 20) + rect(32, 4, 5, 34) + rect(42, 4, 5, 34), SAND),
        both("M7 34q0-4 4-4h35q4 0 4 4v11q0 11-11 11H24L7 45z", PEACH),
        both(rect(26, 55, 18, 7), AQUA),
        line("M19 31v8M29 31v8M39 31v8"),
    ),
    "later": brief(
        calendar(3, 14, 34, 38, 9),
        spots(2.2, TEAL, (11, 32), (20, 32), (29, 32), (11, 42), (20, 42), (29, 42)),
        both("M43 28h7v-7l11 12-11 12v-7h-7z", ORANGE),
    ),
    "fair": brief(scales(), spots(3, ORANGE, (11, 27), (53, 27)), tick(48, 53, 0.7)),
    "unsure": brief(scales(), question(51, 52, 0.8)),
    "unfair": brief(scales(7), spots(3, ORANGE, (11, 20), (50, 34), (56, 34), (53, 28)), cross(48, 56, 0.6)),
}

# --- sharing out ---------------------------------------------------------------------------------

PICTURES |= {
    "by-use": brief(
        cube(4, 16), cube(37, 16), cube(49, 16), cube(43, 4),
        arrow(10, 31, 10, 43, 5),
        arrow(48, 31, 48, 43, 5),
        spots(5, ORANGE, (10, 55), (37, 55), (48, 55), (59, 55)),
    ),
    "by-shares": brief(
        both("".join(rect(x, y, 22, 8) for x, y in ((3, 19), (38, 3), (38, 11), (38, 19))), LILAC),
        spots(1.5, TEAL, (14, 23), (49, 23), (49, 15), (49, 7)),
        arrow(14, 32, 14, 43, 5),
        arrow(49, 32, 49, 43, 5),
        spots(5, ORANGE, (14, 55), (38, 55), (49, 55), (60, 55)),
    ),
    "reserve": brief(umbrella(32, 28), line("M32 7V3"), *(coin(x, y, 6) for x, y in ((32, 40), (23, 54), (41, 54)))),
    "community": brief(
        house(13, 28), house(51, 28), heart(32, 17, 0.8, ORANGE),
        *(pawn(x, 41, AQUA, 5, 7, 13) for x in (13, 51)), pawn(32, 37, PINK, 5, 7, 17),
    ),
    "bad-year": brief(
        calendar(6, 8, 52, 52, 9),
        both("M20 40q-8 0-7-7 1-5 6-5 2-7 10-6 6-4 11 2 8-1 9 7 0 9-8 9z", SAND),
        bolt(32, 46, 0.7),
    ),
    "good-year": brief(calendar(6, 8, 52, 52, 9), sun(32, 39, 8, 10)),
}

# --- two donkeys ---------------------------------------------------------------------------------


def hay(x: float, s: float = 1) -> Part:
    """A heap of grass on the ground."""
    return place(both("M-8 0q0-13 8-13t8 13z", GREEN), x, 57, s)


PICTURES |= {
    "donkeys-tied": brief(
        donkey(19, 52), donkey(45, 52, True), line("M24 34q8 8 16 0M3 58h58"), hay(4, 0.5), hay(60, 0.5)
    ),
    "donkeys-think": brief(
        donkey(16, 57), donkey(48, 57, True), line("M21 39q11 8 22 0"), speech(18, 3, 28, 19), question(32, 12, 0.6)
    ),
    "donkeys-next": brief(
        donkey(14, 50), donkey(40, 50), hay(58, 0.7), line("M17 33q8 12 16 4M3 58h58")
    ),
    "donkeys-full": brief(
        donkey(16, 57), donkey(48, 57, True), line("M21 39q11 8 22 0M3 61h58"), heart(32, 16, 1, ORANGE)
    ),
}

# --- the decision --------------------------------------------------------------------------------


def raised(x: float, y: float, cloth: str = AQUA, arm: bool = True) -> Part:
    """A small person, perhaps with one arm up; x, y is the middle of the head."""
    return (
        both(circ(x, y, 4), PEACH)
        + both(f"M{x - 7} {y + 16}q0-11 7-11t7 11z", cloth)
        + (line(f"M{x + 6} {y + 9}l3-14") if arm else [])
    )


PICTURES |= {
    "woman": brief(
        both("M32 3q-17 0-17 18 0 14-3 18h40q-3-4-3-18 0-18-17-18z", TEAL),
        both(circ(32, 22, 11), PEACH),
        both("M10 61v-4q0-21 22-21t22 21v4z", PINK),
        spots(1.6, TEAL, (28, 21), (36, 21)),
        ink((28, 27), (32, 29), (36, 27), w=2),
    ),
    "man": brief(
        both(circ(32, 22, 11), PEACH),
        both("M20 22q-3-18 12-18t12 18q-3-8-12-8t-12 8z", TEAL),
        both("M10 61v-4q0-21 22-21t22 21v4z", SKY),
        spots(1.6, TEAL, (28, 21), (36, 21)),
        ink((28, 27), (32, 29), (36, 27), w=2),
    ),
    "rule-agreement": brief(
        *(raised(x, y) for x, y in ((32, 10), (9, 22), (54, 22), (19, 45), (44, 45))), tick(32, 36, 0.8)
    ),
    "rule-majority": brief(
        *(raised(x, 13, ORANGE) for x in (10, 31, 52)),
        *(raised(x, 42, SAND, arm=False) for x in (20, 43)),
    ),
    "bridge": brief(
        fill("M3 38h15l4 23H3zM61 38H46l-4 23h19z", GREEN),
        fill("M22 53q5-4 10 0t10 0l-1 8H23z", SKY),
        both(rect(11, 34, 42, 6), SAND),
        line("M20 34v6M29 34v6M38 34v6M47 34v6"),
        pawn(17, 10, ORANGE, 5, 7, 15),
        arrow(30, 22, 46, 22, 6),
    ),
    "bean-heap": brief(
        both("M4 47h56l-6 13H10z", SKY),
        *(bean(x, y, 0.8, f) for x, y, f in ((32, 15, False), (23, 29, True), (42, 29, False))),
        *(bean(x, y, 0.8, f) for x, y, f in ((13, 43, False), (32, 43, True), (51, 43, False))),
    ),
}
