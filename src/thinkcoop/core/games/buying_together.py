"""Buying together: alone, as a table, as a whole room; then trouble comes, and somebody carries it.

`docs/methods/game-buying-together.md` has the rules, what is rounded how, and the figures.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated, ClassVar

from pydantic import Field

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
    Roll,
    Round,
    played,
)
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.numbers import Flag, People, half_up, typed_riel
from thinkcoop.core.games.picks import counted, most_chosen, spread
from thinkcoop.core.games.prices import (
    MOST_PRICE,
    Group,
    Prices,
    PriceStep,
    PriceSteps,
    in_proportion,
    step_faults,
)

JOIN, BY_ONESELF = 0, 1
JOINING = Pick(ids=("join", "alone"), usual=BY_ONESELF)
"""Whoever makes no move buys alone: nobody is bound without a yes."""
TABLE = Round(id="table", form=JOINING)
ALL = Round(id="all", form=JOINING, to="all")
CARD = Round(id="card", form=Roll(), by="table")
TROUBLE = Round(id="trouble", form=Pick(ids=("share", "owner", "reserve", "stop")), cost=True)
OWNER, STOP = 1, 3
CARDS = (L.ONE_NOT_PAID, L.SOME_MELTED, L.COLLECTOR_LATE)
MOST_NEED = 6
USUAL_NEED = 3
FEW, HIGHEST_HEAP = 4, 6
STEPS = tuple(PriceStep(since=n, price=riel) for n, riel in ((1, 1000), (6, 900), (12, 750)))


class BuyingTogether(GameRules):
    """Everyone needs some pieces; many pieces cost less each, and one way serves all."""

    name: ClassVar[str] = "buying-together"

    need: Annotated[int, Field(strict=True, ge=1, le=MOST_NEED)] = USUAL_NEED
    """How many pieces one needs, unless one says otherwise."""
    trip: Annotated[int, Field(strict=True, ge=0, le=MOST_PRICE)] = 2000
    """What the way costs each group that buys, in riel."""
    steps: Annotated[PriceSteps, Field(min_length=1, max_length=6)] = STEPS
    """What one piece costs, in riel, from so many pieces on."""
    own_numbers: Flag = Field(default=False, alias="own")
    """Whether the table first types the price and the way of its own trade."""
    players: People = 6
    """Only for the figures: how many sit at a table."""
    tables: People = 4
    """Only for the figures: how many tables the room has."""

    def rounds(self) -> tuple[Round, ...]:
        """Return perhaps two for the table's own numbers, then alone to the trouble."""
        price = typed_riel(self.steps[0].price, lowest=1)
        need = Amount(
            lowest=1,
            highest=MOST_NEED,
            unit="blocks",
            usual=self.need,
            signs=tuple(sorted({1, 2, self.need, MOST_NEED})),
        )
        own = (
            Round(id="price", form=price, by="table"),
            Round(id="trip", form=typed_riel(self.trip), by="table"),
        )
        first = (*(own if self.own_numbers else ()), Round(id="alone", form=need))
        return (*first, TABLE, ALL, CARD, TROUBLE)

    def chances(self, at: int, history: History, players: int) -> tuple[int, ...]:
        """One card of three."""
        return (len(CARDS),) if self.rounds()[at] == CARD else ()

    def preview(self, at: int, history: History, player: int) -> Panels:
        """What I pay alone, where joining is asked."""
        if self.rounds()[at].form != JOINING:
            return ()
        prices = self._prices(history, room=self.rounds()[at] == ALL)
        mine = Line(label=L.ALONE, values=(prices.bill(self._need(history, player)),), mine=True)
        return (_piles(L.YOU_PAY, (mine,), prices, 0),)

    def outcome(self, history: History) -> Panels:
        """What all pay, what was saved, what the trouble cost; never who."""
        if not history:
            return ()
        happened = history[-1]
        match happened.round:
            case "price" | "trip":
                return (self._price_and_trip(history),)
            case "alone":
                return (self._each_alone(history, happened), self._price_and_trip(history))
            case "card":
                return (self._card(history, happened.draws[0]),)
            case "trouble":
                return self._carried(history, happened)
            case _:
                return self._joined(history, happened)

    def lesson(self, history: History) -> Panel | None:
        """What all pay alone and as they chose, in the last round in which they could join."""
        rounds = {TABLE.id, ALL.id}
        last = max((at for at, each in enumerate(history) if each.round in rounds), default=None)
        if last is None:
            return None
        panels = self._joined(history[: last + 1], history[last])
        return next(panel for panel in panels if panel.title == L.WE_ALL_PAY)

    def own(self, history: History, player: int) -> Panels:
        """What I pay, and my part of the trouble."""
        if not history or player not in history[-1].players:
            return ()
        match history[-1].round:
            case "alone":
                return (self._pays(history, player, None),)
            case "table" | "all":
                return (self._pays(history, player, history[-1]),)
            case "trouble":
                return (self._left_to(history, player),)
            case _:
                return ()

    # ------------------------------------------------------------------------- who buys with whom

    def _prices(self, history: History, *, room: bool = False) -> Prices:
        """The table's own numbers where it typed them; the room has only those of the module."""
        steps, trip = self.steps, self.trip
        price, way = played(history, "price"), played(history, "trip")
        if price is not None and not room:
            steps = in_proportion(steps, price.moves[0])
        if way is not None and not room:
            trip = way.moves[0]
        return Prices(steps=steps, trip=trip)

    def _need(self, history: History, player: int) -> int:
        """What this player said to need; the usual for who was not asked."""
        alone = played(history, "alone")
        said = alone.move_of(player) if alone is not None else None
        return self.need if said is None else said

    def _group(self, history: History, players: tuple[int, ...], *, room: bool = False) -> Group:
        """These players on one bill. In the whole room everyone is counted with the usual need."""
        needs = tuple(self.need if room else self._need(history, each) for each in players)
        return Group(needs=needs, prices=self._prices(history, room=room))

    def _buyers(self, history: History) -> tuple[int, ...]:
        """Whom the trouble meets: those who bought as a table; nobody, where fewer than two did."""
        table = played(history, TABLE.id)
        joined = _joiners(table) if table is not None else ()
        return joined if len(joined) > 1 else ()

    # --------------------------------------------------------------------------------- what is seen

    def _price_and_trip(self, history: History) -> Panel:
        prices = self._prices(history)
        lines = (
            Line(label=L.PRICE_OF_ONE, values=(prices.one(1),)),
            Line(label=L.ONE_TRIP, values=(prices.trip,)),
        )
        most = max(1, prices.one(1), prices.trip)
        return Panel(kind="bars", title=L.PRICE_AND_TRIP, lines=lines, unit="riel", most=most)

    def _each_alone(self, history: History, happened: Played) -> Panel:
        """A pile for each need that was named, whoever named it, and one for all together."""
        group = self._group(history, happened.players)
        lines = [
            Line(label=L.NEEDS, number=need, values=(group.prices.bill(need),))
            for need in range(1, MOST_NEED + 1)
            if need in group.needs
        ]
        lines.append(Line(label=L.TOGETHER, values=(group.alone,)))
        return _piles(L.EACH_BUYS_ALONE, tuple(lines), group.prices, group.alone)

    def _joined(self, history: History, happened: Played) -> Panels:
        room = happened.round == ALL.id
        everyone = self._group(history, happened.players, room=room)
        joined = self._group(history, _joiners(happened), room=room)
        piles = (
            (L.EACH_BUYS_ALONE, everyone.alone),
            (L.AS_WE_CHOSE, everyone.alone - joined.saved),
            (L.SAVED, joined.saved),
        )
        bars = (
            (L.ALONE, joined.prices.one(self.need)),
            (L.WHOLE_ROOM if room else L.AT_TABLE, joined.prices.one(joined.pieces)),
        )
        most = max(1, *(price for _, price in bars))
        one = Panel(kind="bars", title=L.PRICE_OF_ONE, lines=_lines(bars), unit="riel", most=most)
        pays = _piles(L.WE_ALL_PAY, _lines(piles), everyone.prices, everyone.alone)
        if room:
            return (one, pays, spread(ALL, happened))
        return (pays, one, spread(TABLE, happened))

    def _card(self, history: History, card: int) -> Panel:
        label = CARDS[card]
        group = self._group(history, self._buyers(history))
        line = Line(label=label, values=(group.troubles()[card],))
        return _piles(L.THE_TROUBLE, (line,), group.prices, group.alone)

    def _cost(self, history: History, group: Group) -> int:
        """What the card cost that was turned; 0 where none was."""
        card = played(history, CARD.id)
        return group.troubles()[card.draws[0]] if card is not None else 0

    def _carried(self, history: History, happened: Played) -> Panels:
        """Whoever carries it, the group has what is left; stopping also stops the saving."""
        group = self._group(history, self._buyers(history))
        cost = self._cost(history, group)
        piles = (
            (L.SAVED, group.saved),
            (L.TROUBLE_COST, cost),
            (L.SAVING_LEFT, group.saved - cost),
            (L.SAVING_NEXT, 0 if _answer(happened) == STOP else group.saved),
        )
        costs = _piles(L.WHAT_IT_COSTS, _lines(piles), group.prices, group.alone)
        return (costs, spread(TROUBLE, happened))

    def _pays(self, history: History, player: int, choice: Played | None) -> Panel:
        """What I pay now, beside what I pay alone; the same where I did not join."""
        room = choice is not None and choice.round == ALL.id
        need, prices = self._need(history, player), self._prices(history, room=room)
        alone = pays = prices.bill(need)
        everyone = self._group(history, history[-1].players, room=room)
        if choice is not None and choice.move_of(player) == JOIN:
            pays = self._group(history, _joiners(choice), room=room).part(need)
        lines = (
            Line(label=L.ALONE, values=(alone,)),
            *((Line(label=L.YOURS, values=(pays,), mine=True),) if choice is not None else ()),
        )
        return _piles(L.YOU_PAY, lines, prices, everyone.alone)

    def _left_to(self, history: History, player: int) -> Panel:
        """My saving and my part of the trouble. Nobody learns here who the one is that carries."""
        buyers = self._buyers(history)
        group = self._group(history, buyers)
        cost = self._cost(history, group)
        need = self._need(history, player)
        inside, one = player in buyers, _answer(history[-1]) == OWNER
        saving = group.prices.bill(need) - group.part(need) if inside else 0
        part = half_up(cost, len(buyers)) if inside and not one else 0
        lines = (
            Line(label=L.YOUR_SAVING, values=(saving,)),
            Line(label=L.YOUR_TROUBLE, values=(part,)),
            *((Line(label=L.ONE_CARRIES, values=(cost,)),) if one else ()),
            Line(label=L.SAVING_LEFT, values=(saving - part,), mine=True),
        )
        return _piles(L.YOURS, lines, group.prices, group.alone)

    # ------------------------------------------------------------------------ faults and figures

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Price steps that nobody could buy by."""
        yield from step_faults(self.steps)

    def figures(self, runs: int, seed: int) -> Figures:
        """What everyone sees if all join, in riel, exactly; neither runs nor seed are needed."""
        prices = Prices(steps=self.steps, trip=self.trip)
        table = Group(needs=(self.need,) * self.players, prices=prices)
        room = Group(needs=table.needs * self.tables, prices=prices)
        return {
            "players": self.players,
            "tables": self.tables,
            "pieces_table": table.pieces,
            "price_per_block_alone": prices.one(self.need),
            "cost_alone_each": prices.bill(self.need),
            "cost_alone_all": table.alone,
            "price_per_block_table": prices.one(table.pieces),
            "cost_table": table.bill,
            "cost_table_each": table.part(self.need),
            "saved_table": table.saved,
            "price_per_block_room": prices.one(room.pieces),
            "cost_alone_room": room.alone,
            "cost_room": room.bill,
            "cost_room_each": room.part(self.need),
            "saved_room": room.saved,
            **table.trouble_figures(),
        }


def _joiners(happened: Played) -> tuple[int, ...]:
    both = zip(happened.players, happened.moves, strict=True)
    return tuple(player for player, move in both if move == JOIN)


def _answer(happened: Played) -> int:
    """What most chose; a tie goes to the earlier one."""
    return most_chosen(counted(happened, STOP + 1))


def _lines(rows: tuple[tuple[L, int], ...]) -> tuple[Line, ...]:
    return tuple(Line(label=label, values=(value,)) for label, value in rows)


def _piles(title: L, lines: tuple[Line, ...], prices: Prices, whole: int) -> Panel:
    """A line of any pile is what a few people with a usual need pay when each buys alone.

    So one's own pile and that of a whole room are laid with the same notes: the room's is a heap.
    Only where `whole`, what all who play pay alone, would be too high a heap, a line is more.
    """
    most = max(1, FEW * prices.bill(USUAL_NEED), -(-whole // HIGHEST_HEAP))
    return Panel(kind="piles", title=title, lines=lines, unit="riel", most=most)
