from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from thinkcoop.core.games.base import Amount, Panel, Played, usual_move
from thinkcoop.core.games.buying_together import CARDS, BuyingTogether
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.numbers import half_up, typed_riel
from thinkcoop.core.games.prices import Group, Prices, PriceStep, in_proportion

ICE = BuyingTogether()
OWN = BuyingTogether(own=True)
PRICES = Prices(steps=ICE.steps, trip=ICE.trip)
JOIN, ALONE = 0, 1
SHARE, OWNER, RESERVE, STOP = range(4)


def each(name: str, *moves: int) -> Played:
    return Played(round=name, players=tuple(range(1, len(moves) + 1)), moves=moves)


def card(drawn: int, people: int = 6) -> Played:
    return Played(round="card", players=tuple(range(1, people + 1)), moves=(0,), draws=(drawn,))


def typed(name: str, riel: int) -> Played:
    return Played(round=name, players=(1, 2, 3, 4, 5, 6), moves=(riel,))


def piles(panel: Panel) -> list[tuple[L, int]]:
    return [(line.label, line.values[0]) for line in panel.lines]


USUAL = each("alone", 3, 3, 3, 3, 3, 3)
ALL_JOIN = each("table", *[JOIN] * 6)


# --------------------------------------------------------------------------------- what it costs


def test_alone_each_pays_the_dearest_price_and_the_whole_way() -> None:
    (alone, prices) = ICE.outcome((USUAL,))
    assert piles(alone) == [(L.NEEDS, 5_000), (L.TOGETHER, 30_000)]
    assert piles(prices) == [(L.PRICE_OF_ONE, 1_000), (L.ONE_TRIP, 2_000)]


def test_there_is_a_pile_for_each_need_and_none_for_a_person() -> None:
    (alone, _) = ICE.outcome((each("alone", 1, 3, 1, 6),))
    assert [(line.number, line.values[0]) for line in alone.lines] == [
        *((1, 3_000), (3, 5_000), (6, 7_400), (0, 18_400))
    ]


def test_together_six_pay_fifteen_thousand_five_hundred() -> None:
    (paid, prices, choice) = ICE.outcome((USUAL, ALL_JOIN))
    assert [line.values for line in choice.lines] == [(6,), (0,)]
    assert [value for _, value in piles(paid)] == [30_000, 15_500, 14_500]
    assert piles(prices) == [(L.ALONE, 1_000), (L.AT_TABLE, 750)]


def test_only_those_who_join_save() -> None:
    history = (USUAL, each("table", JOIN, JOIN, ALONE, ALONE, ALONE, ALONE))
    paid = ICE.outcome(history)[0]
    # two buy 6 pieces at 900 and go once: 7,400 and not 10,000
    assert [value for _, value in piles(paid)] == [30_000, 27_400, 2_600]
    assert [piles(ICE.own(history, player)[0]) for player in (1, 3)] == [
        [(L.ALONE, 5_000), (L.YOURS, 3_700)],
        [(L.ALONE, 5_000), (L.YOURS, 5_000)],
    ]


def test_one_who_joins_nobody_pays_as_alone() -> None:
    history = (USUAL, each("table", JOIN, ALONE, ALONE))
    assert [value for _, value in piles(ICE.outcome(history)[0])] == [15_000, 15_000, 0]


def test_in_the_room_all_who_join_buy_as_one_with_the_usual_need() -> None:
    room = Played(round="all", players=tuple(range(24)), moves=(JOIN,) * 24)
    (prices, paid, _) = ICE.outcome((room,))
    assert [value for _, value in piles(paid)] == [120_000, 56_000, 64_000]
    assert piles(prices)[1] == (L.WHOLE_ROOM, 750)
    mine = OWN.own((typed("price", 5_000), each("alone", 6, 1), room), 1)
    assert piles(mine[0]) == [(L.ALONE, 7_400), (L.YOURS, 4_583)]


def test_before_the_choice_one_sees_what_one_pays_alone() -> None:
    before = (each("alone", 6, 1),)
    assert [ICE.preview(1, before, player)[0].lines[0].values for player in (1, 2, 9)] == [
        *((7_400,), (3_000,), (5_000,))
    ]
    assert ICE.preview(0, (), 1) == ()


