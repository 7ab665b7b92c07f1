"""What each kind takes for an answer, and what many answers add up to."""

from __future__ import annotations

import pytest

from tests.room import options, tea
from thinkcoop.core.kinds import Ask, Ballot, KindStep, Map, Promise, Rank, Say, Sort
from thinkcoop.core.kinds.ask import Pick
from thinkcoop.core.kinds.base import TEXT_LIMIT, Tally, clean_text
from thinkcoop.core.words import Refusal, Why

ABC = options("a", "b", "c")


def _ask(pick: Pick, **keys: object) -> Ask:
    given = {"options": ABC} if pick in {"one", "several"} else {}
    return Ask(text="Well?", pick=pick, **{**given, **keys})  # type: ignore[arg-type]  # as named


RANK = Rank(text="Best?", options=ABC, keep=2)
SORT = Sort(text="Where?", cards=ABC, groups=options("x", "y"), right={})
MAP = Map(text="Who?", people=ABC)
BALLOT = Ballot(text="Shall we?", options=options("yes", "no"))
PROMISE = Promise(text="What?", options=ABC, by=options("week", "month"))


@pytest.mark.parametrize(
    ("step", "value", "text", "kept"),
    [
        (_ask("one"), (2,), "", (2,)),
        (_ask("scale"), (0,), "", (0,)),
        (_ask("several", at_most=2), (2, 0, 2), "", (0, 2)),
        (_ask("number", lowest=-5, highest=5), (-5,), "", (-5,)),
        (_ask("money"), (12_500,), "", (12_500,)),
        (_ask("words"), (), " we  can ", ()),
        (RANK, (2, 0), "", (2, 0)),
        (SORT, (1, -1, 0), "", (1, -1, 0)),
        (MAP, (0, 2, 1), "", (0, 2, 1)),
        (BALLOT, (1,), "", (1,)),
        (PROMISE, (2, 1), "to my brother", (2, 1)),
    ],
)
def test_a_proper_answer_is_kept_in_its_proper_form(
    step: KindStep, value: tuple[int, ...], text: str, kept: tuple[int, ...]
) -> None:
    assert step.check_answer(value, text) == kept


@pytest.mark.parametrize(
    ("step", "value", "text", "why"),
    [
        (_ask("one"), (), "", Why.NOT_AN_ANSWER),
        (_ask("one"), (3,), "", Why.NO_SUCH_OPTION),
        (_ask("one"), (-1,), "", Why.NO_SUCH_OPTION),
        (_ask("scale"), (3,), "", Why.NO_SUCH_OPTION),
        (_ask("several"), (), "", Why.NOT_AN_ANSWER),
        (_ask("several"), (0, 3), "", Why.NO_SUCH_OPTION),
        (_ask("several", at_most=1), (0, 1), "", Why.TOO_MANY_CHOICES),
        (_ask("number", lowest=1, highest=5), (6,), "", Why.NUMBER_OUT_OF_RANGE),
        (_ask("number"), (1, 2), "", Why.NOT_AN_ANSWER),
        (_ask("words"), (), "  ", Why.NOT_AN_ANSWER),
        (_ask("words"), (1,), "word", Why.NOT_AN_ANSWER),
        (_ask("words"), (), "bell\x07", Why.TEXT_UNREADABLE),
        (_ask("words"), (), "x" * (TEXT_LIMIT + 1), Why.TEXT_TOO_LONG),
        (RANK, (), "", Why.NOT_AN_ANSWER),
        (RANK, (1, 1), "", Why.NOT_AN_ANSWER),
        (RANK, (3,), "", Why.NO_SUCH_OPTION),
        (RANK, (0, 1, 2), "", Why.TOO_MANY_CHOICES),
        (SORT, (1, 0), "", Why.NOT_AN_ANSWER),
        (SORT, (2, 0, 0), "", Why.NO_SUCH_OPTION),
        (SORT, (-1, -1, -1), "", Why.NOT_AN_ANSWER),
        (MAP, (1,), "", Why.NOT_AN_ANSWER),
        (MAP, (3, 0, 0), "", Why.NO_SUCH_OPTION),
        (MAP, (0, 0, 0), "", Why.NOT_AN_ANSWER),
        (BALLOT, (0, 1), "", Why.NOT_AN_ANSWER),
        (BALLOT, (2,), "", Why.NO_SUCH_OPTION),
        (PROMISE, (0,), "", Why.NOT_AN_ANSWER),
        (PROMISE, (0, 2), "", Why.NO_SUCH_OPTION),
        (PROMISE, (0, 1), "\x00", Why.TEXT_UNREADABLE),
        (Say(text="Hello."), (0,), "", Why.OTHER_STEP),
    ],
)
def test_what_is_no_answer_is_refused_with_its_reason(
    step: KindStep, value: tuple[int, ...], text: str, why: Why
) -> None:
    assert step.check_answer(value, text) == Refusal(why)


