"""Forms on paper: which questions stand on them, in which order, and what came back of them.

The printed form (`core/paper/kit/forms.py`), the page on which forms are typed in
(`core/paper/entry.py`) and the rule that takes them (`rules/forms.py`) all ask here, so that none
of them can count the questions in another way. Nothing secret stands on a form.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thinkcoop.core.games.chance import Chance
from thinkcoop.core.kinds import Ask, Ballot, KindStep, Map, Rank, Sort
from thinkcoop.core.kinds.base import Tally, clean_text
from thinkcoop.core.kinds.decide import RuleAsk
from thinkcoop.core.session.asking import closed_tally, is_closed
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.state import NOBODY, FormKey, State, TypedAnswer, TypedForm
from thinkcoop.core.words import Refusal, SeatNo, StepId, Why

MOST_FORMS = 40
"""Forms have the numbers of the pictures that people choose (`core/screens/people.py`)."""
PILE = 10
FIRST_BY = 5
"""Of every ten forms one of the first five is typed twice: small piles have one, too."""


def is_on_form(step: KindStep) -> bool:
    """Whether each person answers `step` alone, and on paper: no vote, no private path, no game."""
    alone = step.to != "table" and not isinstance(step, RuleAsk)
    return alone and step.asks and isinstance(step, Ask | Rank | Map | Sort)


def form_questions(program: Program) -> tuple[KindStep, ...]:
    """Every question that each person answers alone and that may be typed in, in order."""
    return tuple(step for stage in program.stages for step in stage.steps if is_on_form(step))


def numbers_of(program: Program) -> Mapping[StepId, int]:
    """Which number each question has on the form, from 1."""
    return {step.key: at for at, step in enumerate(form_questions(program), 1)}


def proper_answer(
    program: Program, key: StepId, value: tuple[int, ...], text: str
) -> TypedAnswer | Refusal:
    """The proper form of what stands on a form for the question `key`, or why it is no answer."""
    step = program.step(key)
    if step is None or not is_on_form(step):
        return Refusal(Why.OTHER_STEP)
    checked = step.check_answer(value, text)
    if isinstance(checked, Refusal):
        return checked
    wordy = isinstance(step, Ask) and step.pick == "words"
    cleaned = clean_text(text) if wordy else ""
    return TypedAnswer(checked, "" if isinstance(cleaned, Refusal) else cleaned)


def is_drawn(state: State, place: int) -> bool:
    """Whether the form typed as number `place` (0-based) is one that is typed a second time.

    The seed of the session draws one place in every ten, so it is known at once, and nobody who
    types can know it before.
    """
    seed = state.header.seed if state.header is not None else 0
    pile, at = divmod(place, PILE)
    return Chance("form", seed, pile).below(FIRST_BY) == at


def waits_for_second(state: State, form: TypedForm) -> bool:
    """Whether this form is still to be typed a second time."""
    return not form.twice and is_drawn(state, form.place)


def in_order(state: State) -> tuple[TypedForm, ...]:
    """All forms that were typed in, in the order in which they came."""
    return tuple(sorted(state.typed.values(), key=lambda form: form.place))


def second_due(state: State) -> tuple[TypedForm, ...]:
    """The forms that are still to be typed a second time, in the order in which they came."""
    return tuple(form for form in in_order(state) if waits_for_second(state, form))


def ballots_of(program: Program) -> tuple[Ballot, ...]:
    """The secret votes of the day, in order."""
    steps = (step for stage in program.stages for step in stage.steps)
    return tuple(step for step in steps if isinstance(step, Ballot))


def can_type_ballot(state: State, key: StepId) -> bool:
    """Whether the sums of this vote may be typed in: it is over, and nobody voted in the room."""
    if not isinstance(state.program.step(key), Ballot) or state.counting == key:
        return False
    return _is_over(state, key) and not state.votes.get(key)


def _is_over(state: State, key: StepId) -> bool:
    """Whether nobody can answer it in the room any more, or nobody ever came in: all on paper."""
    return is_closed(state, key) or not state.seats


def paper_tally(state: State, step: KindStep) -> Tally | None:
    """What forms say about `step`; None while somebody can answer it, or where no form does.

    Only of people who gave no answer in the room: who answered there is not counted twice.
    """
    if not is_on_form(step) or not _is_over(state, step.key):
        return None
    given = tuple(_given(state, step.key))
    if not given:
        return None
    return step.tally(tuple(value for value, _ in given), tuple(text for _, text in given))


def _given(state: State, key: StepId) -> Iterator[tuple[tuple[int, ...], str]]:
    live = state.answers.get(key, {})
    for form in in_order(state):
        if key in form.answers and form.seat not in live:
            answer = form.answers[key]
            yield answer.value, answer.text


def told_tally(state: State, step: KindStep) -> tuple[Tally | None, bool]:
    """What the room answered in `step`, and whether it comes from forms.

    Forms speak only where nobody in the room answered. None as `closed_tally` has it.
    """
    live = closed_tally(state, step)
    typed = paper_tally(state, step) if live is None or not live.total else None
    return (live, False) if typed is None else (typed, True)


def seats_of_picture(state: State, picture: str) -> tuple[SeatNo, ...]:
    """Who has this picture, who takes part on paper first. Seldom more than one."""
    order = {"paper": 0, "card": 1, "table": 2, "phone": 3}
    seats = [seat for seat in state.seats.values() if seat.picture == picture]
    ranked = sorted(seats, key=lambda seat: (order[seat.channel], seat.number))
    return tuple(seat.number for seat in ranked)


def key_of(form: int, seat: SeatNo = NOBODY) -> FormKey:
    """Under which key a form stands: its number, and whose it is."""
    return form, seat
