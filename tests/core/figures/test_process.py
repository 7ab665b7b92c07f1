"""How a session went, from its log alone: minutes, what fell away, and logs that are not whole."""

from __future__ import annotations

import pytest

from tests.core.figures.process_rooms import begun, first, step, told
from tests.room import Room, options, small, small_meetings
from thinkcoop.core.figures.process import Process, process_of
from thinkcoop.core.figures.process_parts import Stops
from thinkcoop.core.figures.process_spread import Range
from thinkcoop.core.kinds import Ask, Break, Discuss, KindStep, Promise, Say, Show, Think
from thinkcoop.core.module.model import Minutes
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, Millis, SeatNo, TableNo

AB = options("a", "b")
TALK = Discuss(id="talk", text="Talk.", minutes=Minutes(plan=5))
ASKED = Ask(id="asked", text="Which?", options=AB)


# ------------------------------------------------------------------ logs that are not whole


def flags(process: Process) -> tuple[object, ...]:
    return process.phase, process.opened, process.started, process.ended, process.cut


def test_an_empty_log_is_a_process_in_which_nothing_was() -> None:
    process = process_of([], small((ASKED,)))
    assert flags(process) == ("empty", False, False, False, False)
    assert (process.events, process.tables, process.used_min) == (0, 0, 0)
    assert (process.steps, process.steps_done, process.ended_on_time) == (1, 0, None)
    assert [each.outcome for each in process.activities] == ["unreached"]
    assert process.turns.fairness is None


def test_a_session_that_never_started_has_people_and_no_minutes() -> None:
    room = Room(small((ASKED,))).open(60, expected=9)
    room.join(3)
    process = told(room)
    assert flags(process) == ("gathering", True, False, False, False)
    assert (process.people.came, process.people.expected, process.people.late) == (3, 9, 0)
    assert (process.people.by_meeting, process.used_min) == ((), 0)


def test_a_log_that_is_cut_says_so_and_tells_what_was_until_then() -> None:
    room = begun((TALK, Say(id="say", text="So.")), (ASKED,))
    room.wait(90)
    room.do(c.AskMoreTime(step=TALK.key, seat=SeatNo(1), table=TableNo(0)))
    process = told(room)
    assert flags(process) == ("running", True, True, False, True)
    assert [each.outcome for each in process.activities] == ["open", "unreached"]
    assert [each.outcome for each in process.activities[0].steps] == ["open", "unreached"]
    assert process.activities[0].minutes.used == 1.5
    assert step(room, "talk").minutes.by_table == Range(of=1, least=1.5, median=1.5, most=1.5)


def test_a_log_without_its_beginning_is_cut_too() -> None:
    room = begun((ASKED,))
    process = process_of(room.log[1:], room.program)
    assert (process.opened, process.cut, process.events) == (False, True, len(room.log) - 1)


def test_a_session_that_went_to_its_end_is_not_cut_and_was_on_time() -> None:
    room = begun((ASKED,))
    room.run_out()
    process = told(room)
    assert flags(process) == ("over", True, True, True, False)
    assert (process.ended_on_time, process.tables) == (True, 1)


def test_between_two_meetings_nothing_is_cut_and_nothing_has_ended() -> None:
    room = Room(small_meetings(((ASKED,),), ((TALK,),))).open(60)
    room.join(5)
    room.run_out()
    assert flags(told(room)) == ("between", True, True, False, False)
    assert [each.meeting for each in told(room).activities] == [1, 2]


def test_what_comes_after_the_end_does_not_make_the_day_late() -> None:
    room = begun((ASKED,), minutes=5)
    room.run_out()
    room.wait(24 * 3600)
    filled = c.FormField(step=ASKED.key, value=(1,))
    room.do(c.TypeForm(form=9, trade="seller", answer=room.name(), fields=(filled,)))
    process = told(room)
    assert (process.ended_on_time, process.forms.forms) == (True, 1)


# ------------------------------------------------------------------ minutes


