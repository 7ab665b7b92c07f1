"""In which order the ways are told: it goes round from person to person, so that none is first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

Told = TypeVar("Told")


def order_for(ways: Sequence[Told], place: int) -> tuple[Told, ...]:
    """Return all of `ways` in the order in which the person at `place` (a seat number) hears them.

    Among as many people in a row as there are ways, each way is first once, and at every other
    place once. The next people in a row hear them backwards, so that none always follows the same.

    >>> [" ".join(order_for("abc", place)) for place in range(6)]
    ['a b c', 'b c a', 'c a b', 'a c b', 'b a c', 'c b a']
    >>> order_for((), 3)
    ()
    """
    if not ways:
        return ()
    lap, first = divmod(place, len(ways))
    step = -1 if lap % 2 else 1
    return tuple(ways[(first + step * at) % len(ways)] for at in range(len(ways)))
