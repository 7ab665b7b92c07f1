"""Forms of games and of the private path under a finger: what is tapped is what would be sent.

No server runs: the pages come from the templates, and their styles and scripts from memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest

from tests.web.made_up.games import GAMES
from tests.web.samples import MODULE, PHONE
from thinkcoop.core.screens.screen import Screen
from thinkcoop.web.assets import asset
from thinkcoop.web.render import page as whole_page
from thinkcoop.web.render import screen_html, translator

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://games.test"
SENT = "form => Array.from(new FormData(form)).map(pair => pair.join('='))"
WORDS = translator("en", MODULE)
SPOKEN = """() => {
  window.spoken = [];
  window.SpeechSynthesisUtterance = function (text) { this.text = text; };
  Object.defineProperty(window, "speechSynthesis", {value: {
    getVoices: () => [{localService: true, lang: "en"}], cancel() {},
    speak(what) { window.spoken.push(what.text); },
  }});
}"""


class Phone:
    """A phone in somebody's hand that shows one screen of a game."""

    def __init__(self, browser: Browser, *, scripts: bool = True) -> None:
        context = browser.new_context(
            viewport={"width": 360, "height": 740}, java_script_enabled=scripts
        )
        self.page: Page = context.new_page()
        self.page.add_init_script(f"({SPOKEN})()")
        self.page.route(f"{ADDRESS}/**", self._fulfil)
        self._shown = ""

    def look(self, shown: Screen) -> Page:
        """Show this screen."""
        inside = screen_html(shown, "phone", WORDS, "0" * 32)
        self._shown = whole_page("phone", WORDS, **{**PHONE, "screen": inside})
        self.page.goto(f"{ADDRESS}/")
        return self.page

    def sent(self) -> list[str]:
        """What the answer would be, without what goes along by itself."""
        fields: list[str] = self.page.locator("form.answer").evaluate(SENT)
        return [each for each in fields if each.split("=")[0] not in ("answer", "step", "n")]

    def _fulfil(self, route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix("/")
        found = asset(path.removeprefix("static/"))
        if found is None:
            return route.fulfill(body=self._shown, content_type="text/html; charset=utf-8")
        return route.fulfill(body=found.plain, content_type=found.kind)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Phone]:
    made = Phone(browser)
    yield made
    made.page.context.close()


@pytest.fixture
def plain_phone(browser: Browser) -> Iterator[Phone]:
    """A phone whose browser runs no scripts."""
    made = Phone(browser, scripts=False)
    yield made
    made.page.context.close()


def shape(form: str, **more: Any) -> Screen:  # noqa: ANN401 - fields of a form
    """A game's screen, its form changed."""
    shown = GAMES[form]
    assert shown.form
    return replace(shown, form=replace(shown.form, **more))


def beans_seen(page: Page, where: str) -> int:
    return page.locator(f"{where} .beans i:visible").count()


def test_beans_go_into_the_pot_and_back(phone: Phone) -> None:
    page = phone.look(GAMES["heap"])
    pot, own = page.locator(".two-heaps .tile").all()
    own.click()
    own.click()
    pot.click()
    assert phone.sent() == ["v=4"]
    assert [pot.locator(".count").inner_text(), own.locator(".count").inner_text()] == ["4", "6"]
    assert [beans_seen(page, f".two-heaps .tile:nth-child({n})") for n in (1, 2)] == [4, 6]


def test_no_more_goes_in_than_there_is(phone: Phone) -> None:
    phone.look(shape("heap", highest=4, number=3))
    own = phone.page.locator(".two-heaps .tile").last
    for _ in range(3):
        own.click()
    assert phone.sent() == ["v=4"]


def test_all_beans_are_laid_before_they_can_be_sent(phone: Phone) -> None:
    page = phone.look(shape("beans", at_most=6))
    send = page.locator("form.answer .b.main")
    more = page.locator(".lay .tile")
    assert send.is_disabled()
    assert page.locator(".left .count").inner_text() == "2"
    more.nth(5).click()
    more.nth(0).click()
    more.nth(2).click()  # none is left for this one
    assert send.is_enabled()
    assert phone.sent() == ["item=4", "v0=4", "v1=0", "v2=1", "v3=0", "v4=0", "v5=1"]
    page.locator(".lay li").nth(0).locator(".b").click()
    assert send.is_disabled()
    assert beans_seen(page, ".left") == 1


def test_a_story_is_seen_before_anything_is_sent(phone: Phone) -> None:
    page = phone.look(GAMES["stones"])
    stories = page.locator(".pick .tell")
    assert [story.is_visible() for story in stories.all()] == [False, False]
    page.locator(".pick input").nth(2).check()
    assert [story.is_visible() for story in stories.all()] == [False, True]
    assert phone.sent() == ["item=5", "v=2"]


def test_a_story_has_a_speaker_of_its_own(phone: Phone) -> None:
    page = phone.look(GAMES["stones"])
    page.locator(".pick input").nth(1).check()
    page.locator(".pick .hear:visible").click()
    page.locator(".say .hear").click()
    story, everything = page.evaluate("window.spoken")
    assert story == "Dara said not yet. She asked her family first. A month later she knew more."
    assert story in everything
    assert "Sok said no" not in everything


def test_both_sides_of_a_way_are_read_aloud(phone: Phone) -> None:
    page = phone.look(GAMES["way"])
    page.locator(".say .hear").click()
    [said] = page.evaluate("window.spoken")
    assert "We buy together and pay less." in said
    assert "Deciding together is slow." in said


def test_good_and_bad_sides_have_the_same_size(phone: Phone) -> None:
    page = phone.look(GAMES["way"])
    drawn = (
        "e => [e.offsetWidth, e.offsetHeight, getComputedStyle(e).color, "
        "getComputedStyle(e).fontSize, getComputedStyle(e).backgroundColor]"
    )
    good, bad = page.locator(".side").all()
    assert good.evaluate(drawn) == bad.evaluate(drawn)


def test_without_scripts_beans_are_numbers_and_stories_are_there(plain_phone: Phone) -> None:
    page = plain_phone.look(GAMES["heap"])
    assert page.locator("input[name=v]").get_attribute("data-most") == "10"
    assert page.locator("input[name=v]").is_visible()
    plain_phone.look(GAMES["beans"])
    assert [field.is_visible() for field in page.locator(".lay input").all()] == [True] * 6
    assert page.locator("form.answer .b.main").is_enabled()
    plain_phone.look(GAMES["stones"])
    page.locator(".pick input").nth(1).check()
    assert page.locator(".pick .tell p:visible").count() == 1


def test_an_answer_that_waits_belongs_to_its_own_question(phone: Phone) -> None:
    page = phone.look(GAMES["stones"])
    page.locator(".pick input").nth(1).check()
    page.locator("form.answer .b.main").click()  # the server does not answer: it waits here
    phone.look(shape("stones", item=6))
    assert phone.sent() == ["item=6"]
    phone.look(GAMES["stones"])
    assert phone.sent() == ["item=5", "v=1"]
