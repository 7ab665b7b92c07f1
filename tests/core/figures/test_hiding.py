"""Small counts are hidden, and nobody can subtract them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.figures.hiding import FEWEST, hidden

COUNTS = st.lists(st.integers(0, 40), max_size=8)


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((12, 7, 0, 9), (12, 7, 0, 9)),
        ((12, 3, 0, 9), (12, None, 0, None)),
        ((20, 1), (None, None)),
        ((3, 0, 0), (None, None, None)),
        ((2, 2, 20), (None, None, None)),
        ((4, 4, 20), (None, None, 20)),
        ((), ()),
        ((0, 0), (0, 0)),
    ],
)
def test_what_is_shown_of_some_counts(
    counts: tuple[int, ...], shown: tuple[int | None, ...]
) -> None:
    assert hidden(counts) == shown


@given(COUNTS)
def test_no_small_count_is_shown_and_what_is_shown_is_true(counts: list[int]) -> None:
    for count, shown in zip(counts, hidden(counts), strict=True):
        assert shown in (None, count)
        assert shown is None or shown == 0 or shown >= FEWEST


@given(COUNTS)
def test_who_knows_the_sum_cannot_subtract_a_small_count(counts: list[int]) -> None:
    out = [count for count, shown in zip(counts, hidden(counts), strict=True) if shown is None]
    assert len(out) != 1 or len(counts) == 1
    if any(count >= FEWEST for count in counts) and out:
        assert sum(out) >= FEWEST


def test_fewer_than_nobody_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="never below zero"):
        hidden((3, -1))
