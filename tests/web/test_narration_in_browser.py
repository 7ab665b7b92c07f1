"""Recording with a microphone in a real browser, and hearing it on a phone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.conftest import CHROMIUM_ARGS
from tests.core.module.tea import FOLDER
from tests.room import tea
from tests.voice.test_studio import tone
from tests.web.servers import Process, serving
from thinkcoop.app.narration import Made, take_of
from thinkcoop.store.voices import VoiceFolder
from thinkcoop.voice import AvStudio
from thinkcoop.web.narrated import lines_for
from thinkcoop.web.translator import translator
from thinkcoop.web.voices import PRODUCT, text_hash

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

FAKE_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
LINES = lines_for(tea().module, translator("en", FOLDER))
PATIENCE_MS = 15_000


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A Chromium that hears beeps, and plays only what was tapped."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow; most runs need none

    with sync_playwright() as playwright:
        args = (*CHROMIUM_ARGS, *FAKE_MICROPHONE, "--autoplay-policy=user-gesture-required")
        running = playwright.chromium.launch(executable_path=chromium, args=args)
        yield running
        running.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Process]:
    with serving(tmp_path / "data") as process:
        yield process


def opened(browser: Browser, address: str, width: int = 360) -> Page:
    page = browser.new_context(viewport={"width": width, "height": 740}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(address)
    return page


def test_sentence_after_sentence_with_the_keyboard_alone(
    browser: Browser, server: Process, tmp_path: Path
) -> None:
    page = opened(browser, f"{server.base}/desk/voice/tea/en")
    assert page.locator("#line h1").inner_text() == LINES[0].said
    page.fill("#by", "Dara")
    page.locator("h1").focus()
    page.keyboard.press("Space")
    page.wait_for_selector("#one[data-state=take]")
    page.wait_for_timeout(1_500)
    page.keyboard.press("Space")
    page.wait_for_selector("#one[data-state=have]")
    page.keyboard.press("Enter")
    page.wait_for_selector("#line[data-at='2']")
    assert page.locator("#line h1").inner_text() == LINES[1].said
    assert page.inner_text("#told") == "Kept."
    [take] = VoiceFolder(tmp_path / "data" / "voice" / PRODUCT / "en").takes().values()
    assert (take.by, take.place, take.synthetic) == ("Dara", LINES[0].place, False)
    assert 500 < take.milliseconds < 4_000
    page.keyboard.press("ArrowRight")
    page.wait_for_selector("#line[data-at='3']")
    page.keyboard.press("ArrowLeft")
    page.wait_for_selector("#line[data-at='2']")


def test_without_a_microphone_a_file_does_it(
    browser: Browser, server: Process, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.add_init_script("Object.defineProperty(window, 'isSecureContext', { value: false })")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{server.base}/desk/voice/tea/en")
    assert "gets no microphone" in page.inner_text("#told")
    assert page.locator("[data-do=record]").is_visible() is False
    file = tmp_path / "note.wav"
    file.write_bytes(tone((0.5, 0), (1, 0.5)))
    page.set_input_files("#one [type=file]", file)
    page.click("[data-do=keep]")
    page.wait_for_selector("#line[data-at='2']")
    assert len(VoiceFolder(tmp_path / "data" / "voice" / PRODUCT / "en").takes()) == 1


def test_where_nothing_is_recorded_there_is_no_button(browser: Browser, server: Process) -> None:
    page = opened(browser, f"{server.base}/s/{server.open()}/")
    come_in(page, "p-lotus")
    assert [each.is_visible() for each in page.locator(".hear").all()] == [False]


def test_a_phone_plays_what_is_recorded(browser: Browser, tmp_path: Path) -> None:
    record(tmp_path / "data")
    with serving(tmp_path / "data") as server:
        session = server.open()
        page = opened(browser, f"{server.base}/s/{session}/")
        come_in(page, "p-fish")
        for picture in ("p-lotus", "p-palm", "p-drum"):
            server.join(session, picture)
        server.go_on(session)
        page.wait_for_selector("[data-step='t1-1']")
        asked: list[str] = []
        page.on("response", lambda response: asked.append(f"{response.status} {response.url}"))
        page.click(".say .hear")
        page.wait_for_selector(".hear[aria-pressed=true]")
        page.wait_for_selector(".hear[aria-pressed=false]")
        heard = [each for each in asked if "/voice/" in each]
        assert [bool(re.match(r"20[06] .*\.(opus|m4a)$", each)) for each in heard] == [True]
        assert page.locator(".machine").is_visible()


def come_in(page: Page, picture: str) -> None:
    page.click(f"button[value={picture}]")
    page.click("button[name=trade] >> nth=0")
    page.click("button[name=reads] >> nth=0")
    page.click("button.main")
    page.wait_for_selector("#screen .say")


def record(data: Path) -> None:
    """Let a tone stand for every sentence of the first activity."""
    made = AvStudio().make(tone((0.6, 0.5)))
    assert isinstance(made, Made)
    for line in (each for each in LINES if each.place.startswith("t1/")):
        VoiceFolder(data / "voice" / "tea" / "en").keep(
            line.key, take_of(line, made, synthetic=True), made
        )


def test_the_browser_finds_a_sound_by_the_same_hash(browser: Browser, server: Process) -> None:
    session = server.open()
    page = opened(browser, f"{server.base}/s/{session}/wall", 1280)
    words = ["", "Talk in twos.", "ម្នាក់\u200bម្តងៗ", "¿Qué hacemos? 🐟"]
    found = page.evaluate("words => words.map(window.speak.hash)", words)
    assert found == [text_hash(each) for each in words]
