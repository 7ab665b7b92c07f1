"""Shared parts of the pictograms, on one 64-grid.

A part is a list of (paint, path) pairs; paint is a palette colour (a soft fill without outline) or
LINE (an outline in the current colour). `pic(...)` puts the fills first, in the order given, then
all outlines as one path. Outlines turn light on a dark screen, so a detail that lies *on* a soft
fill (an eye, a mouth, a clock hand) is drawn with `ink(...)` or `fill(..., TEAL)`: dark in both
themes. Paths begin with a capital M.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise

Part = list[tuple[str, str]]

LINE = "line"
APART: Part = [("", "")]  # keeps two fills of one colour apart that would cancel each other
PEACH, AQUA, SKY, LILAC, SAND = "#F6DCC8", "#E3F1F2", "#CFE3F5", "#E3D7F1", "#D9D2C5"
PINK, CREAM, WHITE = "#F3C9D6", "#FFF3DC", "#fff"
ORANGE, BLUE, GREEN, PURPLE, TEAL = "#B34700", "#0A5EB0", "#2B6B2B", "#6B3FA0", "#0B5563"

_ARGS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def num(value: float) -> str:
    """Write a number with at most one decimal, as short as SVG allows."""
    text = f"{round(value, 1) + 0.0:.1f}".removesuffix(".0")
    return re.sub(r"^(-?)0\.", r"\1.", "0" if text == "-0" else text)


def move(d: str, x: float = 0, y: float = 0, s: float = 1, flip: bool = False) -> str:
    """Scale the path d by s, mirror it if flip, then move it by x, y.

    With s=-1 and flip it stands upside down.
    """
    sx = -s if flip else s
    tokens = re.findall(r"[A-Za-z]|-?\d*\.?\d+", d)
    out, i, command, last = "", 0, "", ""
    while i < len(tokens):
        if tokens[i].isalpha():
            command, i = tokens[i], i + 1
        elif command in "Mm":
            command = "L" if command == "M" else "l"
        kind = command.upper()
        v = [float(t) for t in tokens[i : i + _ARGS[kind]]]
        i += len(v)
        dx, dy = (x, y) if command.isupper() else (0, 0)
        if kind == "H":
            v = [v[0] * sx + dx]
        elif kind == "V":
            v = [v[0] * s + dy]
        elif kind == "A":
            end = v[5] if abs(v[5]) < 0.2 else v[5] * sx  # 0.1 closes a whole circle at any size
            v = [
                abs(v[0] * s),
                abs(v[1] * s),
                v[2],
                v[3],
                1 - v[4] if flip else v[4],
                end + dx,
                v[6] * s + dy,
            ]
        else:
            v = [a * s + dy if k % 2 else a * sx + dx for k, a in enumerate(v)]
        values = " ".join(num(a) for a in v).replace(" -", "-")
        joint = (
            "z"
            if kind == "Z"
            else command
            if command != last
            else ""
            if values.startswith("-")
            else " "
        )
        out += joint + values
        last = "" if kind in "MZ" else command
    return out


def short(d: str) -> str:
    """Write the same path with each command absolute or relative, whichever is shorter."""
    tokens = re.findall(r"[A-Za-z]|-?\d*\.?\d+", move(d))
    out, last, i, command = "", "", 0, ""
    x = y = x0 = y0 = 0.0
    while i < len(tokens):
        if tokens[i].isalpha():
            command, i = tokens[i], i + 1
        kind = command.upper()
        v = [float(t) for t in tokens[i : i + _ARGS[kind]]]
        i += len(v)
        if kind == "Z":
            out, last, x, y = out + "z", "", x0, y0
            continue
        # which of the values are along x, along y, or neither (the radii and flags of an arc)
        axes = {"H": "x", "V": "y", "A": "-----xy"}.get(kind, "xy" * 3)
        base = [{"x": x, "y": y, "-": 0.0}[a] for a in axes[: len(v)]]
        absolute = [a + b for a, b in zip(v, base, strict=True)] if command.islower() else v
        forms = []
        for letter, values in (
            (kind.lower(), [a - b for a, b in zip(absolute, base, strict=True)]),
            (kind, absolute),
        ):
            text = re.sub(r" (?=-)|(?<=\.\d) (?=\.)", "", " ".join(num(a) for a in values))
            forms.append(
                (letter, (letter if letter != last else "" if text[0] == "-" else " ") + text)
            )
        letter, text = forms[1] if not out else min(forms, key=lambda form: len(form[1]))
        out += text
        last = {"m": "l", "M": "L"}.get(letter, letter)
        x, y = {"H": (absolute[-1], y), "V": (x, absolute[-1])}.get(
            kind, (absolute[-2 % len(absolute)], absolute[-1])
        )
        if kind == "M":
            x0, y0 = x, y
    return out


def place(part: Part, x: float = 0, y: float = 0, s: float = 1, flip: bool = False) -> Part:
    """Put a part that is drawn around 0,0 at x, y."""
    return [(paint, move(d, x, y, s, flip)) for paint, d in part]


def pic(*parts: Part) -> str:
    """Make the inner markup: soft fills first, then every outline in one path."""
    groups: list[tuple[str, str]] = []
    lines = ""
    for paint, d in (pair for part in parts for pair in part):
        if not paint:
            groups.append(("", ""))
        elif paint == LINE:
            lines += d
        elif groups and groups[-1][0] == paint:
            groups[-1] = (paint, groups[-1][1] + d)
        else:
            groups.append((paint, d))
    fills = "".join(
        f'<path fill="{paint}" stroke="none" d="{short(d)}"/>' for paint, d in groups if paint
    )
    return fills + (f'<path d="{short(lines)}"/>' if lines else "")


# --- simple shapes -------------------------------------------------------------------------------


def fill(d: str, colour: str) -> Part:
    return [(colour, d)]


def line(d: str) -> Part:
    return [(LINE, d)]


def both(d: str, colour: str) -> Part:
    """Draw a soft fill with its outline."""
    return [(colour, d), (LINE, d)]


def circ(x: float, y: float, r: float) -> str:
    return f"M{num(x)} {num(y - r)}a{num(r)} {num(r)} 0 1 0 .1 0z"


def rect(x: float, y: float, w: float, h: float, r: float = 0) -> str:
    if not r:
        return f"M{x} {y}h{w}v{h}h{-w}z"
    return (
        f"M{x + r} {y}h{w - 2 * r}q{r} 0 {r} {r}v{h - 2 * r}q0 {r} {-r} {r}"
        f"h{2 * r - w}q{-r} 0 {-r} {-r}v{2 * r - h}q0 {-r} {r} {-r}z"
    )


def dots(*points: tuple[float, float]) -> Part:
    """Draw round dots in the outline's colour, for places without a fill beneath."""
    return line("".join(f"M{x} {y}h.1" for x, y in points))


