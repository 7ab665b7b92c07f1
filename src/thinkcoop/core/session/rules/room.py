"""What concerns the whole room: opening, pausing, going on, counting, and time itself."""

from __future__ import annotations

from thinkcoop.core.kinds import Ballot, Break, Move
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import people_here, stage_now, step_of
from thinkcoop.core.session.flow import open_stage, seat_everyone, seat_latecomer
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.playing import moves_taken
from thinkcoop.core.session.state import NOBODY, Floor, State
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.words import MINUTE, Millis, Refusal, Why

LONGEST_MEETING = Millis(12 * 60 * MINUTE)
CONVENER_MORE = Millis(3 * MINUTE)
"""What one tap of the convener on *we need more time* gives."""


def open_session(state: State, command: c.OpenSession, now: Millis) -> Decision | Refusal:
    """Open the doors. Refuses times that cannot be, and a session that is open already."""
    if state.phase != "empty":
        return Decision()
    if not 0 <= command.starts_at < command.ends_at <= command.starts_at + LONGEST_MEETING:
        return Refusal(Why.DOES_NOT_FIT)
    module = state.program.module
    opened = e.SessionOpened(
        at=now,
        session=command.session,
        module=module.id,
        version=module.version,
        digest=module.digest,
        edition=state.program.edition.id,
        language=command.language,
        seed=command.seed,
        expected=command.expected,
        starts_at=command.starts_at,
        ends_at=command.ends_at,
        wall_ms=command.wall_ms,
        zone_minutes=command.zone_minutes,
        engine=command.engine,
        country=command.country,
    )
    return Decision((opened,))


def open_meeting(state: State, command: c.OpenMeeting, now: Millis) -> Decision | Refusal:
    """Go on another day with the next meeting, or open one anew for which nobody came in time."""
    missed = state.phase == "gathering" and now >= state.ends_at
    if state.phase != "between" and not missed:
        return Decision() if state.phase == "gathering" and state.meeting else Refusal(Why.NOT_NOW)
    if not 0 < command.lasts <= LONGEST_MEETING or command.starts_in < 0:
        return Refusal(Why.DOES_NOT_FIT)
    opened = e.MeetingOpened(
        at=now,
        meeting=state.meeting if missed else state.meeting + 1,
        starts_at=Millis(now + command.starts_in),
        ends_at=Millis(now + command.starts_in + command.lasts),
        wall_ms=command.wall_ms,
    )
    return Decision((opened,))


def pause(state: State, command: c.Pause, now: Millis) -> Decision | Refusal:
    """Stop the clock of the steps. The end of the day stays where it is."""
    if state.phase != "running":
        return Refusal(Why.NOT_NOW)
    return Decision() if state.paused_at is not None else Decision((e.Paused(at=now),))


def resume(state: State, command: c.Resume, now: Millis) -> Decision | Refusal:
    """Go on; the rest of the day is planned again at the next meeting point."""
    return Decision() if state.paused_at is None else Decision((e.Resumed(at=now),))


def go_on(state: State, command: c.GoOn, now: Millis) -> Decision | Refusal:
    """End what is open now, everywhere; before the start begin with whoever is here."""
    if state.phase == "gathering":
        return _begin_now(state, now)
    if state.phase != "running":
        return Refusal(Why.NOT_NOW)
    resumed: list[e.Event] = [] if state.paused_at is None else [e.Resumed(at=now)]
    floors = [state.room] if state.room.open else [t.floor for t in state.tables.values()]
    closed = [event for floor in floors if floor.open for event in _close(state, floor, now)]
    return Decision((*resumed, *closed))


def _begin_now(state: State, now: Millis) -> Decision | Refusal:
    if not people_here(state) or now >= state.ends_at:
        return Refusal(Why.NOT_STARTED)
    events: list[e.Event] = [] if state.seated_at is not None else seat_everyone(state, now)
    while fresh := seat_latecomer(fold(state, events), now):
        events += fresh
    first = state.program.of_meeting(state.meeting)[0].index
    return Decision((*events, *open_stage(fold(state, events), first, now)))


def _close(state: State, floor: Floor, now: Millis) -> list[e.Event]:
    closed = e.StepClosed(at=now, table=floor.number, step=floor.step, why="moved_on")
    step = step_of(state, floor)
    if isinstance(step, Move):
        return [*moves_taken(state, floor, step, now), closed]
    if floor.speaker == NOBODY:
        return [closed]
    ended = e.TurnEnded(at=now, table=floor.number, seat=floor.speaker, passed=True)
    return [ended, closed]


def give_more_time(state: State, command: c.GiveMoreTime, now: Millis) -> Decision | Refusal:
    """More time for what is open now. It is taken from what may fall away; the end stays."""
    floors = [state.room] if state.room.open else [t.floor for t in state.tables.values()]
    given = [
        e.MoreTimeGiven(
            at=now,
            table=floor.number,
            step=floor.step,
            closes_at=Millis(min(floor.closes_at + CONVENER_MORE, state.ends_at)),
        )
        for floor in floors
        if floor.open
        and not isinstance(step_of(state, floor), Break)
        and floor.closes_at < state.ends_at
    ]
    return Decision(tuple(given)) if given else Refusal(Why.NO_MORE_TIME)


def reopen(state: State, command: c.Reopen, now: Millis) -> Decision | Refusal:
    """The device was off; nobody could do anything in that time."""
    if state.phase in ("empty", "over"):
        return Decision()
    return Decision((e.Reopened(at=now, down_ms=Millis(max(0, command.down_ms))),))


def count_ballot(state: State, command: c.CountBallot, now: Millis) -> Decision | Refusal:
    """Write down the result of the ballot that was just closed; below five votes only how many."""
    if state.counting != command.step:
        return Decision()
    step = state.program.step(command.step)
    assert isinstance(step, Ballot)  # nothing else is ever counted
    tally = step.tally(tuple((paper,) for paper in command.papers))
    counted = e.BallotCounted(at=now, step=command.step, total=tally.total, counts=tally.counts)
    return Decision((counted,))


def tick(state: State, command: c.Tick, now: Millis) -> Decision | Refusal:
    """Time has passed; the flow does the rest."""
    assert stage_now(state) is not None or state.phase != "running"
    return Decision()
