from __future__ import annotations

import pytest

from thinkcoop.core.figures.sample_size import design_effect, smallest_difference, smallest_rise


@pytest.mark.parametrize(
    ("n", "standardised"),
    [(34, 0.5), (10, 1.0)],
)
def test_one_room_needs_as_many_people_as_the_textbook_says(n: int, standardised: float) -> None:
    """G*Power 3, paired t, two-sided 0.05, power 0.8: d 0.5 needs 34 pairs, d 1.0 needs 10."""
    assert smallest_rise(1, n, spread=1.0) <= standardised < smallest_rise(1, n - 1, spread=1.0)


def test_two_sides_need_as_many_as_the_textbook_says() -> None:
    """Cohen (1988), table 2.4.1: d 0.5 needs 64 on each side. With one person a group, no ICC."""
    assert smallest_difference(64, 1, spread=1.0) <= 0.5 < smallest_difference(63, 1, spread=1.0)


def test_people_of_a_group_count_less() -> None:
    """Donner and Klar (2000): 1 + (m - 1) rho; with rho 1 a group is one person, with 0 all are."""
    assert design_effect(25) == pytest.approx(2.2)
    assert smallest_rise(10, 25, spread=2.0, icc=1.0) == pytest.approx(
        smallest_rise(10, 1, spread=2.0)
    )
    assert smallest_rise(10, 25, spread=2.0, icc=0.0) == pytest.approx(
        smallest_rise(10, 1, spread=2.0) / 5
    )
    assert smallest_rise(10, 25, spread=1.0) > smallest_rise(10, 25, spread=1.0, icc=0.0)


def test_a_small_simulation_agrees() -> None:
    """Rooms of 25, ICC 0.05, 600 pilots: power 0.55 for d 0.3 and ten rooms, 0.77 for 0.5 and six.

    So for a power of 0.8 the rise must be a little larger, and not by half.
    """
    assert 0.3 < smallest_difference(10, 25, spread=1.0) < 0.45
    assert 0.5 < smallest_difference(6, 25, spread=1.0) < 0.75


@pytest.mark.parametrize(
    ("groups", "people", "spread", "power"),
    [(0, 25, 1.0, 0.8), (1, 1, 1.0, 0.8), (5, 25, 0.0, 0.8), (5, 25, 1.0, 1.0), (5, 0, 1.0, 0.8)],
)
def test_an_impossible_pilot_is_a_bug(
    groups: int, people: int, spread: float, power: float
) -> None:
    with pytest.raises(ValueError, match=r"no pilot|no groups|no scatter"):
        smallest_rise(groups, people, spread=spread, power=power)


def test_one_group_on_each_side_shows_nothing() -> None:
    with pytest.raises(ValueError, match="one group on each side"):
        smallest_difference(1, 25, spread=1.0)
    with pytest.raises(ValueError, match="no groups"):
        smallest_difference(5, 25, spread=1.0, icc=1.5)
