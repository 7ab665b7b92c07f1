"""What is drawn must say what the figures say: the same size for the same amount, never sorted."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.web.made_up.games import CURVE, HUNDRED, MONEY, TWELVE, line
from tests.web.made_up.results import FIT, FOLDED, OFFERS, OUTCOME
from tests.web.made_up.screens import show
from tests.web.samples import MODULE
from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.screen import Chart, phrase
from thinkcoop.web.charts import (
    crowd,
    curves,
    laid_with,
    mark,
    notes_to_lay,
    one_line,
    pile,
    reach,
    strip,
    unsure,
)
from thinkcoop.web.render import View, screen_html, translator

WORDS = translator("en", MODULE)
VIEWS: tuple[View, ...] = ("phone", "table", "wall")


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


def test_what_one_line_holds_is_what_the_chart_says_and_a_heap_has_further_lines() -> None:
    alone, room = piles(5_000, most=20_000), piles(120_000, 5_000, most=20_000)
    assert (laid_with(alone), laid_with(room)) == (1_000, 1_000)
    heap, mine = (pile(room, row) for row in room.rows)
    assert (heap.whole.count("h-"), heap.high) == (120, 6 * mine.high)
    assert pile(alone, alone.rows[0]).whole == mine.whole


def test_the_first_line_of_a_heap_is_the_lowest_and_a_debt_hangs_down() -> None:
    chart = piles(7_000, -7_000, most=6_000)
    lying, owed = (
        [int(y) for y in re.findall(r"M\d+ (\d+)h", pile(chart, row).whole)] for row in chart.rows
    )
    assert (lying[0] > lying[-1], owed[0] < owed[-1]) == (True, True)


def test_far_too_many_lines_become_one() -> None:
    assert one_line(piles(8_000, most=1_000)) == 1_000
    assert one_line(piles(8_500, most=1_000)) == 8_500


def test_beans_of_a_full_pot_are_still_beans() -> None:
    chart = piles(100, 7, unit="beans", most=20)
    full, mine = (pile(chart, row) for row in chart.rows)
    assert (full.whole.count("M"), full.high) == (100, 5 * mine.high)


def test_a_strip_has_a_part_for_each_stone_and_none_is_left_over() -> None:
    assert strip((10, 8, 6)) == ((0, 125), (125, 100), (225, 75))
    assert strip((0, 0, 3)) == ((0, 0), (0, 0), (0, 300))
    assert strip((0, 0, 0)) == ((0, 0), (0, 0), (0, 0))


def test_a_no_that_is_a_reason_to_stop_is_another_stone() -> None:
    html = screen_html(show(FIT), "phone", WORDS)
    assert html.count('<li class="stop">') == 3
    assert html.count('href="#stone-stop"') == 3
    assert html.count('href="#stone-no"') == 7
    assert html.count("Stop and talk about this.") == 3


def test_what_was_taken_has_a_frame_and_the_others_are_only_drawn() -> None:
    html = screen_html(show(OFFERS), "phone", WORDS)
    assert re.findall(r'<ul class="rows united piles([^"]*)">', html) == [" pictured taken"]
    assert re.findall(r'<li class="won">.*?<span>([^<]*)', html) == ["The offer that won "]


def test_it_is_always_a_hundred_people() -> None:
    assert crowd(0, 100).count("M") == 100
    assert [crowd(0, 62).count("M"), crowd(62, 100).count("M")] == [62, 38]
    assert [crowd(0, 0), crowd(100, 100), crowd(-4, 0)] == ["", "", ""]


def test_those_of_whom_nobody_is_sure_stand_on_a_line() -> None:
    assert unsure(HUNDRED, HUNDRED.rows[0]).count("M") == 16
    assert unsure(piles(5, unit="people"), HUNDRED.rows[0]) == ""
    assert unsure(HUNDRED, line(phrase(L.ON_AVERAGE), 97)).count("M") == 11


def test_a_curve_has_its_zero_where_gain_turns_into_loss() -> None:
    drawn = curves(CURVE)
    assert drawn.zero == 20 + 260 * 24_000 // 33_000
    together, alone, _ = drawn.lines
    assert together[0] == (20, drawn.zero)
    assert together[-1][0] == 580
    assert max(y for _, y in alone) == 280


def test_a_curve_without_loss_stands_on_its_zero() -> None:
    chart = Chart(kind="curve", title=phrase(L.ON_AVERAGE), rows=(), totals=(), most=10)
    assert (curves(chart).zero, curves(chart).lines) == (280, ())


def test_a_single_point_stands_in_the_middle() -> None:
    chart = Chart(
        kind="curve",
        title=phrase(L.ON_AVERAGE),
        rows=(line(phrase(L.ON_AVERAGE), 10),),
        totals=(),
        most=10,
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


def test_phones_fold_further_pictures_and_devices_and_pages_do_not() -> None:
    folds = {view: screen_html(FOLDED, view, WORDS).count("<details") for view in VIEWS}
    assert folds == {"phone": 2, "table": 0, "wall": 0}


def test_without_scripts_a_page_that_loads_anew_does_not_close_what_was_opened() -> None:
    assert screen_html(FOLDED, "phone", WORDS, "0" * 32).count(" open>") == 2
    assert screen_html(FOLDED, "phone", WORDS).count(" open>") == 0


def test_a_fold_says_by_picture_what_it_is_about_and_what_was_taken() -> None:
    html = screen_html(FOLDED, "phone", WORDS)
    first, second = re.findall(r"<summary>(.*?)</summary>", html)
    pictures = {name: str(WORDS.pictures.svg(name)) for name in ("do-vote", "bargain", "offer-won")}
    assert [name for name, svg in pictures.items() if svg in first] == ["do-vote"]
    assert [name for name, svg in pictures.items() if svg in second] == ["bargain", "offer-won"]


def test_the_wall_shows_what_goes_with_a_result_beside_it() -> None:
    html = screen_html(OUTCOME, "wall", WORDS)
    beside = re.findall(r"<li>(<svg.*?</svg>)<span>([^<]*)</span></li>", html)
    assert beside == [
        (str(WORDS.pictures.svg("thumb-down")), "Strongly against: 3."),
        (
            str(WORDS.pictures.svg("path-fork")),
            "Who wants to goes on. Who does not steps out, with no shame.",
        ),
    ]
    assert re.findall(r'<p class="note"><svg[^>]*><use href="#i-([^"]*)"/></svg>', html) == ["wait"]


@pytest.mark.parametrize(("unit", "value", "most"), [("beans", 7, 10), ("riel", 3_500, 10_000)])
def test_in_a_narrow_place_five_lie_beside_each_other(unit: str, value: int, most: int) -> None:
    chart = piles(value, unit=unit, most=most)
    drawn = pile(chart, chart.rows[0], line=5)
    high = re.findall(r"M\d+ (\d+)(?:h|a(?!5 5))", drawn.whole)
    assert sorted(Counter(high).values()) == [2, 5]
    wide = pile(chart, chart.rows[0])
    assert (wide.whole.count("M") % 7, drawn.high > wide.high) == (0, True)


@pytest.mark.parametrize(
    ("highest", "step"), [(12_000, 500), (1_000_000, 100), (1_500, 300), (40_000, 400), (700, 7)]
)
def test_every_sum_can_be_laid_with_the_notes_that_are_offered(highest: int, step: int) -> None:
    notes = notes_to_lay(highest, step)
    for sum_ in range(0, highest + 1, step):
        rest = sum_
        for note in reversed(notes):
            rest %= note
        assert rest == 0
    assert all(note % step == 0 and note <= highest for note in notes)
