from __future__ import annotations

from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.core.games.histories import crowd, histories, oddities, pictures, renamed
from thinkcoop.core.games.bargain import ANSWERS
from thinkcoop.core.games.bargaining import Bargaining
from thinkcoop.core.games.bargaining_figures import least_of
from thinkcoop.core.games.base import Amount, History, Panel, Played, usual_move
from thinkcoop.core.games.labels import L

BUYER = Bargaining()
OFFICIAL = Bargaining(variant="official")
BOTH = pytest.mark.parametrize("rules", [BUYER, OFFICIAL], ids=["buyer", "official"])


def alone(*moves: int, draws: tuple[int, ...] = ()) -> Played:
    return _by_each("alone", moves, draws)


def pairs(*moves: int, draws: tuple[int, ...] = ()) -> Played:
    return _by_each("pairs", moves, draws)


def _by_each(name: str, moves: tuple[int, ...], draws: tuple[int, ...]) -> Played:
    people = tuple(range(1, len(moves) + 1))
    return Played(round=name, players=people, moves=moves, draws=draws or (0,) * (len(moves) - 1))


def together(offer: int, people: int = 6) -> Played:
    return Played(round="together", players=tuple(range(1, people + 1)), moves=(offer,))


def outsider(said: str, people: int = 6) -> Played:
    moves = (ANSWERS.index(said),) * people
    return Played(round="outsider", players=tuple(range(1, people + 1)), moves=moves)


def piles(panel: Panel) -> list[tuple[L, int]]:
    return [(line.label, line.values[0]) for line in panel.lines]


def parts(rules: Bargaining, history: History) -> list[int]:
    """What each player sees as its own."""
    own = (rules.own(history, player) for player in history[-1].players)
    return [panel.lines[0].values[0] for (panel,) in own]


def test_the_lowest_offer_wins_and_its_driver_has_what_is_above_the_cost() -> None:
    history = (alone(6_000, 5_000, 8_000, draws=(1, 1)),)
    offers, came = BUYER.outcome(history)
    assert piles(offers) == [
        (L.OFFER_WON, 5_000),
        (L.ONE_OFFER, 8_000),
        (L.ONE_OFFER, 6_000),
    ]
    assert piles(came) == [(L.OFFER_WON, 5_000), (L.ABOVE_COST, 1_000), (L.ON_AVERAGE, 333)]
    assert parts(BUYER, history) == [0, 1_000, 0]


@pytest.mark.parametrize(
    ("draws", "winner"), [((0, 0), [500, 0, 0]), ((1, 0), [500, 0, 0]), ((2, 0), [0, 0, 500])]
)
def test_the_lot_decides_between_equal_offers(draws: tuple[int, ...], winner: list[int]) -> None:
    assert parts(BUYER, (alone(4_500, 9_000, 4_500, draws=draws),)) == winner


def test_an_offer_above_what_the_hotel_pays_is_not_taken() -> None:
    offers, came = BUYER.outcome((alone(10_500, 12_000),))
    assert piles(offers) == [(L.OFFER_NOT_TAKEN, 10_500), (L.OFFER_NOT_TAKEN, 12_000)]
    assert piles(came) == [(L.NO_DEAL, 0), (L.ABOVE_COST, 0), (L.ON_AVERAGE, 0)]


def test_whoever_drives_below_the_cost_loses_money() -> None:
    assert parts(BUYER, (alone(3_500, 4_000),)) == [-500, 0]


@BOTH
def test_whoever_makes_no_offer_has_made_one_that_nobody_takes(rules: Bargaining) -> None:
    single, _, joint, _ = (usual_move(each.form) for each in rules.rounds())
    assert piles(rules.outcome((alone(single, single),))[1])[0] == (L.NO_DEAL, 0)
    assert rules.terms.left_by(joint) == 6_000


def test_the_offer_of_a_pair_is_the_middle_of_both_and_they_share_what_they_win() -> None:
    history = (pairs(9_000, 5_000, 6_000, 7_500),)
    offers, came = BUYER.outcome(history)
    assert piles(offers) == [(L.OFFER_OF_PAIR, 7_000), (L.OFFER_WON, 7_000)][::-1]
    assert piles(came)[1:] == [(L.ABOVE_COST, 3_000), (L.ON_AVERAGE, 750)]
    assert parts(BUYER, history) == [1_500, 1_500, 0, 0]


@BOTH
def test_the_middle_is_a_whole_step_and_a_half_is_rounded_to_our_side(rules: Bargaining) -> None:
    terms = rules.terms
    history = (pairs(terms.offer(1_500), terms.offer(2_000)),)
    assert [bid.left for bid in terms.bids((), history[0])] == [2_000]


