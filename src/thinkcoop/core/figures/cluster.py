"""Sessions that begin by lot, some now and some later: what the day did, compared with waiting.

A session counts as one, by its mean: people of one room are alike. The test repeats the very draw
that was made. Sources: Hayes, R. J. and Moulton, L. H. (2017), Cluster Randomised Trials, ch. 10
(means of clusters, t); Thompson, J. A. et al. (2018), Stat. Med. 37, 2487-2500, and Wang, R. and De
Gruttola, V. (2017), Stat. Med. 36, 2831-2843 (step wedge: within a period, drawn anew).
`docs/methods/designs.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from statistics import fmean
from typing import Protocol

from thinkcoop.core.figures.figure import LEVEL, Figure, Interval, TooFew, Unit
from thinkcoop.core.games.chance import Chance

FEWEST_EACH = 4
"""Sessions in each half. Of three and three there are 20 draws, so *p* is never below 0.1."""
EXACT = 20_000
"""So many draws are gone through one by one: up to eight sessions in each half."""
DRAWS = 1_999
"""Of a step wedge, where each draw is worked out slowly and many times for the interval."""


def waves(sizes: Sequence[int], *, seed: int) -> tuple[int, ...]:
    """Return for each session, in the order of the list, the wave (from 0) in which it begins.

    `sizes[w]` is how many begin in wave w. Write down the list and the seed before the draw:
    whoever has both can repeat it. Raises ValueError for a negative size.

    >>> sorted(waves((2, 1), seed=7)), waves((3,), seed=7)
    ([0, 0, 1], (0, 0, 0))
    """
    if any(size < 0 for size in sizes):
        raise ValueError(f"a wave has no fewer than no sessions: {list(sizes)}")
    left = [wave for wave, size in enumerate(sizes) for _ in range(size)]
    chance = Chance("waves", seed, *sizes)
    return tuple(left.pop(chance.below(len(left))) for _ in range(sum(sizes)))


def waiting_list(
    means: Sequence[float | None], *, first: int, seed: int, unit: Unit = "steps"
) -> Figure | TooFew:
    """Return the mean of sessions that had the day less that of those that still wait.

    `means[i]` is the mean of session i of the list, measured when `first` of them have had the day
    and the others not; None where nothing could be measured. Who had it is drawn again from the
    list and the `seed`. *p* comes from all draws that might have been (drawn ones from 17 sessions
    on), the interval from Student's t on session means, so that the two may differ at the edge.
    `n` and `missing` are sessions. Smallest n: four in each half. Every session counts the same,
    be it large or small. It cannot help where people of both halves talk with each other.

    Raises ValueError where `first` is not a part of the list.
    """
    if not 0 < first < len(means):
        raise ValueError(f"{first} of {len(means)} sessions is no half of a list")
    wave = waves((first, len(means) - first), seed=seed)
    had = [mean for mean, when in zip(means, wave, strict=True) if mean is not None and not when]
    waits = [mean for mean, when in zip(means, wave, strict=True) if mean is not None and when]
    n = len(had) + len(waits)
    if min(len(had), len(waits)) < FEWEST_EACH:
        return TooFew(n, len(means) - n)
    interval = _t_interval(had, waits)
    return Figure(
        unit=unit,
        estimate=fmean(had) - fmean(waits),
        interval=interval,
        how=None if interval is None else "t",
        no_interval="all-equal" if interval is None else None,
        p=_permuted(had, waits, seed=seed),
        n=n,
        missing=len(means) - n,
    )


def step_wedge(
    means: Sequence[Sequence[float | None]],
    *,
    sizes: Sequence[int],
    seed: int,
    unit: Unit = "steps",
    draws: int = DRAWS,
) -> Figure | TooFew:
    """Return the mean difference, within each period, of sessions that had the day and that wait.

    `means[i][t]` is the mean of session i in period t. In period 0 nobody has had the day; wave w
    (from 0) has it from period w + 1 on. Periods weigh by how many stand on each side. *p* and the
    interval both come from the draw: the interval holds every difference that it does not refuse.
    `n` is sessions, `missing` cells of the table. Smallest n: four sessions in two waves or more.
    It takes the difference to be the same at once and later.

    Raises ValueError where sessions, waves and periods do not fit together.
    """
    if len(means) != sum(sizes) or any(len(row) != len(sizes) + 1 for row in means):
        raise ValueError("a step wedge has a row for each session and one period more than waves")
    missing = sum(cell is None for row in means for cell in row)
    if len(means) < FEWEST_EACH or sum(size > 0 for size in sizes) < 2:
        return TooFew(len(means), missing)
    wave = waves(sizes, seed=seed)
    estimate = _within_periods(means, wave)
    if estimate is None:
        return TooFew(len(means), missing)

    def p_of(difference: float) -> float:
        return _drawn_again(_less(means, wave, difference), wave, seed=seed, draws=draws)

    interval = _not_refused(p_of, estimate, reach=_reach(means))
    return Figure(
        unit=unit,
        estimate=estimate,
        interval=interval,
        how=None if interval is None else "inversion",
        no_interval="too-few-orders" if interval is None else None,
        p=p_of(0.0),
        n=len(means),
        missing=missing,
    )


def _t_interval(had: Sequence[float], waits: Sequence[float]) -> Interval | None:
    """Student's t on session means; none where all sessions of each half are equal."""
    from scipy.stats import ttest_ind  # noqa: PLC0415 - an extra, slow to load

    if min(had) == max(had) and min(waits) == max(waits):
        return None
    found = ttest_ind(had, waits).confidence_interval(LEVEL)
    return Interval(float(found.low), float(found.high))


