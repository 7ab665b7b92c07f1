"""The parts of a page that is taken home. Values only, without seats, names or times of answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from thinkcoop.core.screens.screen import Chart, Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence. `quiet` ones are small: what they say is true and not the main thing."""

    text: Words
    quiet: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture with a sentence, and perhaps what to do about it. `main` ones stand large."""

    text: Words
    picture: str
    more: Words | None = None
    main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A result as a picture of counts, and what must be said of it."""

    chart: Chart
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words as people gave them, in the order of the alphabet and without whose they are."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """By when something is promised, and the pictures of those who promised it openly."""

    text: Words
    picture: str
    people: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Promised:
    """One thing that is promised, and by when and by whom."""

    text: Words
    picture: str
    whens: tuple[When, ...]
    said: tuple[tuple[str, str], ...] = ()
    """Own words, each with the picture of who gave them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stone:
    """One stone, the question under it, and its story if it has one."""

    picture: str
    question: Words
    about: str
    story: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stones:
    """A row of stones. There is no sum of them."""

    stones: tuple[Stone, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a table. A cell is a number, a few words, or None for what is hidden."""

    text: Words
    picture: str = ""
    cells: tuple[int | Words | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Numbers side by side. `name` is the same in every language, for files that machines read."""

    name: str
    first: Words
    """What stands above the names of the lines."""
    heads: tuple[Words, ...]
    rows: tuple[Row, ...]

    @property
    def hides(self) -> bool:
        """Whether any number is hidden."""
        return any(cell is None for row in self.rows for cell in row.cells)


Block = Said | Shown | Drawn | Quoted | Promised | Stones | Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One thing that the page tells. `short` ones also stand on the picture for chat apps."""

    heading: Words
    picture: str
    blocks: tuple[Block, ...]
    short: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page to take home."""

    kind: Literal["group", "mine", "report"]
    module: Words
    title: Words
    picture: str
    about: Words
    """For whom it is, and what it does not say."""
    day: date
    parts: tuple[Part, ...]
    foot: tuple[Words, ...]
