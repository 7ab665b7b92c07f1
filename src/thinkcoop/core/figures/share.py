"""A share of people, with Wilson's score interval.

Source: Wilson, E. B. (1927), Probable inference, the law of succession, and statistical inference,
J. Am. Stat. Assoc. 22, 209-212; recommended for small groups by Brown, Cai and DasGupta (2001),
Interval estimation for a binomial proportion, Stat. Sci. 16, 101-133. `docs/methods/share.md`.
"""

from __future__ import annotations

from thinkcoop.core.figures.figure import LEVEL, Figure, Interval, TooFew
from thinkcoop.core.figures.hiding import FEWEST


def share_of(yes: int, of: int, *, missing: int = 0) -> Figure | TooFew:
    """Return the share of `yes` among the `of` people who answered, 0 to 1, without a *p*.

    Smallest n: five. People are taken to answer independently: for people of several rooms the
    interval is too short by the root of the design effect (`core/figures/sample_size.py`). It
    cannot say what the missing would have answered: `core/figures/missing.py`.

    Raises ValueError for a negative number, or more yes than answers.
    """
    if min(yes, of - yes, missing) < 0:
        raise ValueError(f"no share: {yes} of {of}, {missing} missing")
    if of < FEWEST:
        return TooFew(of, missing)
    return Figure(
        unit="share",
        estimate=yes / of,
        interval=wilson(yes, of),
        how="wilson",
        p=None,
        n=of,
        missing=missing,
    )


def wilson(yes: int, of: int) -> Interval:
    """Return Wilson's score interval of a share, 0 to 1. For one answer or more."""
    from statsmodels.stats.proportion import proportion_confint  # noqa: PLC0415 - an extra, slow to load

    low, high = proportion_confint(yes, of, alpha=1 - LEVEL, method="wilson")
    # At none and at all the formula gives exactly 0 and 1, the arithmetic a hair beside them.
    return Interval(0.0 if yes == 0 else float(low), 1.0 if yes == of else float(high))
