"""Of a country's law only what is confirmed and not too old is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from thinkcoop.core.decision import ToldFact, law_fit, told_of
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.shape import Origin, shaped
from thinkcoop.core.module.yaml_text import read_yaml

HOUSE = Path(__file__).parents[3]
TODAY = date(2026, 11, 23)
LATE = date(2028, 11, 2)


def country(path: str, right: str = "", wrong: str = "") -> Country:
    text = (HOUSE / path).read_text("utf-8").replace(right, wrong) if right else None
    sheet, _ = read_yaml(path, text or (HOUSE / path).read_text("utf-8"))
    assert sheet is not None
    read, troubles = shaped(Country, sheet.value, Origin(sheet))
    assert troubles == []
    assert read is not None
    return read


TEALAND = "tests/modules/tea/countries/te.yaml"
CAMBODIA = "modules/_countries/kh.yaml"


def test_what_is_only_likely_or_unknown_is_not_told() -> None:
    told = told_of(country(TEALAND), TODAY)
    assert told.facts == (
        ToldFact("law", "The law on tea of 1999 is for all who sell tea."),
        ToldFact("trades_allowed", "It is for any work."),
    )
    assert (told.name, told.ask) == ("Tealand", "Ask the tea club before you sign or pay.")
    assert told.ask_again == "Talk to the tea club first. Then sign."


def test_past_its_date_a_country_only_says_whom_to_ask() -> None:
    told = told_of(country(TEALAND), LATE)
    assert told.facts == ()
    assert told.ask == "Ask the tea club before you sign or pay."


def test_the_date_is_not_looked_at_for_a_page_of_that_day() -> None:
    assert len(told_of(country(TEALAND), None).facts) == 2


def test_no_number_of_members_is_told_for_cambodia() -> None:
    told = told_of(country(CAMBODIA), TODAY)
    assert [fact.key for fact in told.facts] == ["law", "who_registers", "trades_allowed"]
    assert not any("25" in fact.text for fact in told.facts)


PHILIPPINES = "modules/_countries/ph.yaml"
TURKEY = "modules/_countries/tr.yaml"


def test_a_law_for_any_work_fits_everyone() -> None:
    assert law_fit(country(TEALAND), farm=False, today=TODAY) == "fits"
    assert law_fit(country(TEALAND), farm=False, today=None) == "fits"


def test_a_law_for_farming_fits_those_who_farm() -> None:
    assert law_fit(country(CAMBODIA), farm=True, today=TODAY) == "fits"
    assert law_fit(country(CAMBODIA), farm=False, today=TODAY) == "none"


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("reach: any\n  confidence: confirmed", "confidence: likely"), ("  reach: any\n", "")],
)
def test_without_a_confirmed_reach_it_is_unclear_whose_law_it_is(right: str, wrong: str) -> None:
    assert law_fit(country(TEALAND, right, wrong), farm=True, today=TODAY) == "unclear"


@pytest.mark.parametrize("path", [PHILIPPINES, TURKEY])
def test_a_law_that_was_told_is_not_denied_afterwards(path: str) -> None:
    read = country(path)
    assert "law" in [fact.key for fact in told_of(read, TODAY).facts]
    assert law_fit(read, farm=False, today=TODAY) == "unclear"


def test_no_country_an_old_one_and_a_likely_law_have_none() -> None:
    likely = country(
        TEALAND,
        "all who sell tea.\n  confidence: confirmed",
        "all who sell tea.\n  confidence: likely",
    )
    assert law_fit(None, farm=True, today=TODAY) == "none"
    assert law_fit(country(TEALAND), farm=True, today=LATE) == "none"
    assert law_fit(likely, farm=True, today=TODAY) == "none"
