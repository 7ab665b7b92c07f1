"""Where servers come from that are killed at once: all is loaded here, once, and then forked.

Each line on stdin is a JSON list. `["start", …]` forks a process that runs the command line and
answers with its number; `["reap", N]` waits until that process is gone and answers with its status.
"""

from __future__ import annotations

import importlib
import json
import os
import sys

LOADED = (
    "uvloop",
    "uvicorn.protocols.http.httptools_impl",
    "django.db.backends.sqlite3.base",
    "django.core.handlers.asgi",
    "thinkcoop.config.serve",
    "thinkcoop.config.welcome",
    "thinkcoop.web.app",
    "thinkcoop.web.render",
    "thinkcoop.app.modules",
)


def born(argv: list[str]) -> int:
    """Fork a process that runs `thinkcoop` with these arguments. Returns its number."""
    child = os.fork()
    if child:
        return child
    nowhere = os.open(os.devnull, os.O_RDWR)
    for own in (0, 1):
        os.dup2(nowhere, own)
    status = 70
    try:
        from thinkcoop.config.cli import main  # noqa: PLC0415 - the parent does not run it

        status = main(argv)
    finally:
        os._exit(status)


def tend() -> None:
    """Do what is asked, line by line, until nobody asks any more."""
    for name in LOADED:
        importlib.import_module(name)
    for line in sys.stdin:
        what, *rest = json.loads(line)
        answer = born(rest) if what == "start" else os.waitpid(rest[0], 0)[1]
        print(answer, flush=True)


if __name__ == "__main__":
    tend()
