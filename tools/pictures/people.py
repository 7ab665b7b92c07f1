"""Recipes: the pictures people pick for the day, faces and scales, roles, what to do now, acts."""

from __future__ import annotations

from tools.pictures.parts import (
    APART,
    AQUA,
    BLUE,
    CREAM,
    GREEN,
    LILAC,
    ORANGE,
    PEACH,
    PINK,
    PURPLE,
    SAND,
    SKY,
    TEAL,
    WHITE,
    arrow,
    both,
    circ,
    clock,
    cross,
    figure,
    fill,
    hand,
    head_side,
    ink,
    line,
    move,
    paper,
    person,
    phone,
    pic,
    place,
    rect,
    seated,
    speech,
    spots,
    sun,
    table,
    tick,
)

PICTURES: dict[str, str] = {}


def mirrored(d: str) -> str:
    """The path and its mirror image about the middle of the grid."""
    return d + move(d, 64, 0, 1, flip=True)


# --- A. One picture for each person -----------------------------------------------------------------------------

PICTURES |= {
    "p-lotus": pic(
        fill(mirrored("M32 48C18 50 8 42 5 30q8-1 14 4z"), PINK) + APART,
        fill(mirrored("M32 48c-13-4-18-14-16-29 8 3 12 8 14 14z"), PINK) + APART,
        fill("M32 8c10 10 10 28 0 40-10-12-10-30 0-40z", PINK),
        line(
            "M32 8c10 10 10 28 0 40-10-12-10-30 0-40z"
            + mirrored("M32 48c-13-4-18-14-16-29 4 1 7 3 9 6M32 48C18 50 8 42 5 30q5-1 11 2")
        ),
        fill(
            "M32 23q4 11 0 22-4-11 0-22zM20 27l8 16-2 1q-6-7-6-17zM44 27l-8 16 2 1q6-7 6-17z",
            PURPLE,
        ),
        both("M12 56q20-6 40 0-20 6-40 0z", GREEN),
    ),
    "p-buffalo": pic(
        fill(mirrored("M22 27C8 30-1 20 6 7c1 8 8 12 18 12z"), CREAM),
        line(mirrored("M22 27C8 30-1 20 6 7c1 8 8 12 17 12M22 30l-11 4 11 6")),
        both("M22 19h20l2 12-4 18q-1 9-8 9t-8-9l-4-18z", SAND),
        fill("M25 46h14q1 10-7 10t-7-10z", PEACH),
        spots(2, TEAL, (27, 32), (37, 32), (29, 50), (35, 50)),
    ),
    "p-fish": pic(
        both("M4 34c10-18 30-20 42-2l13-11q-4 11 0 22l-13-9c-12 17-32 15-42 0z", SKY),
        both("M20 21q6-10 16-9l-2 9", AQUA),
        spots(2.5, TEAL, (15, 30)),
        fill("M24 24q7 9 0 19h3q7-10 0-19z", TEAL),
    ),
    "p-palm": pic(
        both("M30 26q4 16-3 32h9q4-18-1-32z", SAND),
        both("M32 25c-4-14-20-16-27-3 9-4 18-4 27 3z", GREEN),
        both("M32 25c4-14 20-16 27-3-9-4-18-4-27 3z", GREEN),
        both("M32 25C20 18 8 26 9 40c6-8 12-14 23-15z", GREEN),
        both("M32 25c12-7 24 1 23 15-6-8-12-14-23-15z", GREEN),
        line("M32 25q-2-12 4-18"),
        both(circ(28, 30, 3.5) + circ(37, 30, 3.5), ORANGE),
    ),
    "p-drum": pic(
        both("M12 26v22c0 12 40 12 40 0V26", PEACH),
        fill("M12 26c0-11 40-11 40 0s-40 11-40 0z", WHITE),
        line("M12 26c0-11 40-11 40 0s-40 11-40 0z"),
        ink(
            (13, 33),
            (21, 55),
            (27, 36),
            (32, 57),
            (37, 36),
            (43, 55),
            (51, 33),
            w=2.5,
            colour=ORANGE,
        ),
        line("M30 24L12 6M36 25L54 6"),
    ),
    "p-umbrella": pic(
        fill("M5 34C6 2 58 2 59 34q-9-8-18 0-9-8-18 0-9-8-18 0z", LILAC),
        fill("M23 34C22 22 26 12 32 10c6 2 10 12 9 24q-9-8-18 0z", PURPLE),
        line(
            "M5 34C6 2 58 2 59 34q-9-8-18 0-9-8-18 0-9-8-18 0z"
            "M23 34C22 22 26 12 32 10c6 2 10 12 9 24M32 10V5M32 30v22c0 8 11 8 11 0"
        ),
    ),
    "p-elephant": pic(
        both(
            "M6 50V28c0-13 10-17 19-14h16c10 0 16 7 16 16v26h-10"
            "v-11h-12v11h-10v-17q-5 0-8-4v14q0 6-6 6-5 0-5-5z",
            SAND,
        ),
        both("M25 19c10-4 15 3 13 11-2 7-10 7-13 0z", PINK),
        spots(2, TEAL, (17, 26)),
        line("M57 32l3 10"),
    ),
    "p-rooster": pic(
        both("M16 30C4 28 2 14 10 8c1 8 4 10 8 12 0-6 2-9 6-11 0 9 2 17 8 19z", TEAL),
        both("M16 28q8 4 14 0 5-3 6-10 2-8 9-8t8 9c4 18-4 31-18 31-12 0-20-9-19-22z", CREAM),
        both("M38 11q-3-6 2-7l4 3q3-5 6 0 5 0 2 6-6-5-14-2z", ORANGE),
        both("M53 17l7 3-7 3z", ORANGE),
        fill("M50 24q5 4 1 9-4-3-1-9z", ORANGE),
        spots(2, TEAL, (46, 18)),
        line("M31 50v8h5M39 49v9h5"),
    ),
    "p-turtle": pic(
        both("M44 38c2-12 17-12 16-2-1 7-8 8-14 8z", CREAM),
        both("M10 42l-6 4h8zM14 44l-2 10h9l2-10zM36 44l2 10h9l-2-10z", CREAM),
        both("M7 43c0-32 41-32 41 0z", GREEN),
        fill("M23 24h9l4 8-4 7h-9l-4-7zM10 38l6-12 3 2-4 10zM45 38l-6-12-3 2 4 10z", CREAM),
        spots(1.8, TEAL, (54, 35)),
    ),
    "p-butterfly": pic(
        both(mirrored("M31 30C26 10 8 4 5 14c-2 10 8 20 26 20z"), LILAC),
        both(mirrored("M31 35c-14-2-22 6-19 15 4 10 18 4 19-10z"), PINK),
        spots(3.5, PURPLE, (15, 19), (49, 19)),
        both("M32 22q4 16 0 32-4-16 0-32z", TEAL),
        line("M32 22q0-10-7-14M32 22q0-10 7-14"),
    ),
    "p-frog": pic(
        both(mirrored("M32 56H12q-10-3-6-14 4-8 10-6"), GREEN) + APART,
        both("M11 28c0-14 42-14 42 0 2 10-8 14-10 26H21c-2-12-12-16-10-26z", GREEN),
        both(circ(18, 15, 8) + circ(46, 15, 8), WHITE),
        spots(3.5, TEAL, (18, 15), (46, 15)),
        fill("M15 28q17 6 34 0-6 12-17 12t-17-12z", CREAM),
        line("M26 56v-8M38 56v-8"),
    ),
    "p-crab": pic(
        both("M14 40c0-18 36-18 36 0 0 16-36 16-36 0z", ORANGE),
        both(mirrored("M14 24C2 24 0 10 10 5v8l8-5c5 8 2 15-4 16z"), PEACH),
        line(mirrored("M14 24l4 8M26 27v-8M14 42l-9 2M15 47l-7 7M21 51l-4 8")),
        both(circ(26, 17, 3) + circ(38, 17, 3), WHITE),
        fill("M24 42q8 7 16 0 0 9-8 9t-8-9z", CREAM),
    ),
    "p-bird": pic(
        both(
            "M4 24l8-5c2-8 14-9 18 0 2 6 8 9 14 10l16-4-10 12c-4 14-30 18-36-2-2-5-2-7-2-10z", SKY
        ),
        both("M28 34c0-14 8-26 22-28 2 14-2 24-12 32-4 2-10 1-10-4z", BLUE),
        spots(2, TEAL, (20, 21)),
        both("M4 24l9-5v7z", ORANGE),
    ),
    "p-cat": pic(
        both("M10 8q9 2 14 9 8-2 16 0 5-7 14-9l1 28c0 28-46 28-46 0z", PEACH),
        fill("M24 15l3 12 5-9 5 9 3-12-8-1z", ORANGE),
        spots(3, TEAL, (22, 34), (42, 34)),
        fill("M28 41h8l-4 5z", TEAL),
        fill("M22 47q6 8 10 2 4 6 10-2-4 3-10-2-6 5-10 2z", TEAL),
        line("M12 42L3 40M12 47l-8 3M52 42l9-2M52 47l8 3"),
    ),
    "p-dog": pic(
        both("M16 20c0-16 32-16 32 0l1 16c0 8-6 18-17 18S15 44 15 36z", SAND),
        fill("M32 8c-4 8-4 20-10 30 0 18 20 18 20 0C36 28 36 16 32 8z", WHITE),
        both(mirrored("M20 12C10 6 2 20 4 38c8 4 12-4 14-20z"), ORANGE),
        spots(2.8, TEAL, (24, 27), (40, 27)),
        fill("M26 36q6-4 12 0-1 6-6 6t-6-6z", TEAL),
        both("M28 47h8v7q0 5-4 5t-4-5z", PINK),
    ),
    "p-duck": pic(
        both(
            "M20 32q-6-4-5-12c1-16 22-16 22 0 0 5-2 8-1 12"
            "q12 2 22-6c4 14-4 26-18 26H26C12 52 8 40 20 32z",
            CREAM,
        ),
        both("M16 17L5 20q2 7 12 6z", ORANGE),
        fill("M30 37q8 4 20 0-2 10-12 10-8 0-8-10z", SAND),
        spots(2.2, TEAL, (24, 17)),
        line("M4 54q7 6 14 0 7 6 14 0 7 6 14 0 7 6 14 0"),
    ),
    "p-horse": pic(
        both(
            "M26 14L32 4l5 9c12 6 17 22 17 45H26c0-9 3-14 4-20q-5 4-9 5l-6 6q-7-1-9-9L18 20z", SAND
        ),
        fill("M33 6l5 8c12 6 16 22 16 43h-8c1-20-2-30-14-37z", ORANGE),
        spots(2.2, TEAL, (24, 23)),
        spots(1.6, TEAL, (11, 40)),
    ),
    "p-monkey": pic(
        both(mirrored("M11 39C2 40 2 24 12 26"), PINK),
        both("M12 30c0-30 40-30 40 0 4 16-6 26-20 26S8 46 12 30z", ORANGE),
        fill("M32 22c6-8 18-3 15 9 6 12-3 21-15 21s-21-9-15-21c-3-12 9-17 15-9z", PEACH),
        spots(2.8, TEAL, (25, 29), (39, 29)),
        spots(1.5, TEAL, (30, 37), (34, 37)),
        fill("M22 42q10 5 20 0-3 8-10 8t-10-8z", TEAL),
    ),
    "p-snail": pic(
        both("M4 54q8-8 20-8l22-1q4-4 4-16 0-5 5-5t5 6c0 16-4 24-16 24z", CREAM),
        both(circ(27, 31, 18), PEACH),
        ink(
            (27, 31),
            (31, 29),
            (33, 33),
            (29, 38),
            (22, 37),
            (19, 30),
            (22, 23),
            (30, 20),
            (38, 25),
            (39, 34),
            (34, 42),
            w=2.5,
            colour=ORANGE,
        ),
        line("M54 24l-2-11M57 24l3-10"),
    ),
    "p-bee": pic(
        both("M30 28C14 22 12 6 20 5c9 0 12 12 14 22zM36 27c-2-14 6-22 12-18 5 5-2 14-10 19z", SKY),
        both("M12 40c0-18 40-18 40 0s-40 18-40 0z", CREAM),
        fill("M25 28q6 12 0 24h6q6-12 0-24zM38 28q6 12 0 24l6-2q5-10 0-20z", TEAL),
        spots(2.2, TEAL, (18, 37)),
        line("M52 40l8 1M15 31q-6-2-7-8M19 29q-2-4-1-8"),
    ),
    "p-tree": pic(
        both("M28 36l-3 22h14l-3-22z", ORANGE),
        both(
            "M20 42C8 44 2 32 10 25 6 14 18 8 24 12c4-10 20-8"
            " 21 2 10 0 14 10 8 15 4 8-4 15-13 12-6 6-14 5-20 1z",
            GREEN,
        ),
        fill("M18 28q3-8 10-8l-1 3q-5 1-6 6zM38 33q5 0 8-4l2 2q-4 5-9 5z", CREAM),
    ),
    "p-flower": pic(
        line("M32 36v24"),
        both("M32 56q-16 2-18-10 14-2 18 10zM32 52q2-10 16-10-2 12-16 10z", GREEN),
        both(
            circ(32, 10, 7)
            + circ(42.5, 17.5, 7)
            + circ(38.5, 30, 7)
            + circ(25.5, 30, 7)
            + circ(21.5, 17.5, 7),
            PINK,
        ),
        fill(circ(32, 21, 9), PINK),
        both(circ(32, 21, 5), ORANGE),
    ),
    "p-leaf": pic(
        both("M8 54C2 24 22 6 58 6 60 42 40 60 8 54z", GREEN),
        ink((12, 51), (48, 16), w=3, colour=CREAM),
        ink((24, 39), (23, 26), w=2.5, colour=CREAM),
        ink((25, 38), (38, 39), w=2.5, colour=CREAM),
        ink((36, 27), (35, 16), w=2.5, colour=CREAM),
        ink((37, 26), (48, 27), w=2.5, colour=CREAM),
        line("M11 52l-7 8"),
    ),
    "p-mango": pic(
        both("M30 14c14-4 26 8 26 22S42 60 28 58 4 50 8 42c3-5 8-6 12-12 3-6 4-14 10-16z", CREAM),
        fill("M54 30c4 16-10 28-24 26 14-2 22-12 24-26z", ORANGE),
        both("M32 14C34 4 46 2 58 6c-4 10-16 14-26 8z", GREEN),
        line("M31 14q-1-5-5-8"),
    ),
    "p-banana": pic(
        both("M20 10c-4 20 4 34 28 38l8 2c1 4-2 6-6 7C22 60 6 44 13 12z", CREAM),
        both("M20 10c4 18 14 26 32 26l6 1c2 4-1 8-5 8-22 2-40-12-38-34z", CREAM),
        fill(
            "M18 17c2 18 16 28 34 27-20 5-36-6-37-24zM14 30c2 14 14 24 36 25-22 4-38-10-36-25z",
            ORANGE,
        ),
        both("M12 4l10 1-1 9-7-1z", GREEN),
    ),
    "p-coconut": pic(
        both("M8 28c0 40 48 40 48 0z", GREEN),
        both("M8 28c0-10 48-10 48 0s-48 10-48 0z", WHITE),
        fill("M20 28c0-5 24-5 24 0s-24 5-24 0z", SKY),
        line("M32 28l8-22h10"),
    ),
    "p-pumpkin": pic(
        both("M32 20C14 12 4 24 5 38c1 14 12 22 27 18 15 4 26-4 27-18 1-14-9-26-27-18z", ORANGE),
        fill(
            "M32 21c-8 6-8 28 0 34 8-6 8-28 0-34zM22 19C8 24 8 46 20 55"
            " 14 44 14 30 22 19zM42 19c14 5 14 27 2 36 6-11 6-25-2-36z",
            PEACH,
        ),
        both("M29 20q0-10-5-14l8-2q5 8 4 16z", GREEN),
    ),
    "p-corn": pic(
        both("M20 34C20 14 28 4 32 4s12 10 12 30-4 20-12 20-12 0-12-20z", CREAM),
        spots(
            2,
            ORANGE,
            (32, 11),
            (27, 18),
            (37, 18),
            (32, 23),
            (27, 29),
            (37, 29),
            (32, 35),
            (32, 46),
        ),
        both(mirrored("M32 60C16 58 10 46 12 26c10 6 18 18 20 34z"), GREEN),
    ),
    "p-rice": pic(
        fill(
            "".join(
                f"M{x} {y}c-9 1-13 6-13 15 9-1 14-6 13-15z"
                for x, y in ((41, 8), (48, 19), (48, 33))
            )
            + "".join(
                f"M{x} {y}c6 1 10 6 9 14-7-2-10-7-9-14z" for x, y in ((52, 13), (54, 26), (52, 40))
            )
            + "M49 46c5 6 5 10 0 16-5-6-5-10 0-16z",
            ORANGE,
        ),
        both("M12 50C2 44 0 34 4 22c8 6 10 16 8 28z", GREEN),
        line("M13 61C9 24 30 0 43 7c9 6 10 24 6 40"),
    ),
    "p-pineapple": pic(
        both(
            "M32 24c-6-4-14-2-20-8 6-2 10 0 13 2-2-5-2-10 1-14 3 3 5 6"
            " 6 10 1-4 3-7 6-10 3 4 3 9 1 14 3-2 7-4 13-2-6 6-14 4-20 8z",
            GREEN,
        ),
        both("M16 40c0-22 32-22 32 0s-8 20-16 20-16 2-16-20z", CREAM),
        ink((19, 33), (39, 56), w=2.2, colour=ORANGE),
        ink((27, 26), (46, 47), w=2.2, colour=ORANGE),
        ink((45, 33), (25, 56), w=2.2, colour=ORANGE),
        ink((37, 26), (18, 47), w=2.2, colour=ORANGE),
    ),
    "p-sun": pic(sun(32, 32, 13, 15)),
    "p-moon": pic(
        both("M40 6C24 8 12 18 12 34s14 26 30 24q8-1 13-7C38 54 26 40 30 24q3-11 10-18z", CREAM)
    ),
    "p-boat": pic(
        both("M4 32q8 6 14 6h28q8 0 14-8-2 20-14 22H18Q6 50 4 32z", ORANGE),
        both("M16 38V26q16-16 32 0v12z", CREAM),
        fill("M23 24h4v13h-4zM37 24h4v13h-4z", TEAL),
        line("M4 56q7 6 14 0 7 6 14 0 7 6 14 0 7 6 14 0"),
    ),
    "p-bicycle": pic(
        both(circ(14, 42, 11) + circ(50, 42, 11), SKY),
        line("M14 42l10-18h20l6 18M24 24l8 18 12-18M14 42h18M24 24l-3-7M16 17h9M44 24l-3-10h8"),
    ),
    "p-kite": pic(
        fill("M38 4L58 26 24 46 14 18z", LILAC),
        fill("M38 4L58 26 33 22zM33 22L24 46 14 18z", PURPLE),
        line(
            "M38 4L58 26 24 46 14 18zM38 4L24 46M14 18l44 8"
            "M24 46q-10 2-8 8t-10 6M18 49l-6-3M15 54l7 3"
        ),
    ),
    "p-lamp": pic(
        line("M16 52V30C16-2 48-2 48 30v22"),
        both("M23 26c-8 8-7 18-1 24h20c6-6 7-16-1-24z", CREAM),
        fill("M32 28c7 9 6 18 0 18s-7-9 0-18z", ORANGE),
        both("M27 16h10l6 9H21z", SAND),
        both("M14 50h36l2 9H12z", TEAL),
    ),
    "p-basket": pic(
        line("M12 30C12-2 52-2 52 30"),
        both("M8 34h48l-6 24H14z", SAND),
        both(rect(5, 28, 54, 8, 3), PEACH),
        fill(
            "M18 39h6v5h-6zM30 39h6v5h-6zM42 39h6v5h-6zM24 45h6v5h-6z"
            "M36 45h6v5h-6zM19 51h5v5h-5zM30 51h6v5h-6zM41 51h5v5h-5z",
            ORANGE,
        ),
    ),
    "p-pot": pic(
        line("M12 36H4v6h8M52 36h8v6h-8M24 6q-4 4 0 8M40 6q-4 4 0 8"),
        both("M12 32h40v16q0 8-8 8H20q-8 0-8-8z", SAND),
        both("M10 31q22-20 44 0z", AQUA),
        both(circ(32, 18, 3), ORANGE),
    ),
    "p-bell": pic(
        both("M26 52q0 8 6 8t6-8z", ORANGE),
        both("M8 50q8-6 8-18c0-26 32-26 32 0q0 12 8 18z", CREAM),
        fill("M13 46h38l5 4H8z", ORANGE),
        line("M32 12V5M8 50h48"),
    ),
    "p-hat": pic(
        both(
            "M4 44c0-6 10-8 14-9 0-10 2-23 7-23 4 0 4 3 7 3"
            "s3-3 7-3c5 0 7 13 7 23 4 1 14 3 14 9 0 12-56 12-56 0z",
            CREAM,
        ),
        fill("M18 35q14 7 28 0v-6q-14 6-28 0z", ORANGE),
    ),
}

