from __future__ import annotations

import json
import os
import socket
import sqlite3
import subprocess
import sys
from argparse import Namespace
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest

from tests.samples.every_event import EVERY_EVENT, SESSION
from tests.store import databases
from thinkcoop.app.ports import Writing
from thinkcoop.config.doctor import disk, hours, logs, machine, network, shelf
from thinkcoop.config.doctor import doctor as look_at_all
from thinkcoop.config.doctor.finding import Finding, lines, verdict
from thinkcoop.core.words import SessionId
from thinkcoop.store.codec import START
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.device_lock import DeviceLock
from thinkcoop.store.setup import DATABASE
from thinkcoop.store.verify import Verdict

HERE = timezone(timedelta(hours=7))
NOON = datetime(2027, 2, 3, 12, 0, tzinfo=HERE)
HEALTH = network.Health(version="0.1", sessions=1, streams=25, disk="ok")


# ------------------------------------------------------------------------------- what is said


def test_a_finding_is_a_mark_a_sentence_and_how_to_mend_it() -> None:
    told = [Finding("ok", "Fine."), Finding("bad", "Broken.", "Mend it.")]
    assert list(lines(told)) == ["ok    Fine.", "bad   Broken.", "      mend: Mend it."]


def test_a_long_sentence_goes_on_under_itself() -> None:
    first, second = lines([Finding("look", "word " * 20)])
    assert (first, second) == ("look  " + "word " * 15 + "word", "      word word word word")


def test_the_verdict_counts_what_is_worst() -> None:
    ok, look, bad = (Finding(mark, "") for mark in ("ok", "look", "bad"))
    assert verdict([ok]) == "Ready. All is well."
    assert verdict([ok, look, look]) == "Ready. Worth a look: 2."
    assert verdict([look, bad]) == "Not ready. Mend first what is marked bad: 1."


# -------------------------------------------------------------------------------- the machine


def test_python_and_sqlite_must_be_new_enough() -> None:
    assert machine.judge_python((3, 11, 2), (3, 40, 1)).mark == "ok"
    assert machine.judge_python((3, 10, 9), (3, 40, 1)).mark == "bad"
    assert machine.judge_python((3, 12, 0), (3, 30, 0)).mark == "bad"


def test_memory_is_judged_by_what_is_left() -> None:
    marks = [machine.judge_memory(m * 1_000_000, 2).mark for m in (99, 100, 249, 250)]
    assert marks == ["bad", "look", "look", "ok"]
    assert machine.judge_memory(None, 2).mark == "look"


def test_memory_is_read_from_the_line_that_says_available() -> None:
    assert machine.memory_in("MemTotal: 2000 kB\nMemAvailable:    1500 kB\n") == 1_536_000
    assert machine.memory_in("MemTotal: 2000 kB\n") is None
    assert machine.available_memory(Path("/no/such/file")) is None


def test_a_room_needs_fewer_open_files_than_a_hall() -> None:
    marks = [machine.judge_open_files(n).mark for n in (100, 180, 899, 900, -1)]
    assert marks == ["bad", "look", "look", "ok", "ok"]


def test_the_khmer_font_is_only_missed_where_khmer_is_spoken() -> None:
    marks = [
        machine.judge_font(languages, present=present).mark
        for present, languages in ((True, ["km"]), (False, ["en"]), (False, ["en", "km"]))
    ]
    assert marks == ["ok", "ok", "look"]


# ---------------------------------------------------------------------------------- the clock


def test_a_year_before_this_program_cannot_be_right() -> None:
    found = hours.judge_clock(NOON.replace(year=1970), kept=True)
    assert (found.mark, found.mend) == ("bad", "Set date and time of this machine.")
    assert hours.judge_clock(NOON.replace(year=2099), kept=True).mark == "bad"


def test_a_clock_that_nobody_keeps_right_is_worth_a_look() -> None:
    assert hours.judge_clock(NOON, kept=False).mark == "look"
    assert hours.judge_clock(NOON, kept=None) == Finding(
        "ok", "The clock says Wednesday 03 February 2027, 12:00, UTC+07:00."
    )


def test_a_machine_without_a_time_zone_is_worth_a_look() -> None:
    assert hours.judge_clock(NOON.astimezone(UTC), kept=True).mark == "look"


def test_the_kernel_is_asked_whether_the_clock_is_kept_right() -> None:
    assert hours.kept_by_time_server() in (True, False, None)


# --------------------------------------------------------------------------------- the network


def test_a_free_port_is_well() -> None:
    assert network.judge_port(8000, "", None, "") == Finding("ok", "Port 8000 is free.")


def test_a_port_that_our_own_server_has_is_well() -> None:
    found = network.judge_port(8000, "address in use", HEALTH, "python3 (process 7)")
    assert found == Finding(
        "ok", "Think.Coop 0.1 is running on port 8000. Sessions: 1, open screens: 25."
    )


