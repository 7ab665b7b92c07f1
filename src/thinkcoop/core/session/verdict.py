"""What the rules answer: events and papers, or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.session.events import Event
from thinkcoop.core.words import StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A marked ballot paper on its way into the box. It does not know whose it is."""

    step: StepId
    option: int


@dataclass(frozen=True, slots=True)
class Decision:
    """Yes. No events at all means that the command was already done: a resend."""

    events: tuple[Event, ...] = ()
    papers: tuple[Paper, ...] = ()
