"""Pictures for the wall: the four signs, how we talk, the path of the day, the ways, the box."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.kinds.decide import way_options
from thinkcoop.core.paper.kit.opening import path_of_the_day, signs_used
from thinkcoop.core.paper.kit.pieces import Gallery, Leaf, Printed
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.parts import SIGNS, option_choices
from thinkcoop.core.screens.screen import Choice, phrase

TALK: tuple[tuple[K, str], ...] = (
    (K.TALK_ONE, "do-listen"),
    (K.TALK_ALL, "do-round"),
    (K.TALK_PASS, "pass"),
    (K.TALK_COVER, "hidden"),
    (K.TALK_HERE, "secret"),
    (K.TALK_NO, "thumb-flat"),
)


def posters(kit: KitFor) -> Printed:
    """One page for each; a print shop can make them larger."""
    title = phrase(K.POSTERS)
    return Printed(name="posters", title=title, leaves=tuple(_leaves(kit)))


def _leaves(kit: KitFor) -> Iterator[Leaf]:
    yield _wall(K.POSTER_SIGNS, "do-ask", _four_signs(), 2)
    yield _wall(K.POSTER_TALK, "table-people", _of(TALK), 2)
    yield _wall(K.SIGNS, "do-game", signs_used(kit.program), 3)
    yield path_of_the_day(kit.program)
    decision = kit.program.module.decision
    if decision is not None:
        ways = tuple(
            Choice(value=at, text=each.text, picture=each.picture)
            for at, each in enumerate(option_choices(way_options(decision)))
        )
        yield _wall(K.POSTER_WAYS, "path-fork", ways, 2)
    yield Leaf(
        heading=phrase(K.POSTER_BOX),
        pieces=(
            Gallery(choices=_of(((K.POSTER_BOX_WORDS, "question-box"),)), across=1, look="wall"),
        ),
    )


def _wall(heading: K, picture: str, choices: tuple[Choice, ...], across: int) -> Leaf:
    gallery = Gallery(choices=choices, across=across, look="wall")
    return Leaf(heading=phrase(heading), picture=picture, pieces=(gallery,))


def _four_signs() -> tuple[Choice, ...]:
    return tuple(
        Choice(value=at, text=phrase(K.SIGN_LETTER, letter=sign), picture="", sign=sign)
        for at, sign in enumerate(SIGNS)
    )


def _of(rows: tuple[tuple[K, str], ...]) -> tuple[Choice, ...]:
    return tuple(
        Choice(value=at, text=phrase(key), picture=picture)
        for at, (key, picture) in enumerate(rows)
    )
