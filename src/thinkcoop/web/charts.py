"""Sums and outlines that charts need: how long a bar is, where a point lies, how a pile is laid.

Whole numbers in; whole numbers and outlines (`d` of a path) out. What they mean, and their colours,
are the business of templates and styles.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from thinkcoop.core.screens.screen import Chart, ChartRow

FULL = 100
MOST_PIECES = 40
"""Up to here a bar is made of pieces, one for each person: they can be counted with a finger."""
NOTES = (500, 1_000, 5_000, 10_000, 20_000, 50_000)
"""The riel notes that people have in their hands."""
MOST_NOTES = 20
"""So many notes lie in one line at most."""
MOST_LINES = 8
"""A pile of more than a line becomes a heap of so many lines at most."""
FEWEST_PLACES = 6
"""A pile has room for so many notes at least, so that a single one does not fill the line."""
WIDE = 300
"""How wide a pile's drawing is."""
HIGH, FLAT, THIN = 22, 16, 5
"""How high a line of notes is drawn; flat where many lines share the height of a wall, thin where
heaps do."""
FLAT_LINES = 2
GAP = 2
LEAST_FOR_SEAL = 22
FIVE_GAP = 6
"""Things to count lie in fives."""
GRID = 10
ONE_OF_US = "a2.2 2.2 0 1 0 4.4 0a2.2 2.2 0 1 0-4.4 0zm-.9 6.6v-2.1a3.1 2.2 0 0 1 6.2 0v2.1z"
"""A little person in a place of 10 by 10; it ends 0.9 left and 6.6 below of where it began."""
ACROSS, UP = 560, 260
"""The field in which a curve runs, in a drawing of 600 by 300."""
EDGE = 20
BEGINS = re.compile(r"M(\d+) (\d+)")


@dataclass(frozen=True, slots=True)
class Pile:
    """Something laid in a row: outlines of the whole things, and of what is left over."""

    whole: str
    rest: str
    rest_note: int
    high: int
    """How high the drawing is; it is 300 wide."""
    debt: bool


@dataclass(frozen=True, slots=True)
class Curves:
    """Points of each line in a drawing of 600 by 300, and how high zero lies in it."""

    zero: int
    lines: tuple[tuple[tuple[int, int], ...], ...]


def share(value: int, most: int) -> int:
    """How much of a full bar `value` is, 0 to 100. A little is never nothing."""
    if most <= 0 or value <= 0:
        return 0
    return max(1, min(FULL, round(FULL * value / most)))


def pieces(chart: Chart) -> int:
    """How many pieces a full bar has, or 0 when there are too many to count."""
    return chart.most if 0 < chart.most <= MOST_PIECES else 0


def minutes(ms: int) -> int:
    """Milliseconds as whole minutes, the sign kept."""
    return round(ms / 60_000)


def reach(chart: Chart) -> int:
    """The largest amount that a chart must have room for, a debt counted as what is owed."""
    return max(chart.most, *(abs(value) for row in chart.rows for value in row.values), 1)


def one_line(chart: Chart) -> int:
    """What one line of a pile has room for.

    What the chart says, which is the same in all pictures of a game, so that a note or a bean means
    the same in each; more than that lies in further lines. Where it says nothing, or where far too
    many lines would come of it, everything lies in one line.
    """
    most = reach(chart)
    return chart.most if chart.most > 1 and most <= chart.most * MOST_LINES else most


def laid_with(chart: Chart) -> int:
    """What all piles of a chart are laid with: a riel note, 1 for single things, 0 for a bar.

    One and the same for all, so that a longer row is more money: 9,500 riel in seven small notes
    must not look like more than one note of 10,000.
    """
    most = one_line(chart)
    if chart.unit != "riel":
        return 1 if most <= MOST_PIECES else 0
    return next((note for note in NOTES if most <= note * MOST_NOTES), 0)


def pile(chart: Chart, row: ChartRow, *, flat: bool = False, line: int = 0) -> Pile:
    """How the pile of a row is drawn where piles can be laid.

    `flat`: of less height. `line`: only so many lie beside each other, for a narrow place.
    """
    value, note, most = row.values[0], laid_with(chart), one_line(chart)
    if chart.unit == "riel":
        heaps = reach(chart) > FLAT_LINES * most
        room, high = places(most, note), (THIN if heaps else FLAT) if flat else HIGH
        return _notes(abs(value), note, line or room, high, debt=value < 0)
    line = line or (10 if most <= GRID else 20)
    return _things(chart.unit, abs(value), line, debt=value < 0)


