"""Simulated people in real time, with real people among them: what a newcomer watches.

The clock is the true one, so that the bars and times on the screens are right. It is the people
who are quick: they talk for seconds where a room talks for minutes. Joining takes the first forty
seconds; then a step comes every ten seconds or so, slowly enough to be read on the wall, and a
whole session takes some forty minutes. When nothing at all happens for half a minute, or for
fifteen seconds in a break, the simulated convener presses *go on*, as a real one may.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Event as Flag

from thinkcoop.core.screens.screen import Kind
from thinkcoop.core.session.asking import step_of
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, ROOM, SECOND, Millis
from thinkcoop.rehearsal.access import Plan
from thinkcoop.rehearsal.day import Day
from thinkcoop.rehearsal.people import Life, Ways, life_of_room
from thinkcoop.rehearsal.streams import StreamLost
from thinkcoop.rehearsal.temper import Temper, cast
from thinkcoop.rehearsal.web_access import WebAccess
from thinkcoop.rehearsal.world import RehearsalClock

LOOK_EVERY_S = 0.04
JOINED_BY_MS = Millis(38 * SECOND)
BEGIN_AFTER_MS = Millis(45 * SECOND)
SIT_DOWN_MS = Millis(12 * SECOND)
REST_MS = Millis(15 * SECOND)
BY_THE_CLOCK = ("break", "say")
"""What the whole room does together until its time is up."""
STUCK_MS = Millis(30 * SECOND)
"""When nothing at all has happened for so long, the convener goes on."""
FATES = ("late", "leaver", "offline", "sleeper")
"""They have phones of their own, so that one can see what comes of it."""

LASTS: dict[Kind, tuple[float, float]] = {
    "say": (0, 0.5),
    "think": (1.5, 0.2),
    "ask": (1.5, 0.25),
    "ballot": (1.5, 0.25),
    "turn": (2.5, 1 / 12),
    "report": (2.5, 1 / 12),
    "pair": (2.5, 1 / 12),
    "discuss": (2.5, 1 / 12),
    "show": (1.5, 0.25),
    "hand": (0.5, 0.15),
    "seated": (1.0, 0.15),
}
"""By kind of screen: so many seconds, and such a share of what a real person would take."""


def quick(kind: Kind, after: Millis) -> Millis:
    """How long people in a demonstration take: long things are shortened most."""
    seconds, share = LASTS.get(kind, (0.0, 1.0))
    return Millis(round(seconds * 1000 + after * share))


def quick_people(people: int, seed: int, ways: Ways) -> list[Life]:
    """The people of a demonstration: all fates happen within the first minutes."""
    lives = life_of_room(people, seed, ways, _fates_last(cast(people, seed)))
    chance = random.Random(f"demo:{seed}")
    for index, life in enumerate(lives):
        life.person.haste = quick
        begin = 1_000 if life.table != ROOM else 4_000
        share = (index + chance.random()) / len(lives)
        life.arrives = Millis(round(begin + share * (JOINED_BY_MS - begin)))
        _hurry_fate(life, chance)
    return lives


def _fates_last(tempers: Sequence[Temper]) -> list[Temper]:
    return sorted(tempers, key=lambda temper: temper.name in FATES)


def _hurry_fate(life: Life, chance: random.Random) -> None:
    life.leaves_at, life.asleep, life.offline = None, (), ()
    name = life.person.temper.name
    if name == "late":
        life.arrives = Millis(round(chance.uniform(1.6, 3) * MINUTE))
    elif name == "leaver":
        life.leaves_at = Millis(round(chance.uniform(9, 12) * MINUTE))
    elif name == "offline":
        life.offline = ((Millis(2 * MINUTE), 1.5), (Millis(9 * MINUTE), 1.2))
    elif name == "sleeper":
        life.asleep = ((Millis(4 * MINUTE), 2.0),)


def on_time(people: int, seed: int) -> int:
    """How many of them are there from the beginning."""
    return sum(temper.name != "late" for temper in cast(people, seed))


class LiveDay(Day):
    """A day that goes on as the true clock does."""

    def __init__(
        self, plan: Plan, access: WebAccess, now: Callable[[], Millis], *, tick: bool
    ) -> None:
        """`tick` tells the server's writer what time it is, when its clock is not the true one."""
        clock = RehearsalClock(now())
        super().__init__(plan, access, clock, quick_people(plan.people, plan.seed, plan.ways))
        self._web = access
        self._now = now
        self._tick = tick
        self._changed_at = clock.at

    def catch_up(self) -> None:
        self.clock.at = self._now()

    def live(self, stop: Flag) -> None:
        """Go on until the session is over or `stop` is set."""
        self.at(Millis(self._opened_at + BEGIN_AFTER_MS), self._begin)
        while not stop.is_set() and self.state.phase != "over":
            self.catch_up()
            if not self._something():
                stop.wait(LOOK_EVERY_S)

    def look_up(self) -> bool:
        new = super().look_up()
        if new:
            self._changed_at = self.clock.at
        return new

    def _something(self) -> bool:
        """Do what is due. Returns whether there was anything."""
        if self.look_up():
            return True
        if self._is_due(alarm(self.state)):
            self.access.tick()
            return True
        if self._agenda and self._agenda[0][0] <= self.clock.at:
            with suppress(StreamLost):  # the screen has changed under somebody's finger
                self.take_next()
            return True
        self._convene()
        return False

    def _is_due(self, moment: Millis | None) -> bool:
        return self._tick and moment is not None and moment <= self.clock.at - self._opened_at

    def _begin(self) -> None:
        if self.state.phase == "gathering" and self.state.seated_at is None:
            self._web.press("go-on")

    def _convene(self) -> None:
        """The convener's only work: short breaks, and nobody waits for long."""
        state = self.state
        quiet = self.clock.at - self._changed_at
        if state.paused_at is None and quiet >= _patience(state):
            self._changed_at = self.clock.at
            self._web.press("go-on")


def _patience(state: State) -> Millis:
    if state.phase == "gathering" and state.seated_at is not None:
        return SIT_DOWN_MS
    step = step_of(state, state.room)
    return REST_MS if step is not None and step.kind in BY_THE_CLOCK else STUCK_MS
