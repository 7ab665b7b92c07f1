"""Two pages for whoever calls people together: how to start, and what to do when it goes wrong."""

from __future__ import annotations

from thinkcoop.core.paper.kit.opening import lines_of, things_to_bring
from thinkcoop.core.paper.kit.pieces import Leaf, Line, Printed
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import phrase

BEFORE: tuple[tuple[K, str], ...] = (
    (K.START_PRINT, "paperwork"),
    (K.START_TABLES, "table-people"),
    (K.START_ON_TABLE, "account-book"),
    (K.START_WALL, "question-box"),
    (K.START_FORMS, "p-elephant"),
    (K.START_WATER, "do-lunch"),
)
PEOPLE_COME: tuple[tuple[K, str], ...] = (
    (K.START_PICTURE, "p-buffalo"),
    (K.START_MIX, "read-yes"),
    (K.START_GIVE, "account-book"),
    (K.START_GO, "sit"),
)
PROGRAM: tuple[tuple[K, str], ...] = (
    (K.PROGRAM_1, "table-device"),
    (K.PROGRAM_2, "lock-box"),
    (K.PROGRAM_3, "whole-room"),
    (K.PROGRAM_4, "phone"),
)
WRONG: tuple[tuple[K, str], ...] = (
    (K.WRONG_LATE, "late"),
    (K.WRONG_READ, "read-no"),
    (K.WRONG_QUARREL, "quarrel"),
    (K.WRONG_LOUD, "role-encourager"),
    (K.WRONG_POWER, "no-network"),
    (K.WRONG_LEAVE, "leave"),
    (K.WRONG_ASK, "hidden"),
)
AFTER: tuple[tuple[K, str], ...] = (
    (K.AFTER_COLLECT, "kept"),
    (K.AFTER_TYPE, "role-recorder"),
    (K.AFTER_BURN, "do-vote"),
)


def convener(kit: KitFor) -> Printed:
    """How to start, on two pages."""
    first = Leaf(
        heading=phrase(K.CONVENER),
        picture="start",
        pieces=(
            Line(text=phrase(K.TO_BRING), look="head"),
            *lines_of(things_to_bring(kit.program)),
            Line(text=phrase(K.START_BEFORE), look="head"),
            *lines_of(BEFORE),
        ),
    )
    second = Leaf(
        pieces=(
            Line(text=phrase(K.START_STEPS), look="head"),
            *lines_of(PEOPLE_COME),
            Line(text=phrase(K.PROGRAM), look="head"),
            *lines_of(PROGRAM),
            Line(text=phrase(K.WRONG), look="head"),
            *lines_of(WRONG),
            Line(text=phrase(K.AFTER), look="head"),
            *lines_of(AFTER),
        ),
    )
    return Printed(name="convener", title=phrase(K.CONVENER), leaves=(first, second))
