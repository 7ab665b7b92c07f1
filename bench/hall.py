"""A module for a crowded hall: question after question, each of which waits for everyone.

The last answer to one releases the next, so a whole room can be measured, or killed, at work. The
texts are as long as those of a real module and have pictures, so that screens weigh what they do.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

Kind = Literal["ask", "ballot"]

MODULE_ID = "hall"
EDITION = "all"
MINUTES = 5
"""For each step: nobody is ever late by the clock."""
LONGEST = 600
"""Minutes that an activity may last at most."""
OPTIONS = (
    ("price", "What I buy costs too much", "price-up"),
    ("place", "I have no safe place to work", "no-parking"),
    ("money", "I have no money on a bad day", "empty-purse"),
    ("voice", "Nobody listens to people like us", "nobody-listens"),
)


def write_hall(folder: Path, kinds: Sequence[Kind]) -> None:
    """Write the module into `folder`, which may then be given to `thinkcoop serve --modules`."""
    top = folder / MODULE_ID
    (top / "activities").mkdir(parents=True)
    (top / "module.yaml").write_text(_module(len(kinds)), encoding="utf-8")
    steps = "".join(_step(number, kind) for number, kind in enumerate(kinds, 1))
    most = min(LONGEST, 2 * MINUTES * len(kinds))
    head = f"""\
id: h1
unit: 1
title: Question after question
picture: do-ask
aim: Everyone in the hall has answered everything.
met: {{of: q1, share: 75}}
minutes: {{plan: {MINUTES * len(kinds)}, least: {len(kinds)}, most: {most}}}
protected: true
steps:
"""
    (top / "activities" / "h1-questions.yaml").write_text(head + steps, encoding="utf-8")


def step_name(number: int) -> str:
    """What the step of that number (from 1) is called in the forms of its screens."""
    return f"q{number}"


def _step(number: int, kind: Kind) -> str:
    pick = "    pick: one\n" if kind == "ask" else ""
    options = "".join(
        f"      - {{id: {name}, text: {text}, picture: {picture}}}\n"
        for name, text, picture in OPTIONS
    )
    return (
        f"  - {kind}: Question {number}. Which trouble of your work costs you most?\n"
        f"    id: {step_name(number)}\n"
        f"    again: Touch the picture of what costs you most. This is number {number}.\n"
        "    picture: do-ask\n"
        f"    minutes: {{plan: {MINUTES}, least: 1, most: {2 * MINUTES}}}\n"
        "    to: all\n"
        f"{pick}    options:\n{options}"
    )


def _module(steps: int) -> str:
    return f"""\
id: {MODULE_ID}
version: 1.0.0
title: The hall
about: Question after question, to find out how fast a room goes on.
licence: CC BY 4.0
authors: [The Think.Coop team]
funder: nobody
sources: [{{title: Invented, where: bench/hall.py, says: Nothing here is a fact.}}]
checked_on: 2026-11-01
check_by: 2099-01-01
languages: [{{code: en, state: draft}}]
trades:
  - {{id: seller, text: I sell in the market, picture: market-stall}}
  - {{id: driver, text: I drive a tuk-tuk, picture: tuk-tuk}}
  - {{id: other, text: Something else, picture: do-think}}
units:
  - {{number: 0, title: Arriving and resting, picture: do-break}}
  - {{number: 1, title: Questions, picture: do-ask}}
editions:
  - id: {EDITION}
    title: All of them
    picture: do-ask
    minutes: {MINUTES * steps}
    meetings:
      - title: In one go
        rows: [{{activity: h1}}]
"""
