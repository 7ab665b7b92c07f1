"""The page of the group: our need, what we learned, what we chose and why, and what comes next.

Open to everyone in the room. Counts, module sentences and words without whose they are; a picture
of a person stands only beside a promise that was made to be shown.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from thinkcoop.core.kinds import KindStep, Promise
from thinkcoop.core.paper import decided
from thinkcoop.core.paper.document import (
    Block,
    Document,
    Drawn,
    Part,
    Promised,
    Quoted,
    Said,
    Shown,
    When,
)
from thinkcoop.core.paper.foot import foot
from thinkcoop.core.paper.games import games
from thinkcoop.core.paper.learned import learned
from thinkcoop.core.screens.charts import chart_of
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.core.session import deciding
from thinkcoop.core.session.asking import closed_tally, is_closed
from thinkcoop.core.session.forms import told_tally
from thinkcoop.core.session.state import Question, State
from thinkcoop.core.words import StepId

REASONS_FOR, REASONS_AGAINST = StepId("reasons-for"), StepId("reasons-against")
OPEN_QUESTIONS, LOOK_AGAIN = StepId("open-questions"), StepId("look-again")
"""Steps by whose names the page finds what the room answered."""

ABOUT = {
    "money": (P.ABOUT_MONEY, "coins"),
    "rules": (P.ABOUT_RULES, "official"),
    "work": (P.ABOUT_WORK, "stall-and-tuktuk"),
    "together": (P.ABOUT_TOGETHER, "handshake"),
}
"""What a question from the box may be about."""


def group_page(state: State, *, language: str, head: str = "") -> Document:
    """The page of the group as things stand. `head` is the seal of the log's last event, if known.

    It is the same whoever gave which answer: only counts, sorted words and open promises are used.
    And it says nothing of a step before that is closed at every table, else whoever reloads it
    beside a neighbour knows the answer.
    """
    key = (group_page, language, head)
    known = state.memo.get(key)  # at the end of the day a whole hall asks for it at once
    if known is None:
        known = state.memo[key] = _page(state, language, head)
    return cast(Document, known)


def _page(state: State, language: str, head: str) -> Document:
    return Document(
        kind="group",
        module=Text(state.program.module.title),
        title=phrase(P.HOME_GROUP),
        picture="table-people",
        about=phrase(P.HOME_FOR_ALL),
        day=deciding.today_of(state),
        parts=tuple(part for part in _parts(state) if part is not None),
        foot=foot(state, language=language, head=head),
    )


def _parts(state: State) -> Iterator[Part | None]:
    """First what people must not lose: need, decision, promises; then how it came to that."""
    yield decided.need(state)
    yield decided.choice(state)
    yield _promises(state)
    yield decided.ahead(state)
    yield _look_again(state)
    yield _games(state)
    yield learned(state)
    yield reasons(state, REASONS_FOR, P.HOME_FOR, "thumb-up")
    yield reasons(state, REASONS_AGAINST, P.HOME_AGAINST, "thumb-down")
    yield decided.beans(state)
    yield questions(state)
    yield decided.law(state)


def _games(state: State) -> Part | None:
    blocks = games(state)
    if not blocks:
        return None
    return Part(heading=phrase(P.HOME_LEARNED), picture="do-game", blocks=blocks)


def reasons(state: State, key: StepId, heading: P, picture: str) -> Part | None:
    """What was said for or against; None where nothing was."""
    step = state.program.step(key)
    blocks = tuple(_answers(state, step)) if step is not None else ()
    return Part(heading=phrase(heading), picture=picture, blocks=blocks) if blocks else None


def _answers(state: State, step: KindStep) -> Iterator[Block]:
    """What was answered: counts with pictures, or words in the order of the alphabet."""
    tally, on_paper = told_tally(state, step)
    if tally is None:
        return
    if any(tally.counts):
        yield Drawn(chart=chart_of(step, tally))
    if tally.words:
        yield Quoted(texts=tally.words)
    if tally.spoken:
        yield Said(text=phrase(P.HOME_SPOKEN, count=tally.spoken), quiet=True)
    if on_paper:
        yield Said(text=phrase(P.HOME_ON_PAPER, count=tally.total), quiet=True)


def questions(state: State) -> Part | None:
    """What stays open: the question box, and the step that asks for it."""
    step = state.program.step(OPEN_QUESTIONS)
    asked = tuple(_answers(state, step)) if step is not None else ()
    box = sorted((each.about, each.text) for each in _in_the_box(state))
    blocks = (*(_question(about, text) for about, text in box), *asked)
    if not blocks:
        return None
    return Part(heading=phrase(P.HOME_QUESTIONS), picture="question-box", blocks=blocks)


def _in_the_box(state: State) -> Iterator[Question]:
    """What was put into the box, once the activity is over: who types just now can be seen."""
    stage = state.stages.get(state.stage)
    for question in state.questions:
        if state.phase != "running" or stage is None or question.at < stage.opened_at:
            yield question


def _question(about: str, text: str) -> Block:
    key, picture = ABOUT.get(about, (P.ABOUT_ANYTHING, "question-mark"))
    return Shown(text=Text(text) if text else phrase(key), picture=picture)


def _look_again(state: State) -> Part | None:
    """The day most want to look again; of two equal ones the earlier in the list."""
    step = state.program.step(LOOK_AGAIN)
    if step is None:
        return None
    tally, on_paper = told_tally(state, step)
    if tally is None or not any(tally.counts):
        return None
    day = step.choices()[tally.counts.index(max(tally.counts))]
    shown = Shown(text=Text(day.text), picture=day.picture, main=True)
    paper = Said(text=phrase(P.HOME_ON_PAPER, count=tally.total), quiet=True)
    blocks = (shown, paper) if on_paper else (shown,)
    return Part(heading=phrase(P.HOME_LOOK_AGAIN), picture="meet-again", blocks=blocks, short=True)


def _promises(state: State) -> Part | None:
    steps = [step for step in state.program.by_key.values() if isinstance(step, Promise)]
    blocks = tuple(block for step in steps for block in _promised(state, step))
    if not blocks:
        return None
    return Part(heading=phrase(P.HOME_PROMISES), picture="do-promise", blocks=blocks, short=True)


def _promised(state: State, step: Promise) -> Iterator[Block]:
    """Open promises with the pictures of who made them; of all others only how many there are."""
    if not step.shown:
        tally = closed_tally(state, step)
        if tally is not None and any(tally.counts):
            yield Drawn(
                chart=chart_of(step, tally), note=phrase(P.HOME_PROMISED, count=tally.total)
            )
        return
    if not is_closed(state, step.key):
        return
    answers = state.answers.get(step.key, {})
    together: dict[int, list[_Vow]] = {}
    for seat, answer in answers.items():
        vow = _Vow(answer.value[1], state.seats[seat].picture, answer.text)
        together.setdefault(answer.value[0], []).append(vow)
    for what, vows in sorted(together.items()):
        yield _together(step, what, sorted(vows))


@dataclass(frozen=True, slots=True, order=True)
class _Vow:
    """By when, the picture of who promised it, and own words."""

    by: int
    picture: str
    text: str


def _together(step: Promise, what: int, vows: list[_Vow]) -> Promised:
    whens = tuple(
        When(
            text=Text(step.by[by].text),
            picture=step.by[by].picture,
            people=tuple(vow.picture for vow in vows if vow.by == by),
        )
        for by in dict.fromkeys(vow.by for vow in vows)
    )
    return Promised(
        text=Text(step.options[what].text),
        picture=step.options[what].picture,
        whens=whens,
        said=tuple((vow.picture, vow.text) for vow in vows if vow.text),
    )
