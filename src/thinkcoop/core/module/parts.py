"""The small parts of which the files of a module are made.

Nothing here knows what a step, an edition or a decision is: those are made of these.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from thinkcoop.core.module.places import Path
from thinkcoop.core.words import OptionId

Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=40)]
Line = Annotated[str, Field(min_length=1, max_length=600)]
Number = Annotated[float, Field(gt=0, le=600)]


class Shape(BaseModel):
    """Immutable, and a key it does not know is a mistake."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Option(Shape):
    """One thing that can be chosen, sorted or mapped: always words and a picture."""

    id: Slug
    text: Line
    picture: Slug

    @property
    def key(self) -> OptionId:
        """The option's name for the log and for other steps."""
        return OptionId(self.id)


class Source(Shape):
    """Where a fact of the module was seen."""

    title: Line
    where: Line
    says: Line


def texts_in(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Every text in a shape, ids and names of pictures too, each with the way to it in the file."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, tuple):
        for at, each in enumerate(value):
            yield from texts_in(each, (*path, at))
    elif isinstance(value, Shape):
        for key in type(value).model_fields:
            yield from texts_in(getattr(value, key), (*path, key))
