"""Cards and paper that a person looks at: on a phone of the table, its device, or at the desk."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Protocol

from thinkcoop.core.screens.cards import desk_cards
from thinkcoop.core.screens.screen import Screen, SignRow
from thinkcoop.core.session.rules.cards import keeper
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import Millis, SeatNo, StepId, TableNo
from thinkcoop.rehearsal.access import Access, Plan
from thinkcoop.rehearsal.person import Deed, Person
from thinkcoop.rehearsal.reactions import card_deed
from thinkcoop.rehearsal.temper import TEMPERS
from thinkcoop.rehearsal.world import RehearsalClock


class Around(Protocol):
    """What whoever reads cards has around: the day of the rehearsal."""

    @property
    def plan(self) -> Plan:
        """What is rehearsed."""

    @property
    def access(self) -> Access:
        """The way to the session."""

    @property
    def clock(self) -> RehearsalClock:
        """What time it is."""

    @property
    def state(self) -> State:
        """Where the session stands."""

    def at(self, moment: Millis, what: Callable[[], None]) -> None:
        """Put something on the agenda."""

    def look_up(self) -> bool:
        """Let everyone see the news. Returns whether there was any."""

    def count(self, deed: Deed, own: SeatNo, why: str, *, new: bool) -> None:
        """Note what came of an answer."""


@dataclass(slots=True)
class Walker:
    """The convener walks to the tables at which nobody else can say what cards or papers show."""

    day: Around
    convener: Person
    told: set[tuple[str, SeatNo]] = field(default_factory=set)

    def look(self) -> None:
        """After news: put on the agenda what is to be looked at now."""
        for _, step, row in self._rows():
            if (step, row.seat) in self.told:
                continue
            self.told.add((step, row.seat))
            deed = card_deed(self.convener, step, row, self.convener.between(5, 25))
            self.day.at(Millis(self.day.clock.at + deed.after), partial(self._show, deed))

    def _rows(self) -> Iterator[tuple[TableNo, StepId, SignRow]]:
        state = self.day.state
        for table, step, row in for_convener(state):
            if self.day.plan.ways.by_hand or state.seats[row.seat].channel == "paper":
                yield table, step, row

    def _show(self, deed: Deed) -> None:
        seats = [(str(row.seat), step) for _, step, row in self._rows()]
        if (deed.field("seat"), deed.field("step")) in seats:
            why = self.day.access.show(deed)
            self.day.count(deed, NOBODY, why, new=self.day.look_up())


def convener(seed: int) -> Person:
    """Whoever called the meeting: a steady hand."""
    return Person(key=9_900, temper=TEMPERS["steady"], chance=random.Random(f"convener:{seed}"))


def for_convener(state: State) -> Iterator[tuple[TableNo, StepId, SignRow]]:
    """Cards that were not looked at, at tables without a device and without a phone."""
    if state.phase != "running" or state.paused_at is not None:
        return
    for cards in desk_cards(state):
        table = state.tables[TableNo(cards.table)]
        if table.device_here or keeper(state, table) != NOBODY:
            continue
        for row in cards.signs:
            if not row.read:
                yield table.number, cards.step, row


def only_paper(state: State, screen: Screen) -> Screen:
    """The same screen for a room with a camera: nobody taps what it will see of the cards."""
    kept = tuple(row for row in screen.signs if state.seats[row.seat].channel == "paper")
    return screen if kept == screen.signs else replace(screen, signs=kept)


def as_answer(state: State, deed: Deed) -> Deed:
    """The answer that a sign stands for, so that it can be looked for in the log."""
    step = state.program.step(StepId(deed.field("step")))
    signs = step.by_sign() if step is not None else ()
    sign = int(deed.field("sign"))
    value = signs[sign] if sign < len(signs) else ()
    kept = tuple(pair for pair in deed.fields if pair[0] != "sign")
    return replace(deed, act="answer", fields=(*kept, *(("v", str(number)) for number in value)))
