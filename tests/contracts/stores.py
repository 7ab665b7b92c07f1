"""How the contract names and makes the stores it is run on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from thinkcoop.app.ports import Store
from thinkcoop.core.words import SessionId


class SealedStore(Store, Protocol):
    """A store as its owner sees it: the port, and what exports and calm moments need."""

    def standing(self, session: SessionId) -> tuple[int, str]: ...
    def sealed(self, session: SessionId, first: int = 0) -> Iterator[tuple[str, str]]: ...
    def checkpoint(self) -> None: ...
    def close(self) -> None: ...


MakeStore = Callable[[Callable[[], int]], SealedStore]
"""Makes a store with the given wall clock; every call makes an empty one.

Of stores on PostgreSQL only the newest may be used: they share a database."""
