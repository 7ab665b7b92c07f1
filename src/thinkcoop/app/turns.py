"""A turn: take what waits, decide it in order, put it on disk in one commit, then show it.

This is the only way in which a session changes. Whoever calls `Host.turn` must be the only one who
does so at that moment: `live/writer.py` is one thread, a rehearsal is one loop. Nothing is shown or
acknowledged before it is on disk, and when the disk says no, nothing has happened.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thinkcoop.app.ports import (
    Board,
    Chance,
    Clock,
    Pulse,
    Recording,
    SeatCard,
    Store,
    StoreTrouble,
    Writing,
)
from thinkcoop.core.kinds import Path
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import (
    ActivityOpened,
    AnswerGiven,
    Event,
    SeatTaken,
    SessionClosed,
    StepOpened,
)
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.rules import Outcome, act
from thinkcoop.core.session.rules.private import values_of
from thinkcoop.core.session.state import State
from thinkcoop.core.session.verdict import Mark, Paper
from thinkcoop.core.words import MINUTE, ROOM, Millis, Refusal, SeatNo, SessionId, StepId, Why

BEAT_MS = 2_000
LONGEST_GAP = Millis(3 * 60 * MINUTE)
"""A longer absence is a wrong clock or another day: it takes no time from the session."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One command on its way to its session, with the moment at which it arrived."""

    session: SessionId
    command: c.Command | None = None
    now: Millis
    name: str = ""
    """A name for the seat that this command takes; goes on the seat's card, never into the log."""
    card: SeatCard | None = None
    """A changed seat card: another phone, another name."""
    recording: Recording | None = None
    """What was spoken; the command names it by its digest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """It counts and it is on disk. `events` is empty when it had counted before."""

    version: int
    events: tuple[Event, ...] = ()
    seat: SeatNo = SeatNo(0)
    """The seat that was taken, for `TakeSeat` (also on a resend)."""


Reply = Done | Refusal

Sheets = dict[SeatNo, dict[tuple[StepId, int], tuple[int, ...]]]
"""Private answers by seat, and there by step and item."""


@dataclass(slots=True)
class Room:
    """A session in memory: its state, its seat cards, and how its clock hangs on the machine's."""

    state: State
    events: int
    """How many events of it are on disk."""
    zero_ms: int
    """What the machine's monotonic clock says at the session's moment 0."""
    cards: dict[SeatNo, SeatCard] = field(default_factory=dict)
    sheets: Sheets = field(default_factory=dict)
    """What each seat answered in private. It stays in memory after the session has closed and the
    sheets on disk are destroyed, so that people can still take their page home."""


@dataclass(slots=True)
class _Draft:
    """What one turn wants to do to one session."""

    state: State
    events: list[Event] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    emptied: list[StepId] = field(default_factory=list)
    cards: list[SeatCard] = field(default_factory=list)
    recordings: dict[str, Recording] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)


