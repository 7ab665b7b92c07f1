from __future__ import annotations

from dataclasses import replace

from tests.core.paper.rooms import SEATS, room
from thinkcoop.core.kinds.decide import Told
from thinkcoop.core.screens.parts import take_home_button
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session.state import Floor, State
from thinkcoop.core.words import ROOM


def told(part: str) -> State:
    """The room while that part of the decision is told."""
    state = room(phase="running", stage=0)
    steps = state.program.stages[0].steps
    at = next(at for at, step in enumerate(steps) if isinstance(step, Told) and step.part == part)
    return replace(state, room=Floor(number=ROOM, step=at, open=True))


def test_the_end_of_the_day_and_of_a_meeting_lead_to_the_page() -> None:
    assert phone_screen(room(), SEATS[0]).buttons == (take_home_button(main=True),)
    assert phone_screen(room(phase="between"), SEATS[0]).buttons == (take_home_button(),)


def test_the_outcome_leads_to_the_page_and_other_parts_do_not() -> None:
    outcome, after = told("outcome"), told("next")
    acts = [button.act for button in phone_screen(outcome, SEATS[0]).buttons]
    assert acts == ["done", "page"]
    assert "page" not in [button.act for button in phone_screen(after, SEATS[0]).buttons]


def test_the_wall_has_nothing_to_tap() -> None:
    assert wall_screen(room()).buttons == ()
