"""Where the data lies, and how Django is told of it.

The web has settings of its own and takes `databases` from here; commands that only read or write
logs need no more than `configure`. Nothing happens when this module is imported.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib.resources import files
from pathlib import Path

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.store import sqlite_calm
from thinkcoop.store.database_store import plain_trouble

DATABASE = "thinkcoop.sqlite3"


def data_folder(environ: Mapping[str, str]) -> Path:
    """Return where this device keeps its data: $THINKCOOP_DATA, or the usual place of the user."""
    if chosen := environ.get("THINKCOOP_DATA"):
        return Path(chosen).expanduser()
    base = environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "thinkcoop"


def prepare_folder(data_dir: Path) -> None:
    """Make the data folder, closed to other users. Raises StoreTrouble when that cannot be."""
    try:
        data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        if not os.access(data_dir, os.W_OK | os.X_OK):
            raise PermissionError(13, "you may not write there")
    except OSError as error:
        plain = (
            f"The folder {data_dir} cannot be used: {error.strerror}. "
            "Choose another one with THINKCOOP_DATA."
        )
        raise StoreTrouble(plain) from error


def databases(data_dir: Path) -> dict[str, dict[str, object]]:
    """Return Django's DATABASES for the data folder."""
    return {
        DEFAULT_DB_ALIAS: {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": str(data_dir / DATABASE),
            "OPTIONS": dict(sqlite_calm.OPTIONS),
        }
    }


def configure(data_dir: Path) -> None:
    """Set up as much of Django as the store needs. Not for a process that has web settings."""
    settings.configure(
        INSTALLED_APPS=["thinkcoop.store"],
        DATABASES=databases(data_dir),
        USE_TZ=True,
        USE_I18N=False,
        LOGGING_CONFIG=None,
    )
    django.setup()


def migrate(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Bring the tables up to date. Returns whether there was anything to do.

    Looks for itself first: Django's own way of finding out costs half a cold start.
    """
    if is_up_to_date(alias):
        return False
    with plain_trouble(connections[alias]):
        call_command("migrate", database=alias, verbosity=0, interactive=False, skip_checks=True)
    return True


def is_up_to_date(alias: str = DEFAULT_DB_ALIAS) -> bool:
    """Whether the database has all tables of this version. Raises StoreTrouble."""
    with plain_trouble(connections[alias]):
        return set(shipped()) <= applied(alias)


def shipped() -> Iterator[tuple[str, str]]:
    """Yield application and name of every migration that the installed applications bring."""
    for app in apps.get_app_configs():
        folder = files(app.name) / "migrations"
        if not folder.is_dir():
            continue
        for entry in folder.iterdir():
            if entry.name.endswith(".py") and entry.name[0] != "_":
                yield app.label, entry.name.removesuffix(".py")


def applied(alias: str) -> set[tuple[str, str]]:
    """Return application and name of every migration that the database has seen."""
    connection = connections[alias]
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())
