"""`thinkcoop serve`: one process, one command, until somebody stops it."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import gc
import os
import resource
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import uvicorn

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.config import logs
from thinkcoop.config.compose import Server, build
from thinkcoop.store.device_lock import DeviceLock
from thinkcoop.store.module_files import ModulesOnDisk
from thinkcoop.store.setup import data_folder, prepare_folder

GRACE_S = 1
"""For answers that are on their way; the streams are closed before."""
KEEP_ALIVE_S = 20
GONE_MS = 30_000
"""A phone that takes nothing any more for so long is gone, whatever its connection says."""
BACKLOG = 1024
TELL_AFTER_S = 0.05
READ_AFTER_S = 1.0


def serve(options: argparse.Namespace) -> int:
    """Run a server until SIGTERM or SIGINT. Returns 1 when it cannot start, and says why."""
    data_dir = options.data or data_folder(os.environ)
    _many_files()
    try:
        prepare_folder(data_dir)
        with DeviceLock(data_dir), listening(options.host, options.port) as line:
            logs.begin(options.log)
            port: int = line.getsockname()[1]
            server = build(
                data_dir,
                port=port,
                shelves=_shelves(options.modules),
            )
            server.house.gate.pin = options.pin or server.house.gate.pin
            _run(server, line, when_up=lambda: _announce(server, options, port))
    except StoreTrouble as trouble:
        print(trouble.plain, file=sys.stderr)
        return 1
    return 0


def _many_files() -> None:
    """Let as many phones in as the machine allows: each has up to two connections."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _shelves(folder: Path | None) -> tuple[ModulesOnDisk, ...]:
    return (ModulesOnDisk.within(folder.resolve()),) if folder is not None else ()


@contextlib.contextmanager
def listening(host: str, port: int) -> Iterator[socket.socket]:
    """Open the door. Raises StoreTrouble with a plain sentence when somebody else stands in it."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with contextlib.closing(socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)) as line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if hasattr(socket, "TCP_USER_TIMEOUT"):  # Linux; connections inherit it
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, GONE_MS)
        try:
            line.bind((host, port))
            line.listen(BACKLOG)
        except OSError as error:
            plain = (
                f"Port {port} cannot be used on {host}: {error.strerror}. "
                "Another program may have it; choose another one with --port."
            )
            raise StoreTrouble(plain) from error
        line.setblocking(False)  # noqa: FBT003 - the name of the method says it
        yield line


def _run(server: Server, line: socket.socket, *, when_up: Callable[[], None]) -> None:
    try:
        import uvloop  # noqa: PLC0415 - not there on every system

        factory: Callable[[], asyncio.AbstractEventLoop] | None = uvloop.new_event_loop
    except ImportError:
        factory = None
    with asyncio.Runner(loop_factory=factory) as runner:
        runner.run(_serve(server, line, when_up))


async def _serve(server: Server, line: socket.socket, when_up: Callable[[], None]) -> None:
    web = Web(uvicorn_config(server))
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, web.stop)
    async with server.running():
        web.before_close = server.house.publisher.end_all
        settling = asyncio.create_task(_settle_in(server, when_up))
        await web.serve(sockets=[line])
        settling.cancel()


def uvicorn_config(server: Server) -> uvicorn.Config:
    """How we let uvicorn run: one worker, no logs and no headers of its own."""
    return uvicorn.Config(
        server.app,
        log_config=None,
        access_log=False,
        lifespan="off",
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_graceful_shutdown=GRACE_S,
        timeout_keep_alive=KEEP_ALIVE_S,
    )


class Web(uvicorn.Server):
    """uvicorn, but streams end before it waits for connections, and signals are ours."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.before_close: Callable[[], object] | None = None

    def stop(self) -> None:
        """Come to an end."""
        self.should_exit = True

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        if self.before_close is not None:
            ended = self.before_close()
            if asyncio.iscoroutine(ended):
                await ended
        await super().shutdown(sockets)


async def _settle_in(server: Server, when_up: Callable[[], None]) -> None:
    """What may come after the first page: telling the convener, and reading the modules."""
    await asyncio.sleep(TELL_AFTER_S)
    await asyncio.to_thread(when_up)
    await asyncio.sleep(READ_AFTER_S)
    await asyncio.to_thread(server.house.library.modules)
    gc.collect()
    gc.freeze()  # modules, templates and code live as long as we do: never look at them again


def _announce(server: Server, options: argparse.Namespace, port: int) -> None:
    from thinkcoop.config.welcome import welcome  # noqa: PLC0415 - slow, and the first page comes first

    welcome(
        server.house.addresses(), pin=server.house.gate.pin, port=port, color=not options.no_color
    )
