"""A file of the kit as plain data for `kit.typ`: words said, figures written, pictures drawn.

Texts stay data all the way, as in `laid_out.py`. The digest of this data names the printed file:
where it changes, what was printed before is out of date.
"""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass, field
from typing import Any, assert_never

import segno

from thinkcoop.app.ports import Wording
from thinkcoop.core.paper.kit.pieces import (
    Badge,
    Blank,
    Board,
    Gallery,
    Hundred,
    Leaf,
    Line,
    Notes,
    Options,
    Piece,
    Printed,
    Question,
    Slip,
    Task,
    Tent,
    Times,
    Turned,
    WayTold,
)
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Choice, Words, phrase
from thinkcoop.press.laid_out import BREAK, as_file, breakable

Data = dict[str, Any]
DIGEST_SHOWN = 8
"""Hex digits at the foot of a page: enough to tell two printings apart."""
COLOUR = re.compile("#([0-9A-Fa-f]{6})")
WAY_HEADS = (K.GOOD, K.BAD, K.LIVING, K.NOT_KNOWN)
RED, GREEN, BLUE = 299, 587, 114
"""How bright each part of a colour looks, in thousandths (ITU-R BT.601)."""


def kit_data(printed: Printed, wording: Wording, *, grey: bool = False) -> Data:
    """All that `kit.typ` needs of one file, but for its foot."""
    return _Layout(wording, grey=grey).file(printed)


def digest_of(data: Data) -> str:
    """The digest of all that is said and drawn in a file, as 64 hex digits.

    Where words may be broken does not count: a machine without a segmenter prints the same text.
    """
    written = json.dumps(data, ensure_ascii=False, sort_keys=True).replace(BREAK, "")
    return hashlib.sha256(written.encode()).hexdigest()


def greyed(drawing: str) -> str:
    """The same drawing without colours, as bright as before."""
    return COLOUR.sub(_grey, drawing)


def _grey(colour: re.Match[str]) -> str:
    red, green, blue = bytes.fromhex(colour.group(1))
    bright = (RED * red + GREEN * green + BLUE * blue + 500) // 1000
    return f"#{bright:02X}{bright:02X}{bright:02X}"


