"""A phone that reads cards by itself, where the server cannot: js-aruco2 in a real browser."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from tests.browser.hall import Hall, wait_until
from tests.web.card_pictures import picture_of
from thinkcoop.core.cards import Sign
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import on_wall
from thinkcoop.core.words import AnswerId, SeatNo, SessionId, StepId
from thinkcoop.web.assets import has_card_reader

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CARDS: dict[int, Sign] = {1: "A", 2: "B", 3: "C", 4: "A", 5: "B"}
MOOD = StepId("mood")
PATH = StepId("my-stones")


@pytest.fixture
def session(hall: Hall) -> SessionId:
    """Five people with cards, at the first question."""
    made = hall.open(expected=len(CARDS))
    for picture in PEOPLE[: len(CARDS)]:
        seat = c.TakeSeat(
            answer=AnswerId(uuid4().hex),
            picture=picture,
            trade="driver",
            reads=True,
            guest=False,
            channel="card",
        )
        hall.submit(made, seat)
    hall.hurry_to(made, MOOD)
    return made


def answers(hall: Hall, session: SessionId) -> dict[SeatNo, int]:
    given = hall.state(session).answers.get(MOOD, {})
    return {seat: answer.value[0] for seat, answer in given.items()}


@pytest.mark.parametrize("server_reads", [True, False], ids=["server reads", "phone reads"])
def test_a_picture_of_all_cards_is_all_their_answers(
    browser: Browser, hall: Hall, session: SessionId, tmp_path: Path, *, server_reads: bool
) -> None:
    picture = tmp_path / "cards.jpg"
    picture.write_bytes(picture_of(CARDS))
    page = browser.new_context(viewport={"width": 360, "height": 740}, locale="en").new_page()
    with hall.without_card_reader(gone=not server_reads):
        page.goto(f"{hall.url}/desk/{session}/cards")
        page.set_input_files("input[type=file]", str(picture))
        page.wait_for_url("**/cards?all=1")
    assert answers(hall, session) == {1: 0, 2: 1, 3: 2, 4: 0, 5: 1}
    page.context.close()


def test_an_installation_here_has_what_reads_cards_in_a_browser() -> None:
    assert has_card_reader()


def test_on_a_private_path_the_page_turns_to_the_next_question_by_itself(
    browser: Browser, hall: Hall, session: SessionId, tmp_path: Path
) -> None:
    hall.hurry_to(session, PATH)
    wait_until(lambda: on_wall(hall.state(session)) is not None)
    told = hall.state(session).room
    assert not told.item_asks
    hall.hurry_until_just_before(session, told.item_until, 2_000)
    page = browser.new_context(viewport={"width": 360, "height": 740}, locale="en").new_page()
    page.goto(f"{hall.url}/desk/{session}/cards")
    assert page.locator("form.camera").count() == 0
    page.locator("form.camera").wait_for(timeout=10_000)
    picture = tmp_path / "cards.jpg"
    picture.write_bytes(picture_of(CARDS))
    page.set_input_files("input[type=file]", str(picture))
    page.wait_for_url("**/cards?all=1")
    sheets = hall.sheets(session)
    assert {seat: sheet[PATH, told.item] for seat, sheet in sheets.items()} == {
        1: (0,),
        2: (1,),
        3: (2,),
        4: (0,),
        5: (1,),
    }
    page.context.close()
