"""A device reads aloud, and the clock of the step waits: not for ever, and not past the day."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, small
from thinkcoop.core.kinds import Discuss, KindStep, Round, Say
from thinkcoop.core.module.model import Minutes
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, Millis, StepId, TableNo, Why

TALK = Discuss(text="Talk.", minutes=Minutes(plan=2))
LAST = Discuss(text="Talk on.", minutes=Minutes(plan=5, least=5))


def led(*steps: KindStep, minutes: float = 60) -> Room:
    """Four people at a table with a device."""
    room = Room(small(tuple(steps))).open(minutes - 1, expected=4, starts_in=1)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait(60)
    return room


def reads(room: Room, seconds: int, *, table: int = 1, name: str = "") -> c.StartNarration:
    """The device begins to read so long."""
    step = room.step_at(table).key
    answer = AnswerId(name) if name else room.name()
    lasts = Millis(seconds * 1000)
    return c.StartNarration(step=step, answer=answer, milliseconds=lasts, table=TableNo(table))


def closes(room: Room) -> int:
    return room.table(1).floor.closes_at


def test_the_clock_waits_as_long_as_the_reading_takes() -> None:
    room = led(TALK)
    before = closes(room)
    assert happened(room.do(reads(room, 12))) == ["NarrationStarted"]
    assert closes(room) == before + 12_000
    assert room.table(1).floor.held == 12_000


def test_the_same_tap_twice_is_once() -> None:
    room = led(TALK)
    tap = reads(room, 12, name="a" * 32)
    room.do(tap)
    room.wait(20)
    assert room.do(tap) == ()


def test_what_is_begun_anew_while_it_reads_counts_only_for_the_rest() -> None:
    room = led(TALK)
    before = closes(room)
    room.do(reads(room, 10))
    room.wait(4)
    room.do(reads(room, 10))
    assert closes(room) == before + 14_000


def test_it_waits_three_times_as_long_and_no_longer() -> None:
    room = led(TALK)
    before = closes(room)
    for _ in range(5):
        room.do(reads(room, 10))
        room.wait(10)
    assert closes(room) == before + 30_000


def test_it_takes_nothing_from_what_the_plan_protects() -> None:
    room = led(TALK, LAST, minutes=8)
    spare = 60_000 * 8 - room.state.starts_at - 60_000 * 5 - (closes(room) - room.state.starts_at)
    before = closes(room)
    room.do(reads(room, 200))
    assert closes(room) - before == min(200_000, max(0, spare))
    assert closes(room) + 5 * 60_000 <= room.state.ends_at
    assert room.do(reads(room, 200)) == ()


def test_a_turn_lasts_longer_with_its_step() -> None:
    room = led(Round(text="Each in turn."))
    turn = room.table(1).floor.turn_until
    room.do(reads(room, 12))
    assert room.table(1).floor.turn_until == turn + 12_000


def test_the_wall_reads_what_the_whole_room_does_together() -> None:
    room = led(Say(text="All.", to="all"))
    before = room.state.room.closes_at
    step = room.program.stages[0].steps[0].key
    wall = c.StartNarration(step=step, answer=room.name(), milliseconds=Millis(9_000))
    assert happened(room.do(wall)) == ["NarrationStarted"]
    assert room.state.room.closes_at == before + 9_000


def test_in_a_pause_the_clock_stands_already() -> None:
    room = led(TALK)
    room.do(c.Pause())
    assert room.do(reads(room, 12)) == ()


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"step": StepId("nowhere")}, Why.OTHER_STEP),
        ({"table": TableNo(7)}, Why.TABLE_UNKNOWN),
        ({"milliseconds": Millis(0)}, Why.NOT_NOW),
        ({"milliseconds": Millis(3_600_000)}, Why.NOT_NOW),
    ],
)
def test_what_makes_no_sense_is_refused(changes: dict[str, object], why: Why) -> None:
    room = led(TALK)
    tap = reads(room, 12)
    fields = {name: getattr(tap, name) for name in ("step", "answer", "milliseconds", "table")}
    assert room.do(c.StartNarration(**{**fields, **changes})) is why


def test_a_table_without_a_device_holds_no_clock() -> None:
    room = Room(small((TALK,))).open(59, expected=4, starts_in=1)
    room.join(4)
    room.wait(60)
    assert room.do(reads(room, 12)) is Why.TABLE_UNKNOWN
