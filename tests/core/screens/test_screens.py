"""What each screen says in the situations that matter, as data."""

from __future__ import annotations

import dataclasses
from datetime import date

import pytest

from tests.room import Room, options, small, small_meetings, tea
from thinkcoop.core.kinds import (
    Ask,
    Ballot,
    Discuss,
    KindStep,
    Map,
    Pair,
    Rank,
    Report,
    Round,
    Say,
    Show,
    Sort,
    Think,
)
from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.parts import bar, clock_text
from thinkcoop.core.screens.phone import icon_of, phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Screen, Text, Words, phrase
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import Millis, SeatNo, StepId, TableNo

AB = options("a", "b")
ASK = Ask(text="Which?", options=AB, id="which")
TALK = Discuss(text="Talk.", again="Speak.")


def running(*steps: KindStep, people: int = 5, **fields: object) -> Room:
    room = Room(small(tuple(steps))).open(59, expected=people, starts_in=1)
    room.join(people, **fields)
    room.wait(60)
    return room


def device(*steps: KindStep) -> Room:
    room = Room(small(tuple(steps))).open(60)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, channel="table", table=TableNo(1))
    room.wait(60)
    return room


def phone(room: Room, seat: int) -> Screen:
    return phone_screen(room.state, SeatNo(seat))


def keys(words: tuple[Words, ...]) -> list[str]:
    return [str(each.key) if isinstance(each, Phrase) else each.source for each in words]


def acts(screen: Screen) -> list[str]:
    return [button.act for button in screen.buttons]


def test_somebody_unknown_is_asked_to_come_in() -> None:
    assert phone(Room(), 1).kind == "lost"
    assert table_screen(Room().state, TableNo(1)).kind == "lost"


def test_who_left_may_come_back() -> None:
    room = running(TALK)
    room.do(c.Leave(seat=SeatNo(5)))
    assert acts(phone(room, 5)) == ["return"]


def test_a_latecomer_is_shown_the_way_and_says_when_it_is_found() -> None:
    room = running(TALK)
    [late] = room.join()
    screen = phone(room, late)
    assert (screen.kind, screen.text, acts(screen)) == (
        "seated",
        phrase(P.GO_TO_TABLE, table=1),
        ["return"],
    )


def test_somebody_without_a_table_waits_a_moment() -> None:
    room = Room(small((TALK,))).open(starts_in=1)
    room.join(5)
    room.do(c.LoseTouch(seat=SeatNo(5)))
    room.wait(120)
    seats = {**room.state.seats, SeatNo(5): dataclasses.replace(room.seat(5), table=TableNo(0))}
    lost = dataclasses.replace(room.state, seats=seats)
    assert phone_screen(lost, SeatNo(5)).kind == "wait"


def test_who_reads_sees_that_and_who_listens_sees_that() -> None:
    room = running(Say(text="Hello.", again="Hi."))
    reader = room.table(1).holder("reader")
    other = next(number for number in room.table(1).seats if number != reader)
    assert (phone(room, reader).heading, phone(room, reader).speaking) == (
        phrase(P.READ_ALOUD),
        True,
    )
    assert (phone(room, other).heading, acts(phone(room, other))) == (
        phrase(P.LISTEN_READER),
        ["unclear"],
    )


def test_at_a_table_without_a_willing_reader_the_timekeeper_goes_on() -> None:
    room = running(Say(text="Hello.", again="Hi."), reads=False)
    keeper = room.table(1).holder("timekeeper")
    assert phone(room, keeper).heading == phrase(P.LISTEN)
    assert acts(phone(room, keeper)) == ["done", "unclear"]


def test_where_there_are_no_other_words_nobody_is_offered_them() -> None:
    room = running(Think(text="Think."))
    assert acts(phone(room, 1)) == ["done"]
    key = room.step_at(1).key
    happened = [room.do(c.SayNotClear(step=key, seat=SeatNo(seat))) for seat in range(1, 6)]
    assert all(len(events) == 1 for events in happened)
    assert (phone(room, 1).text, phone(room, 1).notes) == (Text("Think."), ())


def test_who_is_ready_has_nothing_more_to_press() -> None:
    room = running(Think(text="Think.", again="Be still."))
    assert acts(phone(room, 1)) == ["done", "unclear"]
    room.done(1)
    assert acts(phone(room, 1)) == ["unclear"]


def test_in_a_pair_one_speaks_and_one_listens_then_the_other_way_round() -> None:
    room = running(Pair(text="Tell.", again="Speak."), people=4)
    assert room.table(1).floor.pairs[0] == (1, 2)
    assert [phone(room, seat).heading for seat in (1, 2)] == [
        phrase(P.PAIR_YOU_FIRST),
        phrase(P.PAIR_LISTEN),
    ]
    assert [person.seat for person in phone(room, 1).people] == [2]
    room.tick()
    assert [phone(room, seat).heading for seat in (1, 2)] == [
        phrase(P.PAIR_LISTEN),
        phrase(P.PAIR_YOU_NOW),
    ]
    room.done(1)
    assert acts(phone(room, 1)) == ["unclear"]


