"""Where a session stands: one immutable value, worked out from its events and nothing else.

Only `fold` makes new states. Everything the rules and the screens ask is answered from here, in
`asking`. Mappings are never changed after they were made.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from thinkcoop.core.games.base import Played
from thinkcoop.core.session.events import Channel, Replanned
from thinkcoop.core.session.program import Program
from thinkcoop.core.words import ROOM, AnswerId, Millis, SeatNo, StepId, TableNo

Phase = Literal["empty", "gathering", "running", "between", "over"]
Status = Literal["here", "away", "left"]
Role = Literal["reader", "timekeeper", "encourager", "reporter", "recorder"]
ROLES: tuple[Role, ...] = ("reader", "timekeeper", "encourager", "reporter", "recorder")
"""In order of need: a table of four does without a recorder, the reporter notes."""

BY_HAND: tuple[Channel, ...] = ("card", "paper")
"""Ways to take part in which somebody else taps what a person answers."""

NOBODY = SeatNo(0)
NEVER = Millis(0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """One participant, known by number and picture alone."""

    number: SeatNo
    picture: str
    trade: str
    reads: bool
    guest: bool
    language: str
    channel: Channel
    answer: AnswerId
    taken_at: Millis
    table: TableNo = ROOM
    finding: int = 0
    """Looks for its table: not waited for until a tap, or until so many steps have opened there."""
    status: Status = "here"
    missed: int = 0
    """Questions in a row that closed without this person; from two on nobody waits."""
    turns: int = 0
    last_turn: Millis = NEVER
    roles: Mapping[str, int] = field(default_factory=dict)
    """How often each role was held."""
    here_since: Millis = NEVER
    here_ms: Millis = NEVER
    """Time spent in the room up to `here_since`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Floor:
    """A step as it stands at one table, or for the whole room (number 0)."""

    number: TableNo
    step: int = -1
    open: bool = False
    opened_at: Millis = NEVER
    closes_at: Millis = NEVER
    done: frozenset[SeatNo] = frozenset()
    unclear: frozenset[SeatNo] = frozenset()
    said_again: bool = False
    hurried: bool = False
    queue: tuple[SeatNo, ...] = ()
    """Who is still to be called, after the present speaker."""
    speaker: SeatNo = NOBODY
    turn_until: Millis = NEVER
    pairs: tuple[tuple[SeatNo, ...], ...] = ()
    switched: bool = False
    spoke: frozenset[SeatNo] = frozenset()
    hand: SeatNo = NOBODY
    narrated_until: Millis = NEVER
    """Until when a device that leads reads aloud."""
    held: Millis = Millis(0)
    """For how long the clock has waited for that."""
    narrations: frozenset[AnswerId] = frozenset()
    item: int = -1
    """Which item of a private path the wall tells those who have only a card or paper.

    -1: none yet; as many as the path has: it is through.
    """
    item_asks: bool = False
    """Whether it has been told and is asked now."""
    item_until: Millis = NEVER
    """When the wall goes on to the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Who sits at a table and how it stands."""

    number: TableNo
    seats: tuple[SeatNo, ...] = ()
    device: bool = False
    device_here: bool = False
    device_names: tuple[AnswerId, ...] = ()
    """Under which names devices came, so that a late resend is known."""
    roles: tuple[tuple[str, SeatNo], ...] = ()
    floor: Floor

    def holder(self, role: str) -> SeatNo:
        """Who has `role` now; 0 when nobody has."""
        return next((seat for name, seat in self.roles if name == role), NOBODY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer that counts, and every name under which this seat's answers came."""

    value: tuple[int, ...]
    text: str
    voice: str = ""
    """The SHA-256 of its recording; empty when nothing was spoken."""
    ids: tuple[AnswerId, ...]


@dataclass(frozen=True, slots=True)
class Tap:
    """A tap that was taken and is no answer: which act, whose seat, and its name."""

    act: str
    seat: SeatNo
    answer: AnswerId


NO_STEP = StepId("")
"""Where taps are kept that belong to no step: a goodbye, a return."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question in the box."""

    answer: AnswerId
    table: TableNo
    about: str
    text: str
    at: Millis = NEVER
    """When it was put in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A counted ballot."""

    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Walked:
    """How far a seat is on a private path: so many items are behind it."""

    done: int = 0
    ids: tuple[AnswerId, ...] = ()
    """Every name under which this seat's answers came, so that a late resend is known."""


FormKey = tuple[int, SeatNo]
"""The number on a form, and whose it is; 0 where nobody in the room has that picture."""


@dataclass(frozen=True, slots=True)
class TypedAnswer:
    """What stands on a form for one question."""

    value: tuple[int, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedForm:
    """A form on paper that was typed in."""

    number: int
    seat: SeatNo
    trade: str
    """Only of somebody who has no seat."""
    place: int
    """How many forms were typed before it."""
    answers: Mapping[StepId, TypedAnswer]
    """Without what was left blank."""
    ids: tuple[AnswerId, ...]
    """Every name under which it came, so that a late resend is known."""
    twice: bool = False
    differed: int = 0
    """How many fields the second entry found different."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateCount:
    """A private path, added up."""

    total: int
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StageRecord:
    """How a stage went."""

    opened_at: Millis
    closed_at: Millis | None = None
    met: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What was settled when the session was opened."""

    session: str
    language: str
    seed: int
    expected: int
    wall_ms: int
    zone_minutes: int
    engine: str
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One session, now."""

    program: Program
    version: int = 0
    at: Millis = NEVER
    header: Header | None = None
    phase: Phase = "empty"
    meeting: int = 0
    starts_at: Millis = NEVER
    ends_at: Millis = NEVER
    meeting_at: Millis = NEVER
    meeting_wall_ms: int = 0
    seated_at: Millis | None = None
    """When everyone of this meeting was told their table; the first activity begins a bit later."""
    paused_at: Millis | None = None
    stage: int = -1
    seats: Mapping[SeatNo, Seat] = field(default_factory=dict)
    tables: Mapping[TableNo, Table] = field(default_factory=dict)
    room: Floor = Floor(number=ROOM)
    plan: Mapping[tuple[int, int], Millis] = field(default_factory=dict)
    replanned: Replanned | None = None
    answers: Mapping[StepId, Mapping[SeatNo, Answer]] = field(default_factory=dict)
    table_answers: Mapping[StepId, Mapping[TableNo, Answer]] = field(default_factory=dict)
    passed: Mapping[StepId, frozenset[SeatNo]] = field(default_factory=dict)
    votes: Mapping[StepId, Mapping[SeatNo, AnswerId]] = field(default_factory=dict)
    counts: Mapping[StepId, Count] = field(default_factory=dict)
    counting: StepId | None = None
    """A ballot or path that is closed and not counted yet; nothing goes on before it is."""
    moves: Mapping[StepId, Mapping[TableNo, Played]] = field(default_factory=dict)
    """Rounds of games that are over, by the step in which moves were made and by table."""
    walked: Mapping[StepId, Mapping[SeatNo, Walked]] = field(default_factory=dict)
    """Who is how far on a private path; what was answered is nowhere here."""
    private_counts: Mapping[StepId, PrivateCount] = field(default_factory=dict)
    taps: Mapping[StepId, frozenset[Tap]] = field(default_factory=dict)
    """What was tapped in each step besides answers, so that a late resend is known."""
    took_part: Mapping[tuple[int, int], frozenset[SeatNo]] = field(default_factory=dict)
    """Who did something in a step other than answering: spoke, said done, was in a pair."""
    finished: frozenset[tuple[int, int]] = frozenset()
    """Steps that at least one table (or the room) has been through."""
    stages: Mapping[int, StageRecord] = field(default_factory=dict)
    questions: tuple[Question, ...] = ()
    typed_ballots: Mapping[StepId, tuple[AnswerId, ...]] = field(default_factory=dict)
    """Votes on slips of which the sums were typed in, and every name under which they came."""
    typed: Mapping[FormKey, TypedForm] = field(default_factory=dict)
    """Forms on paper, beside the answers that were given in the room; they replace none."""
    camera: bool = False
    """Whether a camera has read answer cards here: then they can vote, too."""
    repeated_early: int = 0
    """Times a role came to somebody too early (`roles.repeats_early`)."""
    had_again: int = 0
    """Times somebody had the same role again before everyone able had it (`roles.has_it_again`)."""
    memo: dict[object, object] = field(
        init=False, default_factory=dict, compare=False, repr=False, hash=False
    )
    """Worked out from exactly this state and asked again; every new state starts empty."""
