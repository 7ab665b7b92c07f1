"""The modules of this device: the shipped ones, its owner's, and those that sessions began with.

A session goes on with the very text it was opened with, also when a newer version was installed
in the meantime: that text is kept beside the data, under its digest.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from thinkcoop.app.modules import ModuleFiles, load_module
from thinkcoop.core.module.model import Module


class Shelf(ModuleFiles, Protocol):
    """Module folders on the disk."""

    @property
    def folder(self) -> Path:
        """Where they lie."""


class Library:
    """Reads modules when they are first asked for, and keeps them. Usable from any thread."""

    def __init__(
        self,
        shelves: Sequence[Shelf],
        *,
        kept: Callable[[Path], Shelf],
        kept_dir: Path | None,
        today: Callable[[], date],
    ) -> None:
        self._shelves = tuple(shelves)
        self._kept = kept
        self._kept_dir = kept_dir
        self._today = today
        self._read: dict[tuple[Path, str], Module | None] = {}
        self._places: dict[str, tuple[Shelf, str]] = {}
        self._lock = threading.Lock()

    def modules(self) -> list[Module]:
        """All modules without mistakes, in the order of the shelves."""
        found: dict[str, Module] = {}
        for shelf, name in self._names():
            module = self._load(shelf, name)
            if module is not None:
                found.setdefault(module.id, module)
        return list(found.values())

    def module(self, key: str) -> Module | None:
        """The module of that id, or None when there is none without mistakes."""
        named = [(shelf, name) for shelf, name in self._names() if name == key]
        for shelf, name in (*named, *self._names()):
            module = self._load(shelf, name)
            if module is not None and module.id == key:
                return module
        return None

    def exact(self, key: str, digest: str) -> Module | None:
        """The very module that a session was opened with, or the one of that id that is nearest."""
        now = self.module(key)
        if now is not None and now.digest == digest:
            return now
        if self._kept_dir is not None:
            shelf = self._kept(self._kept_dir / digest[:16])
            old = self._load(shelf, key)
            if old is not None and old.digest == digest:
                return old
        return None

    def keep(self, module: Module) -> None:
        """Put the text of `module` aside for the sessions that begin with it."""
        place = self._places.get(module.digest)
        if place is None or self._kept_dir is None:
            return
        goal = self._kept_dir / module.digest[:16] / module.id
        if not (goal / "module.yaml").is_file():
            _copy(*place, goal)

    def folder(self, module: Module) -> Path | None:
        """Where the texts of `module` lie, with its pictures and translations."""
        place = self._places.get(module.digest)
        return place[0].folder / place[1] if place else None

    def folder_named(self, key: str) -> Path | None:
        """Where the module of that id lies now, read or not; None when no folder is called so."""
        found = (shelf.folder / name for shelf, name in self._names() if name == key)
        return next(found, None)

    def _names(self) -> Iterator[tuple[Shelf, str]]:
        return ((shelf, name) for shelf in self._shelves for name in shelf.names())

    def _load(self, shelf: Shelf, name: str) -> Module | None:
        place = (shelf.folder, name)
        with self._lock:
            if place not in self._read:
                module = load_module(shelf, name, today=self._today()).module
                self._read[place] = module
                if module is not None:
                    self._places.setdefault(module.digest, (shelf, name))
            return self._read[place]


def _copy(shelf: Shelf, name: str, goal: Path) -> None:
    """Copy the texts of a module, and those that it shares, so that the copy stands by itself.

    `module.yaml` comes last, so that half a copy is none.
    """
    folder = shelf.folder / name
    beside = [path for path in folder.rglob("*") if path.suffix in (".mo", ".po", ".svg")]
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(beside)}
    files |= shelf.texts(name)
    for path in sorted(files, key=lambda path: path == "module.yaml"):
        there = goal / path
        there.parent.mkdir(parents=True, exist_ok=True)
        there.write_bytes(files[path])
