from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.games import many_days
from thinkcoop.core.games.chance import Chance
from thinkcoop.core.games.many_days import Lot, Share, live_through, many_lives

LOT = Lot(start=6, gain=1, loss=9, sides=6, months=6, fee=0, players=6)
LOTS = st.builds(
    Lot,
    start=st.integers(0, 12),
    gain=st.integers(1, 3),
    loss=st.integers(1, 20),
    sides=st.integers(2, 8),
    months=st.integers(1, 7),
    fee=st.integers(0, 4),
    players=st.integers(1, 9),
)
State = tuple[int, int, bool]
"""The fund, the money of one person, and whether it was ever below 0."""


def exactly(lot: Lot, seat: int) -> tuple[float, float, float]:
    """The person on a seat: in debt at any time, at the end; and claims not paid in full, of all.

    No simulation: how likely is each state, die after die. The others matter through the fund.
    """
    now: dict[State, float] = {(0, lot.start, False): 1.0}
    short = 0.0
    for die in range(lot.months * lot.players):
        if die % lot.players == 0:
            now = month_ended(now, lot.fee * lot.players, lot.gain - lot.fee)
        then: dict[State, float] = defaultdict(float)
        for (fund, own, was), likely in now.items():
            paid = min(fund, lot.loss)
            rest = lot.loss - paid if die % lot.players == seat else 0
            then[fund - paid, own - rest, was] += likely / lot.sides
            then[fund, own, was] += likely * (lot.sides - 1) / lot.sides
            short += likely / (lot.months * lot.players) if paid < lot.loss else 0
        now = then
    now = month_ended(now, 0, 0)
    ever = sum(likely for (_, _, was), likely in now.items() if was)
    return ever, sum(likely for (_, own, _), likely in now.items() if own < 0), short


def month_ended(now: dict[State, float], pool: int, gain: int) -> dict[State, float]:
    """See who is in debt, then let the next month's money come and go."""
    then: dict[State, float] = defaultdict(float)
    for (fund, own, was), likely in now.items():
        then[fund + pool, own + gain, was or own < 0] += likely
    return then


def exact_shares(lot: Lot) -> tuple[float, float, float]:
    seats = [exactly(lot, seat) for seat in range(lot.players)]
    ever, end, short = (sum(each) / lot.players for each in zip(*seats, strict=True))
    return ever, end, short


# ------------------------------------------------------------------------------------- one life


def test_a_life_goes_month_by_month_and_the_fund_pays_in_order_of_sitting() -> None:
    lot = replace(LOT, fee=2, players=2, months=3)
    lived = live_through(lot, (0, 0, 1, 0, 1, 1))
    # 4 in the fund pay the first, the second pays all alone; 4 more pay a part of the third
    assert lived.money == ((0, -1, -2), (-4, -10, -11))
    assert (lived.left, lived.accidents, lived.short) == (4, 3, 3)


def test_alone_each_pays_the_whole_accident() -> None:
    lived = live_through(replace(LOT, players=1), (1, 0, 1, 1, 1, 1))
    assert lived.money == ((7, -1, 0, 1, 2, 3),)
    assert (lived.left, lived.accidents, lived.short) == (0, 1, 1)


def test_no_money_comes_into_the_world_and_none_goes_out_but_by_accidents() -> None:
    lot = replace(LOT, fee=2)
    lived = live_through(lot, Chance("life").many(36, 6))
    own = sum(money[-1] for money in lived.money)
    assert own + lived.left == 6 * (6 + 6) - 9 * lived.accidents


@given(LOTS, st.integers(0, 10**6))
def test_jumping_from_accident_to_accident_is_living_month_by_month(lot: Lot, seed: int) -> None:
    size = lot.players * lot.months
    rolls = Chance(seed).many(4 * size, lot.sides)
    lives = [live_through(lot, rolls[begin : begin + size]) for begin in range(0, 4 * size, size)]
    assert list(many_days._lives(lot, many_days._hits(rolls), len(rolls))) == [
        (
            sum(min(money) < 0 for money in lived.money),
            sum(money[-1] < 0 for money in lived.money),
            lived.accidents,
            lived.short,
        )
        for lived in lives
    ]


