"""A spoken answer: a small form of its own that carries a recording, with or without a script."""

from __future__ import annotations

import json
from dataclasses import replace

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse

from thinkcoop.app.ports import LARGEST_RECORDING, Recording, recorded
from thinkcoop.app.turns import Done
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, SessionId, Why
from thinkcoop.web.asgi import wants_json
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import BadForm, Form, checked_form
from thinkcoop.web.refusals import No, Reason, sentence_of, status_of
from thinkcoop.web.sounds import sound_of
from thinkcoop.web.taps import tap
from thinkcoop.web.views.common import (
    BROKEN_PARTS,
    go_to,
    holder_of,
    house,
    html,
    notice,
    room_view,
    scope_of,
    words_for,
)

FIELD = "voice"


@room_view("POST")
async def voice(request: HttpRequest, session: SessionId) -> HttpResponse:
    """Take a recording as the answer to an open step, and say that it counts once it is on disk."""
    try:
        reply = await _take(request, session)
    except BadForm as bad:
        reply = bad.why
    if not isinstance(reply, Done):
        return _no(request, session, reply)
    if not wants_json(scope_of(request)):
        return go_to(f"/s/{session}/?n=counted")
    return _json(200, {"ok": True, "version": reply.version})


async def _take(request: HttpRequest, session: SessionId) -> Done | Reason:
    here, holder = house(request), holder_of(request, session)
    if not isinstance(holder, Holder):
        return holder
    form, recording = _read(request)
    if not isinstance(recording, Recording):
        return recording
    state = here.host.rooms[session].state
    command = tap("answer", form, holder, state, AnswerId(here.fresh_id()))
    if not isinstance(command, c.GiveAnswer):
        return command if isinstance(command, Why | No) else No.NOT_LIKE_THIS
    here.heard(holder)
    spoken = replace(command, voice=recording.digest)
    return await here.settled(here.writer.submit(session, spoken, recording=recording))


def _read(request: HttpRequest) -> tuple[Form, Recording | Reason]:
    """The fields, and what was spoken. Raises BadForm for what is no proper form."""
    try:
        fields, files = request.POST, request.FILES.getlist(FIELD)
    except BROKEN_PARTS:
        raise BadForm from None
    pairs = [(name, value) for name, values in fields.lists() for value in values]
    form = checked_form((str(name), str(value)) for name, value in pairs)
    if len(files) > 1:
        raise BadForm
    return form, _recording(files[0]) if files else Why.NOT_AN_ANSWER


def _recording(file: UploadedFile[bytes]) -> Recording | Reason:
    body = file.read()
    if not body:
        return Why.NOT_AN_ANSWER
    if len(body) > LARGEST_RECORDING:
        return No.RECORDING_TOO_LARGE
    kind = sound_of(body)
    return No.NOT_A_RECORDING if kind is None else recorded(kind, body)


def _no(request: HttpRequest, session: SessionId, why: Reason) -> HttpResponse:
    status = status_of(why)
    if wants_json(scope_of(request)):
        house(request).refused[why] += 1
        sentence = sentence_of(why, words_for(request, session))
        return _json(status, {"ok": False, "why": str(why), "sentence": sentence})
    if status in (400, 403, 409):  # the screen says it, and shows what can be done now
        house(request).refused[why] += 1
        return go_to(f"/s/{session}/?n={why}")
    return notice(request, why, session)


def _json(status: int, told: dict[str, object]) -> HttpResponse:
    response = html(json.dumps(told, ensure_ascii=False), status)
    response["Content-Type"] = "application/json"
    return response