@BOTH
def test_who_says_nothing_in_a_pair_leaves_the_word_to_the_other(rules: Bargaining) -> None:
    silent, terms = usual_move(rules.rounds()[1].form), rules.terms
    said = pairs(silent, terms.offer(1_000), silent, silent)
    assert sorted(bid.left for bid in terms.bids((), said)) == [1_000, terms.room + rules.step]


def test_the_lot_of_the_single_offers_makes_the_pairs_and_everyone_knows_with_whom() -> None:
    first = alone(5_000, 6_000, 7_000, 8_000, draws=(3, 1, 0))  # 4 with 2, 1 with 3
    mates = {player: BUYER.partners(1, (first,), player) for player in (1, 2, 3, 4, 9)}
    assert mates == {1: (3,), 2: (4,), 3: (1,), 4: (2,), 9: ()}
    history = (first, pairs(9_000, 5_000, 6_000, 7_000))
    assert parts(BUYER, history) == [0, 1_000, 0, 1_000]
    assert BUYER.partners(0, (first,), 1) == BUYER.partners(1, (), 1) == ()


def test_without_single_offers_the_lot_makes_the_pairs_afterwards() -> None:
    history = (pairs(9_000, 5_000, 6_000, 7_000, draws=(3, 1, 0)),)
    assert parts(BUYER, history) == [0, 1_000, 0, 1_000]


def test_who_comes_late_is_paired_at_the_end_and_who_left_leaves_the_other_alone() -> None:
    first = alone(5_000, 6_000, 7_000, 8_000)  # 1 with 2, 3 with 4
    later = Played(
        round="pairs", players=(1, 3, 4, 7, 8), moves=(4_500, 9_000, 9_000, 8_000, 8_000)
    )
    history = (first, replace(later, draws=(0, 0, 0, 0)))
    assert [bid.whose for bid in BUYER.terms.bids(history, history[1])] == [(1,), (3, 4), (7, 8)]
    assert parts(BUYER, history) == [500, 0, 0, 0, 0]


@pytest.mark.parametrize(
    ("moves", "own"),
    [
        ((5_000,), [1_000]),
        ((5_000, 9_000), [1_500, 1_500]),
        ((9_000, 9_000, 6_000), [1_333, 1_333, 1_333]),
        ((9_000, 9_000, 5_000, 6_000, 5_500), [0, 0, 500, 500, 500]),
    ],
)
def test_an_odd_one_makes_a_three(moves: tuple[int, ...], own: list[int]) -> None:
    assert parts(BUYER, (pairs(*moves),)) == own


def test_a_joint_offer_is_shared_by_all_at_the_table() -> None:
    history = (alone(5_000, 6_000), together(9_400))
    offers, came, compared = BUYER.outcome(history)
    assert piles(offers) == [(L.OFFER_WON, 9_400)]
    assert piles(came)[1:] == [(L.ABOVE_COST, 5_400), (L.ON_AVERAGE, 900)]
    assert piles(compared) == [(L.ALONE, 1_000), (L.TOGETHER, 5_400)]
    assert parts(BUYER, history) == [900] * 6


def test_only_the_offer_that_was_taken_is_marked() -> None:
    offers, _ = BUYER.outcome((alone(6_000, 5_000, 5_000, 12_000, draws=(3, 2, 1)),))
    assert [(line.values[0], line.won) for line in offers.lines if line.won] == [(5_000, True)]
    offers, _ = BUYER.outcome((together(10_500),))
    assert [line.won for line in offers.lines] == [False]


def test_a_joint_offer_can_ask_too_much() -> None:
    offers, came = BUYER.outcome((together(10_500),))
    assert piles(offers) == [(L.OFFER_NOT_TAKEN, 10_500)]
    assert piles(came)[0] == (L.NO_DEAL, 0)


