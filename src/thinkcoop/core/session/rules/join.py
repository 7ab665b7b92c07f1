"""Coming in, going, losing touch and coming back. None of it ever stops the room."""

from __future__ import annotations

from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.flow import place
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.seating import MOST_AT_TABLE
from thinkcoop.core.session.state import Seat, State
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.words import ROOM, Millis, Refusal, SeatNo, TableNo, Why

MOST_SEATS = 500
"""More than the biggest hall this is made for."""
MOST_TABLES = 80


def take_seat(state: State, command: c.TakeSeat, now: Millis) -> Decision | Refusal:
    """Give a seat. The same request again is the same seat; two people never get one seat.

    A picture belongs to one person as long as there are pictures nobody has; when more people
    than pictures come, a picture may be had twice, but not at one table.
    """
    if any(seat.answer == command.answer for seat in state.seats.values()):
        return Decision()
    if len(state.seats) >= MOST_SEATS:
        return Refusal(Why.ROOM_FULL)
    if not any(trade.id == command.trade for trade in state.program.module.trades):
        return Refusal(Why.NO_SUCH_TRADE)
    if command.table != ROOM:
        refusal = _table_refuses(state, command.table)
        if refusal is not None:
            return refusal
    if _picture_in_use(state, command.picture, command.table) or (
        command.channel == "card" and _picture_in_use(state, command.picture, ROOM)
    ):  # there is one card of each picture, and a camera sees the whole room
        return Refusal(Why.PICTURE_TAKEN)
    number = SeatNo(max(state.seats, default=0) + 1)
    taken = e.SeatTaken(
        at=now,
        answer=command.answer,
        seat=number,
        picture=command.picture,
        trade=command.trade,
        reads=command.reads,
        guest=command.guest,
        language=command.language or (state.header.language if state.header else ""),
        channel=command.channel,
        table=command.table,
    )
    if command.table != ROOM or not room_is_seated(state):
        return Decision((taken,))
    return Decision((taken, place(fold(state, [taken]), number, now)))


def room_is_seated(state: State) -> bool:
    """Whether tables were given out, so that a newcomer gets one at once."""
    return state.phase == "running" or any(
        seat.table != ROOM and (seat.channel == "phone" or not state.tables[seat.table].device)
        for seat in state.seats.values()
    )


def _table_refuses(state: State, number: TableNo) -> Refusal | None:
    table = state.tables.get(number)
    if table is None or not table.device:
        return Refusal(Why.TABLE_UNKNOWN)
    there = sum(state.seats[seat].status != "left" for seat in table.seats)
    return Refusal(Why.TABLE_FULL) if there >= MOST_AT_TABLE + 1 else None


def _picture_in_use(state: State, picture: str, table: TableNo) -> bool:
    users = [seat for seat in state.seats.values() if seat.picture == picture]
    if table != ROOM:
        return any(seat.table == table for seat in users)
    return bool(users) and len({seat.picture for seat in state.seats.values()}) < PICTURES


PICTURES = 40
"""How many pictures there are to choose from (`core/screens/people.py` names them)."""


def join_device(state: State, command: c.JoinDevice, now: Millis) -> Decision | Refusal:
    """Put a device on a table. A table has one; the same device asking again is welcome."""
    if any(command.answer in table.device_names for table in state.tables.values()):
        return Decision()
    number = command.table
    if number == ROOM:
        number = TableNo(max([*state.tables, 0]) + 1)
    if not 0 < number <= MOST_TABLES:
        return Refusal(Why.TABLE_UNKNOWN)
    table = state.tables.get(number)
    if table is not None and table.device and table.device_here:
        return Decision()
    return Decision((e.DeviceJoined(at=now, table=number, answer=command.answer),))


def _seat(state: State, number: SeatNo) -> Seat | None:
    return state.seats.get(number)


def lose_touch(state: State, command: c.LoseTouch, now: Millis) -> Decision | Refusal:
    """A phone or a device was not heard of for a while: nobody waits for it now."""
    if command.seat:
        seat = _seat(state, command.seat)
        if seat is None:
            return Refusal(Why.SEAT_UNKNOWN)
        if seat.status != "here" or seat.channel != "phone":
            return Decision()
        return Decision((e.SeatAway(at=now, seat=seat.number),))
    table = state.tables.get(command.table)
    if table is None or not table.device:
        return Refusal(Why.TABLE_UNKNOWN)
    return (
        Decision((e.DeviceAway(at=now, table=table.number),)) if table.device_here else Decision()
    )


def come_back(state: State, command: c.ComeBack, now: Millis) -> Decision | Refusal:
    """In touch again, or returned after a goodbye; placed at a table if the room is seated."""
    if not command.seat:
        table = state.tables.get(command.table)
        if table is None or not table.device:
            return Refusal(Why.TABLE_UNKNOWN)
        back = () if table.device_here else (e.DeviceBack(at=now, table=table.number),)
        return Decision(back)
    seat = _seat(state, command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    if seat.status == "here" and not seat.missed and not seat.finding:
        return Decision()
    back_event = e.SeatBack(at=now, seat=seat.number, answer=command.answer)
    if seat.table == ROOM and room_is_seated(state):
        after = fold(state, [back_event])
        return Decision((back_event, place(after, seat.number, now)))
    return Decision((back_event,))


def leave(state: State, command: c.Leave, now: Millis) -> Decision | Refusal:
    """A goodbye. The seat is kept, so that the person may come back."""
    seat = _seat(state, command.seat)
    if seat is None:
        return Refusal(Why.SEAT_UNKNOWN)
    if seat.status == "left":
        return Decision()
    return Decision((e.SeatLeft(at=now, seat=seat.number, answer=command.answer),))
