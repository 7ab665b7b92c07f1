"""Try a phone's page in a real Chromium 80, the oldest browser we promise: `tools/old_chromium.py`.

The browser is looked for in $OLD_CHROMIUM (a folder with `chromium` in it), else fetched with npm
from the package chrome-aws-lambda 2.1.1. Where neither works it says so loudly and does nothing.
Playwright does not speak to a browser that old, so a few lines here do.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # called as a file, not as a module

from tests.browser.hall import Hall, running_hall
from tests.web.card_pictures import picture_of
from thinkcoop.core.cards import SIGNS, Sign
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, StepId
from thinkcoop.web.phrases import PAGE

PACKAGE = "chrome-aws-lambda@2.1.1"
UNPACK = """const fs=require('fs'),z=require('zlib'),d='package/bin/';
for(const f of fs.readdirSync(d))
if(f.endsWith('.br'))fs.writeFileSync(f.slice(0,-3),z.brotliDecompressSync(fs.readFileSync(d+f)))"""
PATIENCE_S = 15
MOOD = "mood"
CARDS: dict[int, Sign] = {1: "A", 2: "B", 3: "C", 4: "A", 5: "B"}


class Tab:
    """One page of the old browser, spoken to over its debugging socket."""

    def __init__(self, address: str) -> None:
        there = urlsplit(address)
        host, port, path = str(there.hostname), there.port, there.path
        self._line = socket.create_connection((host, port), timeout=PATIENCE_S)
        key = base64.b64encode(os.urandom(16)).decode()
        hello = (
            f"GET {path} HTTP/1.1",
            f"Host: {host}:{port}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {key}",
            "Sec-WebSocket-Version: 13",
        )
        self._line.sendall("\r\n".join([*hello, "", ""]).encode())
        self._reader = self._line.makefile("rb")
        while self._reader.readline().strip():
            continue
        self._asked = 0

    def ask(self, method: str, **params: object) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        self._asked += 1
        text = json.dumps({"id": self._asked, "method": method, "params": params}).encode()
        mask = os.urandom(4)
        body = bytes(byte ^ mask[i % 4] for i, byte in enumerate(text))
        size = struct.pack("!BBH", 0x81, 0xFE, len(text))
        self._line.sendall(size + mask + body)
        while True:
            reply = json.loads(self._frame())
            if reply.get("id") == self._asked:
                return cast("dict[str, Any]", reply.get("result", {}))

    def _frame(self) -> bytes:
        _, length = struct.unpack("!BB", self._reader.read(2))
        if length == 126:
            [length] = struct.unpack("!H", self._reader.read(2))
        elif length == 127:
            [length] = struct.unpack("!Q", self._reader.read(8))
        return self._reader.read(length)

    def run(self, script: str) -> object:
        """What a script on the page gives."""
        found = self.ask("Runtime.evaluate", expression=script, returnByValue=True)
        return found.get("result", {}).get("value")

    def until(self, script: str, what: str) -> None:
        """Wait until it is true."""
        ends = time.monotonic() + PATIENCE_S
        while self.run(script) is not True:
            if time.monotonic() > ends:
                raise SystemExit(
                    f"FAILED: {what}; the page says: {self.run('document.body.innerText')}"
                )
            time.sleep(0.1)
        print(f"ok: {what}")

    def tap(self, words: str) -> None:
        """Click the thing with these words on it."""
        things = "Array.from(document.querySelectorAll('button, a.b, label'))"
        found = f"{things}.find((e) => e.innerText.trim() === {json.dumps(words)})"
        self.until(f"!!{found}", f"“{words}” is there")
        self.run(f"{found}.click()")

    def choose(self, css: str, file: Path) -> None:
        """Put a file into a field, as a camera would."""
        page = self.ask("DOM.getDocument")["root"]["nodeId"]
        field = self.ask("DOM.querySelector", nodeId=page, selector=css)["nodeId"]
        self.ask("DOM.setFileInputFiles", nodeId=field, files=[str(file)])


def main() -> int:
    """Come in, answer, go on to the next step, and read cards, in Chromium 80."""
    with tempfile.TemporaryDirectory() as folder:
        home = old_chromium(Path(folder))
        if home is None:
            print("!!! NOT TRIED: there is no Chromium 80 here, and npm could not fetch one. !!!")
            return 0
        with running_hall(Path(folder) / "data") as hall, old_browser(home) as tab:
            session = hall.open(expected=4)
            visitors = [hall.visitor(session, each) for each in ("p-turtle", "p-frog", "p-bird")]
            print(tab.ask("Browser.getVersion").get("product"))
            tab.ask("Page.navigate", url=f"{hall.url}/s/{session}/")
            for words in ("Lotus", "I sell in a market", PAGE["reads_no"], PAGE["come_in"]):
                tab.tap(words)
            tab.until("!!document.querySelector('html.js #screen > article')", "the page is live")
            hall.hurry_to(session, MOOD)
            tab.until(
                "!!document.querySelector('form[data-form=scale]')",
                "the stream brings the question",
            )
            tab.run("document.querySelectorAll('form.answer .tile')[1].click()")
            sent = (
                f"document.querySelector('.tick').innerText.trim() === {json.dumps(PAGE['sent'])}"
            )
            tab.until(sent, "the answer is on the server's disk")
            given = hall.state(session).answers[StepId(MOOD)]
            if [answer.value for answer in given.values()] != [(1,)]:
                raise SystemExit(f"FAILED: the room has {given}")
            hall.hurry_to(session, "names")
            tab.until(
                "document.querySelector('article').dataset.key.startsWith('turn')",
                "the next step comes",
            )
            tab.until("document.documentElement.scrollWidth <= innerWidth", "nothing sticks out")
            for visitor in visitors:
                visitor.close()
            for gone in (False, True):
                with hall.without_card_reader(gone=gone):
                    read_cards(tab, hall, Path(folder))
    return 0


def read_cards(tab: Tab, hall: Hall, folder: Path) -> None:
    """Photograph all cards; the server reads them, or where it cannot, the old browser itself."""
    session = hall.open(expected=len(CARDS))
    for picture in PEOPLE[: len(CARDS)]:
        hall.submit(
            session,
            c.TakeSeat(
                answer=AnswerId(uuid4().hex),
                picture=picture,
                trade="driver",
                reads=True,
                guest=False,
                channel="card",
            ),
        )
    hall.hurry_to(session, MOOD)
    photograph = folder / "cards.jpg"
    photograph.write_bytes(picture_of(CARDS))
    tab.ask("Page.navigate", url=f"{hall.url}/desk/{session}/cards")
    tab.until("!!document.querySelector('.send[hidden]')", "the page that reads cards is live")
    tab.until("document.documentElement.scrollWidth <= innerWidth", "nothing sticks out of it")
    tab.choose("input[type=file]", photograph)
    tab.until("location.search === '?all=1'", "all cards were read")
    given = hall.state(session).answers[StepId(MOOD)]
    if [given[seat].value for seat in sorted(given)] != [
        (SIGNS.index(sign),) for sign in CARDS.values()
    ]:
        raise SystemExit(f"FAILED: the room has {given}")


def old_chromium(folder: Path) -> Path | None:
    """The folder of the old browser, fetched when it must be."""
    if found := os.environ.get("OLD_CHROMIUM"):
        return Path(found)
    npm, node = shutil.which("npm"), shutil.which("node")
    if not npm or not node:
        return None

    def quietly(*command: str) -> int:
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode

    if quietly(npm, "pack", PACKAGE):
        return None
    [archive] = folder.glob("*.tgz")
    quietly("tar", "xzf", archive.name)
    quietly(node, "-e", UNPACK)
    for tar in folder.glob("*.tar"):
        quietly("tar", "xf", tar.name)
    browser = folder / "chromium"
    if not browser.exists():
        return None
    browser.chmod(0o755)
    return folder


@contextmanager
def old_browser(home: Path) -> Iterator[Tab]:
    """The old browser with one empty page."""
    flags = "--headless --no-sandbox --disable-gpu --single-process --no-zygote"
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        running = subprocess.Popen(
            [
                str(home / "chromium"),
                *flags.split(),
                "--remote-debugging-port=0",
                "--window-size=360,740",
                f"--user-data-dir={profile}",
                "about:blank",
            ],
            env={**os.environ, "LD_LIBRARY_PATH": f"{home}:{home}/lib"},
            stderr=subprocess.DEVNULL,
        )
        try:
            yield Tab(_first_page(Path(profile)))
        finally:
            running.terminate()
            running.wait(timeout=10)


def _first_page(profile: Path) -> str:
    said = profile / "DevToolsActivePort"
    ends = time.monotonic() + PATIENCE_S
    while not said.exists() or not said.read_text():
        if time.monotonic() > ends:
            raise SystemExit("!!! NOT TRIED: the old Chromium does not start here. !!!")
        time.sleep(0.1)
    port = said.read_text().split()[0]
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/json") as reply:
        pages = json.load(reply)
    return next(str(page["webSocketDebuggerUrl"]) for page in pages if page["type"] == "page")


if __name__ == "__main__":
    sys.exit(main())
