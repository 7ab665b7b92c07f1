"""What the room's own page says of what was learned."""

from __future__ import annotations

from tests.core.paper.test_report import TWELVE, day, played
from thinkcoop.core.paper import group_page
from thinkcoop.core.paper.document import Drawn
from thinkcoop.core.paper.learned import learned
from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import phrase
from thinkcoop.core.session.state import State

RIGHT = dict.fromkeys(range(1, 13), 1)


def values(state: State) -> list[tuple[int, ...]]:
    part = learned(state)
    if part is None:
        return []
    [block] = part.blocks
    assert isinstance(block, Drawn)
    return [row.values for row in block.chart.rows]


def test_each_fact_stands_with_how_many_knew_it_before_and_now() -> None:
    assert values(played(12, {**TWELVE, 1: 1}, {**RIGHT, 2: 0})) == [(1, 11)]


def test_a_fact_that_fewer_know_now_is_shown_as_well() -> None:
    assert values(played(12, RIGHT, TWELVE)) == [(12, 0)]


def test_only_the_same_people_count_and_fewer_than_ten_are_not_shown() -> None:
    ten = dict.fromkeys(range(1, 11), 1)
    assert values(played(12, ten, RIGHT)) == [(10, 10)]
    del ten[10]
    assert values(played(12, ten, RIGHT)) == []


def test_while_somebody_can_still_answer_nothing_is_said() -> None:
    room = day(12)
    room.wait_for("know-after")
    assert learned(room.state) is None


def test_it_stands_on_the_page_of_the_group() -> None:
    page = group_page(played(12, TWELVE, RIGHT), language="en")
    assert phrase(R.WE_KNOW) in [part.heading for part in page.parts]
