"""A real server with a clock that can be hurried, and the doors of sessions opened on it.

The server runs in a thread of its own with a temporary data folder, as `thinkcoop serve` would run
it. Nothing in it is replaced but the clock: when nobody has anything to do, a test moves it to the
moment at which the room would go on by itself.
"""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import httpx

from thinkcoop.app.opening import Wishes, opened_session, prepare
from thinkcoop.app.ports import Chance
from thinkcoop.app.turns import Done, Reply, Sheets
from thinkcoop.config.compose import Server, build
from thinkcoop.config.serve import Web, listening, uvicorn_config
from thinkcoop.config.system import SystemClock
from thinkcoop.core.kinds import KindStep
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.session.program import Stage
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, AnswerId, Millis, Refusal, SeatNo, SessionId
from thinkcoop.live.presence import Who
from thinkcoop.store.module_files import ModulesOnDisk

TEST_MODULES = Path(__file__).parents[1] / "modules"
PATIENCE_S = 5.0
PIN = "135790"
QUESTIONS = ("ask", "ballot", "rank", "sort", "map", "promise", "move", "path")


class HurriedClock(SystemClock):
    """The machine's clock, moved ahead now and then."""

    def __init__(self, wall_ms: int | None = None, zone_minutes: int | None = None) -> None:
        """`wall_ms` and `zone_minutes` say when and where the day begins; None: here and now."""
        self._ahead = 0
        self._wall_off = 0 if wall_ms is None else wall_ms - super().wall_ms()
        self._zone = zone_minutes

    def monotonic_ms(self) -> Millis:
        return Millis(super().monotonic_ms() + self._ahead)

    def asleep_ms(self) -> Millis:
        return Millis(0)

    def wall_ms(self) -> int:
        return super().wall_ms() + self._ahead + self._wall_off

    def zone_minutes(self) -> int:
        return super().zone_minutes() if self._zone is None else self._zone

    def move(self, ms: int) -> None:
        """Let `ms` pass at once."""
        self._ahead += ms


class Hall:
    """A running server as a test sees it."""

    def __init__(self, server: Server, clock: HurriedClock, url: str, data_dir: Path) -> None:
        self.url = url
        self.data_dir = data_dir
        self._server = server
        self._clock = clock

    def open(
        self,
        *,
        module: str = "thinkcoop",
        edition: str = "core",
        expected: int = 8,
        country: str = "",
    ) -> SessionId:
        """Open the doors of a session; it starts by itself when all who are expected are here."""
        house = self._server.house
        found = next(each for each in house.library.modules() if each.id == module)
        house.library.keep(found)
        wishes = Wishes(
            edition=edition, expected=expected, starts_in=Millis(15 * MINUTE), country=country
        )
        work = prepare(house.host, found, wishes, code=house.free_code())
        assert not isinstance(work, Refusal)
        code = opened_session(house.writer.put(work).result(timeout=PATIENCE_S), work, house.host)
        assert not isinstance(code, Refusal)
        return code

    def state(self, session: SessionId) -> State:
        """Where the session stands."""
        return self._server.house.host.rooms[session].state

    def reachable_as(self, *addresses: str) -> None:
        """Say other addresses on the screens than this machine has."""
        self._server.house.addresses = lambda: list(addresses)

    @contextmanager
    def without_card_reader(self, *, gone: bool) -> Iterator[None]:
        """A server without the extra that reads cards, if `gone`."""
        house = self._server.house
        kept = house.card_reader
        house.card_reader = None if gone else kept
        try:
            yield
        finally:
            house.card_reader = kept

    def stays_in_touch(self, session: SessionId, seat: SeatNo) -> None:
        """This phone counts as one whose page is open, though nobody looks at it."""
        self._server.house.presence.opened(Who(session, seat=seat))

    def submit(self, session: SessionId, command: c.Command) -> Reply:
        """Let something happen that no browser does."""
        return self._server.house.writer.submit(session, command).result(timeout=PATIENCE_S)

    def answer(self, session: SessionId, seat: SeatNo, *value: int, item: int = 0) -> None:
        """Let somebody without a browser answer what is open."""
        found = self._open_step(session)
        assert found is not None
        given = c.GiveAnswer(
            seat=seat, step=found[1].key, answer=AnswerId(uuid4().hex), value=value, item=item
        )
        assert isinstance(self.submit(session, given), Done)

    def step(self, session: SessionId) -> str:
        """The activity and step that is open in the room, or first at a table; empty when none."""
        found = self._open_step(session)
        return f"{found[0].activity.id}.{found[1].key}" if found else ""

    def asks(self, session: SessionId) -> bool:
        """Whether a question is open that everyone should answer."""
        found = self._open_step(session)
        return found is not None and found[1].kind in QUESTIONS

    def _open_step(self, session: SessionId) -> tuple[Stage, KindStep] | None:
        state = self.state(session)
        if state.phase != "running":
            return None
        stage = state.program.stages[state.stage]
        floors = [state.room, *(table.floor for table in state.tables.values())]
        return next(((stage, stage.steps[each.step]) for each in floors if each.open), None)

    def hurry(self, session: SessionId) -> None:
        """Move the clock to the moment at which this session goes on by itself."""
        room = self._server.house.host.rooms[session]
        before = room.state.version

        def has_gone_on() -> bool:
            """Ring the alarm, also one that a late tap has put off meanwhile."""
            state = room.state
            if state.version > before:
                return True
            due = alarm(state)
            assert due is not None, "nothing is due by the clock alone"
            self._clock.move(max(0, room.zero_ms + due - self._clock.monotonic_ms()))
            self.submit(session, c.Tick())
            return False

        wait_until(has_gone_on)

    def hurry_until_just_before(self, session: SessionId, moment: Millis, left: int) -> None:
        """Move the clock so that `left` ms are left to that moment of the session."""
        zero = self._server.house.host.rooms[session].zero_ms
        self._clock.move(max(0, zero + moment - left - self._clock.monotonic_ms()))

    def sheets(self, session: SessionId) -> Sheets:
        """What each seat answered in private."""
        return self._server.house.host.rooms[session].sheets

    def hurry_to(self, session: SessionId, step: str, *, most: int = 400) -> None:
        """Let the room go on by the clock alone until `step` is open."""
        for _ in range(most):
            if self.step(session).endswith(f".{step}"):
                return
            self.hurry(session)
        raise AssertionError(f"{step} never came; the room is at {self.step(session)}")

    def skip_to(self, session: SessionId, step: str, *, most: int = 400) -> None:
        """As `hurry_to`, but nobody falls asleep: all say *I would rather not* to each question."""
        for _ in range(most):
            if self.step(session).endswith(f".{step}"):
                return
            found = self._open_step(session)
            if found and self.asks(session):
                for seat in self.state(session).seats:
                    self.submit(session, c.PassAnswer(seat=seat, step=found[1].key))
            if self._open_step(session) == found:
                self.hurry(session)
        raise AssertionError(f"{step} never came; the room is at {self.step(session)}")

    def visitor(self, session: SessionId, picture: str, trade: str = "other") -> Visitor:
        """Somebody who joins without a browser, to fill the room."""
        return Visitor(self.url, session, picture, trade)


