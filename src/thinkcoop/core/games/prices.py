"""What things cost by number, and what a way costs once for all who go it: one bill for a group.

Knows no round and no player. The figures are whole riel.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Annotated

from pydantic import ConfigDict, Field

from thinkcoop.core.games.base import Figures
from thinkcoop.core.games.numbers import half_up
from thinkcoop.core.module.model import Shape

MOST_PRICE = 10**9
MELTS = 6
"""One piece in six is lost when something melts, and at least one."""


class PriceStep(Shape):
    """From this number on, one piece costs this."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", str_strip_whitespace=True, populate_by_name=True
    )

    since: Annotated[int, Field(alias="from", strict=True, ge=1, le=10_000)]
    price: Annotated[int, Field(strict=True, ge=1, le=MOST_PRICE)]


PriceSteps = tuple[PriceStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Where a group buys: the price steps, and the cost of the way."""

    steps: PriceSteps
    trip: int

    def one(self, pieces: int) -> int:
        """The price of one piece for who buys so many; the first step's for none."""
        fitting = [step.price for step in self.steps if step.since <= max(1, pieces)]
        return fitting[-1] if fitting else self.steps[0].price

    def bill(self, pieces: int) -> int:
        """What a group pays for its pieces and one way; nothing for nothing."""
        return pieces * self.one(pieces) + self.trip if pieces else 0

    def part(self, pieces: int, *, of: int, buyers: int) -> int:
        """What one of `buyers` pays of a bill for `of` pieces: own pieces, and alike of the way.

        Rounded to a whole riel, a half goes up: the parts may miss the bill by as many riel.
        """
        return pieces * self.one(of) + half_up(self.trip, buyers) if pieces else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Who buys on one bill, what each of them needs, and where."""

    needs: tuple[int, ...]
    prices: Prices

    @property
    def pieces(self) -> int:
        """How many pieces all of them buy."""
        return sum(self.needs)

    @property
    def bill(self) -> int:
        """What they pay together, in riel."""
        return self.prices.bill(self.pieces)

    @property
    def alone(self) -> int:
        """What they would pay if each bought alone, in riel."""
        return sum(self.prices.bill(need) for need in self.needs)

    @property
    def saved(self) -> int:
        """What they save, in riel; 0 or more, because no price rises with the number."""
        return self.alone - self.bill

    def part(self, need: int) -> int:
        """What one of them pays who needs so many, in riel."""
        return self.prices.part(need, of=self.pieces, buyers=len(self.needs))

    def troubles(self) -> tuple[int, int, int]:
        """What each card costs, in riel: one part unpaid, pieces melted, the way gone twice.

        Nothing where nobody buys.
        """
        if not self.needs:
            return 0, 0, 0
        lost = -(-self.pieces // MELTS)
        return (
            half_up(self.bill, max(1, len(self.needs))),
            lost * self.prices.one(self.pieces),
            self.prices.trip,
        )

    def trouble_figures(self) -> Figures:
        """The troubles by name, in riel, their mean, and what it leaves of the saving."""
        costs = self.troubles()
        expected = round(sum(costs) / len(costs), 2)
        return {
            "trouble_one_not_paid": costs[0],
            "trouble_some_melted": costs[1],
            "trouble_collector_late": costs[2],
            "trouble_expected": expected,
            "saved_after_trouble_expected": round(self.saved - expected, 2),
        }


def in_proportion(steps: PriceSteps, price: int) -> PriceSteps:
    """Return the steps with `price` as the first price, the others scaled and rounded to 1 riel."""
    first = steps[0].price
    return tuple(
        step.model_copy(update={"price": half_up(step.price * price, first)}) for step in steps
    )


def step_faults(steps: PriceSteps) -> Iterator[tuple[str, str, str]]:
    """What makes no sense in price steps."""
    if steps[0].since != 1:
        yield "steps", "there is no price for one piece", "Begin with `from: 1`."
    pairs = list(pairwise(steps))
    if any(one.since >= other.since for one, other in pairs):
        yield "steps", "the steps are not in order", "Put the smallest `from` first, each once."
    elif any(one.price < other.price for one, other in pairs):
        what = "a piece costs more for who buys more"
        yield "steps", what, "Let each price be at most the one before."
