"""Every kind of screen and page, made-up ones, for eyes, fingers and programs that read aloud.

No server runs: the pages come from the templates, and their styles and scripts from memory.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.people import DESK, PHONE, SPEAKS, TABLE, WALL
from tests.web.samples import PAGES, SCREENS, Sample
from thinkcoop.web.assets import asset

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page, Route

ADDRESS = "http://samples.test"
SAMPLES = {sample.name: sample for sample in (*SCREENS, *PAGES)}
SIZES: dict[str, Any] = {"phone": PHONE, "table": TABLE, "wall": WALL, "desk": DESK}
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
NARROW = {"width": 320, "height": 640}
SMALL = {"width": 360, "height": 640}
UPRIGHT = {"width": 600, "height": 960}
WALLS = ((1024, 768), (1280, 720), (1920, 1080))
SMALLEST_PX = 56
LEAST_APART_PX = 12

MEASURE = """([smallest, apart]) => {
  const faults = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.push(`scrolls sideways by ${over}`);
  const ticked = "input[type=radio], input[type=checkbox]";
  const things = "button, summary, a, label, select, textarea, input:not([type=hidden])";
  const seen = (e) => e.checkVisibility() && !e.closest(".vh") && !e.closest("label label")
    && !e.matches("label input") && (!e.matches("label") || e.querySelector(ticked));
  const targets = Array.from(document.querySelectorAll(things)).filter(seen).map((e) => {
    const box = e.getBoundingClientRect();
    const name = e.innerText.trim().slice(0, 30) || e.className || e.name || e.tagName;
    return {e, name, left: box.left, right: box.right, top: box.top, bottom: box.bottom};
  }).filter((t) => t.right > t.left);
  for (const t of targets) {
    const [w, h] = [t.right - t.left, t.bottom - t.top];
    if (w < smallest - .5 || h < smallest - .5)
      faults.push(`“${t.name}” is ${Math.round(w)} x ${Math.round(h)}`);
  }
  targets.forEach((a, i) => targets.slice(i + 1).forEach((b) => {
    if (a.e.contains(b.e) || b.e.contains(a.e)) return;
    const across = Math.max(a.left, b.left) - Math.min(a.right, b.right);
    const down = Math.max(a.top, b.top) - Math.min(a.bottom, b.bottom);
    const gap = Math.hypot(Math.max(0, across), Math.max(0, down));
    if (gap < apart - .5) faults.push(`“${a.name}” and “${b.name}” are ${Math.round(gap)} apart`);
  }));
  return faults;
}"""

CUT = """() => {
  const faults = [];
  const over = document.documentElement.scrollWidth - innerWidth;
  if (over > 0) faults.push(`scrolls sideways by ${over}`);
  const texts = "h1, h2, p, button, .tile, .b, label, li, summary, span";
  for (const e of document.querySelectorAll(texts)) {
    if (!e.checkVisibility() || e.closest(".vh, svg, .scroll")) continue;
    const style = getComputedStyle(e);
    const hides = style.overflowX !== "visible" || style.overflowY !== "visible";
    const cut = e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1;
    if (hides && cut && e.clientWidth > 1)
      faults.push(`cut: ${e.innerText.slice(0, 40)}`);
    const box = e.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.left < -1)
      faults.push(`sticks out: ${e.innerText.slice(0, 40)}`);
  }
  return faults;
}"""


TWICE_AS_LARGE = """() => {
  const html = document.documentElement;
  html.style.fontSize = 2 * parseFloat(getComputedStyle(html).fontSize) + "px";
}"""


class Book:
    """A browser tab in which samples are opened one after the other."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self._shown = ""
        page.add_init_script(SPEAKS)
        page.route(f"{ADDRESS}/**", self._fulfil)

    def _fulfil(self, route: Route) -> None:
        path = urlsplit(route.request.url).path.removeprefix("/")
        if path in SAMPLES:
            body = SAMPLES[path].page()
            return route.fulfill(body=body, content_type="text/html; charset=utf-8")
        found = asset(path.removeprefix("static/"))
        if found is None:
            return route.fulfill(status=404)
        return route.fulfill(body=found.plain, content_type=found.kind)

    def open(self, sample: Sample, size: dict[str, int] | None = None) -> Page:
        """Show a sample at its usual size, or at this one."""
        self.page.set_viewport_size(size or SIZES[sample.view])  # type: ignore[arg-type]  # its own type for two numbers
        self.page.goto(f"{ADDRESS}/{sample.name}")
        return self.page


@pytest.fixture(scope="module")
def book(browser: Browser) -> Iterator[Book]:
    """Samples as most people see them."""
    page = browser.new_page()
    yield Book(page)
    page.close()


