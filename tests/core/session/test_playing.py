"""Rounds of games at tables: who plays, what is settled when, and that nobody can stop a round."""

from __future__ import annotations

import pytest

from tests.laws.checks import every_screen
from tests.room import Room, happened, tea
from thinkcoop.core.games.bargaining import Bargaining
from thinkcoop.core.games.base import Played
from thinkcoop.core.kinds import Move, Seen
from thinkcoop.core.screens.form import form_of
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.play import seen_charts
from thinkcoop.core.screens.screen import Chart
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.playing import history
from thinkcoop.core.words import ROOM, AnswerId, SeatNo, StepId, TableNo, Why

FIRST = "pot-silent-1"
LAST = "pot"


def at_round(round_step: str = FIRST, *, people: int = 5, seed: int = 7) -> Room:
    """A room of one table in which this round is open."""
    room = Room(tea("game")).open(60, seed=seed)
    room.join(people)
    room.wait_for(round_step)
    return room


def taken(room: Room) -> list[e.MovesTaken]:
    """All rounds that are over, in order."""
    return [event for event in room.log if isinstance(event, e.MovesTaken)]


def charts(room: Room, step: str, table: int = 1) -> tuple[Chart, ...]:
    """What everyone at a table sees of a round."""
    seen = room.program.step(StepId(step))
    assert isinstance(seen, Seen)
    return seen_charts(room.state, seen, TableNo(table))


def test_a_game_unfolds_into_steps_whose_names_are_all_different() -> None:
    names = [step.id for stage in tea("game").stages for step in stage.steps]
    assert len(set(names)) == len(names)
    assert names[:12] == [
        "pot-0",
        "pot-silent-1-say",
        "pot-silent-1",
        "pot-silent-1-see",
        "pot-silent-2",
        "pot-silent-2-see",
        "pot-talk-1-talk",
        "pot-talk-1",
        "pot-talk-1-see",
        "pot",
        "pot-check-see",
        "pot-after-1",
    ]


def test_a_round_is_settled_when_all_have_moved() -> None:
    room = at_round()
    for seat in range(1, 5):
        assert happened(room.answer(seat, seat)) == ["AnswerGiven"]
    assert happened(room.answer(5, 10))[:3] == ["AnswerGiven", "MovesTaken", "StepClosed"]
    [settled] = taken(room)
    assert (settled.table, settled.step, settled.players, settled.moves, settled.draws) == (
        1,
        FIRST,
        (1, 2, 3, 4, 5),
        (1, 2, 3, 4, 10),
        (),
    )


def test_whoever_makes_no_move_makes_the_usual_one() -> None:
    room = at_round()
    room.answer(2, 7)
    room.wait_for("pot-silent-1-see")
    [settled] = taken(room)
    assert (settled.players, settled.moves) == ((1, 2, 3, 4, 5), (0, 7, 0, 0, 0))


def test_a_player_who_leaves_in_the_middle_is_not_waited_for_and_a_move_made_counts() -> None:
    room = at_round()
    room.answer(1, 10)
    room.do(c.Leave(seat=SeatNo(1)))
    room.do(c.Leave(seat=SeatNo(2)))
    for seat in (3, 4):
        room.answer(seat, 5)
    assert "MovesTaken" in happened(room.answer(5, 5))
    [settled] = taken(room)
    assert (settled.players, settled.moves) == ((1, 3, 4, 5), (10, 5, 5, 5))


def test_what_a_round_came_to_does_not_change_when_people_come_or_go() -> None:
    room = at_round()
    for seat in range(1, 6):
        room.answer(seat, 4)
    before = charts(room, "pot-silent-1-see")
    room.do(c.Leave(seat=SeatNo(3)))
    room.join(1)
    assert charts(room, "pot-silent-1-see") == before


def test_nobody_sees_a_move_before_all_are_in() -> None:
    generous, stingy = at_round(), at_round()
    generous.answer(1, 10)
    stingy.answer(1, 0)
    others = [SeatNo(number) for number in range(2, 6)]
    assert [phone_screen(generous.state, seat) for seat in others] == [
        phone_screen(stingy.state, seat) for seat in others
    ]
    assert table_screen(generous.state, TableNo(1)) == table_screen(stingy.state, TableNo(1))


@pytest.mark.parametrize("people", [4, 7, 8])
def test_a_table_of_any_size_plays_to_the_end(people: int) -> None:
    room = Room(tea("game")).open(60)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(people, table=TableNo(1), channel="table")
    room.run_out()
    assert [event.step for event in taken(room)] == [FIRST, "pot-silent-2", "pot-talk-1", LAST]
    assert {len(event.players) for event in taken(room)} == {people}


