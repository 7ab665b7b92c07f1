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
from thinkcoop.core.session.asking import step_of

Seen = list[list[Screen | Desk]]


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
            before = next(i for i, x in enumerate(room.log) if type(x).__name__ == "BallotCounted")
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
