"""Bodies of requests: how much is read, and how long somebody may take."""

from __future__ import annotations

import asyncio

import pytest

from thinkcoop.web.asgi import MOST_DRAINED, BadBody, Message, Scope, read_body
from thinkcoop.web.refusals import No


def sent(size: int) -> Scope:
    return {"headers": [(b"content-length", b"%d" % size)]}


async def test_as_much_is_read_as_the_page_allows() -> None:
    size = MOST_DRAINED + 1

    async def receive() -> Message:
        return {"type": "http.request", "body": bytes(size), "more_body": False}

    assert len(await read_body(sent(size), receive, most=size)) == size
    with pytest.raises(BadBody) as bad:
        await read_body(sent(size), receive, most=size - 1)
    assert bad.value.why == No.TOO_LARGE


async def test_who_stops_in_the_middle_is_not_waited_for() -> None:
    parts = iter([b"--x", b"y"])

    async def receive() -> Message:
        if (part := next(parts, None)) is None:
            await asyncio.Event().wait()  # nothing comes any more
        return {"type": "http.request", "body": part, "more_body": True}

    with pytest.raises(BadBody) as bad:
        await read_body(sent(100), receive, within_s=60, quiet_s=0.01)
    assert bad.value.why == No.TOO_SLOW
