"""Leading the lives of `moves` in a room."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, overload

from tests.laws.moves import Life, make
from tests.room import Room, tea


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
