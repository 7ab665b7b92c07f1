"""Screens and pages as HTML: the templates, and what they may use.

A screen is one line of HTML, so that a stream can push it as it is. The words are a `Translator`'s,
the drawings stand in the page, and every text is escaped. Nothing here knows requests, clocks or
sessions: what comes in is a value, and the same value gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from thinkcoop.app.ports import LARGEST_RECORDING
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Screen
from thinkcoop.web.assets import address
from thinkcoop.web.charts import CHART_TOOLS
from thinkcoop.web.pictures import icon, sign, sprite
from thinkcoop.web.translator import Translator, translator

__all__ = ["View", "desk_html", "page", "screen_html", "translator"]

View = Literal["phone", "table", "wall"]

TEMPLATES = Path(__file__).parent / "templates"
BETWEEN_TAGS = re.compile(r"(?<=[>}])\s*\n\s*(?=[<{])")
LINE_END = re.compile(r"\s*\n\s*")
PARTS = ("way", "words", "acts", "people", "choice", "row", "cards")
"""The pieces that all templates may use, in the order in which they use one another."""
NOTE_ICONS = {
    P.WAITING_FOR: "wait",
    P.PLAN_SHORTER: "clock",
    P.PLAN_DROPPED: "clock",
    P.PLAN_LONGER: "clock",
    P.SAID_AGAIN: "again",
    P.CARD_CANNOT: "table",
    P.ONLY_CARDS_CANNOT: "recorder",
}
"""What the wall's notes say, for whoever does not read them."""
LINKS = {"person": "person", "page": "group", "cards": "cards"}
"""Buttons that lead to a page of their own, and where."""


class OneLine(FileSystemLoader):
    """Templates without the line ends and indents that only their readers need."""

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        source, path, fresh = super().get_source(environment, template)
        return LINE_END.sub(" ", BETWEEN_TAGS.sub("", source.strip())), path, fresh


LOADER = OneLine(TEMPLATES)


def screen_html(
    screen: Screen,
    view: View,
    words: Translator,
    answer_id: str = "",
    typed: Mapping[str, str] = MappingProxyType({}),
    *,
    voice: str = "",
) -> str:
    """The inside of `<main id="screen">`. With `answer_id` it also works without JavaScript.

    `typed`: what stands in the number fields again, by name, because it was refused. `voice`: where
    the recordings lie of what the screen says (`web.voices.Voice.heard`).
    """
    return _flat(
        _screen_template(words, screen.kind, view).render(
            s=screen, view=view, aid=answer_id, plain=bool(answer_id), typed=typed, voice=voice
        )
    )


def desk_html(desk: Desk, words: Translator) -> str:
    """The inside of the convener's page."""
    return _flat(_environment(words).get_template("pages/_desk.html").render(d=desk, view="desk"))


def page(template: str, words: Translator, /, **context: object) -> str:
    """A whole page: phone, table, wall, join, back, door, notice, desk and so on."""
    return _environment(words).get_template(f"pages/{template}.html").render(context)


def _flat(html: str) -> str:
    return html.replace("\n", " ") if "\n" in html else html


@lru_cache(maxsize=2048)
def _screen_template(words: Translator, kind: str, view: View) -> Template:
    environment = _environment(words)
    if view == "wall":
        return environment.select_template([f"wall/{kind}.html", "wall/_wall.html"])
    return environment.get_template(f"screens/{kind}.html")


def _totals(words: Translator, totals: tuple[int, ...]) -> str:
    """How many took part in each step that is shown, once when it was the same number."""
    return " · ".join(words.say("took_part", count=total) for total in dict.fromkeys(totals))


@lru_cache(maxsize=64)
def _environment(words: Translator) -> Environment:
    """The templates with one language's words in them."""
    made = Environment(
        loader=LOADER,
        autoescape=True,
        undefined=StrictUndefined,
        auto_reload=False,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals |= {
        "t": words.text,
        "w": words.page,
        "say": words.say,
        "n": words.number,
        "own_digits": words.own_digits,
        "person_name": words.person,
        "roles": words.roles,
        "states": words.states,
        "role_said": words.role_said,
        "said": words.phrase,
        "said_totals": partial(_totals, words),
        "P": P,
        "language": words.language,
        "direction": words.direction,
        "digits": words.digits,
        "draft": words.draft,
        "pic": words.pictures.svg,
        "stone_pic": words.pictures.stone_svg,
        "stone_symbols": words.pictures.stone_symbols,
        "has_pic": words.pictures.has,
        "icon": icon,
        "sign": sign,
        "sprite": sprite,
        "static": address,
        "LINKS": LINKS,
        "NOTE_ICONS": NOTE_ICONS,
        "LARGEST_RECORDING": LARGEST_RECORDING,
        **CHART_TOOLS,
    }
    for part in PARTS:
        macros = vars(made.get_template(f"parts/{part}.html").module)
        made.globals |= {name: macro for name, macro in macros.items() if name[0] != "_"}
    return made
