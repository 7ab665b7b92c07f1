"""The live client in a real browser, against a server that can be told to fail."""

from __future__ import annotations

import http.server
import json
import queue
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, parse_qsl

import pytest

from tests.web.made_up.cards import cards, signs
from tests.web.made_up.parts import TROUBLES
from tests.web.made_up.screens import BALLOT, FORMS, THINK, TURN
from tests.web.samples import MODULE, PHONE
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Screen, Text, phrase
from thinkcoop.web.assets import asset
from thinkcoop.web.render import page, screen_html, translator

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data: blob:; "
    "connect-src 'self'; font-src 'self'; media-src 'self' blob:; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
WORDS = translator("en", MODULE)


@dataclass
class Room:
    """A server with one phone, that does what a test tells it."""

    screen: Screen
    status: int = 200
    got: list[dict[str, list[str]]] = field(default_factory=list)
    order: list[list[tuple[str, str]]] = field(default_factory=list)
    frames: queue.Queue[str] = field(default_factory=queue.Queue)
    address: str = ""
    box: str = "p-buffalo"

    def push(self, screen: Screen) -> None:
        """Show another screen."""
        self.frames.put(f"id: 1\ndata: 50000 {screen_html(screen, 'phone', WORDS)}\n\n")

    def page(self) -> str:
        """The phone's page."""
        given = {**PHONE, "stream": "/s/K7RM/stream?view=phone", "picture": self.box}
        return page(
            "phone",
            WORDS,
            **{**given, "screen": screen_html(self.screen, "phone", WORDS, "a" * 32)},
        )

    def wait_for(self, many: int) -> list[dict[str, list[str]]]:
        """What was posted, once there are `many`."""
        for _ in range(200):
            if len(self.got) >= many:
                break
            time.sleep(0.05)
        return self.got

    def wait_for_value(self, value: str) -> None:
        """Wait until the last answer that was posted is this one."""
        for _ in range(200):
            if self.got and self.got[-1]["v"] == [value]:
                return
            time.sleep(0.05)


class Server(http.server.ThreadingHTTPServer):
    """A server that knows its room."""

    daemon_threads = True
    room: Room


