"""How often something may be tried."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.words import SessionId
from thinkcoop.web.limits import (
    FORGOTTEN_S,
    FREE_ON_ONE_ADDRESS,
    FREE_ON_ONE_PHONE,
    FREE_TOGETHER,
    MOST_KEYS,
    WINDOW_S,
    GrowingWaits,
    NumberTries,
    Tries,
)

HALL = SessionId("TEA4U")
HOUR_S = 3600


def test_after_a_minute_one_may_try_again() -> None:
    now = 0.0
    tries = Tries(3, seconds=lambda: now)
    for _ in range(3):
        assert not tries.too_many("one")
        tries.wrong("one")
    assert tries.too_many("one")
    assert not tries.too_many("two")
    now = WINDOW_S + 1
    assert not tries.too_many("one")


@dataclass
class Thief:
    """Somebody who tries whenever it is allowed, with a clock of their own."""

    now: float = 0.0

    def seconds(self) -> float:
        return self.now

    def tries_of(self, waits: GrowingWaits, hours: int) -> int:
        """How many tries at one thing are let through in so many hours, tried every second."""
        passed = 0
        for second in range(hours * HOUR_S):
            self.now = float(second)
            if not waits.must_wait("one"):
                waits.wrong("one")
                passed += 1
        return passed


def test_waits_grow_so_that_a_day_is_not_enough_for_a_number() -> None:
    tried = []
    for hours in (1, 24):
        thief = Thief()
        waits = GrowingWaits(FREE_ON_ONE_PHONE, seconds=thief.seconds)
        tried.append(thief.tries_of(waits, hours))
    assert tried == [13, 105]  # of 10,000 numbers


def test_each_wait_is_twice_the_one_before() -> None:
    thief = Thief()
    waits = GrowingWaits(2, seconds=thief.seconds)
    waits.wrong("one")
    found = []
    for _ in range(8):
        waits.wrong("one")
        found.append(next(s for s in range(2_000) if not _waits_at(thief, waits, s)))
        thief.now += 1_000.0
    assert found == [15, 30, 60, 120, 240, 480, 900, 900]


def _waits_at(thief: Thief, waits: GrowingWaits, after: int) -> bool:
    before, thief.now = thief.now, thief.now + after
    waiting = waits.must_wait("one")
    thief.now = before
    return waiting


def test_after_an_hour_of_peace_everything_begins_anew() -> None:
    thief = Thief()
    waits = GrowingWaits(1, seconds=thief.seconds)
    for _ in range(9):
        waits.wrong("one")
    thief.now = FORGOTTEN_S
    waits.wrong("one")
    thief.now += 16.0
    assert not waits.must_wait("one")


def test_what_was_tried_last_is_remembered_when_there_is_too_much_to_remember() -> None:
    waits = GrowingWaits(1, seconds=lambda: 0.0)
    for number in range(MOST_KEYS):
        waits.wrong(number)
    waits.wrong(0)
    waits.wrong("one more")
    assert [waits.must_wait(key) for key in (0, 1, 2, "one more")] == [True, False, True, True]


def test_one_who_tries_waits_alone_until_many_try() -> None:
    tries = NumberTries(seconds=lambda: 0.0)
    for _ in range(FREE_ON_ONE_PHONE):
        tries.wrong(HALL, "p-lotus", "192.0.2.1")
    assert tries.must_wait(HALL, "p-lotus", "192.0.2.1")
    assert not tries.must_wait(HALL, "p-lotus", "192.0.2.2")
    assert not tries.must_wait(HALL, "p-fish", "192.0.2.1")
    assert not tries.must_wait(SessionId("OTHER"), "p-lotus", "192.0.2.1")
    for number in range(FREE_TOGETHER - FREE_ON_ONE_PHONE):
        tries.wrong(HALL, "p-lotus", f"192.0.2.{10 + number}")
    assert tries.must_wait(HALL, "p-lotus", "192.0.2.2")


def test_who_tries_at_every_picture_waits_too() -> None:
    tries = NumberTries(seconds=lambda: 0.0)
    for number in range(FREE_ON_ONE_ADDRESS):
        tries.wrong(HALL, f"p-{number}", "192.0.2.1")
    assert tries.must_wait(HALL, "p-lotus", "192.0.2.1")
    assert not tries.must_wait(HALL, "p-lotus", "192.0.2.2")
