"""The server that is killed: always on the same port and the same data folder."""

from __future__ import annotations

import asyncio
import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from types import TracebackType
from typing import Self

from bench.phones import HOST, Line, Reply, get, post
from bench.server import free_port
from tests.kill import nursery

LOOK_AGAIN_S = 0.005
PATIENCE_S = 60.0


class Victim:
    """One server at a time. `start` after `end`, never before."""

    def __init__(self, data_dir: Path, modules: Path) -> None:
        self.data_dir = data_dir
        self.port = free_port()
        self._modules = modules
        self._pid = 0
        self._own: subprocess.Popen[bytes] | None = None
        self._nursery: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        command = [sys.executable, nursery.__file__]
        self._nursery = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.end(signal.SIGKILL)
        if self._nursery is not None:
            with self._nursery:  # closes its stdin and waits
                pass

    def command(self, port: int) -> list[str]:
        """What is typed after `thinkcoop`."""
        return [
            *("serve", "--no-color", "--host", HOST, "--port", str(port)),
            *("--data", str(self.data_dir), "--modules", str(self._modules)),
            *("--log", str(self.data_dir.parent / "server.log")),
        ]

    def start(self, *, cold: bool) -> None:
        """Start it: `cold` as from the shell, else as a fork of a process that has all loaded."""
        if cold:
            command = [sys.executable, "-m", "thinkcoop.config.cli", *self.command(self.port)]
            self._own = subprocess.Popen(command, stdout=subprocess.DEVNULL)
            self._pid = self._own.pid
        else:
            self._pid = self._tell("start", *self.command(self.port))

    def end(self, number: int) -> int:
        """Kill it, or let it come to an end; return its status when it is gone."""
        pid, self._pid = self._pid, 0
        if not pid:
            return 0
        os.kill(pid, number)
        if self._own is not None:
            own, self._own = self._own, None
            return own.wait()
        return self._tell("reap", pid)

    def _tell(self, *words: str | int) -> int:
        assert self._nursery is not None
        assert self._nursery.stdin is not None
        assert self._nursery.stdout is not None
        self._nursery.stdin.write(json.dumps(words) + "\n")
        self._nursery.stdin.flush()
        return int(self._nursery.stdout.readline())

    async def first_page(self, path: str = "/") -> float:
        """Wait until it shows a page; return how many seconds that took."""
        began = perf_counter()
        async with asyncio.timeout(PATIENCE_S):
            while True:
                try:
                    line = await Line.open(self.port)
                    reply = await line.ask(get(self.port, path))
                except OSError:
                    await asyncio.sleep(LOOK_AGAIN_S)
                    continue
                line.close()
                assert reply.status == 200, reply
                return perf_counter() - began

    async def at_the_desk(self, act: str, fields: dict[str, str]) -> Reply:
        """Press one of the convener's buttons."""
        line = await Line.open(self.port)
        reply = await line.ask(post(self.port, f"/desk/{act}", fields))
        line.close()
        return reply