def test_somebody_without_a_partner_thinks_alone() -> None:
    room = Room(small((Pair(text="Tell."),))).open(starts_in=5)
    room.join()
    room.do(c.GoOn())
    assert phone(room, 1).heading == phrase(P.PAIR_ALONE)


def test_the_timekeeper_sees_next_person_and_the_others_who_speaks() -> None:
    room = running(Round(text="Say.", again="Tell."))
    speaker, keeper = room.floor(1).speaker, room.table(1).holder("timekeeper")
    other = next(n for n in room.table(1).seats if n not in {speaker, keeper})
    assert acts(phone(room, speaker)) == ["turn", "turn"]
    assert acts(phone(room, keeper)) == ["turn", "unclear"]
    assert acts(phone(room, other)) == ["unclear"]
    assert phone(room, other).heading == phrase(P.SPEAKS_NOW)


def test_the_reporters_phone_says_stand_up_and_its_timekeeper_may_end_it() -> None:
    room = running(Report(text="Tell."), people=8)
    speaker = room.state.room.speaker
    own = room.table(room.seat(speaker).table)
    assert phone(room, speaker).heading == phrase(P.REPORT_YOU)
    assert acts(phone(room, speaker)) == ["turn", "turn"]
    assert acts(phone(room, own.holder("timekeeper"))) == ["turn", "turn"]
    other = next(table for table in room.state.tables.values() if table.number != own.number)
    assert acts(phone(room, other.holder("timekeeper"))) == []
    assert wall_screen(room.state).heading == phrase(P.REPORT_LISTEN, table=own.number)


def test_only_the_encourager_sees_who_was_quiet() -> None:
    room = running(TALK)
    who = room.table(1).holder("encourager")
    other = next(number for number in room.table(1).seats if number != who)
    assert (keys(phone(room, who).notes), len(phone(room, who).people)) == (["who_was_quiet"], 5)
    assert (phone(room, other).notes, phone(room, other).people) == ((), ())
    room.done(other)
    assert acts(phone(room, other)) == ["more", "unclear"]


def ends(*answers: int, step: Ask = ASK) -> Screen:
    talk = Discuss(text="Talk.", ends_of=step.id)
    room = running(step, talk)
    for seat, answer in enumerate(answers, 1):
        room.answer(seat, answer)
    room.do(c.GoOn())
    return phone(room, 1)


def test_both_ends_of_a_spread_begin_a_talk_and_nobody_knows_whose_they_are() -> None:
    screen = ends(0, 1, 0)
    assert [choice.text for choice in screen.ends] == [Text("A"), Text("B")]
    assert keys(screen.notes)[0] == "begin_with_ends"


def test_faces_have_ends_too() -> None:
    assert [
        choice.picture for choice in ends(0, 2, 2, step=Ask(text="?", pick="scale", id="f")).ends
    ] == [
        "face-good",
        "face-bad",
    ]


def test_there_are_no_ends_when_all_agree_or_nobody_answered() -> None:
    assert ends(1, 1).ends == ends().ends == ()
    number = Ask(text="How much?", pick="money", id="n")
    assert ends(1, 2, step=number).ends == ()


def test_a_secret_answer_has_its_honest_lines() -> None:
    room = running(ASK)
    assert keys(phone(room, 1).notes) == ["only_you"]
    room.answer(1, 0)
    screen = phone(room, 1)
    assert keys(screen.notes) == ["only_you", "waiting_for", "goes_on_at_time"]
    assert screen.form is not None
    assert [choice.chosen for choice in screen.form.choices] == [True, False]
    assert acts(screen) == []


def test_everyone_else_being_out_of_touch_nobody_is_waited_for() -> None:
    room = running(ASK, ASK.model_copy(update={"to": "all", "id": "again"}), TALK)
    assert keys(wall_screen(room.state).notes) == ["waiting_for"]
    room.do(c.GoOn())
    assert wall_screen(room.state).kind == "ask"


def test_for_a_table_one_taps_and_the_others_say_what_they_think() -> None:
    room = running(Sort(text="Where?", cards=AB, groups=options("x", "y"), right={}))
    recorder = room.table(1).holder("recorder")
    other = next(number for number in room.table(1).seats if number != recorder)
    assert (phone(room, recorder).form is None, phone(room, other).form is None) == (False, True)
    assert phone(room, other).heading == phrase(P.ANSWER_TABLE_OTHER)


