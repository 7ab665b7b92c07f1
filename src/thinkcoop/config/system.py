"""The machine's own clock and chance: the only places where the product asks for either."""

from __future__ import annotations

import secrets
import time
from datetime import date, datetime

from thinkcoop.core.words import Millis

LETTERS = "BCDFGHJKMNPQRTVWX34679"
"""No vowels, so that no code is a word; nothing that looks like another (0 1 2 5 8 L S Z)."""
SESSION_CODE = 5
SEAT_CODE = 4


WITH_SLEEP: int = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)
"""Linux counts on while a laptop is closed; elsewhere the clock stands still with it."""


class SystemClock:
    """Implements `app.ports.Clock`."""

    def monotonic_ms(self) -> Millis:
        return Millis(time.clock_gettime_ns(WITH_SLEEP) // 1_000_000)

    def asleep_ms(self) -> Millis:
        return Millis((time.clock_gettime_ns(WITH_SLEEP) - time.monotonic_ns()) // 1_000_000)

    def wall_ms(self) -> int:
        return time.time_ns() // 1_000_000

    def zone_minutes(self) -> int:
        offset = datetime.now().astimezone().utcoffset()
        return int(offset.total_seconds() // 60) if offset else 0

    def today(self) -> date:
        """The date here and now."""
        return datetime.now().astimezone().date()


class SystemChance:
    """Implements `app.ports.Chance`."""

    def seat_code(self) -> str:
        return f"{secrets.randbelow(10**SEAT_CODE):0{SEAT_CODE}d}"

    def session_code(self) -> str:
        return "".join(secrets.choice(LETTERS) for _ in range(SESSION_CODE))

    def seed(self) -> int:
        return secrets.randbelow(2**31)


def fresh_id() -> str:
    """A random name for an answer: 128 bits, as the phones make them."""
    return secrets.token_hex(16)


def fresh_pin() -> str:
    """A PIN of six digits."""
    return f"{secrets.randbelow(10**6):06d}"
