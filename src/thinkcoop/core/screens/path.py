"""A private path as a phone, or a table's device in somebody's hands, shows it: one item at a time.

What was answered is not known here: it is on the seat's sheet and not in the state. Everyone who
is at the same item gets the same screen, but for the order in which the ways are told.
"""

from __future__ import annotations

from thinkcoop.core.decision import order_for
from thinkcoop.core.kinds import Path, PathItem
from thinkcoop.core.module.decision import Point, Way
from thinkcoop.core.screens.parts import option_choices, rather_not_button, ring, unclear_button
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import (
    Button,
    Choice,
    Form,
    FormKind,
    Screen,
    Sides,
    Text,
    Words,
    phrase,
)
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.session.asking import has_answered, waiting_for, walked
from thinkcoop.core.session.deciding import top_need
from thinkcoop.core.session.state import NOBODY, Seat, State
from thinkcoop.core.words import SeatNo

ITEM_FORMS: dict[str, FormKind] = {
    "way": "next",
    "beans": "beans",
    "stone": "stones",
    "know": "stones",
    "ready": "stones",
    "who": "one",
    "choice": "stones",
}


def path_screen(view: View, seat: Seat) -> Screen:
    """The item at which this seat is, or that it has come to the end of its way."""
    step = view.step
    assert isinstance(step, Path)
    if seat.guest:
        return base(view, "wait", heading=phrase(P.GUEST_WATCHES))
    done = walked(view.state, step, seat.number).done
    if has_answered(view.state, step, seat):
        return _at_the_end(view, step, back=done >= len(step.items) and not view.device)
    return _item(view, step, seat, done)


def _at_the_end(view: View, step: Path, *, back: bool) -> Screen:
    """Through, or rather not: nothing more is asked, and who came to the end may look back."""
    count = waiting_for(view.state, view.floor)
    notes: tuple[Words, ...] = (phrase(P.ONLY_YOU_EVER),)
    if count:
        notes += (phrase(P.WAITING_FOR, count=count), phrase(P.GOES_ON_AT_TIME))
    return base(
        view,
        "wait",
        heading=phrase(P.WAY_DONE),
        notes=notes,
        part=len(step.items),
        parts=len(step.items),
        buttons=(_back(step, len(step.items) - 1, NOBODY),) if back else (),
    )


def _item(view: View, step: Path, seat: Seat, at: int) -> Screen:
    item = step.items[at]
    way = _way(item, step, seat, at)
    hand = seat.number if view.device else NOBODY
    people = ring(view.state, view.table, view.floor, seat.number) if view.device else ()
    buttons: tuple[Button, ...] = (rather_not_button(step, hand),)
    if at:
        buttons = (_back(step, at - 1, hand), *buttons)
    said = Text(item.again if view.floor.said_again and item.again else item.text)
    if item.kind == "choice":
        said = _question(view.state, said)
    return base(
        view,
        "ask",
        heading=phrase(P.YOUR_WAY),
        text=Text(way.text) if way is not None else said,
        picture=(way.picture if way is not None else item.picture) or step.picture or "",
        form=_form(item, at, hand),
        sides=_sides(way),
        part=at,
        parts=len(step.items),
        people=tuple(person for person in people if person.seat == seat.number),
        buttons=buttons if view.device else (*buttons, unclear_button(step)),
        notes=(phrase(P.ONLY_YOU_EVER),),
    )


def _question(state: State, without: Text) -> Text:
    """The decision about this room's own need, or in general when no need is known."""
    need, decision = top_need(state), state.program.module.decision
    if need is None or decision is None:
        return without
    return Text(decision.question.text, (("need", need.text),))


def _way(item: PathItem, step: Path, seat: Seat, at: int) -> Way | None:
    """The way that is told here; the order goes round from seat to seat: none is always first."""
    if item.kind != "way":
        return None
    first = next(index for index, each in enumerate(step.items) if each.kind == "way")
    return order_for(item.ways, seat.number)[at - first]


def _form(item: PathItem, at: int, hand: SeatNo) -> Form:
    return Form(
        kind=ITEM_FORMS[item.kind],
        choices=option_choices(item.options),
        at_most=item.beans or 1,
        item=at,
        stories=tuple(Text(story) if story else None for story in item.stories),
        seat=hand,
    )


def _sides(way: Way | None) -> Sides | None:
    if way is None:
        return None
    return Sides(
        good=_points(way.good),
        bad=_points(way.bad),
        living=Text(way.living),
        unsure=Text(way.uncertain) if way.uncertain else None,
    )


def _points(points: tuple[Point, ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=index, text=Text(point.text), picture=point.picture)
        for index, point in enumerate(points)
    )


def _back(step: Path, item: int, hand: SeatNo) -> Button:
    fields: tuple[tuple[str, str], ...] = (("step", step.id), ("item", str(item)))
    if hand:
        fields = (*fields, ("seat", str(hand)))
    return Button(act="previous", words=phrase(P.ONE_BACK), icon="back", fields=fields)
