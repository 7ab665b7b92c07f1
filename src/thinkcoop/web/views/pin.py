"""The convener's PIN."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from thinkcoop.core.words import Why
from thinkcoop.web.cookies import DESK, set_cookie
from thinkcoop.web.forms import BadForm, whole
from thinkcoop.web.gate import DESK_HOURS
from thinkcoop.web.refusals import Reason, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.views.common import (
    address_of,
    desk_words,
    form_of,
    go_to,
    house,
    html,
    plain_view,
    query_of,
)

NEXT = r"/desk/[0-9A-Za-z/-]{0,60}"


@plain_view("GET", "POST")
async def pin(request: HttpRequest) -> HttpResponse:
    """Let the convener in."""
    form = form_of(request) if request.method == "POST" else query_of(request)
    goal = form.matching("next", NEXT, "/desk/")
    if request.method != "POST":
        return ask_pin(request, goal)
    gate = house(request).gate
    address = address_of(request)
    if gate.is_busy(address):
        return ask_pin(request, goal, why=Why.SLOW_DOWN)
    cookie = gate.try_pin(_typed(form.text("pin")), address)
    if cookie is None:
        return ask_pin(request, goal, why=Why.WRONG_PIN)
    response = go_to(goal)
    response["Set-Cookie"] = set_cookie(
        DESK,
        cookie,
        path="/",
        max_age_s=DESK_HOURS * 3600,
        secure=request.scheme == "https",
        strict=True,
    )
    return response


def _typed(text: str) -> str:
    """A PIN in the digits of any script, with or without blanks."""
    try:
        return f"{whole(''.join(text.split())):06d}"
    except BadForm:
        return text.strip()


def ask_pin(request: HttpRequest, goal: str, *, why: Reason | None = None) -> HttpResponse:
    """The page that asks for the PIN."""
    words = desk_words(request)
    sentence = None if why is None else sentence_of(why, words)
    return html(
        page("pin", words, notice=sentence, next=goal), 200 if why is None else status_of(why)
    )
