"""A server as a process of its own, as conveners run it, and phones that keep a stream open."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import httpx

from tests.web.houses import JSON, MODULES, fresh_id

UP_S = 60


@dataclass
class Process:
    """`thinkcoop serve` with its data folder."""

    data_dir: Path
    port: int = 0
    running: subprocess.Popen[str] | None = None
    modules: Path = MODULES
    desk: httpx.Client = field(init=False)
    _clients: list[httpx.Client] = field(default_factory=list)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> Self:
        self.port = self.port or free_port()
        self.running = self.command("serve", "--port", str(self.port), "--no-color")
        self.desk = self.browser()
        until = time.monotonic() + UP_S
        while time.monotonic() < until and self.running.poll() is None:
            try:
                self.desk.get("/health")
            except httpx.TransportError:
                time.sleep(0.02)
            else:
                return self
        _, _, log = self.stop(signal.SIGKILL)
        raise AssertionError(f"the server did not come up: {log}")

    def command(self, name: str, *rest: str) -> subprocess.Popen[str]:
        """Run one of our commands on the data folder."""
        modules = ("--modules", str(self.modules)) if name == "serve" else ()
        line = [sys.executable, "-m", "thinkcoop.config.cli", name, *rest, *modules]
        return subprocess.Popen(
            [*line, "--data", str(self.data_dir)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )

    def command_on_file(self, name: str, file: Path) -> tuple[str, int]:
        """Run a command that needs no data folder; return what it says and its status."""
        line = [sys.executable, "-m", "thinkcoop.config.cli", name, str(file)]
        done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=30)
        return done.stdout, done.returncode

    def stop(self, how: signal.Signals = signal.SIGTERM) -> tuple[int, str, str]:
        """Stop it. Returns its status, what it printed, and its log."""
        assert self.running is not None
        self.running.send_signal(how)
        out, log = self.running.communicate(timeout=60)
        status, self.running = self.running.returncode, None
        return status, out, log

    def browser(self) -> httpx.Client:
        made = httpx.Client(
            base_url=self.base, headers={"origin": self.base}, timeout=10, verify=False
        )
        self._clients.append(made)
        return made

    def close(self) -> None:
        """Close all browsers."""
        for client in self._clients:
            client.close()

    def open(self) -> str:
        """Start a session and return its code."""
        made = self.desk.post("/desk/new", data={"module": "tea", "edition": "short"})
        assert made.status_code == 303, made.text
        return made.headers["location"].split("/")[2]

    def join(self, session: str, picture: str) -> httpx.Client:
        """Somebody comes in; what comes back is the phone."""
        phone = self.browser()
        fields = {"picture": picture, "trade": "seller", "reads": "1", "name": ""}
        answer = phone.post(f"/s/{session}/join", data=fields | {"answer": fresh_id()})
        assert answer.status_code == 303, answer.text
        return phone

    def go_on(self, session: str) -> None:
        assert self.desk.post(f"/desk/{session}/go-on").status_code == 303

    def answer(self, phone: httpx.Client, session: str, step: str) -> httpx.Response:
        fields = {"step": step, "answer": fresh_id(), "v": "1"}
        return phone.post(f"/s/{session}/do/answer", data=fields, headers=JSON)


@contextmanager
def serving(data_dir: Path, modules: Path = MODULES) -> Iterator[Process]:
    """A running server that is certainly gone afterwards."""
    process = Process(data_dir, modules=modules).start()
    try:
        yield process
    finally:
        if process.running is not None:
            process.stop(signal.SIGKILL)
        process.close()


@contextmanager
def open_stream(phone: httpx.Client, session: str, view: str = "phone") -> Iterator[Iterator[str]]:
    """Yield the lines of an open stream as they come."""
    with phone.stream("GET", f"/s/{session}/stream?view={view}", timeout=10) as answer:
        assert answer.status_code == 200
        yield answer.iter_lines()


def next_screen(lines: Iterator[str]) -> tuple[int, int, str]:
    """The next screen of a stream: version, session clock, HTML."""
    version = 0
    for line in lines:
        if line.startswith("id: "):
            version = int(line.removeprefix("id: "))
        elif line.startswith("data: "):
            now, _, html = line.removeprefix("data: ").partition(" ")
            return version, int(now), html
    raise AssertionError("the stream ended")


def free_port() -> int:
    with socket.socket() as line:
        line.bind(("127.0.0.1", 0))
        return int(line.getsockname()[1])


def log_lines(log: str) -> list[dict[str, object]]:
    """The lines of an operator's log."""
    return [json.loads(line) for line in log.splitlines() if line.startswith("{")]


def step_on(html: str) -> str | None:
    """The step that a screen is for."""
    found = re.search(r'name="step" value="([^"]+)"', html)
    return found[1] if found else None
