from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from thinkcoop.app.review_sheet import (
    HEADS,
    Looked,
    NoSheet,
    SheetRow,
    Taken,
    as_table,
    from_table,
    rows,
)
from thinkcoop.core.module.strings import ModuleString
from thinkcoop.core.module.translations import Entry

HELLO = ModuleString(source="Hello, {name}.", places=("1a/hello/text",), room="sentence")
GO = ModuleString(source="Go", places=("1a/go/options/a/text", "2a/go"), room="option")
SUM = ModuleString(source="=1+1", places=("1a/sum/text",), room="sentence")
STRINGS = (HELLO, GO, SUM)


def entry(source: str, said: str, **more: object) -> Entry:
    return Entry(source=source, said=said, line=1, **more)  # type: ignore[arg-type]  # its fields


ENTRIES = {
    HELLO.source: entry(HELLO.source, "សួស្តី {name}។", stale=True, was="Hi, {name}."),
    GO.source: entry(GO.source, "ទៅ"),
    SUM.source: entry(SUM.source, "=2", reviewed_by="Sok", reviewed_on="2026-11-01"),
}


def filled(cells: Mapping[str, str | None]) -> bytes:
    """The sheet as a reviewer sends it back, with `cells` written into it."""
    sheet = rows(STRINGS, ENTRIES, everything=True)
    book = load_workbook(BytesIO(as_table(sheet, title="Small, km")))
    page = book.active
    assert page is not None
    for place, value in cells.items():
        page[place] = value
    return saved(book)


def saved(book: Workbook) -> bytes:
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()


def test_a_sheet_has_what_was_not_reviewed_in_the_order_of_the_day() -> None:
    assert rows(STRINGS, ENTRIES) == [
        SheetRow(
            number=1,
            where="1a/hello/text",
            source=HELLO.source,
            said="សួស្តី {name}។",
            remark="was: Hi, {name}.",
        ),
        SheetRow(
            number=2,
            where="1a/go/options/a/text",
            source="Go",
            said="ទៅ",
            remark="at most 44 letters",
        ),
    ]
    assert [row.number for row in rows(STRINGS, ENTRIES, everything=True)] == [1, 2, 3]


def test_what_is_not_translated_stands_in_the_sheet_with_an_empty_place() -> None:
    assert [row.said for row in rows(STRINGS, {})] == ["", "", ""]


def test_right_and_better_come_back_and_the_rest_stays_open() -> None:
    taken = from_table(filled({"E3": "x", "F4": "ទៅមុខ"}), STRINGS, ENTRIES)
    looked = (Looked(source=HELLO.source, said="សួស្តី {name}។"), Looked(source="Go", said="ទៅមុខ"))
    assert taken == Taken(looked=looked, refused=())


def test_a_better_wording_counts_before_a_cross() -> None:
    taken = from_table(filled({"E4": "X", "F4": " ទៅមុខ "}), STRINGS, ENTRIES)
    assert taken.looked == (Looked(source="Go", said="ទៅមុខ"),)


def test_an_empty_sheet_says_nothing() -> None:
    assert from_table(filled({}), STRINGS, ENTRIES) == Taken(looked=(), refused=())


@pytest.mark.parametrize(
    ("cells", "why"),
    [
        ({"E3": "no"}, "No 1: write x where it is right, or a better wording beside it."),
        ({"D4": None, "E4": "x"}, "No 2: there is no translation that could be right."),
        ({"C4": "Go!", "E4": "x"}, "No 2: the English has changed since. It was left out."),
        ({"F3": "សួស្តី"}, "No 1: what is filled in differs; it must have {name}."),
        ({"F4": "ទៅ {name}"}, "No 2: what is filled in differs; it must have none."),
    ],
)
def test_what_cannot_be_taken_is_told_row_by_row(cells: dict[str, str | None], why: str) -> None:
    taken = from_table(filled({**cells, "E5": "x"}), STRINGS, ENTRIES)
    assert taken == Taken(looked=(Looked(source="=1+1", said="=2"),), refused=(why,))


def test_a_wording_that_was_right_does_not_replace_one_that_came_since() -> None:
    since = {**ENTRIES, GO.source: entry(GO.source, "ទៅមុខ", reviewed_by="Sok")}
    taken = from_table(filled({"E3": "x", "E4": "x"}), STRINGS, since)
    why = "No 2: the translation has changed since. It was left out."
    right = Looked(source=HELLO.source, said="សួស្តី {name}។")
    assert taken == Taken(looked=(right,), refused=(why,))


def test_text_that_looks_like_a_formula_stays_text() -> None:
    page = load_workbook(BytesIO(filled({}))).active
    assert page is not None
    cells = [page["C5"], page["D5"]]
    assert [(cell.value, cell.data_type) for cell in cells] == [("=1+1", "s"), ("=2", "s")]


def other_table() -> bytes:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Beans", "Riel"])
    return saved(book)


def bomb() -> bytes:
    """A small file that says it holds 300 MB of nothing."""
    whole = BytesIO(filled({}))
    with ZipFile(whole, "a", ZIP_DEFLATED) as packed:
        packed.writestr("xl/media/image1.png", b"\0" * 300_000_000)
    return whole.getvalue()


def endless() -> bytes:
    """A table that says it has a million rows of sixteen thousand columns."""
    whole = BytesIO()
    with ZipFile(BytesIO(filled({}))) as old, ZipFile(whole, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "xl/worksheets/sheet1.xml":
                start = content.index(b"<sheetData>")
                row = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
                content = (
                    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                )
                content += b'<dimension ref="A1:XFD1048576"/><sheetData>' + row
                content += b"</sheetData></worksheet>"
                assert start
            new.writestr(name, content)
    return whole.getvalue()


NO_TABLE = "This is no table in the form XLSX."
NO_SHEET = "This is no review sheet: its line of headings is missing."
TOO_LARGE = "This table is too large for a review sheet."


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", NO_TABLE),
        (b"number,English,Translation\n", NO_TABLE),
        (b"PK\x03\x04 and then nothing of a table", NO_TABLE),
        (b"\xd0\xcf\x11\xe0" * 200, NO_TABLE),
        (other_table(), NO_SHEET),
        (saved(Workbook()), NO_SHEET),
        (endless(), NO_SHEET),
        (bomb(), TOO_LARGE),
        (b"PK" + b"\0" * 20_000_000, TOO_LARGE),
    ],
    ids=["empty", "csv", "cut", "xls", "other", "blank", "endless", "bomb", "large"],
)
def test_other_files_are_refused_with_a_plain_sentence(content: bytes, why: str) -> None:
    with pytest.raises(NoSheet) as no:
        from_table(content, STRINGS, ENTRIES)
    assert no.value.plain == why


def test_a_damaged_table_is_refused_or_read_and_nothing_else() -> None:
    content = filled({"E3": "x"})
    answers = set()
    for at in range(0, len(content), len(content) // 60):
        for damaged in (content[:at], content[:at] + b"\xff\x00<" + content[at + 3 :]):
            try:
                taken = from_table(damaged, STRINGS, ENTRIES)
            except NoSheet as no:
                answers.add(no.plain)
            else:
                answers.add(f"{len(taken.looked)} taken")
    assert answers <= {NO_TABLE, NO_SHEET, "0 taken", "1 taken"}
    assert NO_TABLE in answers


def test_the_headings_are_those_that_are_looked_for() -> None:
    page = load_workbook(BytesIO(filled({}))).active
    assert page is not None
    lines = list(page.iter_rows(values_only=True))
    assert (lines[0][0], lines[1]) == ("Small, km", HEADS)
