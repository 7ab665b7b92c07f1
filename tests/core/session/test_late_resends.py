"""A phone on a bad link sends again what was taken long ago, when its owner is further on."""

from __future__ import annotations

from tests.core.session.test_private_path import WAY, go, on_the_way
from tests.room import Room, happened, options, small
from thinkcoop.core.kinds import Ask, Discuss, KindStep, Path
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import walked
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.rules import Outcome, act
from thinkcoop.core.words import AnswerId, SeatNo, TableNo, Why

ONE, TWO, TABLE = SeatNo(1), SeatNo(2), TableNo(1)
FIRST, SECOND = AnswerId("first-tap"), AnswerId("second-tap")


def at_work(*steps: KindStep, people: int = 4) -> Room:
    """A room in which the first of these steps is open."""
    room = Room(small(steps)).open(60)
    room.join(people)
    room.do(c.GoOn())
    return room


def place(room: Room) -> int:
    step = room.program.step(WAY)
    assert isinstance(step, Path)
    return walked(room.state, step, ONE).done


def test_back_is_gone_back_once_also_when_that_item_was_answered_anew() -> None:
    room = on_the_way()
    go(room, 1, 0, upto=2)
    back = c.TurnBack(seat=ONE, step=WAY, item=1, answer=FIRST)
    assert happened(room.do(back)) == ["PathTurnedBack"]
    go(room, 1, 0, upto=2)
    assert (room.do(back), place(room)) == ((), 2)
    assert happened(room.do(c.TurnBack(seat=ONE, step=WAY, item=1, answer=SECOND))) == [
        "PathTurnedBack"
    ]


def test_back_of_a_program_that_gave_no_names_is_still_gone() -> None:
    room = on_the_way()
    go(room, 1, 0, upto=2)
    back = e.PathTurnedBack(at=room.now, seat=ONE, step=WAY, item=0)
    assert (fold(room.state, (back,)).taps, place(room)) == ({}, 2)


def test_all_of_it_is_left_out_once_also_by_who_came_back_in() -> None:
    room = on_the_way()
    leave_out = c.PassAnswer(seat=ONE, step=WAY, answer=FIRST)
    back_in = c.TurnBack(seat=ONE, step=WAY, item=0, answer=SECOND)
    assert [happened(room.do(each)) for each in (leave_out, back_in)] == [
        ["AnswerPassed"],
        ["PathTurnedBack"],
    ]
    assert room.do(leave_out) == ()
    again = c.PassAnswer(seat=ONE, step=WAY, answer=AnswerId("third-tap"))
    assert happened(room.do(again)) == ["AnswerPassed"]
    assert room.do(back_in) == ()


def test_who_only_came_back_in_has_not_taken_part() -> None:
    room = on_the_way()
    room.do(c.PassAnswer(seat=ONE, step=WAY, answer=FIRST))
    room.do(c.TurnBack(seat=ONE, step=WAY, item=0, answer=SECOND))
    assert room.state.walked == {}


def test_done_is_said_once_also_when_the_table_got_more_time_since() -> None:
    room = at_work(Discuss(text="Talk."))
    done = c.SayDone(step=room.step_at(1).key, seat=TWO, answer=FIRST)
    assert happened(room.do(done)) == ["DoneSaid"]
    room.do(c.GiveMoreTime())
    assert (room.do(done), room.floor(1).done) == ((), frozenset())
    again = c.SayDone(step=room.step_at(1).key, seat=TWO, answer=SECOND)
    assert happened(room.do(again)) == ["DoneSaid"]


def test_a_device_that_went_on_to_another_person_does_not_come_back_to_the_first() -> None:
    ask = Ask(text="Which?", pick="one", options=options("tea", "milk"))
    room = at_work(ask, Ask(text="And now?", pick="one", options=options("tea", "milk")))
    room.do(c.JoinDevice(table=TABLE))
    step = room.step_at(1).key
    first = c.HandTo(table=TABLE, seat=ONE, step=step, answer=FIRST)
    second = c.HandTo(table=TABLE, seat=TWO, step=step, answer=SECOND)
    assert [happened(room.do(each)) for each in (first, second)] == [["HandedOver"]] * 2
    assert (room.do(first), room.table(1).floor.hand) == ((), TWO)
    room.do(c.GoOn())
    late = c.HandTo(table=TABLE, seat=ONE, step=step, answer=AnswerId("third-tap"))
    assert (room.do(late), room.table(1).floor.hand) == (Why.STEP_CLOSED, 0)


def test_a_goodbye_that_comes_again_sends_nobody_away_who_returned() -> None:
    room = at_work(Discuss(text="Talk."))
    leave, back = c.Leave(seat=ONE, answer=FIRST), c.ComeBack(seat=ONE, answer=SECOND)
    assert "SeatLeft" in happened(room.do(leave))
    assert "SeatBack" in happened(room.do(back))
    assert (room.do(leave), room.seat(1).status) == ((), "here")
    room.do(c.Leave(seat=ONE, answer=AnswerId("third-tap")))
    assert (room.do(back), room.seat(1).status) == ((), "left")


def test_an_answer_for_a_table_is_known_also_from_who_moved_to_another_one() -> None:
    ask = Ask(text="Which?", pick="one", options=options("tea", "milk"), to="table")
    room = at_work(ask, people=10)
    recorder = room.table(1).holder(ask.lead)
    given = c.GiveAnswer(seat=recorder, step=room.step_at(1).key, answer=FIRST, value=(0,))
    assert "AnswerGiven" in happened(room.do(given))
    moved = fold(room.state, (e.SeatPlaced(at=room.now, seat=recorder, table=TableNo(2)),))
    assert act(moved, given, room.now) == Outcome(state=moved, events=(), papers=())
