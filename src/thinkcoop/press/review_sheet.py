"""A review sheet on paper: English, translation, a box for *right*, lines for a better wording."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import typst

from thinkcoop.app.review_sheet import SheetRow
from thinkcoop.press.fonts import package_fonts

TEMPLATE = Path(__file__).with_name("review_sheet.typ")


def as_pdf(sheet: Sequence[SheetRow], *, title: str, language: str) -> bytes:
    """The sheet as a PDF for A4, across. Texts are data all the way, as everywhere in the press."""
    table = {
        "title": title,
        "lang": language.split("-", maxsplit=1)[0],
        "rows": [[str(row.number), row.where, row.source, row.said, row.remark] for row in sheet],
    }
    made = typst.Compiler(
        TEMPLATE.read_bytes(),
        font_paths=package_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"table": json.dumps(table, ensure_ascii=False)},
    ).compile(format="pdf")
    assert isinstance(made, bytes)  # one file, however many pages
    return made
