"""Made-up pages to look at: every kind of screen, form, chart and page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace as Thing
from typing import Any, Literal

import segno

from tests.web.made_up.cards import CARDS, HOLD_UP, SLIPS, WITH_WALL
from tests.web.made_up.desk import DESK, LIST, WORDS
from tests.web.made_up.games import GAMES, HUNDRED, LADDER, LAW, PILES, TWELVE, WALK_END
from tests.web.made_up.pages import CAMERAS, TYPING, VOICES
from tests.web.made_up.parts import (
    BARS,
    FACES_CHART,
    GROUPS,
    JARS,
    NOW_MS,
    NUMBERS,
    PEOPLE_6,
    POINTS,
    RIGHT,
    SAID,
    STONES,
    TABLES,
    TWICE,
    screen,
)
from tests.web.made_up.report import report_page
from tests.web.made_up.results import AT_TABLES, BUSY, FIT, FOLDED, OUTCOME, RESULTS
from tests.web.made_up.rules import RULE_ASKED, RULES_ON_WALL, RULES_TOLD
from tests.web.made_up.screens import (
    BALLOT,
    BETWEEN,
    DISCUSS,
    ENDS,
    FORMS,
    GATHER,
    HAND,
    LEFT,
    LOST,
    OVER,
    OVERVIEW,
    PAIR,
    PAUSED,
    REPORT,
    REST,
    SAY,
    SAY_READ,
    SEATED,
    THINK,
    TURN,
    TURN_ME,
    VOTED,
    WAIT,
    show,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Screen, Text, phrase
from thinkcoop.core.words import SeatNo
from thinkcoop.web.render import desk_html, page, screen_html, translator
from thinkcoop.web.translator import Translator

MODULE = Path(__file__).parents[2] / "modules" / "thinkcoop"
View = Literal["phone", "table", "wall", "desk"]


@dataclass(frozen=True)
class Sample:
    """One page to look at."""

    name: str
    view: View
    shown: Screen | None = None
    template: str = ""
    context: dict[str, Any] | Callable[[Translator], dict[str, Any]] | None = None
    """What the template is given; some of it is in the language of the page."""

    def page(self, words: Translator | None = None) -> str:
        """The whole page, in English or in these words."""
        words = words or translator("en", MODULE)
        given = dict(self.context(words) if callable(self.context) else self.context or {})
        if self.shown:
            given["screen"] = screen_html(self.shown, self.view, words, "0" * 32)  # type: ignore[arg-type]  # never desk here
        if self.template == "desk":
            given["desk"] = desk_html(given["desk"], words)
        return page(self.template, words, **given)


PUSHED = {
    "session": "K7RM",
    "version": 12,
    "now_ms": NOW_MS,
    "stream": "",
    "notice": None,
    "refresh": False,
}
PHONE = {**PUSHED, "picture": "p-buffalo", "name": "", "code": "4821"}
TABLE = {**PUSHED, "table": 3}
QR = segno.make("http://192.168.1.20/s/K7RM/", error="m", micro=False).svg_inline(
    border=2, omitsize=True, dark="#000", light="#fff"
)
WALL = {**PUSHED, "address": "192.168.1.20", "code": "K7RM", "qr": QR}


def phone(name: str, shown: Screen, **more: object) -> Sample:
    """A screen on a phone."""
    return Sample(f"phone-{name}", "phone", shown, "phone", {**PHONE, **more})


def table(name: str, shown: Screen) -> Sample:
    """A screen on a table's device."""
    return Sample(f"table-{name}", "table", shown, "table", TABLE)


def wall(name: str, shown: Screen) -> Sample:
    """A screen on the wall, with the tables and the people."""
    return Sample(
        f"wall-{name}",
        "wall",
        replace(shown, tables=shown.tables or TABLES, here=23, expected=25),
        "wall",
        WALL,
    )


