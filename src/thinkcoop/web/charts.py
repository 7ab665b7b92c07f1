"""Sums and outlines that charts need: how long a bar is, where a point lies, how a pile is laid.

Whole numbers in; whole numbers and outlines (`d` of a path) out. What they mean, and their colours,
are the business of templates and styles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.screens.screen import Chart, ChartRow

FULL = 100
MOST_PIECES = 40
"""Up to here a bar is made of pieces, one for each person: they can be counted with a finger."""
NOTES = (500, 1_000, 5_000, 10_000, 20_000, 50_000)
"""The riel notes that people have in their hands."""
MOST_NOTES = 20
FEWEST_PLACES = 6
"""A pile has room for so many notes at least, so that a single one does not fill the line."""
WIDE = 300
"""How wide a pile's drawing is."""
HIGH, FLAT = 30, 16
"""How high a line of notes is drawn; flat, where many lines share the height of a wall."""
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


def laid_with(chart: Chart) -> int:
    """What all piles of a chart are laid with: a riel note, 1 for single things, 0 for a bar.

    One and the same for all, so that a longer row is more money: 9,500 riel in seven small notes
    must not look like more than one note of 10,000.
    """
    most = reach(chart)
    if chart.unit != "riel":
        return 1 if most <= MOST_PIECES else 0
    return next((note for note in NOTES if most <= note * MOST_NOTES), 0)


def pile(chart: Chart, row: ChartRow, *, flat: bool = False) -> Pile:
    """How the pile of a row is drawn where piles can be laid. `flat`: of less height."""
    value, note = row.values[0], laid_with(chart)
    if chart.unit == "riel":
        room, high = places(reach(chart), note), FLAT if flat else HIGH
        return _notes(abs(value), note, room, high, debt=value < 0)
    return _things(chart.unit, abs(value), reach(chart), debt=value < 0)


def places(most: int, note: int) -> int:
    """How many notes a full line has room for."""
    return max(FEWEST_PLACES, -(-most // note))


def _notes(amount: int, note: int, room: int, high: int, *, debt: bool) -> Pile:
    step = WIDE // room
    whole, rest = divmod(amount, note)
    laid = "".join(_note(at * step, step - GAP, high) for at in range(whole))
    small = _note(whole * step, max(4, (step - GAP) * rest // note), high) if rest else ""
    smaller = max((each for each in NOTES if each <= rest), default=NOTES[0])
    return Pile(laid, small, smaller, high, debt)


def _note(left: int, wide: int, high: int) -> str:
    """A note, and the round picture in its middle when there is room for one."""
    seal = (
        f"M{left + wide // 2 + 1} 10a5 5 0 1 0 .1 0z" if min(wide, high) >= LEAST_FOR_SEAL else ""
    )
    return f"M{left + 1} 3h{wide}v{high - 6}h-{wide}z{seal}"


def _things(unit: str, count: int, most: int, *, debt: bool) -> Pile:
    """Things to count, in fives; a second line lies on the first, and one that is owed below it."""
    line = 10 if most <= GRID else 20
    lines = 1 if most <= line else 2
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
    half = f"a{radius} {high} 0 1 0 "
    return f"M{x - radius} {y}{half}{2 * radius} 0{half}-{2 * radius} 0z"


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


CHART_TOOLS = {
    "crowd": crowd,
    "curves": curves,
    "laid_with": laid_with,
    "mark": mark,
    "minutes": minutes,
    "pieces": pieces,
    "pile": pile,
    "reach": reach,
    "share": share,
    "unsure": unsure,
}
