"""What to expect of a bargain in which everyone offers at random. For figures, never for a screen.

Each offer from the cost to the most, in steps, is as likely as every other.
"""

from __future__ import annotations

from fractions import Fraction
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
    single = least_of(players, terms.room, step)
    everyone = tuple(range(players))
    left: dict[str, Fraction] = {
        "alone": single,
        "pairs": single,
        "together": Fraction(terms.room),
    }
    gain = {name: each / players for name, each in left.items()}
    for said in ANSWERS[:-1]:
        deal = terms.answered(said, (), everyone)
        left[f"outsider_{said}"] = Fraction(deal.left or 0)
        whole = Fraction((deal.left or 0) * len(deal.ours), deal.shared_by)
        gain[f"outsider_{said}"] = whole / players
    left["outsider_alone"], gain["outsider_alone"] = left["alone"], gain["alone"]
    return {
        **{f"price_above_cost_{name}": float(each) for name, each in left.items()},
        **{f"gain_per_driver_{name}": float(each) for name, each in gain.items()},
        **{f"price_{name}": _price(terms, each) for name, each in left.items()},
        **_simulated(terms, "alone", step, players, chance=Chance("alone", seed), runs=runs),
        **_simulated(terms, "pairs", step, players, chance=Chance("pairs", seed), runs=runs),
    }


def least_of(offers: int, room: int, step: int) -> Fraction:
    """Return the mean of the least of so many offers, each 0, step, 2 step … room as likely.

    It is the sum over all sizes above 0 of the chance that every offer is at least that large.

    >>> least_of(1, 6_000, 500), least_of(2, 500, 500)
    (Fraction(3000, 1), Fraction(125, 1))
    """
    steps = room // step
    reached = (Fraction(steps + 1 - size, steps + 1) ** offers for size in range(1, steps + 1))
    return step * sum(reached, Fraction(0))


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
