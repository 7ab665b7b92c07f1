"""Roles: never two at a time, reading only for the willing, and handed round fairly."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.room import Room, small
from thinkcoop.core.kinds import Discuss
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.state import ROLES
from thinkcoop.core.words import SeatNo

TALKS = small(*((Discuss(text=f"Talk {index}."),) for index in range(9)))


@given(reads=st.lists(st.booleans(), min_size=4, max_size=7))
def test_with_the_same_people_all_day_roles_are_handed_round(reads: list[bool]) -> None:
    room = Room(TALKS).open(200)
    for willing in reads:
        room.join(reads=willing)
    room.wait(60)
    while room.state.phase == "running":
        given_now = dict(room.table(1).roles)
        assert len(set(given_now.values())) == len(given_now) == _expected(reads)
        assert "reader" not in given_now or room.seat(given_now["reader"]).reads
        held = [sum(seat.roles.values()) for seat in room.state.seats.values()]
        assert max(held) - min(held) <= 1 or not all(reads)
        room.do(c.GoOn())
    assert room.state.repeated_early == 0


def _expected(reads: list[bool]) -> int:
    able = len(ROLES) if any(reads) else len(ROLES) - 1
    return min(len(reads), able)


@given(
    reads=st.lists(st.booleans(), min_size=5, max_size=7),
    going=st.lists(st.integers(1, 7), max_size=9),
)
def test_a_role_is_passed_on_when_its_holder_goes_and_nobody_else_changes(
    reads: list[bool], going: list[int]
) -> None:
    room = Room(TALKS).open(200)
    for willing in reads:
        room.join(reads=willing)
    room.wait(60)
    for number in going:
        before = dict(room.table(1).roles)
        room.do(c.Leave(seat=SeatNo(number)))
        if room.state.phase != "running":
            return
        after = dict(room.table(1).roles)
        stayed = {role: seat for role, seat in before.items() if seat != number}
        assert {role: after.get(role) for role in stayed} == stayed
        assert len(set(after.values())) == len(after)
        assert room.state.repeated_early == 0
        room.do(c.ComeBack(seat=SeatNo(number)))
