"""How often something may be tried, so that nobody finds a PIN or a number by trying them all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterator

from thinkcoop.core.words import SessionId

WINDOW_S = 60.0
MOST_KEYS = 1000

FIRST_WAIT_S = 15.0
"""After the last free try; every further wrong one doubles it."""
LONGEST_WAIT_S = 900.0
FORGOTTEN_S = 3600.0
"""After so long without a wrong try everything begins anew."""
FREE_ON_ONE_PHONE = 5
FREE_TOGETHER = 20
FREE_ON_ONE_ADDRESS = 30


class Tries:
    """Counts what went wrong in the last minute, for each key (a session, an address)."""

    def __init__(self, most: int, *, seconds: Callable[[], float]) -> None:
        self._most = most
        self._seconds = seconds
        self._wrong: dict[Hashable, deque[float]] = {}

    def too_many(self, key: Hashable) -> bool:
        """Whether no more tries are let through for now. A try that is not let through is none."""
        times = self._wrong.get(key)
        if times is None:
            return False
        while times and times[0] <= self._seconds() - WINDOW_S:
            times.popleft()
        if not times:
            del self._wrong[key]
        return len(times) >= self._most

    def wrong(self, key: Hashable) -> None:
        """One more that went wrong."""
        if len(self._wrong) >= MOST_KEYS and key not in self._wrong:
            self._wrong.pop(next(iter(self._wrong)))
        self._wrong.setdefault(key, deque(maxlen=self._most)).append(self._seconds())


class GrowingWaits:
    """Lets so many wrong tries pass for each key; after each further one the wait is longer."""

    def __init__(self, free: int, *, seconds: Callable[[], float]) -> None:
        self._free = free
        self._seconds = seconds
        self._wrong: dict[Hashable, tuple[int, float]] = {}
        """How many went wrong, and when the last one did. The longest ago stands first."""

    def must_wait(self, key: Hashable) -> bool:
        """Whether no try is let through for now."""
        count, last = self._known(key)
        if count < self._free:
            return False
        wait = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(count - self._free, 30))
        return self._seconds() < last + wait

    def wrong(self, key: Hashable) -> None:
        """One more that went wrong."""
        count, _ = self._known(key)
        self._wrong.pop(key, None)
        if len(self._wrong) >= MOST_KEYS:
            self._wrong.pop(next(iter(self._wrong)))
        self._wrong[key] = (count + 1, self._seconds())

    def _known(self, key: Hashable) -> tuple[int, float]:
        count, last = self._wrong.get(key, (0, 0.0))
        return (count, last) if self._seconds() < last + FORGOTTEN_S else (0, 0.0)


class NumberTries:
    """Tries at the numbers of seats: nobody finds one in a day, and nobody locks its owner out.

    Most tries at one picture from one address soon wait long. Only when many addresses try the same
    picture does its owner wait with them, and never who has a phone with a place.
    """

    def __init__(self, *, seconds: Callable[[], float]) -> None:
        self._waits = tuple(
            GrowingWaits(free, seconds=seconds)
            for free in (FREE_ON_ONE_PHONE, FREE_TOGETHER, FREE_ON_ONE_ADDRESS)
        )

    def must_wait(self, session: SessionId, picture: str, address: str) -> bool:
        """Whether a number for this picture is not even looked at now."""
        return any(waits.must_wait(key) for waits, key in self._each(session, picture, address))

    def wrong(self, session: SessionId, picture: str, address: str) -> None:
        """A number was wrong. `picture` is empty when nobody in the session has it."""
        for waits, key in self._each(session, picture, address):
            waits.wrong(key)

    def _each(
        self, session: SessionId, picture: str, address: str
    ) -> Iterator[tuple[GrowingWaits, Hashable]]:
        keys = ((session, picture, address), (session, picture), (session, address))
        return zip(self._waits, keys, strict=True)
