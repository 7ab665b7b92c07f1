"""Servers in memory and people at their phones, for tests of the web."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

import httpx

from thinkcoop.config.compose import Server, build
from thinkcoop.config.system import SystemClock
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.state import State
from thinkcoop.core.words import Millis, SeatNo, SessionId
from thinkcoop.store.module_files import ModulesOnDisk

MODULES = Path(__file__).parents[1] / "modules"
ROOM = "http://room.test"
HERE = "http://localhost"
JSON = {"accept": "application/json"}
_ids = itertools.count(1)


def fresh_id() -> str:
    """An answer id as a phone would make it."""
    return f"{next(_ids):032x}"


@dataclass
class HandClock(SystemClock):
    """A clock that is moved by hand, on top of one that runs."""

    ahead_ms: int = 0

    def monotonic_ms(self) -> Millis:
        return Millis(SystemClock.monotonic_ms(self) + self.ahead_ms)

    def wall_ms(self) -> int:
        return SystemClock.wall_ms(self) + self.ahead_ms


@dataclass
class Person:
    """Somebody with a phone (or a table with a device), and what it remembers."""

    http: httpx.AsyncClient
    session: SessionId
    seat: SeatNo = SeatNo(0)

    async def do(self, act: str, **fields: object) -> httpx.Response:
        """Tap. `v` may be a list."""
        return await self.http.post(f"/s/{self.session}/do/{act}", data=fields, headers=JSON)

    async def screen(self) -> str:
        """The page as it is loaded whole."""
        return (await self.http.get(f"/s/{self.session}/")).text


@dataclass
class House:
    """A server with its convener."""

    server: Server
    clock: HandClock
    _clients: list[httpx.AsyncClient] = field(default_factory=list)

    def browser(self, base: str = ROOM, *, address: str = "192.0.2.7") -> httpx.AsyncClient:
        """A browser somewhere in the room, which says where its posts come from."""
        made = httpx.AsyncClient(
            transport=httpx.ASGITransport(self.server.app, client=(address, 4711)),
            base_url=base,
            headers={"origin": base},
        )
        self._clients.append(made)
        return made

    def state(self, session: SessionId) -> State:
        return self.server.house.host.rooms[session].state

    def events(self, session: SessionId) -> int:
        """How long the log on the disk is."""
        return self.server.store.standing(session)[0]

    async def tell(self, session: SessionId, command: c.Command) -> None:
        """Put a command to the writer as the clock or the convener would."""
        house = self.server.house
        await house.settled(house.writer.submit(session, command))

    async def open(self, edition: str = "short", *, expected: int = 0) -> SessionId:
        """Start a session at the desk of this machine and return its code."""
        desk = self.browser(HERE, address="127.0.0.1")
        fields = {"module": "tea", "edition": edition, "expected": str(expected)}
        answer = await desk.post("/desk/new", data=fields)
        assert answer.status_code == 303, answer.text
        return SessionId(answer.headers["location"].split("/")[2])

    async def join(self, session: SessionId, picture: str, **fields: str) -> Person:
        """Come in with a phone, all pages in one."""
        person = Person(self.browser(), session)
        chosen = {"picture": picture, "trade": "seller", "reads": "1", "name": ""}
        sent = {"answer": fresh_id()} | chosen | fields
        answer = await person.http.post(f"/s/{session}/join", data=sent)
        assert answer.status_code == 303, answer.text
        person.seat = max(self.state(session).seats)
        return person

    async def four(self, session: SessionId) -> list[Person]:
        """Four people with phones."""
        pictures = ("p-lotus", "p-fish", "p-palm", "p-drum")
        return [await self.join(session, picture) for picture in pictures]

    async def go_to(self, session: SessionId, step: str) -> None:
        """Let the convener go on until that step is open at table 1 or in the room."""
        for _ in range(30):
            if step in open_steps(self.state(session)):
                return
            await self.tell(session, c.GoOn())
        raise AssertionError(f"the room never came to {step}")


def open_steps(state: State) -> set[str]:
    """The steps that are open anywhere."""
    floors = [state.room, *(table.floor for table in state.tables.values())]
    stage = state.program.stages[state.stage] if state.stage >= 0 else None
    return {stage.steps[floor.step].id for floor in floors if floor.open} if stage else set()


@asynccontextmanager
async def running_house(modules: Path = MODULES) -> AsyncIterator[House]:
    """A server in memory, with the tea module."""
    clock = HandClock()
    server = build(None, clock=clock, shelves=[ModulesOnDisk.within(modules)])
    house = House(server, clock)
    async with server.running():
        yield house
        for client in house._clients:
            await client.aclose()