def test_a_step_tells_how_long_each_table_took_and_how_long_the_room() -> None:
    room = begun((TALK, Say(text="All.", to="all")), people=12)
    room.wait(60)
    room.done(room.table(1).holder("timekeeper"))
    room.wait(60)
    room.done(room.table(2).holder("timekeeper"))
    used = step(room, "talk").minutes
    assert (used.used, used.by_table) == (2, Range(of=2, least=1, median=1.5, most=2))
    assert (used.of_file, used.of_plan) == (5, 5)


def test_an_activity_tells_how_long_its_tables_worked_without_waiting() -> None:
    room = begun((TALK, Say(id="all", text="All.", to="all", minutes=Minutes(plan=1))), people=12)
    room.wait(60)
    room.done(room.table(1).holder("timekeeper"))
    room.wait(60)
    room.done(room.table(2).holder("timekeeper"))
    room.run_out()
    used = first(room).minutes
    assert (used.used, used.by_table) == (3, Range(of=2, least=2, median=2.5, most=3))
    assert step(room, "all").minutes.by_table is None


def test_pauses_and_power_cuts_are_told_and_not_counted_as_minutes() -> None:
    room = begun((TALK,))
    room.do(c.Pause())
    room.wait(600)
    room.do(c.Resume())
    room.wait(30)
    room.now = Millis(room.now + 120_000)
    room.do(c.Reopen(down_ms=Millis(120_000)))
    room.wait(30)
    room.do(c.GoOn())
    process = told(room)
    assert (process.pauses, process.restarts) == (
        Stops(times=1, minutes=10),
        Stops(times=1, minutes=2),
    )
    assert step(room, "talk").minutes.used == process.used_min == 1


def test_a_pause_that_the_log_does_not_end_is_still_a_pause() -> None:
    room = begun((TALK,))
    room.do(c.Pause())
    room.wait(60)
    room.do(c.Reopen(down_ms=Millis(30_000)))
    process = told(room)
    assert (process.pauses.minutes, process.restarts.minutes) == (1, 0.5)
    assert step(room, "talk").minutes.used == 0


def test_what_the_plan_shortened_or_dropped_stands_beside_what_the_file_had() -> None:
    day = (
        Think(id="think", text="Think.", minutes=Minutes(plan=4), optional=True),
        TALK.model_copy(update={"protected": True}),
    )
    room = begun(day, minutes=6)
    room.run_out()
    found = [
        (each.outcome, each.minutes.of_file, each.minutes.of_plan) for each in first(room).steps
    ]
    assert found == [("dropped", 4, 0), ("done", 5, 5)]
    assert (first(room).minutes.of_file, first(room).minutes.of_plan) == (10, 5)
    assert (told(room).steps_done, told(room).steps_dropped) == (1, 1)


def test_what_there_was_time_for_and_nothing_to_show_is_skipped() -> None:
    room = begun((ASKED, Show(id="shown", text="So.", of=("asked",))))
    room.run_out()
    assert [each.outcome for each in first(room).steps] == ["done", "skipped"]
    assert (first(room).outcome, told(room).steps_skipped) == ("done", 1)


def test_an_activity_of_which_all_was_dropped_is_dropped() -> None:
    late = Think(id="late", text="Think.", minutes=Minutes(plan=30), optional=True)
    room = begun((TALK.model_copy(update={"protected": True}),), (late,), minutes=6)
    room.run_out()
    assert [each.outcome for each in told(room).activities] == ["done", "dropped"]


def test_a_rest_is_told_as_a_rest() -> None:
    room = begun((Break(text="Rest."),), (ASKED,))
    assert [each.is_break for each in told(room).activities] == [True, False]


def test_what_the_convener_ended_is_told_by_table() -> None:
    room = begun((TALK,), people=12)
    room.do(c.GoOn())
    assert (step(room, "talk").moved_on, step(room, "talk").outcome) == (2, "done")


def test_when_everybody_leaves_what_was_open_stays_open_and_counts_until_then() -> None:
    room = begun((TALK,), people=5)
    room.wait(60)
    for seat in range(1, 6):
        room.do(c.Leave(seat=SeatNo(seat)))
    process = told(room)
    assert (process.phase, process.people.left) == ("over", 5)
    assert (first(room).outcome, step(room, "talk").outcome) == ("open", "open")
    assert step(room, "talk").minutes.used == 1


# ------------------------------------------------------------------ clear or not


