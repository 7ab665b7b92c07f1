"""A table's device tells the ways to all who share it at one time, and asks each in private."""

from __future__ import annotations

from dataclasses import replace

from tests.laws.moves import good_item
from tests.room import Room, happened, tea
from thinkcoop.core.kinds import Path
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Screen, Text, phrase
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import walked
from thinkcoop.core.session.plan import HAND_MS, ITEM_MS, by_hand_ms
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo

WAY = StepId("own-way")
FIRST = tea("game").step(WAY)
assert isinstance(FIRST, Path)
PATH = FIRST
WAYS = len(PATH.open_items)


def room_of(device: int = 3, phones: int = 1) -> Room:
    """One table: some share its device, some have a phone."""
    room = Room(tea("game")).open(90)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(device, table=TableNo(1), channel="table")
    room.join(phones, table=TableNo(1))
    room.wait_for(WAY)
    return room


def device(room: Room) -> Screen:
    return table_screen(room.state, TableNo(1))


def go_on(room: Room, name: str = "") -> tuple[str, ...]:
    """The tap on the device's *go on*; what happened, in short."""
    form = device(room).form
    assert form is not None
    answer = AnswerId(name or f"tap{form.item}")
    tap = c.GiveAnswer(seat=form.seat, step=WAY, answer=answer, value=(), item=form.item)
    return tuple(happened(room.do(tap)))


def done(room: Room) -> list[int]:
    """How far each person is, by seat."""
    return [walked(room.state, PATH, seat).done for seat in room.state.seats]


def test_the_ways_are_told_to_all_who_share_the_device_and_to_nobody_else() -> None:
    room = room_of()
    screen = device(room)
    assert (screen.kind, screen.heading, screen.people) == ("ask", phrase(P.HEAR_TOGETHER), ())
    assert (screen.part, screen.parts) == (0, WAYS)
    assert go_on(room) == ("PrivateGiven",) * 3
    assert done(room) == [1, 1, 1, 0]


def test_the_order_of_the_ways_goes_round_from_table_to_table() -> None:
    room = room_of()
    table = room.table(1)
    moved = replace(table, number=TableNo(2), floor=replace(table.floor, number=TableNo(2)))
    seats = {n: replace(seat, table=TableNo(2)) for n, seat in room.state.seats.items()}
    other = replace(room.state, tables={TableNo(2): moved}, seats=seats)
    ways = [way.text for way in PATH.items[0].ways]
    assert [device(room).text, table_screen(other, TableNo(2)).text] == [
        Text(ways[1]),
        Text(ways[2]),
    ]


def test_the_same_tap_sent_twice_is_one() -> None:
    room = room_of()
    form = device(room).form
    assert form is not None
    tap = c.GiveAnswer(seat=form.seat, step=WAY, answer=AnswerId("twice"), value=(), item=0)
    room.do(tap)
    assert room.do(tap) == ()
    assert done(room) == [1, 1, 1, 0]


def test_after_the_ways_it_goes_from_hand_to_hand() -> None:
    room = room_of()
    for _ in range(WAYS):
        go_on(room)
    assert device(room).kind == "hand"
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(1)))
    form = device(room).form
    assert form is not None
    assert (form.kind, form.item, form.seat) == ("beans", WAYS, 1)


def test_who_comes_late_hears_the_rest_with_the_others() -> None:
    room = room_of()
    go_on(room)
    go_on(room)
    [late] = room.join(1, table=TableNo(1), channel="table")
    assert go_on(room) == ("PrivateGiven",) * 6
    assert walked(room.state, PATH, late).done == 3


def test_who_comes_when_the_others_are_further_hears_the_ways_in_private() -> None:
    room = room_of()
    for _ in range(WAYS):
        go_on(room)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(1)))
    room.answer(1, *good_item(PATH.items[WAYS], 0))
    [late] = room.join(1, table=TableNo(1), channel="table")
    room.do(c.HandTo(table=TableNo(1), seat=late))
    assert device(room).heading == phrase(P.YOUR_WAY)


def test_a_phone_at_that_table_goes_its_own_way() -> None:
    room = room_of()
    go_on(room)
    room.answer(4)
    assert done(room) == [1, 1, 1, 1]
    assert phone_screen(room.state, SeatNo(4)).heading == phrase(P.YOUR_WAY)


def test_the_ways_need_their_time_once_and_the_rest_once_for_each() -> None:
    room = room_of()
    told = sum(item.seconds for item in PATH.open_items) * 1000
    rest = HAND_MS + (len(PATH.items) - WAYS - 1) * ITEM_MS
    assert by_hand_ms(room.state, PATH) == told + 3 * rest
