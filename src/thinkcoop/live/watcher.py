"""One open stream: whose screen it shows, what it showed last, and how bytes get to it."""

from __future__ import annotations

import asyncio
from typing import Protocol

from thinkcoop.core.words import SessionId
from thinkcoop.live.looks import Look, Place
from thinkcoop.live.sse import GZIP_HEADER, OPENING, STILL_HERE, Frame


class Send(Protocol):
    """Puts bytes into a response."""

    async def __call__(self, chunk: bytes, *, more: bool) -> None:
        """With `more` false they were the last."""


class Watcher:
    """Holds at most one frame that is still to be sent: a newer one takes its place."""

    __slots__ = ("_gzip", "_send", "_task", "_waiting", "ended", "language", "place", "seen",
                 "session", "written_s")  # fmt: skip  # one line too many otherwise

    def __init__(
        self, session: SessionId, place: Place, *, language: str, gzip: bool, send: Send
    ) -> None:
        self.session = session
        self.place = place
        self.language = language
        self.seen: Look | None = None
        self.ended = False
        self.written_s = 0.0
        """When something was put on its way last, as the loop counts seconds."""
        self._gzip = gzip
        self._send = send
        self._waiting: Frame | None = None
        self._task: asyncio.Task[None] | None = None

    async def greet(self) -> None:
        """Send what every stream begins with."""
        opening = GZIP_HEADER + OPENING.packed if self._gzip else OPENING.plain
        await self._send(opening, more=True)

    def offer(self, frame: Frame, now_s: float) -> None:
        """Send `frame` as soon as the line is free; of several that wait only the last is sent."""
        self._waiting = frame
        self.written_s = now_s
        if self._task is None and not self.ended:
            self._task = asyncio.get_running_loop().create_task(self._push())

    def ping(self, now_s: float) -> None:
        """Say *still here*, unless a screen waits to be sent: that says it too."""
        if self._waiting is None:
            self.offer(STILL_HERE, now_s)

    async def _push(self) -> None:
        try:
            while self._waiting is not None and not self.ended:
                frame, self._waiting = self._waiting, None
                await self._send(frame.packed if self._gzip else frame.plain, more=True)
        except OSError:
            self.ended = True  # the phone is gone; its stream will notice by itself
        finally:
            self._task = None

    async def end(self) -> None:
        """Close the response, so that the phone comes again or stays away."""
        if self.ended:
            return
        self.ended = True
        if self._task is not None:
            await asyncio.wait([self._task], timeout=0.2)
        if self._task is None:
            await self._send(b"", more=False)
