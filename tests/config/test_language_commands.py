"""`thinkcoop module strings | build | review-sheet` on a copy of the small module."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path

import polib
import pytest
from openpyxl import load_workbook

from tests.core.module.tea import FOLDER, PRICE
from thinkcoop.app.catalogue import entries, sayings
from thinkcoop.config.cli import main
from thinkcoop.config.language_commands import module_in, today
from thinkcoop.core.module.strings import strings
from thinkcoop.web.catalogues import catalogue

ENGLISH = "The price of sugar"
KHMER = "តម្លៃស្ករ"


@pytest.fixture
def tea(tmp_path: Path) -> Path:
    """A copy that may be changed."""
    shutil.copytree(FOLDER, tmp_path / "tea")
    return tmp_path / "tea"


def texts(tea: Path) -> int:
    """How many texts there are, with those of the countries that all modules share."""
    found = module_in(tea)
    assert found is not None
    return len(strings(found[1]))


def said(capsys: pytest.CaptureFixture[str], *typed: str | Path) -> tuple[int, str, str]:
    """The status, what is printed, and what is told as trouble."""
    status = main(["module", *map(str, typed)])
    told = capsys.readouterr()
    return status, told.out, told.err


def begun(tea: Path) -> Path:
    """The Khmer catalogue with two texts translated."""
    assert main(["module", "strings", str(tea)]) == 0
    path = tea / "languages" / "km.po"
    found = polib.pofile(str(path))
    said = {ENGLISH: KHMER, "Tea together": "តែជាមួយគ្នា"}
    for each in found:
        each.msgstr = said.get(each.msgid, "")
    found.save()
    return path


def test_strings_makes_the_catalogues_that_module_yaml_names(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    path = tea / "languages" / "km.po"
    assert said(capsys, "strings", tea) == (0, f"{path}: {texts(tea)} texts\n", "")
    found = entries(path.read_text("utf-8"))
    assert (len(found), found[ENGLISH].places) == (texts(tea), ("t1/title",))


def test_strings_makes_those_that_are_asked_for(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    status, told, _ = said(capsys, "strings", tea / "module.yaml", "--lang", "es,fr")
    assert (status, len(told.splitlines())) == (0, 2)
    assert sorted(path.name for path in (tea / "languages").iterdir()) == ["es.po", "fr.po"]


def test_strings_leaves_alone_what_it_cannot_read(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    path = tea / "languages" / "km.po"
    path.parent.mkdir()
    no = f"{path}:1 this is no gettext catalogue; it was left alone.\n"
    for content in (b"msgid oops\n", b'msgid "a"\nmsgstr "\xff"\n'):
        path.write_bytes(content)
        assert said(capsys, "strings", tea) == (1, "", no)
        assert path.read_bytes() == content
    no = "this is no gettext catalogue\n"
    assert said(capsys, "review-sheet", tea, "--lang", "km", "--out", tea / "a.pdf") == (1, "", no)


def test_a_place_that_cannot_be_written_to_gets_a_sentence(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    (tea / "languages").write_text("no folder", "utf-8")
    told = [
        said(capsys, "strings", tea),
        said(capsys, "narrate", tea, "--lang", "en", "--list", tea / "module.yaml" / "list.html"),
    ]
    assert [(status, out) for status, out, _ in told] == [(1, ""), (1, "")]
    assert [err.split(":")[0] for _, _, err in told] == ["That file cannot be used"] * 2


def test_what_is_no_module_is_told(capsys: pytest.CaptureFixture[str], tea: Path) -> None:
    (tea / "module.yaml").write_text("title: Tea\n", "utf-8")
    no = f"{tea} has mistakes; `thinkcoop module check` names them.\n"
    assert said(capsys, "strings", tea) == (1, "", no)
    nowhere = tea / "nowhere"
    no = f"{nowhere} is not the folder of a module.\n"
    assert said(capsys, "strings", nowhere) == (1, "", no)


@pytest.mark.parametrize("code", ["Khmer", "../km", "", "km,", "k"])
def test_a_language_is_a_code(capsys: pytest.CaptureFixture[str], tea: Path, code: str) -> None:
    with pytest.raises(SystemExit):
        main(["module", "strings", str(tea), "--lang", code])
    assert "a language is a code as km, es or en" in capsys.readouterr().err


def test_a_text_changed_by_one_word_is_out_of_date_and_english_on_the_screen(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    path = begun(tea)
    assert catalogue(path.parent, "km").sayings[ENGLISH].replace("\u200b", "") == KHMER
    changed = (tea / PRICE).read_text("utf-8").replace(ENGLISH, "The cost of sugar")
    (tea / PRICE).write_text(changed, "utf-8")
    status, told, _ = said(capsys, "check", tea)
    assert status == 0
    assert f"T003 advice: the English changed: {ENGLISH} became The cost of sugar" in told
    assert said(capsys, "strings", tea)[0] == 0
    assert "T003" in said(capsys, "check", tea)[1]
    assert entries(path.read_text("utf-8"))["The cost of sugar"].was == ENGLISH
    assert "The cost of sugar" not in catalogue(path.parent, "km").sayings


def test_build_makes_a_catalogue_that_the_program_reads(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    path = begun(tea)
    capsys.readouterr()
    assert said(capsys, "build", tea) == (0, "", "")
    built = polib.mofile(str(path.with_suffix(".mo")))
    assert {each.msgid: each.msgstr for each in built} == {
        ENGLISH: "តម្លៃ\u200bស្ករ",
        "Tea together": "តែ\u200bជាមួយគ្នា",
    }


def test_build_tells_what_it_cannot_read(capsys: pytest.CaptureFixture[str], tea: Path) -> None:
    assert said(capsys, "build", tea) == (1, "", f"There is no catalogue in {tea}.\n")
    path = begun(tea)
    path.write_bytes(b"\xff\xfe")
    capsys.readouterr()
    no = f"{path}:1 this is no gettext catalogue.\n"
    assert said(capsys, "build", tea) == (1, "", no)
    assert not path.with_suffix(".mo").exists()


def test_a_review_goes_out_as_a_table_and_comes_back(
    capsys: pytest.CaptureFixture[str], tea: Path, tmp_path: Path
) -> None:
    path, sheet = begun(tea), tmp_path / "km.xlsx"
    capsys.readouterr()
    told = said(capsys, "review-sheet", tea, "--lang", "km", "--out", sheet)
    assert told == (0, f"{sheet}: {texts(tea)} texts\n", "")
    write_into(sheet, {ENGLISH: ("x", None), "Tea together": (None, "តែរួមគ្នា"), "Much": ("?", "")})
    told = said(capsys, "review-sheet", tea, "--lang", "km", "--take", sheet, "--by", "Sok")
    assert told[:2] == (0, f"{path}: 2 texts reviewed by Sok\n")
    assert told[2].endswith(": write x where it is right, or a better wording beside it.\n")
    found = entries(path.read_text("utf-8"))
    assert [found[text].said for text in (ENGLISH, "Tea together")] == [KHMER, "តែរួមគ្នា"]
    reviewed = {text: each.reviewed_on for text, each in found.items() if each.reviewed_by}
    assert reviewed == dict.fromkeys((ENGLISH, "Tea together"), f"{today():%Y-%m-%d}")
    told = said(capsys, "review-sheet", tea, "--lang", "km", "--out", sheet)
    assert told[1] == f"{sheet}: {texts(tea) - 2} texts\n"


def test_a_review_of_a_text_that_the_catalogue_lacks_is_not_lost(
    capsys: pytest.CaptureFixture[str], tea: Path, tmp_path: Path
) -> None:
    path, sheet = begun(tea), tmp_path / "km.xlsx"
    head = path.read_text("utf-8").split("\n\n", 1)[0]
    assert said(capsys, "review-sheet", tea, "--lang", "km", "--out", sheet)[0] == 0
    path.write_text(head + "\n", "utf-8")
    write_into(sheet, {ENGLISH: (None, KHMER)})
    assert said(capsys, "review-sheet", tea, "--lang", "km", "--take", sheet, "--by", "Sok")[0] == 0
    assert sayings(path.read_text("utf-8")) == {ENGLISH: KHMER}


def write_into(sheet: Path, cells: dict[str, tuple[str | None, str | None]]) -> None:
    """Fill in *right* and *better* for these English texts."""
    book = load_workbook(BytesIO(sheet.read_bytes()))
    page = book.active
    assert page is not None
    for line in page.iter_rows(min_row=3):
        if line[2].value in cells:
            line[4].value, line[5].value = cells[str(line[2].value)]
    book.save(sheet)


def test_a_review_sheet_is_a_pdf_too(
    capsys: pytest.CaptureFixture[str], tea: Path, tmp_path: Path
) -> None:
    begun(tea)
    sheet = tmp_path / "km.pdf"
    capsys.readouterr()
    told = said(capsys, "review-sheet", tea, "--lang", "km", "--out", sheet)
    assert told == (0, f"{sheet}: {texts(tea)} texts\n", "")
    assert sheet.read_bytes()[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("typed", "no"),
    [
        ((), "Say where to write it, as --out km.xlsx or --out km.pdf\n"),
        (("--out", "km.csv"), "The name must end in .pdf or .xlsx\n"),
        (("--take", "km.xlsx"), "Say who reviewed it: --by NAME\n"),
    ],
)
def test_what_is_missing_is_said(
    capsys: pytest.CaptureFixture[str], tea: Path, typed: tuple[str, ...], no: str
) -> None:
    begun(tea)
    capsys.readouterr()
    assert said(capsys, "review-sheet", tea, "--lang", "km", *typed) == (1, "", no)


def test_a_sheet_that_is_none_changes_nothing(
    capsys: pytest.CaptureFixture[str], tea: Path, tmp_path: Path
) -> None:
    path, sheet = begun(tea), tmp_path / "km.xlsx"
    before = path.read_bytes()
    sheet.write_bytes(b"no table")
    capsys.readouterr()
    told = said(capsys, "review-sheet", tea, "--lang", "km", "--take", sheet, "--by", "Sok")
    assert told == (1, "", "This is no table in the form XLSX.\n")
    nowhere = tmp_path / "nowhere.xlsx"
    told = said(capsys, "review-sheet", tea, "--lang", "km", "--take", nowhere, "--by", "Sok")
    assert (told[0], told[2].startswith("That file cannot be used: ")) == (1, True)
    assert path.read_bytes() == before


def test_a_language_without_a_catalogue_says_what_makes_it(
    capsys: pytest.CaptureFixture[str], tea: Path
) -> None:
    path = tea / "languages" / "fr.po"
    made = f"thinkcoop module strings {tea} --lang fr"
    no = f"There is no {path}. This makes it: {made}\n"
    assert said(capsys, "review-sheet", tea, "--lang", "fr", "--out", "fr.pdf") == (1, "", no)