@pytest.mark.parametrize(
    ("said", "came", "own"),
    [
        ("keep", [(L.OUTSIDER_WON, 8_000), (L.ABOVE_COST, 4_000), (L.ON_AVERAGE, 0)], 0),
        ("match", [(L.OFFER_WON, 8_000), (L.ABOVE_COST, 4_000), (L.ON_AVERAGE, 666)], 666),
        ("invite", [(L.OFFER_WON, 9_000), (L.ABOVE_COST, 5_000), (L.ON_AVERAGE, 714)], 714),
        ("alone", [(L.OFFER_WON, 4_500), (L.ABOVE_COST, 500), (L.ON_AVERAGE, 83)], 0),
    ],
)
def test_each_answer_to_the_outsider_has_its_price(
    said: str, came: list[tuple[L, int]], own: int
) -> None:
    history = (alone(*[9_000] * 5, 4_500), together(9_000), outsider(said))
    result, customer, chosen = BUYER.outcome(history)
    assert [line.values[0] for line in chosen.lines] == [6 * (said == each) for each in ANSWERS]
    assert piles(result) == came
    paid = [(L.ALONE, 4_500), (L.TOGETHER, 9_000), (L.WITH_OUTSIDER, came[0][1])]
    assert (customer.title, piles(customer)) == (L.CUSTOMER_PAYS, paid)
    assert parts(BUYER, history)[0] == own


def test_the_outsider_starts_from_the_full_price_when_no_joint_one_was_taken() -> None:
    known = BUYER.preview(3, (together(12_000),), 1)
    assert piles(known[0]) == [(L.HOTEL_PAYS, 10_000), (L.OUTSIDER_OFFERS, 9_000)]
    assert known == BUYER.preview(3, (), 1)
    [official] = OFFICIAL.preview(3, (), 1)
    assert piles(official) == [(L.LEAST_FEE, 4_000), (L.OUTSIDER_OFFERS, 5_000)]
    [taken] = BUYER.preview(3, (together(9_000),), 1)
    assert piles(taken)[0] == (L.OUR_OFFER, 9_000)


@BOTH
@pytest.mark.parametrize(("joint", "theirs"), [(6_000, 5_000), (500, 0), (0, 0), (-500, -500)])
def test_the_outsider_never_drives_at_a_loss(rules: Bargaining, joint: int, theirs: int) -> None:
    history = (together(rules.terms.offer(joint)),)
    [known] = rules.preview(3, history, 1)
    assert known.lines[1].values == (rules.terms.offer(theirs),)
    assert rules.terms.answered("match", history, (1, 2)).left == theirs


def test_single_offers_that_were_never_made_go_down_to_the_cost() -> None:
    assert piles(BUYER.outcome((outsider("alone"),))[0])[:2] == [
        (L.OFFER_WON, 4_000),
        (L.ABOVE_COST, 0),
    ]


def test_among_answers_chosen_as_often_the_earlier_one_counts() -> None:
    happened = Played(round="outsider", players=(1, 2), moves=(2, 1))
    assert parts(BUYER, (happened,)) == [2_500, 2_500]


def test_for_the_official_the_highest_fee_wins_and_one_too_low_is_not_taken() -> None:
    offers, came = OFFICIAL.outcome((alone(3_500, 7_000, 6_000),))
    assert piles(offers) == [(L.OFFER_NOT_TAKEN, 3_500), (L.OFFER_WON, 7_000), (L.ONE_OFFER, 6_000)]
    assert piles(came)[:2] == [(L.OFFER_WON, 7_000), (L.LEFT_AFTER_FEE, 3_000)]
    assert piles(OFFICIAL.outcome((pairs(3_500, 7_000),))[0]) == [(L.OFFER_WON, 7_000)]
    assert piles(OFFICIAL.outcome((pairs(5_000, 7_000),))[0]) == [(L.OFFER_WON, 6_000)]
    assert piles(OFFICIAL.preview(0, (), 1)[0]) == [(L.LEAST_FEE, 4_000), (L.PLACE_WORTH, 10_000)]
    _, office, _ = OFFICIAL.outcome((together(4_000), outsider("match")))
    assert piles(office) == [(L.TOGETHER, 4_000), (L.WITH_OUTSIDER, 5_000)]
    assert office.title == L.OFFICE_GETS


OFFERS = st.integers(4, 24).map(lambda steps: 500 * steps)


@given(moves=st.lists(OFFERS, min_size=2, max_size=9), joint=OFFERS, said=st.sampled_from(ANSWERS))
def test_buyer_and_official_are_one_game_in_a_mirror(
    moves: list[int], joint: int, said: str
) -> None:
    mirrored = [14_000 - move for move in moves]
    people = len(moves)
    end = outsider(said, people)
    there = (alone(*moves), pairs(*moves), together(joint, people), end)
    here = (alone(*mirrored), pairs(*mirrored), together(14_000 - joint, people), end)
    for upto in range(1, 5):
        assert parts(BUYER, there[:upto]) == parts(OFFICIAL, here[:upto])


