"""What forms on paper change: they stand beside what was answered in the room. See `fold.py`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thinkcoop.core.kinds import Ballot
from thinkcoop.core.session import events as e
from thinkcoop.core.session.forms import MOST_FORMS, can_type_ballot, proper_answer
from thinkcoop.core.session.state import NOBODY, Count, State, TypedAnswer, TypedForm
from thinkcoop.core.words import Refusal, StepId


def form_typed(state: State, event: e.FormTyped) -> State:
    """A form was typed in; a later entry of the same form replaces the answers of the earlier."""
    if not 1 <= event.form <= MOST_FORMS or not (event.seat == NOBODY or event.seat in state.seats):
        return state
    key = (event.form, event.seat)
    before = state.typed.get(key)
    second = event.entry == "second"
    form = TypedForm(
        number=event.form,
        seat=event.seat,
        trade=event.trade,
        place=len(state.typed) if before is None else before.place,
        answers=dict(_answers(state, event)),
        ids=(*(before.ids if before is not None else ()), event.answer),
        twice=second or (before is not None and before.twice),
        differed=event.differed if second else (before.differed if before is not None else 0),
    )
    return replace(state, typed={**state.typed, key: form})


def ballot_typed(state: State, event: e.BallotTyped) -> State:
    """The sums of a vote on slips; a later entry replaces them, a vote in the room never is."""
    step = state.program.step(event.step)
    fits = isinstance(step, Ballot) and len(event.counts) in (0, len(step.options))
    if not fits or not can_type_ballot(state, event.step):
        return state
    names = (*state.typed_ballots.get(event.step, ()), event.answer)
    count = Count(total=event.total, counts=event.counts)
    return replace(
        state,
        counts={**state.counts, event.step: count},
        typed_ballots={**state.typed_ballots, event.step: names},
    )


def _answers(state: State, event: e.FormTyped) -> Iterator[tuple[StepId, TypedAnswer]]:
    """What makes sense in this program."""
    for key, value, text in zip(event.steps, event.values, event.texts, strict=False):
        answer = proper_answer(state.program, key, value, text)
        if not isinstance(answer, Refusal):
            yield key, answer
