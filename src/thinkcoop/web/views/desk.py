"""The convener's pages: start a session, see how the day goes, a few buttons for real life."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.opening import opened_session, planned_length, prepare
from thinkcoop.app.turns import Done
from thinkcoop.core.module.model import Module
from thinkcoop.core.paper.slips import slips
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import people_here
from thinkcoop.core.session.state import BY_HAND, State
from thinkcoop.core.words import (
    MINUTE,
    ROOM,
    AnswerId,
    Millis,
    Refusal,
    SeatNo,
    SessionId,
    StepId,
    Why,
)
from thinkcoop.live.looks import Place
from thinkcoop.web.cookies import DESK
from thinkcoop.web.house import House
from thinkcoop.web.languages import Tongue, product_languages, tongues
from thinkcoop.web.refusals import No, Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import (
    SayNo,
    View,
    desk_words,
    form_of,
    go_to,
    house,
    html,
    plain_view,
    query_of,
    room_view,
    said,
    scope_of,
)
from thinkcoop.web.views.join import let_in
from thinkcoop.web.views.pin import ask_pin
from thinkcoop.web.views.screens import live, qr_svg, way_in
from thinkcoop.web.wishes import Hours, read_wishes

NEXT_MEETING_IN = Millis(15 * MINUTE)
"""So much time to arrive; the convener may begin earlier with whoever is here."""


def convener_only(view: View) -> View:
    """Let in whoever sits at this machine or knows the PIN; ask all others for it."""

    @wraps(view)
    async def guarded(request: HttpRequest, **parts: str) -> HttpResponse:
        if house(request).gate.is_open(scope_of(request)):
            return await view(request, **parts)
        if request.method == "POST":
            raise SayNo(No.DESK_CLOSED)
        why = Why.WRONG_PIN if request.COOKIES.get(DESK) else None
        return ask_pin(request, request.path, why=why)

    return guarded


@plain_view("GET")
@convener_only
async def everything(request: HttpRequest) -> HttpResponse:
    """All sessions of this machine, and starting a new one."""
    return await _everything(request)


async def _everything(request: HttpRequest, why: Reason | None = None) -> HttpResponse:
    here = house(request)
    words = desk_words(request)
    modules = await asyncio.to_thread(here.library.modules)
    hours = Hours.now(here.clock)
    text = page(
        "desk_list",
        words,
        sessions=[_row(here, code, words.language) for code in here.open_sessions()],
        modules=[_module(here, module, words.language) for module in modules],
        languages=_languages(modules),
        own_languages=tongues(product_languages()),
        defaults=hours.defaults(_usual_length(modules)),
        notice=None if why is None else sentence_of(why, words),
        addresses=here.addresses(),
    )
    return html(text, 200 if why is None else status_of(why))


@plain_view("POST")
@convener_only
async def new(request: HttpRequest) -> HttpResponse:
    """Open the doors of a new session."""
    here, form = house(request), form_of(request)
    module = await asyncio.to_thread(here.library.module, form.text("module"))
    if module is None:
        return await _everything(request, No.MODULE_BROKEN)
    usual = form.text("end") and _usual_length(await asyncio.to_thread(here.library.modules))
    wishes = read_wishes(form, module, Hours.now(here.clock), usual=usual or Millis(0))
    if isinstance(wishes, Refusal):
        return await _everything(request, wishes.why)
    await asyncio.to_thread(here.library.keep, module)
    work = prepare(here.host, module, wishes, code=here.free_code())
    if isinstance(work, Refusal):
        return await _everything(request, work.why)
    reply = await here.settled(here.writer.put(work))
    if not isinstance(reply, Done):
        if isinstance(reply, Why):
            opened_session(Refusal(reply), work, here.host)
        return await _everything(request, reply)
    return go_to(f"/desk/{work.session}/")


@room_view("GET")
@convener_only
async def one(request: HttpRequest, session: SessionId) -> HttpResponse:
    """One session as the convener sees it: people and times, never who answered what."""
    here = house(request)
    words = desk_words(request, session)
    address = way_in(request, session)
    parts = live(request, session, Place(view="desk"))
    text = page(
        "desk",
        words,
        **parts,
        desk=parts["screen"],
        addresses=[f"{each}/s/{session}/" for each in here.addresses()] or [address],
        wall_url=f"/s/{session}/wall",
        code=session,
        qr=qr_svg(address),
        notice=_let_in(request, session, words) or said(request, words),
        meeting_due=_meeting_due(here.host.rooms[session].state, here.host.now(session)),
    )
    return html(text)


def _let_in(request: HttpRequest, session: SessionId, words: Translator) -> str | None:
    """Who has just come in with a card or on paper: where to sit, and the number to write down."""
    number = query_of(request).number("in", 0)
    room = house(request).host.rooms[session]
    seat, card = room.state.seats.get(SeatNo(number)), room.cards.get(SeatNo(number))
    if seat is None or card is None or seat.channel not in BY_HAND:
        return None
    who, code = words.person(seat.picture), words.own_digits(card.code)
    if seat.table == ROOM:
        return words.say("desk_let_in", who=who, code=code)
    return words.say("desk_let_in_at", who=who, code=code, table=seat.table)


@room_view("GET", "POST")
@convener_only
async def person(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Somebody without a phone comes in with a card or on paper."""
    return await let_in(request, session)


