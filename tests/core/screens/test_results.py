"""What results say without words: a heavy no, what goes with an outcome, who acts together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.paper.rooms import WALKED, room, walk_of
from tests.room import Room, options, small, tea
from thinkcoop.core.kinds import Ask, Ballot, Discuss, KindStep, Pair, Say, Show
from thinkcoop.core.kinds.decide import Told
from thinkcoop.core.screens.decide import content_of
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Screen, phrase
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session.state import PrivateCount, State
from thinkcoop.core.words import SeatNo

AB = options("a", "b")


def running(*steps: KindStep, people: int = 5) -> Room:
    made = Room(small(tuple(steps))).open(59, expected=people, starts_in=1)
    made.join(people)
    made.wait(60)
    return made


def laid(*stones: tuple[int, int, int]) -> State:
    """A room that laid these stones on the questions of its fit card, in their order."""
    state, left = room(), iter(stones)
    items = walk_of(state.program).items
    counts = tuple(next(left) if item.kind == "stone" else () for item in items)
    return replace(state, private_counts={WALKED: PrivateCount(total=8, counts=counts)})


def test_a_no_is_heavy_where_the_question_matters_and_somebody_laid_one() -> None:
    state = laid((7, 0, 1), (8, 0, 0), (0, 0, 8), (4, 4, 0))
    decision = state.program.module.decision
    assert decision is not None
    assert [fit.red for fit in decision.fit] == [True, True, False, False]
    [chart] = content_of(state, Told(part="fit-seen", text="Look.")).charts
    assert chart.kind == "stones"
    assert [(row.values, row.heavy) for row in chart.rows] == [
        ((7, 0, 1), True),
        ((8, 0, 0), False),
        ((0, 0, 8), False),
        ((4, 4, 0), False),
    ]


def test_an_outcome_says_by_picture_that_the_room_may_split() -> None:
    outcome = content_of(room(), Told(part="outcome", text="Look."))
    assert outcome.cards == (Card(text=phrase(P.MAY_SPLIT), picture="path-fork"),)
    assert outcome.notes == ()


@pytest.mark.parametrize(
    ("step", "who"),
    [
        (Ask(text="Which?", options=AB, id="q"), "one-person"),
        (Pair(text="Talk."), "two-people"),
        (Discuss(text="Talk."), "table-people"),
        (Say(text="All.", to="all"), "whole-room"),
        (Ballot(text="Shall we?", options=AB, id="b"), "one-person"),
    ],
)
def test_the_wall_says_by_picture_who_acts_together(step: KindStep, who: str) -> None:
    assert wall_screen(running(step).state).who == who


def test_each_table_on_the_wall_shows_what_it_does_now() -> None:
    steps = (Discuss(text="Talk."), Say(text="Listen."), Say(text="All.", to="all"))
    made = running(*steps, people=8)
    made.done(made.table(1).holder("timekeeper"))
    assert [(sign.state, sign.icon) for sign in wall_screen(made.state).tables] == [
        ("works", "do-listen"),
        ("works", "do-discuss"),
    ]
    made.done(made.table(1).holder("reader"))
    assert [(sign.state, sign.icon) for sign in wall_screen(made.state).tables] == [
        ("done", ""),
        ("works", "do-discuss"),
    ]


def test_further_results_stay_folded_until_somebody_wants_them() -> None:
    first = Ask(text="Which?", options=AB, id="first", picture="do-ask")
    second = Ask(text="And now?", options=AB, id="second", picture="do-pair")
    made = running(first, second, Show(text="Look.", of=("first", "second"), to="all"))
    for _ in range(2):
        for seat in range(1, 6):
            made.answer(seat, 0)
    shown = phone_screen(made.state, SeatNo(1)).charts
    assert [(chart.folded, chart.picture) for chart in shown] == [(False, ""), (True, "do-pair")]


def game_seen(round_id: str) -> Screen:
    """A phone of the tea module when the table sees that round."""
    made = Room(tea("game")).open(60)
    made.join(6)
    made.wait_for(f"pot-{round_id}-see")
    return phone_screen(made.state, SeatNo(1))


def test_of_a_round_ones_own_part_comes_first_then_one_picture_and_the_rest_is_folded() -> None:
    shown = game_seen("silent-1").charts
    assert [(chart.kind, chart.folded, any(row.mine for row in chart.rows)) for chart in shown] == [
        ("piles", False, True),
        ("piles", False, False),
        ("bars", True, False),
    ]


def test_a_line_that_goes_on_is_the_main_picture_of_its_round() -> None:
    shown = game_seen("silent-2").charts
    assert [(chart.kind, chart.folded) for chart in shown] == [
        ("piles", False),
        ("curve", False),
        ("piles", True),
    ]


def test_every_line_of_a_game_has_a_picture() -> None:
    for chart in game_seen("silent-2").charts:
        assert "" not in {chart.picture, *(row.picture for row in chart.rows)}