class Host:
    """All sessions that run on this device."""

    def __init__(
        self,
        *,
        store: Store,
        board: Board,
        clock: Clock,
        chance: Chance,
        pulse: Pulse | None = None,
    ) -> None:
        self.store = store
        self.pulse = pulse
        self._beat_ms = 0
        self.board = board
        self.clock = clock
        self.chance = chance
        self.rooms: dict[SessionId, Room] = {}
        self.calm = False
        """Whether the last turn opened a step for everyone: a good moment to tidy up on disk."""
        self.trouble: str = ""
        """What the disk said last, for the convener; empty when all is well."""

    def now(self, session: SessionId) -> Millis:
        """The session's own clock: it cannot jump, whatever the wall clock does."""
        room = self.rooms.get(session)
        return Millis(self.clock.monotonic_ms() - room.zero_ms) if room else Millis(0)

    def admit(self, session: SessionId, program: Program) -> Room:
        """Make place for a session that has not been opened yet."""
        room = Room(state=start(program), events=0, zero_ms=self.clock.monotonic_ms())
        self.rooms[session] = room
        return room

    def restore(self, session: SessionId, program: Program) -> Room:
        """Read a session back from disk; the room goes on where it was."""
        events = self.store.load(session)
        state = fold(start(program), events)
        last_on = max(self.store.last_wall_ms(session), self.pulse.last_ms() if self.pulse else 0)
        gap = self.clock.wall_ms() - last_on
        down = gap if 0 <= gap <= LONGEST_GAP else 0
        room = Room(
            state=state,
            events=len(events),
            zero_ms=self.clock.monotonic_ms() - state.at - down,
            cards=self.store.cards(session),
            sheets=_marked({}, self.store.marks(session)),
        )
        self.rooms[session] = room
        self.turn(
            [Work(session=session, command=c.Reopen(down_ms=Millis(down)), now=self.now(session))]
        )
        return room

    def beat(self) -> None:
        """Note that the device is on, every two seconds."""
        wall_ms = self.clock.wall_ms()
        if self.pulse is not None and abs(wall_ms - self._beat_ms) >= BEAT_MS:
            self._beat_ms = wall_ms
            self.pulse.beat(wall_ms)

    def next_alarm(self) -> tuple[Millis, SessionId] | None:
        """When (on the machine's monotonic clock) and where something is due by itself next."""
        moments = [
            (Millis(room.zero_ms + due), session)
            for session, room in list(self.rooms.items())
            if (due := alarm(room.state)) is not None
        ]
        return min(moments, default=None)

    def turn(self, works: Sequence[Work]) -> list[Reply]:
        """Do all of it in order with one commit; return a reply for each."""
        drafts: dict[SessionId, _Draft] = {}
        replies = [self._one(drafts, work) for work in works]
        writings = [self._writing(session, draft) for session, draft in drafts.items()]
        writings = [w for w in writings if w.events or w.cards]
        if writings:
            try:
                self.store.write(writings)
            except StoreTrouble as trouble:
                self._say_trouble(trouble.plain)
                return [Refusal(Why.DISK_TROUBLE) for _ in works]
            self._say_trouble("")
        self.calm = any(_is_calm(event) for draft in drafts.values() for event in draft.events)
        for session, draft in drafts.items():
            self._settle(session, draft)
        return replies

    def _say_trouble(self, plain: str) -> None:
        """Remember what the disk says; when that changed, the convener's page must show it."""
        if plain == self.trouble:
            return
        self.trouble = plain
        for session, room in list(self.rooms.items()):
            self.board.show(session, room.state)

    def _one(self, drafts: dict[SessionId, _Draft], work: Work) -> Reply:
        room = self.rooms.get(work.session)
        if room is None:
            return Refusal(Why.SESSION_UNKNOWN)
        draft = drafts.setdefault(work.session, _Draft(state=room.state))
        if work.card is not None:
            draft.cards.append(work.card)
        if work.command is None:
            return Done(version=draft.state.version)
        if _names_a_lost_recording(work):
            return Refusal(Why.NOT_AN_ANSWER)
        outcome = act(draft.state, work.command, work.now)
        if isinstance(outcome, Refusal):
            return outcome
        self._take(work, draft, outcome)
        self._count(work, draft)
        seat = _seat_of(draft.state, work.command)
        return Done(version=draft.state.version, events=outcome.events, seat=seat)

    def _take(self, work: Work, draft: _Draft, outcome: Outcome) -> None:
        draft.state = outcome.state
        draft.events.extend(outcome.events)
        draft.papers.extend(outcome.papers)
        draft.marks.extend(outcome.marks)
        for event in outcome.events:
            if isinstance(event, SeatTaken):
                card = SeatCard(seat=event.seat, code=self.chance.seat_code(), name=work.name)
                draft.cards.append(card)
            if isinstance(event, AnswerGiven) and work.recording is not None:
                draft.recordings[work.recording.digest] = work.recording

    def _count(self, work: Work, draft: _Draft) -> None:
        """Count what was closed: a ballot in the commit that destroys its papers, or a path."""
        while (key := draft.state.counting) is not None:
            step = draft.state.program.step(key)
            if isinstance(step, Path):
                count: c.Command = self._count_of_sheets(work.session, draft, step)
            else:
                count = self._count_of_papers(work.session, draft, key)
            outcome = act(draft.state, count, draft.state.at)
            if isinstance(outcome, Refusal):
                raise RuntimeError(f"{key} cannot be counted: {outcome.why}")  # noqa: TRY004  # a bug, not a wrong type
            self._take(work, draft, outcome)

    def _count_of_papers(self, session: SessionId, draft: _Draft, key: StepId) -> c.CountBallot:
        waiting = [paper.option for paper in draft.papers if paper.step == key]
        draft.papers = [paper for paper in draft.papers if paper.step != key]
        draft.emptied.append(key)
        papers = tuple(sorted([*self.store.papers(session, key), *waiting]))
        return c.CountBallot(step=key, papers=papers)

    def _count_of_sheets(self, session: SessionId, draft: _Draft, step: Path) -> c.CountPrivate:
        return values_of(step, _marked(self.rooms[session].sheets, draft.marks))

    def _writing(self, session: SessionId, draft: _Draft) -> Writing:
        steps = {event.step for event in draft.events if isinstance(event, AnswerGiven)}
        before = _voices(self.rooms[session].state, steps)
        now = _voices(draft.state, steps)
        gone = before - now
        if gone:  # seldom; the same recording may be the answer to another step as well
            gone -= _voices(draft.state, {*draft.state.answers, *draft.state.table_answers})
        return Writing(
            session=session,
            first=self.rooms[session].events,
            events=tuple(draft.events),
            papers=tuple(draft.papers),
            emptied=tuple(draft.emptied),
            cards=tuple(draft.cards),
            recordings=tuple(
                recording for digest, recording in draft.recordings.items() if digest in now
            ),
            forgotten=tuple(sorted(gone)),
            marks=tuple(draft.marks),
            shredded=any(isinstance(event, SessionClosed) for event in draft.events),
        )

    def _settle(self, session: SessionId, draft: _Draft) -> None:
        """It is on disk: from now on it is so."""
        room = self.rooms[session]
        room.cards.update({card.seat: card for card in draft.cards})
        room.sheets = _marked(room.sheets, draft.marks)
        if draft.events:
            room.events += len(draft.events)
            room.state = draft.state
            self.board.show(session, room.state)


