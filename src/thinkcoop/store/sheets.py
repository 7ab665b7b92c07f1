"""Private sheets as rows: which marks of a write are to be kept, and how they are read again.

A sheet ties an answer to a seat, so it must not outlive its session by a byte. How that is done is
told in `docs/decisions/0019-private-sheets.md`. Knows no database and no rules.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from thinkcoop.app.ports import Mark, StoreTrouble, Writing
from thinkcoop.core.words import SeatNo, SessionId, StepId

Place = tuple[SessionId, int, StepId, int]
"""Session, seat, step and item: where a mark stands in the table."""


def shredded_by(writings: Iterable[Writing]) -> frozenset[SessionId]:
    """The sessions whose sheets these writings destroy, marks that came with them included."""
    return frozenset(writing.session for writing in writings if writing.shredded)


def newest(writings: Sequence[Writing]) -> dict[Place, str | None]:
    """What now stands at each place that these writings touch: the last of its marks, as text.

    None where a mark is taken off. Raises TypeError, before anything is written, for a value that
    could not be read back.
    """
    shredded = shredded_by(writings)
    found: dict[Place, str | None] = {}
    for writing in writings:
        for mark in writing.marks:
            value = None if mark.value is None else write_value(mark.value)
            if writing.session not in shredded:
                found[writing.session, mark.seat, mark.step, mark.item] = value
    return found


def sheets_from(session: SessionId, rows: Iterable[tuple[int, str, int, str]]) -> list[Mark]:
    """The marks in rows of seat, step, item and value, sorted by the first three.

    Raises StoreTrouble for a value that was never written by us.
    """
    try:
        return [
            Mark(seat=SeatNo(seat), step=StepId(step), item=item, value=read_value(value))
            for seat, step, item, value in sorted(rows)
        ]
    except ValueError:
        raise StoreTrouble(f"A private sheet of session {session} is damaged.") from None


def write_value(value: tuple[int, ...]) -> str:
    """Return a mark's value as text, such as `3,0,7`; empty for no number at all.

    Raises TypeError when it is not a tuple of whole numbers: that is a bug of the caller.
    """
    if type(value) is not tuple or any(type(number) is not int for number in value):
        raise TypeError("the value of a mark must be whole numbers")
    return ",".join(map(str, value))


def read_value(text: str) -> tuple[int, ...]:
    """Return the value in a text of `write_value`. Raises ValueError for any other text."""
    value = tuple(int(number) for number in text.split(",")) if text else ()
    if write_value(value) != text:
        raise ValueError("not a value of a mark")
    return value
