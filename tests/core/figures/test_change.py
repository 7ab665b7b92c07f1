from __future__ import annotations

import pytest

from thinkcoop.core.figures.change import (
    BOOTSTRAP_FROM,
    Pair,
    mean_change,
    mean_interval,
    paired_change,
    sign_flip,
)
from thinkcoop.core.figures.figure import Figure, Interval, TooFew

MAIZE = [49, -67, 8, 16, 6, 23, 28, 41, 14, 29, 56, 24, 75, 60, -48]
"""Darwin's pairs of plants, crossed less self-fertilised, eighths of an inch."""
UP_AND_DOWN: list[Pair] = [(0, 2), (1, 2), (1, 1), (2, 1), (0, 1), (0, 0), (1, 2)]


def test_flipping_signs_finds_what_fisher_found() -> None:
    """Fisher (1935), The Design of Experiments, section 21: 1,726 of 32,768 patterns."""
    assert sign_flip(MAIZE, seed=1) == 1726 / 32768


def test_the_interval_of_a_small_group_is_students() -> None:
    """Fisher (1935), section 17: mean 20.93, standard error 9.746; t at 14 degrees 2.145."""
    interval, how = mean_interval(MAIZE, seed=1)
    assert interval is not None
    assert how == "t"
    assert interval.low == pytest.approx(20.933 - 2.145 * 9.746, abs=0.01)
    assert interval.high == pytest.approx(20.933 + 2.145 * 9.746, abs=0.01)


def test_the_interval_of_a_large_group_is_near_the_normal_one_and_leans_with_the_skew() -> None:
    """Of 120 people 12 went up by one: mean 0.1, s.e. 0.0274 (binomial), a tail to the right."""
    interval, how = mean_interval([1] * 12 + [0] * 108, seed=1)
    assert interval is not None
    assert how == "bootstrap"
    assert interval.low == pytest.approx(0.1 - 1.96 * 0.0274, abs=0.02)
    assert interval.high == pytest.approx(0.1 + 1.96 * 0.0274, abs=0.02)
    assert interval.high - 0.1 > 0.1 - interval.low


def test_people_are_counted_up_same_and_down() -> None:
    found = paired_change(UP_AND_DOWN, seed=1)
    assert not isinstance(found, TooFew)
    assert (found.up, found.same, found.down) == (4, 2, 1)
    assert found.mean.estimate == 4 / 7
    # By hand: of the signs of 2, 1, 1, 1, 1 the sum is 4 or more in the patterns 6, 4 (four ways)
    # and 4 never with -2; so 5 of 32, twice.
    assert found.mean.p == 10 / 32
    assert (found.mean.n, found.mean.missing, found.mean.unit) == (7, 0, "steps")


def test_the_same_seed_gives_the_same_figure() -> None:
    pairs: list[Pair] = [(0, 1), (1, 2), (1, 0), (2, 2)] * 30
    assert paired_change(pairs, seed=7) == paired_change(pairs, seed=7)
    assert paired_change(pairs, seed=7) != paired_change(pairs, seed=8)


def test_drawn_patterns_come_near_to_the_exact_ones() -> None:
    """16 people up and 4 down by one: binomial, 2 * P(16 or more of 20) = 0.01182."""
    assert sign_flip([1] * 16 + [-1] * 4, seed=3, resamples=40_000) == pytest.approx(
        0.01182, abs=0.002
    )


def test_a_skipped_answer_makes_a_pair_missing() -> None:
    holes: list[Pair] = [(None, 2), (1, None), (None, None)]
    found = paired_change([*UP_AND_DOWN, *holes], seed=1)
    assert not isinstance(found, TooFew)
    assert (found.mean.n, found.mean.missing) == (7, 3)
    assert found.mean.estimate == 4 / 7


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], TooFew(0, 0)),
        ([(0, 1)] * 4, TooFew(4, 0)),
        ([(None, None)] * 25, TooFew(0, 25)),
        ([(1, None)] * 25, TooFew(0, 25)),
        ([(0, 1)] * 4 + [(None, 1)] * 20, TooFew(4, 20)),
    ],
)
def test_fewer_than_five_pairs_are_no_figure(pairs: list[Pair], expected: TooFew) -> None:
    assert paired_change(pairs, seed=1) == expected


@pytest.mark.parametrize(
    ("pair", "estimate", "p"), [((0, 1), 1.0, 2 / 2**10), ((1, 1), 0.0, 1.0), ((2, 0), -2.0, 2**-9)]
)
def test_where_all_changed_alike_there_is_no_interval_and_a_reason(
    pair: Pair, estimate: float, p: float
) -> None:
    found = paired_change([pair] * 10, seed=1)
    assert not isinstance(found, TooFew)
    assert (found.mean.interval, found.mean.how) == (None, None)
    assert found.mean.no_interval == "all-equal"
    assert (found.mean.estimate, found.mean.p) == (estimate, p)


def test_one_person_alone_who_changed_proves_nothing() -> None:
    found = paired_change([(0, 2)] + [(1, 1)] * 24, seed=1)
    assert not isinstance(found, TooFew)
    assert found.mean.p == 1.0


def test_shares_of_points_that_differ_by_rounding_alone_are_equal() -> None:
    changes = [0.3 - 0.1, 0.4 - 0.2, 0.2, 0.6 - 0.4, 0.5 - 0.3]
    figure = mean_change(changes, missing=0, unit="share", seed=1)
    assert isinstance(figure, Figure)
    assert (figure.no_interval, figure.unit, figure.p) == ("all-equal", "share", 2 / 2**5)
    assert figure.estimate == pytest.approx(0.2)
    assert sign_flip([0.3 - 0.1 - 0.2, 0.1 + 0.2 - 0.3] * 4, seed=1) == 1.0


def test_too_few_shares_of_points_are_no_figure() -> None:
    assert mean_change([0.1] * 4, missing=3, unit="share", seed=1) == TooFew(4, 3)


@pytest.mark.parametrize("answer", [-1, 3])
def test_an_answer_outside_the_scale_is_a_bug(answer: int) -> None:
    with pytest.raises(ValueError, match="0, 1, 2 or None"):
        paired_change([(0, answer)] * 5, seed=1)


def test_the_bootstrap_begins_at_its_size() -> None:
    one_less = [0, 1] * (BOOTSTRAP_FROM // 2 - 1) + [1]
    assert mean_interval(one_less, seed=1)[1] == "t"
    assert mean_interval([*one_less, 0], seed=1)[1] == "bootstrap"
    assert mean_interval([0] * 200, seed=1) == (None, None)


def test_an_interval_knows_what_it_holds() -> None:
    assert (Interval(-1, 2).holds(2), Interval(-1, 2).holds(2.1)) == (True, False)
    assert Interval(-1, 2).width == 3
