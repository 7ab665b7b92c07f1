"""Fresh databases for tests, each in a folder of its own and with all tables made."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from functools import cache
from itertools import count
from pathlib import Path

import django
from django import conf
from django.apps import apps
from django.db import connections

from thinkcoop.store import setup

_numbers = count(1)


def attached(data_dir: Path) -> AbstractContextManager[str]:
    """Give the alias under which Django knows the database of `data_dir`, until the end."""
    [database] = setup.databases(data_dir).values()
    return attached_to(database)


@contextmanager
def attached_to(database: dict[str, object]) -> Iterator[str]:
    """Yield the alias under which Django knows this database, until the end."""
    ready()
    alias = f"test-{next(_numbers)}"
    both = connections.configure_settings({"default": {}, alias: database})
    connections.settings[alias] = both[alias]
    try:
        yield alias
    finally:
        connections[alias].close()
        del connections[alias]
        del connections.settings[alias]


@contextmanager
def fresh(data_dir: Path) -> Iterator[str]:
    """Yield the alias of a new, empty database in `data_dir`."""
    ready()
    data_dir.mkdir(exist_ok=True)
    shutil.copy(_template(), data_dir / setup.DATABASE)
    with attached(data_dir) as alias:
        yield alias


def ready() -> None:
    """Set Django up, with the settings of the web when the tests run with those."""
    if not apps.ready:
        if not conf.settings.configured and "DJANGO_SETTINGS_MODULE" not in os.environ:
            setup.configure(Path(tempfile.mkdtemp()))
        else:
            django.setup()


@cache
def _template() -> Path:
    data_dir = Path(tempfile.mkdtemp())
    with attached(data_dir) as alias:
        setup.migrate(alias)
    return data_dir / setup.DATABASE
