"""What happens on the way: activities, steps, turns, hands, time. See `events.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.session.happened import Happened
from thinkcoop.core.words import AnswerId, Millis, SeatNo, TableNo

CloseReason = Literal["done", "ready", "answers", "turns", "votes", "time", "moved_on"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityOpened(Happened):
    """A stage of the program began for the whole room."""

    stage: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityClosed(Happened):
    """A stage ended. `met` is the share of people who took part in its checking step, permille."""

    stage: int
    met: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RolesGiven(Happened):
    """Who does what at a table during this activity: pairs of role and seat."""

    table: TableNo
    roles: tuple[tuple[str, SeatNo], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StepOpened(Happened):
    """A step began at one table, or in the whole room (table 0)."""

    table: TableNo
    step: int
    closes_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class StepClosed(Happened):
    """A step ended at one table, or in the whole room (table 0)."""

    table: TableNo
    step: int
    why: CloseReason


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnStarted(Happened):
    """It is this person's turn to speak: at a table, or to the room (table 0)."""

    table: TableNo
    seat: SeatNo
    until: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnEnded(Happened):
    """The turn is over; a passed turn counts for nothing."""

    table: TableNo
    seat: SeatNo
    passed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PairsFormed(Happened):
    """Who talks with whom; the first of each speaks until `until`."""

    table: TableNo
    pairs: tuple[tuple[SeatNo, ...], ...]
    until: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class PairSwitched(Happened):
    """Now the others of each pair speak."""

    table: TableNo


@dataclass(frozen=True, slots=True, kw_only=True)
class HandedOver(Happened):
    """The table's device is in this person's hands; seat 0: it lies on the table."""

    table: TableNo
    seat: SeatNo
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneSaid(Happened):
    """Somebody tapped *done* (or *ready*). Seat 0 is the table's device."""

    table: TableNo
    seat: SeatNo
    step: int
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotClearSaid(Happened):
    """Somebody tapped *not clear*. Seat 0 is the table's device."""

    table: TableNo
    seat: SeatNo
    step: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidAgain(Happened):
    """A third of the table did not understand: it is said in other words, with some more time."""

    table: TableNo
    step: int
    closes_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreTimeGiven(Happened):
    """A table (or the room, table 0) got more time from the time bank."""

    table: TableNo
    step: int
    closes_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class NarrationStarted(Happened):
    """A device that leads a table (or the room, table 0) reads aloud; the step's clock waits."""

    table: TableNo
    step: int
    answer: AnswerId
    until: Millis
    """When it will have been read."""
    closes_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class LastMinuteCalled(Happened):
    """Most tables are done; this one gets one more minute."""

    table: TableNo
    step: int
    closes_at: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class SpokeMarked(Happened):
    """The encourager noted that somebody has spoken in this talk."""

    table: TableNo
    seat: SeatNo
