"""Bargaining: one who buys and several who sell, alone, in pairs, as one, and with an outsider.

A trip costs its driver `cost`, and the hotel pays up to `most`. The variant `official` is the same
in a mirror: a good place is worth `most` a day, an official gives it to whoever offers most, and
must collect `cost`. Who wins what is worked out in `bargain`; here are rounds and pictures.
`docs/methods/game-bargaining.md`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from thinkcoop.core.games.bargain import ANSWERS, Bargain, Deal, answer, groups_of
from thinkcoop.core.games.bargaining_figures import expected
from thinkcoop.core.games.base import (
    Amount,
    Figures,
    GameRules,
    History,
    Line,
    Panel,
    Panels,
    Pick,
    Played,
    Round,
    played,
)
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.lots import order_sides
from thinkcoop.core.games.numbers import People
from thinkcoop.core.games.picks import spread

Riel = Annotated[int, Field(strict=True, ge=1, le=10**9)]
MOST_STEPS = 1_000
ABOVE = 4
"""How many steps above `most` can be offered: what nobody takes must be possible, too."""
NAMES = {
    "alone": (L.ALONE, "way-alone"),
    "pairs": (L.IN_PAIRS, "pair-offer"),
    "together": (L.TOGETHER, "one-offer"),
    "outsider": (L.WITH_OUTSIDER, "outsider"),
}


class Bargaining(GameRules):
    """The parameters, in riel."""

    name: ClassVar[str] = "bargaining"
    cost: Riel = 4_000
    """What a trip costs its driver; for the official, what must be collected."""
    most: Riel = 10_000
    """What the hotel pays at most; what the place is worth a day."""
    undercut: Riel = 1_000
    """How much less than our joint price an outsider asks; how much more than our fee."""
    step: Riel = 500
    """Offers are in steps of this."""
    variant: Literal["buyer", "official"] = "buyer"
    players: People = 6
    """Only for the figures; in a room the table says how many there are."""

    @property
    def terms(self) -> Bargain:
        """The terms in which offers are weighed."""
        return Bargain(
            cost=self.cost,
            most=self.most,
            undercut=self.undercut,
            step=self.step,
            official=self.variant == "official",
        )

    def rounds(self) -> tuple[Round, ...]:
        """Single offers, pairs, one joint offer, and the outsider."""
        none = self._form(silent=self.terms.room + self.step)
        return (
            Round(id="alone", form=none),
            Round(id="pairs", form=none),
            Round(id="together", form=self._form(silent=self.terms.room), by="table"),
            Round(id="outsider", form=Pick(ids=ANSWERS), cost=True),
        )

    def _form(self, *, silent: int) -> Amount:
        """An offer; `silent` is what the offer of whoever makes none would leave."""
        steps = self.terms.room // self.step
        return Amount(
            lowest=self.step,
            highest=self._highest,
            step=self.step,
            unit="riel",
            usual=self.terms.offer(silent),
            blank=True,
            signs=tuple(sorted({self.cost + self.step * (steps * at // 3) for at in range(4)})),
        )

    @property
    def _highest(self) -> int:
        """The highest offer, in riel."""
        return self.most + ABOVE * self.step

    def chances(self, at: int, history: History, players: int) -> tuple[int, ...]:
        """An order by lot: among equal offers the first one wins, and it makes the pairs."""
        return order_sides(players) if self.rounds()[at].id in {"alone", "pairs"} else ()

    def preview(self, at: int, history: History, player: int) -> Panels:
        """The limits of the bargain; in the last round our joint offer and the outsider's."""
        terms = self.terms
        if self.rounds()[at].id == "outsider":
            joint = terms.joint(history)
            ours = _line(self._joint_label(history), terms.offer(joint))
            theirs = _line(L.OUTSIDER_OFFERS, terms.offer(terms.outsider(joint)))
            return (self._piles(L.WHAT_WE_KNOW, ours, theirs),)
        least = _line(L.LEAST_FEE if terms.official else L.TRIP_COSTS, self.cost)
        most = _line(L.PLACE_WORTH if terms.official else L.HOTEL_PAYS, self.most)
        return (self._piles(L.WHAT_WE_KNOW, least, most),)

    def _joint_label(self, history: History) -> L:
        """What the outsider starts from: our joint offer, or all there is if none was taken."""
        together = played(history, "together")
        if together is not None and self.terms.deal(history, together).left is not None:
            return L.OUR_OFFER
        return L.LEAST_FEE if self.terms.official else L.HOTEL_PAYS

    def partners(self, at: int, history: History, player: int) -> tuple[int, ...]:
        """In pairs: with whom the lot of the single offers has put this player."""
        if self.rounds()[at].id != "pairs" or played(history, "alone") is None:
            return ()
        group = next((each for each in groups_of(history, ()) if player in each), ())
        return tuple(other for other in group if other != player)

    def outcome(self, history: History) -> Panels:
        """The offers in the drawn order, what came of it, and how the rounds compare."""
        if not history:
            return ()
        last, came = history[-1], self._came_of_it(history)
        if last.round == "outsider":
            return came, self._other_side(history), spread(self.rounds()[-1], last)
        offers = self._offers(history, last)
        return (offers, came, self._compared(history)) if history[1:] else (offers, came)

    def lesson(self, history: History) -> Panel | None:
        """What was left in each round, from the second one on."""
        return self._compared(history) if history[1:] else None

    def own(self, history: History, player: int) -> Panels:
        """What the last round brought to this player; nothing for whoever was not in it."""
        if not history or player not in history[-1].players:
            return ()
        part = self.terms.deal(history, history[-1]).part(player)
        return (self._piles(L.YOURS, Line(label=L.YOURS, values=(part,), mine=True)),)

    def _offers(self, history: History, happened: Played) -> Panel:
        """One pile an offer, never whose; the one that won, and those that nobody takes, say so.

        Without words: a handshake at the one that won, and sellers left with their goods.
        """
        names = {"alone": L.ONE_OFFER, "pairs": L.OFFER_OF_PAIR, "together": L.OUR_OFFER}
        terms = self.terms
        lefts = [bid.left for bid in terms.bids(history, happened)]
        won = lefts.index(min(lefts))
        labels = [
            L.OFFER_NOT_TAKEN
            if left > terms.room
            else (L.OFFER_WON if at == won else names[happened.round])
            for at, left in enumerate(lefts)
        ]
        offers = zip(labels, lefts, strict=True)
        lines = (
            replace(_line(label, terms.offer(left)), won=label == L.OFFER_WON)
            for label, left in offers
        )
        return self._piles(L.OFFERS, *lines)

    def _came_of_it(self, history: History) -> Panel:
        """The price, what it leaves, and what that makes for each of us."""
        last = history[-1]
        deal = self.terms.deal(history, last)
        label = L.NO_DEAL if deal.left is None else L.OFFER_WON
        if last.round == "outsider" and answer(last) == "keep":
            label = L.OUTSIDER_WON
        return self._piles(
            L.WHAT_CAME_OF_IT,
            _line(label, self._paid(deal)),
            _line(self._measure, deal.left or 0),
            _line(L.ON_AVERAGE, deal.average(len(last.players))),
        )

    def _compared(self, history: History) -> Panel:
        """What was left in each round so far."""
        return self._piles(self._measure, *self._by_round(history, lambda deal: deal.left or 0))

    def _other_side(self, history: History) -> Panel:
        """What the customer paid, or the office got, in each round: our gain is their price."""
        title = L.OFFICE_GETS if self.terms.official else L.CUSTOMER_PAYS
        return self._piles(title, *self._by_round(history, self._paid))

    def _by_round(self, history: History, riel: Callable[[Deal], int]) -> Iterator[Line]:
        for each in history:
            label, picture = NAMES[each.round]
            yield _line(label, riel(self.terms.deal(history, each)), picture)

    def _paid(self, deal: Deal) -> int:
        """The price or the fee; 0 without a deal."""
        return 0 if deal.left is None else self.terms.offer(deal.left)

    def _piles(self, title: L, *lines: Line) -> Panel:
        """All piles of the game have room for the highest offer, so that they can be compared."""
        return Panel(kind="piles", title=title, lines=lines, unit="riel", most=self._highest)

    @property
    def _measure(self) -> L:
        return L.LEFT_AFTER_FEE if self.terms.official else L.ABOVE_COST

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """What does not go together in the numbers."""
        for name, riel in (("cost", self.cost), ("most", self.most), ("undercut", self.undercut)):
            if riel % self.step:
                trouble = f"{riel} cannot be offered in steps of {self.step}"
                yield name, trouble, f"Write a multiple of {self.step}, or change `step`."
        if self.cost >= self.most:
            yield "cost", "it leaves nothing to bargain for", f"Write less than {self.most}."
        elif self.undercut > self.terms.room:
            trouble = "the outsider would drive at a loss"
            yield "undercut", trouble, f"Write at most {self.terms.room}."
        if self.terms.official and self.cost < 2 * self.step:
            trouble = "a fee one step below it would be none"
            yield "cost", trouble, f"Write at least {2 * self.step}, or a smaller `step`."
        if self.terms.room // self.step > MOST_STEPS:
            yield "step", f"it makes more than {MOST_STEPS} steps", "Write a larger step."

    def simulated_moves(self, runs: int) -> int:
        """An offer of everyone in each run, single and in pairs."""
        return 2 * runs * self.players

    def figures(self, runs: int, seed: int) -> Figures:
        """What is left when everyone offers at random (`docs/methods/game-bargaining.md`)."""
        return expected(self.terms, self.step, self.players, runs=runs, seed=seed)


def _line(label: L, riel: int, picture: str = "") -> Line:
    return Line(label=label, values=(riel,), picture=picture)
