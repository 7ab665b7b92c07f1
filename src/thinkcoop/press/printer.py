"""The press: documents in, files out. Slow (a tenth of a second and more): call it in a thread."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import typst

from thinkcoop.app.ports import Wording
from thinkcoop.core.paper.document import Document
from thinkcoop.core.paper.short import MOST_BLOCKS, short_form
from thinkcoop.press.fonts import package_fonts
from thinkcoop.press.laid_out import laid_out
from thinkcoop.press.picture_file import MOST_BYTES, size_of, small

TEMPLATE = Path(__file__).with_name("page.typ")
POINTS = 72
"""An inch, in the typesetter's points."""
WIDTH_PX, MOST_HEIGHT_PX = 1080, 2000
WIDTHS = (432, 480, 540, 600, 680)
"""Of the picture, in the typesetter's points: a wider one has smaller words."""
GLANCE_PX = 216
"""So wide is a picture that is made only to see how high it becomes."""
SIZES = ("11", "10", "9", "8.5")
"""Of the words on paper, in points."""
GLANCE_PPI = 10
WIDTHS_PX = (WIDTH_PX, 900, 720, 540, 360, 240)
"""Narrower pictures, should the colours alone not make the file small enough."""


class TypstPress:
    """Sets pages with typst, in the fonts of its own packages and never in those of the machine."""

    def __init__(self) -> None:
        self._fonts = package_fonts()
        self._template = TEMPLATE.read_bytes()

    def pdf(self, document: Document, wording: Wording) -> bytes:
        """The whole page for A4, as a PDF: on one side if readable words allow it."""
        inputs = {"page": _data(document, wording), "form": "paper"}
        size = next((s for s in SIZES if self._is_one_page({**inputs, "size": s})), SIZES[-1])
        made = self._compiler({**inputs, "size": size}).compile(format="pdf")
        assert isinstance(made, bytes)  # one file, however many pages
        return made

    def _is_one_page(self, inputs: dict[str, str]) -> bool:
        """Whether it stands on one side: a picture of a page is bytes, those of several a list."""
        return isinstance(self._compiler(inputs).compile(format="png", ppi=GLANCE_PPI), bytes)

    def picture(self, document: Document, wording: Wording) -> bytes:
        """The short form as a PNG of at most 200,000 bytes, 1080 points wide, at most 2000 high."""
        data, width = self._fitting(document, wording)
        for pixels in WIDTHS_PX:
            found = small(self._png(data, width, pixels))
            if found is not None:
                return found
        raise ValueError(f"no picture within {MOST_BYTES} bytes")

    def _fitting(self, document: Document, wording: Wording) -> tuple[str, int]:
        """As much of the page as is not too high, in the largest words in which it is not."""
        for short in _shorter_and_shorter(document):
            data = _data(short, wording)
            if not self._is_too_high(data, WIDTHS[-1]):
                return data, next(each for each in WIDTHS if not self._is_too_high(data, each))
        raise ValueError("a page without parts is too high")

    def _is_too_high(self, data: str, width: int) -> bool:
        _, high = size_of(self._png(data, width, GLANCE_PX))
        return (high + 1) * WIDTH_PX > MOST_HEIGHT_PX * GLANCE_PX

    def _png(self, data: str, width: int, pixels: int) -> bytes:
        compiler = self._compiler({"page": data, "form": "picture", "wide": str(width)})
        made = compiler.compile(format="png", ppi=POINTS * pixels / width)
        assert isinstance(made, bytes)  # the page grows with what is on it: there is one
        return made

    def _compiler(self, inputs: dict[str, str]) -> typst.Compiler:
        return typst.Compiler(
            self._template, font_paths=self._fonts, ignore_system_fonts=True, sys_inputs=inputs
        )


def _shorter_and_shorter(document: Document) -> Iterator[Document]:
    """First fewer blocks in each part, then fewer parts."""
    for most in range(MOST_BLOCKS, 0, -1):
        yield short_form(document, most)
    short = short_form(document, 1)
    while short.parts:
        short = replace(short, parts=short.parts[:-1])
        yield short


def _data(document: Document, wording: Wording) -> str:
    return json.dumps(laid_out(document, wording), ensure_ascii=False)