@pytest.mark.parametrize(
    ("step", "answers", "words", "tally"),
    [
        (_ask("one"), ((0,), (2,), (0,)), (), Tally(total=3, counts=(2, 0, 1))),
        (_ask("several"), ((0, 2), (2,)), (), Tally(total=2, counts=(1, 0, 2))),
        (_ask("scale"), ((2,),), (), Tally(total=1, counts=(0, 0, 1))),
        (_ask("number"), ((9,), (1,), (4,), (5,)), (), Tally(total=4, numbers=(1, 4, 9))),
        (_ask("money"), (), (), Tally(total=0)),
        (_ask("words"), ((), ()), ("b", "a"), Tally(total=2, words=("a", "b"))),
        (RANK, ((2, 0), (0,)), (), Tally(total=2, counts=(3, 0, 2))),
        (SORT, ((1, -1, 0), (1, 0, 0)), (), Tally(total=2, counts=(0, 2, 1, 0, 2, 0))),
        (MAP, ((0, 2, 1), (0, 0, 1)), (), Tally(total=2, counts=(0, 1, 2))),
        (PROMISE, ((2, 1), (2, 0)), ("", "soon"), Tally(2, counts=(0, 0, 2), words=("soon",))),
        (Say(text="Hello."), ((),), (), Tally(total=1)),
    ],
)
def test_many_answers_add_up(
    step: KindStep, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...], tally: Tally
) -> None:
    assert step.tally(answers, words) == tally


def test_fewer_than_five_votes_are_not_even_counted() -> None:
    assert BALLOT.tally(((0,),) * 4) == Tally(total=4)
    assert BALLOT.tally(((0,),) * 4 + ((1,),)) == Tally(total=5, counts=(4, 1))


@pytest.mark.parametrize("step", [_ask("one"), RANK, SORT, MAP, PROMISE])
def test_what_can_be_chosen_is_in_the_order_of_the_file(step: KindStep) -> None:
    assert step.choices() == ABC


def test_a_step_without_options_has_nothing_to_choose() -> None:
    assert Say(text="Hello.").choices() == ()


def test_khmer_and_joined_characters_are_readable_text() -> None:
    assert clean_text("យើង\u200bអាច ទិញ") == "យើង\u200bអាច ទិញ"


@pytest.mark.parametrize("edition", ["short", "game", "two-days"])
def test_each_side_of_a_card_is_an_answer_of_its_own(edition: str) -> None:
    steps = tea(edition).by_key.values()
    signed = {step.id: step.by_sign() for step in steps if step.by_sign()}
    assert signed
    for step in steps:
        sides = step.by_sign()
        assert [step.check(value, "", "") for value in sides] == list(sides)
        assert len(sides) <= 4


@pytest.mark.parametrize(
    ("step", "sides"),
    [
        (_ask("one"), ((0,), (1,), (2,))),
        (_ask("one", options=options("a", "b", "c", "d", "e")), ()),
        (_ask("scale"), ((0,), (1,), (2,))),
        (_ask("several"), ()),
        (_ask("number", lowest=0, highest=3), ()),
        (_ask("words"), ()),
        (RANK, ()),
        (MAP, ()),
        (PROMISE, ()),
        (BALLOT, ((0,), (1,))),
    ],
)
def test_a_card_can_say_one_of_four_and_no_more(
    step: KindStep, sides: tuple[tuple[int, ...], ...]
) -> None:
    assert step.by_sign() == sides
