"""Recordings that come in, one or many; and the wall, which says that it reads aloud.

A recording is never lost for one that cannot be used: that one is refused in a sentence.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse

from thinkcoop.app.narrating import Taken, take_files
from thinkcoop.app.narration import said_digest
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.app.turns import Done
from thinkcoop.core.session.commands import StartNarration
from thinkcoop.core.words import SessionId
from thinkcoop.web.asgi import wants_json
from thinkcoop.web.forms import BadForm
from thinkcoop.web.narration import narration_on_wall
from thinkcoop.web.phrases_voice import UNFIT
from thinkcoop.web.refusals import No, status_of
from thinkcoop.web.render import page
from thinkcoop.web.translator import Translator
from thinkcoop.web.views.common import (
    BROKEN_PARTS,
    SayNo,
    desk_words,
    form_of,
    go_to,
    house,
    html,
    plain_view,
    room_view,
    scope_of,
)
from thinkcoop.web.views.desk import convener_only
from thinkcoop.web.views.narration_work import Work, lack_of, work_view

FILES = "voice"
LONGEST_NAME = 60


@room_view("POST")
async def from_wall(request: HttpRequest, session: SessionId) -> HttpResponse:
    """The wall reads aloud, so the clock waits: only where the convener let it."""
    here = house(request)
    if not here.gate.is_open(scope_of(request)):
        raise SayNo(No.DESK_CLOSED)
    command = narration_on_wall(here, session, form_of(request))
    reply = (
        await here.settled(here.writer.submit(session, command))
        if isinstance(command, StartNarration)
        else command
    )
    status = 200 if isinstance(reply, Done) else status_of(reply)
    response = html(json.dumps({"ok": status == 200}), status)
    response["Content-Type"] = "application/json"
    return response


@plain_view("POST")
@convener_only
@work_view
async def take(request: HttpRequest, work: Work) -> HttpResponse:
    """One recording of the sentence that the page showed, or many files named by the list."""
    told = desk_words(request)
    fields, files = _read(request)
    by = " ".join(fields.get("by", "").split())[:LONGEST_NAME]
    lines = work.lines
    if "key" in fields:
        line = next((each for each in lines if each.key == fields["key"]), None)
        if line is None:
            return _say(request, work, [told.say("voice_no_line")], 409)
        if said_digest(line.said) != fields.get("said"):
            return _say(request, work, [told.say("voice_changed")], 409)
        files = [(f"{lines.index(line) + 1}-{line.key}", body) for _, body in files[:1]]
    return await _kept(request, work, files, by)


def _read(request: HttpRequest) -> tuple[dict[str, str], list[tuple[str, bytes]]]:
    try:
        fields, files = request.POST, request.FILES.getlist(FILES)
    except BROKEN_PARTS:
        raise BadForm from None
    named = [(str(file.name), file.read()) for file in files]
    return {str(name): str(value) for name, value in fields.items()}, named


async def _kept(
    request: HttpRequest, work: Work, files: Sequence[tuple[str, bytes]], by: str
) -> HttpResponse:
    told = desk_words(request)
    lack = lack_of(work, told)
    make = work.house.voices.studio
    if lack or make is None:
        return _say(request, work, [lack], 409)
    on = work.house.today().isoformat()
    try:
        async with work.house.voices.at_work:
            taken = await asyncio.to_thread(
                lambda: take_files(files, work.lines, studio=make(), keep=work.keep, by=by, on=on)
            )
    except StoreTrouble:
        return _say(request, work, [told.say("voice_disk")], 503)
    unfit = any(each.unfit or not each.number for each in taken)
    told_all = [_told(told, each) for each in taken]
    return _say(request, work, told_all, 415 if unfit or not taken else 200, taken=taken)


def _told(words: Translator, taken: Taken) -> str:
    if taken.unfit is not None:
        why = words.product(UNFIT[taken.unfit])
        return words.say("voice_file_unfit", file=taken.file, why=why)
    if not taken.number:
        return words.say("voice_no_match", file=taken.file)
    return words.say("voice_was_taken", file=taken.file, number=taken.number)


def _say(
    request: HttpRequest,
    work: Work,
    sentences: Sequence[str],
    status: int,
    *,
    taken: Sequence[Taken] = (),
) -> HttpResponse:
    """What came of it: for a script as JSON, for people as a page, or the next sentence."""
    if wants_json(scope_of(request)):
        kept = sum(bool(each.number) and each.unfit is None for each in taken)
        answer = {"ok": status == 200, "sentences": list(sentences), "kept": kept}
        response = html(json.dumps(answer, ensure_ascii=False), status)
        response["Content-Type"] = "application/json"
        return response
    if status == 200 and len(taken) == 1:
        return go_to(f"{work.address}?at={taken[0].number % len(work.lines) + 1}")
    told = desk_words(request)
    return html(page("voice_report", told, sentences=sentences, address=work.address), status)
