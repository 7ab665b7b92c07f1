"""Cards and slips of paper: whose answer a sign is, who may tell it, and that nobody is held up."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, options, small, small_meetings, tea
from thinkcoop.core.kinds import Ask, Ballot, Think
from thinkcoop.core.screens.cards import desk_cards
from thinkcoop.core.screens.desk import desk
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.screen import Text
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.rules.cards import keeper
from thinkcoop.core.words import MINUTE, AnswerId, Millis, SeatNo, StepId, TableNo, Why

ROUND = "pot-silent-1"
MEANS = (0, 3, 7, 10)
"""What A to D stand for in the first round of the pot."""


def mixed(*, phones: int = 2, cards: int = 2, papers: int = 1, step: str = ROUND) -> Room:
    """One table: phones first, then cards, then paper; this step is open."""
    room = Room(tea("game")).open(60)
    room.join(phones)
    room.join(cards, channel="card")
    room.join(papers, channel="paper")
    room.wait_for(step)
    return room


def at_a_device(*, cards: int = 2, shared: int = 2, step: str = ROUND) -> Room:
    """One table with a device: cards first, then people who share it."""
    room = Room(tea("game")).open(60)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(cards, channel="card", table=TableNo(1))
    room.join(shared, channel="table", table=TableNo(1))
    room.wait_for(step)
    return room


def sign(
    room: Room, seat: int, side: int, *, by: int = 0, name: str = "", step: str = ""
) -> tuple[e.Event, ...] | Why:
    """Somebody taps what this seat's card shows."""
    shown = c.ShowSign(
        seat=SeatNo(seat),
        step=StepId(step or room.step_at(1).key),
        answer=AnswerId(name) if name else room.name(),
        sign=side,
        by=SeatNo(by),
    )
    return room.do(shown)


@pytest.mark.parametrize("side", range(4))
def test_a_sign_is_the_answer_that_it_stands_for(side: int) -> None:
    room = mixed()
    assert happened(sign(room, 3, side, by=1)) == ["AnswerGiven"]
    assert room.state.answers[StepId(ROUND)][SeatNo(3)].value == (MEANS[side],)


def test_the_same_tap_twice_is_one_answer_and_another_tap_mends_it() -> None:
    room = mixed()
    assert happened(sign(room, 3, 1, by=1, name="tapped0001")) == ["AnswerGiven"]
    assert happened(sign(room, 3, 1, by=1, name="tapped0001")) == []
    assert happened(sign(room, 3, 2, by=1)) == ["AnswerGiven"]
    assert room.state.answers[StepId(ROUND)][SeatNo(3)].value == (7,)


def test_whose_card_may_be_told_and_by_whom() -> None:
    room = Room(tea("game")).open(60, expected=10, starts_in=9)
    room.join(5)
    room.join(5, channel="card")
    room.wait_for(ROUND)
    table = {seat: room.seat(seat).table for seat in range(1, 11)}
    card = next(seat for seat in range(6, 11) if table[seat] == 1)
    there = next(seat for seat in range(1, 6) if table[seat] == 1)
    elsewhere = next(seat for seat in range(1, 6) if table[seat] == 2)
    other_card = next(seat for seat in range(6, 11) if table[seat] == 1 and seat != card)
    assert {
        "a phone at another table": happened(sign(room, card, 0, by=elsewhere)),
        "another card": happened(sign(room, card, 0, by=other_card)),
        "of somebody with a phone": happened(sign(room, there, 0)),
        "of nobody": happened(sign(room, 99, 0)),
        "a phone at this table": happened(sign(room, card, 0, by=there)),
        "the convener or the device": happened(sign(room, other_card, 0)),
    } == {
        "a phone at another table": ["-> not_your_role"],
        "another card": ["-> not_your_role"],
        "of somebody with a phone": ["-> not_your_role"],
        "of nobody": ["-> seat_unknown"],
        "a phone at this table": ["AnswerGiven"],
        "the convener or the device": ["AnswerGiven"],
    }


