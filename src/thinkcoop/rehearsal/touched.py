"""Whose screens some events can have changed, so that not everyone must look all the time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from thinkcoop.core.session import events as e
from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, SeatNo, TableNo
from thinkcoop.rehearsal.people import Life

OWN = (
    e.SeatTaken,
    e.AnswerGiven,
    e.AnswerPassed,
    e.BallotCast,
    e.PrivateGiven,
    e.PathTurnedBack,
    e.DoneSaid,
    e.NotClearSaid,
)
"""What one person does alone: the others at the table see it when something comes of it."""


def touched(
    state: State,
    events: Sequence[e.Event],
    by_seat: Mapping[SeatNo, Life],
    by_table: Mapping[TableNo, Life],
) -> list[Life]:
    """Return the devices, then the people in order; everyone when the whole room is meant."""
    tables: set[TableNo] = set()
    seats: set[SeatNo] = set()
    for event in events:
        table, seat = getattr(event, "table", ROOM), getattr(event, "seat", None)
        if isinstance(event, OWN) and event.seat in state.seats:
            seats.add(event.seat)
        elif table != ROOM:
            tables.add(table)
        elif seat is not None and seat in state.seats and not hasattr(event, "table"):
            tables.add(state.seats[seat].table)
        else:
            return [*by_table.values(), *by_seat.values()]
    devices = tables | {state.seats[number].table for number in seats}
    for number in tables:
        if number in state.tables:
            seats.update(state.tables[number].seats)
    found = [life for number, life in by_table.items() if number in devices]
    return found + [by_seat[number] for number in sorted(seats) if number in by_seat]
