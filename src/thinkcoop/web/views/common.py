"""What all pages share: finding the session, saying no with a sentence, giving a place's cookie."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from functools import wraps
from typing import Any, cast

from django.core.exceptions import BadRequest, SuspiciousOperation
from django.http import HttpRequest, HttpResponse
from django.http.multipartparser import MultiPartParserError

from thinkcoop.core.words import Refusal, SessionId
from thinkcoop.web.asgi import Scope
from thinkcoop.web.cookies import DAY_S, PLACE, PLACE_DAYS, Holder, set_cookie
from thinkcoop.web.forms import BadForm, Form, read_form
from thinkcoop.web.house import House, house_of
from thinkcoop.web.languages import language_of_page
from thinkcoop.web.refusals import No, Reason, reason_named, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.translator import Translator

BROKEN_PARTS = (BadRequest, MultiPartParserError, SuspiciousOperation)
"""What Django raises for a form with files that cannot be taken apart, or has too many of them."""

View = Callable[..., Coroutine[Any, Any, HttpResponse]]


class SayNo(Exception):
    """The page cannot be shown; the reader gets the sentence for `why`."""

    def __init__(self, why: Reason) -> None:
        super().__init__(why)
        self.why = why


def scope_of(request: HttpRequest) -> Scope:
    """The request as the server gave it."""
    return cast("Any", request).scope  # type: ignore[no-any-return]  # only Django's type hides it


def address_of(request: HttpRequest) -> str:
    """From which address the request came; behind a proxy everybody has that of the proxy."""
    client = scope_of(request).get("client") or ("",)
    return str(client[0])


def house(request: HttpRequest) -> House:
    """The house that the request came to."""
    return house_of(scope_of(request))


def form_of(request: HttpRequest) -> Form:
    """What was posted. Raises BadForm."""
    return read_form(request.body)


def query_of(request: HttpRequest) -> Form:
    """What stands in the address after the question mark. Raises BadForm."""
    return read_form(str(request.META.get("QUERY_STRING", "")).encode("ascii", "replace"))


def room_view(*methods: str) -> Callable[[View], View]:
    """A page of a session. It may raise SayNo and BadForm."""

    def decorate(view: View) -> View:
        @wraps(view)
        async def guarded(request: HttpRequest, session: str, **parts: str) -> HttpResponse:
            try:
                _check_method(request, methods)
                _check_session(request, session)
                return await view(request, session=SessionId(session), **parts)
            except (SayNo, BadForm) as no:
                return notice(request, no.why, session)

        return guarded

    return decorate


def plain_view(*methods: str) -> Callable[[View], View]:
    """A page that belongs to no session. It may raise SayNo and BadForm."""

    def decorate(view: View) -> View:
        @wraps(view)
        async def guarded(request: HttpRequest, **parts: str) -> HttpResponse:
            try:
                _check_method(request, methods)
                return await view(request, **parts)
            except (SayNo, BadForm) as no:
                return notice(request, no.why)

        return guarded

    return decorate


def _check_session(request: HttpRequest, session: str) -> None:
    room = house(request).room(session)
    if isinstance(room, Refusal):
        raise SayNo(room.why)


def _check_method(request: HttpRequest, methods: tuple[str, ...]) -> None:
    if request.method not in (*methods, "HEAD"):
        raise SayNo(No.NOT_LIKE_THIS)


def holder_of(request: HttpRequest, session: str) -> Holder | Reason:
    """Whose cookie came with the request."""
    return house(request).holder(scope_of(request), session)


def words_for(request: HttpRequest, session: str, language: str = "") -> Translator:
    """The words of the reader: the language asked for, else the seat's, else the room's."""
    holder = holder_of(request, session)
    known = holder if isinstance(holder, Holder) else None
    mine = house(request).language_for(scope_of(request), session, known)
    return house(request).words(language or mine, session)


def desk_words(request: HttpRequest, session: str = "") -> Translator:
    """The words of the convener's pages: in the language that was chosen on this machine."""
    return house(request).words(language_of_page(scope_of(request)), session)


def html(text: str, status: int = 200) -> HttpResponse:
    """A page as a response that nobody keeps."""
    response = HttpResponse(text, status=status)
    response["Cache-Control"] = "no-store"
    return response


def go_to(address: str) -> HttpResponse:
    """A response that leads to another page (303), also after a post."""
    response = html("", 303)
    response["Location"] = address
    return response


def notice(request: HttpRequest, why: Reason, session: str = "") -> HttpResponse:
    """A page with one sentence and a way on; without a room in the browser's language."""
    house(request).refused[why] += 1
    known = session and not isinstance(house(request).room(session), Refusal)
    words = words_for(request, session) if known else desk_words(request)
    link = f"/s/{session}/" if known else "/"
    text = page(
        "notice", words, words=sentence_of(why, words), link=link, link_words=words.say("back")
    )
    return html(text, status_of(why))


def said(request: HttpRequest, words: Translator) -> str | None:
    """The sentence that the address asks for after a post: `?n=WHY` or `?n=counted`."""
    name = request.GET.get("n", "")
    if name == "counted":
        return words.say("sent")
    why = reason_named(name)
    return None if why is None else sentence_of(why, words)


def give_place(request: HttpRequest, response: HttpResponse, holder: Holder) -> HttpResponse:
    """Put the place's cookie on a response."""
    value = house(request).signer.place(holder)
    header = set_cookie(
        PLACE,
        value,
        path=f"/s/{holder.session}/",
        max_age_s=PLACE_DAYS * DAY_S,
        secure=request.scheme == "https",
        strict=False,
    )
    response["Set-Cookie"] = header
    return response
