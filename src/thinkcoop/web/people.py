"""Which pictures a newcomer may choose, free ones first."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, TableNo


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One thing to choose on a page. Without a text the picture's own name is used."""

    id: str
    text: str = ""
    picture: str = ""
    taken: bool = False


def picture_tiles(state: State, table: TableNo = ROOM, *, card: bool = False) -> list[Tile]:
    """All people's pictures; the free ones first, and of equals those that fewest people have.

    A picture belongs to one person while there are free ones. In a hall with more people than
    pictures it may be had by several, but never twice at one table. `card`: there is one card of
    each, so also at a table's device it is free only if nobody in the whole room has it.
    """
    used = Counter(seat.picture for seat in state.seats.values())
    here = {seat.picture for seat in state.seats.values() if table != ROOM and seat.table == table}
    all_used = len(used) >= len(PEOPLE)

    def taken(name: str) -> bool:
        in_room = name in used and not all_used
        return (name in here or (card and in_room)) if table != ROOM else in_room

    tiles = [Tile(id=name, picture=name, taken=taken(name)) for name in PEOPLE]
    return sorted(tiles, key=lambda tile: (tile.taken, used[tile.id]))
