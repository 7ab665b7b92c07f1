"""What the disk can do to us, and what the convener is told."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import DatabaseError, connections

from tests.store import databases
from thinkcoop.app.ports import Paper, SeatCard, StoreTrouble, Writing
from thinkcoop.core.session.events import Event, Paused, QuestionPut
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.setup import DATABASE, migrate
from thinkcoop.store.trouble import trouble_in

ABC = SessionId("ABC23")
FULL = "The disk is full. Nothing was stored; please make room on it."
BUSY = "Another program keeps the database busy. Nothing was stored; please try again."
READ_ONLY = "The database can only be read here, not written to. Nothing was stored."


def pauses(*moments: int) -> tuple[Event, ...]:
    return tuple(Paused(at=Millis(moment)) for moment in moments)


def long_question() -> Event:
    return QuestionPut(
        at=Millis(1), answer=AnswerId("a"), table=TableNo(1), about="3a", text="why? " * 100_000
    )


def told(store: DatabaseStore, *events: Event) -> str:
    """What the convener is told when these events cannot be appended to two pauses."""
    writing = Writing(
        session=ABC,
        first=2,
        events=events,
        papers=(Paper(step=StepId("s"), option=1),),
        cards=(SeatCard(seat=SeatNo(1), code="1234"),),
    )
    with pytest.raises(StoreTrouble) as caught:
        store.write([writing])
    assert (store.load(ABC), store.cards(ABC)) == (list(pauses(1, 2)), {})
    assert store.papers(ABC, StepId("s")) == []
    return caught.value.plain


@pytest.fixture
def two_pauses(store: DatabaseStore) -> DatabaseStore:
    store.write([Writing(session=ABC, first=0, events=pauses(1, 2))])
    return store


def pragma(alias: str, words: str) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(f"PRAGMA {words}")


def test_a_database_that_may_not_grow_stores_nothing_and_goes_on_when_it_may(
    two_pauses: DatabaseStore, alias: str
) -> None:
    pragma(alias, "max_page_count=1")
    assert told(two_pauses, long_question()) == FULL
    pragma(alias, "max_page_count=100000")
    two_pauses.write([Writing(session=ABC, first=2, events=pauses(3))])
    assert two_pauses.load(ABC) == list(pauses(1, 2, 3))


def test_a_database_locked_by_another_program_is_busy_and_then_free(
    two_pauses: DatabaseStore, alias: str, folder: Path
) -> None:
    pragma(alias, "busy_timeout=30")
    other = sqlite3.connect(folder / DATABASE)
    other.execute("BEGIN IMMEDIATE")
    assert told(two_pauses, *pauses(3)) == BUSY
    other.close()
    two_pauses.write([Writing(session=ABC, first=2, events=pauses(3))])
    assert two_pauses.load(ABC) == list(pauses(1, 2, 3))


def test_a_database_that_may_only_be_read_says_so(two_pauses: DatabaseStore, alias: str) -> None:
    pragma(alias, "query_only=ON")
    assert told(two_pauses, *pauses(3)) == READ_ONLY


@pytest.fixture
def small_disk(folder: Path) -> Iterator[Path]:
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)]
    if os.getuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root can make a small disk")
    yield folder
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_stores_nothing_and_goes_on_when_there_is_room(small_disk: Path) -> None:
    with databases.fresh(small_disk) as alias:
        store = DatabaseStore(wall_ms=lambda: 0, alias=alias)
        store.write([Writing(session=ABC, first=0, events=pauses(1, 2))])
        ballast = small_disk / "ballast"
        with pytest.raises(OSError, match="No space left"):
            ballast.write_bytes(bytes(2_000_000))
        assert told(store, long_question()) == FULL
        ballast.unlink()
        store.write([Writing(session=ABC, first=2, events=pauses(3))])
        assert store.load(ABC) == list(pauses(1, 2, 3))


def test_a_count_that_is_stored_is_never_denied_because_the_wiping_after_it_failed(
    small_disk: Path,
) -> None:
    with databases.fresh(small_disk) as alias:
        store = DatabaseStore(wall_ms=lambda: 0, alias=alias)
        paper = Paper(step=StepId("s"), option=1)
        store.write([Writing(session=ABC, first=0, events=pauses(0), papers=(paper,))])
        for seq in range(1, 100):  # so that the write-ahead log is long,
            store.write([Writing(session=ABC, first=seq, events=pauses(seq))])
            if seq == 60:
                store.checkpoint()  # has room for what comes, and the database has not
        ballast = small_disk / "ballast"
        with pytest.raises(OSError, match="No space left"):
            ballast.write_bytes(bytes(2_000_000))
        writing = Writing(session=ABC, first=100, events=pauses(100), emptied=(StepId("s"),))
        store.write([writing])
        assert (store.standing(ABC)[0], store.papers(ABC, StepId("s"))) == (101, [])
        with pytest.raises(StoreTrouble) as caught:
            store.checkpoint()
        assert caught.value.plain == FULL
        ballast.unlink()
        store.checkpoint()
        assert (small_disk / f"{DATABASE}-wal").stat().st_size < 10_000


def test_what_is_no_database_is_said_to_be_none(folder: Path) -> None:
    folder.mkdir()
    (folder / DATABASE).write_bytes(b"shopping list\n" * 500)
    with databases.attached(folder) as alias, pytest.raises(StoreTrouble) as caught:
        migrate(alias)
    assert caught.value.plain == (
        "The database file is not a database. Please go back to a copy of it."
    )


def test_a_missing_folder_cannot_be_opened(tmp_path: Path) -> None:
    with databases.attached(tmp_path / "gone") as alias, pytest.raises(StoreTrouble) as caught:
        DatabaseStore(wall_ms=lambda: 0, alias=alias)
    assert caught.value.plain == (
        "The database file cannot be opened. Nothing was stored; is the disk still there?"
    )


@pytest.mark.parametrize(
    ("sql", "plain"),
    [
        (
            "UPDATE logged_event SET body = replace(body, '\"at\":2', '\"at\":9') WHERE seq = 1",
            (
                "The log of session ABC23 is damaged at event 2: "
                "the seal does not fit: this event or one before it was changed."
            ),
        ),
        (
            "DELETE FROM logged_event WHERE seq = 0",
            "The log of session ABC23 is damaged: events are missing.",
        ),
        (
            "DELETE FROM logged_event WHERE seq = 1",
            "The log of session ABC23 is damaged: events are missing.",
        ),
    ],
)
def test_a_log_somebody_meddled_with_is_not_loaded(
    two_pauses: DatabaseStore, alias: str, sql: str, plain: str
) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute(sql)
    with pytest.raises(StoreTrouble) as caught:
        two_pauses.load(ABC)
    assert caught.value.plain == plain


def test_a_bug_of_ours_is_not_told_as_trouble_with_the_disk(
    two_pauses: DatabaseStore, alias: str
) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("DROP TABLE seat_card")
    with pytest.raises(DatabaseError, match="no such table: seat_card"):
        two_pauses.cards(ABC)


def test_an_error_that_no_database_made_is_no_trouble() -> None:
    assert trouble_in(ValueError("not from a database")) is None


class OperationalError(Exception):
    """What Django makes of a broken connection; here without Django and without a server."""


class ServerSaid(Exception):
    """What a PostgreSQL driver raises: the code is all that we look at."""

    def __init__(self, sqlstate: str | None) -> None:
        self.sqlstate = sqlstate


@pytest.mark.parametrize(
    ("sqlstate", "plain"),
    [
        ("53100", "The database server has no room left. Nothing was stored."),
        ("08006", "The database server cannot be reached. Nothing was stored."),
        ("57P01", "The database server is shutting down. Nothing was stored."),
        ("25006", READ_ONLY),
        ("55P03", BUSY),
        (None, "The database server cannot be reached. Nothing was stored."),
    ],
)
def test_a_server_in_trouble_is_told_plainly(sqlstate: str | None, plain: str) -> None:
    error = OperationalError()
    error.__cause__ = ServerSaid(sqlstate)
    found = trouble_in(error)
    assert found is not None
    assert found.plain == plain


@pytest.mark.parametrize("sqlstate", ["42P01", "23505", None])
def test_a_server_we_used_wrongly_is_not_in_trouble(sqlstate: str | None) -> None:
    assert trouble_in(ServerSaid(sqlstate)) is None
