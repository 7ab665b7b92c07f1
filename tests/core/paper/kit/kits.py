"""Kits of the module that we ship, for tests of what stands on paper."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache

from thinkcoop.app.modules import load_module
from thinkcoop.core.module.model import Module
from thinkcoop.core.paper.kit import KitFor, Printed, kit_files
from thinkcoop.core.paper.kit.pieces import Piece, Question, Task
from thinkcoop.core.session.program import lay_out
from thinkcoop.store.module_files import ModulesOnDisk

TODAY = date(2026, 11, 28)
EDITIONS = ("full", "core", "games", "meetings")


@cache
def module() -> Module:
    found = load_module(ModulesOnDisk.shipped(), "thinkcoop", today=TODAY).module
    assert found is not None
    return found


@cache
def kit(edition: str = "core", people: int = 8, country: str = "") -> KitFor:
    program = lay_out(module(), edition)
    return KitFor(program=program, people=people, today=TODAY, country=country)


def printed(name: str, of: KitFor) -> Printed:
    return next(each for each in kit_files(of) if each.name == name)


def pieces(file: Printed) -> Iterator[Piece]:
    """Every piece of a file, those inside of steps and questions, too."""
    for leaf in file.leaves:
        for piece in leaf.pieces:
            yield piece
            if isinstance(piece, Task | Question):
                yield from piece.blocks


def tasks(of: KitFor) -> list[Task]:
    return [piece for piece in pieces(printed("booklet", of)) if isinstance(piece, Task)]
