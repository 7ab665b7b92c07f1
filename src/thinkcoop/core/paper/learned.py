"""What a room learned, for its own page: each fact, and how many knew it before and know it now."""

from __future__ import annotations

from thinkcoop.core.figures.hiding import FEWEST_ALONE
from thinkcoop.core.figures.learning import Item, items_of
from thinkcoop.core.kinds import Ask
from thinkcoop.core.paper.document import Drawn, Part
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.report_words import R
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, phrase
from thinkcoop.core.session.asking import is_closed
from thinkcoop.core.session.state import State


def learned(state: State) -> Part | None:
    """The questions that were put at the start and at the end, to the same people.

    None before the last is closed everywhere, and where fewer than ten answered both times: whoever
    knows all other answers could read the last one. A fact that fewer know now is shown as well.
    """
    items = [item for item in items_of(state) if item.sort == "know"]
    told = [
        item for item in items if len(item.pairs) >= FEWEST_ALONE and is_closed(state, item.after)
    ]
    if not told:
        return None
    most = max(len(item.pairs) for item in told)
    chart = Chart(
        kind="twice",
        title=phrase(P.BEFORE_AND_NOW),
        rows=tuple(_row(state, item) for item in told),
        totals=(most, most),
        most=most,
    )
    drawn = Drawn(chart=chart, note=phrase(R.SO_MANY_KNEW))
    return Part(heading=phrase(R.WE_KNOW), picture="keep-learning", blocks=(drawn,))


def _row(state: State, item: Item) -> ChartRow:
    step = state.program.step(item.before)
    assert isinstance(step, Ask)  # only these have a right answer
    right = next(option for option in step.options if option.id == step.right)
    before, now = (sum(points) for points in zip(*item.pairs, strict=True))
    return ChartRow(
        text=Text(step.because or step.text),
        picture=right.picture or step.picture or "",
        sign="",
        values=(before, now),
    )
