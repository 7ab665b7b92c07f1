"""Phones as a load program holds them: bare HTTP/1.1, so that the client is never the bottleneck.

What arrives gets its time at once and is read only when nothing more is waiting, so that unpacking
one phone's screen does not make the next phone look late. Knows nothing of the product but the
form of a stream and the hidden `step` field of its forms.
"""

from __future__ import annotations

import asyncio
import re
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from time import perf_counter
from typing import cast
from urllib.parse import urlencode

HOST = "127.0.0.1"
STEP = re.compile(rb'name="step" value="([^"]*)"')
BROWSER = (
    "User-Agent: Mozilla/5.0 (Linux; Android 11; SM-A125F) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/120.0.0.0 Mobile Safari/537.36\r\n"
    "Accept-Encoding: gzip, deflate\r\n"
    "Accept-Language: en-US,en;q=0.9,km;q=0.8\r\n"
    "Connection: keep-alive\r\n"
)
"""About as much as a phone's browser says with every request."""


def get(port: int, path: str, *, cookie: str = "", accept: str = "text/html,*/*;q=0.8") -> bytes:
    """A GET as a browser sends it."""
    mine = f"Cookie: {cookie}\r\n" if cookie else ""
    head = f"GET {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\n{BROWSER}Accept: {accept}\r\n{mine}\r\n"
    return head.encode()


def post(
    port: int, path: str, fields: dict[str, str], *, cookie: str = "", accept: str = "text/html"
) -> bytes:
    """A form as a browser sends it from a page of ours."""
    body = urlencode(fields)
    mine = f"Cookie: {cookie}\r\n" if cookie else ""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {HOST}:{port}\r\n{BROWSER}Accept: {accept}\r\n"
        f"Origin: http://{HOST}:{port}\r\nSec-Fetch-Site: same-origin\r\n{mine}"
        f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return (head + body).encode()


@dataclass(frozen=True, slots=True)
class Reply:
    """A whole response."""

    status: int
    head: bytes = field(repr=False)
    body: bytes = field(repr=False)
    """Unpacked."""
    wire: int
    """Bytes of head and body as they came."""
    sent: float
    got: float
    """Moments of `perf_counter`."""

    @property
    def waited_ms(self) -> float:
        """From the first byte sent to the last byte received."""
        return (self.got - self.sent) * 1000

    def header(self, name: str) -> str:
        """The first header of that name, or nothing."""
        found = re.search(rb"(?im)^" + name.encode() + rb": *(.*?)\r?$", self.head)
        return found[1].decode() if found else ""


class Line(asyncio.Protocol):
    """A connection that is kept; one request at a time."""

    def __init__(self) -> None:
        self._transport: asyncio.WriteTransport | None = None
        self._future: asyncio.Future[Reply] | None = None
        self._came = bytearray()
        self._sent = 0.0

    @classmethod
    async def open(cls, port: int) -> Line:
        """Connect. Raises OSError when nobody answers."""
        _, line = await asyncio.get_running_loop().create_connection(cls, HOST, port)
        return line

    @property
    def is_open(self) -> bool:
        """Whether the server has not closed it meanwhile."""
        return self._transport is not None and not self._transport.is_closing()

    def ask(self, request: bytes) -> asyncio.Future[Reply]:
        """Send a request; the future fails with ConnectionError when the line breaks."""
        future: asyncio.Future[Reply] = asyncio.get_running_loop().create_future()
        if self._transport is None or not self.is_open:
            future.set_exception(ConnectionResetError())
            return future
        self._future = future
        self._sent = perf_counter()
        self._transport.write(request)
        return future

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.WriteTransport, transport)  # uvloop's are not registered

    def data_received(self, data: bytes) -> None:
        self._came += data
        end = self._came.find(b"\r\n\r\n")
        if end < 0:
            return
        head = bytes(self._came[:end])
        length = re.search(rb"(?i)content-length: *(\d+)", head)
        whole = end + 4 + (int(length[1]) if length else 0)
        if len(self._came) >= whole and self._future is not None:
            got, future, self._future = perf_counter(), self._future, None
            body = bytes(self._came[end + 4 : whole])
            self._came.clear()
            if not future.done():
                future.set_result(_reply(head, body, self._sent, got))

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if self._future is not None and not self._future.done():
            self._future.set_exception(ConnectionResetError())


