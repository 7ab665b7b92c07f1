"""Made-up parts of screens: people as pictures, options, buttons, charts."""

from __future__ import annotations

from typing import Any

from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import (
    Bar,
    Button,
    Chart,
    ChartRow,
    Choice,
    Form,
    Person,
    Screen,
    Sign,
    Stone,
    TableSign,
    Text,
    Words,
    phrase,
)
from thinkcoop.core.words import Millis, SeatNo, StepId

STONES = tuple(
    Stone(state=state, rest=rest)  # type: ignore[arg-type]  # the states are written out below
    for state, rest in (
        ("done", False),
        ("done", False),
        ("done", True),
        ("now", False),
        ("to_come", False),
        ("to_come", True),
        ("to_come", False),
        ("to_come", False),
    )
)
BAR = Bar(opens_at=Millis(0), closes_at=Millis(120_000))
NOW_MS = 45_000
SIGNS: tuple[Sign, ...] = ("A", "B", "C", "D")
STEP = StepId("my-trouble")


def choices(*pairs: tuple[str, str]) -> tuple[Choice, ...]:
    """Options with signs, when there are four at most."""
    signed = len(pairs) <= len(SIGNS)
    return tuple(
        Choice(value=i, text=Text(text), picture=picture, sign=SIGNS[i] if signed else "")
        for i, (text, picture) in enumerate(pairs)
    )


def person(seat: int, picture: str, state: str, role: str = "") -> Person:
    """Somebody at the table."""
    return Person(seat=SeatNo(seat), picture=f"p-{picture}", state=state, role=role)  # type: ignore[arg-type]  # checked by eye


TROUBLES = choices(
    ("What I buy costs too much", "price-up"),
    ("I have no safe place to work", "no-parking"),
    ("I have no money when luck is bad", "empty-purse"),
    ("Nobody listens to people like us", "nobody-listens"),
)
SKILLS = choices(
    ("Driving and fixing", "tuk-tuk"),
    ("Buying and selling", "market-stall"),
    ("Cooking or making things", "food-cart"),
    ("Counting and keeping books", "account-book"),
    ("Speaking up for others", "role-reporter"),
    ("Calming a quarrel", "handshake"),
    ("Using a phone well", "phone"),
    ("Bringing people together", "organizer"),
)
THREE = choices(
    ("One vote, like everyone", "votes-by-head"),
    ("More votes than others", "votes-by-money"),
    ("I do not know yet", "question-mark"),
)
FACES = (
    Choice(value=0, text=phrase(P.FACE_GOOD), picture="face-good"),
    Choice(value=1, text=phrase(P.FACE_SO), picture="face-so", chosen=True),
    Choice(value=2, text=phrase(P.FACE_BAD), picture="face-bad"),
)
PEOPLE_6 = (
    person(1, "buffalo", "now"),
    person(2, "lotus", "was", "reader"),
    person(3, "fish", "waits", "timekeeper"),
    person(4, "drum", "waits", "reporter"),
    person(5, "palm", "was", "encourager"),
    person(6, "umbrella", "away", "recorder"),
)
DONE = Button(act="done", words=phrase(P.DONE), icon="done", main=True)
READY = Button(act="done", words=phrase(P.READY), icon="done", main=True)
PASS = Button(
    act="turn", words=phrase(P.PASS), icon="pass", fields=(("speaker", "1"), ("passed", "1"))
)
END_TURN = Button(
    act="turn", words=phrase(P.DONE), icon="done", main=True, fields=(("speaker", "1"),)
)
NOT_CLEAR = Button(act="unclear", words=phrase(P.NOT_CLEAR), icon="not-clear")
MORE = Button(act="more", words=phrase(P.MORE_TIME), icon="more-time")
RATHER_NOT = Button(act="pass", words=phrase(P.RATHER_NOT), icon="pass")
ONLY_YOU = phrase(P.ONLY_YOU)


def screen(kind: str, **more: object) -> Screen:
    """A screen in the middle of the day."""
    given: dict[str, Any] = {"stones": STONES, "bar": BAR, "step": STEP, **more}
    return Screen(kind=kind, **given)  # type: ignore[arg-type]  # kinds are written out below


def ask(text: str, form: Form, *, picture: str = "do-ask", **more: object) -> Screen:
    """A question for one person."""
    given: dict[str, Any] = {
        "heading": phrase(P.ANSWER_ALONE),
        "icon": "secret",
        "notes": (ONLY_YOU,),
        "buttons": (RATHER_NOT, NOT_CLEAR),
        **more,
    }
    return screen("ask", text=Text(text), form=form, picture=picture, **given)


