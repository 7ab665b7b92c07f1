"""What each person fills in: a form with their number, and slips without any for secret votes.

A form may be typed in later, so it carries the number and the picture of a seat. Nothing secret
stands on it: votes go on slips, and the private path on the page that people take home.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from thinkcoop.core.kinds import Ask, Ballot, KindStep, Map, Path, Rank, Sort
from thinkcoop.core.paper.entry import EntryChoice, EntryField, entry_fields
from thinkcoop.core.paper.kit.pieces import (
    Badge,
    Blank,
    Board,
    Inner,
    Leaf,
    Line,
    Options,
    Printed,
    Question,
    Slip,
)
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.parts import face_choices, option_choices
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.screens.screen import Text, Words, phrase
from thinkcoop.core.session.forms import form_questions
from thinkcoop.core.session.program import Program

SLIPS_ON_A_PAGE = 6
Moment = Literal["before", "during", "after"]
HEADINGS: Mapping[Moment, K] = {
    "before": K.FORM_BEFORE,
    "during": K.FORM_DURING,
    "after": K.FORM_AFTER,
}

GIVE_BACK = Line(text=phrase(K.FORM_GIVE_BACK), picture="paperwork")


def forms(kit: KitFor) -> Printed:
    """A form for each person: before, during, and after the day."""
    pages = tuple(_pages(kit.program))
    leaves = tuple(
        Leaf(heading=heading, badge=_badge(number), pieces=pieces)
        for number in range(1, kit.people + 1)
        for heading, pieces in pages
    )
    return Printed(name="forms", title=phrase(K.FORMS), leaves=leaves)


def _badge(number: int) -> Badge:
    text = phrase(K.FORM_NUMBER, number=number)
    return Badge(number=number, picture=PEOPLE[number - 1], text=text)


def _pages(program: Program) -> Iterator[tuple[Words, tuple[Line | Question, ...]]]:
    typed = {field.step: field for field in entry_fields(program, {})}
    quiet = Line(text=phrase(K.FORM_QUIET), picture="hidden", look="quiet")
    for moment, key in HEADINGS.items():
        asked = [s for s in form_questions(program) if _moment(program, s) == moment]
        if asked:
            questions = (_question(step, typed[step.key]) for step in asked)
            back = (GIVE_BACK,) if moment == "after" else ()
            yield phrase(key), (quiet, *questions, *back)


def _moment(program: Program, step: KindStep) -> Moment:
    """Before and after are the first and the last part; what is put again there is compared."""
    stage = program.places[step.key][0]
    if stage == 0:
        return "before"
    return "after" if stage == len(program.stages) - 1 else "during"


def _question(step: KindStep, typed: EntryField) -> Question:
    return Question(
        number=typed.number,
        text=Text(step.text),
        picture=step.picture or "",
        blocks=tuple(_lettered(block, typed) for block in answer_room(step)),
    )


def _lettered(block: Inner, typed: EntryField) -> Inner:
    """With the letters that are typed for it, where no sign has the same letter in it."""
    if isinstance(block, Board):
        rows = tuple(replace(row, sign="") for row in block.rows)
        return replace(block, rows=rows, letters=_letters(typed.columns))
    lettered = typed.kind in ("one", "several", "order")
    if isinstance(block, Options) and lettered and not any(each.sign for each in block.choices):
        return replace(block, letters=_letters(typed.choices))
    return block


def _letters(keys: tuple[EntryChoice, ...]) -> tuple[str, ...]:
    return tuple(each.key.upper() for each in keys)


def answer_room(step: KindStep) -> tuple[Inner, ...]:
    """Where a person puts the answer."""
    match step:
        case Ask(pick="scale"):
            return (Options(choices=face_choices(), mark="box"),)
        case Ask(pick="one" | "several"):
            return (Options(choices=option_choices(step.options), mark="box"),)
        case Ask(pick="words"):
            return (Blank(lines=2),)
        case Ask():
            return (Blank(text=Text(step.unit) if step.unit else None),)
        case Rank():
            return (Options(choices=option_choices(step.options), mark="number"),)
        case Map():
            return (Options(choices=option_choices(step.people), mark="dots"),)
        case Sort():
            return (Board(rows=option_choices(step.cards), columns=option_choices(step.groups)),)
        case _:
            return ()


def ballots(kit: KitFor) -> Printed:
    """A page of slips for each secret vote, and for what is counted of a private path."""
    leaves = tuple(Leaf(pieces=(slip,)) for slip in _slips(kit.program))
    copies = -(-kit.people // SLIPS_ON_A_PAGE)
    title = phrase(K.BALLOTS)
    return Printed(name="ballots", title=title, leaves=leaves, copies=copies)


def _slips(program: Program) -> Iterator[Slip]:
    for stage in program.stages:
        for step in stage.steps:
            if isinstance(step, Ballot):
                yield _slip(Text(step.text), step.picture or "", step)
            elif isinstance(step, Path):
                yield from _who(step)


def _slip(text: Words, picture: str, step: Ballot) -> Slip:
    choices = option_choices(step.options)
    fold = phrase(K.SLIP_FOLD)
    return Slip(text=text, picture=picture, choices=choices, fold=fold, count=SLIPS_ON_A_PAGE)


def _who(path: Path) -> Iterator[Slip]:
    for item in path.items:
        if item.kind == "who":
            yield Slip(
                text=Text(item.text),
                picture=item.picture,
                choices=option_choices(item.options),
                fold=phrase(K.SLIP_FOLD),
                count=SLIPS_ON_A_PAGE,
            )
