"""The first line of a log file: what the file is, and what must follow.

`docs/formats/log.md` is the specification.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from thinkcoop.core.words import SessionId
from thinkcoop.store.codec import LogFault, dump

FORMAT = "thinkcoop-log"
VERSION = 5
"""Written into every log file. Those of all versions up to it are read."""
NOT_OURS = "this is not a log of Think.Coop."
TYPES = {"format": str, "version": int, "session": str, "events": int, "head": str}


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """How many events follow, and the seal of the last one."""

    session: SessionId
    events: int
    head: str


def write_header(header: Header) -> str:
    """Return the first line of a log file, without its line end."""
    return dump(
        {
            "format": FORMAT,
            "version": VERSION,
            "session": header.session,
            "events": header.events,
            "head": header.head,
        }
    )


def read_header(record: dict[str, Any]) -> Header:
    """Return the header in `record`, or raise LogFault for line 1."""
    if record.get("format") != FORMAT:
        raise LogFault(1, NOT_OURS)
    version = record.get("version", 0)
    if type(version) is int and version > VERSION:
        what = f"a newer Think.Coop wrote this log (version {version}); please update this one."
        raise LogFault(1, what)
    if {name: type(value) for name, value in record.items()} != TYPES or version < 1:
        raise LogFault(1, "the header of the log is damaged.")
    return Header(
        session=SessionId(record["session"]), events=record["events"], head=record["head"]
    )
