"""Who was heard of when, so that a room never waits for a phone that is gone.

An open stream is a sign of life, and so is every page that is loaded and every tap. Seats and
tables that were not heard of for a while lose touch; the next sign of life brings them back.
What that means for the room is decided by the rules.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from thinkcoop.core.session import commands as c
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SeatNo, SessionId, TableNo
from thinkcoop.live.board import StateBoard

SILENCE_S = 45.0
LOOK_EVERY_S = 2.0


@dataclass(frozen=True, slots=True)
class Who:
    """A seat with a phone of its own, or a table's device."""

    session: SessionId
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)


Submit = Callable[[SessionId, c.Command], object]


class Presence:
    """Everything here happens in one event loop; what it finds out is put to the writer."""

    def __init__(self, board: StateBoard, *, submit: Submit, seconds: Callable[[], float]) -> None:
        self._board = board
        self._submit = submit
        self._seconds = seconds
        self._streams: Counter[Who] = Counter()
        self._heard: dict[Who, float] = {}

    def heard(self, who: Who) -> None:
        """A sign of life."""
        self._heard[who] = self._seconds()
        state = self._board.newest(who.session)
        if state is not None and _is_away(state, who):
            self._submit(who.session, c.ComeBack(seat=who.seat, table=who.table))

    def opened(self, who: Who) -> None:
        """A stream was opened."""
        self._streams[who] += 1
        self.heard(who)

    def closed(self, who: Who) -> None:
        """A stream was closed; from now on the time counts."""
        self._streams[who] -= 1
        if self._streams[who] <= 0:
            del self._streams[who]
        self._heard[who] = self._seconds()

    def look(self) -> None:
        """Find out who was not heard of for too long, and who is back. Called now and then."""
        now = self._seconds()
        for session in self._board.sessions():
            state = self._board.newest(session)
            if state is not None and state.phase in ("gathering", "running"):
                for who in _connected(state, session):
                    self._look_at(state, who, now)

    def _look_at(self, state: State, who: Who, now: float) -> None:
        streams = who in self._streams
        if _is_away(state, who):
            if streams:
                self._submit(who.session, c.ComeBack(seat=who.seat, table=who.table))
        elif streams:
            self._heard[who] = now
        elif now - self._heard.setdefault(who, now) >= SILENCE_S:
            self._submit(who.session, c.LoseTouch(seat=who.seat, table=who.table))


def _connected(state: State, session: SessionId) -> Iterator[Who]:
    """All who should be in touch, or could be again. A goodbye is not undone by an open page."""
    for seat in state.seats.values():
        if seat.channel == "phone" and seat.status != "left":
            yield Who(session, seat=seat.number)
    for table in state.tables.values():
        if table.device:
            yield Who(session, table=table.number)


def _is_away(state: State, who: Who) -> bool:
    seat = state.seats.get(who.seat)
    if seat is not None:
        return seat.status == "away"
    table = state.tables.get(who.table)
    return table is not None and table.device and not table.device_here
