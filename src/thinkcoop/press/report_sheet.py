"""A report as a spreadsheet: what is said on one sheet, and each table on one of its own."""

from __future__ import annotations

import io

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from thinkcoop.app.ports import Wording
from thinkcoop.core.paper.document import Block, Document, Quoted, Said, Shown, Table
from thinkcoop.core.screens.screen import Words

HIDDEN = "·"
"""In place of a number that is not shown; the first sheet says what it stands for."""
WIDE, NARROW = 70, 16
"""Widths of columns, in letters."""
FORMULA = ("=", "+", "-", "@")
"""What people wrote must not run: it is kept as text."""


def report_sheet(document: Document, wording: Wording) -> bytes:
    """Return the report as an .xlsx file. Hidden numbers are a dot, as on the page."""
    book = Workbook()
    front = book.active
    assert isinstance(front, Worksheet)  # a new book has one
    front.title = wording.text(document.title)[:31]
    front.column_dimensions["A"].width = WIDE
    front.append([wording.text(document.title)])
    front["A1"].font = Font(bold=True, size=14)
    front.append([wording.text(document.module)])
    front.append([document.day.isoformat()])
    front.append([wording.text(document.about)])
    for part in document.parts:
        front.append([])
        front.append([wording.text(part.heading)])
        front.cell(front.max_row, 1).font = Font(bold=True)
        for block in part.blocks:
            if isinstance(block, Table):
                _table(book, block, wording)
            else:
                for line in _lines(block, wording):
                    front.append([plain(line)])
    for words in document.foot:
        front.append([wording.text(words)])
    for cells in front.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _lines(block: Block, wording: Wording) -> tuple[str, ...]:
    """What a block says in words."""
    match block:
        case Said():
            return (wording.text(block.text),)
        case Shown():
            more = () if block.more is None else (wording.text(block.more),)
            return wording.text(block.text), *more
        case Quoted():
            return block.texts
        case _:
            raise TypeError(f"no report has a {type(block).__name__}")


def _table(book: Workbook, table: Table, wording: Wording) -> None:
    sheet = book.create_sheet(_free(book, table.name))
    sheet.column_dimensions["A"].width = WIDE
    for letter in "BCDEFG":
        sheet.column_dimensions[letter].width = NARROW
    sheet.append([wording.text(head) for head in (table.first, *table.heads)])
    for head in sheet[1]:
        head.font = Font(bold=True)
    for row in table.rows:
        cells = [_cell(cell, wording) for cell in row.cells]
        sheet.append([plain(wording.text(row.text)), *cells])
    sheet.freeze_panes = "B2"


def _free(book: Workbook, name: str) -> str:
    """The name, with a number behind it where a table before has it."""
    taken = set(book.sheetnames)
    numbered = (name if at == 1 else f"{name}-{at}" for at in range(1, len(taken) + 2))
    return next(each for each in numbered if each not in taken)


def _cell(cell: int | Words | None, wording: Wording) -> int | str:
    if cell is None:
        return HIDDEN
    return cell if isinstance(cell, int) else wording.text(cell)


def plain(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"\u200b{text}" if text.startswith(FORMULA) else text
