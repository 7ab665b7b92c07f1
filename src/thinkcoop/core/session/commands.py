"""What people and devices can ask for. The rules answer each with a decision or a refusal."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.session.events import Channel, Entry
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo

UNNAMED = AnswerId("")
"""The name of what comes from no form; every tap has one, so that a late resend is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenSession:
    """The convener presses start. Times count from the moment of this command."""

    session: SessionId
    language: str
    seed: int
    expected: int
    starts_at: Millis
    ends_at: Millis
    wall_ms: int
    zone_minutes: int
    engine: str
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenMeeting:
    """The convener presses start on another day."""

    starts_in: Millis
    lasts: Millis
    wall_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeSeat:
    """Somebody comes in. With `table` the person sits at that table's device."""

    answer: AnswerId
    picture: str
    trade: str
    reads: bool
    guest: bool = False
    language: str = ""
    channel: Channel = "phone"
    table: TableNo = TableNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinDevice:
    """A device is put on a table; 0 asks for the next free table."""

    table: TableNo
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class LoseTouch:
    """A phone (seat) or a table's device (table) has not been heard of for a while."""

    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ComeBack:
    """A phone or a device is in touch again, or a person who left returns."""

    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class Leave:
    """A person says goodbye."""

    seat: SeatNo
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveAnswer:
    """An answer to a question, an order, a sorting, a map, a promise or a vote."""

    seat: SeatNo
    step: StepId
    answer: AnswerId
    value: tuple[int, ...]
    text: str = ""
    voice: str = ""
    """The SHA-256 of the recording that comes with it, 64 small hex digits; empty without one."""
    item: int = 0
    """Which item of a private path this answers, 0-based; 0 everywhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TurnBack:
    """*Back*, on a private path: from `item` on once more."""

    seat: SeatNo
    step: StepId
    item: int
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class PassAnswer:
    """I would rather not answer; on a private path, none of its questions."""

    seat: SeatNo
    step: StepId
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class SkipItem:
    """I would rather not answer this one question of a private path; the next one follows."""

    seat: SeatNo
    step: StepId
    item: int
    answer: AnswerId


@dataclass(frozen=True, slots=True, kw_only=True)
class SayDone:
    """*Done* or *ready*, by a seat, or by a table's device (seat 0).

    `half` is 1 or 2 in a pair talk, so that a resend from the first half does not end the second;
    0 when it is not known.
    """

    step: StepId
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)
    half: int = 0
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class SayNotClear:
    """*Not clear*, by a seat, or by a table's device (seat 0)."""

    step: StepId
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskMoreTime:
    """*More time*, by a seat, or by a table's device (seat 0).

    `closes_at` is the moment that was not enough, so that a resend is the same wish; 0 when it is
    not known.
    """

    step: StepId
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)
    closes_at: Millis = Millis(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class StartNarration:
    """A device that leads begins to read aloud: a table's, or (table 0) the wall."""

    step: StepId
    answer: AnswerId
    milliseconds: Millis
    """How long what it reads lasts."""
    table: TableNo = TableNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class EndTurn:
    """The speaker (or the timekeeper, or the device) ends the turn of `speaker`."""

    step: StepId
    speaker: SeatNo
    passed: bool = False
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkSpoke:
    """The encourager (or the device) notes who has spoken."""

    step: StepId
    who: SeatNo
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandTo:
    """The table's device is taken by `seat`, or laid down (0).

    `step` is what was open when it was tapped; empty when it is not known.
    """

    table: TableNo
    seat: SeatNo
    step: StepId = StepId("")
    answer: AnswerId = UNNAMED


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowSign:
    """What somebody's card (or slip of paper) shows, tapped by whoever looked at it.

    `sign` is the side: 0 for A, 3 for D; -1: would rather not. `by` is the seat whose phone it was
    tapped on; 0 for the table's device and for the convener.
    """

    seat: SeatNo
    step: StepId
    answer: AnswerId
    sign: int
    by: SeatNo = SeatNo(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSign:
    """Which side one card shows, and for which question it was up: 0 for A, 3 for D."""

    seat: SeatNo
    step: StepId
    sign: int
    item: int = -1
    """Which item of a private path; -1 for a step that is one question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadCards:
    """What a camera saw of all cards that are held up. No person looked at any of them."""

    answer: AnswerId
    """Names this reading. The answer of each card is called after it."""
    signs: tuple[CardSign, ...]
    disagree: int = 0
    """Of how many cards two pictures said different things."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """What stands on a form for one question. What was left blank has none."""

    step: StepId
    value: tuple[int, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeForm:
    """The convener types in a form that came back on paper.

    `seat` is whose it is; 0 for somebody who has no seat, and then `trade` says the work. A second
    entry that differs from the first needs `settled`: what the paper says in each such field, with
    the value () and no text for a blank.
    """

    form: int
    answer: AnswerId
    fields: tuple[FormField, ...]
    seat: SeatNo = SeatNo(0)
    trade: str = ""
    entry: Entry = "first"
    settled: tuple[FormField, ...] = ()
    replaces: bool = False
    """Whether it is known that this form was typed before, and what was typed then is wrong."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeBallot:
    """The convener types in the sums of a vote on slips of paper, one for each option."""

    step: StepId
    answer: AnswerId
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PutQuestion:
    """A question for the box."""

    answer: AnswerId
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)
    about: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """The convener stops the clock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resume:
    """The convener lets the room go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoOn:
    """The convener ends what is open now; before the start: begin with who is here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GiveMoreTime:
    """The convener gives the room more time for what is open now."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopen:
    """The device is on again after `down_ms`."""

    down_ms: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBallot:
    """The papers of a closed ballot, sorted, as they were found in the box."""

    step: StepId
    papers: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountPrivate:
    """What stands on the sheets for a closed path: for each item the answers, sorted."""

    step: StepId
    total: int
    values: tuple[tuple[tuple[int, ...], ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """Time has passed."""


Command = (
    OpenSession
    | OpenMeeting
    | TakeSeat
    | JoinDevice
    | LoseTouch
    | ComeBack
    | Leave
    | GiveAnswer
    | PassAnswer
    | SkipItem
    | SayDone
    | SayNotClear
    | AskMoreTime
    | StartNarration
    | EndTurn
    | MarkSpoke
    | HandTo
    | PutQuestion
    | ReadCards
    | TypeForm
    | TypeBallot
    | Pause
    | Resume
    | GoOn
    | GiveMoreTime
    | Reopen
    | CountBallot
    | CountPrivate
    | TurnBack
    | ShowSign
    | Tick
)
