"""The first pages of the booklet and its last one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal

from thinkcoop.core.games.base import Roll
from thinkcoop.core.paper.kit.manner import SAME_SIGN, SIGNS_OF_KINDS
from thinkcoop.core.paper.kit.pieces import Gallery, Leaf, Line, Piece, Stop, Times
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Choice, Text, Words, phrase
from thinkcoop.core.session.program import Program, Stage
from thinkcoop.core.words import MINUTE

HOW_IT_WORKS: tuple[tuple[K, str], ...] = (
    (K.NO_TEACHER, "role-reader"),
    (K.FOUR_TO_SEVEN, "table-people"),
    (K.JOBS_FIRST, "role-encourager"),
    (K.READ_IN_TURN, "go-on"),
    (K.WATCH_MINUTES, "role-timekeeper"),
    (K.SMALL_WORDS, "not-clear"),
    (K.MAY_PASS, "pass"),
    (K.COVER_IT, "hidden"),
    (K.TURNED, "talk-again"),
)
TO_BRING: tuple[tuple[K, str], ...] = (
    (K.BRING_BOOKS, "account-book"),
    (K.BRING_FORMS, "paperwork"),
    (K.BRING_SLIPS, "do-vote"),
    (K.BRING_PENS, "role-recorder"),
    (K.BRING_BAG, "secret"),
    (K.BRING_BEANS, "bean-heap"),
    (K.BRING_CLOCK, "more-time"),
)
FOR_GAMES: tuple[tuple[K, str], ...] = ((K.BRING_MONEY, "notes-some"),)
DIE: tuple[K, str] = (K.BRING_DIE, "die")
ACROSS = 4


def opening(kit: KitFor) -> Iterator[Leaf]:
    """How it works, what to bring, the signs, and the path of the day."""
    program = kit.program
    module, edition = program.module, program.edition
    yield Leaf(
        heading=Text(module.title),
        over=Text(edition.title),
        picture=edition.picture,
        minutes=phrase(K.MINUTES, minutes=round(edition.minutes)),
        pieces=(
            Line(text=Text(module.about), look="plain"),
            Line(text=phrase(K.HOW_IT_WORKS), look="head"),
            *lines_of(HOW_IT_WORKS, look="main"),
        ),
    )
    yield Leaf(
        heading=phrase(K.SIGNS),
        picture="do-game",
        pieces=(
            Gallery(choices=signs_used(program), across=ACROSS),
            Line(text=phrase(K.TO_BRING), look="head"),
            *lines_of(things_to_bring(program)),
        ),
    )
    yield path_of_the_day(program)


def lines_of(
    rows: Sequence[tuple[K, str]], *, look: Literal["plain", "main"] = "plain"
) -> tuple[Line, ...]:
    """Sentences with their pictures; `main` ones are large."""
    return tuple(Line(text=phrase(key), picture=picture, look=look) for key, picture in rows)


def things_to_bring(program: Program) -> tuple[tuple[K, str], ...]:
    """What must lie there, games included."""
    games = FOR_GAMES if program.games else ()
    moves = (move for rounds in program.games.values() for move in rounds)
    die = (DIE,) if any(isinstance(move.round.form, Roll) for move in moves) else ()
    return (*TO_BRING, *games, *die)


def signs_used(program: Program) -> tuple[Choice, ...]:
    """The sign of every kind of step that this edition has."""
    kinds = {step.kind for stage in program.stages for step in stage.steps}
    used = {SAME_SIGN.get(kind, kind) for kind in kinds}
    return tuple(
        Choice(value=at, text=phrase(key), picture=picture)
        for at, (kind, (picture, key)) in enumerate(SIGNS_OF_KINDS.items())
        if kind in used
    )


def path_of_the_day(program: Program) -> Leaf:
    """Every part with its minutes, and room for the time at which it begins."""
    pieces: list[Piece] = [Line(text=phrase(K.FILL_TIMES), picture="role-timekeeper")]
    for number, stages in enumerate(program.by_meeting, 1):
        if len(program.by_meeting) > 1:
            pieces.append(Line(text=phrase(K.PATH_MEETING, number=number), look="head"))
            pieces.append(Line(text=Text(program.meetings[number - 1].title), look="quiet"))
        pieces.append(Times(stops=tuple(_stop(stage) for stage in stages)))
    return Leaf(heading=phrase(K.PATH), picture="path-fork", pieces=tuple(pieces))


def _stop(stage: Stage) -> Stop:
    minutes: Words = phrase(K.MINUTES, minutes=round(stage.plan_ms / MINUTE))
    return Stop(
        text=Text(stage.activity.title),
        picture=stage.activity.picture,
        minutes=minutes,
        rest=stage.is_break,
    )


def the_end(kit: KitFor) -> Leaf:
    """Whose idea it is and what it is not, who made it, when it must be looked at again."""
    module = kit.program.module
    return Leaf(
        heading=phrase(K.THE_END),
        picture="thank-you",
        joins=True,
        pieces=(
            Line(text=phrase(P.HOME_NOT_ILO), picture="path-fork"),
            Line(text=Text(module.about), look="quiet"),
            Line(text=phrase(K.MADE_BY, authors=", ".join(module.authors)), look="quiet"),
            Line(text=phrase(P.HOME_LICENCE, licence=module.licence), look="quiet"),
        ),
    )
