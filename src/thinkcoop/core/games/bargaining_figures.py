"""What to expect of a bargain in which everyone offers at random. For figures, never for a screen.

Each offer from the cost to the most, in steps, is as likely as every other.
"""

from __future__ import annotations

from fractions import Fraction
from math import prod
from statistics import fmean, stdev

from thinkcoop.core.games.bargain import ANSWERS, Bargain
from thinkcoop.core.games.base import Figures, Played
from thinkcoop.core.games.chance import Chance
from thinkcoop.core.games.lots import order_sides


def expected(terms: Bargain, step: int, players: int, *, runs: int, seed: int) -> Figures:
    """What the price is above the cost (what the fee leaves), and what each player has of it.

    In riel. Single offers and pairs exactly, and from `runs` simulated games (at least two) with
    the standard error of their mean; the outsider comes after a joint offer that leaves all.
    """
    everyone = tuple(range(players))
    left: dict[str, Fraction] = {
        "alone": least_of((1,) * players, terms.room, step),
        "pairs": least_of(pair_sizes(players), terms.room, step),
        "together": Fraction(terms.room),
    }
    gain = {name: each / players for name, each in left.items()}
    for said in ANSWERS[:-1]:
        deal = terms.answered(said, (), everyone)
        left[f"outsider_{said}"] = Fraction(deal.left or 0)
        whole = Fraction((deal.left or 0) * len(deal.ours), deal.shared_by)
        gain[f"outsider_{said}"] = whole / players
    left["outsider_alone"], gain["outsider_alone"] = left["alone"], gain["alone"]
    exact = {
        **{f"price_above_cost_{name}": float(each) for name, each in left.items()},
        **{f"gain_per_driver_{name}": float(each) for name, each in gain.items()},
        **{f"price_{name}": _price(terms, each) for name, each in left.items()},
    }
    found = {
        **exact,
        **_simulated(terms, "alone", step, players, chance=Chance("alone", seed), runs=runs),
        **_simulated(terms, "pairs", step, players, chance=Chance("pairs", seed), runs=runs),
    }
    return {name: round(figure, 6) for name, figure in found.items()}


def pair_sizes(players: int) -> tuple[int, ...]:
    """How large the pairs of so many are.

    >>> pair_sizes(6), pair_sizes(5), pair_sizes(1)
    ((2, 2, 2), (2, 3), (1,))
    """
    return (*(2,) * (players // 2 - 1), 2 + players % 2) if players > 1 else (1,)


def least_of(groups: tuple[int, ...], room: int, step: int) -> Fraction:
    """Return the mean of the least offer of groups of such sizes.

    Each person says 0, step, 2 step … room, all as likely; a group's offer is the middle of what
    its members say, in whole steps, rounded up. The mean of the least is the sum over all sizes
    above 0 of the chance that every offer is at least that large.

    >>> least_of((1,), 6_000, 500), least_of((1, 1), 500, 500), least_of((2,), 500, 500)
    (Fraction(3000, 1), Fraction(125, 1), Fraction(375, 1))
    """
    steps = room // step
    above = {size: _chances_above(size, steps) for size in sorted(set(groups))}
    reached = (prod((above[size][k] for size in groups), start=Fraction(1)) for k in range(steps))
    return step * sum(reached, Fraction(0))


def _chances_above(people: int, steps: int) -> list[Fraction]:
    """At place k: the chance that the rounded middle of so many offers is above k steps."""
    ways = [1]
    for _ in range(people):
        sums = [0] * (len(ways) + steps)
        for total, count in enumerate(ways):
            for said in range(steps + 1):
                sums[total + said] += count
        ways = sums
    every = (steps + 1) ** people
    return [Fraction(sum(ways[k * people + 1 :]), every) for k in range(steps)]


def _price(terms: Bargain, left: Fraction) -> float:
    return float(terms.most - left if terms.official else terms.cost + left)


def _simulated(
    terms: Bargain, name: str, step: int, players: int, *, chance: Chance, runs: int
) -> Figures:
    """The mean of `runs` games that are played by the rules, and its standard error."""
    choices, lefts = terms.room // step + 1, []
    for _ in range(max(2, runs)):
        moves = tuple(terms.offer(step * chance.below(choices)) for _ in range(players))
        draws = chance.draws(order_sides(players))
        happened = Played(round=name, players=tuple(range(players)), moves=moves, draws=draws)
        lefts.append(terms.deal((happened,), happened).left or 0)
    return {
        f"price_above_cost_{name}_simulated": fmean(lefts),
        f"price_above_cost_{name}_error": stdev(lefts) / len(lefts) ** 0.5,
    }
