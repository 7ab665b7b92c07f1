"""`game`: rules from `core/games/`, words from the module, unfolded into steps that tables do.

An author writes one step. A session does many: an introduction; for each round perhaps a `say`
and a `discuss`, then a `move`, in which everyone taps, and a `seen`, which shows what happened; in
the end a guided talk. `move` and `seen` cannot be written in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Annotated, ClassVar, Literal

from pydantic import Field, JsonValue

from thinkcoop.core.games import GAMES
from thinkcoop.core.games.base import Amount, GameRules, Pick, Round, check_move, moves_by_sign
from thinkcoop.core.kinds.base import Ends, KindStep, Tally, count_choices
from thinkcoop.core.kinds.talk import Discuss, Say
from thinkcoop.core.module.model import Level, Line, Minutes, Module, Option, Shape, Slug
from thinkcoop.core.words import Refusal

ShortName = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=16)]
"""The steps of a game are named after it and its rounds, and those names must not grow too long."""

SHARES = {"say": 0.75, "talk": 3.0, "move": 1.0, "see": 1.0, "prompt": 3.0}
"""How a game's minutes are shared out among the steps that it becomes."""


class RoundWords(Shape):
    """The words of one round."""

    id: Slug
    say: Line | None = None
    say_again: Line | None = None
    talk: Line | None = None
    talk_again: Line | None = None
    ask: Line
    ask_again: Line
    options: Annotated[tuple[Option, ...], Field(max_length=4)] = ()
    see: Line
    picture: Slug | None = None


class Prompt(Shape):
    """One thing to talk about when the game is over."""

    text: Line
    again: Line
    picture: Slug | None = None


class Game(KindStep):
    """A game that everyone plays, and a short talk about it."""

    kind: Literal["game"] = "game"
    id: ShortName = ""
    play: Slug
    numbers: Annotated[dict[str, JsonValue], Field(alias="set", default_factory=dict)]
    """The game's parameters; what is not said is as `docs/methods/` has it."""
    rounds: Annotated[tuple[RoundWords, ...], Field(min_length=1)]
    talk: Annotated[tuple[Prompt, ...], Field(min_length=1, max_length=4)]
    ends: ClassVar[Ends] = "answers"
    plan_minutes: ClassVar[float] = 20.0

    @cached_property
    def rules(self) -> GameRules:
        """The rules with this step's parameters. Raises for parameters that were not checked."""
        return GAMES[self.play].model_validate(self.numbers)

    def unfold(self, module: Module) -> tuple[KindStep, ...]:
        """The steps that a session does."""
        parts = tuple(_parts(self))
        whole = sum(part.share for part in parts)
        return tuple(
            part.step.model_copy(
                update={
                    "minutes": _share(self, part.share / whole),
                    "picture": part.step.picture or self.picture,
                    "optional": self.optional,
                    "protected": self.protected,
                }
            )
            for part in parts
        )

    def unfolded_ids(self) -> tuple[str, ...]:
        """The ids of the steps that a session does: the game's own id is its last move's."""
        rounds = (each for at, words in enumerate(self.rounds, 1) for each in self._ids(at, words))
        prompts = (f"{self.id}-after-{number}" for number in range(1, len(self.talk) + 1))
        return (f"{self.id}-0", *rounds, *prompts)

    def _ids(self, at: int, words: RoundWords) -> tuple[str, ...]:
        name = f"{self.id}-{words.id}"
        said = (f"{name}-say",) if words.say is not None else ()
        talked = (f"{name}-talk",) if words.talk is not None else ()
        return (*said, *talked, self.id if at == len(self.rounds) else name, f"{name}-see")


@dataclass(frozen=True, slots=True)
class _Part:
    step: KindStep
    share: float


