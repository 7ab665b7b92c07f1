"""Sharing riel in proportion, in whole riel. Knows no game."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parts:
    """What each gets, and the rest; together they are what was shared."""

    each: tuple[int, ...]
    rest: int


def in_parts(riel: int, weights: tuple[int, ...]) -> Parts:
    """Share `riel` by weights (not below 0): each part is rounded down to whole riel.

    Of a loss (below 0) everyone carries a part that is rounded up, so that it is covered. The rest
    is less than one riel a part, not below 0. Where all weights are 0, all of it is rest.

    >>> in_parts(100, (1, 2)), in_parts(-100, (1, 2)), in_parts(100, (0, 0))
    (Parts(each=(33, 66), rest=1), Parts(each=(-34, -67), rest=1), Parts(each=(0, 0), rest=100))
    """
    whole = sum(weights)
    each = tuple(riel * weight // whole if whole else 0 for weight in weights)
    return Parts(each, riel - sum(each))
