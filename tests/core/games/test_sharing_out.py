from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.core.games.histories import crowd, histories, oddities, pictures, renamed
from thinkcoop.core.games.base import History, Panel, Played, usual_move
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.parts import in_parts
from thinkcoop.core.games.sharing_out import LOSSES, WAYS, SharingOut

GAME = SharingOut()
SIX = tuple(range(1, 7))
DEALT = Played(round="deal", players=SIX, moves=(0,), draws=(0,) * 5)
"""In the order of the seats: the characters 6, 1, 5, 2, 4, 3 of the lists."""
BY_USE = [18_000, 6_000, 12_000, 6_000, 12_000, 6_000]
BY_SHARES = [6_000, 30_000, 6_000, 6_000, 6_000, 6_000]


def picked(name: str, *moves: int) -> Played:
    return Played(round=name, players=SIX[: len(moves)], moves=moves)


def riel(panel: Panel) -> list[int]:
    return [line.values[0] for line in panel.lines]


def own(game: SharingOut, history: History) -> list[int]:
    """What each player sees as its own."""
    return [game.own(history, player)[0].lines[0].values[0] for player in history[-1].players]


def test_the_characters_are_dealt_by_lot() -> None:
    uses, shares = GAME.outcome((DEALT,))
    assert (riel(uses), uses.unit) == ([30, 10, 20, 10, 20, 10], "blocks")
    assert riel(shares) == [1, 5, 1, 1, 1, 1]
    assert own(GAME, (DEALT,)) == [30, 10, 20, 10, 20, 10]
    other = Played(round="deal", players=SIX, moves=(0,), draws=(5, 0, 0, 0, 0))
    assert GAME.outcome((other,)) == GAME.outcome((DEALT,))
    assert own(GAME, (other,)) == [10, 20, 10, 20, 10, 30]


def test_a_small_table_has_who_used_most_and_who_put_in_most() -> None:
    two = Played(round="deal", players=(3, 5), moves=(0,), draws=(0,))
    assert [riel(panel) for panel in GAME.outcome((two,))] == [[30, 10], [1, 5]]


@pytest.mark.parametrize(
    ("way", "piles", "kept"),
    [
        ("by-use", BY_USE, []),
        ("by-shares", BY_SHARES, []),
        ("reserve", [0] * 6, [(L.RESERVE, 60_000)]),
        ("community", [0] * 6, [(L.COMMUNITY, 60_000)]),
    ],
)
def test_every_way_to_share_shows_all_piles_and_how_fair_it_is_found(
    way: str, piles: list[int], kept: list[tuple[L, int]]
) -> None:
    history = (DEALT, picked(way, 0, 0, 1, 2, 2, 2))
    shared, fair = GAME.outcome(history)
    assert riel(shared)[:6] == piles
    assert [(line.label, line.values[0]) for line in shared.lines[6:]] == kept
    assert (fair.title, riel(fair)) == (L.IS_IT_FAIR, [2, 1, 3])
    assert own(GAME, history) == piles
    at = 1 + WAYS.index(way)
    assert [GAME.preview(at, (DEALT,), player) for player in SIX] == [
        GAME.own(history, player) for player in SIX
    ]


def test_riel_that_cannot_be_shared_go_to_the_reserve_and_are_shown() -> None:
    three = Played(round="deal", players=(1, 2, 3), moves=(0,), draws=(0, 0))
    shared, _ = GAME.outcome((three, picked("by-shares", 0, 0, 0)))
    assert [(line.label, line.values[0]) for line in shared.lines] == [
        (L.SOMEBODY, 8_571),
        (L.SOMEBODY, 42_857),
        (L.SOMEBODY, 8_571),
        (L.RESERVE, 1),
    ]


def test_before_the_choice_each_sees_the_own_pile_under_every_way() -> None:
    assert riel(GAME.preview(5, (DEALT,), 2)[0]) == [6_000, 30_000, 0, 0]
    assert [line.label for line in GAME.preview(5, (DEALT,), 2)[0].lines] == [
        L.BY_USE,
        L.BY_SHARES,
        L.RESERVE,
        L.COMMUNITY,
    ]


