"""Phones that never give up: they answer, and whatever happens to the server, they come again."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from random import Random

from bench.phones import Frame, Inbox, Line, Reply, Stream, get, post
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.words import AnswerId, SeatNo, StepId

AGAIN_S = 0.02
"""Before a phone tries once more; real ones wait longer."""
THINK_S = 0.2
TWICE = 0.2
"""The share of answers that are sent once more although they were acknowledged."""


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """An answer of which the phone was told that it counts."""

    seat: SeatNo
    step: StepId
    answer: AnswerId


@dataclass(slots=True)
class Crowd:
    """All phones of one session, and what they were told."""

    port: int
    code: str
    chance: Random
    acknowledged: list[Acknowledged] = field(default_factory=list)
    seated: set[SeatNo] = field(default_factory=set)
    version: int = 0
    """The newest version that any phone was told of."""
    newest: int = 0
    """The number of the latest question that any phone was shown."""
    refused: list[Reply] = field(default_factory=list)
    """Replies that nobody should get."""
    inbox: Inbox = field(default_factory=Inbox)
    news: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when somebody has a seat or a new question is shown."""

    async def live(self, number: int, *, comes_after_s: float = 0.0) -> None:
        """One person: comes in, then answers every question that the screen shows."""
        await asyncio.sleep(comes_after_s)
        phone = _Phone(self, PEOPLE[number])
        await phone.come_in()
        await asyncio.gather(phone.watch(), phone.answer_all())

    def fresh_id(self) -> AnswerId:
        return AnswerId(f"{self.chance.getrandbits(128):032x}")


class _Phone:
    def __init__(self, crowd: Crowd, picture: str) -> None:
        self._crowd = crowd
        self._picture = picture
        self._cookie = ""
        self._seat = SeatNo(0)
        self._line: Line | None = None
        self._step = ""
        self._version = 0
        self._changed = asyncio.Event()

    async def come_in(self) -> None:
        fields = {"answer": self._crowd.fresh_id(), "picture": self._picture, "trade": "seller"}
        reply = await self._send("join", fields | {"reads": "1", "name": ""}, wanted=303)
        self._cookie = reply.header("set-cookie").partition(";")[0]
        self._seat = SeatNo(int(self._cookie.split(".")[1]))
        self._crowd.seated.add(self._seat)
        self._crowd.news.set()

    async def watch(self) -> None:
        """Keep a stream open, like a browser: when it breaks, open it again."""
        path = f"/s/{self._crowd.code}/stream?view=phone"
        while True:
            ask = get(self._crowd.port, path, cookie=self._cookie, accept="text/event-stream")
            try:
                stream = await Stream.open(self._crowd.port, ask, self._crowd.inbox, self._shown)
            except OSError:
                await asyncio.sleep(AGAIN_S)
                continue
            await stream.lost
            await asyncio.sleep(AGAIN_S)

    def _shown(self, frame: Frame) -> None:
        assert frame.version >= self._version, "the room went back"
        self._version = frame.version
        self._crowd.version = max(self._crowd.version, frame.version)
        self._step = frame.step
        if frame.step:
            self._crowd.newest = max(self._crowd.newest, int(frame.step.removeprefix("q")))
            self._crowd.news.set()
        self._changed.set()

    async def answer_all(self) -> None:
        chance, done = self._crowd.chance, {""}
        while True:
            while self._step in done:
                self._changed.clear()
                await self._changed.wait()
            step = self._step
            await asyncio.sleep(chance.uniform(0, THINK_S))
            answer = self._crowd.fresh_id()
            fields = {"step": step, "answer": answer, "v": str(chance.randrange(4))}
            reply = await self._send("do/answer", fields)
            told = json.loads(reply.body)
            self._crowd.version = max(self._crowd.version, told["version"])
            self._crowd.acknowledged.append(Acknowledged(self._seat, StepId(step), answer))
            done.add(step)
            if chance.random() < TWICE:
                await self._send("do/answer", fields)

    async def _send(self, path: str, fields: dict[str, str], *, wanted: int = 200) -> Reply:
        """Send until it counts, the same each time."""
        port = self._crowd.port
        accept = "application/json" if wanted == 200 else "text/html"
        ask = post(
            port, f"/s/{self._crowd.code}/{path}", fields, cookie=self._cookie, accept=accept
        )
        while True:
            try:
                if self._line is None or not self._line.is_open:
                    self._line = await Line.open(port)
                reply = await self._line.ask(ask)
            except OSError:
                await asyncio.sleep(AGAIN_S)
                continue
            if reply.status == wanted:
                return reply
            if reply.status != 503:
                self._crowd.refused.append(reply)
            await asyncio.sleep(AGAIN_S)
