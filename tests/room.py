"""A room that a test leads: commands in, the newest state and the whole log out.

It counts closed ballots as `app/turns.py` does, and nothing else happens by itself: time goes on
only when a test says so.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cache

from tests.core.module.tea import TEA, read
from thinkcoop.core.kinds import KindStep, Path
from thinkcoop.core.module.model import (
    Activity,
    Edition,
    Meeting,
    Met,
    Minutes,
    Module,
    Option,
    Row,
)
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import floor_for, step_of, walked
from thinkcoop.core.session.flow import alarm
from thinkcoop.core.session.fold import start
from thinkcoop.core.session.program import Program, lay_out
from thinkcoop.core.session.rules import act
from thinkcoop.core.session.rules.private import values_of
from thinkcoop.core.session.state import Floor, Seat, State, Table
from thinkcoop.core.words import (
    MINUTE,
    ROOM,
    SECOND,
    AnswerId,
    Millis,
    Refusal,
    SeatNo,
    SessionId,
    StepId,
    TableNo,
    Why,
)

TRADES = ("seller", "driver", "other")
MOST_TICKS = 2_000


@cache
def tea(edition: str = "short") -> Program:
    """The tea module, laid out."""
    module = read(TEA).module
    assert module is not None
    return lay_out(module, edition)


def small(*activities: tuple[KindStep, ...], **keys: object) -> Program:
    """A program of one meeting with these steps; `keys` go to every activity."""
    return small_meetings(activities, **keys)


def small_meetings(*meetings: tuple[tuple[KindStep, ...], ...], **keys: object) -> Program:
    """A program with these meetings, each a tuple of activities, each a tuple of steps."""
    made: list[Activity] = []
    rows: list[Meeting] = []
    for activities in meetings:
        names = []
        for steps in activities:
            name = f"a{len(made)}"
            named = tuple(
                step if step.id else step.model_copy(update={"id": f"{name}-{index}"})
                for index, step in enumerate(steps)
            )
            fields: dict[str, object] = {
                "id": name,
                "unit": 1,
                "title": f"Activity {name}",
                "aim": "To try.",
                "met": Met(of=named[0].id),
                "picture": "do-think",
                "minutes": Minutes(plan=10),
                "steps": named,
                **keys,
            }
            made.append(Activity.model_construct(**fields))  # type: ignore[arg-type]  # as named
            names.append(name)
        rows.append(Meeting(title="Day", rows=tuple(Row(activity=name) for name in names)))
    edition = Edition(id="one", title="One", picture="do-think", minutes=60, meetings=tuple(rows))
    module = tea().module
    whole = module.model_copy(update={"activities": tuple(made), "editions": (edition,)})
    assert isinstance(whole, Module)
    return lay_out(whole, "one")


def options(*names: str) -> tuple[Option, ...]:
    """Options of these names."""
    return tuple(Option(id=name, text=name.capitalize(), picture="do-think") for name in names)


@dataclass(slots=True)
class Room:
    """A session under test."""

    program: Program = field(default_factory=tea)
    state: State = field(init=False)
    now: Millis = Millis(0)
    log: list[e.Event] = field(default_factory=list)
    box: dict[StepId, list[int]] = field(default_factory=dict)
    """Ballot papers that were not counted yet."""
    sheets: dict[SeatNo, dict[tuple[StepId, int], tuple[int, ...]]] = field(default_factory=dict)
    """What each seat answered in private."""
    names: int = 0

    def __post_init__(self) -> None:
        self.state = start(self.program)

    # ------------------------------------------------------------------ commands and time

    def do(self, command: c.Command) -> tuple[e.Event, ...] | Why:
        """Give one command now; return what happened, or why not."""
        outcome = act(self.state, command, self.now)
        if isinstance(outcome, Refusal):
            return outcome.why
        self.state = outcome.state
        for paper in outcome.papers:
            self.box.setdefault(paper.step, []).append(paper.option)
        for mark in outcome.marks:
            sheet = self.sheets.setdefault(mark.seat, {})
            if mark.value is None:
                sheet.pop((mark.step, mark.item), None)
            else:
                sheet[mark.step, mark.item] = mark.value
        events = list(outcome.events)
        while (step := self.state.counting) is not None:
            counted = act(self.state, self._count(step), self.state.at)
            assert not isinstance(counted, Refusal)
            self.state = counted.state
            events += counted.events
        self.log += events
        return tuple(events)

    def _count(self, key: StepId) -> c.Command:
        step = self.program.step(key)
        if isinstance(step, Path):
            return values_of(step, self.sheets)
        return c.CountBallot(step=key, papers=tuple(sorted(self.box.pop(key, []))))

    def wait(self, seconds: float) -> tuple[e.Event, ...]:
        """Let time pass, with a tick at every alarm on the way, as the real clock does."""
        until = Millis(self.now + round(seconds * SECOND))
        happened: list[e.Event] = []
        for _ in range(MOST_TICKS):
            due = alarm(self.state)
            if due is None or due > until:
                self.now = until
                return tuple(happened)
            self.now = Millis(max(self.now, due))
            ticked = self.do(c.Tick())
            assert not isinstance(ticked, Why)
            happened += ticked
        raise AssertionError(f"still ringing at {self.now}")

    def tick(self) -> tuple[e.Event, ...]:
        """Go to the next alarm and let it ring."""
        due = alarm(self.state)
        assert due is not None, f"nothing is due in {self.state.phase}"
        self.now = Millis(max(self.now, due))
        ticked = self.do(c.Tick())
        assert not isinstance(ticked, Why)
        return ticked

    def run_out(self) -> None:
        """Nobody does anything any more: ring every alarm until nothing is due."""
        for _ in range(MOST_TICKS):
            if alarm(self.state) is None:
                return
            self.tick()
        raise AssertionError(f"still ringing at {self.now} in stage {self.state.stage}")

    def wait_for(self, step: str) -> None:
        """Ring alarms until this step is open somewhere."""
        for _ in range(MOST_TICKS):
            if step in self.open_steps():
                return
            self.tick()
        raise AssertionError(f"{step} never opens")

    # ------------------------------------------------------------------ people

    def open(
        self,
        minutes: float = 20,
        *,
        expected: int = 0,
        starts_in: float = 0,
        seed: int = 7,
        country: str = "",
    ) -> Room:
        """Open the doors."""
        starts = Millis(self.now + round(starts_in * MINUTE))
        opened = c.OpenSession(
            session=SessionId("TEA4U"),
            language="en",
            seed=seed,
            expected=expected,
            starts_at=starts,
            ends_at=Millis(starts + round(minutes * MINUTE)),
            wall_ms=1_503_622_800_000,
            zone_minutes=420,
            engine="test",
            country=country,
        )
        assert not isinstance(self.do(opened), Why)
        return self

    def join(self, count: int = 1, **fields: object) -> list[SeatNo]:
        """People come in by phone, each with a picture and a trade of the next kind."""
        return [self._join(fields) for _ in range(count)]

    def _join(self, fields: dict[str, object]) -> SeatNo:
        index = len(self.state.seats)
        known: dict[str, object] = {
            "answer": self.name(),
            "picture": PEOPLE[index % len(PEOPLE)],
            "trade": TRADES[index % len(TRADES)],
            "reads": True,
        }
        done = self.do(c.TakeSeat(**{**known, **fields}))  # type: ignore[arg-type]  # as named
        assert not isinstance(done, Why), done
        return next(event.seat for event in done if isinstance(event, e.SeatTaken))

    def name(self) -> AnswerId:
        """A fresh name for an answer."""
        self.names += 1
        return AnswerId(f"name{self.names:06d}")

    def answer(self, seat: int, *value: int, text: str = "") -> tuple[e.Event, ...] | Why:
        """Somebody answers what is open at their table: on a private path the next item."""
        step = self.step_at(self.seat(seat).table)
        given = c.GiveAnswer(
            seat=SeatNo(seat),
            step=step.key,
            answer=self.name(),
            value=value,
            text=text,
            item=walked(self.state, step, SeatNo(seat)).done if isinstance(step, Path) else 0,
        )
        return self.do(given)

    def done(self, seat: int = 0, table: int = 0) -> tuple[e.Event, ...] | Why:
        """Somebody (or a table's device) says done."""
        where = self.seat(seat).table if seat else TableNo(table)
        return self.do(
            c.SayDone(step=self.step_at(where).key, seat=SeatNo(seat), table=TableNo(table))
        )

    # ------------------------------------------------------------------ looking

    @property
    def phase(self) -> str:
        """Where the session is, read anew each time."""
        return self.state.phase

    def seat(self, number: int) -> Seat:
        """A seat as it stands."""
        return self.state.seats[SeatNo(number)]

    def table(self, number: int) -> Table:
        """A table as it stands."""
        return self.state.tables[TableNo(number)]

    def floor(self, table: int = ROOM) -> Floor:
        """What a table does now (with the room, when the room does something)."""
        return floor_for(self.state, TableNo(table))

    def step_at(self, table: int) -> KindStep:
        """The step that is open at a table."""
        step = step_of(self.state, self.floor(table))
        assert step is not None, f"no step is open at table {table}"
        return step

    def open_steps(self) -> set[str]:
        """The ids of all open steps."""
        floors = (
            [self.state.room]
            if self.state.room.open
            else [table.floor for table in self.state.tables.values()]
        )
        steps = (step_of(self.state, floor) for floor in floors)
        return {step.id for step in steps if step is not None}

    def fork(self) -> Room:
        """The same room once more, to try something."""
        other = replace(self, log=list(self.log), box={k: list(v) for k, v in self.box.items()})
        other.sheets = {seat: dict(sheet) for seat, sheet in self.sheets.items()}
        other.state, other.now, other.names = self.state, self.now, self.names
        return other


def happened(events: tuple[e.Event, ...] | Why) -> list[str]:
    """The names of events, or the reason of a refusal."""
    if isinstance(events, Why):
        return [f"-> {events}"]
    return [type(event).__name__ for event in events]