# --- B. Faces, thumbs, stones -----------------------------------------------------------------------------------

FACE = both(circ(32, 32, 26), CREAM)
EYES = spots(3.5, TEAL, (23, 26), (41, 26))
THUMB = both("M22 31l9-22q8 0 7 9l-2 8h15q6 0 5 6l-3 18q-1 6-7 6H22z", PEACH) + both(
    rect(6, 29, 12, 29, 2), AQUA
)
FINGERS = (
    ink((42, 34), (53, 34), w=2.2) + ink((41, 41), (52, 41), w=2.2) + ink((40, 48), (51, 48), w=2.2)
)
HAND_UP = (
    "M17 30q0-3 2.5-3t2.5 3v6h1.5V19q0-3 2.5-3t2.5 3v11h1.5V15q0-3 2.5-3t2.5 3v15h1.5V19q0-3 2.5-3t2.5 3v18"
    "l3-5q2-3 4.5-1.5t1 4.5L44 48q-3 6-10 6h-3q-14 0-14-13z"
)
"""A raised hand, palm to the front: stop."""
STONE = "M6 38C4 22 18 10 34 11s26 12 25 25-14 18-28 18S8 50 6 38z"

PICTURES |= {
    "face-good": pic(FACE, EYES, fill("M16 36q16 7 32 0-4 14-16 14T16 36z", TEAL)),
    "face-so": pic(FACE, EYES, ink((21, 43), (43, 43), w=3.5)),
    "face-bad": pic(FACE, EYES, fill("M18 49q14-20 28 0l-3 1q-11-13-22 0z", TEAL)),
    "thumb-up": pic(THUMB, FINGERS),
    "thumb-down": pic(place(THUMB + FINGERS, 0, 66, -1, flip=True)),
    "thumb-flat": pic(
        both("M31 42l-22-9q0-8 9-7l8 2V13q0-6 6-5l18 3q6 1 6 7v24z", PEACH),
        both(rect(29, 46, 29, 12, 2), AQUA),
        ink((34, 11), (34, 22), w=2.2)
        + ink((41, 12), (41, 23), w=2.2)
        + ink((48, 13), (48, 24), w=2.2),
    ),
    "stone-yes": pic(both(STONE, GREEN), tick(32, 33, 1.3, WHITE)),
    "stone-not-yet": pic(both(STONE, CREAM), spots(3.5, TEAL, (20, 33), (32, 33), (44, 33))),
    "stone-no": pic(both(STONE, ORANGE), cross(32, 33, 1.4, WHITE)),
    "stone-stop": pic(both(move(STONE, -2.8, -3.6, 1.09), ORANGE), fill(HAND_UP, WHITE)),
}

