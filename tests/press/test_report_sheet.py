"""A report as a spreadsheet, and as a PDF."""

from __future__ import annotations

import io
from datetime import date

from openpyxl import load_workbook

from tests.press.test_press import PRESS, Plain
from thinkcoop.core.paper.document import Document, Part, Quoted, Row, Said, Shown, Table
from thinkcoop.core.screens.screen import Text
from thinkcoop.press.laid_out import laid_out
from thinkcoop.press.report_sheet import HIDDEN, report_sheet

TABLE = Table(
    name="came",
    first=Text("Way"),
    heads=(Text("People"), Text("Note")),
    rows=(
        Row(text=Text("ទូរស័ព្ទ"), picture="phone", cells=(12, Text("left out"))),
        Row(text=Text("=HYPERLINK(1)"), cells=(None, Text("–"))),
    ),
)
REPORT = Document(
    kind="report",
    module=Text("Tea"),
    title=Text("Report"),
    picture="book",
    about=Text("For the organisation."),
    day=date(2026, 11, 28),
    parts=(
        Part(
            heading=Text("Who came"),
            picture="p",
            blocks=(
                Said(text=Text("Twelve.")),
                TABLE,
                TABLE,
                Quoted(texts=("+1+1", "@x")),
                Shown(text=Text("A step"), picture="p", more=Text("Ask five people.")),
            ),
        ),
    ),
    foot=(Text("Not an ILO product."),),
)


def test_each_table_is_a_sheet_and_the_first_has_what_is_said() -> None:
    book = load_workbook(io.BytesIO(report_sheet(REPORT, Plain())))
    assert book.sheetnames == ["Report", "came", "came-2"]
    assert list(book["came"].values) == [
        ("Way", "People", "Note"),
        ("ទូរស័ព្ទ", 12, "left out"),
        ("\u200b=HYPERLINK(1)", HIDDEN, "–"),
    ]
    said = [row[0] for row in book["Report"].values if row[0]]
    assert said == [
        "Report",
        "Tea",
        "2026-11-28",
        "For the organisation.",
        "Who came",
        "Twelve.",
        "\u200b+1+1",
        "\u200b@x",
        "A step",
        "Ask five people.",
        "Not an ILO product.",
    ]


def test_nothing_that_people_wrote_is_a_formula() -> None:
    book = load_workbook(io.BytesIO(report_sheet(REPORT, Plain())))
    kinds = {cell.data_type for sheet in book for cells in sheet.iter_rows() for cell in cells}
    assert kinds <= {"s", "n"}


def test_hidden_numbers_are_dots_on_paper() -> None:
    [table] = [b for b in laid_out(REPORT, Plain())["parts"][0]["blocks"] if b["kind"] == "table"][
        1:
    ]
    assert [row["cells"] for row in table["rows"]] == [["12 ", "left out"], ["·", "–"]]


def test_a_report_is_set_on_paper() -> None:
    assert PRESS.pdf(REPORT, Plain()).startswith(b"%PDF")
