"""Pages to take home. The group's is open to everyone who knows the code of the meeting.

A private page is only for whoever holds the seat's own cookie, or types the seat's own number, and
then for this one request: the seat stays where it is. It is kept by nobody on the way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.ports import SeatCard, Store, StoreTrouble
from thinkcoop.app.take_home import page_of_group, page_of_seat
from thinkcoop.core.paper import Document
from thinkcoop.core.paper.document import Block
from thinkcoop.core.session.state import NOBODY
from thinkcoop.core.words import SeatNo, SessionId
from thinkcoop.web.cookies import Holder
from thinkcoop.web.papers import Format
from thinkcoop.web.people import Tile
from thinkcoop.web.refusals import No, Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.back import places_of, try_number
from thinkcoop.web.views.common import (
    SayNo,
    form_of,
    holder_of,
    house,
    html,
    query_of,
    room_view,
    words_for,
)
from thinkcoop.web.views.join import SLUG
from thinkcoop.web.views.screens import qr_svg, way_in
from thinkcoop.web.wording import OnPaper

WIDE = 100
"""Of the square that is scanned, in the points of its drawing."""
KINDS: Mapping[Format, str] = {"png": "image/png", "pdf": "application/pdf"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A private page that may be seen: whose, and what a form must bring to see it again."""

    seat: SeatNo
    again: Mapping[str, str]


@room_view("GET")
async def group(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The page of the group."""
    words = words_for(request, session)
    return _page(request, session, await _of_group(request, session, words), words)


@room_view("GET")
async def group_file(request: HttpRequest, session: SessionId, form: Format) -> HttpResponse:
    """The page of the group as a file."""
    words = words_for(request, session)
    return await _file(request, await _of_group(request, session, words), words, form)


@room_view("GET")
async def group_qr(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The address of the group's page, to be scanned."""
    response = html(_scanned(f"{way_in(request, session)}group"))
    response["Content-Type"] = "image/svg+xml"
    return response


def _scanned(address: str) -> str:
    """The square with the address below it, for those who type."""
    size = round(WIDE * 1.6 / len(address), 2)
    words = (
        f'<text x="{WIDE // 2}" y="{WIDE + 5}" font-size="{size}" font-family="sans-serif" '
        f'font-weight="700" text-anchor="middle">{escape(address)}</text>'
    )
    square = qr_svg(address).replace("<svg ", f'<svg width="{WIDE}" height="{WIDE}" ', 1)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {WIDE + 9}">'
        f"{square}{words}</svg>"
    )


@room_view("GET", "POST")
async def mine(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The page of one person."""
    opened = _opened(request, session)
    if isinstance(opened, HttpResponse):
        return opened
    words = words_for(request, session)
    document = _of_seat(request, session, opened.seat, words)
    return _page(request, session, document, words, again=opened.again)


@room_view("GET", "POST")
async def mine_file(request: HttpRequest, session: SessionId, form: Format) -> HttpResponse:
    """The page of one person as a file."""
    opened = _opened(request, session)
    if isinstance(opened, HttpResponse):
        return opened
    words = words_for(request, session)
    return await _file(request, _of_seat(request, session, opened.seat, words), words, form)


async def _of_group(request: HttpRequest, session: SessionId, words: Translator) -> Document:
    head = await head_of(request, session)
    room = house(request).host.rooms[session]
    return page_of_group(room, language=words.language, head=head)


async def head_of(request: HttpRequest, session: SessionId) -> str:
    """The seal of the log's last event; empty while the log grows with every tap."""
    host = house(request).host
    if host.rooms[session].state.phase != "over":
        return ""
    return await asyncio.to_thread(_head, host.store, session)


def _head(store: Store, session: SessionId) -> str:
    """The seal of the log's last event. In a thread: streams and taps never wait for the disk."""
    try:
        return store.head(session)
    except StoreTrouble:
        return ""
    finally:
        store.close()  # this thread's connection


def _of_seat(request: HttpRequest, session: SessionId, seat: SeatNo, words: Translator) -> Document:
    return page_of_seat(house(request).host.rooms[session], seat, language=words.language)


def _opened(request: HttpRequest, session: SessionId) -> Opened | HttpResponse:
    """Whose page may be seen, or the page that asks whose it is. No desk opens it, and no PIN."""
    if request.method != "POST":
        holder = holder_of(request, session)
        if isinstance(holder, Holder) and holder.seat != NOBODY:
            return Opened(seat=holder.seat, again={})
        return _ask(request, session, query_of(request).matching("picture", SLUG))
    form = form_of(request)
    picture, code = form.matching("picture", SLUG), form.text("code")
    if not picture or not code:
        return _ask(request, session, picture)
    card = try_number(request, session, picture, code, at_tables=True)
    if not isinstance(card, SeatCard):
        return _ask(request, session, picture, why=card)
    return Opened(seat=card.seat, again={"picture": picture, "code": code})


def _ask(
    request: HttpRequest, session: SessionId, picture: str, *, why: Reason | None = None
) -> HttpResponse:
    """Whose page is it, and the number that only this person has."""
    room = house(request).host.rooms[session]
    seats = room.state.seats.values()
    pictures = dict.fromkeys(seat.picture for seat in seats)
    words = words_for(request, session)
    text = page(
        "mine_who",
        words,
        part="code" if picture else "picture",
        choices=[] if picture else [Tile(id=name, picture=name) for name in pictures],
        places=places_of(seats, picture),
        chosen={"picture": picture} if picture else {},
        notice=None if why is None else sentence_of(why, words),
    )
    return html(text, 200 if why is None else status_of(why))


def _page(
    request: HttpRequest,
    session: SessionId,
    document: Document,
    words: Translator,
    *,
    again: Mapping[str, str] | None = None,
) -> HttpResponse:
    """The page for a browser, with the way to its files."""
    text = page(
        document.kind,
        words,
        d=document,
        day=OnPaper(words).day(document.day),
        parts=[(part, named_blocks(part.blocks)) for part in document.parts],
        can_print=house(request).papers.can_print,
        again=again or {},
        view="phone",
        voice=house(request).voice(words, session).heard(document),
    )
    return html(text)


def named_blocks(blocks: tuple[Block, ...]) -> list[tuple[str, Block]]:
    """Each block with the name by which the template knows its kind."""
    return [(type(block).__name__.lower(), block) for block in blocks]


async def _file(
    request: HttpRequest, document: Document, words: Translator, form: Format
) -> HttpResponse:
    made = await house(request).papers.file(document, OnPaper(words), form)
    if made is None:
        raise SayNo(No.NO_PRESS)
    response = HttpResponse(made, content_type=KINDS[form])
    response["Cache-Control"] = "no-store"
    response["Content-Disposition"] = f'inline; filename="thinkcoop-{document.kind}.{form}"'
    return response
