"""Results as pictures of counts. Never a name, never a ranking of people, never a small ballot."""

from __future__ import annotations

from dataclasses import replace
from typing import cast

from thinkcoop.core.kinds import Ask, Ballot, KindStep, Map, Promise, Rank, Show, Sort
from thinkcoop.core.kinds.base import Tally
from thinkcoop.core.screens.parts import FACES, MOST_SIGNED, SIGNS, option_choices
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, phrase
from thinkcoop.core.session.asking import tally_of
from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, StepId, TableNo


def charts_of(state: State, show: Show, table: TableNo) -> tuple[Chart, ...]:
    """The charts of a `show` step: of the whole room when it is for all, else of one table.

    A question and the same question asked again become one chart: before and now.
    """
    where = ROOM if show.to == "all" else table
    key = ("charts", show.key, where)
    known = state.memo.get(key)
    if known is None:
        known = state.memo[key] = _charts(state, show, where)
    return cast("tuple[Chart, ...]", known)


def _charts(state: State, show: Show, where: TableNo) -> tuple[Chart, ...]:
    found = [state.program.step(StepId(of)) for of in show.of]
    steps = [step for step in found if step is not None]
    tallies = [tally_of(state, step, where) for step in steps]
    if len(steps) == 2 and _asked_again(steps[0], steps[1]):
        both = [tally for tally in tallies if tally is not None]
        if len(both) == 2:
            return (_twice(steps[1], both[0], both[1]),)
    charts = [
        (step, chart_of(step, tally))
        for step, tally in zip(steps, tallies, strict=True)
        if tally is not None
    ]
    return tuple(
        _further(chart, step, charts[0][1]) if at else chart
        for at, (step, chart) in enumerate(charts)
    )


def _further(chart: Chart, step: KindStep, first: Chart) -> Chart:
    """A result that stands folded below the first; how many took part is not said again."""
    totals = () if chart.totals == first.totals else chart.totals
    return replace(chart, picture=step.picture or "", folded=True, totals=totals)


def _asked_again(one: KindStep, other: KindStep) -> bool:
    """Whether `other` puts the very question of `one` again, so that both belong side by side."""
    return _is_counted(one) and isinstance(other, Ask | Ballot) and other.again_of == one.id


def _is_counted(step: KindStep) -> bool:
    return isinstance(step, Ballot) or (
        isinstance(step, Ask) and step.pick in ("one", "several", "scale")
    )


def _twice(step: KindStep, before: Tally, now: Tally) -> Chart:
    rows = tuple(
        ChartRow(
            text=row.text,
            picture=row.picture,
            sign=row.sign,
            values=(_at(before.counts, index), _at(now.counts, index)),
        )
        for index, row in enumerate(_rows(step, now.counts))
    )
    return Chart(
        kind="twice",
        title=phrase(P.BEFORE_AND_NOW),
        rows=rows,
        totals=(before.total, now.total),
        most=max(1, before.total, now.total),
    )


def _at(counts: tuple[int, ...], index: int) -> int:
    return counts[index] if index < len(counts) else 0


def chart_of(step: KindStep, tally: Tally) -> Chart:
    """One step's result."""
    title = Text(step.text)
    if isinstance(step, Ballot) and not tally.counts:
        return Chart(
            kind="bars", title=phrase(P.TOO_FEW_VOTES), rows=(), totals=(tally.total,), most=1
        )
    if isinstance(step, Ask) and step.pick in ("number", "money"):
        return _numbers(step, tally)
    if isinstance(step, Ask) and step.pick == "words":
        words = tuple(
            ChartRow(text=Text(word), picture="", sign="", values=()) for word in tally.words
        )
        return Chart(
            kind="words",
            title=title,
            rows=words,
            totals=(tally.total,),
            most=1,
            spoken=tally.spoken,
        )
    if isinstance(step, Sort):
        return _groups(step, tally)
    rows = _rows(step, tally.counts)
    if isinstance(step, Rank):
        most = max([1, *tally.counts])
        return Chart(kind="points", title=title, rows=rows, totals=(tally.total,), most=most)
    because = Text(step.because) if isinstance(step, Ask) and step.because else None
    faces = isinstance(step, Ask) and step.pick == "scale"
    return Chart(
        kind="faces" if faces else "bars",
        title=title,
        rows=rows,
        totals=(tally.total,),
        most=max(1, tally.total),
        because=because,
    )


def _rows(step: KindStep, counts: tuple[int, ...]) -> tuple[ChartRow, ...]:
    if isinstance(step, Ask) and step.pick == "scale":
        return tuple(
            ChartRow(text=phrase(key), picture=picture, sign="", values=(_at(counts, index),))
            for index, (key, picture) in enumerate(FACES)
        )
    options = step.choices()
    signed = len(options) <= MOST_SIGNED and isinstance(step, Ask | Ballot | Promise | Map)
    right = step.right if isinstance(step, Ask) else None
    return tuple(
        ChartRow(
            text=Text(option.text),
            picture=option.picture,
            sign=SIGNS[index] if signed else "",
            values=(_at(counts, index),),
            right=option.id == right,
        )
        for index, option in enumerate(options)
    )


def _numbers(step: Ask, tally: Tally) -> Chart:
    keys = (P.NUMBER_LEAST, P.NUMBER_MIDDLE, P.NUMBER_MOST)
    rows = tuple(
        ChartRow(text=phrase(key), picture="", sign="", values=(number,))
        for key, number in zip(keys, tally.numbers, strict=False)
    )
    most = max([1, *tally.numbers])
    return Chart(kind="numbers", title=Text(step.text), rows=rows, totals=(tally.total,), most=most)


def _groups(step: Sort, tally: Tally) -> Chart:
    wide = len(step.groups)
    names = [group.id for group in step.groups]
    rows = tuple(
        ChartRow(
            text=Text(card.text),
            picture=card.picture,
            sign="",
            values=tally.counts[index * wide : (index + 1) * wide] or (0,) * wide,
            belongs=names.index(step.right[card.id]) if card.id in step.right else -1,
        )
        for index, card in enumerate(step.cards)
    )
    return Chart(
        kind="groups",
        title=Text(step.text),
        rows=rows,
        totals=(tally.total,),
        most=max(1, tally.total),
        columns=option_choices(step.groups),
    )
