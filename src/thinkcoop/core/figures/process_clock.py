"""How long activities and steps took, in working time: without pauses and power cuts.

Noted event by event, each with the state before and after it. An event that the fold ignored
changes nothing here either.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from thinkcoop.core.figures.process_parts import Stops
from thinkcoop.core.figures.process_spread import Range, range_of
from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold_steps import on_floor
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, ROOM, Millis, TableNo

StepAt = tuple[int, int]
"""A step by its stage and its place there."""


def minutes(milliseconds: float) -> float:
    """The same in minutes, with two decimals."""
    return round(milliseconds / MINUTE, 2)


@dataclass(slots=True)
class WorkClock:
    """Counts the milliseconds in which the room could work."""

    stopped: int = 0
    pauses: int = 0
    paused: int = 0
    """Milliseconds of all pauses that are over."""
    restarts: int = 0
    down: int = 0

    _since: int | None = None
    """When the pause began that is not over. Moments of a log may be out of order; this is not."""

    def note(self, before: State, event: e.Event, after: State) -> None:
        """Pauses and restarts; of a restart within a pause the pause already knows."""
        if isinstance(event, e.Reopened):
            self.restarts += 1
            self.down += max(0, event.down_ms)
            if self._since is None:  # where the clock stood still too, nothing is lost
                self.stopped += min(max(0, event.down_ms), after.at - before.at)
        if self._since is None and after.paused_at is not None:
            self.pauses += 1
            self._since = after.at
        elif self._since is not None and after.paused_at is None:
            self.stopped += after.at - self._since
            self.paused += after.at - self._since
            self._since = None

    def at(self, state: State) -> int:
        """The working time at this state; it never runs backwards."""
        return state.at - self.stopped - self._so_far(state)

    def _so_far(self, state: State) -> int:
        """How long the pause has lasted that is not over."""
        return 0 if self._since is None else state.at - self._since

    def all_pauses(self, end: State) -> Stops:
        """The pauses of the log that ends here, one that nobody ended among them."""
        return Stops(times=self.pauses, minutes=minutes(self.paused + self._so_far(end)))

    def all_restarts(self) -> Stops:
        """How often the machine was off, and for how long as well as it could tell."""
        return Stops(times=self.restarts, minutes=minutes(self.down))


@dataclass(slots=True)
class Span:
    """From the first beginning of something to its last end, in working time."""

    began: int
    ended: int
    """As long as it is open: its beginning, or the end of what was closed."""

    @property
    def minutes(self) -> float:
        """How long it took."""
        return minutes(self.ended - self.began)


@dataclass(slots=True)
class Times:
    """When steps and activities were open."""

    clock: WorkClock = field(default_factory=WorkClock)
    steps: dict[StepAt, Span] = field(default_factory=dict)
    stages: dict[int, Span] = field(default_factory=dict)
    moved_on: dict[StepAt, int] = field(default_factory=dict)
    _open: dict[TableNo, tuple[StepAt, int]] = field(default_factory=dict)
    _spent: dict[StepAt, dict[TableNo, int]] = field(default_factory=dict)
    _stage: int | None = None
    """The stage that is open."""

    def note(self, before: State, event: e.Event, after: State) -> None:
        """What begins and what ends with this event."""
        self.clock.note(before, event, after)
        match event:
            case e.StepOpened() if on_floor(after, event.table) is not on_floor(
                before, event.table
            ):
                self._begin(event.table, (after.stage, event.step), after)
            case e.StepClosed():
                floor = on_floor(before, event.table)
                if floor is not None and floor.open and floor.step == event.step:
                    self._end(event.table, after)
                    if event.why == "moved_on":
                        at = before.stage, event.step
                        self.moved_on[at] = self.moved_on.get(at, 0) + 1
            case e.ActivityOpened() if after.stages is not before.stages:
                self.end_all(after)
                self._stage = event.stage
                now = self.clock.at(after)
                self.stages.setdefault(event.stage, Span(began=now, ended=now))
            case e.ActivityClosed() if event.stage == self._stage:
                self.end_all(after)
            case e.MeetingClosed() | e.SessionClosed() if after.phase != before.phase:
                self.end_all(after)
            case _:
                pass

    def end_all(self, state: State) -> None:
        """Whatever is open is over, or the log stops here."""
        for table in list(self._open):
            self._end(table, state)
        if self._stage is not None:
            self.stages[self._stage].ended = self.clock.at(state)
        self._stage = None

    def _begin(self, table: TableNo, at: StepAt, state: State) -> None:
        for other in list(self._open) if table == ROOM else [table]:
            self._end(other, state)
        now = self.clock.at(state)
        self._open[table] = at, now
        self.steps.setdefault(at, Span(began=now, ended=now))

    def _end(self, table: TableNo, state: State) -> None:
        if table not in self._open:
            return
        at, began = self._open.pop(table)
        now = self.clock.at(state)
        spent = self._spent.setdefault(at, {})
        spent[table] = spent.get(table, 0) + now - began
        self.steps[at].ended = now

    def step_by_table(self, at: StepAt) -> Range | None:
        """Minutes of each table in this step; None where the room did it, or nobody."""
        spent = self._spent.get(at, {})
        return range_of([minutes(spent[table]) for table in sorted(spent) if table != ROOM])

    def stage_by_table(self, stage: int, steps: int) -> Range | None:
        """Minutes of each table in all steps of a stage, those of the room among them.

        None where no table had a step of its own.
        """
        tables: dict[TableNo, int] = {}
        for index in range(steps):
            for table, spent in self._spent.get((stage, index), {}).items():
                tables[table] = tables.get(table, 0) + spent
        together = tables.pop(ROOM, 0)
        return range_of([minutes(tables[table] + together) for table in sorted(tables)])

    def step_minutes(self, at: StepAt) -> float | None:
        """From where the first table began to where the last ended; None if it never opened."""
        return self.steps[at].minutes if at in self.steps else None

    def stage_minutes(self, stage: int) -> float | None:
        """From the opening of an activity to its closing; None if it never opened."""
        return self.stages[stage].minutes if stage in self.stages else None


def added(before: State, after: State, table: TableNo) -> Millis:
    """By how much the end of the step that is open at `table` was moved; never below 0."""
    was, now = on_floor(before, table), on_floor(after, table)
    if was is None or now is None:
        return Millis(0)
    return Millis(max(0, now.closes_at - was.closes_at))
