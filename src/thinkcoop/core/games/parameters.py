"""A game's parameters as somebody wrote them: the game, or one sentence on what is allowed.

Knows every game only by its schema and its faults. The sentences are for authors and the command
line, in English; nothing here is ever shown in a room.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from thinkcoop.core.games.base import GameRules
from thinkcoop.core.module.places import Plain

Described = Mapping[str, Any]
"""A piece of a JSON Schema, as pydantic makes it."""


def parameters(kind: type[GameRules]) -> tuple[str, ...]:
    """Return the names of a game's parameters, as they are written in a file."""
    return tuple(kind.model_json_schema()["properties"])


def with_parameters(kind: type[GameRules], written: Mapping[str, Plain]) -> GameRules | str:
    """Return the game with these parameters, or a sentence that names what is allowed."""
    try:
        rules = kind.model_validate(written)
    except ValidationError as no:
        return _allowed(kind.model_json_schema(), no)
    for key, what, mend in rules.faults():
        return f"{key} makes no sense: {what}; {mend[:1].lower()}{mend[1:]}"
    return rules


def _allowed(schema: Described, no: ValidationError) -> str:
    """What may stand where the first mistake is."""
    where = no.errors(include_url=False)[0]["loc"]
    if not where or where[0] not in schema["properties"]:
        return "These parameters do not go together."
    key = str(where[0])
    return f"{key} takes {_described(schema['properties'][key], schema.get('$defs', {}))}."


def _described(piece: Described, parts: Described) -> str:
    """What a piece of a schema allows, in words."""
    if "$ref" in piece:
        piece = parts[piece["$ref"].rpartition("/")[2]]
    if "anyOf" in piece:
        piece = next(each for each in piece["anyOf"] if each.get("type") != "null")
    if "enum" in piece:
        return f"one of: {', '.join(map(str, piece['enum']))}"
    match piece.get("type"):
        case "integer":
            return f"a whole number from {piece['minimum']} to {piece['maximum']}"
        case "boolean":
            return "true or false"
        case "array":
            return _list_described(piece, parts)
        case "object":
            keys = piece["properties"].items()
            return ", ".join(f"{key}: {_described(each, parts)}" for key, each in keys)
        case _:
            return f"a value like {piece.get('default')}"


def _list_described(piece: Described, parts: Described) -> str:
    least, most = piece.get("minItems", 0), piece["maxItems"]
    said = f"a list of {least} to {most}, each {_described(piece['items'], parts)}"
    return f"{said}, like {json.dumps(piece['default'])}" if "default" in piece else said
