"""Private sheets as rows, without a database."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.app.ports import Mark, StoreTrouble
from thinkcoop.core.words import SeatNo, SessionId, StepId
from thinkcoop.store.sheets import read_value, sheets_from, write_value

ABC = SessionId("ABC23")


@given(value=st.lists(st.integers()).map(tuple))
def test_reading_what_was_written_gives_the_same_value(value: tuple[int, ...]) -> None:
    assert read_value(write_value(value)) == value


def test_a_value_is_numbers_with_commas_between() -> None:
    written = [write_value(value) for value in ((), (0,), (3, 0, 7), (-1, 12))]
    assert written == ["", "0", "3,0,7", "-1,12"]


@pytest.mark.parametrize("text", ["3,", ",", "three", " 3", "03", "+3", "1.5", "-0", "1_0", "٣"])
def test_a_mark_that_was_changed_on_the_disk_is_not_given_out(text: str) -> None:
    with pytest.raises(StoreTrouble) as caught:
        sheets_from(ABC, [(1, "5c", 0, "3"), (2, "5c", 0, text)])
    assert caught.value.plain == "A private sheet of session ABC23 is damaged."


def test_rows_are_sorted_by_numbers_and_code_points_not_by_a_language() -> None:
    places = [(10, "b", 0), (2, "b", 11), (2, "b", 2), (2, "B", 0), (2, "a/é", 0), (2, "a/f", 0)]
    found = sheets_from(ABC, [(*place, "1") for place in places])
    assert found == [
        Mark(seat=SeatNo(seat), step=StepId(step), item=item, value=(1,))
        for seat, step, item in sorted(places)
    ]
