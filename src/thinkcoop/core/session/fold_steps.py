"""The part of the fold that is about steps: what is open, who answered, whose turn it is."""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.kinds import Ballot, KindStep, Pair, Path
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import (
    floor_for,
    has_answered,
    is_asked,
    is_here,
    most_wait,
    stage_now,
    step_of,
)
from thinkcoop.core.session.state import NEVER, NOBODY, Answer, Count, Floor, Seat, State, Tap
from thinkcoop.core.words import ROOM, Millis, Refusal, SeatNo, StepId, TableNo


def clean_floor(floor: Floor) -> Floor:
    """A floor on which nothing of the activity was done yet."""
    return Floor(number=floor.number)


def on_floor(state: State, number: TableNo) -> Floor | None:
    """The floor an event names, if it exists."""
    if number == ROOM:
        return state.room
    table = state.tables.get(number)
    return None if table is None else table.floor


def with_floor(state: State, floor: Floor) -> State:
    """The state with this floor in its place."""
    if floor.number == ROOM:
        return replace(state, room=floor)
    table = replace(state.tables[floor.number], floor=floor)
    return replace(state, tables={**state.tables, floor.number: table})


def _step_at(state: State, index: int) -> KindStep | None:
    stage = stage_now(state)
    return stage.steps[index] if stage is not None and 0 <= index < len(stage.steps) else None


def step_opened(state: State, event: e.StepOpened) -> State:
    """A step begins with a clean sheet. In the room it begins at every table."""
    if on_floor(state, event.table) is None or _step_at(state, event.step) is None:
        return state
    fresh = Floor(
        number=event.table,
        step=event.step,
        open=True,
        opened_at=event.at,
        closes_at=event.closes_at,
    )
    state = _found_table(with_floor(state, fresh), event.table)
    if event.table == ROOM:
        tables = {
            number: replace(table, floor=Floor(number=number, step=event.step))
            for number, table in state.tables.items()
        }
        state = replace(state, tables=tables)
    return state


def _found_table(state: State, number: TableNo) -> State:
    """With a new step everyone at the table is part of it."""
    found = {
        seat: replace(state.seats[seat], finding=state.seats[seat].finding - 1)
        for seat in _members(state, number)
        if state.seats[seat].finding
    }
    return replace(state, seats={**state.seats, **found}) if found else state


def step_closed(state: State, event: e.StepClosed) -> State:
    """The step is over here. Who was asked and did nothing has missed one more."""
    floor = on_floor(state, event.table)
    if floor is None or not floor.open or floor.step != event.step:
        return state
    step = _step_at(state, floor.step)
    assert step is not None  # else it would not have been opened
    if event.why != "moved_on":
        state = _count_missed(state, step, event.table)
    state = replace(state, finished=state.finished | {(state.stage, floor.step)})
    if isinstance(step, Pair) and event.why != "moved_on":
        state = _count_pairs(state, floor, event.at)
    if isinstance(step, Ballot | Path) and event.table == ROOM:
        state = replace(state, counting=step.key)
    closed = replace(floor, open=False, speaker=NOBODY, queue=(), hand=NOBODY)
    return with_floor(state, closed)


def _members(state: State, number: TableNo) -> tuple[SeatNo, ...]:
    if number == ROOM:
        return tuple(seat for table in state.tables.values() for seat in table.seats)
    return state.tables[number].seats


def _count_missed(state: State, step: KindStep, number: TableNo) -> State:
    if not is_asked(step) or step.to == "table":
        return state
    seats = dict(state.seats)
    for member in _members(state, number):
        seat = seats[member]
        own_phone = seat.channel != "table"  # the device's next hand may not have come yet
        if own_phone and is_here(state, seat) and not has_answered(state, step, seat):
            seats[member] = replace(seat, missed=seat.missed + 1)
    return replace(state, seats=seats)


def _count_pairs(state: State, floor: Floor, at: Millis) -> State:
    seats = dict(state.seats)
    for pair in floor.pairs:
        for number in pair:
            if number in seats and is_here(state, seats[number]):
                seats[number] = _heard(seats[number], at)
    paired = [number for pair in floor.pairs for number in pair]
    return _took_part(replace(state, seats=seats), floor.step, *paired)


def _heard(seat: Seat, at: Millis) -> Seat:
    return replace(seat, turns=seat.turns + 1, last_turn=at)


def _took_part(state: State, index: int, *people: SeatNo) -> State:
    key = (state.stage, index)
    already = state.took_part.get(key, frozenset())
    return replace(state, took_part={**state.took_part, key: already.union(people)})