def test_a_server_in_trouble_with_its_disk_is_bad() -> None:
    full = replace(HEALTH, disk="The disk is full.")
    found = network.judge_port(8000, "address in use", full, "")
    assert (found.mark, "The disk is full." in found.what) == ("bad", True)


def test_another_program_on_the_port_is_named() -> None:
    found = network.judge_port(8000, "address in use", None, "nginx (process 12)")
    assert (found.mark, found.what) == ("bad", "Port 8000 is in use by nginx (process 12).")
    found = network.judge_port(80, "permission denied", None, "")
    assert (found.mark, found.what) == ("bad", "Port 80 cannot be used: permission denied.")


def test_only_what_a_server_of_ours_says_is_its_health() -> None:
    body = b'{"ok": true, "version": "0.1", "sessions": 1, "streams": 25, "disk": "ok"}'
    assert network.health_in(body) == HEALTH
    assert [network.health_in(b) for b in (b"<html>", b"[]", b'{"version": 1}')] == [None] * 3


def test_addresses_are_told_apart() -> None:
    urls = ["http://192.168.1.5:8000", "http://169.254.3.4:8000", "http://8.8.8.8"]
    assert [found.mark for found in network.judge_addresses(urls)] == ["ok", "look", "look"]
    assert [found.mark for found in network.judge_addresses([])] == ["bad"]


