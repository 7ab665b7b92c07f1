"""Forms from paper, typed with the keys of a keyboard, with a finger, and over a bad network."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.hall import Hall, wait_until
from tests.browser.people import DESK
from tests.browser.test_access import MEASURE, NARROW, axe
from thinkcoop.core.session.forms import numbers_of, second_due
from thinkcoop.core.session.state import State, TypedAnswer
from thinkcoop.core.words import SeatNo, SessionId
from thinkcoop.web.phrases import PAGE

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

WRITES_ANOTHER_SCRIPT = """([key, code]) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", {key, code, bubbles: true, cancelable: true}))"""
SMALLEST_PX, APART_PX = 56, 12
SCREEN: Any = DESK


class Typist:
    """Somebody with a keyboard at the convener's machine."""

    def __init__(self, page: Page, hall: Hall) -> None:
        self.page, self.hall = page, hall
        self.session: SessionId = hall.open(module="tea", edition="short")
        self.keys = {n: key for key, n in numbers_of(self.state.program).items()}
        page.goto(self.url)

    @property
    def state(self) -> State:
        return self.hall.state(self.session)

    @property
    def url(self) -> str:
        return f"{self.hall.url}/desk/{self.session}/typing"

    def type(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def open(self, number: str) -> None:
        """Type the number of a form; which is suggested is typed over."""
        self.type(*number)
        with self.page.expect_navigation():
            self.type("Enter")

    def keep(self) -> None:
        """Enter on the button that is reached at the end of a form."""
        with self.page.expect_navigation(url=f"{self.url}?saved=*"):
            self.type("Enter")

    def answers(self, number: int) -> dict[int, TypedAnswer]:
        form = self.state.typed[number, SeatNo(0)]
        return {n: form.answers[key] for n, key in self.keys.items() if key in form.answers}


@pytest.fixture
def typist(browser: Browser, hall: Hall) -> Iterator[Typist]:
    context = browser.new_context(viewport=SCREEN)
    yield Typist(context.new_page(), hall)
    context.close()


def test_a_pile_is_typed_without_a_mouse(typist: Typist) -> None:
    for number in range(1, 6):
        typist.open(str(number))
        typist.type("a", "b", "0", "1", "2", "c", "a", "Enter")
        typist.keep()
    assert [typist.answers(number) for number in range(1, 6)] == [
        {1: TypedAnswer((1,)), 2: TypedAnswer((0, 1, 2)), 3: TypedAnswer((2, 0))}
    ] * 5
    [due] = second_due(typist.state)
    typist.open(str(due.number))
    typist.type("a", "0", "1", "2", " ")
    with typist.page.expect_navigation():
        typist.type("Enter")
    assert typist.page.locator("h1").inner_text() == PAGE["typing_differ"]
    assert axe(typist.page) == []
    typist.type("x")
    assert typist.page.locator(".wrong:visible").inner_text() == PAGE["typing_one_of_these"]
    typist.type("2", "1")
    typist.keep()
    assert typist.answers(due.number) == {
        1: TypedAnswer((1,)),
        2: TypedAnswer((0, 1, 2)),
        3: TypedAnswer((2, 0)),
    }
    typed = typist.state.typed[due.number, SeatNo(0)]
    assert (typed.twice, typed.differed) == (True, 2)
    assert axe(typist.page) == []


def test_a_wrong_key_is_told_where_it_was_typed_and_changes_nothing(typist: Typist) -> None:
    typist.open("7")
    typist.type("a", "b", "Backspace", "x")
    wrong = typist.page.locator(".wrong:visible")
    assert wrong.all_inner_texts() == [PAGE["typing_allowed"] % {"keys": "A B C"}]
    assert typist.page.locator("input[name=q1]:checked").input_value() == "b"
    typist.type("3")
    assert wrong.all_inner_texts() == []
    assert typist.page.locator("input[name=q1]:checked").input_value() == "c"


def test_keys_of_a_khmer_keyboard_count_by_their_place_and_its_digits(typist: Typist) -> None:
    typist.open("8")
    for key, code in (("ា", "KeyA"), ("២", "Digit2"), ("០", "Digit0"), ("១", ""), ("២", "")):
        typist.page.evaluate(WRITES_ANOTHER_SCRIPT, [key, code])
    assert typist.page.locator("input[name=q1]:checked").input_value() == "b"
    assert typist.page.locator("input[name=q2]").input_value() == "012"


def test_what_the_network_did_not_take_stays_and_is_sent_again(typist: Typist) -> None:
    typist.open("9")
    typist.type("a", "c", "Enter", "Enter")
    typist.page.context.set_offline(True)
    typist.type("Enter")
    typist.page.locator("#net:not([hidden])").wait_for()
    assert typist.page.locator("#net").inner_text() == PAGE["typing_not_sent"]
    typist.page.context.set_offline(False)
    wait_until(lambda: (9, SeatNo(0)) in typist.state.typed, seconds=10)
    typist.page.wait_for_url(f"{typist.url}?saved=*")
    assert typist.answers(9) == {1: TypedAnswer((2,))}


def test_what_was_typed_is_there_after_a_reload(typist: Typist) -> None:
    typist.open("10")
    typist.type("a", "c", "0", "1")
    typist.page.reload()
    assert typist.page.locator("input[name=q1]:checked").input_value() == "c"
    assert typist.page.locator("input[name=q2]").input_value() == "01"


@pytest.mark.parametrize("width", [320, 360, 1280])
def test_a_form_can_be_tapped_and_axe_finds_nothing(typist: Typist, width: int) -> None:
    typist.page.set_viewport_size({"width": width, "height": NARROW["height"]})
    assert (axe(typist.page), typist.page.evaluate(MEASURE, [SMALLEST_PX, APART_PX])) == ([], [])
    typist.open("11")
    assert (axe(typist.page), typist.page.evaluate(MEASURE, [SMALLEST_PX, APART_PX])) == ([], [])


def test_without_a_script_it_is_an_ordinary_form(browser: Browser, hall: Hall) -> None:
    context = browser.new_context(viewport=SCREEN, java_script_enabled=False)
    typist = Typist(context.new_page(), hall)
    typist.page.fill("#form", "12")
    typist.page.click(".number-row button")
    typist.page.click("label:has(input[name=trade]) >> nth=0")
    typist.page.click("label:has(input[name=q1]) >> nth=2")
    typist.page.fill("input[name=q2]", "010")
    typist.page.click("button.save")
    assert typist.answers(12) == {1: TypedAnswer((2,)), 2: TypedAnswer((0, 1, 0))}
    context.close()
