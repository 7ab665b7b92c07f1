from __future__ import annotations

import pytest

from thinkcoop.core.figures.cluster import step_wedge, waiting_list, waves
from thinkcoop.core.figures.figure import Figure, TooFew

DRUG_ONE = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0]
DRUG_TWO = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]
"""Student (1908), Biometrika 6, 1-25, table I: hours of sleep."""
SEED = 11


def listed(had: list[float], waits: list[float], seed: int = SEED) -> list[float | None]:
    """The means in the order of the list, so that the draw gives these two halves."""
    halves = iter(had), iter(waits)
    return [next(halves[wave]) for wave in waves((len(had), len(waits)), seed=seed)]


def table(sizes: tuple[int, ...], effect: float, seed: int = SEED) -> list[list[float | None]]:
    """A step wedge in which only the period and the day make a difference, but for one session."""
    return [
        [period / 7 + (wave < period) * effect + 0.01 * (row == 0 and period == 1)
         for period in range(len(sizes) + 1)]
        for row, wave in enumerate(waves(sizes, seed=seed))
    ]  # fmt: skip


def test_the_draw_has_its_sizes_and_repeats() -> None:
    drawn = waves((3, 2, 4), seed=5)
    assert [drawn.count(wave) for wave in range(3)] == [3, 2, 4]
    assert waves((3, 2, 4), seed=5) == drawn
    assert len({waves((4, 4), seed=seed) for seed in range(400)}) == 70  # every draw comes


def test_two_halves_are_compared_as_in_the_textbook() -> None:
    """R's `t.test(extra ~ group, sleep, var.equal = TRUE)`: -3.3639 to 0.2039, p 0.079."""
    figure = waiting_list(listed(DRUG_ONE, DRUG_TWO), first=10, seed=SEED)
    assert isinstance(figure, Figure)
    assert figure.interval is not None
    assert figure.estimate == pytest.approx(-1.58)
    assert (round(figure.interval.low, 4), round(figure.interval.high, 4)) == (-3.3639, 0.2039)
    assert figure.p == pytest.approx(0.08, abs=0.01)
    assert (figure.how, figure.n, figure.missing) == ("t", 20, 0)


def test_p_counts_the_draws_that_might_have_been() -> None:
    """All four above all four: one of 70 draws, and its mirror."""
    figure = waiting_list(listed([5, 6, 7, 8], [1, 2, 3, 4]), first=4, seed=SEED)
    assert isinstance(figure, Figure)
    assert figure.p == pytest.approx(2 / 70)


def test_a_session_that_was_not_measured_is_missing() -> None:
    means = listed([5, 6, 7, 8, 9], [1, 2, 3, 4])
    means[waves((5, 4), seed=SEED).index(0)] = None
    figure = waiting_list(means, first=5, seed=SEED, unit="share")
    assert isinstance(figure, Figure)
    assert (figure.n, figure.missing, figure.estimate, figure.unit) == (8, 1, 5.0, "share")


def test_fewer_than_four_on_a_side_are_no_figure() -> None:
    assert waiting_list(listed([1, 2, 3], [1, 2, 3, 4]), first=3, seed=SEED) == TooFew(7, 0)
    assert waiting_list([None] * 12, first=6, seed=SEED) == TooFew(0, 12)


def test_halves_without_any_scatter_have_no_interval() -> None:
    figure = waiting_list(listed([1.0] * 4, [0.0] * 4), first=4, seed=SEED)
    assert isinstance(figure, Figure)
    assert (figure.estimate, figure.interval, figure.no_interval) == (1.0, None, "all-equal")


@pytest.mark.parametrize("first", [0, 8, -1])
def test_a_half_is_a_part_of_the_list(first: int) -> None:
    with pytest.raises(ValueError, match="no half"):
        waiting_list([0.5] * 8, first=first, seed=1)


def test_a_wave_is_not_negative() -> None:
    with pytest.raises(ValueError, match="no fewer than no"):
        waves((3, -1), seed=1)


def test_a_step_wedge_gives_back_the_effect_whatever_the_periods_do() -> None:
    """Five waves of one: 120 orders, of which the true one lies farthest out."""
    figure = step_wedge(table((1,) * 5, 0.5), sizes=(1,) * 5, seed=SEED)
    assert isinstance(figure, Figure)
    assert figure.interval is not None
    assert figure.estimate == pytest.approx(0.5, abs=0.01)
    assert figure.interval.holds(0.5)
    assert not figure.interval.holds(0.0)
    assert figure.p == pytest.approx(2 / 120)
    assert (figure.how, figure.n, figure.missing) == ("inversion", 5, 0)


def test_a_step_wedge_with_few_orders_has_no_interval_and_a_reason() -> None:
    """Four waves of one: 24 orders, so that p is never below 2 / 24."""
    figure = step_wedge(table((1,) * 4, 0.5), sizes=(1,) * 4, seed=SEED)
    assert isinstance(figure, Figure)
    assert (figure.interval, figure.no_interval) == (None, "too-few-orders")
    assert figure.p == pytest.approx(2 / 24)


def test_a_hole_in_the_table_is_missing_and_the_rest_stands() -> None:
    means = table((1,) * 5, 0.5)
    means[2][1] = None
    figure = step_wedge(means, sizes=(1,) * 5, seed=SEED)
    assert isinstance(figure, Figure)
    assert figure.missing == 1
    assert figure.estimate == pytest.approx(0.5, abs=0.02)


def test_a_step_wedge_that_is_no_comparison_has_no_figure() -> None:
    assert step_wedge(table((1,) * 3, 0.5), sizes=(1,) * 3, seed=1) == TooFew(3, 0)
    assert step_wedge(table((6,), 0.5), sizes=(6,), seed=1) == TooFew(6, 0)
    assert step_wedge([[None] * 3] * 6, sizes=(3, 3), seed=1) == TooFew(6, 18)


@pytest.mark.parametrize("means", [[[0.5] * 3] * 5, [[0.5] * 2] * 6])
def test_rows_and_periods_fit_the_waves(means: list[list[float | None]]) -> None:
    with pytest.raises(ValueError, match="a row for each session"):
        step_wedge(means, sizes=(3, 3), seed=1)
