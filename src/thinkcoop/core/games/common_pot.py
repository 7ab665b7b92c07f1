"""Common pot: what each puts in grows and is shared alike, whoever gave it.

Some rounds in silence, some after a talk, a last one with nothing after it, and then the question
whether to pay somebody who checks. `docs/methods/game-common-pot.md`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
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
    Round,
)
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.numbers import Flag, People, half_up
from thinkcoop.core.games.picks import spread

CHECK = Round(id="check", form=Pick(ids=("yes", "no"), usual=1), cost=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """What became of a pot, in whole beans."""

    given: int
    grown: int
    each: int
    rest: int
    """What cannot be shared alike: fewer beans than there are people."""


class CommonPot(GameRules):
    """Ten beans a round; what is in the pot doubles and is shared alike."""

    name: ClassVar[str] = "common-pot"

    beans: Annotated[int, Field(strict=True, ge=1, le=1000)] = 10
    """What each has in each round."""
    times: Annotated[int, Field(strict=True, ge=2, le=3)] = 2
    """How often its beans the pot becomes. With 4, nobody at a table of four loses by giving."""
    silent: Annotated[int, Field(strict=True, ge=1, le=5)] = 3
    talk: Annotated[int, Field(strict=True, ge=0, le=5)] = 3
    last: Flag = True
    """Whether there is a round of which everyone knows that nothing comes after it."""
    checker: Annotated[int, Field(strict=True, ge=0, le=1000)] = 2
    """What a checker costs each person in a round, in beans."""
    players: People = 5
    """Only for the figures; in a room the table says how many there are."""

    def rounds(self) -> tuple[Round, ...]:
        """Return the silent rounds, those after a talk, perhaps a last one, and the checker."""
        ids = [f"silent-{number}" for number in range(1, self.silent + 1)]
        ids += [f"talk-{number}" for number in range(1, self.talk + 1)]
        ids += ["last"] if self.last else []
        return (*(Round(id=each, form=self._beans()) for each in ids), CHECK)

    def _beans(self) -> Amount:
        """Whoever makes no move keeps all: nobody gives without saying so."""
        signs = {0, self.beans * 3 // 10, self.beans * 7 // 10, self.beans}
        return Amount(highest=self.beans, unit="beans", usual=0, signs=tuple(sorted(signs)))

    def shared(self, given: int, players: int) -> Shared:
        """What becomes of a pot; shares are whole beans, rounded down, and the rest is shown."""
        grown = given * self.times
        each, rest = divmod(grown, players)
        return Shared(given=given, grown=grown, each=each, rest=rest)

    def won(self, given: int, players: int) -> int:
        """(what all have then - what all had) / what all had, in percent, a half goes up."""
        return half_up(100 * given * (self.times - 1), self.beans * players)

    def preview(self, at: int, history: History, player: int) -> Panels:
        """The beans that a player can give."""
        if self.rounds()[at] == CHECK:
            return ()
        mine = Line(label=L.YOURS, values=(self.beans,), picture="bean-heap", mine=True)
        return (self._piles(L.YOURS, mine),)

    def outcome(self, history: History) -> Panels:
        """The pot and how much was won; later the line of it first; at the end the checker."""
        if not history:
            return ()
        happened = history[-1]
        if happened.round == CHECK.id:
            return (spread(CHECK, happened), self._with_checker(history))
        pot, won = self._pot(happened), self._won_so_far(history)
        return (won, pot) if history[1:] else (pot, won)

    def _pot(self, happened: Played) -> Panel:
        pot = self.shared(sum(happened.moves), len(happened.players))
        piles = ((L.POT_BEFORE, pot.given), (L.POT_GROWN, pot.grown), (L.POT_EACH, pot.each))
        lines = [Line(label=label, values=(beans,)) for label, beans in piles]
        if pot.rest:
            lines.append(Line(label=L.POT_REST, values=(pot.rest,)))
        return self._piles(L.THE_POT, *lines)

    def _piles(self, title: L, *lines: Line) -> Panel:
        """A line of any pile is what one has who gives all and gets all back grown."""
        most = self.beans * self.times
        return Panel(kind="piles", title=title, lines=lines, unit="beans", most=most)

    def _won_so_far(self, history: History) -> Panel:
        """A bar after the first round: a single point is no line that goes up or down."""
        points = tuple(self.won(sum(each.moves), len(each.players)) for each in history)
        return Panel(
            kind="curve" if history[1:] else "bars",
            title=L.WON_TOGETHER,
            lines=(Line(label=L.TOGETHER, values=points),),
            unit="percent",
            most=100 * (self.times - 1),
        )

    def _with_checker(self, history: History) -> Panel:
        """With a checker everyone gives all; without one it goes on as it last went."""
        piles = (
            (L.WITH_CHECKER, self.beans * self.times - self.checker),
            (L.LIKE_LAST_TIME, self._each_at_last(history)),
        )
        lines = tuple(Line(label=label, values=(beans,)) for label, beans in piles)
        return self._piles(L.WHAT_IT_COSTS, *lines)

    def _each_at_last(self, history: History) -> int:
        """What one had on average after the last round with a pot; the beans, if there was none."""
        pots = [each for each in history if each.round != CHECK.id]
        if not pots:
            return self.beans
        given, players = sum(pots[-1].moves), len(pots[-1].players)
        return half_up(self.beans * players + given * (self.times - 1), players)

    def lesson(self, history: History) -> Panel | None:
        """What was won together, round by round."""
        pots = tuple(each for each in history if each.round != CHECK.id)
        return self._won_so_far(pots) if pots else None

    def own(self, history: History, player: int) -> Panels:
        """My beans in this round: kept, from the pot, and both."""
        if not history or history[-1].round == CHECK.id:
            return ()
        gave = history[-1].move_of(player)
        if gave is None:
            return ()
        kept = self.beans - gave
        got = self.shared(sum(history[-1].moves), len(history[-1].players)).each
        lines = (
            Line(label=L.YOU_KEPT, values=(kept,)),
            Line(label=L.FROM_POT, values=(got,)),
            Line(label=L.YOU_HAVE, values=(kept + got,), mine=True),
        )
        return (self._piles(L.YOURS, *lines),)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """A checker who takes all that can be won."""
        if self.checker > self.beans * self.times:
            what = "the checker costs more than anyone can ever have"
            yield "checker", what, f"Write at most {self.beans * self.times}."

    def figures(self, runs: int, seed: int) -> Figures:
        """What each ends a round with, in beans, exactly; neither runs nor seed are needed."""
        players, all_of_it = self.players, self.beans * self.players
        others = all_of_it - self.beans
        return {
            "players": players,
            "each_if_all_give": self.shared(all_of_it, players).each,
            "each_if_none_gives": self.beans,
            "lone_giver": self.shared(self.beans, players).each,
            "lone_keeper": self.beans + self.shared(others, players).each,
            "each_with_checker": self.beans * self.times - self.checker,
            "efficiency_if_all_give": self.won(all_of_it, players),
            "efficiency_if_none_gives": self.won(0, players),
            "efficiency_lone_giver": self.won(self.beans, players),
            "efficiency_lone_keeper": self.won(others, players),
        }
