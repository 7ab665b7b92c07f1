"""Questions about a state that more than one rule or screen asks.

All of them are cheap: a room of 400 asks them after every answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, cast

from thinkcoop.core.kinds import Ballot, KindStep, Path, Seen, Show
from thinkcoop.core.kinds.base import Tally
from thinkcoop.core.kinds.decide import ObjectionBallot, WaysBallot
from thinkcoop.core.session.program import Stage
from thinkcoop.core.session.state import BY_HAND, NOBODY, Floor, Seat, State, Table, Walked
from thinkcoop.core.words import ROOM, SeatNo, StepId, TableNo

MISSED_BEFORE_NOT_WAITED_FOR = 2
"""A person who let two questions in a row go by is asleep or elsewhere: the room goes on."""


NOT_WALKED = Walked()
NO_ITEM = -1
"""For a question that is a whole step."""


class Asked(NamedTuple):
    """A question: a step, or one item (0-based) of a private path."""

    step: StepId
    item: int = NO_ITEM

    @property
    def name(self) -> str:
        """How pages call it."""
        return str(self.step) if self.item == NO_ITEM else f"{self.step}.{self.item}"


def on_wall(state: State) -> Asked | None:
    """What the wall now tells or asks of a private path, for those who have no screen."""
    floor, step = state.room, step_of(state, state.room)
    inside = isinstance(step, Path) and 0 <= floor.item < len(step.items)
    return Asked(step.key, floor.item) if step is not None and inside else None


def asked_on_wall(state: State) -> Asked | None:
    """The same once it has been told: from then on cards are held up for it."""
    return on_wall(state) if state.room.item_asks else None


def signs_of(state: State, asked: Asked) -> tuple[tuple[int, ...], ...]:
    """The answers to this question that the sides of a card stand for; empty for none."""
    step = state.program.step(asked.step)
    if not isinstance(step, Path):
        return step.by_sign() if step is not None else ()
    return step.items[asked.item].by_sign() if 0 <= asked.item < len(step.items) else ()


def sides_of(state: State, asked: Asked) -> frozenset[int]:
    """The sides (0 for A) that mean something for this question, *rather not say* among them."""
    step = state.program.step(asked.step)
    sides = frozenset(range(len(signs_of(state, asked))))
    if not sides or not isinstance(step, Path):
        return sides
    skip = step.items[asked.item].skip_sign
    return sides if skip is None else sides | {skip}


def is_asked(step: KindStep) -> bool:
    """Whether each person has something to tap in this step: an answer, a vote, a path."""
    return isinstance(step, Ballot | Path) or step.asks


def stage_now(state: State) -> Stage | None:
    """The stage that is open, if any."""
    return (
        state.program.stages[state.stage] if 0 <= state.stage < len(state.program.stages) else None
    )


def step_of(state: State, floor: Floor) -> KindStep | None:
    """The step that is open on this floor."""
    stage = stage_now(state)
    return stage.steps[floor.step] if stage is not None and floor.open else None


def floor_for(state: State, table: TableNo) -> Floor:
    """What a table is doing: the room's step when one is open, else its own."""
    if table == ROOM or state.room.open or table not in state.tables:
        return state.room
    return state.tables[table].floor


def is_here(state: State, seat: Seat) -> bool:
    """Whether somebody is in the room and in touch."""
    if seat.status != "here":
        return False
    if seat.channel == "table" and seat.table in state.tables:
        return state.tables[seat.table].device_here
    return True


def has_screen(state: State, seat: Seat) -> bool:
    """Whether this person can tap now: on a phone of one's own or on the table's device."""
    if seat.channel not in BY_HAND:
        return True
    return seat.table in state.tables and state.tables[seat.table].device_here


def can_show(step: KindStep) -> bool:
    """Whether a card that somebody else looks at can answer this step.

    Not a vote, and nothing private: what is secret must not pass through another person.
    """
    return not isinstance(step, Ballot | Path) and bool(step.by_sign())


def can_hold_up(step: KindStep) -> bool:
    """Whether a card that a camera reads can answer this step: votes too, since nobody looks.

    Of a private path it can answer some questions, with the wall (`wall_path.py`).
    """
    if isinstance(step, Path):
        return any(item.by_sign() for item in step.items)
    return bool(step.by_sign())


def can_answer(state: State, step: KindStep, seat: Seat) -> bool:
    """Whether this person has a way to answer this step at all.

    A card can vote where a camera reads cards; before the first picture nobody knows of one.
    """
    if seat.channel not in BY_HAND or can_show(step) or has_screen(state, seat):
        return True
    return seat.channel == "card" and state.camera and can_hold_up(step)


