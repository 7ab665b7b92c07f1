"""Slips of paper: for every question that a card can answer, four boxes to tick.

One set for each person without a phone. What is ticked is told by the sign, as with a card.
"""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.screens.cards import amounts_of, legend_of
from thinkcoop.core.screens.screen import Chart, Choice, Text
from thinkcoop.core.session.asking import can_show
from thinkcoop.core.session.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One question: its words and picture, and what each sign stands for."""

    text: Text
    picture: str
    legend: tuple[Choice, ...]
    chart: Chart | None
    """Piles for A to D where the answer is an amount; then there is no legend."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SlipPart:
    """The questions of one activity, in the order of the day."""

    title: str
    slips: tuple[Slip, ...]


def slips(program: Program) -> tuple[SlipPart, ...]:
    """Return the questions of all activities that have any, meetings one after the other.

    What one person answers for the whole table is left out: whoever has a phone there taps it.
    """
    parts = (
        SlipPart(
            title=stage.activity.title,
            slips=tuple(
                Slip(
                    text=Text(step.text),
                    picture=step.picture or "",
                    legend=legend_of(step),
                    chart=amounts_of(step),
                )
                for step in stage.steps
                if can_show(step) and step.to != "table"
            ),
        )
        for stage in program.stages
    )
    return tuple(part for part in parts if part.slips)