def test_a_table_that_grew_to_nine_plays_as_one() -> None:
    room = at_round(people=12)
    moved = [seat for seat in room.state.seats if seat not in room.table(1).seats]
    crowd = moved[: 9 - len(room.table(1).seats)]
    placed = [e.SeatPlaced(at=room.now, seat=seat, table=TableNo(1)) for seat in crowd]
    room.state = fold(room.state, placed)
    room.do(c.GoOn())
    settled = next(event for event in taken(room) if event.table == 1)
    assert len(settled.players) == 9
    assert charts(room, "pot-silent-1-see") != ()


def test_a_table_of_two_plays_as_well() -> None:
    room = at_round(people=4)
    room.do(c.Leave(seat=SeatNo(3)))
    room.do(c.Leave(seat=SeatNo(4)))
    room.answer(1, 10)
    room.answer(2, 10)
    [settled] = taken(room)
    assert (settled.players, settled.moves) == ((1, 2), (10, 10))


def test_the_same_move_sent_twice_is_one() -> None:
    room = at_round()
    move = c.GiveAnswer(seat=SeatNo(1), step=StepId(FIRST), answer=AnswerId("twice"), value=(3,))
    assert happened(room.do(move)) == ["AnswerGiven"]
    assert room.do(move) == ()


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ((11,), Why.NUMBER_OUT_OF_RANGE),
        ((-1,), Why.NUMBER_OUT_OF_RANGE),
        ((10**12,), Why.NUMBER_OUT_OF_RANGE),
        ((), Why.NOT_AN_ANSWER),
        ((1, 2), Why.NOT_AN_ANSWER),
    ],
)
def test_what_is_no_move_is_refused_and_changes_nothing(value: tuple[int, ...], why: Why) -> None:
    room = at_round()
    before = room.state
    assert room.answer(1, *value) == why
    assert room.state == before


def test_going_on_settles_the_round_as_it_stands() -> None:
    room = at_round()
    room.answer(4, 9)
    assert "MovesTaken" in happened(room.do(c.GoOn()))
    assert taken(room)[0].moves == (0, 0, 0, 9, 0)


def test_what_is_shown_is_skipped_where_nobody_played() -> None:
    room = at_round()
    for number in range(1, 6):
        room.do(c.LoseTouch(seat=SeatNo(number)))
    room.run_out()
    assert room.phase == "over"
    assert taken(room) == []


def test_a_settled_round_that_cannot_be_is_not_taken_into_the_history() -> None:
    room = at_round()
    odd = e.MovesTaken(
        at=room.now,
        table=TableNo(1),
        step=StepId(FIRST),
        players=(SeatNo(1), SeatNo(1)),
        moves=(3, 4),
        draws=(),
    )
    assert history(fold(room.state, [odd]), "pot", TableNo(1), before=9) == ()


def test_the_history_of_a_table_is_what_was_played_there() -> None:
    room = at_round()
    for seat in range(1, 6):
        room.answer(seat, 2)
    assert history(room.state, "pot", TableNo(1), before=9) == (
        Played(round="silent-1", players=(1, 2, 3, 4, 5), moves=(2, 2, 2, 2, 2)),
    )
    assert history(room.state, "pot", ROOM, before=9) == ()


def test_every_place_has_a_screen_in_every_round() -> None:
    room = at_round()
    seen = set()
    while "pot-after-1" not in room.open_steps():
        seen |= {getattr(screen, "kind", "desk") for screen in every_screen(room.state)}
        room.tick()
    assert seen >= {"ask", "show", "discuss", "desk"}


def test_when_all_pass_the_round_goes_on_with_the_usual_moves() -> None:
    room = at_round()
    for seat in range(1, 6):
        room.do(c.PassAnswer(seat=SeatNo(seat), step=StepId(FIRST)))
    [settled] = taken(room)
    assert settled.moves == (0, 0, 0, 0, 0)


def test_an_offer_begins_with_nothing_and_beans_with_all_kept() -> None:
    wish = Move(id="offer", text="Your offer?", game="hotel", at=0, rules=Bargaining(), to="alone")
    pot = tea("game").step(StepId(FIRST))
    assert pot is not None
    forms = [form_of(step, None) for step in (wish, pot)]
    assert [(form.kind, form.number) for form in forms if form is not None] == [
        ("money", None),
        ("heap", 0),
    ]
