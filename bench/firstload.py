"""What a browser fetches when a phone opens its page for the first time."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bench.phones import Line, get

FETCHED = re.compile(
    rb'<(?:link[^>]*rel="(?:stylesheet|icon|preload|manifest)"[^>]*href|script[^>]*src|img[^>]*src)'
    rb'="([^"]+)"'
)
IN_STYLE = re.compile(rb'url\(["\']?(?!data:)([^"\')]+)')


@dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """Everything that was fetched; the stream, which every page then opens, is not counted."""

    requests: int
    wire: int
    """Bytes of heads and packed bodies."""
    parts: dict[str, int]
    """Wire bytes by path."""


async def first_load(port: int, path: str, cookie: str) -> Load:
    """Fetch the page and all that it and its styles name, one after the other, with no cache."""
    line = await Line.open(port)
    parts: dict[str, int] = {}
    waiting = [path]
    while waiting:
        one = waiting.pop(0)
        reply = await line.ask(get(port, one, cookie=cookie))
        assert reply.status == 200, (one, reply.status)
        parts[one] = reply.wire
        named = FETCHED.findall(reply.body) + IN_STYLE.findall(reply.body)
        texts = [name.decode() for name in named]
        waiting += [t for t in texts if t.startswith("/") and t not in parts and t not in waiting]
    line.close()
    return Load(requests=len(parts), wire=sum(parts.values()), parts=parts)
