"""Cards that a camera reads: the convener photographs whenever cards are held up.

Who has a card raises it sooner or later, or not at all. A picture misses some of those that are up;
they come with the next one. Nobody here taps what a card shows.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field

from thinkcoop.core.cards import SIGNS
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session.rules.cards import held_up, held_up_unread
from thinkcoop.core.words import AnswerId, Millis, SeatNo, StepId
from thinkcoop.rehearsal.access import Shown
from thinkcoop.rehearsal.carded import Around, as_answer
from thinkcoop.rehearsal.people import Life
from thinkcoop.rehearsal.person import Deed, Person

MISSED = 0.03
"""In so many of all cases a card that is up is not seen: it hangs, or a head is in front of it."""
STILL_UP = 0.2
"""So many hold up a card that was read already."""
MOST_PICTURES = 4
"""After so many in vain the convener believes that somebody would rather not answer."""

Asked = tuple[SeatNo, StepId]


@dataclass(slots=True)
class Held:
    """What somebody does with the card for one question."""

    sign: int
    """The side that is up; -1: none."""
    ready: Millis
    pictures: int = 0


@dataclass(slots=True)
class Photographer:
    """The convener with a phone."""

    day: Around
    convener: Person
    chance: random.Random
    holders: dict[SeatNo, Life] = field(default_factory=dict)
    held: dict[Asked, Held] = field(default_factory=dict)
    planned: bool = False
    pictures: int = 0

    def look(self) -> None:
        """After news: if cards are up that were not read, a picture is due soon."""
        wanted = list(self._wanted())
        if self.planned or not wanted:
            return
        self.planned = True
        fresh = all(self._held(asked).pictures == 0 for asked in wanted)
        after = self.convener.between(8, 20) if fresh else self.convener.between(5, 12)
        self.day.at(Millis(self.day.clock.at + after), self._take_picture)

    def _wanted(self) -> Iterator[Asked]:
        state = self.day.state
        if state.phase != "running" or state.paused_at is not None:
            return
        steps = held_up(state)
        for seat in held_up_unread(state):
            if self._held((seat, steps[seat])).pictures < MOST_PICTURES:
                yield seat, steps[seat]

    def _held(self, asked: Asked) -> Held:
        """What this person does with the card, made up when the question is first seen."""
        if asked not in self.held:
            person, step = self.holders[asked[0]].person, self.day.state.program.step(asked[1])
            sides = len(step.by_sign()) if step is not None else 0
            ready = Millis(self.day.clock.at + person.between(*person.temper.pause))
            self.held[asked] = Held(_side(person, sides), ready)
        return self.held[asked]

    def _take_picture(self) -> None:
        """One picture of the whole room; what it shows counts at once."""
        self.planned = False
        wanted = set(self._wanted())
        seen = list(self._seen(wanted)) if wanted else []
        if seen:
            self.pictures += 1
            name = AnswerId(f"picture{self.pictures:05d}")
            shown = [self._shown(asked) for asked in seen]
            deeds = [self._deed(asked, name) for asked in seen if self._counts(asked, wanted)]
            why = self.day.access.photograph(shown, name)
            self.day.look_up()
            for deed in deeds:
                self.day.count(deed, SeatNo(0), why, new=True)
            self._turn_wrong_cards(seen)
        self.look()

    def _seen(self, wanted: set[Asked]) -> Iterator[Asked]:
        now, asked = self.day.clock.at, sorted(held_up(self.day.state).items())
        for each in asked:
            held = self._held(each)
            if each in wanted:
                held.pictures += 1
            elif self.chance.random() >= STILL_UP:
                continue
            if held.sign >= 0 and held.ready <= now and self.chance.random() >= MISSED:
                yield each

    def _shown(self, asked: Asked) -> Shown:
        seat, step = asked
        card = PEOPLE.index(self.day.state.seats[seat].picture) + 1
        return Shown(card=card, seat=seat, step=step, sign=self.held[asked].sign)

    def _sides(self, key: StepId) -> int:
        step = self.day.state.program.step(key)
        return len(step.by_sign()) if step is not None else 0

    def _counts(self, asked: Asked, wanted: set[Asked]) -> bool:
        """Whether the log must have it: it was not read before, and its side means something."""
        return asked in wanted and self.held[asked].sign < self._sides(asked[1])

    def _deed(self, asked: Asked, name: AnswerId) -> Deed:
        seat, step = asked
        fields = (("step", str(step)), ("seat", str(seat)), ("answer", f"{name}.{seat}"))
        sign = ("sign", str(self.held[asked].sign))
        return as_answer(self.day.state, Deed(after=Millis(0), act="sign", fields=(*fields, sign)))

    def _turn_wrong_cards(self, seen: list[Asked]) -> None:
        """Who held up a side that stands for nothing here is told, and turns the card."""
        for asked in seen:
            sides = self._sides(asked[1])
            if self.held[asked].sign >= sides > 0:
                self.held[asked].sign = self.holders[asked[0]].person.chance.randrange(sides)


def _side(person: Person, sides: int) -> int:
    """Which side this person turns up: none, one that stands for nothing, or one that does."""
    temper, chance = person.temper, person.chance.random()
    if chance < temper.forgets + temper.skips:
        return -1
    wrong = sides < len(SIGNS) and person.might(temper.wrong)
    return len(SIGNS) - 1 if wrong else person.chance.randrange(max(1, sides))