def test_a_rank_shows_its_places() -> None:
    room = running(Rank(text="Best?", options=AB))
    room.answer(1, 1, 0)
    form = phone(room, 1).form
    assert form is not None
    assert [choice.place for choice in form.choices] == [2, 1]


def test_a_map_begins_empty() -> None:
    form = phone(running(Map(text="Who?", people=AB)), 1).form
    assert form is not None
    assert [choice.place for choice in form.choices] == [0, 0]


def test_a_number_and_words_show_what_was_given() -> None:
    room = running(Ask(text="How much?", pick="money", unit="riel", id="n"))
    room.answer(1, 500)
    form = phone(room, 1).form
    assert form is not None
    assert (form.number, form.unit, form.choices) == (500, Text("riel"), ())


CHARTS = (
    (Ask(text="?", options=AB, right="a", because="So.", id="q"), ((0,), (0,), (1,)), "bars"),
    (Ask(text="?", pick="scale", id="q"), ((0,), (2,)), "faces"),
    (Ask(text="?", pick="number", highest=9, id="q"), ((3,), (9,), (4,)), "numbers"),
    (Rank(text="?", options=AB, id="q"), ((0, 1), (1,)), "points"),
    (Map(text="?", people=AB, id="q"), ((1, 0), (2, 2)), "bars"),
    (
        Sort(text="?", cards=AB, groups=AB, right={"a": "b"}, to="alone", id="q"),
        ((0, 1),),
        "groups",
    ),
)


@pytest.mark.parametrize(("step", "answers", "kind"), CHARTS)
def test_results_come_as_the_chart_of_their_kind(
    step: KindStep, answers: tuple[tuple[int, ...], ...], kind: str
) -> None:
    room = running(step, Show(text="Look.", of=("q",)), people=4)
    for seat, value in enumerate(answers, 1):
        room.answer(seat, *value)
    room.do(c.GoOn())
    [chart] = phone(room, 1).charts
    assert (chart.kind, chart.totals) == (kind, (len(answers),))
    tally = step.tally(answers)
    shown = [number for row in chart.rows for number in row.values]
    assert shown == list(tally.counts or tally.numbers)


def test_words_are_shown_in_the_order_of_the_alphabet() -> None:
    room = running(Ask(text="?", pick="words", id="q"), Show(text="Look.", of=("q",), to="all"))
    room.answer(1, text="water")
    room.answer(2, text="sugar")
    room.do(c.GoOn())
    assert [row.text for row in wall_screen(room.state).charts[0].rows] == [
        Text("sugar"),
        Text("water"),
    ]


def test_a_question_asked_again_stands_beside_the_first() -> None:
    again = Ask(text="Which now?", options=AB, id="now", again_of="which")
    room = running(ASK, again, Show(text="Look.", of=("which", "now"), to="all"))
    for seat in (1, 2, 3, 4, 5):
        room.answer(seat, 0)
    for seat in (1, 2, 3, 4, 5):
        room.answer(seat, seat % 2)
    [chart] = wall_screen(room.state).charts
    assert (chart.kind, [row.values for row in chart.rows]) == ("twice", [(5, 2), (0, 3)])


def test_two_other_questions_are_two_charts() -> None:
    other = Ask(text="Which now?", options=AB, id="now")
    room = running(ASK, other, Show(text="Look.", of=("which", "now"), to="all"))
    for _ in range(2):
        for seat in (1, 2, 3, 4, 5):
            room.answer(seat, 0)
    assert [chart.kind for chart in wall_screen(room.state).charts] == ["bars", "bars"]


def test_two_ballots_of_which_one_was_not_held_are_one_chart() -> None:
    one = Ballot(text="Shall we?", options=AB, id="one")
    two = Ballot(text="And now?", options=AB, id="two", again_of="one")
    room = running(one, Show(text="Look.", of=("one", "two"), to="all"), two)
    for seat in (1, 2, 3, 4, 5):
        room.answer(seat, 0)
    assert [chart.totals for chart in wall_screen(room.state).charts] == [(5,)]


def test_a_show_without_results_falls_away() -> None:
    room = running(ASK, Show(text="Look.", of=("which",)), TALK)
    room.do(c.GoOn())
    assert room.step_at(1).kind == "discuss"


def test_the_device_leads_the_table_and_asks_who_holds_it() -> None:
    room = device(ASK, TALK)
    screen = table_screen(room.state, TableNo(1))
    assert (screen.kind, screen.people[0].state, acts(screen)) == ("hand", "now", ["hand", "pass"])
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(3)))
    screen = table_screen(room.state, TableNo(1))
    assert screen.form is not None
    assert (screen.kind, screen.form.seat) == ("ask", 3)


def test_an_answer_is_not_shown_again_to_whoever_takes_the_device() -> None:
    room = device(ASK, TALK)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(3)))
    room.answer(3, 1)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(3)))
    form = table_screen(room.state, TableNo(1)).form
    assert form is not None
    assert not any(choice.chosen for choice in form.choices)


