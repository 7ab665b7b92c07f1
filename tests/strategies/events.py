"""Events of every kind, made from the event classes themselves, so that none is forgotten."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal, NewType, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from thinkcoop.core.session.events import EVENTS, Event, Happened

NUMBERS = st.integers(min_value=-(2**63), max_value=2**63)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
"""Any text but half characters, which UTF-8 cannot hold and no form can bring."""


def values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - hints have no type
    """Return everything that a field of this type may hold."""
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if hint in (int, str, bool):
        return {int: NUMBERS, str: TEXTS, bool: st.booleans()}[hint]
    args = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(args)
    if args[-1] is Ellipsis:
        return st.lists(values(args[0]), max_size=5).map(tuple)
    return st.tuples(*(values(arg) for arg in args))


def events_of(cls: type[Happened]) -> st.SearchStrategy[Any]:
    """Return all events of one kind."""
    hints = get_type_hints(cls)
    return st.builds(cls, **{f.name: values(hints[f.name]) for f in dataclasses.fields(cls)})


events: st.SearchStrategy[Event] = st.one_of([events_of(cls) for cls in EVENTS])
"""Any event at all. What follows on what is not its business."""

logs: st.SearchStrategy[list[Event]] = st.lists(events, max_size=12)
"""Any events in any order."""
