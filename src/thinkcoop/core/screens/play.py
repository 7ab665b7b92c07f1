"""What games look like: the question of a round, and pictures of what happened. Never names."""

from __future__ import annotations

from typing import cast

from thinkcoop.core.games.base import Line, Panel
from thinkcoop.core.games.labels import L
from thinkcoop.core.kinds import Move, Seen
from thinkcoop.core.kinds.game import RoundWords
from thinkcoop.core.screens.parts import done_button, unclear_button
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, ChartRow, Phrase, Screen, Text, phrase
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.session.playing import history_before, history_seen
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import ROOM, SeatNo, TableNo


def seen(view: View) -> Screen:
    """What happened in the round: at this table or in the room, and on a phone one's own part."""
    step = view.step
    assert isinstance(step, Seen)
    where = ROOM if step.to == "all" else view.table.number
    own = own_charts(view.state, step, view.table.number, view.seat)
    said = view.seat in view.floor.done
    buttons = () if said else (done_button(step, main=view.holds("timekeeper")),)
    return base(
        view,
        "show",
        heading=phrase(P.LOOK),
        charts=(*own, *seen_charts(view.state, step, where)),
        buttons=(*buttons, unclear_button(step)),
    )


def seen_charts(state: State, step: Seen, table: TableNo) -> tuple[Chart, ...]:
    """The pictures of a round for a table or the room; none where it was not played."""
    key = ("seen", step.key, table)
    known = state.memo.get(key)
    if known is None:
        history = history_seen(state, step, table)
        panels = step.rules.outcome(history) if history else ()
        known = state.memo[key] = tuple(_chart(panel, step.rounds) for panel in panels)
    return cast("tuple[Chart, ...]", known)


def own_charts(state: State, step: Seen, table: TableNo, seat: SeatNo) -> tuple[Chart, ...]:
    """What only this seat sees; nothing on a table's device, which lies open on the table."""
    history = history_seen(state, step, table)
    if seat == NOBODY or not history:
        return ()
    return tuple(_chart(panel, step.rounds) for panel in step.rules.own(history, seat))


def preview_charts(state: State, step: Move, table: TableNo, seat: SeatNo) -> tuple[Chart, ...]:
    """What a player sees beside the question: what was dealt to them, a pile that is at stake."""
    history = history_before(state, step, table)
    return tuple(_chart(panel, ()) for panel in step.rules.preview(step.at, history, seat))


def _chart(panel: Panel, rounds: tuple[RoundWords, ...]) -> Chart:
    kind = "bars" if panel.kind == "choices" else panel.kind
    words = next((each for each in rounds if each.id == panel.of), None)
    return Chart(
        kind=kind,
        title=_words(panel.title, 0),
        rows=tuple(_row(panel, index, line, words) for index, line in enumerate(panel.lines)),
        totals=(),
        most=panel.most,
        unit=panel.unit,
        sure=panel.sure,
    )


def _row(panel: Panel, index: int, line: Line, words: RoundWords | None) -> ChartRow:
    if panel.kind == "choices" and words is not None and index < len(words.options):
        option = words.options[index]
        return ChartRow(text=Text(option.text), picture=option.picture, sign="", values=line.values)
    return ChartRow(
        text=_words(line.label, line.number),
        picture=line.picture,
        sign="",
        values=line.values,
        mine=line.mine,
    )


def _words(label: L, number: int) -> Phrase:
    return phrase(label, number=number) if number else phrase(label)
