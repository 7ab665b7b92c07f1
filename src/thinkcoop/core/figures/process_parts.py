"""What a session was, in figures of its process: the values that `process_of` returns.

Nothing here says who: people appear as counts, spreads and shares. A share or a fairness that would
stand on fewer than five people is None. Minutes have two decimals and leave out pauses and the time
in which the machine was off.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.figures.process_spread import Measure, Range

Outcome = Literal["done", "open", "dropped", "skipped", "unreached"]
"""What became of a step or an activity.

done: at least one table came to its end · open: it began and came nowhere to its end, because the
log stops there or everybody left · dropped: the plan had no time for it · skipped: the plan had
time, yet it was passed over (there was nothing to show) · unreached: the session stopped before.
An activity is done when it was closed and one of its steps was done.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesUsed:
    """How long something took, in minutes, and how long it was to take."""

    of_file: float
    """By the module's file; of a step with minutes for each person, for the largest table there."""
    of_plan: float | None
    """By the plan of the day that held when it opened, or the last one if it never did.

    0 when the plan dropped it; None when no plan ever spoke of it.
    """
    used: float | None
    """In the room: from where the first table began to where the last came to its end.

    None when it never began.
    """
    by_table: Range | None
    """How long the tables themselves took, without waiting; None where the whole room does it."""
    more_times: int
    """How often a table or the convener was given more time; a refusal is no event."""
    more_minutes: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Clearness:
    """How well it was understood."""

    people: int
    """Who was there: at a table where it was open, in touch when it began or ended, or acting."""
    not_clear: int
    """How many of them said *not clear* at least once."""
    devices_not_clear: int
    """How often a table's device said it, for nobody in particular."""
    share_not_clear: float | None
    said_again: int
    """How often it was said again in other words: at a table, or in the room."""
    heard: int
    """How often a table's device or the wall read it aloud while the clock waited.

    A reading for which the clock did not wait is no event, so there may have been more.
    """
    heard_again: int
    """How many of these readings were a repetition of a step at the same table."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """Who answered what was asked. A vote and a private path are asked, too; never what it was."""

    asked: int
    """People (for a table's answer: tables) that could answer, counted once for each question."""
    answers: int
    """Answers that stand; a private path that somebody began is one."""
    on_forms: int
    """Answers on forms that were typed in, of people who gave none in the room."""
    passes: int
    """People who said *I would rather not* and left it at that."""
    share: float | None
    """Of those asked, who answered in the room or on a form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnsHad:
    """How evenly people had turns (`docs/methods/turns-and-gini.md`)."""

    turns: int
    """All turns that the people below had."""
    people: int
    """Who was in touch for at least half of the time."""
    fairness: float | None
    """1 - Gini: 1 when all had as many, towards 0 when one had them all.

    None for fewer than five people, and when nobody had a turn.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleHeld:
    """How one role went round."""

    role: str
    times: int
    """How often it was given to somebody who did not just have it."""
    people: int
    """Who could hold it and was in touch for at least half of the working time."""
    each: Range | None
    """How often each of them had it; None for fewer than five."""
    fairness: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class StepProcess:
    """How one step of the day went."""

    id: str
    kind: str
    outcome: Outcome
    moved_on: int
    """At how many tables (in the room: 1) the convener ended it."""
    minutes: MinutesUsed
    clear: Clearness
    answering: Answering | None
    """None where nothing is asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityProcess:
    """How one activity of the day went. People are counted once, however often they tapped."""

    id: str
    meeting: int
    """From 1."""
    is_break: bool
    outcome: Outcome
    minutes: MinutesUsed
    """By table: its own steps and those of the room, without waiting for others."""
    clear: Clearness
    answering: Answering | None
    """What each person is asked, without what a table answers as one."""
    turns: TurnsHad | None
    """None where nobody had a turn."""
    questions: int
    """Put into the box while it was open."""
    steps: tuple[StepProcess, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who came, as counts."""

    expected: int
    """0 when nobody said."""
    came: int
    guests: int
    late: int
    """Came in after the first activity of the first meeting had begun."""
    left: int
    """Said goodbye before the end and did not come back."""
    away_at_most: int
    """The most people who were out of touch at one time while the room worked, without who left."""
    by_meeting: tuple[int, ...]
    """Of each meeting that began: people who were in touch at some time while it worked."""
    channels: Mapping[str, int]
    """By phone, table, card and paper."""
    languages: Mapping[str, int]
    """By language code, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountOfVotes:
    """One secret vote on the ways."""

    total: int
    counts: tuple[int, ...] | None
    """By way, in the order of the file; None below five votes."""
    spread: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VotesOnWays:
    """The two votes on the ways. None for one that was not counted (yet)."""

    ways: tuple[str, ...]
    first: CountOfVotes | None
    second: CountOfVotes | None
    on_slips: bool
    """Whether one of them was counted on slips of paper, so that who voted is not known."""
    moved: float | None
    """Total variation distance: the share of people who at least changed, if all voted twice."""
    voted_twice: int | None
    changed_at_least: int | None
    """Of those who voted twice, in people; None when that is not known or fewer than five."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedTwice:
    """A question, or a module's own vote, that is put again later in the day."""

    first: str
    again: str
    measure: Measure
    people_before: int
    people_now: int
    on_forms: bool
    """Whether one of the two rests on forms that were typed in."""
    spread_before: float | None
    spread_now: float | None
    moved: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormsTyped:
    """Forms on paper that were typed in."""

    forms: int
    without_seat: int
    """Of people who had no seat in the session."""
    twice: int
    differed: int
    """Of those typed twice, how many differed anywhere."""
    fields_differed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CardReading:
    """Answer cards read by a camera."""

    pictures: int
    asked: int
    """Cards that were awaited, all pictures together."""
    seen: int
    disagreements: int
    """How often pictures of one card said different things."""
    share_seen: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stops:
    """How often, and for how many minutes altogether, nothing could be done."""

    times: int
    minutes: float
