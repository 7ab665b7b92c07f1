"""What the organiser may know of a module: how even it is, its sources, dates, doubts and funder.

It shows what stands in the module's files, never anything of a room: no answer, no vote, no person.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest, HttpResponse

from thinkcoop.core.decision import told_of
from thinkcoop.core.kinds.base import KindStep
from thinkcoop.core.module.checks.balance import SIDES, Measure, measure
from thinkcoop.core.module.country import Country, Fact
from thinkcoop.core.module.decision import Decision, NamedSource, Rung, Way
from thinkcoop.core.module.model import Language, Module
from thinkcoop.core.module.parts import Source
from thinkcoop.core.module.spoken import spoken_seconds
from thinkcoop.core.words import SessionId
from thinkcoop.web.languages import OWN_NAMES, language_of_page
from thinkcoop.web.refusals import No
from thinkcoop.web.render import page
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import SayNo, house, html, plain_view, room_view, scope_of
from thinkcoop.web.views.desk import convener_only
from thinkcoop.web.wording import OnPaper

DIGEST_SHOWN = 16
"""Letters of the digest: enough to tell one text from another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartMeasured:
    """How much of one part of a way is told. `points` is None for what is no list of points."""

    name: str
    points: int | None
    words: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WayAbout:
    """A way, how much of it is told, and where it was seen."""

    way: Way
    measure: Measure
    parts: tuple[PartMeasured, ...]
    sources: tuple[NamedSource, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RungAbout:
    """A next step, and for whom it is: sentences of the page, filled."""

    rung: Rung
    when: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryAbout:
    """What is known of a country's law, and which of it people hear today."""

    country: Country
    facts: tuple[tuple[str, Fact, bool], ...]
    chosen: bool


@plain_view("GET")
@convener_only
async def of_module(request: HttpRequest, module: str) -> HttpResponse:
    """The page on a module, as a new session would begin with it."""
    found = await asyncio.to_thread(house(request).library.module, module)
    if found is None:
        raise SayNo(No.NO_SUCH_PAGE)
    return _page(request, found)


@room_view("GET")
@convener_only
async def of_session(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The page on the very text with which a session began, and the country that was chosen."""
    state = house(request).host.rooms[session].state
    country = state.header.country if state.header is not None else ""
    return _page(request, state.program.module, session=session, country=country)


def _page(
    request: HttpRequest, module: Module, *, session: str = "", country: str = ""
) -> HttpResponse:
    here = house(request)
    words, today = here.words_of(module, language_of_page(scope_of(request))), here.today()
    decision = module.decision
    text = page(
        "about",
        words,
        module=module,
        decision=decision,
        session=session,
        digest=module.digest[:DIGEST_SHOWN],
        languages=[_state_of(one, words) for one in module.languages],
        ways=[] if decision is None else list(_ways(decision)),
        rungs=[] if decision is None else list(_rungs(module, decision, words)),
        titles={} if decision is None else {one.id: one.title for one in decision.sources},
        sources=_other_sources(module),
        countries=[_country(one, today, chosen=one.code == country) for one in module.countries],
        today=today,
        day=OnPaper(words).day,
    )
    return html(text)


def _state_of(language: Language, words: Translator) -> str:
    """How far a translation is: a draft, or by whom and when it was reviewed."""
    own = OWN_NAMES.get(language.code, language.code)
    if language.state == "draft":
        return words.say("about_draft", language=own)
    if language.reviewed_by is None or language.reviewed_on is None:
        return words.say("about_reviewed", language=own)
    day = OnPaper(words).day(language.reviewed_on)
    return words.say("about_reviewed_by", language=own, who=language.reviewed_by, day=day)


def _other_sources(module: Module) -> list[Source]:
    """The sources of the module that are not among those of its decision."""
    known = set() if module.decision is None else {one.where for one in module.decision.sources}
    return [source for source in module.sources if source.where not in known]


def _ways(decision: Decision) -> Iterator[WayAbout]:
    for way in decision.ways:
        measured = measure(way)
        yield WayAbout(
            way=way,
            measure=measured,
            parts=tuple(_parts(measured)),
            sources=tuple(source for source in decision.sources if source.id in way.sources),
        )


def _parts(measured: Measure) -> Iterator[PartMeasured]:
    for name, words in measured.words.items():
        yield PartMeasured(
            name=name,
            points=getattr(measured, name) if name in SIDES else None,
            words=words,
            seconds=spoken_seconds(words),
        )


def _rungs(module: Module, decision: Decision, words: Translator) -> Iterator[RungAbout]:
    ways = {way.id: way.text for way in decision.ways}
    needs = _needs(module, decision)
    questions = {fit.id: fit.text for fit in decision.fit}
    for rung in decision.ladder:
        asked = (
            ("about_when_ways", rung.when.ways, ways),
            ("about_when_needs", rung.when.needs, needs),
            ("about_when_no", rung.when.no, questions),
        )
        when = [words.say(key, names=_named(ids, texts)) for key, ids, texts in asked if ids]
        if rung.when.unconfirmed:
            when.append(words.say("about_when_law"))
        if rung.when.unclear:
            when.append(words.say("about_when_unclear"))
        yield RungAbout(rung=rung, when=tuple(when) or (words.say("about_when_all"),))


def _named(ids: tuple[str, ...], texts: Mapping[str, str]) -> str:
    return " · ".join(texts.get(each, each) for each in ids)


def _needs(module: Module, decision: Decision) -> Mapping[str, str]:
    """The words of the needs, from the step that asks for them."""
    for activity in module.activities:
        for step in activity.steps:
            if step.id == decision.need_of and isinstance(step, KindStep):
                return {option.id: option.text for option in step.choices()}
    return {}


def _country(country: Country, today: date, *, chosen: bool) -> CountryAbout:
    told = {fact.key for fact in told_of(country, today).facts}
    facts = tuple((key, fact, key in told) for key, fact in country.facts())
    return CountryAbout(country=country, facts=facts, chosen=chosen)
