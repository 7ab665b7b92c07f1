"""What games look like: the question of a round, and pictures of what happened. Never names."""

from __future__ import annotations

from typing import cast

from thinkcoop.core.games.base import Line, Panel
from thinkcoop.core.games.labels import L
from thinkcoop.core.games.pictures import PICTURES
from thinkcoop.core.kinds import Move, Seen
from thinkcoop.core.kinds.game import RoundWords
from thinkcoop.core.screens.parts import done_button, unclear_buttons
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, ChartRow, Person, Phrase, Screen, Text, phrase
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.session.asking import is_here
from thinkcoop.core.session.playing import history, history_before, history_seen
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
        buttons=(*buttons, *unclear_buttons(step)),
    )


def seen_charts(state: State, step: Seen, table: TableNo) -> tuple[Chart, ...]:
    """The pictures of a round for a table or the room; none where it was not played."""
    key = ("seen", step.key, table)
    known = state.memo.get(key)
    if known is None:
        history = history_seen(state, step, table)
        panels = step.rules.outcome(history) if history else ()
        known = state.memo[key] = tuple(
            _chart(panel, step.rounds, folded=at > 0) for at, panel in enumerate(panels)
        )
    return cast("tuple[Chart, ...]", known)


def lesson_chart(state: State, step: Seen, table: TableNo, *, upto: int) -> Chart | None:
    """The one picture of a whole game, of its rounds up to number `upto`; None for too little."""
    panel = step.rules.lesson(history(state, step.game, table, before=upto + 1))
    return None if panel is None else _chart(panel, step.rounds)


def own_charts(state: State, step: Seen, table: TableNo, seat: SeatNo) -> tuple[Chart, ...]:
    """What only this seat sees; nothing on a table's device, which lies open on the table."""
    history = history_seen(state, step, table)
    if seat == NOBODY or not history:
        return ()
    return tuple(_chart(panel, step.rounds) for panel in step.rules.own(history, seat))


def partners(state: State, step: Move, table: TableNo, seat: SeatNo) -> tuple[Person, ...]:
    """With whom this seat makes its move, by picture; who has left is not among them."""
    found = step.rules.partners(step.at, history_before(state, step, table), seat)
    people = (state.seats[SeatNo(number)] for number in found if SeatNo(number) in state.seats)
    return tuple(
        Person(seat=each.number, picture=each.picture, state="now")
        for each in people
        if is_here(state, each)
    )


def preview_charts(state: State, step: Move, table: TableNo, seat: SeatNo) -> tuple[Chart, ...]:
    """What a player sees beside the question: what was dealt to them, a pile that is at stake."""
    history = history_before(state, step, table)
    return tuple(_chart(panel, ()) for panel in step.rules.preview(step.at, history, seat))


def _chart(panel: Panel, rounds: tuple[RoundWords, ...], *, folded: bool = False) -> Chart:
    kind = "bars" if panel.kind == "choices" else panel.kind
    words = next((each for each in rounds if each.id == panel.of), None)
    title = _words(panel.title, 0)
    rows = tuple(_row(panel, index, line, words) for index, line in enumerate(panel.lines))
    said_by_the_line = not folded and [row.text for row in rows] == [title]
    return Chart(
        kind=kind,
        title=Text("") if said_by_the_line else title,
        rows=rows,
        totals=(),
        most=panel.most,
        unit=panel.unit,
        sure=panel.sure,
        picture=PICTURES[panel.title],
        folded=folded,
    )


def _row(panel: Panel, index: int, line: Line, words: RoundWords | None) -> ChartRow:
    if panel.kind == "choices" and words is not None and index < len(words.options):
        option = words.options[index]
        return ChartRow(
            text=Text(option.text),
            picture=option.picture,
            sign="",
            values=line.values,
            won=line.won,
        )
    return ChartRow(
        text=_words(line.label, line.number),
        picture=_picture(line),
        sign="",
        values=line.values,
        mine=line.mine,
        won=line.won,
    )


def _picture(line: Line) -> str:
    """The line's own picture, else that of its label; who owes is bent under it."""
    if line.label == L.SOMEBODY and line.values[-1] < 0:
        return "debt"
    return line.picture or PICTURES.get(line.label, "")


def _words(label: L, number: int) -> Phrase:
    return phrase(label, number=number) if number else phrase(label)
