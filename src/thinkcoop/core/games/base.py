"""What every game must be able to say about itself.

A game is a frozen set of parameters (what a module file has under `set:`) with pure rules: which
rounds there are, what a player may do in each, what chance says, and what everyone then sees. It
knows nothing of seats, tables, time or words: players are numbers, texts are keys. The session
asks it, records the moves and what chance said, and hands the whole history back each time.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar, Literal, assert_never

from thinkcoop.core.games.labels import L
from thinkcoop.core.module.model import Shape
from thinkcoop.core.words import Refusal, Why

CARD_SIDES = 4
"""An answer card has four sides: A, B, C and D."""

Unit = Literal["", "riel", "beans", "coins", "blocks", "people", "percent", "votes"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """A whole number from `lowest` to `highest`, in steps of `step` counted from 0."""

    lowest: int = 0
    highest: int
    step: int = 1
    unit: Unit
    usual: int
    """What is taken for whoever makes no move, and stands there before anybody taps."""
    blank: bool = False
    """Whether nothing stands there before the first tap: what is usual would be a hint."""
    signs: tuple[int, ...]
    """What the four answer cards A to D mean here: at most four amounts, rising."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pick:
    """One of two to four things; their words and pictures stand in the module, under these ids."""

    ids: tuple[str, ...]
    usual: int = 0
    """What is taken for whoever makes no move (0-based)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Roll:
    """One tap lets chance do its work; whoever does not tap has it done for them."""


Form = Amount | Pick | Roll


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One round: who plays with whom, who moves, and what a move is."""

    id: str
    form: Form
    to: Literal["table", "all"] = "table"
    """Who plays together: each table for itself, or the whole room as one group."""
    by: Literal["each", "table"] = "each"
    """Whether each player moves, or one for the whole table."""
    cost: bool = False
    """Whether this round shows what doing it together costs; every game has at least one."""


Move = int
"""A player's move: an amount, the 0-based place of a pick, or 0 for a roll."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A round that was played: its moves and what chance said are settled for ever.

    `players[i]` made `moves[i]`. A round that one moves for the whole table has one move, and all
    who sat there stand in `players`. `draws` are what `chances` asked for, each from 0.
    """

    round: str
    players: tuple[int, ...]
    moves: tuple[Move, ...]
    draws: tuple[int, ...] = ()

    def move_of(self, player: int) -> Move | None:
        """What this player (or one for all of them) did; None for somebody who was not there."""
        if player not in self.players:
            return None
        return self.moves[0 if len(self.moves) == 1 else self.players.index(player)]


History = tuple[Played, ...]
"""Rounds in the order in which they were played. One may be missing: time was short."""


