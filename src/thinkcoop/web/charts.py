"""Sums that charts need: how long a bar is, how many lines show it. Whole numbers in and out."""

from __future__ import annotations

from thinkcoop.core.screens.screen import Chart

FULL = 100
MOST_PIECES = 40
"""Up to here a bar is made of pieces, one for each person: they can be counted with a finger."""


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


CHART_TOOLS = {"share": share, "pieces": pieces, "minutes": minutes}
