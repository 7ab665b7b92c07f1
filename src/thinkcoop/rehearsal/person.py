"""One simulated person: looks at a screen and decides what to tap and when.

The person knows only what the screen shows. What it taps is named as the forms name it, so the
same person can sit in front of a use or of a web page.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, replace

from thinkcoop.core.screens.screen import Button, Kind, Phrase, Screen, Text, Words
from thinkcoop.core.words import Millis, SeatNo
from thinkcoop.rehearsal.temper import Temper

Fields = tuple[tuple[str, str], ...]
Haste = Callable[[Kind, Millis], Millis]
"""How long something really takes that a person would take so long for, on such a screen."""

AGAIN_MS = 400
"""After so long the same tap comes again, from who taps twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """A tap: after so many milliseconds, this address, these fields."""

    after: Millis
    act: str
    fields: Fields = ()
    sticky: bool = False
    """Sent whatever is on the screen by then: a resend, or what no screen offers."""

    def field(self, name: str) -> str:
        """The value of a field; empty when there is none."""
        return next((value for each, value in self.fields if each == name), "")


def no_haste(kind: Kind, after: Millis) -> Millis:
    """Everything takes as long as it takes."""
    return after


@dataclass(slots=True)
class Person:
    """A participant, or a table's device (then `device` is True and it acts for who holds it)."""

    key: int
    temper: Temper
    chance: random.Random
    device: bool = False
    seat: SeatNo = SeatNo(0)
    awake: bool = True
    taps: int = 0
    seen: tuple[object, ...] = ()
    haste: Haste = no_haste

    def notices(self, screen: Screen) -> bool:
        """Whether this screen asks for something that the last one did not."""
        situation = _situation(screen, self.seat, device=self.device)
        if situation == self.seen:
            return False
        self.seen = situation
        return True

    def in_time(self, screen: Screen, deeds: list[Deed]) -> list[Deed]:
        """The deeds as quick as this person is, some of them twice, as on a bad line."""
        deeds = [
            replace(self.named(deed), after=self.haste(screen.kind, deed.after)) for deed in deeds
        ]
        if deeds and self.chance.random() < self.temper.doubles:
            again = replace(deeds[0], after=Millis(deeds[0].after + AGAIN_MS), sticky=True)
            return [*deeds, again]
        return deeds

    def between(self, least_s: float, most_s: float) -> Millis:
        """A time between so many seconds."""
        return Millis(round(self.chance.uniform(least_s, most_s) * 1000))

    def might(self, share: float) -> bool:
        """Yes in this share of all cases."""
        return self.chance.random() < share

    def named(self, deed: Deed) -> Deed:
        """The deed with a name of its own, if it has none: phones name everything they send."""
        if deed.field("answer"):
            return deed
        self.taps += 1
        name = f"{self.key:05d}{self.taps:05d}"
        return replace(deed, fields=(*deed.fields, ("answer", name)))

    def fresh_name(self) -> str:
        """A name for an answer, as phones make them: the same one on every resend."""
        self.taps += 1
        return f"{self.key:05d}{self.taps:05d}{self.chance.getrandbits(64):016x}"


def button_for(screen: Screen, act: str, *, passed: bool = False) -> Button | None:
    """The button that does `act`, or for a turn that passes it."""
    for button in screen.buttons:
        if button.act == act and (("passed", "1") in button.fields) == passed:
            return button
    return None


def offers(screen: Screen, deed: Deed) -> bool:
    """Whether the screen has what this deed taps."""
    if deed.act == "answer":
        form = screen.form
        if form is None or str(screen.step) != deed.field("step"):
            return False
        voted = form.kind == "ballot" and form.answered
        if str(form.item) != (deed.field("item") or "-1"):
            return False
        return not voted and str(form.seat or "") == deed.field("seat")
    if deed.act == "sign":
        rows = [str(row.seat) for row in screen.signs]
        return str(screen.step) == deed.field("step") and deed.field("seat") in rows
    if deed.act == "spoke":
        who = [str(p.seat) for p in screen.people if p.state in ("waits", "now")]
        return str(screen.step) == deed.field("step") and deed.field("who") in who
    fields = tuple(field for field in deed.fields if field[0] != "answer")
    return any(b.act == deed.act and b.fields == fields for b in screen.buttons)


def source_of(words: Words | None) -> str:
    """What the words are before anybody translates them."""
    if isinstance(words, Text):
        return words.source
    return words.key if isinstance(words, Phrase) else ""


def _situation(screen: Screen, seat: SeatNo, *, device: bool) -> tuple[object, ...]:
    """What would make a person look up: another step, another turn, other hands."""
    form = screen.form
    turn = button_for(screen, "turn") if device else None
    speaker = turn.fields if turn is not None else ()
    return (
        screen.kind,
        screen.step,
        screen.speaking,
        source_of(screen.heading),
        speaker,
        form.seat if form else 0,
        form.answered if form else False,
        form.item if form else -1,
        screen.people[0].seat if screen.kind == "hand" and screen.people else 0,
        sum(row.read for row in screen.signs),
        seat,
    )
