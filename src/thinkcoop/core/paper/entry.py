"""A form on paper as it is typed in: its questions in order, and which key stands for what.

What is typed in one field is a short text: `b` or `2` for one choice, `acd` for several or for an
order, a number, some words; nothing or a dash is a blank. `read_typed` makes an answer of it and
`as_typed` the text of an answer. Digits may be those of any script.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.kinds import Ask, KindStep, Map, Rank, Sort
from thinkcoop.core.kinds.order import UNSORTED
from thinkcoop.core.module.model import Option
from thinkcoop.core.screens.parts import FACES
from thinkcoop.core.screens.screen import Text, Words, phrase
from thinkcoop.core.session.commands import FormField
from thinkcoop.core.session.forms import form_questions
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.state import TypedAnswer
from thinkcoop.core.words import Refusal, StepId, Why

EntryKind = Literal["one", "several", "order", "levels", "groups", "number", "words"]

LETTERS = "abcdefghijkl"
"""As many as a question may have options."""
BLANKS = ("", "-", "–", "—")
LEVELS = 3
ONE_DIGIT = 9
MOST_DIGITS = 6
BETWEEN = re.compile(r"[\s,.;/+]+")
WHOLE = re.compile(r"-?(\d{1,12}|\d{1,3}([\s,.]\d{3}){1,3})")
"""A number, whole or with its thousands apart: `1.5` and `1/2` are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChoice:
    """What one key stands for."""

    key: str
    text: Words
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryField:
    """One question of a form, and what is typed for it."""

    number: int
    step: StepId
    text: Words
    picture: str
    kind: EntryKind
    choices: tuple[EntryChoice, ...]
    keys: str
    """Every key that may be typed here, for kinds that take letters or levels."""
    columns: tuple[EntryChoice, ...] = ()
    """The levels of a map, the groups of a sorting: what is typed for each of the choices."""
    unit: Words | None = None
    typed: str = ""


def entry_fields(program: Program, typed: Mapping[StepId, str]) -> tuple[EntryField, ...]:
    """The fields of a form, numbered as on paper, with what is typed in them."""
    return tuple(
        _field(step, number, typed.get(step.key, ""))
        for number, step in enumerate(form_questions(program), 1)
    )


def kind_of(step: KindStep) -> EntryKind:
    """How `step` is typed. Raises ValueError for what stands on no form."""
    match step:
        case Ask(pick="one" | "scale"):
            return "one"
        case Ask(pick="several"):
            return "several"
        case Ask(pick="words"):
            return "words"
        case Ask():
            return "number"
        case Rank():
            return "order"
        case Map():
            return "levels"
        case Sort():
            return "groups"
        case _:
            raise ValueError(f"{step.kind} stands on no form")


def letters_of(step: KindStep) -> tuple[EntryChoice, ...]:
    """The letters of the choices of `step`, in the order in which they are printed."""
    if isinstance(step, Ask) and step.pick == "scale":
        faces = zip(LETTERS, FACES, strict=False)
        return tuple(
            EntryChoice(key=letter, text=phrase(key), picture=picture)
            for letter, (key, picture) in faces
        )
    return _lettered(step.choices())


def read_typed(step: KindStep, typed: str) -> FormField | Refusal | None:
    """The answer that was typed for `step`; None for a blank, a Refusal for what is none.

    Says the same as the rule that takes the form (`session/rules/forms.py`).
    """
    text = typed.strip()
    if text in BLANKS:
        return None
    if kind_of(step) == "words":
        value: tuple[int, ...] | None = ()
    else:
        value, text = _value(step, _plain(text)), ""
    if value is None:
        return Refusal(Why.NO_SUCH_OPTION if letters_of(step) else Why.NOT_AN_ANSWER)
    checked = step.check_answer(value, text)
    return (
        checked
        if isinstance(checked, Refusal)
        else FormField(step=step.key, value=checked, text=text)
    )


def as_typed(step: KindStep, answer: TypedAnswer | None) -> str:
    """What is typed for this answer: `read_typed` makes the same answer of it again."""
    if answer is None:
        return ""
    match kind_of(step):
        case "words":
            return answer.text
        case "number" | "levels":
            return "".join(str(each) for each in answer.value)
        case "groups":
            return "".join("-" if each == UNSORTED else LETTERS[each] for each in answer.value)
        case _:
            return "".join(LETTERS[each] for each in answer.value)


def _field(step: KindStep, number: int, typed: str) -> EntryField:
    columns = _columns(step)
    keys = "".join(choice.key for choice in columns or letters_of(step))
    return EntryField(
        number=number,
        step=step.key,
        text=Text(step.text),
        picture=step.picture or "",
        kind=kind_of(step),
        choices=letters_of(step),
        keys=keys,
        columns=columns,
        unit=Text(step.unit) if isinstance(step, Ask) and step.unit else None,
        typed=typed,
    )


def _columns(step: KindStep) -> tuple[EntryChoice, ...]:
    if isinstance(step, Map):
        return tuple(
            EntryChoice(key=str(level), text=Text(words), picture="")
            for level, words in enumerate(step.levels)
        )
    return _lettered(step.groups) if isinstance(step, Sort) else ()


def _lettered(options: tuple[Option, ...]) -> tuple[EntryChoice, ...]:
    return tuple(
        EntryChoice(key=letter, text=Text(option.text), picture=option.picture)
        for letter, option in zip(LETTERS, options, strict=False)
    )


def _plain(text: str) -> str:
    """Small letters, and the digits of every script as 0 to 9."""
    lower = unicodedata.normalize("NFKC", text).casefold()
    return "".join(str(int(each)) if each.isdecimal() else each for each in lower)


def _value(step: KindStep, typed: str) -> tuple[int, ...] | None:
    """Which positions or which number were typed; None for what cannot be read."""
    match kind_of(step):
        case "number":
            return (int(BETWEEN.sub("", typed)),) if WHOLE.fullmatch(typed) else None
        case "levels":
            return _each(BETWEEN.sub("", typed), "012")
        case "groups":
            return _each(BETWEEN.sub("", typed), LETTERS)
        case _:
            return _positions(typed, many=len(letters_of(step)) > ONE_DIGIT)


def _each(typed: str, keys: str) -> tuple[int, ...] | None:
    """One key for each choice; a dash leaves a card on the pile, and says 0 of a level."""
    rest = 0 if keys[0] == "0" else UNSORTED
    found = [rest if each == "-" else _position(each, keys) for each in typed]
    return None if None in found else tuple(each for each in found if each is not None)


def _position(key: str, keys: str) -> int | None:
    if key in keys:
        return keys.index(key)
    return int(key) - 1 if key in "123456789" and keys is LETTERS else None


def _choice(figures: str) -> int:
    """The position that a number stands for; -1, which no question has, for one far too long."""
    return int(figures) - 1 if len(figures) <= MOST_DIGITS else -1


def _positions(typed: str, *, many: bool) -> tuple[int, ...] | None:
    """Letters or numbers, with or without signs between them; `many`: numbers may be two digits."""
    found: list[int] = []
    for part in BETWEEN.split(typed):
        if part.isdecimal():
            found += [_choice(part)] if many else [_choice(each) for each in part]
        elif all(each in LETTERS for each in part):
            found += [LETTERS.index(each) for each in part]
        else:
            return None
    return tuple(found)
