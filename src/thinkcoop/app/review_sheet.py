"""Translations beside the English, for who speaks the language, and back again.

The sheet is a table: number, English, translation, places for *right* and a better wording.
What comes back is believed only for texts whose English is still the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from thinkcoop.core.module.strings import ModuleString
from thinkcoop.core.module.translations import Entry, places_in

HEADS = ("No", "Where", "English", "Translation", "Right? (x)", "Better", "Remark")
WIDTHS = (6, 26, 60, 60, 10, 60, 30)
"""Of the columns, in letters."""
NOT_INSTALLED = (
    "Review sheets as tables need one more library. "
    "This adds it: python -m pip install 'thinkcoop[authors]'"
)
LARGEST_SHEET = 20_000_000
"""Bytes. A sheet of two thousand texts has 200,000."""
LARGEST_UNPACKED = 200_000_000
"""Bytes: a table is a packed file, and a small one may hold a very large one."""
MOST_ROWS = 20_000
RIGHT = frozenset({"x", "✓", "✔", "v", "1", "yes", "sí", "si"})
"""What may be written for *right*."""


class NoSheet(Exception):
    """What was given is no review sheet, or nothing here can read one. `plain` says so."""

    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self.plain = plain


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRow:
    """One text to look at."""

    number: int
    where: str
    source: str
    said: str
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What came back of one text: the wording that is right now."""

    source: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """What came back of a whole sheet. `refused` has a sentence for each row that was left out."""

    looked: tuple[Looked, ...]
    refused: tuple[str, ...]


def rows(
    strings: Iterable[ModuleString], entries: Mapping[str, Entry], *, everything: bool = False
) -> list[SheetRow]:
    """The rows of a sheet, in the order of the day: what was not reviewed, or `everything`."""
    found = []
    for number, string in enumerate(strings, 1):
        entry = entries.get(string.source)
        if entry is not None and entry.reviewed_by and not entry.stale and not everything:
            continue
        stale = f"was: {entry.was}" if entry is not None and entry.stale else ""
        found.append(
            SheetRow(
                number=number,
                where=string.places[0],
                source=string.source,
                said=entry.said if entry is not None else "",
                remark=stale or (f"at most {string.limit} letters" if string.limit else ""),
            )
        )
    return found


def as_table(sheet: Sequence[SheetRow], *, title: str) -> bytes:
    """The sheet as an XLSX file. Raises NoSheet where the library is missing."""
    try:
        from openpyxl import Workbook  # noqa: PLC0415 - only authors have it
        from openpyxl.styles import Alignment, Font  # noqa: PLC0415 - as above
    except ImportError:
        raise NoSheet(NOT_INSTALLED) from None
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "review"
    page.append([title])
    page.append(list(HEADS))
    for row in sheet:
        page.append([row.number, row.where, row.source, row.said, None, None, row.remark])
    for cell in page[2]:
        cell.font = Font(bold=True)
    for letter, width in zip("ABCDEFG", WIDTHS, strict=True):
        page.column_dimensions[letter].width = width
    for line in page.iter_rows(min_row=3):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "n" if cell.column == 1 else "s"  # a text may begin with `=`
    page.freeze_panes = "A3"
    whole = BytesIO()
    book.save(whole)
    return whole.getvalue()


def from_table(
    content: bytes, strings: Iterable[ModuleString], entries: Mapping[str, Entry]
) -> Taken:
    """What a reviewer wrote into the table. Raises NoSheet for what is no such table.

    `entries` is what the catalogue says now: who found a wording right has not seen the one that
    somebody else put in its place since.
    """
    known = {string.source for string in strings}
    now = {source: _in_one_line(entry.said) for source, entry in entries.items()}
    looked, refused = list[Looked](), list[str]()
    for number, source, said, right, better in _cells(content):
        if not (better or right):
            continue
        text = _in_one_line(better or said)
        if not better and right.lower() not in RIGHT:
            refused.append(
                f"No {number}: write x where it is right, or a better wording beside it."
            )
        elif not text:
            refused.append(f"No {number}: there is no translation that could be right.")
        elif source not in known:
            refused.append(f"No {number}: the English has changed since. It was left out.")
        elif not better and now.get(source, "") not in ("", text):
            refused.append(f"No {number}: the translation has changed since. It was left out.")
        elif places_in(source) != places_in(text):
            needed = " ".join(places_in(source)) or "none"
            refused.append(f"No {number}: what is filled in differs; it must have {needed}.")
        else:
            looked.append(Looked(source=source, said=text))
    return Taken(looked=tuple(looked), refused=tuple(refused))


def _in_one_line(said: str) -> str:
    """Whatever a table or a catalogue made of it."""
    return " ".join(said.split())


def _cells(content: bytes) -> list[tuple[str, str, str, str, str]]:
    found = _lines(content)
    start = next((at for at, line in enumerate(found) if line[: len(HEADS)] == HEADS), None)
    if start is None:
        raise NoSheet("This is no review sheet: its line of headings is missing.")
    return [(line[0], line[2], line[3], line[4], line[5]) for line in found[start + 1 :]]


def _lines(content: bytes) -> list[tuple[str, ...]]:
    try:
        from openpyxl import load_workbook  # noqa: PLC0415 - only authors have it
    except ImportError:
        raise NoSheet(NOT_INSTALLED) from None
    try:
        large = len(content) > LARGEST_SHEET or _unpacked(content) > LARGEST_UNPACKED
        page = (
            None
            if large
            else load_workbook(BytesIO(content), read_only=True, data_only=True).active
        )
        # however many rows and columns the table says that it has
        lines = page.iter_rows(max_row=MOST_ROWS, max_col=len(HEADS)) if page else ()
        found = [_texts([cell.value for cell in line]) for line in lines]
    except Exception:  # noqa: BLE001 - whatever their reader stumbles over is no sheet of ours
        raise NoSheet("This is no table in the form XLSX.") from None
    if large:
        raise NoSheet("This table is too large for a review sheet.")
    return found


def _unpacked(content: bytes) -> int:
    """How many bytes a packed file says that it holds."""
    with ZipFile(BytesIO(content)) as packed:
        return sum(part.file_size for part in packed.infolist())


def _texts(line: Sequence[Any]) -> tuple[str, ...]:
    texts = ["" if value is None else str(value).strip() for value in line]
    return tuple((*texts, *[""] * len(HEADS))[: max(len(HEADS), len(texts))])
