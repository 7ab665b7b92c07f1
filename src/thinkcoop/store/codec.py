"""The written form of an event, and the seal that chains it to the one before.

`docs/formats/log.md` is the specification. The law of this module: reading what was written
gives the same event, and one changed byte is always noticed (`tests/store/test_codec.py`).
Knows no database and no file.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Any, cast

from thinkcoop.core.session.events import Event
from thinkcoop.store.shapes import BY_CLASS, BY_KIND, Shape, Wrong

START = "0" * 64
"""What stands before the first event in place of a seal."""

dump = json.JSONEncoder(
    ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False, check_circular=False
).encode
"""The one way in which we write JSON: keys sorted, no spaces, letters as they are."""


CHANGED = "the seal does not fit: this event or one before it was changed."


class LogFault(Exception):
    """A log cannot be trusted from `line` on. `what` is a plain sentence."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"Line {line}: {what}")
        self.line = line
        self.what = what


def write_body(seq: int, event: Event) -> str:
    """Return the sealed part of an event's line: the event at position `seq` as canonical JSON.

    Raises TypeError when a field holds what could not be read back: that is a bug of the caller,
    and it is found here, before anything reaches the disk.
    """
    shape = BY_CLASS[type(event)]
    values = shape.values(event)
    if tuple(map(type, values)) != shape.types:
        raise TypeError(f"a field of {event!r} does not have the type it is declared with")
    for place, check in shape.deep:
        try:
            check(values[place])
        except Wrong as wrong:
            raise TypeError(f"{shape.names[place]} of {event!r} must be {wrong}") from wrong
    record: dict[str, object] = dict(zip(shape.names, values, strict=True))
    record["kind"] = shape.kind
    record["seq"] = seq
    return dump(record)


def seal(prev: str, body: str) -> str:
    """Return the seal of `body` after an event sealed with `prev`: 64 hex digits.

    Raises UnicodeEncodeError (a ValueError) for text that UTF-8 cannot hold.
    """
    return sha256((prev + body).encode()).hexdigest()


def whole_line(body: str, *, prev: str, seal: str) -> str:
    """Return a line of a log file, without its line end, from its sealed part and its seals."""
    return dump(json.loads(body) | {"prev": prev, "hash": seal})


def read_json(text: str | bytes, line: int) -> dict[str, Any]:
    """Return the JSON object in `text`, or raise LogFault."""
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):  # also: not UTF-8, a number of thousands of digits
        raise LogFault(line, "this cannot be read; the line is damaged.") from None
    if type(found) is not dict:
        raise LogFault(line, "there is no record here, only a bare value.")
    return found


def read_record(record: dict[str, Any], *, line: int, seq: int) -> Event:
    """Return the event in `record`, which must be number `seq`, or raise LogFault.

    Fields that have a default may be absent: they did not exist when the line was written.
    Everything else that is missing, unknown or of a wrong type is refused.
    """
    if type(record.get("seq")) is not int or record["seq"] != seq:
        what = f"event {seq} should be here: a line is missing, doubled or out of order."
        raise LogFault(line, what)
    kind = record.get("kind")
    shape = BY_KIND.get(kind) if type(kind) is str else None
    if shape is None:
        name = kind[:40] if type(kind) is str else "without a name"
        raise LogFault(line, f"this program does not know events of the kind “{name}”.")
    fields = {name: value for name, value in record.items() if name not in ("seq", "kind")}
    _check_names(shape, fields, line)
    for name, value in fields.items():
        try:
            fields[name] = shape.readers[name](value)
        except Wrong as wrong:
            what = f"“{name}” of {shape.kind} must be {wrong}."
            raise LogFault(line, what) from None
    return cast(Event, shape.cls(**fields))


def read_body(body: str, *, line: int, seq: int) -> Event:
    """Return the event in a sealed part, which must be number `seq`, or raise LogFault."""
    return read_record(read_json(body, line), line=line, seq=seq)


def read_chain(rows: Iterable[tuple[str, str]]) -> Iterator[Event]:
    """Yield the events of sealed parts with their seals, from the beginning of a log.

    Raises LogFault at the first that was changed; lines are counted from 1.
    """
    prev = START
    for seq, (body, sealed) in enumerate(rows):
        if seal(prev, body) != sealed:
            raise LogFault(seq + 1, CHANGED)
        yield read_body(body, line=seq + 1, seq=seq)
        prev = sealed


def _check_names(shape: Shape, fields: dict[str, object], line: int) -> None:
    missing = sorted(shape.needed - fields.keys())
    if missing:
        raise LogFault(line, f"{shape.kind} lacks “{missing[0]}”.")
    unknown = sorted(fields.keys() - shape.readers.keys())
    if unknown:
        raise LogFault(line, f"this program does not know “{unknown[0][:40]}” in {shape.kind}.")
