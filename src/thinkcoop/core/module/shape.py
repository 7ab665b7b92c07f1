"""Every complaint of the schema library becomes one diagnostic in plain words, with its place.

Values are compared strictly, as JSON: words are never taken for numbers nor numbers for words, so
that the check here and the JSON Schema for editors say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from thinkcoop.core.module.diagnostics import Diagnostic, report
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.places import Path, Plain, Sheet
from thinkcoop.core.module.yaml_text import short

Shaped = TypeVar("Shaped", bound=BaseModel)
Words = tuple[str, Mapping[str, object]]
"""A code and the words its sentences need."""

HIDDEN = frozenset({"kind", "activities", "decision", "countries", "digest"})
"""Fields that the reader fills in itself: as keys of a file they do not exist."""

WANTED = {
    "string_type": "words",
    "int_type": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "model_type": "keys with values",
    "dict_type": "keys with values",
}
MENDS = {
    "words": "Write words. Put a number that is meant as words in quotes.",
    "a whole number": "Write digits without quotes, such as 5.",
    "a number": "Write digits without quotes, such as 5 or 2.5.",
    "true or false": "Write true or false, without quotes.",
    "a list": "Write each on a line of its own that begins with `- `.",
    "keys with values": "Write lines of `key: value`, or {key: value}.",
}
FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": ("small letters and digits joined by -", "market-stall"),
    r"^\d+\.\d+\.\d+$": ("three numbers joined by dots", "1.0.0"),
    r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": ("a language code", "km"),
    r"^[a-z]{2}$": ("the code of a country", "kh"),
}
BOUNDS = {
    "greater_than": ("gt", "more than"),
    "greater_than_equal": ("ge", "at least"),
    "less_than": ("lt", "less than"),
    "less_than_equal": ("le", "at most"),
}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a value came from, and the author's words for fields that have others here."""

    sheet: Sheet
    path: Path = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def named(self, path: Path) -> Path:
        """`path` in the author's words."""
        return (self.names.get(str(path[0]), path[0]), *path[1:]) if path else ()


def shaped(
    model: type[Shaped], value: Plain, origin: Origin
) -> tuple[Shaped | None, list[Diagnostic]]:
    """Return `value` as a `model`, or None and everything that is wrong with it."""
    hidden = _hidden_keys(model, value, origin)
    try:
        return (
            None if hidden else model.model_validate_json(json.dumps(value), strict=True)
        ), hidden
    except ValidationError as trouble:
        found: dict[tuple[str, Path], Diagnostic] = {}
        for error in trouble.errors(include_url=False):
            _tell(model, error, origin, found)
        return None, [*hidden, *found.values()]


def _hidden_keys(model: type[BaseModel], value: Plain, origin: Origin) -> list[Diagnostic]:
    if not isinstance(value, dict) or "kind" in model.model_fields:
        return []
    known = known_keys(model, ())
    return [
        _report(origin, (key,), "M102", key=key, mend=did_you_mean(key, known))
        for key in value
        if key in HIDDEN and key in model.model_fields
    ]


def _tell(
    model: type[BaseModel],
    error: ErrorDetails,
    origin: Origin,
    found: dict[tuple[str, Path], Diagnostic],
) -> None:
    path: Path = tuple(key for key in error["loc"] if key != "[key]")
    kind = error["type"]
    told: Words | None
    if kind == "missing":
        path, told = _missing(model, error, origin)
    elif kind == "extra_forbidden":
        told = "M102", {"mend": _known(model, path, origin)}
    else:
        path = _written(path, origin)
        told = next((tell(kind, error) for sign, tell in TELLERS if sign in kind), None)
        told = told or (
            "M103",
            {"wanted": "something else", "got": got(error["input"]), "mend": error["msg"]},
        )
    code, words = told
    if words.get("drop"):
        return
    found[code, path] = _report(origin, path, code, **{"key": _key(origin.named(path)), **words})


def _written(path: Path, origin: Origin) -> Path:
    """The part of `path` that stands in the file: `minutes: 5` has no `plan`."""
    while path and (*origin.path, *origin.named(path)) not in origin.sheet.places:
        path = path[:-1]
    return path


def _report(origin: Origin, path: Path, code: str, **words: object) -> Diagnostic:
    place = origin.sheet.at((*origin.path, *origin.named(path)))
    return report(code, origin.sheet.file, place, **words)


def _key(path: Path) -> str:
    names = [part for part in path if isinstance(part, str)]
    return short(names[-1]) if names else "this"


def _missing(model: type[BaseModel], error: ErrorDetails, origin: Origin) -> tuple[Path, Words]:
    path: Path = error["loc"]
    if isinstance(path[-1], int):
        words = {"got": f"{len(error['input'])} parts", "bound": f"at least {path[-1] + 1}"}
        return path[:-1], ("M108", {**words, "mend": "Add what is missing."})
    wanted = _wanted(_schema_at(model, path))
    return path, ("M101", {"wanted": wanted})


