from __future__ import annotations

from dataclasses import replace

import pytest

from thinkcoop.core.figures.change import Pair, paired_change
from thinkcoop.core.figures.figure import Figure, TooFew
from thinkcoop.core.figures.missing import Bounds, change_bounds, mean_bounds, share_bounds
from thinkcoop.core.figures.share import share_of

SEEN: list[Pair] = [(0, 1), (1, 2), (1, 1), (2, 2), (0, 2)]


def test_the_bounds_of_a_share_are_all_missing_said_no_and_all_said_yes() -> None:
    """Manski (1995), Identification Problems, ch. 2: y * s to y * s + (1 - s), s who answered."""
    found = share_bounds(6, 10, missing=5)
    assert found == Bounds(*(_figure(share_of(yes, 15)) for yes in (6, 11)))


def test_a_missing_answer_is_taken_from_end_to_end_and_no_farther_than_the_scale() -> None:
    found = change_bounds([*SEEN, (2, None), (0, None), (None, 1), (None, None)], seed=1)
    assert isinstance(found, Bounds)
    # By hand: seen 4 in all; worst -2, 0, -1, -2; best 0, +2, +1, +2.
    assert (found.worst.estimate, found.best.estimate) == ((4 - 5) / 9, (4 + 5) / 9)
    assert (found.worst.n, found.worst.missing, found.best.n) == (9, 0, 9)


def test_with_nobody_missing_both_bounds_are_the_figure() -> None:
    seen = paired_change(SEEN, seed=1)
    assert not isinstance(seen, TooFew)
    assert change_bounds(SEEN, seed=1) == Bounds(seen.mean, seen.mean)


def test_the_mean_of_several_questions_has_bounds_too() -> None:
    found = mean_bounds([0.2] * 8, missing=2, most=1.0, unit="share", seed=1)
    assert isinstance(found, Bounds)
    assert found.worst.estimate == pytest.approx((1.6 - 2) / 10)
    assert found.best.estimate == pytest.approx((1.6 + 2) / 10)


@pytest.mark.parametrize("missing", [0, 25])
def test_with_fewer_than_five_answers_there_are_no_bounds(missing: int) -> None:
    holes: list[Pair] = [(None, None)] * missing
    assert share_bounds(4, 4, missing=missing) == TooFew(4, missing)
    assert change_bounds([*SEEN[:4], *holes], seed=1) == TooFew(4, missing)
    assert change_bounds(holes, seed=1) == TooFew(0, missing)
    assert mean_bounds([], missing=missing, most=1, unit="share", seed=1) == TooFew(0, missing)


def test_only_what_holds_in_both_holds_whoever_is_missing() -> None:
    found = change_bounds([(0, 2)] * 20 + [(0, None)] * 5, seed=1)
    assert isinstance(found, Bounds)
    assert found.worst.interval is not None
    assert found.worst.interval.low > 0
    assert replace(found.best, p=None).no_interval == "all-equal"


def _figure(found: Figure | TooFew) -> Figure:
    assert isinstance(found, Figure)
    return found