def test_the_choice_shows_how_many_chose_what_and_nothing_as_right() -> None:
    history = (DEALT, picked("choose", 1, 1, 1, 0, 2, 3))
    (chosen,) = GAME.outcome(history)
    assert riel(chosen) == [1, 3, 1, 1]
    assert own(GAME, history) == BY_SHARES


def test_before_the_bad_year_each_sees_the_own_part_under_every_way() -> None:
    spent = (DEALT, picked("choose", 0))
    assert riel(GAME.preview(6, spent, 2)[0]) == [-3_000, -15_000, -5_000, -5_000]
    kept = (DEALT, picked("choose", 2))
    assert riel(GAME.preview(6, kept, 2)[0]) == [-3_000, -15_000, -5_000, 0]


@pytest.mark.parametrize(
    ("chosen", "carry", "piles"),
    [
        (0, "by-use", [-9_000, -3_000, -6_000, -3_000, -6_000, -3_000]),
        (0, "by-shares", [-3_000, -15_000, -3_000, -3_000, -3_000, -3_000]),
        (0, "alike", [-5_000] * 6),
        (0, "reserve", [-5_000] * 6),
        (2, "reserve", [0, 0, 0, 0, 0, 0, 30_000]),
        (2, "alike", [*[-5_000] * 6, 60_000]),
        (3, "reserve", [-5_000] * 6),
        (None, "reserve", [0, 0, 0, 0, 0, 0, 30_000]),
    ],
)
def test_a_loss_is_carried_as_most_want_it_and_a_reserve_pays_if_there_is_one(
    chosen: int | None, carry: str, piles: list[int]
) -> None:
    choice = () if chosen is None else (picked("choose", chosen),)
    history = (DEALT, *choice, picked("bad-year", *[list(LOSSES).index(carry)] * 6))
    carried, spread = GAME.outcome(history)
    assert riel(carried) == piles
    assert max(riel(spread)) == 6
    assert own(GAME, history) == piles[:6]


def test_a_reserve_that_is_too_small_pays_all_it_has() -> None:
    game = SharingOut(surplus=10_000)
    history = (DEALT, picked("choose", 2), picked("bad-year", 3))
    assert riel(game.outcome(history)[0])[:6] == [-3_334] * 6
    assert riel(game.outcome(history)[0])[6:] == [4]


def test_whoever_was_not_dealt_a_character_plays_beside_who_used_and_put_in_least() -> None:
    late = Played(round="by-use", players=(1, 9), moves=(0, 0))
    shared, _ = GAME.outcome((DEALT, late))
    assert riel(shared) == BY_USE
    assert own(GAME, (DEALT, late)) == [18_000, 6_000]
    late = Played(round="by-shares", players=(1, 9), moves=(0, 0))
    assert own(GAME, (DEALT, late)) == [6_000, 6_000]


def test_without_a_deal_the_characters_are_those_of_the_list() -> None:
    history = (picked("by-use", 0, 0),)
    assert riel(GAME.outcome(history)[0]) == BY_USE
    assert own(GAME, history) == [6_000, 6_000]


def test_nothing_is_raised_where_nobody_used_anything() -> None:
    game = SharingOut(uses=(0, 5, 0), shares=(1, 1, 1))
    two = Played(round="deal", players=(1, 2), moves=(0,), draws=(0,))
    assert riel(game.outcome((two, picked("by-use", 0, 0)))[0]) == [0, 0, 60_000]
    assert riel(game.outcome((two, picked("bad-year", 0, 0)))[0]) == [-15_000, -15_000, 60_000]
    assert game.figures(1, 1)["refund_per_use"] == 6_000
    assert SharingOut(uses=(0, 5, 0), shares=(1, 1, 1), players=2).figures(1, 1)["refund_1"] == 0


