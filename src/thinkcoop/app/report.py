"""The report of a session: the same document for the page, the print, the spreadsheet and programs.

Statistics are an extra (`thinkcoop[figures]`); without them the report says so in its place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from thinkcoop.app.ports import Wording
from thinkcoop.core.figures.hiding import FEWEST_ALONE
from thinkcoop.core.figures.learning import index_of
from thinkcoop.core.figures.weighed import Weighed
from thinkcoop.core.paper.document import Block, Document, Quoted, Said, Shown, Table
from thinkcoop.core.paper.report import NO_NAMES, is_small, session_report
from thinkcoop.core.screens.screen import Words
from thinkcoop.core.session.state import State

FORMAT = "thinkcoop-report"
VERSION = 1
EXTRA = ("numpy", "scipy", "statsmodels", "pandas")


def report_of(
    state: State, *, language: str, names: Mapping[str, str] = NO_NAMES, head: str = ""
) -> Document:
    """Return the report of a session as it stands. Slow where there is a lot to weigh: a second.

    `names`: languages by their codes, as they call themselves.
    """
    weighed = weighed_of(state)
    return session_report(state, weighed, language=language, names=names, head=head)


def weighed_of(state: State) -> Weighed | None:
    """What statistics make of what was asked twice; None where this machine has none."""
    try:
        from thinkcoop.core.figures.weighing import weigh  # noqa: PLC0415 - an extra, slow to load

        seed = state.header.seed if state.header is not None else 0
        return weigh(index_of(state, "know"), seed=seed)
    except ImportError as missing:
        if (missing.name or "").split(".")[0] not in EXTRA:
            raise
        return None


def as_json(state: State, document: Document, wording: Wording) -> dict[str, Any]:
    """The report for programs: words as they are said, numbers as numbers, hidden ones null."""
    header = state.header
    weighed = weighed_of(state)
    shown = weighed is not None and weighed.people >= FEWEST_ALONE and not is_small(state)
    return {
        "format": FORMAT,
        "version": VERSION,
        "session": header.session if header is not None else "",
        "module": state.program.module.id,
        "module_version": state.program.module.version,
        "edition": str(state.program.edition.id),
        "language": wording.language,
        "day": document.day.isoformat(),
        "knowledge": asdict(weighed) if weighed is not None and shown else None,
        "parts": [
            {
                "heading": wording.text(part.heading),
                "blocks": [_block(block, wording) for block in part.blocks],
            }
            for part in document.parts
        ],
        "foot": [wording.text(line) for line in document.foot],
    }


def _block(block: Block, wording: Wording) -> dict[str, Any]:
    match block:
        case Table():
            return _table(block, wording)
        case Said():
            return {"kind": "said", "text": wording.text(block.text)}
        case Shown():
            more = None if block.more is None else wording.text(block.more)
            return {"kind": "shown", "text": wording.text(block.text), "more": more}
        case Quoted():
            return {"kind": "quoted", "texts": list(block.texts)}
        case _:
            raise TypeError(f"no report has a {type(block).__name__}")


def _table(table: Table, wording: Wording) -> dict[str, Any]:
    return {
        "kind": "table",
        "name": table.name,
        "heads": [wording.text(head) for head in (table.first, *table.heads)],
        "rows": [
            [wording.text(row.text), *(_cell(cell, wording) for cell in row.cells)]
            for row in table.rows
        ],
    }


def _cell(cell: int | Words | None, wording: Wording) -> int | str | None:
    return cell if cell is None or isinstance(cell, int) else wording.text(cell)
