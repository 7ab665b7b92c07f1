"""The law of the fold, and that no event, however odd, leaves a state without screens."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.laws.any_event import near_events
from tests.laws.checks import every_screen, is_calm, is_sound
from tests.laws.living import live
from tests.laws.moves import Life, lives
from tests.strategies.events import events, logs
from thinkcoop.core.session.events import Event
from thinkcoop.core.session.fold import fold, start


@given(life=lives, cut=st.integers(0, 200))
def test_folding_in_two_goes_is_folding_in_one(life: Life, cut: int) -> None:
    room = live(life)
    first = fold(start(room.program), room.log[:cut])
    assert fold(first, room.log[cut:]) == room.state


@given(log=logs, cut=st.integers(0, 12), life=lives)
def test_folding_anything_in_two_goes_is_folding_it_in_one(
    log: list[Event], cut: int, life: Life
) -> None:
    state = live(life).state
    assert fold(fold(state, log[:cut]), log[cut:]) == fold(state, log)


@given(life=lives, odd=st.lists(st.one_of(near_events, events), max_size=8))
def test_every_event_folds_on_every_state_and_every_state_has_every_screen(
    life: Life, odd: list[Event]
) -> None:
    state = live(life).state
    for event in odd:
        after = fold(state, [event])
        assert (after.version, after.at) == (state.version + 1, max(state.at, event.at))
        every_screen(after)
        state = after


@given(life=lives)
def test_every_state_that_a_room_comes_to_is_calm_and_sound_and_has_every_screen(
    life: Life,
) -> None:
    for room in live(life, each=True):
        is_calm(room)
        is_sound(room.state)
        every_screen(room.state)
