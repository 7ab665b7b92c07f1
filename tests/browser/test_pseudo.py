"""Screens and pages in other languages: from right to left, with long words, in Khmer, in Spanish.

Nothing is cut, sticks out or scrolls sideways, on phones, table devices, walls and desks. The tab
loads nothing but pages: styles stand in them, so that many languages take little time.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

import pytest

from tests.browser.people import DESK, WALL
from tests.browser.test_access import CUT, FITS, NARROW, SAMPLES, UPRIGHT, said
from tests.web.pseudo import LONG, RIGHT_TO_LEFT, made
from thinkcoop.web.assets import asset

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

LANGUAGES = (RIGHT_TO_LEFT, LONG, "km", "es")
SIZES: dict[str, tuple[dict[str, int], ...]] = {
    "phone": (NARROW,),
    "table": (UPRIGHT,),
    "wall": (WALL,),
    "desk": (DESK, NARROW),
}
"""The narrowest of each; test_access.py has the others."""
FONT = re.compile(r"url\(([^)]*woff2)\)")
STYLES = re.compile(r'<link rel="stylesheet" href="/static/([^"]+)">')
SCRIPTS = re.compile(r"<script[^>]*></script>|<noscript>.*?</noscript>", re.DOTALL)
READY = """() => {
  document.querySelectorAll(".hear, .lead .b").forEach((button) => { button.hidden = false; });
  return document.fonts.ready.then(() => null);
}"""


class Shelf:
    """A browser tab in which samples are opened in any language."""

    def __init__(self, page: Page) -> None:
        self.page = page
        page.route("**", lambda route: route.abort())

    def open(self, name: str, language: str) -> Page:
        """Show a sample as a phone does that speaks this language."""
        html = SAMPLES[name].page(made(language)).replace("<html ", '<html class="js" ', 1)
        self.page.set_content(SCRIPTS.sub("", STYLES.sub(_style, html)), wait_until="commit")
        self.page.evaluate(READY)
        return self.page


def _style(link: re.Match[str]) -> str:
    found = asset(link[1])
    assert found, link[1]
    return f"<style>{with_font(found.plain.decode())}</style>"


@cache
def with_font(css: str) -> str:
    return FONT.sub(_font, css)


def _font(address: re.Match[str]) -> str:
    found = asset(address[1].rpartition("/")[2])
    assert found, address[1]
    return f"url(data:font/woff2;base64,{b64encode(found.plain).decode()})"


@pytest.fixture(scope="module")
def shelf(browser: Browser) -> Iterator[Shelf]:
    page = browser.new_page()
    yield Shelf(page)
    page.close()


@pytest.mark.parametrize("view", SIZES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_cut_and_nothing_sticks_out(shelf: Shelf, language: str, view: str) -> None:
    names = [name for name, sample in SAMPLES.items() if sample.view == view]
    script = FITS if view == "wall" else CUT
    faults: dict[str, list[str]] = {}
    for size in SIZES[view]:
        shelf.page.set_viewport_size(size)  # type: ignore[arg-type]  # its own type for two numbers
        for name in names:
            faults[f"{name} {size['width']}"] = shelf.open(name, language).evaluate(script)

    assert not said(faults), said(faults)
