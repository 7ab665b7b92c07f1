"""How somebody voted stands nowhere: not in the log, and on nobody's screen, the voter's too.

Not searched for but proven by comparison: two rooms in which the same people vote, each marking
something else, must be the same in every byte until the papers are counted; and after it, unless
five or more voted and the papers in the box differ.
"""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.checks import every_screen
from tests.room import Room
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import step_of
from thinkcoop.core.words import SeatNo, StepId

Seen = list[list[Screen | Desk]]


def _held_up(marks: list[int]) -> tuple[Room, Seen, int]:
    """The same with answer cards, which a camera reads in two pictures."""
    room = Room().open()
    room.join(len(marks), channel="card")
    seen: Seen = []
    for step in ("most", "together"):
        room.wait_for(step)
        for part in (range(0, len(marks), 2), range(1, len(marks), 2)):
            _picture(room, step, {at + 1: marks[at] if step == "together" else 0 for at in part})
            if not room.state.counts:
                seen.append(every_screen(room.state))
    counted = next(i for i, x in enumerate(room.log) if isinstance(x, e.BallotCounted))
    return room, seen, counted


def _picture(room: Room, step: str, signs: dict[int, int]) -> None:
    shown = (
        c.CardSign(seat=SeatNo(seat), step=StepId(step), sign=sign) for seat, sign in signs.items()
    )
    room.do(c.ReadCards(answer=room.name(), signs=tuple(shown)))


@given(marks=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=4, max_size=9))
def test_what_cards_said_to_a_camera_in_a_vote_is_nowhere_either(
    marks: list[tuple[int, int]],
) -> None:
    one, one_saw, cut = _held_up([mark for mark, _ in marks])
    other, other_saw, _ = _held_up([mark for _, mark in marks])
    assert [type(event) for event in one.log].count(e.BallotCast) == len(marks)
    assert one.log[:cut] == other.log[:cut]
    assert one_saw == other_saw


@given(marks=st.lists(st.integers(0, 1), min_size=4, max_size=9))
def test_who_held_up_what_is_nowhere_after_the_count(marks: list[int]) -> None:
    one, _, _ = _held_up(marks)
    other, _, _ = _held_up(sorted(marks))
    assert (one.log, one.state) == (other.log, other.state)
    assert every_screen(one.state) == every_screen(other.state)


def _voted(marks: list[int], guests: int) -> tuple[Room, Seen, int]:
    """A room that votes, all its screens after each vote, and how long the log was at the count."""
    room = Room().open()
    room.join(len(marks))
    room.join(guests, guest=True)
    room.wait_for("together")
    seen: Seen = []
    for seat, mark in enumerate(marks, 1):
        before = len(room.log)
        room.answer(seat, mark)
        if step_of(room.state, room.state.room) is None or room.state.counts:
            before = next(i for i, x in enumerate(room.log) if isinstance(x, e.BallotCounted))
            break
        seen.append(every_screen(room.state))
    else:
        raise AssertionError("the ballot should have closed with the last vote")
    return room, seen, before


@given(marks=st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=4, max_size=9))
def test_before_the_count_nothing_anywhere_depends_on_what_was_marked(
    marks: list[tuple[int, int]],
) -> None:
    one, one_saw, cut = _voted([mark for mark, _ in marks], guests=1)
    other, other_saw, _ = _voted([mark for _, mark in marks], guests=1)
    assert one.log[:cut] == other.log[:cut]
    assert one_saw == other_saw


@given(marks=st.lists(st.integers(0, 1), min_size=4, max_size=9))
def test_who_marked_what_is_nowhere_after_the_count(marks: list[int]) -> None:
    mixed = sorted(marks)
    one, _, _ = _voted(marks, guests=0)
    other, _, _ = _voted(mixed, guests=0)
    assert Counter(marks) == Counter(mixed)
    assert one.log == other.log
    assert one.state == other.state
    assert every_screen(one.state) == every_screen(other.state)


@given(marks=st.lists(st.integers(0, 1), min_size=4, max_size=4))
def test_below_five_votes_even_the_result_is_nowhere(marks: list[int]) -> None:
    one, _, _ = _voted(marks, guests=2)
    other, _, _ = _voted([0, 0, 0, 0], guests=2)
    one.run_out()
    other.run_out()
    assert (one.log, one.state) == (other.log, other.state)
