"""Cards and paper: what the sides A to D stand for, and whose card is to be looked at.

Somebody looks at each card and taps its sign: on the table's device, on one phone of the table, or
on the convener's page. What was tapped is not shown again, only that it was.
"""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.games.base import CARD_SIDES, Amount, Roll
from thinkcoop.core.kinds import Ask, KindStep, Move, Path
from thinkcoop.core.kinds.decide import RuleAsk
from thinkcoop.core.screens.decide import rules_marked
from thinkcoop.core.screens.desk_page import DeskCards
from thinkcoop.core.screens.form import UNITS, form_of
from thinkcoop.core.screens.parts import (
    SIGNS,
    face_choices,
    option_choices,
    sentence,
    unclear_buttons,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.play import preview_charts
from thinkcoop.core.screens.screen import (
    Button,
    Card,
    Chart,
    ChartRow,
    Choice,
    Phrase,
    Screen,
    SignRow,
    Text,
    phrase,
)
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.session.asking import (
    can_hold_up,
    can_show,
    floor_for,
    has_answered,
    has_screen,
    is_asked,
    is_here,
    on_wall,
    step_of,
)
from thinkcoop.core.session.rules.cards import showing
from thinkcoop.core.session.state import BY_HAND, State, Table
from thinkcoop.core.session.wall_path import parts_of
from thinkcoop.core.words import ROOM, SeatNo


def legend_of(step: KindStep) -> tuple[Choice, ...]:
    """What each side stands for, where it is a thing; empty for amounts (see `amounts_of`)."""
    if not can_hold_up(step):
        return ()
    if isinstance(step, Ask) and step.pick == "scale":
        return tuple(_signed(choice, at) for at, choice in enumerate(face_choices()))
    if isinstance(step, Move) and isinstance(step.round.form, Roll):
        die = Choice(value=0, text=phrase(P.ANY_SIDE), picture="die")
        return tuple(_signed(die, at) for at in range(CARD_SIDES))
    return option_choices(step.choices())


def _legend(state: State, step: KindStep) -> tuple[Choice, ...]:
    """The same in this room: where the rule is chosen, what each means and which is proposed."""
    marked = rules_marked(state, step, form_of(step, None)) if isinstance(step, RuleAsk) else None
    return legend_of(step) if marked is None else marked.choices


def _signed(choice: Choice, at: int) -> Choice:
    return Choice(value=at, text=choice.text, picture=choice.picture, sign=SIGNS[at])


def amounts_of(step: KindStep) -> Chart | None:
    """For a move that is an amount: a pile for each side of a card; else None."""
    if not isinstance(step, Move) or not isinstance(step.round.form, Amount):
        return None
    form = step.round.form
    unit = phrase(UNITS[form.unit]) if form.unit else phrase(P.CARD_SAYS)
    rows = tuple(
        ChartRow(text=unit, picture="", sign=SIGNS[at], values=(amount,))
        for at, amount in enumerate(form.signs)
    )
    return Chart(
        kind="piles",
        title=phrase(P.CARD_SAYS),
        rows=rows,
        totals=(),
        most=_most(step, form),
        unit=form.unit,
    )


def _most(step: Move, form: Amount) -> int:
    """How much one line of a pile holds: as beside the question, so that a note is as large."""
    beside = step.rules.preview(step.at, (), 0)
    same = (panel.most for panel in beside if panel.kind == "piles" and panel.unit == form.unit)
    return next(same, max(form.signs))


def sign_rows(state: State, table: Table) -> tuple[SignRow, ...]:
    """Everyone at a table whose card is to be looked at, in order of sitting down."""
    step = step_of(state, floor_for(state, table.number))
    if step is None:
        return ()
    seats = showing(state, table)
    own = {seat: _preview(state, step, table, seat) for seat in seats}
    alike = len(set(own.values())) <= 1
    return tuple(
        SignRow(
            seat=seat,
            picture=state.seats[seat].picture,
            read=has_answered(state, step, state.seats[seat]),
            sides=len(step.by_sign()),
            charts=() if alike else own[seat],
        )
        for seat in seats
    )


def _preview(state: State, step: KindStep, table: Table, seat: SeatNo) -> tuple[Chart, ...]:
    return preview_charts(state, step, table.number, seat) if isinstance(step, Move) else ()


def cards_screen(view: View) -> Screen:
    """Hold up your cards: each person's picture, and four signs to tap beside it."""
    rows = sign_rows(view.state, view.table)
    amounts = amounts_of(view.step)
    shared: tuple[Chart, ...] = ()
    if view.device and rows and not any(row.charts for row in rows):
        shared = _preview(view.state, view.step, view.table, rows[0].seat)
    return base(
        view,
        "cards",
        heading=phrase(P.LOOK_AT_CARDS),
        icon="card-hand",
        charts=(*shared, *((amounts,) if amounts is not None else ())),
        legend=_legend(view.state, view.step),
        signs=rows,
        buttons=(*camera_buttons(view.state), *unclear_buttons(view.step)),
        notes=(phrase(P.CARDS_NOT_SHOWN),),
    )


def camera_buttons(state: State) -> tuple[Button, ...]:
    """The way to the page that reads cards with a camera, where anybody here has a card."""
    if not any(seat.channel == "card" and is_here(state, seat) for seat in state.seats.values()):
        return ()
    return (Button(act="cards", words=phrase(P.READ_WITH_CAMERA), icon="camera"),)


def desk_cards(state: State) -> tuple[DeskCards, ...]:
    """The same for the convener, who can tap for any table."""
    found = []
    for table in state.tables.values():
        floor = floor_for(state, table.number)
        step, rows = step_of(state, floor), sign_rows(state, table)
        if step is not None and not all(row.read for row in rows):
            found.append(
                DeskCards(
                    table=table.number,
                    step=step.key,
                    text=sentence(floor, step),
                    legend=_legend(state, step),
                    chart=amounts_of(step),
                    signs=rows,
                )
            )
    return tuple(found)


MOST_WORDS = 16
"""A longer sentence is not read from eight metres."""


def hold_up(state: State, wall: Screen) -> Screen:
    """The wall's screen, with what the sides of a card mean where somebody looks at it alone.

    Of a question that no card can answer it says so, and what to do instead.
    """
    step = state.program.step(wall.step)
    if step is None or on_wall(state) is not None or not without_screen(state):
        return wall
    if isinstance(step, Path) or not (can_show(step) or (state.camera and can_hold_up(step))):
        heard = isinstance(step, Path) and bool(parts_of(step))  # ways alone ask nothing of a card
        cannot = is_asked(step) and not can_hold_up(step) and not heard
        return replace(wall, notes=(*wall.notes, _instead(state))) if cannot else wall
    amounts = amounts_of(step)
    short = len(step.text.split()) <= MOST_WORDS
    return replace(
        wall,
        heading=phrase(P.HOLD_UP),
        text=Text(step.text) if short else wall.text,
        icon="card-hand",
        charts=wall.charts or ((amounts,) if amounts is not None else ()),
        legend=_legend(state, step),
    )


def _instead(state: State) -> Phrase:
    """What people with cards do about a question that no card can answer."""
    taps = any(is_here(state, seat) and has_screen(state, seat) for seat in state.seats.values())
    return phrase(P.CARD_CANNOT if taps else P.ONLY_CARDS_CANNOT)


def tables_of_cards(state: State) -> tuple[Card, ...]:
    """For those without a screen: their picture, and the table that is theirs."""
    return tuple(
        Card(text=phrase(P.TABLE, table=state.seats[n].table), picture=state.seats[n].picture)
        for n in without_screen(state)
        if state.seats[n].table != ROOM
    )


def without_screen(state: State) -> tuple[SeatNo, ...]:
    """Who is here with a card or on paper and has nothing to look at: the wall must tell them."""
    return tuple(
        number
        for number, seat in state.seats.items()
        if seat.channel in BY_HAND and is_here(state, seat) and not has_screen(state, seat)
    )