def spots(r: float, colour: str, *points: tuple[float, float]) -> Part:
    """Draw round dots of one colour, for eyes and fruit on a soft fill."""
    return fill("".join(circ(x, y, r) for x, y in points), colour)


def ink(*points: tuple[float, float], w: float = 3, colour: str = TEAL) -> Part:
    """Draw a thick dark line through the points, for details on a soft fill."""
    left: list[tuple[float, float]] = []
    right: list[tuple[float, float]] = []
    for i, (px, py) in enumerate(points):
        normals = []
        for (ax, ay), (bx, by) in zip(
            points[max(i - 1, 0) :], points[max(i - 1, 0) + 1 : i + 2], strict=False
        ):
            length = math.hypot(bx - ax, by - ay)
            normals.append(((ay - by) / length, (bx - ax) / length))
        nx = sum(n[0] for n in normals) / len(normals)
        ny = sum(n[1] for n in normals) / len(normals)
        k = w / 2 / max(nx * nx + ny * ny, 0.3)
        left.append((round(px + nx * k, 1), round(py + ny * k, 1)))
        right.append((round(px - nx * k, 1), round(py - ny * k, 1)))
    ring = left + right[::-1]
    steps = "".join(f"l{num(bx - ax)} {num(by - ay)}" for (ax, ay), (bx, by) in pairwise(ring))
    return fill(f"M{ring[0][0]} {ring[0][1]}{steps}z", colour)


# --- people --------------------------------------------------------------------------------------


def person(x: float, y: float, s: float = 1, cloth: str = AQUA, skin: str = PEACH) -> Part:
    """Draw head and shoulders; x, y is the middle of the head, the shoulders end 28 below it."""
    body = "M-14 28v-3c0-16 28-16 28 0v3z"
    return place(both(circ(0, 0, 8), skin) + both(body, cloth), x, y, s)


def figure(
    x: float,
    y: float,
    s: float = 1,
    cloth: str = AQUA,
    arms: str = "M-6 12l-5 12M6 12l5 12",
    legs: str = "M-4 27l-1 16M4 27l1 16",
    flip: bool = False,
) -> Part:
    """Draw a whole person; x, y is the middle of the head, the feet are 43 below it."""
    torso = "M-3 10h6q4 0 4 4l1 13h-16l1-13q0-4 4-4z"
    return place(both(circ(0, 0, 6), PEACH) + both(torso, cloth) + line(arms + legs), x, y, s, flip)


def seated(x: float, y: float, s: float = 1, cloth: str = AQUA, flip: bool = False) -> Part:
    """Draw a person on a stool, from the side, facing right; x, y is the middle of the head."""
    torso = "M-3 11q7-2 7 5v12h-11v-10q0-6 4-7z"
    return place(
        both(circ(0, 0, 7), PEACH)
        + both(torso, cloth)
        + line("M-7 28h20v14h4M3 17l5 6h8M-10 33h12M-8 33l-2 10M0 33l2 10"),
        x,
        y,
        s,
        flip,
    )


