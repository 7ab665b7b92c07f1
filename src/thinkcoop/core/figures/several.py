"""Several items at once: the more one looks at, the more stand out by chance.

Source: Holm, S. (1979), A simple sequentially rejective multiple test procedure, Scand. J. Stat. 6,
65-70. `docs/methods/several-items.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from thinkcoop.core.figures.figure import LEVEL, Figure, TooFew


def adjusted(figures: Sequence[Figure | TooFew]) -> tuple[Figure | TooFew, ...]:
    """Return the same figures in the same order, each *p* adjusted for all of them (Holm).

    Hand over every item that was looked at, not only the promising ones. What has no *p* stays as
    it is and does not count. The chance that any item without a change stands out is then at most
    5 in 100, however the items hang together. Intervals are not widened: each is of one item. It
    cannot mend items that were chosen after a look at the answers.
    """
    from statsmodels.stats.multitest import multipletests  # noqa: PLC0415 - an extra, slow to load

    tested = [one.p for one in figures if isinstance(one, Figure) and one.p is not None]
    if not tested:
        return tuple(figures)
    after = iter(multipletests(tested, alpha=1 - LEVEL, method="holm")[1])
    return tuple(
        replace(one, p_of_several=float(next(after)))
        if isinstance(one, Figure) and one.p is not None
        else one
        for one in figures
    )
