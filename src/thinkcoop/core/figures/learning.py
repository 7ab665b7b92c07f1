"""What changed between the start and the end, for the same people: pairs of their answers.

A question is measured where a later `ask` puts it again (`again_of`). Who answered both is a pair;
who answered one is missing in the other. What stands on a paper form counts where the person gave
no answer in the room. Nothing here says whose an answer is: pairs are sorted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.kinds import Ask
from thinkcoop.core.kinds.ask import SCALE
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SeatNo, StepId

Sort = Literal["know", "feel"]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One question that was put before and after. Points go up with what is better or right.

    know: 1 for the right answer, else 0 · feel: 2, 1 or 0 on the three faces.
    """

    before: StepId
    after: StepId
    sort: Sort
    most: int
    """The most points that one answer can have."""
    pairs: tuple[Pair, ...]
    """(before, after) in points, sorted, so that no order tells who it was."""
    only_before: int
    only_after: int

    @property
    def up(self) -> int:
        """How many have more points than before."""
        return sum(after > before for before, after in self.pairs)

    @property
    def down(self) -> int:
        """How many have fewer."""
        return sum(after < before for before, after in self.pairs)

    @property
    def same(self) -> int:
        """How many have as many."""
        return len(self.pairs) - self.up - self.down


@dataclass(frozen=True, slots=True, kw_only=True)
class Index:
    """All questions of one sort together: a share of points (0 to 1) for each person with pairs."""

    sort: Sort
    items: int
    before: tuple[float, ...]
    after: tuple[float, ...]
    """`before[i]` and `after[i]` are of the same person, sorted by both."""
    missing: int
    """People who answered some of it before or after, but no question both times."""


def items_of(state: State) -> tuple[Item, ...]:
    """Return every question that is put twice in this edition, in the order of the day."""
    return tuple(_item(state, before, after) for before, after in _put_twice(state.program))


def index_of(state: State, sort: Sort) -> Index:
    """Return what all questions of that sort say together; empty where none was put twice."""
    twice = [pair for pair in _put_twice(state.program) if _sort(pair[0]) == sort]
    shares: list[tuple[float, float]] = []
    missing = 0
    for seat in state.seats:
        answered = [_points_of(state, pair, seat) for pair in twice]
        both = [
            (before / _most(ask), after / _most(ask))
            for (ask, _), (before, after) in zip(twice, answered, strict=True)
            if before is not None and after is not None
        ]
        if both:
            shares.append(
                (sum(b for b, _ in both) / len(both), sum(a for _, a in both) / len(both))
            )
        elif any(point is not None for points in answered for point in points):
            missing += 1
    shares.sort()
    return Index(
        sort=sort,
        items=len(twice),
        before=tuple(before for before, _ in shares),
        after=tuple(after for _, after in shares),
        missing=missing,
    )


def _put_twice(program: Program) -> Iterator[tuple[Ask, Ask]]:
    """What the first part of the day asks and the last part asks again.

    What is put twice within a talk measures the talk, and not the day.
    """
    begin, end = program.stages[0].index, program.stages[-1].index
    for step in program.by_key.values():
        if not isinstance(step, Ask) or step.again_of is None:
            continue
        first = program.step(StepId(step.again_of))
        if not isinstance(first, Ask) or (first.right is None and first.pick != "scale"):
            continue
        if program.places[first.key][0] == begin < program.places[step.key][0] == end:
            yield first, step


def _sort(ask: Ask) -> Sort:
    return "know" if ask.right is not None else "feel"


def _most(ask: Ask) -> int:
    return 1 if ask.right is not None else SCALE - 1


def _item(state: State, before: Ask, after: Ask) -> Item:
    points = [_points_of(state, (before, after), seat) for seat in state.seats]
    return Item(
        before=before.key,
        after=after.key,
        sort=_sort(before),
        most=_most(before),
        pairs=tuple(sorted((b, a) for b, a in points if b is not None and a is not None)),
        only_before=sum(b is not None and a is None for b, a in points),
        only_after=sum(b is None and a is not None for b, a in points),
    )


def _points_of(state: State, pair: tuple[Ask, Ask], seat: SeatNo) -> tuple[int | None, int | None]:
    before, after = (_points(state, ask, seat) for ask in pair)
    return before, after


def _points(state: State, ask: Ask, seat: SeatNo) -> int | None:
    value = _value(state, ask.key, seat)
    if not value:
        return None
    if ask.right is None:
        return SCALE - 1 - value[0]  # the good face is the first
    return int(ask.options[value[0]].id == ask.right)


def _value(state: State, key: StepId, seat: SeatNo) -> tuple[int, ...]:
    given = state.answers.get(key, {}).get(seat)
    if given is not None:
        return given.value
    typed = (form.answers.get(key) for form in state.typed.values() if form.seat == seat)
    return next((answer.value for answer in typed if answer is not None), ())
