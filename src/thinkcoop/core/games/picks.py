"""What many picks add up to, and the picture of it. Knows no game, and never who picked what."""

from __future__ import annotations

from thinkcoop.core.games.base import Line, Panel, Pick, Played, Round, Unit
from thinkcoop.core.games.labels import L


def counted(happened: Played, options: int) -> tuple[int, ...]:
    """How many picked each of `options` things."""
    return tuple(happened.moves.count(option) for option in range(options))


def most_chosen(counts: tuple[int, ...]) -> int:
    """Return the place (0-based) of what most picked; among equals the earlier one.

    >>> most_chosen((1, 3, 3)), most_chosen((0, 0))
    (1, 0)
    """
    return counts.index(max(counts))


def spread(here: Round, happened: Played, title: L = L.WHAT_WE_CHOSE) -> Panel:
    """How many picked each thing in the round `here`, which must be one of picks."""
    assert isinstance(here.form, Pick)
    counts = counted(happened, len(here.form.ids))
    return of_options(here.id, title, counts, unit="people", most=len(happened.moves))


def of_options(round_id: str, title: L, values: tuple[int, ...], *, unit: Unit, most: int) -> Panel:
    """A figure for each option of a round, in the order in which the module has them."""
    lines = tuple(Line(label=title, values=(value,)) for value in values)
    return Panel(kind="choices", title=title, lines=lines, unit=unit, most=most, of=round_id)
