"""Whether a log file is whole: said of every line, with the number of the first that is not.

Reads line by line, so that a file of any size fits in a small memory. Never raises for what
stands in a file: whatever it is, the verdict is a sentence.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from thinkcoop.core.session.events import Event, SessionOpened
from thinkcoop.core.words import SessionId
from thinkcoop.store.codec import CHANGED, START, LogFault, dump, read_json, read_record, seal
from thinkcoop.store.header import NOT_OURS, Header, read_header

LONGEST_LINE = 4_000_000
"""Bytes. The longest event, a room of 400 seated in one go, takes some 5,000."""

Fold = Callable[[Event], str | None]
"""Takes the next event. Returns None, or in a plain sentence why it cannot follow."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What was found. The first `events` events are whole even when the file is not."""

    session: SessionId | None
    """None when not even the header could be read."""
    events: int
    head: str
    """The seal of the last whole event."""
    line: int = 0
    """The first line at fault; 0 when there is none."""
    what: str = ""
    """What is wrong there, as a plain sentence."""

    @property
    def whole(self) -> bool:
        """Whether the file is what it was when it was written."""
        return self.line == 0

    @property
    def plain(self) -> str:
        """The verdict for whoever asked."""
        if self.whole:
            return f"The log of session {self.session} is whole. Events: {self.events}."
        if self.session is None:
            return f"Line {self.line}: {self.what}"
        return f"Line {self.line}: {self.what} Whole events before it: {self.events}."


def file_lines(stream: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file with their line ends, none longer than `verify` needs to see."""
    while line := stream.readline(LONGEST_LINE + 1):
        yield line


def verify(lines: Iterable[bytes], *, fold: Fold | None = None) -> Verdict:
    """Check the lines of a log file: header, order, seals, fields and counts.

    With `fold`, every event is also handed to it in order, once its line is found whole.
    """
    walk = _Walk(fold)
    try:
        for number, line in enumerate(lines, 1):
            walk.take(number, line)
        walk.end()
    except LogFault as fault:
        return walk.verdict(fault.line, fault.what)
    return walk.verdict()


class _Walk:
    """Where the check stands in the file."""

    def __init__(self, fold: Fold | None) -> None:
        self._fold = fold
        self._header: Header | None = None
        self._events = 0
        self._head = START

    def take(self, number: int, line: bytes) -> None:
        record = _record(number, line)
        if self._header is None:
            self._header = read_header(record)
        elif self._events == self._header.events:
            what = f"the log should end here, after {self._events} events, but it goes on."
            raise LogFault(number, what)
        else:
            self._take_event(number, record, self._header)

    def _take_event(self, number: int, record: dict[str, Any], header: Header) -> None:
        seals = record.pop("prev", None), record.pop("hash", None)
        event = read_record(record, line=number, seq=self._events)
        if seals != (self._head, found := seal(self._head, dump(record))):
            raise LogFault(number, CHANGED)
        if self._events == 0 and not _opens(event, header.session):
            what = f"a log begins with SessionOpened of its own session, {header.session}."
            raise LogFault(number, what)
        if self._fold is not None and (unfit := self._fold(event)):
            raise LogFault(number, unfit)
        self._events += 1
        self._head = found

    def end(self) -> None:
        """Check the counts. Raises LogFault when the file ends too early."""
        if self._header is None:
            raise LogFault(1, "the file is empty.")
        if self._events < self._header.events:
            what = f"the file ends here, but {self._header.events} events were written."
            raise LogFault(self._events + 2, what)
        if self._head != self._header.head:
            raise LogFault(1, "the header belongs to another log: its seal is not the last one.")

    def verdict(self, line: int = 0, what: str = "") -> Verdict:
        session = self._header.session if self._header else None
        return Verdict(session=session, events=self._events, head=self._head, line=line, what=what)


def _opens(event: Event, session: SessionId) -> bool:
    return isinstance(event, SessionOpened) and event.session == session


def _record(number: int, line: bytes) -> dict[str, Any]:
    """Return the record in a line, or raise LogFault."""
    if len(line) > LONGEST_LINE:
        what = NOT_OURS if number == 1 else "this line is far too long for an event."
        raise LogFault(number, what)
    if not line.endswith(b"\n"):
        raise LogFault(number, NOT_OURS if number == 1 else "this line is cut off.")
    try:
        record = read_json(line, number)
        same = dump(record).encode() + b"\n" == line
    except (LogFault, ValueError, RecursionError):  # also: text that UTF-8 cannot hold
        what = NOT_OURS if number == 1 else "this line cannot be read; it is damaged."
        raise LogFault(number, what) from None
    if not same:
        raise LogFault(number, "this line is not in the form in which it was written.")
    return record
