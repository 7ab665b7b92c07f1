"""The convener's page as data: how the day goes, and never who answered what."""

from __future__ import annotations

from datetime import date

from thinkcoop.core.screens.cards import desk_cards
from thinkcoop.core.screens.desk_page import Desk, DeskRow, DeskTable
from thinkcoop.core.screens.parts import bar, plan_change, stones
from thinkcoop.core.screens.screen import Text
from thinkcoop.core.screens.wall import table_signs
from thinkcoop.core.session.asking import (
    here_at,
    is_here,
    live_tables,
    stage_now,
    step_of,
    waiting_for,
)
from thinkcoop.core.session.plan import bank_ms
from thinkcoop.core.session.program import Stage
from thinkcoop.core.session.state import Floor, State
from thinkcoop.core.words import MINUTE, Millis


def desk(
    state: State, now: Millis, today: date | None = None, *, disk_trouble: bool = False
) -> Desk:
    """Return the page at session moment `now`; `today` tells whether the content is too old."""
    stage = stage_now(state)
    floor = _floor(state)
    step = step_of(state, floor) if floor is not None else None
    seats = list(state.seats.values())
    module = state.program.module
    here = [seat for seat in seats if is_here(state, seat)]
    return Desk(
        phase=state.phase,
        paused=state.paused_at is not None,
        meeting=state.meeting,
        meetings=len(state.program.meetings),
        here=len(here),
        away=sum(seat.status != "left" for seat in seats) - len(here),
        left=sum(seat.status == "left" for seat in seats),
        guests=sum(seat.guest for seat in here),
        expected=state.header.expected if state.header else 0,
        tables=_tables(state),
        activity=stage.activity.title if stage is not None else "",
        step=Text(step.text) if step is not None else None,
        waiting_for=_waiting(state),
        bar=bar(state, floor) if floor is not None else None,
        stones=stones(state),
        starts_at=state.starts_at,
        ends_at=state.ends_at,
        bank_ms=bank_ms(state, now) if state.phase == "running" else 0,
        plan_change=plan_change(state),
        plan=tuple(_row(state, each) for each in state.program.of_meeting(state.meeting)),
        questions=tuple((question.about, question.text) for question in state.questions),
        old_content=today is not None and today > module.check_by,
        draft=any(language.state == "draft" for language in module.languages),
        cards=desk_cards(state),
        answer_cards=sum(seat.channel == "card" for seat in here),
        disk_trouble=disk_trouble,
    )


def _floor(state: State) -> Floor | None:
    if state.room.open:
        return state.room
    floors = [table.floor for table in state.tables.values() if table.floor.open]
    return min(floors, key=lambda floor: (floor.step, floor.number), default=None)


def _waiting(state: State) -> int:
    if state.room.open:
        return waiting_for(state, state.room)
    return sum(waiting_for(state, table.floor) for table in live_tables(state))


def _tables(state: State) -> tuple[DeskTable, ...]:
    signs = {sign.number: sign.state for sign in table_signs(state)}
    rows = []
    for table in state.tables.values():
        here = here_at(state, table)
        known = [number for number in table.seats if state.seats[number].status != "left"]
        rows.append(
            DeskTable(
                number=table.number,
                here=len(here),
                away=len(known) - len(here),
                device=table.device,
                unclear=len(table.floor.unclear),
                readers=sum(state.seats[number].reads for number in here),
                state=signs[table.number],
            )
        )
    return tuple(rows)


def _row(state: State, stage: Stage) -> DeskRow:
    record = state.stages.get(stage.index)
    planned = sum(
        state.plan.get((stage.index, index), Millis(0)) for index in range(len(stage.steps))
    )
    minutes = round((planned if state.plan else stage.plan_ms) / MINUTE)
    used = met = None
    done = any((stage.index, index) in state.finished for index in range(len(stage.steps)))
    if record is None or (record.closed_at is not None and not done):
        where = "dropped" if state.plan and not planned else "to_come"
    elif record.closed_at is None:
        where = "now"
    else:
        where = "done"
        used = round((record.closed_at - record.opened_at) / MINUTE)
        met = (record.met + 5) // 10
    return DeskRow(
        title=stage.activity.title,
        planned_min=minutes,
        used_min=used,
        state=where,  # type: ignore[arg-type]  # one of the four words above
        met=met,
    )
