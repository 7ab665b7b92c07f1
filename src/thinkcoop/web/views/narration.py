"""The recording page: one sentence after another, read aloud by a person, for rooms to hear.

For the convener, on the machine that runs the meeting or with the PIN. What is recorded stays in
the data folder of this machine; it leaves it only as a zip file that somebody takes along.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.narration import Standing, counted, said_digest
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.module.model import Module
from thinkcoop.store.voices import zipped
from thinkcoop.web.house import House
from thinkcoop.web.languages import tongues
from thinkcoop.web.narrated import lines_for
from thinkcoop.web.refusals import No
from thinkcoop.web.render import page
from thinkcoop.web.views.common import SayNo, desk_words, house, html, plain_view, query_of
from thinkcoop.web.views.desk import convener_only
from thinkcoop.web.views.narration_work import Work, lack_of, languages_of, work_view
from thinkcoop.web.voice_list import unit_title, voice_list
from thinkcoop.web.voices import PRODUCT, sound_name


@plain_view("GET")
@convener_only
async def choose(request: HttpRequest) -> HttpResponse:
    """Which module, and which language; and how far each is."""
    here, told = house(request), desk_words(request)
    modules = await asyncio.to_thread(here.library.modules)
    rows = [
        (here.words_of(module, told.language).text(module.title), list(_rows(here, module)))
        for module in modules
    ]
    return html(page("voice_choose", told, modules=rows))


def _rows(here: House, module: Module) -> Iterator[dict[str, object]]:
    for language in languages_of(module):
        words = here.words_of(module, language)
        work = Work(here, module, language, words, lines_for(module, words))
        counts = counted(work.standings())
        name = dict(tongues([language])).get(language, language)
        yield {
            "address": work.address,
            "name": name,
            "done": counts["recorded"],
            "all": len(work.lines),
        }


@plain_view("GET")
@convener_only
@work_view
async def one(request: HttpRequest, work: Work) -> HttpResponse:
    """One sentence to read aloud, and what there is of it."""
    query = query_of(request)
    standings = await asyncio.to_thread(work.standings)
    every = bool(query.number("every", 0))
    at = query.number("at", 0) or _after(standings, 0, every=every) or 1
    if not 0 < at <= len(standings):
        raise SayNo(No.NO_SUCH_PAGE)
    return html(_page(request, work, standings, at, every=every))


def _page(
    request: HttpRequest, work: Work, standings: Sequence[Standing], at: int, *, every: bool
) -> str:
    told, shown = desk_words(request), standings[at - 1]
    counts = counted(standings)
    take = shown.take
    owner = work.module.id if shown.line.owner == "module" else PRODUCT
    heard = f"/voice/{owner}/{work.language}/{sound_name(take)}" if take else ""
    return page(
        "voice_record",
        told,
        work=work,
        module_title=work.words.text(work.module.title),
        tongue=dict(tongues([work.language])).get(work.language, work.language),
        line=shown.line,
        state=shown.state.replace("out of date", "old"),
        unit=unit_title(work.module, shown.line.unit, work.words),
        heard=heard,
        at=at,
        counts=counts,
        all=len(standings),
        done=counts["recorded"],
        before=_before(standings, at, every=every),
        after=_after(standings, at, every=every),
        every=every,
        strip=_strip(work, standings, at),
        said=said_digest(shown.line.said),
        lack=lack_of(work, told),
    )


def _waits(standing: Standing) -> bool:
    return standing.state != "recorded" and standing.line.translated


def _after(standings: Sequence[Standing], at: int, *, every: bool) -> int:
    """The number of the next sentence to show; 0 when there is none."""
    later = range(at, len(standings))
    return next((i + 1 for i in later if every or _waits(standings[i])), 0)


def _before(standings: Sequence[Standing], at: int, *, every: bool) -> int:
    earlier = range(at - 2, -1, -1)
    return next((i + 1 for i in earlier if every or _waits(standings[i])), 0)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the day on the strip: how many of its sentences are recorded."""

    title: str
    done: int
    all: int
    now: bool
    first: int


def _strip(work: Work, standings: Sequence[Standing], at: int) -> list[Part]:
    units = dict.fromkeys(each.line.unit for each in standings)
    now = standings[at - 1].line.unit
    titles = {unit: unit_title(work.module, unit, work.words) for unit in units}
    return [_part(standings, unit, titles[unit], now=unit == now) for unit in units]


def _part(standings: Sequence[Standing], unit: int, title: str, *, now: bool) -> Part:
    of_it = [(n, each) for n, each in enumerate(standings, 1) if each.line.unit == unit]
    done = sum(each.state == "recorded" for _, each in of_it)
    return Part(title, done, len(of_it), now, of_it[0][0])


@plain_view("GET")
@convener_only
@work_view
async def listed(request: HttpRequest, work: Work) -> HttpResponse:
    """The list to print, for those who record elsewhere."""
    standings = await asyncio.to_thread(work.standings)
    return html(voice_list(work.module, standings, work.words))


@plain_view("GET")
@convener_only
@work_view
async def packed(request: HttpRequest, work: Work) -> HttpResponse:
    """All recordings of this device in one file, as they lie in the module's folder."""
    voices, language = work.house.voices, work.language
    own = voices.own_folder(work.module.id, language)
    product = voices.own_folder(PRODUCT, language)
    if own is None or product is None:
        raise SayNo(No.NO_SUCH_PAGE)
    inside = {f"{work.module.id}/voice/{language}": own, f"_product/{language}": product}
    try:
        packs = [await asyncio.to_thread(each.packed, name) for name, each in inside.items()]
    except StoreTrouble:
        raise SayNo(No.TRY_AGAIN) from None
    response = HttpResponse(zipped(dict(chain.from_iterable(pack.items() for pack in packs))))
    response["Content-Type"] = "application/zip"
    name = f"voice-{work.module.id}-{language}.zip"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
