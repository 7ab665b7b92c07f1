"""The kinds in which people read, think, talk, look or rest: nothing is answered.

`say` is read aloud · `think` is silent · `round` goes from one to the next · `pair` is two people,
each in turn · `discuss` is a whole table · `show` brings results back · `report` is tables telling
the room · `break` is a rest.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from thinkcoop.core.kinds.base import Ends, KindStep
from thinkcoop.core.module.model import Level, Minutes, Slug


class Say(KindStep):
    """Read aloud by the reader (or the wall, or the voice)."""

    kind: Literal["say"] = "say"
    to: Level = "table"
    ends: ClassVar[Ends] = "done"
    lead: ClassVar[str] = "reader"


class Think(KindStep):
    """Silence, each alone."""

    kind: Literal["think"] = "think"
    to: Level = "alone"
    ends: ClassVar[Ends] = "ready"


class Round(KindStep):
    """Each in turn, the least-heard first; passing is free."""

    kind: Literal["round"] = "round"
    to: Level = "table"
    minutes: Minutes = Minutes(each=1)
    ends: ClassVar[Ends] = "turns"


class Pair(KindStep):
    """Two people; first one speaks, then the other. An odd one makes a group of three."""

    kind: Literal["pair"] = "pair"
    to: Level = "pair"
    minutes: Minutes = Minutes(each=2)
    ends: ClassVar[Ends] = "done"

    def shares(self, *, seats: int, tables: int) -> int:
        """Two halves: one for each of the pair."""
        return 2


class Discuss(KindStep):
    """The whole table talks. With `ends_of`, both ends of that answer's spread begin."""

    kind: Literal["discuss"] = "discuss"
    to: Level = "table"
    ends_of: Slug | None = None
    plan_minutes: ClassVar[float] = 5.0


class Show(KindStep):
    """Bring back what was answered in the steps `of`. Never says who."""

    kind: Literal["show"] = "show"
    to: Level = "table"
    of: Annotated[tuple[Slug, ...], Field(min_length=1, max_length=2)]


class Report(KindStep):
    """One table after the other tells the room; the reporter speaks."""

    kind: Literal["report"] = "report"
    to: Level = "all"
    minutes: Minutes = Minutes(each=1)
    ends: ClassVar[Ends] = "turns"
    lead: ClassVar[str] = "reporter"

    def shares(self, *, seats: int, tables: int) -> int:
        """Once for each table."""
        return max(1, tables)


class Break(KindStep):
    """A rest. It is never shortened."""

    kind: Literal["break"] = "break"
    to: Level = "all"
    protected: bool = True
    ends: ClassVar[Ends] = "time"
    plan_minutes: ClassVar[float] = 15.0
