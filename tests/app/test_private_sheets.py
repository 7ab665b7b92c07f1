"""Private answers: on a sheet in the commit of their event, and gone when the session is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.laws.moves import good_item
from tests.room import TRADES, tea
from thinkcoop.app.opening import Wishes, opened_session, prepare
from thinkcoop.app.ports import Mark, StoreTrouble, Writing
from thinkcoop.app.turns import Done, Host, Reply, Work
from thinkcoop.core.kinds import Path
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import step_of, walked
from thinkcoop.core.session.events import PrivateCounted, PrivateGiven, SessionClosed
from thinkcoop.core.session.state import State
from thinkcoop.core.words import AnswerId, Refusal, SeatNo, SessionId, StepId, Why
from thinkcoop.rehearsal.world import NewestBoard, RehearsalClock, SeededChance
from thinkcoop.store.memory_store import MemoryStore

HERE = SessionId("TEA4U")
WAY = StepId("own-way")
PATH = next(step for step in tea("game").by_key.values() if isinstance(step, Path))
PEOPLE_HERE = 5


class Shelf(MemoryStore):
    """A store that remembers what was written together, and can be full."""

    full = False

    def __init__(self) -> None:
        super().__init__(wall_ms=lambda: 0)
        self.writings: list[Writing] = []

    def write(self, writings: Sequence[Writing]) -> None:
        if self.full:
            raise StoreTrouble("The disk is full.")
        self.writings += writings
        super().write(writings)


@dataclass
class House:
    """A device whose room is on its private path."""

    store: Shelf = field(default_factory=Shelf)
    clock: RehearsalClock = field(default_factory=RehearsalClock)
    host: Host = field(init=False)
    names: int = 0

    def __post_init__(self) -> None:
        self.host = self.another()
        work = prepare(self.host, tea().module, Wishes(edition="game"), code=HERE)
        assert isinstance(work, Work)
        assert opened_session(self.host.turn([work])[0], work, self.host) == HERE
        for place in range(PEOPLE_HERE):
            picture = PEOPLE[place]
            self.do(c.TakeSeat(answer=self.name(), picture=picture, trade=TRADES[0], reads=True))
        while (now := step_of(self.state, self.state.room)) is None or now.id != WAY:
            self.do(c.GoOn())

    def another(self) -> Host:
        """The device after it was switched on again."""
        return Host(store=self.store, board=NewestBoard(), clock=self.clock, chance=SeededChance(3))

    @property
    def state(self) -> State:
        return self.host.rooms[HERE].state

    @property
    def sheets(self) -> dict[SeatNo, dict[tuple[StepId, int], tuple[int, ...]]]:
        return self.host.rooms[HERE].sheets

    def name(self) -> AnswerId:
        self.names += 1
        return AnswerId(f"name{self.names:04d}")

    def do(self, command: c.Command) -> Reply:
        return self.host.turn([Work(session=HERE, command=command, now=self.host.now(HERE))])[0]

    def give(self, seat: int, upto: int = len(PATH.items)) -> Reply:
        """Somebody goes on to item `upto`."""
        reply: Reply = Refusal(Why.NOT_NOW)
        for item in range(walked(self.state, PATH, SeatNo(seat)).done, upto):
            reply = self.do(
                c.GiveAnswer(
                    seat=SeatNo(seat),
                    step=WAY,
                    answer=self.name(),
                    value=good_item(PATH.items[item], seat + item),
                    item=item,
                )
            )
        return reply

    def to_the_end(self) -> None:
        while self.state.phase != "over":
            self.do(c.GoOn())


BEANS = next(at for at, item in enumerate(PATH.items) if item.kind == "beans")


def test_an_answer_goes_to_its_sheet_in_the_commit_of_its_event() -> None:
    house = House()
    house.give(2, upto=BEANS + 1)
    written = house.store.writings[-1]
    value = good_item(PATH.items[BEANS], 2 + BEANS)
    assert written.marks == (Mark(seat=SeatNo(2), step=WAY, item=BEANS, value=value),)
    assert [type(event) for event in written.events] == [PrivateGiven]
    assert house.sheets[SeatNo(2)][WAY, BEANS] == value


def test_a_skip_takes_an_older_answer_off_the_disk_in_the_commit_of_its_event() -> None:
    house = House()
    house.give(2, upto=BEANS + 1)
    house.do(c.TurnBack(seat=SeatNo(2), step=WAY, item=BEANS))
    assert (WAY, BEANS) in house.sheets[SeatNo(2)]
    house.do(c.SkipItem(seat=SeatNo(2), step=WAY, item=BEANS, answer=house.name()))
    written = house.store.writings[-1]
    assert written.marks == (Mark(seat=SeatNo(2), step=WAY, item=BEANS, value=None),)
    assert [type(event) for event in written.events] == [PrivateGiven]
    assert (WAY, BEANS) not in house.sheets[SeatNo(2)]
    before = house.sheets
    house.host = house.another()
    house.host.restore(HERE, tea("game"))
    assert house.sheets == before


def test_who_skips_everything_has_no_sheet() -> None:
    house = House()
    for item in range(len(PATH.items)):
        house.do(c.SkipItem(seat=SeatNo(3), step=WAY, item=item, answer=house.name()))
    assert (house.sheets, house.store.marks(HERE)) == ({}, [])
    assert walked(house.state, PATH, SeatNo(3)).done == len(PATH.items)


def test_when_the_disk_says_no_nothing_is_on_the_sheet() -> None:
    house = House()
    house.give(1, upto=1)
    before = {seat: dict(sheet) for seat, sheet in house.sheets.items()}
    house.store.full = True
    assert house.give(1, upto=2) == Refusal(Why.DISK_TROUBLE)
    assert house.sheets == before


def test_after_a_power_cut_everyone_is_where_they_were_and_the_count_is_whole() -> None:
    house = House()
    for seat in range(1, PEOPLE_HERE):
        house.give(seat)
    house.give(PEOPLE_HERE, upto=len(PATH.items) - 1)
    sheets = {seat: dict(sheet) for seat, sheet in house.sheets.items()}
    house.host = house.another()
    house.host.restore(HERE, tea("game"))
    assert house.sheets == sheets
    assert isinstance(house.give(PEOPLE_HERE), Done)
    log = house.store.load(HERE)
    [counted] = [event for event in log if isinstance(event, PrivateCounted)]
    assert counted.total == PEOPLE_HERE


def test_when_the_session_closes_the_sheets_on_disk_are_destroyed_and_pages_stay_in_memory() -> (
    None
):
    house = House()
    for seat in range(1, PEOPLE_HERE + 1):
        house.give(seat)
    assert len(house.store.marks(HERE)) == PEOPLE_HERE * len(PATH.items)
    house.to_the_end()
    closing = [writing for writing in house.store.writings if writing.shredded]
    assert [type(writing.events[-1]) for writing in closing] == [SessionClosed]
    assert house.store.marks(HERE) == []
    assert len(house.sheets) == PEOPLE_HERE


def test_after_close_and_restart_no_private_answer_is_anywhere() -> None:
    house = House()
    for seat in range(1, PEOPLE_HERE + 1):
        house.give(seat)
    house.to_the_end()
    house.host = house.another()
    house.host.restore(HERE, tea("game"))
    assert (house.sheets, house.store.marks(HERE)) == ({}, [])


def test_the_log_is_the_same_whatever_was_answered() -> None:
    one, other = House(), House()
    for seat in range(1, PEOPLE_HERE + 1):
        one.give(seat, upto=len(PATH.items) - (seat == PEOPLE_HERE))
    for seat in range(1, PEOPLE_HERE + 1):
        for item in range(len(PATH.items) - (seat == PEOPLE_HERE)):
            other.do(
                c.GiveAnswer(
                    seat=SeatNo(seat),
                    step=WAY,
                    answer=other.name(),
                    value=good_item(PATH.items[item], 7 * seat + 3 * item),
                    item=item,
                )
            )
    assert one.store.marks(HERE) != other.store.marks(HERE)
    assert one.store.load(HERE) == other.store.load(HERE)
