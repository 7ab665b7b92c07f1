from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.vision.drawn import Grey, held, room, saved
from thinkcoop.config.cli import main
from thinkcoop.core.cards import Reading, Unreadable, roster_of
from thinkcoop.vision import read_cards
from thinkcoop.web.phrases_cards import UNREADABLE


def photo(folder: Path, name: str, wall: Grey) -> str:
    path = folder / name
    path.write_bytes(saved(wall))
    return str(path)


@pytest.fixture
def two_photos(tmp_path: Path) -> list[str]:
    first = room({(20, 20): held(7, "B"), (200, 20): held(3, "A")})
    second = room({(20, 20): held(7, "C"), (200, 20): held(3, "A"), (380, 20): held(1, "D")})
    return [photo(tmp_path, "one.png", first), photo(tmp_path, "two.png", second)]


def test_photographs_are_told_together_for_other_programs(
    two_photos: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cards", "read", *two_photos, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told == {"seen": {"1": "D", "3": "A"}, "disagree": [7], "pixels": 2 * 640 * 480}


def test_people_are_told_which_cards_were_not_seen(
    two_photos: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["cards", "read", *two_photos, "--people", "8"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        ["card", "sign"],
        ["1", "D"],
        ["3", "A"],
        ["Seen:", "2", "of", "8"],
        ["Pictures", "disagree", "about:", "7"],
        ["Not", "seen:", "2,", "4,", "5,", "6,", "8"],
    ]


def test_an_unreadable_file_is_named_and_the_others_are_read(
    two_photos: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken, lost = tmp_path / "broken.jpg", tmp_path / "lost.jpg"
    broken.write_bytes(b"hold up your card")
    typed = ["cards", "read", str(broken), str(lost), two_photos[0], "--json"]
    assert main(typed) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["seen"] == {"3": "A", "7": "B"}
    why = UNREADABLE[Unreadable.NOT_A_PICTURE]
    assert told.err == f"{broken}: {why}\n{lost}: No such file or directory.\n"


def test_when_nothing_could_be_read_the_status_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.jpg"
    empty.write_bytes(b"")
    assert main(["cards", "read", str(empty), "--json"]) == 1
    assert capsys.readouterr() == ("", f"{empty}: {UNREADABLE[Unreadable.EMPTY]}\n")


def test_more_than_twelve_pictures_are_too_many(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "read", *["a.jpg"] * 13]) == 2
    assert capsys.readouterr().err == "Give 12 pictures or fewer.\n"


def test_every_reason_has_a_sentence() -> None:
    assert set(UNREADABLE) == set(Unreadable)


def test_cards_are_written_for_the_printer_and_as_pictures(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pdf, folder = tmp_path / "cards.pdf", tmp_path / "pictures"
    typed = ["cards", "sheet", "--people", "2", "--two", "--grey", "--lang", "km"]
    assert main([*typed, "--out", str(pdf), "--png", str(folder)]) == 0
    told = f"Cards written to {pdf}: 2\nPictures written to {folder}: 2\n"
    assert capsys.readouterr() == (told, "")
    assert pdf.read_bytes()[:5] == b"%PDF-"
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["card-01.png", "card-02.png"]
    seen = read_cards((folder / "card-02.png").read_bytes(), roster_of(2))
    assert getattr(seen, "readings", None) == {Reading(2, "A")}


def test_one_must_say_where_to(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["cards", "sheet"]) == 2
    told = "Say where to: --out FILE for a PDF, --png DIR for pictures.\n"
    assert capsys.readouterr() == ("", told)


def test_a_folder_that_is_not_there_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lost = tmp_path / "lost" / "cards.pdf"
    assert main(["cards", "sheet", "--people", "1", "--out", str(lost)]) == 1
    assert capsys.readouterr().err == f"Cannot write to {lost}: No such file or directory.\n"
