"""Who came and stayed, and how evenly turns and roles went round: counts and spreads, never who."""

from __future__ import annotations

import pytest

from tests.core.figures.process_rooms import begun, first, told
from tests.room import Room, small, small_meetings
from thinkcoop.core.figures.process_parts import People, TurnsHad
from thinkcoop.core.figures.process_spread import Range
from thinkcoop.core.kinds import Discuss, Round
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.summary import summarise
from thinkcoop.core.words import ROOM, Millis, SeatNo, TableNo

TALK = Discuss(id="talk", text="Talk.")
ROUND = Round(text="Say.")


def spoke(room: Room, *seats: int) -> None:
    """The encourager of table 1 notes who has spoken."""
    encourager = room.table(1).holder("encourager")
    for seat in seats:
        key = room.step_at(1).key
        room.do(c.MarkSpoke(step=key, who=SeatNo(seat), seat=encourager, table=ROOM))


# ------------------------------------------------------------------ who came


def test_who_came_how_and_with_which_language_is_told_as_counts() -> None:
    room = Room(small((TALK,))).open(60, expected=9)
    room.join(3)
    room.join(2, channel="card", language="km")
    room.join(1, channel="paper", guest=True)
    room.wait(60)
    assert told(room).people == People(
        expected=9,
        came=6,
        guests=1,
        late=0,
        left=0,
        away_at_most=0,
        by_meeting=(6,),
        channels={"phone": 3, "table": 0, "card": 2, "paper": 1},
        languages={"en": 4, "km": 2},
    )


def test_late_is_who_comes_after_work_has_begun() -> None:
    room = begun((TALK,))
    room.wait(1)
    room.join(2)
    assert (told(room).people.came, told(room).people.late) == (8, 2)


def test_who_said_goodbye_and_came_back_has_not_left() -> None:
    room = begun((TALK,))
    for seat in (1, 2):
        room.do(c.Leave(seat=SeatNo(seat)))
    room.do(c.ComeBack(seat=SeatNo(2)))
    assert told(room).people.left == 1


def test_a_goodbye_after_the_end_is_no_leaving() -> None:
    room = begun((TALK,))
    room.run_out()
    room.do(c.Leave(seat=SeatNo(1)))
    assert told(room).people.left == 0


def test_away_at_most_is_how_many_were_away_at_one_time() -> None:
    room = begun((TALK,))
    for seat in (1, 2, 3):
        room.do(c.LoseTouch(seat=SeatNo(seat)))
    room.do(c.ComeBack(seat=SeatNo(1)))
    room.do(c.LoseTouch(seat=SeatNo(4)))
    room.do(c.Leave(seat=SeatNo(5)))
    assert told(room).people.away_at_most == 3


def test_with_their_device_all_who_share_it_are_away() -> None:
    room = Room(small((TALK,))).open(59, expected=6, starts_in=1)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(5, table=TableNo(1), channel="table")
    room.join(1)
    room.wait(60)
    room.do(c.LoseTouch(table=TableNo(1)))
    assert told(room).people.away_at_most == 5


def test_of_each_meeting_it_is_told_how_many_were_there() -> None:
    room = Room(small_meetings(((TALK,),), ((TALK.model_copy(update={"id": "more"}),),))).open(60)
    room.join(6)
    room.run_out()
    room.do(c.OpenMeeting(starts_in=Millis(0), lasts=room.now, wall_ms=1))
    for seat in (1, 2, 3, 4):
        room.do(c.ComeBack(seat=SeatNo(seat)))
    room.do(c.GoOn())
    room.wait(60)
    assert told(room).people.by_meeting == (6, 4)


# ------------------------------------------------------------------ turns


def test_when_all_had_as_many_turns_it_was_fair() -> None:
    room = begun((ROUND,), (TALK,))
    room.run_out()
    assert first(room).turns == TurnsHad(turns=6, people=6, fairness=1)
    assert told(room).turns == TurnsHad(turns=6, people=6, fairness=1)


def test_each_activity_has_its_own_turns_and_one_without_has_none() -> None:
    room = begun((TALK,), (TALK.model_copy(update={"id": "more"}),))
    spoke(room, 1, 2, 3)
    room.do(c.GoOn())
    found = [each.turns for each in told(room).activities]
    assert found == [TurnsHad(turns=3, people=6, fairness=0.5), None]
    spoke(room, 4, 5, 6)
    assert told(room).turns == TurnsHad(turns=6, people=6, fairness=1)


@pytest.mark.parametrize(("people", "fairness"), [(4, None), (5, 0.2)])
def test_fairness_stands_on_five_people_at_least(people: int, fairness: float | None) -> None:
    room = begun((TALK,), people=people)
    spoke(room, 1)
    assert first(room).turns == TurnsHad(turns=1, people=people, fairness=fairness)
    assert told(room).turns.fairness == fairness


def test_when_nobody_had_a_turn_nothing_is_fair_or_unfair() -> None:
    room = begun((TALK,))
    assert (first(room).turns, told(room).turns) == (
        None,
        TurnsHad(turns=0, people=6, fairness=None),
    )


def test_who_was_there_for_less_than_half_is_not_in_it() -> None:
    room = begun((ROUND, TALK), people=6)
    room.wait_for("talk")
    room.do(c.Leave(seat=SeatNo(1)))
    room.wait(250)
    room.join(1)
    room.run_out()
    assert first(room).turns == TurnsHad(turns=6, people=6, fairness=1)


def test_the_fairness_of_the_day_is_what_a_rehearsal_says() -> None:
    room = begun((ROUND, TALK), (ROUND,), people=11)
    room.wait_for("talk")
    spoke(room, *room.table(1).seats[:3])
    room.do(c.Leave(seat=SeatNo(2)))
    room.run_out()
    summary = summarise(fold(start(room.program), room.log))
    assert summary.turns_gini > 0
    assert told(room).turns.fairness == round(1 - summary.turns_gini, 4)


def test_forms_and_goodbyes_of_the_next_day_do_not_change_who_was_there() -> None:
    room = begun((ROUND,))
    room.run_out()
    before = told(room).turns
    room.wait(24 * 3600)
    room.do(c.TypeForm(form=9, trade="seller", answer=room.name(), fields=()))
    room.do(c.Leave(seat=SeatNo(1)))
    assert told(room).turns == before


# ------------------------------------------------------------------ roles


def test_roles_are_told_by_role_as_a_spread() -> None:
    room = Room(small((TALK,), (TALK.model_copy(update={"id": "more"}),))).open(60)
    room.join(5)
    room.join(1, reads=False)
    room.run_out()
    roles = {each.role: each for each in told(room).roles}
    reader, recorder = roles["reader"], roles["recorder"]
    assert (reader.times, reader.people, recorder.people) == (2, 5, 6)
    assert reader.each == Range(of=5, least=0, median=0, most=1)
    assert (reader.fairness, recorder.fairness) == (0.4, 0.3333)


def test_of_four_people_only_how_often_a_role_was_given_is_told() -> None:
    room = begun((TALK,), people=4)
    reader = told(room).roles[0]
    assert (reader.role, reader.times, reader.people) == ("reader", 1, 4)
    assert (reader.each, reader.fairness) == (None, None)
