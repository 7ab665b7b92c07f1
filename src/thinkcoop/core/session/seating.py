"""Who sits where: tables of four to seven that mix trades, each with a willing reader.

Method: people are dealt like cards, the rarest needs first (readers, guests, then trade by trade),
each to the table that lacks that kind most. No chance is needed: the order of arrival decides ties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from thinkcoop.core.session.state import BY_HAND, Seat
from thinkcoop.core.words import SeatNo, TableNo

FEWEST_AT_TABLE = 4
MOST_AT_TABLE = 7
LIKED_AT_TABLE = 6


def how_many_tables(people: int) -> int:
    """Return the number of tables for `people`: six at a table if it works out, never over seven.

    >>> [how_many_tables(n) for n in (1, 4, 7, 8, 13, 25, 40, 400)]
    [1, 1, 1, 2, 3, 5, 7, 67]
    """
    wanted = max(1, -(-people // LIKED_AT_TABLE))
    if wanted > 1 and people // wanted < FEWEST_AT_TABLE:
        wanted -= 1
    return wanted


def tables_with_places_kept(here: int, expected: int) -> int:
    """Return the number of tables when `here` people sit down and `expected` may still come.

    Up to a third more than are here get a place kept, as long as every table starts with four.

    >>> tables_with_places_kept(18, 24), tables_with_places_kept(8, 40)
    (4, 2)
    """
    count = how_many_tables(max(here, min(expected, here * 4 // 3)))
    while count > 1 and here // count < FEWEST_AT_TABLE:
        count -= 1
    return count


def seat_room(
    seats: Sequence[Seat], fixed: Mapping[TableNo, Sequence[SeatNo]], expected: int = 0
) -> tuple[tuple[SeatNo, ...], ...]:
    """Return the seats of table 1, 2, … for everyone in `seats`; `expected` are those who may come.

    `fixed` are tables with a device of their own and who already sits there; they keep their
    people, and others join them only where there is room. A table that is not needed stays empty.
    """
    known = {seat.number: seat for seat in seats}
    tables: dict[int, list[Seat]] = {
        number: [known[person] for person in people if person in known]
        for number, people in fixed.items()
        if people
    }
    count = tables_with_places_kept(len(seats), expected)
    others = (*(number for number in fixed if number not in tables), *range(1, len(seats) + 1))
    for number in others:
        if len(tables) < count:
            tables.setdefault(number, [])
    placed = {seat.number for people_ in tables.values() for seat in people_}
    for seat in _dealing_order(seat for seat in seats if seat.number not in placed):
        tables[_best_table(tables, seat, len(seats))].append(seat)
    return tuple(
        tuple(seat.number for seat in tables.get(number, ()))
        for number in range(1, max(tables) + 1)
    )


def _dealing_order(seats: Iterable[Seat]) -> list[Seat]:
    """Guests first, then people trade by trade, the most frequent trade first, readers leading.

    People with a phone come before those who have a card or paper, so that each table gets a phone
    that can say what its cards show.
    """
    people = list(seats)
    frequent = Counter(seat.trade for seat in people)
    return sorted(
        people,
        key=lambda s: (
            not s.guest,
            s.channel in BY_HAND,
            -frequent[s.trade],
            s.trade,
            not s.reads,
            s.number,
        ),
    )


def best_table(tables: Mapping[TableNo, Sequence[Seat]], seat: Seat) -> TableNo:
    """Return the table for somebody who arrives late: where the person is needed most."""
    people = sum(len(there) for there in tables.values()) + 1
    return TableNo(
        _best_table({int(number): list(there) for number, there in tables.items()}, seat, people)
    )


def _best_table(tables: Mapping[int, Sequence[Seat]], seat: Seat, people: int) -> int:
    even = -(-people // max(1, len(tables)))

    by_itself = seat.channel not in BY_HAND

    def burden(number: int) -> tuple[bool, bool, bool, int, int, int, int, int]:
        there = tables[number]
        return (
            len(there) >= max(MOST_AT_TABLE, even),
            any(other.picture == seat.picture for other in there),
            len(there) >= even,
            sum(other.guest for other in there) if seat.guest else 0,
            -(seat.reads and not any(other.reads for other in there)),
            -(by_itself and bool(there) and all(other.channel in BY_HAND for other in there)),
            sum(other.trade == seat.trade for other in there),
            len(there) * 100 + number,
        )

    return min(tables, key=burden)
