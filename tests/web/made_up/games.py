"""Made-up screens of games and of the private path, with every picture that they can show."""

from __future__ import annotations

from dataclasses import replace

from tests.web.made_up.parts import DONE, NOT_CLEAR, RATHER_NOT, ask, choices, screen
from thinkcoop.core.games.labels import L
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import (
    Button,
    Card,
    Chart,
    ChartRow,
    Choice,
    Form,
    Screen,
    Sides,
    Text,
    Words,
    phrase,
)

NONE_OF_THESE = Button(act="pass", words=phrase(P.NONE_OF_THESE), icon="pass-all")
BACK = Button(act="previous", words=phrase(P.ONE_BACK), icon="back", fields=(("item", "2"),))
PARTS = 14


def line(text: Words, *values: int, picture: str = "", mine: bool = False) -> ChartRow:
    """A row of a game's picture."""
    return ChartRow(text=text, picture=picture, sign="", values=values, mine=mine)


MONEY = Chart(
    kind="piles",
    title=phrase(L.YOURS),
    rows=(
        line(phrase(L.YOURS), 42_500, picture="put-in-share", mine=True),
        line(phrase(L.SOMEBODY), 12_000),
        line(phrase(L.SOMEBODY), -8_000, picture="debt"),
        line(phrase(L.SOMEBODY), 500),
        line(phrase(L.SOMEBODY), 0),
        line(phrase(L.SOMEBODY), 60_000),
        line(phrase(L.SOMEBODY), 30_000),
        line(phrase(L.SOMEBODY), 21_500),
        line(phrase(L.TOGETHER), 55_500, picture="common-pot"),
    ),
    totals=(),
    most=60_000,
    unit="riel",
)
BEANS = Chart(
    kind="piles",
    title=phrase(L.TOGETHER),
    rows=(
        line(phrase(L.ON_AVERAGE), 7, picture="two-people"),
        line(phrase(L.YOURS), 4, picture="one-person", mine=True),
        line(phrase(L.TOGETHER), 33, picture="common-pot"),
        line(phrase(L.SOMEBODY), -6, picture="debt"),
    ),
    totals=(),
    most=40,
    unit="beans",
)
COINS = replace(
    BEANS,
    rows=(line(phrase(L.YOURS), 6, mine=True), line(phrase(L.ON_AVERAGE), 10)),
    most=10,
    unit="coins",
)
BLOCKS = replace(
    BEANS, rows=(line(phrase(L.ALONE), 3), line(phrase(L.TOGETHER), 9)), most=10, unit="blocks"
)
MANY = replace(
    BEANS,
    rows=(line(phrase(L.TOGETHER), 120), line(phrase(L.ALONE), 75), line(phrase(L.SOMEBODY), -30)),
    most=150,
)
CURVE = Chart(
    kind="curve",
    title=phrase(L.WHAT_IT_COSTS),
    rows=(
        line(phrase(L.TOGETHER), 0, 4_000, 9_000, 12_000, 18_000, 21_000, picture="carry-together"),
        line(phrase(L.ALONE), 0, 3_000, -4_000, -9_000, -6_000, 2_000, picture="one-person"),
        line(phrase(L.YOURS), 2_000, 3_000, 3_500, 5_000, 9_000, 8_000, mine=True),
    ),
    totals=(),
    most=24_000,
    unit="riel",
)
HUNDRED = Chart(
    kind="people",
    title=Text("After five years, so many groups still worked."),
    rows=(
        line(Text("Still working together"), 62, picture="handshake"),
        line(Text("Stopped"), 38, picture="end"),
    ),
    totals=(),
    most=100,
    unit="people",
    sure=8,
)
FEES = Chart(
    kind="bars",
    title=phrase(L.WHAT_WE_CHOSE),
    rows=(
        line(phrase(L.ALONE), 12_000, picture="one-person"),
        line(phrase(L.TOGETHER), 27_500, picture="bulk-buy"),
    ),
    totals=(),
    most=30_000,
    unit="riel",
)
PILES = {
    "money": MONEY,
    "beans": BEANS,
    "coins": COINS,
    "blocks": BLOCKS,
    "many": MANY,
    "curve": CURVE,
    "people": HUNDRED,
    "fees": FEES,
}
TWELVE = replace(MONEY, rows=(*(replace(row, mine=False) for row in MONEY.rows), *MONEY.rows[1:4]))
REASONS = choices(
    ("A better price", "price-up"),
    ("Nobody alone when sick", "sick"),
    ("To decide myself", "stand-free"),
    ("Less work with papers", "paperwork"),
    ("To be heard", "role-reporter"),
    ("Quick money", "coins"),
)
STONE_FORM = Form(
    kind="stones",
    choices=choices(
        ("Yes", "stone-yes"),
        ("Not yet", "stone-not-yet"),
        ("No", "stone-no"),
    ),
    item=5,
    stories=(
        None,
        Text("Dara said not yet. She asked her family first. A month later she knew more."),
        Text("Sok said no. He goes on alone. The others still greet him each day."),
    ),
)