def head_side(x: float, y: float, s: float = 1, flip: bool = False) -> Part:
    """Draw a large head from the side, facing right; x, y is its middle, it fits in 32 by 38."""
    d = "M-9 19v-7q-7-5-7-13c0-20 29-20 29 0l4 7q0 2-4 2v4q0 4-4 4h-4v3z"
    return place(both(d, PEACH), x, y, s, flip)


# --- things --------------------------------------------------------------------------------------


def speech(x: float, y: float, w: float, h: float, tail: str = "left", colour: str = WHITE) -> Part:
    """Draw a speech bubble, its tail down at the left or the right; colour "" leaves it open."""
    r = 5
    bottom = (
        f"h{r + 16 - w}l-6 7v-7h{r - 10}" if tail == "left" else f"h{r - 10}v7l-6-7h{r + 16 - w}"
    )
    d = (
        f"M{x + r} {y}h{w - 2 * r}q{r} 0 {r} {r}v{h - 2 * r}q0 {r} {-r} {r}"
        f"{bottom}q{-r} 0 {-r} {-r}v{2 * r - h}q0 {-r} {r} {-r}z"
    )
    return both(d, colour) if colour else line(d)


def arrow(x1: float, y1: float, x2: float, y2: float, head: float = 7) -> Part:
    """Draw a straight arrow to x2, y2."""
    angle = math.atan2(y2 - y1, x2 - x1)
    a, b = ((x2 - head * math.cos(angle + t), y2 - head * math.sin(angle + t)) for t in (0.7, -0.7))
    return line(f"M{x1} {y1}L{x2} {y2}M{a[0]:.1f} {a[1]:.1f}L{x2} {y2}L{b[0]:.1f} {b[1]:.1f}")


def tick(x: float, y: float, s: float = 1, colour: str = GREEN) -> Part:
    """Draw a thick tick, 20 wide, around x, y."""
    return place(ink((-9, 0), (-3, 6), (9, -7), w=5, colour=colour), x, y, s)


def cross(x: float, y: float, s: float = 1, colour: str = ORANGE) -> Part:
    """Draw a thick cross, 14 wide, around x, y."""
    return place(
        ink((-6, -6), (6, 6), w=4, colour=colour) + ink((6, -6), (-6, 6), w=4, colour=colour),
        x,
        y,
        s,
    )


def phone(x: float, y: float, s: float = 1, colour: str = SKY) -> Part:
    """Draw a phone standing upright, 20 by 34, around x, y."""
    return place(both(rect(-10, -17, 20, 34, 4), colour) + ink((-3, 12), (3, 12), w=2.5), x, y, s)


def clock(x: float, y: float, r: float = 16, colour: str = CREAM) -> Part:
    return both(circ(x, y, r), colour) + ink((x, y - r * 0.6), (x, y), (x + r * 0.45, y + r * 0.25))


def paper(
    x: float, y: float, w: float = 18, h: float = 24, lines: int = 3, colour: str = WHITE
) -> Part:
    part = both(rect(x, y, w, h, 2), colour)
    for i in range(lines):
        part += ink(
            (x + 4, y + (i + 1) * h / (lines + 1)),
            (x + w - 4, y + (i + 1) * h / (lines + 1)),
            w=2.5,
        )
    return part


def coin(x: float, y: float, r: float = 7) -> Part:
    """Draw a coin: two rings, no sign on it."""
    return both(circ(x, y, r), CREAM) + spots(r * 0.4, ORANGE, (x, y))


def note(x: float, y: float, w: float = 32, h: float = 18, colour: str = LILAC) -> Part:
    """Draw a bank note; x, y is its upper left corner."""
    return (
        both(rect(x, y, w, h, 2), colour)
        + spots(h / 5, TEAL, (x + w / 2, y + h / 2))
        + spots(1.5, TEAL, (x + 5, y + h / 2), (x + w - 5, y + h / 2))
    )


def table(x: float, y: float, w: float, h: float = 14, colour: str = SAND) -> Part:
    """Draw a table seen from the front; x, y is the left end of its top."""
    return both(rect(x, y, w, 5, 2), colour) + line(f"M{x + 5} {y + 5}v{h}M{x + w - 5} {y + 5}v{h}")


def sun(x: float, y: float, r: float = 9, far: float = 9) -> Part:
    rays = "".join(
        f"M{num(x + (r + 5) * c)} {num(y + (r + 5) * s)}L{num(x + (r + far) * c)} {num(y + (r + far) * s)}"
        for c, s in ((math.cos(k * math.pi / 4), math.sin(k * math.pi / 4)) for k in range(8))
    )
    return both(circ(x, y, r), CREAM) + line(rays)


def hand(x: float, y: float, s: float = 1, flip: bool = False, cuff: str = AQUA) -> Part:
    """Draw an open hand from the left, palm up; x, y is the middle of the palm.

    The cuff is left out if it has no colour.
    """
    d = "M-12-3h6q5-5 9-4l5 2q2 4-6 4l10-4q6 0 3 5l-9 8q-2 1-6 1h-12z"
    sleeve = both("M-20-5h8v14h-8z", cuff) if cuff else []
    return place(both(d, PEACH) + sleeve, x, y, s, flip)