def test_whoever_makes_no_move_buys_alone_and_needs_what_is_usual() -> None:
    alone, table = ICE.rounds()[0].form, ICE.rounds()[1].form
    assert isinstance(alone, Amount)
    assert (alone.usual, alone.signs) == (3, (1, 2, 3, 6))
    assert usual_move(table) == ALONE


# --------------------------------------------------------------------------------- own numbers


def test_the_price_steps_follow_the_price_that_the_table_types() -> None:
    steps = in_proportion(ICE.steps, 333)
    assert [(step.since, step.price) for step in steps] == [(1, 333), (6, 300), (12, 250)]
    history = (typed("price", 2_000), typed("trip", 600), USUAL, ALL_JOIN)
    (paid, _, _) = OWN.outcome(history)
    assert [value for _, value in piles(paid)] == [39_600, 27_600, 12_000]
    assert [piles(panel) for panel in OWN.outcome(history[:2])] == [
        [(L.PRICE_OF_ONE, 2_000), (L.ONE_TRIP, 600)]
    ]


def test_a_table_types_riel_in_hundreds_or_in_what_leads_to_the_preset() -> None:
    assert [each.id for each in OWN.rounds()][:3] == ["price", "trip", "alone"]
    price = typed_riel(1_000, lowest=1)
    assert (price.lowest, price.highest, price.step, price.usual) == (100, 10**6, 100, 1_000)
    assert price.signs == (500, 1_000, 2_000, 4_000)
    assert (typed_riel(750).step, typed_riel(7).step, typed_riel(0).signs[0]) == (50, 1, 0)


@given(st.integers(0, 10**9), st.sampled_from([0, 1]))
def test_an_untouched_amount_is_the_preset_and_every_sign_can_be_chosen(
    preset: int, lowest: int
) -> None:
    form = typed_riel(preset + lowest, lowest=lowest)
    assert form.usual == preset + lowest
    choices = (form.usual, *form.signs)
    assert [n for n in choices if n % form.step or not form.lowest <= n <= form.highest] == []
    assert (list(form.signs), 1 <= len(form.signs) <= 4) == (sorted(set(form.signs)), True)


# ----------------------------------------------------------------------------------- the trouble


@pytest.mark.parametrize(("drawn", "cost"), [(0, 2_583), (1, 2_250), (2, 2_000)])
def test_each_card_has_its_cost(drawn: int, cost: int) -> None:
    (panel,) = ICE.outcome((USUAL, ALL_JOIN, card(drawn)))
    (line,) = panel.lines
    assert (line.label, line.values) == (CARDS[drawn], (cost,))


@pytest.mark.parametrize(
    ("answer", "later", "part"),
    [(SHARE, 14_500, 375), (OWNER, 14_500, 0), (RESERVE, 14_500, 375), (STOP, 0, 375)],
)
def test_whoever_carries_it_the_trouble_costs_the_group_the_same(
    answer: int, later: int, part: int
) -> None:
    history = (USUAL, ALL_JOIN, card(1), each("trouble", *[answer] * 6))
    (costs, _) = ICE.outcome(history)
    assert [value for _, value in piles(costs)] == [14_500, 2_250, 12_250, later]
    mine = dict(piles(ICE.own(history, 4)[0]))
    assert (mine[L.YOUR_SAVING], mine[L.YOUR_TROUBLE]) == (2_417, part)
    assert mine[L.SAVING_LEFT] == 2_417 - part
    assert mine.get(L.ONE_CARRIES) == (2_250 if answer == OWNER else None)


def test_a_tie_goes_to_the_earlier_answer() -> None:
    history = (USUAL, ALL_JOIN, card(1), each("trouble", STOP, STOP, OWNER, OWNER, SHARE, SHARE))
    assert piles(ICE.outcome(history)[0])[-1] == (L.SAVING_NEXT, 14_500)


def test_the_trouble_meets_those_who_bought_as_a_table() -> None:
    table = each("table", JOIN, JOIN, ALONE, ALONE, ALONE, ALONE)
    history = (USUAL, table, card(0), each("trouble", *[SHARE] * 6))
    assert piles(ICE.outcome(history)[0])[:2] == [(L.SAVED, 2_600), (L.TROUBLE_COST, 3_700)]
    outside = dict(piles(ICE.own(history, 5)[0]))
    assert (outside[L.YOUR_SAVING], outside[L.YOUR_TROUBLE]) == (0, 0)


