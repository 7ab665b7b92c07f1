"""What is typed for a question of a form, and what stands printed beside it."""

from __future__ import annotations

import pytest

from tests.core.paper.kit.kits import EDITIONS, kit, pieces, printed
from tests.room import options
from thinkcoop.core.kinds import Ask, KindStep, Map, Rank, Sort
from thinkcoop.core.paper.entry import as_typed, entry_fields, letters_of, read_typed
from thinkcoop.core.paper.kit.pieces import Options, Question
from thinkcoop.core.session.commands import FormField
from thinkcoop.core.session.state import TypedAnswer
from thinkcoop.core.words import Refusal, Why

ABCD = options("a", "b", "c", "d")
TWELVE = options(*(f"o{n}" for n in range(12)))
ONE = Ask(id="q", text="?", options=ABCD)
SCALE = Ask(id="q", text="?", pick="scale")
SEVERAL = Ask(id="q", text="?", pick="several", options=ABCD)
MANY = Ask(id="q", text="?", pick="several", options=TWELVE)
NUMBER = Ask(id="q", text="?", pick="number", lowest=-5, highest=5000)
WORDS = Ask(id="q", text="?", pick="words")
RANK = Rank(id="q", text="?", options=ABCD)
MAP = Map(id="q", text="?", people=ABCD)
SORT = Sort(id="q", text="?", to="alone", cards=ABCD, groups=options("x", "y"), right={})

GOOD: list[tuple[KindStep, str, tuple[int, ...]]] = [
    (ONE, "a", (0,)),
    (ONE, "D", (3,)),
    (ONE, "2", (1,)),
    (ONE, " ២ ", (1,)),
    (SCALE, "c", (2,)),
    (SEVERAL, "ca", (0, 2)),
    (SEVERAL, "1, 3", (0, 2)),
    (SEVERAL, "១៣", (0, 2)),
    (MANY, "12 1", (0, 11)),
    (MANY, "la", (0, 11)),
    (NUMBER, "1 200", (1200,)),
    (NUMBER, "2.500", (2500,)),
    (NUMBER, "១,២០០", (1200,)),
    (NUMBER, "-3", (-3,)),
    (RANK, "cab", (2, 0, 1)),
    (RANK, "312", (2, 0, 1)),
    (MAP, "0120", (0, 1, 2, 0)),
    (MAP, "-12-", (0, 1, 2, 0)),
    (SORT, "ab-a", (0, 1, -1, 0)),
    (SORT, "12-1", (0, 1, -1, 0)),
]


@pytest.mark.parametrize(("step", "typed", "value"), GOOD)
def test_what_is_typed_is_an_answer(step: KindStep, typed: str, value: tuple[int, ...]) -> None:
    assert read_typed(step, typed) == FormField(step=step.key, value=value)


@pytest.mark.parametrize(("step", "typed", "value"), GOOD)
def test_what_an_answer_is_typed_as_is_the_same_answer_again(
    step: KindStep, typed: str, value: tuple[int, ...]
) -> None:
    again = as_typed(step, TypedAnswer(value))
    assert read_typed(step, again) == FormField(step=step.key, value=value)


@pytest.mark.parametrize("step", [ONE, SCALE, SEVERAL, NUMBER, WORDS, RANK, MAP, SORT])
def test_nothing_blanks_and_a_dash_are_a_blank(step: KindStep) -> None:
    assert [read_typed(step, typed) for typed in ("", "  ", "-", " – ")] == [None] * 4


@pytest.mark.parametrize(
    ("step", "typed", "why"),
    [
        (ONE, "e", Why.NO_SUCH_OPTION),
        (ONE, "0", Why.NO_SUCH_OPTION),
        (ONE, "5", Why.NO_SUCH_OPTION),
        (ONE, "ab", Why.NOT_AN_ANSWER),
        (ONE, "?", Why.NO_SUCH_OPTION),
        (SCALE, "d", Why.NO_SUCH_OPTION),
        (SEVERAL, "abcd", Why.TOO_MANY_CHOICES),
        (NUMBER, "many", Why.NOT_AN_ANSWER),
        (NUMBER, "5001", Why.NUMBER_OUT_OF_RANGE),
        (NUMBER, "1.5.x", Why.NOT_AN_ANSWER),
        (NUMBER, "1.5", Why.NOT_AN_ANSWER),
        (NUMBER, "1/2", Why.NOT_AN_ANSWER),
        (NUMBER, "12 50", Why.NOT_AN_ANSWER),
        (MANY, "1" * 5000, Why.NO_SUCH_OPTION),
        (WORDS, "x" * 300, Why.TEXT_TOO_LONG),
        (RANK, "aa", Why.NOT_AN_ANSWER),
        (RANK, "abcd", Why.TOO_MANY_CHOICES),
        (MAP, "012", Why.NOT_AN_ANSWER),
        (MAP, "0123", Why.NO_SUCH_OPTION),
        (SORT, "abc-", Why.NO_SUCH_OPTION),
    ],
)
def test_what_is_no_answer_is_refused_with_its_reason(step: KindStep, typed: str, why: Why) -> None:
    assert read_typed(step, typed) == Refusal(why)


def test_words_are_kept_as_they_are() -> None:
    assert read_typed(WORDS, " ទំនិញថ្លៃ ") == FormField(step=WORDS.key, value=(), text="ទំនិញថ្លៃ")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_and_the_printed_form_count_and_order_in_the_same_way(edition: str) -> None:
    of = kit(edition, people=1)
    asked = [piece for piece in pieces(printed("forms", of)) if isinstance(piece, Question)]
    fields = entry_fields(of.program, {})
    assert [(q.number, q.text) for q in asked] == [(f.number, f.text) for f in fields]
    steps = [of.program.by_key[field.step] for field in fields]
    for question, step in zip(asked, steps, strict=True):
        for block in question.blocks:
            if isinstance(block, Options):
                choices = [(choice.text, choice.picture) for choice in block.choices]
                assert choices == [(each.text, each.picture) for each in letters_of(step)]
                signs = [choice.sign.lower() for choice in block.choices if choice.sign]
                assert signs in ([], [each.key for each in letters_of(step)])
