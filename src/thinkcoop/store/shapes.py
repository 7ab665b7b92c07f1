"""What the fields of an event may hold, worked out once from the event classes.

Reading and writing are checked by the same tables: what could not be read back must never be
written. Knows no JSON, no file and no database.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from typing import Any, Literal, NewType, get_args, get_origin, get_type_hints

from thinkcoop.core.session.events import EVENTS, Happened

Check = Callable[[object], Any]
"""Takes a value, returns it in the form an event holds, or raises Wrong."""

PLAIN = {int: "a whole number", str: "a text", bool: "true or false"}


class Wrong(Exception):
    """A value is not what its field holds; the text says what belongs there."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """One kind of event: its fields, and how each is checked on the way in and out."""

    kind: str
    cls: type[Happened]
    names: tuple[str, ...]
    needed: frozenset[str]
    """Fields without a default: a line that lacks one of them is faulty."""
    values: Callable[[Any], tuple[object, ...]]
    types: tuple[type, ...]
    """The exact type of every field, for one quick comparison."""
    deep: tuple[tuple[int, Check], ...]
    """Positions of the fields whose type alone says too little, with their check."""
    readers: Mapping[str, Check]


def bare(hint: Any) -> Any:  # noqa: ANN401 - the language has no type for type hints
    """Return the type behind a NewType."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    return hint


def plain_check(kind: type) -> Check:
    """Only exactly this type: True is no number here, and an enum is no text."""

    def check(value: object) -> object:
        if type(value) is not kind:
            raise Wrong(PLAIN[kind])
        return value

    return check


def choice_check(words: tuple[str, ...]) -> Check:
    """Only one of these words."""
    allowed = frozenset(words)

    def check(value: object) -> object:
        if type(value) is not str or value not in allowed:
            raise Wrong("one of " + ", ".join(words))
        return value

    return check


def list_check(item: Check, box: type) -> Check:
    """A list of any length whose items all pass `item`."""

    def check(value: object) -> tuple[object, ...]:
        if type(value) is not box:
            raise Wrong("a list")
        items: Iterable[object] = value  # type: ignore[assignment]  # box is list or tuple
        return tuple([item(each) for each in items])

    return check


def row_check(cells: tuple[Check, ...], box: type) -> Check:
    """A list of exactly so many items, each with a check of its own."""

    def check(value: object) -> tuple[object, ...]:
        if type(value) is not box or len(value) != len(cells):  # type: ignore[arg-type]  # as above
            raise Wrong(f"a list of {len(cells)}")
        row: Iterable[object] = value  # type: ignore[assignment]  # box is list or tuple
        return tuple([cell(each) for cell, each in zip(cells, row, strict=True)])

    return check


def check_for(hint: Any, box: type) -> Check:  # noqa: ANN401 - as in bare
    """Return the check of a field's type. `box` is `list` when reading, `tuple` when writing.

    Raises TypeError for a type that has no place in an event.
    """
    hint = bare(hint)
    if hint in PLAIN:
        return plain_check(hint)
    args = get_args(hint)
    if get_origin(hint) is Literal:
        return choice_check(args)
    if get_origin(hint) is not tuple:
        raise TypeError(f"no event may hold {hint}")
    if args[-1] is Ellipsis:
        return list_check(check_for(args[0], box), box)
    return row_check(tuple(check_for(arg, box) for arg in args), box)


def exact_type(hint: Any) -> type:  # noqa: ANN401 - as in bare
    """Return the one type a field of this hint has in memory."""
    hint = bare(hint)
    if hint in PLAIN:
        return hint  # type: ignore[no-any-return]  # one of the three keys of PLAIN
    return str if get_origin(hint) is Literal else tuple


def shape_of(cls: type[Happened]) -> Shape:
    """Work out the table of one event class."""
    fields = {field.name: field for field in dataclasses.fields(cls)}
    names = tuple(sorted(fields))
    hints = get_type_hints(cls)
    bad = {"kind", "seq", "prev", "hash"} & fields.keys()
    if bad:
        raise TypeError(f"{cls.__name__} may not have a field called {bad}")
    one = attrgetter(names[0])
    return Shape(
        kind=cls.__name__,
        cls=cls,
        names=names,
        needed=frozenset(n for n in names if fields[n].default is dataclasses.MISSING),
        values=attrgetter(*names) if len(names) > 1 else lambda event: (one(event),),
        types=tuple(exact_type(hints[n]) for n in names),
        deep=tuple(
            (place, check_for(hints[name], tuple))
            for place, name in enumerate(names)
            if bare(hints[name]) not in PLAIN
        ),
        readers={name: check_for(hints[name], list) for name in names},
    )


BY_CLASS: dict[type, Shape] = {cls: shape_of(cls) for cls in EVENTS}
BY_KIND: dict[str, Shape] = {shape.kind: shape for shape in BY_CLASS.values()}
