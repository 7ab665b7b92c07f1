"""A `Process` as plain values under published names, for files, pages and other programs.

The names are those of the fields, in their order; `tests/core/figures/test_process_json.py` holds
every one of them, so that none changes by accident.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass

from thinkcoop.core.figures.process import Process

FORMAT = 1
"""Goes up when a name changes its meaning or goes away; a new name may come at any time."""


def process_json(process: Process) -> dict[str, object]:
    """Return it as texts, numbers, truth values, None, lists and dicts: what JSON can hold."""
    return {"format": FORMAT, **_of_fields(process)}


def _of_fields(value: object) -> dict[str, object]:
    assert is_dataclass(value)
    return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}


def _plain(value: object) -> object:
    if is_dataclass(value):
        return _of_fields(value)
    if isinstance(value, Mapping):
        return {str(key): _plain(each) for key, each in value.items()}
    if isinstance(value, tuple):
        return [_plain(each) for each in value]
    return value
