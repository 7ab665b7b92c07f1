"""A made-up report of a meeting."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from tests.core.paper.rooms import room
from thinkcoop.core.figures.weighed import Weighed
from thinkcoop.core.paper.document import Row, Table
from thinkcoop.core.paper.report import session_report
from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.take_home import named_blocks
from thinkcoop.web.wording import OnPaper

SURE = Weighed(
    verdict="too wide",
    people=22,
    missing=3,
    items=4,
    before=0.4,
    after=0.55,
    change=0.15,
    low=-0.02,
    high=0.31,
    p=0.08,
    worst=0.02,
    best=0.25,
)
CHANGED = Table(
    name="changed",
    first=phrase(R.QUESTION),
    heads=(phrase(R.BETTER), phrase(R.EQUAL), phrase(R.WORSE), phrase(R.ONE_MISSING)),
    rows=(
        Row(
            text=Text("In a cooperative, Lina puts in more money than the rest. How many votes?"),
            picture="votes-by-head",
            cells=(9, 11, None, None),
        ),
        Row(text=Text("You run a business all alone."), picture="way-alone", cells=(7, 8, 7, 0)),
    ),
)


def report_page(words: Translator) -> dict[str, Any]:
    """What the page of a report is given."""
    document = session_report(room(), SURE, language=words.language, head="0" * 64)
    parts = [
        replace(part, blocks=(*part.blocks, CHANGED)) if part.heading == phrase(R.CHANGED) else part
        for part in document.parts
    ]
    return {
        "d": document,
        "day": OnPaper(words).day(document.day),
        "parts": [(part, named_blocks(part.blocks)) for part in parts],
        "can_print": True,
        "can_tabulate": True,
        "view": "phone",
        "voice": "",
    }