class Handler(http.server.BaseHTTPRequestHandler):
    """What the room answers."""

    server: Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        if "/stream" in self.path:
            self.stream()
            return
        made = asset(self.path.rsplit("/", 1)[-1])
        body = made.plain if made else self.server.room.page().encode()
        self.reply(200, body, made.kind if made else "text/html; charset=utf-8")

    def stream(self) -> None:
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        frame = "retry: 300\n\n"
        try:
            while True:
                self.wfile.write(frame.encode())
                self.wfile.flush()
                frame = self.server.room.frames.get()
        except OSError:
            return

    def do_POST(self) -> None:
        room = self.server.room
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        room.order.append(parse_qsl(body))
        room.got.append({"act": [self.path.rsplit("/", 1)[-1]], **parse_qs(body)})
        if "json" not in self.headers.get("Accept", ""):
            self.reply(200, b"<!doctype html><title>ok</title>", "text/html")
            return
        told = {"ok": room.status == 200, "sentence": "That question is closed now."}
        self.reply(room.status, json.dumps(told).encode(), "application/json")

    def reply(self, status: int, body: bytes, kind: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Content-Security-Policy", CSP)
        self.end_headers()
        self.wfile.write(body)


@pytest.fixture
def room() -> Iterator[Room]:
    made = Room(FORMS["one-three"])
    server = Server(("127.0.0.1", 0), Handler)
    server.room = made
    threading.Thread(target=server.serve_forever, daemon=True).start()
    made.address = f"http://127.0.0.1:{server.server_address[1]}/s/K7RM/"
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def phone(browser: Browser, room: Room) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    opened = context.new_page()
    wrong: list[str] = []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on(
        "console",
        lambda message: wrong.append(message.text) if "Security" in message.text else None,
    )
    opened.set_default_timeout(5000)
    yield opened
    assert wrong == []
    context.close()


def opened(phone: Page, room: Room, screen: Screen) -> Page:
    room.screen = screen
    phone.goto(room.address)
    return phone


def test_a_tap_is_shown_at_once_and_ticked_when_it_is_kept(phone: Page, room: Room) -> None:
    opened(phone, room, FORMS["one-three"])
    phone.click("text=More votes than others")
    assert phone.get_attribute("button[value='1'].tile", "aria-pressed") == "true"
    [got] = room.wait_for(1)
    assert (got["act"], got["step"], got["v"], len(got["answer"][0])) == (
        ["answer"],
        ["my-trouble"],
        ["1"],
        32,
    )
    phone.wait_for_selector(".tick:has-text('sent')")


def test_answers_wait_while_the_server_is_away_and_keep_their_order_and_names(
    phone: Page, room: Room
) -> None:
    opened(phone, room, FORMS["one-three"])
    room.status = 503
    phone.click("text=More votes than others")
    phone.click("text=One vote, like everyone")
    phone.wait_for_selector(".tick:has-text('kept')")
    room.wait_for(2)
    phone.reload()
    room.status = 200
    assert phone.get_attribute("button[value='0'].tile", "aria-pressed") == "true"
    phone.wait_for_selector(".tick:has-text('sent')", timeout=9000)
    room.wait_for_value("0")  # the sign is for each answer, also while the next is on its way
    names = [got["answer"][0] for got in room.got]
    values = [got["v"][0] for got in room.got]
    assert values[-2:] == ["1", "0"]
    assert len(set(names)) == 2
    assert names[0] == names[-2]


def test_a_refusal_is_said_and_the_tap_is_taken_back(phone: Page, room: Room) -> None:
    opened(phone, room, FORMS["one-three"])
    room.status = 409
    phone.click("text=More votes than others")
    phone.wait_for_selector("#notice:has-text('closed now')")
    assert phone.get_attribute("button[value='1'].tile", "aria-pressed") == "false"
    assert (
        phone.evaluate("localStorage.length && localStorage.getItem(localStorage.key(0))") == "[]"
    )


def test_what_is_being_typed_survives_a_new_picture_of_the_same_step(
    phone: Page, room: Room
) -> None:
    opened(phone, room, FORMS["words"])
    phone.fill("main textarea", "Buy ice together")
    room.push(replace(FORMS["words"], notes=(*FORMS["words"].notes, *THINK.notes)))
    phone.wait_for_selector("text=Still to answer: 3")
    assert phone.input_value("main textarea") == "Buy ice together"
    assert phone.evaluate("document.activeElement.name") == "text"


def test_a_new_step_gets_the_focus(phone: Page, room: Room) -> None:
    opened(phone, room, FORMS["words"])
    room.push(THINK)
    phone.wait_for_selector("text=What is hard for you?")
    assert phone.evaluate("document.activeElement.tagName") == "H1"


HEARS = """() => {
  window.told = [];
  const region = "[role=status], [role=alert], [aria-live]";
  new MutationObserver((changes) => changes.forEach((change) => {
    const at = change.target.nodeType === 1 ? change.target : change.target.parentElement;
    const live = at && at.closest(region);
    if (live && live.textContent.trim()) window.told.push(live.textContent.trim());
    change.addedNodes.forEach((node) => {
      const alerts = node.querySelectorAll ? node.querySelectorAll("[role=alert]") : [];
      alerts.forEach((each) => window.told.push(each.textContent));
    });
  })).observe(document.body, { subtree: true, childList: true, characterData: true });
}"""
"""Everything that a program which reads aloud would say without being asked."""


def test_who_listens_hears_what_is_new_and_not_the_whole_screen_at_each_push(
    phone: Page, room: Room
) -> None:
    opened(phone, room, TURN)
    phone.evaluate(HEARS)
    for many in range(2, 2 + 10):
        room.push(replace(TURN, notes=(phrase(P.WAITING_FOR, count=many),)))
    phone.wait_for_selector(f"text={WORDS.text(phrase(P.WAITING_FOR, count=11))}")
    room.push(replace(TURN, text=Text("Now you speak.")))
    phone.wait_for_selector("h1:has-text('Now you speak.')")
    room.push(THINK)
    phone.wait_for_selector("text=What is hard for you?")
    assert phone.evaluate("window.told") == ["Now you speak."]


def test_who_is_at_a_button_stays_there_when_the_screen_comes_again(
    phone: Page, room: Room
) -> None:
    opened(phone, room, cards("Which?", signs(read=0), legend=TROUBLES))
    phone.locator(".shows:nth-child(2) button[value='1']").focus()
    room.push(cards("Which?", signs(read=1), legend=TROUBLES))
    phone.wait_for_selector(".shows:first-child .seen")
    where = "[document.activeElement.value, document.activeElement.form.seat.value]"
    assert phone.evaluate(where) == ["1", "2"]


def test_a_hidden_choice_of_a_ballot_is_sent_only_by_the_second_tap(
    phone: Page, room: Room
) -> None:
    opened(phone, room, BALLOT)
    phone.click("text=Not yet")
    phone.wait_for_timeout(150)
    assert room.got == []
    phone.click("text=Put it in the box")
    assert room.wait_for(1)[0]["v"] == ["1"]


@pytest.mark.parametrize(
    ("form", "taps", "sent"),
    [
        ("several", ["Driving and fixing", "Calming a quarrel"], [("v", "3"), ("v", "5")]),
        (
            "rank",
            ["Buying and selling", "Cooking or"],
            [("n", "3"), ("trim", "1"), ("v0", "3"), ("v1", "2"), ("v2", "-1")],
        ),
        (
            "sort",
            ["It depends", "Cost", "Good side"],
            [("n", "5"), ("v0", "0"), ("v1", "1"), ("v2", "2"), ("v3", "1"), ("v4", "0")],
        ),
        (
            "map",
            ["Customers", "Officials"],
            [
                ("n", "6"),
                ("v0", "0"),
                ("v1", "0"),
                ("v2", "1"),
                ("v3", "0"),
                ("v4", "1"),
                ("v5", "1"),
            ],
        ),
        ("money", ["one more 10,000", "one less 500"], [("v", "37000")]),
        ("number", ["more", "more"], [("v", "14")]),
        (
            "promise",
            ["Visit a group", "This week"],
            [("n", "2"), ("v0", "1"), ("v1", "1"), ("text", "")],
        ),
    ],
)
def test_taps_become_the_answer(
    phone: Page, room: Room, form: str, taps: list[str], sent: list[tuple[str, str]]
) -> None:
    opened(phone, room, FORMS[form])
    for words in taps:
        if form in ("money", "number"):
            phone.get_by_role("button", name=words, exact=form == "number").click()
        else:
            phone.click(f".answer .tile >> text={words}")
    phone.click("text=Send")
    room.wait_for(1)
    pairs = [pair for pair in room.order[0] if pair[0] not in ("step", "answer")]
    assert pairs == [pair for pair in sent if pair[1]]


def test_two_people_on_one_phone_have_two_outboxes(phone: Page, room: Room) -> None:
    opened(phone, room, FORMS["one-three"])
    room.status = 503
    phone.click("text=More votes than others")
    room.wait_for(1)
    room.box = "p-lotus"
    phone.reload()
    assert phone.get_attribute("button[value='1'].tile", "aria-pressed") == "false"
    assert phone.is_hidden(".tick")


def test_it_all_works_without_javascript(browser: Browser, room: Room) -> None:
    context = browser.new_context(java_script_enabled=False)
    phone = context.new_page()
    opened(phone, room, FORMS["one-three"]).click("text=More votes than others")
    assert [room.got[0][name] for name in ("step", "answer", "v")] == [
        ["my-trouble"],
        ["a" * 32],
        ["1"],
    ]
    opened(phone, room, FORMS["rank"]).select_option("select[name=v0]", "4")
    phone.click("text=Send")
    assert [room.got[1][name] for name in ("v0", "n", "trim")] == [["4"], ["3"], ["1"]]
    opened(phone, room, FORMS["money"]).fill("input[name=v]", "12000")
    phone.click("text=Send")
    assert room.got[2]["v"] == ["12000"]
    context.close()