def _reply(head: bytes, body: bytes, sent: float, got: float) -> Reply:
    wire = len(head) + 4 + len(body)
    plain = zlib.decompress(body, 31) if b"content-encoding: gzip" in head.lower() else body
    return Reply(int(head[9:12]), head, plain, wire, sent, got)


@dataclass(frozen=True, slots=True)
class Frame:
    """A screen that a stream brought."""

    at: float
    """When it came, as `perf_counter` counts."""
    version: int
    step: str
    """What its form answers; empty when it has none."""
    wire: int
    """Bytes on the wire."""


@dataclass(slots=True)
class Inbox:
    """What came on all streams and was not read yet."""

    waiting: list[tuple[Stream, float, bytes]] = field(default_factory=list)

    def note(self, stream: Stream, data: bytes) -> None:
        """Keep it with its moment; read it when nothing more comes in."""
        if not self.waiting:
            asyncio.get_running_loop().call_soon(self._read)
        self.waiting.append((stream, perf_counter(), data))

    def _read(self) -> None:
        came, self.waiting = self.waiting, []
        for stream, at, data in came:
            stream.read(at, data)


class Stream(asyncio.Protocol):
    """An open stream of screens, packed as browsers ask for it."""

    def __init__(self, inbox: Inbox, heard: Callable[[Frame], None]) -> None:
        self._inbox = inbox
        self._heard = heard
        self._transport: asyncio.WriteTransport | None = None
        self._unpack = zlib.decompressobj(31)
        self._came = b""
        self._text = b""
        self._head = True
        self.lost: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        """Done when the line is broken or was closed."""
        self.status = 0

    @classmethod
    async def open(
        cls, port: int, request: bytes, inbox: Inbox, heard: Callable[[Frame], None]
    ) -> Stream:
        """Connect and ask. Raises OSError when nobody answers."""
        loop = asyncio.get_running_loop()
        transport, stream = await loop.create_connection(lambda: cls(inbox, heard), HOST, port)
        transport.write(request)
        return stream

    def close(self) -> None:
        if self._transport is not None:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.WriteTransport, transport)  # uvloop's are not registered

    def data_received(self, data: bytes) -> None:
        self._inbox.note(self, data)

    def connection_lost(self, exc: Exception | None) -> None:
        self._transport = None
        if not self.lost.done():
            self.lost.set_result(None)

    def read(self, at: float, data: bytes) -> None:
        """Read what came at the moment `at`."""
        self._came += data
        if self._head:
            end = self._came.find(b"\r\n\r\n")
            if end < 0:
                return
            self.status = int(self._came[9:12])
            self._came = self._came[end + 4 :]
            self._head = False
            if self.status != 200:
                self.close()
                return
        while (chunk := self._chunk()) is not None:
            self._text += self._unpack.decompress(chunk)
            *whole, self._text = self._text.split(b"\n\n")
            for text in whole:
                if text.startswith(b"id: "):
                    self._heard(_frame(text, at, len(chunk) + 8))

    def _chunk(self) -> bytes | None:
        """The next piece of a chunked body, when all of it is there."""
        size, there, rest = self._came.partition(b"\r\n")
        if not there:
            return None
        length = int(size, 16)
        if len(rest) < length + 2:
            return None
        self._came = rest[length + 2 :]
        return rest[:length] if length else None


def _frame(text: bytes, at: float, wire: int) -> Frame:
    found = STEP.search(text)
    version = int(text[4 : text.index(b"\n")])
    return Frame(at, version, found[1].decode() if found else "", wire)
