"""How many knew enough, for each way side by side."""

from __future__ import annotations

import pytest

from thinkcoop.core.decision import Informed, informed


def test_each_way_is_counted_for_itself() -> None:
    yes = [(0, right) for right in (6, 5, 4, 3, 2, 4)]
    no = [(1, right) for right in (4, 4, 4, 4, 4)]
    assert informed(3, [*yes, *no]) == (
        Informed(enough=4, people=6),
        Informed(enough=5, people=5),
        None,
    )


def test_fewer_than_five_people_are_not_shown() -> None:
    assert informed(1, [(0, 6)] * 4) == (None,)
    assert informed(1, [(0, 6)] * 5) == (Informed(enough=5, people=5),)


@pytest.mark.parametrize("way", [-1, 2])
def test_a_way_that_is_not_there_is_a_bug(way: int) -> None:
    with pytest.raises(ValueError, match="among 2"):
        informed(2, [(way, 6)])
