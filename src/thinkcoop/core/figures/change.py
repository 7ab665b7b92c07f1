"""How the same people's three-point answers changed from before to after.

The test flips signs: if nothing changed, before and after could as well be swapped for each person.
Source: Fisher, R. A. (1935), The Design of Experiments, ch. 3; Good, P. (2005), Permutation,
Parametric and Bootstrap Tests of Hypotheses. The interval: BCa bootstrap, Efron, B. (1987), Better
bootstrap confidence intervals, J. Am. Stat. Assoc. 82, 171-185; below a hundred people Student's
t, because there BCa missed the truth too often when we tried both (`BOOTSTRAP_FROM`).
`docs/methods/paired-change.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Protocol

from thinkcoop.core.figures.figure import LEVEL, Figure, How, Interval, TooFew, Unit
from thinkcoop.core.figures.hiding import FEWEST

Answer = int | None
"""0, 1 or 2, higher is more; None is not asked, skipped or not there."""
Pair = tuple[Answer, Answer]
"""What one person answered before and after."""

BOOTSTRAP_FROM = 100
"""With fewer people BCa intervals are too short: of 100 pilots they held the truth in 90 with 8
people, 91 with 16, 92 with 60 and 94 with 100; Student's t in 96, 95, 94 and 95 (second table of
`bench/coverage.py`)."""
RESAMPLES = 9_999
CLEAN = 9
"""Decimals that are kept, so that 0.3 less 0.1 and 0.2 are the same change."""
EXACT = 2**15
"""So many patterns of signs are gone through one by one: up to 15 people who changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairedChange:
    """How many went up, stayed and went down, and by how much on average, in steps."""

    up: int
    same: int
    down: int
    mean: Figure


def complete(pairs: Sequence[Pair]) -> tuple[int, ...]:
    """Return after less before, -2 to 2, of the people who answered both times.

    Raises ValueError for an answer that is not 0, 1 or 2.
    """
    if any(answer not in {None, 0, 1, 2} for pair in pairs for answer in pair):
        raise ValueError("answers before and after are 0, 1, 2 or None")
    return tuple(
        after - before for before, after in pairs if before is not None and after is not None
    )


def paired_change(
    pairs: Sequence[Pair], *, seed: int, resamples: int = RESAMPLES
) -> PairedChange | TooFew:
    """Return how the answers of the same people changed, higher being up.

    Smallest n: five complete pairs. The test is exact where up to 15 people changed, otherwise
    `resamples` patterns of signs are drawn from `seed`. No interval where all changed alike. The
    steps are taken to be equally wide. It cannot say that the day made the change: there is no
    comparison group; and people of several rooms are more alike than it takes them to be, so for
    them use `core/figures/between.py`.

    Raises ValueError for an answer that is not 0, 1 or 2.
    """
    changes = complete(pairs)
    mean = mean_change(
        changes, missing=len(pairs) - len(changes), unit="steps", seed=seed, resamples=resamples
    )
    if isinstance(mean, TooFew):
        return mean
    up, down = sum(c > 0 for c in changes), sum(c < 0 for c in changes)
    return PairedChange(up=up, same=len(changes) - up - down, down=down, mean=mean)


def mean_change(
    changes: Sequence[float], *, missing: int, unit: Unit, seed: int, resamples: int = RESAMPLES
) -> Figure | TooFew:
    """Return the mean of changes, one for each person, in their own unit.

    For three-point answers `paired_change` gives the counts, too; this one also takes shares of
    points over several questions. Smallest n and what it cannot say: as there.
    """
    if len(changes) < FEWEST:
        return TooFew(len(changes), missing)
    interval, how = mean_interval(changes, seed=seed, resamples=resamples)
    return Figure(
        unit=unit,
        estimate=fmean(changes),
        interval=interval,
        how=how,
        no_interval="all-equal" if interval is None else None,
        p=sign_flip(changes, seed=seed, resamples=resamples),
        n=len(changes),
        missing=missing,
    )


def sign_flip(changes: Sequence[float], *, seed: int, resamples: int = RESAMPLES) -> float:
    """Return the two-sided *p* of a mean this far from zero, if every sign were chance.

    1 where nobody changed, or one person alone. Whoever did not change has no sign and plays no
    part.
    """
    from scipy.stats import permutation_test  # noqa: PLC0415 - an extra, slow to load

    moved = [change for change in _clean(changes) if change]
    if len(moved) < 2:
        return 1.0  # up or down, one change is as far from zero
    found = permutation_test(
        (moved,),
        _mean,
        permutation_type="samples",
        vectorized=True,
        n_resamples=EXACT if 2 ** len(moved) <= EXACT else resamples,
        rng=seed,
    )
    return float(found.pvalue)


def mean_interval(
    changes: Sequence[float], *, seed: int, resamples: int = RESAMPLES
) -> tuple[Interval, How] | tuple[None, None]:
    """Return the 95 % interval of the mean change, and how it was made; none if all are equal."""
    from scipy.stats import bootstrap, ttest_1samp  # noqa: PLC0415 - an extra, slow to load

    clean = _clean(changes)
    if min(clean) == max(clean):
        return None, None
    if len(clean) < BOOTSTRAP_FROM:
        found = ttest_1samp(clean, 0).confidence_interval(LEVEL)
        return Interval(float(found.low), float(found.high)), "t"
    found = bootstrap(
        (clean,),
        _mean,
        vectorized=True,
        n_resamples=resamples,
        confidence_level=LEVEL,
        method="BCa",
        rng=seed,
    ).confidence_interval
    return Interval(float(found.low), float(found.high)), "bootstrap"


def _clean(changes: Sequence[float]) -> list[float]:
    return [round(change, CLEAN) for change in changes]


class _Array(Protocol):
    """What scipy makes of our numbers."""

    def mean(self, *, axis: int) -> _Array:
        """The mean along an axis."""
        ...


def _mean(values: _Array, axis: int) -> _Array:
    return values.mean(axis=axis)
