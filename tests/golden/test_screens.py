"""What everyone sees at every step of one session of the tea module, as readable data.

`pytest tests/golden --renew` writes the files anew; read the difference before you commit it.
"""

from __future__ import annotations

import dataclasses
import json
from enum import Enum
from pathlib import Path
from typing import Any

import pytest

from tests.laws.moves import good_value
from tests.room import Room, tea
from thinkcoop.core.kinds import Ballot, KindStep
from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Phrase, Text
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import Millis, SeatNo, StepId, TableNo

FOLDER = Path(__file__).parent / "screens"
PHONE, GUEST, AT_DEVICE = SeatNo(5), SeatNo(9), SeatNo(1)
STEPS = tuple(step.id for stage in tea().stages for step in stage.steps)
NAMES = ("gathering", "seated", *STEPS, "paused", "over")


def plain(value: object) -> Any:  # noqa: ANN401 - JSON has no type
    """A screen as JSON; what is as always is left out, so that a page of it can be read."""
    if isinstance(value, Text):
        return value.source
    if isinstance(value, Phrase):
        places = " ".join(f"{name}={what}" for name, what in value.values)
        return f"<{value.key.value}{' ' + places if places else ''}>"
    if isinstance(value, Enum):
        return value.value
    if dataclasses.is_dataclass(value):
        kept = {
            field.name: getattr(value, field.name)
            for field in dataclasses.fields(value)
            if getattr(value, field.name) != field.default
        }
        return {name: plain(what) for name, what in kept.items()}
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    return value


def seen(room: Room) -> dict[str, Any]:
    """All the kinds of screens there are, now."""
    state = room.state
    return {
        "phone": plain(phone_screen(state, PHONE)),
        "phone of a guest": plain(phone_screen(state, GUEST)),
        "device of table 1": plain(table_screen(state, TableNo(1))),
        "wall": plain(wall_screen(state)),
        "desk": plain(desk(state, room.now)),
    }


def half_do(room: Room, step: KindStep) -> None:
    """Some have done their part when the picture is taken."""
    if step.asks or isinstance(step, Ballot):
        for seat in (1, 2, 5, 6):
            if room.seat(seat).table and room.open_steps() & {step.id}:
                answer = c.GiveAnswer(
                    seat=SeatNo(seat),
                    step=StepId(step.id),
                    answer=room.name(),
                    value=good_value(step, seat),
                )
                room.do(answer)
    room.now = Millis(room.now + 5_000)


def session() -> dict[str, dict[str, Any]]:
    """The screens of every step of a session with a device, a guest and two tables."""
    room = Room(tea()).open(25, expected=9, starts_in=5)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(3, channel="table", table=TableNo(1))
    room.join(5)
    screens = {"gathering": seen(room)}
    room.join(guest=True)
    screens["seated"] = seen(room)
    room.wait(60)
    while room.state.phase == "running":
        [now] = room.open_steps()
        step = room.program.by_key[StepId(now)]
        half_do(room, step)
        screens[now] = seen(room)
        if now == "t2-5":
            room.do(c.Pause())
            screens["paused"] = seen(room)
            room.do(c.Resume())
        room.do(c.GoOn())
    return {**screens, "over": seen(room)}


@pytest.fixture(scope="module")
def screens() -> dict[str, dict[str, Any]]:
    return session()


@pytest.mark.parametrize("name", NAMES)
def test_the_screens_are_what_they_were(
    screens: dict[str, dict[str, Any]],
    name: str,
    renew: bool,  # noqa: FBT001 - a fixture, filled in by its name
) -> None:
    path = FOLDER / f"{NAMES.index(name):02d}-{name}.json"
    text = json.dumps(screens[name], indent=1, ensure_ascii=False) + "\n"
    if renew:
        FOLDER.mkdir(exist_ok=True)
        path.write_text(text, "utf-8")
    assert path.read_text("utf-8") == text


def test_no_file_is_left_over_and_every_step_has_one(screens: dict[str, dict[str, Any]]) -> None:
    assert set(screens) == set(NAMES)
    assert sorted(path.name for path in FOLDER.iterdir()) == [
        f"{number:02d}-{name}.json" for number, name in enumerate(NAMES)
    ]
