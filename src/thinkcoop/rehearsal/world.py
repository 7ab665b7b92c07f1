"""The small world of a rehearsal: a clock that jumps, chance from a seed, and a board."""

from __future__ import annotations

import random
from dataclasses import dataclass, field

from thinkcoop.core.session.state import State
from thinkcoop.core.words import Millis, SessionId

DAY_OF_REHEARSAL_MS = 1_503_622_800_000
"""25 August 2017, 01:00 UTC: eight in the morning of the pilot in Phnom Penh."""
ZONE_MINUTES = 7 * 60

LETTERS = "BCDFGHJKLMNPQRSTVWXZ2345679"


@dataclass(slots=True)
class RehearsalClock:
    """Time goes on only when the rehearsal says so."""

    at: Millis = Millis(0)

    def monotonic_ms(self) -> Millis:
        return self.at

    def asleep_ms(self) -> Millis:
        return Millis(0)

    def wall_ms(self) -> int:
        return DAY_OF_REHEARSAL_MS + self.at

    def zone_minutes(self) -> int:
        return ZONE_MINUTES


class SeededChance:
    """Chance that comes out the same every time."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(f"host:{seed}")
        self._seed = seed

    def seat_code(self) -> str:
        return f"{self._random.randrange(10_000):04d}"

    def session_code(self) -> str:
        return "".join(self._random.choice(LETTERS) for _ in range(5))

    def seed(self) -> int:
        return self._seed


@dataclass(slots=True)
class NewestBoard:
    """Remembers the newest state of each session."""

    states: dict[SessionId, State] = field(default_factory=dict)

    def show(self, session: SessionId, state: State) -> None:
        self.states[session] = state