def _known(model: type[BaseModel], path: Path, origin: Origin) -> str:
    known = known_keys(model, path[:-1])
    named = {origin.names.get(key, key) for key in known} if len(path) == 1 else known
    return did_you_mean(str(path[-1]), named)


def known_keys(model: type[BaseModel], path: Path) -> set[str]:
    """The keys that may stand at `path` of a `model`."""
    return set(_schema_at(model, path).get("properties", ())) - HIDDEN


@cache
def _schema(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _schema_at(model: type[BaseModel], path: Path) -> dict[str, Any]:
    top = _schema(model)
    here = top
    for key in path:
        here = _plain_schema(top, here)
        inside = (
            here.get("properties", {}) if isinstance(key, str) else {key: here.get("items", {})}
        )
        here = inside.get(key, {})
    return _plain_schema(top, here)


def _plain_schema(top: dict[str, Any], here: dict[str, Any]) -> dict[str, Any]:
    if "$ref" in here:
        here = top["$defs"][here["$ref"].rsplit("/", 1)[-1]]
    return here


def _wanted(schema: Mapping[str, Any]) -> str:
    if schema.get("pattern") in FORMS:
        wanted, example = FORMS[schema["pattern"]]
        return f"{wanted}, such as {example}"
    if schema.get("format") == "date":
        return "a date, such as 2026-11-23"
    if "properties" in schema:
        keys = ", ".join(schema.get("required", ()) or schema["properties"])
        return f"the keys {keys}"
    kinds = {"integer": "a whole number", "number": "a number", "boolean": "true or false"}
    return {**kinds, "array": "a list"}.get(schema.get("type", ""), "words")


def got(value: object) -> str:
    """The value that stands there, as one says it."""
    match value:
        case bool():
            return "true" if value else "false"
        case int() | float():
            return f"the number {value}"
        case str():
            return f"“{short(value)}”" if value.strip() else "nothing"
        case list():
            return "a list"
        case _:
            return "a set of keys"


def _tell_type(kind: str, error: ErrorDetails) -> Words:
    wanted = WANTED.get(kind, "another value")
    return "M103", {
        "wanted": wanted,
        "got": got(error["input"]),
        "mend": MENDS.get(wanted, error["msg"]),
    }


def _tell_bound(kind: str, error: ErrorDetails) -> Words:
    name, words = BOUNDS[kind]
    bound = error["ctx"][name]
    return "M104", {"got": error["input"], "bound": f"{words} {bound:g}"}


def _tell_choice(kind: str, error: ErrorDetails) -> Words:
    allowed = re.findall(r"'([^']*)'", error["ctx"]["expected"])
    mend = did_you_mean(str(error["input"]), allowed)
    return "M105", {"got": got(error["input"]), "allowed": ", ".join(allowed), "mend": mend}


def _tell_form(kind: str, error: ErrorDetails) -> Words:
    wanted, example = FORMS.get(error["ctx"]["pattern"], (error["ctx"]["pattern"], "see the guide"))
    return "M106", {"got": got(error["input"]), "wanted": wanted, "example": example}


def _tell_words(kind: str, error: ErrorDetails) -> Words:
    if kind == "string_too_short":
        return "M107", {
            "got": "no words",
            "bound": "some",
            "mend": "Write the words, or delete the key.",
        }
    most = error["ctx"]["max_length"]
    size = len(error["input"])
    return "M107", {
        "got": f"{size} letters",
        "bound": f"at most {most}",
        "mend": "Make it shorter.",
    }


def _tell_list(kind: str, error: ErrorDetails) -> Words:
    size = len(error["input"])
    if kind == "too_long":
        bound, mend = f"at most {error['ctx']['max_length']}", "Take some out."
        return "M108", {"got": f"{size} parts", "bound": bound, "mend": mend}
    least = error["ctx"]["min_length"]
    # The library leaves out parts that have mistakes of their own when it counts; we do not.
    words = {"got": f"{size} parts", "bound": f"at least {least}", "mend": "Add what is missing."}
    return "M108", {**words, "drop": size >= least}


def _tell_date(kind: str, error: ErrorDetails) -> Words:
    return "M109", {"got": got(error["input"])}


TELLERS: tuple[tuple[str, Callable[[str, ErrorDetails], Words]], ...] = (
    ("date_", _tell_date),
    ("literal_error", _tell_choice),
    ("string_pattern", _tell_form),
    ("string_too_", _tell_words),
    ("too_short", _tell_list),
    ("too_long", _tell_list),
    ("_than", _tell_bound),
    ("_type", _tell_type),
)
"""What each complaint is told as; the first sign that is in its name counts."""
