"""Logs, ballot papers, private sheets, seat cards and recordings in SQLite or PostgreSQL.

One write is one transaction and one flush; nothing is acknowledged before. Papers and the log
meet in the same transaction and nowhere else: how a stored paper is kept from being traced to a
seat is told in `docs/decisions/0008-ballots-secret-in-the-data.md`, and how private sheets go
when their session closes in `docs/decisions/0019-private-sheets.md`.
Knows nothing of rules. Raw cursors: this is the path of every answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from django.db import DEFAULT_DB_ALIAS, DatabaseError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.utils import CursorWrapper
from django.db.transaction import atomic

from thinkcoop.app.ports import Mark, Recording, SeatCard, StoreTrouble, Writing
from thinkcoop.core.session.events import Event
from thinkcoop.core.words import SeatNo, SessionId, StepId
from thinkcoop.store import sqlite_calm
from thinkcoop.store.appending import append, keep_recordings, put_marks, put_papers
from thinkcoop.store.codec import START, LogFault, read_chain
from thinkcoop.store.recordings import check_recordings
from thinkcoop.store.sheets import sheets_from
from thinkcoop.store.trouble import trouble_in

CHUNK = 500
"""Events read in one go: a reader must not stand in the way of a checkpoint for long."""

SESSIONS = "SELECT session FROM session_log ORDER BY number"
STANDING = "SELECT length, head, wall_ms FROM session_log WHERE session = %s"
EVENTS = (
    "SELECT body, seal FROM logged_event WHERE session = %s AND seq >= %s AND seq < %s ORDER BY seq"
)
PAPERS = "SELECT option FROM ballot_paper WHERE session = %s AND step = %s"
MARKS = "SELECT seat, step, item, value FROM private_mark WHERE session = %s"
RECORDING = "SELECT kind, body FROM recording WHERE session = %s AND digest = %s"
CARDS = "SELECT seat, code, name, hand FROM seat_card WHERE session = %s ORDER BY seat"


class DatabaseReader:
    """Reads what is stored and disturbs nobody: for a second process beside the server.

    Usable from any thread. Each thread gets a connection of its own and must `close` it.
    """

    def __init__(self, *, alias: str = DEFAULT_DB_ALIAS) -> None:
        self._alias = alias

    def sessions(self) -> list[SessionId]:
        return [SessionId(session) for (session,) in self._ask(SESSIONS)]

    def load(self, session: SessionId) -> list[Event]:
        try:
            return list(read_chain(self.sealed(session)))
        except LogFault as fault:
            plain = f"The log of session {session} is damaged at event {fault.line}: {fault.what}"
            raise StoreTrouble(plain) from fault

    def standing(self, session: SessionId) -> tuple[int, str]:
        """Return how many events the log has, and the seal of the last."""
        length, head, _wall_ms = self._row(session)
        return length, head

    def head(self, session: SessionId) -> str:
        return self.standing(session)[1]

    def sealed(self, session: SessionId, first: int = 0) -> Iterator[tuple[str, str]]:
        """Yield the sealed part and the seal of every event from position `first` on.

        Raises StoreTrouble when the database has lost some of them.
        """
        length, _head = self.standing(session)
        for start in range(first, length, CHUNK):
            end = min(start + CHUNK, length)
            rows = self._ask(EVENTS, session, start, end)
            if len(rows) != end - start:
                raise StoreTrouble(f"The log of session {session} is damaged: events are missing.")
            yield from rows

    def papers(self, session: SessionId, step: StepId) -> list[int]:
        return sorted(option for (option,) in self._ask(PAPERS, session, step))

    def cards(self, session: SessionId) -> dict[SeatNo, SeatCard]:
        return {
            seat: SeatCard(seat=seat, code=code, name=name, hand=hand)
            for seat, code, name, hand in self._ask(CARDS, session)
        }

    def marks(self, session: SessionId) -> list[Mark]:
        return sheets_from(session, self._ask(MARKS, session))

    def recording(self, session: SessionId, digest: str) -> Recording | None:
        rows = self._ask(RECORDING, session, digest)
        return Recording(digest, rows[0][0], bytes(rows[0][1])) if rows else None

    def last_wall_ms(self, session: SessionId) -> int:
        return self._row(session)[2]

    def close(self) -> None:
        """Close the connection of the thread that calls this."""
        self._connection.close()

    @property
    def _connection(self) -> BaseDatabaseWrapper:
        return connections[self._alias]

    @contextmanager
    def _cursor(self) -> Iterator[CursorWrapper]:
        connection = self._connection
        with plain_trouble(connection):
            connection.ensure_connection()
            # Not connection.cursor(): with DEBUG on, that one keeps a list of all that was stored.
            with connection.make_cursor(connection.create_cursor()) as cursor:
                yield cursor

    def _ask(self, question: str, *values: str | int) -> list[tuple[Any, ...]]:
        with self._cursor() as cursor:
            cursor.execute(question, values)
            rows: list[tuple[Any, ...]] = cursor.fetchall()
            return rows

    def _row(self, session: SessionId) -> tuple[int, str, int]:
        rows = self._ask(STANDING, session)
        return rows[0] if rows else (0, START, 0)


class DatabaseStore(DatabaseReader):
    """Implements `app.ports.Store`. One in a process, one process on a database: `device_lock`.

    Making one finishes what a power cut may have left: no trace of a counted ballot
    or of a shredded sheet.
    """

    def __init__(self, *, wall_ms: Callable[[], int], alias: str = DEFAULT_DB_ALIAS) -> None:
        super().__init__(alias=alias)
        self._wall_ms = wall_ms
        self._to_wipe = True
        self.checkpoint()

    def write(self, writings: Sequence[Writing]) -> None:
        check_recordings(writings)
        now = self._wall_ms()
        whole = atomic(using=self._alias, durable=True)
        with plain_trouble(self._connection), whole, self._cursor() as cursor:
            for writing in writings:
                append(cursor, writing, now)
                keep_recordings(cursor, writing)
            put_papers(cursor, writings)
            put_marks(cursor, writings)
        if any(writing.forgotten for writing in writings):
            self._to_wipe = True  # at the next calm moment
        if any(writing.emptied or writing.shredded for writing in writings):
            self._to_wipe = True
            self._try_wipe()

    def checkpoint(self) -> None:
        """Put things in order, at a calm moment: between steps, when nobody waits for an answer.

        Waits for no reader. Raises StoreTrouble when the disk fails; what was written is safe.
        """
        if self._connection.vendor != "sqlite":
            return
        with plain_trouble(self._connection):
            if self._to_wipe:
                self._to_wipe = not sqlite_calm.wipe(self._connection)
            else:
                sqlite_calm.move(self._connection)
            sqlite_calm.begin(self._connection)

    def _try_wipe(self) -> None:
        # What was written is on disk already. Trouble here must not be told as if it were not,
        # and it is not forgotten either: the next checkpoint tries again.
        with suppress(StoreTrouble):
            self.checkpoint()


@contextmanager
def plain_trouble(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Turn what the disk or the server does to us into StoreTrouble; let our own bugs through."""
    try:
        yield
    except DatabaseError as error:
        trouble = trouble_in(error)
        if trouble is None:
            raise
        connection.close_if_unusable_or_obsolete()
        raise trouble from error
