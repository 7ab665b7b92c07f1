"""How simulated people differ: as people in such rooms do."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

Name = Literal[
    "steady", "quick", "slow", "shy", "talkative", "absent", "leaver", "late", "offline", "sleeper"
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Temper:
    """One kind of person. Chances are from 0 to 1, times in seconds."""

    name: Name
    pause: tuple[float, float] = (4.0, 18.0)
    """From seeing a question to tapping."""
    talks: tuple[float, float] = (0.5, 0.9)
    """Share of the offered time used for a turn."""
    passes: float = 0.02
    """Passing a turn."""
    skips: float = 0.01
    """Rather not answering."""
    forgets: float = 0.02
    """Not answering at all."""
    doubles: float = 0.05
    """Sending the same tap twice, as phones on a bad link do."""
    wrong: float = 0.01
    """Sending something that cannot be, or that comes too late."""
    puzzled: float = 0.03
    """Tapping *not clear*."""
    speaks_up: float = 0.7
    """Being heard in a talk of the table."""
    wants_more: float = 0.02
    """Asking for more time."""


TEMPERS: dict[Name, Temper] = {
    "steady": Temper(name="steady"),
    "quick": Temper(name="quick", pause=(2.0, 7.0), talks=(0.3, 0.6)),
    "slow": Temper(name="slow", pause=(15.0, 45.0), talks=(0.8, 1.2), puzzled=0.08),
    "shy": Temper(name="shy", talks=(0.2, 0.5), passes=0.12, skips=0.05, speaks_up=0.5),
    "talkative": Temper(name="talkative", talks=(0.9, 1.4), speaks_up=0.95, wants_more=0.1),
    "absent": Temper(
        name="absent", pause=(5.0, 60.0), forgets=0.2, doubles=0.25, wrong=0.08, puzzled=0.1
    ),
    "leaver": Temper(name="leaver"),
    "late": Temper(name="late"),
    "offline": Temper(name="offline", doubles=0.3),
    "sleeper": Temper(name="sleeper", pause=(6.0, 30.0)),
}

ROOM: tuple[Name, ...] = (
    "steady", "quick", "talkative", "shy", "steady", "slow", "absent", "steady", "late", "quick",
    "shy", "offline", "steady", "talkative", "slow", "steady", "leaver", "quick", "steady", "shy",
    "sleeper", "steady", "absent", "slow", "steady",
)  # fmt: skip  # a room of 25, in the order of arrival


def cast(people: int, seed: int) -> list[Temper]:
    """Return a temper for each of `people`: the room's mix, shuffled by the seed.

    Small rooms keep at least four who come on time and stay, else nothing could begin.
    """
    names = [ROOM[index % len(ROOM)] for index in range(people)]
    random.Random(f"cast:{seed}").shuffle(names)
    reliable = [index for index, name in enumerate(names) if name not in ("late", "leaver")]
    for index in range(max(0, min(4, people) - len(reliable))):
        names[index] = "steady"
    return [TEMPERS[name] for name in names]
