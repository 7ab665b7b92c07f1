"""Every open screen gets its newest look, whole, and only when it differs from what it shows.

When a state is put up, each watcher's screen is worked out; each different one is drawn once and
compressed once, whoever needs it. What is open now goes out at once to those whom it concerns;
mere counts wait until the last round is a moment ago. Knows no HTTP and no HTML: it is given how
to draw.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, Millis, SessionId, TableNo
from thinkcoop.live.board import StateBoard
from thinkcoop.live.drawn import Draw, Drawn
from thinkcoop.live.looks import Look, Open, Place, changed, look_of, open_now, table_of
from thinkcoop.live.sse import PING_S, Frame, screen_frame
from thinkcoop.live.watcher import Watcher

ANSWERS_FIRST_S = 0.002
"""Those who just pressed are told that it counts before anything is drawn."""
PAUSE_S = 0.15
"""Between two rounds that only change counts."""
BREATH = 2.0
"""After a round that took long, counts wait this many times as long: answers go first."""
SLICE_S = 0.002
"""After this much drawing let others have the loop."""


@dataclass(slots=True)
class _Show:
    """One session with all who watch it."""

    session: SessionId
    drawn: Drawn
    watchers: set[Watcher] = field(default_factory=set)
    open: Open = field(default_factory=dict)
    hurry: set[TableNo] = field(default_factory=set)
    """Tables where something else is open than was shown; ROOM is everyone."""
    stale: bool = False
    """Whether a round for everyone is due, if only for the counts."""
    rest_until: float = 0.0
    timer: asyncio.TimerHandle | None = None
    task: asyncio.Task[None] | None = None


@dataclass(slots=True)
class _Round:
    """A state on its way to the screens, with the clocks as they were when it was looked at."""

    state: State
    now: Millis
    today: date
    disk_trouble: bool
    frames: dict[str, Frame] = field(default_factory=dict)

    def look(self, place: Place) -> Look:
        """The screen of that place."""
        return look_of(self.state, place, self.now, self.today, disk_trouble=self.disk_trouble)


class Publisher:
    """All open streams of this process. Everything here happens in one event loop."""

    def __init__(
        self,
        board: StateBoard,
        *,
        draw: Draw,
        now: Callable[[SessionId], Millis],
        today: Callable[[], date],
        disk_trouble: Callable[[], bool] = lambda: False,
    ) -> None:
        self._board = board
        self._draw = draw
        self._now = now
        self._today = today
        self._disk_trouble = disk_trouble
        self._shows: dict[SessionId, _Show] = {}

    # ---- who watches

    def watchers(self) -> list[Watcher]:
        """All open streams."""
        return [watcher for show in self._shows.values() for watcher in show.watchers]

    def enter(self, watcher: Watcher, *, seen: int = -1) -> None:
        """Show it the screen that is on now, unless it says that it has `seen` this version."""
        state = self._board.newest(watcher.session)
        if state is None:
            return
        show = self._show_of(watcher.session)
        if not show.watchers:
            show.open = open_now(state)
        show.watchers.add(watcher)
        this = self._look_around(watcher.session, state)
        if seen == state.version and watcher.place.view != "desk":
            watcher.seen = this.look(watcher.place)
        else:
            _show(show, this, watcher)

    def leave(self, watcher: Watcher) -> None:
        """Forget a stream that was closed."""
        watcher.ended = True
        if (show := self._shows.get(watcher.session)) is not None:
            show.watchers.discard(watcher)

    async def dismiss(self, session: SessionId, place: Place) -> None:
        """End the streams of a seat that another phone has now."""
        mine = [w for w in self.watchers() if w.session == session and w.place == place]
        await asyncio.gather(*(watcher.end() for watcher in mine))

    async def end_all(self) -> None:
        """End every stream: the server goes down, and the phones will come back by themselves."""
        for show in self._shows.values():
            if show.timer is not None:
                show.timer.cancel()
        await asyncio.gather(*(watcher.end() for watcher in self.watchers()))

    def ping(self) -> None:
        """Say *still here* wherever nothing was said for a while."""
        now_s = asyncio.get_running_loop().time()
        for watcher in self.watchers():
            if now_s - watcher.written_s >= PING_S * 2 / 3:
                watcher.ping(now_s)

    # ---- what they see

    def html(self, session: SessionId, state: State, place: Place, language: str) -> str:
        """The screen of a place, for a page that is loaded whole."""
        this = self._look_around(session, state)
        look = this.look(place)
        return self._show_of(session).drawn.html(look, place.view, language)[1]

    def heard(self, session: SessionId) -> None:
        """A newer state is up: decide when to show it, and to whom."""
        show = self._shows.get(session)
        state = self._board.newest(session)
        if show is None or state is None or not show.watchers:
            return
        after = open_now(state)
        show.hurry |= changed(show.open, after)
        show.open = after
        show.stale = True
        self._next(show)

    def _show_of(self, session: SessionId) -> _Show:
        show = self._shows.get(session)
        if show is None:
            show = self._shows[session] = _Show(session, Drawn(session, self._draw))
        return show

    def _look_around(self, session: SessionId, state: State) -> _Round:
        return _Round(state, self._now(session), self._today(), self._disk_trouble())

    # ---- rounds

    def _next(self, show: _Show) -> None:
        if show.task is not None or not (show.hurry or show.stale):
            return
        loop = asyncio.get_running_loop()
        soon = loop.time() + ANSWERS_FIRST_S
        when = soon if show.hurry else max(soon, show.rest_until)
        if show.timer is not None:
            if show.timer.when() <= when:
                return
            show.timer.cancel()
        show.timer = loop.call_at(when, self._start, show)

    def _start(self, show: _Show) -> None:
        show.timer = None
        if show.task is None:
            show.task = asyncio.get_running_loop().create_task(self._go_round(show))

    async def _go_round(self, show: _Show) -> None:
        loop = asyncio.get_running_loop()
        began = loop.time()
        try:
            if await self._tell(show):
                took = loop.time() - began
                show.rest_until = loop.time() + max(PAUSE_S, BREATH * took)
        finally:
            show.task = None
        self._next(show)

    async def _tell(self, show: _Show) -> bool:
        """Show the newest state to whom it concerns. Returns whether that was everyone."""
        state = self._board.newest(show.session)
        if state is None:
            return True
        tables, show.hurry = frozenset(show.hurry), set()
        everyone = not tables or ROOM in tables
        if everyone:
            show.drawn.turn_over()
            show.stale = False
        this = self._look_around(show.session, state)
        loop = asyncio.get_running_loop()
        slice_ends = loop.time() + SLICE_S
        for watcher in list(show.watchers):
            if everyone or table_of(state, watcher.place) in tables:
                _show(show, this, watcher)
            if loop.time() > slice_ends:
                await asyncio.sleep(0)
                slice_ends = loop.time() + SLICE_S
                if not tables and show.hurry:  # counts can wait, a step that opened cannot
                    show.stale = True
                    return False
        return everyone


def _show(show: _Show, this: _Round, watcher: Watcher) -> None:
    """Offer a watcher its screen if it is another one than it has."""
    if watcher.ended:
        return
    look = this.look(watcher.place)
    if look == watcher.seen:
        return
    watcher.seen, html = show.drawn.html(look, watcher.place.view, watcher.language)
    frame = this.frames.get(html)
    if frame is None:
        frame = this.frames[html] = screen_frame(this.state.version, this.now, html)
    watcher.offer(frame, asyncio.get_running_loop().time())


__all__ = ["Draw", "Look", "Publisher"]
