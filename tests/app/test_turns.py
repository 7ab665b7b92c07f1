"""A turn: decided in order, on disk in one commit, and only then shown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from tests.room import TRADES, tea
from thinkcoop.app.opening import Wishes, opened_session, planned_length, prepare
from thinkcoop.app.ports import SeatCard, StoreTrouble, Writing
from thinkcoop.app.turns import LONGEST_GAP, Done, Host, Reply, Work
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import step_of
from thinkcoop.core.session.events import BallotCounted, Reopened
from thinkcoop.core.session.fold import fold, start
from thinkcoop.core.session.state import State
from thinkcoop.core.words import AnswerId, Millis, Refusal, SeatNo, SessionId, StepId, Why
from thinkcoop.rehearsal.world import NewestBoard, RehearsalClock, SeededChance
from thinkcoop.store.memory_store import MemoryStore

TEA = SessionId("TEA4U")


class FullDisk(MemoryStore):
    """A store that can be told that the disk is full, and counts its commits."""

    full = False
    commits = 0

    def write(self, writings: Sequence[Writing]) -> None:
        if self.full:
            raise StoreTrouble("The disk is full.")
        self.commits += 1
        super().write(writings)


class Pulse:
    """Remembers one beat."""

    beaten = 0

    def beat(self, wall_ms: int) -> None:
        self.beaten = wall_ms

    def last_ms(self) -> int:
        return self.beaten


@dataclass
class House:
    """A device with one open session."""

    clock: RehearsalClock = field(default_factory=RehearsalClock)
    board: NewestBoard = field(default_factory=NewestBoard)
    pulse: Pulse = field(default_factory=Pulse)
    store: FullDisk = field(init=False)
    host: Host = field(init=False)

    def __post_init__(self) -> None:
        self.store = FullDisk(wall_ms=self.clock.wall_ms)
        self.host = self.another()
        work = prepare(self.host, tea().module, Wishes(edition="short"), code=TEA)
        assert isinstance(work, Work)
        assert opened_session(self.host.turn([work])[0], work, self.host) == TEA

    def another(self) -> Host:
        """The device after it was switched on again."""
        return Host(
            store=self.store,
            board=self.board,
            clock=self.clock,
            chance=SeededChance(3),
            pulse=self.pulse,
        )

    @property
    def state(self) -> State:
        return self.host.rooms[TEA].state

    def work(self, command: c.Command | None, **fields: object) -> Work:
        return Work(session=TEA, command=command, now=self.host.now(TEA), **fields)  # type: ignore[arg-type]  # as named

    def do(self, *commands: c.Command) -> list[Reply]:
        return self.host.turn([self.work(command) for command in commands])

    def join(self, count: int) -> None:
        self.do(*(seat(number) for number in range(count)))

    def skip_to(self, step: str) -> None:
        while (now := step_of(self.state, self.state.room)) is None or now.id != step:
            self.do(c.GoOn())


def seat(number: int) -> c.TakeSeat:
    return c.TakeSeat(
        answer=AnswerId(f"join{number}"),
        picture=PEOPLE[number],
        trade=TRADES[number % 3],
        reads=True,
    )


def vote(number: int, option: int) -> c.GiveAnswer:
    return c.GiveAnswer(
        seat=SeatNo(number),
        step=StepId("together"),
        answer=AnswerId(f"vote{number}"),
        value=(option,),
    )


def test_many_works_share_one_commit_and_each_has_its_reply() -> None:
    house = House()
    before = house.store.commits
    replies = house.do(seat(0), seat(1), seat(0), c.Leave(seat=SeatNo(9)))
    assert house.store.commits == before + 1
    assert [reply.seat if isinstance(reply, Done) else reply.why for reply in replies] == [
        1,
        2,
        1,
        Why.SEAT_UNKNOWN,
    ]


def test_what_is_shown_is_what_is_on_disk() -> None:
    house = House()
    house.join(4)
    assert house.board.states[TEA] == house.state
    assert fold(start(tea()), house.store.load(TEA)) == house.state
    assert house.host.rooms[TEA].events == len(house.store.load(TEA))


def test_when_the_disk_says_no_nothing_has_happened_and_the_convener_is_told() -> None:
    house = House()
    before = house.state
    house.store.full = True
    assert house.do(seat(0), c.Tick()) == [Refusal(Why.DISK_TROUBLE)] * 2
    assert (house.state, house.host.trouble) == (before, "The disk is full.")
    house.store.full = False
    assert isinstance(house.do(seat(0))[0], Done)
    assert house.host.trouble == ""


def test_nothing_to_write_is_no_commit() -> None:
    house = House()
    before = house.store.commits
    house.do(c.Tick())
    assert house.store.commits == before


def test_a_session_that_is_not_here_is_unknown() -> None:
    house = House()
    work = Work(session=SessionId("XXXX"), command=c.Tick(), now=Millis(0))
    assert house.host.turn([work]) == [Refusal(Why.SESSION_UNKNOWN)]
    assert house.host.now(SessionId("XXXX")) == 0


def test_a_name_stands_on_the_seats_card_and_not_in_the_log() -> None:
    house = House()
    house.host.turn([house.work(seat(0), name="Sokha")])
    assert house.store.cards(TEA)[SeatNo(1)].name == "Sokha"
    assert "Sokha" not in str(house.store.load(TEA))


def test_a_changed_card_is_kept_without_an_event() -> None:
    house = House()
    house.join(1)
    card = SeatCard(seat=SeatNo(1), code="1234", name="Dara", hand=1)
    [reply] = house.host.turn([house.work(None, card=card)])
    assert reply == Done(version=house.state.version)
    assert house.host.rooms[TEA].cards[SeatNo(1)] == house.store.cards(TEA)[SeatNo(1)] == card


def test_the_last_vote_counts_the_papers_and_destroys_them_in_the_same_commit() -> None:
    house = House()
    house.join(5)
    house.skip_to("together")
    house.do(vote(1, 0), vote(2, 1))
    assert house.store.papers(TEA, StepId("together")) == [0, 1]
    before = house.store.commits
    house.do(vote(3, 0), vote(4, 0), vote(5, 1))
    assert house.store.commits == before + 1
    assert house.store.papers(TEA, StepId("together")) == []
    [counted] = [x for x in house.store.load(TEA) if isinstance(x, BallotCounted)]
    assert (counted.total, counted.counts) == (5, (3, 2))


def test_after_a_power_cut_the_room_goes_on_where_it_was() -> None:
    house = House()
    house.join(5)
    house.skip_to("together")
    house.do(vote(1, 0))
    left = house.state.room.closes_at - house.host.now(TEA)
    house.clock.at = Millis(house.clock.at + 100_000)
    house.host = house.another()
    house.host.restore(TEA, tea())
    assert house.state.room.closes_at - house.host.now(TEA) == left
    assert house.host.rooms[TEA].cards == house.store.cards(TEA)
    assert house.host.next_alarm() == (
        house.state.room.closes_at + house.host.rooms[TEA].zero_ms,
        TEA,
    )
    house.do(*(vote(number, 0) for number in (2, 3, 4, 5)))
    assert house.state.counts[StepId("together")].counts == (5, 0)


@pytest.mark.parametrize("gap", [-5_000, LONGEST_GAP + 1])
def test_a_wrong_clock_takes_no_time_from_the_session(gap: int) -> None:
    house = House()
    house.clock.at = Millis(max(0, gap))
    house.store._logs[TEA].wall_ms = house.clock.wall_ms() - gap
    house.host = house.another()
    house.host.restore(TEA, tea())
    [reopened] = [x for x in house.store.load(TEA) if isinstance(x, Reopened)]
    assert reopened.down_ms == 0


def test_a_beat_of_the_pulse_tells_how_long_the_device_was_on() -> None:
    house = House()
    house.clock.at = Millis(60_000)
    house.host.beat()
    house.clock.at = Millis(90_000)
    house.host = house.another()
    house.host.restore(TEA, tea())
    [reopened] = [x for x in house.store.load(TEA) if isinstance(x, Reopened)]
    assert reopened.down_ms == 30_000


def test_a_device_without_a_pulse_goes_by_its_last_answer() -> None:
    house = House()
    host = Host(store=house.store, board=house.board, clock=house.clock, chance=SeededChance(3))
    host.beat()
    house.clock.at = Millis(5_000)
    host.restore(TEA, tea())
    [reopened] = [x for x in house.store.load(TEA) if isinstance(x, Reopened)]
    assert reopened.down_ms == 5_000


def test_with_nobody_here_nothing_is_due() -> None:
    assert House().host.next_alarm() is None


def test_an_edition_that_is_not_there_cannot_be_opened() -> None:
    house = House()
    assert prepare(house.host, tea().module, Wishes(edition="none")) == Refusal(Why.DOES_NOT_FIT)


def test_a_session_that_could_not_be_opened_is_forgotten() -> None:
    house = House()
    wishes = Wishes(edition="short", starts_in=Millis(-5))
    work = prepare(house.host, tea().module, wishes)
    assert isinstance(work, Work)
    reply = house.host.turn([work])[0]
    assert opened_session(reply, work, house.host) == Refusal(Why.DOES_NOT_FIT)
    assert list(house.host.rooms) == [TEA]


def test_an_edition_is_as_long_as_its_plan() -> None:
    assert planned_length(tea().module, "two-days", 1) == 600_000
