"""`ask`: one question, answered by each person alone, shown to nobody until a `show` step.

The answer is a tuple of whole numbers: option positions (0-based) for one, several and scale; one
number for number and money; empty for words, which travel as text, as a recording, or as both.
"""

from __future__ import annotations

import re
from typing import Annotated, ClassVar, Literal, assert_never

from pydantic import Field

from thinkcoop.core.kinds.base import Ends, KindStep, Tally, clean_text, count_choices, one_by_sign
from thinkcoop.core.module.model import Level, Line, Option, Slug
from thinkcoop.core.words import Refusal, Why

Pick = Literal["one", "several", "scale", "number", "money", "words"]

DIGEST = re.compile("[0-9a-f]{64}")

SCALE = 3
"""People who do not read use five points as three (`jclinepi S0895-4356(08)00064-4`)."""


class Ask(KindStep):
    """One question to each person."""

    kind: Literal["ask"] = "ask"
    to: Level = "alone"
    pick: Pick = "one"
    options: Annotated[tuple[Option, ...], Field(max_length=12)] = ()
    at_most: Annotated[int, Field(ge=1, le=12)] = 3
    lowest: int = 0
    highest: int = 10_000_000
    unit: Line | None = None
    right: Slug | None = None
    """The option that is right, when there is one; shown only by a later `show`."""
    because: Line | None = None
    """Why it is right: read with the `show`."""
    again_of: Slug | None = None
    """The earlier ask whose question this puts again; a `show` of both puts them side by side."""
    ends: ClassVar[Ends] = "answers"
    asks: ClassVar[bool] = True

    def choices(self) -> tuple[Option, ...]:
        """The options; a scale's three faces belong to the screens."""
        return self.options

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Accept what fits `pick`; several keeps file order and drops doubles."""
        match self.pick:
            case "one":
                return _one_of(value, len(self.options))
            case "scale":
                return _one_of(value, SCALE)
            case "several":
                return self._several(value)
            case "number" | "money":
                return self._number(value)
            case "words":
                return _words(value, text)
            case _:
                assert_never(self.pick)

    def check(self, value: tuple[int, ...], text: str, voice: str) -> tuple[int, ...] | Refusal:
        """Words may be written, or spoken into a recording of this SHA-256, or both."""
        if not (voice and self.pick == "words"):
            return KindStep.check(self, value, text, voice)
        cleaned = clean_text(text)
        if isinstance(cleaned, Refusal):
            return cleaned
        return () if not value and DIGEST.fullmatch(voice) else Refusal(Why.NOT_AN_ANSWER)

    def by_sign(self) -> tuple[tuple[int, ...], ...]:
        """One choice of at most four, or the three faces."""
        if self.pick == "scale":
            return one_by_sign(SCALE)
        return one_by_sign(len(self.options)) if self.pick == "one" else ()

    def _several(self, value: tuple[int, ...]) -> tuple[int, ...] | Refusal:
        chosen = tuple(sorted(set(value)))
        if not all(0 <= index < len(self.options) for index in chosen):
            return Refusal(Why.NO_SUCH_OPTION)
        if len(chosen) > self.at_most:
            return Refusal(Why.TOO_MANY_CHOICES)
        return chosen or Refusal(Why.NOT_AN_ANSWER)

    def _number(self, value: tuple[int, ...]) -> tuple[int, ...] | Refusal:
        if len(value) != 1:
            return Refusal(Why.NOT_AN_ANSWER)
        if not self.lowest <= value[0] <= self.highest:
            return Refusal(Why.NUMBER_OUT_OF_RANGE)
        return value

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """Counts by option, or least, middle and most of the numbers."""
        total = len(answers)
        match self.pick:
            case "one" | "several":
                return Tally(total=total, counts=count_choices(len(self.options), answers))
            case "scale":
                return Tally(total=total, counts=count_choices(SCALE, answers))
            case "number" | "money":
                ordered = sorted(answer[0] for answer in answers)
                spread = (ordered[0], ordered[(total - 1) // 2], ordered[-1]) if ordered else ()
                return Tally(total=total, numbers=spread)
            case "words":
                return Tally(total=total, words=tuple(sorted(word for word in words if word)))
            case _:
                assert_never(self.pick)


def _one_of(value: tuple[int, ...], options: int) -> tuple[int, ...] | Refusal:
    if len(value) != 1:
        return Refusal(Why.NOT_AN_ANSWER)
    return value if 0 <= value[0] < options else Refusal(Why.NO_SUCH_OPTION)


def _words(value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
    cleaned = clean_text(text)
    if isinstance(cleaned, Refusal):
        return cleaned
    if value or not cleaned:
        return Refusal(Why.NOT_AN_ANSWER)
    return ()
