"""Phones on a bad link send twice, and some of what is sent makes no sense."""

from __future__ import annotations

from hypothesis import given

from tests.laws.living import begin
from tests.laws.moves import Life, lives, make
from tests.room import Room
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.rules import Outcome, act
from thinkcoop.core.words import Refusal, TableNo, Why

NOT_ONCE = (
    c.Tick,  # says nothing but that time has passed
    c.GoOn,  # the convener's own page; each press ends what is open then
    c.GiveMoreTime,  # as GoOn: each press gives three minutes
    c.Reopen,  # sent by the device itself, once at each start
)
"""Commands that mean something new each time. Every other one, sent twice, is once."""


@given(life=lives)
def test_the_same_command_twice_is_once(life: Life) -> None:
    room = begin(life)
    for move in life.moves:
        command = make(room, move)
        room.do(command)
        if not (isinstance(command, NOT_ONCE) or command == c.JoinDevice(table=TableNo(0))):
            again = act(room.state, command, room.now)
            assert isinstance(again, Refusal) or (again.events, again.papers) == ((), ())


@given(life=lives)
def test_a_refusal_changes_nothing_and_a_decision_is_what_its_events_say(life: Life) -> None:
    room = begin(life)
    for move in life.moves:
        command = make(room, move)
        before, written = room.state, list(room.log)
        outcome = act(before, command, room.now)
        if isinstance(outcome, Outcome):
            assert outcome.state == fold(before, outcome.events)
        assert before == fold(before, ())
        if isinstance(room.do(command), Why):
            assert (room.state, room.log) == (before, written)


@given(life=lives)
def test_the_same_life_gives_the_same_log(life: Life) -> None:
    assert _lived(life).log == _lived(life).log


def _lived(life: Life) -> Room:
    room = begin(life)
    for move in life.moves:
        room.do(make(room, move))
    return room
