"""Every sample in every shipped language, read by a program that knows what people cannot see.

One tab, in which axe stands once and pages are put one after the other: their styles are parsed
once for each sheet, nothing is loaded, and axe collects nothing but faults. So all of it takes
little more than a minute of one processor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.people import SPEAKS
from tests.browser.test_access import SAMPLES, SIZES, TAGS
from tests.browser.test_pseudo import with_font
from tests.web.pseudo import made
from thinkcoop.web.assets import asset

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

SHEET = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)">')
FONT_FACE = re.compile(r"@font-face\{[^}]*\}")
BLANK = "<!doctype html><html><head><title>-</title></head><body></body></html>"
SHOW = """([html, sheet, css]) => {
  const root = document.documentElement;
  const next = new DOMParser().parseFromString(html, "text/html");
  for (const name of ["lang", "dir", "data-digits"]) {
    const value = next.documentElement.getAttribute(name);
    if (value === null) root.removeAttribute(name); else root.setAttribute(name, value);
  }
  root.className = "js";
  for (const each of document.querySelectorAll("style")) each.disabled = each.id !== sheet;
  if (!document.getElementById(sheet)) {
    const style = document.head.appendChild(document.createElement("style"));
    style.id = sheet;
    style.textContent = css;
  }
  for (const each of document.querySelectorAll("style")) each.sheet.disabled = each.id !== sheet;
  root.style.fontSize = "";
  document.title = next.title;
  document.body.replaceWith(document.adoptNode(next.body));
  for (const each of document.querySelectorAll(".hear, .lead .b, .keys .b")) each.hidden = false;
}"""
LOOK = """async (wanted) => {
  const found = await axe.run(document, {...wanted, resultTypes: ["violations"]});
  return found.violations.flatMap((fault) =>
    fault.nodes.map((node) => fault.id + ": " + node.html.slice(0, 160)));
}"""
ALL_RULES: dict[str, Any] = {"runOnly": {"type": "tag", "values": TAGS}}
COLOURS: dict[str, Any] = {"runOnly": {"type": "rule", "values": ["color-contrast"]}}


class Walk:
    """One tab that shows samples, and a program in it that looks at them."""

    def __init__(self, page: Page, *, with_font: bool = False) -> None:
        self.page = page
        self._with_font = with_font
        page.add_init_script(SPEAKS)
        page.route("**", lambda route: route.abort())
        page.set_content(BLANK)
        page.evaluate(Axe().axe_script)
        self._size: object = None

    def show(self, name: str, language: str, size: dict[str, int] | None = None) -> None:
        """Put this sample into the tab, at its usual size or at this one."""
        sample = SAMPLES[name]
        wanted: Any = size or SIZES[sample.view]
        if self._size != wanted:
            self._size = wanted
            self.page.set_viewport_size(wanted)
        html = sample.page(made(language))
        link = SHEET.search(html)
        found = asset(link[1]) if link else None
        assert found, name
        css = found.plain.decode()
        css = with_font(css) if self._with_font else FONT_FACE.sub("", css)
        self.page.evaluate(SHOW, [html, found.name, css])

    def faults(self, name: str, language: str, rules: dict[str, Any]) -> list[str]:
        """What axe finds in this sample."""
        self.show(name, language)
        found: list[str] = self.page.evaluate(LOOK, rules)
        return [f"{name}: {each}" for each in found]


@pytest.fixture(scope="module")
def walk(browser: Browser) -> Iterator[Walk]:
    page = browser.new_page(reduced_motion="reduce")
    yield Walk(page)
    page.close()


@pytest.mark.parametrize("language", ["en", "km", "es"])
def test_axe_finds_nothing_in_any_sample(walk: Walk, language: str) -> None:
    found = [fault for name in SAMPLES for fault in walk.faults(name, language, ALL_RULES)]
    assert found == []


@pytest.mark.parametrize(
    "colours", [{"color_scheme": "dark"}, {"forced_colors": "active"}], ids=["dark", "forced"]
)
def test_letters_can_be_read_in_the_dark_and_in_forced_colours(
    walk: Walk, colours: dict[str, Any]
) -> None:
    walk.page.emulate_media(**colours)
    found = [fault for name in SAMPLES for fault in walk.faults(name, "en", COLOURS)]
    walk.page.emulate_media(color_scheme="light", forced_colors="none")
    assert found == []


GAPS = """() => Array.from(document.querySelectorAll("body *")).filter((e) => {
  const style = getComputedStyle(e);
  const gap = parseFloat(style.columnGap) || parseFloat(style.rowGap);
  return /flex/.test(style.display) && gap > 0 && e.childElementCount > 1;
}).map((e) => e.className)"""
"""Chrome 80 and Safari 13 know no gaps in flex boxes (`docs/decisions/0027-old-browsers.md`)."""


def test_no_flex_box_has_a_gap(walk: Walk) -> None:
    found: list[str] = []
    for name in SAMPLES:
        walk.show(name, "en")
        found += [f"{name}: {each}" for each in walk.page.evaluate(GAPS)]
    assert found == []


def test_the_walk_sees_what_is_wrong(walk: Walk) -> None:
    walk.show("page-door", "en")
    walk.page.evaluate("""document.querySelector("main").insertAdjacentHTML("beforeend",
      "<p style='color: #ddd; background: #fff'>pale</p><button></button>")""")
    found: list[str] = walk.page.evaluate(LOOK, ALL_RULES)
    assert [fault.split(":")[0] for fault in found] == ["button-name", "color-contrast"]
