"""Parts for the scenes: vehicles, stalls, pots, hands, small people. Same manner as parts.py."""

from __future__ import annotations

import math
import re

from pictures.parts import (
    AQUA,
    CREAM,
    GREEN,
    LILAC,
    LINE,
    ORANGE,
    PEACH,
    PINK,
    SAND,
    SKY,
    TEAL,
    WHITE,
    Part,
    both,
    circ,
    fill,
    ink,
    line,
    move,
    place,
    rect,
    spots,
)

_ARGS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def _steps(d: str) -> list[tuple[str, list[float]]]:
    """The path as (command, its numbers), one pair per step."""
    tokens = re.findall(r"[A-Za-z]|-?\d*\.?\d+", d)
    out, i, command = [], 0, ""
    while i < len(tokens):
        if tokens[i].isalpha():
            command, i = tokens[i], i + 1
        elif command in "Mm":
            command = "L" if command == "M" else "l"
        n = _ARGS[command.upper()]
        out.append((command, [float(t) for t in tokens[i : i + n]]))
        i += n
    return out


def turn(part: Part, angle: float) -> Part:
    """A part turned around 0,0 by so many degrees clockwise (its arcs must be of circles)."""
    c, s = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    out: Part = []
    for paint, d in part:
        path, x, y, start = "", 0.0, 0.0, (0.0, 0.0)
        for command, given in _steps(d):
            kind, dx, dy = command.upper(), x * command.islower(), y * command.islower()
            if kind == "Z":
                path, (x, y) = path + "z", start
                continue
            fixed = given[:5] if kind == "A" else []
            flat = given[len(fixed) :]
            if kind in "HV":
                points = [(flat[0] + dx, y) if kind == "H" else (x, flat[0] + dy)]
                kind = "L"
            else:
                points = [(a + dx, b + dy) for a, b in zip(flat[::2], flat[1::2], strict=True)]
            x, y = points[-1]
            start = (x, y) if kind == "M" else start
            turned = [n for a, b in points for n in (a * c - b * s, a * s + b * c)]
            path += kind + " ".join(f"{n:.2f}" for n in [*fixed, *turned])
        out.append((paint, path))
    return out


def _frame(d: str) -> tuple[float, float, float, float]:
    """A box that surely holds the path."""
    xs, ys, x, y, start = [], [], 0.0, 0.0, (0.0, 0.0)
    for command, v in _steps(d):
        kind, low = command.upper(), command.islower()
        if kind == "Z":
            x, y = start
            continue
        if kind in "HV":
            x, y = (v[0] + x * low, y) if kind == "H" else (x, v[0] + y * low)
            points = [(x, y)]
        else:
            pad = v[0] * 2 if kind == "A" else 0
            flat = v[5:] if kind == "A" else v
            points = [
                (a + x * low, b + y * low) for a, b in zip(flat[::2], flat[1::2], strict=True)
            ]
            points += [
                (points[-1][0] + a, points[-1][1] + b)
                for a in (-pad, pad)
                for b in (-pad, pad)
                if pad
            ]
            x, y = flat[-2] + x * low, flat[-1] + y * low
            start = (x, y) if kind == "M" else start
        xs += [a for a, _ in points]
        ys += [b for _, b in points]
    return min(xs), min(ys), max(xs), max(ys)


def scene(*parts: Part) -> str:
    """As `pic`, but short: fills of one colour are drawn together wherever that changes nothing to be seen."""
    groups: list[tuple[str, list[str]]] = []
    lines = ""
    for paint, d in (pair for part in parts for pair in part):
        if paint == LINE:
            lines += move(d)
            continue
        a, home = _frame(d), None
        for i in range(len(groups) - 1, -1, -1):
            if groups[i][0] == paint:
                home = i
                break
            if any(
                a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]
                for b in map(_frame, groups[i][1])
            ):
                break
        if home is None:
            groups.append((paint, [d]))
        else:
            groups[home][1].append(d)
    bare = "" if len(groups) > 1 else ' stroke="none"'
    fills = "".join(
        f'<path fill="{paint}"{bare} d="{"".join(map(move, ds))}"/>' for paint, ds in groups
    )
    if not bare:
        fills = f'<g stroke="none">{fills}</g>'
    return (fills if groups else "") + (f'<path d="{lines}"/>' if lines else "")


# --- people ----------------------------------------------------------------------------------------------------