# --- C. Roles ---------------------------------------------------------------------------------------------------

EAR = both("M-12-6c0-22 28-22 28 0 0 11-10 13-11 21-1 8-13 9-14 0z", PEACH) + fill(
    "M-6-5c0-14 16-14 16 0 0 5-6 7-7 13H0c0-7 6-9 6-13 0-8-8-8-8 0z", TEAL
)
WAVES = "M0-4q4 4 0 8M6-9q9 9 0 18"
PENCIL = both("M0 0l3-10L23-30l7 7L10-3z", ORANGE) + fill("M0 0l3-10 7 7z", CREAM)
BOOK = both("M0 4q-8-6-16-3v20q8-3 16 3 8-6 16-3V1q-8-3-16 3z", WHITE) + ink((0, 4), (0, 23), w=2.5)
LOCK = (
    line("M-6-2v-6c0-9 12-9 12 0v6")
    + both(rect(-10, -2, 20, 16, 3), CREAM)
    + fill("M-1.5 3h3v6h-3z", TEAL)
)
PLUS = ink((0, -7), (0, 7), w=4, colour=WHITE) + ink((-7, 0), (7, 0), w=4, colour=WHITE)
ASK = "M-8-5c0-13 18-13 18-1 0 7-7 7-7 13h-5c0-9 7-9 7-13 0-5-8-5-8 1z" + circ(0.5, 12, 3)


