"""The times of the day that a convener types, and what a form may be."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.room import tea
from thinkcoop.app.opening import Wishes
from thinkcoop.core.words import MINUTE, Millis, Refusal, Why
from thinkcoop.web.forms import BadForm, Form, read_form
from thinkcoop.web.wishes import Hours, read_wishes

USUAL = Millis(20 * MINUTE)
NINE = Hours(9 * 60)


def wishes(hours: Hours = NINE, **fields: str) -> Wishes | Refusal:
    form = Form({name: [value] for name, value in fields.items()})
    return read_wishes(form, tea().module, hours, usual=USUAL)


def times(found: Wishes | Refusal) -> tuple[int, int]:
    """Minutes until the start, and how long it lasts."""
    assert isinstance(found, Wishes)
    assert found.lasts is not None
    return found.starts_in // MINUTE, found.lasts // MINUTE


def test_the_fields_show_a_start_in_a_quarter_of_an_hour_and_the_usual_end() -> None:
    assert NINE.defaults(USUAL) == {"start": "09:15", "end": "09:35", "expected": 25}
    assert Hours(23 * 60 + 50).defaults(USUAL)["start"] == "00:05"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("09:30", "12:30", (30, 180)),
        ("09:00", "09:45", (0, 45)),
        ("08:40", "10:00", (0, 60)),  # it should have begun: the end stays
        ("០៩:៣០", "១០:៣០", (30, 60)),
        ("20:30", "21:30", (690, 60)),
        ("09:30", "09:50", (30, 20)),  # the length that the page showed: that of the edition
        ("", "", (15, 20)),
    ],
)
def test_times_of_the_day_become_a_wait_and_a_length(
    start: str, end: str, expected: tuple[int, int]
) -> None:
    assert times(wishes(start=start, end=end)) == expected


def test_over_midnight() -> None:
    assert times(wishes(Hours(23 * 60), start="23:30", end="01:30")) == (30, 120)
    assert times(wishes(Hours(23 * 60), start="00:30", end="01:00")) == (90, 30)


def test_another_edition_left_at_the_end_shown_lasts_as_long_as_it_plans() -> None:
    assert times(wishes(edition="two-days", start="09:15", end="09:35")) == (15, 9)


def test_an_end_that_is_over_already_does_not_fit() -> None:
    assert wishes(start="08:00", end="08:30") == Refusal(Why.DOES_NOT_FIT)


@given(body=st.binary(max_size=200))
def test_any_bytes_are_a_form_or_refused(body: bytes) -> None:
    with suppress(BadForm):  # and nothing else
        assert all(read_form(body).fields.values())


def test_a_field_that_came_twice_has_no_one_value() -> None:
    form = read_form(b"v=1&v=2&step=x")
    assert form.fields["v"] == ["1", "2"]
    with pytest.raises(BadForm):
        form.text("v")
