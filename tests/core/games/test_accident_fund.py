from __future__ import annotations

import pytest
from pydantic import ValidationError

from thinkcoop.core.games.accident_fund import AccidentFund
from thinkcoop.core.games.base import Amount, History, Panel, Played
from thinkcoop.core.games.chance import Chance
from thinkcoop.core.games.labels import L

FUND = AccidentFund()
OWN = AccidentFund(own=True)
SHORT = AccidentFund(months=2)
"""Two months, so that dice can be written down."""
GOOD, BAD = 1, 0
STAY, LEAVE = 0, 1


def rolled(name: str, people: int, *draws: int) -> Played:
    players = tuple(range(1, people + 1))
    return Played(round=name, players=players, moves=(0,) * people, draws=draws)


def by_chance(rules: AccidentFund, name: str, people: int = 6) -> Played:
    at = [each.id for each in rules.rounds()].index(name)
    return rolled(name, people, *Chance(name).draws(rules.chances(at, (), people)))


def typed(name: str, riel: int) -> Played:
    return Played(round=name, players=(1, 2, 3, 4, 5, 6), moves=(riel,))


def said(*moves: int) -> Played:
    return Played(round="cost", players=tuple(range(1, len(moves) + 1)), moves=moves)


def values(panel: Panel) -> list[tuple[L, int]]:
    return [(line.label, line.values[0]) for line in panel.lines]


def many_days(rules: AccidentFund, history: History) -> list[tuple[int, int]]:
    panels = [panel for panel in rules.outcome(history) if panel.title == L.MANY_DAYS]
    return [(line.number, line.values[0]) for panel in panels for line in panel.lines]


# ------------------------------------------------------------------------------------ the rounds


def test_a_month_to_learn_then_alone_then_each_fee_then_what_it_costs() -> None:
    assert [each.id for each in FUND.rounds()] == ["first", "alone", "fund-1", "fund-2", "cost"]
    assert [each.id for each in AccidentFund(own=True, fees=(3,)).rounds()] == [
        *("first", "alone", "fund-3", "left", "loss", "cost")
    ]


def test_everyone_has_a_die_each_month_and_then_an_order_is_drawn() -> None:
    assert FUND.chances(0, (), 3) == (6, 6, 6, 3, 2)
    assert FUND.chances(2, (), 2) == (*(6,) * 12, 2)
    assert FUND.chances(1, (), 1) == (6,) * 6
    assert FUND.chances(4, (), 3) == ()


def test_a_month_goes_well_or_not() -> None:
    (money, events) = FUND.outcome((rolled("first", 2, BAD, GOOD, 0),))
    assert values(money) == [(L.SOMEBODY, -2), (L.SOMEBODY, 7)]
    assert values(events) == [(L.WERE_IN_DEBT, 1), (L.ACCIDENTS, 1)]


def test_the_fund_pays_what_it_has_and_the_rest_is_shown() -> None:
    history = (rolled("fund-2", 2, GOOD, BAD, GOOD, GOOD, 0),)
    (money, events, *_) = SHORT.outcome(history)
    # 4 paid in when 9 are needed: the second is left with 6 - 1 - 5, then one less
    assert values(money) == [(L.SOMEBODY, 4), (L.SOMEBODY, -1), (L.LEFT_IN_FUND, 4)]
    assert values(events) == [(L.WERE_IN_DEBT, 1), (L.ACCIDENTS, 1), (L.FUND_COULD_NOT, 1)]


def test_the_order_of_the_piles_is_drawn_and_tells_nobody_who() -> None:
    dice = (BAD, GOOD, GOOD)
    orders = [FUND.outcome((rolled("first", 3, *dice, *order),))[0] for order in [(0, 0), (2, 1)]]
    assert [[value for _, value in values(each)] for each in orders] == [[-2, 7, 7], [7, 7, -2]]


def test_a_phone_shows_ones_own_money_month_by_month() -> None:
    history = (rolled("fund-1", 2, GOOD, BAD, GOOD, GOOD, 1),)
    assert [SHORT.own(history, player)[0].lines[0].values for player in (1, 2)] == [
        *((6, 6, 6), (6, -1, -1))
    ]
    assert SHORT.own(history, 3) == ()
    assert SHORT.own((*history, said(STAY, STAY)), 1) == ()


def test_before_a_roll_one_sees_the_coins_one_starts_with() -> None:
    assert [values(panel) for panel in FUND.preview(0, (), 1)] == [[(L.YOUR_MONEY, 6)]]
    assert [values(panel) for panel in FUND.preview(4, (), 1)] == [[(L.YOU_PAID_IN, 24)]]
    assert OWN.preview(4, (), 1) == ()


# ---------------------------------------------------------------------------- over many days


def test_the_view_over_many_days_comes_after_the_last_fund() -> None:
    assert many_days(FUND, (by_chance(FUND, "fund-1"),)) == []
    assert many_days(FUND, (by_chance(FUND, "fund-2"),)) == [(0, 40), (1, 23), (2, 14)]


