"""What `decision.yaml` holds: the question, the ways to answer it, and what helps to choose.

The classes are the shape of the file (`docs/formats/module.md`). Whether the ways are told in equal
detail is looked at in `checks/balance.py`; how people go through all this is not known here.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from thinkcoop.core.module.parts import Line, Option, Shape, Slug, Source

NEED = "{need}"
"""Stands in the question where the room's own top need goes."""

WAIT = "wait"
"""The way of doing nothing for now. Every decision has it."""

FIT_ANSWERS = ("yes", "not-yet", "no")
READY_ANSWERS = ("yes", "no")
WHO_ANSWERS = ("woman", "man", "rather-not")

Living = Annotated[str, Field(min_length=1, max_length=1200)]
"""A story of about a minute."""


class Question(Shape):
    """The decision. `text` and `again` have `{need}` where this room's top need goes."""

    text: Line
    again: Line
    without: Line
    """Said when no need is known, as in an edition that leaves out the step `need_of`."""
    without_again: Line
    picture: Slug


class Point(Shape):
    """One good or bad side of a way."""

    text: Line
    picture: Slug


class Way(Shape):
    """One way to answer the question, with both its sides and what it is like to live with."""

    id: Slug
    text: Line
    picture: Slug
    good: tuple[Point, ...]
    bad: tuple[Point, ...]
    living: Living
    uncertain: Line
    sources: tuple[Slug, ...]

    def parts(self) -> dict[str, tuple[str, ...]]:
        """All that is read aloud of it, part by part, in the order of the file."""
        return {
            "text": (self.text,),
            "good": tuple(point.text for point in self.good),
            "bad": tuple(point.text for point in self.bad),
            "living": (self.living,),
            "uncertain": (self.uncertain,),
        }


class Reasons(Shape):
    """What may matter to people: each lays `beans` beans on `options`, for nobody to see."""

    text: Line
    again: Line
    picture: Slug
    beans: Annotated[int, Field(ge=4, le=20)]
    options: Annotated[tuple[Option, ...], Field(min_length=4, max_length=8)]


class Fit(Shape):
    """One question of the fit card. It is answered with a stone, and stones are never added up."""

    id: Slug
    text: Line
    again: Line
    picture: Slug
    story: Line
    """Told to whoever says no."""
    red: bool = False
    """Whether a no is a reason to stop and think: a red stone."""


class Know(Shape):
    """One question with a right answer, in pictures."""

    id: Slug
    text: Line
    again: Line
    picture: Slug
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=3)]
    right: Slug
    because: Line
    sources: tuple[Slug, ...]


HelpKind = Literal["compare", "beans", "person", "wait"]
"""The ways beside each other, what matters once more, whom to ask, or that one may wait."""


class Ready(Shape):
    """One of the four questions on being ready to choose, and the help that a no leads to."""

    id: Literal["sure", "informed", "clear", "supported"]
    text: Line
    again: Line
    picture: Slug
    help: HelpKind
    help_text: Line


class Who(Shape):
    """Woman, man or rather not: only counted, to propose how the room decides."""

    text: Line
    again: Line
    picture: Slug
    options: Annotated[tuple[Option, ...], Field(min_length=3, max_length=3)]


class RuleWords(Shape):
    """A rule by which a room decides. `says` tells how it works; `good` and `bad` what it does."""

    text: Line
    again: Line
    picture: Slug
    says: Line
    good: Point
    bad: Point

    def parts(self) -> dict[str, tuple[str, ...]]:
        """All that is read aloud of it, part by part."""
        return {
            "text": (self.text,),
            "says": (self.says,),
            "good": (self.good.text,),
            "bad": (self.bad.text,),
        }


class RuleReasons(Shape):
    """Why a rule is proposed."""

    women_few: Line
    women_many: Line
    not_known: Line


class Rules(Shape):
    """The two rules by which a room may decide, and why one of them is proposed."""

    text: Line
    again: Line
    picture: Slug
    agreement: RuleWords
    majority: RuleWords
    because: RuleReasons


class When(Shape):
    """What leads to a rung. All that is given must hold; of a list, one is enough."""

    ways: tuple[Slug, ...] = ()
    """Chosen ways."""
    needs: tuple[Slug, ...] = ()
    """Options of the step `need_of`."""
    no: tuple[Slug, ...] = ()
    """Questions of the fit card that were answered with no."""
    unconfirmed: bool = False
    """Only where no law is confirmed that could be for this work."""
    unclear: bool = False
    """Only where a law is confirmed, and not for whose work it is. Both: one of the two."""


class Rung(Shape):
    """One next step, and what to do about it on Monday."""

    id: Slug
    when: When
    text: Line
    monday: Line
    picture: Slug
    sources: tuple[Slug, ...]


class Sentence(Shape):
    """One thing that is said, in two ways."""

    text: Line
    again: Line
    picture: Slug


class NamedSource(Source):
    """A source that other parts name by its id."""

    id: Slug


class Decision(Shape):
    """The decision of a module. What is for the organiser's eyes alone stands at its end."""

    need_of: Slug
    """The step whose first place is the room's top need."""
    question: Question
    ways: tuple[Way, ...]
    reasons: Reasons
    fit_answers: Annotated[tuple[Option, ...], Field(min_length=3, max_length=3)]
    fit: Annotated[tuple[Fit, ...], Field(min_length=4, max_length=12)]
    know: Annotated[tuple[Know, ...], Field(min_length=4, max_length=8)]
    ready_answers: Annotated[tuple[Option, ...], Field(min_length=2, max_length=2)]
    ready: Annotated[tuple[Ready, ...], Field(min_length=4, max_length=4)]
    who: Who
    rules: Rules
    ladder: Annotated[tuple[Rung, ...], Field(min_length=1)]
    law_unknown: Sentence
    """Said where nothing about the law is confirmed."""
    sources: Annotated[tuple[NamedSource, ...], Field(min_length=1)]
    checked_on: date
    check_by: date
    uncertain: Line
    funder: Line

    def way(self, key: str) -> Way:
        """The way of that id. Raises KeyError when there is none."""
        for way in self.ways:
            if way.id == key:
                return way
        raise KeyError(key)
