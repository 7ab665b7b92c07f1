"""The clock with a time bank: what gives way, in which order, and what never does."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.session.plan import GRAIN, Item, rounded, spend
from thinkcoop.core.words import SECOND, Millis


def _item(number: int, plan: int, least: int, kind: tuple[bool, bool, bool]) -> Item:
    optional, protected, stage_optional = kind
    length = Millis(plan * SECOND)
    return Item(
        stage=number // 4,
        step=number % 4,
        plan=length,
        least=Millis(min(plan, least) * SECOND),
        optional=optional,
        protected=protected,
        stage_optional=stage_optional,
    )


items = st.lists(
    st.tuples(
        st.integers(1, 900),
        st.integers(1, 900),
        st.tuples(st.booleans(), st.sampled_from((False, False, True)), st.booleans()),
    ),
    min_size=1,
    max_size=24,
).map(
    lambda rows: tuple(
        # an activity is optional as a whole: as its first step says
        _item(number, plan, least, (optional, protected, rows[number // 4 * 4][2][2]))
        for number, (plan, least, (optional, protected, _)) in enumerate(rows)
    )
)
Day = tuple[tuple[Item, ...], Millis]
days = st.tuples(items, st.integers(0, 1_200)).map(
    lambda day: (day[0], Millis(sum(item.plan for item in day[0]) * day[1] // 1_000))
)
"""Items, and a time that is left: from none to a little more than all of them are planned for."""


@given(day=days)
def test_the_plan_never_takes_more_than_there_is(day: Day) -> None:
    items, left = day
    plan = spend(items, left)
    assert set(plan) == {item.key for item in items}
    assert sum(plan.values()) <= left
    assert all(0 <= plan[item.key] <= item.plan for item in items)


@given(day=days)
def test_nothing_protected_is_cut_while_what_is_protected_fits(
    day: Day,
) -> None:
    items, left = day
    plan = spend(items, left)
    firm = {item.key: item.plan for item in items if item.protected}
    if sum(firm.values()) <= left:
        assert {key: plan[key] for key in firm} == firm
    else:
        assert all(plan[item.key] == 0 for item in items if not item.protected)


@given(day=days)
def test_a_step_gets_its_least_or_falls_away(day: Day) -> None:
    items, left = day
    plan = spend(items, left)
    if sum(item.plan for item in items if item.protected) <= left:
        assert all(plan[item.key] == 0 or plan[item.key] >= item.least for item in items)


@given(day=days)
def test_optional_steps_fall_away_before_any_other(day: Day) -> None:
    items, left = day
    plan = spend(items, left)
    must = [i for i in items if not i.optional and not i.stage_optional and not i.protected]
    if any(plan[item.key] == 0 for item in must):
        gone = [i for i in items if (i.optional or i.stage_optional) and not i.protected]
        assert all(plan[item.key] == 0 for item in gone)


@given(items=items)
def test_with_time_enough_everything_has_its_plan(items: tuple[Item, ...]) -> None:
    left = Millis(sum(item.plan for item in items))
    assert spend(items, left) == {item.key: item.plan for item in items}


@given(day=days)
def test_rounding_takes_less_than_a_grain_and_drops_nothing(
    day: Day,
) -> None:
    items, left = day
    plan = spend(items, left)
    for key, ms in rounded(plan).items():
        assert ms % GRAIN == 0
        assert (ms == 0) == (plan[key] == 0)
        assert ms == GRAIN or 0 <= plan[key] - ms < GRAIN