def test_the_view_over_many_days_says_how_sure_it_is() -> None:
    (*_, panel) = FUND.outcome((by_chance(FUND, "fund-2"),))
    assert (panel.kind, panel.unit, panel.most) == ("people", "people", 100)
    assert panel.sure == 1


def test_numbers_of_the_game_s_own_proportion_change_nothing() -> None:
    history = (by_chance(OWN, "fund-2"), typed("left", 50_000), typed("loss", 450_000))
    assert many_days(OWN, history[:1]) == []
    assert many_days(OWN, history[:2]) == []
    assert many_days(OWN, history) == [(0, 40), (50_000, 23), (100_000, 14)]
    assert values(OWN.outcome(history)[1]) == [(L.GOOD_MONTH, 50_000), (L.BAD_ACCIDENT, 450_000)]


def test_a_small_accident_puts_few_into_debt_and_a_large_one_many() -> None:
    history = (by_chance(OWN, "fund-2"), typed("left", 50_000))
    (small, large) = ((*history, typed("loss", riel)) for riel in (100_000, 2_000_000))
    assert [alone for fee, alone in many_days(OWN, small) if fee == 0] == [0]
    # one accident in six months is enough: 66.5 of 100
    assert [alone for fee, alone in many_days(OWN, large) if fee == 0] == [66]


def test_untouched_numbers_have_the_proportion_of_the_coins() -> None:
    left, loss = (each.form for each in OWN.rounds() if each.by == "table")
    assert isinstance(left, Amount)
    assert isinstance(loss, Amount)
    assert (left.usual, loss.usual) == (30_000, 270_000)
    assert (left.lowest, loss.highest) == (100, 10_000_000)


# --------------------------------------------------------------------------------- what it costs


def test_who_leaves_weakens_the_promise_for_those_who_stay() -> None:
    (promise, paid_in, choice) = FUND.outcome((said(STAY, STAY, LEAVE, LEAVE, LEAVE, LEAVE),))
    assert [line.values for line in choice.lines] == [(2,), (4,)]
    assert values(paid_in) == [(L.YOU_PAID_IN, 24)]
    assert [(line.label, line.number, line.values[0]) for line in promise.lines] == [
        (L.PEOPLE_PAY, 6, 84),
        (L.PEOPLE_PAY, 2, 35),
    ]


def test_when_all_leave_there_is_no_promise_and_when_all_stay_it_is_as_before() -> None:
    left, stayed = FUND.outcome((said(LEAVE, LEAVE),)), FUND.outcome((said(*[STAY] * 6),))
    assert values(left[0])[1] == (L.NOBODY_PAYS, 0)
    assert values(stayed[0]) == [(L.PEOPLE_PAY, 84)]


# -------------------------------------------------------------------------- faults and figures


def test_with_one_fund_the_figures_have_their_published_names() -> None:
    figures = AccidentFund(fund=2).figures(20_000, 1)
    assert list(figures) == [
        *("fund", "runs", "players"),
        *("share_in_debt", "share_in_debt_error"),
        *("share_in_debt_at_end", "share_in_debt_at_end_error"),
        *("share_claims_short", "share_claims_short_error"),
        *("mean_money_left", "mean_money_left_error"),
    ]
    assert [figures[name] for name in ("fund", "runs", "players")] == [2, 20_000, 6]
    assert figures == AccidentFund(fund=2).figures(20_000, 1)


def test_without_a_fund_named_there_are_figures_for_each() -> None:
    figures = FUND.figures(100, 1)
    for fee, name in ((0, "alone"), (1, "fee_1"), (2, "fee_2")):
        one = AccidentFund(fund=fee).figures(100, 1)
        assert figures[f"{name}_share_in_debt"] == one["share_in_debt"]
    assert figures["alone_share_claims_short"] == 1.0


@pytest.mark.parametrize(
    ("rules", "key"),
    [
        (AccidentFund(living=5), "living"),
        (AccidentFund(living=9), "living"),
        (AccidentFund(loss=1), "loss"),
        (AccidentFund(fees=(2, 1)), "fees"),
        (AccidentFund(fees=(2, 2)), "fees"),
        (AccidentFund(fees=(6,)), "fees"),
        (AccidentFund(fund=6), "fund"),
    ],
)
def test_numbers_that_leave_nothing_to_play_for_are_named(rules: AccidentFund, key: str) -> None:
    assert [fault[0] for fault in rules.faults()] == [key]


@pytest.mark.parametrize(
    "wrong",
    [
        *({"fees": []}, {"fees": [0]}, {"fees": [-1]}, {"sides": 1}, {"months": 0}),
        *({"months": 25}, {"fund": -1}, {"loss": 0}, {"income": "five"}, {"left_riel": 0}),
    ],
)
def test_numbers_out_of_range_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        AccidentFund.model_validate(wrong)
