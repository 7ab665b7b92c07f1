"""What a module is once it has been read and checked: immutable values, nothing to look up.

The classes are also the shape of the files (`docs/formats/module.md`): a field here is a key
there, and the JSON Schema that editors use is made from them. A step kind adds its own fields in
`core/kinds/`.
"""

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.parts import Line, Number, Option, Shape, Slug, Source
from thinkcoop.core.words import MINUTE, ActivityId, EditionId, Millis, PictureName, StepId

Level = Literal["alone", "pair", "table", "all"]


class Minutes(Shape):
    """How long something takes. `each` is per person (rounds, pairs) or per table (reports)."""

    plan: Number | None = None
    least: Number | None = None
    most: Number | None = None
    each: Number | None = None


class Step(Shape):
    """The smallest thing the room does. Each kind is a subclass in `core/kinds/`."""

    kind: str
    id: Slug = ""
    text: Line
    again: Line | None = None
    picture: Slug | None = None
    minutes: Minutes = Minutes()
    to: Level = "table"
    optional: bool = False
    protected: bool = False
    only: tuple[Slug, ...] = ()

    plan_minutes: ClassVar[float] = 1.0
    """What a step of this kind takes when the file does not say."""

    @property
    def key(self) -> StepId:
        """The step's name in the log; unique in its module."""
        return StepId(self.id)

    def shares(self, *, seats: int, tables: int) -> int:
        """How many times `minutes.each` is needed: people at a table unless a kind differs."""
        return max(1, seats)

    def plan_ms(self, *, seats: int, tables: int) -> Millis:
        """The planned length with `seats` people at a table and `tables` tables."""
        if self.minutes.each is not None:
            return Millis(
                round(self.minutes.each * MINUTE) * self.shares(seats=seats, tables=tables)
            )
        return Millis(round((self.minutes.plan or self.plan_minutes) * MINUTE))

    def least_ms(self, *, seats: int, tables: int) -> Millis:
        """The shortest useful length: as stated, else half of the plan."""
        plan = self.plan_ms(seats=seats, tables=tables)
        if self.protected:
            return plan
        if self.minutes.least is None:
            return Millis(plan // 2)
        return Millis(min(plan, round(self.minutes.least * MINUTE)))

    def most_ms(self, *, seats: int, tables: int) -> Millis:
        """The longest a table may take when the time bank allows: as stated, else 1.5 × plan."""
        plan = self.plan_ms(seats=seats, tables=tables)
        if self.minutes.most is None:
            return Millis(plan * 3 // 2)
        return Millis(max(plan, round(self.minutes.most * MINUTE)))


class Met(Shape):
    """How we see that an activity's aim was met: `share` percent took part in step `of`."""

    of: Slug
    share: Annotated[int, Field(ge=1, le=100)] = 75


class Activity(Shape):
    """A group of steps with one aim."""

    id: Slug
    unit: Annotated[int, Field(ge=0, le=20)]
    title: Line
    aim: Line
    met: Met
    picture: Slug
    minutes: Minutes
    optional: bool = False
    protected: bool = False
    steps: Annotated[tuple[Step, ...], Field(min_length=1)]

    @property
    def key(self) -> ActivityId:
        """The activity's name in the log."""
        return ActivityId(self.id)


class Unit(Shape):
    """A chapter of the day."""

    number: Annotated[int, Field(ge=0, le=20)]
    title: Line
    picture: Slug


class Row(Shape):
    """One line of an edition's plan: an activity, or a break of so many minutes."""

    activity: Slug | None = None
    minutes: Number | None = None
    rest: Annotated[Number | None, Field(alias="break")] = None
    text: Line | None = None
    picture: Slug | None = None


class Meeting(Shape):
    """What is done on one day, in one go."""

    title: Line
    rows: Annotated[tuple[Row, ...], Field(min_length=1)]


class Edition(Shape):
    """A cut of the module: which activities, how long, in one meeting or in several."""

    id: Slug
    title: Line
    picture: Slug
    minutes: Number
    meetings: Annotated[tuple[Meeting, ...], Field(min_length=1)]

    @property
    def key(self) -> EditionId:
        """The edition's name in the log."""
        return EditionId(self.id)


class Language(Shape):
    """A language the module speaks and how far that translation is."""

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    state: Literal["draft", "reviewed"]
    reviewed_by: Line | None = None
    reviewed_on: date | None = None


class Module(Shape):
    """A training unit, checked. `digest` names exactly this text; it stands in every log."""

    id: Slug
    version: Annotated[str, Field(pattern=r"^\d+\.\d+\.\d+$")]
    title: Line
    about: Line
    licence: Line
    authors: Annotated[tuple[Line, ...], Field(min_length=1)]
    funder: Line
    sources: Annotated[tuple[Source, ...], Field(min_length=1)]
    checked_on: date
    check_by: date
    languages: Annotated[tuple[Language, ...], Field(min_length=1)]
    trades: Annotated[tuple[Option, ...], Field(min_length=2)]
    units: Annotated[tuple[Unit, ...], Field(min_length=1)]
    editions: Annotated[tuple[Edition, ...], Field(min_length=1)]
    activities: tuple[Activity, ...] = ()
    decision: Decision | None = None
    countries: tuple[Country, ...] = ()
    digest: str = ""

    def activity(self, key: str) -> Activity:
        """The activity of that id. Raises KeyError: the checker has made sure that it is there."""
        for activity in self.activities:
            if activity.id == key:
                return activity
        raise KeyError(key)

    def edition(self, key: str) -> Edition:
        """The edition of that id. Raises KeyError when there is none."""
        for edition in self.editions:
            if edition.id == key:
                return edition
        raise KeyError(key)


def picture_name(slug: str) -> PictureName:
    """A picture's name as screens carry it."""
    return PictureName(slug)


__all__ = [
    "Activity",
    "Country",
    "Decision",
    "Edition",
    "Language",
    "Level",
    "Line",
    "Meeting",
    "Met",
    "Minutes",
    "Module",
    "Number",
    "Option",
    "Row",
    "Shape",
    "Slug",
    "Source",
    "Step",
    "Unit",
    "picture_name",
]
