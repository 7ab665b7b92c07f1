"""Answers that are spoken: what the rules take, what is kept, what the room sees."""

from __future__ import annotations

import pytest

from tests.room import Room, options, small
from thinkcoop.core.kinds import Ask, KindStep, Promise, Rank, Say, Show
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Chart, Text
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.state import Answer
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo, Why

VOICE = "a1" * 32
OTHER = "5e" * 32
TELL = Ask(id="tell", text="What would you do first?", picture="do-ask", pick="words")
SHOW = Show(id="all", text="This was said.", picture="do-show", of=("tell",), to="all")
KEY = StepId("tell")


def room_at(step: KindStep, *more: KindStep) -> Room:
    """Five people with phones, at this step."""
    room = Room(small((step, *more))).open()
    room.join(5)
    room.wait_for(step.id or "a0-0")
    return room


def speak(room: Room, seat: int, voice: str = VOICE, *, text: str = "", value: int = -1) -> object:
    command = c.GiveAnswer(
        seat=SeatNo(seat),
        step=room.step_at(room.seat(seat).table).key,
        answer=room.name(),
        value=() if value < 0 else (value,),
        text=text,
        voice=voice,
    )
    return room.do(command)


def kept(room: Room, seat: int) -> tuple[str, str] | None:
    answer = room.state.answers.get(KEY, {}).get(SeatNo(seat))
    return None if answer is None else (answer.text, answer.voice)


def test_words_may_be_written_or_spoken_or_both() -> None:
    room = room_at(TELL)
    given = [("tea", ""), ("", VOICE), ("tea", OTHER)]
    for seat, (text, voice) in enumerate(given, 1):
        assert isinstance(speak(room, seat, voice, text=text), tuple)
    events = [event for event in room.log if isinstance(event, e.AnswerGiven)]
    assert [(event.text, event.voice) for event in events] == given
    assert [kept(room, seat) for seat in (1, 2, 3)] == given


@pytest.mark.parametrize(
    ("voice", "text", "value", "why"),
    [
        ("", "", -1, Why.NOT_AN_ANSWER),
        (VOICE[:-1], "", -1, Why.NOT_AN_ANSWER),
        (VOICE + "a", "", -1, Why.NOT_AN_ANSWER),
        (VOICE.upper(), "", -1, Why.NOT_AN_ANSWER),
        ("../" * 21 + "x", "tea", -1, Why.NOT_AN_ANSWER),
        (VOICE + "\n", "", -1, Why.NOT_AN_ANSWER),
        (VOICE, "", 1, Why.NOT_AN_ANSWER),
        (VOICE, "bell\x07", -1, Why.TEXT_UNREADABLE),
        (VOICE, "x" * 400, -1, Why.TEXT_TOO_LONG),
    ],
)
def test_what_is_no_spoken_answer_is_refused(voice: str, text: str, value: int, why: Why) -> None:
    assert speak(room_at(TELL), 1, voice, text=text, value=value) is why


ABC = options("a", "b", "c")


@pytest.mark.parametrize(
    "step",
    [
        Ask(id="one", text="Which?", picture="do-ask", options=ABC),
        Ask(id="scale", text="How?", picture="do-ask", pick="scale"),
        Ask(id="number", text="How many?", picture="do-ask", pick="number"),
        Rank(id="rank", text="Best?", picture="do-rank", options=ABC, keep=1),
    ],
    ids=lambda step: step.id,
)
def test_every_other_kind_refuses_a_voice(step: KindStep) -> None:
    room = room_at(step)
    assert speak(room, 1, value=1) is Why.NOT_AN_ANSWER
    assert isinstance(speak(room, 1, "", value=1), tuple)


def test_kinds_that_take_no_answer_take_no_voice_either() -> None:
    promise = Promise(text="What?", options=ABC, by=ABC)
    assert promise.check((0, 1), "to tell", "") == (0, 1)
    for step in (promise, Say(text="Listen.")):
        refusal = step.check((0, 1), "", VOICE)
        assert getattr(refusal, "why", None) is Why.NOT_AN_ANSWER


def test_a_later_answer_replaces_the_voice_too() -> None:
    room = room_at(TELL)
    speak(room, 1)
    assert isinstance(room.answer(1, text="tea"), tuple)
    assert kept(room, 1) == ("tea", "")
    speak(room, 1, OTHER)
    assert kept(room, 1) == ("", OTHER)
    assert len(room.state.answers[KEY][SeatNo(1)].ids) == 3


def test_a_log_from_elsewhere_cannot_bring_a_voice_that_is_none() -> None:
    room = room_at(TELL)
    for voice, counts in (("loud", False), (VOICE, True)):
        given = e.AnswerGiven(
            at=room.now,
            seat=SeatNo(2),
            table=TableNo(0),
            step=KEY,
            answer=AnswerId("there"),
            value=(),
            voice=voice,
        )
        after = fold(room.state, (given,))
        expected = {2: Answer(value=(), text="", voice=VOICE, ids=(AnswerId("there"),))}
        assert after.answers.get(KEY, {}) == (expected if counts else {})


def test_a_room_that_is_read_back_still_knows_who_spoke() -> None:
    room = room_at(TELL)
    speak(room, 1, text="tea")
    assert fold(start(room.program), room.log) == room.state


def said(room: Room) -> Chart:
    """The words as the wall shows them."""
    for seat in room.state.seats:
        if kept(room, seat) is None:
            room.answer(seat, text="salt")
    room.wait_for("all")
    [chart] = wall_screen(room.state).charts
    return chart


def test_the_wall_tells_how_many_spoke_and_plays_nothing() -> None:
    room = room_at(TELL, SHOW)
    speak(room, 1)
    speak(room, 2, OTHER, text="tea")
    chart = said(room)
    assert [row.text for row in chart.rows] == [Text(word) for word in ("salt",) * 3 + ("tea",)]
    assert (chart.spoken, chart.totals) == (2, (5,))
    assert VOICE not in repr(chart)


def test_a_phone_is_told_that_its_voice_is_kept_and_a_device_forgets_it() -> None:
    room = Room(small((TELL,))).open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(2, channel="table", table=TableNo(1))
    room.join(3)
    room.wait_for("tell")
    speak(room, 3)
    form = phone_screen(room.state, SeatNo(3)).form
    assert form is not None
    assert (form.spoken, form.answered, form.words) == (True, True, "")
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(1)))
    speak(room, 1)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(1)))
    held = table_screen(room.state, TableNo(1)).form
    assert held is not None
    assert (held.spoken, held.answered, held.seat) == (False, False, 1)


def test_a_table_may_speak_through_the_one_who_taps_for_it() -> None:
    step = TELL.model_copy(update={"to": "table"})
    room = room_at(step)
    holder = room.table(1).holder(step.lead)
    speak(room, holder)
    assert room.state.table_answers[KEY][TableNo(1)].voice == VOICE


def test_a_voice_that_comes_too_late_is_late() -> None:
    room = room_at(TELL)
    closes = room.floor(1).closes_at
    room.now = closes
    assert speak(room, 1) is Why.STEP_CLOSED
