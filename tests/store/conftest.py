"""A new database and the store on it, for every test of this room that asks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.store import databases
from thinkcoop.store.database_store import DatabaseStore


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the database lies, alone."""
    return tmp_path / "data"


@pytest.fixture
def alias(folder: Path) -> Iterator[str]:
    """Django's name for the new database."""
    with databases.fresh(folder) as name:
        yield name


@pytest.fixture
def store(alias: str) -> DatabaseStore:
    """The store on the new database, at a wall clock that stands still."""
    return DatabaseStore(wall_ms=lambda: 0, alias=alias)
