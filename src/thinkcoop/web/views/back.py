"""Coming back with another phone: one's own picture, then the seat's own number."""

from __future__ import annotations

import hmac
from collections.abc import Iterable, Mapping
from dataclasses import replace

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.ports import SeatCard
from thinkcoop.app.turns import Done
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.state import Seat
from thinkcoop.core.words import SessionId, Why
from thinkcoop.live.looks import Place
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import BadForm, whole
from thinkcoop.web.people import Tile
from thinkcoop.web.refusals import Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.views.common import (
    SayNo,
    address_of,
    form_of,
    give_place,
    go_to,
    house,
    html,
    query_of,
    room_view,
    words_for,
)
from thinkcoop.web.views.join import SLUG

WHERE_NUMBERS_ARE: Mapping[Channel, tuple[str, str]] = {
    "phone": ("phone", "number_on_phone"),
    "table": ("table-device", "number_on_table_device"),
    "card": ("card-hand", "number_on_card"),
    "paper": ("card-hand", "number_on_card"),
}
"""A picture and the words for where somebody finds the own number, by the way of taking part."""


@room_view("GET", "POST")
async def back(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Give the seat to this phone; the other one's cookie ends."""
    form = form_of(request) if request.method == "POST" else query_of(request)
    picture = form.matching("picture", SLUG)
    if not picture or "code" not in form:
        return _page(request, session, picture)
    card = try_number(request, session, picture, form.text("code"))
    if not isinstance(card, SeatCard):
        return _page(request, session, picture, why=card)
    return await _take_over(request, session, card)


async def _take_over(request: HttpRequest, session: SessionId, card: SeatCard) -> HttpResponse:
    here = house(request)
    fresh = replace(card, hand=card.hand + 1)
    command = c.ComeBack(seat=card.seat)
    reply = await here.settled(here.writer.submit(session, command, card=fresh))
    if not isinstance(reply, Done):
        raise SayNo(reply)
    await here.publisher.dismiss(session, Place(view="phone", seat=card.seat))
    holder = Holder(session=session, seat=card.seat, hand=fresh.hand)
    return give_place(request, go_to(f"/s/{session}/"), holder)


def places_of(seats: Iterable[Seat], picture: str) -> list[tuple[str, str]]:
    """Where those of `seats` who have that picture find their number: a drawing and a phrase."""
    return sorted({WHERE_NUMBERS_ARE[seat.channel] for seat in seats if seat.picture == picture})


def try_number(
    request: HttpRequest,
    session: SessionId,
    picture: str,
    code: str,
    *,
    at_tables: bool = False,
) -> SeatCard | Why:
    """The seat with that picture and that number, or why it is not told.

    `at_tables`: also those without a phone; their seats cannot be taken over by one.
    """
    here, address = house(request), address_of(request)
    seats = here.host.rooms[session].state.seats.values()
    known = picture if any(seat.picture == picture for seat in seats) else ""
    if here.number_tries.must_wait(session, known, address):
        return Why.SLOW_DOWN
    card = _card_of(request, session, picture, code, at_tables=at_tables)
    if card is None:
        here.number_tries.wrong(session, known, address)
        return Why.WRONG_CODE
    return card


def _card_of(
    request: HttpRequest,
    session: SessionId,
    picture: str,
    code: str,
    *,
    at_tables: bool,
) -> SeatCard | None:
    """The seat with that picture and that number. In a hall several people have one picture."""
    try:
        typed = f"{whole(code.strip()):04d}"
    except BadForm:
        return None
    room = house(request).host.rooms[session]
    found = None
    for number, seat in room.state.seats.items():
        card = room.cards.get(number)
        if seat.picture != picture or card is None:
            continue
        if seat.channel == "table" and not at_tables:
            continue
        if hmac.compare_digest(card.code, typed):
            found = card
    return found


def _page(
    request: HttpRequest, session: SessionId, picture: str, *, why: Reason | None = None
) -> HttpResponse:
    room = house(request).host.rooms[session]
    seats = [seat for seat in room.state.seats.values() if seat.channel != "table"]
    mine = dict.fromkeys(seat.picture for seat in seats)
    words = words_for(request, session)
    text = page(
        "back",
        words,
        session=session,
        part="code" if picture else "picture",
        choices=[] if picture else [Tile(id=name, picture=name) for name in mine],
        places=places_of(seats, picture),
        chosen={"picture": picture} if picture else {},
        notice=None if why is None else sentence_of(why, words),
    )
    return html(text, 200 if why is None else status_of(why))
