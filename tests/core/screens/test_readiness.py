"""Whoever says no to being ready finds the help right there, before it is sent."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.laws.moves import good_item
from tests.room import Room, tea
from thinkcoop.core.kinds import Path
from thinkcoop.core.screens.parts import option_choices
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Choice, Help, ShortWay, Text, phrase
from thinkcoop.core.words import SeatNo, StepId

WAY = StepId("own-way")
NAMES = ("alone", "two", "shop", "club", "purse", "wait")


def at(room: Room, key: str, seat: int = 1) -> Room:
    """The room in which this seat has come to that question."""
    path = room.program.step(WAY)
    assert isinstance(path, Path)
    for item in path.items:
        if item.key == key:
            return room
        room.answer(seat, *good_item(item, 0))
    raise AssertionError(f"there is no {key}")


def on_the_way() -> Room:
    room = Room(tea("game")).open(60)
    room.join(5)
    room.wait_for(WAY)
    return room


def help_at(room: Room, seat: int = 1) -> Help:
    """What opens at the no; at the yes nothing does."""
    form = phone_screen(room.state, SeatNo(seat)).form
    assert form is not None
    yes, no = form.helps
    assert (yes, form.stories[0]) == (None, None)
    assert no is not None
    return no


def test_who_does_not_know_both_sides_sees_all_ways_beside_each_other() -> None:
    room = at(on_the_way(), "informed")
    decision = room.program.module.decision
    assert decision is not None
    ways = help_at(room).ways
    assert [way.text for way in ways] == [
        Text(decision.way(name).text) for name in ("two", "shop", "club", "purse", "wait", "alone")
    ]
    assert ways[0] == ShortWay(
        text=Text("Buy in twos"),
        picture="do-pair",
        good=Choice(value=0, text=Text("We share the way."), picture="tuk-tuk"),
        bad=Choice(value=1, text=Text("We may fall out."), picture="do-pair"),
    )


def test_their_order_goes_round_from_seat_to_seat() -> None:
    room = on_the_way()
    first = [help_at(at(room, "informed", seat), seat).ways[0].text for seat in range(1, 6)]
    assert len(set(first)) == 5


def test_who_does_not_know_what_matters_weighs_the_reasons_with_ten_fingers() -> None:
    room = at(on_the_way(), "clear")
    decision = room.program.module.decision
    assert decision is not None
    reasons = option_choices(decision.reasons.options)
    assert help_at(room) == Help(picture="ten-fingers", reasons=reasons)


def test_who_has_nobody_to_ask_is_told_whom_and_where_the_box_is() -> None:
    room = at(on_the_way(), "supported")
    trust = Card(text=phrase(P.WHOM_TO_TRUST), picture="talk-home")
    box = Card(text=phrase(P.BOX_AT_TOP), picture="question-box")
    assert help_at(room).cards == (trust, box)
    [tealand] = room.program.module.countries
    assert room.state.header is not None
    here = replace(room.state, header=replace(room.state.header, country=tealand.code))
    form = phone_screen(here, SeatNo(1)).form
    assert form is not None
    assert form.helps[1] == Help(
        cards=(trust, Card(text=Text(tealand.ask), picture="law"), box),
    )


def test_who_does_not_know_the_way_hears_that_waiting_has_two_sides_and_a_next_step() -> None:
    room = at(on_the_way(), "sure")
    decision = room.program.module.decision
    assert decision is not None
    found = help_at(room)
    assert [way.text for way in found.ways] == [Text(decision.way("wait").text)]
    talk = next(rung for rung in decision.ladder if rung.id == "talk")
    assert found.cards == (
        Card(text=Text(talk.text), picture=talk.picture, more=Text(talk.monday)),
    )


@pytest.mark.parametrize("key", ["votes", "same", "who", "choice"])
def test_no_other_question_has_such_help(key: str) -> None:
    form = phone_screen(at(on_the_way(), key).state, SeatNo(1)).form
    assert form is not None
    assert form.helps == ()