def pawn(x: float, y: float, cloth: str = AQUA, r: float = 5, w: float = 8, h: float = 14) -> Part:
    """A small person, head and body only; x, y is the middle of the head, w half the width of the body."""
    foot = y + r + h
    if h <= 2 * w:
        body = f"M{x - w} {foot}a{w} {h} 0 0 1 {2 * w} 0z"
    else:
        body = f"M{x - w} {foot}v{w - h}a{w} {w} 0 0 1 {2 * w} 0v{h - w}z"
    return both(circ(x, y, r), PEACH) + both(body, cloth)


def worker(
    x: float,
    y: float,
    cloth: str = AQUA,
    arms: str = "",
    legs: str = "M-3 20l-1 13M3 20l1 13",
    flip: bool = False,
    hat: bool = False,
) -> Part:
    """A whole small person; the head (radius 5) is at x, y, the feet are 33 below it."""
    torso = "M-6 20l1-11a4 4 0 0 1 4-4h2a4 4 0 0 1 4 4l1 11z"
    part = both(circ(0, 0, 5), PEACH) + both(torso, cloth) + line(arms + legs)
    if hat:
        part += both("M-9-1l9-8 9 8z", CREAM)
    return place(part, x, y, 1, flip)


# --- hands -----------------------------------------------------------------------------------------------------


def fist(x: float, y: float, s: float = 1, flip: bool = False) -> Part:
    """A closed hand around something lying crosswise; x, y is its middle, 16 by 15."""
    d = "M-8-3q0-4 4-4h8q4 0 4 4v6q0 5-5 5h-6q-5 0-5-5z"
    return place(
        both(d, PEACH) + ink((-3, -3), (-3, 2), w=2) + ink((2, -3), (2, 2), w=2), x, y, s, flip
    )


def palm(x: float, y: float, s: float = 1, flip: bool = False, cloth: str = AQUA) -> Part:
    """A hand held out flat from the left, palm up; x, y is the middle of the palm, 38 wide."""
    d = "M-10-3q6-4 11-1l3 2h11q4 0 4 3t-4 3h-7q-3 6-8 6h-10z"
    return place(both(d, PEACH) + both(rect(-19, -6, 9, 19), cloth), x, y, s, flip)


def pinch(x: float, y: float, s: float = 1, flip: bool = False, cloth: str = LILAC) -> Part:
    """A hand from the upper left whose fingers drop something at x, y."""
    d = "M-16-18h8q9 0 11 11l1 6-6 1-1-5-2 4-5-2 1-4h-7z"
    return place(both(d, PEACH) + both("M-16-21h-8v18h8z", cloth), x, y, s, flip)


# --- vehicles --------------------------------------------------------------------------------------------------


def carriage(x: float, y: float) -> Part:
    """The two-wheeled roofed carriage from the side, 30 wide, 46 high; x, y is its upper left corner."""
    return place(
        both("M0 9q15-12 30 0z", ORANGE) + fill("M3 23h7l4 6h13v9h-24z", AQUA)
        + line("M3 9v14M27 9v20M5 38h-2v-15h7l4 6h13v9h-5") + both(circ(13.5, 40, 7), WHITE)
        + spots(2, TEAL, (13.5, 40)),
        x, y,
    )  # fmt: skip


def moto(x: float, y: float) -> Part:
    """A motorbike from the side, going right, 48 wide; x, y is the middle of the hind wheel (radius 7)."""
    return place(
        both(circ(0, 0, 7), WHITE) + both(circ(32, 0, 7), WHITE) + spots(2, TEAL, (0, 0), (32, 0))
        + both("M-7-14h16l4 5h6l5-8 4 1-3 13h-17l-4-6h-10z", SKY) + line("M25-11l6 11M19-20h6l1 4"),
        x, y,
    )  # fmt: skip


def rickshaw(x: float, y: float, s: float = 1, roof: str = ORANGE, people: bool = True) -> Part:
    """A tuk-tuk of one piece from the side, going right, 36 by 36; x, y is its upper left corner."""
    part = both("M1 7q0-6 6-6h17q5 0 6 6zM3 19h12v4h7v-4h9q4 2 4 8H3z", roof) + line(
        "M3 7v12M15 7v12M27 7l5 12"
    )
    if people:
        part += fill(circ(9, 13, 3) + circ(21, 13, 3) + "M5 19q4-6 8 0zM18 20q3-7 6-1z", TEAL)
    return place(part + both(circ(10, 29, 5) + circ(29, 29, 5), WHITE), x, y, s)


