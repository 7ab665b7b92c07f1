"""The one thread that takes turns: nothing it does depends on being asked."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.core.module.tea import TEA, read
from thinkcoop.app.opening import Wishes, prepare
from thinkcoop.app.turns import Done, Host
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.words import Millis, Refusal, SessionId
from thinkcoop.live.writer import Writer
from thinkcoop.rehearsal.world import NewestBoard, RehearsalClock, SeededChance
from thinkcoop.store.memory_store import MemoryStore


@dataclass(slots=True)
class SleepyClock(RehearsalClock):
    """A clock of a machine that can sleep."""

    slept: int = 0

    def asleep_ms(self) -> Millis:
        return Millis(self.slept)


@dataclass(slots=True)
class Beats:
    """A pulse that remembers."""

    beats: list[int] = field(default_factory=list)

    def last_ms(self) -> int:
        return 0

    def beat(self, wall_ms: int) -> None:
        self.beats.append(wall_ms)


def a_host(clock: RehearsalClock, pulse: Beats | None = None) -> tuple[Host, SessionId]:
    module = read(TEA).module
    assert module is not None
    host = Host(
        store=MemoryStore(wall_ms=clock.wall_ms),
        board=NewestBoard(),
        clock=clock,
        chance=SeededChance(1),
        pulse=pulse,
    )
    work = prepare(host, module, Wishes(edition="short"))
    assert not isinstance(work, Refusal)
    host.turn([work])
    return host, work.session


def test_a_machine_that_slept_gives_every_session_its_time_back() -> None:
    clock = SleepyClock()
    host, session = a_host(clock)
    writer = Writer(host)
    writer.start()
    clock.slept = 60_000
    clock.at = Millis(60_000)
    writer.submit(session, c.Tick()).result(timeout=20)
    writer.stop()
    reopened = [x for x in host.store.load(session) if isinstance(x, e.Reopened)]
    assert [x.down_ms for x in reopened] == [60_000]


def test_the_device_shows_signs_of_life_while_nobody_does_anything() -> None:
    clock, pulse = RehearsalClock(), Beats()
    host, _session = a_host(clock, pulse)
    writer = Writer(host)
    writer.start()
    writer.submit(SessionId("NONE"), c.Tick()).result(timeout=20)
    writer.stop()
    assert set(pulse.beats) == {clock.wall_ms()}


def test_who_gave_up_waiting_does_not_stop_the_others() -> None:
    clock = RehearsalClock()
    host, session = a_host(clock)
    writer = Writer(host)
    gone = writer.submit(session, c.Tick())
    gone.cancel()
    stays = writer.submit(session, c.Tick())
    writer.start()
    reply = stays.result(timeout=20)
    writer.stop()
    assert (gone.cancelled(), isinstance(reply, Done)) == (True, True)
