"""The form of a step that is answered, with what this seat has answered so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from thinkcoop.core.games.base import Amount, Pick, Roll
from thinkcoop.core.kinds import Ask, Ballot, KindStep, Map, Move, Promise, Rank, Sort
from thinkcoop.core.screens.parts import face_choices, option_choices
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Choice, Form, FormKind, Text, phrase
from thinkcoop.core.session.state import Answer
from thinkcoop.core.words import SeatNo

AMOUNT_FORMS: Mapping[str, FormKind] = {"riel": "money", "beans": "heap"}
"""Money is laid with notes, beans are put into a pot; everything else is a number."""

UNITS: Mapping[str, P] = {
    "riel": P.UNIT_RIEL,
    "beans": P.UNIT_BEANS,
    "coins": P.UNIT_COINS,
    "blocks": P.UNIT_BLOCKS,
    "people": P.UNIT_PEOPLE,
    "percent": P.UNIT_PERCENT,
    "votes": P.UNIT_VOTES,
}


def form_of(
    step: KindStep, answer: Answer | None, *, voted: bool = False, seat: SeatNo = SeatNo(0)
) -> Form | None:
    """The form for this step; None when nothing is answered. `seat`: who holds the device."""
    value = answer.value if answer is not None else ()
    if isinstance(step, Ask):
        return _ask(step, answer, value, seat)
    if isinstance(step, Ballot):
        return Form(kind="ballot", choices=option_choices(step.options), answered=voted, seat=seat)
    if isinstance(step, Rank):
        return Form(
            kind="rank",
            choices=tuple(_placed(choice, value) for choice in option_choices(step.options, value)),
            at_most=step.keep,
            answered=answer is not None,
            private=step.to != "table",
            for_table=step.to == "table",
            seat=seat,
        )
    if isinstance(step, Sort):
        return _sort(step, answer, value, seat)
    if isinstance(step, Map):
        return _map(step, answer, value, seat)
    if isinstance(step, Promise):
        return _promise(step, answer, value, seat)
    return _move(step, answer, value, seat) if isinstance(step, Move) else None


def _move(step: Move, answer: Answer | None, value: tuple[int, ...], seat: SeatNo) -> Form:
    for_table = step.to == "table"
    return replace(
        _move_form(step, value),
        answered=answer is not None,
        private=not for_table,
        for_table=for_table,
        seat=seat,
    )


def _move_form(step: Move, value: tuple[int, ...]) -> Form:
    form = step.round.form
    match form:
        case Roll():
            return Form(kind="roll")
        case Pick():
            return Form(kind="one", choices=option_choices(step.options, value))
        case Amount():
            return Form(
                kind=AMOUNT_FORMS.get(form.unit, "number"),
                lowest=form.lowest,
                highest=form.highest,
                step_by=form.step,
                number=value[0] if value else (None if form.blank else form.usual),
                unit=phrase(UNITS[form.unit]) if form.unit else None,
            )
        case _:
            assert_never(form)


def _placed(choice: Choice, value: tuple[int, ...]) -> Choice:
    place = value.index(choice.value) + 1 if choice.value in value else None
    return Choice(
        value=choice.value,
        text=choice.text,
        picture=choice.picture,
        sign=choice.sign,
        chosen=choice.chosen,
        place=place,
    )


def _ask(step: Ask, answer: Answer | None, value: tuple[int, ...], seat: SeatNo) -> Form:
    choices = face_choices(value) if step.pick == "scale" else option_choices(step.options, value)
    numeric = step.pick in ("number", "money")
    return Form(
        kind=step.pick,
        choices=() if numeric else choices,
        at_most=step.at_most if step.pick == "several" else 1,
        lowest=step.lowest if numeric else 0,
        highest=step.highest if numeric else 0,
        unit=Text(step.unit) if step.unit else None,
        number=value[0] if numeric and value else None,
        words=answer.text if answer is not None else "",
        spoken=answer is not None and answer.voice != "",
        answered=answer is not None,
        seat=seat,
    )


def _sort(step: Sort, answer: Answer | None, value: tuple[int, ...], seat: SeatNo) -> Form:
    cards = tuple(
        Choice(
            value=index,
            text=Text(card.text),
            picture=card.picture,
            place=value[index] if value else None,
        )
        for index, card in enumerate(step.cards)
    )
    return Form(
        kind="sort",
        choices=cards,
        columns=option_choices(step.groups),
        answered=answer is not None,
        private=step.to != "table",
        for_table=step.to == "table",
        seat=seat,
    )


def _map(step: Map, answer: Answer | None, value: tuple[int, ...], seat: SeatNo) -> Form:
    people = tuple(
        Choice(
            value=index,
            text=Text(person.text),
            picture=person.picture,
            place=value[index] if value else 0,
        )
        for index, person in enumerate(step.people)
    )
    levels = tuple(
        Choice(value=index, text=Text(level), picture="") for index, level in enumerate(step.levels)
    )
    return Form(kind="map", choices=people, columns=levels, answered=answer is not None, seat=seat)


def _promise(step: Promise, answer: Answer | None, value: tuple[int, ...], seat: SeatNo) -> Form:
    return Form(
        kind="promise",
        choices=option_choices(step.options, value[:1]),
        columns=option_choices(step.by, value[1:]),
        words=answer.text if answer is not None else "",
        answered=answer is not None,
        seat=seat,
    )
