"""What a phone must load, and what a new step costs: the promises of the design, in bytes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.browser.hall import Hall
from tests.browser.meter import Meter
from tests.browser.people import Person, phone_context
from tests.web.samples import MODULE, SCREENS
from thinkcoop.core.words import SessionId
from thinkcoop.live.sse import screen_frame
from thinkcoop.web.assets import FOLDER
from thinkcoop.web.render import screen_html, translator

if TYPE_CHECKING:
    from playwright.sync_api import Browser

MOST_BYTES = 60_000
MOST_REQUESTS = 5
MOST_FRAME_BYTES = 3_000
STEPS = 4
PACKED = {sample.name: sample for sample in SCREENS if sample.view == "phone" and sample.shown}


@pytest.fixture(scope="module")
def phone(browser: Browser, hall: Hall) -> Iterator[Person]:
    """A phone with a place, at a question."""
    session = hall.open(expected=4)
    visitors = [hall.visitor(session, picture) for picture in ("p-turtle", "p-frog", "p-bird")]
    person = Person(phone_context(browser), "p-lotus")
    person.page.goto(f"{hall.url}/s/{session}/")
    person.come_in(picture="p-lotus", trade="I sell in a market")
    hall.hurry_to(session, "mood")
    person.until(lambda sight: sight.form == "scale")
    yield person
    for visitor in visitors:
        visitor.close()
    person.context.close()


def test_the_first_load_is_small(phone: Person) -> None:
    fresh = Person(phone.context, "the same phone, with nothing kept")
    meter = Meter(fresh)
    fresh.page.goto(phone.page.url)
    fresh.page.wait_for_timeout(500)

    assert len(meter.urls) <= MOST_REQUESTS, meter.urls
    assert any("stream" in url for url in meter.urls)
    assert 1_000 < meter.bytes <= MOST_BYTES
    fresh.page.close()


def test_a_step_that_opens_is_small(phone: Person, hall: Hall) -> None:
    meter = Meter(phone)
    phone.page.reload()  # so that the stream is opened under the meter's eyes
    phone.page.wait_for_timeout(500)
    loaded, asked = meter.bytes, len(meter.urls)
    session = SessionId(phone.page.url.rstrip("/").rpartition("/")[2])
    for _ in range(STEPS):
        hall.hurry(session)
        phone.page.wait_for_timeout(150)
    phone.page.wait_for_timeout(300)  # Chromium counts packed bytes a little later

    assert 0 < meter.bytes - loaded <= STEPS * MOST_FRAME_BYTES
    assert len(meter.urls) == asked


@pytest.mark.parametrize("name", PACKED)
def test_every_kind_of_screen_is_small_on_the_way(name: str) -> None:
    shown = PACKED[name].shown
    assert shown
    html = screen_html(shown, "phone", translator("en", MODULE))

    assert len(screen_frame(1, 0, html).packed) <= MOST_FRAME_BYTES


OLD_SCRIPT = {
    "??": r"\?\?",
    "?.": r"\?\.(?!\d)",
    "object spread": r"\{\s*\.\.\.|,\s*\.\.\.\w+\s*\}",
    "async": r"\basync\b|\bawait\b",
    "private fields": r"\bthis\.#",
    "newer methods": r"\.(replaceAll|replaceChildren|at|allSettled|matchAll)\(",
    "newer objects": r"\b(structuredClone|randomUUID|queueMicrotask|WeakRef|checkVisibility)\b",
}
NEW_STYLE = {
    ":is and :where": r":(is|where|has)\(",
    "inset": r"(?<![\w-])inset(-[a-z]+)*\s*:",
    "aspect-ratio": r"(?<![\w-])aspect-ratio\s*:",
    "container queries": r"@container|container-type",
    "layers": r"@layer|@property",
    "newer units": r"\d(dvh|svh|lvh|cqw|lh)\b",
    "newer colours": r"color-mix\(|oklch\(|light-dark\(",
    "padding by line": r"(?<![\w-])(padding|margin)-(inline|block)\s*:",
    "nesting": r"[{;]\s*&",
}


@pytest.mark.parametrize("wrong", OLD_SCRIPT)
def test_scripts_run_in_chrome_80(wrong: str) -> None:
    found = [
        f"{path.name}: {hit.group()}"
        for path in sorted(FOLDER.glob("*.js"))
        for hit in re.finditer(OLD_SCRIPT[wrong], path.read_text(encoding="utf-8"))
    ]

    assert found == []


@pytest.mark.parametrize("wrong", NEW_STYLE)
def test_styles_are_understood_by_chrome_80_and_safari_13(wrong: str) -> None:
    found = [
        f"{path.name}: {hit.group()}"
        for path in sorted(FOLDER.glob("*.css"))
        for hit in re.finditer(NEW_STYLE[wrong], path.read_text(encoding="utf-8"))
    ]

    assert found == []