def busts(
    s: float, *at: tuple[float, float], cloth: str = "", skin: str = PEACH
) -> list[tuple[str, str]]:
    """Several small people alike; without a cloth only their heads are filled."""
    heads = "".join(circ(x, y, 8 * s) for x, y in at)
    w, h = round(13 * s), round(22 * s)
    bodies = "".join(
        f"M{x - w} {y + round(28 * s)}c-2{-h} {2 * w + 2}{-h} {2 * w} 0z" for x, y in at
    )
    return both(heads, skin) + (both(bodies, cloth) if cloth else line(bodies))


PICTURES |= {
    "role-reader": pic(
        place(head_side(0, 0) + fill("M12 7l10-1-2 6h-6z", TEAL), 20, 23),
        place(line(WAVES), 46, 24),
        place(BOOK, 42, 38),
    ),
    "role-timekeeper": pic(clock(34, 21, 18), place(hand(0, 0, 1.2), 33, 49)),
    "role-encourager": pic(place(EAR, 15, 26), hand(41, 52, 1, cuff=""), busts(0.75, (46, 13))),
    "role-recorder": pic(paper(6, 12, 34, 46, 3), place(PENCIL, 31, 50)),
    "role-reporter": pic(
        figure(13, 9, 0.8, ORANGE, arms="M-6 12l-4 11M6 12l8-4"),
        speech(30, 4, 30, 17, "left"),
        busts(0.6, (30, 44), (51, 44)),
    ),
}

