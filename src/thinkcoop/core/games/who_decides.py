"""Who decides? One vote about nothing that matters, counted three ways; then four hard cases.

By head, by the money that was put in, by the word of a boss. It is a game's vote: the counts by
money and by the boss's word can tell a table who voted what, so it is never a ballot, and a module
asks a question about which nobody has a secret. `docs/methods/game-who-decides.md`.
"""

from __future__ import annotations

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
from thinkcoop.core.games.numbers import People, half_up
from thinkcoop.core.games.picks import of_options, spread
from thinkcoop.core.games.three_counts import expected, is_exact, sole_winner

OPTIONS = ("first", "second", "third")
Part = Annotated[int, Field(strict=True, ge=1, le=10**9)]
DEAL = Round(id="deal", form=Roll(), by="table")
VOTE = Round(id="vote", form=Pick(ids=OPTIONS))
TIE = Round(id="tie", form=Pick(ids=("again", "lot", "chair", "later"), usual=3))
QUIET = Round(id="quiet", form=Pick(ids=("go-on", "ask-first", "third-way", "leave")))
UNDONE = Round(
    id="undone", form=Pick(ids=("name-day", "pay", "boss", "forget"), usual=3), cost=True
)

# What each answer costs: assumed for the talk, not measured (`docs/methods/game-who-decides.md`).
TIE_MINUTES = (15, 2, 2, 30)
UNDONE_MINUTES = (10, 5, 2, 30)
UNDONE_RIEL = (0, 5_000, 0, 0)
MOST_MINUTES = 30
ALL = -1
"""Everyone has a say, however many they are."""
TIE_SAY = (ALL, 0, 1, ALL)
UNDONE_SAY = (ALL, ALL, 1, 0)
RIEL = of_options(UNDONE.id, L.RIEL_NEEDED, UNDONE_RIEL, unit="riel", most=max(UNDONE_RIEL))


