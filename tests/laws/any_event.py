"""Any event of any kind, with numbers near those that mean something in a small room.

`tests/strategies/events.py` has every value that a field may hold at all; numbers drawn from so
wide a range would hardly ever name a seat, a table or a step that is there.
"""

from __future__ import annotations

import dataclasses
from typing import Any, Literal, NewType, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from tests.room import tea
from thinkcoop.core.session.events import EVENTS, Event
from thinkcoop.core.session.state import ROLES

NUMBERS = st.one_of(st.integers(-1, 9), st.sampled_from((30_000, 400_000, 2**40)))
TEXTS = st.sampled_from((*tea("two-days").by_key, *ROLES, "nowhere", "", "tea", "p-lotus"))


def _values(hint: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 - hints have no type
    while isinstance(hint, NewType):
        hint = hint.__supertype__
    if hint in (int, str, bool):
        return {int: NUMBERS, str: TEXTS, bool: st.booleans()}[hint]
    args = get_args(hint)
    if get_origin(hint) is Literal:
        return st.sampled_from(args)
    if args[-1] is Ellipsis:
        return st.lists(_values(args[0]), max_size=4).map(tuple)
    return st.tuples(*(_values(arg) for arg in args))


VOICES = st.sampled_from(("", "", "5e" * 32, "a1" * 32, "loud"))
"""Most answers are not spoken; the last is no digest."""


def _events_of(cls: type[Any]) -> st.SearchStrategy[Any]:
    hints = get_type_hints(cls)
    fields = {f.name: _values(hints[f.name]) for f in dataclasses.fields(cls)}
    return st.builds(cls, **(fields | {"voice": VOICES} if "voice" in fields else fields))


near_events: st.SearchStrategy[Event] = st.one_of([_events_of(cls) for cls in EVENTS])
"""Any event that could be about this room."""