def test_when_all_at_the_device_answered_it_tells_how_many_are_missing_elsewhere() -> None:
    room = device(ASK.model_copy(update={"to": "all"}), TALK)
    room.join()
    room.do(c.ComeBack(seat=SeatNo(5)))
    for seat in (1, 2, 3, 4):
        room.answer(seat, 0)
    screen = table_screen(room.state, TableNo(1))
    assert (screen.kind, keys(screen.notes)) == ("wait", ["waiting_for", "goes_on_at_time"])


def test_the_device_answers_for_its_table_and_gets_the_break() -> None:
    room = device(Sort(text="Where?", cards=AB, groups=AB, right={}), TALK)
    form = table_screen(room.state, TableNo(1)).form
    assert form is not None
    assert (form.for_table, form.seat) == (True, room.table(1).holder("reporter"))


def test_the_path_has_a_stone_for_each_activity() -> None:
    room = Room(small((TALK,), (TALK,), (TALK,))).open(60)
    room.join(4)
    room.wait(60)
    room.do(c.GoOn())
    assert [stone.state for stone in phone(room, 1).stones] == ["done", "now", "to_come"]


def test_between_two_meetings_the_screens_say_when_it_goes_on() -> None:
    room = Room(small_meetings(((TALK,),), ((TALK,),))).open(60)
    room.join(4)
    room.run_out()
    assert keys(phone(room, 1).notes) == ["next_meeting"]
    assert wall_screen(room.state).text == Text("Tea for five")


def test_the_convener_sees_how_each_activity_went() -> None:
    room = Room(small((ASK,), (TALK,), (TALK,), optional=True)).open(5)
    room.join(4)
    room.wait(60)
    for seat in (1, 2, 3):
        room.answer(seat, 0)
    room.wait(60)
    shown = desk(room.state, room.now, date(2030, 1, 1))
    assert [(row.state, row.met) for row in shown.plan][:2] == [("done", 75), ("now", None)]
    assert (shown.old_content, shown.draft, shown.waiting_for) == (True, True, 0)


def test_what_fell_away_is_said_on_the_wall_and_on_the_desk() -> None:
    room = Room(small((TALK,), (TALK,), (TALK,), optional=True)).open(16)
    room.join(4)
    room.wait(60)
    room.do(c.Pause())
    room.now = Millis(room.now + 6 * 60_000)
    room.do(c.Resume())
    room.tick()
    assert desk(room.state, room.now).plan[2].state == "dropped"
    assert "plan_dropped" in keys(wall_screen(room.state).notes)


def test_minutes_that_were_won_back_are_said_too() -> None:
    room = Room(small((TALK, TALK, TALK), (TALK,))).open(13)
    room.join(4)
    room.wait(60)
    for _ in range(3):
        room.do(c.GoOn())
    assert "plan_longer" in keys(wall_screen(room.state).notes)


def test_an_unclear_step_is_told_to_the_convener_in_numbers() -> None:
    room = running(TALK)
    room.do(c.SayNotClear(step=room.step_at(1).key, seat=SeatNo(1)))
    assert [table.unclear for table in desk(room.state, room.now).tables] == [1]


def test_every_kind_has_a_sign() -> None:
    assert icon_of(TALK) == "do-discuss"
    assert all(icon_of(step) for step in tea("two-days").by_key.values())


def test_a_long_sentence_is_read_at_the_tables_and_named_on_the_wall() -> None:
    room = running(Say(text="word " * 20, to="all"))
    assert wall_screen(room.state).text == Text("Activity a0")
    assert StepId("a0-0") == wall_screen(room.state).step


def test_a_table_that_is_through_waits_for_the_others() -> None:
    room = running(TALK, Say(text="All.", to="all"), people=8)
    room.done(room.table(1).holder("timekeeper"))
    assert phone(room, room.table(1).seats[0]).heading == phrase(P.WAIT_TABLES, tables=1)
    assert table_screen(room.state, TableNo(1)).kind == "wait"
    assert [sign.state for sign in wall_screen(room.state).tables] == ["done", "works"]


def test_who_left_is_not_in_the_ring_and_who_is_out_of_touch_is_grey() -> None:
    room = running(Round(text="Say."))
    room.do(c.Leave(seat=room.table(1).seats[4]))
    room.do(c.LoseTouch(seat=room.table(1).seats[3]))
    standing = sorted(person.state for person in phone(room, 1).people)
    assert standing == ["away", "now", "waits", "waits"]


def test_without_an_open_step_there_is_no_bar_and_without_a_session_no_clock() -> None:
    room = Room()
    assert bar(room.state, room.state.room) is None
    assert clock_text(room.state, Millis(0)) == ""
