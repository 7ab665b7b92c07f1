"""What the bytes on the disk tell about private sheets: nothing, once their session is closed.

The rules that these tests hold up are told in `docs/decisions/0019-private-sheets.md`.
"""

from __future__ import annotations

import io
import re
import shutil
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest
from django.core.management import call_command
from django.db import OperationalError, connections
from django.test import override_settings

from tests.store import databases
from thinkcoop.app.ports import Mark, Writing
from thinkcoop.core.session.events import Event, Paused, PrivateGiven, SessionClosed
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.export import write_ndjson
from thinkcoop.store.setup import DATABASE, is_up_to_date, migrate

ABC = SessionId("ABC23")
XYZ = SessionId("XYZ89")
PATH = StepId("5c-private")
ITEMS = 14
PIECE = 12
"""Digits. So many of a secret never stand in a seal by chance."""
WAL = f"{DATABASE}-wal"


def secret(chance: Random) -> tuple[int, ...]:
    """A value whose digits can be found again in a file: one to three long numbers."""
    return tuple(chance.randrange(10**17, 10**18) for _ in range(chance.randint(1, 3)))


def marks_of(seats: Sequence[int], chance: Random, *, items: int = ITEMS) -> tuple[Mark, ...]:
    return tuple(
        Mark(seat=SeatNo(seat), step=PATH, item=item, value=secret(chance))
        for seat in seats
        for item in range(items)
    )


def give(store: DatabaseStore, session: SessionId, marks: Sequence[Mark]) -> None:
    """These marks are given in one commit, each with its event."""
    first, _head = store.standing(session)
    events = tuple(
        PrivateGiven(
            at=Millis(first + place),
            seat=mark.seat,
            step=mark.step,
            item=mark.item,
            answer=AnswerId(f"{first + place:032x}"),
        )
        for place, mark in enumerate(marks)
    )
    store.write([Writing(session=session, first=first, events=events, marks=tuple(marks))])


def walk(store: DatabaseStore, session: SessionId, *, seats: int, together: int = 1) -> list[Mark]:
    """All these people walk the whole path, `together` of them in each commit."""
    chance = Random(f"{session}{seats}")
    given: list[Mark] = []
    for seat in range(1, seats + 1, together):
        marks = marks_of(range(seat, min(seat + together, seats + 1)), chance)
        give(store, session, marks)
        given += marks
    return given


def close(store: DatabaseStore, session: SessionId, *marks: Mark) -> None:
    """The session is over, and its sheets are destroyed; `marks` came in the same turn."""
    first, _head = store.standing(session)
    events: tuple[Event, ...] = (SessionClosed(at=Millis(10**7)),)
    store.write([Writing(session=session, first=first, events=events, marks=marks, shredded=True)])


def windows(digits: bytes) -> set[bytes]:
    return {digits[start : start + PIECE] for start in range(len(digits) - PIECE + 1)}


def traces(folder: Path, marks: Sequence[Mark]) -> list[str]:
    """In which files of the database a dozen digits of any of these marks stand."""
    pieces = {
        piece for mark in marks for number in mark.value or () for piece in windows(b"%d" % number)
    }
    return [
        file.name
        for file in sorted(folder.iterdir())
        if any(pieces & windows(run) for run in re.findall(rb"[0-9]{12,}", file.read_bytes()))
    ]


def rows_in(folder: Path, session: SessionId) -> list[str]:
    """In which files a row of the table of marks stands: a session, a seat, a step in a row."""
    row = re.compile(session.encode() + rb".{0,4}" + PATH.encode(), re.DOTALL)
    return [file.name for file in sorted(folder.iterdir()) if row.search(file.read_bytes())]


def reading(folder: Path) -> sqlite3.Connection:
    """Another program in the middle of reading the sheets."""
    reader = sqlite3.connect(folder / DATABASE)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM private_mark").fetchone()
    return reader


@pytest.mark.parametrize(("seats", "together"), [(1, 1), (9, 1), (40, 1), (400, 25), (120, 120)])
def test_a_shredded_sheet_leaves_no_byte_in_any_file(
    store: DatabaseStore, folder: Path, seats: int, together: int
) -> None:
    marks = walk(store, ABC, seats=seats, together=together)
    assert store.marks(ABC) == marks
    store.checkpoint()
    give(store, ABC, marks[:1])
    assert (traces(folder, marks), rows_in(folder, ABC)) == ([DATABASE, WAL], [DATABASE, WAL])
    close(store, ABC)
    assert (traces(folder, marks), rows_in(folder, ABC), store.marks(ABC)) == ([], [], [])
    store.close()
    assert (traces(folder, marks), [file.name for file in folder.iterdir()]) == ([], [DATABASE])


