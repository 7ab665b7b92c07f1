"""Putting a device on a table, for all who have no phone of their own."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.turns import Done
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import DeviceJoined
from thinkcoop.core.words import AnswerId, SessionId, TableNo
from thinkcoop.web.cookies import Holder
from thinkcoop.web.render import page
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.views.common import (
    SayNo,
    form_of,
    give_place,
    go_to,
    house,
    html,
    room_view,
    words_for,
)


@room_view("GET", "POST")
async def table(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Choose a table; from then on this device is that table's."""
    if request.method != "POST":
        return _choice(request, session)
    here, form = house(request), form_of(request)
    number, name = TableNo(form.number("table", 0)), AnswerId(form.matching("answer", ANSWER_ID))
    command = c.JoinDevice(table=number, answer=name)
    reply = await here.settled(here.writer.submit(session, command))
    if not isinstance(reply, Done):
        raise SayNo(reply)
    tables = here.host.rooms[session].state.tables.values()
    named = (table.number for table in tables if name in table.device_names)
    joined = (event.table for event in reply.events if isinstance(event, DeviceJoined))
    holder = Holder(session=session, table=[*joined, *named, number][0])
    here.heard(holder)
    return give_place(request, go_to(f"/s/{session}/"), holder)


def _choice(request: HttpRequest, session: SessionId) -> HttpResponse:
    tables = house(request).host.rooms[session].state.tables
    text = page(
        "table_choice",
        words_for(request, session),
        session=session,
        answer=house(request).fresh_id(),
        tables=list(tables),
        notice=None,
    )
    return html(text)
