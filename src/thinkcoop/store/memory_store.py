"""The store of sessions that nobody needs tomorrow: rehearsals, demonstrations and most tests.

Same promises and same seals as on disk, only that the power must stay on. It writes every event
down in its sealed form, so that what the disk would refuse is refused here as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock

from thinkcoop.app.ports import Mark, Recording, SeatCard, Writing
from thinkcoop.core.session.events import Event
from thinkcoop.core.words import SeatNo, SessionId, StepId
from thinkcoop.store.codec import START, read_chain, seal, write_body
from thinkcoop.store.recordings import check_recordings
from thinkcoop.store.sheets import Place, newest, sheets_from, shredded_by
from thinkcoop.store.trouble import Conflict


@dataclass(slots=True)
class _Log:
    rows: list[tuple[str, str]] = field(default_factory=list)
    cards: dict[SeatNo, SeatCard] = field(default_factory=dict)
    papers: dict[StepId, list[int]] = field(default_factory=dict)
    recordings: dict[str, Recording] = field(default_factory=dict)
    sheets: dict[tuple[int, str, int], str] = field(default_factory=dict)
    wall_ms: int = 0


class MemoryStore:
    """Implements `app.ports.Store`."""

    def __init__(self, *, wall_ms: Callable[[], int]) -> None:
        self._wall_ms = wall_ms
        self._logs: dict[SessionId, _Log] = {}
        self._turn = Lock()

    def sessions(self) -> list[SessionId]:
        return list(self._logs)

    def load(self, session: SessionId) -> list[Event]:
        return list(read_chain(self.sealed(session)))

    def standing(self, session: SessionId) -> tuple[int, str]:
        """Return how many events the log has, and the seal of the last."""
        rows = self._log(session).rows
        return len(rows), _head(rows)

    def head(self, session: SessionId) -> str:
        return self.standing(session)[1]

    def sealed(self, session: SessionId, first: int = 0) -> Iterator[tuple[str, str]]:
        """Yield the sealed part and the seal of every event from position `first` on."""
        yield from self._log(session).rows[first:]

    def papers(self, session: SessionId, step: StepId) -> list[int]:
        return sorted(self._log(session).papers.get(step, []))

    def cards(self, session: SessionId) -> dict[SeatNo, SeatCard]:
        return dict(sorted(self._log(session).cards.items()))

    def marks(self, session: SessionId) -> list[Mark]:
        sheets = self._log(session).sheets
        return sheets_from(session, [(*place, value) for place, value in sheets.items()])

    def recording(self, session: SessionId, digest: str) -> Recording | None:
        return self._log(session).recordings.get(digest)

    def last_wall_ms(self, session: SessionId) -> int:
        return self._log(session).wall_ms

    def write(self, writings: Sequence[Writing]) -> None:
        with self._turn:
            self._write(writings)

    def checkpoint(self) -> None:
        """Nothing waits to be put in order here."""

    def close(self) -> None:
        """Nothing is open here."""

    def _write(self, writings: Sequence[Writing]) -> None:
        check_recordings(writings)
        now = self._wall_ms()
        fresh: dict[SessionId, list[tuple[str, str]]] = {}
        for writing in writings:  # all of it is sealed before any of it is kept
            rows = fresh.setdefault(writing.session, [])
            rows += self._seal(writing, rows)
        marks = newest(writings)
        for writing in writings:
            log = self._logs.setdefault(writing.session, _Log())
            log.rows += fresh.pop(writing.session, [])
            log.cards |= {card.seat: card for card in writing.cards}
            for paper in writing.papers:
                log.papers.setdefault(paper.step, []).append(paper.option)
            for step in writing.emptied:
                log.papers.pop(step, None)
            log.recordings |= {each.digest: each for each in writing.recordings}
            for digest in writing.forgotten:
                log.recordings.pop(digest, None)
            log.wall_ms = now
        for session in shredded_by(writings):
            self._logs[session].sheets.clear()
        self._mark(marks)

    def _mark(self, marks: Mapping[Place, str | None]) -> None:
        """Put these on the sheets, or take off what stands there."""
        for (session, seat, step, item), value in marks.items():
            sheets = self._logs[session].sheets
            sheets.pop((seat, step, item), None)
            if value is not None:
                sheets[seat, step, item] = value

    def _log(self, session: SessionId) -> _Log:
        return self._logs.get(session) or _Log()

    def _seal(self, writing: Writing, before: list[tuple[str, str]]) -> list[tuple[str, str]]:
        kept = self._log(writing.session).rows
        length = len(kept) + len(before)
        if writing.first != length:
            raise Conflict(writing.session, first=writing.first, length=length)
        head = _head(before or kept)
        rows = []
        for seq, event in enumerate(writing.events, writing.first):
            body = write_body(seq, event)
            head = seal(head, body)
            rows.append((body, head))
        return rows


def _head(rows: list[tuple[str, str]]) -> str:
    return rows[-1][1] if rows else START
