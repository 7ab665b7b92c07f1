"""A device that leads the room reads aloud: for how long, and so how long the clock should wait.

How long it takes is worked out here, from the recordings, or from the letters where the device has
a voice of its own. What a device says of it is not believed.
"""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.session.commands import StartNarration
from thinkcoop.core.session.state import NOBODY
from thinkcoop.core.words import ROOM, AnswerId, Millis, SessionId, StepId, TableNo, Why
from thinkcoop.live.looks import Place, look_of
from thinkcoop.web.cookies import Holder
from thinkcoop.web.forms import Form
from thinkcoop.web.house import House, place_of
from thinkcoop.web.refusals import No, Reason
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.voices import words_in

NARRATE = "narrate"
"""The name of the act in an address."""
SLOWER_PERMILLE = 1250
"""At four fifths of the speed it takes so much of the time (`SLOWER` in `assets/speak.js`)."""
WHOLE = 1000


def narration_at_table(
    house: House, session: SessionId, holder: Holder, form: Form, language: str
) -> StartNarration | Reason:
    """What a table's device does when it begins to read, in the language it reads in.

    A phone holds no clock. Raises BadForm.
    """
    if holder.seat != NOBODY:
        return No.NOT_LIKE_THIS
    return _narration(house, session, place_of(holder), language, form)


def narration_on_wall(house: House, session: SessionId, form: Form) -> StartNarration | Reason:
    """What the wall does when it begins to read. Raises BadForm."""
    return _narration(house, session, Place(view="wall"), house.language(session), form)


def _narration(
    house: House, session: SessionId, place: Place, language: str, form: Form
) -> StartNarration | Reason:
    state = house.host.rooms[session].state
    look = look_of(state, place, house.host.now(session), house.today())
    assert isinstance(look, Screen)  # only the desk is none
    voice = house.voice(house.words(language, session), session)
    own_voice = bool(form.number("own", 0))
    lasts = voice.milliseconds(words_in(_read_aloud(look)), own_voice=own_voice)
    if form.number("slow", 0):
        lasts = lasts * SLOWER_PERMILLE // WHOLE
    answer = form.matching("answer", ANSWER_ID) or house.fresh_id()
    if not lasts:
        return Why.NOT_NOW
    return StartNarration(
        step=StepId(form.text("step")),
        answer=AnswerId(answer),
        milliseconds=Millis(lasts),
        table=TableNo(place.table) if place.view == "table" else ROOM,
    )


def _read_aloud(screen: Screen) -> Screen:
    """What the large button reads: not what opens later, what a role does, or what buttons say."""
    form = screen.form and replace(screen.form, stories=(), helps=())
    return replace(screen, form=form, role="", buttons=(), people=())
