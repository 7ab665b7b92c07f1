from __future__ import annotations

from dataclasses import replace

from tests.core.paper.rooms import room
from thinkcoop.core.games.base import Played
from thinkcoop.core.paper.document import Drawn, Said
from thinkcoop.core.paper.games import games, room_chart
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


CURVE = chart("curve", (1, 5), unit="percent")
PILES = chart("piles", (100,), (300,))
LATER = chart("piles", (200,), (400,))
CHOICE = chart("bars", (3,), (1,), unit="people", most=4)


def test_a_curve_tells_most_also_when_it_came_before_the_last_round() -> None:
    assert room_chart([((CURVE,),), ((PILES, CHOICE),)]) == Drawn(chart=CURVE)


def test_without_a_curve_the_last_round_that_compares_something_is_shown() -> None:
    assert room_chart([((PILES,),), ((CHOICE, LATER),), ((CHOICE,),)]) == Drawn(chart=LATER)


def test_without_anything_to_compare_it_is_what_was_chosen() -> None:
    alone = chart("piles", (100,))
    assert room_chart([((alone, CHOICE),)]) == Drawn(chart=CHOICE)


def test_lines_that_are_single_people_are_not_shown() -> None:
    alike = tuple(replace(row, text=Text("One of us")) for row in PILES.rows)
    assert room_chart([((replace(PILES, rows=alike),),)]) is None


def test_a_point_alone_is_no_curve_and_nothing_is_no_picture() -> None:
    assert room_chart([((chart("curve", (4,), unit="percent"),),)]) is None
    assert room_chart([]) is None


def test_what_tables_chose_is_added_up() -> None:
    other = chart("bars", (0,), (5,), unit="people", most=5)
    both = room_chart([((CHOICE,), (other,))])
    assert both is not None
    assert (figures(both), both.chart.most, both.note) == ([(3,), (6,)], 9, None)


def test_what_tables_have_is_their_average_and_says_so() -> None:
    both = room_chart([((PILES,), (LATER,), (LATER,))])
    assert both is not None
    assert (figures(both), both.note) == ([(167,), (367,)], phrase(P.HOME_ON_AVERAGE))


def test_what_only_half_of_the_tables_saw_in_one_form_is_left_out() -> None:
    longer = chart("piles", (100,), (300,), (500,))
    assert room_chart([((PILES,), (longer,))]) is None


def test_a_game_without_a_picture_is_remembered_by_what_was_talked_about() -> None:
    only = Played(round="silent-1", players=(1, 2), moves=(0, 4))
    state = room(moves={StepId("pot-silent-1"): {TableNo(1): only}})
    bare = replace(state, program=state.program)
    bare.memo.update({("seen", StepId("pot-silent-1-see"), TableNo(1)): ()})
    talk = Said(text=Text("What would keep a real pot full?"))
    assert games(bare)[1:] == (talk,)
