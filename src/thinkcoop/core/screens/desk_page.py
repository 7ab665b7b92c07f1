"""The parts of the convener's page. Values only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.screens.screen import Bar, Chart, Choice, SignRow, Stone, Words
from thinkcoop.core.words import Millis, StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The convener's page: how the day goes, and never who answered what."""

    phase: str
    paused: bool
    meeting: int
    meetings: int
    here: int
    away: int
    left: int
    guests: int
    expected: int
    tables: tuple[DeskTable, ...]
    activity: str
    step: Words | None
    waiting_for: int
    bar: Bar | None
    stones: tuple[Stone, ...]
    starts_at: Millis
    ends_at: Millis
    bank_ms: int
    plan_change: Words | None
    plan: tuple[DeskRow, ...]
    questions: tuple[tuple[str, str], ...]
    old_content: bool
    draft: bool
    cards: tuple[DeskCards, ...] = ()
    """Tables at which cards or slips are to be looked at now."""
    answer_cards: int = 0
    """How many people take part with an answer card: a camera can read them."""
    disk_trouble: bool = False
    """The disk does not take what people tap; the convener must do something."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskTable:
    """A table as the convener sees it: people, not answers."""

    number: int
    here: int
    away: int
    device: bool
    unclear: int
    readers: int
    state: Literal["works", "done", "empty"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskCards:
    """Whose cards at one table are to be looked at, and what their sides stand for."""

    table: int
    step: StepId
    text: Words
    legend: tuple[Choice, ...]
    chart: Chart | None
    signs: tuple[SignRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskRow:
    """An activity of this meeting with its minutes."""

    title: str
    planned_min: int
    used_min: int | None
    state: Literal["done", "now", "to_come", "dropped"]
    met: int | None
    """Percent of those present who took part in the step that checks the aim."""
