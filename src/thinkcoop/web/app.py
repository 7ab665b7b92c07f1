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
    announced_size,
    header,
    read_body,
    respond,
    wants_json,
)
from thinkcoop.web.assets import asset
from thinkcoop.web.cookies import Holder
from thinkcoop.web.house import HOUSE, House
from thinkcoop.web.lane import HTML, JSON, ROUTE, Lane
from thinkcoop.web.languages import language_of_page
from thinkcoop.web.origin import is_ours
from thinkcoop.web.refusals import No, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.spoken import part_of, sound_at

STATIC = "/static/"
SPOKEN = "/voice/"
WORTH_PACKING = 500
PACK_LEVEL = 5
PACKED = (b"image/png", b"application/pdf")
"""What is packed already."""
NARRATION = re.compile(r"/desk/voice/[a-z0-9-]{1,40}/[A-Za-z0-9-]{2,20}/take")
CAMERA = re.compile(r"/(?:s|desk)/([0-9A-Za-z]{3,12})/cards")
LARGEST_PICTURES = 64_000_000
"""Bytes of all pictures that are sent at once; a phone's picture has 2 to 8 million."""
SLOWEST_PICTURES_S = 180.0
QUIET_S = 15.0
"""So long a picture may hang on its way, while others wait to send theirs."""
MOST_SENDING = 2
"""So many send pictures at once: each lies in memory whole."""
VOICE = re.compile(r"/s/([0-9A-Za-z]{3,12})/voice")
MOST_RECORDINGS = 12
"""So many are read at once: each lies in memory until it is on the disk."""
SLOWEST_RECORDING_S = 60.0
LARGEST_NARRATION = 30_000_000
"""Bytes of all files that are sent at once."""
SLOWEST_NARRATION_S = 120.0
FOR_EVER = (b"cache-control", b"public, max-age=31536000, immutable")

log = structlog.get_logger(__name__)


class Door:
    """The ASGI application of a house."""

    def __init__(self, house: House, django: App) -> None:
        self._house = house
        self._lane = Lane(house)
        self._django = django
        self._eyes = asyncio.Semaphore(MOST_SENDING)
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
        if scope["method"] == "POST" and (shot := CAMERA.fullmatch(path)) is not None:
            return await self._look(scope, receive, send, shot[1])
        if scope["method"] == "POST" and NARRATION.fullmatch(path):
            return await self._take_narration(scope, receive, send)
        if path.startswith(STATIC):
            return await self._static(scope, send, path.removeprefix(STATIC))
        if path.startswith(SPOKEN):
            return await self._speak(scope, send, path.removeprefix(SPOKEN))
        return await self._pass_on(scope, receive, send)

    async def _speak(self, scope: Scope, send: Send, name: str) -> None:
        """A recorded sentence, or the part of it that old Safari asks for first."""
        found = await asyncio.to_thread(sound_at, self._house.voices, name)
        if found is None:
            return await self._sorry(scope, send, No.NO_SUCH_PAGE)
        part = part_of(found, header(scope, b"range"))
        return await respond(send, part.status, part.body, found.kind, [FOR_EVER, *part.headers])

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

    async def _look(self, scope: Scope, receive: Receive, send: Send, session: str) -> None:
        """Pictures of cards: very large, read only from who may, and from few at a time.

        A tap that brings no picture waits for nobody.
        """
        holder = self._house.holder(scope, session)
        may = isinstance(holder, Holder) or self._house.gate.is_open(scope)
        if not may or not is_ours(scope, must_say=scope["path"].startswith("/desk")):
            why = No.CROSS_SITE if may or isinstance(holder, Holder) else holder
            return await self._lane.say_no(scope, send, session, why)
        if 0 < announced_size(scope) <= LARGEST_BODY:
            return await self._pass_on(scope, receive, send)
        async with self._eyes:
            try:
                body = await read_body(
                    scope,
                    receive,
                    most=LARGEST_PICTURES,
                    within_s=SLOWEST_PICTURES_S,
                    quiet_s=QUIET_S,
                )
            except BadBody as bad:
                why = No.PICTURE_TOO_LARGE if bad.why == No.TOO_LARGE else bad.why
                return await self._lane.say_no(scope, send, session, why)
            return await self._to_django(scope, receive, send, body)

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

    async def _take_narration(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Recordings for the house itself: large, so they are read only from the convener."""
        may = self._house.gate.is_open(scope) and is_ours(scope, must_say=True)
        most = LARGEST_NARRATION if may else LARGEST_BODY
        async with self._ears:
            try:
                body = await read_body(scope, receive, most=most, within_s=SLOWEST_NARRATION_S)
            except BadBody as bad:
                why = No.NARRATION_TOO_LARGE if may and bad.why == No.TOO_LARGE else bad.why
                return await self._sorry(scope, send, why)
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
        words = self._house.words(language_of_page(scope))
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
