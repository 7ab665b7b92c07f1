"""`path`: a private way through several questions, each person at their own pace.

What is answered never stands in the log: the log says that a seat gave an item, the value goes to
the seat's own sheet (`session/verdict.py`, `Mark`). A *no* shows its story on the page itself,
before anything is sent, so that no screen and no event tells which answer it belongs to.
A `path` is made from a `decide` step and cannot be written in a file.
"""

from __future__ import annotations

from itertools import takewhile
from typing import ClassVar, Literal

from thinkcoop.core.games.base import CARD_SIDES
from thinkcoop.core.kinds.base import Ends, KindStep
from thinkcoop.core.module.decision import HelpKind, Way
from thinkcoop.core.module.model import Level, Option, Shape
from thinkcoop.core.module.spoken import spoken_seconds, words_of
from thinkcoop.core.words import Refusal, Why

FEWEST_COUNTED = 5
"""Below this a count would tell too much about each person; it is neither shown nor kept."""

ItemKind = Literal["way", "beans", "stone", "know", "ready", "who", "choice"]


class PathItem(Shape):
    """One question on the way. `stories[i]` is told to whoever is about to choose option i."""

    kind: ItemKind
    key: str
    text: str
    again: str | None = None
    picture: str = ""
    options: tuple[Option, ...] = ()
    stories: tuple[str, ...] = ()
    beans: int = 0
    ways: tuple[Way, ...] = ()
    """For `way`: all ways. Which one is told here depends on who walks: the order goes round."""
    help: HelpKind | None = None
    """For `ready`: what opens beside a no, before it is sent."""
    right: int = -1
    """For `know`: the option that is right."""

    @property
    def seconds(self) -> int:
        """How long it takes to hear it read aloud; of the ways each as long as all on average."""
        if self.ways and self.kind == "way":
            spoken = [text for way in self.ways for part in way.parts().values() for text in part]
            return -(-spoken_seconds(words_of(spoken)) // len(self.ways))
        return spoken_seconds(words_of([self.text, *(option.text for option in self.options)]))

    def by_sign(self) -> tuple[tuple[int, ...], ...]:
        """The answers that the sides A to D of a card stand for; empty when a card cannot say it.

        As many as there are answers, two to four; each is one that `check` accepts.
        """
        fits = self.kind not in ("way", "beans") and 2 <= len(self.options) <= CARD_SIDES
        return tuple((index,) for index in range(len(self.options))) if fits else ()

    @property
    def skip_sign(self) -> int | None:
        """The side of a card that means *I would rather not say*: D, where it is free.

        None where it stands for an answer, and where one of the answers says the same.
        """
        free = 0 < len(self.by_sign()) < CARD_SIDES and self.kind != "who"
        return CARD_SIDES - 1 if free else None

    def check(self, value: tuple[int, ...]) -> tuple[int, ...] | Refusal:
        """Return the answer in its proper form, or the reason why it is not one."""
        match self.kind:
            case "way":
                return () if value in ((), (0,)) else Refusal(Why.NOT_AN_ANSWER)
            case "beans":
                return self._beans(value)
            case _:
                if len(value) != 1:
                    return Refusal(Why.NOT_AN_ANSWER)
                inside = 0 <= value[0] < len(self.options)
                return value if inside else Refusal(Why.NO_SUCH_OPTION)

    def _beans(self, value: tuple[int, ...]) -> tuple[int, ...] | Refusal:
        if len(value) != len(self.options) or min(value, default=-1) < 0:
            return Refusal(Why.NOT_AN_ANSWER)
        return value if sum(value) == self.beans else Refusal(Why.ALL_BEANS)

    def add_up(self, values: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
        """How many chose each option, or how many beans lie on each; nothing below five people."""
        if self.kind == "way" or len(values) < FEWEST_COUNTED:
            return ()
        if self.kind == "beans":
            return tuple(sum(column) for column in zip(*values, strict=True))
        chosen = [value[0] for value in values]
        return tuple(chosen.count(index) for index in range(len(self.options)))


class Path(KindStep):
    """A private way through `items`. It closes when all have come to its end."""

    kind: Literal["path"] = "path"
    to: Level = "all"
    items: tuple[PathItem, ...]
    ends: ClassVar[Ends] = "answers"

    @property
    def has_other_words(self) -> bool:
        """Whether any of its questions can be put in other words."""
        return any(item.again is not None for item in self.items)

    @property
    def open_items(self) -> tuple[PathItem, ...]:
        """The ways with which it begins: they ask nothing, so several people may hear them."""
        return tuple(takewhile(lambda item: item.kind == "way", self.items))

    def check_item(self, item: int, value: tuple[int, ...]) -> tuple[int, ...] | Refusal:
        """Return the answer to one item (0-based) in its proper form, or why it is none."""
        if not 0 <= item < len(self.items):
            return Refusal(Why.NOT_AN_ANSWER)
        return self.items[item].check(value)
