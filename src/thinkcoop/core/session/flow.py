"""What is due by itself: begin, close what is settled or out of time, open what comes next.

Nothing here waits for a person who is not there. A step closes when those whom it waits for have
done their part, and at the latest when its time is up; tables meet again at steps marked for all.
`settle` runs after every command, so a state that anybody sees has nothing left that is due.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thinkcoop.core.session import events as e
from thinkcoop.core.session import flow_open, flow_step
from thinkcoop.core.session.asking import (
    here_at,
    is_here,
    live_tables,
    most_wait,
    next_step,
    people_here,
    stage_now,
    step_of,
    took_part,
)
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.roles import give_roles, pass_on
from thinkcoop.core.session.seating import FEWEST_AT_TABLE, MOST_AT_TABLE, best_table, seat_room
from thinkcoop.core.session.state import BY_HAND, State, Table
from thinkcoop.core.words import MINUTE, ROOM, Millis, SeatNo, TableNo

PEOPLE_EVENTS = (
    e.SeatTaken,
    e.RoomSeated,
    e.SeatPlaced,
    e.DeviceJoined,
    e.DeviceAway,
    e.DeviceBack,
    e.SeatAway,
    e.SeatBack,
    e.SeatLeft,
    e.ActivityOpened,
)
MOVING_EVENTS = (
    *PEOPLE_EVENTS,
    e.StepClosed,
    e.ActivityClosed,
    e.BallotCounted,
    e.PrivateCounted,
    e.Resumed,
)
Since = Sequence[e.Event] | None
"""What just happened, so that only what it touches is looked at; None looks at everything."""

FIND_TABLE_MS = Millis(MINUTE)
"""To get up and find the table that the phone shows."""

TOO_FEW_AT_TABLE = 2
"""At an activity's beginning so few people join other tables."""

MOST_AT_ONCE = 100_000


def settle(state: State, now: Millis, since: Since = None) -> tuple[State, list[e.Event]]:
    """Fold everything that is due at `now`; return the calm state and the events."""
    happened: list[e.Event] = []
    while fresh := due(state, now, since):
        state = fold(state, fresh)
        happened.extend(fresh)
        assert len(happened) < MOST_AT_ONCE, f"the room does not come to rest at {now}"
        since = None if since is None else [*since, *fresh]
    return state, happened


def due(state: State, now: Millis, since: Since = None) -> list[e.Event]:
    """Return the next events that are due; empty when there are none."""
    if state.phase == "gathering":
        return _begin(state, now)
    if state.phase != "running" or state.counting is not None:
        return []
    if state.paused_at is not None:
        return [e.Resumed(at=now)] if now >= state.ends_at else []
    return (
        _join_tables(state, now, since)
        or _roles(state, now, since)
        or flow_step.room(state, now)
        or flow_step.tables(state, now, since)
        or _meet(state, now, since)
    )


def alarm(state: State) -> Millis | None:
    """When something is due next by the clock alone; None when only people can move the room.

    A pause that nobody ends is ended by the end of the day.
    """
    if state.phase == "gathering":
        if state.seated_at is not None:
            return _tables_found(state, state.seated_at)
        enough = people_here(state) >= FEWEST_AT_TABLE
        return state.starts_at if enough and state.at < state.ends_at else None
    if state.phase != "running" or state.counting is not None:
        return None
    if state.paused_at is not None:
        return state.ends_at
    floors = [state.room] if state.room.open else [t.floor for t in state.tables.values()]
    moments = [floor.closes_at for floor in floors if floor.open]
    moments += [floor.turn_until for floor in floors if floor.open and floor.turn_until]
    moments += [floor.item_until for floor in floors if floor.open and floor.item_until]
    return min(moments, default=None)


def _begin(state: State, now: Millis) -> list[e.Event]:
    if state.seated_at is not None:
        late = seat_latecomer(state, now)
        if late or now < _tables_found(state, state.seated_at):
            return late
        return open_stage(state, _first_stage(state), now)
    here = people_here(state)
    expected = state.header.expected if state.header else 0
    everyone = 0 < expected <= here
    if here < FEWEST_AT_TABLE or not (everyone or now >= state.starts_at):
        return []
    if now >= state.ends_at:  # nobody came in time: the convener opens this meeting anew
        return []
    return seat_everyone(state, now)