def remork(x: float, y: float, roof: str = ORANGE) -> Part:
    """A carriage behind its motorbike, small, 58 by 28; x, y is its upper left corner."""
    return place(
        both("M0 7q14-11 28 0z", roof) + both("M2 14h6l3 4h15v5H2z", AQUA) + line("M2 7v7M26 7v11M26 21h6M52 13l4 10M48 11h4l1 5")
        + both("M31 15h11l3 4 6-3-3 7H34z", SKY) + line(circ(13, 24, 4) + circ(36, 24, 4) + circ(55, 24, 4)),
        x, y,
    )  # fmt: skip


def donkey(x: float, y: float, flip: bool = False) -> Part:
    """A donkey from the side, looking right, 25 by 26; x, y is the middle between its feet."""
    return place(
        both("M-10-14H0l3-6h4l6 5-3 4-4-1-2 6v6h-3v-6h-7v6h-2v-6q-2-3-2-8z", SAND)
        + line("M4-20l-2-7M8-20v-7M-10-14q-4 2-3 7"),
        x,
        y,
        1,
        flip,
    )


# --- stalls, pots, baskets -------------------------------------------------------------------------------------


def awning(x: float, y: float, w: float, n: int = 4, colour: str = PEACH, h: float = 8) -> Part:
    """A scalloped roof of cloth, w wide at its lower edge."""
    k = w / n
    scallops = f"a{k / 2} 4 0 0 1{-k} 0" * n
    panels = "".join(
        f"M{x + 4 + (w - 8) * i / n} {y}h{(w - 8) / n}L{x + k * (i + 1)} {y + h}a{k / 2} 4 0 0 1{-k} 0z"
        for i in range(0, n, 2)
    )
    whole = f"M{x + 4} {y}h{w - 8}l4 {h}{scallops}z"
    return fill(panels, colour) + line(whole)


def stall(
    x: float, y: float, w: float, h: float, n: int = 4, colour: str = ORANGE, cloth: str = AQUA
) -> Part:
    """A market stall: awning, posts, a counter with a cloth; x, y its upper left corner."""
    top = y + h * 0.62
    return (
        awning(x, y, w, n, colour)
        + line(f"M{x + 4} {y + 12}V{y + h}M{x + w - 4} {y + 12}V{y + h}")
        + both(rect(x + 4, top, w - 8, h * 0.22), cloth)
    )


def pot(x: float, y: float, s: float = 1, colour: str = SAND) -> Part:
    """A clay pot; x, y is the middle of its rim, 36 wide, 30 high."""
    return place(
        both("M-12 5q-7 5-7 13 0 12 10 12h18q10 0 10-12 0-8-7-13z", colour)
        + both(rect(-14, 0, 28, 5), colour),
        x,
        y,
        s,
    )


def basket(x: float, y: float, w: float = 22, h: float = 15, colour: str = PEACH) -> Part:
    """A basket; x, y is the left end of its rim."""
    return both(f"M{x} {y}h{w}l-3 {h}h{6 - w}z", colour) + ink(
        (x + 4, y + h / 2), (x + w - 4, y + h / 2), w=2.5, colour=ORANGE
    )


def sack(x: float, y: float, s: float = 1, colour: str = SAND) -> Part:
    """A tied sack; x, y is the middle of its foot, 24 wide, 30 high."""
    return place(
        both("M-7-29q7 3 14 0l-2 6q7 7 7 15 0 8-6 8H-6q-6 0-6-8 0-8 7-15z", colour)
        + ink((-5, -22), (5, -22), w=2.5, colour=ORANGE),
        x,
        y,
        s,
    )


def box(x: float, y: float, w: float, h: float, colour: str = PEACH) -> Part:
    """A packed box with a strip of tape."""
    return both(rect(x, y, w, h), colour) + fill(rect(x + w / 2 - 3, y + 1, 6, h / 2), ORANGE)


def padlock(x: float, y: float, s: float = 1) -> Part:
    """A padlock; x, y is the middle of its body, 14 wide."""
    return place(
        both(rect(-7, -5, 14, 12, 2), CREAM)
        + line("M-4-5v-4q0-4 4-4t4 4v4")
        + spots(2, ORANGE, (0, 1)),
        x,
        y,
        s,
    )


