"""All questions of one sort together, weighed: the one figure of a room beyond counts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Verdict = Literal["up", "down", "no change that matters", "too wide", "too few"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Mean shares of points (0 to 1) before and after, of the same people, and their change."""

    verdict: Verdict
    people: int
    """Who has a pair of answers."""
    missing: int
    """Who answered before or after, and nothing both times."""
    items: int
    before: float | None
    """None where too few people have pairs to show any figure."""
    after: float | None
    change: float | None
    low: float | None
    """The interval of the change, 95 %; None where none can be worked out."""
    high: float | None
    p: float | None
    """Of the permutation test. It is never shown alone."""
    worst: float | None
    """The change, had all who are missing gone from all points to none."""
    best: float | None