def awake(state: State, number: SeatNo) -> State:
    """Somebody did something: whatever was missed before is forgotten."""
    seat = state.seats.get(number)
    if seat is None or not (seat.missed or seat.finding):
        return state
    awake = replace(seat, missed=0, finding=0)
    return replace(state, seats={**state.seats, number: awake})


def remember(state: State, key: StepId, tap: Tap) -> State:
    """Keep the name of a tap, so that nothing is done twice when it comes again, however late."""
    if not tap.answer:  # nobody tapped it, or a program did that gave no names yet
        return state
    already = state.taps.get(key, frozenset())
    return replace(state, taps={**state.taps, key: already | {tap}})


def turn_started(state: State, event: e.TurnStarted) -> State:
    """This person speaks now."""
    floor = on_floor(state, event.table)
    if floor is None or not floor.open or event.seat not in state.seats:
        return state
    queue = tuple(number for number in floor.queue if number != event.seat)
    return with_floor(
        state, replace(floor, speaker=event.seat, turn_until=event.until, queue=queue)
    )


def turn_ended(state: State, event: e.TurnEnded) -> State:
    """The turn is over. A passed turn counts for nothing, so that person is called early next."""
    floor = on_floor(state, event.table)
    seat = state.seats.get(event.seat)
    if floor is None or seat is None or floor.speaker != event.seat:
        return state
    state = _took_part(state, floor.step, event.seat)
    if not event.passed:
        state = replace(state, seats={**state.seats, event.seat: _heard(seat, event.at)})
    return with_floor(
        state, replace(floor, speaker=NOBODY, turn_until=NEVER, spoke=floor.spoke | {event.seat})
    )


def pairs_formed(state: State, event: e.PairsFormed) -> State:
    """Who talks with whom."""
    floor = on_floor(state, event.table)
    if floor is None or not all(n in state.seats for pair in event.pairs for n in pair):
        return state
    return with_floor(
        state, replace(floor, pairs=event.pairs, turn_until=event.until, switched=False)
    )


def pair_switched(state: State, event: e.PairSwitched) -> State:
    """Now the other one speaks."""
    floor = on_floor(state, event.table)
    if floor is None:
        return state
    return with_floor(state, replace(floor, switched=True, turn_until=NEVER, done=frozenset()))


def handed_over(state: State, event: e.HandedOver) -> State:
    """The table's device changes hands."""
    floor = floor_of_device(state, event.table)
    if floor is None:
        return state
    step = step_of(state, floor_for(state, event.table))
    if step is not None:
        state = remember(state, step.key, Tap("hand", event.seat, event.answer))
    return with_floor(state, replace(floor, hand=event.seat))


def floor_of_device(state: State, number: TableNo) -> Floor | None:
    """Hands are kept on the table's own floor, also while the whole room does a step."""
    return on_floor(state, number) if number != ROOM else None


def answer_given(state: State, event: e.AnswerGiven) -> State:
    """A later answer replaces the earlier one; every id is kept, so a late resend is known."""
    if not _is_answer(state, event):
        return state
    if event.table != ROOM:
        return _table_answer(state, event)
    mine = dict(state.answers.get(event.step, {}))
    mine[event.seat] = _answer(mine.get(event.seat), event)
    passed = state.passed.get(event.step, frozenset()) - {event.seat}
    state = replace(
        state,
        answers={**state.answers, event.step: mine},
        passed={**state.passed, event.step: passed} if event.step in state.passed else state.passed,
    )
    return hand_back(awake(state, event.seat), event.seat)


def _is_answer(state: State, event: e.AnswerGiven) -> bool:
    """Whether this can be counted and shown: a log from elsewhere may hold what ours never has."""
    step = state.program.step(event.step)
    if step is None or not step.asks or event.seat not in state.seats:
        return False
    at_table = event.table == ROOM or event.table in state.tables
    checked = step.check(event.value, event.text, event.voice)
    return at_table and not isinstance(checked, Refusal)


def _table_answer(state: State, event: e.AnswerGiven) -> State:
    theirs = dict(state.table_answers.get(event.step, {}))
    theirs[event.table] = _answer(theirs.get(event.table), event)
    state = replace(state, table_answers={**state.table_answers, event.step: theirs})
    return awake(state, event.seat)


def _answer(before: Answer | None, event: e.AnswerGiven) -> Answer:
    ids = (*before.ids, event.answer) if before is not None else (event.answer,)
    return Answer(value=event.value, text=event.text, voice=event.voice, ids=ids)


def hand_back(state: State, number: SeatNo) -> State:
    """An answer on the table's device lays it back on the table."""
    seat = state.seats.get(number)
    if seat is None or seat.table not in state.tables:
        return state
    floor = state.tables[seat.table].floor
    if floor.hand != number:
        return state
    return with_floor(state, replace(floor, hand=NOBODY))


