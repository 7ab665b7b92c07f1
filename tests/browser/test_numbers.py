"""Numbers that people type: in the digits of their own script, thousands apart as they like.

A browser's own number field (`type=number`) takes no Khmer digits at all.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.hall import TEST_MODULES, Hall, running_hall, wait_until
from tests.browser.people import Person, phone_context
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import SessionId, StepId, Why
from thinkcoop.web.phrases import PAGE, REASONS

COST = StepId("cost")
FIELD = "form.answer input[inputmode=numeric]"
QUESTION = """  - ask: What does your sugar cost in a month?
    id: cost
    again: Say how much money you pay for one month of sugar.
    picture: do-ask
    pick: number
    lowest: 0
    highest: 90000
    unit: riel
  - ask: Which costs you most?
"""


@pytest.fixture(scope="module")
def hall(chromium: object, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hall]:
    """A server whose module asks for a number."""
    modules = tmp_path_factory.mktemp("modules")
    shutil.copytree(TEST_MODULES / "tea", modules / "tea")
    activity = modules / "tea" / "activities" / "t1-the-price-of-sugar.yaml"
    before = activity.read_text("utf-8")
    asked = before.replace("  - ask: Which costs you most?\n", QUESTION)
    assert asked != before
    activity.write_text(asked, "utf-8")
    with running_hall(tmp_path_factory.mktemp("hall"), modules=modules) as open_hall:
        yield open_hall


class Question:
    """A table at the question, one of them with a phone in the hand."""

    def __init__(self, browser: Browser, hall: Hall, *, scripts: bool) -> None:
        self.hall = hall
        self.session: SessionId = hall.open(module="tea", edition="short", expected=4)
        self._visitors = [
            hall.visitor(self.session, each) for each in ("p-bird", "p-frog", "p-sun")
        ]
        context = phone_context(browser, java_script_enabled=scripts)
        self.phone = Person(context, "p-lotus", scripts=scripts)
        self.phone.page.goto(f"{hall.url}/s/{self.session}/")
        self.phone.come_in(picture="p-lotus", trade="I sell tea")
        hall.hurry_to(self.session, COST)
        self.phone.until(lambda sight: sight.form == "number")

    @property
    def counted(self) -> list[tuple[int, ...]]:
        """What the room has of all who answered."""
        return [each.value for each in self.hall.state(self.session).answers.get(COST, {}).values()]

    def type(self, text: str) -> None:
        """Write this into the field, as a thumb does, and send it."""
        field = self.phone.page.locator(FIELD)
        field.fill("")
        field.press_sequentially(text)
        self.phone.send()

    def in_the_field(self) -> str:
        return self.phone.page.locator(FIELD).input_value()

    def close(self) -> None:
        self.phone.context.close()
        for visitor in self._visitors:
            visitor.close()


@pytest.fixture(params=[True, False], ids=["with-scripts", "without-scripts"])
def question(request: pytest.FixtureRequest, browser: Browser, hall: Hall) -> Iterator[Question]:
    made = Question(browser, hall, scripts=request.param)
    yield made
    made.close()


@pytest.fixture
def scripted(browser: Browser, hall: Hall) -> Iterator[Question]:
    made = Question(browser, hall, scripts=True)
    yield made
    made.close()


@pytest.mark.parametrize("text", ["១២ ៥០០", "12,500", "১২৫০০", "១២,៥00"])
def test_a_number_in_any_digits_is_counted(scripted: Question, text: str) -> None:
    scripted.type(text)

    scripted.phone.sees(PAGE["sent"])
    wait_until(lambda: scripted.counted == [(12_500,)])


def test_khmer_digits_are_counted_with_and_without_scripts(question: Question) -> None:
    question.type("១២ ៥០០")

    question.phone.sees(PAGE["sent"])
    assert question.counted == [(12_500,)]


def test_what_was_refused_stands_in_the_field_again(question: Question) -> None:
    question.type("៩១ ០០០")

    question.phone.page.get_by_text(REASONS[Why.NUMBER_OUT_OF_RANGE]).wait_for()
    assert (question.in_the_field(), question.counted) == ("៩១ ០០០", [])

    question.type("៩០ ០០០")
    question.phone.sees(PAGE["sent"])
    assert question.counted == [(90_000,)]


def test_plus_and_minus_go_on_from_what_was_typed(scripted: Question) -> None:
    scripted.phone.page.locator(FIELD).fill("១២ ៥០០")
    scripted.phone.page.locator("[data-add='1']").tap()
    scripted.phone.page.locator("[data-add='1']").tap()
    scripted.phone.page.locator("[data-add='-1']").tap()
    assert scripted.in_the_field() == "12501"


def test_half_a_number_is_kept_when_the_screen_is_drawn_anew(scripted: Question) -> None:
    page = scripted.phone.page
    page.locator(FIELD).press_sequentially("១២")
    page.evaluate("() => { document.querySelector('#screen > article').dataset.old = 1; }")
    scripted.hall.submit(scripted.session, c.GiveMoreTime())
    page.wait_for_function("() => !document.querySelector('#screen > article').dataset.old")
    assert scripted.in_the_field() == "១២"
    page.locator(FIELD).press("End")
    page.locator(FIELD).press_sequentially(" ៥០០")
    scripted.phone.send()
    wait_until(lambda: scripted.counted == [(12_500,)])


def test_letters_are_not_sent(scripted: Question) -> None:
    scripted.type("many")
    assert scripted.phone.page.locator(f"{FIELD}:invalid").count() == 1
    assert (scripted.in_the_field(), scripted.counted) == ("many", [])
