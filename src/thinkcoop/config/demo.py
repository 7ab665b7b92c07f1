"""`thinkcoop demo`: a real server, a room full of simulated people, and a seat for the newcomer."""

from __future__ import annotations

import argparse
import contextlib
import io
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Event

import segno
from rich.console import Console, Group
from rich.panel import Panel
from rich.text import Text

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.config import logs
from thinkcoop.config.arguments import port
from thinkcoop.config.running import RunningServer, running
from thinkcoop.config.system import SystemClock
from thinkcoop.core.words import Millis
from thinkcoop.rehearsal.access import Plan
from thinkcoop.rehearsal.command import shelf_of, whole_module
from thinkcoop.rehearsal.live import LiveDay, on_time
from thinkcoop.rehearsal.people import Ways
from thinkcoop.rehearsal.web_access import WebAccess
from thinkcoop.store.device_lock import DeviceLock
from thinkcoop.store.setup import prepare_folder

MODULE, EDITION = "thinkcoop", "core"
DEVICES = 1
EVERYWHERE = "0.0.0.0"  # noqa: S104 - the newcomer's phone must reach it
LOG = "server.log"
PATIENCE_S = 2.0
FEWEST, MOST = 8, 400


class HurriedClock(SystemClock):
    """A clock that goes so many times as fast."""

    def __init__(self, speed: float) -> None:
        self._speed = speed
        self._zero = super().monotonic_ms()
        self._wall_zero = super().wall_ms()

    def _gone(self) -> int:
        return round((super().monotonic_ms() - self._zero) * self._speed)

    def monotonic_ms(self) -> Millis:
        return Millis(self._zero + self._gone())

    def wall_ms(self) -> int:
        return self._wall_zero + self._gone()


def demo(options: argparse.Namespace) -> int:
    """Run the demonstration until Ctrl+C. Returns 1 when it cannot start, 2 when not understood."""
    parser = _parser()
    wishes = parser.parse_args(options.rest)
    if not FEWEST <= wishes.people <= MOST or not 0.25 <= wishes.speed <= 20:
        parser.error(f"--people takes {FEWEST} to {MOST}, --speed 0.25 to 20.")
    stop = Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    clock = SystemClock() if wishes.speed == 1 else HurriedClock(wishes.speed)
    try:
        with (
            _folder(wishes.data) as folder,
            running(folder, at=(EVERYWHERE, wishes.port), clock=clock) as server,
        ):
            _show(server, clock, wishes, stop)
    except StoreTrouble as trouble:
        print(trouble.plain, file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="thinkcoop demo", description="Watch a session with simulated people, and join it."
    )
    parser.add_argument("--port", type=port, default=8000)
    parser.add_argument("--people", type=int, default=24, metavar="N", help="simulated (24)")
    parser.add_argument(
        "--speed", type=float, default=1.0, help="of clock and people (1: the clock is true)"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="other people (1)")
    parser.add_argument("--data", type=Path, metavar="DIR", help="keep the session there")
    return parser


@contextlib.contextmanager
def _folder(kept: Path | None) -> Iterator[Path]:
    """The data folder: one that is gone at the end, unless it is to be kept."""
    with contextlib.ExitStack() as stack:
        folder = kept or Path(
            stack.enter_context(tempfile.TemporaryDirectory(prefix="thinkcoop-demo-"))
        )
        prepare_folder(folder)
        stack.enter_context(DeviceLock(folder))
        logs.begin(folder / LOG)
        yield folder


def _show(
    server: RunningServer, clock: SystemClock, wishes: argparse.Namespace, stop: Event
) -> None:
    console = Console(highlight=False)
    console.print("One moment: the room is being opened.")
    shelf, name = shelf_of(MODULE)
    module = whole_module(shelf, name, _today(clock))
    plan = Plan(
        module=module,
        edition=EDITION,
        people=wishes.people,
        seed=wishes.seed,
        expected=on_time(wishes.people, wishes.seed),
        ways=Ways(devices=DEVICES),
    )
    access = WebAccess(server, patience_s=PATIENCE_S)
    day = LiveDay(plan, access, clock.monotonic_ms, tick=wishes.speed != 1)
    try:
        day.open()
        console.print(_panel(server, str(access.session), wishes.people))
        day.live(stop)
        if not stop.is_set():
            console.print("The session is over; its last screens stay open. Stop with Ctrl+C.")
            stop.wait()
    finally:
        began = time.monotonic()
        access.close()
        console.print(f"Everyone went home ({time.monotonic() - began:.1f} s).")


def _today(clock: SystemClock) -> date:
    return clock.today()


def _panel(server: RunningServer, session: str, people: int) -> Panel:
    local = f"http://localhost:{server.port}"
    reachable = server.house.addresses()
    join = f"{(reachable or [local])[0]}/s/{session}/"
    lines = Text()
    lines.append("Watch the wall   ", style="dim")
    lines.append(f"{local}/s/{session}/wall\n", style="bold")
    lines.append(f"Join as no. {people + 1:<4} ", style="dim")
    lines.append(f"{join}\n", style="bold")
    lines.append("  in this machine's browser, or scan this with a phone in the same network\n")
    if reachable:
        lines.append(f"                 {local}/s/{session}/\n", style="dim")
    lines.append("The desk         ", style="dim")
    lines.append(f"{local}/desk/{session}/\n")
    lines.append("Stop             ", style="dim")
    lines.append("Ctrl+C\n\n")
    lines.append(
        f"{people} simulated people come in during the next forty seconds, five of them to a\n"
        "table with one shared device. One is late, one loses the network, one falls asleep."
    )
    return Panel(Group(lines, _qr(join)), title="Think.Coop: a room to watch", expand=False)


def _qr(address: str) -> Text:
    out = io.StringIO()
    segno.make(address, micro=False).terminal(out=out, compact=True)
    return Text.from_ansi(out.getvalue())
