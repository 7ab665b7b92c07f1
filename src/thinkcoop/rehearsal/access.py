"""How simulated people get at a session: straight into its turns, or through a real server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from thinkcoop.app.acts import Hands, command_of
from thinkcoop.app.opening import Wishes, planned_length, prepare
from thinkcoop.app.ports import Store
from thinkcoop.app.turns import Host, Work
from thinkcoop.core.module.model import Module
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import Asked
from thinkcoop.core.session.events import Event
from thinkcoop.core.session.state import State
from thinkcoop.core.words import MINUTE, ROOM, AnswerId, Millis, Refusal, SeatNo, SessionId
from thinkcoop.rehearsal.people import ALL_PHONES, DOORS_OPEN_MS, Life, Ways
from thinkcoop.rehearsal.person import Deed
from thinkcoop.rehearsal.world import NewestBoard, RehearsalClock, SeededChance

DOORS_OPEN_AGAIN_MS = Millis(15 * MINUTE)
"""The same for a later meeting; as the desk has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What is rehearsed."""

    module: Module
    edition: str
    people: int
    seed: int
    lasts: Millis | None = None
    """From the start to the end of the first meeting; None: as long as the edition plans."""
    expected: int = 0
    """With so many the room begins before its time; 0: with all of them."""
    ways: Ways = ALL_PHONES
    """How the people take part."""
    language: str = ""
    """The room's; empty: the module's first."""

    @property
    def length(self) -> Millis:
        """How long the first meeting is to last."""
        return self.lasts or planned_length(self.module, self.edition)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What somebody says when coming in."""

    answer: AnswerId
    picture: str
    trade: str


