"""Answer cards in a rehearsal: what they show, and whom nobody but the convener can ask."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

from thinkcoop.core.screens.cards import desk_cards
from thinkcoop.core.screens.screen import SignRow
from thinkcoop.core.session.rules.cards import keeper
from thinkcoop.core.session.state import NOBODY, State
from thinkcoop.core.words import StepId, TableNo
from thinkcoop.rehearsal.person import Deed, Person
from thinkcoop.rehearsal.temper import TEMPERS


def convener(seed: int) -> Person:
    """Whoever called the meeting: a steady hand."""
    return Person(key=9_900, temper=TEMPERS["steady"], chance=random.Random(f"convener:{seed}"))


def for_convener(state: State) -> Iterator[tuple[TableNo, StepId, SignRow]]:
    """Cards that were not looked at, at tables without a device and without a phone."""
    if state.phase != "running" or state.paused_at is not None:
        return
    for cards in desk_cards(state):
        table = state.tables[TableNo(cards.table)]
        if table.device_here or keeper(state, table) != NOBODY:
            continue
        for row in cards.signs:
            if not row.read:
                yield table.number, cards.step, row


def as_answer(state: State, deed: Deed) -> Deed:
    """The answer that a sign stands for, so that it can be looked for in the log."""
    step = state.program.step(StepId(deed.field("step")))
    signs = step.by_sign() if step is not None else ()
    sign = int(deed.field("sign"))
    value = signs[sign] if sign < len(signs) else ()
    kept = tuple(pair for pair in deed.fields if pair[0] != "sign")
    return replace(deed, act="answer", fields=(*kept, *(("v", str(number)) for number in value)))
