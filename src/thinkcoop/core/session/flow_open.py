"""Opening a step: how long it may take now, who is called, who talks with whom."""

from __future__ import annotations

from thinkcoop.core.kinds import KindStep, Pair, Report, Round
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import awaited_at, here_at, live_tables
from thinkcoop.core.session.plan import by_hand_ms, new_plan, rounded
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import MINUTE, ROOM, Millis, SeatNo, TableNo


def replan(
    state: State, stage: int, after: int, now: Millis, *, only_if_late: bool = False
) -> list[e.Event]:
    """A new plan for the rest of the meeting if the old one does not serve any more.

    `only_if_late`: between the meeting points, where a table that is fast gains nothing for all.
    """
    fresh = new_plan(state, stage, after, now, only_if_late=only_if_late)
    if fresh is None:
        return []
    plan = rounded(fresh)
    changes = tuple(
        (key[0], key[1], int(ms)) for key, ms in sorted(plan.items()) if state.plan.get(key) != ms
    )
    if not changes:
        return []
    before = sum(state.plan.get(key, ms) for key, ms in plan.items())
    short = before - sum(plan.values())
    reason: e.PlanReason = "start" if not state.plan else ("late" if short > 0 else "recovered")
    return [e.Replanned(at=now, reason=reason, short_ms=Millis(abs(short)), changes=changes)]


def planned_ms(state: State, index: int, table: TableNo) -> Millis:
    """How long the step may take: by the plan, or by its own file for a table that needs less."""
    step = state.program.stages[state.stage].steps[index]
    tables = live_tables(state)
    people = len(here_at(state, state.tables[table])) if table in state.tables else 1
    own = step.plan_ms(seats=max(1, people), tables=max(1, len(tables)))
    own = max(own, by_hand_ms(state, step))
    planned = state.plan.get((state.stage, index), own)
    if step.minutes.each is not None and table != ROOM:
        return Millis(min(planned, own * 3 // 2))
    return planned


def open_step(state: State, table: TableNo, index: int, now: Millis) -> list[e.Event]:
    """The events with which a step begins at a table, or in the room (table 0)."""
    step = state.program.stages[state.stage].steps[index]
    length = Millis(min(planned_ms(state, index, table), max(0, state.ends_at - now)))
    opened = e.StepOpened(at=now, table=table, step=index, closes_at=Millis(now + length))
    if isinstance(step, Pair) and table != ROOM:
        pairs = form_pairs(state, table)
        half = Millis(now + length // 2)
        return [opened, e.PairsFormed(at=now, table=table, pairs=pairs, until=half)]
    if step.ends == "turns":
        queue = call_order(state, step, table)
        if queue:
            until = Millis(now + turn_ms(step, length, len(queue)))
            return [opened, e.TurnStarted(at=now, table=table, seat=queue[0], until=until)]
    return [opened]


def turn_ms(step: KindStep, length: Millis, people: int) -> Millis:
    """One person's share of the time, at most half as much again as planned."""
    fair = length // max(1, people)
    if step.minutes.each is None:
        return Millis(fair)
    return Millis(min(fair, round(step.minutes.each * MINUTE * 3 / 2)))


def call_order(state: State, step: KindStep, table: TableNo) -> tuple[SeatNo, ...]:
    """Who is called and in which order: the least-heard first; for a report the tables' reporters.

    Sorted by turns had, then by the moment of the last turn (earlier first), then by the seat.
    """
    if isinstance(step, Report) or table == ROOM:
        speakers = [_speaks_for(state, t.number) for t in live_tables(state)]
        return tuple(seat for seat in speakers if seat != NOBODY)
    people = [state.seats[number] for number in awaited_at(state, state.tables[table])]
    people.sort(key=lambda seat: (seat.turns, seat.last_turn, seat.number))
    return tuple(seat.number for seat in people)


def _speaks_for(state: State, table: TableNo) -> SeatNo:
    there = state.tables[table]
    reporter = there.holder("reporter")
    awaited = awaited_at(state, there)
    if reporter in awaited:
        return reporter
    return min(awaited, key=lambda n: (state.seats[n].turns, n), default=NOBODY)


def next_speaker(state: State, table: TableNo, step: KindStep) -> SeatNo:
    """Who is called next: of those not called yet in this step the least-heard; 0 for nobody."""
    floor = state.room if table == ROOM else state.tables[table].floor
    waiting = [seat for seat in call_order(state, step, table) if seat not in floor.spoke]
    if not isinstance(step, Round):
        heard = {state.seats[seat].table for seat in floor.spoke}
        waiting = [seat for seat in waiting if state.seats[seat].table not in heard]
    return waiting[0] if waiting else NOBODY


def form_pairs(state: State, table: TableNo) -> tuple[tuple[SeatNo, ...], ...]:
    """Pairs of different trades where that works out; an odd one joins the last pair.

    The first of each pair speaks first: the one who was heard less.
    """
    people = list(awaited_at(state, state.tables[table]))
    pairs: list[tuple[SeatNo, ...]] = []
    while len(people) >= 2:
        one = people.pop(0)
        other = next(
            (n for n in people if state.seats[n].trade != state.seats[one].trade), people[0]
        )
        people.remove(other)
        pairs.append(tuple(sorted((one, other), key=lambda n: (state.seats[n].turns, n))))
    if people and pairs:
        pairs[-1] = (*pairs[-1], people[0])
    elif people:
        pairs.append((people[0],))
    return tuple(pairs)
