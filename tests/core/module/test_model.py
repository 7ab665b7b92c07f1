from __future__ import annotations

import pytest

from tests.core.module.tea import TEA, read
from thinkcoop.core.kinds import Pair, Report, Round, Say, Think
from thinkcoop.core.module.model import Activity, Edition, Minutes, Module, Step, picture_name


@pytest.fixture
def tea() -> Module:
    module = read(TEA).module
    assert module is not None
    return module


def times(step: Step) -> tuple[float, float, float]:
    """Plan, least and most of a step in minutes, with six at a table and five tables."""
    room = {"seats": 6, "tables": 5}
    lengths = (step.plan_ms(**room), step.least_ms(**room), step.most_ms(**room))
    plan, least, most = (length / 60_000 for length in lengths)
    return plan, least, most


def test_a_step_without_minutes_takes_what_its_kind_takes() -> None:
    assert times(Say(text="Hello")) == (1.0, 0.5, 1.5)


def test_least_and_most_are_as_stated() -> None:
    minutes = Minutes(plan=4, least=3, most=10)
    assert times(Think(text="Think", minutes=minutes)) == (4.0, 3.0, 10.0)


def test_minutes_for_each_are_for_each_person_of_a_pair_or_table_or_each_table() -> None:
    each = Minutes(each=2)
    planned = [times(kind(text="Speak", minutes=each))[0] for kind in (Round, Pair, Report)]
    assert planned == [12.0, 4.0, 10.0]


def test_a_protected_step_is_never_shortened() -> None:
    assert times(Say(text="Hello", minutes=Minutes(plan=2, least=1), protected=True))[1] == 2.0


def test_parts_of_a_module_are_found_by_their_names(tea: Module) -> None:
    activity: Activity = tea.activity("t2")
    edition: Edition = tea.edition("short")
    assert (activity.key, edition.key) == ("t2", "short")
    assert [option.key for option in tea.trades] == ["seller", "driver", "other"]
    assert activity.steps[3].key == "together"
    assert picture_name(activity.picture) == "do-discuss"


def test_a_name_of_nothing_is_a_bug_of_the_caller(tea: Module) -> None:
    with pytest.raises(KeyError, match="t9"):
        tea.activity("t9")
    with pytest.raises(KeyError, match="long"):
        tea.edition("long")
