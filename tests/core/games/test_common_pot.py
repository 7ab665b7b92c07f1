from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from thinkcoop.core.games.base import Amount, Panel, Played
from thinkcoop.core.games.common_pot import CommonPot
from thinkcoop.core.games.labels import L

POT = CommonPot()


def given_in(name: str, *moves: int) -> Played:
    return Played(round=name, players=tuple(range(1, len(moves) + 1)), moves=moves)


def piles(panel: Panel) -> list[tuple[L, int]]:
    return [(line.label, line.values[0]) for line in panel.lines]


def has_then(*moves: int) -> list[int]:
    history = (given_in("silent-1", *moves),)
    return [POT.own(history, player)[0].lines[-1].values[0] for player in history[0].players]


def test_silence_then_talk_then_a_last_round_then_the_checker() -> None:
    assert [each.id for each in POT.rounds()] == [
        *("silent-1", "silent-2", "silent-3", "talk-1", "talk-2", "talk-3", "last", "check")
    ]
    assert [each.id for each in CommonPot(silent=1, talk=0, last=False).rounds()] == [
        *("silent-1", "check")
    ]


@pytest.mark.parametrize(
    ("moves", "then"),
    [
        ((10, 10, 10, 10, 10), [20] * 5),
        ((0, 0, 0, 0, 0), [10] * 5),
        ((10, 0, 0, 0, 0), [4, 14, 14, 14, 14]),
        ((0, 10, 10, 10, 10), [26, 16, 16, 16, 16]),
    ],
)
def test_the_pot_doubles_and_is_shared_alike(moves: tuple[int, ...], then: list[int]) -> None:
    assert has_then(*moves) == then


def test_beans_that_cannot_be_shared_are_shown() -> None:
    (pot, _) = POT.outcome((given_in("silent-1", 10, 0, 0, 0, 0, 0),))
    assert piles(pot) == [
        (L.POT_BEFORE, 10),
        (L.POT_GROWN, 20),
        (L.POT_EACH, 3),
        (L.POT_REST, 2),
    ]


def test_the_curve_shows_how_much_was_won_in_each_round() -> None:
    history = (given_in("silent-1", 10, 0, 0, 0), given_in("silent-3", 10, 5, 0, 0))
    (curve, _) = POT.outcome((*history, given_in("talk-1", 10, 10, 10, 10)))
    assert (curve.kind, curve.unit, curve.most) == ("curve", "percent", 100)
    assert [line.values for line in curve.lines] == [(25, 38, 100)]


def test_after_the_first_round_what_was_won_is_a_bar_and_no_lonely_point() -> None:
    (_, won) = POT.outcome((given_in("silent-1", 10, 0, 0, 0),))
    assert (won.kind, won.unit, won.most) == ("bars", "percent", 100)
    assert [line.values for line in won.lines] == [(25,)]


def test_whoever_makes_no_move_keeps_all() -> None:
    form = POT.rounds()[0].form
    assert isinstance(form, Amount)
    assert (form.usual, form.signs) == (0, (0, 3, 7, 10))


def test_a_checker_costs_two_beans_and_then_all_give() -> None:
    history = (given_in("last", 10, 0, 0, 0, 0), given_in("check", 0, 1, 1, 0, 1))
    (choice, costs) = POT.outcome(history)
    assert [line.values for line in choice.lines] == [(2,), (3,)]
    assert piles(costs) == [(L.WITH_CHECKER, 18), (L.LIKE_LAST_TIME, 12)]


def test_without_any_pot_before_it_nobody_won_anything() -> None:
    (_, costs) = POT.outcome((given_in("check", 0, 0),))
    assert piles(costs)[1] == (L.LIKE_LAST_TIME, 10)


def test_a_phone_shows_what_was_kept_and_what_came_from_the_pot() -> None:
    history = (given_in("silent-1", 10, 4, 0, 0, 0),)
    (mine,) = POT.own(history, 2)
    assert piles(mine) == [(L.YOU_KEPT, 6), (L.FROM_POT, 5), (L.YOU_HAVE, 11)]
    assert POT.own(history, 9) == ()
    assert POT.own((*history, given_in("check", 1, 1)), 2) == ()


@given(st.lists(st.integers(0, 10), min_size=1, max_size=5))
def test_the_picture_is_the_same_whoever_gave(moves: list[int]) -> None:
    shown = {POT.outcome((given_in("silent-1", *each),)) for each in permutations(moves)}
    assert len(shown) == 1


@given(st.lists(st.integers(0, 10), min_size=1, max_size=40), st.sampled_from([2, 3]))
def test_no_bean_is_lost(moves: list[int], times: int) -> None:
    pot = CommonPot(times=times)
    shared = pot.shared(sum(moves), len(moves))
    assert shared.each * len(moves) + shared.rest == times * sum(moves)
    assert 0 <= shared.rest < len(moves)


def test_the_figures_of_the_documented_game() -> None:
    assert POT.figures(1, 1) == {
        "players": 5,
        "each_if_all_give": 20,
        "each_if_none_gives": 10,
        "lone_giver": 4,
        "lone_keeper": 26,
        "each_with_checker": 18,
        "efficiency_if_all_give": 100,
        "efficiency_if_none_gives": 0,
        "efficiency_lone_giver": 20,
        "efficiency_lone_keeper": 80,
    }


def test_parameters_that_make_no_sense_are_named() -> None:
    assert [fault[0] for fault in CommonPot(checker=21).faults()] == ["checker"]
    assert list(POT.faults()) == []
    for wrong in ({"times": 1}, {"beans": 0}, {"silent": 0}, {"last": 1}):
        with pytest.raises(ValidationError):
            CommonPot.model_validate(wrong)
