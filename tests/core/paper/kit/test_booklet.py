from __future__ import annotations

import pytest

from tests.core.paper.kit.kits import EDITIONS, kit, pieces, printed, tasks
from thinkcoop.core.kinds import Ask, Say
from thinkcoop.core.paper.kit.booklet import minutes_in_words
from thinkcoop.core.paper.kit.pieces import Board, Line, Options, Turned
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import Text, Words, phrase
from thinkcoop.core.words import MINUTE


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_step_of_the_edition_stands_in_the_booklet_once_and_in_order(edition: str) -> None:
    steps = [step for stage in kit(edition).program.stages for step in stage.steps]
    found = [(task.text, task.again) for task in tasks(kit(edition))]
    assert found == [(Text(step.text), Text(step.again) if step.again else None) for step in steps]


@pytest.mark.parametrize("edition", EDITIONS)
def test_each_step_but_what_is_read_aloud_says_how_it_is_done_on_paper(edition: str) -> None:
    steps = [step for stage in kit(edition).program.stages for step in stage.steps]
    silent = [
        step.id
        for step, task in zip(steps, tasks(kit(edition)), strict=True)
        if not task.how and not isinstance(step, Say)
    ]
    assert silent == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_a_right_answer_stands_on_its_head(edition: str) -> None:
    steps = [step for stage in kit(edition).program.stages for step in stage.steps]
    reasons = {Text(s.because) for s in steps if isinstance(s, Ask) and s.because is not None}
    upright: set[Words | None] = set()
    turned: set[Words | None] = set()
    for piece in pieces(printed("booklet", kit(edition))):
        if isinstance(piece, Line):
            upright |= {piece.text, piece.more}
        elif isinstance(piece, Turned):
            turned |= {line.more for line in piece.lines}
    assert (reasons & upright, reasons - turned) == (set(), set())


def test_nothing_private_is_ticked_in_the_book_that_lies_on_the_table() -> None:
    program = kit("full").program
    steps = [step for stage in program.stages for step in stage.steps]
    marks = {
        block.mark
        for step, task in zip(steps, tasks(kit("full")), strict=True)
        if step.to != "table"
        for block in task.blocks
        if isinstance(block, Options)
    }
    assert marks == {"none"}


def test_steps_count_from_one_in_each_part_of_the_day() -> None:
    stages = kit("core").program.stages
    wanted = [at for stage in stages for at in range(1, len(stage.steps) + 1)]
    assert [task.number for task in tasks(kit("core"))] == wanted


def test_minutes_are_told_to_the_half() -> None:
    told = [minutes_in_words(part * MINUTE) for part in (0.1, 0.75, 1.2, 2.5, 10)]
    assert told == [
        phrase(K.HALF_MINUTE),
        phrase(K.MINUTES, minutes=1),
        phrase(K.MINUTES, minutes=1),
        phrase(K.AND_A_HALF, minutes=2),
        phrase(K.MINUTES, minutes=10),
    ]


def test_a_part_that_may_be_left_out_says_so_once() -> None:
    booklet = printed("booklet", kit("full"))
    pot = next(leaf for leaf in booklet.leaves if leaf.heading == Text("The common pot"))
    notes = [piece.note for piece in pot.pieces if hasattr(piece, "note")]
    assert (pot.note, set(notes)) == (phrase(K.IF_TIME), {None})


def test_the_law_of_a_country_is_told_only_where_it_is_asked_for() -> None:
    name = Line(text=Text("Cambodia"), picture="law", look="head")
    found = [name in pieces(printed("booklet", kit("core", country=c))) for c in ("", "kh")]
    assert found == [False, True]


@pytest.mark.parametrize(("country", "spoken"), [("", "bridge"), ("kh", "bridge"), ("la", "")])
def test_no_next_step_speaks_of_a_law_that_is_not_so(country: str, spoken: str) -> None:
    rungs = kit("core", country=country).rungs
    found = [rung.id for rung in rungs if rung.when.unconfirmed or rung.when.unclear]
    assert found == ([spoken] if spoken else [])


def test_a_question_that_is_put_again_stands_beside_itself_and_two_questions_by_their_numbers() -> (
    None
):
    steps = [step for stage in kit("full").program.stages for step in stage.steps]
    columns = {
        step.id: [column.text for column in block.columns]
        for step, task in zip(steps, tasks(kit("full")), strict=True)
        for block in task.blocks
        if isinstance(block, Board) and step.kind == "show" and len(block.columns) > 1
    }
    assert columns["5a-6"] == [phrase(K.ON_FORM, number=16), phrase(K.ON_FORM, number=17)]
    assert columns["5a-15"] == [phrase(K.FIRST_TIME), phrase(K.NOW)]


def test_what_the_whole_room_does_says_so_and_a_private_path_does_not() -> None:
    steps = [step for stage in kit("core").program.stages for step in stage.steps]
    together = {
        step.id
        for step, task in zip(steps, tasks(kit("core")), strict=True)
        if phrase(K.ALL_TABLES) in task.how
    }
    wanted = {
        step.id
        for step in steps
        if step.to == "all" and step.kind not in ("path", "break", "report")
    }
    assert (together, "choice" in together, "my-stones" in together) == (wanted, True, False)
