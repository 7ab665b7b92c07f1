"""Nobody can read an open question's answers anywhere: not what others said, not by and by.

The page of the group is open to everyone who knows the code, at any time. Whoever reloads it while
the neighbour taps must see nothing move.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.paper.rooms import program
from tests.laws.living import ASKED, two_tables
from tests.laws.moves import Move, good_item, good_value, make
from tests.room import Room, options, small, tea
from thinkcoop.core.kinds import Move as Game
from thinkcoop.core.kinds import Path
from thinkcoop.core.kinds.decide import Decide, Together
from thinkcoop.core.paper import group_page
from thinkcoop.core.paper.document import Document, Shown
from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Screen, Text
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import deciding
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import is_closed, walked
from thinkcoop.core.words import ROOM, AnswerId, SeatNo, StepId, TableNo, Why

CLOSING = (e.StepClosed, e.ActivityClosed, e.MeetingClosed, e.SessionClosed)
AT_TABLES = tuple(step.id for step in program().by_key.values() if step.to == "table")
TAPS = ("answer", "answer", "answer", "pass", "skip", "previous", "question", "done")

taps: st.SearchStrategy[Move] = st.builds(
    Move,
    verb=st.sampled_from(TAPS),
    a=st.integers(0, 60),
    b=st.integers(0, 60),
    after=st.sampled_from((0, 0, 700)),
)


def page(room: Room) -> Document:
    return group_page(room.state, language="en")


@pytest.mark.parametrize("shown", [True, False])
@given(step=st.sampled_from(ASKED), lived=st.lists(taps, min_size=1, max_size=12))
def test_whatever_is_tapped_the_groups_page_waits_until_a_step_is_closed(
    shown: bool,  # noqa: FBT001 - both kinds of promises and of reasons
    step: str,
    lived: list[Move],
) -> None:
    room = two_tables(step, like=shown)
    for move in lived:
        command = make(room, move)
        before = page(room)
        happened = room.do(command)
        if isinstance(happened, Why) or not any(isinstance(each, CLOSING) for each in happened):
            assert page(room) == before


def seen_by_others(room: Room, answered: set[SeatNo]) -> list[Screen | Desk | Document]:
    """The wall, the desk, the devices, the group's page, and the phones that did not answer yet."""
    state = room.state
    return [
        page(room),
        wall_screen(state),
        desk(state, state.at),
        *(table_screen(state, table) for table in state.tables),
        *(phone_screen(state, seat) for seat in state.seats if seat not in answered),
    ]


def proper(room: Room, seat: int, b: int) -> tuple[int, ...]:
    """A proper answer of this person to what is asked now."""
    step = room.step_at(room.seat(seat).table)
    if not isinstance(step, Path):
        return good_value(step, b)
    done = walked(room.state, step, SeatNo(seat)).done
    return good_item(step.items[done % len(step.items)], b)


@given(
    step=st.sampled_from(sorted(set(ASKED) - set(AT_TABLES))),
    given_by=st.lists(st.tuples(st.integers(1, 10), st.integers(0, 30), st.integers(0, 30))),
)
def test_nobody_sees_what_another_answers_before_the_step_is_closed(
    step: str, given_by: list[tuple[int, int, int]]
) -> None:
    one, other = two_tables(step), two_tables(step)
    answered: set[SeatNo] = set()
    for seat, here, there in given_by:
        if one.step_at(one.seat(seat).table).id != step:
            return
        happened = one.answer(seat, *proper(one, seat, here))
        other.answer(seat, *proper(other, seat, there))
        answered.add(SeatNo(seat))
        if not isinstance(happened, Why) and any(isinstance(each, CLOSING) for each in happened):
            return
        assert seen_by_others(one, answered) == seen_by_others(other, answered)


def answers_of(room: Room, table: int, *value: int) -> None:
    for seat in room.table(table).seats:
        room.answer(seat, *value)


def parts(room: Room) -> int:
    return len(page(room).parts)


def test_a_question_is_told_when_the_last_table_has_closed_it() -> None:
    room = two_tables("reasons-for")
    before = parts(room)
    answers_of(room, 1, 0)
    assert (room.step_at(1).id, parts(room)) == ("reasons-against", before)
    answers_of(room, 2, 1)
    assert (room.step_at(2).id, parts(room)) == ("reasons-against", before + 1)


def test_a_table_that_everybody_left_is_not_waited_for() -> None:
    room = two_tables("reasons-for")
    before = parts(room)
    answers_of(room, 1, 0)
    for seat in room.table(2).seats:
        room.do(c.Leave(seat=seat))
    assert parts(room) == before + 1


def test_a_round_of_a_game_is_told_when_the_last_table_has_played_it() -> None:
    first = next(step for step in program().by_key.values() if isinstance(step, Game))
    room = two_tables(first.id)
    before = parts(room)
    answers_of(room, 1, 4)
    assert list(room.state.moves[first.key]) == [TableNo(1)]
    assert (parts(room), is_closed(room.state, first.key)) == (before, False)
    answers_of(room, 2, 2)
    assert (parts(room), is_closed(room.state, first.key)) == (before + 1, True)


def test_a_question_for_the_box_is_told_when_the_activity_is_over() -> None:
    room = two_tables("reasons-for")
    put = c.PutQuestion(
        answer=AnswerId("asked123"), seat=SeatNo(1), about="money", text="Who pays?"
    )
    room.do(put)
    told = Shown(text=Text("Who pays?"), picture="coins")
    assert [told in part.blocks for part in page(room).parts if told in part.blocks] == []
    room.run_out()
    assert [told in part.blocks for part in page(room).parts if told in part.blocks] == [True]


def test_nothing_is_decided_before_the_objections_are_counted() -> None:
    module = tea().module
    parts: tuple[Together, ...] = ("vote-again", "object", "outcome")
    both = {"object": options("fine", "against")}
    steps = [
        Decide(id=part, text=f"Now {part}.", parts=(part,), options=both.get(part, ()))
        for part in parts
    ]
    room = Room(small(tuple(each for step in steps for each in step.unfold(module)))).open(60)
    room.join(5)
    room.wait_for("vote-again")
    found = []
    for value in (2, 0):
        for seat in range(1, 6):
            room.answer(seat, value)
        votes = deciding.votes(room.state)
        assert votes is not None
        found.append((room.step_at(ROOM).id, votes.agreed is not None))
    assert found == [("object", False), ("outcome", True)]


def test_a_step_of_another_program_is_never_closed() -> None:
    assert is_closed(Room(program()).open().state, StepId("nowhere")) is False
