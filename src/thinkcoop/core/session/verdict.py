"""What the rules answer: events and papers, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.session.events import Event
from thinkcoop.core.words import SeatNo, StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A marked ballot paper on its way into the box. It does not know whose it is."""

    step: StepId
    option: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One private answer, on its way to the seat's own sheet: never in the log.

    Sheets are kept while the session runs, so that a power cut loses nothing, and are destroyed
    when it closes (`docs/decisions/0019-private-sheets.md`). A later mark of the same seat, step
    and item replaces the earlier one.
    """

    seat: SeatNo
    step: StepId
    item: int
    value: tuple[int, ...] | None
    """None takes off the sheet what may stand there: the question was skipped."""


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes. No events at all means that the command was already done: a resend."""

    events: tuple[Event, ...] = ()
    papers: tuple[Paper, ...] = ()
    marks: tuple[Mark, ...] = ()
