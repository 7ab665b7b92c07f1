"""What was promised for a room, and what other products were measured at.

The peers were measured in the same scenario on a machine of the same kind: 2 cores, client on the
same machine, flush 0.15 to 0.5 ms. Compare as ratios.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One figure beside its promise and the best peer's figure."""

    what: str
    measured: float
    unit: str
    promise: float | None = None
    more_is_better: bool = False
    peer: float | None = None
    peer_name: str = ""

    @property
    def kept(self) -> bool | None:
        """Whether the promise is kept; None when there is none."""
        if self.promise is None:
            return None
        return (self.measured >= self.promise) is self.more_is_better or (
            self.measured == self.promise
        )

    @property
    def ratio(self) -> float | None:
        """How many times better than the peer."""
        if self.peer is None or not self.measured or not self.peer:
            return None
        return self.measured / self.peer if self.more_is_better else self.peer / self.measured


ACK_P99_MS = {25: 50.0, 100: 150.0, 400: 500.0}
SCREEN_MAX_MS = {25: 40.0, 100: 100.0, 400: 300.0}
DURABLE_A_SECOND = {400: 1000.0}
FLUSHES_ALONE = 1.0
FLUSHES_IN_BURST = 0.1
COLD_S = 1.0
IDLE_KB = 80_000.0
SCREEN_KB = 30.0
FIRST_LOAD_BYTES = 60_000.0
FIRST_LOAD_REQUESTS = 5.0
STEP_BYTES = 3_000.0

PEER_ACK_P99_MS = {25: (217.0, "oTree live"), 100: (1077.0, "oTree live"), 400: (8071.0, "oTree")}
"""The best that keeps answers: everybody presses at once."""
PEER_SCREEN_MAX_MS = {25: (682.0, "oTree"), 100: (2649.0, "oTree"), 400: (36_892.0, "oTree")}
"""The best that keeps answers, by pages."""
PEER_PUSH_MAX_MS = {25: (14.0, "oTree live"), 100: (23.0, "oTree live"), 400: (264.0, "oTree live")}
"""The best of all: one page that never changes, by WebSocket."""
PEER_A_SECOND = {25: (131.0, "oTree live"), 100: (100.0, "oTree live"), 400: (31.0, "oTree")}
PEER_JOIN_S = {25: (0.6, "uproot"), 100: (2.1, "oTree"), 400: (12.0, "oTree")}
PEER_FLUSHES = (4.0, "oTree live")
PEER_COLD_S = (0.4, "oTree")
PEER_RESTART_S = (1.6, "uproot")
PEER_IDLE_KB = (75_776.0, "uproot")
PEER_FIRST_LOAD_BYTES = (338.0 * 1024, "oTree")
PEER_FIRST_LOAD_REQUESTS = (15.0, "oTree")
PEER_STEP_BYTES = (3.2 * 1024, "uproot")


def nearest(people: int, table: dict[int, float]) -> float | None:
    """The promise for a room of that size: that of the next larger size that has one."""
    return next((table[size] for size in sorted(table) if people <= size), None)


def peer(people: int, table: dict[int, tuple[float, str]]) -> tuple[float | None, str]:
    """The peer's figure for exactly that size; there is no other to compare with."""
    return table.get(people, (None, ""))
