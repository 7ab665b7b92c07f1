"""What must be true of every state that anybody can ever see."""

from __future__ import annotations

from collections import Counter

from tests.room import Room
from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.flow import alarm, due
from thinkcoop.core.session.roles import can_hold
from thinkcoop.core.session.rules import Outcome, act
from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, Millis, SeatNo, TableNo


def is_calm(room: Room) -> None:
    """After a command nothing more is due, the alarm lies ahead, and a tick before it is idle."""
    assert due(room.state, room.now, None) == []
    rings = alarm(room.state)
    before = room.now if rings is None else Millis(rings - 1)
    assert rings is None or rings > room.now, f"the alarm {rings} is in the past at {room.now}"
    idle = act(room.state, c.Tick(), before)
    assert isinstance(idle, Outcome)
    assert idle.events == (), f"a tick at {before}, before the alarm, does {idle.events}"


def is_sound(state: State) -> None:
    """People sit where their table says, nobody has two roles, nothing is open past the end."""
    placed = Counter(seat for table in state.tables.values() for seat in table.seats)
    assert all(count == 1 for count in placed.values())
    for seat in state.seats.values():
        assert (seat.table == ROOM) == (seat.number not in placed)
    for table in state.tables.values():
        assert all(state.seats[number].table == table.number for number in table.seats)
        holders = [number for _, number in table.roles]
        assert len(set(holders)) == len(holders), "nobody has two roles"
        for role, number in table.roles:
            assert can_hold(state, state.seats[number], role), f"seat {number} cannot be {role}"
    if state.phase == "running":
        for floor in (state.room, *(table.floor for table in state.tables.values())):
            assert not floor.open or floor.closes_at <= state.ends_at, "open past the end"
    assert state.repeated_early == 0, "a role came to somebody too early"


def every_screen(state: State) -> list[Screen | Desk]:
    """All screens there are of this state, also of people and tables that are not there."""
    return [
        wall_screen(state),
        desk(state, state.at),
        *(phone_screen(state, SeatNo(n)) for n in (0, *state.seats, 9_999)),
        *(table_screen(state, TableNo(n)) for n in (0, *state.tables, 99)),
    ]