def can_tap(state: State, table: Table) -> tuple[SeatNo, ...]:
    """Whom a table waits for and who can also say so themselves: cards and paper cannot tap."""
    return tuple(n for n in awaited_at(state, table) if has_screen(state, state.seats[n]))


def is_awaited(state: State, seat: Seat) -> bool:
    """Whether the room waits for this person: here, at the table, and not asleep."""
    asleep = seat.missed >= MISSED_BEFORE_NOT_WAITED_FOR
    return not asleep and not seat.finding and is_here(state, seat)


def here_at(state: State, table: Table) -> tuple[SeatNo, ...]:
    """Who is at a table now, in order of sitting down."""
    return tuple(number for number in table.seats if is_here(state, state.seats[number]))


def awaited_at(state: State, table: Table) -> tuple[SeatNo, ...]:
    """Whom a table waits for."""
    return tuple(number for number in table.seats if is_awaited(state, state.seats[number]))


def tables_of(state: State, floor: Floor) -> Iterator[Table]:
    """The tables that a floor stands for."""
    if floor.number == ROOM:
        yield from state.tables.values()
    else:
        yield state.tables[floor.number]


def is_live(state: State, table: Table) -> bool:
    """Whether anybody is at the table."""
    return any(is_here(state, state.seats[number]) for number in table.seats)


def live_tables(state: State) -> tuple[Table, ...]:
    """The tables with anybody at them, by number.

    When nobody at all is in touch (the network of the room is down) the people are still there
    and the wall leads them by the clock: then every table that was not left counts.
    """
    live = tuple(table for table in state.tables.values() if is_live(state, table))
    return live or tuple(
        table
        for table in state.tables.values()
        if any(state.seats[number].status != "left" for number in table.seats)
    )


def most_wait(state: State) -> bool:
    """Whether more than half of the tables are through and wait for the others."""
    tables = live_tables(state)
    return 2 * sum(not table.floor.open for table in tables) > len(tables)


def has_answered(state: State, step: KindStep, seat: Seat) -> bool:
    """Whether this person's part in the step is done: answered, passed or voted.

    Nothing is asked of who has only a card for a step that cards cannot answer.
    """
    key = step.key
    if not can_answer(state, step, seat):
        return True
    if isinstance(step, Ballot):
        return (
            seat.guest
            or seat.number in state.votes.get(key, {})
            or _passed(state, key, seat.number)
        )
    if isinstance(step, Path):
        if not has_screen(state, seat) and not seat.guest:
            return _has_answered_wall(state, step, seat.number)
        return seat.guest or is_behind(state, step, seat.number, len(step.items) - 1)
    if step.asks and step.to == "table":
        return seat.table in state.table_answers.get(key, {})
    return seat.number in state.answers.get(key, {}) or _passed(state, key, seat.number)


def _has_answered_wall(state: State, step: Path, seat: SeatNo) -> bool:
    """For who walks with the wall: behind what it asks now. While it tells, nothing is asked."""
    asked = asked_on_wall(state)
    return asked is None or asked.step != step.key or is_behind(state, step, seat, asked.item)


def is_behind(state: State, step: Path, seat: SeatNo, item: int) -> bool:
    """Whether this seat has that item of the path behind it, or left the rest of it out."""
    return walked(state, step, seat).done > item or _passed(state, step.key, seat)


def walked(state: State, step: Path, seat: SeatNo) -> Walked:
    """How far this seat is on a private path."""
    return state.walked.get(step.key, {}).get(seat, NOT_WALKED)


def sharing(state: State, step: Path, table: Table) -> tuple[Seat, ...]:
    """Who at this table shares its device on a path and is not through it; guests look on."""
    ways = ("table", *BY_HAND)
    seats = (state.seats[number] for number in table.seats)
    return tuple(
        seat
        for seat in seats
        if table.device_here
        and seat.channel in ways
        and seat.status == "here"
        and not has_answered(state, step, seat)
    )


def told_together(state: State, step: Path, table: Table) -> int | None:
    """Which way (0-based) the device of a table now tells to all who share it; None for none.

    A way asks nothing, so they hear it at one time. Whoever comes late hears the rest with them.
    When somebody went on to what is private, or the device is in a hand, it goes from hand to hand.
    """
    seats = sharing(state, step, table)
    if not seats or table.floor.hand != NOBODY:
        return None
    at = max(walked(state, step, seat.number).done for seat in seats)
    return at if at < len(step.open_items) else None