class Visitor:
    """A person of whom only the forms are seen."""

    def __init__(self, url: str, session: SessionId, picture: str, trade: str) -> None:
        self._client = httpx.Client(base_url=f"{url}/s/{session}/", headers={"Origin": url})
        fields = {
            "picture": picture,
            "trade": trade,
            "reads": "1",
            "name": "",
            "answer": uuid4().hex,
        }
        reply = self._client.post("join", data=fields)
        assert reply.status_code == httpx.codes.SEE_OTHER, reply.text

    def do(self, act: str, **fields: str) -> int:
        """Do something; return the status of the reply."""
        reply = self._client.post(f"do/{act}", data=fields, headers={"Accept": "application/json"})
        return reply.status_code

    def page(self) -> str:
        """The page that this person sees."""
        return self._client.get("").text

    @property
    def place(self) -> str:
        """The cookie that says which seat this is: with it a browser can go on for this person."""
        return self._client.cookies["place"]

    def close(self) -> None:
        self._client.close()


def wait_until(true: Callable[[], bool], *, seconds: float = PATIENCE_S) -> None:
    """Wait for something that takes a moment on the server's side."""
    ends = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.01)


@contextmanager
def running_hall(
    data_dir: Path,
    clock: HurriedClock | None = None,
    chance: Chance | None = None,
    modules: Path = TEST_MODULES,
) -> Iterator[Hall]:
    """Start a server on a free port; stop it at the end."""
    clock = clock or HurriedClock()
    up = threading.Event()
    found: list[tuple[Server, int, Web, asyncio.AbstractEventLoop]] = []

    def run() -> None:
        with listening("127.0.0.1", 0) as line:
            port: int = line.getsockname()[1]
            shelves = (ModulesOnDisk.within(modules),)
            server = build(data_dir, clock=clock, chance=chance, shelves=shelves, port=port)
            server.house.gate.pin = PIN

            async def serve() -> None:
                web = Web(uvicorn_config(server))
                async with server.running():
                    web.before_close = server.house.publisher.end_all
                    found.append((server, port, web, asyncio.get_running_loop()))
                    up.set()
                    await web.serve(sockets=[line])

            asyncio.run(serve())

    thread = threading.Thread(target=run, name="hall", daemon=True)
    thread.start()
    assert up.wait(timeout=20), "the server did not start"
    server, port, web, loop = found[0]
    yield Hall(server, clock, f"http://127.0.0.1:{port}", data_dir)
    loop.call_soon_threadsafe(web.stop)
    thread.join(timeout=10)
