"""The order of the ways goes round, so that none has the better place."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.decision import order_for

SIZES = st.integers(1, 9)


@given(size=SIZES, place=st.integers(0, 1000))
def test_every_way_is_told_once(size: int, place: int) -> None:
    assert sorted(order_for(range(size), place)) == list(range(size))


@given(size=SIZES, laps=st.integers(1, 4), at=st.integers(0, 8))
def test_each_way_has_each_place_equally_often(size: int, laps: int, at: int) -> None:
    orders = [order_for(range(size), place) for place in range(laps * size)]
    assert Counter(order[at % size] for order in orders) == dict.fromkeys(range(size), laps)


def test_no_way_always_follows_the_same_one() -> None:
    before = {
        order[order.index("c") - 1]
        for order in (order_for("abcd", place) for place in range(8))
        if order[0] != "c"
    }
    assert before == {"b", "d"}
