"""The people of a rehearsal and what the day has in store for each of them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field

from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, ROOM, Millis, TableNo
from thinkcoop.rehearsal.person import Deed, Person
from thinkcoop.rehearsal.temper import TEMPERS, Temper, cast

PEOPLE_AT_DEVICE = 5
DOORS_OPEN_MS = Millis(30 * MINUTE)
"""How long before the start people may come in, the first time."""


@dataclass(slots=True)
class Life:
    """A person (or a table's device) with picture, trade and fate."""

    person: Person
    picture: str
    trade: int
    reads: bool
    guest: bool
    arrives: Millis
    leaves_at: Millis | None = None
    """All moments count from the opening of the doors."""
    offline: tuple[tuple[Millis, float], ...] = ()
    """(When, for how many minutes) the network is gone."""
    asleep: tuple[tuple[Millis, float], ...] = ()
    table: TableNo = ROOM
    card: bool = False
    """Takes part with an answer card, and has nothing to tap on but what others tap."""
    online: bool = True
    generation: int = 0
    outbox: list[Deed] = field(default_factory=list)

    @property
    def has_screen(self) -> bool:
        """A phone of one's own, or the device itself; the others share their table's device."""
        return self.person.device or (self.table == ROOM and not self.card)


def life_of_room(
    people: int,
    seed: int,
    devices: int,
    tempers: Sequence[Temper] = (),
    lasts: Millis = Millis(0),
    cards: int = 0,
) -> list[Life]:
    """Return devices first, then people; `devices` tables of five share one device each.

    `cards` of the people have an answer card, evenly among the others.

    `lasts` is the length of the first meeting, for those who leave before its end.
    """
    lives = [_device(number, seed) for number in range(1, devices + 1)]
    for index, temper in enumerate(tempers or cast(people, seed)):
        chance = random.Random(f"person:{seed}:{index}")
        seated_at = index // PEOPLE_AT_DEVICE + 1
        at_device = seated_at <= devices
        person = Person(key=index + 1, temper=temper, chance=chance)
        life = _life(person, index, chance, TableNo(seated_at) if at_device else ROOM)
        life.card = index * cards // people != (index + 1) * cards // people
        if temper.name == "leaver":
            share = chance.uniform(0.8, 0.93)
            life.leaves_at = Millis(DOORS_OPEN_MS + round(lasts * share))
        lives.append(life)
    return lives


def _device(number: int, seed: int) -> Life:
    """The device is tapped by whoever is asked to: a steady hand."""
    person = Person(
        key=9_000 + number,
        temper=TEMPERS["steady"],
        chance=random.Random(f"device:{seed}:{number}"),
        device=True,
    )
    return Life(
        person=person,
        picture="",
        trade=0,
        reads=True,
        guest=False,
        arrives=Millis(number * 2_000),
        table=TableNo(number),
    )


def _life(person: Person, index: int, chance: random.Random, table: TableNo) -> Life:
    name = person.temper.name
    arrives = Millis(round(chance.uniform(1, 28) * MINUTE))
    if name == "late":
        arrives = Millis(round(chance.uniform(38, 60) * MINUTE))
    life = Life(
        person=person,
        picture=PEOPLE[index % len(PEOPLE)],
        trade=chance.randrange(9),
        reads=chance.random() < 0.55,
        guest=index % 12 == 11,
        arrives=arrives,
        table=table,
    )
    if name == "offline":
        life.offline = tuple(
            (Millis(round(chance.uniform(45, 240) * MINUTE)), chance.uniform(1.0, 7.0))
            for _ in range(2)
        )
    if name == "sleeper":
        life.asleep = ((Millis(round(chance.uniform(60, 200) * MINUTE)), chance.uniform(8, 25)),)
    return life


def free_picture(state: State, life: Life) -> str:
    """The picture this person likes best of those that are free; in a hall any may be had twice."""
    own = PEOPLE.index(life.picture)
    wished = [*PEOPLE[own:], *PEOPLE[:own]]
    used = {seat.picture for seat in state.seats.values()}
    if life.table != ROOM:
        used = {seat.picture for seat in state.seats.values() if seat.table == life.table}
    elif used >= set(PEOPLE):
        return life.picture
    return next((picture for picture in wished if picture not in used), life.picture)


def again_after(life: Life) -> Millis:
    """How long after the doors open again somebody comes: the late come late once more."""
    if life.person.device:
        return Millis(20_000)
    return Millis(30_000 + min(life.arrives, 40 * MINUTE) * 2 // 5)
