from __future__ import annotations

import pytest

from thinkcoop.core.figures.figure import Figure, Interval, TooFew
from thinkcoop.core.figures.share import share_of


@pytest.mark.parametrize(
    ("yes", "of", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_the_interval_of_a_share_is_that_of_the_textbook(
    yes: int, of: int, low: float, high: float
) -> None:
    """Newcombe (1998), Stat. Med. 17, 857-872, table I, method 3 (Wilson without correction)."""
    figure = share_of(yes, of)
    assert isinstance(figure, Figure)
    assert figure.interval is not None
    assert (round(figure.interval.low, 4), round(figure.interval.high, 4)) == (low, high)
    assert (figure.estimate, figure.n, figure.how, figure.p) == (yes / of, of, "wilson", None)


def test_all_and_none_mirror_each_other() -> None:
    everyone, nobody = share_of(20, 20), share_of(0, 20)
    assert isinstance(everyone, Figure)
    assert isinstance(nobody, Figure)
    assert everyone.interval is not None
    assert nobody.interval is not None
    assert everyone.interval.high == 1.0
    assert everyone.interval.low == pytest.approx(1 - nobody.interval.high)


@pytest.mark.parametrize("of", [0, 1, 4])
def test_fewer_than_five_people_have_no_share(of: int) -> None:
    assert share_of(of, of, missing=21) == TooFew(of, 21)


@pytest.mark.parametrize(("yes", "of", "missing"), [(-1, 5, 0), (6, 5, 0), (1, 5, -1)])
def test_an_impossible_count_is_a_bug(yes: int, of: int, missing: int) -> None:
    with pytest.raises(ValueError, match="no share"):
        share_of(yes, of, missing=missing)


@pytest.mark.parametrize(("low", "high"), [(1.0, 0.0), (float("nan"), 1.0)])
def test_an_interval_has_two_ends_in_order(low: float, high: float) -> None:
    with pytest.raises(ValueError, match="no interval"):
        Interval(low, high)


def test_a_figure_without_an_interval_says_why() -> None:
    with pytest.raises(ValueError, match="reason why not"):
        Figure(unit="share", estimate=0.5, interval=None, p=None, n=5, missing=0)
