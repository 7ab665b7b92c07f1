"""The part of the fold that is about people: who is here, where they sit, what role they hold."""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold_steps import remember
from thinkcoop.core.session.roles import has_it_again, repeats_early
from thinkcoop.core.session.state import NO_STEP, ROLES, Floor, Seat, State, Table, Tap
from thinkcoop.core.words import ROOM, Millis, SeatNo, TableNo


def seat_taken(state: State, event: e.SeatTaken) -> State:
    """A new person; at a table at once when the device has one or the room is seated."""
    if event.seat in state.seats:
        return state
    seat = Seat(
        number=event.seat,
        picture=event.picture,
        trade=event.trade,
        reads=event.reads,
        guest=event.guest,
        language=event.language,
        channel=event.channel,
        answer=event.answer,
        taken_at=event.at,
        here_since=event.at,
    )
    taken = replace(state, seats={**state.seats, event.seat: seat})
    return put_at(taken, event.seat, event.table) if event.table != ROOM else taken


def room_seated(state: State, event: e.RoomSeated) -> State:
    """Everyone gets a table; tables keep their devices."""
    for index, seats in enumerate(event.tables):
        number = TableNo(index + 1)
        state = _with_table(state, number)
        for seat in seats:
            state = put_at(state, seat, number)
    return replace(state, seated_at=event.at)


def seat_placed(state: State, event: e.SeatPlaced) -> State:
    """One person gets a (or another) table, and needs a moment to find it when work goes on."""
    state = put_at(state, event.seat, event.table)
    seat = state.seats.get(event.seat)
    table = state.tables.get(event.table)
    if seat is None or table is None or state.phase != "running":
        return state
    # Where no step is open one opens at once, before anybody could get up and walk.
    steps = 1 if state.room.open or table.floor.open else 2
    return replace(state, seats={**state.seats, event.seat: replace(seat, finding=steps)})


def put_at(state: State, number: SeatNo, table: TableNo) -> State:
    """Move a seat to a table, leaving its old one."""
    seat = state.seats.get(number)
    if seat is None or seat.table == table:
        return state
    state = _with_table(state, table)
    if table not in state.tables:
        return state
    tables = dict(state.tables)
    old = tables.get(seat.table)
    if old is not None:
        tables[seat.table] = replace(
            old,
            seats=tuple(n for n in old.seats if n != number),
            roles=tuple(pair for pair in old.roles if pair[1] != number),
        )
    new = tables[table]
    tables[table] = replace(new, seats=(*new.seats, number))
    return replace(state, tables=tables, seats={**state.seats, number: replace(seat, table=table)})


def _with_table(state: State, number: TableNo) -> State:
    if number in state.tables or number <= ROOM:
        return state
    floor = Floor(number=number, step=_entry_step(state))
    tables = {**state.tables, number: Table(number=number, floor=floor)}
    return replace(state, tables=dict(sorted(tables.items())))


def _entry_step(state: State) -> int:
    """A table that appears in the middle joins where the others are, not at the beginning."""
    return max((table.floor.step for table in state.tables.values()), default=-1)


def device_joined(state: State, event: e.DeviceJoined) -> State:
    """A table has its own device from now on."""
    state = _device(_with_table(state, event.table), event.table, here=True)
    table = state.tables.get(event.table)
    if table is None or not event.answer:
        return state
    named = replace(table, device_names=(*table.device_names, event.answer))
    return replace(state, tables={**state.tables, event.table: named})


def device_away(state: State, event: e.DeviceAway) -> State:
    """The people of that device cannot be waited for."""
    return _device(state, event.table, here=False)


def device_back(state: State, event: e.DeviceBack) -> State:
    """The device is in touch again."""
    return _device(state, event.table, here=True)


def _device(state: State, number: TableNo, *, here: bool) -> State:
    table = state.tables.get(number)
    if table is None:
        return state
    changed = replace(table, device=True, device_here=here)
    return replace(state, tables={**state.tables, number: changed})


def seat_away(state: State, event: e.SeatAway) -> State:
    """Nobody waits for this person until it is back."""
    return _status(state, event.seat, "away", event.at)


def seat_left(state: State, event: e.SeatLeft) -> State:
    """A goodbye; the seat stays in the session, its roles at the table end."""
    state = remember(state, NO_STEP, Tap("leave", event.seat, event.answer))
    return _status(state, event.seat, "left", event.at)


def _status(state: State, number: SeatNo, status: str, at: Millis) -> State:
    seat = state.seats.get(number)
    if seat is None or seat.status == status:
        return state
    counts = seat.status == "here" and state.phase != "between"
    spent = max(0, at - seat.here_since) if counts else 0
    changed = replace(
        seat,
        status="left" if status == "left" else "away",
        here_ms=Millis(seat.here_ms + spent),
        here_since=at,
    )
    return replace(state, seats={**state.seats, number: changed})


def seat_back(state: State, event: e.SeatBack) -> State:
    """A person is with us again and is waited for again."""
    seat = state.seats.get(event.seat)
    if seat is None:
        return state
    since = seat.here_since if seat.status == "here" else event.at
    changed = replace(seat, status="here", missed=0, finding=0, here_since=since)
    state = remember(state, NO_STEP, Tap("return", event.seat, event.answer))
    return replace(state, seats={**state.seats, event.seat: changed})


def stop_all_counting_time(state: State, at: Millis) -> State:
    """At the end of a meeting everyone's time in the room is written down."""
    seats = {
        number: replace(
            seat, here_ms=Millis(seat.here_ms + max(0, at - seat.here_since)), here_since=at
        )
        if seat.status == "here"
        else seat
        for number, seat in state.seats.items()
    }
    return replace(state, seats=seats)


def roles_given(state: State, event: e.RolesGiven) -> State:
    """The table's roles for this activity; each counts for the one who newly holds it."""
    table = state.tables.get(event.table)
    if table is None:
        return state
    roles = tuple(
        (role, number) for role, number in event.roles if role in ROLES and number in state.seats
    )
    given = {number: role for role, number in roles}
    new = [number for role, number in roles if (role, number) not in table.roles]
    early = sum(repeats_early(state, table, given, number) for number in new)
    again = sum(has_it_again(state, table, given[number], number) for number in new)
    seats = dict(state.seats)
    for number in new:
        counts = dict(seats[number].roles)
        counts[given[number]] = counts.get(given[number], 0) + 1
        seats[number] = replace(seats[number], roles=counts)
    return replace(
        state,
        seats=seats,
        tables={**state.tables, event.table: replace(table, roles=roles)},
        repeated_early=state.repeated_early + early,
        had_again=state.had_again + again,
    )
