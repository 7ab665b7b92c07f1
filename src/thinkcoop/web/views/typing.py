"""At the desk: forms that come back on paper are typed in, a tenth of them twice.

One form is one page. Without a script it is an ordinary form; with one (`typing.js`) it is filled
with single keys, and what the network did not take stays in the page and is sent again.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.turns import Done
from thinkcoop.core.paper.entry import entry_fields
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.forms import ballots_of, can_type_ballot, key_of, waits_for_second
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import AnswerId, SessionId, StepId, Why
from thinkcoop.web.refusals import Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.translator import Translator
from thinkcoop.web.typed_forms import (
    Posted,
    command_of,
    differences,
    number_named,
    pile_of,
    read_posted,
    standing,
    typed_before,
    whose,
)
from thinkcoop.web.views.common import (
    desk_words,
    form_of,
    go_to,
    house,
    html,
    query_of,
    room_view,
    said,
)
from thinkcoop.web.views.desk import convener_only

NO_FAULTS: Mapping[StepId, Why] = MappingProxyType({})


@room_view("GET", "POST")
@convener_only
async def typing(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Which form is next, or the form itself; a post is a form that was typed."""
    if request.method == "POST":
        return await _take(request, session)
    query, words = query_of(request), desk_words(request, session)
    if not query.text("form"):
        return _start(request, session)
    number = number_named(query.text("form"), words)
    if not number:
        return _start(request, session, Why.NO_SUCH_FORM)
    state = _state(request, session)
    before = standing(state, number)
    second = before is not None and waits_for_second(state, before)
    again = query.flag("again")
    if before is not None and not second and not again:
        return _start(request, session, typed_already=number)
    posted = Posted(
        number=number,
        seat=before.seat if before is not None else next(iter(whose(state, number)), NOBODY),
        trade=before.trade if before is not None else "",
        entry="second" if second and not again else "first",
        answer=AnswerId(house(request).fresh_id()),
        replaces=again,
        texts=typed_before(state, before) if before is not None and again else {},
        settled={},
    )
    return _form(request, session, posted)


@room_view("POST")
@convener_only
async def ballot(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The sums of a vote on slips of paper."""
    here, form = house(request), form_of(request)
    key = StepId(form.text("step"))
    step = {each.key: each for each in ballots_of(_state(request, session).program)}.get(key)
    counts = [form.number(f"n{at}", 0) for at in range(len(step.options) if step else 0)]
    command = c.TypeBallot(
        step=key,
        answer=AnswerId(form.matching("answer", ANSWER_ID) or here.fresh_id()),
        counts=tuple(counts),
    )
    reply = await here.settled(here.writer.submit(session, command))
    return go_to(f"/desk/{session}/typing?n={'counted' if isinstance(reply, Done) else reply}")


async def _take(request: HttpRequest, session: SessionId) -> HttpResponse:
    here = house(request)
    posted = read_posted(_state(request, session), form_of(request), AnswerId(here.fresh_id()))
    command = command_of(_state(request, session), posted)
    if not isinstance(command, c.TypeForm):
        return _form(request, session, posted, wrong=command, why=Why.DOES_NOT_FIT)
    reply = await here.settled(here.writer.submit(session, command))
    if isinstance(reply, Done):
        return go_to(f"/desk/{session}/typing?saved={posted.number}&entry={posted.entry}")
    if reply == Why.FORMS_DIFFER:
        return _differ(request, session, posted)
    return _form(request, session, posted, why=reply)


def _start(
    request: HttpRequest, session: SessionId, why: Why | None = None, typed_already: int = 0
) -> HttpResponse:
    """The number of the next form, how far the pile is, and how many fields differed."""
    words, state = desk_words(request, session), _state(request, session)
    pile = pile_of(state)
    steps = ballots_of(state.program)
    text = page(
        "typing",
        words,
        pile=pile,
        people=PEOPLE,
        told=_told(request, state, words),
        notice=sentence_of(why, words) if why else said(request, words),
        typed_already=typed_already,
        asked=query_of(request).text("form")[:40] if why else "",
        ballots=[step for step in steps if can_type_ballot(state, step.key)],
        counts=state.counts,
        fresh=house(request).fresh_id,
    )
    return html(text, status_of(why) if why else 200)


def _told(request: HttpRequest, state: State, words: Translator) -> str:
    """What became of the form that was sent last."""
    query = query_of(request)
    number = query.number("saved", 0)
    if not 1 <= number <= len(PEOPLE):
        return ""
    who = words.person(PEOPLE[number - 1])
    if any(form.number == number for form in pile_of(state).waiting):
        return words.say("typing_aside", number=number, who=who)
    return words.say("typing_saved", number=number, who=who)


def _form(
    request: HttpRequest,
    session: SessionId,
    posted: Posted,
    *,
    wrong: Mapping[StepId, Why] = NO_FAULTS,
    why: Reason | None = None,
) -> HttpResponse:
    """One form to fill in, with what was typed in it."""
    words, state = desk_words(request, session), _state(request, session)
    seats = [state.seats[seat] for seat in whose(state, posted.number)]
    text = page(
        "typing_form",
        words,
        form=posted,
        picture=PEOPLE[posted.number - 1],
        fields=entry_fields(state.program, posted.texts),
        wrong={key: sentence_of(each, words) for key, each in wrong.items()},
        seats=seats,
        trades=state.program.module.trades,
        pile=pile_of(state),
        notice=sentence_of(why, words) if why else None,
    )
    return html(text, status_of(why) if why else 200)


def _differ(request: HttpRequest, session: SessionId, posted: Posted) -> HttpResponse:
    """Where a second entry is not like the first: field by field, what the paper says."""
    words, state = desk_words(request, session), _state(request, session)
    assert key_of(posted.number, posted.seat) in state.typed  # else the rules had said so
    text = page(
        "typing_differ",
        words,
        form=posted,
        picture=PEOPLE[posted.number - 1],
        fields=entry_fields(state.program, posted.texts),
        differences=differences(state, posted),
        notice=sentence_of(Why.FORMS_DIFFER, words),
    )
    return html(text, status_of(Why.FORMS_DIFFER))


def _state(request: HttpRequest, session: SessionId) -> State:
    return house(request).host.rooms[session].state