def _passed(state: State, key: StepId, seat: SeatNo) -> bool:
    return seat in state.passed.get(key, frozenset())


def waiting_for(state: State, floor: Floor) -> int:
    """How many people the open step on this floor of `state` still waits for. Never names."""
    key = (waiting_for, floor.number)
    known = state.memo.get(key)  # every screen of a full hall asks this of the same state
    if known is None:
        known = state.memo[key] = _count_waiting_for(state, floor)
    return cast(int, known)


def _count_waiting_for(state: State, floor: Floor) -> int:
    step = step_of(state, floor)
    if step is None or not is_asked(step):
        return 0
    return sum(
        not has_answered(state, step, state.seats[number])
        for table in tables_of(state, floor)
        for number in table.seats
        if is_awaited(state, state.seats[number])
    )


def people_here(state: State) -> int:
    """How many people are in the room and in touch."""
    return sum(is_here(state, seat) for seat in state.seats.values())


def tally_of(state: State, step: KindStep, table: TableNo = ROOM) -> Tally | None:
    """What was answered in `step`, in the room or at one table; None for an uncounted ballot."""
    if isinstance(step, Ballot):
        count = state.counts.get(step.key)
        return None if count is None else Tally(total=count.total, counts=count.counts)
    if step.to == "table":
        by_table = state.table_answers.get(step.key, {})
        chosen = [answer for number, answer in by_table.items() if table in (ROOM, number)]
    else:
        by_seat = state.answers.get(step.key, {})
        chosen = [
            answer
            for number, answer in by_seat.items()
            if table == ROOM or state.seats[number].table == table
        ]
    tally = step.tally(tuple(a.value for a in chosen), tuple(a.text for a in chosen))
    return replace(tally, spoken=sum(a.voice != "" for a in chosen))


def is_closed(state: State, key: StepId) -> bool:
    """Whether nobody can answer this step any more, in the room or at a table that is slower.

    Only then all may be told what was answered. A table that everybody left is not waited for.
    """
    place = state.program.places.get(key)
    if place is None:
        return False
    stage, index = place
    if state.phase == "over" or stage != state.stage:
        return state.phase == "over" or stage < state.stage
    if state.phase != "running":  # this meeting ended in the middle of it
        return True
    if index <= state.room.step:
        return index < state.room.step or not state.room.open
    return all(
        table.floor.step > index or (table.floor.step == index and not table.floor.open)
        for table in state.tables.values()
        if any(state.seats[number].status != "left" for number in table.seats)
    )


def closed_tally(state: State, step: KindStep) -> Tally | None:
    """What the whole room answered in `step`; None as long as somebody can still answer it."""
    counted = isinstance(step, Ballot)  # which happens only when it is closed
    return tally_of(state, step) if counted or is_closed(state, step.key) else None


def has_results(state: State, step: KindStep) -> bool:
    """Whether what a step is about is there: results to show, or a way to object to."""
    if isinstance(step, ObjectionBallot):
        return any(state.counts[key].total for key in _votes_on_ways(state))
    if isinstance(step, Seen):
        return bool(state.moves.get(StepId(step.move)))
    if not isinstance(step, Show):
        return True
    return any(
        key in state.answers or key in state.table_answers or key in state.counts
        for key in (StepId(of) for of in step.of)
    )


def _votes_on_ways(state: State) -> Iterator[StepId]:
    """The votes on the ways that were counted."""
    for key in state.counts:
        if isinstance(state.program.step(key), WaysBallot):
            yield key


def next_step(state: State, after: int) -> int | None:
    """The next step of the open stage that was not dropped; None at the stage's end."""
    stage = stage_now(state)
    if stage is None:
        return None
    for index in range(after + 1, len(stage.steps)):
        if state.plan.get((stage.index, index), 1) and has_results(state, stage.steps[index]):
            return index
    return None


def took_part(state: State, stage: int, index: int) -> frozenset[SeatNo]:
    """Everyone who did their part in a step: answered, voted, spoke, paired or said done."""
    step = state.program.stages[stage].steps[index]
    people = set(state.took_part.get((stage, index), frozenset()))
    people.update(state.answers.get(step.key, {}), state.votes.get(step.key, {}))
    people.update(state.walked.get(step.key, {}))
    for table in state.table_answers.get(step.key, {}):
        people.update(here_at(state, state.tables[table]))
    return frozenset(people)
