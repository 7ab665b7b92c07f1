"""JSON Schemas of the module files, for editors that complete and underline while one writes.

They are made from the very classes that the reader uses, in the short form in which people write:
`say: Welcome.`, `minutes: 5`, `show: my-trouble`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel

from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.draft import KindTable, Variants
from thinkcoop.core.module.model import Activity, Module, Step

Json = dict[str, Any]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
MODULE_SCHEMA = "module.schema.json"
ACTIVITY_SCHEMA = "activity.schema.json"
DECISION_SCHEMA = "decision.schema.json"
COUNTRY_SCHEMA = "country.schema.json"
WRITTEN_BY_THE_READER = ("activities", "decision", "countries", "digest")
A_BREAK = ("break", "text", "picture")


def schemas(kinds: KindTable) -> Mapping[str, Json]:
    """The schema of each kind of file, under the name of the file in `docs/formats/`."""
    return {
        MODULE_SCHEMA: _module(),
        ACTIVITY_SCHEMA: _activity(kinds),
        DECISION_SCHEMA: _whole(
            "decision.yaml of a Think.Coop module", _tidy(Decision.model_json_schema())
        ),
        COUNTRY_SCHEMA: _whole("a country file of Think.Coop", _tidy(Country.model_json_schema())),
    }


def _module() -> Json:
    schema = _tidy(Module.model_json_schema())
    for key in WRITTEN_BY_THE_READER:
        del schema["properties"][key]
    schema["$defs"]["Row"] = _row(schema["$defs"]["Row"])
    return _whole("module.yaml of a Think.Coop module", schema)


def _row(schema: Json) -> Json:
    """An activity, or a break with its sentence and picture: never both."""
    properties = schema["properties"]
    activity = {key: properties[key] for key in ("activity", "minutes")}
    rest = {key: properties[key] for key in A_BREAK}
    forms = (_closed(activity, ["activity"]), _closed(rest, list(A_BREAK)))
    return {"description": schema["description"], "oneOf": list(forms)}


def _closed(properties: Json, required: list[str]) -> Json:
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def _activity(kinds: KindTable) -> Json:
    schema = _tidy(Activity.model_json_schema())
    defs = schema["$defs"]
    forms: list[Json] = []
    for kind, model in kinds.classes.items():
        step = _tidy(model.model_json_schema())
        defs.update(step.pop("$defs", {}))
        for each in _variants(step, kinds.variants.get(kind), defs):
            forms.extend(_forms(kind, model, each, kinds.short.get(kind)))
    defs["Step"] = {"description": (Step.__doc__ or "").strip(), "oneOf": forms}
    minutes = dict(defs["Minutes"])
    minutes["properties"] = {key: minutes["properties"][key] for key in ("plan", "least", "most")}
    plan = {**minutes, "required": ["plan"]}
    schema["properties"]["minutes"] = {"anyOf": [minutes["properties"]["plan"], plan]}
    return _whole("an activity file of a Think.Coop module", schema)


def _variants(step: Json, variants: Variants | None, defs: Json) -> Iterator[Json]:
    """The step once for each shape that a part of it may have, or just as it is.

    The shapes and what they are made of are put into `defs`.
    """
    if variants is None:
        yield step
        return
    for name, model in variants.classes.items():
        shape = _tidy(model.model_json_schema())
        defs.update(shape.pop("$defs", {}))
        defs[model.__name__] = shape
        chosen = {**step["properties"][variants.named], "const": name}
        part = {"$ref": f"#/$defs/{model.__name__}"}
        properties = {**step["properties"], variants.named: chosen, variants.inner: part}
        yield {**step, "properties": properties}


def _forms(kind: str, model: type[BaseModel], step: Json, other: str | None) -> Iterator[Json]:
    """How a step of this kind may be written. Most have one way."""
    properties = dict(step["properties"])
    del properties["kind"]
    minutes = {"anyOf": [{"$ref": "#/$defs/Minutes"}, {"$ref": "#/$defs/PlainMinutes"}]}
    properties["minutes"] = minutes
    if other:
        properties[other] = {"anyOf": [properties[other], properties[other]["items"]]}
        yield _form(kind, other, properties, step)
    yield _form(kind, "text", properties, step)


def _form(kind: str, stands_for: str, properties: Json, step: Json) -> Json:
    required = [key for key in step["required"] if key != stands_for]
    others = {key: value for key, value in properties.items() if key != stands_for}
    closed = _closed({kind: properties[stands_for], **others}, [kind, *required])
    return {"description": step["description"], **closed}


def _whole(title: str, schema: Json) -> Json:
    defs = dict(schema.pop("$defs"))
    if "Minutes" in defs:
        defs["PlainMinutes"] = defs["Minutes"]["properties"]["plan"]
    used = _used(schema, defs)
    kept = {name: defs[name] for name in sorted(defs) if name in used}
    return {"$schema": DIALECT, "title": title, **schema, "$defs": kept}


def _used(schema: Json, defs: Json) -> set[str]:
    """The names of the parts that are reached from the schema itself."""
    found: set[str] = set()
    waiting = list(_references(schema))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting.extend(_references(defs[name]))
    return found


def _references(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            yield schema["$ref"].rsplit("/", 1)[-1]
        for value in schema.values():
            yield from _references(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _references(value)


def _tidy(schema: Json) -> Json:
    """Without invented titles, and without null: no file can say it."""
    tidied: Json = {}
    for key, value in schema.items():
        if key in ("properties", "$defs"):
            tidied[key] = {name: _tidy(each) for name, each in value.items()}
        elif key == "anyOf":
            tidied.update(_tidy(next(each for each in value if each != {"type": "null"})))
        elif key == "title" or (key == "default" and value is None):
            continue
        elif isinstance(value, dict):
            tidied[key] = _tidy(value)
        elif isinstance(value, list):
            tidied[key] = [_tidy(each) if isinstance(each, dict) else each for each in value]
        else:
            tidied[key] = value
    return tidied
