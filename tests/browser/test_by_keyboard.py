"""Without a finger or a mouse: everything is reached by tabulator, in its order, and seen there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.hall import Hall
from tests.browser.people import PHONE
from tests.browser.test_access import SAMPLES
from tests.browser.test_axe import Walk
from thinkcoop.web.assets import address, asset

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SCREENS = (
    "phone-ask-one",
    "phone-ask-several",
    "phone-ask-stones",
    "phone-ask-money",
    "phone-cards-four",
    "phone-panel",
    "table-hand",
    "table-cards-own",
    "wall-say",
)
LOOKED_AT = [*SCREENS, *(name for name in SAMPLES if name.startswith("page-"))]
REACHED = """() => {
  for (const each of document.querySelectorAll("details")) each.open = true;
  const things = "a[href], button, input:not([type=hidden]), select, textarea, summary, audio";
  const seen = (e) => e.checkVisibility() && !e.disabled && !e.closest("[hidden]");
  const groups = new Set();
  return Array.from(document.querySelectorAll(things)).filter(seen).filter((e) => {
    if (e.type !== "radio") return true;
    const chosen = document.querySelector(`input[name="${e.name}"]:checked`);
    if (chosen ? chosen !== e : groups.has(e.name)) return false;
    groups.add(e.name);
    return true;
  }).map((e, at) => { e.dataset.at = at; return at; });
}"""
BEFORE_ALL = """() => {
  const start = document.createElement("div");
  start.tabIndex = -1;
  document.body.prepend(start);
  start.focus();
}"""
STOP = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const drawn = (one) => !!one && getComputedStyle(one).outlineStyle !== "none"
    && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
  const places = [e, e.closest("label"), e.nextElementSibling];
  const at = e.dataset.at === undefined ? -1 : +e.dataset.at;
  return [at, e.matches("audio, [type=time]") || places.some(drawn)];
}"""
SCROLLS = -1
"""Something to scroll through: no control, but reached, so that keys can scroll it."""
MOST_STOPS = 150
LET_IT_OPEN_MS = 1_000
SCREEN: Any = PHONE


@pytest.fixture(scope="module")
def walk(browser: Browser) -> Iterator[Walk]:
    page = browser.new_page()
    yield Walk(page)
    page.close()


def stops(page: Page) -> list[list[int | bool]]:
    """Where the tabulator leads, and whether the place is seen."""
    found: list[list[int | bool]] = []
    page.evaluate(BEFORE_ALL)
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        here = page.evaluate(STOP)
        if here is None or (found[1:] and here == found[0]):
            break
        if here not in found[-1:]:
            found.append(here)
    return found


@pytest.mark.parametrize("name", LOOKED_AT)
def test_the_tabulator_reaches_everything_in_its_order_and_it_is_seen(
    walk: Walk, name: str
) -> None:
    walk.show(name, "en")
    wanted: list[int] = walk.page.evaluate(REACHED)
    found = [stop for stop in stops(walk.page) if stop[0] != SCROLLS]
    assert found == [[at, True] for at in wanted]


def opened(browser: Browser) -> Page:
    return browser.new_context(viewport=SCREEN, locale="en").new_page()


def press_until(page: Page, seen: str, key: str = "Tab") -> None:
    """Go on with the tabulator until this has the focus."""
    for _ in range(40):
        page.keyboard.press(key)
        if page.evaluate("css => document.activeElement.matches(css)", seen):
            return
    raise AssertionError(f"{seen} is not reached")


def test_a_phone_comes_in_and_changes_its_language_with_keys_alone(
    browser: Browser, hall: Hall
) -> None:
    page = opened(browser)
    session = hall.open()
    page.goto(f"{hall.url}/s/{session}/")
    for field in ("picture", "trade", "reads"):
        press_until(page, f"button[name={field}]")
        with page.expect_navigation():
            page.keyboard.press("Enter")
    press_until(page, "button.main")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    press_until(page, "#mine > summary")
    page.keyboard.press("Enter")
    press_until(page, "#tongue > summary")
    page.keyboard.press("Enter")
    press_until(page, "a[lang=es]")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.lang") == "es"
    page.context.close()


def test_cards_are_read_with_keys_alone(browser: Browser, hall: Hall) -> None:
    page = opened(browser)
    session = hall.open()
    page.goto(f"{hall.url}/desk/{session}/cards")
    press_until(page, "a.b")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url == f"{hall.url}/desk/{session}/"
    page.context.close()


def test_the_way_to_take_a_picture_is_opened_by_a_key(browser: Browser) -> None:
    page = browser.new_page()
    chosen: list[bool] = []
    page.on("filechooser", lambda chooser: chosen.append(chooser.is_multiple()))
    camera = asset(address("camera.js").removeprefix("/static/"))
    assert camera
    page.set_content(SAMPLES["page-cards-some"].page())
    page.add_script_tag(content=camera.plain.decode())
    press_until(page, "input[type=file]")
    assert page.locator("input[type=file]").get_attribute("capture") == "environment"
    page.keyboard.press("Enter")
    page.wait_for_timeout(LET_IT_OPEN_MS)
    assert chosen == [True]
    page.close()
