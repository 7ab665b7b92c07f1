"""The schemas for editors say what the reader says; docs/formats has them (tests/golden)."""

from __future__ import annotations

from typing import Any

from thinkcoop.core.games import GAMES
from thinkcoop.core.games.parameters import parameters
from thinkcoop.core.kinds import KINDS
from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.model import Activity, Module
from thinkcoop.core.module.schema import WRITTEN_BY_THE_READER, schemas

MODULE = schemas(KIND_TABLE)["module.schema.json"]
ACTIVITY = schemas(KIND_TABLE)["activity.schema.json"]
DECISION = schemas(KIND_TABLE)["decision.schema.json"]
COUNTRY = schemas(KIND_TABLE)["country.schema.json"]
FORMS: list[dict[str, Any]] = ACTIVITY["$defs"]["Step"]["oneOf"]


def test_every_key_of_the_files_is_in_the_schemas_and_no_other() -> None:
    assert set(MODULE["properties"]) == set(Module.model_fields) - set(WRITTEN_BY_THE_READER)
    assert set(ACTIVITY["properties"]) == set(Activity.model_fields)
    assert set(DECISION["properties"]) == set(Decision.model_fields)
    assert set(COUNTRY["properties"]) == set(Country.model_fields)


def test_every_kind_has_its_short_form() -> None:
    by_kind = {form["required"][0]: set(form["properties"]) for form in FORMS}
    assert by_kind == {
        kind: (
            {field.alias or name for name, field in model.model_fields.items()} - {"kind", "text"}
        )
        | {kind}
        for kind, model in KINDS.items()
    }


def test_each_game_has_its_own_parameters() -> None:
    games = [form["properties"] for form in FORMS if form["required"][0] == "game"]
    shapes = {form["play"]["const"]: form["set"]["$ref"].rsplit("/", 1)[-1] for form in games}
    assert shapes == {name: rules.__name__ for name, rules in GAMES.items()}
    keys = {name: tuple(ACTIVITY["$defs"][shape]["properties"]) for name, shape in shapes.items()}
    assert keys == {name: parameters(rules) for name, rules in GAMES.items()}
    pot = ACTIVITY["$defs"][shapes["common-pot"]]
    assert pot["properties"]["beans"] == {
        "type": "integer",
        "minimum": 1,
        "maximum": 1_000,
        "default": 10,
    }


def test_show_may_be_written_in_two_ways() -> None:
    required = [form["required"] for form in FORMS if form["required"][0] == "show"]
    assert required == [["show", "text"], ["show", "of"]]


def test_a_row_is_an_activity_or_a_break() -> None:
    required = [form["required"] for form in MODULE["$defs"]["Row"]["oneOf"]]
    assert required == [["activity"], ["break", "text", "picture"]]


def parts(schema: object) -> list[dict[str, Any]]:
    """Every set of keys in a schema, the outer ones first."""
    if isinstance(schema, dict):
        return [schema, *(part for value in schema.values() for part in parts(value))]
    return [part for value in schema for part in parts(value)] if isinstance(schema, list) else []


def test_no_key_can_be_null_and_none_is_unknown() -> None:
    for schema in (MODULE, ACTIVITY, DECISION, COUNTRY):
        every = parts(schema)
        assert [part for part in every if part.get("type") == "null"] == []
        closed = {part.get("additionalProperties") for part in every if "properties" in part}
        assert closed == {False}


def test_every_part_that_is_named_is_there_and_used() -> None:
    for schema in (MODULE, ACTIVITY, DECISION, COUNTRY):
        named = {part["$ref"] for part in parts(schema) if "$ref" in part}
        assert named == {f"#/$defs/{name}" for name in schema["$defs"]}
