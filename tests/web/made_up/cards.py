"""Made-up answer cards: what their sides mean, whose cards are looked at, and slips to tick."""

from __future__ import annotations

from tests.web.made_up.games import BEANS, GAMES
from tests.web.made_up.parts import NOT_CLEAR, SIGNS, THREE, TROUBLES, screen
from thinkcoop.core.paper.slips import Slip, SlipPart
from thinkcoop.core.screens.desk_page import DeskCards
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, ChartRow, Choice, Screen, SignRow, Text, phrase
from thinkcoop.core.words import SeatNo, StepId

PEOPLE = ("p-fish", "p-palm", "p-drum", "p-crab")


def signs(*, read: int = 1, sides: int = 4, charts: tuple[Chart, ...] = ()) -> tuple[SignRow, ...]:
    """Four people, of whom the first `read` have shown their cards."""
    return tuple(
        SignRow(seat=SeatNo(at), picture=name, read=at <= read, sides=sides, charts=charts)
        for at, name in enumerate(PEOPLE, 1)
    )


def amounts(unit: str, *values: int) -> Chart:
    """A pile for each side of a card."""
    return Chart(
        kind="piles",
        title=phrase(P.CARD_SAYS),
        rows=tuple(
            ChartRow(text=phrase(P.UNIT_BEANS), picture="", sign=sign, values=(value,))
            for sign, value in zip(SIGNS, values, strict=True)
        ),
        totals=(),
        most=max(values),
        unit=unit,
    )


def cards(
    text: str,
    rows: tuple[SignRow, ...],
    charts: tuple[Chart, ...] = (),
    legend: tuple[Choice, ...] = (),
) -> Screen:
    """A screen on which somebody taps what the cards show."""
    return screen(
        "cards",
        heading=phrase(P.LOOK_AT_CARDS),
        text=Text(text),
        icon="card-hand",
        charts=charts,
        legend=legend,
        signs=rows,
        buttons=(NOT_CLEAR,),
        notes=(phrase(P.CARDS_NOT_SHOWN),),
    )


IN_BEANS = amounts("beans", 0, 3, 7, 10)
HOW_MANY = "How many beans do you put in?"
WHICH = "Which trouble costs you most?"
VOTES = "How many votes does she get?"
CARDS = {
    "cards-beans": cards(HOW_MANY, signs(), charts=(IN_BEANS,)),
    "cards-four": cards(WHICH, signs(read=3), legend=TROUBLES),
    "cards-three": cards(VOTES, signs(sides=3), legend=THREE),
    "cards-own": cards(HOW_MANY, signs(charts=(BEANS,)), charts=(IN_BEANS,)),
}
HOLD_UP = {
    f"cards-{name}": screen(
        "ask",
        heading=phrase(P.HOLD_UP),
        text=Text(text),
        icon="card-hand",
        picture="do-ask",
        legend=legend,
        charts=charts,
        notes=(phrase(P.WAITING_FOR, count=4),),
    )
    for name, text, legend, charts in (
        ("beans", HOW_MANY, (), (IN_BEANS,)),
        ("four", WHICH, TROUBLES, ()),
        ("three", VOTES, THREE, ()),
    )
}
RED = (
    "Ten sellers began together. Only four of them needed the ice. Six soon stayed away. "
    "The four could not pay for it all."
)
SIDES = (
    Choice(value=0, text=Text("Yes"), picture="stone-yes", sign="A"),
    Choice(value=1, text=Text("Not yet"), picture="stone-not-yet", sign="B"),
    Choice(value=2, text=Text("No"), picture="stone-no", sign="C", more=Text(RED)),
    Choice(value=3, text=phrase(P.RATHER_NOT), picture="pass", sign="D"),
)
WITH_WALL = {
    "path-told": screen(
        "ask",
        heading=phrase(P.LISTEN),
        text=GAMES["way"].text,
        icon="do-listen",
        picture=GAMES["way"].picture,
        who="one-person",
        sides=GAMES["way"].sides,
        part=2,
        parts=28,
    ),
    "path-asked": screen(
        "ask",
        heading=phrase(P.HOLD_UP),
        text=Text("Do most of us have the same problem?"),
        icon="card-hand",
        picture="shared-umbrella",
        who="one-person",
        legend=SIDES,
        notes=(phrase(P.CARD_SECRET), phrase(P.WAITING_FOR, count=4)),
        part=9,
        parts=28,
    ),
}
"""A private path with the wall."""
AT_THE_DESK = (
    DeskCards(
        table=1,
        step=StepId("my-trouble"),
        text=Text(WHICH),
        legend=TROUBLES,
        chart=None,
        signs=signs(),
    ),
    DeskCards(
        table=2,
        step=StepId("pot-silent-1"),
        text=Text(HOW_MANY),
        legend=(),
        chart=IN_BEANS,
        signs=signs(read=0),
    ),
)
SLIPS = (
    SlipPart(
        title="Problems we share",
        slips=(
            Slip(text=Text(WHICH), picture="do-ask", legend=TROUBLES, chart=None),
            Slip(text=Text(VOTES), picture="", legend=THREE, chart=None),
        ),
    ),
    SlipPart(
        title="The common pot",
        slips=(
            Slip(text=Text(HOW_MANY), picture="hidden", legend=(), chart=IN_BEANS),
            Slip(
                text=Text("What price do you ask?"),
                picture="offer-secret",
                legend=(),
                chart=amounts("riel", 4_000, 6_000, 8_000, 10_500),
            ),
        ),
    ),
)