def rows(*given: tuple[Words, str, tuple[int, ...]], right: int = -1) -> tuple[ChartRow, ...]:
    """Lines of a result."""
    signed = len(given) <= len(SIGNS)
    return tuple(
        ChartRow(text=t, picture=p, sign=SIGNS[i] if signed else "", values=v, right=i == right)
        for i, (t, p, v) in enumerate(given)
    )


def troubles(*values: tuple[int, ...], right: int = -1) -> tuple[ChartRow, ...]:
    """How many chose each trouble."""
    return rows(
        *((c.text, c.picture, v) for c, v in zip(TROUBLES, values, strict=True)), right=right
    )


BARS = Chart(
    kind="bars",
    title=Text("Which trouble costs you most?"),
    rows=troubles((9,), (4,), (7,), (3,)),
    totals=(23,),
    most=23,
)
TWICE = Chart(
    kind="twice",
    title=phrase(P.BEFORE_AND_NOW),
    rows=troubles((9, 6), (4, 4), (7, 12), (3, 1)),
    totals=(23, 23),
    most=23,
)
RIGHT = Chart(
    kind="bars",
    title=Text("How many votes does she get?"),
    rows=rows(
        *((c.text, c.picture, (v,)) for c, v in zip(THREE, (12, 7, 4), strict=True)), right=0
    ),
    totals=(23,),
    most=23,
    because=Text("In a cooperative each member has one vote, with much money or little."),
)
POINTS = Chart(
    kind="points",
    title=Text("The most important rules"),
    rows=tuple(
        ChartRow(text=c.text, picture=c.picture, sign="", values=(v,))
        for c, v in zip(SKILLS[:6], (22, 35, 8, 51, 12, 3), strict=True)
    ),
    totals=(23,),
    most=69,
)
GROUPS_OF = choices(("Good side", "thumb-up"), ("Cost", "thumb-down"), ("It depends", "thumb-flat"))
CARDS = choices(
    ("Buy ice together", "ice-block"),
    ("Meet every month", "monthly-meeting"),
    ("Share the loss", "who-pays-loss"),
    ("Decide slowly", "slow-decision"),
    ("Bargain as one", "bargain"),
)
GROUPS = Chart(
    kind="groups",
    title=Text("Good side or cost?"),
    rows=tuple(
        ChartRow(
            text=c.text, picture=c.picture, sign="", values=v, belongs=(0, 1, -1, 1, 0)[c.value]
        )
        for c, v in zip(CARDS, ((5, 0, 1), (1, 4, 1), (2, 2, 2), (0, 6, 0), (6, 0, 0)), strict=True)
    ),
    totals=(6,),
    most=6,
    columns=GROUPS_OF,
)
NUMBERS = Chart(
    kind="numbers",
    title=Text("What did the trouble cost you last month?"),
    rows=(
        ChartRow(text=phrase(P.NUMBER_LEAST), picture="", sign="", values=(5_000,)),
        ChartRow(text=phrase(P.NUMBER_MIDDLE), picture="", sign="", values=(40_000,)),
        ChartRow(text=phrase(P.NUMBER_MOST), picture="", sign="", values=(120_000,)),
    ),
    totals=(21,),
    most=120_000,
)
FACES_CHART = Chart(
    kind="faces",
    title=Text("How do you feel right now?"),
    rows=tuple(
        ChartRow(text=c.text, picture=c.picture, sign="", values=v)
        for c, v in zip(FACES, ((14,), (6,), (3,)), strict=True)
    ),
    totals=(23,),
    most=23,
)
JARS = Chart(
    kind="jars",
    title=Text("Who has spoken, by table"),
    rows=tuple(
        ChartRow(text=phrase(P.TABLE, table=i + 1), picture="", sign="", values=(v,))
        for i, v in enumerate((6, 5, 5, 3, 4))
    ),
    totals=(),
    most=6,
)
SAID = Chart(
    kind="words",
    title=Text("What we want to learn"),
    rows=tuple(
        ChartRow(text=Text(word), picture="", sign="", values=(v,))
        for word, v in (
            ("To keep a cash book", 2),
            ("How to ask the hotel for a fair price", 1),
            ("Cooking for many", 1),
            ("Fix a motor", 3),
        )
    ),
    totals=(7,),
    most=3,
)
TABLES = tuple(
    TableSign(number=i, state=state)  # type: ignore[arg-type]  # the states are written out here
    for i, state in ((1, "done"), (2, "works"), (3, "works"), (4, "done"), (5, "empty"))
)
LONG = (
    "There is no teacher today. You know your own work best. We read aloud in turn. "
    "If you do not like to read, hand it on. That is fine."
)
STORY = (
    "People who have talked find it easier to work together. Small talk helps too. "
    "So we start with a good talk. Each of us knows things that others do not."
)
