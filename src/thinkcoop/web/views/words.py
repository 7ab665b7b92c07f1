"""Two settings of the convener: the language of these pages, and the words of this site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.word_breaks import ZERO_WIDTH_SPACE
from thinkcoop.core.module.glossary import Glossary, Term
from thinkcoop.core.words import SessionId
from thinkcoop.web.cookies import DAY_S, PLACE_DAYS, set_cookie
from thinkcoop.web.forms import Form
from thinkcoop.web.languages import COOKIE, OWN_NAMES, ROOM_COOKIE, is_offered, product_languages
from thinkcoop.web.refusals import No, sentence_of, status_of
from thinkcoop.web.render import page
from thinkcoop.web.site_words import LONGEST_WORD, WordsOfSite, is_usable
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import (
    SayNo,
    desk_words,
    form_of,
    go_to,
    house,
    html,
    plain_view,
    query_of,
    room_view,
    said,
)
from thinkcoop.web.views.desk import convener_only

REMEMBERED_DAYS = 365

Chosen = Mapping[str, Mapping[str, str]]
"""For each language, what is said in place of a word of its glossary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WordToChoose:
    """One word of one language: what can be said, and what is said now."""

    language: str
    language_name: str
    field: str
    term: Term
    now: str
    own: str
    """What the site typed itself; empty where it took one of the choices."""


@plain_view("GET")
async def language(request: HttpRequest) -> HttpResponse:
    """Remember in which language this machine's pages without a room are read."""
    code = query_of(request).text("code")
    if not is_offered(code, product_languages()):
        raise SayNo(No.NO_SUCH_PAGE)
    response = go_to("/desk/")
    response["Set-Cookie"] = set_cookie(
        COOKIE,
        code,
        path="/",
        max_age_s=REMEMBERED_DAYS * DAY_S,
        secure=request.scheme == "https",
        strict=False,
    )
    return response


@room_view("GET")
async def of_phone(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Remember in which language this phone, or this table's device, reads in this room."""
    code = query_of(request).text("code")
    module = house(request).host.rooms[session].state.program.module
    if not is_offered(code, [each.code for each in module.languages]):
        raise SayNo(No.NO_SUCH_PAGE)
    response = go_to(f"/s/{session}/")
    response["Set-Cookie"] = set_cookie(
        ROOM_COOKIE,
        code,
        path=f"/s/{session}/",
        max_age_s=PLACE_DAYS * DAY_S,
        secure=request.scheme == "https",
        strict=False,
    )
    return response


@plain_view("GET", "POST")
@convener_only
async def words(request: HttpRequest) -> HttpResponse:
    """Choose the word for what has several in a language."""
    site = house(request).site_words
    told = desk_words(request)
    if request.method != "POST":
        return html(_page(request, told, _now(site), said(request, told)))
    form = form_of(request)
    chosen = {each.language: _chosen(site, each, form) for each in site.glossaries.values()}
    if not all(is_usable(word) for words in chosen.values() for word in words.values()):
        text = _page(request, told, chosen, sentence_of(No.NOT_A_WORD, told))
        return html(text, status_of(No.NOT_A_WORD))
    for code, words in chosen.items():
        try:
            site.choose(code, words)
        except OSError:
            raise SayNo(No.TRY_AGAIN) from None
    return go_to("/desk/words?n=counted")


def _page(request: HttpRequest, told: Translator, chosen: Chosen, notice: str | None) -> str:
    terms = list(_terms(house(request).site_words, chosen))
    return page("words", told, terms=terms, notice=notice)


def _now(site: WordsOfSite) -> Chosen:
    return {language: site.chosen(language) for language in site.glossaries}


def _terms(site: WordsOfSite, chosen: Chosen) -> Iterator[WordToChoose]:
    for glossary in site.glossaries.values():
        for term in glossary.choosable():
            now = chosen[glossary.language].get(term.say, term.say)
            yield WordToChoose(
                language=glossary.language,
                language_name=OWN_NAMES.get(glossary.language, glossary.language),
                field=_field(glossary, term),
                term=term,
                now=now,
                own="" if now in term.choices else now,
            )


def _chosen(site: WordsOfSite, glossary: Glossary, form: Form) -> dict[str, str]:
    """What was tapped or typed; what is as translated needs no line.

    A word that was typed an earlier time still stands in its field: a tap beside it comes first.
    """
    found = {}
    before = site.chosen(glossary.language)
    for term in glossary.choosable():
        field = _field(glossary, term)
        typed = form.text(f"{field}-own").replace(ZERO_WIDTH_SPACE, "")
        own = " ".join(typed.split())[:LONGEST_WORD]
        tapped = form.text(field)
        known = tapped in term.choices
        word = own if own and not (known and own == before.get(term.say)) else ""
        word = word or (tapped if known else term.say)
        if word != term.say:
            found[term.say] = word
    return found


def _field(glossary: Glossary, term: Term) -> str:
    return f"{glossary.language}-{glossary.terms.index(term)}"
