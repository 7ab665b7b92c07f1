"""A room of phones at work: everyone comes in and answers, the last answer moves the room."""

from __future__ import annotations

import asyncio
import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random
from time import perf_counter

from bench.hall import EDITION, MODULE_ID, OPTIONS, step_name
from bench.phones import Frame, Inbox, Line, Reply, Stream, get, post
from thinkcoop.core.screens.people import PEOPLE

AT_ONCE = 25
"""So many come in at the same time, as in the peers' figures."""
PATIENCE_S = 120.0
JSON = "application/json"


@dataclass(slots=True, kw_only=True)
class Phone:
    """Somebody's phone: one line for what is sent, one stream for what is shown."""

    number: int
    picture: str
    line: Line
    cookie: str = ""
    stream: Stream | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One question that everyone answered."""

    ack_ms: list[float]
    """From pressing to *it counts*, for each phone."""
    screen_ms: list[float]
    """From the last pressing to the next question, for each phone."""
    took_s: float
    """From the first pressing to the last acknowledgement."""
    wire: list[int]
    """Bytes of the frame with the next question, for each phone."""


@dataclass(slots=True)
class Room:
    """A session on a server, with everybody in it."""

    port: int
    people: int
    chance: Random
    code: str = ""
    phones: list[Phone] = field(default_factory=list)
    inbox: Inbox = field(default_factory=Inbox)
    shown: defaultdict[str, dict[int, Frame]] = field(default_factory=lambda: defaultdict(dict))
    """For each step the first frame of each phone with it."""
    _changed: asyncio.Event = field(default_factory=asyncio.Event)

    async def open(self) -> None:
        """Let the convener open the session; it begins when everyone is there."""
        fields = {"module": MODULE_ID, "edition": EDITION, "expected": str(self.people)}
        reply = await self._at_the_desk("new", fields)
        found = re.fullmatch(r"/desk/(\w+)/", reply.header("location"))
        assert found, reply
        self.code = found[1]

    async def _at_the_desk(self, act: str, fields: dict[str, str]) -> Reply:
        line = await Line.open(self.port)
        reply = await line.ask(post(self.port, f"/desk/{act}", fields))
        line.close()
        return reply

    async def come_in(self) -> float:
        """Everyone scans, takes a seat and has a screen; then it begins. Returns the seconds."""
        began = perf_counter()
        turnstile = asyncio.Semaphore(AT_ONCE)
        numbers = range(1, self.people + 1)
        for group in (numbers[: len(PEOPLE)], numbers[len(PEOPLE) :]):
            self.phones += await asyncio.gather(*(self._come(n, turnstile) for n in group))
        came = perf_counter() - began
        await self._at_the_desk(f"{self.code}/go-on", {})  # nobody has to find a table here
        await self.everyone_sees(step_name(1))
        return came

    async def _come(self, number: int, turnstile: asyncio.Semaphore) -> Phone:
        async with turnstile:
            picture = PEOPLE[(number - 1) % len(PEOPLE)]
            phone = Phone(number=number, picture=picture, line=await Line.open(self.port))
            await phone.line.ask(get(self.port, f"/s/{self.code}/"))
            fields = {
                "answer": self.fresh_id(),
                "picture": phone.picture,
                "trade": "seller",
                "reads": "1",
                "name": "",
            }
            reply = await phone.line.ask(post(self.port, f"/s/{self.code}/join", fields))
            assert reply.status == 303, reply
            phone.cookie = reply.header("set-cookie").partition(";")[0]
            await phone.line.ask(get(self.port, f"/s/{self.code}/", cookie=phone.cookie))
            phone.stream = await self.watch(phone)
            return phone

    async def watch(self, phone: Phone) -> Stream:
        """Open a stream for the phone; also a second one."""

        def heard(frame: Frame) -> None:
            seen = self.shown[frame.step]
            if phone.number not in seen:
                seen[phone.number] = frame
                if len(seen) == self.people:
                    self._changed.set()

        path = f"/s/{self.code}/stream?view=phone"
        ask = get(self.port, path, cookie=phone.cookie, accept="text/event-stream")
        return await Stream.open(self.port, ask, self.inbox, heard)

    async def everyone_sees(self, step: str) -> None:
        """Wait until every phone shows that step."""
        async with asyncio.timeout(PATIENCE_S):
            while len(self.shown[step]) < self.people:
                self._changed.clear()
                await self._changed.wait()

    async def all_press(
        self, number: int, *, moments: Sequence[float] = (), follows: bool = True
    ) -> Round:
        """Everyone answers question `number`: all at once, or in any order at these `moments`.

        Then wait until everyone sees the next question, unless none `follows`.
        """
        for phone in self.phones:
            if not phone.line.is_open:  # nobody pressed for a while
                phone.line = await Line.open(self.port)
        asks = [(phone, self._answer(phone, step_name(number))) for phone in self.phones]
        if moments:
            self.chance.shuffle(asks)
            pressing = zip(asks, moments, strict=True)
            replies = await asyncio.gather(*(_press(*ask, moment) for ask, moment in pressing))
        else:
            replies = await asyncio.gather(*[phone.line.ask(ask) for phone, ask in asks])
        assert all(reply.status == 200 for reply in replies), replies
        if follows:
            await self.everyone_sees(step_name(number + 1))
        last = max(reply.sent for reply in replies)
        frames = self.shown[step_name(number + 1)].values()
        return Round(
            ack_ms=[reply.waited_ms for reply in replies],
            screen_ms=[(frame.at - last) * 1000 for frame in frames],
            took_s=max(r.got for r in replies) - min(r.sent for r in replies),
            wire=[frame.wire for frame in frames],
        )

    def _answer(self, phone: Phone, step: str) -> bytes:
        fields = {
            "step": step,
            "v": str(self.chance.randrange(len(OPTIONS))),
            "answer": self.fresh_id(),
        }
        path = f"/s/{self.code}/do/answer"
        return post(self.port, path, fields, cookie=phone.cookie, accept=JSON)

    def fresh_id(self) -> str:
        """A name for an answer, as phones make them."""
        return f"{self.chance.getrandbits(128):032x}"

    def close(self) -> None:
        """Everyone goes home."""
        for phone in self.phones:
            phone.line.close()
            if phone.stream is not None:
                phone.stream.close()


async def _press(phone: Phone, ask: bytes, moment: float) -> Reply:
    await asyncio.sleep(moment)
    return await phone.line.ask(ask)