SHOWS = {
    "bars": BARS,
    "twice": TWICE,
    "right": RIGHT,
    "points": POINTS,
    "groups": GROUPS,
    "numbers": NUMBERS,
    "faces": FACES_CHART,
    "jars": JARS,
    "words": SAID,
    **PILES,
    **RESULTS,
}
PLAIN = {
    "gather": GATHER,
    "seated": SEATED,
    "say-read": SAY_READ,
    "say": SAY,
    "think": THINK,
    "turn-me": TURN_ME,
    "turn": TURN,
    "pair": PAIR,
    "discuss": DISCUSS,
    "ends": ENDS,
    "ballot": BALLOT,
    "voted": VOTED,
    "report": REPORT,
    "break": REST,
    "wait": WAIT,
    "paused": PAUSED,
    "between": BETWEEN,
    "over": OVER,
    "left": LEFT,
    "lost": LOST,
    "way-end": WALK_END,
    "law": LAW,
    "ladder": LADDER,
    "rule-told": RULES_TOLD,
    "rule": RULE_ASKED,
    "outcome": OUTCOME,
    "folded": FOLDED,
    **CARDS,
}
assert FORMS["one"].form
IN_HAND = replace(FORMS["one"].form, seat=SeatNo(2))
TABLE_SEAT = {
    "hand": HAND,
    "table": OVERVIEW,
    "turn": TURN_ME,
    "discuss": replace(DISCUSS, role=""),
    "ask-one": replace(FORMS["one"], people=PEOPLE_6[:1], form=IN_HAND),
    "ask-money": FORMS["money"],
    "ask-sort": FORMS["sort"],
    "ballot": BALLOT,
    "say": SAY_READ,
    "show": show(BARS),
    "show-money": show(PILES["money"]),
    "show-stones": show(FIT),
    "ask-heap": GAMES["heap"],
    "ask-beans": GAMES["beans"],
    "ask-told": GAMES["told"],
    "ask-way": GAMES["way"],
    "rules": RULES_TOLD,
    "ask-rule": RULE_ASKED,
    "pair": replace(PAIR, people=PEOPLE_6, picture="do-pair"),
    **CARDS,
}
WALLS = {
    "gather": replace(
        GATHER,
        text=phrase(P.COME_IN),
        notes=(phrase(P.STARTS_WHEN, time="8:30", expected=25),),
        join=True,
        stones=STONES,
    ),
    "seated": replace(SEATED, text=phrase(P.FIND_TABLE), people=(), picture="table-people"),
    "say": replace(SAY, buttons=()),
    "short": screen(
        "say",
        heading=phrase(P.LISTEN),
        icon="listen",
        text=Text("Everyone has troubles at work."),
        picture="stall-and-tuktuk",
    ),
    "think": THINK,
    "turn": replace(TURN, heading=phrase(P.AT_YOUR_TABLE), people=(), picture="do-round"),
    "ask": FORMS["one"],
    "ask-eight": FORMS["several"],
    "ballot": BALLOT,
    "show-bars": show(BARS),
    "show-twice": show(TWICE),
    "show-right": show(RIGHT, text="One vote or more?"),
    "show-groups": show(GROUPS),
    "show-numbers": show(NUMBERS),
    "show-jars": show(JARS),
    "show-words": show(SAID),
    "show-points": show(POINTS),
    "show-faces": show(FACES_CHART),
    "show-twelve": show(TWELVE, text="What each has after the rains"),
    "show-beans": show(PILES["beans"]),
    "show-coins": show(PILES["coins"]),
    "show-curve": show(PILES["curve"]),
    "show-people": show(HUNDRED),
    "show-fees": show(PILES["fees"]),
    "show-stones": show(FIT, text="The stones of the room. Each no is worth a talk."),
    "outcome": OUTCOME,
    "at-tables": replace(AT_TABLES, tables=BUSY),
    "show-two": replace(show(PILES["coins"]), charts=(PILES["coins"], PILES["fees"])),
    "roll": GAMES["roll"],
    "law": LAW,
    "ladder": LADDER,
    "rules": RULES_ON_WALL,
    "ask-rule": RULE_ASKED,
    "report": replace(REPORT, heading=None, text=phrase(P.REPORT_LISTEN, table=2), people=()),
    "break": REST,
    "wait": WAIT,
    "paused": PAUSED,
    "over": OVER,
    "between": BETWEEN,
    **HOLD_UP,
    **WITH_WALL,
}

SCREENS: tuple[Sample, ...] = (
    *(phone(name, shown) for name, shown in PLAIN.items()),
    *(phone(f"ask-{name}", shown) for name, shown in FORMS.items()),
    *(phone(f"ask-{name}", shown) for name, shown in GAMES.items()),
    *(phone(f"show-{name}", show(chart)) for name, chart in SHOWS.items()),
    *(table(name, shown) for name, shown in TABLE_SEAT.items()),
    *(wall(name, shown) for name, shown in WALLS.items()),
)