def answer_passed(state: State, event: e.AnswerPassed) -> State:
    """No answer, and that is fine."""
    already = state.passed.get(event.step, frozenset())
    state = replace(state, passed={**state.passed, event.step: already | {event.seat}})
    state = remember(state, event.step, Tap("pass", event.seat, event.answer))
    return hand_back(awake(state, event.seat), event.seat)


def cards_read(state: State, event: e.CardsRead) -> State:
    """There is a camera: cards can vote."""
    return state if state.camera else replace(state, camera=True)


def ballot_cast(state: State, event: e.BallotCast) -> State:
    """A seat voted; how is not known here."""
    votes = {**state.votes.get(event.step, {}), event.seat: event.answer}
    state = replace(state, votes={**state.votes, event.step: votes})
    return hand_back(awake(state, event.seat), event.seat)


def ballot_counted(state: State, event: e.BallotCounted) -> State:
    """The result is known and the room goes on."""
    count = Count(total=event.total, counts=event.counts)
    counting = None if state.counting == event.step else state.counting
    return replace(state, counts={**state.counts, StepId(event.step): count}, counting=counting)


def done_said(state: State, event: e.DoneSaid) -> State:
    """One more who is done."""
    floor = on_floor(state, event.table)
    if floor is None or floor.step != event.step:
        return state
    state = with_floor(state, replace(floor, done=floor.done | {event.seat}))
    step = _step_at(state, event.step)
    if step is not None:
        state = remember(state, step.key, Tap("done", event.seat, event.answer))
    return _took_part(awake(state, event.seat), event.step, event.seat)


def not_clear_said(state: State, event: e.NotClearSaid) -> State:
    """One more to whom it is not clear."""
    floor = on_floor(state, event.table)
    if floor is None or floor.step != event.step:
        return state
    state = with_floor(state, replace(floor, unclear=floor.unclear | {event.seat}))
    return awake(state, event.seat)


def said_again(state: State, event: e.SaidAgain) -> State:
    """Other words, and time for them."""
    floor = on_floor(state, event.table)
    if floor is None:
        return state
    hurried = _is_last(state, floor)
    return with_floor(
        state, replace(floor, said_again=True, closes_at=event.closes_at, hurried=hurried)
    )


def _is_last(state: State, floor: Floor) -> bool:
    """Whether time that is given now is the last: most tables wait, and are not asked again."""
    return floor.hurried or (floor.number != ROOM and most_wait(state))


def deadline_moved(state: State, event: e.MoreTimeGiven) -> State:
    """More time; whoever had said *done* may say it again."""
    floor = on_floor(state, event.table)
    if floor is None:
        return state
    turn = floor.turn_until
    moved = Millis(turn + event.closes_at - floor.closes_at) if turn else NEVER
    return with_floor(
        state,
        replace(
            floor,
            closes_at=event.closes_at,
            done=frozenset(),
            turn_until=moved,
            hurried=_is_last(state, floor),
        ),
    )


def last_minute(state: State, event: e.LastMinuteCalled) -> State:
    """Most are done: one more minute here."""
    floor = on_floor(state, event.table)
    if floor is None:
        return state
    return with_floor(state, replace(floor, closes_at=event.closes_at, hurried=True))


def spoke_marked(state: State, event: e.SpokeMarked) -> State:
    """Somebody has spoken in this talk: one turn, once a step."""
    floor = on_floor(state, event.table)
    seat = state.seats.get(event.seat)
    if floor is None or seat is None or event.seat in floor.spoke:
        return state
    state = with_floor(state, replace(floor, spoke=floor.spoke | {event.seat}))
    state = replace(state, seats={**state.seats, event.seat: _heard(seat, event.at)})
    return _took_part(state, floor.step, event.seat)


def shift_deadlines(state: State, by: Millis) -> State:
    """Open steps and turns get back the time in which nobody could do anything, up to the end."""

    def later(moment: Millis) -> Millis:
        return Millis(min(moment + by, max(moment, state.ends_at)))

    def moved(floor: Floor) -> Floor:
        if not floor.open:
            return floor
        return replace(
            floor,
            opened_at=Millis(floor.opened_at + by),
            closes_at=later(floor.closes_at),
            turn_until=later(floor.turn_until) if floor.turn_until else NEVER,
            item_until=later(floor.item_until) if floor.item_until else NEVER,
        )

    tables = {
        number: replace(table, floor=moved(table.floor)) for number, table in state.tables.items()
    }
    return replace(state, room=moved(state.room), tables=tables)
