"""A session's log as a file that can be read without us: `docs/formats/log.md`.

What is written is what was sealed, byte for byte; nothing is decoded and encoded again on the
way. Ballot papers, seat codes and names are not in the log and so not in the file.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO, Protocol

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.words import SessionId
from thinkcoop.store.codec import START, whole_line
from thinkcoop.store.header import Header, write_header


class SealedLogs(Protocol):
    """What an export needs of a store. Both stores have it."""

    def sessions(self) -> list[SessionId]:
        """All sessions of this device."""

    def standing(self, session: SessionId) -> tuple[int, str]:
        """How many events the log has, and the seal of the last."""

    def sealed(self, session: SessionId, first: int = 0) -> Iterator[tuple[str, str]]:
        """The sealed part and the seal of every event from position `first` on."""


def lines(store: SealedLogs, session: SessionId) -> Iterator[str]:
    """Yield the lines of a session's log file, each with its line end.

    Raises StoreTrouble when this device has no such session. The log may grow meanwhile: what
    is there at the start is what is written.
    """
    if session not in store.sessions():
        raise StoreTrouble(f"There is no session {session} on this device.")
    length, head = store.standing(session)
    yield write_header(Header(session=session, events=length, head=head)) + "\n"
    prev = START
    for body, seal in islice(store.sealed(session), length):
        yield whole_line(body, prev=prev, seal=seal) + "\n"
        prev = seal


def write_ndjson(store: SealedLogs, session: SessionId, stream: BinaryIO) -> int:
    """Write a session's log to `stream` and return the number of events. Raises StoreTrouble."""
    count = -1
    for line in lines(store, session):
        stream.write(line.encode())
        count += 1
    return count
