"""Answer cards as a PDF for the printer, and as one picture a card."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import typst
from PIL import Image

from thinkcoop.core.paper.card_sheet import CardSheet
from thinkcoop.press.fonts import package_fonts
from thinkcoop.press.laid_out import OPENING, WHOLE

TEMPLATE = Path(__file__).with_name("cards.typ")
PICTURE_PPI = 101.6
"""Four points a millimetre: 840 points for a card's front, of which the marker has 520."""
COLOUR = re.compile(r"#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")

Drawing = Callable[[str], str]
"""The picture of a name as SVG markup."""


def pdf_of_cards(sheet: CardSheet, drawing: Drawing, *, language: str) -> bytes:
    """Fronts and backs in turn, for printing on both sides, turned over the long edge."""
    made = _compiler(sheet, drawing, language, form="paper").compile(format="pdf")
    assert isinstance(made, bytes)  # one file, however many pages
    return made


def pictures_of_cards(sheet: CardSheet) -> dict[int, bytes]:
    """The front of each card as a PNG, marker and white margin, by number."""
    compiler = _compiler(sheet, None, "en", form="picture")
    made = compiler.compile(format="png", ppi=PICTURE_PPI)
    pages = made if isinstance(made, list) else [made]
    assert len(pages) == len(sheet.cards)
    return {card.number: _in_grey(page) for card, page in zip(sheet.cards, pages, strict=True)}


def _in_grey(png: bytes | None) -> bytes:
    assert png is not None
    out = io.BytesIO()
    with Image.open(io.BytesIO(png)) as opened:
        opened.convert("L").save(out, "PNG")
    return out.getvalue()


def _compiler(
    sheet: CardSheet, drawing: Drawing | None, language: str, *, form: str
) -> typst.Compiler:
    data = {
        "lang": language.split("-", maxsplit=1)[0],
        "marker": sheet.marker_mm,
        "two": sheet.two,
        "grey": sheet.grey,
        "cards": [
            {
                "number": card.number,
                "squares": list(card.squares),
                "front": list(card.front),
                "back": list(card.back),
                "picture": card.picture,
            }
            for card in sheet.cards
        ],
        "drawings": _drawings(sheet, drawing) if drawing else {},
    }
    inputs = {"sheet": json.dumps(data), "form": form}
    return typst.Compiler(
        TEMPLATE.read_bytes(),
        font_paths=package_fonts(),
        ignore_system_fonts=True,
        sys_inputs=inputs,
    )


def _drawings(sheet: CardSheet, drawing: Drawing) -> dict[str, str]:
    found: dict[str, str] = {}
    for card in sheet.cards:
        inner = WHOLE.search(drawing(card.picture))
        markup = f"{OPENING}{inner.group(1) if inner else ''}</svg>"
        found[card.picture] = COLOUR.sub(_grey_of, markup) if sheet.grey else markup
    return found


def _grey_of(colour: re.Match[str]) -> str:
    """As light as the colour was, for a printer that has one ink."""
    digits = colour[0][1:]
    red, green, blue = (
        int(digits[at] * 2 if len(digits) == 3 else digits[2 * at : 2 * at + 2], 16)
        for at in range(3)
    )
    light = round(0.2126 * red + 0.7152 * green + 0.0722 * blue)
    return f"#{light:02X}{light:02X}{light:02X}"
