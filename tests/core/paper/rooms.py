"""A room that has come to its end, made by hand: everything that a page can hold is in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from tests.room import options, small, tea
from thinkcoop.core.games.base import Played
from thinkcoop.core.kinds import KindStep
from thinkcoop.core.kinds.ask import Ask
from thinkcoop.core.kinds.decide import Alone, Decide, Together
from thinkcoop.core.kinds.game import Game
from thinkcoop.core.kinds.path import Path
from thinkcoop.core.kinds.vote import Promise
from thinkcoop.core.module.model import Module, Option
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session.fold import start
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.state import (
    Answer,
    Count,
    Floor,
    Header,
    PrivateCount,
    Question,
    Seat,
    State,
    Table,
    Walked,
)
from thinkcoop.core.words import AnswerId, Millis, SeatNo, StepId, TableNo

SEATS = tuple(SeatNo(number) for number in range(1, 9))
WALK: tuple[Alone, ...] = ("beans", "fit", "know", "ready", "choice")
TOGETHER: tuple[Together, ...] = (
    "need",
    "rule",
    "vote",
    "object",
    "vote-again",
    "outcome",
    "next",
)
OPENED = Header(
    session="TEA4U",
    language="en",
    seed=7,
    expected=8,
    wall_ms=1_503_622_800_000,
    zone_minutes=420,
    engine="0.1",
)
WALKED = StepId("walk")


def _unfolded(module: Module, steps: Sequence[KindStep]) -> tuple[KindStep, ...]:
    return tuple(each for step in steps for each in step.unfold(module))


def _decide(name: str, *parts: Alone | Together) -> Decide:
    both = options("fine", "against") if parts == ("object",) else ()
    return Decide(id=name, text=f"Now {name}.", parts=parts, options=both)


def ask(name: str, *, words: bool = False, pick: tuple[Option, ...] = ()) -> Ask:
    """A question of that name."""
    return Ask(id=name, text=f"What about {name}?", pick="words" if words else "one", options=pick)


def promise(*, shown: bool) -> Promise:
    """What I will do."""
    return Promise(
        id="promise",
        text="What will you do?",
        options=options("ask", "save", "visit"),
        by=options("today", "week"),
        shown=shown,
    )


@cache
def program(*, shown: bool = True, words: bool = False) -> Program:
    """A day with a game, the whole decision, reasons, questions and promises."""
    module = tea().module
    decision = module.decision
    assert decision is not None
    game = next(
        step for activity in module.activities for step in activity.steps if isinstance(step, Game)
    )
    steps = (
        ask(decision.need_of, pick=options("price", "place", "voice")),
        game,
        _decide("walk", *WALK),
        *(_decide(part, part) for part in TOGETHER),
        ask("reasons-for", words=words, pick=() if words else options("cheap", "safe")),
        ask("reasons-against", words=True),
        ask("open-questions", words=True),
        ask("look-again", pick=options("week", "month")),
        promise(shown=shown),
    )
    return small(_unfolded(module, steps))


def answered(*values: tuple[int, ...] | str) -> Mapping[SeatNo, Answer]:
    """Answers of the seats from 1 on."""
    return {
        SeatNo(number): Answer(
            value=() if isinstance(value, str) else value,
            text=value if isinstance(value, str) else "",
            ids=(AnswerId(f"name{number}"),),
        )
        for number, value in enumerate(values, 1)
    }


def seats() -> Mapping[SeatNo, Seat]:
    """Eight people, each with a picture of their own."""
    return {
        number: Seat(
            number=number,
            picture=PEOPLE[number],
            trade="seller",
            reads=True,
            guest=False,
            language="en",
            channel="phone",
            answer=AnswerId(f"came{number}"),
            taken_at=Millis(0),
            table=TableNo(1 + (number > 4)),
        )
        for number in SEATS
    }


def tables() -> Mapping[TableNo, Table]:
    """Two tables of four."""
    halves = {TableNo(1): SEATS[:4], TableNo(2): SEATS[4:]}
    return {
        number: Table(number=number, seats=people, floor=Floor(number=number))
        for number, people in halves.items()
    }


def walk_of(laid_out: Program) -> Path:
    """The private path of this day."""
    step = laid_out.step(WALKED)
    assert isinstance(step, Path)
    return step


def moves(
    given: Mapping[TableNo, Sequence[tuple[int, ...]]],
) -> dict[StepId, dict[TableNo, Played]]:
    """The first two rounds of the game: how many beans each gave, by table and round."""
    found: dict[StepId, dict[TableNo, Played]] = {}
    for number, rounds in given.items():
        people = tables()[number].seats
        for at, beans in enumerate(rounds):
            played = Played(round=f"silent-{at + 1}", players=people, moves=beans)
            found.setdefault(StepId(f"pot-silent-{at + 1}"), {})[number] = played
    return found


PLAYED = {TableNo(1): ((0, 2, 4, 2), (6, 6, 4, 8)), TableNo(2): ((4, 4, 4, 4), (10, 8, 10, 4))}


def room(*, shown: bool = True, words: bool = False, **fields: object) -> State:
    """A room of eight after its day. `fields` replace what stands in the state."""
    laid_out = program(shown=shown, words=words)
    decision = laid_out.module.decision
    assert decision is not None
    answers = {
        StepId(decision.need_of): answered((1,), (1,), (1,), (0,), (2,)),
        StepId("rule"): answered((1,), (1,), (1,), (0,)),
        StepId("reasons-for"): answered("We pay less.", "It is safe.")
        if words
        else answered((0,), (0,), (1,)),
        StepId("reasons-against"): answered("Talks take long.", "A purse can vanish."),
        StepId("open-questions"): answered("Who keeps the money?"),
        StepId("look-again"): answered((1,), (1,), (0,)),
        StepId("promise"): _promises(),
    }
    made = replace(
        start(laid_out),
        header=OPENED,
        phase="over",
        meeting_wall_ms=OPENED.wall_ms,
        seats=seats(),
        tables=tables(),
        answers=answers,
        moves=moves(PLAYED),
        counts={
            StepId("vote"): Count(total=8, counts=(2, 1, 0, 2, 2, 1)),
            StepId("vote-again"): Count(total=8, counts=(1, 0, 0, 1, 5, 1)),
        },
        private_counts={WALKED: _private_counts(walk_of(laid_out))},
        walked={WALKED: {number: Walked(done=4) for number in SEATS[:7]}},
        questions=(
            Question(answer=AnswerId("q1"), table=TableNo(1), about="money", text="Who pays?"),
            Question(answer=AnswerId("q2"), table=TableNo(2), about="rules", text=""),
        ),
    )
    return replace(made, **fields)  # type: ignore[arg-type]  # as named


def _promises() -> Mapping[SeatNo, Answer]:
    given = dict(answered((0, 0), (0, 0), (1, 1), (2, 0), (0, 1)))
    given[SeatNo(2)] = replace(given[SeatNo(2)], text="I ask my sister.")
    return given


def _private_counts(path: Path) -> PrivateCount:
    counts = tuple((20, 10, 5, 5, 20, 20) if item.kind == "beans" else () for item in path.items)
    return PrivateCount(total=8, counts=counts)


def sheet(state: State) -> dict[tuple[StepId, int], tuple[int, ...]]:
    """What somebody answered in private: no to the second stone, and some knowledge wrong."""
    found: dict[tuple[StepId, int], tuple[int, ...]] = {}
    seen: dict[str, int] = {}
    for at, item in enumerate(walk_of(state.program).items):
        nth = seen[item.kind] = seen.get(item.kind, -1) + 1
        if item.kind == "beans":
            found[WALKED, at] = (6, 4, *(0,) * (len(item.options) - 2))
        elif item.kind == "stone":
            found[WALKED, at] = ((0, 2, 1, 0)[nth % 4],)
        elif item.kind == "know":
            found[WALKED, at] = (item.right if nth else (item.right + 1) % 3,)
        elif item.kind == "ready":
            found[WALKED, at] = (1 if nth == 3 else 0,)
        elif item.kind == "choice":
            found[WALKED, at] = (4,)
    return found
