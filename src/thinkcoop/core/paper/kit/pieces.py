"""The parts of which printed files of the kit are made. Values only; how they look is for `press/`.

A file (`Printed`) is made of leaves; a leaf begins on a new page and may go on over several.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.screens.screen import Choice, Words

Mark = Literal["none", "box", "number", "dots", "beans"]
"""What a person does beside an option: nothing, tick, write a number, two dots, draw beans."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A sentence with its picture. `quiet` ones are small, `head` ones begin something."""

    text: Words
    picture: str = ""
    look: Literal["plain", "quiet", "head", "main"] = "plain"
    more: Words | None = None
    """What follows it: the answer to a question, where a card belongs."""
    fits: tuple[str, ...] = ()
    """Pictures of what goes with it: of the answer, or of the choices that lead here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Pictures to choose from, each with its sign where there are at most four."""

    choices: tuple[Choice, ...]
    mark: Mark = "none"
    letters: tuple[str, ...] = ()
    """What is typed for each choice when the form comes back; none where signs say it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A table to fill by hand: a line for each row, an empty cell under each column."""

    rows: tuple[Choice, ...]
    columns: tuple[Choice, ...]
    wide: bool = False
    """Whether things are drawn into the cells, and not only ticks."""
    written: tuple[tuple[Words | None, ...], ...] = ()
    """What already stands in the cells, row by row; None leaves one empty."""
    letters: tuple[str, ...] = ()
    """What is typed for each column when the form comes back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blank:
    """Room to write or draw, under a few words."""

    text: Words | None = None
    lines: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What stands on its head, so that nobody reads it by chance."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """Pictures with words, so many beside each other: in a text, to cut out, to fill a page."""

    choices: tuple[Choice, ...]
    across: int
    look: Literal["text", "cut", "wall"] = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class WayTold:
    """A way of doing business with both its sides."""

    name: Words
    picture: str
    good: tuple[Line, ...]
    bad: tuple[Line, ...]
    living: Words
    uncertain: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """The day as a path: each part with its minutes, and room to write when it begins."""

    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One part of the day."""

    text: Words
    picture: str
    minutes: Words | None = None
    rest: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Notes:
    """Play money or lots to cut out: one page full of the same value."""

    value: int
    unit: Literal["riel", "coins", "lots"]
    count: int
    text: Words
    """That it is not real money."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tent:
    """A sign for a table, folded in the middle. `address` leads phones into the session."""

    number: int
    text: Words
    address: str = ""
    code: str = ""
    hint: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slip:
    """One slip of a secret vote, to be cut out."""

    text: Words
    picture: str
    choices: tuple[Choice, ...]
    fold: Words
    count: int
    """How many of it stand on the page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hundred:
    """Of a hundred people like us, `value` of each row, drawn one by one."""

    title: Words
    rows: tuple[Choice, ...]


Inner = Line | Options | Board | Blank | Turned | WayTold | Hundred


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """One step: its number, sign, minutes, who does it, what is said, and what is done."""

    number: int
    sign: str
    """The picture of the kind of step."""
    who: str
    """The picture of who does it."""
    picture: str
    minutes: Words | None
    text: Words
    again: Words | None
    how: tuple[Words, ...]
    blocks: tuple[Inner, ...] = ()
    note: Words | None = None
    """That it may be left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question on a form."""

    number: int
    text: Words
    picture: str
    blocks: tuple[Inner, ...]


Piece = Inner | Task | Question | Gallery | Times | Notes | Tent | Slip


@dataclass(frozen=True, slots=True, kw_only=True)
class Badge:
    """Whose form it is: the number of the seat and its animal."""

    number: int
    picture: str
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """What begins on a new page."""

    heading: Words | None = None
    over: Words | None = None
    """Small words over the heading: which part of the day this is."""
    picture: str = ""
    minutes: Words | None = None
    badge: Badge | None = None
    note: Words | None = None
    """That all of it may be left out."""
    joins: bool = False
    """Whether it stands under what comes before it, as a rest does, and not on a new page."""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """One file of the kit. `copies` says how often it is printed."""

    name: str
    title: Words
    leaves: tuple[Leaf, ...]
    copies: int = 1
