"""One language of one module, as the recording page and its posts work on it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from functools import wraps

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.narration import Kept, Line, Made, Owner, Standing, Take, standing_of
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.module.model import Module
from thinkcoop.web.house import House
from thinkcoop.web.narrated import lines_for
from thinkcoop.web.refusals import No
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import SayNo, View, house
from thinkcoop.web.voices import PRODUCT, Folder


@dataclass(frozen=True, slots=True)
class Work:
    """One language of one module, as the page works on it."""

    house: House
    module: Module
    language: str
    words: Translator
    lines: tuple[Line, ...]

    @property
    def address(self) -> str:
        return f"/desk/voice/{self.module.id}/{self.language}"

    def standings(self) -> tuple[Standing, ...]:
        voices = self.house.voices
        kept: dict[Owner, list[Kept]] = {
            "module": voices.takes(self.module.id, self.language),
            "product": voices.takes(PRODUCT, self.language),
        }
        return standing_of(self.lines, kept)

    def folder(self, line: Line) -> Folder | None:
        owner = self.module.id if line.owner == "module" else PRODUCT
        return self.house.voices.own_folder(owner, self.language)

    def keep(self, line: Line, take: Take, made: Made) -> None:
        folder = self.folder(line)
        if folder is None:
            raise StoreTrouble("nothing is kept here")
        folder.keep(line.key, take, made)
        self.house.voices.forget()


def work_view(view: View) -> View:
    """A page on one language of one module: the convener's."""

    @wraps(view)
    async def guarded(request: HttpRequest, module: str, language: str) -> HttpResponse:
        return await view(request, work=await _work_of(request, module, language))

    return guarded


async def _work_of(request: HttpRequest, key: str, language: str) -> Work:
    here = house(request)
    module = await asyncio.to_thread(here.library.module, key)
    if module is None or language not in languages_of(module):
        raise SayNo(No.NO_SUCH_PAGE)
    words = here.words_of(module, language)
    return Work(here, module, language, words, lines_for(module, words))


def languages_of(module: Module) -> list[str]:
    return [each.code for each in module.languages]


def lack_of(work: Work, told: Translator) -> str:
    """Why nothing can be recorded here; empty when it can."""
    if work.house.voices.studio is None:
        return told.say("voice_no_studio")
    return told.say("voice_keeps_nothing") if work.house.voices.kept is None else ""
