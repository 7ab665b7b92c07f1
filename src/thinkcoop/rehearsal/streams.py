"""The open streams of simulated phones: what each was shown last, and waiting for what is to come.

All streams live in one event loop in a thread of their own; whoever asks is another thread.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
import time
import zlib
from collections.abc import AsyncIterator, Callable, Coroutine
from dataclasses import dataclass
from functools import partial
from typing import Any, TypeVar

PATIENCE_S = 20.0
GZIP = 16 + zlib.MAX_WBITS

Found = TypeVar("Found")


Look = Callable[[int, str], None]


def _no_look(key: int, html: str) -> None:
    """Nobody looks."""


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """A screen that came through a stream."""

    version: int
    html: str


class StreamLost(Exception):
    """A stream was refused, or what was waited for did not come."""


class Streams:
    """Opens and closes streams, each under a key of the caller's."""

    def __init__(
        self, host: str, port: int, look: Look = _no_look, *, patience_s: float = PATIENCE_S
    ) -> None:
        """`look` sees each screen that comes, with the key of its stream."""
        self._look = look
        self._where = (host, port)
        self._patience_s = patience_s
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="phones", daemon=True)
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._shown: dict[int, Shown] = {}
        self._news = threading.Condition()
        self._thread.start()

    def __len__(self) -> int:
        return len(self._tasks)

    def open(self, key: int, path: str, cookie: str) -> Shown:
        """Open a stream and return its first screen. Raises StreamLost."""
        self._shown.pop(key, None)
        self._do(self._begin(key, path, cookie))
        return self.find(key, lambda shown: shown)

    def close(self, key: int) -> None:
        """Hang up."""
        self._do(self._end(key))

    def shown(self, key: int) -> Shown | None:
        """What this phone was shown last."""
        return self._shown.get(key)

    def find(self, key: int, what: Callable[[Shown], Found | None]) -> Found:
        """Return `what` is found on a screen of this phone, as soon as it is. Raises StreamLost."""
        until = time.monotonic() + self._patience_s
        seen: Shown | None = None
        while True:
            with self._news:
                left = until - time.monotonic()
                if not self._news.wait_for(partial(self._has_other, key, seen), max(0.0, left)):
                    raise StreamLost(
                        f"phone {key} did not get its screen in {self._patience_s:g} s"
                    )
                seen = self._shown[key]
            if (found := what(seen)) is not None:
                return found

    def _has_other(self, key: int, seen: Shown | None) -> bool:
        return self._shown.get(key) not in (None, seen)

    def stop(self) -> None:
        """Hang up everywhere and end the thread."""
        for key in list(self._tasks):
            self.close(key)
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(timeout=5)
        self._loop.close()

    def _do(self, what: Coroutine[Any, Any, None]) -> None:
        asyncio.run_coroutine_threadsafe(what, self._loop).result(PATIENCE_S)

    async def _begin(self, key: int, path: str, cookie: str) -> None:
        self._tasks[key] = asyncio.ensure_future(self._read(key, path, cookie))

    async def _end(self, key: int) -> None:
        task = self._tasks.pop(key, None)
        if task is not None:
            task.cancel()
            with contextlib.suppress(asyncio.CancelledError, OSError, EOFError):
                await task

    async def _read(self, key: int, path: str, cookie: str) -> None:
        host, port = self._where
        reader, writer = await asyncio.open_connection(host, port)
        try:
            lines = (
                f"GET {path} HTTP/1.1",
                f"Host: {host}:{port}",
                "Accept: text/event-stream",
                "Accept-Encoding: gzip",
                f"Cookie: {cookie}",
            )
            writer.write("\r\n".join([*lines, "", ""]).encode())
            head = await reader.readuntil(b"\r\n\r\n")
            if b" 200 " not in head.split(b"\r\n", 1)[0]:
                return
            async for block in _blocks(reader, gzip=b"content-encoding: gzip" in head.lower()):
                self._take(key, block)
        finally:
            writer.close()

    def _take(self, key: int, block: str) -> None:
        parts = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if "id" not in parts or "data" not in parts:
            return
        html = parts["data"].split(" ", 1)[1]
        self._look(key, html)
        with self._news:
            self._shown[key] = Shown(int(parts["id"]), html)
            self._news.notify_all()


async def _blocks(reader: asyncio.StreamReader, *, gzip: bool) -> AsyncIterator[str]:
    """The blocks of a stream, out of chunks and out of their compression, until it ends."""
    packed = zlib.decompressobj(GZIP)
    text = b""
    while (size := int((await reader.readline()).strip() or b"0", 16)) > 0:
        chunk = await reader.readexactly(size)
        await reader.readline()
        text += packed.decompress(chunk) if gzip else chunk
        *blocks, text = text.split(b"\n\n")
        for block in blocks:
            yield block.decode()
