"""Where things stand in the files: so that every mistake can be shown to its line.

Nothing here knows what the values mean.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

Plain: TypeAlias = "str | int | float | bool | list[Plain] | dict[str, Plain]"
"""What a file can say: words, numbers, true and false, lists and keys with values."""

Path = tuple[str | int, ...]
"""The way to a value: keys, and positions in lists from 0."""


class Place(NamedTuple):
    """A line and a column, both from 1, as editors count them."""

    line: int
    column: int


START = Place(1, 1)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One file: its values, and where each of them stands."""

    file: str
    value: Plain
    places: Mapping[Path, Place]

    def at(self, path: Path) -> Place:
        """The place of the value at `path`, or of the nearest thing around it that has one."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, START)
