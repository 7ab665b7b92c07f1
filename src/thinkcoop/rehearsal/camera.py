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
from thinkcoop.core.session.asking import NO_ITEM, Asked, sides_of
from thinkcoop.core.session.rules.cards import held_up, held_up_unread
from thinkcoop.core.words import AnswerId, Millis, SeatNo
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

Card = tuple[SeatNo, Asked]
"""A person's card for one question."""


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
    held: dict[Card, Held] = field(default_factory=dict)
    planned: bool = False
    pictures: int = 0

    def look(self) -> None:
        """After news: if cards are up that were not read, a picture is due soon."""
        wanted = list(self._wanted())
        if self.planned or not wanted:
            return
        self.planned = True
        fresh = all(self._held(card).pictures == 0 for card in wanted)
        after = self.convener.between(8, 20) if fresh else self.convener.between(5, 12)
        self.day.at(Millis(self.day.clock.at + after), self._take_picture)

    def _wanted(self) -> Iterator[Card]:
        state = self.day.state
        if state.phase != "running" or state.paused_at is not None:
            return
        up = held_up(state)
        for seat in held_up_unread(state):
            if self._held((seat, up[seat])).pictures < MOST_PICTURES:
                yield seat, up[seat]

    def _held(self, card: Card) -> Held:
        """What this person does with the card, made up when the question is first seen."""
        if card not in self.held:
            person, (seat, asked) = self.holders[card[0]].person, card
            ready = Millis(self.day.clock.at + person.between(*person.temper.pause))
            self.held[seat, asked] = Held(_side(person, self._sides(asked)), ready)
        return self.held[card]

    def _take_picture(self) -> None:
        """One picture of the whole room; what it shows counts at once."""
        self.planned = False
        wanted = set(self._wanted())
        seen = list(self._seen(wanted)) if wanted else []
        if seen:
            self.pictures += 1
            name = AnswerId(f"picture{self.pictures:05d}")
            shown = [self._shown(card) for card in seen]
            deeds = [self._deed(card, name) for card in seen if self._counts(card, wanted)]
            why = self.day.access.photograph(shown, name)
            self.day.look_up()
            for deed in deeds:
                self.day.count(deed, SeatNo(0), why, new=True)
            self._turn_wrong_cards(seen)
        self.look()

    def _seen(self, wanted: set[Card]) -> Iterator[Card]:
        now, up = self.day.clock.at, sorted(held_up(self.day.state).items())
        for card in up:
            held = self._held(card)
            if card in wanted:
                held.pictures += 1
            elif self.chance.random() >= STILL_UP:
                continue
            if held.sign >= 0 and held.ready <= now and self.chance.random() >= MISSED:
                yield card

    def _shown(self, card: Card) -> Shown:
        seat, asked = card
        number = PEOPLE.index(self.day.state.seats[seat].picture) + 1
        return Shown(card=number, seat=seat, asked=asked, sign=self.held[card].sign)

    def _sides(self, asked: Asked) -> list[int]:
        return sorted(sides_of(self.day.state, asked))

    def _counts(self, card: Card, wanted: set[Card]) -> bool:
        """Whether the log must have it: it was not read before, and its side means something."""
        return card in wanted and self.held[card].sign in self._sides(card[1])

    def _deed(self, card: Card, name: AnswerId) -> Deed:
        seat, (step, item) = card
        of_path = (("item", str(item)),) if item != NO_ITEM else ()
        fields = (
            ("step", str(step)),
            ("seat", str(seat)),
            ("answer", f"{name}.{seat}"),
            *of_path,
            ("sign", str(self.held[card].sign)),
        )
        return as_answer(self.day.state, Deed(after=Millis(0), act="sign", fields=fields))

    def _turn_wrong_cards(self, seen: list[Card]) -> None:
        """Who held up a side that stands for nothing here is told, and turns the card."""
        for card in seen:
            sides = self._sides(card[1])
            if sides and self.held[card].sign not in sides:
                self.held[card].sign = self.holders[card[0]].person.chance.choice(sides)


def _side(person: Person, sides: list[int]) -> int:
    """Which side this person turns up: none, one that stands for nothing, or one that does."""
    temper, chance = person.temper, person.chance.random()
    if chance < temper.forgets + temper.skips:
        return -1
    last = len(SIGNS) - 1
    wrong = last not in sides and person.might(temper.wrong)
    return last if wrong else person.chance.choice(sides or [0])
