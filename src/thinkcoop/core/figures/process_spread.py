"""How far apart answers lie, and how far a second count is from a first. Counts in, numbers out.

Three kinds of question, three measures, each from 0 (all alike) to 1 (as far apart as can be):

- **nominal**, one of several options without an order: the index of qualitative variation, that is
  the share of pairs of people who differ, over the most that it can be with so many options
  (Gibbs & Poston 1975, *Social Forces* 53, M2; Wilcox 1973, *Western Political Quarterly* 26).
- **ordinal**, the faces of a scale: Leik's dispersion, which is 1 when half of the people stand at
  each end, and not when they stand evenly everywhere (Leik 1966, *Pacific Sociological Review* 9).
- **several**, each may name more than one option: the mean of the nominal measure over the options,
  each of them a yes or no.

How far a second count is from a first is the total variation distance: half the sum of what the
shares of the options differ by. When the very same people answered both times, at least that share
of them changed; more may have, in ways that even out (Levin & Peres, *Markov Chains and Mixing
Times*, 2017, propositions 4.2 and 4.7).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, assert_never

from thinkcoop.core.figures.hiding import FEWEST

Measure = Literal["nominal", "ordinal", "several"]
DIGITS = 4
"""So many decimals has a share or a spread."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Several numbers of one kind: how many they are, the least, the middle one and the most."""

    of: int
    least: float
    median: float
    """With an even number of them, halfway between the two in the middle."""
    most: float


def range_of(numbers: Sequence[float]) -> Range | None:
    """Return their range in their own unit, with two decimals; None for no numbers.

    >>> range_of([4, 1, 2, 3])
    Range(of=4, least=1, median=2.5, most=4)
    """
    if not numbers:
        return None
    ordered = sorted(numbers)
    of = len(ordered)
    median = (ordered[(of - 1) // 2] + ordered[of // 2]) / 2
    return Range(
        of=of, least=round(ordered[0], 2), median=round(median, 2), most=round(ordered[-1], 2)
    )


def share(part: int, whole: int, *, people: int | None = None) -> float | None:
    """Return `part` of `whole`, from 0 to 1; None when it stands on fewer than five people.

    `people` is for a share of other things than people: on how many people it stands.

    >>> share(3, 6), share(3, 4), share(2, 3, people=18)
    (0.5, None, 0.6667)
    """
    if whole <= 0 or (whole if people is None else people) < FEWEST:
        return None
    return round(part / whole, DIGITS)


def spread(measure: Measure, counts: Sequence[int], total: int) -> float | None:
    """Return how far apart `total` people are, 0 to 1; None for fewer than five people.

    `counts[i]` chose option i; with `several` they may add up to more than `total`. None, too, for
    fewer than two options, which nobody can differ in.

    >>> spread("nominal", [5, 5], 10), spread("nominal", [10, 0, 0], 10)
    (1.0, 0.0)
    >>> spread("ordinal", [5, 0, 5], 10), spread("nominal", [5, 0, 5], 10)
    (1.0, 0.75)
    """
    if total < FEWEST or len(counts) < 2:
        return None
    shares = [count / total for count in counts]
    match measure:
        case "nominal":
            found = _nominal(shares)
        case "ordinal":
            found = _ordinal(shares)
        case "several":
            found = sum(_nominal((one, 1 - one)) for one in shares) / len(shares)
        case _:
            assert_never(measure)
    return round(found, DIGITS)


def _nominal(shares: Sequence[float]) -> float:
    options = len(shares)
    return options / (options - 1) * (1 - sum(one * one for one in shares))


def _ordinal(shares: Sequence[float]) -> float:
    reached, apart = 0.0, 0.0
    for one in shares[:-1]:
        reached += one
        apart += min(reached, 1 - reached)
    return 2 * apart / (len(shares) - 1)


def moved(
    measure: Measure, before: tuple[Sequence[int], int], after: tuple[Sequence[int], int]
) -> float | None:
    """Return how far `after` is from `before`, each as (counts, people): 0 to 1.

    The same people both times: at least so large a share of them changed. With `several` it is the
    largest change of any one option. None when either stands on fewer than five people.

    >>> moved("nominal", ([6, 2, 2], 10), ([2, 4, 4], 10))
    0.4
    """
    (first, people), (second, people_then) = before, after
    if min(people, people_then) < FEWEST or len(first) != len(second):
        return None
    apart = [
        abs(one / people - other / people_then) for one, other in zip(first, second, strict=True)
    ]
    if measure == "several":
        return round(max(apart, default=0.0), DIGITS)
    return round(sum(apart) / 2, DIGITS)


def changed_at_least(before: Sequence[int], after: Sequence[int], both: int) -> int:
    """Return how many of the `both` people who chose one option each time must have changed.

    Others, who chose only once, may be in either count. It is the least number that the counts
    allow, so it tells of nobody that they did not change.

    >>> changed_at_least([6, 2], [2, 6], 8), changed_at_least([6, 2], [2, 6], 5)
    (4, 1)
    """
    kept = sum(min(one, other) for one, other in zip(before, after, strict=False))
    return max(0, both - kept)
