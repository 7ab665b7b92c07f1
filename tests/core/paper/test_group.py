from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.core.paper.rooms import PLAYED, SEATS, WALKED, answered, moves, promise, room
from tests.room import options, small, tea
from thinkcoop.core.kinds import Ballot
from thinkcoop.core.module.country import Country
from thinkcoop.core.paper import group_page
from thinkcoop.core.paper.document import Document, Drawn, Part, Promised, Quoted, Said, Shown, When
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Text, Words, phrase
from thinkcoop.core.session.fold import start
from thinkcoop.core.session.state import Count, Question, State
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo

Value = TypeVar("Value")


def page(state: State) -> Document:
    return group_page(state, language="en")


def part(state: State, heading: P) -> Part:
    return next(each for each in page(state).parts if each.heading == phrase(heading))


def headings(state: State) -> list[str]:
    found = [each.heading for each in page(state).parts]
    return [str(each.key) if isinstance(each, Phrase) else each.source for each in found]


def drawn(found: Part) -> list[list[tuple[int, ...]]]:
    charts = [block.chart for block in found.blocks if isinstance(block, Drawn)]
    return [[row.values for row in chart.rows] for chart in charts]


def said(found: Part) -> list[Words]:
    return [block.text for block in found.blocks if isinstance(block, Said)]


def test_the_whole_day_stands_on_the_page_in_this_order() -> None:
    assert headings(room()) == [
        "our_need",
        "home_choice",
        "home_promises",
        "where_now",
        "home_look_again",
        "home_learned",
        "home_for",
        "home_against",
        "beans_title",
        "home_questions",
        "the_law",
    ]


def test_before_anything_happened_only_the_law_and_the_open_vote_are_told() -> None:
    state = start(room().program)
    assert headings(state) == ["home_choice", "the_law"]
    assert said(part(state, P.HOME_CHOICE)) == [phrase(P.HOME_NO_VOTE)]


def test_a_day_without_a_decision_has_no_empty_parts() -> None:
    module = tea().module.model_copy(update={"decision": None})
    bare = replace(small((promise(shown=True),)), module=module)
    assert headings(start(bare)) == []


def test_the_need_is_what_most_put_first() -> None:
    [need] = part(room(), P.OUR_NEED).blocks
    assert need == Shown(text=Text("Place"), picture="do-think", main=True)


def test_both_votes_stand_side_by_side_with_the_result_and_the_rule() -> None:
    choice = part(room(), P.HOME_CHOICE)
    way = Shown(text=Text("Save together"), picture="do-sort", more=phrase(P.MOST_WANT), main=True)
    assert choice.blocks[0] == way
    assert drawn(choice) == [[(2, 1), (1, 0), (0, 0), (2, 1), (2, 5), (1, 1)]]
    assert Text("It counts when more than half vote for it.") in said(choice)


def test_fewer_than_five_votes_are_not_shown() -> None:
    few = {
        StepId("vote"): Count(total=4, counts=()),
        StepId("vote-again"): Count(total=4, counts=()),
    }
    choice = part(room(counts=few), P.HOME_CHOICE)
    assert drawn(choice) == [[]]
    assert choice.blocks[0] == Shown(
        text=phrase(P.TOO_FEW_VOTES), picture="too-few-votes", main=True
    )


def test_those_strongly_against_are_counted_and_the_rule_is_what_the_room_wanted() -> None:
    state = room()
    counts = {**state.counts, StepId("object"): Count(total=8, counts=(6, 2))}
    rule = {**state.answers, StepId("rule"): answered((0,), (0,), (1,))}
    choice = part(replace(state, counts=counts, answers=rule), P.HOME_CHOICE)
    assert choice.blocks[0] == Shown(text=phrase(P.NOT_AGREED), picture="no-agreement", main=True)
    assert said(choice)[1:] == [phrase(P.SOME_AGAINST, count=2)]


def test_a_vote_that_is_only_half_done_says_no_result() -> None:
    first = {StepId("vote"): Count(total=8, counts=(2, 1, 0, 2, 2, 1))}
    assert said(part(room(counts=first), P.HOME_CHOICE)) == []
    assert "where_now" not in headings(room(counts=first))


def test_a_game_has_its_line_and_one_picture_for_the_room() -> None:
    learned = part(room(), P.HOME_LEARNED)
    line = Shown(text=Text("We play with beans. Each of us has ten of them."), picture="do-think")
    assert learned.blocks[0] == line
    assert drawn(learned) == [[(30, 70)]]  # tables: 20 and 60 percent, 40 and 80 percent


def test_the_picture_of_a_game_is_the_same_whichever_table_it_was() -> None:
    one, two = PLAYED.values()
    other = moves({TableNo(1): two, TableNo(2): one})
    assert page(room(moves=other)) == page(room())


def test_one_table_alone_is_no_average() -> None:
    [_, chart] = part(room(moves=moves({TableNo(1): PLAYED[TableNo(1)]})), P.HOME_LEARNED).blocks
    assert isinstance(chart, Drawn)
    assert (chart.chart.rows[0].values, chart.note) == ((20, 60), None)


def test_a_game_that_was_not_played_is_not_told() -> None:
    assert "home_learned" not in headings(room(moves={}))


def test_reasons_are_counted_or_stand_in_the_order_of_the_alphabet() -> None:
    state = room(words=True)
    assert drawn(part(room(), P.HOME_FOR)) == [[(2,), (1,)]]
    assert part(state, P.HOME_FOR).blocks == (Quoted(texts=("It is safe.", "We pay less.")),)
    against = Quoted(texts=("A purse can vanish.", "Talks take long."))
    assert part(state, P.HOME_AGAINST).blocks == (against,)