class Move(KindStep):
    """Everyone (or one for the table) makes a move; nobody sees another's before all are in."""

    kind: Literal["move"] = "move"
    game: Slug
    at: int
    """Which round, 0-based."""
    rules: GameRules
    options: tuple[Option, ...] = ()
    ends: ClassVar[Ends] = "answers"
    lead: ClassVar[str] = "recorder"
    asks: ClassVar[bool] = True

    @cached_property
    def round(self) -> Round:
        """The round that is played."""
        return self.rules.rounds()[self.at]

    def choices(self) -> tuple[Option, ...]:
        """What can be picked; empty for an amount and a roll."""
        return self.options

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept a move of this round."""
        return check_move(self.round.form, value)

    def by_sign(self) -> tuple[tuple[int, ...], ...]:
        """The moves that stand for the sides of a card in this round."""
        return tuple((move,) for move in moves_by_sign(self.round.form))

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """How many picked each option, or least, middle and most of the amounts."""
        total = len(answers)
        if isinstance(self.round.form, Pick):
            return Tally(total=total, counts=count_choices(len(self.round.form.ids), answers))
        ordered = sorted(answer[0] for answer in answers)
        amount = isinstance(self.round.form, Amount) and bool(ordered)
        spread = (ordered[0], ordered[(total - 1) // 2], ordered[-1]) if amount else ()
        return Tally(total=total, numbers=spread)


class Seen(KindStep):
    """What happened in the round before, without names."""

    kind: Literal["seen"] = "seen"
    game: Slug
    move: Slug
    """The step in which the round was played."""
    at: int
    rules: GameRules
    rounds: tuple[RoundWords, ...]
    ends: ClassVar[Ends] = "done"


def _share(game: Game, share: float) -> Minutes:
    plan = (game.minutes.plan or game.plan_minutes) * share
    least = None if game.minutes.least is None else game.minutes.least * share
    most = None if game.minutes.most is None else game.minutes.most * share
    return Minutes.model_construct(plan=plan, least=least, most=most, each=None)


def _parts(game: Game) -> Iterator[_Part]:
    intro = Say(id=f"{game.id}-0", text=game.text, again=game.again)
    yield _Part(intro, SHARES["say"])
    words = {each.id: each for each in game.rounds}
    rounds = game.rules.rounds()
    for at, each in enumerate(rounds):
        yield from _round(game, at, words[each.id], last=at == len(rounds) - 1)
    for number, prompt in enumerate(game.talk, 1):
        talk = Discuss(
            id=f"{game.id}-after-{number}",
            text=prompt.text,
            again=prompt.again,
            picture=prompt.picture,
        )
        yield _Part(talk, SHARES["prompt"])


def _round(game: Game, at: int, words: RoundWords, *, last: bool) -> Iterator[_Part]:
    """The steps of one round; the last round's move has the game's own id, for `met`."""
    here = game.rules.rounds()[at]
    name = f"{game.id}-{words.id}"
    if words.say is not None:
        said = Say(id=f"{name}-say", text=words.say, again=words.say_again, picture=words.picture)
        yield _Part(said, SHARES["say"])
    if words.talk is not None:
        talk = Discuss(
            id=f"{name}-talk", text=words.talk, again=words.talk_again, picture=words.picture
        )
        yield _Part(talk, SHARES["talk"])
    move = _move(game, at, words, game.id if last else name)
    yield _Part(move, SHARES["move"])
    to: Level = "all" if here.to == "all" else "table"
    seen = Seen(
        id=f"{name}-see",
        text=words.see,
        to=to,
        game=game.id,
        move=move.id,
        at=at,
        rules=game.rules,
        rounds=game.rounds,
        picture=words.picture,
    )
    yield _Part(seen, SHARES["see"])


def _move(game: Game, at: int, words: RoundWords, name: str) -> Move:
    here = game.rules.rounds()[at]
    alone: Level = "all" if here.to == "all" else "alone"
    return Move(
        id=name,
        text=words.ask,
        again=words.ask_again,
        picture=words.picture,
        to="table" if here.by == "table" else alone,
        game=game.id,
        at=at,
        rules=game.rules,
        options=words.options,
    )


def word_faults(game: Game) -> Iterator[tuple[str, tuple[str | int, ...], dict[str, object]]]:
    """What does not go together in the words of a game: code, place, and words for the sentence.

    The parameters must have been found to be right.
    """
    wanted = game.rules.rounds()
    have = [each.id for each in game.rounds]
    if have != [each.id for each in wanted]:
        names = ", ".join(each.id for each in wanted)
        yield "M306", ("rounds",), {"play": game.play, "rounds": names}
        return
    for at, (words, here) in enumerate(zip(game.rounds, wanted, strict=True)):
        ids = list(here.form.ids) if isinstance(here.form, Pick) else []
        if [option.id for option in words.options] != ids:
            names = ", ".join(ids) or "no options"
            yield "M307", ("rounds", at, "options"), {"round": words.id, "options": names}
