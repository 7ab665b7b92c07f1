"""Everything that can happen in a session. Events are forever.

A name or a field that has once been shipped keeps its meaning; a new need is a new event or a new
field with a default. Only whole numbers, texts, truth values and tuples of them. No personal name
ever stands in an event, and no event says what a ballot was marked with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo

Channel = Literal["phone", "table", "card", "paper"]
CloseReason = Literal["done", "ready", "answers", "turns", "votes", "time", "moved_on"]
PlanReason = Literal["start", "late", "recovered"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A fact of the session at a moment counted from its opening."""

    at: Millis


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


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatLeft(Happened):
    """A person said goodbye."""

    seat: SeatNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Replanned(Happened):
    """The rest of the day got new minutes. A change is (stage, step, milliseconds); 0 drops it."""

    reason: PlanReason
    short_ms: Millis
    changes: tuple[tuple[int, int, int], ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven(Happened):
    """One participant answered; a later answer of the same seat replaces it.

    `table` is 0 for an answer of one's own, else the table for which the seat answered.
    """

    seat: SeatNo
    table: TableNo
    step: StepId
    answer: AnswerId
    value: tuple[int, ...]
    text: str = ""
    voice: str = ""
    """The SHA-256 of the recording, 64 small hex digits; empty when nothing was spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPassed(Happened):
    """One participant would rather not answer. Free, and nobody waits."""

    seat: SeatNo
    step: StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotCast(Happened):
    """A seat voted. What it voted is not here and not linked to here."""

    seat: SeatNo
    step: StepId
    answer: AnswerId


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotCounted(Happened):
    """The papers were counted and destroyed. Below five votes `counts` is empty."""

    step: StepId
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesTaken(Happened):
    """A round of a game is over at one table, or in the whole room (table 0): nothing can change.

    `players[i]` made `moves[i]`; whoever tapped nothing made the usual move of that round. Where
    one moves for the whole table there is one move, and `players` are all who sat there. `draws`
    are what chance said, from the session's seed.
    """

    table: TableNo
    step: StepId
    players: tuple[SeatNo, ...]
    moves: tuple[int, ...]
    draws: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateGiven(Happened):
    """A seat answered one item of its private path. What it answered is not here."""

    seat: SeatNo
    step: StepId
    item: int
    answer: AnswerId


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTurnedBack(Happened):
    """A seat went back on its private path, to answer from `item` on once more."""

    seat: SeatNo
    step: StepId
    item: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateCounted(Happened):
    """A private path is closed and added up: `counts[i]` belongs to item i, by option.

    `total` is how many people answered anything. Below five people `counts` is empty, and an item
    that fewer than five answered has an empty place.
    """

    step: StepId
    total: int
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DoneSaid(Happened):
    """Somebody tapped *done* (or *ready*). Seat 0 is the table's device."""

    table: TableNo
    seat: SeatNo
    step: int


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


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPut(Happened):
    """A question nobody at the table could answer went into the box, without its asker."""

    answer: AnswerId
    table: TableNo
    about: str
    text: str


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


Event = (
    SessionOpened
    | MeetingOpened
    | SeatTaken
    | RoomSeated
    | SeatPlaced
    | DeviceJoined
    | DeviceAway
    | DeviceBack
    | SeatAway
    | SeatBack
    | SeatLeft
    | Replanned
    | ActivityOpened
    | ActivityClosed
    | RolesGiven
    | StepOpened
    | StepClosed
    | TurnStarted
    | TurnEnded
    | PairsFormed
    | PairSwitched
    | HandedOver
    | AnswerGiven
    | AnswerPassed
    | BallotCast
    | BallotCounted
    | MovesTaken
    | PrivateGiven
    | PathTurnedBack
    | PrivateCounted
    | DoneSaid
    | NotClearSaid
    | SaidAgain
    | MoreTimeGiven
    | LastMinuteCalled
    | SpokeMarked
    | QuestionPut
    | Paused
    | Resumed
    | Reopened
    | MeetingClosed
    | SessionClosed
)

EVENTS: tuple[type[Happened], ...] = (
    SessionOpened,
    MeetingOpened,
    SeatTaken,
    RoomSeated,
    SeatPlaced,
    DeviceJoined,
    DeviceAway,
    DeviceBack,
    SeatAway,
    SeatBack,
    SeatLeft,
    Replanned,
    ActivityOpened,
    ActivityClosed,
    RolesGiven,
    StepOpened,
    StepClosed,
    TurnStarted,
    TurnEnded,
    PairsFormed,
    PairSwitched,
    HandedOver,
    AnswerGiven,
    AnswerPassed,
    BallotCast,
    BallotCounted,
    MovesTaken,
    PrivateGiven,
    PathTurnedBack,
    PrivateCounted,
    DoneSaid,
    NotClearSaid,
    SaidAgain,
    MoreTimeGiven,
    LastMinuteCalled,
    SpokeMarked,
    QuestionPut,
    Paused,
    Resumed,
    Reopened,
    MeetingClosed,
    SessionClosed,
)
"""Every kind of event, in the order of this file."""
