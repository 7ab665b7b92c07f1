"""Leading the lives of `moves` in a room, from its first minute or from the middle of its day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal, overload

from tests.core.paper.rooms import program
from tests.laws.moves import Life, make
from tests.room import Room, tea
from thinkcoop.core.kinds.decide import WaysBallot
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import is_asked, step_of

ASKED = tuple(sorted(step.id for step in program().by_key.values() if is_asked(step)))
"""What is asked in a day with a game, the whole decision, reasons and promises."""
MOST_STEPS = 45


def begin(life: Life) -> Room:
    """The room of this life, with its first people."""
    room = Room(tea(life.edition))
    room.open(life.minutes, expected=life.expected, starts_in=life.starts_in)
    room.join(life.people)
    return room


def walk(life: Life) -> Iterator[Room]:
    """The same room again and again: after it opened, and after every move."""
    room = begin(life)
    yield room
    for move in life.moves:
        room.do(make(room, move))
        yield room


@overload
def live(life: Life, *, each: Literal[True]) -> Iterator[Room]: ...
@overload
def live(life: Life) -> Room: ...
def live(life: Life, *, each: bool = False) -> Room | Iterator[Room]:
    """The room after the whole life, or at each moment of it."""
    if each:
        return walk(life)
    *_, room = walk(life)
    return room


def two_tables(step: str, *, like: bool = False) -> Room:
    """Ten people at two tables, and that step open at both."""
    return _opened(step, like=like).fork()


@cache
def _opened(step: str, *, like: bool) -> Room:
    room = Room(program(shown=like, words=like))
    room.open(60)
    room.join(10)
    for _ in range(MOST_STEPS):
        if step in room.open_steps():
            return room
        if not _vote(room):
            room.do(c.GoOn())
    raise AssertionError(f"{step} never opens")


def _vote(room: Room) -> bool:
    """Let all choose the first way where ways are voted on: else there is nothing to object to."""
    step = step_of(room.state, room.state.room)
    if not isinstance(step, WaysBallot):
        return False
    for seat in room.state.seats:
        room.answer(int(seat), 0)
    return True