def _tables_found(state: State, seated_at: Millis) -> Millis:
    """When everyone is at the tables and work begins, in any case before the end."""
    return Millis(min(seated_at + FIND_TABLE_MS, max(seated_at, state.ends_at)))


def seat_latecomer(state: State, now: Millis) -> list[e.Event]:
    """A table for the first of those who have none although the room is seated."""
    for seat in state.seats.values():
        if seat.table == ROOM and seat.status == "here":
            return [place(state, seat.number, now)]
    return []


def seat_everyone(state: State, now: Millis) -> list[e.Event]:
    """Give out the tables; in a later meeting everyone keeps the table of the first."""
    if state.meeting:
        return [e.RoomSeated(at=now, tables=())]
    fixed = {number: table.seats for number, table in state.tables.items()}
    people = [seat for seat in state.seats.values() if seat.status != "left"]
    expected = state.header.expected if state.header else 0
    return [e.RoomSeated(at=now, tables=seat_room(people, fixed, expected))]


def place(state: State, number: int, now: Millis) -> e.SeatPlaced:
    """A place at the table that needs this person most."""
    seat = next(s for s in state.seats.values() if s.number == number)
    tables = {
        table.number: [state.seats[n] for n in table.seats if state.seats[n].status != "left"]
        for table in live_tables(state) or tuple(state.tables.values())
    }
    return e.SeatPlaced(
        at=now, seat=seat.number, table=best_table(tables or {TableNo(1): []}, seat)
    )


def _first_stage(state: State) -> int:
    return state.program.of_meeting(state.meeting)[0].index


def open_stage(state: State, index: int, now: Millis) -> list[e.Event]:
    """A stage begins, with a new plan for the rest of the day if the old one does not serve."""
    return [*flow_open.replan(state, index, -1, now), e.ActivityOpened(at=now, stage=index)]


def _join_tables(state: State, now: Millis, since: Since) -> list[e.Event]:
    """When an activity begins, a table of one or two joins others that have room.

    Not one with a device of its own: its people would lose their way to answer.
    """
    if since is not None and not any(isinstance(event, e.ActivityOpened) for event in since):
        return []
    if state.room.step >= 0 or any(table.floor.step >= 0 for table in state.tables.values()):
        return []
    here = {table.number: here_at(state, table) for table in state.tables.values()}
    crowded = _split_table(state, here, now)
    if crowded:
        return crowded
    for number, people in here.items():
        if not 0 < len(people) <= TOO_FEW_AT_TABLE or state.tables[number].device:
            continue
        room = {
            other: [state.seats[n] for n in there]
            for other, there in here.items()
            if other != number and TOO_FEW_AT_TABLE <= len(there) <= MOST_AT_TABLE
        }
        if room:
            to = best_table(room, state.seats[people[0]])
            return [e.SeatPlaced(at=now, seat=people[0], table=to)]
    return []


