"""Addresses of pages. Streams, taps and static files are answered before Django (`web.app`)."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import path, register_converter
from django.views.generic.base import RedirectView

from thinkcoop.web.refusals import No
from thinkcoop.web.views import (
    about,
    back,
    cards,
    desk,
    door,
    join,
    narration,
    narration_take,
    pin,
    report,
    screens,
    table,
    take_home,
    typing,
    voice,
    words,
)
from thinkcoop.web.views.common import notice


class Code:
    """A session's code in an address."""

    regex = "[0-9A-Za-z]{3,12}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class Form:
    """What kind of file a page is asked for as."""

    regex = "png|pdf"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(Code, "code")
register_converter(Form, "form")

urlpatterns = [
    path("", door.door),
    path("health", door.health),
    path("desk", RedirectView.as_view(url="/desk/")),
    path("s/<code:session>", RedirectView.as_view(url="/s/%(session)s/")),
    path("s/<code:session>/", screens.screen),
    path("s/<code:session>/join", join.join),
    path("s/<code:session>/back", back.back),
    path("s/<code:session>/table", table.table),
    path("s/<code:session>/person", join.person),
    path("s/<code:session>/voice", voice.voice),
    path("s/<code:session>/wall", screens.wall),
    path("s/<code:session>/narrate", narration_take.from_wall),
    path("s/<code:session>/qr.svg", screens.qr),
    path("s/<code:session>/cards", cards.cards),
    path("s/<code:session>/language", words.of_phone),
    path("s/<code:session>/group", take_home.group),
    path("s/<code:session>/group.<form:form>", take_home.group_file),
    path("s/<code:session>/group-qr.svg", take_home.group_qr),
    path("s/<code:session>/mine", take_home.mine),
    path("s/<code:session>/mine.<form:form>", take_home.mine_file),
    path("desk/", desk.everything),
    path("desk/new", desk.new),
    path("desk/pin", pin.pin),
    path("desk/language", words.language),
    path("desk/words", words.words),
    path("desk/about/<slug:module>", about.of_module),
    path("desk/voice/", narration.choose),
    path("desk/voice/<slug:module>/<slug:language>", narration.one),
    path("desk/voice/<slug:module>/<slug:language>/list", narration.listed),
    path("desk/voice/<slug:module>/<slug:language>/zip", narration.packed),
    path("desk/voice/<slug:module>/<slug:language>/take", narration_take.take),
    path("desk/<code:session>/", desk.one),
    path("desk/<code:session>/about", about.of_session),
    path("desk/<code:session>/person", desk.person),
    path("desk/<code:session>/cards", cards.cards),
    path("desk/<code:session>/cards.pdf", cards.to_print),
    path("desk/<code:session>/slips", desk.slips_page),
    path("desk/<code:session>/sign", desk.sign),
    path("desk/<code:session>/report", report.report),
    path("desk/<code:session>/report.pdf", report.report_pdf),
    path("desk/<code:session>/report.xlsx", report.report_sheet),
    path("desk/<code:session>/report.json", report.report_json),
    path("desk/<code:session>/typing", typing.typing),
    path("desk/<code:session>/typing/ballot", typing.ballot),
    path("desk/<code:session>/<slug:act>", desk.act),
]


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """No such page."""
    return notice(request, No.NO_SUCH_PAGE)


def our_fault(request: HttpRequest) -> HttpResponse:
    """A bug of ours. It is in the log; the reader gets a sentence."""
    return notice(request, No.OUR_FAULT)


handler404 = not_found
handler500 = our_fault
