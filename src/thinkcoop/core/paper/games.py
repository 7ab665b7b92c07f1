"""What a room learned in its games: one line and one picture for each game that was played.

Tables that played apart become one picture of the whole room: counts are added up, everything else
is the middle of the tables (their average). No table can be told from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from thinkcoop.core.games.numbers import half_up
from thinkcoop.core.kinds import KindStep, Seen
from thinkcoop.core.paper.document import Block, Drawn, Said, Shown
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.play import lesson_chart
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, phrase
from thinkcoop.core.session.asking import is_closed
from thinkcoop.core.session.playing import moves_of
from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, StepId, TableNo

ADDED_UP = frozenset({"people", "votes", ""})
"""Units of bars that count people: those of several tables are added up."""


def games(state: State) -> tuple[Block, ...]:
    """A line and a picture for each game of which at least one round was played, in order."""
    return tuple(block for game in state.program.games for block in _game(state, game))


def _game(state: State, game: str) -> Iterator[Block]:
    steps = _steps(state, game)
    seen = [step for step in steps if isinstance(step, Seen)]
    played = [step for step in seen if _is_played(state, StepId(step.move))]
    if not played:
        return
    intro = steps[0]
    yield Shown(text=Text(intro.text), picture=intro.picture or "do-game")
    drawn = room_chart(state, game, played)
    talk = steps[steps.index(seen[-1]) + 1]
    yield drawn if drawn is not None else Said(text=Text(talk.text))


def _steps(state: State, game: str) -> tuple[KindStep, ...]:
    """The steps of a game, from what it is about to the first talk after its last round."""
    whole = (stage.steps for stage in state.program.stages)
    mine = next(steps for steps in whole if any(_is_of(step, game) for step in steps))
    ends = [at for at, step in enumerate(mine) if _is_of(step, game)]
    begins = next(at for at, step in enumerate(mine) if step.id == f"{game}-0")
    return mine[begins : ends[-1] + 2]


def _is_played(state: State, move: StepId) -> bool:
    """Whether this round was played, and no slower table has it still before it."""
    return bool(state.moves.get(move)) and is_closed(state, move)


def _is_of(step: KindStep, game: str) -> bool:
    return isinstance(step, Seen) and step.game == game


def room_chart(state: State, game: str, played: Sequence[Seen]) -> Drawn | None:
    """The one picture that tells most of a game, of all tables together.

    The game says which picture that is (`GameRules.lesson`). None when too little was played.
    """
    last = max(step.at for step in played)
    charts = [
        chart
        for table in _where(state, game)
        if (chart := lesson_chart(state, played[-1], table, upto=last)) is not None
    ]
    return together(charts)


def together(charts: Sequence[Chart]) -> Drawn | None:
    """Put the pictures of several tables together.

    Where they come in several forms, those of the form that most have; None when that is not more
    than half of them.
    """
    by_shape: dict[tuple[object, ...], list[Chart]] = {}
    for chart in charts:
        by_shape.setdefault(_shape(chart), []).append(chart)
    same = max(by_shape.values(), key=len, default=[])
    return _added(same) if 2 * len(same) > len(charts) else None


def _where(state: State, game: str) -> tuple[TableNo, ...]:
    """The tables at which anything was played; the room where all of it was played together."""
    found = {table for step in moves_of(state, game) for table in state.moves.get(step.key, {})}
    return tuple(sorted(found - {ROOM})) or (ROOM,)


def _shape(chart: Chart) -> tuple[object, ...]:
    """What must be alike for two pictures to be put together: everything but the figures."""
    rows = tuple((row.text, row.picture, len(row.values)) for row in chart.rows)
    return (chart.kind, chart.title, chart.unit, chart.columns, rows)


def _added(charts: Sequence[Chart]) -> Drawn:
    first = charts[0]
    counts = first.kind == "bars" and first.unit in ADDED_UP
    rows = tuple(
        _row([chart.rows[at] for chart in charts], counts) for at in range(len(first.rows))
    )
    mosts = [chart.most for chart in charts]
    chart = replace(
        first,
        rows=rows,
        most=sum(mosts) if counts else max(mosts),
        sure=max(chart.sure for chart in charts),
    )
    averaged = len(charts) > 1 and not counts
    return Drawn(chart=chart, note=phrase(P.HOME_ON_AVERAGE) if averaged else None)


def _row(rows: Sequence[ChartRow], counts: bool) -> ChartRow:  # noqa: FBT001 - of two ways to put figures together
    sums = [sum(column) for column in zip(*(row.values for row in rows), strict=True)]
    values = sums if counts else [half_up(value, len(rows)) for value in sums]
    return replace(rows[0], values=tuple(values), mine=False)