def test_reasons_that_are_voted_on_are_told_when_they_are_counted() -> None:
    ballot = Ballot(id="reasons-for", text="Which?", options=options("cheap", "safe"))
    state = start(small((ballot,)))
    assert "home_for" not in headings(state)
    counted = replace(state, counts={StepId("reasons-for"): Count(total=6, counts=(4, 2))})
    assert drawn(part(counted, P.HOME_FOR)) == [[(4,), (2,)]]


def test_spoken_reasons_are_counted_and_not_told() -> None:
    spoken = replace(answered("")[SeatNo(1)], voice="ab" * 32)
    answers = {StepId("reasons-against"): {SeatNo(1): spoken}}
    blocks = part(room(answers=answers), P.HOME_AGAINST).blocks
    assert blocks == (Said(text=phrase(P.HOME_SPOKEN, count=1), quiet=True),)


def test_questions_stand_without_table_and_without_the_order_in_which_they_came() -> None:
    state = room()
    turned = replace(state, questions=tuple(reversed(state.questions)))
    assert page(turned) == page(state)
    assert part(state, P.HOME_QUESTIONS).blocks == (
        Shown(text=Text("Who pays?"), picture="coins"),
        Shown(text=phrase(P.ABOUT_RULES), picture="official"),
        Quoted(texts=("Who keeps the money?",)),
    )


def test_a_question_about_nothing_named_has_a_picture_too() -> None:
    odd = Question(answer=AnswerId("q"), table=TableNo(1), about="", text="")
    answers: Mapping[StepId, object] = {}
    blocks = part(room(questions=(odd,), answers=answers), P.HOME_QUESTIONS).blocks
    assert blocks == (Shown(text=phrase(P.ABOUT_ANYTHING), picture="question-mark"),)


def test_open_promises_have_the_picture_of_who_made_them() -> None:
    state = room()
    ask, *others = part(state, P.HOME_PROMISES).blocks
    mine = {number: state.seats[SeatNo(number)].picture for number in range(1, 6)}
    assert ask == Promised(
        text=Text("Ask"),
        picture="do-think",
        whens=(
            When(text=Text("Today"), picture="do-think", people=tuple(sorted((mine[1], mine[2])))),
            When(text=Text("Week"), picture="do-think", people=(mine[5],)),
        ),
        said=((mine[2], "I ask my sister."),),
    )
    assert [block.text for block in others if isinstance(block, Promised)] == [
        Text("Save"),
        Text("Visit"),
    ]


def test_promises_that_were_not_made_to_be_shown_are_only_counted() -> None:
    promises = part(room(shown=False), P.HOME_PROMISES)
    assert drawn(promises) == [[(3,), (1,), (1,)]]
    assert [type(block) for block in promises.blocks] == [Drawn]
    assert "home_promises" not in headings(room(shown=False, answers={}))


def test_the_day_to_look_again_is_what_most_want() -> None:
    assert part(room(), P.HOME_LOOK_AGAIN).blocks[0] == Shown(
        text=Text("Month"), picture="do-think", main=True
    )


def test_only_what_is_confirmed_is_said_of_the_law() -> None:
    state = room()
    assert state.header is not None
    country: Country = state.program.module.countries[0]
    there = replace(state, header=replace(state.header, country=country.code))
    texts = [block.text for block in part(there, P.THE_LAW).blocks if isinstance(block, Shown)]
    told = [
        Text(fact.value)
        for _, fact in country.facts()
        if fact.confidence == "confirmed" and fact.value
    ]
    assert texts == [*told, Text(country.ask)]
    assert said(part(there, P.THE_LAW)) == [phrase(P.HOME_NO_ADVICE)]


def test_the_foot_says_what_it_was_made_from_and_what_it_is_not() -> None:
    assert group_page(room(), language="km", head="ab" * 32).foot == (
        phrase(P.HOME_DRAFT),
        phrase(P.HOME_NOT_ILO),
        phrase(P.HOME_LICENCE, licence="CC BY 4.0"),
        phrase(P.HOME_MADE_FROM, module="tea", version="1.0.0", engine="0.1"),
        phrase(P.HOME_LOG, head="ab" * 8),
    )


def test_a_reviewed_language_is_no_draft() -> None:
    assert phrase(P.HOME_DRAFT) not in page(room()).foot


def shuffled(by_seat: Mapping[SeatNo, Value], order: list[SeatNo]) -> dict[SeatNo, Value]:
    """The same values at other seats, in another order."""
    return dict(zip(order, by_seat.values(), strict=False))


@given(order=st.permutations(SEATS))
@pytest.mark.parametrize("words", [True, False])
def test_the_page_is_the_same_whoever_gave_which_answer(words: bool, order: list[SeatNo]) -> None:  # noqa: FBT001 - both kinds of reasons
    state = room(shown=False, words=words)
    answers = {step: shuffled(given, order) for step, given in state.answers.items()}
    votes = {StepId("vote"): dict.fromkeys(order, AnswerId("voted"))}
    walked = {WALKED: shuffled(state.walked[WALKED], order)}
    other = replace(state, answers=answers, votes=votes, walked=walked)
    assert page(other) == page(state)


def test_no_number_of_a_seat_is_on_the_page() -> None:
    state = room()

    def moved(by_seat: Mapping[SeatNo, Value]) -> dict[SeatNo, Value]:
        return {SeatNo(seat + 7_000): value for seat, value in by_seat.items()}

    seats = {
        seat: replace(who, number=SeatNo(who.number + 7_000))
        for seat, who in moved(state.seats).items()
    }
    answers = {step: moved(given) for step, given in state.answers.items()}
    walked = {step: moved(given) for step, given in state.walked.items()}
    assert page(replace(state, seats=seats, answers=answers, walked=walked)) == page(state)
