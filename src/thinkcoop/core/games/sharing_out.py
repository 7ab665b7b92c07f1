"""Sharing out: a surplus, several fair ways to share it, and a bad year.

Characters are dealt: one used the cooperative a lot, one put in most of the money. What is shared
is shared among the characters, so a pile that was shown before a choice stays as it was shown, also
when people come or go. No way is marked as right. `docs/methods/game-sharing-out.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

from thinkcoop.core.games.base import (
    Figures,
    GameRules,
    History,
    Line,
    Panel,
    Panels,
    Pick,
    Played,
    Roll,
    Round,
    Unit,
    played,
)
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.lots import dealt, drawn_order, order_sides
from thinkcoop.core.games.numbers import People
from thinkcoop.core.games.parts import Parts, in_parts
from thinkcoop.core.games.picks import counted, most_chosen, spread

Some = Annotated[int, Field(strict=True, ge=0, le=10**9)]
Riel = Annotated[int, Field(strict=True, ge=1, le=10**9)]
Column = Annotated[tuple[Some, ...], Field(min_length=2, max_length=40)]
FAIR = ("fair", "unsure", "unfair")
DEAL = Round(id="deal", form=Roll(), by="table")
WAYS = ("by-use", "by-shares", "reserve", "community")
"""The ways to share: each is a round, and in this order they are the options of `choose`."""
CHOOSE = Round(id="choose", form=Pick(ids=("use", "shares", "reserve", "community"), usual=2))
GAINS = {
    "by-use": L.BY_USE,
    "by-shares": L.BY_SHARES,
    "reserve": L.RESERVE,
    "community": L.COMMUNITY,
}
LOSSES = {
    "by-use": L.BY_USE,
    "by-shares": L.BY_SHARES,
    "alike": L.ALIKE,
    "reserve": L.FROM_RESERVE,
}
BAD_YEAR = Round(id="bad-year", form=Pick(ids=tuple(LOSSES), usual=2), cost=True)


class SharingOut(GameRules):
    """What is shared and lost, and who the characters are."""

    name: ClassVar[str] = "sharing-out"

    surplus: Riel = 60_000
    """What is left at the end of the year, in riel."""
    uses: Column = (10, 10, 10, 20, 20, 30)
    """How much each character used the cooperative, in blocks of ice."""
    shares: Column = (5, 1, 1, 1, 1, 1)
    """How many shares each character put in, in the same order."""
    loss: Riel = 30_000
    """What is lost in the bad year, in riel."""
    players: People = 6
    """Only for the figures; in a room the table says how many there are."""

    def rounds(self) -> tuple[Round, ...]:
        """The deal, four ways to share one after the other, the choice, and the bad year."""
        fair = Pick(ids=FAIR, usual=1)
        return (DEAL, *(Round(id=way, form=fair) for way in WAYS), CHOOSE, BAD_YEAR)

    def chances(self, at: int, history: History, players: int) -> tuple[int, ...]:
        """In the deal: who is which character."""
        return order_sides(players) if self.rounds()[at] == DEAL else ()

    def characters(self, history: History) -> tuple[int, ...]:
        """The characters at this table, as places in the lists, in the order of dealing.

        From both ends of the lists in turn, the last one first, so that a small table has both who
        used most and who put in most. Without a deal they are those of the whole list.
        """
        deal = played(history, DEAL.id)
        return dealt(len(self.uses), len(self.uses) if deal is None else len(deal.players))

    def character(self, history: History, player: int) -> int:
        """Which place in `characters` is this player's.

        Who was not there at the deal plays beside the one who used least, and of these put in
        least.
        """
        deal = played(history, DEAL.id)
        if deal is not None and player in deal.players:
            return drawn_order(deal.draws).index(deal.players.index(player))
        here = self.characters(history)
        return min(range(len(here)), key=lambda at: (self.uses[here[at]], self.shares[here[at]]))

    def shared(self, history: History, way: str) -> Parts:
        """What each character gets of the surplus now, in riel; the rest is kept or spent."""
        if way in {"reserve", "community"}:
            return Parts((0,) * len(self.characters(history)), self.surplus)
        return self._in_parts(history, way, self.surplus)

    def _in_parts(self, history: History, way: str, riel: int) -> Parts:
        weights = {"by-use": self.uses, "by-shares": self.shares}.get(way, (1,) * len(self.uses))
        return in_parts(riel, tuple(weights[at] for at in self.characters(history)))

    def chosen(self, history: History) -> str:
        """The way that most chose; when there was no time to choose, all stays in the reserve."""
        choose = played(history, CHOOSE.id)
        return WAYS[most_chosen(counted(choose, len(WAYS)))] if choose else "reserve"

    def reserve(self, history: History) -> int:
        """What lies in the reserve before the bad year: the surplus, or its few riel of rest."""
        way = self.chosen(history)
        return 0 if way == "community" else self.shared(history, way).rest

    def lost(self, history: History, way: str) -> Parts:
        """What each character carries of the loss (not above 0), and what is in the reserve then.

        The reserve pays only when that is the way; what it cannot pay all carry alike, and so they
        do where nobody has a part by which to carry.
        """
        reserve = self.reserve(history)
        paid = min(self.loss, reserve) if way == "reserve" else 0
        carried = self._in_parts(history, way, paid - self.loss)
        if not any(carried.each) and paid < self.loss:  # nobody here used it, or put anything in
            carried = self._in_parts(history, "alike", paid - self.loss)
        return Parts(carried.each, reserve - paid + carried.rest)

    def preview(self, at: int, history: History, player: int) -> Panels:
        """My own pile: under the way that is asked about, or under each that can be chosen."""
        here = self.rounds()[at].id
        mine = self.character(history, player)
        if here == DEAL.id:
            return ()
        if here == BAD_YEAR.id:
            losses = [(LOSSES[way], self.lost(history, way).each[mine]) for way in LOSSES]
            return (self._mine(L.YOUR_PART, losses),)
        ways = WAYS if here == CHOOSE.id else (here,)
        gains = [(GAINS[way], self.shared(history, way).each[mine]) for way in ways]
        return (self._mine(L.YOUR_PART, gains),)

    def outcome(self, history: History) -> Panels:
        """The characters; who gets how much and how fair it is found; or what was chosen."""
        if not history:
            return ()
        happened = history[-1]
        here = next(each for each in self.rounds() if each.id == happened.round)
        match here.id:
            case DEAL.id:
                return self._dealt(history)
            case CHOOSE.id:
                return (spread(CHOOSE, happened),)
            case BAD_YEAR.id:
                lost = self.lost(history, _carried(happened))
                piles = self._parts(L.LOSS_PARTS, lost, L.RESERVE)
                return piles, spread(BAD_YEAR, happened)
            case way:
                kept = L.COMMUNITY if way == "community" else L.RESERVE
                piles = self._parts(L.PARTS, self.shared(history, way), kept)
                return piles, spread(here, happened, L.IS_IT_FAIR)

    def _dealt(self, history: History) -> Panels:
        """The characters side by side, in both pictures in the same order."""
        here = self.characters(history)
        return (
            self._characters(L.USED, [self.uses[at] for at in here], "blocks"),
            self._characters(L.SHARES, [self.shares[at] for at in here], "coins"),
        )

    def lesson(self, history: History) -> Panel | None:
        """Which way to share was chosen."""
        choose = played(history, CHOOSE.id)
        return None if choose is None else spread(CHOOSE, choose)

    def own(self, history: History, player: int) -> Panels:
        """My character, or my pile under the way of this round or under the one chosen."""
        if not history or player not in history[-1].players:
            return ()
        mine = self.character(history, player)
        match history[-1].round:
            case DEAL.id:
                at = self.characters(history)[mine]
                return (
                    self._mine(L.YOU_USED, [(L.YOU_USED, self.uses[at])], "blocks"),
                    self._mine(L.YOUR_SHARES, [(L.YOUR_SHARES, self.shares[at])], "coins"),
                )
            case BAD_YEAR.id:
                way = _carried(history[-1])
                loss = self.lost(history, way).each[mine]
                return (self._mine(L.YOUR_PART, [(LOSSES[way], loss)]),)
            case here:
                way = self.chosen(history) if here == CHOOSE.id else here
                gain = self.shared(history, way).each[mine]
                return (self._mine(L.YOUR_PART, [(GAINS[way], gain)]),)

    # -------------------------------------------------------------------------- pictures of it

    def _parts(self, title: L, parts: Parts, kept: L) -> Panel:
        """A pile for each character, in the order of dealing, and one for what nobody gets."""
        lines = [Line(label=L.SOMEBODY, values=(riel,)) for riel in parts.each]
        if parts.rest:
            lines.append(Line(label=kept, values=(parts.rest,)))
        return self._piles(title, tuple(lines))

    def _characters(self, title: L, figures: list[int], unit: Unit) -> Panel:
        lines = tuple(Line(label=L.SOMEBODY, values=(figure,)) for figure in figures)
        return self._piles(title, lines, unit)

    def _mine(self, title: L, figures: list[tuple[L, int]], unit: Unit = "riel") -> Panel:
        lines = tuple(Line(label=label, values=(each,), mine=True) for label, each in figures)
        return self._piles(title, lines, unit)

    def _piles(self, title: L, lines: tuple[Line, ...], unit: Unit = "riel") -> Panel:
        """A line of any pile has room for a third of all money, or for what one has most."""
        riel = -(-max(self.surplus, self.loss) // 3)
        most = {"blocks": max(self.uses), "coins": max(self.shares)}.get(unit, riel)
        return Panel(kind="piles", title=title, lines=lines, unit=unit, most=most)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Lists that do not go together, or with which nothing can be shared."""
        if len(self.uses) != len(self.shares):
            trouble = f"it has {len(self.shares)} numbers, and `uses` has {len(self.uses)}"
            yield "shares", trouble, "Write one number for each character in both."
        for name, column in (("uses", self.uses), ("shares", self.shares)):
            if not any(column):
                yield name, "all of it is 0", "Write at least one number above 0."

    def figures(self, runs: int, seed: int) -> Figures:
        """Who gets and loses how much, in riel, exactly; neither runs nor seed are needed.

        `refund_1` is the pile of the first character that is dealt, in the order of the list, and
        so on: all of the list with as many players; with more some stand there twice.
        """
        order = dealt(len(self.uses), self.players)
        by_use = in_parts(self.surplus, tuple(self.uses[at] for at in order))
        by_shares = in_parts(self.surplus, tuple(self.shares[at] for at in order))
        lists = {
            "refund": by_use,
            "dividend": by_shares,
            "loss_by_use": in_parts(-self.loss, tuple(self.uses[at] for at in order)),
            "loss_by_shares": in_parts(-self.loss, tuple(self.shares[at] for at in order)),
            "loss_alike": in_parts(-self.loss, (1,) * self.players),
        }
        return {
            "refund_per_use": _per(self.surplus, sum(self.uses[at] for at in order)),
            "dividend_per_share": _per(self.surplus, sum(self.shares[at] for at in order)),
            "refund_rest": by_use.rest,
            "dividend_rest": by_shares.rest,
            "better_by_use": sum(a > b for a, b in zip(by_use.each, by_shares.each, strict=True)),
            "better_by_shares": sum(
                a < b for a, b in zip(by_use.each, by_shares.each, strict=True)
            ),
            "reserve_after_loss": self.surplus - min(self.surplus, self.loss),
            **{
                f"{name}_{number}": riel
                for name, parts in lists.items()
                for number, riel in enumerate(_as_listed(order, parts.each), 1)
            },
        }


def _carried(happened: Played) -> str:
    """The way to carry the loss that most chose."""
    ways = tuple(LOSSES)
    return ways[most_chosen(counted(happened, len(ways)))]


def _per(riel: int, units: int) -> float:
    return round(riel / units, 6) if units else 0.0


def _as_listed(order: tuple[int, ...], riel: tuple[int, ...]) -> tuple[int, ...]:
    """What was dealt, back in the order of the lists."""
    return tuple(riel[at] for at in sorted(range(len(order)), key=lambda at: order[at]))
