"""What every statistic of the product comes back as: a figure that never stands alone.

An estimate goes with its interval, a *p* with both, and all with how many people they rest on and
how many are missing. Fewer than five people have no figure at all: it would tell of each.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

LEVEL = 0.95
"""Of a hundred intervals made this way, so many parts hold the true value."""

Unit = Literal["share", "steps"]
"""`share`: of people, 0 to 1, or a difference of two shares, -1 to 1. `steps`: of the three-point
answers 0, 1, 2, so that a change runs from -2 to 2."""
How = Literal["wilson", "newcombe", "bootstrap", "t", "hartung-knapp", "inversion"]
"""How an interval was made; `docs/methods/` has a paragraph on each."""
WhyNone = Literal["all-equal", "too-few-orders"]
"""Why there is no interval: all changed alike, so that nothing shows how much chance moves; or the
draw had so few possible outcomes that even the most extreme one proves nothing."""


@dataclass(frozen=True, slots=True)
class Interval:
    """A 95 % interval, both ends included, in the unit of its figure."""

    low: float
    high: float

    def __post_init__(self) -> None:
        """Refuse ends in the wrong order and what is not a number: both are bugs."""
        if not self.low <= self.high:
            raise ValueError(f"no interval: {self.low} to {self.high}")

    @property
    def width(self) -> float:
        """How far apart the ends are."""
        return self.high - self.low

    def holds(self, value: float) -> bool:
        """Whether the value lies in it."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A statistic of a group, with all that is needed to read it."""

    unit: Unit
    estimate: float
    interval: Interval | None
    how: How | None = None
    """How the interval was made; None where there is none."""
    no_interval: WhyNone | None = None
    p: float | None
    """Two-sided, for *no change*; None where nothing is tested."""
    p_of_several: float | None = None
    """The same, adjusted for all items that were looked at (`core/figures/several.py`)."""
    n: int
    """People with a complete answer; in a comparison of sessions, sessions."""
    missing: int

    def __post_init__(self) -> None:
        """Refuse a figure that hides why it has no interval."""
        if (self.interval is None) != (self.no_interval is not None):
            raise ValueError("a figure has an interval or the reason why not")


@dataclass(frozen=True, slots=True)
class TooFew:
    """No figure: so many answered completely, and so many are missing."""

    n: int
    missing: int
