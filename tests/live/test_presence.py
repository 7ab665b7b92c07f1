"""Who was heard of when."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.live.screens import SESSION
from tests.room import Room
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import SeatNo, SessionId, TableNo
from thinkcoop.live.board import StateBoard
from thinkcoop.live.presence import SILENCE_S, Presence, Who

ONE = Who(SESSION, seat=SeatNo(1))


@dataclass
class Watch:
    """A room with somebody who watches over it, and a clock that is moved by hand."""

    room: Room
    now: float = 0.0
    board: StateBoard = field(default_factory=StateBoard)
    asked: list[c.Command] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.presence = Presence(self.board, submit=self.submit, seconds=lambda: self.now)
        self.board.show(SESSION, self.room.state)

    def submit(self, session: SessionId, command: c.Command) -> None:
        self.asked.append(command)
        self.room.do(command)
        self.board.show(session, self.room.state)

    def pass_by(self, seconds: float) -> None:
        """Let time pass, looking every two seconds."""
        until = self.now + seconds
        while self.now < until:
            self.now += 2
            self.presence.look()


def one_person() -> Watch:
    room = Room().open()
    room.join(1)
    return Watch(room)


def lost(seat: int = 1) -> c.LoseTouch:
    return c.LoseTouch(seat=SeatNo(seat))


def test_a_phone_that_is_not_heard_of_loses_touch_once() -> None:
    watch = one_person()
    watch.presence.heard(ONE)
    watch.pass_by(SILENCE_S - 2)
    assert watch.asked == []
    watch.pass_by(60)
    assert watch.asked == [lost()]


def test_an_open_stream_is_a_sign_of_life_for_as_long_as_it_is_open() -> None:
    watch = one_person()
    watch.presence.opened(ONE)
    watch.pass_by(600)
    watch.presence.closed(ONE)
    watch.pass_by(SILENCE_S - 3)
    assert watch.asked == []
    watch.pass_by(4)
    assert watch.asked == [lost()]


def test_of_two_streams_the_last_one_counts() -> None:
    watch = one_person()
    watch.presence.opened(ONE)
    watch.presence.opened(ONE)
    watch.presence.closed(ONE)
    watch.pass_by(600)
    assert watch.asked == []


def test_a_page_that_comes_again_every_five_seconds_keeps_in_touch() -> None:
    watch = one_person()
    for _ in range(100):
        watch.presence.heard(ONE)
        watch.pass_by(5)
    assert watch.asked == []


def test_the_next_sign_of_life_brings_a_person_back() -> None:
    watch = one_person()
    watch.pass_by(60)
    watch.presence.heard(ONE)
    assert watch.asked == [lost(), c.ComeBack(seat=SeatNo(1))]
    assert watch.room.seat(1).status == "here"


def test_after_a_restart_everyone_has_time_to_come_back() -> None:
    watch = one_person()
    watch.presence.look()
    watch.pass_by(SILENCE_S - 2)
    assert watch.asked == []
    watch.pass_by(4)
    assert watch.asked == [lost()]


def test_a_goodbye_is_not_undone_by_a_page_that_is_still_open() -> None:
    watch = one_person()
    watch.presence.opened(ONE)
    watch.submit(SESSION, c.Leave(seat=SeatNo(1)))
    watch.asked.clear()
    watch.presence.heard(ONE)
    watch.pass_by(60)
    assert watch.asked == []


def test_a_tables_device_loses_touch_and_comes_back_too() -> None:
    room = Room().open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(1, channel="table", table=TableNo(1))
    watch = Watch(room)
    watch.pass_by(60)
    assert watch.asked == [c.LoseTouch(table=TableNo(1))]
    watch.presence.opened(Who(SESSION, table=TableNo(1)))
    assert watch.asked[-1] == c.ComeBack(table=TableNo(1))
    assert watch.room.table(1).device_here


def test_with_the_next_meeting_those_whose_phones_are_open_are_here_at_once() -> None:
    watch = one_person()
    watch.presence.opened(ONE)
    watch.room.do(c.LoseTouch(seat=SeatNo(1)))  # what the opening of a meeting does to everyone
    watch.board.show(SESSION, watch.room.state)
    watch.presence.look()
    assert watch.room.seat(1).status == "here"


def test_a_session_that_is_over_is_left_alone() -> None:
    watch = one_person()
    watch.room.join(3)
    watch.room.do(c.GoOn())
    watch.room.run_out()
    watch.board.show(SESSION, watch.room.state)
    watch.pass_by(600)
    assert (watch.room.state.phase, watch.asked) == ("over", [])
