"""The express lane: open streams and taps, past the framework.

An open stream costs what it must and a tap a fraction of a millisecond, so that a small board
carries a hall (`docs/decisions/0009-express-lane.md`). Everything else goes through Django.
"""

from __future__ import annotations

import json
import re
from urllib.parse import parse_qsl

from thinkcoop.app.turns import Done
from thinkcoop.core.session.commands import StartNarration
from thinkcoop.core.words import AnswerId, Refusal, SessionId, Why
from thinkcoop.live.looks import Place
from thinkcoop.live.sse import HEADERS, wants_gzip
from thinkcoop.live.watcher import Watcher
from thinkcoop.web.asgi import BadBody, Receive, Scope, Send, header, read_body, respond, wants_json
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import BadForm, Form, read_form
from thinkcoop.web.house import House, place_of, who
from thinkcoop.web.languages import language_of_page
from thinkcoop.web.narration import NARRATE, narration_at_table
from thinkcoop.web.origin import is_ours
from thinkcoop.web.refusals import No, Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.taps import tap

ROUTE = re.compile(r"/s/([0-9A-Za-z]{3,12})/(?:(stream)|do/([a-z-]{1,20}))")
HTML = b"text/html; charset=utf-8"
JSON = b"application/json"
TEXT = b"text/plain; charset=utf-8"
NO_STORE = (b"cache-control", b"no-store")


class Lane:
    """Answers what `ROUTE` names."""

    def __init__(self, house: House) -> None:
        self._house = house

    async def stream(self, scope: Scope, receive: Receive, send: Send, session: str) -> None:
        """Keep a screen up to date for as long as it is open."""
        if scope["method"] != "GET":
            return await self._end(send, session, No.NOT_LIKE_THIS)
        query = dict(parse_qsl(scope["query_string"].decode("ascii", "replace")))
        found = self._place(scope, session, query.get("view", "phone"))
        if not isinstance(found, tuple):
            return await self._end(send, session, found)
        place, holder = found
        watcher = await self._open(scope, send, SessionId(session), place, holder)
        seen = header(scope, b"last-event-id") or query.get("seen", "")
        scope["headers"] = []  # an open stream lasts for hours and needs them no more
        self._house.publisher.enter(watcher, seen=_version(seen))
        if holder is not None:
            self._house.presence.opened(who(holder))
        try:
            while (await receive())["type"] != "http.disconnect":
                pass
        finally:
            self._house.publisher.leave(watcher)
            if holder is not None:
                self._house.presence.closed(who(holder))
        return None

    def _place(self, scope: Scope, session: str, view: str) -> tuple[Place, Holder | None] | Reason:
        """Which screen is asked for, and by whom, or why it is not shown."""
        room = self._house.room(session)
        if isinstance(room, Refusal):
            return room.why
        if view == "wall":
            return Place(view="wall"), None
        if view == "desk":
            is_open = self._house.gate.is_open(scope)
            return (Place(view="desk"), None) if is_open else No.DESK_CLOSED
        holder = self._house.holder(scope, session)
        if not isinstance(holder, Holder):
            return holder
        place = place_of(holder)
        return (place, holder) if place.view == view else Why.SEAT_UNKNOWN

    async def _open(
        self, scope: Scope, send: Send, session: SessionId, place: Place, holder: Holder | None
    ) -> Watcher:
        gzip = wants_gzip(header(scope, b"accept-encoding"))
        packed = [(b"content-encoding", b"gzip"), (b"vary", b"accept-encoding")] if gzip else []
        headers = [*HEADERS, *packed]
        await send({"type": "http.response.start", "status": 200, "headers": headers})

        async def put(chunk: bytes, *, more: bool) -> None:
            await send({"type": "http.response.body", "body": chunk, "more_body": more})

        language = (
            language_of_page(scope)
            if place.view == "desk"
            else self._house.language_for(scope, session, holder)
        )
        watcher = Watcher(session, place, language=language, gzip=gzip, send=put)
        await watcher.greet()
        return watcher

    async def _end(self, send: Send, session: str, why: Reason) -> None:
        """Refuse a stream. No page to go to: nobody would see it."""
        self._house.refused[why] += 1
        words = self._house.words(self._house.language(session), session)
        body = sentence_of(why, words).encode()
        await respond(send, status_of(why), body, TEXT, [NO_STORE])

    async def act(self, scope: Scope, receive: Receive, send: Send, session: str, act: str) -> None:
        """Take one tap of a participant, and say that it counts when it is on disk."""
        if scope["method"] != "POST":
            return await self.say_no(scope, send, session, No.NOT_LIKE_THIS)
        try:
            body = await read_body(scope, receive)
        except BadBody as bad:
            return await self.say_no(scope, send, session, bad.why)
        if not is_ours(scope):
            return await self.say_no(scope, send, session, No.CROSS_SITE)
        reply = await self._take(scope, session, act, body)
        if isinstance(reply, Done):
            return await self._say_yes(scope, send, session, reply)
        return await self.say_no(scope, send, session, reply)

    async def _take(self, scope: Scope, session: str, act: str, body: bytes) -> Done | Reason:
        house = self._house
        room = house.room(session)
        if isinstance(room, Refusal):
            return room.why
        holder = house.holder(scope, session)
        if not isinstance(holder, Holder):
            return holder
        try:
            form = read_form(body)
            command = (
                self._narration(scope, SessionId(session), holder, form)
                if act == NARRATE
                else tap(act, form, holder, room.state, AnswerId(house.fresh_id()))
            )
        except BadForm as bad:
            return bad.why
        reply: Done | Reason
        if isinstance(command, Why | No):
            reply = command
        else:
            if act != "leave":
                house.heard(holder)
            reply = await house.settled(house.writer.submit(SessionId(session), command))
        if act == "answer" and not wants_json(scope):
            house.refused_forms.note(holder, form, taken=isinstance(reply, Done))
        return reply

    def _narration(
        self, scope: Scope, session: SessionId, holder: Holder, form: Form
    ) -> StartNarration | Reason:
        language = self._house.language_for(scope, session, holder)
        return narration_at_table(self._house, session, holder, form, language)

    async def _say_yes(self, scope: Scope, send: Send, session: str, done: Done) -> None:
        if wants_json(scope):
            body = b'{"ok":true,"version":%d}' % done.version
            return await respond(send, 200, body, JSON, [NO_STORE])
        return await _go_to(send, f"/s/{session}/?n=counted")

    async def say_no(self, scope: Scope, send: Send, session: str, why: Reason) -> None:
        """Refuse a post of a participant, with a sentence and a way back."""
        self._house.refused[why] += 1
        holder = self._house.holder(scope, session)
        known = holder if isinstance(holder, Holder) else None
        language = self._house.language_for(scope, session, known)
        words = self._house.words(language, session)
        sentence = sentence_of(why, words)
        status = status_of(why)
        if wants_json(scope):
            answer = {"ok": False, "why": str(why), "sentence": sentence}
            body = json.dumps(answer, ensure_ascii=False).encode()
            return await respond(send, status, body, JSON, [NO_STORE])
        there = not isinstance(self._house.room(session), Refusal)
        if there and status in (400, 403, 409) and why != No.CROSS_SITE:
            return await _go_to(send, f"/s/{session}/?n={why}")
        link = f"/s/{session}/" if there else "/"
        html = page("notice", words, words=sentence, link=link, link_words=words.say("back"))
        return await respond(send, status, html.encode(), HTML, [NO_STORE])


async def _go_to(send: Send, address: str) -> None:
    await respond(send, 303, b"", HTML, [(b"location", address.encode()), NO_STORE])


def _version(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 12 else -1