def _marked(sheets: Sheets, marks: Iterable[Mark]) -> Sheets:
    """The sheets with these marks on them; the ones that came in stay as they are."""
    found = {seat: dict(sheet) for seat, sheet in sheets.items()} if marks else sheets
    for mark in marks:
        sheet = found.setdefault(mark.seat, {})
        sheet.pop((mark.step, mark.item), None)
        if mark.value is not None:
            sheet[mark.step, mark.item] = mark.value
    return {seat: sheet for seat, sheet in found.items() if sheet}


def _names_a_lost_recording(work: Work) -> bool:
    """An answer counts as spoken only together with what was spoken."""
    brought = "" if work.recording is None else work.recording.digest
    return isinstance(work.command, c.GiveAnswer) and work.command.voice != brought


def _voices(state: State, steps: Iterable[StepId]) -> frozenset[str]:
    """The digests of all recordings that count in these steps. Who sends the same, shares it."""
    counted = (
        answer.voice
        for step in steps
        for answers in (state.answers.get(step, {}), state.table_answers.get(step, {}))
        for answer in answers.values()
    )
    return frozenset(voice for voice in counted if voice)


def _is_calm(event: Event) -> bool:
    return isinstance(event, ActivityOpened | SessionClosed) or (
        isinstance(event, StepOpened) and event.table == ROOM
    )


def _seat_of(state: State, command: c.Command) -> SeatNo:
    if not isinstance(command, c.TakeSeat):
        return SeatNo(0)
    found = (seat.number for seat in state.seats.values() if seat.answer == command.answer)
    return next(found, SeatNo(0))