def axe(page: Page, *rules: str) -> list[str]:
    """What axe finds, with these rules or with all that have our tags."""
    wanted: dict[str, Any] = {"type": "rule", "values": list(rules)}
    if not rules:
        wanted = {"type": "tag", "values": TAGS}
    found = Axe().run(page, options={"runOnly": wanted}).response
    return [
        f"{fault['id']}: {node['html'][:160]}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


HANDHELD = [name for name, sample in SAMPLES.items() if sample.view in ("phone", "table")]


@pytest.mark.parametrize("name", HANDHELD)
def test_fingers_find_room_and_large_text_too(book: Book, name: str) -> None:
    sample = SAMPLES[name]
    sizes = (PHONE, NARROW) if sample.view == "phone" else (TABLE, UPRIGHT, PHONE)
    page = book.open(sample)

    faults: dict[str, list[str]] = {}
    for size in sizes:
        page.set_viewport_size(size)  # type: ignore[arg-type]  # as above
        faults[str(size["width"])] = page.evaluate(MEASURE, [SMALLEST_PX, LEAST_APART_PX])
    page.set_viewport_size(sizes[0])  # type: ignore[arg-type]  # as above
    page.evaluate(TWICE_AS_LARGE)
    faults["text 200 %"] = page.evaluate(CUT)

    assert not said(faults), said(faults)


@pytest.mark.parametrize("name", ["phone-say-read", "phone-turn-me", "phone-pair", "table-hand"])
def test_what_to_do_next_is_in_sight_on_a_small_phone(book: Book, name: str) -> None:
    button = book.open(SAMPLES[name], SMALL).locator(".acts .b.main").first
    box = button.bounding_box()

    assert box is not None
    assert box["y"] + box["height"] <= SMALL["height"]


@pytest.mark.parametrize("name", [name for name in SAMPLES if SAMPLES[name].view == "desk"])
def test_the_desk_fits_on_a_phone(book: Book, name: str) -> None:
    faults = {"320": book.open(SAMPLES[name], NARROW).evaluate(CUT)}

    assert not said(faults), said(faults)


def test_forced_colours_show_what_is_chosen(book: Book) -> None:
    page = book.open(SAMPLES["phone-ask-one"])
    page.emulate_media(forced_colors="active")
    drawn = "e => getComputedStyle(e).outlineStyle + getComputedStyle(e).borderTopColor"

    chosen = page.locator(".tile[aria-pressed=true]").first.evaluate(drawn)
    other = page.locator(".tile[aria-pressed=false]").first.evaluate(drawn)
    page.emulate_media(forced_colors="none")

    assert chosen != other


@pytest.mark.parametrize("name", [name for name in SAMPLES if SAMPLES[name].view == "wall"])
def test_the_wall_fits_without_scrolling(book: Book, name: str) -> None:
    page = book.open(SAMPLES[name])

    faults: dict[str, list[str]] = {}
    for width, height in WALLS:
        page.set_viewport_size({"width": width, "height": height})
        faults[str(width)] = page.evaluate(FITS)

    assert not said(faults), said(faults)


def said(faults: dict[str, list[str]]) -> str:
    """Faults as lines to read."""
    return "\n".join(f"{where}: {fault}" for where, all_ in faults.items() for fault in all_)


FITS = """() => {
  const faults = [];
  const things = "h1, .head, .note, .pic, .art, .rows li, .foot > *, .way-in, .way-in b";
  for (const e of document.querySelectorAll(things)) {
    if (!e.checkVisibility()) continue;
    const b = e.getBoundingClientRect();
    if (b.bottom > innerHeight + 1 || b.right > innerWidth + 1 || b.top < -1 || b.left < -1)
      faults.push(`outside: ${e.className || e.tagName} ${e.innerText.slice(0, 40)}`);
  }
  const apart = [["h1", ".pic"], ["h1", ".way-in"], [".art", ".way-in"], [".art", ".foot"],
    [".big", ".foot"], [".foot .bar", ".way-in"], [".tables", ".way-in"], ["h1", ".rows"]];
  for (const [one, other] of apart) {
    const [a, b] = [document.querySelector(one), document.querySelector(other)];
    if (!a || !b || !a.checkVisibility() || !b.checkVisibility()) continue;
    const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
    const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    if (across > 1 && down > 1)
      faults.push(`${one} lies on ${other}`);
  }
  const foot = document.querySelector(".foot");
  for (const e of document.querySelectorAll(".rule li")) {
    if (foot && e.getBoundingClientRect().bottom > foot.getBoundingClientRect().top + 1)
      faults.push(`below the foot: ${e.innerText.slice(0, 40)}`);
  }
  return faults;
}"""
