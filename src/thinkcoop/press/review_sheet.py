"""A review sheet on paper: English, translation, a box for *right*, lines for a better wording."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import fontpkg
import typst

from thinkcoop.app.review_sheet import SheetRow

TEMPLATE = Path(__file__).with_name("review_sheet.typ")
FONTS = ("Noto Sans", "Noto Sans Khmer")


def as_pdf(sheet: Sequence[SheetRow], *, title: str, language: str) -> bytes:
    """The sheet as a PDF for A4, across. Texts are data all the way, as everywhere in the press."""
    folders = sorted({str(Path(fontpkg.path(name)).parent) for name in FONTS})
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=folders
    )
    table = {
        "title": title,
        "lang": language.split("-", maxsplit=1)[0],
        "rows": [[str(row.number), row.where, row.source, row.said, row.remark] for row in sheet],
    }
    made = typst.Compiler(
        TEMPLATE.read_bytes(),
        font_paths=fonts,
        ignore_system_fonts=True,
        sys_inputs={"table": json.dumps(table, ensure_ascii=False)},
    ).compile(format="pdf")
    assert isinstance(made, bytes)  # one file, however many pages
    return made
