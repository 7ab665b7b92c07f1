"""The pages that stay open: a phone's, a table's, the wall; and the code that leads to them."""

from __future__ import annotations

import io

import segno
from django.http import HttpRequest, HttpResponse

from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import Refusal, SessionId
from thinkcoop.live.looks import Place, look_of
from thinkcoop.web.cookies import Holder
from thinkcoop.web.house import draw, place_of
from thinkcoop.web.languages import Tongue, language_of_page, tongues
from thinkcoop.web.refusals import No, sentence_of
from thinkcoop.web.render import page
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import (
    SayNo,
    holder_of,
    house,
    html,
    room_view,
    said,
    scope_of,
    words_for,
)
from thinkcoop.web.views.join import first_page, join

REFRESH_S = 5
"""How often a phone without scripts looks for a new screen."""
REFRESH_WORDS_S = 90
"""The same where somebody records: a file that is not sent yet would be lost."""
RECORDS = 'action="voice"'


@room_view("GET", "POST")
async def screen(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The phone's or the table's screen; for whoever has no place yet, the way in."""
    if request.method == "POST":  # the first page of coming in may have been shown here
        return await join(request, session)
    holder = holder_of(request, session)
    if not isinstance(holder, Holder):
        words = words_for(request, session)
        taken = sentence_of(holder, words) if holder == No.OTHER_PHONE else said(request, words)
        return first_page(request, session, notice=taken)
    house(request).heard(holder)
    if holder.seat == NOBODY:
        return table_page(request, holder)
    return phone_page(request, holder)


def spoken_in(state: State) -> list[Tongue]:
    """The languages to choose from in this room."""
    return tongues(language.code for language in state.program.module.languages)


def has_cards(state: State) -> bool:
    """Whether anybody takes part with an answer card."""
    return any(seat.channel == "card" for seat in state.seats.values())


def phone_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    here, session = house(request), holder.session
    room = here.host.rooms[session]
    words = words_for(request, session)
    seat, card = room.state.seats[holder.seat], room.cards[holder.seat]
    shown = live(request, session, place_of(holder), holder=holder)
    text = page(
        "phone",
        words,
        **shown,
        picture=seat.picture,
        name=card.name,
        code=card.code,
        has_cards=has_cards(room.state),
        tongues=spoken_in(room.state),
        notice=said(request, words),
        refresh=REFRESH_WORDS_S if RECORDS in str(shown["screen"]) else REFRESH_S,
    )
    return html(text)


def table_page(request: HttpRequest, holder: Holder) -> HttpResponse:
    words = words_for(request, holder.session)
    text = page(
        "table",
        words,
        **live(request, holder.session, place_of(holder), holder=holder),
        table=holder.table,
        has_cards=has_cards(house(request).host.rooms[holder.session].state),
        tongues=spoken_in(house(request).host.rooms[holder.session].state),
        notice=_number(request, holder, words) or said(request, words),
    )
    return html(text)


def _number(request: HttpRequest, holder: Holder, words: Translator) -> str | None:
    """The number of who has just come in on this device, told once: others will hold it, too."""
    here = house(request)
    room = here.host.rooms[holder.session]
    for session, seat in sorted(here.untold):
        if session == holder.session and room.state.seats[seat].table == holder.table:
            here.untold.discard((session, seat))
            return words.say("home_number", code=words.own_digits(room.cards[seat].code))
    return None


@room_view("GET")
async def wall(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The shared screen."""
    here = house(request)
    words = here.words(here.language(session), session)
    address = way_in(request, session)
    text = page(
        "wall",
        words,
        **live(request, session, Place(view="wall")),
        address=address.split("://", 1)[1].removesuffix(f"/s/{session}/"),
        code=session,
        qr=qr_svg(address),
    )
    return html(text)


@room_view("GET")
async def qr(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The way in, to be scanned."""
    response = html(qr_svg(way_in(request, session)))
    response["Content-Type"] = "image/svg+xml"
    return response


def live(
    request: HttpRequest, session: SessionId, place: Place, *, holder: Holder | None = None
) -> dict[str, object]:
    """What every page with a screen in it needs. With `holder` it also works without JavaScript."""
    here = house(request)
    room = here.room(session)
    if isinstance(room, Refusal):
        raise SayNo(room.why)
    state, now = room.state, here.host.now(session)
    if holder is not None:
        look = look_of(state, place, now, here.today())
        typed = here.refused_forms.typed(holder, look) if isinstance(look, Screen) else {}
        words = words_for(request, session)
        voice = here.voice(words, session)
        screen = draw(look, place.view, words, here.fresh_id(), typed, voice=voice)
    else:
        at_desk = place.view == "desk"
        language = language_of_page(scope_of(request)) if at_desk else here.language(session)
        screen = here.publisher.html(session, state, place, language)
    return {
        "session": session,
        "screen": screen,
        "version": state.version,
        "now_ms": now,
        "stream": f"/s/{session}/stream?view={place.view}&seen={state.version}",
    }


def way_in(request: HttpRequest, session: SessionId) -> str:
    """The address that phones should open: the one the reader used, if others can use it too."""
    host = request.META.get("HTTP_HOST", "")
    name = host.rpartition(":")[0] or host
    if name in ("localhost", "127.0.0.1", "[::1]", ""):
        reachable = house(request).addresses()
        if reachable:
            return f"{reachable[0]}/s/{session}/"
    return f"{request.scheme}://{host}/s/{session}/"


def qr_svg(address: str) -> str:
    """A QR code as SVG markup."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out,
        kind="svg",
        border=2,
        xmldecl=False,
        svgns=True,
        omitsize=True,
        dark="#000",
        light="#fff",
    )
    return out.getvalue().decode().strip()
