"""Recordings as files: named by step and number, never by seat, and only those that still count."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connections

from tests.store import databases
from thinkcoop.app.ports import Recording, StoreTrouble, Writing, recorded
from thinkcoop.core.session.events import AnswerGiven
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.recordings import write_files
from thinkcoop.store.setup import is_up_to_date

ABC = SessionId("ABC23")
FIRST, SECOND = StepId("2a-first"), StepId("1b/second")
VOICES = [recorded("ogg", f"OggS {number}".encode()) for number in range(4)]


def given(seat: int, step: StepId, recording: Recording | None, *, table: int = 0) -> AnswerGiven:
    return AnswerGiven(
        at=Millis(seat),
        seat=SeatNo(seat),
        table=TableNo(table),
        step=step,
        answer=AnswerId(f"{seat:032x}"),
        value=(),
        voice=recording.digest if recording is not None else "",
    )


def spoken(store: DatabaseStore) -> None:
    """Three people and a table spoke; one of them thought better of it."""
    one, two, three, four = VOICES
    events = (
        given(1, FIRST, one),
        given(2, FIRST, two),
        given(3, FIRST, three),
        given(1, SECOND, one, table=2),
        given(4, SECOND, four),
    )
    store.write([Writing(session=ABC, first=0, events=events, recordings=tuple(VOICES))])
    changed = (given(1, FIRST, None), given(2, SECOND, three, table=2))
    store.write([Writing(session=ABC, first=5, events=changed, forgotten=(one.digest,))])


def test_files_are_named_by_step_and_number_in_the_order_of_the_digests(
    store: DatabaseStore, tmp_path: Path
) -> None:
    spoken(store)
    files = write_files(store, ABC, tmp_path / "new" / "out")
    names = ["1b-second-01.ogg", "1b-second-02.ogg", "2a-first-01.ogg", "2a-first-02.ogg"]
    assert [file.name for file in files] == names
    _one, two, three, four = VOICES
    second = sorted((three, four), key=lambda each: each.digest)
    first = sorted((two, three), key=lambda each: each.digest)
    assert [file.read_bytes() for file in files] == [each.body for each in (*second, *first)]


def test_a_session_that_is_not_there_has_no_recordings(
    store: DatabaseStore, tmp_path: Path
) -> None:
    with pytest.raises(StoreTrouble) as caught:
        write_files(store, ABC, tmp_path)
    assert caught.value.plain == "There is no session ABC23 on this device."


def test_a_recording_that_was_changed_on_the_disk_is_not_given_out(
    store: DatabaseStore, alias: str, tmp_path: Path
) -> None:
    spoken(store)
    with connections[alias].cursor() as cursor:
        cursor.execute("UPDATE recording SET body = %s", [b"OggS something else"])
    with pytest.raises(StoreTrouble) as caught:
        write_files(store, ABC, tmp_path)
    assert caught.value.plain == "A recording of session ABC23 is damaged."


def test_a_folder_that_cannot_be_is_told_in_a_plain_sentence(
    store: DatabaseStore, tmp_path: Path
) -> None:
    spoken(store)
    (tmp_path / "file").touch()
    with pytest.raises(StoreTrouble) as caught:
        write_files(store, ABC, tmp_path / "file")
    assert caught.value.plain.endswith("cannot be written: File exists.")


def test_a_deleted_recording_is_overwritten_and_leaves_the_log_beside_it_at_the_next_calm_moment(
    store: DatabaseStore, folder: Path
) -> None:
    spoken(store)
    assert any(VOICES[0].body in file.read_bytes() for file in folder.iterdir())
    store.checkpoint()
    left = [file.name for file in folder.iterdir() if VOICES[0].body in file.read_bytes()]
    assert left == []


def test_a_database_of_before_is_known_as_such(alias: str) -> None:
    assert is_up_to_date(alias)
    with connections[alias].cursor() as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE name = '0002_recordings'")
    assert not is_up_to_date(alias)


def run(data: Path, *words: str) -> tuple[int, str, str]:
    line = [sys.executable, "-m", "thinkcoop.config.cli", "recordings", *words]
    done = subprocess.run(
        [*line, "--data", str(data)], capture_output=True, text=True, check=False, timeout=60
    )
    return done.returncode, done.stdout, done.stderr


def test_the_command_writes_them_out(tmp_path: Path) -> None:
    data, out = tmp_path / "data", tmp_path / "out"
    with databases.fresh(data) as alias:
        spoken(DatabaseStore(wall_ms=lambda: 0, alias=alias))
    told = f"Recordings written to {out}: 4\n"
    assert run(data, "ABC23", "--out", str(out)) == (0, told, "")
    assert len(list(out.iterdir())) == 4
    missing = "There is no session QQQQQ on this device.\n"
    assert run(data, "QQQQQ", "--out", str(out)) == (1, "", missing)
    nothing = f"There is no data in {out}.\n"
    assert run(out, "ABC23", "--out", str(out)) == (1, "", nothing)