@room_view("GET")
@convener_only
async def slips_page(request: HttpRequest, session: SessionId) -> HttpResponse:
    """What to print for people without a phone: a card to turn, and boxes to tick."""
    words = house(request).words(house(request).language(session), session)
    program = house(request).host.rooms[session].state.program
    prints = house(request).card_press is not None
    return html(page("slips", words, parts=slips(program), can_print=prints))


@room_view("POST")
@convener_only
async def sign(request: HttpRequest, session: SessionId) -> HttpResponse:
    """What somebody's card or slip of paper shows, seen by the convener."""
    here, form = house(request), form_of(request)
    seat, side = form.number("seat", 0), form.number("sign", -2)
    if side < -1:
        raise SayNo(Why.UNREADABLE)
    command = c.ShowSign(
        seat=SeatNo(seat),
        step=StepId(form.text("step")),
        answer=AnswerId(form.matching("answer", ANSWER_ID) or here.fresh_id()),
        sign=side,
    )
    reply = await here.settled(here.writer.submit(session, command))
    there = here.host.rooms[session].state.seats.get(SeatNo(seat))
    place = f"#cards-{there.table}" if there is not None else ""
    said_no = "" if isinstance(reply, Done) else f"?n={reply}"
    return go_to(f"/desk/{session}/{said_no}{place}")


@room_view("POST")
@convener_only
async def act(request: HttpRequest, session: SessionId, act: str) -> HttpResponse:
    """One of the convener's buttons."""
    here = house(request)
    make = ACTS.get(act)
    if make is None:
        raise SayNo(No.NO_SUCH_PAGE)
    command = make(here.host.rooms[session].state, here.clock.wall_ms())
    reply = await here.settled(here.writer.submit(session, command))
    return go_to(f"/desk/{session}/" if isinstance(reply, Done) else f"/desk/{session}/?n={reply}")


def _meeting_due(state: State, now: Millis) -> bool:
    """Whether the convener may open a meeting: the next one, or this one that nobody reached."""
    return state.phase == "between" or (state.phase == "gathering" and now >= state.ends_at)


def _next_meeting(state: State, wall_ms: int) -> c.Command:
    program = state.program
    number = state.meeting + 1 if state.phase == "between" else state.meeting
    there_is_one = number < len(program.meetings)
    lasts = (
        planned_length(program.module, program.edition.id, number) if there_is_one else Millis(0)
    )
    return c.OpenMeeting(starts_in=NEXT_MEETING_IN, lasts=lasts, wall_ms=wall_ms)


ACTS: dict[str, Callable[[State, int], c.Command]] = {
    "pause": lambda state, wall_ms: c.Pause(),
    "resume": lambda state, wall_ms: c.Resume(),
    "go-on": lambda state, wall_ms: c.GoOn(),
    "more-time": lambda state, wall_ms: c.GiveMoreTime(),
    "meeting": _next_meeting,
}


def _row(here: House, code: SessionId, language: str) -> dict[str, object]:
    state, words = here.host.rooms[code].state, here.words(language, code)
    return {
        "code": code,
        "module": words.text(state.program.module.title),
        "edition": words.text(state.program.edition.title),
        "phase": state.phase,
        "here": people_here(state),
    }


def _module(here: House, module: Module, language: str) -> dict[str, object]:
    words = here.words_of(module, language)
    editions = [
        {
            "id": edition.id,
            "title": words.text(edition.title),
            "minutes": round(edition.minutes),
            "meetings": len(edition.meetings),
        }
        for edition in module.editions
    ]
    draft = any(language.state == "draft" for language in module.languages[:1])
    return {
        "id": module.id,
        "title": words.text(module.title),
        "editions": editions,
        "old": here.today() > module.check_by,
        "draft": draft,
        "countries": [(each.code, words.text(each.name)) for each in module.countries],
    }


def _languages(modules: list[Module]) -> list[Tongue]:
    """Languages that any module speaks, each written in itself."""
    codes = dict.fromkeys(language.code for module in modules for language in module.languages)
    return list(tongues(codes))


def _usual_length(modules: list[Module]) -> Millis:
    """How long the edition lasts that is chosen when the page opens."""
    if not modules:
        return Millis(0)
    return planned_length(modules[0], modules[0].editions[0].id)
