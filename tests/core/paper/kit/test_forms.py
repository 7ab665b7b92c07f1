from __future__ import annotations

from collections import Counter

import pytest

from tests.core.paper.kit.kits import EDITIONS, kit, pieces, printed
from thinkcoop.core.kinds import Ask, Path
from thinkcoop.core.paper.entry import entry_fields
from thinkcoop.core.paper.kit.pieces import Badge, Board, Line, Options, Question, Slip
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.screens.screen import Text, phrase
from thinkcoop.core.session.forms import form_questions, numbers_of


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_person_is_asked_every_question_once(edition: str) -> None:
    of = kit(edition)
    asked = [piece for piece in pieces(printed("forms", of)) if isinstance(piece, Question)]
    numbers = range(1, len(form_questions(of.program)) + 1)
    assert [question.number for question in asked] == [*numbers] * of.people


def test_each_page_of_a_form_has_the_number_and_the_picture_of_its_seat() -> None:
    badges = {leaf.badge for leaf in printed("forms", kit(people=5)).leaves}
    assert badges == {
        Badge(number=n, picture=PEOPLE[n - 1], text=phrase(K.FORM_NUMBER, number=n))
        for n in range(1, 6)
    }


def test_what_is_put_again_stands_on_the_first_page_and_on_the_last() -> None:
    program = kit("full").program
    first = printed("forms", kit("full")).leaves[0]
    last = printed("forms", kit("full")).leaves[2]
    closing = program.stages[-1].steps
    again = {step.again_of for step in closing if isinstance(step, Ask) and step.again_of}
    texts = {
        Text(step.text) for stage in program.stages for step in stage.steps if step.id in again
    }
    on_first = {piece.text for piece in first.pieces if isinstance(piece, Question)}
    on_last = {piece.text for piece in last.pieces if isinstance(piece, Question)}
    assert (texts - on_first, texts - on_last, len(texts)) == (set(), set(), 8)


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_form_says_which_letter_is_typed_for_what(edition: str) -> None:
    """Signs have their letters in them; faces, more than four options and groups need one."""
    of = kit(edition)
    told = {}
    for question in pieces(printed("forms", of)):
        if not isinstance(question, Question):
            continue
        for block in question.blocks:
            if isinstance(block, Board):
                told[question.number] = "".join(block.letters)
            elif isinstance(block, Options) and block.mark != "dots":
                signs = (each.sign for each in block.choices)
                told[question.number] = "".join(block.letters or signs)
    lettered = ("one", "several", "order", "groups")
    fields = [field for field in entry_fields(of.program, {}) if field.kind in lettered]
    assert told == {field.number: field.keys.upper() for field in fields}


@pytest.mark.parametrize("edition", EDITIONS)
def test_nothing_secret_stands_on_a_form_with_a_number(edition: str) -> None:
    steps = [step for stage in kit(edition).program.stages for step in stage.steps]
    secret = {step.key for step in steps if step.kind in ("ballot", "path", "promise", "move")}
    assert secret & set(numbers_of(kit(edition).program)) == set()


def test_every_secret_vote_has_slips_and_so_has_the_question_on_women_and_men() -> None:
    slips = [piece for piece in pieces(printed("ballots", kit("core"))) if isinstance(piece, Slip)]
    steps = [step for stage in kit("core").program.stages for step in stage.steps]
    votes = [Text(step.text) for step in steps if step.kind == "ballot"]
    who = [
        Text(item.text)
        for step in steps
        if isinstance(step, Path)
        for item in step.items
        if item.kind == "who"
    ]
    assert Counter(slip.text for slip in slips) == Counter([*votes, *who])


@pytest.mark.parametrize(("people", "copies"), [(6, 1), (7, 2), (40, 7)])
def test_slips_are_printed_as_often_as_there_are_people_for_them(people: int, copies: int) -> None:
    assert printed("ballots", kit(people=people)).copies == copies


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_page_to_take_home_asks_all_that_is_private_and_bears_no_number(edition: str) -> None:
    page = printed("take-home", kit(edition))
    steps = [step for stage in kit(edition).program.stages for step in stage.steps]
    items = [item for step in steps if isinstance(step, Path) for item in step.items]
    wanted = {Text(item.text) for item in items if item.kind not in ("way", "who")}
    lines = {piece.text for piece in pieces(page) if isinstance(piece, Line)}
    boards = [piece for piece in pieces(page) if isinstance(piece, Board)]
    found = lines | {row.text for board in boards for row in board.rows}
    assert (wanted - found, {leaf.badge for leaf in page.leaves}) == (set(), {None})
