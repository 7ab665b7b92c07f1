from __future__ import annotations

from dataclasses import replace

from tests.core.paper.rooms import SEATS, room, sheet
from thinkcoop.core.paper import group_page, own_page
from thinkcoop.core.paper.document import (
    Block,
    Document,
    Drawn,
    Part,
    Promised,
    Quoted,
    Said,
    Shown,
    Stones,
)
from thinkcoop.core.paper.short import FOOT_LINES, MOST_BLOCKS, short_form
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Text, phrase

GROUP = short_form(group_page(room(), language="en"))
MINE = short_form(own_page(room(), SEATS[2], sheet(room()), language="en"))


def blocks(document: Document) -> list[Block]:
    return [block for part in document.parts for block in part.blocks]


def test_the_picture_tells_what_came_out_and_what_comes_next() -> None:
    assert [part.heading for part in GROUP.parts] == [
        phrase(P.OUR_NEED),
        phrase(P.HOME_CHOICE),
        phrase(P.HOME_PROMISES),
        phrase(P.WHERE_NOW),
        phrase(P.HOME_LOOK_AGAIN),
    ]
    assert len(GROUP.foot) == FOOT_LINES


def test_small_sentences_stories_and_own_words_stay_on_the_page() -> None:
    assert {type(block) for block in blocks(GROUP)} == {Drawn, Promised, Shown}
    assert [block.said for block in blocks(GROUP) if isinstance(block, Promised)] == [()] * 3
    [stones] = [block for block in blocks(MINE) if isinstance(block, Stones)]
    assert {stone.story for stone in stones.stones} == {None}


def test_a_plain_sentence_stays_and_quoted_words_do_not() -> None:
    plain = Said(text=Text("We wait."))
    said = (plain, Quoted(texts=("Talks take long.",)), Said(text=Text("Small."), quiet=True))
    part = Part(heading=Text("So far"), picture="do-think", blocks=said, short=True)
    assert blocks(short_form(replace(GROUP, parts=(part,)))) == [plain]


def test_many_blocks_do_not_make_it_long() -> None:
    many = tuple(Shown(text=Text(f"Step {at}"), picture="do-think") for at in range(20))
    part = Part(heading=Text("Ahead"), picture="path-fork", blocks=many, short=True)
    assert blocks(short_form(replace(GROUP, parts=(part,)))) == list(many[:MOST_BLOCKS])
