"""People in front of screens: they read what is on the screen and tap what it offers.

Nothing here knows addresses of forms, fields or steps. A person looks at the one article on the
screen, sees a main button or a question, and taps; that is all a participant can do.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from playwright.sync_api import BrowserContext, Locator, Page
from playwright.sync_api import Error as Unlucky
from playwright.sync_api import TimeoutError as TooSlow

from thinkcoop.web.phrases import PAGE, PEOPLE

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PATIENCE_MS = 10_000
SOON_S = 1.0
PHONE = {"width": 360, "height": 740}
TABLE = {"width": 800, "height": 600}
WALL = {"width": 1280, "height": 720}
DESK = {"width": 1100, "height": 800}

SPEAKS = """Object.defineProperty(window, 'speechSynthesis', {value: {
  getVoices: () => [{localService: true, lang: document.documentElement.lang}],
  cancel() {}, speak() {},
}});"""
"""A device that can speak: else the buttons that read aloud would not be on the screens."""

LOOK = """() => {
  const screen = document.querySelector("#screen > article") || document.querySelector("#screen");
  const shown = (e) => !!e && e.offsetParent !== null;
  const form = document.querySelector("form.answer");
  const tick = document.querySelector(".tick");
  return {
    key: (screen && screen.dataset.key) || "",
    words: screen ? screen.innerText : "",
    ask: (document.querySelector("h1") || {innerText: ""}).innerText,
    form: form ? form.dataset.form : "",
    answered: shown(tick),
    main: shown(document.querySelector("#screen .acts form .b.main")),
    speaking: !!screen && screen.classList.contains("speaking"),
  };
}"""


@dataclass(frozen=True, slots=True)
class Sight:
    """What a person takes in at one look."""

    key: str
    words: str
    ask: str
    form: str
    answered: bool
    main: bool
    speaking: bool

    @property
    def kind(self) -> str:
        """What kind of screen it is."""
        return self.key.partition(":")[0]


@dataclass(slots=True)
class Witness:
    """What went wrong or went elsewhere in a browser."""

    urls: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def watch(self, context: BrowserContext) -> None:
        """Note every request, every error on the console and every page error."""
        context.on("request", lambda request: self.urls.append(request.url))
        context.on(
            "console",
            lambda said: self.complaints.append(said.text) if said.type == "error" else None,
        )
        context.on("weberror", lambda error: self.complaints.append(str(error.error)))

    def strangers(self, url: str) -> list[str]:
        """Requests to anywhere else than the server at `url`."""
        ours = (url + "/", "data:")
        return [each for each in self.urls if not each.startswith(ours)]


class Person:
    """Somebody with a device in the hand."""

    def __init__(self, context: BrowserContext, name: str = "", *, scripts: bool = True) -> None:
        self.context = context
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.name = name
        self.scripts = scripts
        self._tapped = ("", "")

    # ---- looking

    def look(self) -> Sight:
        """What is on the screen now."""
        for _ in range(20):
            try:
                return Sight(**cast("dict[str, Any]", self.page.evaluate(LOOK)))
            except Unlucky:  # a page that is just being replaced cannot be looked at
                time.sleep(0.05)
        raise AssertionError(f"{self.name}: the page never stands still")

    def glance(self) -> Sight:
        """Look; whoever has no scripts loads the page again instead of waiting five seconds."""
        if not self.scripts:
            with suppress(Unlucky):  # it was just refreshing itself
                self.page.reload()
        return self.look()

    def sees(self, words: str, *, seconds: float = 5.0) -> None:
        """Wait until these words can be read."""
        self.until(lambda sight: words in sight.words, f"“{words}”", seconds=seconds)

    def until(
        self, true: Callable[[Sight], bool], what: str = "", *, seconds: float = 5.0
    ) -> Sight:
        """Wait until the screen is so; return it."""
        ends = time.monotonic() + seconds
        while not true(sight := self.glance()):
            assert time.monotonic() < ends, f"{self.name} waits for {what}, sees {sight}"
            self.page.wait_for_timeout(25)
        return sight

    # ---- tapping

    def tap(self, words: str) -> None:
        """Tap the thing with these words on it."""
        things = "button:visible, a:visible, label:visible, summary:visible"
        self._tap(self.page.locator(things).filter(has_text=words).first)

    def tap_picture(self, picture: str) -> None:
        """Tap the tile of a person's picture."""
        name = re.compile(rf"^\s*{re.escape(PEOPLE[picture.removeprefix('p-')])}\s*$")
        self._tap(self.page.locator(".tile:visible").filter(has_text=name))

    def _tap(self, thing: Locator) -> None:
        thing.tap()

    def come_in(self, *, picture: str, trade: str, reads: bool = True) -> None:
        """From the first page of coming in to a place of one's own."""
        self.tap_picture(picture)
        self.tap(trade)
        self.tap(PAGE["reads_yes" if reads else "reads_no"])
        self.tap(PAGE["come_in"])
        self.page.wait_for_url(lambda address: address.split("?")[0].endswith("/"))

    def act(self) -> bool:
        """Do what the screen asks for, if it asks for anything. Return whether something was done.

        *Done* is tapped once for all that a screen says; a device goes to the next hand again.
        """
        before = self.glance()
        this = (before.key, before.words)
        if before.kind in ("left", "gather", "seated", "lost", "over", "between"):
            return False
        if before.form and not before.answered:
            self._do(lambda: self.answer(before.form), before)
            return True
        if before.main and (before.kind in ("hand", "turn", "report") or self._tapped != this):
            self._tapped = this
            button = self.page.locator("#screen .acts form .b.main:visible").first
            self._do(lambda: self._tap(button), before)
            return True
        return False

    def _do(self, tap: Callable[[], None], before: Sight) -> None:
        """Tap, and wait a moment for what comes of it. The screen may go on under the finger."""
        try:
            tap()
        except TooSlow:
            if self.glance().key == before.key:
                raise
        ends = time.monotonic() + SOON_S
        while self.look() == before and time.monotonic() < ends:
            self.page.wait_for_timeout(20)

    # ---- answering: each form by taps, or without scripts by its plain fields

    def answer(self, form: str, choice: int = 0) -> None:
        """Answer the question that is on the screen."""
        tiles = self.page.locator("form.answer .tile:visible")
        if form in ("one", "scale", "roll"):
            self._submit(tiles.nth(choice))
            return
        if form in ("ballot", "several"):
            self._tap(tiles.nth(choice))
        elif form == "stones":
            self.lay_stone(choice)
        elif form == "promise":
            self._tap(self.page.locator("form.answer fieldset").nth(0).locator(".tile").nth(choice))
            self._tap(self.page.locator("form.answer fieldset").nth(1).locator(".tile").nth(0))
        elif form == "words":
            self.page.locator("form.answer textarea").fill("Good to hear the others")
        elif not self.scripts:
            self._fill_plainly(form)
        else:
            self._lay_out(form, tiles)
        self.send()

    def lay_stone(self, choice: int) -> None:
        """Take one of the stones, and do not send it yet."""
        self._tap(self.page.locator("form.answer .pick input").nth(choice))

    def send(self) -> None:
        """The button under a form."""
        self._submit(self.page.locator("form.answer .b.main:visible"))

    def _submit(self, button: Locator) -> None:
        """Tap what sends a form; without scripts a page comes back, and nobody is faster."""
        if self.scripts:
            return self._tap(button)
        with self.page.expect_navigation():
            return self._tap(button)

    def _fill_plainly(self, form: str) -> None:
        for place, field_ in enumerate(self.page.locator("form.answer select").all()):
            field_.select_option(index=1 + place if form == "rank" else 1)
        typed = {"money": "1000", "beans": "0"}.get(form, "3")
        for number in self.page.locator("form.answer input[inputmode=numeric]:visible").all():
            number.fill(typed)
        if form == "beans":
            self.page.locator("form.answer input[inputmode=numeric]").first.fill("10")

    def _lay_out(self, form: str, tiles: Locator) -> None:
        if form == "sort":
            while (cards := self.page.locator(".deck .card").count()) > 0:
                self._tap(tiles.nth(cards % tiles.count()))
        elif form == "money":
            self._tap(self.page.locator("form.answer .rn:visible").first)
        elif form == "number":
            self._tap(self.page.locator("form.answer [data-add='1']"))
        elif form in ("heap", "beans"):
            place = tiles.last if form == "heap" else tiles.first
            for _ in range(self.page.locator("form.answer .left .beans i:visible").count() or 3):
                self._tap(place)
        elif form != "next":  # rank, map
            self._tap(tiles.nth(0))
            self._tap(tiles.nth(1))


def phone_context(
    browser: Browser,
    **more: Any,  # noqa: ANN401 - what Playwright takes
) -> BrowserContext:
    """A phone of its own: its own cookies, its own connection, fingers."""
    given: dict[str, Any] = {"viewport": PHONE, "has_touch": True, "is_mobile": True, **more}
    return browser.new_context(**given)
