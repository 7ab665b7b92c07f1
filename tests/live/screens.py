"""Open screens that remember what they were sent, for a room that a test leads."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import date

from tests.room import Room
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.words import Millis, SeatNo, SessionId, TableNo
from thinkcoop.live.board import StateBoard
from thinkcoop.live.looks import Look, Place, View
from thinkcoop.live.publish import Publisher
from thinkcoop.live.watcher import Watcher

SESSION = SessionId("TESTS")
TODAY = date(2026, 11, 23)


@dataclass(eq=False)
class Line:
    """A response that is being written; it can be jammed, as on a bad network."""

    sent: list[str] = field(default_factory=list)
    ended: bool = False
    free: asyncio.Event = field(default_factory=asyncio.Event)

    def __post_init__(self) -> None:
        self.free.set()

    async def __call__(self, chunk: bytes, *, more: bool) -> None:
        await self.free.wait()
        if chunk:
            self.sent.append(chunk.decode())
        self.ended = not more


@dataclass
class Show:
    """A publisher with a room; drawing a screen is writing down its kind."""

    room: Room
    board: StateBoard = field(default_factory=StateBoard)
    drawn: list[tuple[Look, View, str]] = field(default_factory=list)
    publisher: Publisher = field(init=False)

    def __post_init__(self) -> None:
        self.publisher = Publisher(
            self.board,
            draw=self._draw,
            now=lambda session: Millis(self.room.now),
            today=self._today,
        )
        self.board.show(SESSION, self.room.state)
        self.board.watch(asyncio.get_running_loop(), self.publisher.heard)

    def _draw(self, session: SessionId, look: Look, view: View, language: str) -> str:
        self.drawn.append((look, view, language))
        step = look.step if isinstance(look, Screen) else ""
        return f"<p>{view} {step} {language}</p>"

    def _today(self) -> date:
        return TODAY

    def watch(
        self, *, seat: int = 0, table: int = 0, view: View = "phone", seen: int = -1
    ) -> tuple[Watcher, Line]:
        """Open a screen."""
        line = Line()
        place = Place(view=view, seat=SeatNo(seat), table=TableNo(table))
        watcher = Watcher(SESSION, place, language="en", gzip=False, send=line)
        self.publisher.enter(watcher, seen=seen)
        return watcher, line

    def put_up(self) -> None:
        """The writer has written: the board shows the room's state."""
        self.board.show(SESSION, self.room.state)


async def settle(seconds: float = 0.05) -> None:
    """Let the loop do what it has to."""
    await asyncio.sleep(seconds)
