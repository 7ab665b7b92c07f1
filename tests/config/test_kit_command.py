from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from thinkcoop.config.cli import main
from thinkcoop.config.kit_command import read_wishes
from thinkcoop.config.kit_record import KitRecord, read_record
from thinkcoop.store.module_files import shipped_folder
from thinkcoop.store.site_words import SiteWordsOnDisk

NAMES = (
    "booklet",
    "forms",
    "ballots",
    "take-home",
    "role-cards",
    "table-signs",
    "posters",
    "money",
    "convener",
    "cards",
)


def said(capsys: pytest.CaptureFixture[str], *typed: str) -> tuple[int, str, str]:
    status = main(["kit", *typed])
    told = capsys.readouterr()
    return status, told.out, told.err


@pytest.fixture
def module(tmp_path: Path) -> Path:
    folder = tmp_path / "mine" / "thinkcoop"
    shutil.copytree(shipped_folder() / "thinkcoop", folder)
    return folder


def test_a_kit_is_a_folder_for_each_language_and_says_what_to_print(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "kit"
    typed = ("thinkcoop", "--people", "4", "--edition", "core", "--out", str(out))
    status, told, err = said(capsys, *typed)
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file())
    beside = ["README.txt", "fonts-licence.txt", "kit.json"]
    assert (status, err, told) == (0, "", f"{out / 'en'}: 10 files\n")
    assert files == sorted([*beside, *(f"en/{name}.pdf" for name in NAMES)])
    readme = (out / "README.txt").read_text("utf-8")
    assert "en/forms.pdf: My form. Print it so many times: 1." in readme


def test_a_word_that_changes_makes_the_files_that_say_it_out_of_date(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, module: Path
) -> None:
    out = tmp_path / "kit"
    typed = (str(module), "--people", "4", "--edition", "core")
    assert said(capsys, *typed, "--out", str(out))[0] == 0
    assert said(capsys, str(module), "--check", str(out))[0] == 0
    closing = module / "activities" / "closing.yaml"
    words = closing.read_text("utf-8")
    closing.write_text(words.replace("Talk about it at home", "Talk about it at work"), "utf-8")
    status, told, _ = said(capsys, str(module), "--check", str(out))
    stale = [line.partition(":")[0] for line in told.splitlines() if "out of date" in line]
    assert (status, stale) == (1, ["en/booklet.pdf", "en/take-home.pdf"])


def test_the_record_says_for_whom_the_kit_was_made(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    out = tmp_path / "kit"
    typed = ("--people", "4", "--edition", "core", "--paper", "a5", "--grey", "--country", "kh")
    said(capsys, "thinkcoop", *typed, "--out", str(out))
    record = read_record(out)
    assert (record.edition, record.people, record.paper) == ("core", 4, "a5")
    assert (record.grey, record.country, len(record.files)) == (True, "kh", 10)
    assert json.loads((out / "kit.json").read_text("utf-8"))["format"] == 1


def test_several_languages_are_read_once_each() -> None:
    wishes = read_wishes(["thinkcoop", "--lang", "km, en,km", "--code", "kxm4p", "--out", "kit"])
    assert (wishes.languages, wishes.record) == (("km", "en"), KitRecord(code="KXM4P"))


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ((), "Say which module, as: thinkcoop kit thinkcoop --out kit"),
        (("thinkcoop",), "Say where to write it, as --out kit; or what to look at: --check kit"),
        (("nothing", "--out", "x"), "There is no module nothing; there is: thinkcoop."),
        (
            ("thinkcoop", "--edition", "long", "--out", "x"),
            "There is no edition long; there is: full, core, games, meetings.",
        ),
        (
            ("thinkcoop", "--people", "41", "--out", "x"),
            "--people takes a whole number from 4 to 40.",
        ),
        (
            ("thinkcoop", "--country", "xx", "--out", "x"),
            "Nothing is known of the law of xx; of: kh, la, mm, ph, tr.",
        ),
        (
            ("thinkcoop", "--address", "here", "--out", "x"),
            "--address takes an address as http://192.168.1.20:8000/s/ABCDE/",
        ),
        (
            ("thinkcoop", "--code", "a b", "--out", "x"),
            "--code takes the code of a session, as KXM4P.",
        ),
    ],
)
def test_what_cannot_be_meant_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], typed: tuple[str, ...], sentence: str
) -> None:
    assert said(capsys, *typed) == (2, "", f"{sentence}\n")


def test_a_language_that_nobody_translated_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    status, out, err = said(capsys, "thinkcoop", "--lang", "xx", "--out", str(tmp_path))
    assert (status, out, err.startswith("Think.Coop does not speak xx; it speaks: en")) == (
        2,
        "",
        True,
    )


def test_a_folder_without_a_kit_cannot_be_checked(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    sentence = f"There is no kit in {tmp_path}; kit.json is missing.\n"
    assert said(capsys, "thinkcoop", "--check", str(tmp_path)) == (2, "", sentence)


@pytest.mark.parametrize(
    "wrong", [{"people": "ten"}, {"people": 9000}, {"paper": "a3"}, {"files": []}]
)
def test_a_record_that_somebody_wrote_into_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, wrong: dict[str, object]
) -> None:
    (tmp_path / "kit.json").write_text(json.dumps({"format": 1, **wrong}), "utf-8")
    sentence = f"{tmp_path / 'kit.json'} cannot be read.\n"
    assert said(capsys, "thinkcoop", "--check", str(tmp_path)) == (2, "", sentence)


def test_a_kit_says_the_words_that_a_site_has_chosen(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    data, out = tmp_path / "data", tmp_path / "kit"
    typed = ("thinkcoop", "--people", "4", "--edition", "core", "--lang", "es")
    assert said(capsys, *typed, "--out", str(out), "--data", str(data)) == (
        2,
        "",
        f"There is no data folder {data}.\n",
    )
    SiteWordsOnDisk(data, {}).choose("es", {"cooperativa": "mutual"})
    assert said(capsys, *typed, "--out", str(out), "--data", str(data))[0] == 0
    assert said(capsys, "thinkcoop", "--check", str(out), "--data", str(data))[0] == 0
    told = said(capsys, "thinkcoop", "--check", str(out))
    assert (told[0], "es/booklet.pdf: out of date, print it again" in told[1]) == (1, True)
