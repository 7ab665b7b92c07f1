from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.figures.figure import TooFew
from thinkcoop.core.figures.right import PairedRight, RightPair, newcombe, paired_right

COUNTS = st.integers(0, 12)


def table(both: int, lost: int, gained: int, neither: int) -> list[RightPair]:
    """The pairs of a table as textbooks print it: rows before, columns after, *yes* first."""
    return [
        *[(True, True)] * both,
        *[(True, False)] * lost,
        *[(False, True)] * gained,
        *[(False, False)] * neither,
    ]


@pytest.mark.parametrize(
    ("cells", "low", "high"),
    [
        # Fagerland, Lydersen, Laake (2017), Statistical Analysis of Contingency Tables, ch. 8:
        # Cavo et al. 2012 and, in the other direction, Bentur et al. 2009.
        ((59, 6, 16, 80), 0.0046, 0.1186),
        ((1, 1, 7, 12), 0.0256, 0.5069),
        # Altman et al. (2000), Statistics with Confidence, table 6.2: before less after is 5 of
        # 41, 0.12, interval 0.01 to 0.23.
        ((14, 5, 0, 22), -0.2265, -0.0115),
    ],
)
def test_the_interval_of_a_change_in_share_is_that_of_the_textbook(
    cells: tuple[int, int, int, int], low: float, high: float
) -> None:
    both, lost, gained, neither = cells
    interval = newcombe(both=both, lost=lost, gained=gained, neither=neither)
    assert (round(interval.low, 4), round(interval.high, 4)) == (low, high)


@pytest.mark.parametrize(
    ("cells", "p"),
    [
        ((59, 6, 16, 80), 0.052479),  # as above: the exact conditional test
        ((1, 1, 7, 12), 0.070312),  # 2 * (1 + 8) / 2**8
    ],
)
def test_the_exact_test_is_that_of_the_textbook(cells: tuple[int, int, int, int], p: float) -> None:
    found = paired_right(table(*cells))
    assert isinstance(found, PairedRight)
    assert found.change.p == pytest.approx(p, abs=1e-6)


def test_all_four_cells_are_told() -> None:
    found = paired_right([*table(3, 1, 4, 2), (None, True), (False, None), (None, None)])
    assert isinstance(found, PairedRight)
    assert (found.both, found.lost, found.gained, found.neither) == (3, 1, 4, 2)
    assert (found.change.estimate, found.change.n, found.change.missing) == (0.3, 10, 3)
    assert (found.change.unit, found.change.how) == ("share", "newcombe")


def test_where_nobody_changed_the_interval_still_has_a_width() -> None:
    found = paired_right(table(10, 0, 0, 15))
    assert isinstance(found, PairedRight)
    assert found.change.interval is not None
    assert (found.change.p, found.change.estimate) == (1.0, 0.0)
    assert found.change.interval.width > 0.1


@pytest.mark.parametrize(("right", "share"), [(True, 0.0), (False, 0.0)])
def test_where_all_are_right_or_wrong_both_times_the_change_is_none(
    *, right: bool, share: float
) -> None:
    found = paired_right([(right, right)] * 8)
    assert isinstance(found, PairedRight)
    assert found.change.estimate == share
    assert found.change.interval is not None
    assert found.change.interval.holds(0)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([], TooFew(0, 0)),
        ([(True, True)] * 4, TooFew(4, 0)),
        ([(None, None)] * 25, TooFew(0, 25)),
    ],
)
def test_fewer_than_five_pairs_are_no_figure(pairs: list[RightPair], expected: TooFew) -> None:
    assert paired_right(pairs) == expected


@given(both=COUNTS, lost=COUNTS, gained=COUNTS, neither=COUNTS)
def test_the_interval_holds_the_estimate_and_turns_with_before_and_after(
    both: int, lost: int, gained: int, neither: int
) -> None:
    n = both + lost + gained + neither
    if not n:
        return
    there = newcombe(both=both, lost=lost, gained=gained, neither=neither)
    back = newcombe(both=both, lost=gained, gained=lost, neither=neither)
    assert there.low - 1e-9 <= (gained - lost) / n <= there.high + 1e-9
    assert (there.low, there.high) == pytest.approx((-back.high, -back.low))
    assert -1 <= there.low <= there.high <= 1
