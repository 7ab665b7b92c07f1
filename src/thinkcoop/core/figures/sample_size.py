"""What rise one would see with so many groups of so many people, before anything is measured.

People of one group are alike (ICC), so that a group of n counts less than n people: its mean has
the variance of one person times (1 + (n - 1) ICC) / n, the design effect. The t test is then one of
groups. Sources: Donner, A. and Klar, N. (2000), Design and Analysis of Cluster Randomization Trials
in Health Research, ch. 5; Hayes, R. J. and Moulton, L. H. (2017), Cluster Randomised Trials, ch. 7.
`docs/methods/designs.md`.
"""

from __future__ import annotations

from math import sqrt

from thinkcoop.core.figures.figure import LEVEL

ICC = 0.05
"""Share of the scatter that is between groups, 0 to 1. A usual guess until pilots tell."""
POWER = 0.8
"""In so many of a hundred such pilots, in parts, the rise would be found."""


def design_effect(people: int, icc: float = ICC) -> float:
    """Return by how much people of one group count less: 1 + (people - 1) ICC.

    >>> design_effect(25), design_effect(1)
    (2.2, 1.0)
    """
    if people < 1 or not 0 <= icc <= 1:
        raise ValueError(f"no groups of {people} people with an ICC of {icc}")
    return 1 + (people - 1) * icc


def smallest_rise(
    groups: int, people: int, *, spread: float, icc: float = ICC, power: float = POWER
) -> float:
    """Return the smallest mean change, before to after, that `groups` of `people` would show.

    In the unit of `spread`, the standard deviation of one person's change (of three-point answers
    some 0.7 steps in the rooms of `bench/coverage.py`). One group: a t test of its people, good for
    that room alone, without the ICC; two people at least. With two or three groups the answer may
    be more than the scale has. It cannot say what rise there will be.

    Raises ValueError for too few, a spread not above zero, or a power that is not between.
    """
    from statsmodels.stats.power import TTestPower  # noqa: PLC0415 - an extra, slow to load

    _check(groups, spread, power)
    if groups == 1:
        if people < 2:
            raise ValueError("one person shows no scatter")
        scale, n = spread, people
    else:
        scale, n = spread * sqrt(design_effect(people, icc) / people), groups
    return scale * float(TTestPower().solve_power(None, nobs=n, alpha=1 - LEVEL, power=power))


def smallest_difference(
    groups: int, people: int, *, spread: float, icc: float = ICC, power: float = POWER
) -> float:
    """Return the smallest difference that `groups` with the day and as many that wait would show.

    In the unit of `spread`, the standard deviation of one person. Two groups each at least.

    Raises ValueError as `smallest_rise`.
    """
    from statsmodels.stats.power import TTestIndPower  # noqa: PLC0415 - an extra, slow to load

    _check(groups, spread, power)
    if groups < 2:
        raise ValueError("one group on each side shows no scatter between groups")
    scale = spread * sqrt(design_effect(people, icc) / people)
    return scale * float(
        TTestIndPower().solve_power(None, nobs1=groups, alpha=1 - LEVEL, power=power)
    )


def _check(groups: int, spread: float, power: float) -> None:
    """Refuse what no pilot can be."""
    if groups < 1 or not spread > 0 or not 1 - LEVEL < power < 1:
        raise ValueError(f"no pilot: {groups} groups, spread {spread}, power {power}")
