"""How a session went, worked out from its log and from nothing else: the process in figures.

One pass: each event is folded into the state, and what it tells is noted beside. Any log gives a
`Process`, also an empty one, one that was cut off in the middle and one in which nobody did a
thing; it says so itself. Methods: `docs/methods/turns-and-gini.md`, and the parts' docstrings.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from thinkcoop.core.figures.process_clock import StepAt, Times, minutes
from thinkcoop.core.figures.process_parts import (
    ActivityProcess,
    Answering,
    AskedTwice,
    CardReading,
    FormsTyped,
    MinutesUsed,
    Outcome,
    People,
    RoleHeld,
    StepProcess,
    Stops,
    TurnsHad,
    VotesOnWays,
)
from thinkcoop.core.figures.process_people import (
    Presence,
    people,
    roles_held,
    turns_of_day,
    turns_of_stage,
)
from thinkcoop.core.figures.process_spread import share
from thinkcoop.core.figures.process_steps import (
    Notes,
    StepNotes,
    answering,
    clearness,
    file_ms,
    more_time,
    together,
)
from thinkcoop.core.figures.process_votes import asked_twice, votes_on_ways
from thinkcoop.core.kinds import Promise
from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.program import Program, Stage
from thinkcoop.core.session.state import NOBODY, Phase, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Process:
    """A session in figures of its process. Nobody stands in it, only counts, spreads and shares."""

    phase: Phase
    """Where the session was when the log stops."""
    opened: bool
    """Whether the doors were opened."""
    started: bool
    """Whether the first activity began."""
    ended: bool
    """Whether the session was closed."""
    ended_on_time: bool | None
    """None for one that has not ended."""
    cut: bool
    """Whether the log stops in the middle of a meeting, or has no beginning."""
    events: int
    tables: int
    """At which somebody sat at the end."""
    planned_min: float
    """Of all activities and breaks, by the module's file, in minutes."""
    used_min: float
    """Of those that began, without pauses and power cuts, in minutes."""
    steps: int
    steps_done: int
    steps_dropped: int
    steps_skipped: int
    people: People
    turns: TurnsHad
    roles: tuple[RoleHeld, ...]
    answering: Answering | None
    """Everything that each person was asked, all day. None where the day asks nothing."""
    promises: int
    """That stand, all promise steps together."""
    questions: int
    """In the box, those included that were put outside of any activity."""
    votes: VotesOnWays | None
    twice: tuple[AskedTwice, ...]
    forms: FormsTyped
    cards: CardReading
    pauses: Stops
    restarts: Stops
    activities: tuple[ActivityProcess, ...]
    """In the order of the day, breaks among them."""


def process_of(log: Sequence[e.Event], program: Program) -> Process:
    """Return how the session of this log went. No log is refused."""
    state, watch = start(program), _Watch()
    for event in log:
        before, state = state, fold(state, (event,))
        watch.note(before, event, state)
    watch.times.end_all(state)
    watch.presence.close(state)
    return _process(state, watch)


@dataclass(slots=True)
class _Watch:
    """All that is noted while a log is read."""

    times: Times = field(default_factory=Times)
    notes: Notes = field(default_factory=Notes)
    presence: Presence = field(default_factory=Presence)
    questions: dict[int, int] = field(default_factory=dict)
    """By stage."""
    pictures: list[e.CardsRead] = field(default_factory=list)

    def note(self, before: State, event: e.Event, after: State) -> None:
        """Note what this event says."""
        self.times.note(before, event, after)
        self.notes.note(before, event, after)
        self.presence.note(before, event, after)
        match event:
            case e.QuestionPut() if _is_open(before):
                self.questions[before.stage] = self.questions.get(before.stage, 0) + 1
            case e.CardsRead():
                self.pictures.append(event)
            case _:
                pass


def _is_open(state: State) -> bool:
    """Whether an activity is open."""
    record = state.stages.get(state.stage)
    return state.phase == "running" and record is not None and record.closed_at is None


def _process(end: State, watch: _Watch) -> Process:
    activities = tuple(_activity(end, watch, stage) for stage in end.program.stages)
    outcomes = [step.outcome for each in activities for step in each.steps]
    stood = watch.presence.ended
    return Process(
        phase=end.phase,
        opened=end.phase != "empty",
        started=bool(end.stages),
        ended=stood is not None,
        ended_on_time=stood.at <= stood.ends_at if stood is not None else None,
        cut=end.phase == "running" or (end.phase == "empty" and end.version > 0),
        events=end.version,
        tables=sum(bool(table.seats) for table in end.tables.values()),
        planned_min=minutes(sum(stage.plan_ms for stage in end.program.stages)),
        used_min=round(sum(each.minutes.used or 0 for each in activities), 2),
        steps=len(outcomes),
        steps_done=outcomes.count("done"),
        steps_dropped=outcomes.count("dropped"),
        steps_skipped=outcomes.count("skipped"),
        people=people(end, watch.presence),
        turns=turns_of_day(end, watch.presence),
        roles=roles_held(end, watch.presence),
        answering=together(each.answering for each in activities),
        promises=_promises(end),
        questions=len(end.questions),
        votes=votes_on_ways(end),
        twice=asked_twice(end),
        forms=_forms(end),
        cards=_cards(watch.pictures),
        pauses=watch.times.clock.all_pauses(end),
        restarts=watch.times.clock.all_restarts(),
        activities=activities,
    )


