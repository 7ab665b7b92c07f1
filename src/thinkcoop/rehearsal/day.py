"""A whole day of simulated people, in the order in which things happen.

The next thing is always the earliest of: something due by the clock, somebody's tap, somebody's
coming or going. Nothing depends on how fast this machine is.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial

from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.session import events as e
from thinkcoop.core.session.state import BY_HAND, NOBODY, State
from thinkcoop.core.words import MINUTE, ROOM, AnswerId, Millis, SeatNo, TableNo
from thinkcoop.rehearsal.access import Access, Entry, Plan
from thinkcoop.rehearsal.camera import Photographer
from thinkcoop.rehearsal.carded import Walker, as_answer, convener, only_paper
from thinkcoop.rehearsal.people import Life, again_after, free_picture, life_of_room
from thinkcoop.rehearsal.person import Deed, offers
from thinkcoop.rehearsal.reactions import reactions
from thinkcoop.rehearsal.tally import Tally
from thinkcoop.rehearsal.touched import touched
from thinkcoop.rehearsal.world import RehearsalClock

SILENT_MS = Millis(46_000)
"""So long after its network went a phone is missed: 45 s, and somebody must have looked."""
NEXT_MEETING_MS = Millis(7 * 24 * 60 * MINUTE)
TRY_AGAIN_MS = Millis(MINUTE)
MOST_THINGS = 2_000_000


def _lives_of(plan: Plan) -> list[Life]:
    return life_of_room(plan.people, plan.seed, plan.ways, lasts=plan.length)


class Day:
    """One rehearsal. `run` it once."""

    def __init__(
        self, plan: Plan, access: Access, clock: RehearsalClock, lives: list[Life] | None = None
    ) -> None:
        self.plan = plan
        self.access = access
        self.clock = clock
        self.tally = Tally()
        self.lives = lives or _lives_of(plan)
        hand = convener(plan.seed)
        self._walker = Walker(self, hand)
        self._camera = Photographer(self, hand, random.Random(f"camera:{plan.seed}"))
        self._by_seat: dict[SeatNo, Life] = {}
        self._by_table: dict[TableNo, Life] = {}
        self._agenda: list[tuple[Millis, int, Callable[[], None]]] = []
        self._order = 0
        self._opened_at = clock.at

    @property
    def state(self) -> State:
        """Where the session stands."""
        return self.access.state

    @property
    def pictures(self) -> int:
        """How many pictures of cards were taken so far."""
        return self._camera.pictures

    # ---- time

    def run(self) -> State:
        """Go through the whole session, all its meetings; return the state at the end."""
        self.open()
        for _ in range(MOST_THINGS):
            if self.state.phase == "over":
                return self.state
            due = self.next_moment()
            if due is None:
                return self.state
            self.clock.at = Millis(max(due, self.clock.at))
            self.go_on()
        raise RuntimeError("the rehearsal does not come to an end")

    def open(self) -> None:
        """Open the doors; from now on people come in."""
        self.access.open(self.plan)
        self.access.news()
        self.catch_up()
        self._opened_at = self.clock.at
        for life in self.lives:
            self._in_the_day(life.arrives, partial(self._arrive, life))

    def catch_up(self) -> None:
        """Let the clock be where it should be; here it is only moved by what happens."""

    def at(self, moment: Millis, what: Callable[[], None]) -> None:
        """Put something on the agenda; equal moments keep the order in which they were put."""
        self._order += 1
        heapq.heappush(self._agenda, (Millis(max(moment, self.clock.at)), self._order, what))

    def _in_the_day(self, since_opening: Millis, what: Callable[[], None]) -> None:
        self.at(Millis(self._opened_at + since_opening), what)

    def next_moment(self) -> Millis | None:
        """When the next thing happens; None when nothing ever will."""
        alarm = self.access.alarm()
        if self._agenda and (alarm is None or self._agenda[0][0] < alarm):
            return self._agenda[0][0]
        return alarm

    def go_on(self) -> None:
        """Do the next thing, whose moment has come: what is due by the clock goes first."""
        alarm = self.access.alarm()
        if self._agenda and (alarm is None or self._agenda[0][0] < alarm):
            self.take_next()
        else:
            self.access.tick()
            self.look_up()

    def take_next(self) -> None:
        """Do what is first on the agenda."""
        _, _, what = heapq.heappop(self._agenda)
        what()

    # ---- seeing and tapping

    def look_up(self) -> bool:
        """Let everyone look whom the news touches. Returns whether there was any."""
        events = self.access.news()
        if any(isinstance(event, e.MeetingClosed) for event in events):
            self._go_home()
        for life in touched(self.state, events, self._by_seat, self._by_table):
            self._look(life)
        if events:
            self._look_at_cards()
        return bool(events)

    def _look_at_cards(self) -> None:
        ways = self.plan.ways
        if ways.paper or (ways.cards and ways.by_hand):
            self._walker.look()
        if ways.cards and not ways.by_hand:
            self._camera.look()

    def _screen(self, life: Life) -> Screen:
        if life.person.device:
            screen = table_screen(self.state, life.table)
        else:
            screen = phone_screen(self.state, life.person.seat)
        return screen if self.plan.ways.by_hand else only_paper(self.state, screen)

    def _look(self, life: Life) -> None:
        if not life.online or not life.has_screen:
            return
        deeds = reactions(life.person, self._screen(life), self.state.at)
        if deeds is None:
            return
        life.generation += 1
        for deed in deeds:
            tap = partial(self._tap_if_still, life, deed, life.generation)
            self.at(Millis(self.clock.at + deed.after), tap)

    def _tap_if_still(self, life: Life, deed: Deed, generation: int) -> None:
        """Tap, unless the person sees something else by now. Without a network it waits."""
        if not deed.sticky and generation != life.generation:
            return
        if not life.online:
            life.outbox.append(replace(deed, sticky=True))
        elif deed.sticky or offers(self._screen(life), deed):
            self._tap(life, deed)

    def _tap(self, life: Life, deed: Deed) -> None:
        why = self.access.tap(life, deed)
        new = self.look_up()
        self.count(deed, life.person.seat, why, new=new)

    def count(self, deed: Deed, own: SeatNo, why: str, *, new: bool) -> None:
        """An answer, or a sign that somebody's card showed, goes into the tally."""
        if deed.act == "sign" and deed.field("sign") != "-1":
            deed = as_answer(self.state, deed)
        if deed.act == "answer":
            seat = SeatNo(int(deed.field("seat") or own))
            self.tally.count(deed, seat, why, new=new)

    # ---- coming and going

    def _arrive(self, life: Life) -> None:
        """Somebody comes in, or a device is put on its table."""
        if life.person.device:
            self._by_table[life.table] = life
            self.access.put_device(life)
            self.access.connect(life)
            self.look_up()
            return
        trades = self.plan.module.trades
        entry = Entry(
            answer=AnswerId(f"join{life.person.key:05d}"),
            picture=free_picture(self.state, life),
            trade=trades[life.trade % len(trades)].id,
        )
        seat = self.access.take_seat(life, entry)
        if isinstance(seat, str):
            self.at(Millis(self.clock.at + TRY_AGAIN_MS), partial(self._arrive, life))
            return
        life.person.seat = seat
        if life.channel == "card":
            self._camera.holders[seat] = life
        if life.has_screen:
            self._by_seat[seat] = life
            self.access.connect(life)
        self.look_up()
        self._look(life)
        self._lead_life(life)

    def _lead_life(self, life: Life) -> None:
        """What this person's day has in store: a nap, a dead network, an early goodbye."""
        if life.channel in BY_HAND:
            return
        for moment, minutes in life.offline:
            self._in_the_day(moment, partial(self._cut, life, minutes))
        for moment, minutes in life.asleep:
            self._in_the_day(moment, partial(self._sleep, life, minutes))
        if life.leaves_at is not None:
            self._in_the_day(life.leaves_at, partial(self._leave, life))

    def _leave(self, life: Life) -> None:
        if self.state.phase == "running":
            device = self._by_table.get(life.table)
            seat = (("seat", str(life.person.seat)),) if device else ()
            leave = Deed(after=Millis(0), act="leave", fields=seat, sticky=True)
            self.access.tap(device or life, life.person.named(leave))
            self.look_up()

    def _cut(self, life: Life, minutes: float) -> None:
        """The network of this phone is gone; after a while the room sees it."""
        if self.state.phase != "running" or life.table != ROOM:
            return
        self._lose(life)
        self.at(Millis(self.clock.at + SILENT_MS), partial(self._missed, life))
        back = Millis(self.clock.at + round(minutes * MINUTE))
        self.at(back, partial(self._reconnect, life, self.state.meeting))

    def _lose(self, life: Life) -> None:
        life.online = False
        self.access.disconnect(life)

    def _missed(self, life: Life) -> None:
        if not life.online and self.state.phase == "running":
            self.access.miss(life)
            self.look_up()

    def _reconnect(self, life: Life, meeting: int) -> None:
        """In touch again, unless everyone went home in the meantime."""
        if life.online or self.state.phase != "running" or self.state.meeting != meeting:
            return
        life.online = True
        self.access.connect(life)
        self.look_up()
        waiting, life.outbox = life.outbox, []
        for deed in waiting:
            self._tap(life, deed)
        self._look(life)

    def _sleep(self, life: Life, minutes: float) -> None:
        life.person.awake = False
        life.generation += 1
        self.at(Millis(self.clock.at + round(minutes * MINUTE)), partial(self._wake, life))

    def _wake(self, life: Life) -> None:
        life.person.awake = True
        life.person.seen = ()
        self._look(life)

    # ---- another day

    def _go_home(self) -> None:
        """The meeting is over: phones go off, and a week later the convener presses start."""
        for life in self.lives:
            self._go_off(life)
        self.at(Millis(self.clock.at + NEXT_MEETING_MS), self._meet_again)

    def _go_off(self, life: Life) -> None:
        if life.online and life.has_screen and self._came(life):
            self._lose(life)
        life.generation += 1
        life.outbox.clear()

    def _came(self, life: Life) -> bool:
        return life.person.device or life.person.seat != NOBODY

    def _meet_again(self) -> None:
        self.access.next_meeting()
        self.look_up()
        for life in self.lives:
            if self._came(life):
                after = again_after(life)
                self.at(Millis(self.clock.at + after), partial(self._come_again, life))

    def _come_again(self, life: Life) -> None:
        """People and devices of the first meeting; whoever said goodbye then comes as well."""
        person = life.person
        person.seen = ()
        if life.has_screen:
            life.online = True
            self.access.connect(life)
        seat = self.state.seats.get(person.seat)
        if seat is not None and seat.status != "here":
            device = self._by_table.get(life.table)
            fields = (("seat", str(person.seat)),) if device else ()
            deed = Deed(after=Millis(0), act="return", fields=fields, sticky=True)
            self.access.tap(device or life, person.named(deed))
        self.look_up()
        self._look(life)
