"""Large letters, strong zoom, forced colours, no motion: what people set who see little.

A page at 200 % on a phone of 640 px is a page of 320 px; a large system font makes every letter
twice as large at the width of the phone.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.people import PHONE, SPEAKS
from tests.browser.test_access import CUT, NARROW, TWICE_AS_LARGE, said
from tests.browser.test_axe import Walk

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LIES_ON = """() => {
  const faults = [];
  const things = "h1, h2, .head, .b, .tile, .note, .role, .hear, .seat, .bar, .me, .how, "
    + "textarea, select";
  const floats = (e) => getComputedStyle(e).float !== "none";  // words flow around it
  const seen = (e) => e.checkVisibility() && !e.closest(".vh, svg")
    && e.getBoundingClientRect().width;
  const all = Array.from(document.querySelectorAll(things)).filter(seen);
  all.forEach((a, i) => all.slice(i + 1).forEach((b) => {
    if (a.contains(b) || b.contains(a)) return;
    if (floats(a) || floats(b)) return;
    const [p, q] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
    const across = Math.min(p.right, q.right) - Math.max(p.left, q.left);
    const down = Math.min(p.bottom, q.bottom) - Math.max(p.top, q.top);
    const name = (e) => `${e.className || e.tagName} “${e.innerText.slice(0, 20)}”`;
    if (across > 2 && down > 2) faults.push(`${name(a)} lies on ${name(b)}`);
  }));
  for (const button of document.querySelectorAll(".hear")) {
    const box = button.getBoundingClientRect();
    for (const e of document.querySelectorAll("h1, .head span, .read, .tell p")) {
      const words = document.createRange();
      words.selectNodeContents(e);
      for (const line of words.getClientRects()) {
        const across = Math.min(line.right, box.right) - Math.max(line.left, box.left);
        const down = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
        if (!button.contains(e) && across > 2 && down > 6)
          faults.push(`the speaker covers “${e.innerText.slice(0, 20)}”`);
      }
    }
  }
  return faults;
}"""
MAIN = (
    "phone-gather",
    "phone-seated",
    "phone-say-read",
    "phone-think",
    "phone-turn-me",
    "phone-turn",
    "phone-pair",
    "phone-discuss",
    "phone-ballot",
    "phone-break",
    "phone-paused",
    "phone-over",
    "phone-ask-one",
    "phone-ask-one-three",
    "phone-ask-several",
    "phone-ask-scale",
    "phone-ask-money",
    "phone-ask-rank",
    "phone-ask-sort",
    "phone-ask-map",
    "phone-ask-promise",
    "phone-ask-stones",
    "phone-ask-beans",
    "phone-ask-heap",
    "phone-show-bars",
    "phone-outcome",
    "phone-cards-four",
    "phone-panel",
    "page-join-picture",
    "page-join-trade",
    "page-join-name",
    "page-cards-some",
    "page-cards-differ",
    "page-typing-form",
    "page-voice-record",
)
LETTERS: dict[str, tuple[dict[str, int], bool]] = {
    "200 %": (NARROW, False),
    "large letters": (PHONE, True),
    "large letters on a narrow phone": (NARROW, True),
}


@pytest.fixture(scope="module")
def walk(browser: Browser) -> Iterator[Walk]:
    page = browser.new_page(reduced_motion="reduce")
    page.add_init_script(SPEAKS)
    yield Walk(page, with_font=True)
    page.close()


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize("letters", LETTERS)
def test_nothing_is_cut_and_nothing_lies_on_another_thing(
    walk: Walk, letters: str, language: str
) -> None:
    size, twice = LETTERS[letters]
    faults: dict[str, list[str]] = {}
    for name in MAIN:
        walk.show(name, language, size)
        if twice:
            walk.page.evaluate(TWICE_AS_LARGE)
        faults[name] = walk.page.evaluate(CUT) + walk.page.evaluate(LIES_ON)
    assert not said(faults), said(faults)


COLOURS = """(css) => Array.from(document.querySelectorAll(css)).map((e) => {
  const style = getComputedStyle(e);
  return [style.fill, style.stroke, style.backgroundColor, style.borderTopColor,
    style.outlineStyle, style.strokeDasharray,
    e.getAttribute("d") || (e.matches("svg") && e.firstChild.getAttribute("href"))];
})"""


@pytest.fixture
def forced(walk: Walk) -> Iterator[Walk]:
    walk.page.emulate_media(forced_colors="active")
    yield walk
    walk.page.emulate_media(forced_colors="none")


def looks(page: Page, css: str) -> list[Any]:
    """How these things are drawn, each once."""
    found = page.evaluate(COLOURS, css)
    return [each for at, each in enumerate(found) if each not in found[:at]]


@pytest.mark.parametrize(
    ("name", "css", "many"),
    [
        ("phone-ask-one", ".tile > .sign", 4),
        ("phone-ask-one", ".tile[aria-pressed=true], .tile[aria-pressed=false]", 2),
        ("phone-think", ".path .done, .path .now, .path .to_come", 3),
        ("phone-think", ".bar, .bar i", 2),
        ("phone-show-stones", ".fit li:first-child .strip path", 3),
        ("phone-show-bars", ".rows li:first-child .gauge, .rows li:first-child .gauge path", 2),
        ("phone-turn", ".ring .now > .seat, .ring .waits > .seat", 2),
        ("phone-turn", ".ring .seat .p, .ring .seat", 4),
        ("page-typing-form", ".q:nth-of-type(2) .pick b", 2),
        ("phone-cards-four", ".shows form", 2),
    ],
)
def test_forced_colours_leave_apart_what_colours_told_apart(
    forced: Walk, name: str, css: str, many: int
) -> None:
    forced.show(name, "en")
    assert len(looks(forced.page, css)) == many


def test_who_wants_no_motion_sees_none(walk: Walk) -> None:
    moving = """() => Array.from(document.querySelectorAll("body *:not(source)")).filter((e) => {
      const style = getComputedStyle(e);
      return style.animationName !== "none" || parseFloat(style.transitionDuration) > 0;
    }).map((e) => e.tagName)"""
    found: list[list[str]] = []
    for name in MAIN:
        walk.show(name, "en")
        found.append(walk.page.evaluate(moving))
    assert found == [[] for _ in MAIN]
