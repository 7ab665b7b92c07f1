"""What simulated people answer: anything that the form allows, from their own chance."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from thinkcoop.core.screens.screen import Form, FormKind
from thinkcoop.rehearsal.person import Fields

Choose = Callable[[Form, random.Random], Fields]

SHORT_WORDS = (
    "We can buy together",
    "I want to think more",
    "Good to hear the others",
    "Who keeps the money?",
    "Trust needs time",
)
HIGHEST_GUESS = 20
"""How far above the least a number is guessed."""
NOTE = 500
"""Sums are laid with notes; this is the smallest that people bother with."""


def choose(form: Form, chance: random.Random) -> Fields:
    """The fields of an answer to `form`, all of them allowed."""
    return _CHOICES[form.kind](form, chance)


def _one(form: Form, chance: random.Random) -> Fields:
    return (("v", str(chance.choice(_values(form)))),)


def _some(form: Form, chance: random.Random) -> Fields:
    values = _values(form)
    count = chance.randint(1, min(form.at_most, len(values)))
    return tuple(("v", str(value)) for value in chance.sample(values, count))


def _number(form: Form, chance: random.Random) -> Fields:
    highest = min(form.highest, form.lowest + HIGHEST_GUESS * form.step_by)
    return _amount(form, chance.randint(form.lowest, max(form.lowest, highest)))


def _money(form: Form, chance: random.Random) -> Fields:
    number = chance.randint(form.lowest, max(form.lowest, form.highest))
    return _amount(form, max(form.lowest, number // NOTE * NOTE))


def _heap(form: Form, chance: random.Random) -> Fields:
    return _amount(form, chance.randint(form.lowest, form.highest))


def _amount(form: Form, number: int) -> Fields:
    """An amount in the form's own steps, counted from 0, and not below what is allowed."""
    step = form.step_by
    least = -(-form.lowest // step) * step
    return (("v", str(max(least, number // step * step))),)


def _beans(form: Form, chance: random.Random) -> Fields:
    """All beans, each laid on a reason that comes to mind."""
    laid = [0] * len(form.choices)
    for _ in range(form.at_most):
        laid[chance.randrange(len(laid))] += 1
    return tuple(("v", str(count)) for count in laid)


def _nothing(form: Form, chance: random.Random) -> Fields:
    """There is nothing to choose."""
    return ()


def _roll(form: Form, chance: random.Random) -> Fields:
    """One tap: the die is the session's, not the player's."""
    return (("v", "0"),)


def _words(form: Form, chance: random.Random) -> Fields:
    return (("text", chance.choice(SHORT_WORDS)),)


def _sort(form: Form, chance: random.Random) -> Fields:
    columns = [column.value for column in form.columns]
    return tuple(("v", str(chance.choice(columns))) for _ in form.choices)


def _map(form: Form, chance: random.Random) -> Fields:
    highest = len(form.columns) - 1
    levels = [chance.randint(0, highest) for _ in form.choices]
    levels[0] = levels[0] or 1
    return tuple(("v", str(level)) for level in levels)


def _promise(form: Form, chance: random.Random) -> Fields:
    when = [column.value for column in form.columns]
    return (("v", str(chance.choice(_values(form)))), ("v", str(chance.choice(when))))


def _values(form: Form) -> list[int]:
    return [choice.value for choice in form.choices]


_CHOICES: Mapping[FormKind, Choose] = {
    "one": _one,
    "scale": _one,
    "ballot": _one,
    "several": _some,
    "rank": _some,
    "number": _number,
    "money": _money,
    "words": _words,
    "sort": _sort,
    "map": _map,
    "promise": _promise,
    "roll": _roll,
    "heap": _heap,
    "beans": _beans,
    "stones": _one,
    "next": _nothing,
}
