"""How far the missing could move a figure: everything, between the worst and the best case.

Source: Horowitz, J. L. and Manski, C. F. (2000), Nonparametric analysis of randomized experiments
with missing covariate and outcome data, J. Am. Stat. Assoc. 95, 77-84 (bounds without any
assumption on who is missing). `docs/methods/missing-answers.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thinkcoop.core.figures.change import (
    RESAMPLES,
    Answer,
    Pair,
    complete,
    mean_change,
    paired_change,
)
from thinkcoop.core.figures.figure import Figure, TooFew, Unit
from thinkcoop.core.figures.hiding import FEWEST
from thinkcoop.core.figures.share import share_of


@dataclass(frozen=True, slots=True)
class Bounds:
    """The figure if all who are missing had gone down, or said no, and if all had gone up.

    In both nobody is missing any more. What holds in both holds whoever is missing.
    """

    worst: Figure
    best: Figure


def share_bounds(yes: int, of: int, *, missing: int) -> Bounds | TooFew:
    """Return the share if all the missing had said no, and if all had said yes.

    Smallest n: five who answered. It cannot say which of the two is nearer to the truth.

    Raises ValueError as `share_of`.
    """
    seen = share_of(yes, of, missing=missing)
    worst, best = share_of(yes, of + missing), share_of(yes + missing, of + missing)
    if isinstance(seen, TooFew) or isinstance(worst, TooFew) or isinstance(best, TooFew):
        return TooFew(of, missing)
    return Bounds(worst, best)


def change_bounds(
    pairs: Sequence[Pair], *, seed: int, resamples: int = RESAMPLES
) -> Bounds | TooFew:
    """Return the mean change if each answer that is missing were the lowest or the highest.

    A missing answer after is taken as 0, then as 2; one before as 2, then as 0. So whoever began
    at 2 cannot go up, and whoever gave no answer at all moves by two whole steps. Smallest n: five
    complete pairs. With many missing the bounds say nothing, and that is what is known.

    Raises ValueError for an answer that is not 0, 1 or 2.
    """
    n = len(complete(pairs))
    if n < FEWEST:
        return TooFew(n, len(pairs) - n)
    worst = paired_change(
        [(_or(before, 2), _or(after, 0)) for before, after in pairs],
        seed=seed,
        resamples=resamples,
    )
    best = paired_change(
        [(_or(before, 0), _or(after, 2)) for before, after in pairs],
        seed=seed,
        resamples=resamples,
    )
    assert not isinstance(worst, TooFew)
    assert not isinstance(best, TooFew)
    return Bounds(worst.mean, best.mean)


def mean_bounds(
    changes: Sequence[float],
    *,
    missing: int,
    most: float,
    unit: Unit,
    seed: int,
    resamples: int = RESAMPLES,
) -> Bounds | TooFew:
    """Return the mean of `changes` if each of the missing had changed by -`most`, and by `most`.

    For changes of which no half is known, as shares of points over several questions (`most` is
    1). Smallest n: five changes.
    """
    if len(changes) < FEWEST:
        return TooFew(len(changes), missing)
    worst, best = (
        mean_change(
            [*changes, *[end] * missing], missing=0, unit=unit, seed=seed, resamples=resamples
        )
        for end in (-most, most)
    )
    assert not isinstance(worst, TooFew)
    assert not isinstance(best, TooFew)
    return Bounds(worst, best)


def _or(answer: Answer, instead: int) -> int:
    """The answer, or what is put in its place."""
    return instead if answer is None else answer
