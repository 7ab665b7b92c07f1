"""The private path: at one's own pace, back and forth, and nothing of it in the log."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.checks import every_screen
from tests.laws.moves import good_item
from tests.room import Room, happened, tea
from thinkcoop.core.kinds import Path
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import walked
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo, Why

WAY = StepId("own-way")
PATH = tea("game").step(WAY)
assert isinstance(PATH, Path)
ITEMS = PATH.items


def on_the_way(people: int = 5, guests: int = 0) -> Room:
    """A room in which everyone is at the first item."""
    room = Room(tea("game")).open(60)
    room.join(people)
    room.join(guests, guest=True)
    room.wait_for(WAY)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))  # nobody has answered for long, and all are awake now
    return room


def go(room: Room, seat: int, number: int, upto: int = len(ITEMS)) -> None:
    """Somebody answers items up to `upto`; `number` says what."""
    step = room.program.step(WAY)
    assert isinstance(step, Path)
    for item in range(walked(room.state, step, SeatNo(seat)).done, upto):
        room.answer(seat, *good_item(ITEMS[item], number + item))


def test_everyone_goes_at_their_own_pace_and_the_last_one_closes_it() -> None:
    room = on_the_way()
    for seat in range(1, 5):
        go(room, seat, seat)
    go(room, 5, 5, upto=len(ITEMS) - 1)
    assert room.open_steps() == {WAY}
    end = happened(room.answer(5, *good_item(ITEMS[-1], 0)))
    assert end[:3] == ["PrivateGiven", "StepClosed", "PrivateCounted"]


def test_an_item_that_is_not_the_next_is_refused() -> None:
    room = on_the_way()
    ahead = c.GiveAnswer(
        seat=SeatNo(1), step=WAY, answer=AnswerId("ahead"), value=(), item=len(ITEMS) - 1
    )
    assert room.do(ahead) == Why.OTHER_STEP


def test_one_may_go_back_and_what_was_given_is_replaced() -> None:
    room = on_the_way()
    beans = next(at for at, item in enumerate(ITEMS) if item.kind == "beans")
    go(room, 1, 0, upto=beans + 1)
    before = room.sheets[SeatNo(1)][WAY, beans]
    assert happened(room.do(c.TurnBack(seat=SeatNo(1), step=WAY, item=beans))) == ["PathTurnedBack"]
    assert room.do(c.TurnBack(seat=SeatNo(1), step=WAY, item=beans)) == ()
    room.answer(1, *good_item(ITEMS[beans], 5))
    assert room.sheets[SeatNo(1)][WAY, beans] != before


def test_the_same_item_sent_twice_is_one() -> None:
    room = on_the_way()
    first = c.GiveAnswer(seat=SeatNo(1), step=WAY, answer=AnswerId("twice"), value=(), item=0)
    assert happened(room.do(first)) == ["PrivateGiven"]
    assert room.do(first) == ()


def test_beans_must_all_be_laid() -> None:
    room = on_the_way()
    beans = next(at for at, item in enumerate(ITEMS) if item.kind == "beans")
    go(room, 1, 0, upto=beans)
    nothing = [0] * len(ITEMS[beans].options)
    assert room.answer(1, *nothing) == Why.ALL_BEANS
    assert room.answer(1, *[99, *nothing[1:]]) == Why.ALL_BEANS
    assert room.answer(1, *[-1, *nothing[1:]]) == Why.NOT_AN_ANSWER
    assert room.answer(1, 10) == Why.NOT_AN_ANSWER


def test_guests_watch_and_are_not_waited_for() -> None:
    room = on_the_way(people=4, guests=1)
    assert room.answer(5) == Why.GUESTS_DO_NOT_VOTE
    for seat in range(1, 5):
        go(room, seat, seat)
    assert WAY not in room.open_steps()


def test_passing_is_free_and_nobody_waits() -> None:
    room = on_the_way(people=4)
    for seat in range(1, 4):
        go(room, seat, seat)
    assert "StepClosed" in happened(room.do(c.PassAnswer(seat=SeatNo(4), step=WAY)))


def test_who_would_rather_not_is_asked_nothing_more() -> None:
    room = on_the_way()
    go(room, 2, 0, upto=3)
    room.do(c.PassAnswer(seat=SeatNo(2), step=WAY))
    screen = phone_screen(room.state, SeatNo(2))
    assert (screen.form, screen.buttons, screen.heading) == (None, (), Phrase(P.WAY_DONE))


def test_at_a_table_with_a_device_it_stays_in_the_hand_until_the_end_of_the_way() -> None:
    room = Room(tea("game")).open(90)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait_for(WAY)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(2)))
    go(room, 2, 0, upto=len(ITEMS) - 1)
    held = room.table(1).floor.hand
    go(room, 2, 0)
    assert (held, room.table(1).floor.hand) == (2, 0)


def test_below_five_people_only_how_many_is_counted() -> None:
    room = on_the_way(people=4)
    for seat in range(1, 5):
        go(room, seat, seat)
    [counted] = [event for event in room.log if isinstance(event, e.PrivateCounted)]
    assert (counted.total, counted.counts) == (4, ())


def test_from_five_people_on_each_item_is_added_up() -> None:
    room = on_the_way()
    for seat in range(1, 6):
        go(room, seat, 0)
    [counted] = [event for event in room.log if isinstance(event, e.PrivateCounted)]
    wanted = tuple(
        ()
        if item.kind == "way"
        else tuple(5 * value for value in good_item(item, at))
        if item.kind == "beans"
        else tuple(5 * (at % len(item.options) == option) for option in range(len(item.options)))
        for at, item in enumerate(ITEMS)
    )
    assert (counted.total, counted.counts) == (5, wanted)


numbers = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=5, max_size=6)


@given(pairs=numbers)
def test_before_the_count_nothing_anywhere_depends_on_what_was_answered(
    pairs: list[tuple[int, int]],
) -> None:
    one, other = on_the_way(len(pairs)), on_the_way(len(pairs))
    for seat, (this, that) in enumerate(pairs, 1):
        upto = len(ITEMS) - (seat == len(pairs))
        go(one, seat, this, upto=upto)
        go(other, seat, that, upto=upto)
    assert one.log == other.log
    assert every_screen(one.state) == every_screen(other.state)


@given(values=st.lists(st.integers(0, 50), min_size=5, max_size=8))
def test_who_answered_what_is_nowhere_after_the_count(values: list[int]) -> None:
    one, other = on_the_way(len(values)), on_the_way(len(values))
    for seat, (this, that) in enumerate(zip(values, sorted(values), strict=True), 1):
        go(one, seat, this)
        go(other, seat, that)
    assert one.log == other.log
    assert one.state == other.state


def test_nothing_is_put_on_a_sheet_once_the_session_is_over() -> None:
    room = on_the_way()
    room.run_out()
    late = c.GiveAnswer(seat=SeatNo(1), step=WAY, answer=AnswerId("late"), value=(), item=0)
    assert (room.phase, room.do(late), room.sheets) == ("over", Why.SESSION_OVER, {})


@pytest.mark.parametrize("step", ["most", "pot", "nowhere"])
def test_nobody_goes_back_on_what_is_no_path(step: str) -> None:
    room = on_the_way()
    assert room.do(c.TurnBack(seat=SeatNo(1), step=StepId(step), item=0)) == Why.OTHER_STEP
