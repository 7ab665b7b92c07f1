"""The session on which a play is played: from its lines to forms, from forms to turns.

Everything goes the way of the real thing: forms become commands in `app/acts.py`, commands take
their turn in `app/turns.py`, and the screens are those that phones get.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from thinkcoop.app.acts import Fields, Hands, command_of
from thinkcoop.app.opening import Wishes, planned_length, prepare
from thinkcoop.app.turns import Host, Reply, Work
from thinkcoop.core.kinds import Path
from thinkcoop.core.module.model import Module
from thinkcoop.core.screens.parts import SIGNS
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import floor_for, is_here, step_of, walked
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.flow import open_floor_steps
from thinkcoop.core.session.state import BY_HAND, NOBODY, Seat, State
from thinkcoop.core.words import ROOM, AnswerId, Millis, Refusal, SeatNo, SessionId, StepId, TableNo
from thinkcoop.rehearsal.play_answers import answer_fields, item_fields
from thinkcoop.rehearsal.play_text import Line, Unplayable, length_of, moment_of, span_of
from thinkcoop.rehearsal.world import NewestBoard, RehearsalClock, SeededChance
from thinkcoop.store.memory_store import MemoryStore

MOST_ALARMS = 3_000
SEED = 7

TAPS = {"done": "done", "ready": "done", "not clear": "unclear", "more time": "more"}
"""What is said about the open step."""

PLAIN = {
    "is laid down": "hand",
    "leaves": "leave",
    "leave": "leave",
    "returns": "return",
    "return": "return",
    "loses touch": "lose",
    "lose touch": "lose",
    "comes back": "back",
    "come back": "back",
}
"""Deeds that need no more words, and what they are under `do/`, or what presence finds out."""


class Stage:
    """A session, the names of its people, and its clock."""

    def __init__(self, module: Module) -> None:
        self.module = module
        self.clock = RehearsalClock()
        self.host = Host(
            store=MemoryStore(wall_ms=self.clock.wall_ms),
            board=NewestBoard(),
            clock=self.clock,
            chance=SeededChance(SEED),
        )
        self.session = SessionId("")
        self.names: dict[str, SeatNo] = {}
        self.last: c.Command = c.Tick()
        self.count = 0

    @property
    def state(self) -> State:
        """Where the session stands."""
        if not self.session:
            raise Unplayable("the doors are not open; begin with `open EDITION 08:30-12:00`")
        return self.host.rooms[self.session].state

    # ------------------------------------------------------------------ deeds

    def replies(self, line: Line) -> Iterator[Reply]:
        """Do what the line says, one person after the other; yield what each was told."""
        for command in self._commands(line):
            yield command if isinstance(command, Refusal) else self._do(command)

    def _do(self, command: c.Command) -> Reply:
        self.last = command
        now = self.host.now(self.session)
        return self.host.turn([Work(session=self.session, command=command, now=now)])[0]

    def _commands(self, line: Line) -> Iterator[c.Command | Refusal]:
        if line.who == ("convener",):
            yield self._convener(line)
        elif line.who:
            for who in self.everyone(line.who):
                yield self._person(who, line)
        elif line.words[:1] == ("again",):
            yield self.last
        elif line.words[:2] == ("power", "cut"):
            down = length_of(line.words[2])
            self.clock.at = Millis(self.clock.at + down)
            yield c.Reopen(down_ms=down)
        else:
            self._time(line)

    def _time(self, line: Line) -> None:
        match line.words:
            case ("open", edition, times, *_):
                self._open(edition, times, line)
            case ("at", time):
                self._until(moment_of(time))
            case ("wait", "until", "step", step):
                self._ring(lambda: step in open_floor_steps(self.state))
            case ("wait", "until", "the", "end"):
                self._ring(lambda: self.state.phase in {"between", "over"})
            case ("wait", length):
                self._until(Millis(self.clock.at + length_of(length)))
            case ("skip", "to", step):
                self._skip(step)
            case _:
                raise Unplayable(f"nobody knows how to {' '.join(line.words)}")

    def _open(self, edition: str, times: str, line: Line) -> None:
        start, end = span_of(times)
        self.clock.at = moment_of(line.keys["doors"]) if "doors" in line.keys else self.clock.at
        wishes = Wishes(
            edition=edition,
            expected=int(line.keys.get("expecting", "0")),
            starts_in=Millis(start - self.clock.at),
            lasts=Millis(end - start),
        )
        work = prepare(self.host, self.module, wishes, code="PLAY")
        if isinstance(work, Refusal) or isinstance(self.host.turn([work])[0], Refusal):
            raise Unplayable(f"the edition {edition} cannot be opened at {times}")
        self.session = work.session

    def _until(self, moment: Millis) -> None:
        if moment < self.clock.at:
            raise Unplayable("that moment is over")
        self._ring(lambda: (self.host.next_alarm() or (moment + 1,))[0] > moment)
        self.clock.at = moment

    def _ring(self, enough: Callable[[], bool]) -> None:
        """Let the clock run from alarm to alarm until it is enough."""
        for _ in range(MOST_ALARMS):
            if enough():
                return
            due = self.host.next_alarm()
            if due is None:
                break
            self.clock.at = Millis(max(self.clock.at, due[0]))
            self._do(c.Tick())
        raise Unplayable(f"that never comes; open are: {', '.join(open_floor_steps(self.state))}")

    def _skip(self, step: str) -> None:
        """The convener goes on and on until this step is open: no time passes, nobody dozes off."""
        for _ in range(MOST_ALARMS):
            if step in open_floor_steps(self.state):
                return
            if isinstance(self._do(c.GoOn()), Refusal):
                break
        raise Unplayable(f"there is no step {step} ahead")

    # ------------------------------------------------------------------ people

    def _convener(self, line: Line) -> c.Command | Refusal:
        match line.words:
            case ("pauses",):
                return c.Pause()
            case ("resumes",):
                return c.Resume()
            case ("goes", "on"):
                return c.GoOn()
            case ("gives", "more", "time"):
                return c.GiveMoreTime()
            case ("reads", _, "as", _):
                act, fields = self._sign(line)
                self.count += 1
                fresh = AnswerId(f"play{self.count:05d}")
                return command_of(act, fields, Hands(), self.state, fresh)
            case ("opens", "the", "next", "meeting"):
                number = self.state.meeting + 1
                lasts = planned_length(self.module, self.state.program.edition.id, number)
                return c.OpenMeeting(
                    starts_in=length_of(line.keys.get("in", "5m")),
                    lasts=length_of(line.keys["for"]) if "for" in line.keys else lasts,
                    wall_ms=self.clock.wall_ms(),
                )
            case _:
                raise Unplayable(f"no convener {' '.join(line.words)}")

    def everyone(self, names: tuple[str, ...]) -> list[str]:
        """These names, or those of all who are here."""
        if names != ("everyone",):
            return list(names)
        return [n for n, seat in self.names.items() if is_here(self.state, self.state.seats[seat])]

    def _person(self, who: str, line: Line) -> c.Command | Refusal:
        if line.words[0] in {"joins", "join"}:
            return self._join(who, line)
        act, fields = self._form(who, line)
        hands = self._hands(who, line)
        self.count += 1
        fresh = AnswerId(f"play{self.count:05d}")
        if act in {"lose", "back"}:
            make = c.LoseTouch if act == "lose" else c.ComeBack
            return make(seat=hands.seat, table=hands.table)
        return command_of(act, fields, hands, self.state, fresh)

    def _join(self, who: str, line: Line) -> c.Command:
        if who.startswith("T") and who[1:].isdigit():
            return c.JoinDevice(table=TableNo(int(who[1:])))
        number = len(self.state.seats)
        trades = self.module.trades
        table = TableNo(int(line.keys["at"][1:])) if "at" in line.keys else ROOM
        self.names[who] = SeatNo(max(self.state.seats, default=0) + 1)
        return c.TakeSeat(
            answer=AnswerId(f"join{who}"),
            picture=line.keys.get("picture") or (who if who in PEOPLE else PEOPLE[number % 40]),
            trade=line.keys.get("trade", trades[number % len(trades)].id),
            reads=line.keys.get("reads", "yes") == "yes",
            guest=line.keys.get("guest", "no") == "yes",
            channel=self._channel(line, table),
            table=table,
        )

    @staticmethod
    def _channel(line: Line, table: TableNo) -> Channel:
        way = line.keys.get("with")
        return next((each for each in BY_HAND if each == way), "table" if table else "phone")

    def _sign(self, line: Line) -> tuple[str, Fields]:
        """`reads B as C`: the side that somebody's card shows; `as -` for rather not."""
        _, other, _, side = line.words
        if side not in (*SIGNS, "-"):
            raise Unplayable(f"a card has the sides {', '.join(SIGNS)}, not {side}")
        step = line.keys.get("step") or self._step_of(other)
        sign = SIGNS.index(side) if side in SIGNS else -1
        return "sign", {
            "step": (step,),
            "seat": (str(self.number(other)),),
            "sign": (str(sign),),
        }

    def _form(self, who: str, line: Line) -> tuple[str, Fields]:
        """The form that this deed is: its address under `do/`, and its fields."""
        step = line.keys.get("step") or self._step_of(who)
        of = {"step": (step,)}
        match line.words:
            case ("answers" | "answer" | "votes" | "vote" | "promises" | "promise", *values):
                return "answer", {**of, **self._given(who, step, values, line), **self._seat(who)}
            case ("goes" | "go", "back"):
                item = self._back_to(who, step)
                return "previous", {**of, "item": (str(item),), **self._seat(who)}
            case ("passes" | "pass", "all"):
                return "pass", {**of, **self._seat(who)}
            case ("passes" | "pass",) if not self._speaks(who):
                return "pass", {**of, **self._skipped(who, step), **self._seat(who)}
            case ("says" | "say" | "asks" | "ask", *what) if " ".join(what) in TAPS:
                return TAPS[" ".join(what)], of
            case ("marks", other):
                return "spoke", {**of, "who": (str(self.number(other)),)}
            case ("ends", "turn") | ("passes" | "pass",):
                passed = ("1",) if line.words[0] != "ends" else ()
                speaker = self.number(line.keys["of"]) if "of" in line.keys else self._now(who)
                return "turn", {**of, "speaker": (str(speaker),), "passed": passed}
            case _:
                return self._other_form(line)

    def _given(self, who: str, step: str, values: Sequence[str], line: Line) -> Fields:
        """What somebody answers, as the form of that step sends it."""
        asked = self.state.program.step(StepId(step))
        if asked is None:
            raise Unplayable(f"there is no step {step}")
        if isinstance(asked, Path):
            return item_fields(asked, self._item(who, step), values)
        keys = {k: v for k, v in line.keys.items() if k not in {"by", "step"}}
        return answer_fields(asked, values, keys)

    def _back_to(self, who: str, step: str) -> int:
        """The item before; for whoever had left the rest out, the one where that was."""
        left_out = self.number(who) in self.state.passed.get(StepId(step), frozenset())
        return self._item(who, step) - (not left_out)

    def _skipped(self, who: str, step: str) -> Fields:
        """On a private path only the question that is on the screen is passed."""
        on_path = isinstance(self.state.program.step(StepId(step)), Path)
        return {"item": (str(self._item(who, step)),)} if on_path else {}

    def _item(self, who: str, step: str) -> int:
        """At which item of a private path somebody is."""
        path = self.state.program.step(StepId(step))
        return walked(self.state, path, self.number(who)).done if isinstance(path, Path) else 0

    def _other_form(self, line: Line) -> tuple[str, Fields]:
        match line.words:
            case ("reads" | "read", _, "as", _):
                return self._sign(line)
            case ("asks" | "ask", text):
                return "question", {"text": (text,), "about": (line.keys.get("about", ""),)}
            case ("hands", "to", other):
                return "hand", {"seat": (str(self.number(other)),)}
            case words if " ".join(words) in PLAIN:
                return PLAIN[" ".join(words)], {}
            case _:
                raise Unplayable(f"nobody knows how to {' '.join(line.words)}")

    def _hands(self, who: str, line: Line) -> Hands:
        by = line.keys.get("by", who)
        if by.startswith("T") and by[1:].isdigit():
            return Hands(table=TableNo(int(by[1:])))
        return Hands(seat=self.number(who))

    def _seat(self, who: str) -> Fields:
        return {} if self.is_device(who) else {"seat": (str(self.number(who)),)}

    @staticmethod
    def is_device(who: str) -> bool:
        """Whether a table's device is meant."""
        return who.startswith("T") and who[1:].isdigit()

    def number(self, who: str) -> SeatNo:
        """The seat of somebody, by name or by role (`speaker@1`)."""
        role, _, table = who.partition("@")
        if table:
            floor = floor_for(self.state, TableNo(int(table)))
            there = self.state.tables[TableNo(int(table))]
            found = {"speaker": floor.speaker, "hand": there.floor.hand}.get(role)
            return there.holder(role) if found is None else found
        if who not in self.names:
            raise Unplayable(f"{who} has not joined")
        return self.names[who]

    def _table_of(self, who: str) -> TableNo:
        if self.is_device(who):
            return TableNo(int(who[1:]))
        seat: Seat | None = self.state.seats.get(self.number(who))
        return seat.table if seat is not None else ROOM

    def _step_of(self, who: str) -> str:
        step = step_of(self.state, floor_for(self.state, self._table_of(who)))
        return step.id if step is not None else ""

    def _now(self, who: str) -> SeatNo:
        return floor_for(self.state, self._table_of(who)).speaker

    def _speaks(self, who: str) -> SeatNo:
        """The speaker, when it is this person (or this table's device, which speaks for all)."""
        now = self._now(who)
        return now if self.is_device(who) or now == self.number(who) else NOBODY
