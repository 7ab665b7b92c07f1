"""M401 to M405: minutes that do not add up, or are too few to listen."""

from __future__ import annotations

from thinkcoop.core.module.diagnostics.code import BUYING, MODULE, PRICE, Code, Example, mistake
from thinkcoop.core.module.diagnostics.games import GAME

ONLY_A_BALLOT = """id: t2
unit: 1
title: Buying together
picture: do-discuss
aim: The five have voted.
met: {of: together}
minutes: {plan: 9}
steps:
  - ballot: Shall we buy sugar together?
    id: together
    again: Do we buy sugar together, yes or no?
    minutes: 9.5
    options:
      - {id: yes, text: Yes, picture: face-good}
      - {id: no, text: No, picture: market-stall}
"""

TIME_CODES: tuple[Code, ...] = (
    mistake(
        "M401",
        "Least, plan and most out of order",
        what="{low} is {less} minutes and {high} is {more}",
        hint="Make least ≤ plan ≤ most.",
        example=Example(
            file=PRICE,
            right="minutes: {plan: 9, least: 4, most: 14}",
            wrong="minutes: {plan: 9, least: 10}",
        ),
    ),
    mistake(
        "M402",
        "Steps that do not add up to their activity",
        what="the steps of `{activity}` take {steps} minutes in edition {editions}; "
        "{minutes} are planned",
        hint="Change the steps or the plan. Six people at a table and five tables are counted.",
        example=Example(
            file=PRICE,
            right="picture: do-think\n    minutes: 0.5",
            wrong="picture: do-think\n    minutes: 3",
        ),
    ),
    mistake(
        "M403",
        "Steps that cannot be short enough",
        what="the steps of `{activity}` take {steps} minutes at the least in edition {editions}; "
        "{minutes} are planned",
        hint="Give some steps less `least` minutes, or make one `optional`.",
        example=Example(file=BUYING, wrong=ONLY_A_BALLOT),
    ),
    mistake(
        "M404",
        "Rows that do not add up to their edition",
        what="the rows of the edition `{edition}` add up to {rows} minutes; {minutes} are stated",
        hint="Change `minutes` of the edition or of its rows.",
        example=Example(file=MODULE, right="minutes: 20", wrong="minutes: 25"),
    ),
    mistake(
        "M405",
        "A private path that is shorter than its words",
        what="{minutes} minutes are planned, and to hear all of it once takes {needed}",
        hint="Give it {needed} minutes or more, or take some parts out of it.",
        example=Example(
            file=GAME,
            right="picture: do-think\n    minutes: 4",
            wrong="picture: do-think\n    minutes: 2",
        ),
    ),
)
