"""What people at a table can tap, and what comes of it."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, options, small, tea
from thinkcoop.core.kinds import (
    Ask,
    Discuss,
    KindStep,
    Pair,
    Promise,
    Report,
    Round,
    Say,
    Sort,
    Think,
)
from thinkcoop.core.module.model import Minutes
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.flow import open_floor_steps
from thinkcoop.core.session.plan import bank_ms
from thinkcoop.core.words import AnswerId, Millis, SeatNo, StepId, TableNo, Why

TALK = Discuss(text="Talk.")
ASK = Ask(text="Which?", options=options("a", "b"), id="which")
SORT = Sort(
    text="Where?", cards=options("a", "b"), groups=options("x", "y"), right={}, id="sorting"
)


def running(*steps: KindStep, people: int = 4, minutes: float = 60) -> Room:
    room = Room(small(tuple(steps))).open(minutes - 1, expected=people, starts_in=1)
    room.join(people)
    room.wait(60)
    return room


def test_the_leads_word_ends_a_talk_and_so_does_that_of_most() -> None:
    room = running(TALK, TALK)
    assert "StepClosed" in happened(room.done(room.table(1).holder("timekeeper")))
    others = [s for s in room.table(1).seats if s != room.table(1).holder("timekeeper")]
    assert [happened(room.done(seat)) for seat in others[:2]] == [["DoneSaid"], ["DoneSaid"]]
    assert "StepClosed" in happened(room.done(others[2]))


def test_the_device_says_done_for_its_table() -> None:
    room = Room(small((TALK, TALK))).open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait(60)
    assert "StepClosed" in happened(room.done(table=1))


def test_thinking_ends_when_everyone_is_ready() -> None:
    room = running(Think(text="Think."), TALK)
    assert [happened(room.done(seat)) for seat in (1, 2, 3)] == [["DoneSaid"]] * 3
    assert room.done(1) == ()
    assert "StepClosed" in happened(room.done(4))


def test_a_device_is_ready_for_its_people() -> None:
    room = Room(small((Think(text="Think."), TALK))).open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait(60)
    assert "StepClosed" in happened(room.done(table=1))


def test_in_a_pair_talk_a_late_resend_of_the_first_half_does_not_end_the_second() -> None:
    room = running(Pair(text="Tell.", id="pair"), TALK)
    first = c.SayDone(step=StepId("pair"), seat=SeatNo(1), half=1)
    assert happened(room.do(first)) == ["DoneSaid"]
    other = c.SayDone(step=StepId("pair"), seat=SeatNo(3), half=1)
    assert happened(room.do(other)) == ["DoneSaid", "PairSwitched"]
    assert room.do(first) == room.do(other) == ()
    for seat in (1, 3):
        room.do(c.SayDone(step=StepId("pair"), seat=SeatNo(seat), half=2))
    assert room.step_at(1).kind == "discuss"
    assert {seat.turns for seat in room.state.seats.values()} == {1}


def test_a_pair_talk_changes_over_by_itself_at_half_time() -> None:
    room = running(Pair(text="Tell."))
    assert happened(room.tick()) == ["PairSwitched"]


def test_at_a_third_of_the_table_it_is_said_again_once() -> None:
    room = running(Say(text="Do it.", again="In other words."), people=6)
    step = room.step_at(1).key

    def unclear(seat: int) -> list[str]:
        return happened(room.do(c.SayNotClear(step=step, seat=SeatNo(seat))))

    assert unclear(1) == ["NotClearSaid"]
    assert unclear(1) == []
    assert unclear(2) == ["NotClearSaid", "SaidAgain"]
    assert unclear(3) == ["NotClearSaid"]


def test_more_time_is_a_minute_as_far_as_the_step_allows() -> None:
    room = running(Discuss(text="Talk.", minutes=Minutes(plan=2, most=3)))
    closes = room.table(1).floor.closes_at
    ask = c.AskMoreTime(step=room.step_at(1).key, seat=SeatNo(1), closes_at=closes)
    assert happened(room.do(ask)) == ["MoreTimeGiven"]
    assert room.do(ask) == ()
    again = c.AskMoreTime(step=room.step_at(1).key, seat=SeatNo(1))
    assert room.do(again) is Why.NO_MORE_TIME
    assert room.table(1).floor.closes_at == closes + 60_000


def test_more_time_is_refused_when_the_rest_of_the_day_needs_it() -> None:
    room = running(TALK, Discuss(text="Talk on.", minutes=Minutes(plan=5, least=5)), minutes=11)
    more = c.AskMoreTime(step=room.step_at(1).key, seat=SeatNo(1))
    assert room.do(more) is Why.NO_MORE_TIME


def test_the_time_bank_tells_what_is_left_over() -> None:
    room = running(TALK, minutes=10)
    assert bank_ms(room.state, room.now) == 10 * 60_000 - room.table(1).floor.closes_at
    together = running(Say(text="All.", to="all"), minutes=10)
    assert bank_ms(together.state, together.now) == 10 * 60_000 - together.state.room.closes_at


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (c.SayDone(step=StepId("a0-0"), seat=SeatNo(9)), Why.SEAT_UNKNOWN),
        (c.SayDone(step=StepId("a0-0"), table=TableNo(1)), Why.TABLE_UNKNOWN),
        (c.SayDone(step=StepId("a0-1"), seat=SeatNo(1)), Why.STEP_CLOSED),
        (c.SayDone(step=StepId("nowhere"), seat=SeatNo(1)), Why.OTHER_STEP),
        (c.SayNotClear(step=StepId("nowhere"), seat=SeatNo(1)), Why.OTHER_STEP),
        (c.AskMoreTime(step=StepId("nowhere"), seat=SeatNo(1)), Why.OTHER_STEP),
        (c.EndTurn(step=StepId("nowhere"), speaker=SeatNo(1), seat=SeatNo(1)), Why.OTHER_STEP),
        (c.EndTurn(step=StepId("a0-0"), speaker=SeatNo(1), seat=SeatNo(1)), Why.NOT_NOW),
        (c.MarkSpoke(step=StepId("nowhere"), who=SeatNo(1), seat=SeatNo(1)), Why.OTHER_STEP),
        (c.MarkSpoke(step=StepId("a0-0"), who=SeatNo(1), seat=SeatNo(1)), Why.NOT_YOUR_ROLE),
        (c.HandTo(table=TableNo(1), seat=SeatNo(1)), Why.TABLE_UNKNOWN),
        (c.PassAnswer(seat=SeatNo(9), step=StepId("a0-0")), Why.SEAT_UNKNOWN),
        (c.PassAnswer(seat=SeatNo(1), step=StepId("a0-0")), Why.NOT_AN_ANSWER),
        (c.PassAnswer(seat=SeatNo(1), step=StepId("a0-1")), Why.STEP_CLOSED),
    ],
)
def test_what_makes_no_sense_now_is_refused(command: c.Command, why: Why) -> None:
    room = running(TALK, ASK.model_copy(update={"id": ""}))
    assert room.do(command) is why


def test_before_the_start_and_after_a_goodbye_nothing_can_be_said() -> None:
    room = Room(small((TALK,), (TALK,))).open()
    room.join(5)
    done = c.SayDone(step=StepId("a0-0"), seat=SeatNo(5))
    answer = c.GiveAnswer(seat=SeatNo(5), step=StepId("a0-0"), answer=AnswerId("x"), value=(0,))
    assert room.do(done) is room.do(answer) is Why.NOT_STARTED
    room.wait(60)
    room.do(c.Leave(seat=SeatNo(5)))
    assert room.do(done) is room.do(answer) is Why.SEAT_LEFT


def test_between_meetings_nothing_can_be_said() -> None:
    room = Room(tea("two-days")).open(9)
    room.join(4)
    room.run_out()
    done = c.SayDone(step=StepId("t2-1"), seat=SeatNo(1))
    answer = c.GiveAnswer(seat=SeatNo(1), step=StepId("t2-1"), answer=AnswerId("x"), value=(0,))
    assert room.do(done) is room.do(answer) is Why.NOT_NOW


def test_a_turn_is_ended_by_its_speaker_the_timekeeper_or_the_device() -> None:
    room = running(Round(text="Say.", id="round"), TALK)
    keeper = room.table(1).holder("timekeeper")
    other = next(n for n in room.table(1).seats if n not in {keeper, room.floor(1).speaker})

    def end(speaker: int, seat: int) -> list[str]:
        return happened(
            room.do(c.EndTurn(step=StepId("round"), speaker=SeatNo(speaker), seat=SeatNo(seat)))
        )

    first = room.floor(1).speaker
    assert end(first, other) == ["-> not_your_role"]
    assert end(other, other) == ["-> not_your_turn"]
    assert end(0, other) == ["-> not_your_turn"]
    assert end(first, first) == ["TurnEnded", "TurnStarted"]
    assert end(first, first) == []
    assert end(room.floor(1).speaker, keeper) == ["TurnEnded", "TurnStarted"]


def test_in_a_report_another_tables_timekeeper_does_not_end_the_turn() -> None:
    room = running(Report(text="Tell the room.", id="report"), people=8)
    speaker = room.state.room.speaker
    own = room.seat(speaker).table
    other = next(table for table in room.state.tables.values() if table.number != own)
    step = StepId("report")
    keeper = other.holder("timekeeper")
    assert room.do(c.EndTurn(step=step, speaker=speaker, seat=keeper)) is Why.NOT_YOUR_ROLE
    room.do(c.JoinDevice(table=other.number))
    ended = c.EndTurn(step=step, speaker=speaker, table=other.number)
    assert room.do(ended) is Why.NOT_YOUR_ROLE
    mine = room.table(own).holder("timekeeper")
    assert "TurnStarted" in happened(room.do(c.EndTurn(step=step, speaker=speaker, seat=mine)))


def test_a_report_calls_each_table_once_and_another_speaks_when_the_reporter_is_gone() -> None:
    room = running(TALK, Report(text="Tell the room.", id="report"), people=8)
    room.do(c.GoOn())
    called = [room.state.room.speaker]
    room.do(c.Leave(seat=SeatNo(called[0])))
    called.append(room.state.room.speaker)
    assert {room.seat(number).table for number in called} == {1, 2}


def test_the_encourager_notes_who_spoke_and_that_is_one_turn_a_step() -> None:
    room = running(TALK)
    who = room.table(1).holder("encourager")
    mark = c.MarkSpoke(step=room.step_at(1).key, who=SeatNo(1), seat=who)
    assert happened(room.do(mark)) == ["SpokeMarked"]
    assert room.do(mark) == ()
    assert room.seat(1).turns == 1
    stranger = c.MarkSpoke(step=room.step_at(1).key, who=SeatNo(9), seat=who)
    assert room.do(stranger) is Why.SEAT_UNKNOWN


def test_an_answer_may_be_changed_and_every_resend_of_it_is_known() -> None:
    room = running(ASK, TALK)
    first = c.GiveAnswer(seat=SeatNo(1), step=ASK.key, answer=AnswerId("one"), value=(0,))
    second = c.GiveAnswer(seat=SeatNo(1), step=ASK.key, answer=AnswerId("two"), value=(1,))
    assert happened(room.do(first)) == happened(room.do(second)) == ["AnswerGiven"]
    assert room.do(first) == room.do(second) == ()
    assert room.state.answers[ASK.key][SeatNo(1)].value == (1,)


def test_an_answer_that_comes_at_the_closing_time_is_too_late() -> None:
    room = running(ASK, TALK)
    room.now = room.table(1).floor.closes_at
    assert room.answer(1, 0) is Why.STEP_CLOSED
    assert room.answer(9 - 8, 7) is Why.STEP_CLOSED


def test_an_answer_of_a_seat_nobody_took_is_refused() -> None:
    room = running(ASK)
    nobody = c.GiveAnswer(seat=SeatNo(9), step=ASK.key, answer=AnswerId("x"), value=(0,))
    assert room.do(nobody) is Why.SEAT_UNKNOWN


def test_passing_is_free_and_an_answer_may_still_come() -> None:
    room = running(ASK, TALK)
    passing = c.PassAnswer(seat=SeatNo(1), step=ASK.key)
    assert happened(room.do(passing)) == ["AnswerPassed"]
    assert room.do(passing) == ()
    room.answer(1, 1)
    assert room.state.passed[ASK.key] == frozenset()
    assert room.do(passing) == ()


def test_words_of_a_promise_are_kept_clean_and_refused_when_too_long() -> None:
    step = Promise(text="What?", options=options("a", "b"), by=options("x", "y"), id="promise")
    room = running(step, TALK)
    room.answer(1, 0, 1, text="  to   my brother ")
    assert room.state.answers[step.key][SeatNo(1)].text == "to my brother"
    assert room.answer(2, 0, 1, text="x" * 300) is Why.TEXT_TOO_LONG
    words = Ask(text="Say it in words.", pick="words", id="words")
    room = running(words, TALK)
    assert room.answer(1, text="x" * 300) is Why.TEXT_TOO_LONG


def test_only_the_recorder_or_the_device_answers_for_the_table() -> None:
    room = running(SORT, TALK, people=5)
    recorder = room.table(1).holder("recorder")
    other = next(number for number in room.table(1).seats if number != recorder)
    assert room.answer(other, 0, 1) is Why.NOT_YOUR_ROLE
    assert "StepClosed" in happened(room.answer(recorder, 0, 1))


def test_a_question_is_in_the_box_once_and_without_its_asker() -> None:
    room = running(TALK)
    put = c.PutQuestion(answer=AnswerId("q1"), seat=SeatNo(1), text=" Who pays? ")
    assert happened(room.do(put)) == ["QuestionPut"]
    assert room.do(put) == ()
    [question] = room.state.questions
    assert (question.text, question.about, question.table) == ("Who pays?", "", 1)


@pytest.mark.parametrize(
    ("put", "why"),
    [
        (c.PutQuestion(answer=AnswerId("q"), seat=SeatNo(9), text="Why?"), Why.SEAT_UNKNOWN),
        (c.PutQuestion(answer=AnswerId("q"), seat=SeatNo(1)), Why.NOT_AN_ANSWER),
        (c.PutQuestion(answer=AnswerId("q"), seat=SeatNo(1), text="\x00"), Why.TEXT_UNREADABLE),
        (c.PutQuestion(answer=AnswerId("q"), about="not a slug"), Why.NO_SUCH_OPTION),
        (c.PutQuestion(answer=AnswerId("q"), about="a" * 41), Why.NO_SUCH_OPTION),
    ],
)
def test_what_is_no_question_is_refused(put: c.PutQuestion, why: Why) -> None:
    assert running(TALK).do(put) is why


def test_the_box_is_full_at_five_hundred() -> None:
    room = running(TALK)
    for number in range(500):
        room.do(c.PutQuestion(answer=AnswerId(f"q{number}"), about="money"))
    assert room.do(c.PutQuestion(answer=AnswerId("one-more"), about="money")) is Why.NOT_NOW


def device_room(*steps: KindStep) -> Room:
    room = Room(small(tuple(steps))).open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait(60)
    return room


def test_the_device_goes_from_hand_to_hand_and_an_answer_lays_it_down() -> None:
    room = device_room(ASK, TALK)
    hand = c.HandTo(table=TableNo(1), seat=SeatNo(2))
    assert happened(room.do(hand)) == ["HandedOver"]
    assert room.do(hand) == ()
    assert room.do(c.HandTo(table=TableNo(1), seat=SeatNo(9))) is Why.SEAT_UNKNOWN
    room.answer(2, 0)
    assert room.table(1).floor.hand == 0


def test_somebody_who_left_takes_the_device_and_is_back() -> None:
    room = device_room(ASK, TALK)
    room.do(c.Leave(seat=SeatNo(2)))
    back = happened(room.do(c.HandTo(table=TableNo(1), seat=SeatNo(2))))
    assert back == ["SeatBack", "HandedOver"]


def test_a_device_is_not_handed_round_before_the_start() -> None:
    room = Room().open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(2, table=TableNo(1), channel="table")
    assert room.do(c.HandTo(table=TableNo(1), seat=SeatNo(1))) is Why.NOT_NOW


def test_laggards_get_one_more_minute_when_most_tables_wait() -> None:
    room = running(Discuss(text="Talk.", minutes=Minutes(plan=9)), people=18)
    room.done(room.table(1).holder("timekeeper"))
    done = happened(room.done(room.table(2).holder("timekeeper")))
    assert done == ["DoneSaid", "StepClosed", "LastMinuteCalled"]
    floor = room.table(3).floor
    assert (floor.hurried, floor.closes_at) == (True, room.now + 60_000)
    more = c.AskMoreTime(step=room.step_at(3).key, seat=room.table(3).seats[0])
    assert room.do(more) is Why.NO_MORE_TIME


def test_time_that_the_convener_gives_to_laggards_is_not_taken_back() -> None:
    room = running(Discuss(text="Talk.", minutes=Minutes(plan=9)), people=18)
    for table in (1, 2):
        room.done(room.table(table).holder("timekeeper"))
    assert happened(room.do(c.GiveMoreTime())) == ["MoreTimeGiven"]
    assert room.table(3).floor.closes_at == room.now + 240_000


def test_tables_go_on_at_their_own_pace_and_meet_at_a_step_for_all() -> None:
    room = running(TALK, TALK, Say(text="All.", to="all"), people=8)
    room.done(room.table(1).holder("timekeeper"))
    assert open_floor_steps(room.state) == ["a0-0", "a0-1"]
    for table in (1, 2, 2):
        room.done(room.table(table).holder("timekeeper"))
    assert open_floor_steps(room.state) == ["a0-2"]
    for seat in list(room.state.seats)[:5]:
        room.done(seat)
    assert room.state.phase == "over"


def test_a_pair_talk_and_a_round_of_the_whole_room_have_their_time() -> None:
    room = running(Pair(text="Tell.", to="all"), Round(text="Say.", to="all"), people=8)
    room.run_out()
    assert room.now <= Millis(room.state.ends_at)
    assert room.state.phase == "over"