def test_saying_nothing_is_being_unsure_keeping_and_carrying_alike() -> None:
    ids = {each.id: getattr(each.form, "ids", ()) for each in GAME.rounds()}
    usual = {each.id: usual_move(each.form) for each in GAME.rounds() if ids[each.id]}
    assert {name: ids[name][move] for name, move in usual.items()} == {
        **dict.fromkeys(WAYS, "unsure"),
        "choose": "reserve",
        "bad-year": "alike",
    }


def test_before_anything_was_played_there_is_nothing_to_see() -> None:
    assert GAME.outcome(()) == GAME.own((), 1) == GAME.preview(0, (), 1) == ()
    assert GAME.own((DEALT,), 9) == ()


@given(history=histories(GAME))
def test_any_history_has_pictures_that_make_sense_and_tell_nobody_s_name(history: History) -> None:
    assert [odd for seen in pictures(GAME, history) for odd in oddities(GAME, seen)] == []
    assert GAME.outcome(history) == GAME.outcome(renamed(history))


@given(history=histories(GAME))
def test_every_riel_is_accounted_for(history: History) -> None:
    for way in WAYS:
        shared = GAME.shared(history, way)
        assert sum(shared.each) + shared.rest == 60_000
    for way in LOSSES:
        lost = GAME.lost(history, way)
        assert sum(lost.each) + lost.rest == GAME.reserve(history) - 30_000
        assert max(lost.each) <= 0 <= lost.rest


@given(
    riel=st.integers(-(10**9), 10**9),
    weights=st.lists(st.integers(0, 10**9), min_size=1, max_size=40),
)
def test_parts_are_in_proportion_to_within_a_riel(riel: int, weights: list[int]) -> None:
    parts = in_parts(riel, tuple(weights))
    whole = sum(weights)
    assert sum(parts.each) + parts.rest == riel
    for part, weight in zip(parts.each, weights, strict=True):
        assert part * whole <= riel * weight or whole == 0
        assert riel * weight < (part + 1) * whole or whole == 0


def test_forty_people_can_play() -> None:
    history = crowd(GAME, 40)
    assert [odd for seen in pictures(GAME, history) for odd in oddities(GAME, seen)] == []


def test_the_figures_of_the_documented_game() -> None:
    figures = GAME.figures(runs=1, seed=1)

    def column(name: str) -> list[int | float]:
        return [figures[f"{name}_{number}"] for number in range(1, 7)]

    assert (figures["refund_per_use"], figures["dividend_per_share"]) == (600, 6_000)
    assert column("refund") == [6_000, 6_000, 6_000, 12_000, 12_000, 18_000]
    assert column("dividend") == [30_000, 6_000, 6_000, 6_000, 6_000, 6_000]
    assert column("loss_by_use") == [-3_000, -3_000, -3_000, -6_000, -6_000, -9_000]
    assert column("loss_by_shares") == [-15_000, -3_000, -3_000, -3_000, -3_000, -3_000]
    assert column("loss_alike") == [-5_000] * 6
    assert (figures["better_by_use"], figures["better_by_shares"]) == (3, 1)
    assert figures["reserve_after_loss"] == 30_000


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        ({}, []),
        ({"shares": (1, 1)}, ["shares"]),
        ({"uses": (0, 0), "shares": (1, 1)}, ["uses"]),
        ({"uses": (1, 1), "shares": (0, 0)}, ["shares"]),
        ({"uses": (0, 0, 0)}, ["shares", "uses"]),
    ],
)
def test_lists_that_do_not_go_together_are_named(
    numbers: dict[str, tuple[int, ...]], names: list[str]
) -> None:
    assert [name for name, _, _ in SharingOut.model_validate(numbers).faults()] == names


@pytest.mark.parametrize("column", [(), (1,), (1, -1), (1, 10**9 + 1), ("1", 2), (1,) * 41])
@pytest.mark.parametrize("name", ["uses", "shares"])
def test_lists_that_make_no_sense_are_refused(name: str, column: tuple[object, ...]) -> None:
    with pytest.raises(ValidationError):
        SharingOut.model_validate({name: column})