def _permuted(had: Sequence[float], waits: Sequence[float], *, seed: int) -> float:
    """The two-sided *p* over the draws that might have been."""
    from scipy.stats import permutation_test  # noqa: PLC0415 - an extra, slow to load

    return float(
        permutation_test(
            (had, waits), _difference, vectorized=True, n_resamples=EXACT, rng=seed
        ).pvalue
    )


class _Array(Protocol):
    """What scipy makes of our numbers."""

    def mean(self, *, axis: int) -> _Array:
        """The mean along an axis."""
        ...

    def __sub__(self, other: _Array) -> _Array: ...


def _difference(had: _Array, waits: _Array, axis: int) -> _Array:
    return had.mean(axis=axis) - waits.mean(axis=axis)


def _within_periods(means: Sequence[Sequence[float | None]], wave: Sequence[float]) -> float | None:
    """The weighted mean of the differences of all periods with both sides; None without any."""
    total = weights = 0.0
    for period in range(len(means[0])):
        had, waits = _sides(means, wave, period)
        if had and waits:
            weight = len(had) * len(waits) / (len(had) + len(waits))
            total += weight * (fmean(had) - fmean(waits))
            weights += weight
    return total / weights if weights else None


def _sides(
    means: Sequence[Sequence[float | None]], wave: Sequence[float], period: int
) -> tuple[list[float], list[float]]:
    """The means of a period: of those who have had the day, and of those who wait."""
    had: list[float] = []
    waits: list[float] = []
    for row, when in zip(means, wave, strict=True):
        cell = row[period]
        if cell is not None:
            (had if when < period else waits).append(cell)
    return had, waits


def _less(
    means: Sequence[Sequence[float | None]], wave: Sequence[int], difference: float
) -> list[list[float | None]]:
    """The table as it would be, had the day made no difference but this one."""
    return [
        [None if cell is None else cell - difference * (when < period)
         for period, cell in enumerate(row)]
        for row, when in zip(means, wave, strict=True)
    ]  # fmt: skip  # a row of the table is one line


def _drawn_again(
    means: Sequence[Sequence[float | None]], wave: Sequence[int], *, seed: int, draws: int
) -> float:
    """The two-sided *p* of this table, over draws of who begins when."""
    from scipy.stats import permutation_test  # noqa: PLC0415 - an extra, slow to load

    def statistic(order: Iterable[float]) -> float:
        return _within_periods(means, list(order)) or 0.0

    return float(
        permutation_test(
            (wave,),
            statistic,
            permutation_type="pairings",
            vectorized=False,
            n_resamples=draws,
            rng=seed,
        ).pvalue
    )


def _reach(means: Sequence[Sequence[float | None]]) -> float:
    """How far a difference is looked for: a hundred times all that lies between two cells."""
    cells = [cell for row in means for cell in row if cell is not None]
    return 100 * ((max(cells) - min(cells)) or 1.0)


def _not_refused(
    p_of: Callable[[float], float], estimate: float, *, reach: float
) -> Interval | None:
    """All differences whose *p* is above 0.05; None where even the farthest are not refused."""
    from scipy.optimize import bisect  # noqa: PLC0415 - an extra, slow to load

    def above(difference: float) -> float:
        return p_of(difference) - (1 - LEVEL)

    ends = (estimate - reach, estimate + reach)
    if any(above(end) > 0 for end in ends) or above(estimate) <= 0:
        return None
    low, high = (float(bisect(above, estimate, end, rtol=1e-4, xtol=1e-4)) for end in ends)
    return Interval(low, high)
