"""Nothing waits for people who are not here, and nothing goes on after the end."""

from __future__ import annotations

from hypothesis import given

from tests.laws.living import live
from tests.laws.moves import Life, lives
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import people_here
from thinkcoop.core.session.seating import FEWEST_AT_TABLE


@given(life=lives)
def test_with_nobody_doing_anything_every_room_comes_to_its_end_in_time(life: Life) -> None:
    room = live(life)
    room.run_out()
    state = room.state
    if state.phase == "gathering":
        assert people_here(state) < FEWEST_AT_TABLE or room.now >= state.ends_at
        return
    assert state.phase in {"between", "over"}
    closed = [x for x in room.log if isinstance(x, e.MeetingClosed | e.SessionClosed)]
    assert closed[-1].at <= state.ends_at


@given(life=lives)
def test_only_opening_a_meeting_sets_the_end_of_the_day(life: Life) -> None:
    ends: dict[int, int] = {}
    for room in live(life, each=True):
        assert room.state.ends_at == ends.setdefault(room.state.meeting_at, room.state.ends_at)
