"""What stands at the foot of every page: from which text and engine it comes, what it is not."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Words, phrase
from thinkcoop.core.session.state import State

HEAD_SHOWN = 16
"""Hex digits of the log's head: enough to tell two logs apart."""


def foot(state: State, *, language: str, head: str) -> tuple[Words, ...]:
    """The lines of the foot. `head` is the seal of the log's last event, empty when not known."""
    return tuple(_lines(state, language, head))


def _lines(state: State, language: str, head: str) -> Iterator[Words]:
    module = state.program.module
    drafts = {each.code for each in module.languages if each.state == "draft"}
    if language in drafts:
        yield phrase(P.HOME_DRAFT)
    yield phrase(P.HOME_NOT_ILO)
    yield phrase(P.HOME_LICENCE, licence=module.licence)
    engine = state.header.engine if state.header is not None else ""
    yield phrase(P.HOME_MADE_FROM, module=module.id, version=module.version, engine=engine)
    if head:
        yield phrase(P.HOME_LOG, head=head[:HEAD_SHOWN])
