"""A form on paper between the page on which it is typed and the rules: what is shown, what came.

Nothing here knows requests. What came is kept word for word, so that nothing that was typed is lost
when something of it is refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from thinkcoop.core.paper.entry import EntryField as Field
from thinkcoop.core.paper.entry import as_typed, entry_fields, read_typed
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Entry
from thinkcoop.core.session.forms import (
    form_questions,
    in_order,
    is_drawn,
    key_of,
    numbers_of,
    seats_of_picture,
    second_due,
    waits_for_second,
)
from thinkcoop.core.session.rules.forms import differing
from thinkcoop.core.session.state import BY_HAND, State, TypedAnswer, TypedForm
from thinkcoop.core.words import AnswerId, Refusal, SeatNo, StepId, Why
from thinkcoop.web.forms import BadForm, Form
from thinkcoop.web.taps import ANSWER_ID
from thinkcoop.web.translator import Translator

Texts = Mapping[StepId, str]
MOST_DIGITS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """How far the pile of forms is."""

    typed: tuple[TypedForm, ...]
    expected: int
    waiting: tuple[TypedForm, ...]
    """To be typed a second time."""
    drawn: int
    """How many are typed a second time in all, so far."""
    twice: int
    compared: int
    """Fields that were typed twice."""
    differed: int

    @property
    def is_whole(self) -> bool:
        """Whether all forms that are expected were typed."""
        return 0 < self.expected <= len(self.typed)

    @property
    def suggested(self) -> int:
        """Which form is likely next: after the last one, at the end one to type twice; 0: none."""
        if self.is_whole:
            return self.waiting[0].number if self.waiting else 0
        numbers = {form.number for form in self.typed}
        after = self.typed[-1].number + 1 if self.typed else 1
        return after if after not in numbers and after <= len(PEOPLE) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What came from the page, as it was typed."""

    number: int
    seat: SeatNo
    trade: str
    entry: Entry
    answer: AnswerId
    replaces: bool
    texts: Texts
    settled: Texts
    """What the paper says where two entries differ."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field of which two entries are not the same: what each says."""

    field: Field
    said: tuple[str, str]


def pile_of(state: State) -> Pile:
    """How far the pile is. Expected is who takes part on paper; if nobody, all who were awaited."""
    typed = in_order(state)
    on_paper = {seat.number for seat in state.seats.values() if seat.channel == "paper"}
    others = sum(form.seat not in on_paper for form in typed)
    awaited = state.header.expected if state.header is not None and not on_paper else 0
    twice = [form for form in typed if form.twice]
    return Pile(
        typed=typed,
        expected=max(len(on_paper) + others, awaited),
        waiting=second_due(state),
        drawn=sum(form.twice or is_drawn(state, form.place) for form in typed),
        twice=len(twice),
        compared=len(twice) * len(form_questions(state.program)),
        differed=sum(form.differed for form in twice),
    )


def number_named(name: str, words: Translator) -> int:
    """The form of that number (in any digits) or animal (its first letters do); 0 for none."""
    wanted = name.strip().casefold()
    if wanted.isdecimal():
        number = int(wanted) if len(wanted) <= MOST_DIGITS else 0
        return number if 1 <= number <= len(PEOPLE) else 0
    found = [n for n, each in enumerate(PEOPLE, 1) if words.person(each).casefold() == wanted]
    if not found and wanted:
        called = (words.person(each).casefold() for each in PEOPLE)
        found = [n for n, each in enumerate(called, 1) if each.startswith(wanted)]
    return found[0] if len(found) == 1 else 0


def whose(state: State, number: int) -> tuple[SeatNo, ...]:
    """The seats whose form this may be: first who takes part on paper or with a card."""
    seats = seats_of_picture(state, PEOPLE[number - 1])
    by_hand = tuple(seat for seat in seats if state.seats[seat].channel in BY_HAND)
    return by_hand or seats


def standing(state: State, number: int) -> TypedForm | None:
    """The form of that number if it was typed, and there is no doubt whose it is."""
    without_seat = state.typed.get(key_of(number))
    if without_seat is not None:
        return without_seat
    seats = whose(state, number)
    if len(seats) > 1:
        forms = (state.typed.get(key_of(number, seat)) for seat in seats)
        return next((form for form in forms if form and waits_for_second(state, form)), None)
    return state.typed.get(key_of(number, *seats))


def read_posted(state: State, form: Form, fresh: AnswerId) -> Posted:
    """What was posted. Raises BadForm for what no page of ours sends."""
    number = form.number("form")
    if not 1 <= number <= len(PEOPLE):
        raise BadForm(Why.NO_SUCH_FORM)
    return Posted(
        number=number,
        seat=SeatNo(form.number("seat", 0)),
        trade=form.matching("trade", r"[a-z0-9-]{1,40}"),
        entry="second" if form.text("entry") == "second" else "first",
        answer=AnswerId(form.matching("answer", ANSWER_ID) or fresh),
        replaces=form.flag("replaces"),
        texts=_texts(state, form, "q"),
        settled=_texts(state, form, "s"),
    )


def _texts(state: State, form: Form, letter: str) -> dict[StepId, str]:
    """What was typed for each question; boxes that were ticked are one text."""
    found = {}
    for key, number in numbers_of(state.program).items():
        values = form.fields.get(f"{letter}{number}")
        if values is not None:
            found[key] = values[0] if len(values) == 1 else "".join(values)
    return found


def command_of(state: State, posted: Posted) -> c.TypeForm | dict[StepId, Why]:
    """What is asked of the rules, or which fields are no answers, and why."""
    fields, wrong = _fields(state, posted.texts)
    settled, also = _fields(state, posted.settled)
    blank = tuple(
        c.FormField(step=key, value=())
        for key in posted.settled
        if key not in also and key not in {field.step for field in settled}
    )
    if wrong or also:
        return {**wrong, **also}
    return c.TypeForm(
        form=posted.number,
        answer=posted.answer,
        fields=fields,
        seat=posted.seat,
        trade=posted.trade,
        entry=posted.entry,
        settled=(*settled, *blank),
        replaces=posted.replaces,
    )


def _fields(state: State, texts: Texts) -> tuple[tuple[c.FormField, ...], dict[StepId, Why]]:
    fields: list[c.FormField] = []
    wrong: dict[StepId, Why] = {}
    for step in form_questions(state.program):
        found = read_typed(step, texts.get(step.key, ""))
        if isinstance(found, Refusal):
            wrong[step.key] = found.why
        elif found is not None:
            fields.append(found)
    return tuple(fields), wrong


def differences(state: State, posted: Posted) -> tuple[Difference, ...]:
    """Where this second entry is not like the first, in the order of the form."""
    first = state.typed.get(key_of(posted.number, posted.seat))
    fields, _ = _fields(state, posted.texts)
    now = {field.step: TypedAnswer(field.value, field.text) for field in fields}
    before = first.answers if first is not None else {}
    unlike = differing(before, now)
    steps = {step.key: step for step in form_questions(state.program)}
    return tuple(
        Difference(
            field=field,
            said=(
                as_typed(steps[field.step], before.get(field.step)),
                as_typed(steps[field.step], now.get(field.step)),
            ),
        )
        for field in entry_fields(state.program, {})
        if field.step in unlike
    )


def typed_before(state: State, form: TypedForm) -> Texts:
    """What was typed in an earlier entry, to look at it again."""
    return {
        step.key: as_typed(step, form.answers.get(step.key))
        for step in form_questions(state.program)
    }