@BOTH
@given(data=st.data())
def test_any_history_has_pictures_that_make_sense_and_tell_nobody_s_name(
    rules: Bargaining, data: st.DataObject
) -> None:
    history = data.draw(histories(rules))
    assert [odd for seen in pictures(rules, history) for odd in oddities(rules, seen)] == []
    assert rules.outcome(history) == rules.outcome(renamed(history))


@given(history=histories(BUYER))
def test_what_the_players_have_is_what_was_left_to_within_a_riel_each(history: History) -> None:
    for happened in history:
        deal = BUYER.terms.deal(history, happened)
        shared = sum(deal.part(player) for player in deal.ours)
        ours = (deal.left or 0) * len(deal.ours)
        assert 0 <= ours - shared * deal.shared_by <= deal.shared_by * len(deal.ours)


@BOTH
def test_forty_people_can_play(rules: Bargaining) -> None:
    history = crowd(rules, 40)
    assert [odd for seen in pictures(rules, history) for odd in oddities(rules, seen)] == []


def test_before_anything_was_played_there_is_nothing_to_see() -> None:
    assert BUYER.outcome(()) == BUYER.own((), 1) == ()


def test_whoever_was_not_in_the_round_sees_nothing_of_its_own() -> None:
    assert BUYER.own((alone(5_000, 6_000),), 9) == ()


@BOTH
def test_the_signs_are_four_offers_that_make_sense(rules: Bargaining) -> None:
    form = rules.rounds()[0].form
    assert isinstance(form, Amount)
    assert form.signs == (4_000, 6_000, 8_000, 10_000)
    few = Bargaining(cost=1_000, most=2_000, step=1_000).rounds()[0].form
    assert isinstance(few, Amount)
    assert few.signs == (1_000, 2_000)


def test_the_mean_of_the_least_is_that_of_all_ways_to_offer() -> None:
    every = [500 * min(offers) for offers in product(range(5), repeat=3)]
    assert least_of((1, 1, 1), 2_000, 500) * len(every) == sum(every)


def test_the_mean_of_the_least_pair_is_that_of_all_ways_to_offer() -> None:
    every = [
        500 * min(-(-(a + b) // 2), -(-(c + d + e) // 3))
        for a, b, c, d, e in product(range(4), repeat=5)
    ]
    assert least_of((2, 3), 1_500, 500) * len(every) == sum(every)


@BOTH
def test_simulated_games_agree_with_the_exact_figures(rules: Bargaining) -> None:
    figures = rules.figures(runs=2_000, seed=7)
    for name in ("alone", "pairs"):
        exact = figures[f"price_above_cost_{name}"]
        error = figures[f"price_above_cost_{name}_error"]
        assert abs(figures[f"price_above_cost_{name}_simulated"] - exact) < 3 * error < 80


def test_the_figures_of_the_documented_game() -> None:
    figures = BUYER.figures(runs=2, seed=1)
    rounded = {name: round(figure) for name, figure in figures.items()}
    documented = {
        "alone": (698, 116, 4_698),
        "pairs": (1_991, 332, 5_991),
        "together": (6_000, 1_000, 10_000),
        "outsider_keep": (5_000, 0, 9_000),
        "outsider_match": (5_000, 833, 9_000),
        "outsider_invite": (6_000, 857, 10_000),
        "outsider_alone": (698, 116, 4_698),
    }
    for name, figure in documented.items():
        kinds = ("price_above_cost", "gain_per_driver", "price")
        assert tuple(rounded[f"{kind}_{name}"] for kind in kinds) == figure
    assert figures == BUYER.figures(runs=2, seed=1)


@pytest.mark.parametrize(
    ("numbers", "names"),
    [
        ({}, []),
        ({"cost": 10_000}, ["cost"]),
        ({"undercut": 6_500}, ["undercut"]),
        ({"variant": "official", "cost": 500}, ["cost"]),
        ({"variant": "official", "cost": 1_000}, []),
        ({"step": 300}, ["cost", "most", "undercut"]),
        ({"most": 1_004_500}, ["step"]),
        ({"cost": 4_001, "step": 1, "undercut": 1}, ["step"]),
    ],
)
def test_numbers_that_do_not_go_together_are_named(
    numbers: dict[str, int | str], names: list[str]
) -> None:
    assert [name for name, _, _ in Bargaining.model_validate(numbers).faults()] == names


@pytest.mark.parametrize("name", ["cost", "most", "undercut", "step"])
@pytest.mark.parametrize("riel", [0, -500, 10**9 + 1, "500", 1.5])
def test_numbers_that_are_no_riel_are_refused(name: str, riel: object) -> None:
    with pytest.raises(ValidationError):
        Bargaining.model_validate({name: riel})
