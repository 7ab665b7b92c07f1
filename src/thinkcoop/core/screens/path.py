"""A private path as a phone, or a table's device in somebody's hands, shows it: one item at a time.

What was answered is not known here: it is on the seat's sheet and not in the state. Everyone who
is at the same item gets the same screen, but for the order in which the ways are told.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from thinkcoop.core.decision import order_for
from thinkcoop.core.kinds import Path, PathItem
from thinkcoop.core.module.decision import Point, Way
from thinkcoop.core.screens.parts import (
    SIGNS,
    option_choices,
    rather_not_button,
    ring,
    skip_button,
    unclear_buttons,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.readiness import helps_of
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
from thinkcoop.core.session.asking import has_answered, sharing, waiting_for, walked
from thinkcoop.core.session.deciding import top_need
from thinkcoop.core.session.state import NOBODY, Seat, State
from thinkcoop.core.session.wall_path import is_on_its_way, parts_of, with_wall
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
        return _at_the_end(view, step, done)
    return _item(view, step, seat, done)


def path_together(view: View, at: int) -> Screen:
    """A way that the device of a table tells to all who share it, at one time.

    Their order goes round from table to table. The tap counts for whoever has heard most.
    """
    step = view.step
    assert isinstance(step, Path)
    way = order_for(step.items[at].ways, view.table.number)[at]
    seats = sharing(view.state, step, view.table)
    first = next(s.number for s in seats if walked(view.state, step, s.number).done == at)
    return base(
        view,
        "ask",
        heading=phrase(P.HEAR_TOGETHER),
        text=Text(way.text),
        picture=way.picture,
        form=_form(step.items[at], at, first),
        sides=_sides(way),
        part=at,
        parts=len(step.open_items),
    )


def path_on_wall(state: State, step: Path, at: int, screen: Screen) -> Screen:
    """What the wall tells or asks of all who have only a card or paper, one item after the other.

    `screen` has what the wall shows of any step. The order of the ways goes by the session, so that
    in many rooms none is always first.
    """
    item = step.items[at]
    called = sorted({part.item for part in parts_of(step)})
    if item.kind == "way":
        turn = state.header.seed if state.header is not None else 0
        way = order_for(item.ways, turn % (2 * len(item.ways)))[_nth_way(step, at)]
        shown = replace(
            screen,
            heading=phrase(P.LISTEN),
            text=Text(way.text),
            picture=way.picture,
            icon="do-listen",
            sides=_sides(way),
        )
    else:
        said = Text(item.again if state.room.said_again and item.again else item.text)
        cards = any(seat.channel == "card" for seat in with_wall(state))
        shown = replace(
            screen,
            heading=phrase(_now_do(state, cards=cards)),
            text=_question(state, said) if item.kind == "choice" else said,
            picture=item.picture or step.picture or "",
            icon="card-hand" if state.room.item_asks else "do-listen",
            legend=_legend(item),
            notes=(*((phrase(P.CARD_SECRET),) if cards else ()), *screen.notes),
        )
    return replace(shown, part=called.index(at), parts=len(called))


def _now_do(state: State, *, cards: bool) -> P:
    """First a question is heard, then all answer at one time."""
    if not state.room.item_asks:
        return P.LISTEN
    return P.HOLD_UP if cards else P.WRITE_IT


def _legend(item: PathItem) -> tuple[Choice, ...]:
    """What the sides of a card mean; where one tells a story, all hear it before they answer."""
    stories = item.stories or ("",) * len(item.options)
    sides = tuple(
        replace(choice, more=Text(story) if story else None)
        for choice, story in zip(option_choices(item.options), stories, strict=True)
    )
    if item.skip_sign is None:
        return sides
    skip = Choice(
        value=item.skip_sign, text=phrase(P.RATHER_NOT), picture="pass", sign=SIGNS[item.skip_sign]
    )
    return (*sides, skip)


def _at_the_end(view: View, step: Path, done: int) -> Screen:
    """Through, or rather not: nothing more is asked, and on one's own phone one may look back."""
    count = waiting_for(view.state, view.floor)
    notes: tuple[Words, ...] = (phrase(P.ONLY_YOU_EVER),)
    if count:
        notes += (phrase(P.WAITING_FOR, count=count),)
    if count or is_on_its_way(view.state, step):
        notes += (phrase(P.GOES_ON_AT_TIME),)
    return base(
        view,
        "wait",
        heading=phrase(P.WAY_DONE),
        notes=notes,
        part=done,
        parts=len(step.items),
        buttons=() if view.device else (_back(step, min(done, len(step.items) - 1), NOBODY),),
    )


def _item(view: View, step: Path, seat: Seat, at: int) -> Screen:
    item = step.items[at]
    way = _way(item, step, seat, at)
    hand = seat.number if view.device else NOBODY
    people = ring(view.state, view.table, view.floor, seat.number) if view.device else ()
    said = Text(item.again if view.floor.said_again and item.again else item.text)
    if item.kind == "choice":
        said = _question(view.state, said)
    return base(
        view,
        "ask",
        heading=phrase(P.YOUR_WAY),
        text=Text(way.text) if way is not None else said,
        picture=(way.picture if way is not None else item.picture) or step.picture or "",
        form=replace(_form(item, at, hand), helps=helps_of(view.state, item, seat.number)),
        sides=_sides(way),
        part=at,
        parts=len(step.items),
        people=tuple(person for person in people if person.seat == seat.number),
        buttons=tuple(_buttons(view, step, at, hand)),
        notes=(phrase(P.ONLY_YOU_EVER),),
    )


def _buttons(view: View, step: Path, at: int, hand: SeatNo) -> Iterator[Button]:
    """Back, or at the start out of all of it; not this question; not clear.

    A way asks nothing: whoever would rather not look at it goes on.
    """
    if at:
        yield _back(step, at - 1, hand)
    if step.items[at].kind != "way":
        yield skip_button(step, at, hand)
    if not at:
        yield rather_not_button(step, hand, P.NONE_OF_THESE, "pass-all")
    if step.items[at].again is not None and not view.device:
        yield from unclear_buttons(step)


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
    return order_for(item.ways, seat.number)[_nth_way(step, at)]


def _nth_way(step: Path, at: int) -> int:
    """How many ways are told before the one at this item."""
    return at - next(index for index, each in enumerate(step.items) if each.kind == "way")


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
