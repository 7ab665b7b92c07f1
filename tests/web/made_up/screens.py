"""Made-up screens, one for each thing that people do."""

from __future__ import annotations

from dataclasses import replace

from tests.web.made_up.parts import (
    BAR,
    CARDS,
    DONE,
    END_TURN,
    FACES,
    GROUPS_OF,
    LONG,
    MORE,
    NOT_CLEAR,
    ONLY_YOU,
    PASS,
    PEOPLE_6,
    RATHER_NOT,
    READY,
    SKILLS,
    STORY,
    THREE,
    TROUBLES,
    ask,
    choices,
    person,
    screen,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Button, Chart, Choice, Form, Screen, Text, phrase
from thinkcoop.core.words import Millis, StepId

SORTED = tuple(replace(card, place=(0, 1, None, None, None)[i]) for i, card in enumerate(CARDS))
RANKED = tuple(replace(one, place={1: 1, 3: 2}.get(one.value)) for one in SKILLS[:6])
LEVELS = tuple(
    Choice(value=i, text=Text(t), picture="") for i, t in enumerate(("Not at all", "Some", "Much"))
)
AROUND = tuple(
    replace(one, place=(2, 0, 1, 0, 0, 1)[one.value])
    for one in choices(
        ("Customers", "customer"),
        ("Fellow drivers", "fellow-driver"),
        ("Supplier", "supplier"),
        ("Money lender", "lender"),
        ("Officials", "official"),
        ("My family", "family"),
    )
)
WHEN = choices(("Tomorrow", "tomorrow"), ("This week", "this-week"), ("This month", "this-month"))

FORMS: dict[str, Screen] = {
    "one": ask(
        "Which trouble costs you most?",
        Form(
            kind="one",
            choices=tuple(replace(c, chosen=c.value == 1) for c in TROUBLES),
            answered=True,
        ),
        notes=(ONLY_YOU, phrase(P.MAY_CHANGE)),
    ),
    "one-three": ask(
        "Lina puts more money than the others into a cooperative. How many votes does she get?",
        Form(kind="one", choices=THREE),
    ),
    "one-eight": ask("Which of these could you teach to others?", Form(kind="one", choices=SKILLS)),
    "scale": ask(
        "How well could you tell a friend what a cooperative is?",
        Form(kind="scale", choices=FACES),
        picture="question-mark",
    ),
    "several": ask(
        "Which of these could you teach to others? Choose up to three.",
        Form(
            kind="several",
            choices=tuple(replace(c, chosen=c.value in (0, 3)) for c in SKILLS),
            at_most=3,
        ),
    ),
    "number": ask(
        "How many days did you work last month?",
        Form(kind="number", lowest=0, highest=31, unit=Text("days"), number=12),
        picture="this-month",
    ),
    "money": ask(
        "What did the trouble cost you last month?",
        Form(kind="money", lowest=0, highest=10_000_000, unit=Text("riel"), number=27_500),
        picture="loss",
    ),
    "words-spoken": ask(
        "What is the first thing our group should do?",
        Form(kind="words", answered=True, spoken=True),
        picture="try-small",
    ),
    "words": ask(
        "What is the first thing our group should do?", Form(kind="words"), picture="try-small"
    ),
    "rank": ask(
        "Which three rules are the most important?",
        Form(kind="rank", choices=RANKED, at_most=3),
        heading=phrase(P.ANSWER_TABLE),
        icon="recorder",
        role="recorder",
    ),
    "sort": ask(
        "Is this a good side, a cost, or does it depend?",
        Form(kind="sort", choices=SORTED, columns=GROUPS_OF, for_table=True),
        heading=phrase(P.ANSWER_TABLE),
        icon="recorder",
    ),
    "map": ask("Who does your work depend on?", Form(kind="map", choices=AROUND, columns=LEVELS)),
    "promise": ask(
        "What will you do, and by when?",
        Form(
            kind="promise",
            choices=choices(
                ("Talk at home", "talk-home"),
                ("Visit a group", "visit-group"),
                ("Start saving", "start-saving"),
                ("Ask someone who knows", "ask-someone"),
                ("Wait and think", "way-wait"),
            ),
            columns=WHEN,
        ),
    ),
}
BALLOT = screen(
    "ballot",
    heading=phrase(P.VOTE_SECRET),
    icon="secret",
    text=Text("Do we want to go on together?"),
    form=Form(
        kind="ballot",
        choices=choices(
            ("Yes, start small", "stone-yes"),
            ("Not yet", "stone-not-yet"),
            ("No, this is not for us", "stone-no"),
        ),
    ),
    notes=(phrase(P.NOBODY_LINKS),),
    buttons=(RATHER_NOT, NOT_CLEAR),
)
VOTED = screen(
    "ballot",
    heading=phrase(P.VOTED),
    icon="do-vote",
    text=Text("Do we want to go on together?"),
    picture="way-cooperative",
    form=Form(kind="ballot", answered=True),
    notes=(phrase(P.NOBODY_LINKS), phrase(P.WAITING_FOR, count=7)),
)
TURN_ME = screen(
    "turn",
    heading=phrase(P.YOUR_TURN),
    icon="speak",
    text=Text("Say your trouble and what it cost you last month."),
    people=PEOPLE_6,
    buttons=(END_TURN, PASS, MORE),
    notes=(phrase(P.PASS_IS_FREE),),
    speaking=True,
)
TURN = screen(
    "turn",
    heading=phrase(P.SPEAKS_NOW),
    icon="listen",
    text=Text("Say your trouble and what it cost you last month."),
    people=PEOPLE_6,
    role="timekeeper",
    buttons=(NOT_CLEAR,),
)
DISCUSS = screen(
    "discuss",
    heading=phrase(P.WHO_WAS_QUIET),
    icon="encourager",
    text=Text("What is strong at our table? What is missing?"),
    picture="do-discuss",
    people=PEOPLE_6,
    role="encourager",
    buttons=(DONE, NOT_CLEAR, MORE),
)
GATHER = screen(
    "gather",
    step=StepId(""),
    bar=None,
    heading=phrase(P.WELCOME),
    text=phrase(P.SEAT_YOURS),
    picture="welcome",
    notes=(
        phrase(P.HERE_OF, here=12, expected=25),
        phrase(P.STARTS_WHEN, time="8:30", expected=25),
    ),
)
SEATED = screen(
    "seated",
    step=StepId(""),
    bar=None,
    text=phrase(P.GO_TO_TABLE, table=3),
    heading=phrase(P.WELCOME),
    table=3,
    people=PEOPLE_6,
)
SAY_READ = screen(
    "say",
    heading=phrase(P.READ_ALOUD),
    icon="read",
    text=Text(STORY),
    picture="heart-work",
    role="reader",
    buttons=(DONE, NOT_CLEAR),
    speaking=True,
)
ENDS = screen(
    "discuss",
    heading=phrase(P.TALK_TABLE),
    icon="do-discuss",
    text=Text("Why do you feel that way? Begin with the two ends."),
    picture="spread",
    ends=(FACES[0], FACES[2]),
    notes=(phrase(P.BEGIN_WITH_ENDS),),
    buttons=(DONE, MORE, NOT_CLEAR),
)
SAY = screen(
    "say",
    heading=phrase(P.LISTEN_READER),
    icon="listen",
    text=Text(LONG),
    picture="role-reader",
    buttons=(NOT_CLEAR,),
)
THINK = screen(
    "think",
    heading=phrase(P.THINK_QUIET),
    icon="think",
    text=Text("What do you do very well at work? What is hard for you?"),
    picture="do-think",
    buttons=(READY, NOT_CLEAR, MORE),
    notes=(phrase(P.WAITING_FOR, count=3),),
)
PAIR = screen(
    "pair",
    heading=phrase(P.PAIR_YOU_FIRST),
    icon="pair",
    text=Text("Tell your partner about your work. What do you do well? What is hard?"),
    people=(person(2, "lotus", "waits", "timekeeper"),),
    buttons=(DONE, NOT_CLEAR),
    speaking=True,
)
REPORT = screen(
    "report",
    heading=phrase(P.REPORT_YOU),
    icon="reporter",
    text=Text("Tell the room what your table found, in one minute."),
    picture="do-report",
    role="reporter",
    table=2,
    buttons=(END_TURN, MORE),
    speaking=True,
)
REST = screen(
    "break",
    heading=phrase(P.REST),
    icon="rest",
    text=phrase(P.BACK_AT, time="10:15"),
    picture="do-break",
)
WAIT = screen("wait", bar=None, heading=phrase(P.WAIT_TABLES, tables=2), icon="do-wait")
PAUSED = screen(
    "paused", bar=replace(BAR, paused_at=Millis(40_000)), text=phrase(P.PAUSED), picture="pause"
)
BETWEEN = screen(
    "between",
    bar=None,
    heading=phrase(P.BETWEEN),
    text=phrase(P.NEXT_MEETING, number=2),
    icon="meet-again",
)
OVER = screen("over", bar=None, heading=phrase(P.OVER), icon="thank-you")
LEFT = screen(
    "left",
    bar=None,
    stones=(),
    heading=phrase(P.LEFT),
    icon="leave",
    buttons=(Button(act="return", words=phrase(P.COME_BACK), icon="back", main=True),),
)
HAND = screen(
    "hand",
    heading=phrase(P.HAND_TO),
    icon="hand-over",
    picture="p-lotus",
    notes=(phrase(P.HAND_HIDDEN),),
    people=(person(2, "lotus", "now"), person(3, "fish", "waits"), person(4, "drum", "waits")),
    buttons=(
        Button(
            act="hand",
            words=phrase(P.IT_IS_ME),
            icon="hand-over",
            main=True,
            fields=(("seat", "2"),),
        ),
        Button(act="pass", words=phrase(P.NOT_HERE), icon="leave", fields=(("seat", "2"),)),
    ),
)
OVERVIEW = screen(
    "table",
    step=StepId(""),
    bar=None,
    heading=phrase(P.TABLE, table=3),
    text=phrase(P.STARTS_WHEN, time="8:30", expected=25),
    icon="table-device",
    table=3,
    people=PEOPLE_6,
    buttons=(Button(act="person", words=phrase(P.NEW_PERSON), icon="join", main=True),),
)
LOST = screen("lost", stones=(), bar=None, text=phrase(P.WAIT_MOMENT), picture="no-network")


def show(*charts: Chart, text: str = "This is what our people say.") -> Screen:
    """A result."""
    return screen(
        "show",
        heading=phrase(P.LOOK),
        icon="look",
        text=Text(text),
        charts=charts,
        buttons=(DONE, NOT_CLEAR),
    )
