"""`ballot` and `promise`: a secret vote of the room, and what each person will do next."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from thinkcoop.core.kinds.base import Ends, KindStep, Tally, clean_text, count_choices, one_by_sign
from thinkcoop.core.module.model import Level, Option, Slug
from thinkcoop.core.words import Refusal, Why

FEWEST_VOTES_SHOWN = 5
"""Below this a result would tell too much about each voter; it is neither shown nor kept."""


class Ballot(KindStep):
    """A secret vote. The log says that a seat voted; what it voted lies elsewhere, unlinked."""

    kind: Literal["ballot"] = "ballot"
    to: Level = "all"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    again_of: Slug | None = None
    """The earlier ballot this one repeats; a `show` puts both side by side."""
    ends: ClassVar[Ends] = "votes"
    protected: bool = True
    plan_minutes: ClassVar[float] = 2.0

    def choices(self) -> tuple[Option, ...]:
        """What can be voted for."""
        return self.options

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept exactly one position."""
        if len(value) != 1:
            return Refusal(Why.NOT_AN_ANSWER)
        return value if 0 <= value[0] < len(self.options) else Refusal(Why.NO_SUCH_OPTION)

    def by_sign(self) -> tuple[tuple[int, ...], ...]:
        """One of at most four."""
        return one_by_sign(len(self.options))

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """Counts by option, or none at all below five votes."""
        if len(answers) < FEWEST_VOTES_SHOWN:
            return Tally(total=len(answers))
        return Tally(total=len(answers), counts=count_choices(len(self.options), answers))


class Promise(KindStep):
    """What I will do and by when: two taps, and words for who wants to."""

    kind: Literal["promise"] = "promise"
    to: Level = "alone"
    options: Annotated[tuple[Option, ...], Field(min_length=2, max_length=8)]
    by: Annotated[tuple[Option, ...], Field(min_length=2, max_length=4)]
    shown: bool = False
    """Whether the group's page tells it beside the person's picture; the screen says so before."""
    ends: ClassVar[Ends] = "answers"
    asks: ClassVar[bool] = True

    def choices(self) -> tuple[Option, ...]:
        """What can be promised."""
        return self.options

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept (what, by when), both 0-based."""
        cleaned = clean_text(text)
        if isinstance(cleaned, Refusal):
            return cleaned
        if len(value) != 2:
            return Refusal(Why.NOT_AN_ANSWER)
        if 0 <= value[0] < len(self.options) and 0 <= value[1] < len(self.by):
            return value
        return Refusal(Why.NO_SUCH_OPTION)

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """How many promised each thing."""
        whats = tuple(answer[:1] for answer in answers)
        return Tally(
            total=len(answers),
            counts=count_choices(len(self.options), whats),
            words=tuple(sorted(word for word in words if word)),
        )
