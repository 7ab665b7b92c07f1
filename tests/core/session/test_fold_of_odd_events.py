"""A log that was written must always be readable: what makes no sense changes nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.room import Room, options, small
from thinkcoop.core.kinds import Ask, Ballot, Discuss, Round
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import next_step, tally_of, took_part
from thinkcoop.core.session.flow_open import turn_ms
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.roles import repeats_early
from thinkcoop.core.session.rules.answer import speaks_for_table
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo

NOW, T1, T9, NOWHERE = Millis(70_000), TableNo(1), TableNo(9), StepId("nowhere")
ONE, NINE, Q = SeatNo(1), SeatNo(9), AnswerId("q")
AB = options("a", "b")
STEPS = (Ask(text="Which?", options=AB, id="ask"), Ballot(text="Shall we?", options=AB, id="vote"))


@pytest.fixture
def room() -> Room:
    """Four people at the first step."""
    there = Room(small(STEPS)).open()
    there.join(4)
    there.wait(60)
    return there


def answered(step: str, *value: int, seat: int = 1, table: int = 0) -> e.AnswerGiven:
    return e.AnswerGiven(
        at=NOW, seat=SeatNo(seat), table=TableNo(table), step=StepId(step), answer=Q, value=value
    )


ODD: tuple[e.Event, ...] = (
    e.SessionOpened(
        at=NOW,
        session=SessionId("X"),
        module="x",
        version="1",
        digest="",
        edition="x",
        language="en",
        seed=1,
        expected=1,
        starts_at=NOW,
        ends_at=NOW,
        wall_ms=0,
        zone_minutes=0,
        engine="x",
    ),
    e.MeetingOpened(at=NOW, meeting=1, starts_at=NOW, ends_at=NOW, wall_ms=0),
    e.SeatTaken(
        at=NOW,
        answer=Q,
        seat=ONE,
        picture="x",
        trade="x",
        reads=True,
        guest=False,
        language="en",
        channel="phone",
        table=T1,
    ),
    e.SeatPlaced(at=NOW, seat=ONE, table=TableNo(0)),
    e.SeatPlaced(at=NOW, seat=NINE, table=T1),
    e.SeatAway(at=NOW, seat=NINE),
    e.SeatBack(at=NOW, seat=NINE),
    e.DeviceAway(at=NOW, table=T9),
    e.ActivityOpened(at=NOW, stage=5),
    e.ActivityClosed(at=NOW, stage=5, met=0),
    e.RolesGiven(at=NOW, table=T9, roles=()),
    e.StepOpened(at=NOW, table=T9, step=0, closes_at=NOW),
    e.StepOpened(at=NOW, table=T1, step=7, closes_at=NOW),
    e.StepClosed(at=NOW, table=T1, step=1, why="done"),
    e.TurnStarted(at=NOW, table=T1, seat=NINE, until=NOW),
    e.TurnEnded(at=NOW, table=T1, seat=ONE, passed=False),
    e.PairsFormed(at=NOW, table=T1, pairs=((ONE, NINE),), until=NOW),
    e.PairSwitched(at=NOW, table=T9),
    e.HandedOver(at=NOW, table=TableNo(0), seat=ONE),
    e.HandedOver(at=NOW, table=T9, seat=ONE),
    answered("nowhere", 0),
    answered("vote", 0),
    answered("ask", 7),
    answered("ask", 0, seat=9),
    answered("ask", 0, table=9),
    e.DoneSaid(at=NOW, table=T1, seat=ONE, step=1),
    e.NotClearSaid(at=NOW, table=T1, seat=ONE, step=1),
    e.SaidAgain(at=NOW, table=T9, step=0, closes_at=NOW),
    e.MoreTimeGiven(at=NOW, table=T9, step=0, closes_at=NOW),
    e.NarrationStarted(at=NOW, table=T9, step=0, answer=AnswerId("a"), until=NOW, closes_at=NOW),
    e.NarrationStarted(at=NOW, table=T1, step=7, answer=AnswerId("a"), until=NOW, closes_at=NOW),
    e.LastMinuteCalled(at=NOW, table=T9, step=0, closes_at=NOW),
    e.SpokeMarked(at=NOW, table=T1, seat=NINE),
    e.Resumed(at=NOW),
)


@pytest.mark.parametrize("event", ODD, ids=[f"{n}-{type(x).__name__}" for n, x in enumerate(ODD)])
def test_what_makes_no_sense_changes_nothing_but_the_version(room: Room, event: e.Event) -> None:
    before = room.state
    assert fold(before, [event]) == replace(before, version=before.version + 1, at=NOW)


@pytest.mark.parametrize(
    "event",
    [
        e.Paused(at=NOW),
        e.MeetingClosed(at=NOW, meeting=0),
        e.SessionClosed(at=NOW),
        e.ActivityOpened(at=NOW, stage=0),
    ],
)
def test_before_the_doors_are_open_nothing_ends_and_nothing_begins(event: e.Event) -> None:
    empty = start(small(STEPS))
    assert fold(empty, [event]) == replace(empty, version=1, at=NOW)


def test_roles_that_are_none_and_people_who_are_not_there_get_nothing(room: Room) -> None:
    odd = e.RolesGiven(at=NOW, table=T1, roles=(("king", ONE), ("reader", NINE), ("reader", ONE)))
    assert fold(room.state, [odd]).tables[T1].roles == (("reader", ONE),)


def test_a_power_cut_of_negative_length_moves_nothing(room: Room) -> None:
    after = fold(room.state, [e.Reopened(at=NOW, down_ms=Millis(-5_000))])
    assert after.tables == room.state.tables


def test_a_role_is_early_when_somebody_able_goes_without_and_had_less() -> None:
    room = Room(small((Discuss(text="Talk."),), (Discuss(text="Talk."),))).open()
    room.join(7)
    room.wait(60)
    table = room.table(1)
    role, had = table.roles[0]
    assert repeats_early(room.state, table, {had: "recorder"}, had)
    fair = {seat: name for name, seat in table.roles}
    seats = {
        number: replace(seat, roles={"reporter": 1}) for number, seat in room.state.seats.items()
    }
    seats[had] = replace(seats[had], roles={role: 1})
    again = replace(room.state, seats=seats)
    assert repeats_early(again, table, {had: role}, had)
    assert not repeats_early(again, table, {**fair, **dict.fromkeys(seats, "x"), had: role}, had)


def test_before_an_activity_there_is_no_next_step_and_nobody_speaks_for_a_table() -> None:
    room = Room(small(STEPS)).open(starts_in=5)
    room.join(1)
    assert next_step(room.state, -1) is None
    assert not speaks_for_table(room.state, room.seat(1), STEPS[0])


def test_a_turn_without_its_own_length_is_a_fair_share_of_the_time() -> None:
    assert turn_ms(Discuss(text="Talk."), Millis(60_000), 4) == 15_000


def test_a_tables_answer_is_part_of_it_for_all_who_are_there() -> None:
    step = Ask(text="Which?", options=AB, id="ask", to="table")
    room = Room(small((step, Round(text="Say.")))).open()
    room.join(4)
    room.wait(60)
    room.answer(room.table(1).holder("timekeeper"), 1)
    assert took_part(room.state, 0, 0) == {1, 2, 3, 4}
    tally = tally_of(room.state, step, T1)
    assert tally is not None
    assert tally.counts == (0, 1)
    assert tally_of(room.state, step, T9) != tally


def test_going_on_in_a_later_meeting_gives_newcomers_a_table_first() -> None:
    room = Room(small(STEPS)).open(starts_in=5)
    room.do(c.JoinDevice(table=T1))
    room.join(4, table=T1, channel="table")
    seated = fold(room.state, [e.RoomSeated(at=room.now, tables=())])
    room.state = seated
    room.state = fold(
        seated,
        [
            e.SeatTaken(
                at=room.now,
                answer=Q,
                seat=NINE,
                picture="x",
                trade="seller",
                reads=True,
                guest=False,
                language="en",
                channel="phone",
                table=TableNo(0),
            )
        ],
    )
    room.do(c.GoOn())
    assert room.seat(9).table == 1