def places(most: int, note: int) -> int:
    """How many notes a full line has room for."""
    return max(FEWEST_PLACES, -(-most // note))


def _notes(amount: int, note: int, room: int, high: int, *, debt: bool) -> Pile:
    """Notes; a further line lies on the first, and one that is owed below it."""
    step = WIDE // room
    whole, rest = divmod(amount, note)
    lines = max(1, -(-amount // (note * room)))

    def lay(at: int, wide: int) -> str:
        row, column = divmod(at, room)
        top = (row if debt else lines - 1 - row) * high
        return _note(column * step, top, wide, high)

    laid = "".join(lay(at, step - GAP) for at in range(whole))
    small = lay(whole, max(4, (step - GAP) * rest // note)) if rest else ""
    smaller = max((each for each in NOTES if each <= rest), default=NOTES[0])
    return Pile(laid, small, smaller, high * lines, debt)


def _note(left: int, top: int, wide: int, high: int) -> str:
    """A note, and the round picture in its middle when there is room for one."""
    seal = (
        f"M{left + wide // 2 + 1} {top + 6}a5 5 0 1 0 .1 0z"
        if min(wide, high) >= LEAST_FOR_SEAL
        else ""
    )
    rim = 1 if high == THIN else 3
    return f"M{left + 1} {top + rim}h{wide}v{high - 2 * rim}h-{wide}z{seal}"


def _things(unit: str, count: int, line: int, *, debt: bool) -> Pile:
    """Things to count, in fives; a further line lies on the first, and one that is owed below."""
    lines = max(1, -(-count // line))
    step = (WIDE - FIVE_GAP * (line // 5 - 1)) // line
    shapes = []
    for at in range(count):
        row, column = divmod(at, line)
        x = column * step + column // 5 * FIVE_GAP + step // 2
        y = (row if debt else lines - 1 - row) * step + step // 2 + 1
        shapes.append(_thing(unit, x, y, step * 9 // 20))
    return Pile("".join(shapes), "", 0, step * lines, debt)


def _thing(unit: str, x: int, y: int, radius: int) -> str:
    """A bean, a coin or a block around its middle."""
    if unit == "blocks":
        return f"M{x - radius} {y - radius}h{2 * radius}v{2 * radius}h-{2 * radius}z"
    high = radius if unit == "coins" else radius * 4 // 5
    return f"M{x - radius} {y}a{radius} {high} 0 1 0 0-.01z"


def side_by_side(path: str) -> str:
    """A drawing of closed shapes, each begun from where the one before began.

    Things beside each other are then the same text again and again, which packs to nearly nothing.

    >>> side_by_side("M1 15h9zM30 15h9zM59 15h9z")
    'M1 15h9zm29 0h9zm29 0h9z'
    """
    begun: list[tuple[int, int]] = []

    def nearer(move: re.Match[str]) -> str:
        x, y = int(move[1]), int(move[2])
        begun.append((x, y))
        return f"m{x - begun[-2][0]} {y - begun[-2][1]}" if begun[1:] else move[0]

    return BEGINS.sub(nearer, path)


def strip(values: tuple[int, ...]) -> tuple[tuple[int, int], ...]:
    """Where each part of a whole begins, and how wide it is, in a strip 300 wide."""
    whole = max(1, sum(values))
    ends = [WIDE * sum(values[: at + 1]) // whole for at in range(len(values))]
    return tuple((begin, end - begin) for begin, end in pairwise((0, *ends)))


def crowd(first: int, last: int) -> str:
    """The outline of the people `first` to `last` (0-based, `last` not) in a grid of ten by ten."""
    inside = range(max(0, first), max(0, min(FULL, last)))
    return "".join(_standing(at, f"{at % GRID * GRID + 2.8:.1f}") for at in inside)


def _standing(at: int, x: str) -> str:
    return f"M{x} {at // GRID * GRID + 3}{ONE_OF_US}"


def unsure(chart: Chart, row: ChartRow) -> str:
    """A line under those of the hundred of whom nobody can be sure; empty for an exact figure."""
    if not chart.sure:
        return ""
    first = max(0, row.values[0] - chart.sure)
    last = min(FULL, row.values[0] + chart.sure)
    return "".join(
        f"M{at % GRID * GRID + 1} {at // GRID * GRID + 9.7:.1f}h8" for at in range(first, last)
    )


def curves(chart: Chart) -> Curves:
    """Where the points of each line lie. All lines share the same time from left to right."""
    values = [value for row in chart.rows for value in row.values]
    top, bottom = max(chart.most, *values, 1), min(0, *values, 0)
    steps = max((len(row.values) for row in chart.rows), default=1) - 1

    def high(value: int) -> int:
        return EDGE + UP * (top - value) // (top - bottom)

    lines = tuple(
        tuple(
            (EDGE + (ACROSS * at // steps if steps else ACROSS // 2), high(value))
            for at, value in enumerate(row.values)
        )
        for row in chart.rows
    )
    return Curves(high(0), lines)


Mark = Literal["circle", "square", "triangle"]
MARKS: tuple[Mark, ...] = ("circle", "square", "triangle")


def mark(line: int, x: int, y: int) -> str:
    """The outline of a point: each line of a curve has its own shape."""
    shape = MARKS[line % len(MARKS)]
    if shape == "circle":
        return f"M{x - 9} {y}a9 9 0 1 0 18 0a9 9 0 1 0-18 0z"
    if shape == "square":
        return f"M{x - 9} {y - 9}h18v18h-18z"
    return f"M{x} {y - 12}l12 21h-24z"


def notes_to_lay(highest: int, step: int) -> tuple[int, ...]:
    """With which notes every sum in steps of `step` riel can be laid, small ones first.

    Those that people have; below the smallest that fits, the step itself and ten times as much.

    >>> notes_to_lay(10_000, 500), notes_to_lay(2_000, 100), notes_to_lay(1_500, 300)
    ((500, 1000, 5000, 10000), (100, 500, 1000), (300,))
    """
    fit = tuple(note for note in NOTES if note <= highest and note % step == 0)
    smallest = fit[0] if fit else 10 * step
    small = tuple(step * 10**power for power in range(4) if step * 10**power < smallest)
    return (*small, *fit)


CHART_TOOLS = {
    "notes_to_lay": notes_to_lay,
    "crowd": crowd,
    "curves": curves,
    "laid_with": laid_with,
    "mark": mark,
    "minutes": minutes,
    "pieces": pieces,
    "pile": pile,
    "reach": reach,
    "share": share,
    "side_by_side": side_by_side,
    "strip": strip,
    "unsure": unsure,
}