# --- D. What to do now ------------------------------------------------------------------------------------------

PICTURES |= {
    "do-listen": pic(place(EAR, 40, 31, 1.25), place(line(WAVES), 18, 31, 1.4, flip=True)),
    "do-think": pic(
        head_side(19, 42, 1.05),
        both("M38 22c-9 0-9-12 0-12C38-1 55-1 56 9c8 1 8 13-1 13z", WHITE),
        both(circ(42, 31, 3), WHITE),
    ),
    "do-round": pic(
        busts(0.5, (53, 21), (46, 45), (18, 45), (11, 21)),
        busts(0.55, (32, 7), cloth=ORANGE),
        line("M23 37a9 9 0 1 1 16 3M45 37l-6 4-4-6"),
    ),
    "do-pair": pic(
        person(16, 35, 0.9),
        person(48, 35, 0.9, PINK),
        speech(3, 4, 25, 14, "left", ""),
        speech(36, 4, 25, 14, "right", ""),
    ),
    "do-discuss": pic(
        busts(0.65, (11, 28), (53, 28), (32, 28), cloth=AQUA),
        speech(3, 3, 24, 11, "left", ""),
        speech(37, 3, 24, 11, "right", ""),
        both("M2 47h60v6H2z", SAND),
        line("M8 53v7M56 53v7"),
    ),
    "do-ask": pic(phone(24, 32, 1.6), tick(24, 29, 1), place(LOCK, 51, 46, 0.9)),
    "do-rank": pic(
        both("M4 59V31h19v28z", ORANGE),
        both("M23 59V42h18v17z", PEACH),
        both("M41 59v-8h19v8z", CREAM),
        both(circ(13, 20, 9) + circ(32, 33, 7) + circ(50, 44, 5), BLUE),
    ),
    "do-sort": pic(
        both("M24 4h16v18H24z", WHITE),
        spots(3.5, ORANGE, (32, 13)),
        arrow(19, 14, 12, 29),
        arrow(45, 14, 52, 29),
        both("M8 36h13v8H8z", WHITE),
        both("M43 36h13v8H43z", WHITE),
        both("M2 43h25l-3 16H5z", AQUA),
        both("M37 43h25l-3 16H40z", PINK),
    ),
    "do-map": pic(
        line("M17 17l7 7M47 17l-7 7M17 46l6-5M47 46l-6-5"),
        busts(0.5, (9, 6), (55, 6), (9, 46), (55, 46)),
        busts(0.65, (32, 23), cloth=ORANGE),
    ),
    "do-vote": pic(
        both("M21 34V6h22v28z", WHITE),
        tick(32, 20),
        both("M6 34h52v24H6z", SAND),
        ink((16, 36), (48, 36), w=4),
    ),
    "do-show": pic(
        fill(
            "M4 14h14v40q0 4-4 4H8q-4 0-4-4zM25 14h14v40q0 4-4 4"
            "h-6q-4 0-4-4zM46 14h14v40q0 4-4 4h-6q-4 0-4-4z",
            AQUA,
        ),
        fill(
            "M4 30h14v24q0 4-4 4H8q-4 0-4-4zM25 46h14v8q0 4-4 4"
            "h-6q-4 0-4-4zM46 22h14v32q0 4-4 4h-6q-4 0-4-4z",
            TEAL,
        ),
        line(
            "M4 14v40q0 4 4 4h6q4 0 4-4V14M25 14v40q0 4 4 4"
            "h6q4 0 4-4V14M46 14v40q0 4 4 4h6q4 0 4-4V14"
        ),
    ),
    "do-report": pic(
        figure(13, 12, 1, ORANGE, arms="M-6 12l-5 12M6 12l9-4"),
        both(circ(38, 13, 5) + circ(54, 13, 5) + circ(38, 41, 5) + circ(54, 41, 5), PEACH),
        both("M30 20h32v6H30zM30 48h32v6H30z", SAND),
    ),
    "do-promise": pic(
        both(circ(22, 14, 10), PEACH),
        both("M3 60c-3-40 41-40 38 0z", AQUA),
        fill("M32 52c-14-9-5-17 0-10 5-7 13 1 0 10z", ORANGE),
        both("M5 46l13-7q9-2 10 3 1 4-9 8l-10 9z", PEACH),
        both("M45 8h16v21H45z", WHITE),
        fill("M45 8h16v7H45z", ORANGE),
        tick(53, 22, 0.5),
    ),
    "do-break": pic(
        both("M8 28h36v16q0 12-12 12H20Q8 56 8 44z", AQUA),
        line("M44 32c18-4 18 18 0 16M18 22q-4-4 0-8t0-8M32 22q-4-4 0-8t0-8"),
    ),
    "do-lunch": pic(
        both("M12 34c0-20 40-20 40 0z", WHITE),
        spots(1.5, TEAL, (24, 29), (32, 25), (40, 29), (32, 31)),
        both("M5 34h54c0 14-8 20-16 22H21C13 54 5 48 5 34z", PEACH),
        line("M22 14q-4-3 0-6t0-6M40 14q-4-3 0-6t0-6"),
    ),
    "do-wait": pic(
        both("M16 8h32c0 14-8 18-12 24 4 6 12 10 12 24H16c0-14 8-18 12-24-4-6-12-10-12-24z", AQUA),
        fill("M22 19h20q-4 6-10 12-6-6-10-12zM19 55q4-11 13-13 9 2 13 13z", ORANGE),
        line("M12 7h40M12 57h40"),
    ),
    "do-game": pic(
        both(rect(6, 6, 32, 32, 6), WHITE),
        spots(3.2, TEAL, (14, 14), (30, 14), (22, 22), (14, 30), (30, 30)),
        both(
            "M42 34c8-6 18 2 16 10-2 6-8 4-10 2-6-2-10-8-6-12z"
            "M14 48c6-6 16-2 17 6 0 6-7 6-9 3-6 1-12-4-8-9z",
            ORANGE,
        ),
    ),
    "do-decide": pic(
        both("M23 60V46L4 32l8-10 20 16 20-16 8 10-19 14v14z", SAND),
        ink((32, 58), (32, 48), w=2.5, colour=WHITE),
        line("M32 30V4"),
        both("M29 6H14l-6 5 6 5h15z", PEACH),
        both("M35 6h15l6 5-6 5H35z", SKY),
    ),
}