def test_a_side_that_stands_for_nothing_and_a_step_that_is_over_are_refused() -> None:
    two = Ask(text="Yes?", id="yes-no", pick="one", options=options("yes", "no"))
    room = Room(small((two,))).open(20)
    room.join(3)
    room.join(2, channel="card")
    room.wait_for("yes-no")
    assert happened(sign(room, 4, 2, by=1)) == ["-> no_such_option"]
    assert happened(sign(room, 4, 0, by=1, step="no-such")) == ["-> other_step"]
    room.run_out()
    assert happened(sign(room, 4, 1, by=1, step="yes-no")) == ["-> session_over"]


def test_a_vote_and_a_private_item_are_not_told_by_anybody_else() -> None:
    vote = Ballot(text="Secret.", id="vote", options=options("yes", "no"))
    room = Room(small((vote,))).open(20)
    room.join(5)
    room.join(2, channel="card")
    room.wait_for("vote")
    assert happened(sign(room, 6, 0, by=1)) == ["-> not_an_answer"]
    assert [row.seat for each in desk_cards(room.state) for row in each.signs] == []


def test_rather_not_holds_nobody_up() -> None:
    room = mixed()
    for seat in (1, 2):
        room.answer(seat, 5)
    sign(room, 3, 1)
    sign(room, 4, -1)
    assert happened(sign(room, 5, 3))[:3] == ["AnswerGiven", "MovesTaken", "StepClosed"]
    [taken] = [event for event in room.log if isinstance(event, e.MovesTaken)]
    assert taken.moves == (5, 5, 3, 0, 10)


def test_one_phone_of_the_table_is_asked_after_its_own_answer() -> None:
    room = mixed()
    asked = keeper(room.state, room.table(1))
    other = 3 - asked
    assert phone_screen(room.state, asked).kind == "ask"
    room.answer(asked, 4)
    room.answer(other, 4)
    kinds = {seat: phone_screen(room.state, SeatNo(seat)).kind for seat in (asked, other)}
    assert kinds == {asked: "cards", other: "ask"}
    rows = phone_screen(room.state, asked).signs
    assert {(row.seat, row.read, row.sides) for row in rows} == {
        (3, False, 4),
        (4, False, 4),
        (5, False, 4),
    }
    room.do(c.Leave(seat=asked))
    assert phone_screen(room.state, SeatNo(other)).kind == "cards"


def test_what_was_tapped_is_on_no_screen() -> None:
    one, other = mixed(), mixed()
    for seat in (1, 2):
        one.answer(seat, 5)
        other.answer(seat, 5)
    sign(one, 3, 0, by=1)
    sign(other, 3, 3, by=1)
    others = [
        (phone_screen(room.state, SeatNo(1)), phone_screen(room.state, SeatNo(2)))
        for room in (one, other)
    ]
    assert others[0] == others[1]
    assert wall_screen(one.state) == wall_screen(other.state)
    assert desk(one.state, one.now) == desk(other.state, other.now)


def test_at_a_device_all_cards_are_looked_at_and_then_it_goes_round() -> None:
    room = at_a_device()
    screen = table_screen(room.state, TableNo(1))
    assert (screen.kind, [row.seat for row in screen.signs]) == ("cards", [1, 2])
    sign(room, 1, 1)
    sign(room, 2, 2)
    screen = table_screen(room.state, TableNo(1))
    assert (screen.kind, [person.seat for person in screen.people]) == ("hand", [3, 4])


def test_a_card_whose_holder_sleeps_does_not_keep_the_device_from_going_round() -> None:
    room = at_a_device()
    state = room.state
    for step in ("pot-silent-2", "pot-talk-1"):
        for seat in (3, 4):
            room.answer(seat, 1)
        sign(room, 1, 1)
        room.wait_for(step)
    assert (room.seat(2).missed, state.seats[SeatNo(2)].missed) == (2, 0)
    sign(room, 1, 1)
    assert table_screen(room.state, TableNo(1)).kind == "hand"
    for seat in (3, 4):
        room.do(c.PassAnswer(seat=SeatNo(seat), step=room.step_at(1).key))
    assert room.step_at(1).key == "pot-talk-1-see"


def test_who_was_left_out_before_is_looked_at_first() -> None:
    room = mixed(phones=2, cards=3, papers=0)
    first = [row.seat for row in desk_cards(room.state)[0].signs]
    for seat in first[:2]:
        sign(room, seat, 1)
    assert [row.seat for row in desk_cards(room.state)[0].signs] == first
    room.wait_for("pot-silent-2")
    assert [row.seat for row in desk_cards(room.state)[0].signs] == [first[2], *first[:2]]


