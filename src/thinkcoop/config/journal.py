"""What an operator reads of the sessions: who comes and goes in numbers, and where the room is.

Nothing of what anybody answered, no name and no code of a seat. Taps are too many for a line each;
refusals are counted.
"""

from __future__ import annotations

from dataclasses import dataclass

import structlog

from thinkcoop.core.session.asking import people_here
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SessionId
from thinkcoop.live.board import StateBoard
from thinkcoop.web.house import House

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Seen:
    """What was written down of a session last."""

    phase: str = ""
    meeting: int = 0
    stage: int = -1
    step: int = -1
    seats: int = 0
    paused: bool = False


class Journal:
    """Writes a line when something changed that matters to an operator."""

    def __init__(self, house: House) -> None:
        self._board: StateBoard = house.board
        self._refused = house.refused
        self._seen: dict[SessionId, _Seen] = {}

    def heard(self, session: SessionId) -> None:
        """Look at a session whose state changed."""
        state = self._board.newest(session)
        if state is None:
            return
        now = _look(state)
        before = self._seen.get(session, _Seen())
        if now == before:
            return
        self._seen[session] = now
        log.info(
            _what(before, now),
            session=session,
            phase=now.phase,
            activity=_activity(state),
            step=now.step,
            seats=now.seats,
            here=people_here(state),
            version=state.version,
        )

    def count(self) -> None:
        """Write down how often something was refused since the last time, and forget it."""
        if self._refused:
            log.info("refusals", **{str(why): number for why, number in self._refused.items()})
            self._refused.clear()


def _look(state: State) -> _Seen:
    return _Seen(
        phase=state.phase,
        meeting=state.meeting,
        stage=state.stage,
        step=state.room.step if state.room.open else -1,
        seats=len(state.seats),
        paused=state.paused_at is not None,
    )


def _what(before: _Seen, now: _Seen) -> str:
    if before.phase != now.phase or before.meeting != now.meeting:
        return f"session {now.phase}"
    if before.paused != now.paused:
        return "paused" if now.paused else "resumed"
    if before.stage != now.stage:
        return "activity opened"
    return "seat taken" if before.seats != now.seats else "step changed"


def _activity(state: State) -> str:
    stages = state.program.stages
    return stages[state.stage].activity.id if 0 <= state.stage < len(stages) else ""