def _split_table(
    state: State, here: Mapping[TableNo, Sequence[SeatNo]], now: Millis
) -> list[e.Event]:
    """Half of a table that latecomers made too large moves to a new one; its phones show where."""
    for people in here.values():
        movable = [n for n in people if state.seats[n].channel == "phone"]
        if any(state.seats[n].channel in BY_HAND for n in people):
            movable = movable[1:]  # one phone stays, to say what the cards show
        moving = movable[len(people) // 2 - len(people) :]
        if len(people) > MOST_AT_TABLE + 1 and len(moving) >= FEWEST_AT_TABLE:
            new = TableNo(max(state.tables) + 1)
            return [e.SeatPlaced(at=now, seat=seat, table=new) for seat in moving]
    return []


def _roles(state: State, now: Millis, since: Since) -> list[e.Event]:
    if since is not None and not any(isinstance(event, PEOPLE_EVENTS) for event in since):
        return []
    stage = stage_now(state)
    if stage is None or stage.is_break:
        return []
    happened: list[e.Event] = []
    for table in live_tables(state):
        if not any(is_here(state, state.seats[number]) for number in table.seats):
            continue
        roles = pass_on(state, table) if table.roles else give_roles(state, table)
        if roles:
            happened.append(e.RolesGiven(at=now, table=table.number, roles=tuple(roles)))
    return happened


def _meet(state: State, now: Millis, since: Since) -> list[e.Event]:
    """Tables go on at their own pace up to the next step for all, and there they meet."""
    if state.room.open:
        return []
    if since is not None and not any(isinstance(event, MOVING_EVENTS) for event in since):
        return []
    tables = live_tables(state)
    if not tables:
        return _everyone_left(state, now)
    opened = _own_pace(state, tables, now)
    if opened:
        return opened
    lagging = [table for table in tables if table.floor.open]
    if lagging:
        return _last_minute(state, lagging, now)
    return _all_together(state, tables, now)


def _own_pace(state: State, tables: Sequence[Table], now: Millis) -> list[e.Event]:
    stage = stage_now(state)
    happened: list[e.Event] = []
    for table in tables:
        if stage is None or table.floor.open:
            continue
        index = next_step(state, table.floor.step)
        if index is not None and stage.steps[index].to != "all":
            late = flow_open.replan(state, stage.index, index - 1, now, only_if_late=True)
            if late:
                return late  # what opens now opens under the new plan
            happened += flow_open.open_step(state, table.number, index, now)
    return happened


def _last_minute(state: State, lagging: Sequence[Table], now: Millis) -> list[e.Event]:
    """When most tables wait, the others get one more minute, if they are at their last step."""
    if not most_wait(state):
        return []
    stage = stage_now(state)
    until = Millis(now + MINUTE)
    happened: list[e.Event] = []
    for table in lagging:
        following = next_step(state, table.floor.step)
        last = following is None or (stage is not None and stage.steps[following].to == "all")
        if last and not table.floor.hurried and table.floor.closes_at > until:
            happened.append(
                e.LastMinuteCalled(
                    at=now, table=table.number, step=table.floor.step, closes_at=until
                )
            )
    return happened


def _all_together(state: State, tables: Sequence[Table], now: Millis) -> list[e.Event]:
    stage = stage_now(state)
    assert stage is not None
    reached = max(state.room.step, *(table.floor.step for table in tables))
    index = next_step(state, reached)
    if index is None:
        return _close_stage(state, now)
    replanned = flow_open.replan(state, stage.index, index - 1, now)
    return replanned or flow_open.open_step(state, ROOM, index, now)


def _close_stage(state: State, now: Millis) -> list[e.Event]:
    stage = state.program.stages[state.stage]
    here = [seat.number for seat in state.seats.values() if is_here(state, seat)]
    checked = next(
        (i for i, step in enumerate(stage.steps) if step.id == stage.activity.met.of), None
    )
    did = took_part(state, stage.index, checked) if checked is not None else frozenset()
    met = 1000 * sum(number in did for number in here) // len(here) if here else 0
    closed = e.ActivityClosed(at=now, stage=stage.index, met=met)
    following = stage.index + 1
    if following < len(state.program.stages):
        if state.program.stages[following].meeting == state.meeting:
            after = fold(state, [closed])
            return [closed, *open_stage(after, following, now)]
        return [closed, e.MeetingClosed(at=now, meeting=state.meeting)]
    return [closed, e.SessionClosed(at=now)]


def _everyone_left(state: State, now: Millis) -> list[e.Event]:
    """Nobody is left today; another meeting may still bring them together again."""
    if state.meeting + 1 < len(state.program.meetings):
        return [e.MeetingClosed(at=now, meeting=state.meeting)]
    return [e.SessionClosed(at=now)]


def open_floor_steps(state: State) -> list[str]:
    """The ids of the steps that are open somewhere, for the convener's page."""
    floors = [state.room, *(table.floor for table in state.tables.values())]
    steps = (step_of(state, floor) for floor in floors)
    return sorted({step.id for step in steps if step is not None})