def test_a_restart_after_the_close_finds_who_walked_but_no_answer(
    store: DatabaseStore, folder: Path
) -> None:
    marks = walk(store, ABC, seats=9)
    close(store, ABC)
    store.close()
    with databases.attached(folder) as again:
        reopened = DatabaseStore(wall_ms=lambda: 0, alias=again)
        walked = {each.seat for each in reopened.load(ABC) if isinstance(each, PrivateGiven)}
        assert (walked, reopened.marks(ABC)) == (set(range(1, 10)), [])
        assert (traces(folder, marks), rows_in(folder, ABC)) == ([], [])


def test_closing_one_session_leaves_the_sheets_of_another_and_nothing_else(
    store: DatabaseStore, folder: Path
) -> None:
    chance = Random(1)
    gone: list[Mark] = []
    kept: list[Mark] = []
    for seat in range(1, 41):  # they walk at the same time, so that pages hold both
        for session, given in ((ABC, gone), (XYZ, kept)):
            given.extend(marks_of([seat], chance))
            give(store, session, given[-ITEMS:])
    close(store, ABC)
    assert (traces(folder, gone), traces(folder, kept)) == ([], [DATABASE])
    assert (rows_in(folder, ABC), rows_in(folder, XYZ)) == ([], [DATABASE])
    assert (store.marks(ABC), store.marks(XYZ)) == ([], kept)
    close(store, XYZ)
    assert (traces(folder, kept), rows_in(folder, XYZ), store.marks(XYZ)) == ([], [], [])


@pytest.mark.parametrize("seed", [3, 5, 6, 7])  # where deleting row by row leaves something
def test_many_sessions_that_share_pages_close_one_by_one_and_leave_nothing(
    store: DatabaseStore, folder: Path, seed: int
) -> None:
    # When a full page is split, copies of marks stay in its gaps, also in pages of others.
    chance = Random(seed)
    given: dict[SessionId, list[Mark]] = {SessionId(f"ROOM{n}"): [] for n in range(10, 50)}
    for _ in range(900):
        session, seat = chance.choice(list(given)), SeatNo(chance.randint(1, 40))
        mark = Mark(seat=seat, step=PATH, item=chance.randrange(ITEMS), value=secret(chance))
        given[session].append(mark)
        give(store, session, [mark])
    gone: list[Mark] = []
    while given:
        session = chance.choice(list(given))
        gone += given.pop(session)
        close(store, session)
        assert (traces(folder, gone), rows_in(folder, session)) == ([], [])


@pytest.mark.parametrize("seed", range(4))
def test_replaced_marks_leave_nothing_however_often_and_whenever_they_were_replaced(
    store: DatabaseStore, folder: Path, seed: int
) -> None:
    chance = Random(seed)
    ever = walk(store, ABC, seats=20)
    kept = walk(store, XYZ, seats=20)
    for _ in range(60):
        seats = chance.sample(range(1, 21), 3)
        fresh = marks_of(seats, chance, items=chance.randint(1, ITEMS))
        give(store, ABC, fresh)
        ever += fresh
        if chance.random() < 0.2:
            store.checkpoint()
    assert traces(folder, ever) == [DATABASE, WAL]
    close(store, ABC)
    assert (traces(folder, ever), rows_in(folder, ABC)) == ([], [])
    assert store.marks(XYZ) == kept


def test_marks_that_were_taken_off_leave_nothing_once_the_session_is_closed(
    store: DatabaseStore, folder: Path
) -> None:
    chance = Random(8)
    ever = walk(store, ABC, seats=20)
    kept = walk(store, XYZ, seats=20)
    for _ in range(30):
        seat, item = SeatNo(chance.randint(1, 20)), chance.randrange(ITEMS)
        give(store, ABC, [Mark(seat=seat, step=PATH, item=item, value=None)])
    assert len(store.marks(ABC)) < len(ever)
    close(store, ABC)
    assert (traces(folder, ever), rows_in(folder, ABC)) == ([], [])
    assert store.marks(XYZ) == kept


