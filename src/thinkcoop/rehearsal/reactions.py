"""What a simulated person does about each kind of screen: a table of reactions."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from thinkcoop.core.screens.screen import Button, Form, Kind, Screen, SignRow
from thinkcoop.core.words import Millis, StepId
from thinkcoop.rehearsal.choosing import choose
from thinkcoop.rehearsal.person import Deed, Fields, Person, button_for, source_of

WORDS_PER_SECOND = 2.2
"""Reading aloud to a table, slowly."""

Deeds = list[Deed]
Reaction = Callable[[Person, Screen, Millis], Deeds]


def reactions(person: Person, screen: Screen, now: Millis) -> Deeds | None:
    """Return what `person` does about this screen; None when it asks for nothing that is new."""
    if not person.notices(screen):
        return None
    if not person.awake:
        return []
    puzzled = person.might(person.temper.puzzled) and button_for(screen, "unclear") is not None
    deeds = [_press(screen, "unclear", person.between(3, 9))] if puzzled else []
    if screen.form is not None and screen.kind in ("ask", "ballot"):
        deeds += _answer(person, screen, screen.form)
    elif screen.kind in _REACTIONS:
        deeds += _REACTIONS[screen.kind](person, screen, now)
    return person.in_time(screen, deeds)


def _press(screen: Screen, act: str, after: Millis, *, passed: bool = False) -> Deed:
    button = button_for(screen, act, passed=passed)
    return Deed(after=after, act=act, fields=button.fields if button else ())


def _maybe(person: Person, screen: Screen, act: str, after: Millis) -> Deeds:
    if button_for(screen, act) is None or person.might(person.temper.forgets):
        return []
    return [_press(screen, act, after)]


def _left(screen: Screen, now: Millis) -> int:
    return max(0, screen.bar.closes_at - now) if screen.bar is not None else 30_000


def _share(person: Person, screen: Screen, now: Millis) -> Millis:
    """As much of the time that is left as this person talks."""
    return Millis(round(_left(screen, now) * person.chance.uniform(*person.temper.talks)))


def _reads(person: Person, screen: Screen, now: Millis) -> Deeds:
    if not screen.speaking and not person.device:
        return []
    length = len(source_of(screen.text).split()) / WORDS_PER_SECOND
    after = Millis(round((length + 4) * 1000) + person.between(1, 6))
    return _maybe(person, screen, "done", after)


def _thinks(person: Person, screen: Screen, now: Millis) -> Deeds:
    return _maybe(person, screen, "done", person.between(8, 40))


def _speaks(person: Person, screen: Screen, now: Millis) -> Deeds:
    if not (screen.speaking or person.device) or button_for(screen, "turn") is None:
        return []
    if person.might(person.temper.passes):
        return [_press(screen, "turn", person.between(3, 8), passed=True)]
    return [_press(screen, "turn", _share(person, screen, now))]


def _pairs(person: Person, screen: Screen, now: Millis) -> Deeds:
    return _maybe(person, screen, "done", _share(person, screen, now))


def _discusses(person: Person, screen: Screen, now: Millis) -> Deeds:
    left = _left(screen, now)
    deeds: Deeds = []
    for other in screen.people:
        if other.state in ("waits", "now") and person.might(person.temper.speaks_up):
            fields = (("step", str(screen.step)), ("who", str(other.seat)))
            after = Millis(round(left * person.chance.uniform(0.1, 0.8)))
            deeds.append(Deed(after=after, act="spoke", fields=fields))
    if person.might(person.temper.wants_more):
        deeds += [_press(screen, "more", Millis(left * 3 // 4))]
    done = Millis(round(left * person.chance.uniform(0.75, 0.97)))
    return deeds + _maybe(person, screen, "done", done)


def _looks_on(person: Person, screen: Screen, now: Millis) -> Deeds:
    return _maybe(person, screen, "done", person.between(12, 35))


def _sits_down(person: Person, screen: Screen, now: Millis) -> Deeds:
    return _maybe(person, screen, "return", person.between(15, 50))


def _takes_device(person: Person, screen: Screen, now: Millis) -> Deeds:
    return [_press(screen, "hand", person.between(4, 12))]


def _looks_at_cards(person: Person, screen: Screen, now: Millis) -> Deeds:
    """The next card that was not looked at; each tap brings a new screen, and the one after it."""
    row = next((row for row in screen.signs if not row.read), None)
    if row is None:
        return []
    return [card_deed(person, screen.step, row, person.between(4, 9))]


def card_deed(person: Person, step: StepId, row: SignRow, after: Millis) -> Deed:
    """What a card shows, tapped by `person`: some side that means something here."""
    sign = -1 if person.might(person.temper.skips) else person.chance.randrange(row.sides)
    fields = (
        ("step", str(step)),
        ("seat", str(row.seat)),
        ("answer", person.fresh_name()),
        ("sign", str(sign)),
    )
    return Deed(after=after, act="sign", fields=fields)


_REACTIONS: Mapping[Kind, Reaction] = {
    "say": _reads,
    "think": _thinks,
    "turn": _speaks,
    "report": _speaks,
    "pair": _pairs,
    "discuss": _discusses,
    "show": _looks_on,
    "seated": _sits_down,
    "hand": _takes_device,
    "cards": _looks_at_cards,
}


def _answer(person: Person, screen: Screen, form: Form) -> Deeds:
    if form.answered:
        return []
    temper, chance = person.temper, person.chance.random()
    if chance < temper.forgets:
        return []
    passes = [button for button in screen.buttons if button.act == "pass"]
    if chance < temper.forgets + temper.skips and passes:
        return [_pass(person, form, passes)]
    deeds = []
    after = person.between(*temper.pause)
    if person.might(temper.wrong):
        wrong = (*_named(person, screen, form), ("v", "99"))
        deeds.append(Deed(after=Millis(after // 2), act="answer", fields=wrong, sticky=True))
    fields = (*_named(person, screen, form), *choose(form, person.chance))
    return [*deeds, Deed(after=after, act="answer", fields=fields)]


def _pass(person: Person, form: Form, passes: Sequence[Button]) -> Deed:
    """Rather not; at the start of a private path it may be one question or all of them."""
    button = passes[0] if len(passes) == 1 else person.chance.choice(passes)
    name = (("answer", person.fresh_name()),) if form.item >= 0 else ()
    after = person.between(*person.temper.pause)
    return Deed(after=after, act="pass", fields=(*button.fields, *name))


def _named(person: Person, screen: Screen, form: Form) -> Fields:
    seat = (("seat", str(form.seat)),) if form.seat else ()
    item = (("item", str(form.item)),) if form.item >= 0 else ()
    return (("step", str(screen.step)), ("answer", person.fresh_name()), *item, *seat)
