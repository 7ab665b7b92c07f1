"""Speaking an answer in a real browser: with its microphone, with a file, and without a script."""

from __future__ import annotations

import re
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import httpx
import pytest

from tests.conftest import CHROMIUM_ARGS
from tests.web.houses import MODULES
from tests.web.servers import Process, serving, step_on
from tests.web.sounds import wav
from tests.web.test_voice import with_words

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page

FAKE_MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


@dataclass
class Room:
    """A server at the question for words, and the first of its people."""

    server: Process
    session: str
    phone: httpx.Client

    @property
    def address(self) -> str:
        return f"{self.server.base}/s/{self.session}/"

    def open(self, browser: Browser, **options: object) -> Page:
        """That person's phone in a browser."""
        context: BrowserContext = browser.new_context(
            viewport={"width": 360, "height": 740},
            **options,  # type: ignore[arg-type]  # as Playwright names them
        )
        place = self.phone.cookies["place"]
        context.add_cookies(
            [{"name": "place", "value": place, "domain": "127.0.0.1", "path": "/s/"}]
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        page.goto(self.address)
        return page

    def recordings(self, out: Path) -> list[Path]:
        """What the server has."""
        told, trouble = self.server.command(
            "recordings", self.session, "--out", str(out)
        ).communicate(timeout=30)
        assert trouble == "", told
        return sorted(out.iterdir()) if out.is_dir() else []


@pytest.fixture(scope="module")
def browser(chromium: Path) -> Iterator[Browser]:
    """A Chromium that hears beeps."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow; most runs need none

    with sync_playwright() as playwright:
        args = (*CHROMIUM_ARGS, *FAKE_MICROPHONE)
        running = playwright.chromium.launch(executable_path=chromium, args=args)
        yield running
        running.close()


@pytest.fixture
def room(tmp_path: Path) -> Iterator[Room]:
    shelf = with_words(shutil.copytree(MODULES, tmp_path / "modules"))
    with serving(tmp_path / "data", shelf) as server:
        session = server.open()
        pictures = ("p-lotus", "p-fish", "p-palm", "p-drum")
        phone, *_ = [server.join(session, picture) for picture in pictures]
        for _ in range(20):
            if step_on(phone.get(f"/s/{session}/").text) == "tell":
                break
            server.go_on(session)
        yield Room(server, session, phone)


def test_tap_speak_tap_hear_send(browser: Browser, room: Room, tmp_path: Path) -> None:
    page = room.open(browser)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    assert page.is_visible("text=Speak your answer")
    page.click("[type=file]")
    page.wait_for_selector("text=We are recording.")
    time.sleep(1.2)
    room.server.desk.post(f"/desk/{room.session}/more-time")  # the same step is drawn anew
    time.sleep(0.5)
    assert page.is_visible("text=We are recording.")
    grown = page.eval_on_selector(".grow i", "bar => bar.style.transform")
    assert float(re.findall(r"[\d.]+", grown)[0]) > 0.01
    page.click("text=Stop")
    page.click("button:has-text('Listen')")
    page.fill("main textarea", "Buy together")
    page.click("text=Send my voice")
    page.wait_for_selector("text=We have your voice.")
    assert page.input_value("main textarea") == "Buy together"
    assert page.is_visible(".tick")
    [file] = room.recordings(tmp_path / "out")
    assert (file.name, len(file.read_bytes()) > 500) == ("tell-01.webm", True)
    assert wrong == []


def test_what_was_recorded_can_be_recorded_once_more_and_a_new_step_ends_it(
    browser: Browser, room: Room, tmp_path: Path
) -> None:
    page = room.open(browser)
    for _ in range(2):
        page.click("[type=file]")
        page.wait_for_selector("text=We are recording.")
        time.sleep(0.3)
        page.click("text=Stop")
        page.click("text=Once more")
    page.click("[type=file]")
    page.wait_for_selector("text=We are recording.")
    room.server.go_on(room.session)
    page.wait_for_selector(".voice", state="detached")
    assert room.recordings(tmp_path / "out") == []


def test_a_voice_waits_on_the_phone_until_the_server_is_back(
    browser: Browser, room: Room, tmp_path: Path
) -> None:
    page = room.open(browser)
    page.click("[type=file]")
    page.wait_for_selector("text=We are recording.")
    time.sleep(0.3)
    page.click("text=Stop")
    page.context.set_offline(True)
    page.click("text=Send my voice")
    page.wait_for_selector("text=Leave this page open")
    page.context.set_offline(False)
    page.wait_for_selector("text=We have your voice.", timeout=20_000)
    assert len(room.recordings(tmp_path / "out")) == 1


def test_where_there_is_no_microphone_a_file_is_sent(
    browser: Browser, room: Room, tmp_path: Path
) -> None:
    page = room.open(browser)
    page.add_init_script("delete window.MediaRecorder")
    page.reload()
    large = {"name": "a.wav", "mimeType": "audio/wav", "buffer": wav(1_600_000)}
    page.set_input_files("[type=file]", large)  # type: ignore[arg-type]  # as Playwright names it
    page.wait_for_selector("text=This recording is too long.")
    voice = {"name": "a.wav", "mimeType": "audio/wav", "buffer": wav()}
    page.set_input_files("[type=file]", voice)  # type: ignore[arg-type]  # as above
    page.click("text=Send my voice")
    page.wait_for_selector("text=We have your voice.")
    [file] = room.recordings(tmp_path / "out")
    assert (file.name, file.read_bytes()) == ("tell-01.wav", wav())


def test_without_a_script_the_form_alone_sends_the_file(
    browser: Browser, room: Room, tmp_path: Path
) -> None:
    page = room.open(browser, java_script_enabled=False)
    assert not page.is_visible("text=Once more")
    voice = {"name": "a.wav", "mimeType": "audio/wav", "buffer": wav()}
    page.set_input_files("[type=file]", voice)  # type: ignore[arg-type]  # as above
    page.click("text=Send my voice")
    page.wait_for_selector("text=We have your voice.")
    assert page.url == f"{room.address}?n=counted"
    [file] = room.recordings(tmp_path / "out")
    assert file.read_bytes() == wav()