def played(history: History, round_id: str) -> Played | None:
    """The round of that id, if it was played."""
    return next((each for each in history if each.round == round_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing in a picture: a label, a picture's name, and its figures."""

    label: L
    values: tuple[int, ...]
    picture: str = ""
    number: int = 0
    """Fills the place in the label: how many joined, which month, which fee. 0 for none."""
    mine: bool = False
    """Whether this is the line of the one who looks."""
    won: bool = False
    """Whether this is what was taken: an offer, a fruit that was voted on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One picture of what happened. Never names, never ranks.

    piles: a pile of money, beans or coins for each line (`values[0]`; below 0 is a debt) ·
    curve: a line over time for each line (`values` are its points) ·
    people: of 100 people like us, `values[0]` of them (the rest is drawn pale) ·
    bars: a bar of `values[0]` for each line · choices: like bars, line i is option i of the
    round `of`, whose words and picture stand in the module.
    """

    kind: Literal["piles", "curve", "people", "bars", "choices"]
    title: L
    lines: tuple[Line, ...]
    unit: Unit = ""
    most: int = 1
    """The length of a full bar, the top of a curve; of piles, how much lies in one line.

    The same in all piles of a game that are laid of one thing, so that a note or a bean means the
    same in each.
    """
    of: str = ""
    """For `choices`: the id of the round whose options these are."""
    sure: int = 0
    """For `people`: how far off the figure may be, in people of 100, either way; 0: exact."""


Panels = tuple[Panel, ...]
Figures = dict[str, int | float]


class GameRules(Shape):
    """The parameters of one game, with its rules. One subclass a file."""

    name: ClassVar[str]

    @abstractmethod
    def rounds(self) -> tuple[Round, ...]:
        """The rounds with these parameters, in order. The first one teaches the game."""

    def chances(self, at: int, history: History, players: int) -> tuple[int, ...]:
        """What round `at` needs of chance: for each draw how many outcomes it has (6: a die).

        `history` are the rounds before; `players` is how many play in this group.
        """
        return ()

    def preview(self, at: int, history: History, player: int) -> Panels:
        """What a player sees beside the question of round `at`: what was dealt, a pile at stake."""
        return ()

    def partners(self, at: int, history: History, player: int) -> tuple[int, ...]:
        """With whom this player makes the move of round `at`; shown beside the question."""
        return ()

    @abstractmethod
    def outcome(self, history: History) -> Panels:
        """What the table (or the room) sees after the last round of `history`."""

    def lesson(self, history: History) -> Panel | None:
        """The one picture that tells most of the whole game, for the page that is taken home.

        None when too little was played. Its lines are things, not people, so that those of several
        tables can be put together.
        """
        return None

    def own(self, history: History, player: int) -> Panels:
        """What only this player sees after the last round of `history`."""
        return ()

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """What makes no sense: the parameter, what is wrong, and how to mend it."""
        yield from ()

    def simulated_moves(self, runs: int) -> int:
        """How many moves of players `figures` simulates; 0 where it works all out exactly."""
        return 0

    @abstractmethod
    def figures(self, runs: int, seed: int) -> Figures:
        """The rules' own expectation, exactly or from `runs` simulated games (`docs/methods/`)."""


def usual_move(form: Form) -> Move:
    """The move of whoever makes none: the stated rule of every game."""
    match form:
        case Amount() | Pick():
            return form.usual
        case Roll():
            return 0
        case _:
            assert_never(form)


def moves_by_sign(form: Form) -> tuple[Move, ...]:
    """What answer cards A, B, C and D mean in this form, in that order: two to four moves.

    A roll asks for nothing, so any side of a card means it.
    """
    match form:
        case Amount():
            return form.signs
        case Pick():
            return tuple(range(len(form.ids)))
        case Roll():
            return (0,) * CARD_SIDES
        case _:
            assert_never(form)


def check_move(form: Form, value: tuple[int, ...]) -> tuple[int, ...] | Refusal:
    """Return the move in its proper form, or why it is none."""
    if isinstance(form, Roll):
        return (0,) if value in ((), (0,)) else Refusal(Why.NOT_AN_ANSWER)
    if len(value) != 1:
        return Refusal(Why.NOT_AN_ANSWER)
    if isinstance(form, Pick):
        return value if 0 <= value[0] < len(form.ids) else Refusal(Why.NO_SUCH_OPTION)
    if not form.lowest <= value[0] <= form.highest:
        return Refusal(Why.NUMBER_OUT_OF_RANGE)
    return value if value[0] % form.step == 0 else Refusal(Why.NOT_AN_ANSWER)


def fits(rules: GameRules, at: int, before: History, happened: Played) -> bool:
    """Whether `happened` can be round `at` of this game: a log from elsewhere may say otherwise."""
    here = rules.rounds()[at]
    moves = 1 if here.by == "table" else len(happened.players)
    sides = rules.chances(at, before, len(happened.players))
    return (
        happened.round == here.id
        and len(happened.moves) == moves
        and len(set(happened.players)) == len(happened.players) > 0
        and all(not isinstance(check_move(here.form, (m,)), Refusal) for m in happened.moves)
        and len(sides) == len(happened.draws)
        and all(0 <= draw < most for draw, most in zip(happened.draws, sides, strict=True))
    )