def test_who_said_not_clear_is_counted_out_of_those_there() -> None:
    again = TALK.model_copy(update={"again": "Once more."})
    room = begun((again,))
    for seat in (1, 2):
        room.do(c.SayNotClear(step=again.key, seat=SeatNo(seat), table=TableNo(0)))
    clear = step(room, "talk").clear
    assert (clear.people, clear.not_clear, clear.share_not_clear) == (6, 2, 0.3333)
    assert (clear.said_again, clear.devices_not_clear) == (1, 0)


def test_one_who_is_lost_in_two_steps_is_one_person_in_the_activity() -> None:
    room = begun((TALK, TALK.model_copy(update={"id": "more"})))
    room.do(c.SayNotClear(step=room.step_at(1).key, seat=SeatNo(3), table=TableNo(0)))
    room.do(c.GoOn())
    room.do(c.SayNotClear(step=room.step_at(1).key, seat=SeatNo(3), table=TableNo(0)))
    assert [each.clear.not_clear for each in first(room).steps] == [1, 1]
    assert (first(room).clear.not_clear, first(room).clear.people) == (1, 6)


def test_of_four_people_no_share_is_told() -> None:
    room = begun((TALK,), people=4)
    room.do(c.SayNotClear(step=TALK.key, seat=SeatNo(1), table=TableNo(0)))
    clear = step(room, "talk").clear
    assert (clear.people, clear.not_clear, clear.share_not_clear) == (4, 1, None)


def led(*steps: KindStep) -> Room:
    """Five people at a table with a device."""
    room = Room(small(tuple(steps))).open(59, expected=5, starts_in=1)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(5, table=TableNo(1), channel="table")
    room.wait(60)
    return room


def test_a_device_that_does_not_understand_is_nobody_in_particular() -> None:
    room = led(TALK.model_copy(update={"again": "Once more."}))
    room.do(c.SayNotClear(step=TALK.key, seat=SeatNo(0), table=TableNo(1)))
    clear = step(room, "talk").clear
    assert (clear.not_clear, clear.devices_not_clear, clear.said_again) == (0, 1, 1)


def test_what_is_heard_again_at_the_same_table_is_a_repetition() -> None:
    room = led(TALK, Say(id="say", text="So."))

    def hear(name: str) -> None:
        room.do(
            c.StartNarration(
                step=room.step_at(1).key,
                answer=AnswerId(name),
                milliseconds=Millis(9_000),
                table=TableNo(1),
            )
        )
        room.wait(20)

    for name in ("one", "one", "two"):
        hear(name)
    room.do(c.GoOn())
    hear("three")
    heard = [(each.clear.heard, each.clear.heard_again) for each in first(room).steps]
    assert heard == [(2, 1), (1, 0)]
    assert (first(room).clear.heard, first(room).clear.heard_again) == (3, 1)


def test_more_time_is_told_in_times_and_minutes() -> None:
    room = begun((TALK,))
    room.do(c.AskMoreTime(step=TALK.key, seat=SeatNo(1), table=TableNo(0)))
    room.do(c.GiveMoreTime())
    more = step(room, "talk").minutes
    closes = room.floor(1).closes_at - room.floor(1).opened_at
    assert (more.more_times, more.more_minutes) == (2, closes / 60_000 - 5)
    assert first(room).minutes.more_times == 2


# ------------------------------------------------------------------ the box, and promises


def ask_box(room: Room, about: str = "money") -> None:
    room.do(
        c.PutQuestion(answer=room.name(), seat=SeatNo(1), table=TableNo(0), about=about, text="")
    )


def test_questions_are_counted_with_the_activity_in_which_they_came() -> None:
    room = Room(small((TALK,), (ASKED,))).open(60)
    room.join(6)
    ask_box(room)
    room.wait(60)
    ask_box(room)
    ask_box(room)
    assert [each.questions for each in told(room).activities] == [2, 0]
    assert told(room).questions == 3


@pytest.mark.parametrize("promised", [0, 3])
def test_promises_are_counted(promised: int) -> None:
    room = begun((Promise(text="What?", options=AB, by=AB),))
    for seat in range(1, promised + 1):
        room.answer(seat, 0, 1)
    assert told(room).promises == promised
