"""What a form sent, read strictly: a field is what it should be, or the form is not read at all.

Numbers may stand in the reader's own digits. Nothing here knows what the fields are for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl

from thinkcoop.core.words import Why

MOST_FIELDS = 300
NUMBER = re.compile(r"-?\d{1,12}")  # \d: the digits of every script
CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}")


class BadForm(Exception):
    """The form cannot be read; nothing of it is used."""

    def __init__(self, why: Why = Why.UNREADABLE) -> None:
        super().__init__(why)
        self.why = why


class Form:
    """The fields of a form, each with all its values in order."""

    def __init__(self, fields: dict[str, list[str]]) -> None:
        self.fields = fields

    def __contains__(self, name: str) -> bool:
        return name in self.fields

    def text(self, name: str, default: str = "") -> str:
        """The one value of a field. Raises BadForm when it came more than once."""
        values = self.fields.get(name, [default])
        if len(values) != 1:
            raise BadForm
        return values[0]

    def matching(self, name: str, pattern: str, default: str = "") -> str:
        """The one value of a field. Raises BadForm when it is there and not like `pattern`."""
        value = self.text(name, default)
        if value != default and not re.fullmatch(pattern, value, re.ASCII):
            raise BadForm
        return value

    def number(self, name: str, default: int | None = None) -> int:
        """A whole number. Raises BadForm when it is none, or missing without a default."""
        value = self.text(name)
        if not value and default is not None:
            return default
        return whole(value)

    def flag(self, name: str) -> bool:
        """Whether a field is set: 1 is yes, 0, nothing and a missing field are no."""
        value = self.text(name)
        if value not in ("", "0", "1"):
            raise BadForm
        return value == "1"


def whole(value: str) -> int:
    """The whole number in `value`, in the digits of any script. Raises BadForm for all else."""
    if not NUMBER.fullmatch(value):
        raise BadForm
    return int(value)


def read_form(body: bytes) -> Form:
    """Read an urlencoded body. Raises BadForm for anything that is not exactly that."""
    if not body:
        return Form({})
    try:
        pairs = parse_qsl(
            body.decode("utf-8"),
            keep_blank_values=True,
            strict_parsing=True,
            errors="strict",
            max_num_fields=MOST_FIELDS,
        )
    except ValueError:  # also: not UTF-8
        raise BadForm from None
    return checked_form(pairs)


def checked_form(pairs: Iterable[tuple[str, str]]) -> Form:
    """The form with these fields. Raises BadForm for names and letters that no form of ours has."""
    fields: dict[str, list[str]] = {}
    for name, value in pairs:
        if not NAME.fullmatch(name):
            raise BadForm
        if CONTROL.search(value):
            raise BadForm(Why.TEXT_UNREADABLE)
        fields.setdefault(name, []).append(value)
    return Form(fields)
