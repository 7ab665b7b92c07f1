"""Laws: any log gives a process, and nobody can be told from it."""

from __future__ import annotations

import json
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.any_event import near_events
from tests.laws.living import live
from tests.laws.moves import Life, lives
from tests.strategies.events import events
from thinkcoop.core.figures.process import Process, process_of
from thinkcoop.core.figures.process_json import process_json
from thinkcoop.core.figures.process_parts import ActivityProcess, StepProcess
from thinkcoop.core.session.events import Event
from thinkcoop.core.session.summary import summarise


def is_sound(process: Process) -> None:
    """What holds of every process."""
    json.dumps(process_json(process), allow_nan=False)
    assert not (process.ended and process.cut)
    steps = [step for each in process.activities for step in each.steps]
    parts: list[ActivityProcess | StepProcess] = [*process.activities, *steps]
    for part in parts:
        assert part.clear.not_clear <= part.clear.people
        assert (part.minutes.used or 0) >= 0
        answering = part.answering
        if answering is not None:
            assert answering.answers + answering.on_forms <= answering.asked
            assert answering.share is None or 0 <= answering.share <= 1
    for turns in (process.turns, *(each.turns for each in process.activities)):
        assert turns is None or turns.fairness is None or turns.people >= 5


@given(life=lives, cut=st.integers(0, 200))
def test_any_beginning_of_a_real_log_gives_a_process(life: Life, cut: int) -> None:
    room = live(life)
    process = process_of(room.log[:cut], room.program)
    is_sound(process)
    assert process.events == min(cut, len(room.log))


@given(life=lives, cut=st.integers(0, 200))
def test_any_end_of_a_real_log_gives_a_process(life: Life, cut: int) -> None:
    room = live(life)
    is_sound(process_of(room.log[cut:], room.program))


@given(life=lives, odd=st.lists(st.one_of(near_events, events), max_size=8), at=st.integers(0, 90))
def test_what_makes_no_sense_in_a_log_gives_a_process_all_the_same(
    life: Life, odd: list[Event], at: int
) -> None:
    room = live(life)
    is_sound(process_of([*room.log[:at], *odd, *room.log[at:]], room.program))


@given(life=lives)
def test_the_fairness_of_the_day_is_one_less_the_gini_of_the_summary(life: Life) -> None:
    room = live(life)
    process, summary = process_of(room.log, room.program), summarise(room.state)
    if process.turns.fairness is not None and not process.ended:
        assert process.turns.fairness == round(1 - summary.turns_gini, 4)


@given(life=lives, cut=st.integers(0, 200))
def test_the_same_log_gives_the_same_process(life: Life, cut: int) -> None:
    room = live(life)
    log = room.log[:cut]
    assert process_of(log, room.program) == process_of(tuple(map(replace, log)), room.program)
