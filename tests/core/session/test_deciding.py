"""What the room has decided, and under which rule: worked out from counts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.laws.moves import good_item
from tests.room import Room, tea
from thinkcoop.core.decision import Agreed, NoAgreement, Proposal, TooFew
from thinkcoop.core.kinds import Path, Told
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import RuleWords
from thinkcoop.core.screens.decide import content_of
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Phrase, Text, phrase
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import deciding
from thinkcoop.core.session.program import Program
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


WHO = ([WOMAN, MAN, MAN, MAN, MAN, MAN], [WOMAN, WOMAN, WOMAN, WOMAN, MAN, MAN])
"""A room with few women, to which agreement is proposed, and one with many."""


@pytest.mark.parametrize(("who", "proposed"), [(WHO[0], AGREEMENT), (WHO[1], MAJORITY)])
def test_both_rules_are_told_alike_and_the_reason_stands_at_the_proposed_one(
    who: list[int], proposed: int
) -> None:
    room = room_of()
    walk(room, who)
    at(room, "our-rule-told")
    decision = room.program.module.decision
    assert decision is not None
    rules = decision.rules
    because = (rules.because.women_few, rules.because.women_many)[proposed]
    seen = phone_screen(room.state, SeatNo(1)).rules
    assert [
        (each.sign, each.text, each.picture, each.says, each.good.text, each.bad.text)
        for each in seen
    ] == [
        (sign, Text(rule.text), rule.picture, *map(Text, _told(rule)))
        for sign, rule in (("A", rules.agreement), ("B", rules.majority))
    ]
    assert [each.because for each in seen] == [
        Text(because) if place == proposed else None for place in (AGREEMENT, MAJORITY)
    ]


def _told(rule: RuleWords) -> tuple[str, str, str]:
    return rule.says, rule.good.text, rule.bad.text


def test_the_wall_shows_both_rules_under_the_question_alone() -> None:
    room = room_of()
    walk(room, WHO[0])
    at(room, "our-rule-told")
    wall, phone = wall_screen(room.state), phone_screen(room.state, SeatNo(1))
    decision = room.program.module.decision
    assert decision is not None
    assert (wall.heading, wall.text) == (None, Text(decision.rules.text))
    assert wall.rules == phone.rules


@pytest.mark.parametrize(("who", "proposed"), [(WHO[0], AGREEMENT), (WHO[1], MAJORITY)])
def test_where_the_rule_is_chosen_each_says_what_it_means_and_one_is_marked(
    who: list[int], proposed: int
) -> None:
    room = room_of()
    walk(room, who)
    at(room, "our-rule")
    decision = room.program.module.decision
    assert decision is not None
    says = [Text(decision.rules.agreement.says), Text(decision.rules.majority.says)]
    for form in (phone_screen(room.state, SeatNo(1)).form, wall_screen(room.state).form):
        assert form is not None
        assert [choice.more for choice in form.choices] == says
        assert [choice.value for choice in form.choices if choice.proposed] == [proposed]


def test_the_question_of_the_rules_is_said_in_other_words_to_who_asks() -> None:
    room = room_of()
    at(room, "our-rule-told")
    before = phone_screen(room.state, SeatNo(1)).text
    step = StepId(phone_screen(room.state, SeatNo(1)).step)
    for seat in range(1, 7):
        room.do(c.SayNotClear(step=step, seat=SeatNo(seat)))
    told = room.program.step(step)
    assert told is not None
    assert (before, phone_screen(room.state, SeatNo(1)).text) == (
        Text(told.text),
        Text(told.again or ""),
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
    assert screen.cards == (
        Card(text=phrase(P.SOME_AGAINST, count=1), picture="thumb-down"),
        Card(text=phrase(P.MAY_SPLIT), picture="path-fork"),
    )


NOTHING_AGREED = [
    (AGREEMENT, [1, 1, 1, 1, 1, 2], [0] * 5 + [1], P.NOT_AGREED, "no-agreement"),
    (MAJORITY, [1, 1, 1, 0, 0, 0], [0] * 6, P.A_TIE, "tie"),
    (MAJORITY, [1, 1, 1, 1], [0] * 4, P.TOO_FEW_VOTES, "too-few-votes"),
]


@pytest.mark.parametrize(("rule", "votes", "against", "said", "picture"), NOTHING_AGREED)
def test_when_nothing_is_decided_the_picture_is_no_way_and_nobody_steps_out(
    rule: int, votes: list[int], against: list[int], said: P, picture: str
) -> None:
    room = decided(rule, votes, against)
    decision = room.program.module.decision
    assert decision is not None
    for screen in (wall_screen(room.state), phone_screen(room.state, SeatNo(1))):
        assert (screen.text, screen.picture) == (phrase(said), picture)
        assert picture not in [way.picture for way in decision.ways]
        assert phrase(P.MAY_SPLIT) not in [card.text for card in screen.cards]


def not_clear(room: Room) -> None:
    """Everyone asks to hear the open step in other words."""
    step = StepId(phone_screen(room.state, SeatNo(1)).step)
    for seat in room.state.seats:
        room.do(c.SayNotClear(step=step, seat=seat))


def test_the_question_is_put_in_other_words_with_the_need_or_without() -> None:
    room = Room(tea("game")).open(60)
    room.join(6)
    room.wait_for("t3-3")
    decision = room.program.module.decision
    assert decision is not None
    question = decision.question
    not_clear(room)
    screens = (phone_screen(room.state, SeatNo(1)), wall_screen(room.state))
    assert [screen.text for screen in screens] == [Text(question.without_again)] * 2


def test_an_outcome_is_said_in_other_words() -> None:
    room = decided(MAJORITY, [1, 1, 1, 1, 0, 0], [0] * 6)
    step = room.program.step(StepId(phone_screen(room.state, SeatNo(1)).step))
    not_clear(room)
    assert step is not None
    screens = (phone_screen(room.state, SeatNo(1)), wall_screen(room.state))
    assert [screen.text for screen in screens] == [Text(step.again or "")] * 2


def test_each_fact_of_the_law_has_a_picture_of_its_own_and_whom_to_ask_is_said_in_two_ways() -> (
    None
):
    room = Room(in_teatland("any"))
    room.open(60, country="te")
    told = Told(part="law", text="The law.")
    first, again = (content_of(room.state, told, again=said) for said in (False, True))
    assert [card.picture for card in first.cards] == [
        "law",
        "law-register",
        "law-members",
        "law-trades",
        "law-capital",
    ]
    assert (first.text, again.text) == (Text("Ask."), Text("Do ask."))


def test_a_law_for_farms_is_not_shown_with_a_market() -> None:
    room = Room(in_teatland("farm"))
    room.open(60, country="te")
    cards = content_of(room.state, Told(part="law", text="The law.")).cards
    assert [card.picture for card in cards][3] == "law-farms"


def test_where_no_law_is_known_that_too_is_said_in_two_ways() -> None:
    room = Room(tea("game")).open(60)
    decision = room.program.module.decision
    assert decision is not None
    told = Told(part="law", text="The law.")
    assert [content_of(room.state, told, again=said).text for said in (False, True)] == [
        Text(decision.law_unknown.text),
        Text(decision.law_unknown.again),
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


def in_teatland(reach: str) -> Program:
    """The small module with one country, of which everything is confirmed."""
    program = tea("game")
    facts = ("law", "who_registers", "least_members", "least_capital")
    teatland = Country.model_validate(
        {
            "code": "te",
            "name": "Teatland",
            "check_by": date(2100, 1, 1),
            **dict.fromkeys(facts, fact(None)),
            "trades_allowed": fact(reach),
            "ask": "Ask.",
            "ask_again": "Do ask.",
        }
    )
    module = program.module.model_copy(update={"countries": (teatland,)})
    return replace(program, module=module)


def test_a_law_for_farms_fits_only_a_room_of_farmers() -> None:
    found = []
    for trade in ("farmer", "seller"):
        room = Room(in_teatland("farm"))
        room.open(60, country="te")
        room.join(5)
        seats = {n: replace(seat, trade=trade) for n, seat in room.state.seats.items()}
        found.append(deciding.law_of(replace(room.state, seats=seats)))
    assert found == ["fits", "none"]


def fact(reach: str | None) -> dict[str, object]:
    """A confirmed fact of an invented country."""
    known: dict[str, object] = {
        "value": "It is so.",
        "confidence": "confirmed",
        "source": "Invented",
        "checked_on": date(2026, 11, 1),
    }
    return known if reach is None else {**known, "reach": reach}


@pytest.mark.parametrize(("voters", "asked"), [(0, False), (6, True)])
def test_where_nobody_voted_nobody_is_asked_to_live_with_it(voters: int, *, asked: bool) -> None:
    room = room_of()
    at(room, "second-vote")
    for seat in range(1, voters + 1):
        room.answer(seat, 0)
    seen = set()
    while room.phase != "over":
        seen |= room.open_steps()
        room.tick()
    assert ("objections" in seen) == asked
