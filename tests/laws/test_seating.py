"""Tables of four to seven that mix trades, with a willing reader each, whatever the room."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session.seating import (
    FEWEST_AT_TABLE,
    MOST_AT_TABLE,
    best_table,
    how_many_tables,
    seat_room,
)
from thinkcoop.core.session.state import Seat
from thinkcoop.core.words import AnswerId, Millis, SeatNo, TableNo

Who = tuple[int, bool, bool]
"""Trade, reads, guest."""


def _seat(number: int, who: Who) -> Seat:
    trade, reads, guest = who
    return Seat(
        number=SeatNo(number),
        picture=PEOPLE[(number - 1) % len(PEOPLE)],
        trade=f"trade{trade}",
        reads=reads,
        guest=guest,
        language="en",
        channel="phone",
        answer=AnswerId(str(number)),
        taken_at=Millis(0),
    )


def _rooms(least: int, most: int) -> st.SearchStrategy[list[Seat]]:
    who = st.tuples(
        st.sampled_from((0, 0, 0, 1, 1, 2, 3)),
        st.booleans(),
        st.sampled_from((False,) * 9 + (True,)),
    )
    return st.lists(who, min_size=least, max_size=most).map(
        lambda people: [_seat(number, each) for number, each in enumerate(people, 1)]
    )


rooms = st.one_of(
    _rooms(8, 40),
    st.integers(41, 400).map(
        lambda n: [_seat(i, (i * i % 7, i % 3 == 0, i % 11 == 0)) for i in range(1, n + 1)]
    ),
)


@given(seats=rooms)
def test_every_table_has_four_to_seven_people_and_everybody_has_one(seats: list[Seat]) -> None:
    tables = seat_room(seats, {})
    assert sorted(seat for table in tables for seat in table) == [seat.number for seat in seats]
    assert all(FEWEST_AT_TABLE <= len(table) <= MOST_AT_TABLE for table in tables)


@given(seats=rooms)
def test_every_table_has_a_willing_reader_when_there_are_enough(seats: list[Seat]) -> None:
    tables = seat_room(seats, {})
    known = {seat.number: seat for seat in seats}
    readers = [sum(known[n].reads for n in table) for table in tables]
    assert all(readers) or sum(readers) < len(tables)
    assert sum(count > 0 for count in readers) == min(sum(readers), len(tables))


@given(seats=rooms)
def test_guests_are_spread(seats: list[Seat]) -> None:
    known = {seat.number: seat for seat in seats}
    guests = [sum(known[n].guest for n in table) for table in seat_room(seats, {})]
    assert max(guests) - min(guests) <= 1


@given(seats=rooms)
def test_trades_are_mixed_no_table_has_more_than_two_above_its_fair_share(
    seats: list[Seat],
) -> None:
    tables = seat_room(seats, {})
    known = {seat.number: seat for seat in seats}
    everyone = Counter(seat.trade for seat in seats)
    for table in tables:
        for trade, count in Counter(known[n].trade for n in table).items():
            assert count <= -(-everyone[trade] // len(tables)) + 2


@given(seats=_rooms(8, 40))
def test_two_with_the_same_picture_do_not_sit_at_one_table(seats: list[Seat]) -> None:
    known = {seat.number: seat for seat in seats}
    for table in seat_room([*seats, *_twins(seats)], {}):
        pictures = [known[n].picture if n in known else "p-lotus" for n in table]
        assert pictures.count("p-lotus") <= 1


def _twins(seats: list[Seat]) -> list[Seat]:
    """One more with the first picture."""
    return [_seat(len(PEOPLE) + 1, (0, True, False))]


@given(seats=_rooms(8, 40), cut=st.integers(0, 7), device=st.integers(1, 9))
def test_people_at_a_device_stay_there_and_no_needless_table_is_laid(
    seats: list[Seat], cut: int, device: int
) -> None:
    fixed = {TableNo(device): tuple(seat.number for seat in seats[:cut]), TableNo(10): ()}
    tables = seat_room(seats, fixed)
    assert set(fixed[TableNo(device)]) <= set(tables[device - 1] if len(tables) >= device else ())
    assert sorted(seat for table in tables for seat in table) == [seat.number for seat in seats]
    used = [table for table in tables if table]
    assert len(used) <= how_many_tables(len(seats)) + 1
    assert max(len(table) for table in used) <= MOST_AT_TABLE + 1


@given(seats=_rooms(1, 40))
def test_latecomers_go_to_the_table_with_the_fewest_people(seats: list[Seat]) -> None:
    tables: dict[TableNo, list[Seat]] = {TableNo(n): [] for n in (1, 2, 3)}
    for seat in seats:
        tables[best_table(tables, seat)].append(seat)
    sizes = [len(there) for there in tables.values()]
    assert max(sizes) - min(sizes) <= 2
