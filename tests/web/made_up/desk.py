"""A made-up desk: a meeting that runs, the list of all meetings, the words of this place."""

from __future__ import annotations

from types import SimpleNamespace as Thing

from tests.web.made_up.cards import AT_THE_DESK
from tests.web.made_up.parts import BAR, STONES
from thinkcoop.core.screens.desk_page import Desk, DeskRow, DeskTable
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.core.words import Millis

DESK = Desk(
    phase="running",
    paused=False,
    meeting=1,
    meetings=1,
    here=23,
    away=1,
    left=1,
    guests=2,
    expected=25,
    tables=(
        DeskTable(number=1, here=5, away=0, device=False, unclear=0, readers=3, state="done"),
        DeskTable(number=2, here=5, away=1, device=False, unclear=2, readers=1, state="works"),
        DeskTable(number=3, here=6, away=0, device=True, unclear=0, readers=2, state="works"),
    ),
    activity="Problems we share",
    step=Text("Say your trouble and what it cost you last month."),
    waiting_for=4,
    bar=BAR,
    stones=STONES,
    starts_at=Millis(0),
    ends_at=Millis(21_600_000),
    bank_ms=-240_000,
    plan_change=phrase(P.PLAN_SHORTER, minutes=4),
    plan=(
        DeskRow(title="Arriving", planned_min=20, used_min=22, state="done", met=91),
        DeskRow(title="Who is here", planned_min=20, used_min=22, state="done", met=87),
        DeskRow(title="Problems we share", planned_min=25, used_min=None, state="now", met=None),
        DeskRow(title="Two donkeys", planned_min=10, used_min=None, state="dropped", met=None),
        DeskRow(title="We choose", planned_min=30, used_min=None, state="to_come", met=None),
    ),
    questions=(("money", "Can we lose our house?"), ("rules", "")),
    cards=AT_THE_DESK,
    old_content=False,
    draft=True,
)
MODULES = (
    Thing(
        id="thinkcoop",
        title="Think.Coop",
        old=True,
        draft=True,
        countries=(("kh", "Cambodia"),),
        editions=(
            Thing(id="full", title="The whole day", minutes=360, meetings=1),
            Thing(id="core", title="The short day", minutes=170, meetings=1),
            Thing(id="meetings", title="Five meetings of 45 minutes", minutes=225, meetings=5),
        ),
    ),
)
LIST = {
    "sessions": (
        Thing(code="K7RM", module="Think.Coop", edition="The whole day", phase="running", here=23),
        Thing(code="B2XD", module="Think.Coop", edition="The short day", phase="over", here=0),
    ),
    "modules": MODULES,
    "languages": (("en", "English"), ("km", "ខ្មែរ")),
    "own_languages": (("en", "English"), ("es", "Español"), ("km", "ភាសាខ្មែរ ១២៣")),
    "defaults": Thing(start="08:30", end="15:30", expected=25),
    "notice": None,
    "addresses": ("http://192.168.1.20/",),
}
WORDS = tuple(
    Thing(
        language="km",
        language_name="ភាសាខ្មែរ",
        field=f"km-{number}",
        term=Thing(en=english, choices=choices, note=note),
        now=now,
        own=own,
    )
    for number, (english, choices, note, now, own) in enumerate(
        (
            ("cooperative", ("សហករណ៍", "សហគមន៍"), "Try it with the people here.", "សហគមន៍", ""),
            ("member", ("សមាជិក", "បងប្អូន"), None, "មិត្ត", "មិត្ត"),
        )
    )
)
