"""Where the newest state of every session hangs, for every open screen to look at.

The writer's thread puts states up; the event loop reads them. States are immutable, so that both
may hold the same one without a lock, and no stream ever asks the database.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable

from thinkcoop.core.session.state import State
from thinkcoop.core.words import SessionId

Heard = Callable[[SessionId], None]


class StateBoard:
    """Implements `app.ports.Board`. `show` may be called from any thread."""

    def __init__(self) -> None:
        self._newest: dict[SessionId, State] = {}
        self._bells: tuple[Bell, ...] = ()

    def show(self, session: SessionId, state: State) -> None:
        self._newest[session] = state
        for bell in self._bells:
            bell.ring(session)

    def newest(self, session: SessionId) -> State | None:
        """The state that was put up last, or None when there is no such session."""
        return self._newest.get(session)

    def sessions(self) -> list[SessionId]:
        """All sessions that hang here."""
        return list(self._newest)

    def watch(self, loop: asyncio.AbstractEventLoop, heard: Heard) -> Bell:
        """From now on call `heard` in `loop` when a session changed, until `unwatch`."""
        bell = Bell(loop, heard)
        self._bells = (*self._bells, bell)
        return bell

    def unwatch(self, bell: Bell) -> None:
        """Stop calling."""
        self._bells = tuple(each for each in self._bells if each is not bell)


class Bell:
    """Carries news from any thread into one loop. Rings that nobody heard yet are one ring."""

    def __init__(self, loop: asyncio.AbstractEventLoop, heard: Heard) -> None:
        self._loop = loop
        self._heard = heard
        self._rung: set[SessionId] = set()
        self._lock = threading.Lock()

    def ring(self, session: SessionId) -> None:
        """Tell the loop that `session` changed."""
        with self._lock:
            if session in self._rung:
                return
            self._rung.add(session)
        self._loop.call_soon_threadsafe(self._hear, session)

    def _hear(self, session: SessionId) -> None:
        with self._lock:
            self._rung.discard(session)
        self._heard(session)
