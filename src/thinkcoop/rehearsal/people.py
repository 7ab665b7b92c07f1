"""The people of a rehearsal and what the day has in store for each of them."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, ROOM, Millis, TableNo
from thinkcoop.rehearsal.person import Deed, Person
from thinkcoop.rehearsal.temper import TEMPERS, Temper, cast

PEOPLE_AT_DEVICE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """How the people of a room take part. Who is in none of these has a phone."""

    devices: int = 0
    """Tables whose people share one device."""
    at_every_table: bool = False
    """A device on each table; then `devices` counts for nothing."""
    cards: int = 0
    """People with an answer card and nothing else."""
    paper: int = 0
    """People with slips of paper and nothing else."""
    by_hand: bool = False
    """Cards are looked at by a person and not by a camera."""
    languages: tuple[str, ...] = ()
    """Who has a phone chooses one of these, in turn; empty: everyone has the room's."""

    def devices_for(self, people: int) -> int:
        """How many tables of so many people have a device."""
        return max(1, round(people / PEOPLE_AT_DEVICE)) if self.at_every_table else self.devices

    def table_of(self, index: int, people: int) -> TableNo:
        """The table with a device at which the person in this place sits; 0 is none of them."""
        devices = self.devices_for(people)
        if self.at_every_table:
            return TableNo(index * devices // people + 1)
        seated_at = index // PEOPLE_AT_DEVICE + 1
        return TableNo(seated_at) if seated_at <= devices else ROOM


ALL_PHONES = Ways()
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
    channel: Channel = "phone"
    language: str = ""
    """The one that was chosen on the way in; empty: the room's."""
    online: bool = True
    generation: int = 0
    outbox: list[Deed] = field(default_factory=list)

    @property
    def has_screen(self) -> bool:
        """A phone of one's own, or the device itself; the others share their table's device."""
        return self.person.device or self.channel == "phone"


def life_of_room(
    people: int,
    seed: int,
    ways: Ways = ALL_PHONES,
    tempers: Sequence[Temper] = (),
    lasts: Millis = Millis(0),
) -> list[Life]:
    """Return devices first, then people; who has a card or paper sits evenly among the others.

    `lasts` is the length of the first meeting, for those who leave before its end.
    """
    lives = [_device(number, seed) for number in range(1, ways.devices_for(people) + 1)]
    channels = _channels(people, ways)
    for index, temper in enumerate(tempers or cast(people, seed)):
        chance = random.Random(f"person:{seed}:{index}")
        person = Person(key=index + 1, temper=temper, chance=chance)
        life = _life(person, index, chance, ways.table_of(index, people))
        life.channel = channels[index]
        if ways.languages:
            life.language = ways.languages[index % len(ways.languages)]
        if temper.name == "leaver":
            share = chance.uniform(0.8, 0.93)
            life.leaves_at = Millis(DOORS_OPEN_MS + round(lasts * share))
        lives.append(life)
    return lives


def _channels(people: int, ways: Ways) -> list[Channel]:
    """How each of the people answers, in order: cards evenly, then paper evenly among the rest."""
    found: list[Channel] = [
        "table" if ways.table_of(index, people) != ROOM else "phone" for index in range(people)
    ]
    for index in _evenly(range(people), ways.cards):
        found[index] = "card"
    rest = [index for index in range(people) if found[index] != "card"]
    for index in _evenly(rest, ways.paper):
        found[index] = "paper"
    return found


def _evenly(places: Sequence[int], count: int) -> Iterator[int]:
    """So many of these places, as evenly as they go."""
    total = len(places)
    for at, place in enumerate(places):
        if at * count // total != (at + 1) * count // total:
            yield place


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
        channel="table",
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
        if life.channel != "card":
            return life.picture
        used = _cards_out(state)
    if life.channel == "card":  # there is one card of each picture
        used |= _cards_out(state)
    return next((picture for picture in wished if picture not in used), life.picture)


def _cards_out(state: State) -> set[str]:
    return {seat.picture for seat in state.seats.values() if seat.channel == "card"}


def again_after(life: Life) -> Millis:
    """How long after the doors open again somebody comes: the late come late once more."""
    if life.person.device:
        return Millis(20_000)
    return Millis(30_000 + min(life.arrives, 40 * MINUTE) * 2 // 5)
