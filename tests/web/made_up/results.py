"""Made-up results that say something by their shape: stones, offers, folds, who does what now."""

from __future__ import annotations

from dataclasses import replace

from tests.web.made_up.games import FEES, line
from tests.web.made_up.parts import TWICE, choices, screen
from tests.web.made_up.screens import show
from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Chart, TableSign, Text, phrase

QUESTIONS = (
    ("Do most of us have the same problem?", "shared-umbrella", (10, 8, 6), True),
    ("Is it too big for one person?", "way-alone", (13, 7, 4), False),
    ("Would buying, selling, saving or sharing help?", "bulk-buy", (13, 4, 7), False),
    ("Do we trust each other with a little money?", "trust", (22, 2, 0), False),
    ("Would enough of us use it every week?", "this-week", (15, 0, 9), True),
    ("Do three people have time to lead, and to stop again?", "change-leader", (13, 7, 4), False),
    ("Can each of us put in something?", "put-in-share", (15, 5, 4), False),
    ("Can we wait some months before it helps?", "this-month", (14, 6, 4), False),
    ("Do we accept one vote each, and an open book?", "one-vote-each", (16, 4, 4), True),
    ("Is there a legal way here, or a safe first step?", "paperwork", (10, 9, 5), False),
)
FIT = Chart(
    kind="stones",
    title=phrase(P.STONES_TITLE),
    rows=tuple(
        replace(line(Text(text), *laid, picture=picture), heavy=heavy)
        for text, picture, laid, heavy in QUESTIONS
    ),
    totals=(),
    most=24,
    columns=choices(("Yes", "stone-yes"), ("Not yet", "stone-not-yet"), ("No", "stone-no")),
)
OFFERS = Chart(
    kind="piles",
    title=phrase(L.OFFERS),
    rows=(
        line(phrase(L.ONE_OFFER), 7_500, picture="offer-left"),
        replace(line(phrase(L.OFFER_WON), 6_000, picture="offer-won"), won=True),
        line(phrase(L.OFFER_NOT_TAKEN), 12_000, picture="offer-left"),
    ),
    totals=(),
    most=12_000,
    unit="riel",
    picture="bargain",
)
HUNDREDS = Chart(
    kind="people",
    title=phrase(L.MANY_DAYS),
    rows=(
        line(phrase(L.ALONE), 55, picture="way-alone"),
        line(phrase(L.WITH_FEE, number=1), 19, picture="fee-1"),
        line(phrase(L.WITH_FEE, number=2), 4, picture="fee-2"),
    ),
    totals=(),
    most=100,
    unit="people",
    sure=2,
)
RESULTS = {"stones": FIT, "offers": OFFERS, "hundreds": HUNDREDS}
FURTHER = replace(FEES, picture="do-vote", folded=True)
TAKEN_FURTHER = replace(OFFERS, folded=True)
FOLDED = replace(show(OFFERS), charts=(OFFERS, FURTHER, TAKEN_FURTHER))
OUTCOME = replace(
    show(TWICE, text="Start or join a cooperative"),
    heading=phrase(P.MOST_WANT),
    icon="do-decide",
    picture="way-cooperative",
    who="whole-room",
    cards=(
        Card(text=phrase(P.SOME_AGAINST, count=3), picture="thumb-down"),
        Card(text=phrase(P.MAY_SPLIT), picture="path-fork"),
    ),
    notes=(phrase(P.WAITING_FOR, count=4),),
)
AT_TABLES = screen(
    "table",
    heading=phrase(P.AT_YOUR_TABLE),
    text=Text("One stick, many sticks"),
    picture="offer-secret",
    icon="do-game",
    who="one-person",
    notes=(phrase(P.WAITING_FOR, count=4), phrase(P.PLAN_SHORTER, minutes=4)),
)
BUSY = (
    TableSign(number=1, state="works", icon="do-game"),
    TableSign(number=2, state="done"),
    TableSign(number=3, state="works", icon="do-discuss"),
    TableSign(number=4, state="empty"),
)
