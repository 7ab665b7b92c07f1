"""Whole numbers in games: the kinds of parameters, rounding, and riel that a table types.

Knows no game.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from thinkcoop.core.games.base import Amount

Flag = Annotated[bool, Field(strict=True)]
"""A parameter that is true or false; 1 and 0 are numbers."""

People = Annotated[int, Field(strict=True, ge=1, le=400)]
"""How many people, for figures that are worked out without a room."""

MOST_RIEL = 1_000_000
STEPS = (100, 50, 10, 5)


def half_up(amount: int, parts: int) -> int:
    """One of `parts` equal parts of an amount, as a whole number; a half goes up.

    >>> half_up(15_500, 6), half_up(5, 2), half_up(-5, 2)
    (2583, 3, -2)
    """
    return (2 * amount + parts) // (2 * parts)


def typed_riel(preset: int, *, lowest: int = 0, most: int = MOST_RIEL) -> Amount:
    """An amount of riel that a table types; untouched it is the preset, exactly.

    Steps are of 100 riel, or smaller ones that lead to the preset; its double is always allowed.
    """
    step = next((each for each in STEPS if preset % each == 0), 1)
    highest = max(most, 2 * preset)
    near = (preset // 2, preset, 2 * preset, 4 * preset) if preset else (0, 1000, 2000, 5000)
    signs = {each - each % step for each in near if lowest <= each - each % step <= highest}
    return Amount(
        lowest=lowest - lowest % -step,
        highest=highest,
        step=step,
        unit="riel",
        usual=preset,
        signs=tuple(sorted(signs)),
    )
