"""Accident fund: months of work and a die that may show an accident; alone, then with a fund.

A fund makes nobody richer: it spreads bad luck, and with too small a fee it breaks its promise.
`docs/methods/game-accident-fund.md` has the rules, the figures and how sure they are.
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
    played,
)
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.lots import drawn_order, order_sides
from thinkcoop.core.games.many_days import Lived, Lives, Lot, live_through, many_lives
from thinkcoop.core.games.numbers import Flag, People, half_up, typed_riel
from thinkcoop.core.games.picks import spread

Coins = Annotated[int, Field(strict=True, ge=0, le=1000)]
Riel = Annotated[int, Field(strict=True, ge=1, le=10**9)]
Fee = Annotated[int, Field(strict=True, ge=1, le=1000)]

FIRST = Round(id="first", form=Roll())
ALONE = Round(id="alone", form=Roll())
COST = Round(id="cost", form=Pick(ids=("stay", "leave")), cost=True)
STAY = 0
LIVES, MOST_PEOPLE, FEWEST_LIVES = 10_000, 90_000, 200
"""How many lives the view over many days is made of; fewer where a group is larger than nine."""
SEED = 1
"""The view over many days has the same dice at every table."""
MOST_LOSS = 10_000_000
YEAR = 12
FEE_PICTURES = {1: "fee-1", 2: "fee-2"}
"""Where the fee can be counted in the picture."""


class AccidentFund(GameRules):
    """Six months, six people, one die each a month."""

    name: ClassVar[str] = "accident-fund"

    start: Coins = 6
    """What each has at first, in coins."""
    income: Coins = 5
    living: Coins = 4
    """What comes in and what is needed each month, in coins."""
    loss: Annotated[int, Field(strict=True, ge=1, le=10_000)] = 9
    """What an accident costs, in coins."""
    sides: Annotated[int, Field(strict=True, ge=2, le=100)] = 6
    """One side of so many is an accident."""
    months: Annotated[int, Field(strict=True, ge=1, le=24)] = 6
    fees: Annotated[tuple[Fee, ...], Field(min_length=1, max_length=3)] = (1, 2)
    """What each pays in a month, in coins; a round for each."""
    own_numbers: Flag = Field(default=False, alias="own")
    """Whether the table types its own numbers for the view over many days."""
    left_riel: Riel = 30_000
    loss_riel: Riel = 270_000
    """What stands there before the table types: the same proportion as the coins."""
    fund: Annotated[int, Field(strict=True, ge=0, le=1000)] | None = None
    """Only for the figures: this fee alone, 0 for everyone alone; without it all of them."""
    players: People = 6
    """Only for the figures; in a room the table says how many there are."""

    def rounds(self) -> tuple[Round, ...]:
        """Return one month, the months alone, those with each fee, own numbers, and the cost."""
        left = typed_riel(self.left_riel, lowest=1)
        loss = typed_riel(self.loss_riel, lowest=1, most=MOST_LOSS)
        own = (Round(id="left", form=left, by="table"), Round(id="loss", form=loss, by="table"))
        funds = (Round(id=f"fund-{fee}", form=Roll()) for fee in self.fees)
        return (FIRST, ALONE, *funds, *(own if self.own_numbers else ()), COST)

    def chances(self, at: int, history: History, players: int) -> tuple[int, ...]:
        """A die for each player, month after month; then an order that tells nobody who."""
        here = self.rounds()[at]
        if not isinstance(here.form, Roll):
            return ()
        months = 1 if here == FIRST else self.months
        return (*(self.sides,) * (months * players), *order_sides(players))

    def preview(self, at: int, history: History, player: int) -> Panels:
        """The coins at the start; where staying is asked, what a lucky one has only paid in."""
        here = self.rounds()[at]
        if here == COST:
            return (self._paid_in(),)
        if not isinstance(here.form, Roll):
            return ()
        mine = Line(label=L.YOUR_MONEY, values=(self.start,), mine=True)
        return (self._piles(L.YOURS, mine),)

    def outcome(self, history: History) -> Panels:
        """Everyone's money in no order, debts, broken promises; then the view over many days."""
        if not history:
            return ()
        happened = history[-1]
        match happened.round:
            case "cost":
                return self._who_stays(history, happened)
            case "left":
                return (self._typed(history),)
            case "loss":
                return (*self._many_days(history), self._typed(history))
            case _:
                return (*self._months(happened), *self._when_known(history))

    def lesson(self, history: History) -> Panel | None:
        """The hundred people, once a fund was played or the table has typed its numbers."""
        told = any(_fee(each.round) or each.round == "loss" for each in history)
        return self._many_days(history)[0] if told else None

    def own(self, history: History, player: int) -> Panels:
        """My money month by month."""
        if not history or not history[-1].draws or player not in history[-1].players:
            return ()
        lived = self._lived(history[-1])
        points = (self.start, *lived.money[history[-1].players.index(player)])
        line = Line(label=L.YOUR_MONEY, values=points, mine=True)
        most = max(1, *points)
        title = L.YOUR_MONTHS
        return (Panel(kind="curve", title=title, lines=(line,), unit="coins", most=most),)

    # -------------------------------------------------------------------------------- what is seen

    def _lived(self, happened: Played) -> Lived:
        """What the dice of this round did."""
        first, fee = happened.round == FIRST.id, _fee(happened.round)
        lot = self._coins(fee, len(happened.players), 1 if first else self.months)
        return live_through(lot, happened.draws)

    def _months(self, happened: Played) -> Panels:
        lived, players = self._lived(happened), len(happened.players)
        order = drawn_order(happened.draws[len(happened.draws) - players + 1 :])
        lines = [Line(label=L.SOMEBODY, values=(lived.money[each][-1],)) for each in order]
        in_debt = sum(min(money) < 0 for money in lived.money)
        events = [(L.WERE_IN_DEBT, in_debt), (L.ACCIDENTS, lived.accidents)]
        if _fee(happened.round):
            lines.append(Line(label=L.LEFT_IN_FUND, values=(lived.left,)))
            events.append((L.FUND_COULD_NOT, lived.short))
        most = max(players, lived.accidents)
        bars = tuple(Line(label=label, values=(count,)) for label, count in events)
        return (
            self._piles(L.OUR_MONEY, *lines),
            Panel(kind="bars", title=L.WHAT_HAPPENED, lines=bars, most=most),
        )

    def _when_known(self, history: History) -> Panels:
        """The view over many days comes after the last fund, or when the table has typed."""
        last = f"fund-{self.fees[-1]}"
        known = history[-1].round == last and not self.own_numbers
        return self._many_days(history) if known else ()

    def _many_days(self, history: History) -> Panels:
        """Of 100 people like us so many are in debt at some time: alone, and with each fee.

        In one picture, so that the hundreds stand beside each other; the least sure speaks for all.
        """
        players = len(history[-1].players)
        found = {fee: _many(self._lot(history, fee, players)).in_debt for fee in (0, *self.fees)}
        left, _ = self._left_and_loss(history)
        typed = played(history, "left") is not None or played(history, "loss") is not None
        coin = half_up(left, self.income - self.living) if typed else 1
        lines = tuple(
            Line(
                label=(L.WITH_FEE_RIEL if typed else L.WITH_FEE) if fee else L.ALONE,
                number=fee * coin,
                values=(in_debt.of_100,),
                picture=FEE_PICTURES.get(fee, ""),
            )
            for fee, in_debt in found.items()
        )
        sure = max(in_debt.sure for in_debt in found.values())
        hundred = Panel(
            kind="people", title=L.MANY_DAYS, lines=lines, unit="people", most=100, sure=sure
        )
        return (hundred,)

    def _typed(self, history: History) -> Panel:
        left, loss = self._left_and_loss(history)
        lines = (
            Line(label=L.GOOD_MONTH, values=(left,)),
            Line(label=L.BAD_ACCIDENT, values=(loss,)),
        )
        most = max(left, loss)
        return Panel(kind="bars", title=L.OUR_NUMBERS, lines=lines, unit="riel", most=most)

    def _paid_in(self) -> Panel:
        """What the last fee comes to in a year in which no accident comes."""
        line = Line(label=L.YOU_PAID_IN, values=(self.fees[-1] * YEAR,))
        return self._piles(L.WHAT_IT_COSTS, line)

    def _who_stays(self, history: History, happened: Played) -> Panels:
        """How many stay, and how well so many keep the promise, by the same rules."""
        players, staying = len(happened.players), happened.moves.count(STAY)
        groups = (players,) if staying == players else (players, staying)
        lines = tuple(
            Line(
                label=L.PEOPLE_PAY if paying else L.NOBODY_PAYS,
                number=paying,
                values=(self._promise(history, paying),),
            )
            for paying in groups
        )
        promise = Panel(kind="bars", title=L.PROMISE_KEPT, lines=lines, unit="percent", most=100)
        return (promise, self._paid_in(), spread(COST, happened))

    def _promise(self, history: History, paying: int) -> int:
        """Of 100 accidents, how many a fund of so many people pays in full."""
        if paying == 0:
            return 0
        return 100 - _many(self._lot(history, self.fees[-1], paying)).claims_short.of_100

    def _piles(self, title: L, *lines: Line) -> Panel:
        """A line of any pile is what one has after months without an accident."""
        most = max(1, self.start + self.months * (self.income - self.living))
        return Panel(kind="piles", title=title, lines=lines, unit="coins", most=most)

    # -------------------------------------------------------------------------------- the numbers

    def _coins(self, fee: int, players: int, months: int) -> Lot:
        return Lot(
            start=self.start,
            gain=self.income - self.living,
            loss=self.loss,
            sides=self.sides,
            months=months,
            fee=fee,
            players=players,
        )

    def _left_and_loss(self, history: History) -> tuple[int, int]:
        left, loss = played(history, "left"), played(history, "loss")
        return (
            self.left_riel if left is None else left.moves[0],
            self.loss_riel if loss is None else loss.moves[0],
        )

    def _lot(self, history: History, fee: int, players: int) -> Lot:
        """The game's coins; where the table typed, what is left of a month is so many riel.

        Then `gain` coins are worth what the table has left, so a coin is left / gain riel. All
        is counted in parts of a riel, `gain` to the riel, and stays whole.
        """
        coins = self._coins(fee, players, self.months)
        if played(history, "left") is None and played(history, "loss") is None:
            return coins
        left, loss = self._left_and_loss(history)
        return Lot(
            start=self.start * left,
            gain=coins.gain * left,
            loss=loss * coins.gain,
            sides=self.sides,
            months=self.months,
            fee=fee * left,
            players=players,
        )

    # ------------------------------------------------------------------------- faults and figures

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """What leaves nothing to play for."""
        gain = self.income - self.living
        if gain <= 0:
            what = "nothing is left of a month, so nobody could ever save or pay into a fund"
            mend = f"Write less than the income, {self.income}."
            yield "living", what, mend if self.income else "Write an `income` above 0 first."
        elif self.loss <= gain:
            what = "an accident costs no more than is left of a month, so nobody needs a fund"
            yield "loss", what, f"Write more than {gain}."
        if list(self.fees) != sorted(set(self.fees)):
            yield "fees", "the fees do not rise", "Put the smallest first, each once."
        if max(self.fees) > self.income:
            yield "fees", "a fee is more than what comes in", f"Write at most {self.income}."
        if self.fund is not None and self.fund > self.income:
            yield "fund", "the fee is more than what comes in", f"Write at most {self.income}."

    def simulated_moves(self, runs: int) -> int:
        """A month of everyone in each run, for each fee that is worked out."""
        fees = 1 if self.fund is not None else 1 + len(self.fees)
        return runs * self.players * self.months * fees

    def figures(self, runs: int, seed: int) -> Figures:
        """Shares of `runs` simulated games, each with its standard error."""
        if self.fund is not None:
            mode: Figures = {"fund": self.fund, "runs": runs, "players": self.players}
            return mode | self._simulated(self.fund, runs, seed).figures()
        found: Figures = {"runs": runs, "players": self.players}
        for fee in (0, *self.fees):
            named = f"fee_{fee}" if fee else "alone"
            figures = self._simulated(fee, runs, seed).figures()
            found |= {f"{named}_{key}": value for key, value in figures.items()}
        return found

    def _simulated(self, fee: int, runs: int, seed: int) -> Lives:
        return many_lives(self._coins(fee, self.players, self.months), runs, seed)


def _fee(round_id: str) -> int:
    """The fee of a fund's round; 0 where everyone is alone."""
    return int(round_id.removeprefix("fund-")) if round_id.startswith("fund-") else 0


def _many(lot: Lot) -> Lives:
    runs = max(FEWEST_LIVES, min(LIVES, MOST_PEOPLE // lot.players))
    return many_lives(lot, runs, SEED)