def device_name(life: Life) -> AnswerId:
    """Under which name the device of this person's table comes."""
    return AnswerId(f"device{life.table:05d}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A card in a picture: which one it is, and which side is up (0 for A)."""

    card: int
    seat: SeatNo
    asked: Asked
    sign: int


class Access(Protocol):
    """A way to one session. Whatever is done is on the disk when the call returns."""

    @property
    def state(self) -> State:
        """Where the session stands."""

    def open(self, plan: Plan) -> None:
        """Open the doors. Raises ValueError when that is refused."""

    def alarm(self) -> Millis | None:
        """When something is due by the clock alone."""

    def tick(self) -> None:
        """Let everything happen that is due now."""

    def next_meeting(self) -> None:
        """The convener presses start on another day."""

    def put_device(self, life: Life) -> None:
        """Put a device on its table."""

    def take_seat(self, life: Life, entry: Entry) -> SeatNo | str:
        """Return the seat, or why there is none."""

    def connect(self, life: Life) -> None:
        """The phone (or device) shows its screen and is in touch."""

    def disconnect(self, life: Life) -> None:
        """The phone is off, or its network is gone."""

    def miss(self, life: Life) -> None:
        """The phone was not heard of for a while."""

    def tap(self, life: Life, deed: Deed) -> str:
        """Return why it was refused; empty when it counts."""

    def show(self, deed: Deed) -> str:
        """The convener taps what a card shows. Return why it was refused; empty when it counts."""

    def photograph(self, cards: Sequence[Shown], name: AnswerId) -> str:
        """The convener takes a picture of these cards, at least one, and counts what it shows.

        Return why it was refused; empty when it counts.
        """

    def news(self) -> tuple[Event, ...]:
        """What happened since the last time this was asked."""

    def log(self) -> list[Event]:
        """Everything that happened, read back from the store."""

    def head(self) -> str:
        """The seal of the last event."""


class DirectAccess:
    """Straight into the turns of a host in this process."""

    def __init__(self, clock: RehearsalClock, store: Store, seed: int) -> None:
        chance = SeededChance(seed)
        self._host = Host(store=store, board=NewestBoard(), clock=clock, chance=chance)
        self._session = SessionId("")
        self._news: list[Event] = []

    @property
    def state(self) -> State:
        return self._host.rooms[self._session].state

    def open(self, plan: Plan) -> None:
        wishes = Wishes(
            edition=plan.edition,
            language=plan.language or plan.module.languages[0].code,
            expected=plan.expected or plan.people,
            starts_in=DOORS_OPEN_MS,
            lasts=plan.lasts,
        )
        work = prepare(self._host, plan.module, wishes)
        why = str(work.why) if isinstance(work, Refusal) else self._begin(work)
        if why:
            raise ValueError(f"cannot open the session: {why}")

    def _begin(self, work: Work) -> str:
        self._session = work.session
        return self._put(work)

    def alarm(self) -> Millis | None:
        due = self._host.next_alarm()
        return None if due is None else due[0]

    def tick(self) -> None:
        due, now = self.alarm(), self._host.clock.monotonic_ms()
        while due is not None and due <= now:
            self._do(c.Tick())
            again = self.alarm()
            due = None if again == due else again

    def next_meeting(self) -> None:
        state = self.state
        program = state.program
        lasts = planned_length(program.module, program.edition.id, state.meeting + 1)
        wall = self._host.clock.wall_ms()
        self._do(c.OpenMeeting(starts_in=DOORS_OPEN_AGAIN_MS, lasts=lasts, wall_ms=wall))

    def put_device(self, life: Life) -> None:
        self._do(c.JoinDevice(table=life.table, answer=device_name(life)))

    def take_seat(self, life: Life, entry: Entry) -> SeatNo | str:
        command = c.TakeSeat(
            answer=entry.answer,
            picture=entry.picture,
            trade=entry.trade,
            reads=life.reads,
            guest=life.guest,
            language=life.language,
            channel=life.channel,
            table=life.table,
        )
        if why := self._do(command):
            return why
        seats = self.state.seats.values()
        return next(seat.number for seat in seats if seat.answer == entry.answer)

    def connect(self, life: Life) -> None:
        state, person = self.state, life.person
        if person.device:
            self._do(c.ComeBack(table=life.table))
        elif life.table == ROOM and state.seats[person.seat].status == "away":
            self._do(c.ComeBack(seat=person.seat))

    def disconnect(self, life: Life) -> None:
        """Nobody notices at once."""

    def miss(self, life: Life) -> None:
        person = life.person
        if person.device:
            self._do(c.LoseTouch(table=life.table))
        elif self.state.seats[person.seat].status == "here":
            self._do(c.LoseTouch(seat=person.seat))

    def tap(self, life: Life, deed: Deed) -> str:
        fields: dict[str, list[str]] = {}
        for name, text in deed.fields:
            fields.setdefault(name, []).append(text)
        table = life.table if life.person.device else ROOM
        hands = Hands(seat=life.person.seat, table=table)
        command = command_of(deed.act, fields, hands, self.state, AnswerId(""))
        return str(command.why) if isinstance(command, Refusal) else self._do(command)

    def show(self, deed: Deed) -> str:
        fields = {name: [text] for name, text in deed.fields}
        command = command_of("sign", fields, Hands(), self.state, AnswerId(""))
        return str(command.why) if isinstance(command, Refusal) else self._do(command)

    def photograph(self, cards: Sequence[Shown], name: AnswerId) -> str:
        signs = (
            c.CardSign(seat=each.seat, step=each.asked.step, item=each.asked.item, sign=each.sign)
            for each in cards
        )
        in_order = tuple(sorted(signs, key=lambda sign: sign.seat))
        return self._do(c.ReadCards(answer=name, signs=in_order))

    def news(self) -> tuple[Event, ...]:
        news, self._news = tuple(self._news), []
        return news

    def log(self) -> list[Event]:
        return self._host.store.load(self._session)

    def head(self) -> str:
        return self._host.store.head(self._session)

    def _do(self, command: c.Command) -> str:
        now = self._host.now(self._session)
        return self._put(Work(session=self._session, command=command, now=now))

    def _put(self, work: Work) -> str:
        reply = self._host.turn([work])[0]
        if isinstance(reply, Refusal):
            return str(reply.why)
        self._news.extend(reply.events)
        return ""
