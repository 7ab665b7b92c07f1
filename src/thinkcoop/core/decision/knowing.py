"""How many of those who chose a way knew enough: the same view for every way, a no included.

It counts a well-informed *no* like a *yes*. What it cannot say: `docs/methods/decision.md`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

ENOUGH = 4
"""Right answers, of six."""

FEWEST = 5
"""Fewer people of one choice are not shown: too much would be told of each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed:
    """Of `people` who made one choice, `enough` gave at least four right answers."""

    enough: int
    people: int


def informed(ways: int, people: Iterable[tuple[int, int]]) -> tuple[Informed | None, ...]:
    """Return, for each of `ways` ways, how many of those who chose it knew enough.

    Each of `people` is the way that one person chose (0-based) and the number of right answers. A
    way that fewer than five chose is None: show a dash, not a nought.

    Raises ValueError for a way that is not there.

    >>> informed(2, [(0, 6), (0, 5), (0, 4), (0, 3), (0, 0), (1, 6)])
    (Informed(enough=3, people=5), None)
    """
    chosen: list[list[int]] = [[] for _ in range(ways)]
    for way, right in people:
        if not 0 <= way < ways:
            raise ValueError(f"no way {way} among {ways}")
        chosen[way].append(right)
    return tuple(
        Informed(enough=sum(right >= ENOUGH for right in rights), people=len(rights))
        if len(rights) >= FEWEST
        else None
        for rights in chosen
    )