def _activity(end: State, watch: _Watch, stage: Stage) -> ActivityProcess:
    at = stage.index
    steps = tuple(_step(end, watch, (at, index)) for index in range(len(stage.steps)))
    noted = [watch.notes.steps[at, i] for i in range(len(steps)) if (at, i) in watch.notes.steps]
    more_times, more_minutes = more_time(noted)
    alone = (
        step.answering
        for step, kind in zip(steps, stage.steps, strict=True)
        if kind.to != "table" or not kind.asks
    )
    return ActivityProcess(
        id=stage.activity.id,
        meeting=stage.meeting + 1,
        is_break=stage.is_break,
        outcome=_outcome_of_stage(end, at, steps),
        minutes=MinutesUsed(
            of_file=minutes(stage.plan_ms),
            of_plan=_plan_of_stage(end, watch, stage),
            used=watch.times.stage_minutes(at),
            by_table=watch.times.stage_by_table(at, len(steps)),
            more_times=more_times,
            more_minutes=more_minutes,
        ),
        clear=clearness(noted),
        answering=together(alone),
        turns=turns_of_stage(*watch.presence.windows[at]) if at in end.stages else None,
        questions=watch.questions.get(at, 0),
        steps=steps,
    )


def _plan_of_stage(end: State, watch: _Watch, stage: Stage) -> float | None:
    opened = watch.presence.windows.get(stage.index, (end, end))[0]
    plans = [
        ms
        for index in range(len(stage.steps))
        if (ms := opened.plan.get((stage.index, index))) is not None
    ]
    return minutes(sum(plans)) if plans else None


def _step(end: State, watch: _Watch, at: StepAt) -> StepProcess:
    step, notes = end.program.stages[at[0]].steps[at[1]], watch.notes.steps.get(at)
    noted = [] if notes is None else [notes]
    more_times, more_minutes = more_time(noted)
    return StepProcess(
        id=step.id,
        kind=step.kind,
        outcome=_outcome(end, at, notes),
        moved_on=watch.times.moved_on.get(at, 0),
        minutes=MinutesUsed(
            of_file=minutes(notes.of_file if notes is not None else file_ms(end, step)),
            of_plan=_of_plan(end, at, notes),
            used=watch.times.step_minutes(at),
            by_table=watch.times.step_by_table(at),
            more_times=more_times,
            more_minutes=more_minutes,
        ),
        clear=clearness(noted),
        answering=answering(end, step, notes),
    )


def _of_plan(end: State, at: StepAt, notes: StepNotes | None) -> float | None:
    milliseconds = notes.of_plan if notes is not None else end.plan.get(at)
    return None if milliseconds is None else minutes(milliseconds)


def _outcome(end: State, at: StepAt, notes: StepNotes | None) -> Outcome:
    """What became of a step. In an activity that never began all are unreached."""
    record = end.stages.get(at[0])
    if at in end.finished:
        return "done"
    if notes is not None:
        return "open"
    if record is None:
        return "unreached"
    if end.plan.get(at, 1) == 0:
        return "dropped"
    return "unreached" if record.closed_at is None else "skipped"


def _outcome_of_stage(end: State, at: int, steps: Sequence[StepProcess]) -> Outcome:
    record = end.stages.get(at)
    if record is None:
        return "unreached"
    if record.closed_at is None:
        return "open"
    outcomes = {step.outcome for step in steps}
    if "done" in outcomes:
        return "done"
    return "dropped" if outcomes == {"dropped"} else "skipped"


def _promises(end: State) -> int:
    steps = (step for step in end.program.by_key.values() if isinstance(step, Promise))
    return sum(len(end.answers.get(step.key, {})) for step in steps)


def _forms(end: State) -> FormsTyped:
    forms = end.typed.values()
    return FormsTyped(
        forms=len(forms),
        without_seat=sum(form.seat == NOBODY for form in forms),
        twice=sum(form.twice for form in forms),
        differed=sum(form.twice and form.differed > 0 for form in forms),
        fields_differed=sum(form.differed for form in forms if form.twice),
    )


def _cards(pictures: Sequence[e.CardsRead]) -> CardReading:
    asked = sum(picture.asked for picture in pictures)
    seen = sum(picture.seen for picture in pictures)
    return CardReading(
        pictures=len(pictures),
        asked=asked,
        seen=seen,
        disagreements=sum(picture.disagree for picture in pictures),
        share_seen=share(seen, asked),
    )
