"""How many years of school a step takes to understand: Flesch-Kincaid, for English.

It needs a library that only authors install, and is looked for when asked. Short steps are left
out: with few words the formula judges one long word, not the step.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from tempfile import TemporaryDirectory
from typing import NamedTuple

from thinkcoop.core.module.model import Step
from thinkcoop.core.words import StepId

HARDEST_GRADE = 6.0
FEWEST_WORDS = 8
ENDS = (".", "!", "?", "…")

HOW_TO_ADD = (
    "How hard the words are was not looked at. "
    "This adds it: python -m pip install 'thinkcoop[authors]'"
)


class Grade(NamedTuple):
    """The school years that the joined sentences of a step take."""

    step: StepId
    text: str
    grade: float


def grades(steps: Iterable[Step]) -> list[Grade] | None:
    """The grade of each step that has enough words, or None when the library is not there."""
    with TemporaryDirectory() as cache:
        grade_of = _formula(cache)
        if grade_of is None:
            return None
        told = ((step, _spoken(step)) for step in steps)
        return [
            Grade(step.key, text, grade_of(text))
            for step, text in told
            if len(text.split()) >= FEWEST_WORDS
        ]


def _formula(cache: str) -> Callable[[str], float] | None:
    try:
        from readsight import ReadSight  # noqa: PLC0415 - only authors have it; it is slow to load
    except ImportError:
        return None
    english = ReadSight("en-us", cache_dir=cache)
    return lambda text: float(english.score("flesch_kincaid_grade_level", text).score)


def _spoken(step: Step) -> str:
    """All that is read aloud of a step, each part as sentences of its own."""
    parts = (step.text, step.again, getattr(step, "because", None))
    spoken = (" ".join(part.split()) for part in parts if part)
    return " ".join(part if part.endswith(ENDS) else f"{part}." for part in spoken)
