from __future__ import annotations

import pytest

from tests.core.games.histories import crowd
from tests.core.paper.rooms import room
from thinkcoop.core.games import GAMES
from thinkcoop.core.games.base import Played
from thinkcoop.core.games.labels import L
from thinkcoop.core.paper.document import Drawn, Said
from thinkcoop.core.paper.games import games, together
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, phrase
from thinkcoop.core.words import StepId, TableNo


def chart(kind: str, *values: tuple[int, ...], unit: str = "riel", most: int = 10) -> Chart:
    rows = tuple(
        ChartRow(text=Text(f"row {at}"), picture="", sign="", values=figures)
        for at, figures in enumerate(values)
    )
    return Chart(
        kind=kind,  # type: ignore[arg-type]  # as named
        title=Text(kind),
        rows=rows,
        totals=(),
        most=most,
        unit=unit,
    )


def figures(drawn: Drawn | None) -> list[tuple[int, ...]]:
    assert drawn is not None
    return [row.values for row in drawn.chart.rows]


PILES = chart("piles", (100,), (300,))
LATER = chart("piles", (200,), (400,))
CHOICE = chart("bars", (3,), (1,), unit="people", most=4)


def test_what_tables_chose_is_added_up() -> None:
    both = together([CHOICE, chart("bars", (0,), (5,), unit="people", most=5)])
    assert both is not None
    assert (figures(both), both.chart.most, both.note) == ([(3,), (6,)], 9, None)


def test_what_tables_have_is_their_average_and_says_so() -> None:
    three = together([PILES, LATER, LATER])
    assert three is not None
    assert (figures(three), three.note) == ([(167,), (367,)], phrase(P.HOME_ON_AVERAGE))


def test_what_only_half_of_the_tables_saw_in_one_form_is_left_out() -> None:
    longer = chart("piles", (100,), (300,), (500,))
    assert together([PILES, longer]) is None
    assert together([PILES, longer, longer]) == together([longer, longer])
    assert together([]) is None


@pytest.mark.parametrize(
    ("name", "rounds", "title", "lines"),
    [
        ("accident-fund", 4, L.MANY_DAYS, [L.ALONE, L.WITH_FEE, L.WITH_FEE]),
        ("bargaining", 4, L.ABOVE_COST, [L.ALONE, L.IN_PAIRS, L.TOGETHER, L.WITH_OUTSIDER]),
        ("common-pot", 8, L.WON_TOGETHER, [L.TOGETHER]),
        ("buying-together", 5, L.WE_ALL_PAY, [L.EACH_BUYS_ALONE, L.AS_WE_CHOSE, L.SAVED]),
        ("who-decides", 5, L.GOT_THEIR_WISH, [L.BY_HEAD, L.BY_MONEY, L.BY_BOSS]),
    ],
)
def test_each_game_says_what_is_worth_taking_home(
    name: str, rounds: int, title: L, lines: list[L]
) -> None:
    rules = GAMES[name]()
    history = crowd(rules, 6)
    assert len(history) == len(rules.rounds()) >= rounds
    lesson = rules.lesson(history)
    assert lesson is not None
    assert (lesson.title, [line.label for line in lesson.lines]) == (title, lines)
    assert rules.lesson(()) is None


def test_a_game_without_a_picture_is_remembered_by_what_was_talked_about() -> None:
    only = Played(round="check", players=(1, 2), moves=(0, 1))
    state = room(moves={StepId("pot"): {TableNo(1): only}})
    talk = Said(text=Text("What would keep a real pot full?"))
    assert games(state)[1:] == (talk,)
