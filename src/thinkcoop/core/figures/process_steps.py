"""What people did in each step: who was there, to whom it was not clear, what was asked of whom.

Seats are kept while the log is read and leave as counts alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from thinkcoop.core.figures.process_clock import StepAt, added, minutes
from thinkcoop.core.figures.process_parts import Answering, Clearness
from thinkcoop.core.figures.process_spread import share
from thinkcoop.core.kinds import Ballot, KindStep, Path
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import can_answer, here_at, is_asked, live_tables, tables_of
from thinkcoop.core.session.fold_steps import on_floor
from thinkcoop.core.session.forms import is_on_form
from thinkcoop.core.session.state import NOBODY, Floor, State, TypedForm
from thinkcoop.core.words import SeatNo, StepId, TableNo


@dataclass(slots=True)
class StepNotes:
    """What was noted of one step."""

    of_file: int
    """Milliseconds that the module's file has for it, with those who were there."""
    of_plan: int | None
    """Milliseconds of the plan when it opened."""
    there: set[SeatNo] = field(default_factory=set)
    asked: set[SeatNo] = field(default_factory=set)
    asked_tables: set[TableNo] = field(default_factory=set)
    unclear: set[SeatNo] = field(default_factory=set)
    devices_unclear: int = 0
    said_again: int = 0
    heard: dict[TableNo, int] = field(default_factory=dict)
    more_times: int = 0
    more: int = 0
    """Milliseconds."""


def file_ms(state: State, step: KindStep) -> int:
    """What the file has for a step, for the largest table that is there now."""
    tables = live_tables(state)
    seats = max((len(here_at(state, table) or table.seats) for table in tables), default=1)
    return step.plan_ms(seats=max(1, seats), tables=max(1, len(tables)))


@dataclass(slots=True)
class Notes:
    """What was noted of all steps, by their place."""

    steps: dict[StepAt, StepNotes] = field(default_factory=dict)

    def note(self, before: State, event: e.Event, after: State) -> None:
        """Note what this event says of the step that is open where it happened."""
        match event:
            case e.StepOpened() if on_floor(after, event.table) is not on_floor(
                before, event.table
            ):
                self._opened((after.stage, event.step), after)
                self._people(after, event.table)
            case e.StepClosed():
                self._people(before, event.table)
            case e.NotClearSaid() if self._of(before, event.table, event.step) is not None:
                self._unclear(before, event)
            case e.SaidAgain() | e.MoreTimeGiven() | e.NarrationStarted():
                self._given(before, event, after)
            case _:
                pass

    def _opened(self, at: StepAt, state: State) -> None:
        if at not in self.steps:
            step = state.program.stages[at[0]].steps[at[1]]
            self.steps[at] = StepNotes(file_ms(state, step), state.plan.get(at))

    def _of(self, state: State, table: TableNo, step: int | None = None) -> StepNotes | None:
        """The notes of the step that is open on this floor; of that one only, if it is named."""
        floor = on_floor(state, table)
        if floor is None or not floor.open or step not in (None, floor.step):
            return None
        return self.steps.get((state.stage, floor.step))

    def _people(self, state: State, table: TableNo) -> None:
        """Who is at the tables where this step is open, and of whom it asks something."""
        notes, floor = self._of(state, table), on_floor(state, table)
        if notes is None or floor is None:
            return
        step = state.program.stages[state.stage].steps[floor.step]
        for number, people in _people_on(state, floor):
            notes.there.update(people)
            if is_asked(step) and people:
                notes.asked_tables.add(number)
                notes.asked.update(seat for seat in people if _is_asked(state, step, seat))

    def _unclear(self, before: State, event: e.NotClearSaid) -> None:
        notes, floor = self._of(before, event.table), on_floor(before, event.table)
        if notes is None or floor is None or event.seat in floor.unclear:
            return
        if event.seat == NOBODY:
            notes.devices_unclear += 1
        elif event.seat in before.seats:
            notes.unclear.add(event.seat)
            notes.there.add(event.seat)

    def _given(
        self, before: State, event: e.SaidAgain | e.MoreTimeGiven | e.NarrationStarted, after: State
    ) -> None:
        notes = self._of(before, event.table, event.step)
        if notes is None:
            return
        match event:
            case e.SaidAgain():
                notes.said_again += 1
            case e.MoreTimeGiven():
                notes.more_times += 1
                notes.more += added(before, after, event.table)
            case e.NarrationStarted() if on_floor(after, event.table) is not on_floor(
                before, event.table
            ):
                notes.heard[event.table] = notes.heard.get(event.table, 0) + 1
            case _:
                pass