# ----------------------------------------------------------------------------------- many lives


@pytest.mark.parametrize(
    ("fee", "shares"),
    [
        (0, (0.397, 0.263, 1.0)),
        (1, (0.233, 0.233, 0.722)),
        (2, (0.137, 0.137, 0.160)),
        (3, (1.0, 1.0, 0.018)),
    ],
)
def test_many_lives_come_near_to_the_exact_shares(
    fee: int, shares: tuple[float, float, float]
) -> None:
    lot = replace(LOT, fee=fee)
    exact = exact_shares(lot)
    assert tuple(round(each, 3) for each in exact) == shares
    lives = many_lives(lot, 20_000, 1)
    found = (lives.in_debt, lives.in_debt_at_end, lives.claims_short)
    for share, sure in zip(found, exact, strict=True):
        assert abs(share.value - sure) <= 3 * share.error + 1e-9


def test_alone_it_is_what_the_binomial_says() -> None:
    """Below 0 at the end: two accidents or more, of six months, each with one in six."""
    none, one = (5 / 6) ** 6, 6 * (1 / 6) * (5 / 6) ** 5
    assert exact_shares(LOT)[1] == pytest.approx(1 - none - one)


def test_the_stated_error_is_as_large_as_the_figures_scatter() -> None:
    """Of 100 simulations, about 95 are off by less than 1.96 errors."""
    lot = replace(LOT, fee=1)
    exact = exact_shares(lot)
    many = [many_lives(lot, 400, seed) for seed in range(100)]
    in_debt = sum(abs(each.in_debt.value - exact[0]) <= 1.96 * each.in_debt.error for each in many)
    short = sum(
        abs(each.claims_short.value - exact[2]) <= 1.96 * each.claims_short.error for each in many
    )
    money = sum(abs(each.money_left.value - 3) <= 1.96 * each.money_left.error for each in many)
    assert [89 <= each <= 100 for each in (in_debt, short, money)] == [True] * 3


def test_a_fund_makes_nobody_richer() -> None:
    """The same dice: what is left, the fund's rest shared out, is the same for every fee."""
    left = [many_lives(replace(LOT, fee=fee), 2_000, 5).money_left for fee in range(4)]
    assert left == [left[0]] * 4
    assert abs(left[0].value - 3) <= 3 * left[0].error


def test_a_life_without_any_accident_counts_too() -> None:
    lives = many_lives(replace(LOT, sides=100, players=1, months=1), 1_000, 1)
    exact = exact_shares(replace(LOT, sides=100, players=1, months=1))
    assert lives.runs == 1_000
    assert abs(lives.in_debt.value - exact[0]) <= 3 * lives.in_debt.error


def test_lives_that_are_rolled_once_for_all_fees_are_those_that_are_rolled_for_each() -> None:
    kept = many_days.KEPT
    few = many_lives(LOT, kept, 11)
    many = many_lives(LOT, kept + 1, 11)
    assert (few.runs, many.runs) == (kept, kept + 1)
    assert abs(few.in_debt.value - many.in_debt.value) <= 1 / kept


def test_where_there_was_no_accident_no_promise_was_broken() -> None:
    none = many_days._hits(bytes([1] * 12))
    assert list(many_days._lives(replace(LOT, players=1), none, 12)) == [(0, 0, 0, 0)] * 2
    lives = many_days._added_up(LOT, Counter({(0, 0, 0, 0): 3}))
    assert (lives.claims_short, lives.money_left.value) == (Share(value=0.0, error=0.0), 12.0)


def test_a_share_is_told_in_people_of_a_hundred_and_how_sure() -> None:
    assert [Share(value=value, error=0).of_100 for value in (0.394, 0.395, 1.0)] == [39, 40, 100]
    assert [Share(value=0.4, error=error).sure for error in (0.0, 0.002, 0.0052)] == [0, 1, 2]
