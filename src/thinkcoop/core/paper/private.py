"""The page of one person: what only this person ever answered, from the seat's own sheet.

The sheet comes in from whoever may see it; nothing here knows how it is kept. A question that was
skipped is not on it, and the page does not speak of it: it is not right, not wrong, no *no*. There
are no sums: no score, no number of right answers, no number of stones.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thinkcoop.core.decision import ladder_for
from thinkcoop.core.kinds import Path, PathItem, Promise
from thinkcoop.core.kinds.decide import NO, NOT_READY
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.paper.document import (
    Block,
    Document,
    Drawn,
    Part,
    Promised,
    Said,
    Shown,
    Stone,
    Stones,
    When,
)
from thinkcoop.core.paper.foot import foot
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, phrase
from thinkcoop.core.session import deciding
from thinkcoop.core.session.state import Seat, State
from thinkcoop.core.words import SeatNo, StepId

Sheet = Mapping[tuple[StepId, int], tuple[int, ...]]
"""What one seat answered in private, by step and item."""


@dataclass(frozen=True, slots=True)
class _Given:
    """An item of a path with what was answered there."""

    item: PathItem
    value: tuple[int, ...]


def own_page(
    state: State, seat: SeatNo, sheet: Sheet, *, language: str, head: str = ""
) -> Document:
    """The private page of a seat that is there. An empty sheet gives a sentence that says why.

    Raises KeyError for a seat that nobody took.
    """
    here = state.seats[seat]
    parts = tuple(part for part in _parts(state, here, sheet) if part is not None)
    return Document(
        kind="mine",
        module=Text(state.program.module.title),
        title=phrase(P.HOME_MINE),
        picture=here.picture,
        about=phrase(P.HOME_ONLY_YOU),
        day=deciding.today_of(state),
        parts=parts,
        foot=foot(state, language=language, head=head),
    )


def _parts(state: State, seat: Seat, sheet: Sheet) -> Iterator[Part | None]:
    given = tuple(_given(state, sheet))
    decision = state.program.module.decision
    if decision is None or not given:
        yield _nothing(state, seat)
    else:
        yield _choice(state, decision, given)
        yield _beans(given)
        yield _stones(given)
        yield _again(decision, given)
        yield _ready(given)
    yield _promise(state, seat)


def _given(state: State, sheet: Sheet) -> Iterator[_Given]:
    for path in state.program.by_key.values():
        if isinstance(path, Path):
            for at, item in enumerate(path.items):
                value = sheet.get((path.key, at))
                if value is not None and not _is_stale(item, value):
                    yield _Given(item, value)


def _is_stale(item: PathItem, value: tuple[int, ...]) -> bool:
    """Whether the answer does not belong to this item: then it is not shown."""
    return not isinstance(item.check(value), tuple)


def _nothing(state: State, seat: Seat) -> Part:
    """No private answers: none were given, or they were destroyed on purpose.

    Nobody knows any more which it is once the session is over; before, nothing was destroyed.
    """
    walked = any(seat.number in seats for seats in state.walked.values())
    text = phrase(P.MINE_GONE if walked and state.phase == "over" else P.MINE_NOTHING)
    return Part(
        heading=phrase(P.MINE_CHOICE), picture="secret", blocks=(Said(text=text),), short=True
    )


def _of(given: tuple[_Given, ...], kind: str) -> tuple[_Given, ...]:
    return tuple(each for each in given if each.item.kind == kind)


def _choice(state: State, decision: Decision, given: tuple[_Given, ...]) -> Part | None:
    """My choice, and the steps it leads to."""
    chosen = _of(given, "choice")
    if not chosen:
        return None
    way = decision.ways[chosen[-1].value[0]]
    noes = tuple(each.item.key for each in _of(given, "stone") if each.value == (NO,))
    need = deciding.top_need(state)
    rungs = ladder_for(
        decision,
        way.id,
        need.id if need else None,
        noes=noes,
        law=deciding.law_of(state),
    )
    blocks = (
        Shown(text=Text(way.text), picture=way.picture, main=True),
        *(Shown(text=Text(r.text), picture=r.picture, more=Text(r.monday)) for r in rungs),
    )
    return Part(heading=phrase(P.MINE_CHOICE), picture="do-decide", blocks=blocks, short=True)


def _beans(given: tuple[_Given, ...]) -> Part | None:
    laid = _of(given, "beans")
    if not laid:
        return None
    item, counts = laid[-1].item, laid[-1].value
    rows = tuple(
        ChartRow(text=Text(option.text), picture=option.picture, sign="", values=(count,))
        for option, count in zip(item.options, counts, strict=True)
        if count
    )
    most = max(counts)
    title = phrase(P.MINE_BEANS)
    chart = Chart(kind="piles", title=title, rows=rows, totals=(), most=most, unit="beans")
    return Part(heading=title, picture=item.picture, blocks=(Drawn(chart=chart),), short=True)


def _stones(given: tuple[_Given, ...]) -> Part | None:
    """A row of stones; whoever said no has the story again. They are not added up."""
    laid = _of(given, "stone")
    if not laid:
        return None
    row = Stones(stones=tuple(_stone(each) for each in laid))
    return Part(heading=phrase(P.MINE_STONES), picture="stone-yes", blocks=(row,), short=True)


def _stone(each: _Given) -> Stone:
    item, [answer] = each.item, each.value
    story = item.stories[answer] if answer < len(item.stories) else ""
    return Stone(
        picture=item.options[answer].picture,
        question=Text(item.text),
        about=item.picture,
        story=Text(story) if story else None,
    )


def _again(decision: Decision, given: tuple[_Given, ...]) -> Part | None:
    """The questions to look at once more, each with the reason. Not how many there are."""
    because = {each.id: each.because for each in decision.know}
    wrong = [each for each in _of(given, "know") if each.value != (each.item.right,)]
    blocks = tuple(
        Shown(
            text=Text(each.item.text),
            picture=each.item.options[each.item.right].picture,
            more=Text(because[each.item.key]) if each.item.key in because else None,
        )
        for each in wrong
    )
    if not blocks:
        return None
    return Part(heading=phrase(P.MINE_AGAIN), picture="not-clear", blocks=blocks)


def _ready(given: tuple[_Given, ...]) -> Part | None:
    """What was not ready yet, and what can help."""
    noes = [each for each in _of(given, "ready") if each.value == (NOT_READY,)]
    blocks = tuple(
        Shown(
            text=Text(each.item.text),
            picture=each.item.picture,
            more=Text(each.item.stories[NOT_READY]),
        )
        for each in noes
    )
    if not blocks:
        return None
    return Part(heading=phrase(P.MINE_READY), picture="ask-someone", blocks=blocks)


def _promise(state: State, seat: Seat) -> Part | None:
    steps = [step for step in state.program.by_key.values() if isinstance(step, Promise)]
    blocks = tuple(block for step in steps for block in _own_promise(state, seat, step))
    if not blocks:
        return None
    return Part(heading=phrase(P.MINE_PROMISE), picture="do-promise", blocks=blocks, short=True)


def _own_promise(state: State, seat: Seat, step: Promise) -> Iterator[Block]:
    answer = state.answers.get(step.key, {}).get(seat.number)
    if answer is None:
        return
    what, by = step.options[answer.value[0]], step.by[answer.value[1]]
    yield Promised(
        text=Text(what.text),
        picture=what.picture,
        whens=(When(text=Text(by.text), picture=by.picture),),
        said=((seat.picture, answer.text),) if answer.text else (),
    )
