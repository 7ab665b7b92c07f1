"""How many of the same people had an item right before and after.

The test: McNemar's, exact. Source: McNemar, Q. (1947), Note on the sampling error of the difference
between correlated proportions or percentages, Psychometrika 12, 153-157. The interval: Newcombe,
R. G. (1998), Improved confidence intervals for the difference between binomial proportions based on
paired data, Stat. Med. 17, 2635-2650, method 10. statsmodels 0.15 has none for a paired difference,
so it is put together here from its Wilson limits. `docs/methods/paired-change.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from thinkcoop.core.figures.figure import Figure, Interval, TooFew
from thinkcoop.core.figures.hiding import FEWEST
from thinkcoop.core.figures.share import wilson

RightPair = tuple[bool | None, bool | None]
"""Whether one person was right before and after; None is not asked, skipped or not there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedRight:
    """How many were right both times, only after, only before, never; and the change in share."""

    both: int
    gained: int
    lost: int
    neither: int
    change: Figure


def paired_right(pairs: Sequence[RightPair]) -> PairedRight | TooFew:
    """Return the share that is right after less the share before, -1 to 1, of the same people.

    Smallest n: five complete pairs. Skipped counts as missing, not as wrong. The exact test is
    careful: with few who changed it hardly ever finds anything. It cannot tell learning from luck:
    of three options a third is right by guessing. Independent people, as in `share_of`.
    """
    seen = [(before, after) for before, after in pairs if before is not None and after is not None]
    missing = len(pairs) - len(seen)
    if len(seen) < FEWEST:
        return TooFew(len(seen), missing)
    both, neither = seen.count((True, True)), seen.count((False, False))
    gained, lost = seen.count((False, True)), seen.count((True, False))
    change = Figure(
        unit="share",
        estimate=(gained - lost) / len(seen),
        interval=newcombe(both=both, gained=gained, lost=lost, neither=neither),
        how="newcombe",
        p=_mcnemar(both=both, gained=gained, lost=lost, neither=neither),
        n=len(seen),
        missing=missing,
    )
    return PairedRight(both=both, gained=gained, lost=lost, neither=neither, change=change)


def newcombe(*, both: int, gained: int, lost: int, neither: int) -> Interval:
    """Return the interval of a paired difference of shares (after less before), -1 to 1.

    The distances of each share from its Wilson limits are added as squares, less what the two have
    in common (phi, with Newcombe's correction, which moves a positive phi towards zero).
    """
    n = both + gained + lost + neither
    before, after = both + lost, both + gained
    of_before, of_after = wilson(before, n), wilson(after, n)
    phi = _phi(both=both, gained=gained, lost=lost, neither=neither)
    change = (gained - lost) / n
    down = _joined(after / n - of_after.low, of_before.high - before / n, phi)
    up = _joined(of_after.high - after / n, before / n - of_before.low, phi)
    return Interval(max(-1.0, change - down), min(1.0, change + up))


def _joined(one: float, other: float, phi: float) -> float:
    """The distance of two that are correlated; the sum of squares may fall a hair below zero."""
    return sqrt(max(0.0, one * one - 2 * phi * one * other + other * other))


def _phi(*, both: int, gained: int, lost: int, neither: int) -> float:
    """How before and after go together, -1 to 1; 0 where one of them is the same for all."""
    n = both + gained + lost + neither
    margins = (both + lost) * (gained + neither) * (both + gained) * (lost + neither)
    if not margins:
        return 0.0
    product = both * neither - gained * lost
    return (max(product - n / 2, 0.0) if product > 0 else product) / sqrt(margins)


def _mcnemar(*, both: int, gained: int, lost: int, neither: int) -> float:
    """The exact two-sided *p* of so many gained and lost; 1 where nobody changed."""
    from statsmodels.stats.contingency_tables import mcnemar  # noqa: PLC0415 - an extra, slow to load

    return min(1.0, float(mcnemar([[both, lost], [gained, neither]], exact=True).pvalue))
