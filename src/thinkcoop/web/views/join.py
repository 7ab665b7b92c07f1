"""Coming in: one thing a page, no account, no script, and the earlier choices travel along.

The last page takes the seat. Its answer id was minted with the first page, so that a phone which
sends it twice, or goes back and sends it again, has one seat and not two.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.turns import Done
from thinkcoop.core.kinds.base import clean_text
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.state import BY_HAND, NOBODY, State
from thinkcoop.core.words import ROOM, AnswerId, Refusal, SessionId, TableNo, Why
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import Form
from thinkcoop.web.languages import is_offered, tongues
from thinkcoop.web.people import Tile, picture_tiles
from thinkcoop.web.refusals import Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import (
    SayNo,
    form_of,
    give_place,
    go_to,
    holder_of,
    house,
    html,
    query_of,
    room_view,
)

PARTS = ("picture", "trade", "reads", "name")
CARRIED = ("answer", "language", "guest", "channel", *PARTS)
SLUG = r"[a-z0-9-]{1,40}"
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """Somebody on the way in: where to, and what was chosen so far."""

    session: SessionId
    state: State
    chosen: dict[str, str]
    table: TableNo = ROOM
    """Set on a table's device: the new person has no phone."""
    desk: bool = False
    """Whether the convener lets in somebody with a card or on paper."""

    @property
    def channel(self) -> Channel:
        """How this person will answer."""
        for way in BY_HAND:
            if self.chosen.get("channel") == way and (self.desk or self.table != ROOM):
                return way
        return "phone" if self.table == ROOM else "table"

    @property
    def action(self) -> str:
        """Where the pages of coming in are posted."""
        if self.desk:
            return f"/desk/{self.session}/person"
        return f"/s/{self.session}/{'join' if self.table == ROOM else 'person'}"

    @property
    def part(self) -> str | None:
        """What is still to be asked; None when all is there."""
        return next((part for part in PARTS if part not in self.chosen), None)


