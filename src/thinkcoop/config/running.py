"""A whole real server in a thread of its own, for rehearsals, demonstrations and tests.

Whoever runs it may bring a clock; then time goes on only as that clock says, and `tick` and
`look_round` do what the server otherwise does by itself.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from thinkcoop.app.ports import Chance, Clock
from thinkcoop.config.compose import Server, build
from thinkcoop.config.serve import Web, listening, uvicorn_config
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Event
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, Millis, SessionId
from thinkcoop.live.presence import Presence
from thinkcoop.store.codec import read_body
from thinkcoop.store.module_files import ModulesOnDisk

PATIENCE_S = 20.0
HERE = "127.0.0.1"
DAY = 24 * 60

Found = TypeVar("Found")


class AskedPresence(Presence):
    """Looks round only when it is asked to, because time stands still in between."""

    def look(self) -> None:
        """Not by itself."""

    def look_round(self) -> None:
        """Now."""
        super().look()


class RunningServer:
    """Implements `rehearsal.web_access.RealServer`."""

    def __init__(self, server: Server, host: str, port: int) -> None:
        self.host = host
        self.port = port
        self.house = server.house
        self._store = server.store
        self._loop = fresh_loop()

    def state(self, session: SessionId) -> State:
        return self.house.host.rooms[session].state

    def alarm(self) -> Millis | None:
        due = self.house.host.next_alarm()
        return None if due is None else due[0]

    def minute_of_day(self) -> int:
        clock = self.house.clock
        return (clock.wall_ms() // MINUTE + clock.zone_minutes()) % DAY

    def now(self, session: SessionId) -> Millis:
        """The session's own clock."""
        return self.house.host.now(session)

    def tick(self, session: SessionId) -> None:
        self.house.writer.submit(session, c.Tick()).result(PATIENCE_S)

    def settle(self) -> None:
        self.in_loop(lambda: None)
        self.house.writer.submit(SessionId(""), None).result(PATIENCE_S)

    def look_round(self) -> None:
        presence = self.house.presence
        if isinstance(presence, AskedPresence):
            self.in_loop(presence.look_round)
            self.settle()

    def await_streams(self, count: int) -> None:
        if not isinstance(self.house.presence, AskedPresence):
            return  # other people's screens are open as well
        until = time.monotonic() + PATIENCE_S
        while self.in_loop(lambda: len(self.house.publisher.watchers())) > count:
            if time.monotonic() > until:
                raise TimeoutError("the server did not notice that a phone hung up")
            time.sleep(0.001)

    def events(self, session: SessionId, first: int) -> list[Event]:
        if first == 0:
            return self._store.load(session)
        rows = enumerate(self._store.sealed(session, first), first)
        return [read_body(body, line=seq + 1, seq=seq) for seq, (body, _seal) in rows]

    def head(self, session: SessionId) -> str:
        return self._store.head(session)

    def in_loop(self, do: Callable[[], Found]) -> Found:
        """What `do` returns when it is called in the server's own loop."""

        async def call() -> Found:
            return do()

        return asyncio.run_coroutine_threadsafe(call(), self._loop).result(PATIENCE_S)


def fresh_loop() -> asyncio.AbstractEventLoop:
    """The quick loop where there is one, as `thinkcoop serve` has it."""
    try:
        import uvloop  # noqa: PLC0415 - not there on every system
    except ImportError:
        return asyncio.new_event_loop()
    return uvloop.new_event_loop()


@contextlib.contextmanager
def running(
    data_dir: Path | None,
    *,
    at: tuple[str, int] = (HERE, 0),
    clock: Clock | None = None,
    chance: Chance | None = None,
    shelves: Sequence[ModulesOnDisk] = (),
    by_itself: bool = True,
) -> Iterator[RunningServer]:
    """Run a server until the block ends, listening `at` a host and a port (0: any free one).

    Not `by_itself`: it finds out who is gone only when it is asked to look.
    """
    with listening(*at) as line:
        number: int = line.getsockname()[1]
        server = build(data_dir, clock=clock, chance=chance, shelves=shelves, port=number)
        house = server.house
        if clock is not None and not by_itself:
            house.presence = AskedPresence(
                house.board,
                submit=house.writer.submit,
                seconds=lambda: clock.monotonic_ms() / 1000,
            )
        web = Web(uvicorn_config(server))
        made = RunningServer(server, HERE, number)
        up = threading.Event()

        async def serve() -> None:
            async with server.running():
                web.before_close = house.publisher.end_all
                up.set()
                await web.serve(sockets=[line])

        thread = threading.Thread(target=made._loop.run_until_complete, args=(serve(),))  # noqa: SLF001 - its maker
        thread.start()
        up.wait(PATIENCE_S)
        try:
            yield made
        finally:
            web.stop()
            thread.join(PATIENCE_S)
            made._loop.close()  # noqa: SLF001 - as above
            server.store.close()
