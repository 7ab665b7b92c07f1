"""How often something may be tried, so that nobody finds a PIN or a code by trying them all."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable

WINDOW_S = 60.0
MOST_KEYS = 1000


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