@pytest.mark.parametrize("number", [0, 1, 2])
@pytest.mark.parametrize("joined", [0, 1])
def test_where_fewer_than_two_joined_nothing_is_saved_and_nothing_goes_wrong(
    joined: int, number: int
) -> None:
    moves = (*[JOIN] * joined, *[ALONE] * (6 - joined))
    history = (USUAL, each("table", *moves), card(number))
    [trouble] = ICE.outcome(history)
    assert [line.values for line in trouble.lines] == [(0,)]
    carried = (*history, each("trouble", *[0] * 6))
    costs, _ = ICE.outcome(carried)
    assert [line.values for line in costs.lines] == [(0,)] * 4
    for player in range(1, 7):
        [mine] = ICE.own(carried, player)
        assert {line.values for line in mine.lines} == {(0,)}


def test_no_card_no_trouble() -> None:
    history = (USUAL, ALL_JOIN, each("trouble", *[SHARE] * 6))
    assert piles(ICE.outcome(history)[0])[1] == (L.TROUBLE_COST, 0)


def test_a_crowd_is_laid_with_more_to_a_line_and_a_room_of_twenty_four_is_not() -> None:
    usual, crowded = (
        ICE.outcome((Played(round="all", players=tuple(range(people)), moves=(JOIN,) * people),))
        for people in (24, 100)
    )
    assert [panel.most for panel in (usual[1], crowded[1])] == [20_000, 83_334]


# ------------------------------------------------------------------------------------ always true


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40), st.integers(0, 10**6))
def test_nobody_pays_more_together_than_alone(needs: list[int], trip: int) -> None:
    group = Group(needs=tuple(needs), prices=Prices(steps=ICE.steps, trip=trip))
    assert group.saved >= 0
    assert [need for need in needs if group.part(need) > group.prices.bill(need)] == []
    assert abs(sum(map(group.part, needs)) - group.bill) <= len(needs)


@given(st.lists(st.tuples(st.integers(1, 6), st.integers(0, 1)), min_size=1, max_size=4))
def test_the_picture_is_the_same_whoever_joined(people: list[tuple[int, int]]) -> None:
    shown = set()
    for order in permutations(people):
        needs, choices = zip(*order, strict=True)
        shown.add(ICE.outcome((each("alone", *needs), each("table", *choices))))
    assert len(shown) == 1


# ------------------------------------------------------------------------- faults and figures


def test_the_figures_of_the_documented_game() -> None:
    figures = ICE.figures(1, 1)
    assert [figures[name] for name in ("cost_alone_each", "cost_alone_all")] == [5_000, 30_000]
    assert [figures[name] for name in ("cost_table", "saved_table")] == [15_500, 14_500]
    assert [figures[name] for name in ("cost_room", "saved_room")] == [56_000, 64_000]
    assert figures["price_per_block_table"] == 750
    assert figures["trouble_expected"] == round((2_583 + 2_250 + 2_000) / 3, 2)
    assert BuyingTogether(players=1, tables=1).figures(1, 1)["saved_room"] == 0


@pytest.mark.parametrize(
    ("steps", "what"),
    [
        ([(2, 900)], "there is no price for one piece"),
        ([(1, 900), (6, 800), (6, 700)], "the steps are not in order"),
        ([(1, 900), (6, 800), (3, 700)], "the steps are not in order"),
        ([(1, 900), (6, 901)], "a piece costs more for who buys more"),
    ],
)
def test_price_steps_that_make_no_sense_are_named(steps: list[tuple[int, int]], what: str) -> None:
    rules = BuyingTogether(steps=tuple(PriceStep(since=n, price=riel) for n, riel in steps))
    assert [fault[:2] for fault in rules.faults()] == [("steps", what)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"need": 0},
        {"need": 7},
        {"trip": -1},
        {"trip": 10**9 + 1},
        {"steps": []},
        {"steps": [{"from": 1, "price": 0}]},
        {"steps": [{"from": 1, "price": "many"}]},
        {"own": 1},
    ],
)
def test_numbers_out_of_range_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        BuyingTogether.model_validate(wrong)


def test_half_a_riel_goes_up() -> None:
    assert [half_up(15_500, 6), half_up(5, 2), half_up(7, 3)] == [2_583, 3, 2]
