"""A finished (or running) session in figures: what a rehearsal prints and a report starts from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, Millis, SeatNo


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityUse:
    """How an activity of the day went. Minutes with one decimal."""

    id: str
    planned_min: float
    used_min: float
    skipped: bool
    met: int | None
    """Share of the people present who took part in its checking step, permille."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """The figures of a session."""

    steps_total: int
    steps_done: int
    activities: tuple[ActivityUse, ...]
    answers: int
    ballots: int
    turns: dict[SeatNo, int]
    turns_gini: float
    roles: dict[SeatNo, dict[str, int]]
    roles_repeated_early: int
    roles_had_again: int
    ended_at: Millis | None
    ended_on_time: bool


def summarise(state: State) -> Summary:
    """Return the figures of a session. `ended_on_time` is False for one that has not ended."""
    stages = state.program.stages
    turns = {
        seat.number: seat.turns
        for seat in state.seats.values()
        if _was_long_here(state, seat.number)
    }
    ended = state.at if state.phase == "over" else None
    return Summary(
        steps_total=sum(len(stage.steps) for stage in stages),
        steps_done=len(state.finished),
        activities=tuple(_use(state, index) for index in range(len(stages))),
        answers=sum(len(by_seat) for by_seat in state.answers.values())
        + sum(len(by_table) for by_table in state.table_answers.values()),
        ballots=sum(len(votes) for votes in state.votes.values()),
        turns={seat.number: seat.turns for seat in state.seats.values()},
        turns_gini=gini(list(turns.values())),
        roles={seat.number: dict(seat.roles) for seat in state.seats.values()},
        roles_repeated_early=state.repeated_early,
        roles_had_again=state.had_again,
        ended_at=ended,
        ended_on_time=ended is not None and ended <= state.ends_at,
    )


def _was_long_here(state: State, number: SeatNo) -> bool:
    """Whether somebody was in the room for at least half of the working time so far."""
    seat = state.seats[number]
    spent = seat.here_ms
    if seat.status == "here" and state.phase == "running":
        spent = Millis(spent + state.at - seat.here_since)
    opened = [record.opened_at for record in state.stages.values()]
    closed = [record.closed_at or state.at for record in state.stages.values()]
    worked = sum(end - begin for begin, end in zip(opened, closed, strict=True))
    return 2 * spent >= worked


def _use(state: State, index: int) -> ActivityUse:
    stage = state.program.stages[index]
    record = state.stages.get(index)
    done = any((index, step) in state.finished for step in range(len(stage.steps)))
    closed = None if record is None else record.closed_at
    used = 0 if record is None or closed is None else closed - record.opened_at
    return ActivityUse(
        id=stage.activity.id,
        planned_min=round(stage.plan_ms / MINUTE, 1),
        used_min=round(used / MINUTE, 1),
        skipped=not done,
        met=None if record is None or stage.is_break else record.met,
    )


def gini(numbers: Sequence[int]) -> float:
    """Return the Gini coefficient: 0 when all are equal, towards 1 when one has everything.

    Mean absolute difference over twice the mean (Gini 1912), on the numbers as they are, not
    corrected for small groups. 0.0 for nobody and when all are zero.

    >>> gini([3, 3, 3]), gini([0, 0, 0, 4]), gini([])
    (0.0, 0.75, 0.0)
    """
    total = sum(numbers)
    if not numbers or total == 0:
        return 0.0
    ordered = sorted(numbers)
    weighted = sum((2 * rank - len(ordered) - 1) * value for rank, value in enumerate(ordered, 1))
    return round(weighted / (len(ordered) * total), 4)
