"""The door of the house: which room answers a request. No framework here.

Static files come from memory, streams and taps take the express lane, everything else goes to
Django with its body already read, so that nothing large ever lies on the disk.
"""

from __future__ import annotations

import asyncio
import json
import re
from gzip import compress

import structlog

from thinkcoop.app.ports import LARGEST_RECORDING
from thinkcoop.live.sse import wants_gzip
from thinkcoop.web.asgi import (
    LARGEST_BODY,
    SECURITY,
    App,
    BadBody,
    Gone,
    Message,
    Receive,
    Scope,
    Send,
    header,
    read_body,
    respond,
    wants_json,
)
from thinkcoop.web.assets import asset
from thinkcoop.web.cookies import Holder
from thinkcoop.web.house import HOUSE, House
from thinkcoop.web.lane import HTML, JSON, ROUTE, Lane
from thinkcoop.web.origin import is_ours
from thinkcoop.web.refusals import No, sentence_of, status_of
from thinkcoop.web.render import page

STATIC = "/static/"
WORTH_PACKING = 500
PACK_LEVEL = 5
PACKED = (b"image/png", b"application/pdf")
"""What is packed already."""
VOICE = re.compile(r"/s/([0-9A-Za-z]{3,12})/voice")
MOST_RECORDINGS = 12
"""So many are read at once: each lies in memory until it is on the disk."""
SLOWEST_RECORDING_S = 60.0
FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")

log = structlog.get_logger(__name__)


class Door:
    """The ASGI application of a house."""

    def __init__(self, house: House, django: App) -> None:
        self._house = house
        self._lane = Lane(house)
        self._django = django
        self._ears = asyncio.Semaphore(MOST_RECORDINGS)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        try:
            await self._answer(scope, receive, send)
        except Gone:
            return
        except Exception:
            log.exception("request failed", path=scope["path"])
            await self._sorry(scope, send, No.OUR_FAULT)

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        if (found := ROUTE.fullmatch(path)) is not None:
            session, stream, act = found.groups()
            if stream:
                return await self._lane.stream(scope, receive, send, session)
            return await self._lane.act(scope, receive, send, session, act)
        if scope["method"] == "POST" and (spoken := VOICE.fullmatch(path)) is not None:
            return await self._listen(scope, receive, send, spoken[1])
        if path.startswith(STATIC):
            return await self._static(scope, send, path.removeprefix(STATIC))
        return await self._pass_on(scope, receive, send)

    async def _static(self, scope: Scope, send: Send, name: str) -> None:
        found = asset(name)
        if found is None:
            return await self._sorry(scope, send, No.NO_SUCH_PAGE)
        headers = [FOR_EVER, (b"vary", b"accept-encoding")]
        body = found.plain
        if wants_gzip(header(scope, b"accept-encoding")):
            body = found.gzip
            headers.append((b"content-encoding", b"gzip"))
        return await respond(send, 200, body, found.kind.encode(), headers)

    async def _listen(self, scope: Scope, receive: Receive, send: Send, session: str) -> None:
        """A recording: large, so it is read only from who has a place, and from few at a time."""
        holder = self._house.holder(scope, session)
        may = isinstance(holder, Holder) and is_ours(scope)
        most = LARGEST_RECORDING + LARGEST_BODY if may else LARGEST_BODY
        async with self._ears:
            try:
                body = await read_body(scope, receive, most=most, within_s=SLOWEST_RECORDING_S)
            except BadBody as bad:
                why = No.RECORDING_TOO_LARGE if bad.why == No.TOO_LARGE else bad.why
                if not isinstance(holder, Holder):
                    return await self._lane.say_no(scope, send, session, holder)
                return await self._lane.say_no(scope, send, session, why if may else No.CROSS_SITE)
            return await self._to_django(scope, receive, send, body)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            body = await read_body(scope, receive)
        except BadBody as bad:
            return await self._sorry(scope, send, bad.why)
        return await self._to_django(scope, receive, send, body)

    async def _to_django(self, scope: Scope, receive: Receive, send: Send, body: bytes) -> None:
        if scope["method"] not in ("GET", "HEAD") and not is_ours(
            scope, must_say=scope["path"].startswith("/desk")
        ):
            return await self._sorry(scope, send, No.CROSS_SITE)
        scope = {**scope, HOUSE: self._house}
        gzip = wants_gzip(header(scope, b"accept-encoding"))
        return await self._django(scope, _replay(body, receive), _finished(send, gzip=gzip))

    async def _sorry(self, scope: Scope, send: Send, why: No) -> None:
        """Say a sentence where no session is known."""
        words = self._house.words("en")
        sentence = sentence_of(why, words)
        if wants_json(scope):
            answer = {"ok": False, "why": str(why), "sentence": sentence}
            return await respond(send, status_of(why), json.dumps(answer).encode(), JSON)
        html = page("notice", words, words=sentence, link="/", link_words=words.say("back"))
        return await respond(send, status_of(why), html.encode(), HTML)


def _replay(body: bytes, receive: Receive) -> Receive:
    """A `receive` that gives a body that was read already, and then whatever comes."""
    given = False

    async def again() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _finished(send: Send, *, gzip: bool) -> Send:
    """A `send` for whole pages: adds the security headers, and packs the page when it may.

    A large page comes in several pieces and is sent in one.
    """
    start: Message = {}
    pieces: list[bytes] = []

    async def finish(message: Message) -> None:
        nonlocal start
        if message["type"] == "http.response.start":
            start = message
            return
        pieces.append(message.get("body", b""))
        if message.get("more_body"):
            return
        body = b"".join(pieces)
        headers = [*start["headers"], *SECURITY]
        packed = any(value in PACKED for name, value in headers if name.lower() == b"content-type")
        if gzip and not packed and len(body) >= WORTH_PACKING:
            body = compress(body, compresslevel=PACK_LEVEL, mtime=0)
            headers += [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")]
        headers.append((b"content-length", b"%d" % len(body)))
        await send({**start, "headers": headers})
        await send({**message, "body": body, "more_body": False})

    return finish
