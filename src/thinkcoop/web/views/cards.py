"""Reading answer cards with a camera: any phone of the room, a table's device, or the desk.

Pictures are looked at in memory and thrown away. What they show is kept until it is counted, and
no page says which side a card shows.
"""

from __future__ import annotations

import asyncio
import json
import re

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.turns import Done
from thinkcoop.core.cards import CARDS, MOST_PICTURES, Reading, Sighting, Unreadable, sign_up
from thinkcoop.core.paper.card_sheet import card_sheet
from thinkcoop.core.session.asking import on_wall
from thinkcoop.core.session.state import State
from thinkcoop.core.words import AnswerId, SessionId, Why
from thinkcoop.web.asgi import wants_json
from thinkcoop.web.assets import has_card_reader
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import BadForm
from thinkcoop.web.house import House
from thinkcoop.web.refusals import No, Reason
from thinkcoop.web.render import page
from thinkcoop.web.takes import Take, seats_by_card
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import (
    BROKEN_PARTS,
    SayNo,
    desk_words,
    go_to,
    holder_of,
    house,
    html,
    room_view,
    said,
    scope_of,
    words_for,
)
from thinkcoop.web.views.desk import convener_only

FIELD = "picture"
MARKS = "marks"
STEP = "step"
"""A question that was open on the page from which a picture comes (`Asked.name`)."""
LOOK_AGAIN_MS = 10_000
MARK = re.compile(r"(\d{1,2}):([0-3])")
"""What a browser that reads by itself tells of a picture: card and quarter turns."""


