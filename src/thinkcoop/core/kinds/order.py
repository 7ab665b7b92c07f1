"""`rank`, `sort` and `map`: putting pictures in order, into groups, or around oneself."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from thinkcoop.core.kinds.base import Ends, KindStep, Tally
from thinkcoop.core.module.model import Level, Line, Option, Slug
from thinkcoop.core.words import Refusal, Why

UNSORTED = -1
"""A card that was left on the pile."""


class Rank(KindStep):
    """The `keep` most important options, most important first."""

    kind: Literal["rank"] = "rank"
    to: Level = "alone"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    keep: Annotated[int, Field(ge=1, le=6)] = 3
    ends: ClassVar[Ends] = "answers"
    lead: ClassVar[str] = "recorder"
    asks: ClassVar[bool] = True

    def choices(self) -> tuple[Option, ...]:
        """What is put in order."""
        return self.options

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept one to `keep` different positions, best first."""
        if not value or len(set(value)) != len(value):
            return Refusal(Why.NOT_AN_ANSWER)
        if not all(0 <= index < len(self.options) for index in value):
            return Refusal(Why.NO_SUCH_OPTION)
        return value if len(value) <= self.keep else Refusal(Why.TOO_MANY_CHOICES)

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """Points by option: `keep` for a first place, one less for each place after (Borda)."""
        points = [0] * len(self.options)
        for answer in answers:
            for place, index in enumerate(answer):
                points[index] += self.keep - place
        return Tally(total=len(answers), counts=tuple(points))


class Sort(KindStep):
    """Each card into one group. `right` says where a card belongs, when that is known."""

    kind: Literal["sort"] = "sort"
    to: Level = "table"
    cards: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    groups: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    right: Annotated[dict[Slug, Slug], Field(default_factory=dict)]
    ends: ClassVar[Ends] = "answers"
    lead: ClassVar[str] = "recorder"
    asks: ClassVar[bool] = True

    def choices(self) -> tuple[Option, ...]:
        """The cards that are sorted."""
        return self.cards

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept one group position for each card; -1 leaves a card on the pile."""
        if len(value) != len(self.cards):
            return Refusal(Why.NOT_AN_ANSWER)
        if not all(UNSORTED <= group < len(self.groups) for group in value):
            return Refusal(Why.NO_SUCH_OPTION)
        return value if any(group >= 0 for group in value) else Refusal(Why.NOT_AN_ANSWER)

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """`counts[card * len(groups) + group]`: how often a card went into a group."""
        wide = len(self.groups)
        counts = [0] * (len(self.cards) * wide)
        for answer in answers:
            for card, group in enumerate(answer):
                if group != UNSORTED:
                    counts[card * wide + group] += 1
        return Tally(total=len(answers), counts=tuple(counts))


class Map(KindStep):
    """Who my work depends on: for each picture none, some or much."""

    kind: Literal["map"] = "map"
    to: Level = "alone"
    people: Annotated[tuple[Option, ...], Field(min_length=2, max_length=12)]
    levels: Annotated[tuple[Line, Line, Line], Field()] = ("Not at all", "Some", "Much")
    ends: ClassVar[Ends] = "answers"
    asks: ClassVar[bool] = True

    def choices(self) -> tuple[Option, ...]:
        """The people around me."""
        return self.people

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept 0, 1 or 2 for each picture, at least one above 0."""
        if len(value) != len(self.people):
            return Refusal(Why.NOT_AN_ANSWER)
        if not all(0 <= level <= 2 for level in value):
            return Refusal(Why.NO_SUCH_OPTION)
        return value if any(value) else Refusal(Why.NOT_AN_ANSWER)

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """How many people depend on each at all."""
        counts = [0] * len(self.people)
        for answer in answers:
            for person, level in enumerate(answer):
                counts[person] += level > 0
        return Tally(total=len(answers), counts=tuple(counts))
