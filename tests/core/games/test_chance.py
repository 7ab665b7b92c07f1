from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.games.chance import Chance

SIDES = st.integers(1, 256)


def test_the_same_names_draw_the_same_and_other_names_something_else() -> None:
    sides = (6,) * 20
    first = Chance("game", 7, "ice", 2).draws(sides)
    assert Chance("game", 7, "ice", 2).draws(sides) == first
    others: list[tuple[str | int, ...]] = [
        ("game", 8, "ice", 2),
        ("game", 7, "ice", 3),
        ("game", "7", "ice", 2),
    ]
    assert all(Chance(*names).draws(sides) != first for names in others)


def test_names_that_only_look_alike_when_joined_draw_differently() -> None:
    sides = (256,) * 20
    assert Chance("ab", "c").draws(sides) != Chance("a", "bc").draws(sides)


def test_the_draws_are_the_published_ones() -> None:
    """A session's draws stand in its log, and a log must be one that can be played again."""
    assert Chance("game", 1, "ice", 3).draws((6,) * 12) == (1, 1, 4, 0, 5, 2, 4, 4, 2, 4, 2, 2)
    assert Chance("game", 1, "ice", 3).draws((1, 300, 10**12)) == (0, 50, 63420378256)


@given(st.lists(st.tuples(st.integers(0, 200), SIDES), max_size=5), st.integers())
def test_many_draws_are_the_same_as_one_after_the_other(
    portions: list[tuple[int, int]], seed: int
) -> None:
    in_bulk, singly = Chance("bulk", seed), Chance("bulk", seed)
    for count, sides in portions:
        assert in_bulk.many(count, sides) == bytes(singly.below(sides) for _ in range(count))
    assert in_bulk.below(10**9) == singly.below(10**9)


@given(st.integers(1, 2**64), st.integers())
def test_every_draw_is_below_its_sides(sides: int, seed: int) -> None:
    assert 0 <= Chance(seed).below(sides) < sides


@pytest.mark.parametrize("sides", [2, 3, 6, 7, 100, 255])
def test_every_outcome_is_as_likely_as_every_other(sides: int) -> None:
    """The chi-square of 60,000 draws stays within five standard deviations of its mean."""
    draws = Chance("fair", sides).many(60_000, sides)
    expected = len(draws) / sides
    squares = sum((draws.count(side) - expected) ** 2 / expected for side in range(sides))
    assert abs(squares - (sides - 1)) < 5 * (2 * (sides - 1)) ** 0.5


@pytest.mark.parametrize("sides", [0, -1, 2**64 + 1])
def test_there_is_no_chance_without_outcomes_or_with_more_than_anyone_needs(sides: int) -> None:
    with pytest.raises(ValueError, match="chance needs 1 to 2"):
        Chance("none").below(sides)


@pytest.mark.parametrize("sides", [0, 257])
def test_a_draw_in_bulk_fits_into_a_byte(sides: int) -> None:
    with pytest.raises(ValueError, match="a byte holds"):
        Chance("none").many(1, sides)