# --- E. Acts ----------------------------------------------------------------------------------------------------

CARD_IN_HANDS = (
    fill("M15 4h34v36H15z", "#fff")
    + fill("M32 11l11 20H21z", "#B34700")
    + fill("M20 62V49c-5-3-8-8-7-11 2-3 5 0 8 4h22c3-4 6-7 8-4 1 3-2 8-7 11v13z", PEACH)
    + line("M15 36V4h34v32")
    + line("M20 62V49c-5-3-8-8-7-11 2-3 5 0 8 4h22c3-4 6-7 8-4 1 3-2 8-7 11v13")
)
DOOR = both("M0 0h24v54H0z", CREAM) + both("M0 0l14 5v54L0 54z", ORANGE)

PICTURES |= {
    "hand-over": pic(
        phone(17, 24, 0.9),
        hand(15, 51, 1, cuff=""),
        hand(49, 51, 1, flip=True, cuff=""),
        line("M33 17q15-1 15 18M40 28l8 9 8-9"),
    ),
    "card-hand": pic(CARD_IN_HANDS),
    "card-up": pic(
        place(CARD_IN_HANDS, -8, 8, 0.88),
        both("M53 3l9 12h-5v19h-8V15h-5z", GREEN),
    ),
    "card-still": pic(
        place(CARD_IN_HANDS, 9, 4, 0.72),
        line("M5 8v44M59 8v44"),
        both("M3 56h58v6H3z", SAND),
    ),
    "card-turn": pic(
        place(CARD_IN_HANDS, 11, 20, 0.66),
        line("M9 26C12 2 50 0 55 22M47 17l8 6 6-8"),
    ),
    "card-photo": pic(
        place(CARD_IN_HANDS, -6, 4, 0.62),
        both("M36 22h6l3-6h9l3 6h6v28H36z", SKY),
        both(circ(49.5, 36, 7), CREAM),
    ),
    "hidden": pic(
        both("M4 28c14-20 42-20 56 0-14 20-42 20-56 0z", PEACH),
        line("M13 38l-5 7M25 43l-2 8M39 43l2 8M51 38l5 7"),
    ),
    "secret": pic(
        line("M20 28V20c0-20 24-20 24 0v8"),
        both(rect(12, 28, 40, 30, 4), CREAM),
        spots(4, TEAL, (32, 40)),
        ink((32, 40), (32, 50), w=4),
    ),
    "join": pic(
        place(DOOR, 36, 4),
        figure(11, 16, 0.85),
        line("M20 36h12M27 30l6 6-6 6"),
    ),
    "sit": pic(seated(17, 10, 1), table(34, 30, 26, 24)),
    "late": pic(
        figure(
            44,
            10,
            0.9,
            PINK,
            arms="M-6 12l-7 7-6-4M6 12l6 7 7-5",
            legs="M-5 27l-6 9-11 1M4 27l9 6-2 12",
        ),
        clock(13, 15, 11),
        line("M4 36h12M8 46h8"),
    ),
    "leave": pic(
        place(DOOR, 4, 4),
        figure(40, 18, 0.8, arms="M-6 12l-5 12M6 12l9-12", legs="M-4 27l-4 16M4 27l6 15"),
        line("M50 44h10M55 39l5 5-5 5"),
    ),
    "back": pic(person(18, 22, 1.1), line("M40 8h8c14 0 14 32 0 32H38M45 33l-8 7 8 7")),
    "question-box": pic(
        both("M6 22h52v37H6z", PEACH),
        ink((17, 25), (47, 25), w=3.5),
        place(fill(ASK, TEAL), 31, 43, 0.9),
        both("M22 22V7l20-4v19z", WHITE),
    ),
    "not-clear": pic(
        both(circ(26, 38, 21), CREAM),
        spots(3, TEAL, (19, 36), (33, 36)),
        ink((14, 29), (22, 27)),
        ink((30, 25), (38, 29)),
        fill("M16 51q5-6 10-2t10-2l1 3q-6 5-11 2t-9 2z", TEAL),
        place(fill(ASK, ORANGE), 54, 14, 0.9),
    ),
    "more-time": pic(clock(26, 37, 21), both(circ(50, 14, 11), GREEN), place(PLUS, 50, 14, 0.9)),
    "done": pic(both("M5 34l9-9 12 12L50 9l9 9-33 36z", GREEN)),
    "pass": pic(person(32, 32, 0.95), line("M7 42C6 2 56 2 56 38M48 32l8 8 6-9")),
    "pause": pic(both(rect(12, 8, 14, 48, 4) + rect(38, 8, 14, 48, 4), AQUA)),
    "go-on": pic(both("M6 24h26V10l26 22-26 22V40H6z", GREEN)),
    "no-network": pic(
        phone(18, 36, 1.2),
        line("M38 30q6 6 0 12M45 23q12 13 0 26M52 17q18 19 0 38"),
        ink((34, 58), (60, 10), w=5, colour=ORANGE),
    ),
    "kept": pic(
        phone(32, 32, 1.65),
        fill("M22 34h3v9h14v-9h3v12H22z", ORANGE),
        fill("M29 9h6v15h6l-9 11-9-11h6z", TEAL),
    ),
    "one-person": pic(person(32, 19, 1.4)),
    "two-people": pic(person(17, 24, 1), person(47, 24, 1, PINK)),
    "table-people": pic(
        busts(0.5, (32, 6), (10, 20), (54, 20), (16, 45), (48, 45)),
        both("M18 34c0-12 28-12 28 0s-28 12-28 0z", SAND),
    ),
    "whole-room": pic(
        busts(0.5, (11, 6), (32, 6), (53, 6), (21, 25), (43, 25), (11, 45), (32, 45), (53, 45))
    ),
    "guest": pic(
        person(32, 17, 1.45, LILAC),
        ink((24, 35), (32, 43), (40, 35), w=3),
        both("M25 42h14v13H25z", WHITE),
        spots(3.5, ORANGE, (32, 48)),
    ),
    "read-yes": pic(
        both(circ(32, 18, 14), PEACH),
        spots(2.2, TEAL, (27, 15), (37, 15)),
        fill("M24 20q8 4 16 0-2 8-8 8t-8-8z", TEAL),
        place(BOOK, 32, 37),
        line("M51 15q4 5 0 10M57 10q8 10 0 20"),
    ),
    "read-no": pic(
        both(mirrored("M18 26c-8 1-8-13 0-11"), PEACH),
        both(circ(32, 20, 14), PEACH),
        spots(2.2, TEAL, (27, 17), (37, 17)),
        fill("M24 23q8 5 16 0-2 6-8 6t-8-6z", TEAL),
        both("M11 60c-5-26 47-26 42 0z", AQUA),
        line(mirrored("M5 14q-4 7 0 14")),
    ),
    "phone": pic(phone(32, 32, 1.65)),
    "table-device": pic(
        phone(32, 22, 1.05), table(4, 42, 56, 14), line("M14 14q-6 8 0 16M50 14q6 8 0 16")
    ),
    "language": pic(
        speech(4, 4, 38, 22, "left", CREAM),
        speech(22, 34, 38, 20, "right", SKY),
        ink((11, 18), (17, 11), (23, 18), (29, 11), (35, 18), colour=ORANGE),
        fill("M28 42q6-6 11 0t10 0l4 3q-7 6-13 0t-9 0z", BLUE),
    ),
    "start": pic(
        both("M14 36c0-24 36-24 36 0z", CREAM),
        line("M4 36h56M32 10V4M13 17l-5-5M51 17l5-5"),
        both("M28 36h8l12 24H16z", SAND),
        ink((32, 41), (32, 45), w=2.5, colour=WHITE),
        ink((32, 51), (32, 57), w=3, colour=WHITE),
    ),
    "end": pic(both("M16 8q12-6 22 0t20 0v24q-10 6-20 0t-22 0z", ORANGE), line("M16 6v54M8 60h16")),
}
