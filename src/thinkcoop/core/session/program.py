"""An edition laid out as the list of activities that one session walks through.

Built from a checked module and never changed while the session lasts. A stage is an activity in
its place in the day; a step is named by its stage and its position there.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from thinkcoop.core.kinds import KindStep, Move
from thinkcoop.core.module.model import Activity, Edition, Meeting, Module
from thinkcoop.core.words import MINUTE, Millis, StepId


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """An activity in its place."""

    index: int
    meeting: int
    activity: Activity
    plan_ms: Millis
    steps: tuple[KindStep, ...]
    is_break: bool
    """Whether this is a rest and not work."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Program:
    """What one session will do, all meetings after each other."""

    module: Module
    edition: Edition
    stages: tuple[Stage, ...]
    by_meeting: tuple[tuple[Stage, ...], ...]
    by_key: Mapping[StepId, KindStep]
    places: Mapping[StepId, tuple[int, int]]
    """In which stage each step is done, and as which of its steps."""
    games: Mapping[str, tuple[Move, ...]]
    """The rounds of each game, by the game's id, in order."""

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings of the edition."""
        return self.edition.meetings

    def of_meeting(self, meeting: int) -> tuple[Stage, ...]:
        """The stages of one meeting (0-based), in order."""
        return self.by_meeting[meeting]

    def step(self, key: StepId) -> KindStep | None:
        """The step of that id, if this edition has it."""
        return self.by_key.get(key)


def lay_out(module: Module, edition_id: str) -> Program:
    """Return the program of one edition. Raises KeyError when the module has no such edition."""
    edition = module.edition(edition_id)
    stages: list[Stage] = []
    for number, meeting in enumerate(edition.meetings):
        for row in meeting.rows:
            activity = module.activity(row.activity or "")
            minutes = row.minutes or activity.minutes.plan or 0
            steps = _steps(module, activity, edition.id)
            stages.append(
                Stage(
                    index=len(stages),
                    meeting=number,
                    activity=activity,
                    plan_ms=Millis(round(minutes * MINUTE)),
                    steps=steps,
                    is_break=all(step.kind == "break" for step in steps),
                )
            )
    return Program(
        module=module,
        edition=edition,
        stages=tuple(stages),
        by_meeting=tuple(
            tuple(stage for stage in stages if stage.meeting == number)
            for number in range(len(edition.meetings))
        ),
        by_key={step.key: step for stage in stages for step in stage.steps},
        places={
            step.key: (stage.index, at) for stage in stages for at, step in enumerate(stage.steps)
        },
        games=_games(stages),
    )


def _games(stages: Sequence[Stage]) -> Mapping[str, tuple[Move, ...]]:
    games: dict[str, tuple[Move, ...]] = {}
    for stage in stages:
        for step in stage.steps:
            if isinstance(step, Move):
                games[step.game] = (*games.get(step.game, ()), step)
    return games


def _steps(module: Module, activity: Activity, edition: str) -> tuple[KindStep, ...]:
    return tuple(
        each
        for step in activity.steps
        if isinstance(step, KindStep) and (not step.only or edition in step.only)
        for each in step.unfold(module)
    )
