"""Simulated people in real time, and the demonstration that is made of them."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path
from threading import Event, Timer

from tests.rehearsal.rooms import TEA, tea
from thinkcoop.config.demo import HurriedClock
from thinkcoop.config.running import running
from thinkcoop.core.words import MINUTE, ROOM, Millis
from thinkcoop.rehearsal.access import Plan
from thinkcoop.rehearsal.live import FATES, JOINED_BY_MS, LiveDay, on_time, quick, quick_people
from thinkcoop.rehearsal.people import Ways
from thinkcoop.rehearsal.web_access import WebAccess
from thinkcoop.store.module_files import ModulesOnDisk

LONGEST_S = 30.0
DEMO = [sys.executable, "-m", "thinkcoop.config.cli", "demo", "--port", "0", "--people", "8"]


def test_long_talks_are_shortened_most() -> None:
    assert (quick("discuss", MINUTE), quick("discuss", Millis(6 * MINUTE))) == (7_500, 32_500)
    assert quick("ask", MINUTE) == 16_500
    assert quick("wait", MINUTE) == MINUTE


def test_everyone_but_the_late_is_there_within_forty_seconds() -> None:
    lives = quick_people(24, 1, Ways(devices=1))
    late = [life for life in lives if life.arrives > JOINED_BY_MS]
    assert [life.person.temper.name for life in late] == ["late"]
    assert on_time(24, 1) == 23


def test_who_has_a_fate_has_a_phone_of_their_own() -> None:
    for seed in range(20):
        fated = [
            life
            for life in quick_people(24, seed, Ways(devices=1))
            if life.person.temper.name in FATES
        ]
        assert {life.table for life in fated} == {ROOM}


def test_a_room_comes_in_and_works_in_real_time(tmp_path: Path) -> None:
    plan = Plan(module=tea(), edition="short", people=8, seed=1, expected=on_time(8, 1))
    clock, stop = HurriedClock(20), Event()
    watchdog = Timer(LONGEST_S, stop.set)
    watchdog.start()
    shelf, _ = ModulesOnDisk.around(TEA)
    with running(tmp_path, clock=clock, shelves=(shelf,)) as server:
        access = WebAccess(server, patience_s=2)
        day = LiveDay(plan, access, clock.monotonic_ms, tick=True)
        try:
            day.open()
            day.at(clock.monotonic_ms(), lambda: _stop_when_answered(day, stop))
            day.live(stop)
            assert len(day.state.seats) >= on_time(8, 1)
            assert day.state.answers
        finally:
            access.close()
            watchdog.cancel()


def _stop_when_answered(day: LiveDay, stop: Event) -> None:
    if day.state.answers:
        stop.set()
    else:
        day.at(Millis(day.clock.at + 1_000), lambda: _stop_when_answered(day, stop))


def test_the_demonstration_says_where_to_look_and_ends_with_ctrl_c(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*DEMO, "--data", str(tmp_path)], stdout=subprocess.PIPE, text=True
    ) as demo:
        assert demo.stdout is not None
        said = ""
        while "Ctrl+C" not in said:
            line = demo.stdout.readline()
            assert line, said
            said += line
        time.sleep(0.5)  # somebody is coming in
        demo.send_signal(signal.SIGINT)
        said += demo.stdout.read()
    assert demo.returncode == 0
    assert all(word in said for word in ("/wall", "/desk/", "Join as no. 9", "Everyone went home"))


def test_a_port_that_is_taken_is_a_plain_sentence(tmp_path: Path) -> None:
    with running(None) as other:
        command = [*DEMO[:5], str(other.port), "--data", str(tmp_path)]
        ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert ended.stderr.startswith(f"Port {other.port} cannot be used")
    assert "Traceback" not in ended.stderr
