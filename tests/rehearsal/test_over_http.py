"""The same day through a real server: same events, same moments, same figures."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rehearsal.rooms import TEA, TODAY, done, plan_for, ready, tea
from thinkcoop.config.rehearse import temporary_server
from thinkcoop.core.session import events as e
from thinkcoop.core.words import MINUTE, Millis
from thinkcoop.rehearsal.access import Plan
from thinkcoop.rehearsal.command import Means, run_over_http
from thinkcoop.rehearsal.day import Day
from thinkcoop.rehearsal.people import Ways
from thinkcoop.rehearsal.report import report_on
from thinkcoop.rehearsal.web_access import WebAccess
from thinkcoop.rehearsal.world import RehearsalClock, SeededChance
from thinkcoop.store.module_files import ModulesOnDisk

BY_HAND = Ways(devices=1, cards=6, by_hand=True)
BY_CAMERA = Ways(devices=1, cards=6)
MIXED = Ways(devices=1, cards=5, paper=4, languages=("en", "km"))


@pytest.mark.parametrize(
    "plan",
    [
        plan_for(tea(), edition="short", people=10, seed=2),
        plan_for(tea(), edition="two-days", people=9, seed=5, ways=Ways(devices=1)),
        plan_for(tea(), edition="short", people=8, seed=7, lasts=15 * 60_000),
        plan_for(tea(), edition="game", people=11, seed=4, ways=BY_HAND),
        plan_for(tea(), edition="game", people=11, seed=4, ways=BY_CAMERA),
        plan_for(tea(), edition="short", people=14, seed=3, ways=MIXED, language="km"),
    ],
    ids=[
        "phones",
        "two-days-with-a-device",
        "short-of-time",
        "cards-by-hand",
        "cards-by-camera",
        "mixed",
    ],
)
def test_over_http_is_the_same_day_as_in_process(plan: Plan) -> None:
    shelf, _ = ModulesOnDisk.around(TEA)
    means = Means(server_for=temporary_server, today=TODAY)
    over_http = run_over_http(plan, shelf, means)
    assert over_http.as_json() == report_on(done(plan)).as_json()
    assert over_http.went_well


def test_the_servers_folder_is_gone_afterwards(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    shelf, _ = ModulesOnDisk.around(TEA)
    means = Means(server_for=temporary_server, today=TODAY)
    run_over_http(plan_for(tea(), edition="short", people=4), shelf, means)
    assert list(tmp_path.iterdir()) == []


def test_what_waited_on_a_phone_without_network_comes_when_it_is_back() -> None:
    plan = plan_for(tea(), edition="short", people=8, seed=3)
    shelf, _ = ModulesOnDisk.around(TEA)
    here = ready(plan)
    without_network(here)
    here.run()
    clock = RehearsalClock()
    with temporary_server(clock, SeededChance(plan.seed), shelf) as server:
        access = WebAccess(server)
        try:
            there = Day(plan, access, clock)
            without_network(there)
            there.run()
            assert access.log() == here.access.log()
        finally:
            access.close()
    events = [type(event) for event in here.access.log()]
    assert (events.count(e.SeatAway), events.count(e.SeatBack)) == (8, 8)


def without_network(day: Day) -> None:
    """Each phone is out of touch once while the room works."""
    for number, life in enumerate(day.lives):
        life.offline = ((Millis((31 + number) * MINUTE), 1.5),)