@room_view("GET", "POST")
async def cards(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Take a picture of all cards; see which were seen; count them."""
    _may_read(request, session)
    if request.method == "GET":
        return _page(request, session)
    here = house(request)
    state = here.host.rooms[session].state
    try:
        sightings, wrong = await _look(request, state)
        state = here.host.rooms[session].state  # which may have gone on meanwhile
        # a private path goes on soon: what was seen of it counts at once, and is not lost with it
        counted = "count" in request.POST or on_wall(state) is not None
    except BROKEN_PARTS:
        raise BadForm from None
    taken_for = set(request.POST.getlist(STEP))
    film = wants_json(scope_of(request))
    here.card_takes.add(session, state, sightings, taken_for, film=film)
    take = here.card_takes.take(session, state)
    late = bool(taken_for) and taken_for != set(take.questions)
    if film:
        return await _told_to_film(request, session, take, late=late, counted=counted)
    if take.whole or (counted and (take.seen or "count" in request.POST)):
        return await _count(request, session, take)
    if late and taken_for.isdisjoint(take.questions):
        return go_to(f"?n={Why.STEP_CLOSED}")
    if wrong is not None:
        return go_to(f"?no={wrong.value}")
    nothing = sightings and not any(each.readings for each in sightings)
    return go_to("?none=1" if nothing else "?")


@room_view("GET")
@convener_only
async def to_print(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Answer cards for the printer: for everyone who is expected, one or two on a page."""
    here = house(request)
    if here.card_press is None:
        raise SayNo(No.NO_PRESS)
    state, words = here.host.rooms[session].state, words_for(request, session)
    expected = state.header.expected if state.header is not None else 0
    people = min(CARDS, max(expected, len(state.seats), 1))
    sheet = card_sheet(people, two="two" in request.GET)
    made = await asyncio.to_thread(here.card_press, sheet, words)
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="cards.pdf"'
    response["Cache-Control"] = "no-store"
    return response


def _may_read(request: HttpRequest, session: SessionId) -> None:
    """Whoever has a place in the room may, and the convener. Raises SayNo for others."""
    holder = holder_of(request, session)
    if not isinstance(holder, Holder) and not house(request).gate.is_open(scope_of(request)):
        raise SayNo(holder)


async def _look(request: HttpRequest, state: State) -> tuple[list[Sighting], Unreadable | None]:
    """What the pictures of a post show, and why the last that could not be read was not read."""
    here, roster = house(request), frozenset(seats_by_card(state))
    marks = request.POST.getlist(MARKS)[:MOST_PICTURES]
    # where pictures can be looked at here, only the convener's word counts without one
    sightings = [_told(each) for each in marks if here.card_reader is None or at_desk(request)]
    wrong: Unreadable | None = None
    pictures = [file.read() for file in request.FILES.getlist(FIELD)[:MOST_PICTURES]]
    if not any(pictures):
        return sightings, None
    if here.card_reader is None:
        raise SayNo(No.NO_CAMERA)
    for picture in pictures:
        found = await asyncio.to_thread(here.read_cards, picture, roster)
        if isinstance(found, Unreadable):
            wrong = found
        else:
            sightings.append(found)
    return sightings, wrong


def at_desk(request: HttpRequest) -> bool:
    """Whether it is the convener's own page."""
    return request.path.startswith("/desk/") and house(request).gate.is_open(scope_of(request))


def _told(marks: str) -> Sighting:
    """What a phone saw by itself. Cards that do not exist are left out."""
    found = ((int(card), int(turns)) for card, turns in MARK.findall(marks))
    readings = (Reading(c, sign_up(c, turns)) for c, turns in found if 1 <= c <= CARDS)
    return Sighting(readings=frozenset(readings), pixels=0)


async def _told_to_film(
    request: HttpRequest, session: SessionId, take: Take, *, late: bool, counted: bool
) -> HttpResponse:
    """For a film: how far it is, in a sentence. With the last card everything is counted.

    `late`: other questions are open than on the page that films, so it must be loaded anew.
    """
    words, here = words_for(request, session), house(request)
    seen = take.counted + len(take.seen)
    told: dict[str, object] = {"ok": not late, "whole": take.whole or seen == take.asked}
    told_words = words.say("cards_seen", seen=seen, asked=take.asked)
    if take.whole or (counted and take.seen):
        done = await _count(request, session, take)
        told["ok"] = "?n=" not in done["Location"]
    state = here.host.rooms[session].state
    if on_wall(state) is not None:  # the film goes on with what the wall asks next
        asked = here.card_takes.take(session, state).questions
        told = {"ok": True, "whole": False, "questions": asked}
        told_words = told_words if take.asked else words.say("cards_none_now")
    response = html(json.dumps({**told, "sentence": told_words}, ensure_ascii=False))
    response["Content-Type"] = "application/json"
    return response


def _name(request: HttpRequest) -> AnswerId:
    """What this reading is called, also when it is sent again. Raises BadForm."""
    named = request.POST.get("answer", "") or house(request).fresh_id()
    if not re.fullmatch(ANSWER_ID, named, re.ASCII):
        raise BadForm
    return AnswerId(named)


async def _count(request: HttpRequest, session: SessionId, take: Take) -> HttpResponse:
    here = house(request)
    command = here.card_takes.command(session, here.host.rooms[session].state, _name(request))
    reply: Done | Reason = await here.settled(here.writer.submit(session, command))
    if not isinstance(reply, Done):
        return go_to(f"?n={reply}")
    here.card_takes.done(session, command)
    return go_to("?all=1" if take.whole else f"?some={len(take.seen)}")


def _page(request: HttpRequest, session: SessionId) -> HttpResponse:
    here = house(request)
    state = here.host.rooms[session].state
    desk = request.path.startswith("/desk/")
    words = desk_words(request, session) if desk else words_for(request, session)
    take = here.card_takes.take(session, state)
    text = page(
        "cards",
        words,
        session=session,
        take=take,
        pictures={number: seat.picture for number, seat in state.seats.items()},
        told=_what_happened(request, words),
        reads=here.card_reader is not None,
        reads_here=has_card_reader(),
        back_url=f"/desk/{session}/" if desk else f"/s/{session}/",
        most=MOST_PICTURES,
        next_ms=_next_ms(here, session),
        notice=said(request, words),
    )
    return html(text)


def _next_ms(here: House, session: SessionId) -> int | None:
    """In how many milliseconds the wall goes on to another question of a private path; or None.

    In a pause nobody knows; then the page looks again after a while.
    """
    state = here.host.rooms[session].state
    if on_wall(state) is None:
        return None
    if state.paused_at is not None:
        return LOOK_AGAIN_MS
    return max(0, state.room.item_until - here.host.now(session))


def _what_happened(request: HttpRequest, words: Translator) -> str:
    """One sentence on the last picture, or on what was counted."""
    asked = request.GET
    if "all" in asked:
        return words.say("cards_all")
    if (some := asked.get("some", "")).isdecimal():
        return words.say("cards_some", count=int(some[:3]))
    if "none" in asked:
        return words.say("cards_none_seen")
    wrong = next((each for each in Unreadable if each.value == asked.get("no")), None)
    return "" if wrong is None else words.unreadable(wrong)
