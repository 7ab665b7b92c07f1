"""The first page: straight into the one session that is open, or the code from the wall."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse

from thinkcoop import __version__
from thinkcoop.core.words import Refusal, Why
from thinkcoop.web.refusals import sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.views.common import (
    desk_words,
    go_to,
    house,
    html,
    plain_view,
    query_of,
    scope_of,
)


@plain_view("GET")
async def door(request: HttpRequest) -> HttpResponse:
    """Let people in."""
    here = house(request)
    typed = query_of(request).text("code").strip().upper()
    is_convener = here.gate.is_open(scope_of(request))
    if typed and not isinstance(here.room(typed), Refusal):
        return go_to(f"/s/{typed}/")
    sessions = here.open_sessions()
    if len(sessions) == 1 and not typed and not is_convener:
        return go_to(f"/s/{sessions[0]}/")
    words = desk_words(request)
    wrong = sentence_of(Why.SESSION_UNKNOWN, words) if typed else None
    text = page("door", words, notice=wrong, desk=is_convener)
    return html(text, status_of(Why.SESSION_UNKNOWN) if typed else 200)


@plain_view("GET")
async def health(request: HttpRequest) -> HttpResponse:
    """How the server is, for whoever watches over it. No session codes: they are the way in."""
    here = house(request)
    response = JsonResponse(
        {
            "ok": not here.host.trouble,
            "version": __version__,
            "sessions": len(here.open_sessions()),
            "streams": len(here.publisher.watchers()),
            "disk": here.host.trouble or "ok",
            "waiting": here.waiting,
        },
        status=503 if here.host.trouble else 200,
    )
    response["Cache-Control"] = "no-store"
    return response
