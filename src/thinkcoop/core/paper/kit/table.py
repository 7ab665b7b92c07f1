"""What lies and stands on each table: five cards for the jobs, and a sign with a large number."""

from __future__ import annotations

from thinkcoop.core.paper.kit.pieces import Gallery, Leaf, Printed, Tent
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import Choice, phrase

JOBS: tuple[tuple[K, str], ...] = (
    (K.JOB_READER, "role-reader"),
    (K.JOB_TIMEKEEPER, "role-timekeeper"),
    (K.JOB_ENCOURAGER, "role-encourager"),
    (K.JOB_RECORDER, "role-recorder"),
    (K.JOB_REPORTER, "role-reporter"),
    (K.JOB_NOT_CLEAR, "not-clear"),
)
"""Five jobs, and a card to hold up when something is not clear."""
ACROSS = 2


def role_cards(kit: KitFor) -> Printed:
    """One page of cards, printed once for each table."""
    choices = tuple(
        Choice(value=at, text=phrase(key), picture=picture)
        for at, (key, picture) in enumerate(JOBS)
    )
    leaf = Leaf(pieces=(Gallery(choices=choices, across=ACROSS, look="cut"),))
    title = phrase(K.ROLE_CARDS)
    return Printed(name="role-cards", title=title, leaves=(leaf,), copies=kit.tables)


def table_signs(kit: KitFor) -> Printed:
    """One sign for each table, to be folded so that it stands."""
    hint = phrase(K.JOIN_HERE) if kit.address else phrase(K.JOIN_CODE) if kit.code else None
    leaves = tuple(
        Leaf(
            pieces=(
                Tent(
                    number=number,
                    text=phrase(K.TABLE_SIGN, table=number),
                    address=kit.address,
                    code=kit.code,
                    hint=hint,
                ),
            )
        )
        for number in range(1, kit.tables + 1)
    )
    return Printed(name="table-signs", title=phrase(K.TABLE_SIGNS), leaves=leaves)