def mine(text: str, form: Form, *, picture: str = "", part: int = 5, **more: object) -> Screen:
    """An item of a private path."""
    return ask(
        text,
        form,
        picture=picture,
        heading=phrase(P.YOUR_WAY),
        part=part,
        parts=PARTS,
        notes=(phrase(P.ONLY_YOU_EVER),),
        buttons=_buttons(form),
        **more,
    )


def _buttons(form: Form) -> tuple[Button, ...]:
    """Back, or at the start out of all of it; this question may be skipped, a way is only left."""
    skip = replace(RATHER_NOT, fields=(("item", str(form.item)),))
    skips = () if form.kind == "next" else (skip,)
    return (*skips, NONE_OF_THESE, NOT_CLEAR) if form.item == 0 else (BACK, *skips, NOT_CLEAR)


def points(*given: tuple[str, str]) -> tuple[Choice, ...]:
    """Good or bad sides."""
    return tuple(
        Choice(value=i, text=Text(text), picture=picture) for i, (text, picture) in enumerate(given)
    )


WAY = Sides(
    good=points(
        ("We buy together and pay less.", "bulk-buy"),
        ("Each has one vote, rich or poor.", "one-vote-each"),
        ("What is left over is shared.", "who-gets"),
    ),
    bad=points(
        ("Meetings take time away from work.", "lost-time"),
        ("Deciding together is slow.", "slow-decision"),
        ("Some may not do their part.", "free-rider"),
    ),
    living=Text(
        "Mealea meets the others each month. She likes the price. The long talks make her tired."
    ),
    unsure=Text("Nobody can say how long a new group will last."),
)
GAMES: dict[str, Screen] = {
    "roll": ask("Will the ice melt today?", Form(kind="roll"), picture="ice-block"),
    "rolled": ask("Will the ice melt today?", Form(kind="roll", answered=True)),
    "heap": ask(
        "How many of your beans do you put into the pot?",
        Form(kind="heap", lowest=0, highest=10, number=3),
    ),
    "stake": ask(
        "How much do you put in?",
        Form(
            kind="money",
            lowest=0,
            highest=20_000,
            step_by=1_000,
            number=4_000,
            unit=phrase(P.UNIT_RIEL),
        ),
        charts=(replace(MONEY, rows=MONEY.rows[:1]),),
    ),
    "beans": mine(
        "What matters to you? Lay your ten beans.",
        Form(
            kind="beans",
            choices=tuple(replace(c, place=(3, 0, 1, 0, 0, 0)[c.value]) for c in REASONS),
            at_most=10,
            item=4,
        ),
    ),
    "stones": mine(
        "Can you wait a year before money comes?", STONE_FORM, picture="monthly-meeting"
    ),
    "told": mine(
        "Can you wait a year before money comes?",
        replace(
            STONE_FORM,
            choices=tuple(replace(c, chosen=c.value == 1) for c in STONE_FORM.choices),
        ),
        picture="monthly-meeting",
    ),
    "way": mine(
        "A cooperative", Form(kind="next", item=0), picture="way-cooperative", sides=WAY, part=0
    ),
}
WALK_END = screen(
    "wait",
    heading=phrase(P.WAY_DONE),
    picture="thank-you",
    notes=(phrase(P.ONLY_YOU_EVER), phrase(P.WAITING_FOR, count=4)),
    part=PARTS,
    parts=PARTS,
    buttons=(BACK,),
)
LAW = screen(
    "show",
    heading=phrase(P.THE_LAW),
    text=Text("Ask the district office before you write anything down."),
    picture="ask-someone",
    cards=tuple(
        Card(text=Text(fact), picture="paperwork")
        for fact in (
            "A cooperative needs a certain number of members to begin.",
            "Each member has one vote at the yearly meeting.",
            "The group writes down its rules and its money.",
            "An office of the state keeps the list of cooperatives.",
        )
    ),
    buttons=(DONE, NOT_CLEAR),
)
LADDER = screen(
    "show",
    heading=phrase(P.WHERE_NOW),
    text=Text("These are your next steps."),
    cards=(
        Card(
            text=Text("Meet the same people again."),
            picture="meet-again",
            more=Text("On Monday, say a day and a place to three of them."),
        ),
        Card(
            text=Text("Try it with little money."),
            picture="try-small",
            more=Text("On Monday, buy one block of ice together."),
        ),
    ),
    buttons=(DONE, NOT_CLEAR),
)