def test_the_name_of_the_machine_is_told_only_where_something_answers_to_it() -> None:
    assert "http://stall.local:8000/" in network.judge_name("Stall.lan", 8000, answers=True).what
    assert network.judge_name("stall", 8000, answers=None).what == "Use the numbers."
    assert ".local" not in network.judge_name("stall", 8000, answers=False).what


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which this very process listens."""
    with closing(socket.socket()) as line:
        line.bind(("127.0.0.1", 0))
        line.listen(1)
        yield line.getsockname()[1]


@pytest.mark.skipif(not Path("/proc/net/tcp").exists(), reason="only Linux tells who listens")
def test_whoever_holds_a_port_is_found(taken: int) -> None:
    assert network.port_trouble(taken) != ""
    assert network.holder(taken).endswith(f"(process {os.getpid()})")


def test_a_port_that_nobody_holds_has_no_holder(tmp_path: Path) -> None:
    with closing(socket.socket()) as line:
        line.bind(("127.0.0.1", 0))
        free = line.getsockname()[1]
    assert (network.port_trouble(free), network.holder(free), network.health(free)) == (
        "",
        "",
        None,
    )
    assert network.holder(free, tmp_path) == ""


def test_a_program_of_another_user_is_said_to_be_one(tmp_path: Path) -> None:
    (tmp_path / "net").mkdir()
    row = "  0: 00000000:1F40 00000000:0000 0A 0:0 00:0 0 0 0 4711 1"
    (tmp_path / "net" / "tcp").write_text(f"  sl  local_address\n{row}\n")
    assert network.holder(8000, tmp_path) == "a program that this user cannot see"


def test_whether_a_name_is_answered_is_seen_in_the_list_of_programs(tmp_path: Path) -> None:
    assert network.answers_its_name(tmp_path) is None
    for number, name in ((1, "init"), (2, "avahi-daemon")):
        (tmp_path / str(number)).mkdir()
        (tmp_path / str(number) / "comm").write_text(f"{name}\n")
        assert network.answers_its_name(tmp_path) is (number == 2)


# ------------------------------------------------------------------------------------ the disk


def test_the_data_folder_must_be_writable_and_ours_alone() -> None:
    folder = Path("/data")
    judged = [
        disk.judge_folder(folder, writable=False, mode=0o40700),
        disk.judge_folder(folder, writable=True, mode=None),
        disk.judge_folder(folder, writable=True, mode=0o40755),
        disk.judge_folder(folder, writable=True, mode=0o40700),
    ]
    assert [found.mark for found in judged] == ["bad", "ok", "look", "ok"]


def test_a_folder_in_memory_or_on_another_machine_is_bad() -> None:
    folder = Path("/data")
    told = [list(disk.judge_file_system(folder, kind)) for kind in ("ext4", "tmpfs", "nfs4")]
    assert [[found.mark for found in each] for each in told] == [[], ["bad"], ["bad"]]


def test_the_deepest_mount_counts_and_of_two_the_later() -> None:
    table = "a / ext4 rw 0 0\nb /tmp tmpfs rw 0 0\nc /tmp xfs rw 0 0\nd /tmpfoo nfs rw 0 0\n"
    kinds = [disk.file_system_in(table, each) for each in ("/tmp", "/tmp/x", "/home", "/tmpfoo/y")]
    assert kinds == ["xfs", "xfs", "ext4", "nfs"]
    assert disk.file_system_in("", "/tmp") == ""
    assert disk.file_system(Path("/tmp"), Path("/no/such/file")) == ""


def test_a_disk_is_full_before_nothing_is_left() -> None:
    marks = [disk.judge_space(m * 1_000_000).mark for m in (99, 100, 999, 1000)]
    assert marks == ["bad", "look", "look", "ok"]


def test_a_disk_is_judged_by_its_median_and_its_worst_write() -> None:
    marks = [
        disk.judge_flushes(disk.Flushes(median_ms=median, worst_ms=worst)).mark
        for median, worst in ((0.3, 8), (25, 1000), (26, 30), (5, 1001), (151, 160))
    ]
    assert marks == ["ok", "ok", "look", "look", "bad"]


def test_writing_is_measured_and_leaves_nothing(tmp_path: Path) -> None:
    found = disk.measure_flushes(tmp_path)
    assert 0 < found.median_ms <= found.worst_ms
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_judged_by_the_one_above(tmp_path: Path) -> None:
    assert disk.existing(tmp_path / "not" / "here") == tmp_path
    told = [found.what for found in disk.look_at_folder(tmp_path / "not" / "here")]
    assert f"The data folder {tmp_path}/not/here will be made when the server starts." in told


def test_a_running_server_is_seen_without_disturbing_it(tmp_path: Path) -> None:
    assert disk.running_there(tmp_path) is None
    with DeviceLock(tmp_path):
        assert disk.running_there(tmp_path) == str(os.getpid())
    assert disk.running_there(tmp_path) is None


def test_a_database_that_is_none_is_bad(tmp_path: Path) -> None:
    path = tmp_path / DATABASE
    assert [found.mark for found in disk.look_at_database(tmp_path)] == ["ok"]
    path.write_bytes(b"this is not a database at all, but long enough to look at " * 20)
    assert [found.mark for found in disk.look_at_database(tmp_path)] == ["bad"]


def test_a_broken_log_is_named_and_whole_ones_are_counted() -> None:
    whole = Verdict(session=SESSION, events=39, head=START)
    broken = Verdict(session=SessionId("ABC23"), events=3, head=START, line=5, what="changed.")
    assert [found.mark for found in logs.judge_logs([whole, whole])] == ["ok"]
    [found] = logs.judge_logs([whole, broken])
    assert (found.mark, "ABC23" in found.what) == ("bad", True)


# --------------------------------------------------------------------------------- the modules


def test_a_module_with_mistakes_is_bad_and_an_old_one_worth_a_look() -> None:
    today = date(2026, 11, 23)
    [each] = shelf.find_modules(None, today)
    assert each.module is not None
    fresh = each.module.model_copy(update={"check_by": today})
    old = each.module.model_copy(update={"check_by": today - timedelta(days=1)})
    found = [
        shelf.Found(folder=Path("a"), module=fresh, mistakes=0),
        shelf.Found(folder=Path("b"), module=old, mistakes=0),
        shelf.Found(folder=Path("c"), module=None, mistakes=2),
    ]
    told = [each.mark for each in shelf.judge_modules(found, today)]
    assert told == ["ok", "look", "bad"]
    assert shelf.languages(found) == {"en", "es", "km"}


def test_a_machine_without_modules_is_bad() -> None:
    assert [found.mark for found in shelf.judge_modules([], date(2026, 11, 23))] == ["bad"]


# ---------------------------------------------------------------------------------- the command


def doctor(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """Ask the real command, as a process of its own."""
    command = [sys.executable, "-m", "thinkcoop.config.cli", "doctor", "--data", str(folder), *more]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder in which one session was stored."""
    data = tmp_path / "data"
    with databases.fresh(data) as alias:
        store = DatabaseStore(wall_ms=lambda: 0, alias=alias)
        store.write([Writing(session=SESSION, first=0, events=EVERY_EVENT)])
    return data


def test_the_command_finds_a_stored_session_whole(folder: Path) -> None:
    told = doctor(folder)
    events = len(EVERY_EVENT)
    assert f"ok    Sessions stored here: 1. All {events} seals are right." in told.stdout
    assert told.stderr == ""


def test_the_command_finds_a_changed_event_and_returns_1(folder: Path) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as line, line:
        line.execute("UPDATE logged_event SET body = replace(body, 'mango', 'melon') WHERE seq = 1")
    told = doctor(folder)
    assert (told.returncode, f"The log of session {SESSION} is not whole" in told.stdout) == (
        1,
        True,
    )


def test_the_command_names_a_database_that_an_older_version_made(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / DATABASE)) as line, line:
        line.execute("CREATE TABLE something (one)")
    assert "start the server once" in " ".join(doctor(tmp_path).stdout.split())


def test_the_command_speaks_to_other_programs_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = look_at_all(Namespace(data=tmp_path / "none", port=0, json=True))
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["findings", "verdict", "hints"]
    assert {tuple(each) for each in found["findings"]} == {("about", "mark", "what", "mend")}
    assert status == any(each["mark"] == "bad" for each in found["findings"])