@dataclass(slots=True)
class _Layout:
    wording: Wording
    grey: bool = False
    drawings: dict[str, str] = field(default_factory=dict)

    def file(self, printed: Printed) -> Data:
        data = {
            "lang": self.wording.language.split("-", maxsplit=1)[0],
            "title": self.say(printed.title),
            "name": printed.name,
            "leaves": [self.leaf(leaf) for leaf in printed.leaves],
        }
        return {**data, "drawings": self.drawings}

    def leaf(self, leaf: Leaf) -> Data:
        return {
            "heading": self.say(leaf.heading),
            "over": self.say(leaf.over),
            "pic": self.draw(leaf.picture),
            "minutes": self.say(leaf.minutes),
            "badge": self.badge(leaf.badge),
            "note": self.say(leaf.note),
            "joins": leaf.joins,
            "pieces": [self.piece(piece) for piece in leaf.pieces],
        }

    def badge(self, badge: Badge | None) -> Data | None:
        if badge is None:
            return None
        return {"pic": self.draw(badge.picture), "text": self.say(badge.text)}

    def piece(self, piece: Piece) -> Data:
        match piece:
            case Task():
                return self._task(piece)
            case Question():
                blocks = [self.piece(each) for each in piece.blocks]
                return {
                    "kind": "question",
                    "number": self.wording.figure(piece.number, ""),
                    "text": self.say(piece.text),
                    "pic": self.draw(piece.picture),
                    "blocks": blocks,
                }
            case Line() | Blank() | Turned() | WayTold():
                return self._words(piece)
            case Options() | Board() | Gallery() | Hundred():
                return self._choices(piece)
            case Times() | Notes() | Tent() | Slip():
                return self._thing(piece)
            case _:
                assert_never(piece)

    def say(self, words: Words | None) -> str:
        return breakable(self.wording.text(words)) if words is not None else ""

    def draw(self, name: str) -> str:
        """Keep the drawing of that name with the file, once; returns the name."""
        if name and name not in self.drawings:
            drawing = as_file(self.wording.drawing(name))
            self.drawings[name] = greyed(drawing) if self.grey else drawing
        return name

    def _task(self, task: Task) -> Data:
        return {
            "kind": "task",
            "number": self.wording.figure(task.number, ""),
            "sign": self.draw(task.sign),
            "who": self.draw(task.who),
            "pic": self.draw(task.picture),
            "minutes": self.say(task.minutes),
            "text": self.say(task.text),
            "again": self.say(task.again),
            "how": [self.say(each) for each in task.how],
            "note": self.say(task.note),
            "blocks": [self.piece(each) for each in task.blocks],
        }

    def _words(self, piece: Line | Blank | Turned | WayTold) -> Data:
        match piece:
            case Line():
                return {
                    "kind": "line",
                    "text": self.say(piece.text),
                    "pic": self.draw(piece.picture),
                    "look": piece.look,
                    "more": self.say(piece.more),
                    "fits": [self.draw(name) for name in piece.fits],
                }
            case Blank():
                return {"kind": "blank", "text": self.say(piece.text), "lines": piece.lines}
            case Turned():
                lines = [self.piece(line) for line in piece.lines]
                return {"kind": "turned", "lines": lines}
            case WayTold():
                return {
                    "kind": "way",
                    "text": self.say(piece.name),
                    "pic": self.draw(piece.picture),
                    "good": [self.piece(line) for line in piece.good],
                    "bad": [self.piece(line) for line in piece.bad],
                    "living": self.say(piece.living),
                    "uncertain": self.say(piece.uncertain),
                    "heads": [self.say(phrase(key)) for key in WAY_HEADS],
                }

    def _choices(self, piece: Options | Board | Gallery | Hundred) -> Data:
        match piece:
            case Options():
                choices = [self.choice(each) for each in piece.choices]
                letters = list(piece.letters)
                options = {"kind": "options", "choices": choices, "mark": piece.mark}
                return {**options, "letters": letters}
            case Board():
                return {
                    "kind": "board",
                    "rows": [self.choice(each) for each in piece.rows],
                    "columns": [self.choice(each) for each in piece.columns],
                    "wide": piece.wide,
                    "written": [[self.say(each) for each in row] for row in piece.written],
                    "letters": list(piece.letters),
                }
            case Hundred():
                rows = [
                    {
                        **self.choice(row),
                        "value": row.value,
                        "figure": self.wording.figure(row.value, ""),
                    }
                    for row in piece.rows
                ]
                return {"kind": "hundred", "title": self.say(piece.title), "rows": rows}
            case Gallery():
                choices = [self.choice(each) for each in piece.choices]
                across = piece.across
                return {"kind": "gallery", "choices": choices, "across": across, "look": piece.look}

    def choice(self, choice: Choice) -> Data:
        return {
            "text": self.say(choice.text),
            "pic": self.draw(choice.picture),
            "sign": choice.sign,
            "more": self.say(choice.more),
        }

    def _thing(self, piece: Times | Notes | Tent | Slip) -> Data:
        match piece:
            case Times():
                stops = [
                    {
                        "text": self.say(stop.text),
                        "pic": self.draw(stop.picture),
                        "minutes": self.say(stop.minutes),
                        "rest": stop.rest,
                    }
                    for stop in piece.stops
                ]
                return {"kind": "times", "stops": stops}
            case Notes():
                figures = [self.wording.figure(at, "") for at in range(1, piece.value + 1)]
                lots = figures if piece.unit == "lots" else []
                return {
                    "kind": "notes",
                    "value": piece.value,
                    "figure": self.wording.figure(piece.value, ""),
                    "said": self.say(phrase(P.UNIT_RIEL)),
                    "unit": piece.unit,
                    "count": piece.count,
                    "text": self.say(piece.text),
                    "lots": lots,
                }
            case Tent():
                return {
                    "kind": "tent",
                    "number": self.wording.figure(piece.number, ""),
                    "text": self.say(piece.text),
                    "address": piece.address,
                    "code": piece.code,
                    "hint": self.say(piece.hint),
                    "qr": qr_rows(piece.address),
                    "pic": self.draw("table-people"),
                }
            case Slip():
                return {
                    "kind": "slip",
                    "text": self.say(piece.text),
                    "pic": self.draw(piece.picture),
                    "choices": [self.choice(each) for each in piece.choices],
                    "fold": self.say(piece.fold),
                    "count": piece.count,
                }


def qr_rows(address: str) -> list[str]:
    """The dark and light squares of the code for an address, row by row; none without one."""
    if not address:
        return []
    matrix = segno.make(address, error="m", micro=False).matrix
    return ["".join("1" if square & 1 else "0" for square in row) for row in matrix]
