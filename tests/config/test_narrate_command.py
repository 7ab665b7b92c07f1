"""`thinkcoop module narrate`: what is recorded, the list to print, files taken in, a machine."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests.core.module.tea import FOLDER
from tests.room import tea
from tests.voice.test_studio import tone
from thinkcoop.app.narration import Unfit
from thinkcoop.config import narrate_command
from thinkcoop.config.cli import main
from thinkcoop.store.voices import VoiceFolder
from thinkcoop.web.phrases_voice import UNFIT, VOICE_PAGE
from thinkcoop.web.voices import PRODUCT


@pytest.fixture
def module(tmp_path: Path) -> Path:
    return Path(shutil.copytree(FOLDER, tmp_path / "modules" / "tea"))


def said(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str, str]:
    status = main(["module", "narrate", *typed])
    told = capsys.readouterr()
    return status, told.out, told.err


def found(capsys: pytest.CaptureFixture[str], *typed: str) -> dict[str, Any]:
    status, out, err = said(capsys, *typed, "--json")
    assert (status, err) == (0, "")
    told: dict[str, Any] = json.loads(out)
    return told


def test_it_says_what_is_missing(capsys: pytest.CaptureFixture[str], module: Path) -> None:
    told = found(capsys, str(module), "--lang", "en", "--data", str(module / "no"))
    assert told["counts"] == {
        "recorded": 0,
        "synthetic": 0,
        "out of date": 0,
        "missing": len(told["lines"]),
    }
    status, out, _ = said(capsys, str(module), "--lang", "en", "--data", str(module / "no"))
    assert (status, out.splitlines()[0]) == (
        0,
        f"tea in en: recorded 0, synthetic 0, out of date 0, missing {len(told['lines'])}",
    )


def test_files_are_taken_in_and_a_changed_word_makes_them_old(
    capsys: pytest.CaptureFixture[str], module: Path, tmp_path: Path
) -> None:
    data = ("--data", str(tmp_path / "data"))
    lines = found(capsys, str(module), "--lang", "en", *data)["lines"]
    line = next(each for each in lines if each["place"] == "t1/t1-1/text")
    files = tmp_path / "files"
    files.mkdir()
    (files / f"{line['number']}.wav").write_bytes(tone((1, 0.5)))
    (files / "1.wav").write_bytes(tone((1, 0)))
    (files / "notes.txt").write_text("hello", "utf-8")
    taking = (str(module), "--lang", "en", *data, "--take", str(files), "--by", "Dara")
    status, out, _ = said(capsys, *taking)
    assert (status, sorted(out.splitlines())) == (
        1,
        sorted(
            [
                VOICE_PAGE["voice_file_unfit"] % {"file": "1.wav", "why": UNFIT[Unfit.SILENT]},
                f"{line['number']}.wav is now sentence {line['number']}.",
                VOICE_PAGE["voice_no_match"] % {"file": "notes.txt"},
                "en: files 3, taken in 1.",
            ]
        ),
    )
    [take] = VoiceFolder(tmp_path / "data" / "voice" / "tea" / "en").takes().values()
    assert (take.by, take.place) == ("Dara", "t1/t1-1/text")
    file = module / "activities" / "t1-the-price-of-sugar.yaml"
    file.write_text(file.read_text("utf-8").replace("Five of us", "Six of us"), "utf-8")
    counts = found(capsys, str(module), "--lang", "en", *data)["counts"]
    assert (counts["recorded"], counts["out of date"]) == (0, 1)


def test_the_list_to_print_stands_by_itself(
    capsys: pytest.CaptureFixture[str], module: Path, tmp_path: Path
) -> None:
    out = tmp_path / "list.html"
    assert said(capsys, str(module), "--lang", "en", "--list", str(out))[0] == 0
    text = out.read_text("utf-8")
    assert "Five of us sell tea. Each buys sugar alone, and pays a lot." in text


def test_khmer_waits_for_people(capsys: pytest.CaptureFixture[str], module: Path) -> None:
    status, out, err = said(capsys, str(module), "--lang", "km", "--synthetic")
    assert (status, out) == (1, "")
    assert err.startswith("There is no free machine voice for km that people can follow.")


def test_without_espeak_it_says_how_to_add_it(
    capsys: pytest.CaptureFixture[str], module: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(module))
    status, _, err = said(capsys, str(module), "--lang", "en", "--synthetic")
    assert (status, err) == (1, f"{narrate_command.NO_ESPEAK}\n")


def test_a_module_that_is_none_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert said(capsys, str(tmp_path), "--lang", "en")[0] == 1


def test_the_checker_counts_steps_that_nobody_reads(
    capsys: pytest.CaptureFixture[str], module: Path
) -> None:
    assert main(["module", "check", str(module), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    steps = sum(len(activity.steps) for activity in tea().module.activities)
    assert told["steps_without_voice"]["en"] == steps


def test_recordings_of_the_product_have_a_folder_of_their_own(
    capsys: pytest.CaptureFixture[str], module: Path, tmp_path: Path
) -> None:
    files = tmp_path / "files"
    files.mkdir()
    (files / "1.wav").write_bytes(tone((1, 0.5)))
    data = tmp_path / "data"
    typed = (str(module), "--lang", "en", "--data", str(data), "--take", str(files))
    assert said(capsys, *typed)[0] == 0
    assert len(VoiceFolder(data / "voice" / PRODUCT / "en").takes()) == 1
