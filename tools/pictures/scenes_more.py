"""Recipes: money and rules, the seven principles, next steps and signs of time."""

from __future__ import annotations

from pictures.parts import *
from pictures.things import *

PICTURES: dict[str, str] = {
    # --- money and rules ---
    "notes": scene(
        both("M3 22l38-12 4 14-37 12z", PINK),
        both(rect(8, 27, 52, 28), LILAC),
        both("M34 33l9 8-9 8-9-8z", CREAM),
        spots(3, TEAL, (34, 41), (14, 41), (54, 41)),
    ),
    "notes-few": scene(note(8, 20, 48, 26, LILAC)),
    "notes-some": scene(
        *(
            both(rect(x, y, 38, 16), c)
            for x, y, c in ((4, 43, PINK), (12, 25, AQUA), (20, 7, LILAC))
        ),
        spots(3, TEAL, (23, 51), (31, 33), (39, 15)),
    ),
    "notes-many": scene(
        *(
            both(rect(3, y, 27, 9), c)
            for y, c in ((50, LILAC), (41, AQUA), (32, PINK), (23, LILAC))
        ),
        *(
            both(rect(34, y, 27, 9), c)
            for y, c in ((50, LILAC), (41, AQUA), (32, PINK), (23, LILAC), (14, AQUA), (5, PINK))
        ),
        spots(
            2,
            TEAL,
            *((16.5, y + 4.5) for y in (50, 41, 32, 23)),
            *((47.5, y + 4.5) for y in (50, 41, 32, 23, 14, 5)),
        ),
    ),
    "coins": scene(
        both("M5 44v8q0 6 12 6t12-6v-8z", CREAM),
        both("M5 44q0-6 12-6t12 6-12 6-12-6z", CREAM),
        line("M5 48q0 6 12 6t12-6"),
        coin(45, 45, 13),
        coin(31, 19, 13),
    ),
    "surplus": scene(
        place(pot(0, 0), 32, 32, 0.95),
        both("M18 32q-1-8 7-9 2-9 9-8 7 0 7 8 6 1 5 9z", CREAM),
        fill(circ(26, 27, 3) + circ(33, 21, 3) + circ(39, 27, 3), ORANGE),
        both(circ(7, 36, 4) + circ(57, 36, 4) + circ(6, 56, 4) + circ(58, 56, 4), ORANGE),
        line("M32 9V3M20 14l-4-5M44 14l4-5"),
    ),
    "loss": scene(
        both("M14 8h13l4 8-5 7 6 8-4 10h-4q-12 0-14-13 0-9 6-15z", SAND),
        both("M37 8h13v5q6 6 6 15-2 13-14 13h-5l3-10-6-8 6-7z", SAND),
        both(circ(32, 47, 4) + circ(20, 56, 4) + circ(45, 57, 4), ORANGE),
    ),
    "account-book": scene(
        place(book(0, 0), 32, 12, 1.2),
        *(ink((10, y), (24, y), w=2.5) for y in (22, 30, 38)),
        spots(2.5, ORANGE, (42, 22), (42, 30), (42, 38)),
        *(ink((47, y), (54, y), w=2.5) for y in (22, 30, 38)),
    ),
    "two-signatures": scene(
        both(rect(8, 3, 48, 58), WHITE),
        ink((15, 13), (49, 13), w=2.5),
        ink((15, 21), (40, 21), w=2.5),
        ink((13, 53), (16, 47), (19, 53), (23, 49), w=2.5, colour=BLUE),
        ink((34, 53), (37, 47), (40, 53), (44, 49), w=2.5, colour=ORANGE),
        pen(23, 47, 0.8, colour=BLUE),
        pen(42, 47, 0.8),
    ),
    "bank": scene(
        coin(32, 10, 7),
        both("M6 32l6-10h40l6 10z", BLUE),
        both(rect(9, 32, 46, 27), CREAM),
        both(rect(27, 41, 10, 18), SAND),
        fill(rect(14, 38, 8, 10) + rect(42, 38, 8, 10), SKY),
        line(rect(14, 38, 8, 10) + rect(42, 38, 8, 10) + "M3 59h58"),
    ),
    "lock-box": scene(
        both(rect(5, 28, 54, 30), BLUE),
        both("M5 28l6-14h42l6 14z", SKY),
        ink((22, 21), (42, 21), w=3),
        padlock(32, 41, 1),
    ),
    "receipt": scene(
        both("M14 4h36v55l-6-5-6 5-6-5-6 5-6-5-6 5z", WHITE),
        ink((21, 14), (34, 14), w=2.5),
        ink((21, 22), (34, 22), w=2.5),
        spots(2.5, ORANGE, (42, 14), (42, 22)),
        tick(32, 38, 1),
    ),
    "monthly-meeting": scene(
        calendar(11, 7, 42, 28, 7),
        fill("M18 21h5v4h-5zM27 21h5v4h-5zM18 28h5v4h-5zM27 28h5v4h-5z", TEAL),
        fill(circ(44, 27, 5), ORANGE),
        pawn(12, 46, AQUA, 5, 8, 10),
        pawn(32, 46, AQUA, 5, 8, 10),
        pawn(52, 46, AQUA, 5, 8, 10),
    ),
    "change-leader": scene(
        pawn(13, 32, PINK, 7, 10, 21),
        pawn(51, 32, AQUA, 7, 10, 21),
        hat(32, 20),
        line("M9 17Q13 4 30 4M55 18Q52 7 42 4M55 18l-7-2M55 18l3-7"),
    ),
    "boss-decides": scene(
        pawn(17, 13, ORANGE, 8, 13, 37),
        both("M28 25l15 3h10v4h-8v4h-6l-11-3z", PEACH),
        pawn(42, 45, AQUA, 4, 5, 9),
        pawn(56, 45, AQUA, 4, 5, 9),
    ),
    "votes-by-head": scene(
        pawn(9, 36, AQUA, 5, 6, 18),
        pawn(29, 36, AQUA, 5, 6, 18),
        pawn(49, 36, AQUA, 5, 6, 18),
        line("M15 50l3-25M35 50l3-25M55 50l3-25"),
        ballot(17, 9),
        ballot(37, 9),
        ballot(56, 9),
    ),
    "votes-by-money": scene(
        pawn(20, 39, ORANGE, 7, 12, 15),
        pawn(53, 45, AQUA, 5, 6, 11),
        ballot(53, 23, 8, 10),
        both("".join(rect(x, y, 8, 10) for y in (3, 18) for x in (3, 16, 29)), WHITE),
    ),
    "missing-money": scene(
        both(rect(9, 36, 46, 23), SAND),
        both("M9 36l-6-10h46l6 10z", WHITE),
        fill("M12 35l-5-7h41l4 7z", TEAL),
        question(32, 12, 1),
    ),
    "who-decides": scene(
        pawn(11, 42, AQUA, 5, 8, 14),
        pawn(32, 42, AQUA, 5, 8, 14),
        pawn(53, 42, AQUA, 5, 8, 14),
        hat(20, 24, 1.1),
        question(45, 16, 1.1),
    ),
    "who-gets": scene(
        place(note(0, 0, 30, 16), 17, 3),
        line("M24 24l-10 10M40 24l10 10M14 26v8h8M50 26v8h-8"),
        pawn(10, 43, PINK, 4.5, 7, 12),
        pawn(54, 43, AQUA, 4.5, 7, 12),
        question(32, 44, 0.9),
    ),
    "who-pays-loss": scene(
        both("M18 6h11l3 7-4 6 4 9h-4q-10 0-12-11 0-6 4-8z", SAND),
        both("M38 6h8v3q4 3 4 8-2 11-11 11l2-9-5-6z", SAND),
        pawn(10, 43, PINK, 4.5, 7, 12),
        pawn(54, 43, AQUA, 4.5, 7, 12),
        question(32, 46, 0.9),
    ),
    "paperwork": scene(
        both(
            "".join(rect(x, y, 38, 8) for x, y in ((8, 52), (5, 44), (10, 36), (6, 28), (9, 20)))
            + "M8 12l36-6 1 8-36 6z",
            WHITE,
        ),
        pen(47, 60, 1),
    ),
    # --- principles ---
    "open-door": scene(
        both(rect(12, 5, 40, 54), CREAM),
        both("M12 5v54l14-7V12z", ORANGE),
        spots(2, CREAM, (22, 33)),
        line("M3 59h58"),
        pawn(40, 27, BLUE, 5, 7, 18),
    ),
    "one-vote-each": scene(
        pawn(11, 9, AQUA, 5, 7, 13),
        pawn(32, 9, AQUA, 5, 7, 13),
        pawn(53, 9, AQUA, 5, 7, 13),
        both(rect(4, 49, 56, 12), ORANGE),
        ballot(11, 34, 12, 15),
        ballot(32, 34, 12, 15),
        ballot(53, 34, 12, 15),
    ),
    "put-in-share": scene(
        pot(32, 31, 1),
        line("M10 8q12-4 15 12M19 15l6 6 5-7M39 22q3-16 15-12M48 4l6 6-6 6"),
    ),
    "stand-free": scene(
        both(rect(3, 3, 38, 6), SAND),
        line(
            "M8 9v8M22 9v6M36 9v6M14 21L47 32M14 32L47 21M14 51l-8-9M30 51l8-9"
            + circ(52, 19, 5)
            + circ(52, 34, 5)
        ),
        pawn(22, 42, AQUA, 5, 8, 13),
    ),
    "learn-together": scene(
        place(book(0, 0), 32, 34, 0.85),
        pawn(10, 16, PINK, 5, 7, 12),
        pawn(32, 9, AQUA, 5, 7, 12),
        pawn(54, 16, LILAC, 5, 7, 12),
    ),
    "groups-linked": scene(
        both(circ(20, 32, 18), PINK),
        both(circ(44, 32, 18), AQUA),
        fill("M32 19q11 13 0 26-11-13 0-26z", ORANGE),
        fill(
            "".join(
                circ(x, y, 3.5) + f"M{x - 5} {y + 13}a5 8 0 0 1 10 0z"
                for x, y in ((18, 20), (11, 33), (22, 35))
            ),
            PURPLE,
        ),
        fill(
            "".join(
                circ(x, y, 3.5) + f"M{x - 5} {y + 13}a5 8 0 0 1 10 0z"
                for x, y in ((46, 20), (42, 35), (53, 33))
            ),
            TEAL,
        ),
    ),
    "care-place": scene(
        tree(42, 45, 0.72),
        pawn(13, 18, ORANGE, 5, 7, 20),
        line("M20 30l10 2"),
        fill("M3 52q7-5 14 0t15 0 15 0 14 0v9H3z", SKY),
        line("M3 52q7-5 14 0t15 0 15 0 14 0M3 60q7-5 14 0t15 0 15 0 14 0"),
    ),
    # --- next steps and signs of time ---
    "tomorrow": scene(
        calendar(8, 9, 48, 50, 8),
        fill("M20 49a12 12 0 0 1 24 0z", ORANGE),
        ink((14, 50), (50, 50)),
        ink((32, 25), (32, 31)),
        ink((18, 32), (22, 36)),
        ink((46, 32), (42, 36)),
    ),
    "this-week": scene(
        calendar(5, 8, 54, 52, 9),
        fill("M11 23h42v3H11zM11 47h42v3H11zM11 53h42v3H11z", SAND),
        fill(rect(7, 31, 50, 11), ORANGE),
        fill("".join(f"M{x} 34h4v5h-4z" for x in (9, 16, 23, 30, 37, 44, 51)), WHITE),
    ),
    "this-month": scene(
        calendar(7, 8, 50, 52, 10),
        *(spots(2.6, TEAL, *((x, y) for x in (16, 24, 32, 40, 48))) for y in (29, 40, 51)),
    ),
    "ask-someone": scene(
        pawn(14, 41, PINK, 6, 9, 14),
        pawn(50, 41, AQUA, 6, 9, 14),
        line("M9 3h40v22H29l-8 7v-7H9z"),
        place(question(0, 0), 29, 13, 0.65),
    ),
    "try-small": scene(
        both("M18 40h28l-4 20H22z", ORANGE),
        both(rect(15, 35, 34, 7), ORANGE),
        place(sprout(0, 0), 32, 34, 1.4),
    ),
    "visit-group": scene(
        worker(11, 16, PINK, "M5 11l8 3M-5 11l-3 7", "M-2 20l-6 11M2 20l6 11"),
        arrow(8, 57, 34, 57, 6),
        pawn(38, 14, AQUA, 5, 6, 12),
        pawn(55, 14, AQUA, 5, 6, 12),
        pawn(50, 40, AQUA, 5, 6, 13),
    ),
    "keep-learning": scene(
        both("M3 60V50h15V40h15V30h15V20h13v40z", SAND),
        place(book(0, 0), 20, 8, 0.6),
    ),
    "start-saving": scene(
        both("M17 32v4q-4 2-4 6v14q0 4 4 4h30q4 0 4-4V42q0-4-4-6v-4", SKY),
        line("M13 32h6M45 32h6"),
        spots(4, ORANGE, (26, 54), (34, 54), (42, 54)),
        pinch(30, 20, 0.9),
        spots(4, ORANGE, (31, 26)),
    ),
    "meet-again": scene(
        line("M7 30A26 26 0 0 1 56 24M58 13l-2 11-11-2"),
        stool(32, 22),
        stool(12, 38),
        stool(52, 38),
        stool(22, 51),
        stool(42, 51),
    ),
    "talk-home": scene(
        both("M7 28h50v31H7z", CREAM),
        both("M3 29L32 5l29 24z", ORANGE),
        fill("M13 34h17v10h-9l-5 5v-5h-3zM51 43h-17v9h8l6 5v-5h3z", TEAL),
    ),
    "not-for-us": scene(
        both(circ(32, 24, 20), AQUA),
        line("M32 45v16M24 61h16"),
        fill("M22 35V20h14v-7l11 10-11 10v-7h-8v9z", TEAL),
    ),
    "path-fork": scene(
        pawn(32, 38, ORANGE, 6, 9, 17),
        both(
            "M27 25q-3-11-14-11V7L3 17l10 10v-7q8 0 9 9zM37 25q3-11 14-11V7l10 10-10 10v-7q-8 0-9 9z",
            SAND,
        ),
    ),
    "welcome": scene(
        both(circ(32, 14, 8), PEACH),
        both("M21 61V40L5 28l5-6 16 7h12l16-7 5 6-16 12v21z", SKY),
        both("M5 28q-4-5-2-9 4-2 7 3zM59 28q4-5 2-9-4-2-7 3z", PEACH),
    ),
    "thank-you": scene(
        both(circ(32, 13, 9), PEACH),
        both("M10 61q0-35 22-35t22 35z", AQUA),
        both("M32 28q-5 4-5 12l-2 10h14l-2-10q0-8-5-12z", PEACH),
        line("M32 30v20M14 52l12-4M50 52l-12-4"),
    ),
    "our-rules": scene(tree(32, 61, 1))
    + scene(
        both(rect(20, 28, 24, 29), WHITE),
        tick(32, 35, 0.45),
        tick(32, 43, 0.45),
        tick(32, 51, 0.45),
        line("M32 24v1"),
    ),
    "question-mark": scene(place(question(0, 0), 32, 28, 2.2)),
    "heart-work": scene(
        place(person(0, 0), 22, 15, 1),
        heart(22, 36, 0.8, ORANGE),
        line("M51 60V12"),
        both("M41 5h20v9H41z", SAND),
        both(rect(46, 34, 10, 9, 3), PEACH),
        line("M34 41l12-2"),
    ),
    "trust": scene(heart(32, 12, 1, ORANGE), clasp(32, 45)),
    "spread": scene(
        line("M4 50h56M4 44v12M60 44v12"),
        *(
            both(circ(x, y, 4), c)
            for x, y, c in (
                (10, 38, ORANGE),
                (22, 38, BLUE),
                (33, 38, GREEN),
                (33, 26, ORANGE),
                (45, 38, BLUE),
                (56, 38, GREEN),
            )
        ),
    ),
    "both-ends": scene(
        line("M4 54h56M4 48v12M60 48v12"),
        pawn(11, 17, ORANGE, 6, 8, 20),
        pawn(53, 17, BLUE, 6, 8, 20),
    ),
}
