from __future__ import annotations

from dataclasses import replace

import pytest

from thinkcoop.core.figures.figure import Figure, Interval, TooFew, Unit
from thinkcoop.core.figures.told import Told, told, told_of_item


def of(low: float, high: float, *, p: float | None = 0.01, unit: Unit = "steps") -> Figure:
    return Figure(
        unit=unit, estimate=(low + high) / 2, interval=Interval(low, high), p=p, n=25, missing=0
    )


NO_INTERVAL = Figure(
    unit="steps", estimate=1.0, interval=None, no_interval="all-equal", p=0.001, n=9, missing=0
)


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (TooFew(4, 0), Told.NO_FIGURE),
        (of(0.1, 0.9), Told.WENT_UP),
        (of(-0.9, -0.1), Told.WENT_DOWN),
        (of(-0.1, 0.5), Told.TOO_FEW_TO_TELL),
        (of(-0.5, 0.1), Told.TOO_FEW_TO_TELL),
        (of(0.0, 0.5), Told.TOO_FEW_TO_TELL),
        (of(-0.15, 0.15, p=0.9), Told.NO_CHANGE_THAT_MATTERS),
        (of(0.05, 0.15), Told.NO_CHANGE_THAT_MATTERS),
        (of(-0.15, 0.2), Told.TOO_FEW_TO_TELL),
        (of(0.1, 0.9, p=0.06), Told.TOO_FEW_TO_TELL),
        (of(0.1, 0.9, p=None), Told.WENT_UP),
        (NO_INTERVAL, Told.TOO_FEW_TO_TELL),
        (of(-0.15, 0.15, unit="share"), Told.TOO_FEW_TO_TELL),
        (of(-0.09, 0.09, unit="share"), Told.NO_CHANGE_THAT_MATTERS),
    ],
)
def test_what_is_told_follows_from_interval_p_and_margin(
    figure: Figure | TooFew, said: Told
) -> None:
    assert told(figure) == said


def test_the_change_that_matters_is_the_callers() -> None:
    assert told(of(0.1, 0.9), matters=1.0) == Told.NO_CHANGE_THAT_MATTERS
    assert told(of(-0.15, 0.15), matters=0.1) == Told.TOO_FEW_TO_TELL


@pytest.mark.parametrize("matters", [0.0, -0.2, float("nan")])
def test_a_margin_is_above_zero(matters: float) -> None:
    with pytest.raises(ValueError, match="above zero"):
        told(of(0.1, 0.9), matters=matters)


def test_of_a_single_item_in_one_room_nothing_is_said() -> None:
    sure = replace(of(1.0, 1.5), p_of_several=0.001)
    assert told_of_item(sure, rooms=1) is None
    assert told_of_item(TooFew(4, 0), rooms=1) is None
    assert told_of_item(sure, rooms=2) == Told.WENT_UP


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        (TooFew(4, 0), Told.NO_FIGURE),
        (replace(of(0.1, 0.9), p_of_several=0.05), Told.WENT_UP),
        (replace(of(-0.9, -0.1), p_of_several=0.06), Told.TOO_FEW_TO_TELL),
        (of(-0.1, 0.1), Told.NO_CHANGE_THAT_MATTERS),
    ],
)
def test_over_several_rooms_an_item_also_needs_the_adjusted_p(
    figure: Figure | TooFew, said: Told
) -> None:
    assert told_of_item(figure, rooms=10) == said


def test_an_item_is_told_of_only_after_adjusting() -> None:
    with pytest.raises(ValueError, match="only after"):
        told_of_item(of(0.1, 0.9), rooms=10)


def test_an_item_comes_from_a_room() -> None:
    with pytest.raises(ValueError, match="one room or more"):
        told_of_item(of(0.1, 0.9), rooms=0)
