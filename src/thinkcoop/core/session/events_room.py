"""What happens to the room: opening, coming in, devices, the plan, the end. See `events.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.session.happened import Happened
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, TableNo

Channel = Literal["phone", "table", "card", "paper"]
PlanReason = Literal["start", "late", "recovered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOpened(Happened):
    """The convener pressed start; people may come in."""

    session: SessionId
    module: str
    version: str
    digest: str
    edition: str
    language: str
    seed: int
    expected: int
    starts_at: Millis
    ends_at: Millis
    wall_ms: int
    """What the wall clock said at `at` 0, in milliseconds since 1970 UTC; for display only."""
    zone_minutes: int
    engine: str
    country: str = ""
    """The two small letters of the country whose laws are told; empty: only whom to ask."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingOpened(Happened):
    """The room meets again on another day."""

    meeting: int
    starts_at: Millis
    ends_at: Millis
    wall_ms: int
    """What the wall clock said at this event's `at`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTaken(Happened):
    """Somebody came in. `table` is 0 until the room is seated, unless the device has a table."""

    answer: AnswerId
    seat: SeatNo
    picture: str
    trade: str
    reads: bool
    guest: bool
    language: str
    channel: Channel
    table: TableNo


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomSeated(Happened):
    """`tables[i]` are the seats of table i + 1; empty: everyone keeps the table they had.

    From now on people walk to their tables; the first activity opens a little later.
    """

    tables: tuple[tuple[SeatNo, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatPlaced(Happened):
    """Somebody got a place at a table, or another one."""

    seat: SeatNo
    table: TableNo


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceJoined(Happened):
    """A table has a device of its own."""

    table: TableNo
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceAway(Happened):
    """The table's device is out of touch."""

    table: TableNo


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceBack(Happened):
    """The table's device is in touch again."""

    table: TableNo


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatAway(Happened):
    """A phone is out of touch; nobody waits for it."""

    seat: SeatNo


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatBack(Happened):
    """A person is with us again."""

    seat: SeatNo
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLeft(Happened):
    """A person said goodbye."""

    seat: SeatNo
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned(Happened):
    """The rest of the day got new minutes. A change is (stage, step, milliseconds); 0 drops it."""

    reason: PlanReason
    short_ms: Millis
    changes: tuple[tuple[int, int, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paused(Happened):
    """The convener stopped the clock of the steps; the end of the day stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed(Happened):
    """The room goes on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened(Happened):
    """The device was off for `down_ms` (as well as it can tell); open steps get that back."""

    down_ms: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingClosed(Happened):
    """This meeting is over; the session goes on another day."""

    meeting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClosed(Happened):
    """The session is over."""