PICTURES = tuple(sorted(path.stem for path in (MODULE.parent / "_pictures").glob("p-*.svg")))
JOIN: dict[str, Any] = {
    "session": "K7RM",
    "answer": "0" * 32,
    "chosen": {},
    "action": "join",
    "person": False,
    "back_url": "back",
    "languages": (("en", "English"), ("km", "ខ្មែរ")),
    "notice": None,
    "choices": (),
}
PEOPLE_CHOICES = tuple(
    Thing(id=name, text="", picture=name, taken=i in (3, 7)) for i, name in enumerate(PICTURES)
)
TRADES = tuple(
    Thing(id=pic, text=text, picture=pic, taken=False)
    for text, pic in (
        ("I drive people or goods", "tuk-tuk"),
        ("I sell in a market", "market-stall"),
        ("I cook and sell food", "food-cart"),
        ("I farm or fish", "farmer"),
        ("I sew or make things", "sewing"),
        ("I build or repair", "builder"),
        ("I clean or keep house", "cleaner"),
        ("I carry or collect waste", "waste-cart"),
        ("I bring people together", "organizer"),
        ("I do other work", "other-work"),
    )
)
PAGES: tuple[Sample, ...] = (
    Sample("page-report", "phone", None, "report", report_page),
    Sample(
        "page-join-picture",
        "phone",
        None,
        "join",
        {**JOIN, "part": "picture", "choices": PEOPLE_CHOICES},
    ),
    Sample(
        "page-join-trade",
        "phone",
        None,
        "join",
        {**JOIN, "part": "trade", "choices": TRADES, "chosen": {"picture": "p-buffalo"}},
    ),
    Sample(
        "page-join-reads",
        "phone",
        None,
        "join",
        {**JOIN, "part": "reads", "chosen": {"picture": "p-buffalo", "trade": "driver"}},
    ),
    Sample(
        "page-join-name",
        "phone",
        None,
        "join",
        {
            **JOIN,
            "part": "name",
            "chosen": {"picture": "p-buffalo", "trade": "driver", "reads": "1"},
        },
    ),
    Sample(
        "page-back-picture",
        "phone",
        None,
        "back",
        {
            "session": "K7RM",
            "part": "picture",
            "choices": PEOPLE_CHOICES[:9],
            "chosen": {},
            "notice": None,
        },
    ),
    Sample(
        "page-back-code",
        "phone",
        None,
        "back",
        {
            "session": "K7RM",
            "part": "code",
            "choices": (),
            "chosen": {"picture": "p-buffalo"},
            "places": (("phone", "number_on_phone"), ("card-hand", "number_on_card")),
            "notice": "This number does not fit your picture. Please try again.",
        },
    ),
    Sample(
        "page-table-choice",
        "table",
        None,
        "table_choice",
        {"session": "K7RM", "answer": "a" * 32, "tables": (1, 2), "notice": None},
    ),
    Sample("page-door", "phone", None, "door", {"notice": None, "desk": True}),
    Sample(
        "page-notice",
        "phone",
        None,
        "notice",
        {
            "words": "There is no meeting with this code. Look at the wall and try again.",
            "link": "/",
            "link_words": "Go on",
        },
    ),
    Sample("page-pin", "phone", None, "pin", {"notice": None, "next": "/desk/"}),
    Sample("page-slips", "phone", None, "slips", {"parts": SLIPS, "can_print": True}),
    Sample("page-desk-list", "desk", None, "desk_list", LIST),
    Sample("page-words", "desk", None, "words", {"terms": WORDS, "notice": None}),
    Sample(
        "page-desk",
        "desk",
        None,
        "desk",
        {
            **PUSHED,
            "desk": DESK,
            "addresses": ("http://192.168.1.20/s/K7RM/",),
            "wall_url": "/s/K7RM/wall",
            "code": "K7RM",
            "qr": QR,
            "meeting_due": False,
        },
    ),
    Sample(
        "page-desk-gather",
        "desk",
        None,
        "desk",
        {
            **PUSHED,
            "desk": replace(DESK, phase="gathering", plan=(), step=None, questions=()),
            "addresses": ("http://192.168.1.20/s/K7RM/",),
            "wall_url": "/s/K7RM/wall",
            "code": "K7RM",
            "qr": QR,
            "meeting_due": True,
        },
    ),
    phone("panel", THINK, tongues=LIST["own_languages"], has_cards=True),
    Sample("page-slips-to-print", "phone", None, "slips", {"parts": SLIPS[:1], "can_print": False}),
    *(Sample(name, "phone", None, "cards", given) for name, given in CAMERAS.items()),
    *(Sample(name, "desk", None, template, given) for name, (template, given) in TYPING.items()),
    *(Sample(name, "desk", None, template, given) for name, (template, given) in VOICES.items()),
    phone("notice", THINK, notice="That question is closed now. Look for the next one."),
)
