"""Pages to take home under a finger and on paper, and the desk on a phone. No server runs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from tests.browser.eyes import SPEAKS
from tests.browser.people import phone_context
from tests.core.paper.rooms import room, sheet
from tests.web.samples import MODULE, PAGES, SCREENS
from thinkcoop.core.paper import Document, group_page, own_page
from thinkcoop.core.words import SeatNo
from thinkcoop.web.assets import asset
from thinkcoop.web.render import page as whole_page
from thinkcoop.web.render import translator
from thinkcoop.web.wording import OnPaper

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://home.test"
WORDS = translator("en", MODULE)
FOLDED = [
    "What we learned in the games",
    "Reasons for it",
    "Reasons against it",
    "What matters to us: all beans together",
    "Open questions",
    "What the law says",
]


LIES_OVER = """css => {
  const box = document.querySelector(css).getBoundingClientRect();
  const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
  return !top.closest(css);
}"""
"""Whether something else is seen where this stands."""


def home(document: Document) -> str:
    parts = [
        (part, [(type(block).__name__.lower(), block) for block in part.blocks])
        for part in document.parts
    ]
    day = OnPaper(WORDS).day(document.day)
    given = {"d": document, "parts": parts, "day": day, "again": {}, "view": "phone"}
    return whole_page(document.kind, WORDS, can_print=True, **given)


class Phone:
    """A phone that shows one page."""

    def __init__(self, browser: Browser) -> None:
        self.page: Page = phone_context(browser).new_page()
        self.page.add_init_script(SPEAKS)
        self.page.route(f"{ADDRESS}/**", self._fulfil)
        self._shown = ""

    def look(self, html: str) -> Page:
        self._shown = html
        self.page.goto(f"{ADDRESS}/")
        return self.page

    def _fulfil(self, route: Route) -> None:
        found = asset(urlsplit(route.request.url).path.removeprefix("/static/"))
        if found is None:
            return route.fulfill(body=self._shown, content_type="text/html; charset=utf-8")
        return route.fulfill(body=found.plain, content_type=found.kind)


@pytest.fixture
def phone(browser: Browser) -> Iterator[Phone]:
    made = Phone(browser)
    yield made
    made.page.context.close()


def test_need_decision_and_promises_are_open_and_the_rest_is_a_tap_away(phone: Phone) -> None:
    page = phone.look(home(group_page(room(), language="en")))
    folded = page.locator(".folded")
    assert page.locator(".more h2").all_inner_texts() == FOLDED
    assert [each.is_visible() for each in folded.all()] == [False] * len(FOLDED)
    assert page.locator(".part:not(:has(.more)) > h2").all_inner_texts() == [
        "Our biggest need",
        "What we chose",
        "What we promised",
        "Where to go from here",
        "We look at it again",
    ]
    page.locator(".more summary").nth(1).click()
    assert [each.is_visible() for each in folded.all()] == [False, True, *[False] * 4]


def test_on_paper_nothing_is_folded(phone: Phone) -> None:
    page = phone.look(home(group_page(room(), language="en")))
    page.emulate_media(media="print")
    assert [each.is_visible() for each in page.locator(".folded").all()] == [True] * len(FOLDED)
    assert page.locator(".hear:visible, .more .i:visible").count() == 0


def test_each_part_is_read_aloud_by_its_own_button(phone: Phone) -> None:
    page = phone.look(home(group_page(room(), language="en")))
    need, *_ = page.locator(".part").all()
    need.locator(".hear").click()
    law = page.locator(".part").last
    law.locator(".hear").click()
    spoken = page.evaluate("() => window.spoken")
    assert spoken == ["Our biggest need. Place", "What the law says"]
    law.locator("summary").click()
    law.locator(".hear").click()  # stop
    law.locator(".hear").click()
    assert page.evaluate("() => window.spoken")[-1].startswith("What the law says. ")


def test_ones_own_page_speaks_too(phone: Phone) -> None:
    state = room()
    page = phone.look(home(own_page(state, SeatNo(1), sheet(state), language="en")))
    hears = page.locator(".part > .hear")
    assert hears.count() == page.locator(".part").count()
    assert [each.is_visible() for each in hears.all()] == [True] * hears.count()


def test_at_the_end_the_wall_shows_one_code_to_scan_that_of_the_page(phone: Phone) -> None:
    over = next(each for each in SCREENS if each.name == "wall-over")
    phone.page.set_viewport_size({"width": 1280, "height": 720})
    page = phone.look(over.page())
    hidden = page.evaluate(LIES_OVER, ".way-in .qr")
    assert (hidden, page.evaluate(LIES_OVER, ".take-home img")) == (True, False)


@pytest.mark.parametrize("width", [320, 360, 480])
def test_the_plan_of_the_day_fits_on_a_phone(phone: Phone, width: int) -> None:
    desk = next(each for each in PAGES if each.name == "page-desk")
    phone.page.set_viewport_size({"width": width, "height": 740})
    plan = phone.look(desk.page()).locator(".plan")
    assert plan.evaluate("e => e.scrollWidth - e.clientWidth") == 0
