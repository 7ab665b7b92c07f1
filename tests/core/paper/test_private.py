from __future__ import annotations

from dataclasses import replace

import pytest

from tests.core.paper.rooms import SEATS, WALKED, promise, room, sheet, walk_of
from tests.room import small, tea
from thinkcoop.core.paper import own_page
from thinkcoop.core.paper.document import (
    Block,
    Document,
    Drawn,
    Part,
    Promised,
    Said,
    Shown,
    Stone,
    Stones,
)
from thinkcoop.core.paper.private import Sheet
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Text, phrase
from thinkcoop.core.session.fold import start
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SeatNo

ME = SeatNo(3)
STATE = room()
assert STATE.program.module.decision is not None
DECISION = STATE.program.module.decision


def page(state: State = STATE, given: Sheet | None = None, seat: SeatNo = ME) -> Document:
    return own_page(state, seat, sheet(state) if given is None else given, language="en")


def part(document: Document, heading: P) -> Part:
    return next(each for each in document.parts if each.heading == phrase(heading))


def blocks(heading: P) -> tuple[Block, ...]:
    return part(page(), heading).blocks


def headings(document: Document) -> list[str]:
    return [each.heading.key for each in document.parts if isinstance(each.heading, Phrase)]


def test_everything_private_stands_on_the_page_in_this_order() -> None:
    assert headings(page()) == [
        P.MINE_CHOICE,
        P.MINE_BEANS,
        P.MINE_STONES,
        P.MINE_AGAIN,
        P.MINE_READY,
        P.MINE_PROMISE,
    ]


def test_the_page_carries_the_picture_of_its_owner_and_no_number() -> None:
    assert page().picture == STATE.seats[ME].picture
    assert page(seat=SeatNo(6)).parts[:5] == page().parts[:5]


def test_my_choice_leads_to_its_own_steps() -> None:
    way, *rungs = blocks(P.MINE_CHOICE)
    assert way == Shown(text=Text("Save together"), picture="do-sort", main=True)
    assert [block.more for block in rungs if isinstance(block, Shown)] == [
        Text("Put in one coin each, and count it together."),
        Text("Tell one person what you heard."),
    ]


def test_my_beans_lie_where_i_laid_them() -> None:
    [beans] = blocks(P.MINE_BEANS)
    assert isinstance(beans, Drawn)
    assert [row.values for row in beans.chart.rows] == [(6,), (4,)]


def test_my_stones_are_a_row_with_the_story_of_each_no_and_no_sum() -> None:
    [row] = blocks(P.MINE_STONES)
    assert isinstance(row, Stones)
    fit = DECISION.fit
    answers = DECISION.fit_answers
    assert row.stones == tuple(
        Stone(
            picture=answers[answer].picture,
            question=Text(each.text),
            about=each.picture,
            story=Text(each.story) if answer == 2 else None,
        )
        for each, answer in zip(fit, (0, 2, 1, 0), strict=True)
    )


def test_only_what_i_did_not_know_is_told_again_with_its_reason() -> None:
    first = DECISION.know[0]
    [again] = blocks(P.MINE_AGAIN)
    assert isinstance(again, Shown)
    assert (again.text, again.more) == (Text(first.text), Text(first.because))


def test_what_was_not_ready_has_its_help() -> None:
    last = DECISION.ready[3]
    assert blocks(P.MINE_READY) == (
        Shown(text=Text(last.text), picture=last.picture, more=Text(last.help_text)),
    )


def test_my_promise_is_mine_also_when_nobody_else_sees_it() -> None:
    hidden = room(shown=False)
    for state in (STATE, hidden):
        [mine] = part(page(state, seat=SeatNo(2)), P.MINE_PROMISE).blocks
        assert isinstance(mine, Promised)
        assert (mine.text, [when.people for when in mine.whens]) == (Text("Ask"), [()])
        assert mine.said == ((state.seats[SeatNo(2)].picture, "I ask my sister."),)


def test_all_yes_and_all_right_leaves_those_parts_out() -> None:
    items = walk_of(STATE.program).items
    good = {
        (WALKED, at): (item.right,) if item.kind == "know" else (0,)
        for at, item in enumerate(items)
        if item.kind in ("know", "ready", "stone")
    }
    assert headings(page(given=good, seat=SEATS[7])) == [P.MINE_STONES]
    known = {key: value for key, value in good.items() if items[key[1]].kind == "know"}
    assert headings(page(given=known, seat=SEATS[7])) == []


def test_an_answer_that_belongs_to_nothing_is_left_out() -> None:
    at = next(at for at, item in enumerate(walk_of(STATE.program).items) if item.kind == "choice")
    assert headings(page(given={(WALKED, at): (99,)}, seat=SEATS[7])) == [P.MINE_CHOICE]


def test_a_sheet_that_was_destroyed_is_said_to_be() -> None:
    gone = Said(text=phrase(P.MINE_GONE))
    assert part(page(given={}), P.MINE_CHOICE).blocks == (gone,)
    assert headings(page(given={})) == [P.MINE_CHOICE, P.MINE_PROMISE]


def test_who_gave_no_private_answer_is_told_so() -> None:
    nothing = Said(text=phrase(P.MINE_NOTHING))
    assert part(page(given={}, seat=SEATS[7]), P.MINE_CHOICE).blocks == (nothing,)


def test_who_skipped_every_question_is_not_told_that_answers_were_destroyed() -> None:
    nothing = Said(text=phrase(P.MINE_NOTHING))
    running = replace(STATE, phase="running")
    assert part(page(running, {}), P.MINE_CHOICE).blocks == (nothing,)


@pytest.mark.parametrize(
    ("kind", "left"),
    [
        ("choice", [P.MINE_BEANS, P.MINE_STONES, P.MINE_AGAIN, P.MINE_READY]),
        ("beans", [P.MINE_CHOICE, P.MINE_STONES, P.MINE_AGAIN, P.MINE_READY]),
        ("stone", [P.MINE_CHOICE, P.MINE_BEANS, P.MINE_AGAIN, P.MINE_READY]),
        ("know", [P.MINE_CHOICE, P.MINE_BEANS, P.MINE_STONES, P.MINE_READY]),
        ("ready", [P.MINE_CHOICE, P.MINE_BEANS, P.MINE_STONES, P.MINE_AGAIN]),
    ],
)
def test_the_page_does_not_speak_of_questions_that_were_skipped(kind: str, left: list[P]) -> None:
    items = walk_of(STATE.program).items
    given = {key: value for key, value in sheet(STATE).items() if items[key[1]].kind != kind}
    assert headings(page(given=given)) == [*left, P.MINE_PROMISE]


def test_a_stone_that_was_not_laid_leaves_no_gap_in_the_row() -> None:
    items = walk_of(STATE.program).items
    first = next(at for at, item in enumerate(items) if item.kind == "stone")
    given = {key: value for key, value in sheet(STATE).items() if key != (WALKED, first)}
    [whole], [row] = blocks(P.MINE_STONES), part(page(given=given), P.MINE_STONES).blocks
    assert isinstance(whole, Stones)
    assert row == Stones(stones=whole.stones[1:])


def test_a_day_without_a_decision_still_has_a_page() -> None:
    module = tea().module.model_copy(update={"decision": None})
    bare = replace(small((promise(shown=True),)), module=module)
    state = replace(start(bare), seats=STATE.seats)
    assert headings(page(state, {})) == [P.MINE_CHOICE]


def test_a_seat_that_nobody_took_has_no_page() -> None:
    with pytest.raises(KeyError):
        page(seat=SeatNo(99))
