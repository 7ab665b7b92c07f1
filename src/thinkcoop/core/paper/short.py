"""What of a page stands on the picture for chat apps: what came out, and what comes next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

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
    Table,
)

MOST_BLOCKS = 8
"""Of one part, unless fewer are asked for; what is left out stands on the page."""
FOOT_LINES = 2


def short_form(document: Document, most: int = MOST_BLOCKS) -> Document:
    """The same page with its `short` parts alone, without people's own words and small sentences.

    It is bounded whatever was written in the room: each part has at most `most` blocks.
    """
    parts = tuple(_part(part, most) for part in document.parts if part.short)
    return replace(document, parts=parts, foot=document.foot[:FOOT_LINES])


def _part(part: Part, most: int) -> Part:
    kept = [block for each in part.blocks for block in _block(each)]
    return replace(part, blocks=tuple(kept[:most]))


def _block(block: Block) -> Iterator[Block]:
    match block:
        case Said():
            if not block.quiet:
                yield block
        case Promised():
            yield replace(block, said=())
        case Stones():
            yield Stones(stones=tuple(replace(each, story=None) for each in block.stones))
        case Shown() | Drawn():
            yield block
        case Quoted() | Table():
            return
        case _:
            assert_never(block)