def test_marks_that_come_in_the_turn_of_the_close_never_stay(
    store: DatabaseStore, folder: Path
) -> None:
    late = marks_of([4, 5], Random(1))
    walk(store, ABC, seats=5)
    close(store, ABC, *late)
    assert (traces(folder, late), rows_in(folder, ABC), store.marks(ABC)) == ([], [], [])


def test_a_write_that_failed_leaves_nothing_once_the_session_is_closed(
    store: DatabaseStore, alias: str, folder: Path
) -> None:
    with connections[alias].cursor() as cursor:
        cursor.execute("PRAGMA cache_size=1")  # so that pages go to the disk before the commit
    failed = marks_of(range(1, 200), Random(1))
    bad = Mark(seat=SeatNo(1), step=PATH, item=-1, value=(1,))  # the table refuses it, last
    with pytest.raises(Exception, match="CHECK constraint failed"):
        give(store, ABC, (*failed, bad))
    assert (traces(folder, failed), store.marks(ABC)) == ([WAL], [])
    close(store, ABC)
    assert (traces(folder, failed), rows_in(folder, ABC)) == ([], [])


def test_a_power_cut_while_people_walk_loses_no_mark(
    store: DatabaseStore, folder: Path, tmp_path: Path
) -> None:
    marks = walk(store, ABC, seats=12)
    cut = tmp_path / "after-the-power-cut"
    shutil.copytree(folder, cut)
    with databases.attached(cut) as again:
        reopened = DatabaseStore(wall_ms=lambda: 0, alias=again)
        assert (reopened.marks(ABC), reopened.standing(ABC)) == (marks, store.standing(ABC))


def test_a_reader_in_the_way_only_puts_the_wiping_off(store: DatabaseStore, folder: Path) -> None:
    marks = walk(store, ABC, seats=20)
    reader = reading(folder)
    close(store, ABC)
    assert (WAL in traces(folder, marks), store.marks(ABC)) == (True, [])
    reader.close()
    store.checkpoint()
    assert (traces(folder, marks), rows_in(folder, ABC)) == ([], [])


def test_a_power_cut_between_the_close_and_the_wiping_is_made_good_at_the_next_start(
    store: DatabaseStore, folder: Path, tmp_path: Path
) -> None:
    marks = walk(store, ABC, seats=20)
    store.checkpoint()
    reader = reading(folder)
    close(store, ABC)
    cut = tmp_path / "after-the-power-cut"
    shutil.copytree(folder, cut)
    reader.close()
    assert traces(cut, marks) == [DATABASE, WAL]
    with databases.attached(cut) as again:
        reopened = DatabaseStore(wall_ms=lambda: 0, alias=again)
        assert (traces(cut, marks), rows_in(cut, ABC), reopened.marks(ABC)) == ([], [], [])


def test_a_log_file_holds_no_mark_even_while_people_walk(store: DatabaseStore) -> None:
    marks = walk(store, ABC, seats=9)
    stream = io.BytesIO()
    assert write_ndjson(store, ABC, stream) == len(marks)
    numbers = [b"%d" % number for mark in marks for number in mark.value or ()]
    assert [number for number in numbers if number in stream.getvalue()] == []


def test_marks_have_no_hidden_number(alias: str) -> None:
    with (
        connections[alias].cursor() as cursor,
        pytest.raises(OperationalError, match="no such column: rowid"),
    ):
        cursor.execute("SELECT rowid FROM private_mark")


def test_no_list_of_queries_is_kept_even_when_looking_for_bugs(
    store: DatabaseStore, alias: str
) -> None:
    with override_settings(DEBUG=True):
        walk(store, ABC, seats=3)
        asked = [str(query["sql"]) for query in connections[alias].queries]
    assert [sql for sql in asked if "private_mark" in sql] == []


def test_a_database_of_before_gets_the_sheets_and_keeps_its_logs(
    store: DatabaseStore, alias: str
) -> None:
    store.write([Writing(session=ABC, first=0, events=(Paused(at=Millis(1)),))])
    call_command("migrate", "store", "0002", database=alias, verbosity=0, skip_checks=True)
    assert not is_up_to_date(alias)
    assert migrate(alias)
    marks = walk(store, XYZ, seats=2)
    assert (store.load(ABC), store.marks(XYZ)) == ([Paused(at=Millis(1))], marks)
