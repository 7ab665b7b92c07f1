"""Coming in, going, losing touch and coming back: none of it ever stops the room."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, options, small, small_meetings, tea
from thinkcoop.core.kinds import Ask, Discuss, Pair, Round, Say, Think
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.words import AnswerId, Millis, SeatNo, TableNo, Why

ROUND = Round(text="Say it.")
ASK = Ask(text="Which?", options=options("a", "b"))


def seat_at(picture: str = "p-hat", **fields: object) -> c.TakeSeat:
    known: dict[str, object] = {
        "answer": AnswerId("mine"), "picture": picture, "trade": "seller", "reads": True,
    }  # fmt: skip  # one row reads better
    return c.TakeSeat(**{**known, **fields})  # type: ignore[arg-type]  # as named


def test_before_the_doors_are_open_there_is_no_session() -> None:
    assert Room().do(seat_at()) is Why.SESSION_UNKNOWN


def test_the_same_request_is_the_same_seat() -> None:
    room = Room().open(starts_in=5)
    assert happened(room.do(seat_at())) == ["SeatTaken"]
    assert room.do(seat_at()) == ()


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (seat_at("p-lotus"), Why.PICTURE_TAKEN),
        (seat_at(trade="astronaut"), Why.NO_SUCH_TRADE),
        (seat_at(table=TableNo(1)), Why.TABLE_UNKNOWN),
    ],
)
def test_what_cannot_be_is_refused(command: c.TakeSeat, why: Why) -> None:
    room = Room().open(starts_in=5)
    room.join()
    assert room.do(command) is why


def test_a_picture_may_be_had_twice_when_all_are_taken() -> None:
    room = Room().open(60, starts_in=5)
    room.join(40)
    assert happened(room.do(seat_at("p-lotus"))) == ["SeatTaken"]


def test_a_full_hall_is_full() -> None:
    room = Room().open(60, starts_in=5)
    room.join(40)
    for number in range(460):
        room.join(picture=f"p{number}")
    assert room.do(seat_at()) is Why.ROOM_FULL


def test_a_table_with_a_device_takes_eight_and_no_two_with_one_picture() -> None:
    room = Room().open(starts_in=5)
    assert happened(room.do(c.JoinDevice(table=TableNo(0)))) == ["DeviceJoined"]
    room.join(7, table=TableNo(1), channel="table")
    again = room.do(seat_at("p-lotus", table=TableNo(1)))
    assert again is Why.PICTURE_TAKEN
    room.join(table=TableNo(1), channel="table")
    assert room.do(seat_at(table=TableNo(1))) is Why.TABLE_FULL


def test_a_device_asks_for_a_table_once_and_for_none_that_cannot_be() -> None:
    room = Room().open(starts_in=5)
    room.do(c.JoinDevice(table=TableNo(3)))
    assert room.do(c.JoinDevice(table=TableNo(3))) == ()
    assert room.do(c.JoinDevice(table=TableNo(81))) is Why.TABLE_UNKNOWN


def test_the_room_begins_when_all_who_are_expected_are_here() -> None:
    room = Room().open(starts_in=5, expected=5)
    room.join(4)
    assert room.state.seated_at is None
    room.join()
    assert room.state.seated_at == 0


def test_the_room_does_not_begin_with_fewer_than_four() -> None:
    room = Room().open()
    room.join(3)
    room.wait(600)
    assert room.phase == "gathering"
    room.join()
    room.wait(60)
    assert room.phase == "running"


def test_the_convener_begins_with_whoever_is_here() -> None:
    room = Room().open(starts_in=5)
    assert room.do(c.GoOn()) is Why.NOT_STARTED
    room.join()
    assert happened(room.do(c.GoOn()))[:3] == ["RoomSeated", "Replanned", "ActivityOpened"]
    assert room.table(1).seats == (1,)


def test_the_convener_need_not_wait_until_everyone_has_found_the_table() -> None:
    room = Room().open()
    room.join(4)
    room.do(c.GoOn())
    assert room.phase == "running"


def test_who_comes_while_people_walk_to_their_tables_gets_one_at_once() -> None:
    room = Room().open()
    room.join(4)
    [late] = room.join()
    assert room.seat(late).table == 1


def test_a_device_that_comes_first_does_not_keep_others_from_being_seated_late() -> None:
    room = Room().open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    [late] = room.join()
    assert room.seat(late).table == 1


def test_nobody_waits_for_a_phone_that_is_out_of_touch() -> None:
    room = Room(small((ASK, ROUND))).open()
    room.join(4)
    room.wait(60)
    for seat in (1, 2, 3):
        room.answer(seat, 0)
    assert "StepClosed" in happened(room.do(c.LoseTouch(seat=SeatNo(4))))


def test_the_speaker_who_leaves_is_passed_over_and_the_turn_counts_for_nothing() -> None:
    room = Room(small((ROUND,))).open()
    room.join(4)
    room.wait(60)
    assert room.table(1).floor.speaker == 1
    assert happened(room.do(c.Leave(seat=SeatNo(1)))) == [
        "SeatLeft",
        "RolesGiven",
        "TurnEnded",
        "TurnStarted",
    ]
    assert room.seat(1).turns == 0


def test_a_goodbye_is_said_once_and_may_be_taken_back() -> None:
    room = Room().open()
    room.join(5)
    room.do(c.Leave(seat=SeatNo(5)))
    assert room.do(c.Leave(seat=SeatNo(5))) == ()
    assert room.do(c.LoseTouch(seat=SeatNo(5))) == ()
    assert happened(room.do(c.ComeBack(seat=SeatNo(5)))) == ["SeatBack"]
    assert room.do(c.ComeBack(seat=SeatNo(5))) == ()


@pytest.mark.parametrize("command", [c.Leave, c.ComeBack, c.LoseTouch])
def test_a_seat_that_nobody_took_cannot_come_or_go(command: type[c.Leave]) -> None:
    room = Room().open()
    assert room.do(command(seat=SeatNo(9))) is Why.SEAT_UNKNOWN


def test_somebody_who_left_before_tables_were_given_gets_one_on_coming_back() -> None:
    room = Room().open(starts_in=1)
    room.join(5)
    room.do(c.Leave(seat=SeatNo(5)))
    room.wait(120)
    assert room.seat(5).table == 0
    assert happened(room.do(c.ComeBack(seat=SeatNo(5)))) == ["SeatBack", "SeatPlaced"]


def test_the_people_of_a_device_are_here_as_long_as_it_is() -> None:
    room = Room(small((ASK, ROUND))).open()
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(2, table=TableNo(1), channel="table")
    room.join(2)
    room.wait(60)
    room.answer(3, 0)
    room.answer(4, 0)
    assert room.do(c.LoseTouch(seat=SeatNo(1))) == ()
    assert "StepClosed" in happened(room.do(c.LoseTouch(table=TableNo(1))))
    assert room.do(c.LoseTouch(table=TableNo(1))) == ()
    assert happened(room.do(c.ComeBack(table=TableNo(1)))) == ["DeviceBack"]
    assert room.do(c.ComeBack(table=TableNo(1))) == ()
    assert room.do(c.LoseTouch(table=TableNo(5))) is Why.TABLE_UNKNOWN
    assert room.do(c.ComeBack(table=TableNo(5))) is Why.TABLE_UNKNOWN


def test_with_the_network_of_the_room_down_the_wall_leads_by_the_clock() -> None:
    room = Room(
        small((ROUND, ASK, Say(text="Well done."))),
    ).open(60)
    room.join(5)
    room.wait(60)
    for seat in room.state.seats:
        room.do(c.LoseTouch(seat=seat))
    floor = room.table(1).floor
    assert (floor.open, room.step_at(1).kind) == (True, "round")
    room.run_out()
    assert room.now == Millis((1 + 5 + 1 + 1) * 60_000)
    assert room.phase == "over"


def test_a_round_in_which_everybody_dozes_takes_its_time() -> None:
    room = Room(small((ASK, ASK, ROUND))).open(60)
    room.join(4)
    room.wait(60 + 60 + 60)
    assert all(seat.missed == 2 for seat in room.state.seats.values())
    assert room.step_at(1).kind == "round"
    assert room.table(1).floor.speaker == 0
    room.done(2)
    assert room.table(1).floor.speaker == 2


def test_when_everyone_said_goodbye_the_session_is_over() -> None:
    room = Room(small((ROUND,))).open()
    room.join(4)
    room.wait(60)
    for seat in (1, 2, 3):
        room.do(c.Leave(seat=SeatNo(seat)))
    assert "SessionClosed" in happened(room.do(c.Leave(seat=SeatNo(4))))


def test_when_everyone_said_goodbye_today_there_is_still_another_day() -> None:
    room = Room(small_meetings(((ROUND,),), ((ASK,),))).open()
    room.join(4)
    room.wait(60)
    for seat in (1, 2, 3, 4):
        room.do(c.Leave(seat=SeatNo(seat)))
    assert room.phase == "between"


def test_a_late_pair_of_hands_waits_outside_the_pairs() -> None:
    room = Room(small((Pair(text="Tell."),))).open()
    room.join(5)
    room.wait(60)
    assert room.table(1).floor.pairs == ((1, 2), (3, 4, 5)) or len(room.table(1).floor.pairs) == 2
    [late] = room.join()
    assert all(late not in pair for pair in room.table(1).floor.pairs)
    assert happened(room.done(late)) == ["DoneSaid"]


def test_at_a_table_of_one_the_pair_is_one() -> None:
    room = Room(small((Pair(text="Tell."),))).open(starts_in=5)
    room.join()
    room.do(c.GoOn())
    assert room.table(1).floor.pairs == ((1,),)
    assert happened(room.done(1)) == ["DoneSaid", "PairSwitched"]


def test_a_newcomer_who_walks_to_the_table_is_not_waited_for_yet() -> None:
    room = Room(small((ASK, ROUND))).open()
    room.join(4)
    room.wait(60)
    [late] = room.join()
    assert room.seat(late).finding
    for seat in (1, 2, 3):
        room.answer(seat, 0)
    assert "StepClosed" in happened(room.answer(4, 0))
    assert not room.seat(late).finding


def test_somebody_who_answers_has_found_the_table() -> None:
    room = Room(small((ASK, ROUND))).open()
    room.join(4)
    room.wait(60)
    [late] = room.join()
    room.answer(late, 1)
    assert not room.seat(late).finding


def test_a_role_goes_to_somebody_awake_before_somebody_asleep() -> None:
    room = Room(small((Discuss(text="Talk."),))).open()
    room.join(7)
    room.wait(60)
    holders = dict(room.table(1).roles)
    free = set(room.table(1).seats) - set(holders.values())
    room.do(c.Leave(seat=holders["timekeeper"]))
    assert room.table(1).holder("timekeeper") in free


def test_tea_for_two_days_keeps_seats_and_takes_newcomers() -> None:
    room = Room(tea("two-days")).open(9)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(2, table=TableNo(1), channel="table")
    room.join(4)
    room.run_out()
    assert room.phase == "between"
    room.do(c.LoseTouch(seat=SeatNo(3)))
    again = c.OpenMeeting(starts_in=Millis(600_000), lasts=Millis(600_000), wall_ms=1)
    assert happened(room.do(again)) == ["MeetingOpened"]
    assert room.do(again) == ()
    assert not room.table(1).device_here
    assert room.seat(1).status == "here"
    assert room.seat(4).status == "away"
    room.do(c.ComeBack(table=TableNo(1)))
    for seat in (4, 5):
        room.do(c.ComeBack(seat=SeatNo(seat)))
    room.join()
    room.wait(661)
    assert room.phase == "running"
    assert room.seat(7).table != 0
    assert [x.tables for x in room.log if isinstance(x, e.RoomSeated)][-1] == ()


def test_a_meeting_for_which_nobody_came_in_time_is_opened_anew() -> None:
    room = Room(tea("two-days")).open(9)
    room.join(3)
    room.wait(3_600)
    room.join()
    assert room.do(c.GoOn()) is Why.NOT_STARTED
    assert room.phase == "gathering"
    again = c.OpenMeeting(starts_in=Millis(0), lasts=Millis(540_000), wall_ms=1)
    assert happened(room.do(again)) == ["MeetingOpened"]
    assert room.state.meeting == 0
    for seat in (1, 2, 3, 4):
        room.do(c.ComeBack(seat=SeatNo(seat)))
    room.wait(60)
    assert room.phase == "running"


def test_when_an_activity_begins_a_table_of_two_joins_the_others_and_is_told_where() -> None:
    room = Room(small((Think(text="One."),), (Think(text="Two."),))).open(
        10, expected=12, starts_in=5
    )
    for _ in range(12):
        room.join()
    room.wait(60)
    stay, leaving = room.table(2).seats[:2], room.table(2).seats[2:]
    for number in leaving:
        room.do(c.Leave(seat=number))
    room.do(c.GoOn())
    assert [room.seat(n).table for n in stay] == [1, 1]
    assert [phone_screen(room.state, n).kind for n in stay] == ["seated", "seated"]


def test_when_an_activity_begins_a_table_that_grew_too_large_is_split() -> None:
    room = Room(small((Think(text="One."),), (Think(text="Two."),))).open(10)
    for _ in range(18):
        room.join()
    room.wait(60)
    room.do(c.GoOn())
    sizes = [len(table.seats) for table in room.state.tables.values()]
    assert sizes == [4, 4, 5, 5]


def test_when_nearly_all_slept_the_first_answer_does_not_close_the_question() -> None:
    questions = tuple(Ask(id=f"q{n}", text="Well?", pick="scale") for n in range(3))
    room = Room(small(questions)).open(30, expected=6, starts_in=5)
    for _ in range(6):
        room.join()
    room.wait(60)
    while room.open_steps() != {"q2"}:
        room.wait(30)
    answer = c.GiveAnswer(seat=SeatNo(1), step=questions[2].key, answer=AnswerId("a"), value=(0,))
    room.do(answer)
    assert room.open_steps() == {"q2"}
