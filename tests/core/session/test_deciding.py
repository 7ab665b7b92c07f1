"""What the room has decided, and under which rule: worked out from counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.laws.moves import good_item
from tests.room import Room, tea
from thinkcoop.core.decision import Agreed, NoAgreement, Proposal, TooFew
from thinkcoop.core.kinds import Path
from thinkcoop.core.module.country import Country
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Text
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import deciding
from thinkcoop.core.words import SeatNo, StepId, Why

WOMAN, MAN, RATHER_NOT = 0, 1, 2
AGREEMENT, MAJORITY = 0, 1


def room_of(people: int = 6) -> Room:
    """A room in which the private path is open and all are awake."""
    room = Room(tea("game")).open(60)
    room.join(people)
    at(room, "own-way")
    return room


def at(room: Room, step: str) -> None:
    """Go to a step; everyone is awake."""
    room.wait_for(step)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))


def walk(room: Room, who: list[int]) -> None:
    """All go their way; `who[i]` says who person i + 1 is."""
    path = room.program.step(StepId("own-way"))
    assert isinstance(path, Path)
    for seat, one in enumerate(who, 1):
        for item in path.items:
            room.answer(seat, *((one,) if item.kind == "who" else good_item(item, seat)))


def all_tap(room: Room, step: str, *values: int) -> None:
    """Everyone answers (or votes) in this step."""
    at(room, step)
    for seat, value in enumerate(values, 1):
        room.answer(seat, value)


@pytest.mark.parametrize(
    ("who", "proposed"),
    [
        ([WOMAN, MAN, MAN, MAN, MAN, MAN], Proposal(rule="agreement", because="women_few")),
        ([WOMAN, WOMAN, WOMAN, MAN, MAN, MAN], Proposal(rule="majority", because="women_many")),
        ([RATHER_NOT] * 5 + [WOMAN], Proposal(rule="majority", because="not_known")),
    ],
)
def test_the_rule_is_proposed_from_the_mix(who: list[int], proposed: Proposal) -> None:
    room = room_of()
    walk(room, who)
    assert deciding.proposal(room.state) == proposed


def test_the_room_may_take_another_rule_and_with_as_many_for_each_the_proposed_one_stays() -> None:
    room = room_of()
    walk(room, [WOMAN, MAN, MAN, MAN, MAN, MAN])
    at(room, "our-rule")
    split = room.fork()
    all_tap(room, "our-rule", *[MAJORITY] * 4, AGREEMENT, AGREEMENT)
    all_tap(split, "our-rule", *[MAJORITY] * 3, *[AGREEMENT] * 3)
    assert (deciding.rule_of(room.state), deciding.rule_of(split.state)) == (
        "majority",
        "agreement",
    )


def decided(rule: int, votes: list[int], against: list[int]) -> Room:
    """A room that has voted twice."""
    room = room_of(len(votes))
    walk(room, [RATHER_NOT] * len(votes))
    all_tap(room, "our-rule", *[rule] * len(votes))
    all_tap(room, "first-vote", *[0] * len(votes))
    all_tap(room, "second-vote", *votes)
    all_tap(room, "objections", *against)
    return room


def result(room: Room) -> object:
    """What the second vote came to."""
    found = deciding.votes(room.state)
    return None if found is None else found.result


def test_more_than_half_is_a_majority() -> None:
    assert result(decided(MAJORITY, [1, 1, 1, 1, 0, 0], [0] * 6)) == Agreed(option=1)


def test_agreement_stands_when_nobody_is_strongly_against() -> None:
    assert result(decided(AGREEMENT, [1, 1, 1, 1, 0, 2], [0] * 6)) == Agreed(option=1)


def test_one_who_is_strongly_against_stops_an_agreement() -> None:
    room = decided(AGREEMENT, [1, 1, 1, 1, 1, 2], [0] * 5 + [1])
    assert result(room) == NoAgreement(leading=1)


def test_fewer_than_five_votes_decide_nothing_that_is_shown() -> None:
    assert result(decided(MAJORITY, [1, 1, 1, 1], [0] * 4)) == TooFew(votes=0)


def test_before_the_second_vote_there_is_no_result() -> None:
    room = room_of()
    assert result(room) is None


def test_the_outcome_is_told_with_both_votes_and_that_one_may_step_out() -> None:
    room = decided(MAJORITY, [1, 1, 1, 1, 0, 0], [0] * 5 + [1])
    screen = wall_screen(room.state)
    way = room.program.module.decision
    assert way is not None
    assert (screen.heading, screen.text) == (Phrase(P.MOST_WANT), Text(way.ways[1].text))
    assert [row.values for row in screen.charts[0].rows][:2] == [(6, 2), (0, 4)]
    assert [note.key for note in screen.notes if isinstance(note, Phrase)][:2] == [
        P.SOME_AGAINST,
        P.MAY_SPLIT,
    ]


def test_the_ladder_shows_where_to_go() -> None:
    room = decided(MAJORITY, [1, 1, 1, 1, 0, 0], [0] * 6)
    at_next = phone_screen(room.state, SeatNo(1))
    while at_next.heading != Phrase(P.WHERE_NOW):
        room.tick()
        at_next = phone_screen(room.state, SeatNo(1))
    assert len(at_next.cards) == len(deciding.next_rungs(room.state)) > 0
    assert all(card.more is not None and card.picture for card in at_next.cards)


def test_the_choice_names_the_rooms_own_need_when_it_is_known() -> None:
    room = room_of()
    assert deciding.top_need(room.state) is None
    path = room.program.step(StepId("own-way"))
    assert isinstance(path, Path)
    for item in path.items[:-1]:
        room.answer(1, *good_item(item, 0))
    decision = room.program.module.decision
    assert decision is not None
    assert phone_screen(room.state, SeatNo(1)).text == Text(decision.question.without)


def test_the_ways_are_told_in_another_order_to_each_person() -> None:
    room = room_of()
    first = [phone_screen(room.state, SeatNo(seat)).text for seat in range(1, 7)]
    assert len(set(first)) == 6


def test_without_a_country_no_law_is_told() -> None:
    room = Room(tea("game")).open(60)
    assert deciding.country_of(room.state) is None


def test_nobody_who_has_no_seat_goes_back_on_a_path() -> None:
    room = Room(tea("game")).open(60)
    back = c.TurnBack(seat=SeatNo(1), step=StepId("own-way"), item=0)
    assert room.do(back) == Why.SEAT_UNKNOWN


def test_a_law_for_farms_is_known_only_to_a_room_of_farmers() -> None:
    program = tea("game")
    farms = Country.model_validate(
        {
            "code": "te",
            "name": "Teatland",
            "check_by": date(2100, 1, 1),
            **dict.fromkeys(("law", "who_registers", "least_members", "least_capital"), fact(None)),
            "trades_allowed": fact("farm"),
            "ask": "Ask.",
            "ask_again": "Do ask.",
        }
    )
    farming = replace(program, module=program.module.model_copy(update={"countries": (farms,)}))
    known = []
    for trade in ("farmer", "seller"):
        room = Room(farming)
        room.open(60, country="te")
        room.join(5)
        seats = {n: replace(seat, trade=trade) for n, seat in room.state.seats.items()}
        known.append(deciding.is_law_known(replace(room.state, seats=seats)))
    assert known == [True, False]


def fact(reach: str | None) -> dict[str, object]:
    """A confirmed fact of an invented country."""
    known: dict[str, object] = {
        "value": "It is so.",
        "confidence": "confirmed",
        "source": "Invented",
        "checked_on": date(2026, 11, 1),
    }
    return known if reach is None else {**known, "reach": reach}