class WhoDecides(GameRules):
    """What was put in; the rest is the same everywhere."""

    name: ClassVar[str] = "who-decides"

    money: Annotated[tuple[Part, ...], Field(min_length=2, max_length=40)] = (1, 1, 1, 1, 2, 6)
    """Parts of the money, dealt from both ends of the list in turn, the last one first."""
    players: People = 6
    """Only for the figures; in a room the table says how many there are."""

    def rounds(self) -> tuple[Round, ...]:
        """The deal, the vote, and three cases in which a vote is not enough."""
        return DEAL, VOTE, TIE, QUIET, UNDONE

    def chances(self, at: int, history: History, players: int) -> tuple[int, ...]:
        """In the deal: an order of the players, and which of them is the boss."""
        return (*order_sides(players), players) if self.rounds()[at] == DEAL else ()

    def put_in(self, history: History, player: int) -> int:
        """How many parts of the money are this player's: the smallest for who was not dealt any."""
        deal = played(history, DEAL.id)
        if deal is None or player not in deal.players:
            return min(self.money)
        place = drawn_order(deal.draws[:-1]).index(deal.players.index(player))
        return self._dealt(len(deal.players))[place]

    def _dealt(self, players: int) -> tuple[int, ...]:
        return tuple(self.money[at] for at in dealt(len(self.money), players))

    def boss(self, history: History) -> int | None:
        """Who is the boss; None when nobody was made one."""
        deal = played(history, DEAL.id)
        return None if deal is None else deal.players[deal.draws[-1]]

    def preview(self, at: int, history: History, player: int) -> Panels:
        """Before the vote: what I put in, and whether I am the boss."""
        return (self._mine(history, player),) if self.rounds()[at] == VOTE else ()

    def _mine(self, history: History, player: int) -> Panel:
        boss = player == self.boss(history)
        line = Line(
            label=L.BOSS_PUTS_IN if boss else L.YOU_PUT_IN,
            values=(self.put_in(history, player),),
            mine=True,
        )
        most = max(self.money)
        return Panel(kind="piles", title=L.YOURS, lines=(line,), unit="coins", most=most)

    def outcome(self, history: History) -> Panels:
        """What was dealt, the three counts, or what we chose and what each choice costs."""
        if not history:
            return ()
        happened = history[-1]
        people = len(happened.players)
        match happened.round:
            case DEAL.id:
                return (self._parts(people),)
            case VOTE.id:
                return self._counted(history, happened)
            case TIE.id:
                return (*_price(TIE, TIE_MINUTES, TIE_SAY, people), spread(TIE, happened))
            case QUIET.id:
                return (spread(QUIET, happened),)
            case _:
                price = _price(UNDONE, UNDONE_MINUTES, UNDONE_SAY, people)
                return (*price, RIEL, spread(UNDONE, happened))

    def _parts(self, players: int) -> Panel:
        """How many people put in how much; by amount, so that no place tells whose it is."""
        parts = self._dealt(players)
        lines = tuple(
            Line(label=L.PUT_IN, number=part, values=(parts.count(part),))
            for part in sorted(set(parts))
        )
        title = L.WHO_PUT_IN_WHAT
        return Panel(kind="bars", title=title, lines=lines, unit="people", most=players)

    def _counted(self, history: History, happened: Played) -> Panels:
        """One vote, three counts. If the boss is not there, that count says so and is empty."""
        boss = self.boss(history)
        there = boss in happened.players
        heads = [1] * len(happened.players)
        money = [self.put_in(history, player) for player in happened.players]
        words = [int(player == boss) for player in happened.players]
        by_boss = L.BY_BOSS if there else L.BOSS_AWAY
        return (
            _count(happened, heads, titles=(L.BY_HEAD, L.BY_HEAD_TIE), unit="votes"),
            _count(happened, money, titles=(L.BY_MONEY, L.BY_MONEY_TIE), unit="coins"),
            _count(happened, words, titles=(by_boss, by_boss), unit="votes"),
        )

    def lesson(self, history: History) -> Panel | None:
        """How many of a hundred got what they voted for, in each of the three counts."""
        vote = played(history, VOTE.id)
        if vote is None:
            return None
        boss = self.boss(history)
        weights = (
            (L.BY_HEAD, [1] * len(vote.players)),
            (L.BY_MONEY, [self.put_in(history, player) for player in vote.players]),
            (L.BY_BOSS, [int(player == boss) for player in vote.players]),
        )
        lines = tuple(
            Line(label=label, values=(_content(vote, weight),)) for label, weight in weights
        )
        title = L.GOT_THEIR_WISH
        return Panel(kind="bars", title=title, lines=lines, unit="percent", most=100)

    def own(self, history: History, player: int) -> Panels:
        """What I put in; after the vote, how much my voice weighed in each count."""
        if not history or player not in history[-1].players:
            return ()
        match history[-1].round:
            case DEAL.id:
                return (self._mine(history, player),)
            case VOTE.id:
                return (self._say(history, player),)
            case _:
                return ()

    def _say(self, history: History, player: int) -> Panel:
        here = history[-1].players
        mine, all_of_it = self.put_in(history, player), [self.put_in(history, p) for p in here]
        percents = (
            (L.BY_HEAD, half_up(100, len(here))),
            (L.BY_MONEY, half_up(100 * mine, sum(all_of_it))),
            (L.BY_BOSS, 100 if player == self.boss(history) else 0),
        )
        lines = tuple(Line(label=label, values=(each,), mine=True) for label, each in percents)
        return Panel(kind="bars", title=L.YOUR_SAY, lines=lines, unit="percent", most=100)

    def simulated_moves(self, runs: int) -> int:
        """A vote of everyone in each run; none where all ways to vote can be gone through."""
        return 0 if is_exact(self.players, len(OPTIONS)) else runs * self.players

    def figures(self, runs: int, seed: int) -> Figures:
        """How often the counts agree when everyone votes at random, each option as likely."""
        return expected(self._dealt(self.players), len(OPTIONS), runs=runs, seed=seed)


def _content(vote: Played, weights: list[int]) -> int:
    """Of 100 voters, how many voted for what won; 0 when nothing did."""
    counts = [0] * len(OPTIONS)
    for option, weight in zip(vote.moves, weights, strict=True):
        counts[option] += weight
    winner = sole_winner(counts)
    agreed = 0 if winner is None else vote.moves.count(winner)
    return half_up(100 * agreed, len(vote.moves))


def _count(happened: Played, weights: list[int], *, titles: tuple[L, L], unit: Unit) -> Panel:
    """The votes by weight; the second title is for a tie."""
    counts = [0] * len(OPTIONS)
    for option, weight in zip(happened.moves, weights, strict=True):
        counts[option] += weight
    winner, most = sole_winner(counts), max(counts)
    at_top = L.EQUAL if winner is None else L.WINS
    labels = [at_top if count == most > 0 else L.LESS for count in counts]
    return Panel(
        kind="choices",
        title=titles[0] if winner is not None else titles[1],
        lines=tuple(
            Line(label=label, values=(count,), won=label == L.WINS)
            for label, count in zip(labels, counts, strict=True)
        ),
        unit=unit,
        most=max(1, sum(weights)),
        of=VOTE.id,
    )


def _price(here: Round, minutes: tuple[int, ...], say: tuple[int, ...], people: int) -> Panels:
    """The minutes that each answer takes, and how many of us have a say in it."""
    voices = tuple(people if each == ALL else each for each in say)
    return (
        of_options(here.id, L.MINUTES_NEEDED, minutes, unit="", most=MOST_MINUTES),
        of_options(here.id, L.WHO_HAS_A_SAY, voices, unit="people", most=people),
    )
