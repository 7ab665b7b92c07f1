"""What an open screen shows for a state, and which changes of a state cannot wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, assert_never

from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session.state import Floor, State
from thinkcoop.core.words import ROOM, Millis, SeatNo, TableNo

View = Literal["phone", "table", "wall", "desk"]
Look = Screen | Desk
Open = dict[TableNo, tuple[object, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Whose screen it is: a seat's phone, a table's device, the wall or the convener's desk."""

    view: View
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)


def look_of(
    state: State, place: Place, now: Millis, today: date, *, disk_trouble: bool = False
) -> Look:
    """Return the screen of that place. Only the desk looks at the clocks and at the disk."""
    match place.view:
        case "phone":
            return phone_screen(state, place.seat)
        case "table":
            return table_screen(state, place.table)
        case "wall":
            return wall_screen(state)
        case "desk":
            return desk(state, now, today, disk_trouble=disk_trouble)
        case _:
            assert_never(place.view)


def table_of(state: State, place: Place) -> TableNo:
    """The table whose changes concern that place; ROOM when only the room's do."""
    seat = state.seats.get(place.seat)
    return seat.table if seat is not None else place.table


def open_now(state: State) -> Open:
    """What is open in the room and at each table. When this changes, people wait for it."""
    room = (state.phase, state.meeting, state.stage, state.paused_at, *_floor(state.room))
    return {ROOM: room} | {number: _floor(t.floor) for number, t in state.tables.items()}


def _floor(floor: Floor) -> tuple[object, ...]:
    return (
        floor.step,
        floor.open,
        floor.closes_at,
        floor.speaker,
        floor.hand,
        floor.switched,
        floor.said_again,
        floor.pairs,
    )


def changed(before: Open, after: Open) -> frozenset[TableNo]:
    """The tables at which something else is open now; with ROOM among them it is everyone."""
    return frozenset(
        number for number in before.keys() | after.keys() if before.get(number) != after.get(number)
    )
