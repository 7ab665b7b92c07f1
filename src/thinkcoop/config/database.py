"""Opens the database in a data folder; in tests and benchmarks also a second one at a time."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings as django_settings
from django.db import DEFAULT_DB_ALIAS, connections

from thinkcoop.app.ports import Clock
from thinkcoop.config import settings
from thinkcoop.store import setup
from thinkcoop.store.database_store import DatabaseStore


def open_store(data_dir: Path, clock: Clock) -> DatabaseStore:
    """Return the store of that folder, its tables up to date. Raises StoreTrouble."""
    setup.prepare_folder(data_dir)
    fresh = not django_settings.configured
    settings.configure(setup.databases(data_dir))
    alias = DEFAULT_DB_ALIAS if fresh else _attached(data_dir)
    setup.migrate(alias)
    return DatabaseStore(wall_ms=clock.wall_ms, alias=alias)


def _attached(data_dir: Path) -> str:
    """Tell Django of one more database, under the name of its folder."""
    alias = str(data_dir)
    if alias not in connections.settings:
        [database] = setup.databases(data_dir).values()
        both = connections.configure_settings({DEFAULT_DB_ALIAS: {}, alias: database})
        connections.settings[alias] = both[alias]
    return alias
