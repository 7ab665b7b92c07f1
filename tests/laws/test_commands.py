"""Phones on a bad link send twice, and some of what is sent makes no sense."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.living import ASKED, begin, two_tables
from tests.laws.moves import Life, Move, lives, make, moves
from tests.room import Room
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.rules import Outcome, act
from thinkcoop.core.words import Refusal, Why

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
        if not isinstance(command, NOT_ONCE):
            again = act(room.state, command, room.now)
            assert isinstance(again, Refusal) or (again.events, again.papers) == ((), ())


TAPPED = (
    c.TakeSeat,
    c.JoinDevice,
    c.GiveAnswer,
    c.SkipItem,
    c.PassAnswer,
    c.TurnBack,
    c.ShowSign,
    c.ReadCards,
    c.SayDone,
    c.SayNotClear,
    c.AskMoreTime,
    c.StartNarration,
    c.EndTurn,
    c.MarkSpoke,
    c.HandTo,
    c.PutQuestion,
    c.Leave,
    c.ComeBack,
)
"""What a phone or a table's device sends for people, and may send again when no reply came."""


@given(life=lives, step=st.sampled_from(("", *ASKED)), more=st.lists(moves, max_size=25))
def test_what_people_tapped_once_is_not_done_again_however_late_it_comes_again(
    life: Life, step: str, more: list[Move]
) -> None:
    room = two_tables(step) if step else begin(life)
    taken: list[c.Command] = []
    for move in (*life.moves, *more):
        command = make(room, move)
        done = room.do(command)
        named = getattr(command, "answer", True)  # else a program sent it, for nobody
        if isinstance(command, TAPPED) and named and not isinstance(done, Why) and done:
            taken.append(command)
        for late in taken:
            again = act(room.state, late, room.now)
            assert isinstance(again, Refusal) or (again.events, again.papers, again.marks) == (
                (),
                (),
                (),
            )


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
