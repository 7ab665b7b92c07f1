"""What the convener and the machine itself can do: nothing needs it but *start*."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, options, small, small_meetings, tea
from thinkcoop.core.kinds import Ask, Ballot, Break, Discuss, Round, Say
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.words import Millis, SeatNo, SessionId, StepId, Why

TALK = Discuss(text="Talk.")
ASK = Ask(text="Which?", options=options("a", "b"))


def opening(starts: int, ends: int) -> c.OpenSession:
    return c.OpenSession(
        session=SessionId("TEA4U"),
        language="en",
        seed=1,
        expected=0,
        starts_at=Millis(starts),
        ends_at=Millis(ends),
        wall_ms=0,
        zone_minutes=0,
        engine="test",
    )


def running(*steps: Say | Ask | Ballot | Break | Discuss | Round, minutes: float = 60) -> Room:
    room = Room(small(tuple(steps))).open(minutes)
    room.join(4)
    room.wait(60)
    return room


@pytest.mark.parametrize(("starts", "ends"), [(-1, 5), (5, 5), (9, 5), (0, 13 * 3_600_000)])
def test_times_that_cannot_be_are_refused(starts: int, ends: int) -> None:
    assert Room().do(opening(starts, ends)) is Why.DOES_NOT_FIT


def test_doors_are_opened_once() -> None:
    room = Room().open()
    assert room.do(opening(0, 60_000)) == ()


def test_a_pause_stops_the_clock_of_the_steps_and_not_the_end_of_the_day() -> None:
    room = running(TALK)
    closes, ends = room.table(1).floor.closes_at, room.state.ends_at
    assert happened(room.do(c.Pause())) == ["Paused"]
    assert room.do(c.Pause()) == ()
    assert alarm(room.state) == ends
    room.now = Millis(room.now + 120_000)
    assert happened(room.do(c.Resume())) == ["Resumed"]
    assert room.do(c.Resume()) == ()
    assert (room.table(1).floor.closes_at, room.state.ends_at) == (closes + 120_000, ends)


def test_a_pause_that_nobody_ends_ends_with_the_day() -> None:
    room = running(TALK, ASK, minutes=10)
    room.do(c.Pause())
    room.run_out()
    assert (room.state.phase, room.now) == ("over", room.state.ends_at)


def test_what_was_lost_in_a_pause_is_taken_from_what_is_still_to_come() -> None:
    room = Room(small((TALK, TALK, TALK))).open(16)
    room.join(4)
    room.wait(60)
    room.do(c.Pause())
    room.now = Millis(room.now + 5 * 60_000)
    room.do(c.Resume())
    room.tick()
    assert [x.reason for x in room.log if type(x).__name__ == "Replanned"] == ["start", "late"]  # type: ignore[union-attr]  # they have one
    room.run_out()
    assert room.now <= room.state.ends_at


def test_before_the_start_nothing_can_be_paused_and_after_the_end_nothing_done() -> None:
    room = Room(small((ASK,))).open()
    assert room.do(c.Pause()) is Why.NOT_NOW
    room.join(4)
    room.run_out()
    assert room.state.phase == "over"
    assert room.do(c.GoOn()) is Why.SESSION_OVER
    assert room.do(c.Reopen(down_ms=Millis(5))) == ()
    assert room.do(c.Tick()) == ()


def test_going_on_ends_what_is_open_and_nobody_has_missed_it() -> None:
    room = running(ASK, Round(text="Say."), Break(text="Rest."))
    assert happened(room.do(c.GoOn()))[0] == "StepClosed"
    assert all(seat.missed == 0 for seat in room.state.seats.values())
    assert happened(room.do(c.GoOn()))[:2] == ["TurnEnded", "StepClosed"]
    room.do(c.Pause())
    assert happened(room.do(c.GoOn()))[:2] == ["Resumed", "StepClosed"]


def test_between_two_meetings_there_is_nothing_to_go_on_with() -> None:
    room = Room(small_meetings(((ASK,),), ((ASK,),))).open()
    room.join(4)
    room.run_out()
    assert room.do(c.GoOn()) is Why.NOT_NOW
    wrong = c.OpenMeeting(starts_in=Millis(0), lasts=Millis(0), wall_ms=0)
    assert room.do(wrong) is Why.DOES_NOT_FIT


def test_a_meeting_is_not_opened_while_another_runs() -> None:
    room = Room(tea()).open()
    again = c.OpenMeeting(starts_in=Millis(0), lasts=Millis(5), wall_ms=0)
    assert room.do(again) is Why.NOT_NOW


def test_the_convener_gives_three_minutes_but_never_beyond_the_end() -> None:
    room = running(TALK, minutes=8)
    closes = room.table(1).floor.closes_at
    room.do(c.GiveMoreTime())
    assert room.table(1).floor.closes_at == min(closes + 180_000, room.state.ends_at)
    room.do(c.GiveMoreTime())
    assert room.table(1).floor.closes_at == room.state.ends_at
    assert room.do(c.GiveMoreTime()) is Why.NO_MORE_TIME


def test_a_rest_does_not_get_longer() -> None:
    room = running(Break(text="Rest."))
    assert room.do(c.GiveMoreTime()) is Why.NO_MORE_TIME


def test_after_a_power_cut_open_steps_get_their_time_back() -> None:
    room = running(Round(text="Say."))
    before = room.table(1).floor
    room.now = Millis(room.now + 200_000)
    assert happened(room.do(c.Reopen(down_ms=Millis(200_000)))) == ["Reopened"]
    after = room.table(1).floor
    assert (after.closes_at, after.turn_until, after.speaker) == (
        before.closes_at + 200_000,
        before.turn_until + 200_000,
        before.speaker,
    )


def test_a_power_cut_in_a_pause_is_part_of_the_pause() -> None:
    room = running(TALK)
    closes = room.table(1).floor.closes_at
    room.do(c.Pause())
    room.now = Millis(room.now + 100_000)
    room.do(c.Reopen(down_ms=Millis(100_000)))
    assert room.table(1).floor.closes_at == closes
    room.do(c.Resume())
    assert room.table(1).floor.closes_at == closes + 100_000


def test_a_power_cut_beyond_the_end_ends_the_day() -> None:
    room = running(TALK, ASK, minutes=10)
    room.now = Millis(room.now + 3_600_000)
    room.do(c.Reopen(down_ms=Millis(3_600_000)))
    assert room.state.phase == "over"


def test_only_the_ballot_that_was_closed_is_counted() -> None:
    room = running(Ballot(text="Shall we?", options=options("yes", "no"), id="vote"), TALK)
    assert room.do(c.CountBallot(step=StepId("vote"), papers=(0,))) == ()


def test_fewer_than_five_votes_leave_only_how_many() -> None:
    room = running(Ballot(text="Shall we?", options=options("yes", "no"), id="vote"), TALK)
    for seat in (1, 2, 3, 4):
        room.answer(seat, 0)
    assert room.state.counts[StepId("vote")].total == 4
    assert room.state.counts[StepId("vote")].counts == ()


def test_guests_at_a_ballot_do_not_hold_it_up_and_do_not_vote() -> None:
    room = Room(small((Ballot(text="Shall we?", options=options("yes", "no")), TALK))).open()
    room.join(4)
    room.join(guest=True)
    room.wait(60)
    assert room.answer(5, 0) is Why.GUESTS_DO_NOT_VOTE
    for seat in (1, 2, 3):
        room.answer(seat, 0)
    assert room.answer(1, 1) is Why.ALREADY_VOTED
    assert happened(room.answer(4, 1))[:2] == ["BallotCast", "StepClosed"]


def test_a_person_who_would_rather_not_vote_is_not_waited_for() -> None:
    room = running(Ballot(text="Shall we?", options=options("yes", "no"), id="vote"), TALK)
    for seat in (1, 2, 3):
        room.answer(seat, 0)
    passed = room.do(c.PassAnswer(seat=SeatNo(4), step=StepId("vote")))
    assert happened(passed)[:2] == ["AnswerPassed", "StepClosed"]
