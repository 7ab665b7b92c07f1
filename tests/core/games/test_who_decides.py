from __future__ import annotations

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.core.games.histories import crowd, histories, oddities, pictures, renamed
from thinkcoop.core.games.base import History, Panel, Played, usual_move
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.three_counts import expected
from thinkcoop.core.games.who_decides import WhoDecides

GAME = WhoDecides()
SIX = tuple(range(1, 7))
DEALT = Played(round="deal", players=SIX, moves=(0,), draws=(0, 0, 0, 0, 0, 2))
"""In the order of the seats: 6, 1, 2, 1, 1, 1 parts; the third is the boss."""


def vote(*moves: int, players: tuple[int, ...] = SIX) -> Played:
    return Played(round="vote", players=players, moves=moves)


def counts(panel: Panel) -> tuple[L, list[tuple[L, int]]]:
    return panel.title, [(line.label, line.values[0]) for line in panel.lines]


def test_the_money_and_the_boss_are_dealt_by_lot() -> None:
    assert [GAME.put_in((DEALT,), player) for player in SIX] == [6, 1, 2, 1, 1, 1]
    assert GAME.boss((DEALT,)) == 3
    other = Played(round="deal", players=SIX, moves=(0,), draws=(5, 0, 0, 0, 0, 0))
    assert [GAME.put_in((other,), player) for player in SIX] == [1, 2, 1, 1, 1, 6]
    assert GAME.boss((other,)) == 1


@pytest.mark.parametrize(
    ("people", "money"),
    [(2, [6, 1]), (4, [6, 1, 2, 1]), (6, [6, 1, 2, 1, 1, 1]), (8, [6, 1, 2, 1, 1, 1, 6, 1])],
)
def test_a_small_table_has_somebody_rich_and_a_large_one_two(people: int, money: list[int]) -> None:
    history = crowd(GAME, people)
    assert [GAME.put_in(history, player) for player in range(people)] == money


def test_the_deal_shows_how_many_put_in_how_much() -> None:
    (panel,) = GAME.outcome((DEALT,))
    assert [(line.number, line.values[0]) for line in panel.lines] == [(1, 4), (2, 1), (6, 1)]


def test_each_phone_tells_its_own_money_and_only_the_boss_that_it_is_the_boss() -> None:
    own = [GAME.own((DEALT,), player)[0].lines[0] for player in SIX]
    assert [line.values[0] for line in own] == [6, 1, 2, 1, 1, 1]
    assert [line.label for line in own].count(L.BOSS_PUTS_IN) == 1
    assert own[2].label == L.BOSS_PUTS_IN
    assert [GAME.preview(1, (DEALT,), player)[0].lines[0] for player in SIX] == own


def test_one_vote_can_have_three_winners() -> None:
    head, money, boss = GAME.outcome((DEALT, vote(0, 1, 2, 1, 1, 2)))
    assert counts(head) == (L.BY_HEAD, [(L.LESS, 1), (L.WINS, 3), (L.LESS, 2)])
    assert counts(money) == (L.BY_MONEY, [(L.WINS, 6), (L.LESS, 3), (L.LESS, 3)])
    assert counts(boss) == (L.BY_BOSS, [(L.LESS, 0), (L.LESS, 0), (L.WINS, 1)])


def test_a_tie_is_said_as_a_tie() -> None:
    head, money, _ = GAME.outcome((DEALT, vote(0, 1, 1, 1, 1, 1)))
    assert counts(head) == (L.BY_HEAD, [(L.LESS, 1), (L.WINS, 5), (L.LESS, 0)])
    assert counts(money) == (L.BY_MONEY_TIE, [(L.EQUAL, 6), (L.EQUAL, 6), (L.LESS, 0)])
    head, _, _ = GAME.outcome((DEALT, vote(0, 0, 0, 1, 1, 1)))
    assert counts(head)[0] == L.BY_HEAD_TIE


def test_without_the_boss_that_count_is_empty_and_says_so() -> None:
    none = (L.BOSS_AWAY, [(L.LESS, 0)] * 3)
    assert counts(GAME.outcome((DEALT, vote(0, 1, players=(1, 2))))[2]) == none
    assert counts(GAME.outcome((vote(0, 1, players=(1, 2)),))[2]) == none


def test_whoever_was_not_dealt_any_put_in_the_smallest_part() -> None:
    assert GAME.put_in((DEALT,), 9) == GAME.put_in((), 1) == 1
    _, money, _ = GAME.outcome((DEALT, vote(0, 1, 2, players=(1, 3, 9))))
    assert counts(money)[1] == [(L.WINS, 6), (L.LESS, 2), (L.LESS, 1)]


def test_after_the_vote_each_sees_how_much_the_own_voice_counted() -> None:
    history = (DEALT, vote(0, 1, 2, 1, 1, 2))
    says = [[line.values[0] for line in GAME.own(history, player)[0].lines] for player in (1, 2, 3)]
    assert says == [[17, 50, 0], [17, 8, 0], [17, 17, 100]]


def test_what_wins_a_count_is_marked_and_in_a_tie_nothing_is() -> None:
    head, _, _ = GAME.outcome((DEALT, vote(0, 1, 1, 1, 1, 1)))
    assert [line.won for line in head.lines] == [False, True, False]
    tie, _, _ = GAME.outcome((DEALT, vote(0, 0, 0, 1, 1, 1)))
    assert [line.won for line in tie.lines] == [False] * 3


