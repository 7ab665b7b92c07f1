"""Country files: what each must have, so that nothing unsure is said as a fact."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.core.module.tea import PICTURES, TEA, TODAY, changed, read, told
from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.read import read_module

FILE = "countries/te.yaml"
SHIPPED = Path(__file__).parents[3] / "modules" / "_countries"
REGISTERS = "The town hall writes down each new group."


def after(right: str, wrong: str) -> list[str]:
    return [line.split(" ", 1)[1] for line in told(read(changed(FILE, right, wrong)).diagnostics)]


def test_a_module_has_its_countries() -> None:
    module = read(TEA).module
    assert module is not None
    assert [(country.code, country.name) for country in module.countries] == [("te", "Tealand")]


def test_a_country_belongs_to_what_the_digest_names() -> None:
    other = changed(FILE, "name: Tealand", "name: Sugarland")
    tea, changed_ = read(TEA).module, read(other).module
    assert tea is not None
    assert changed_ is not None
    assert tea.digest != changed_.digest


def test_a_country_has_its_facts_in_the_order_in_which_they_are_told() -> None:
    module = read(TEA).module
    assert module is not None
    assert [key for key, _ in module.countries[0].facts()] == [
        "law",
        "who_registers",
        "least_members",
        "trades_allowed",
        "least_capital",
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        (
            "  note: One page says five.\n",
            "  value: Five.\n",
            "M612 `least_members` is unknown and has a value",
        ),
        (
            f"  value: {REGISTERS}\n",
            "",
            "M612 `who_registers` is likely and has no value",
        ),
        (
            f"  value: {REGISTERS}\n  confidence: likely\n  source: tests/modules/tea\n",
            f"  value: {REGISTERS}\n  confidence: likely\n",
            "M612 `who_registers` is likely and has no source",
        ),
        ("code: te", "code: ta", "M613 the code of this country is `ta`, and the file has"),
        ("code: te", "code: tea", "M106 `code` is “tea”; it must be the code of a country"),
        ("reach: any", "reach: all", "M105 `reach` is “all”; it must be one of any, farm"),
        (
            "ask: Ask the tea club before you sign or pay.",
            f"ask: Ask the tea club {'and others ' * 9}before you sign or pay.",
            "M502 a sentence of `ask` has 27 words",
        ),
    ],
)
def test_what_is_wrong_with_a_country_is_told(right: str, wrong: str, expected: str) -> None:
    [line] = after(right, wrong)
    assert line.startswith(expected)


def test_the_facts_of_a_country_grow_old() -> None:
    late = read(TEA, today=date(2028, 11, 2)).diagnostics
    assert [each.what for each in late if each.file == FILE] == [
        "the facts of Tealand were to be checked again by 2028-11-01"
    ]


def test_the_countries_that_we_ship_have_nothing_wrong() -> None:
    files = {f"countries/{path.name}": path.read_text("utf-8") for path in SHIPPED.glob("*.yaml")}
    result = read_module({**TEA, **files}, kinds=KIND_TABLE, pictures=PICTURES, today=TODAY)
    assert [each for each in result.diagnostics if each.file in files] == []
    codes = [each.value.code for each in result.draft.countries if each.value is not None]
    assert codes == ["kh", "la", "mm", "ph", "te", "tr"]


def test_nothing_that_was_not_confirmed_for_cambodia_has_a_value() -> None:
    files = {FILE.replace("te", "kh"): (SHIPPED / "kh.yaml").read_text("utf-8")}
    result = read({**TEA, **files})
    cambodia = result.draft.countries[0].value
    assert cambodia is not None
    assert [key for key, fact in cambodia.facts() if fact.value is None] == [
        "least_members",
        "least_capital",
    ]
    assert cambodia.trades_allowed.reach == "farm"
