"""The report of a meeting, for the convener: a page, a print, a spreadsheet, or data.

It is worked out in a thread: statistics take up to a second, and the room must not feel it.
"""

from __future__ import annotations

import asyncio
import json

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.report import as_json, report_of
from thinkcoop.core.paper import Document
from thinkcoop.core.words import SessionId
from thinkcoop.web.languages import OWN_NAMES
from thinkcoop.web.refusals import No
from thinkcoop.web.render import page
from thinkcoop.web.views.common import SayNo, desk_words, house, html, room_view
from thinkcoop.web.views.desk import convener_only
from thinkcoop.web.views.take_home import head_of, named_blocks
from thinkcoop.web.wording import OnPaper

SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@room_view("GET")
@convener_only
async def report(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The report as a page, with the ways to its files."""
    words = desk_words(request, session)
    document = await _document(request, session, words.language)
    here = house(request)
    text = page(
        "report",
        words,
        d=document,
        day=OnPaper(words).day(document.day),
        parts=[(part, named_blocks(part.blocks)) for part in document.parts],
        can_print=here.papers.can_print,
        can_tabulate=here.sheet_press is not None,
        view="phone",
        voice="",
    )
    return html(text)


@room_view("GET")
@convener_only
async def report_pdf(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The report to print."""
    words = desk_words(request, session)
    document = await _document(request, session, words.language)
    made = await house(request).papers.file(document, OnPaper(words), "pdf")
    if made is None:
        raise SayNo(No.NO_PRESS)
    return _file(made, "application/pdf", session, "pdf")


@room_view("GET")
@convener_only
async def report_sheet(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The report as a spreadsheet."""
    words, here = desk_words(request, session), house(request)
    if here.sheet_press is None:
        raise SayNo(No.NO_SHEET)
    document = await _document(request, session, words.language)
    made = await asyncio.to_thread(here.sheet_press, document, OnPaper(words))
    return _file(made, SHEET, session, "xlsx")


@room_view("GET")
@convener_only
async def report_json(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The report for programs (`docs/formats/report.md`)."""
    words, here = desk_words(request, session), house(request)
    document = await _document(request, session, words.language)
    state = here.host.rooms[session].state
    told = await asyncio.to_thread(as_json, state, document, OnPaper(words))
    body = json.dumps(told, ensure_ascii=False, indent=1).encode()
    return _file(body, "application/json", session, "json")


async def _document(request: HttpRequest, session: SessionId, language: str) -> Document:
    state = house(request).host.rooms[session].state
    head = await head_of(request, session)
    return await asyncio.to_thread(report_of, state, language=language, names=OWN_NAMES, head=head)


def _file(body: bytes, kind: str, session: SessionId, ending: str) -> HttpResponse:
    response = HttpResponse(body, content_type=kind)
    response["Cache-Control"] = "no-store"
    response["Content-Disposition"] = f'inline; filename="report-{session}.{ending}"'
    return response