def test_what_an_answer_costs_stands_beside_what_we_chose() -> None:
    tie = Played(round="tie", players=(1, 2, 3), moves=(1, 1, 3))
    assert [
        (panel.title, [line.values[0] for line in panel.lines]) for panel in GAME.outcome((tie,))
    ] == [
        (L.MINUTES_NEEDED, [15, 2, 2, 30]),
        (L.WHO_HAS_A_SAY, [3, 0, 1, 3]),
        (L.WHAT_WE_CHOSE, [0, 2, 0, 1]),
    ]
    undone = Played(round="undone", players=(1, 2, 3), moves=(0, 1, 1))
    assert [
        (panel.title, [line.values[0] for line in panel.lines]) for panel in GAME.outcome((undone,))
    ] == [
        (L.MINUTES_NEEDED, [10, 5, 2, 30]),
        (L.WHO_HAS_A_SAY, [3, 3, 1, 0]),
        (L.RIEL_NEEDED, [0, 5_000, 0, 0]),
        (L.WHAT_WE_CHOSE, [1, 2, 0, 0]),
    ]
    quiet = Played(round="quiet", players=(1, 2, 3), moves=(0, 1, 1))
    assert [panel.title for panel in GAME.outcome((quiet,))] == [L.WHAT_WE_CHOSE]
    assert GAME.own((quiet,), 1) == ()


def test_saying_nothing_leaves_things_as_they_are() -> None:
    ids = {each.id: getattr(each.form, "ids", ()) for each in GAME.rounds()}
    usual = {each.id: usual_move(each.form) for each in GAME.rounds() if ids[each.id]}
    assert {name: ids[name][move] for name, move in usual.items()} == {
        "vote": "first",
        "tie": "later",
        "quiet": "go-on",
        "undone": "forget",
    }


def test_before_anything_was_played_there_is_nothing_to_see() -> None:
    assert GAME.outcome(()) == GAME.own((), 1) == GAME.preview(0, (), 1) == ()
    assert GAME.own((DEALT,), 9) == ()


@given(history=histories(GAME))
def test_any_history_has_pictures_that_make_sense_and_tell_nobody_s_name(history: History) -> None:
    assert [odd for seen in pictures(GAME, history) for odd in oddities(GAME, seen)] == []
    assert GAME.outcome(history) == GAME.outcome(renamed(history))


@given(history=histories(GAME), moves=st.lists(st.integers(0, 2), min_size=6, max_size=6))
def test_every_count_counts_all_there_is(history: History, moves: list[int]) -> None:
    with_vote = (*(each for each in history if each.round == "deal"), vote(*moves))
    sums = [sum(n for _, n in counts(panel)[1]) for panel in GAME.outcome(with_vote)]
    money = sum(GAME.put_in(with_vote, player) for player in SIX)
    assert sums == [6, money, int(GAME.boss(with_vote) in SIX)]


def test_forty_people_can_play() -> None:
    history = crowd(GAME, 40)
    assert [odd for seen in pictures(GAME, history) for odd in oddities(GAME, seen)] == []


def test_the_figures_of_the_documented_game() -> None:
    figures = GAME.figures(runs=2, seed=1)
    votes = 3**6
    richest = 2 * 3  # three options for the richest, two others on which all the rest agree
    assert figures["money_ties"] == pytest.approx(richest / votes)
    assert figures["richest_decides"] == pytest.approx(1 - richest / votes)
    assert figures["head_ties"] == pytest.approx((3 * 20 + 90) / votes)  # 3:3:0 and 2:2:2
    assert figures["head_and_money_agree"] == pytest.approx(333 / votes)
    assert figures["three_ways_agree"] == pytest.approx(198 / votes)
    assert (figures["voice_of_richest_by_money"], figures["exact"], figures["error"]) == (0.5, 1, 0)


def test_with_equal_money_the_two_counts_are_one() -> None:
    figures = expected((1, 1, 1), 3, runs=0, seed=0)
    ties = Fraction(sum(len({*vote}) == 3 for vote in product(range(3), repeat=3)), 27)
    assert figures["head_ties"] == figures["money_ties"] == pytest.approx(float(ties))
    assert figures["head_and_money_agree"] == pytest.approx(float(1 - ties))


def test_simulated_votes_agree_with_the_exact_ones() -> None:
    money = (6, 1, 2, 1, 1, 1)
    exact, drawn = (
        expected(money, 3, runs=0, seed=0),
        expected(money, 3, runs=2_000, seed=3, exactly_up_to=0),
    )
    assert drawn["exact"] == 0
    for name in ("three_ways_agree", "head_and_money_agree", "head_ties", "richest_decides"):
        assert abs(drawn[name] - exact[name]) < 4 * drawn["error"] < 0.06


def test_ten_people_are_drawn_and_nine_gone_through() -> None:
    assert WhoDecides(players=10).figures(runs=50, seed=1)["exact"] == 0
    assert WhoDecides(players=4).figures(runs=50, seed=1)["exact"] == 1


@pytest.mark.parametrize("money", [(), (1,), (0, 1), (1, -1), (1, 10**9 + 1), ("1", 2), (1,) * 41])
def test_money_that_makes_no_sense_is_refused(money: tuple[object, ...]) -> None:
    with pytest.raises(ValidationError):
        WhoDecides.model_validate({"money": money})
