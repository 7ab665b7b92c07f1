"""Recordings on the disk: what is named is whole, and what cannot be read is told."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest

from thinkcoop.app.narration import LineKey, Made, Take, key_of
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.store.voices import INDEX, LOCK, VoiceFolder, zipped

KEY = key_of("Talk in twos.")
TAKE = Take(
    said="5e" * 8,
    sound="a1" * 8,
    milliseconds=2_000,
    place="1a/twos/text",
    by="Dara",
    on="2026-11-28",
)
SOUND = Made(b"opus", b"aac", 2_000)
PROGRAMS, EACH = 3, 8
PROGRAM = """
import sys
from pathlib import Path
from thinkcoop.app.narration import Made, Take, key_of
from thinkcoop.store.voices import VoiceFolder
folder, name, each = VoiceFolder(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
print("ready", flush=True)
sys.stdin.readline()
for number in range(each):
    said = f"{name} {number}"
    take = Take(said="5e" * 8, sound="a1" * 8, milliseconds=1, place=said)
    folder.keep(key_of(said), take, Made(said.encode(), b"aac", 1))
"""


def test_what_was_kept_is_read_again(tmp_path: Path) -> None:
    VoiceFolder(tmp_path / "km").keep(KEY, TAKE, SOUND)
    folder = VoiceFolder(tmp_path / "km")
    assert folder.takes() == {KEY: TAKE}
    assert [folder.sound(KEY, ending) for ending in ("opus", "m4a")] == [b"opus", b"aac"]


def test_a_second_recording_takes_the_place_of_the_first_and_no_other(tmp_path: Path) -> None:
    folder, other = VoiceFolder(tmp_path), key_of("Choose one.")
    folder.keep(KEY, TAKE, SOUND)
    folder.keep(other, TAKE, SOUND)
    folder.keep(KEY, TAKE, Made(b"new", b"new too", 1))
    assert folder.takes() == {KEY: TAKE, other: TAKE}
    assert (folder.sound(KEY, "opus"), folder.sound(other, "opus")) == (b"new", b"opus")


def test_programs_that_record_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    with ExitStack() as stack:
        programs = [
            stack.enter_context(
                subprocess.Popen(
                    [sys.executable, "-c", PROGRAM, str(tmp_path), str(name), str(EACH)],
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    text=True,
                )
            )
            for name in range(PROGRAMS)
        ]
        for program in programs:
            assert program.stdout is not None
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            assert program.stdin is not None
            program.stdin.write("go\n")
            program.stdin.flush()
    assert [program.returncode for program in programs] == [0] * PROGRAMS
    folder = VoiceFolder(tmp_path)
    said = {f"{name} {number}" for name in range(PROGRAMS) for number in range(EACH)}
    takes = folder.takes()
    assert {take.place for take in takes.values()} == said
    assert {key: folder.sound(key, "opus") for key in takes} == {
        key_of(each): each.encode() for each in said
    }


def test_threads_that_record_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    said = [f"sentence {number}" for number in range(20)]
    with ThreadPoolExecutor(4) as threads:
        for each in said:
            threads.submit(VoiceFolder(tmp_path).keep, key_of(each), TAKE, SOUND)
    assert VoiceFolder(tmp_path).takes() == {key_of(each): TAKE for each in said}


def test_a_list_is_another_one_also_within_one_tick_of_the_clock(tmp_path: Path) -> None:
    folder = VoiceFolder(tmp_path)
    folder.keep(KEY, TAKE, SOUND)
    os.utime(tmp_path / INDEX, ns=(1, 1))
    before = folder.changed()
    folder.keep(KEY, replace(TAKE, by="Sok."), SOUND)
    os.utime(tmp_path / INDEX, ns=(1, 1))
    assert folder.changed() != before


def test_nothing_is_recorded_where_there_is_no_folder(tmp_path: Path) -> None:
    folder = VoiceFolder(tmp_path / "none")
    assert (folder.takes(), folder.changed(), folder.sound(KEY, "opus")) == ({}, 0, None)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"[]",
        b"\xff\xfe",
        b'{"version": 2, "takes": {}}',
        b'{"version": 1}',
        b'{"version": 1, "takes": {"../../x": {}}}',
        b'{"version": 1, "takes": {"0123456789abcdef": {"said": 1}}}',
        b"[" * 100_000,
    ],
)
def test_a_list_that_is_none_is_told_and_left_as_it_is(tmp_path: Path, text: bytes) -> None:
    (tmp_path / INDEX).write_bytes(text)
    folder = VoiceFolder(tmp_path)
    with pytest.raises(StoreTrouble, match="not a list of recordings"):
        folder.takes()
    with pytest.raises(StoreTrouble, match="not a list of recordings"):
        folder.keep(KEY, TAKE, SOUND)
    assert {path.name for path in tmp_path.iterdir()} == {INDEX, LOCK}
    assert (tmp_path / INDEX).read_bytes() == text


def test_a_field_too_many_is_not_guessed_at(tmp_path: Path) -> None:
    folder = VoiceFolder(tmp_path)
    folder.keep(KEY, TAKE, SOUND)
    told = json.loads((tmp_path / INDEX).read_text("utf-8"))
    told["takes"][KEY]["more"] = 1
    (tmp_path / INDEX).write_text(json.dumps(told), "utf-8")
    with pytest.raises(StoreTrouble, match="not a list of recordings"):
        folder.takes()


def test_a_sound_without_a_digest_has_no_address(tmp_path: Path) -> None:
    folder = VoiceFolder(tmp_path)
    folder.keep(KEY, replace(TAKE, sound="nothing of the sort"), SOUND)
    with pytest.raises(StoreTrouble, match="not a list of recordings"):
        folder.takes()


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way", "utf-8")
    with pytest.raises(StoreTrouble, match="cannot be"):
        VoiceFolder(tmp_path / "file" / "km").keep(KEY, TAKE, SOUND)


def test_all_of_it_goes_into_one_file_as_it_lies_in_a_module(tmp_path: Path) -> None:
    folder = VoiceFolder(tmp_path)
    folder.keep(KEY, TAKE, SOUND)
    (tmp_path / "stray.txt").write_text("not ours", "utf-8")
    with zipfile.ZipFile(io.BytesIO(zipped(folder.packed("tea/voice/km")))) as packed:
        names = packed.namelist()
        index = packed.read(f"tea/voice/km/{INDEX}")
    assert names == sorted([f"tea/voice/km/{n}" for n in (f"{KEY}.m4a", f"{KEY}.opus", INDEX)])
    assert index == (tmp_path / INDEX).read_bytes()


def test_an_empty_folder_packs_nothing(tmp_path: Path) -> None:
    assert VoiceFolder(tmp_path).packed("x") == {}
    assert VoiceFolder(tmp_path).sound(LineKey("0" * 16), "opus") is None
