"""What a choice, a need and a no lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.module.tea import TEA
from thinkcoop.core.decision import LawFit, ladder_for
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.shape import Origin, shaped
from thinkcoop.core.module.yaml_text import read_yaml

FILE = Path(__file__).parents[3] / "modules" / "thinkcoop" / "decision.yaml"
NEEDS = (None, "prices", "place", "bad-days", "voice", "health", "debt", "customers", "weather")


def decision_of(text: str) -> Decision:
    sheet, _ = read_yaml("decision.yaml", text)
    assert sheet is not None
    decision, _ = shaped(Decision, sheet.value, Origin(sheet))
    assert decision is not None
    return decision


@pytest.fixture
def tea() -> Decision:
    return decision_of(TEA["decision.yaml"])


@pytest.fixture
def shipped() -> Decision:
    return decision_of(FILE.read_text("utf-8"))


def steps(
    decision: Decision,
    choice: str | None,
    need: str | None,
    *,
    noes: tuple[str, ...] = (),
    law: LawFit = "none",
) -> list[str]:
    found = ladder_for(decision, choice, need, noes=noes, law=law)
    return [rung.id for rung in found]


def test_a_step_that_asks_for_nothing_is_for_everyone(tea: Decision) -> None:
    assert steps(tea, "alone", None) == ["talk"]


def test_a_choice_and_a_need_must_both_hold(tea: Decision) -> None:
    assert steps(tea, "two", "sugar") == ["price", "talk"]
    assert steps(tea, "two", "way") == ["talk"]
    assert steps(tea, "shop", "sugar") == ["talk"]
    assert steps(tea, "purse", None) == ["talk"]


def test_a_no_leads_to_its_step_whatever_was_chosen(tea: Decision) -> None:
    assert steps(tea, "shop", None, noes=("trust", "same")) == ["careful", "talk"]
    assert steps(tea, "shop", None, noes=("same",)) == ["talk"]


def test_the_bridge_is_for_places_where_no_law_is_confirmed(tea: Decision) -> None:
    assert steps(tea, "club", None) == ["law", "talk"]
    assert steps(tea, "club", None, law="fits") == ["talk"]


def test_where_a_law_was_told_nobody_hears_that_none_is_known(shipped: Decision) -> None:
    about_law = {"bridge", "law-for-whom"}
    found = [
        about_law.intersection(steps(shipped, "cooperative", None, law=law))
        for law in ("none", "unclear", "fits")
    ]
    assert found == [{"bridge"}, {"law-for-whom"}, set()]


def test_a_step_for_both_is_not_for_who_has_a_law(tea: Decision) -> None:
    law = tea.ladder[1]
    both = law.model_copy(update={"when": law.when.model_copy(update={"unclear": True})})
    changed = tea.model_copy(update={"ladder": (both, *tea.ladder[2:])})
    assert [steps(changed, "club", None, law=law) for law in ("none", "unclear", "fits")] == [
        ["law", "talk"],
        ["law", "talk"],
        ["talk"],
    ]


def test_who_chose_nothing_gets_the_steps_of_waiting(shipped: Decision) -> None:
    assert steps(shipped, None, None) == steps(shipped, "wait", None) == ["set-a-day"]


def test_every_choice_and_need_has_a_next_step_in_what_we_ship(shipped: Decision) -> None:
    for way in shipped.ways:
        for need in NEEDS:
            assert ladder_for(shipped, way.id, need, law="fits")


def test_every_rung_that_we_ship_can_be_reached(shipped: Decision) -> None:
    reached = {
        rung.id
        for way in shipped.ways
        for need in NEEDS
        for law in ("none", "unclear")
        for rung in ladder_for(shipped, way.id, need, noes=("legal",), law=law)
    }
    assert reached == {rung.id for rung in shipped.ladder}
