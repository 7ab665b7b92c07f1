"""The list for those who record elsewhere: number, picture and sentence, to print."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from thinkcoop.app.narrating import name_of
from thinkcoop.app.narration import Standing
from thinkcoop.app.read_aloud import LAST_UNIT, PRODUCT_UNIT
from thinkcoop.core.module.model import Module
from thinkcoop.web.render import page
from thinkcoop.web.translator import Translator


def voice_list(module: Module, standings: Sequence[Standing], words: Translator) -> str:
    """The whole page. `words` are those of the sentences."""
    numbered = [
        {
            "name": name_of(number, each.line),
            "unit": each.line.unit,
            "picture": each.line.picture,
            "said": each.line.said,
            "state": each.state,
            "translated": each.line.translated,
        }
        for number, each in enumerate(standings, 1)
    ]
    parts = [
        (unit_title(module, int(str(unit)), words), list(rows))
        for unit, rows in groupby(numbered, key=lambda row: row["unit"])
    ]
    return page("voice_list", words, title=words.text(module.title), parts=parts)


def unit_title(module: Module, unit: int, words: Translator) -> str:
    """What a part of the list is called."""
    if unit == PRODUCT_UNIT:
        return words.say("voice_unit_product")
    if unit == LAST_UNIT:
        return words.say("voice_unit_late")
    named = next((each.title for each in module.units if each.number == unit), "")
    return words.text(named) or words.say("voice_unit", unit=unit)