def test_what_cards_cannot_say_is_asked_on_the_device_and_of_nobody_without_one() -> None:
    number = Ask(text="How many?", id="number", pick="number", lowest=0, highest=9)
    with_device = Room(small((number,))).open(20)
    with_device.do(c.JoinDevice(table=TableNo(1)))
    with_device.join(4, channel="card", table=TableNo(1))
    with_device.wait_for("number")
    screen = table_screen(with_device.state, TableNo(1))
    assert (screen.kind, [person.seat for person in screen.people]) == ("hand", [1, 2, 3, 4])

    without = Room(small((number,))).open(20)
    without.join(2)
    without.join(3, channel="card")
    without.wait_for("number")
    without.answer(1, 4)
    assert happened(without.answer(2, 5))[:2] == ["AnswerGiven", "StepClosed"]
    assert [without.seat(seat).missed for seat in (3, 4, 5)] == [0, 0, 0]


def test_with_cards_alone_the_wall_and_the_desk_lead_and_a_secret_vote_keeps_its_time() -> None:
    vote = Ballot(text="Secret.", id="vote", options=options("yes", "no"))
    ask = Ask(text="Which?", id="which", to="all", pick="one", options=options("tea", "rice"))
    room = Room(small((ask, vote))).open(20)
    room.join(5, channel="card")
    room.wait_for("which")
    wall = wall_screen(room.state)
    assert [(choice.sign, choice.text) for choice in wall.legend] == [
        ("A", Text("Tea")),
        ("B", Text("Rice")),
    ]
    [there] = desk_cards(room.state)
    assert sorted(row.seat for row in there.signs) == [1, 2, 3, 4, 5]
    for seat in range(1, 6):
        sign(room, seat, seat % 2)
    assert room.step_at(1).key == "vote"
    assert room.now < room.floor().closes_at


def test_where_the_rule_is_chosen_the_signs_say_what_each_means_and_which_is_proposed() -> None:
    room = mixed(phones=3, cards=3, papers=0, step="our-rule")
    for legend in (desk_cards(room.state)[0].legend, wall_screen(room.state).legend):
        assert [(each.sign, each.more is not None) for each in legend] == [("A", True), ("B", True)]
        assert sum(each.proposed for each in legend) == 1


def test_ready_is_asked_only_of_those_who_can_say_so() -> None:
    room = Room(small((Think(text="Think.", id="think"),))).open(20)
    room.join(2)
    room.join(3, channel="card")
    room.wait_for("think")
    assert happened(room.done(1)) == ["DoneSaid"]
    assert happened(room.done(2))[:2] == ["DoneSaid", "StepClosed"]


def test_whoever_cannot_tap_can_only_be_reporter_and_a_phone_speaks_for_the_table() -> None:
    room = mixed(phones=1, cards=5, papers=0)
    roles = {role: room.seat(seat).channel for role, seat in room.table(1).roles}
    assert roles == {"reader": "phone", "reporter": "card"}
    device = at_a_device(cards=5, shared=0)
    assert len(device.table(1).roles) == 5


def test_every_table_gets_a_phone_as_long_as_there_are_enough() -> None:
    room = Room(tea("game")).open(60, expected=25, starts_in=9)
    room.join(20, channel="card")
    room.join(5)
    room.wait_for(ROUND)
    phones = {
        table.number: sum(room.seat(seat).channel == "phone" for seat in table.seats)
        for table in room.state.tables.values()
    }
    assert set(phones.values()) == {1}


def test_who_had_a_card_is_there_again_in_the_next_meeting() -> None:
    ask = Ask(text="Which?", id="which", pick="one", options=options("tea", "rice"))
    again = Ask(text="And now?", id="again", pick="one", options=options("tea", "rice"))
    room = Room(small_meetings(((ask,),), ((again,),))).open(20)
    room.join(3)
    room.join(2, channel="card")
    room.run_out()
    assert room.phase == "between"
    room.do(c.OpenMeeting(starts_in=Millis(0), lasts=Millis(20 * MINUTE), wall_ms=0))
    assert {seat: room.seat(seat).status for seat in range(1, 6)} == {
        1: "away",
        2: "away",
        3: "away",
        4: "here",
        5: "here",
    }
