"""Made-up pages that no stream pushes: cards read by a camera, forms typed in, voices recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from types import SimpleNamespace as Thing
from typing import Any

from tests.web.made_up.parts import TROUBLES
from thinkcoop.core.paper.entry import EntryChoice, EntryField, EntryKind
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.screens.screen import Text
from thinkcoop.core.session.state import TypedForm
from thinkcoop.core.words import AnswerId, SeatNo, StepId
from thinkcoop.web.takes import Take
from thinkcoop.web.translator import Translator
from thinkcoop.web.typed_forms import Difference, Pile, Posted

NAME = AnswerId("0" * 32)
SEATS = tuple(SeatNo(at) for at in range(1, 13))
CAMERA: dict[str, Any] = {
    "session": "K7RM",
    "pictures": dict(zip(SEATS, PEOPLE, strict=False)),
    "told": "",
    "reads": True,
    "reads_here": True,
    "back_url": "/s/K7RM/",
    "most": 12,
    "notice": None,
    "next_ms": None,
}
WAITS = Take(asked=12, counted=0, missing=SEATS)
SOME = Take(asked=12, counted=0, seen=SEATS[:7], missing=SEATS[7:])
TWO_SIDES = Take(
    asked=12,
    counted=3,
    seen=SEATS[3:8],
    missing=SEATS[8:10],
    disagree=SEATS[10:11],
    to_turn=SEATS[11:],
    questions=(StepId("my-trouble"),),
)
CAMERAS = {
    "page-cards-first": {**CAMERA, "take": WAITS},
    "page-cards-some": {**CAMERA, "take": SOME},
    "page-cards-differ": {**CAMERA, "take": TWO_SIDES},
    "page-cards-dark": {
        **CAMERA,
        "take": WAITS,
        "told": "No card was seen in this picture. Go nearer, or to the light.",
    },
    "page-cards-whole": {**CAMERA, "take": Take(asked=12, counted=0, seen=SEATS)},
    "page-cards-in": {
        **CAMERA,
        "take": Take(asked=12, counted=12),
        "told": "All cards are in. Thank you!",
    },
    "page-cards-none": {**CAMERA, "take": Take(asked=0, counted=0)},
    "page-cards-by-hand": {**CAMERA, "take": WAITS, "reads": False, "reads_here": False},
}


def choices(letters: str = "abcd") -> tuple[EntryChoice, ...]:
    """A key for each trouble."""
    return tuple(
        EntryChoice(key=letter, text=one.text, picture=one.picture)
        for letter, one in zip(letters, TROUBLES, strict=False)
    )


def asked(number: int, kind: EntryKind, **more: object) -> EntryField:
    """A question of a form on paper."""
    field = EntryField(
        number=number,
        step=StepId(f"q-{kind}"),
        text=Text("Which trouble costs you most?"),
        picture="do-ask",
        kind=kind,
        choices=choices(),
        keys="abcd",
    )
    return replace(field, **more)  # type: ignore[arg-type]  # each is a field of its type


FIELDS = (
    asked(1, "one", typed="b"),
    asked(2, "several", typed="ac"),
    asked(3, "order"),
    asked(4, "levels", keys="012", columns=choices("012")),
    asked(5, "groups", columns=choices("ab")),
    asked(6, "number", unit=Text("riel")),
    asked(7, "words", choices=(), keys=""),
)
WRITTEN = Posted(
    number=12,
    seat=SeatNo(0),
    trade="",
    entry="first",
    answer=NAME,
    replaces=False,
    texts={},
    settled={},
)
TYPED = tuple(
    TypedForm(
        number=number,
        seat=SeatNo(0),
        trade="seller",
        place=number - 1,
        answers={},
        ids=(NAME,),
        twice=number == 1,
        differed=1 if number == 1 else 0,
    )
    for number in range(1, 6)
)
PILE = Pile(typed=TYPED, expected=25, waiting=TYPED[3:4], drawn=2, twice=1, compared=7, differed=1)
VOTE = Thing(key=StepId("vote"), text=Text("Who shall keep the money?"), options=TROUBLES)
START: dict[str, Any] = {
    "pile": PILE,
    "people": PEOPLE,
    "told": "Form 5 (bee) is kept.",
    "notice": None,
    "typed_already": 0,
    "asked": "",
    "ballots": [VOTE],
    "counts": {VOTE.key: Thing(total=20, counts=(7, 5, 4, 4))},
    "fresh": lambda: NAME,
}
TRADES = (
    Thing(id="driver", text="I drive people or goods", picture="tuk-tuk"),
    Thing(id="seller", text="I sell in a market", picture="market-stall"),
)
FORM: dict[str, Any] = {
    "form": WRITTEN,
    "picture": PEOPLE[11],
    "fields": FIELDS,
    "wrong": {},
    "seats": (),
    "trades": TRADES,
    "pile": PILE,
    "notice": None,
}
TYPING = {
    "page-typing": ("typing", START),
    "page-typing-again": (
        "typing",
        {
            **START,
            "told": "",
            "notice": "There is no form with this number or animal.",
            "typed_already": 3,
            "asked": "99",
            "pile": replace(PILE, typed=(), waiting=(), twice=0),
        },
    ),
    "page-typing-form": ("typing_form", FORM),
    "page-typing-wrong": (
        "typing_form",
        {
            **FORM,
            "form": replace(WRITTEN, entry="second"),
            "wrong": {FIELDS[2].step: "This answer is not one of those that can be chosen."},
            "notice": "Something does not fit. Look at the marked questions.",
        },
    ),
    "page-typing-whose": (
        "typing_form",
        {**FORM, "seats": (Thing(number=4, table=2), Thing(number=9, table=0))},
    ),
    "page-typing-differ": (
        "typing_differ",
        {
            **FORM,
            "differences": (
                Difference(field=FIELDS[0], said=("a", "b")),
                Difference(field=FIELDS[2], said=("acd", "")),
                Difference(field=FIELDS[5], said=("500", "5000")),
            ),
            "notice": "The two entries are not the same. What does the paper say?",
        },
    ),
}


def recording(words: Translator) -> dict[str, Any]:
    """One sentence to read aloud, of a language that has some recordings."""
    work = Thing(language=words.language, address="/desk/voice/thinkcoop/km", words=words)
    line = Thing(
        key="24e25c60f89ccbf2",
        said=words.text(Text("Say your trouble and what it cost you last month.")),
        picture="do-round",
        translated=True,
    )
    parts = (("Arriving", 6, 6), ("Who is here", 3, 8), ("Problems we share", 0, 11))
    strip = tuple(
        Thing(title=words.text(Text(title)), done=done, all=of, now=at == 1, first=at * 9 + 1)
        for at, (title, done, of) in enumerate(parts)
    )
    return {
        "work": work,
        "module_title": "Think.Coop",
        "tongue": "ភាសាខ្មែរ",
        "line": line,
        "state": "old",
        "unit": strip[1].title,
        "heard": "/voice/thinkcoop/km/0123456789",
        "at": 10,
        "counts": {"missing": 15, "recorded": 9, "synthetic": 0, "out of date": 1},
        "all": 25,
        "done": 9,
        "before": 9,
        "after": 11,
        "every": False,
        "strip": strip,
        "said": "0" * 16,
        "lack": "",
    }


VOICES: dict[str, tuple[str, dict[str, Any] | Callable[[Translator], dict[str, Any]]]] = {
    "page-voice-choose": (
        "voice_choose",
        {
            "modules": [
                (
                    "Think.Coop",
                    [
                        {
                            "address": "/desk/voice/thinkcoop/km",
                            "name": "ខ្មែរ",
                            "done": 9,
                            "all": 25,
                        },
                        {
                            "address": "/desk/voice/thinkcoop/en",
                            "name": "English",
                            "done": 0,
                            "all": 25,
                        },
                    ],
                )
            ]
        },
    ),
    "page-voice-record": ("voice_record", recording),
    "page-voice-lack": (
        "voice_record",
        lambda words: {
            **recording(words),
            "state": "missing",
            "heard": "",
            "lack": "Recording needs a part that is missing here.",
        },
    ),
    "page-voice-list": (
        "voice_list",
        {
            "title": "Think.Coop",
            "parts": [
                (
                    "Arriving",
                    [
                        Thing(
                            name=f"00{at}-24e2",
                            state=state,
                            picture="do-round",
                            said="Say your trouble and what it cost you last month.",
                            translated=at != 2,
                        )
                        for at, state in enumerate(("recorded", "out of date", "missing"), 1)
                    ],
                )
            ],
        },
    ),
    "page-voice-report": (
        "voice_report",
        {"sentences": ["2 files are kept.", "003: too short."], "address": "/desk/voice/x/km"},
    ),
}
