"""Pulling the plug while the store writes: what was acknowledged is there, whole, every time.

A killed process loses what was not handed to the system; a power cut also loses what was not
flushed. The second is played by cutting and spoiling the write-ahead log of a copy.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
from pathlib import Path
from random import Random
from time import sleep

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kill import voter
from tests.kill.voter import ABC, VOTE, ballot
from tests.store import databases
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.setup import DATABASE

KILLS = 25


def whole_length(data_dir: Path) -> int:
    """How long the log is after a new start. Every event and every paper must be there."""
    with databases.attached(data_dir) as alias:
        store = DatabaseStore(wall_ms=lambda: 0, alias=alias)
        events = store.load(ABC)
        expected = [ballot(seq) for seq in range(len(events))]
        assert events == [event for writing in expected for event in writing.events]
        papers = sorted(paper.option for writing in expected for paper in writing.papers)
        assert store.papers(ABC, VOTE) == papers
        return len(events)


def test_no_acknowledged_vote_is_lost_in_many_kills(tmp_path: Path) -> None:
    with databases.fresh(tmp_path / "data"):
        pass
    chance = Random(2017)
    for _ in range(KILLS):
        command = [sys.executable, voter.__file__, str(tmp_path / "data")]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as victim:
            assert victim.stdout is not None
            acknowledged = int(victim.stdout.readline())
            sleep(chance.uniform(0, 0.02))
            victim.send_signal(signal.SIGKILL)
            whole_lines = [line for line in victim.stdout if line.endswith("\n")]
            acknowledged = int(whole_lines[-1]) if whole_lines else acknowledged
        # One more may have been stored and not yet told.
        assert whole_length(tmp_path / "data") - acknowledged in (0, 1)


@pytest.fixture(scope="module")
def cut_off(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a database, 30 votes long, whose last 20 are in the write-ahead log alone."""
    tmp_path = tmp_path_factory.mktemp("cut-off")
    with databases.fresh(tmp_path / "data") as alias:
        store = DatabaseStore(wall_ms=lambda: 0, alias=alias)
        for seq in range(30):
            store.write([ballot(seq)])
            if seq == 9:
                store.checkpoint()
        shutil.copytree(tmp_path / "data", tmp_path / "copy")
    (tmp_path / "copy" / f"{DATABASE}-shm").unlink()
    return tmp_path / "copy"


@given(share=st.integers(0, 1000), spoiled=st.binary(max_size=40))
def test_a_torn_end_of_the_write_ahead_log_costs_only_the_last_votes(
    cut_off: Path, tmp_path_factory: pytest.TempPathFactory, share: int, spoiled: bytes
) -> None:
    torn = tmp_path_factory.mktemp("torn") / "data"
    shutil.copytree(cut_off, torn)
    log = torn / f"{DATABASE}-wal"
    content = log.read_bytes()
    log.write_bytes(content[: len(content) * share // 1000] + spoiled)
    assert 10 <= whole_length(torn) <= 30
