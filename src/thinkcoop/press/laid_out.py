"""A document as plain data for the typesetter: words said, figures written, pictures drawn.

Texts stay data all the way: no markup is ever made of them (`page.typ` reads this as JSON), so
whatever people wrote can neither break a page nor run anything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, assert_never

from thinkcoop.app.ports import Wording
from thinkcoop.core.paper.document import (
    Block,
    Document,
    Drawn,
    Part,
    Promised,
    Quoted,
    Said,
    Shown,
    Stones,
    Table,
    When,
)
from thinkcoop.core.screens.screen import Chart, Choice, Words

Data = dict[str, Any]
WHOLE = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)
OPENING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" stroke="#1F2328" '
    'color="#1F2328" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">'
)
"""What the style sheet says of a picture on a screen: a file has no style sheet."""
HIDDEN = "·"
"""In place of a number that is not shown."""
BREAK_AFTER = 24
BREAK = "\u200b"
"""A word longer than this may be broken anywhere: it must not run off the page."""
LONG_WORD = re.compile(rf"[!-~]{{{BREAK_AFTER}}}(?=[!-~])")


def laid_out(document: Document, wording: Wording) -> Data:
    """All that `page.typ` needs, as JSON can hold it."""
    return _Layout(wording).page(document)


@dataclass(slots=True)
class _Layout:
    wording: Wording
    drawings: dict[str, str] = field(default_factory=dict)

    def page(self, document: Document) -> Data:
        page = {
            "lang": self.wording.language.split("-", maxsplit=1)[0],
            "kind": document.kind,
            "module": self.say(document.module),
            "title": self.say(document.title),
            "about": self.say(document.about),
            "day": self.wording.day(document.day),
            "pic": self.draw(document.picture),
            "parts": [self.part(part) for part in document.parts],
            "foot": [self.say(line) for line in document.foot],
        }
        return {**page, "drawings": self.drawings}

    def part(self, part: Part) -> Data:
        blocks = [self.block(block) for block in part.blocks]
        pic = self.draw(part.picture)
        return {"heading": self.say(part.heading), "pic": pic, "blocks": blocks}

    def block(self, block: Block) -> Data:
        match block:
            case Said():
                return {"kind": "said", "text": self.say(block.text), "quiet": block.quiet}
            case Shown():
                return self._shown(block)
            case Drawn():
                return self._chart(block.chart, block.note)
            case Quoted():
                return {"kind": "quoted", "texts": [breakable(text) for text in block.texts]}
            case Promised():
                return self._promised(block)
            case Stones():
                return self._stones(block)
            case Table():
                return self._table(block)
            case _:
                assert_never(block)

    def say(self, words: Words | None) -> str:
        return breakable(self.wording.text(words)) if words is not None else ""

    def draw(self, name: str) -> str:
        """Keep the drawing of that name with the page, once; returns the name."""
        if name and name not in self.drawings:
            self.drawings[name] = as_file(self.wording.drawing(name))
        return name

    def _shown(self, block: Shown) -> Data:
        return {
            "kind": "shown",
            "text": self.say(block.text),
            "more": self.say(block.more),
            "pic": self.draw(block.picture),
            "main": block.main,
        }

    def _promised(self, block: Promised) -> Data:
        return {
            "kind": "promised",
            "text": self.say(block.text),
            "pic": self.draw(block.picture),
            "whens": [self._when(when) for when in block.whens],
            "said": [[self.draw(picture), breakable(text)] for picture, text in block.said],
        }

    def _when(self, when: When) -> Data:
        people = [self.draw(picture) for picture in when.people]
        return {"text": self.say(when.text), "pic": self.draw(when.picture), "people": people}

    def _stones(self, block: Stones) -> Data:
        stones = [
            {
                "pic": self.draw(stone.picture),
                "about": self.draw(stone.about),
                "question": self.say(stone.question),
                "story": self.say(stone.story),
            }
            for stone in block.stones
        ]
        return {"kind": "stones", "stones": stones}

    def _table(self, block: Table) -> Data:
        return {
            "kind": "table",
            "heads": [self.say(head) for head in (block.first, *block.heads)],
            "rows": [
                {
                    "text": self.say(row.text),
                    "pic": self.draw(row.picture),
                    "cells": [self._cell(cell) for cell in row.cells],
                }
                for row in block.rows
            ],
        }

    def _cell(self, cell: int | Words | None) -> str:
        if cell is None:
            return HIDDEN
        return self.wording.figure(cell, "") if isinstance(cell, int) else self.say(cell)

    def _chart(self, chart: Chart, note: Words | None) -> Data:
        longest = max([chart.most, *(abs(v) for row in chart.rows for v in row.values)])
        rows = [
            {
                "text": self.say(row.text),
                "pic": self.draw(row.picture),
                "values": list(row.values),
                "figures": [self.wording.figure(value, chart.unit) for value in row.values],
            }
            for row in chart.rows
        ]
        return {
            "kind": chart.kind,
            "title": self.say(chart.title),
            "rows": rows,
            "most": max(1, longest),
            "unit": chart.unit,
            "columns": [self._column(column) for column in chart.columns],
            "note": self.say(note),
        }

    def _column(self, column: Choice) -> Data:
        return {"text": self.say(column.text), "pic": self.draw(column.picture)}


def as_file(drawing: str) -> str:
    """A drawing of a page as an SVG file of its own, with the look that a style sheet gives it."""
    inner = WHOLE.search(drawing)
    return f"{OPENING}{inner.group(1) if inner else ''}</svg>"


def breakable(text: str) -> str:
    """The text with places where a word that is too long may be broken."""
    return LONG_WORD.sub(rf"\g<0>{BREAK}", text)
