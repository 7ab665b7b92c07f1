"""Forms that come back on paper: typed in by the convener, a tenth of them twice.

They may come at any time, in a pile at the end or on another day, also for people who never had a
seat. Nobody in the room waits for them, and they replace nothing that was answered there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from thinkcoop.core.kinds import Ballot
from thinkcoop.core.kinds.vote import FEWEST_VOTES_SHOWN
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.forms import (
    MOST_FORMS,
    can_type_ballot,
    proper_answer,
    waits_for_second,
)
from thinkcoop.core.session.rules.join import MOST_SEATS
from thinkcoop.core.session.state import NOBODY, State, TypedAnswer, TypedForm
from thinkcoop.core.session.verdict import Decision
from thinkcoop.core.words import Millis, Refusal, StepId, Why

Answers = Mapping[StepId, TypedAnswer]


def type_form(state: State, command: c.TypeForm, now: Millis) -> Decision | Refusal:
    """Take what stands on a form. A resend changes nothing.

    Refuses a number that no form has, a seat or a work that is not there, a field that is no answer
    to its question, a form that is typed already and was not meant to be replaced, a second entry
    that nobody asked for, and one that differs where nobody said what the paper says.
    """
    before = state.typed.get((command.form, command.seat))
    if before is not None and command.answer in before.ids:
        return Decision()
    no = _whose_it_cannot_be(state, command) or _not_wanted(state, command, before)
    if no is not None:
        return Refusal(no)
    answers = _read(state, command.fields)
    if isinstance(answers, Refusal):
        return answers
    differ: tuple[StepId, ...] = ()
    if before is not None and command.entry == "second":
        differ = differing(before.answers, answers)
        settled = _settled(state, command, differ)
        if isinstance(settled, Refusal):
            return settled
        answers = _put(before.answers, settled)
    return Decision((_typed(command, answers, len(differ), now),))


def differing(first: Answers, second: Answers) -> tuple[StepId, ...]:
    """In which questions two entries of one form are not the same, a blank being one of them."""
    both = sorted({*first, *second})
    return tuple(key for key in both if first.get(key) != second.get(key))


def type_ballot(state: State, command: c.TypeBallot, now: Millis) -> Decision | Refusal:
    """Take the sums of a vote on slips of paper. A resend changes nothing.

    Below five votes only how many there were is kept, as everywhere. Refuses a vote that is not
    over or that somebody took part in with a device, and sums that cannot be.
    """
    if command.answer in state.typed_ballots.get(command.step, ()):
        return Decision()
    step = state.program.step(command.step)
    if not isinstance(step, Ballot):
        return Refusal(Why.OTHER_STEP)
    if not can_type_ballot(state, command.step):
        return Refusal(Why.NOT_NOW)
    if len(command.counts) != len(step.options):
        return Refusal(Why.NOT_AN_ANSWER)
    total = sum(command.counts)
    if min(command.counts) < 0 or total > MOST_SEATS:
        return Refusal(Why.NUMBER_OUT_OF_RANGE)
    typed = e.BallotTyped(
        at=now,
        step=command.step,
        answer=command.answer,
        total=total,
        counts=command.counts if total >= FEWEST_VOTES_SHOWN else (),
    )
    return Decision((typed,))


def _whose_it_cannot_be(state: State, command: c.TypeForm) -> Why | None:
    if not 1 <= command.form <= MOST_FORMS:
        return Why.NO_SUCH_FORM
    if command.seat != NOBODY:
        return None if command.seat in state.seats else Why.SEAT_UNKNOWN
    known = any(trade.id == command.trade for trade in state.program.module.trades)
    return None if known else Why.NO_SUCH_TRADE


def _not_wanted(state: State, command: c.TypeForm, before: TypedForm | None) -> Why | None:
    if command.entry == "second":
        wanted = before is not None and waits_for_second(state, before)
        return None if wanted else Why.FORM_TYPED
    return None if before is None or command.replaces else Why.FORM_TYPED


def _read(state: State, fields: Iterable[c.FormField]) -> dict[StepId, TypedAnswer] | Refusal:
    answers: dict[StepId, TypedAnswer] = {}
    for field in fields:
        answer = proper_answer(state.program, field.step, field.value, field.text)
        if isinstance(answer, Refusal):
            return answer
        if field.step in answers:
            return Refusal(Why.UNREADABLE)
        answers[field.step] = answer
    return answers


def _settled(
    state: State, command: c.TypeForm, differ: tuple[StepId, ...]
) -> dict[StepId, TypedAnswer | None] | Refusal:
    """What the paper says where entries differ, None for a blank; a no where that is missing."""
    chosen = {field.step: field for field in command.settled}
    if not set(differ) <= set(chosen):
        return Refusal(Why.FORMS_DIFFER)
    settled: dict[StepId, TypedAnswer | None] = {}
    for key in differ:
        field = chosen[key]
        answer = (
            None
            if not field.value and not field.text
            else proper_answer(state.program, field.step, field.value, field.text)
        )
        if isinstance(answer, Refusal):
            return answer
        settled[key] = answer
    return settled


def _put(first: Answers, settled: Mapping[StepId, TypedAnswer | None]) -> dict[StepId, TypedAnswer]:
    whole = {**first, **settled}
    return {key: answer for key, answer in whole.items() if answer is not None}


def _typed(command: c.TypeForm, answers: Answers, differed: int, now: Millis) -> e.FormTyped:
    steps = tuple(sorted(answers))
    return e.FormTyped(
        at=now,
        form=command.form,
        seat=command.seat,
        trade="" if command.seat else command.trade,
        answer=command.answer,
        entry=command.entry,
        steps=steps,
        values=tuple(answers[key].value for key in steps),
        texts=tuple(answers[key].text for key in steps),
        differed=differed,
    )