def key(x: float, y: float, s: float = 1) -> Part:
    """An upright key, its ring above; x, y is the middle of the ring, 7 wide, 24 high."""
    return place(both(circ(0, 0, 5), CREAM) + line("M0 5v16M0 15h5M0 21h5"), x, y, s)


def calendar(x: float, y: float, w: float, h: float, head: float = 9) -> Part:
    return (
        both(rect(x, y, w, h), WHITE) + fill(rect(x, y, w, head), ORANGE)
        + line(f"M{x + w * 0.28} {y - 4}v7M{x + w * 0.72} {y - 4}v7")
    )  # fmt: skip


def question(x: float, y: float, s: float = 1) -> Part:
    """A question mark, 12 by 18; x, y is its middle."""
    return place(line("M-6-4a6 6 0 1 1 9 5q-3 2-3 5M0 11h.1"), x, y, s)


def heart(x: float, y: float, s: float = 1, colour: str = PINK) -> Part:
    """A heart; x, y is its middle, 20 wide."""
    return place(both("M0 8c-13-7-11-16-5-16q5 0 5 4 0-4 5-4c6 0 8 9-5 16z", colour), x, y, s)


def book(x: float, y: float, s: float = 1) -> Part:
    """An open book; x, y is the middle of its upper edge, 48 wide, 30 high."""
    return place(
        both("M0 3q-10-6-24-3v26q14-3 24 3 10-6 24-3v-26q-14-3-24 3z", WHITE)
        + ink((0, 3), (0, 29), w=2.5),
        x,
        y,
        s,
    )


def pen(x: float, y: float, s: float = 1, flip: bool = False, colour: str = ORANGE) -> Part:
    """A pen that writes at x, y, leaning to the right, 14 by 18."""
    return place(both("M0 0l2-7 9-11 5 4-9 11z", colour), x, y, s, flip)


def sprout(x: float, y: float, s: float = 1) -> Part:
    """Two leaves on a stalk; x, y is its foot, 20 wide, 18 high."""
    return place(
        both("M0-8q-10 1-11-9 10-1 11 9zM0-11q0-9 11-9 0 10-11 9z", GREEN) + line("M0 0v-11"),
        x,
        y,
        s,
    )


def tree(x: float, y: float, s: float = 1) -> Part:
    """A wide tree; x, y is the foot of its trunk, 56 wide, 48 high."""
    return place(
        both("M-20-20c-10 0-11-13-2-15 0-10 13-14 20-8 8-6 21-2 21 8 9 2 8 15-1 15z", GREEN)
        + both("M-3 0l1-20h4l1 20z", SAND),
        x,
        y,
        s,
    )


def clasp(x: float, y: float, s: float = 1) -> Part:
    """Two hands shaking; x, y is their middle, 58 wide, 36 high."""
    return place(
        both(rect(-29, -17, 9, 25), SKY) + both(rect(20, -17, 9, 25), PINK) + fill("M-20-13l12-3 8 2 8-2 12 3v17l-5 1-14 12h-4l-17-13z", PEACH)
        + line(
            "M-20-13l11-3 6 2M20-13l-11-3-8 1-9 9a4 4 0 0 0 6 5l7-4 13 10M-20 4h3l11 11a3.5 3.5 0 0 0 6 0M0 11l3 3a3.5 3.5 0 0 0 5-4"
            "M6 5l4 4a3.5 3.5 0 0 0 6-3l4-2"
        ),
        x, y, s,
    )  # fmt: skip


def hat(x: float, y: float, s: float = 1, colour: str = ORANGE) -> Part:
    """The hat that stands for leading; x, y is the middle of its brim, 22 wide."""
    return place(both("M-11 0h22l-4-4q0-7-7-7t-7 7z", colour), x, y, s)


def stool(x: float, y: float) -> Part:
    """A stool; x, y is the middle of its seat, 12 wide, 12 high."""
    return place(both(rect(-6, -2, 12, 4), ORANGE) + line("M-4 2l-2 8M4 2l2 8"), x, y)


def ballot(x: float, y: float, w: float = 10, h: float = 12) -> Part:
    """A small sheet; x, y is the middle of its upper edge."""
    return both(rect(x - w / 2, y, w, h), WHITE)