def _people_on(state: State, floor: Floor) -> Iterator[tuple[TableNo, tuple[SeatNo, ...]]]:
    for table in tables_of(state, floor):
        yield table.number, here_at(state, table)


def _is_asked(state: State, step: KindStep, number: SeatNo) -> bool:
    """Whether this person can answer; a guest votes on nothing and walks no private path."""
    seat = state.seats[number]
    by_guest = seat.guest and isinstance(step, Ballot | Path)
    return not by_guest and can_answer(state, step, seat)


def clearness(notes: Iterable[StepNotes]) -> Clearness:
    """Return how clear one step was, or several together, each person counted once."""
    every = list(notes)
    there: set[SeatNo] = set().union(*(each.there for each in every))
    unclear: set[SeatNo] = set().union(*(each.unclear for each in every))
    heard = [times for each in every for times in each.heard.values()]
    return Clearness(
        people=len(there),
        not_clear=len(unclear),
        devices_not_clear=sum(each.devices_unclear for each in every),
        share_not_clear=share(len(unclear), len(there)),
        said_again=sum(each.said_again for each in every),
        heard=sum(heard),
        heard_again=sum(times - 1 for times in heard),
    )


def more_time(notes: Iterable[StepNotes]) -> tuple[int, float]:
    """How often more time was given, and how many minutes altogether."""
    every = list(notes)
    return sum(each.more_times for each in every), minutes(sum(each.more for each in every))


def answering(end: State, step: KindStep, notes: StepNotes | None) -> Answering | None:
    """Return who answered this step by the end of the log; None where nothing is asked."""
    if not is_asked(step):
        return None
    if step.asks and step.to == "table":
        return _of_tables(end, step, notes)
    if isinstance(step, Ballot) and step.key in end.typed_ballots:
        return _on_slips(end, step.key)
    live, passed = _live(end, step), end.passed.get(step.key, frozenset()) & end.seats.keys()
    # Who walked a part of a private path and then left all of it out has given nothing.
    answered = live - passed if isinstance(step, Path) else live
    asked = (notes.asked if notes is not None else set()) | live | passed
    forms = tuple(end.typed.values()) if is_on_form(step) else ()
    written = [form for form in forms if step.key in form.answers and form.seat not in answered]
    people = len(asked | _seats(forms)) + sum(form.seat == NOBODY for form in forms)
    on_forms = len(_seats(written)) + sum(form.seat == NOBODY for form in written)
    return Answering(
        asked=people,
        answers=len(answered),
        on_forms=on_forms,
        passes=len(passed - answered - _seats(written)),
        share=share(len(answered) + on_forms, people),
    )


def _seats(forms: Iterable[TypedForm]) -> set[SeatNo]:
    """Whose forms these are, as far as they have a seat."""
    return {form.seat for form in forms if form.seat != NOBODY}


def _live(end: State, step: KindStep) -> set[SeatNo]:
    """Who answered, voted, or began a private path."""
    key = step.key
    seats = {*end.answers.get(key, {}), *end.votes.get(key, {}), *end.walked.get(key, {})}
    return seats & end.seats.keys()


def _of_tables(end: State, step: KindStep, notes: StepNotes | None) -> Answering:
    answered = set(end.table_answers.get(step.key, {}))
    asked = answered | (notes.asked_tables if notes is not None else set())
    return Answering(
        asked=len(asked),
        answers=len(answered),
        on_forms=0,
        passes=0,
        share=share(len(answered), len(asked), people=len(notes.there) if notes is not None else 0),
    )


def _on_slips(end: State, key: StepId) -> Answering:
    """A vote on slips of paper: how many voted is known, not out of how many."""
    total = end.counts[key].total
    return Answering(asked=total, answers=total, on_forms=0, passes=0, share=None)


def together(parts: Iterable[Answering | None]) -> Answering | None:
    """Add up what each person was asked in several steps; None where nothing was."""
    every = [part for part in parts if part is not None]
    if not every:
        return None
    asked = sum(part.asked for part in every)
    on_forms = sum(part.on_forms for part in every)
    answers = sum(part.answers for part in every)
    return Answering(
        asked=asked,
        answers=answers,
        on_forms=on_forms,
        passes=sum(part.passes for part in every),
        share=share(answers + on_forms, asked, people=max(part.asked for part in every)),
    )
