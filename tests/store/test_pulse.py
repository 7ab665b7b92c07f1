"""The file that says when the device was last on."""

from __future__ import annotations

from pathlib import Path

from thinkcoop.store.pulse import FilePulse


def test_the_next_run_knows_the_last_beat(tmp_path: Path) -> None:
    FilePulse(tmp_path / "alive").beat(1_000)
    pulse = FilePulse(tmp_path / "alive")
    pulse.beat(2_000)
    assert (pulse.last_ms(), FilePulse(tmp_path / "alive").last_ms()) == (1_000, 2_000)


def test_without_a_file_or_with_a_spoiled_one_nothing_is_known(tmp_path: Path) -> None:
    spoiled = tmp_path / "spoiled"
    spoiled.write_bytes(b"\x00\xff12")
    assert [FilePulse(each).last_ms() for each in (tmp_path / "none", spoiled)] == [0, 0]


def test_a_folder_that_is_gone_stops_nothing(tmp_path: Path) -> None:
    pulse = FilePulse(tmp_path / "gone" / "alive")
    pulse.beat(1_000)
    assert pulse.last_ms() == 0