@room_view("GET", "POST")
async def join(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Take a seat with a phone of one's own."""
    if isinstance(holder_of(request, session), Holder):
        return go_to(f"/s/{session}/")
    if request.method != "POST":
        return first_page(request, session)
    coming = Coming(
        session=session, state=_state(request, session), chosen=_chosen(form_of(request))
    )
    if coming.part is not None:
        return _page(request, coming)
    done = await _take_seat(request, coming)
    if not isinstance(done, Done):
        return _again(request, coming, done)
    holder = Holder(session=session, seat=done.seat, hand=_hand(request, session, done))
    house(request).heard(holder)
    return give_place(request, go_to(f"/s/{session}/"), holder)


@room_view("GET", "POST")
async def person(request: HttpRequest, session: SessionId) -> HttpResponse:
    """On a table's device: take a seat at this table for somebody without a phone."""
    holder = holder_of(request, session)
    if not isinstance(holder, Holder):
        raise SayNo(holder)
    if holder.seat != NOBODY:
        raise SayNo(Why.TABLE_UNKNOWN)
    chosen = _chosen(form_of(request) if request.method == "POST" else query_of(request))
    coming = Coming(
        session=session, state=_state(request, session), chosen=chosen, table=holder.table
    )
    if coming.part is not None:
        return _page(request, coming)
    done = await _take_seat(request, coming)
    if not isinstance(done, Done):
        return _again(request, coming, done)
    if done.events:
        house(request).untold.add((session, done.seat))
    return go_to(f"/s/{session}/")


async def let_in(request: HttpRequest, session: SessionId) -> HttpResponse:
    """At the convener's desk: take a seat for somebody with a card, or on paper."""
    posted = request.method == "POST"
    chosen = _chosen(form_of(request) if posted else query_of(request))
    if chosen.get("channel") not in BY_HAND:
        raise SayNo(Why.UNREADABLE)
    coming = Coming(session=session, state=_state(request, session), chosen=chosen, desk=True)
    if coming.part is not None:
        return _page(request, coming)
    done = await _take_seat(request, coming)
    if not isinstance(done, Done):
        return _again(request, coming, done)
    return go_to(f"/desk/{session}/?in={done.seat}")


def first_page(request: HttpRequest, session: SessionId, notice: str | None = None) -> HttpResponse:
    """The first page of coming in, also for a phone that opens the session's own address."""
    coming = Coming(
        session=session, state=_state(request, session), chosen=_chosen(query_of(request))
    )
    return _page(request, coming, notice=notice)


def _chosen(form: Form) -> dict[str, str]:
    """What was chosen, as far as it can be believed. Raises BadForm for what cannot be meant."""
    checked = {
        "answer": form.matching("answer", ANSWER_ID),
        "language": form.matching("language", LANGUAGE),
        "guest": "1" if form.flag("guest") else "",
        "picture": form.matching("picture", SLUG),
        "channel": form.matching("channel", "card|paper"),
        "trade": form.matching("trade", SLUG),
        "reads": form.matching("reads", "[01]"),
        "name": form.text("name"),
    }
    return {name: checked[name] for name in CARRIED if checked[name] or (name == "name" in form)}


def _page(
    request: HttpRequest, coming: Coming, *, notice: str | None = None, status: int = 200
) -> HttpResponse:
    here, part = house(request), coming.part or PARTS[-1]
    words = _words(request, coming)
    on_device = coming.table != ROOM
    codes = [language.code for language in coming.state.program.module.languages]
    outside = f"/desk/{coming.session}/" if coming.desk else f"/s/{coming.session}/"
    no_phone = on_device or coming.desk
    back = "" if no_phone else f"/s/{coming.session}/back"
    text = page(
        "join",
        words,
        session=coming.session,
        part=part,
        choices=_choices(part, coming),
        chosen={name: value for name, value in coming.chosen.items() if name != part},
        answer=coming.chosen.get("answer") or here.fresh_id(),
        person=no_phone,
        action=coming.action,
        with_card=coming.channel in BY_HAND,
        back_url=back if part == "picture" else (outside if no_phone else ""),
        languages=tongues(codes),
        notice=notice,
    )
    return html(text, status)


def _again(request: HttpRequest, coming: Coming, why: Reason) -> HttpResponse:
    """Somebody was faster: the picture is asked once more, everything else stays chosen."""
    if why not in (Why.PICTURE_TAKEN, Why.NO_SUCH_PICTURE):
        raise SayNo(why)
    chosen = {name: value for name, value in coming.chosen.items() if name != "picture"}
    fresh = _state(request, coming.session)
    once_more = replace(coming, state=fresh, chosen=chosen)
    sentence = sentence_of(why, _words(request, coming))
    return _page(request, once_more, notice=sentence, status=status_of(why))


def _choices(part: str, coming: Coming) -> list[Tile]:
    if part == "picture":
        return picture_tiles(coming.state, coming.table, card=coming.channel == "card")
    if part == "trade":
        trades = coming.state.program.module.trades
        return [Tile(id=trade.id, text=trade.text, picture=trade.picture) for trade in trades]
    return []


async def _take_seat(request: HttpRequest, coming: Coming) -> Done | Reason:
    chosen, here = coming.chosen, house(request)
    name = clean_text(chosen["name"])
    if isinstance(name, Refusal):
        return name.why
    if chosen["picture"] not in PEOPLE:
        return Why.NO_SUCH_PICTURE
    command = c.TakeSeat(
        answer=AnswerId(chosen.get("answer") or here.fresh_id()),
        picture=chosen["picture"],
        trade=chosen["trade"],
        reads=chosen["reads"] == "1",
        guest="guest" in chosen,
        language=_language(coming),
        channel=coming.channel,
        table=coming.table,
    )
    future = here.writer.submit(coming.session, command, name=name[:LONGEST_NAME])
    return await here.settled(future)


def _language(coming: Coming) -> str:
    """The language chosen, if the module speaks it."""
    spoken = [language.code for language in coming.state.program.module.languages]
    wanted = coming.chosen.get("language", "")
    return wanted if is_offered(wanted, spoken) else ""


def _words(request: HttpRequest, coming: Coming) -> Translator:
    here = house(request)
    return here.words(_language(coming) or here.language(coming.session), coming.session)


def _state(request: HttpRequest, session: SessionId) -> State:
    return house(request).host.rooms[session].state


def _hand(request: HttpRequest, session: SessionId, done: Done) -> int:
    """A resend of a join that another phone took over since does not get the seat back."""
    card = house(request).host.rooms[session].cards.get(done.seat)
    return card.hand if card is not None and done.events else 0
