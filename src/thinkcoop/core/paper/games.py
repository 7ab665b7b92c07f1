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
from thinkcoop.core.screens.play import seen_charts
from thinkcoop.core.screens.screen import Chart, ChartRow, Text, phrase
from thinkcoop.core.session.state import State
from thinkcoop.core.words import ROOM, StepId

ADDED_UP = frozenset({"people", "votes", ""})
"""Units of bars that count people: those of several tables are added up."""


def games(state: State) -> tuple[Block, ...]:
    """A line and a picture for each game of which at least one round was played, in order."""
    return tuple(block for game in state.program.games for block in _game(state, game))


def _game(state: State, game: str) -> Iterator[Block]:
    steps = _steps(state, game)
    seen = [step for step in steps if isinstance(step, Seen)]
    played = [step for step in seen if state.moves.get(StepId(step.move))]
    if not played:
        return
    intro = steps[0]
    yield Shown(text=Text(intro.text), picture=intro.picture or "do-game")
    drawn = room_chart([_charts(state, step) for step in played])
    talk = steps[steps.index(seen[-1]) + 1]
    yield drawn if drawn is not None else Said(text=Text(talk.text))


def _steps(state: State, game: str) -> tuple[KindStep, ...]:
    """The steps of a game, from what it is about to the first talk after its last round."""
    whole = (stage.steps for stage in state.program.stages)
    mine = next(steps for steps in whole if any(_is_of(step, game) for step in steps))
    ends = [at for at, step in enumerate(mine) if _is_of(step, game)]
    begins = next(at for at, step in enumerate(mine) if step.id == f"{game}-0")
    return mine[begins : ends[-1] + 2]


def _is_of(step: KindStep, game: str) -> bool:
    return isinstance(step, Seen) and step.game == game


def _charts(state: State, step: Seen) -> tuple[tuple[Chart, ...], ...]:
    """What each table saw of this round, or the room where all played together."""
    where = (ROOM,) if step.to == "all" else tuple(state.moves[StepId(step.move)])
    return tuple(seen_charts(state, step, table) for table in where)


def room_chart(rounds: Sequence[tuple[tuple[Chart, ...], ...]]) -> Drawn | None:
    """The one picture that tells most of a game. None when the tables cannot be put together.

    `rounds[i][j]` is what table j saw after round i. A curve over the rounds comes first, then the
    last round that compares something, then what was chosen in the end.
    """
    found = [drawn for tables in reversed(rounds) for drawn in _together(tables)]
    for wanted in (_is_curve, _compares, _is_choice):
        for drawn in found:
            if wanted(drawn.chart):
                return drawn
    return None


def _is_curve(chart: Chart) -> bool:
    return chart.kind == "curve" and any(len(row.values) > 1 for row in chart.rows)


def _compares(chart: Chart) -> bool:
    """Whether its lines are different things. Lines of one name are single people or offers."""
    if len({row.text for row in chart.rows}) < len(chart.rows):
        return False
    many = len(chart.rows) > 1 and chart.unit not in ADDED_UP
    return many and chart.kind in ("piles", "people", "bars")


def _is_choice(chart: Chart) -> bool:
    return chart.kind == "bars" and bool(chart.rows)


def _together(tables: tuple[tuple[Chart, ...], ...]) -> Iterator[Drawn]:
    """Each picture of a round once, for all tables; only what most of them have in one form."""
    by_shape: dict[tuple[object, ...], list[Chart]] = {}
    for chart in (chart for charts in tables for chart in charts):
        by_shape.setdefault(_shape(chart), []).append(chart)
    for same in by_shape.values():
        if 2 * len(same) > len(tables):
            yield _added(same)


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
