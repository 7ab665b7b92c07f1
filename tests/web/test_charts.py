"""What is drawn must say what the figures say: the same size for the same amount, never sorted."""

from __future__ import annotations

import re

import pytest

from tests.web.made_up.games import CURVE, HUNDRED, MONEY, TWELVE, line
from tests.web.made_up.screens import show
from tests.web.samples import MODULE
from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.screen import Chart, phrase
from thinkcoop.web.charts import crowd, curves, laid_with, mark, pile, reach, unsure
from thinkcoop.web.render import screen_html, translator

WORDS = translator("en", MODULE)


def piles(*values: int, unit: str = "riel", most: int = 1) -> Chart:
    rows = tuple(line(phrase(L.SOMEBODY), value) for value in values)
    return Chart(kind="piles", title=phrase(L.TOGETHER), rows=rows, totals=(), most=most, unit=unit)


@pytest.mark.parametrize(
    ("most", "note"),
    [(500, 500), (10_000, 500), (10_500, 1_000), (60_000, 5_000), (1_000_000, 50_000)],
)
def test_all_piles_are_laid_with_the_note_that_takes_twenty_at_most(most: int, note: int) -> None:
    assert laid_with(piles(most)) == note


def test_what_cannot_be_counted_any_more_is_a_bar() -> None:
    assert laid_with(piles(1_000_500)) == 0
    assert laid_with(piles(40, unit="beans")) == 1
    assert laid_with(piles(41, unit="beans")) == 0


def test_more_money_is_never_a_shorter_pile() -> None:
    chart = piles(9_500, 10_000, most=20_000)
    less, more = (pile(chart, row) for row in chart.rows)
    assert (less.whole.count("h-"), less.rest.count("h-"), less.rest_note) == (9, 1, 500)
    assert (more.whole.count("h-"), more.rest) == (10, "")


def test_a_debt_has_the_size_of_what_is_owed() -> None:
    chart = piles(6_000, -6_000)
    mine, owed = (pile(chart, row) for row in chart.rows)
    assert (mine.debt, owed.debt) == (False, True)
    assert owed.whole == mine.whole
    assert reach(chart) == 6_000


def test_beans_are_drawn_one_by_one() -> None:
    chart = piles(7, 0, -3, 33, unit="beans", most=40)
    assert [pile(chart, row).whole.count("M") for row in chart.rows] == [7, 0, 3, 33]


def test_a_second_line_lies_on_the_first_and_what_is_owed_hangs_below() -> None:
    chart = piles(21, -21, unit="blocks", most=40)
    heights = [
        [int(y) for y in re.findall(r"M\d+ (\d+)", pile(chart, row).whole)] for row in chart.rows
    ]
    assert heights[0][0] > heights[0][20]
    assert heights[1][0] < heights[1][20]


def test_it_is_always_a_hundred_people() -> None:
    assert crowd(0, 100).count("M") == 100
    assert [crowd(0, 62).count("M"), crowd(62, 100).count("M")] == [62, 38]
    assert [crowd(0, 0), crowd(100, 100), crowd(-4, 0)] == ["", "", ""]


def test_those_of_whom_nobody_is_sure_stand_on_a_line() -> None:
    assert unsure(HUNDRED, HUNDRED.rows[0]).count("M") == 16
    assert unsure(piles(5, unit="people"), HUNDRED.rows[0]) == ""
    assert unsure(HUNDRED, line(phrase(L.EACH), 97)).count("M") == 11


def test_a_curve_has_its_zero_where_gain_turns_into_loss() -> None:
    drawn = curves(CURVE)
    assert drawn.zero == 20 + 260 * 24_000 // 33_000
    together, alone, _ = drawn.lines
    assert together[0] == (20, drawn.zero)
    assert together[-1][0] == 580
    assert max(y for _, y in alone) == 280


def test_a_curve_without_loss_stands_on_its_zero() -> None:
    chart = Chart(kind="curve", title=phrase(L.EACH), rows=(), totals=(), most=10)
    assert (curves(chart).zero, curves(chart).lines) == (280, ())


def test_a_single_point_stands_in_the_middle() -> None:
    chart = Chart(
        kind="curve", title=phrase(L.EACH), rows=(line(phrase(L.EACH), 10),), totals=(), most=10
    )
    assert curves(chart).lines == (((300, 20),),)


def test_each_line_of_a_curve_has_points_of_its_own_shape() -> None:
    assert len({mark(at, 50, 50) for at in range(3)}) == 3


def test_rows_stay_in_the_order_in_which_they_came() -> None:
    html = screen_html(show(MONEY), "phone", WORDS)
    figures = re.findall(r'<b class="amount[^"]*">([^<]*) riel</b>', html)
    assert figures == [
        "42,500", "12,000", "−8,000", "500", "0", "60,000", "30,000", "21,500", "55,500"
    ]  # fmt: skip


def test_figures_stand_in_the_readers_digits() -> None:
    html = screen_html(show(MONEY), "phone", translator("km", MODULE))
    assert "−៨,០០០" in html


def test_only_the_own_line_is_marked() -> None:
    assert screen_html(show(MONEY), "phone", WORDS).count('class="mine"') == 1
    assert 'class="mine"' not in screen_html(show(TWELVE), "wall", WORDS)


def test_a_share_of_people_is_said_with_its_hundred() -> None:
    html = screen_html(show(HUNDRED), "phone", WORDS)
    assert "62 of 100 people" in html
    assert "Give or take 8." in html
