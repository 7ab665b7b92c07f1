"""A real server in a process of its own: started, watched from outside, stopped or killed."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from time import perf_counter, sleep

import psutil

from bench.phones import HOST

POLL_S = 0.003
PATIENCE_S = 60.0


def free_port() -> int:
    """A port that nobody has at this moment."""
    with socket.socket() as line:
        line.bind((HOST, 0))
        port: int = line.getsockname()[1]
        return port


class Server:
    """`thinkcoop serve` on a data folder. With `trace`, every flush is written down there."""

    def __init__(self, data: Path, modules: Path, *, trace: Path | None = None) -> None:
        self.port = free_port()
        self._data = data
        self._modules = modules
        self._trace = trace
        self._process: subprocess.Popen[bytes] | None = None

    def start(self, path: str = "/", cookie: str = "") -> float:
        """Start, and return how many seconds it took until this page was there."""
        began = perf_counter()
        self._process = subprocess.Popen(
            [*self._strace(), *self._command()], stdout=subprocess.DEVNULL
        )
        while not self._answers(path, cookie):
            if self._process.poll() is not None or perf_counter() - began > PATIENCE_S:
                raise RuntimeError("the server did not start")
            sleep(POLL_S)
        return perf_counter() - began

    def stop(self, number: int = signal.SIGTERM) -> None:
        """End it, gracefully or with SIGKILL, and wait until it is gone."""
        if self._process is not None:
            if self._process.poll() is None:
                os.kill(self.pid, number)
            self._process.wait()
            self._process = None

    @property
    def pid(self) -> int:
        """The server's own process, also when it is watched by another."""
        assert self._process is not None
        inner = psutil.Process(self._process.pid).children() if self._trace else []
        return inner[0].pid if inner else self._process.pid

    def memory_kb(self) -> tuple[int, int]:
        """Resident memory, and its proportional share where pages are shared, in kB."""
        memory = psutil.Process(self.pid).memory_full_info()
        return memory.rss // 1024, memory.pss // 1024

    def cpu_s(self) -> float:
        """Seconds of processor time so far."""
        times = psutil.Process(self.pid).cpu_times()
        return float(times.user + times.system)

    def flushes(self, since: float, until: float) -> int:
        """How many flushes began between two moments of the wall clock."""
        assert self._trace is not None
        rows = [line.split() for line in self._trace.read_text("ascii", "replace").splitlines()]
        return sum(
            since <= float(row[1]) <= until
            for row in rows
            if row[2].startswith(("fsync(", "fdatasync("))
        )

    def _command(self) -> list[str]:
        return [
            *(sys.executable, "-m", "thinkcoop.config.cli", "serve", "--no-color"),
            *("--host", HOST, "--port", str(self.port)),
            *("--data", str(self._data), "--modules", str(self._modules)),
            *("--log", str(self._data.parent / "server.log")),
        ]

    def _strace(self) -> list[str]:
        if self._trace is None:
            return []
        only = "trace=fsync,fdatasync"
        return ["strace", "-f", "--seccomp-bpf", "-ttt", "-e", only, "-o", str(self._trace)]

    def _answers(self, path: str, cookie: str) -> bool:
        line = http.client.HTTPConnection(HOST, self.port, timeout=PATIENCE_S)
        try:
            line.request("GET", path, headers={"Cookie": cookie} if cookie else {})
            return line.getresponse().read() != b""
        except OSError:
            return False
        finally:
            line.close()
