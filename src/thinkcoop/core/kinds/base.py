"""What every step kind must be able to say about itself.

A kind is data and two pure functions: is this a proper answer, and what do many answers add up
to. It knows nothing of seats, tables or time; the session asks it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from thinkcoop.core.games.base import CARD_SIDES
from thinkcoop.core.module.model import Module, Option, Step
from thinkcoop.core.words import Refusal, Why

Ends = Literal["done", "ready", "answers", "turns", "votes", "time"]
"""What closes a step before its time is up.

done: the table says so · ready: everyone present says so · answers: everyone present answered ·
turns: everyone was called · votes: everyone who may vote voted · time: nothing but the clock.
"""

TEXT_LIMIT = 280
"""Characters of a short answer: a long sentence, not a letter."""


@dataclass(frozen=True, slots=True)
class Tally:
    """What many answers to one step add up to. Never says who.

    `counts[i]` belongs to option i. `numbers` holds (least, middle, most) for number and money
    answers. `total` is how many people (or tables) answered.
    """

    total: int
    counts: tuple[int, ...] = ()
    numbers: tuple[int, ...] = ()
    words: tuple[str, ...] = ()
    spoken: int = 0
    """How many of the answers came as a recording."""


class KindStep(Step):
    """A step that knows how it ends and what an answer to it looks like."""

    ends: ClassVar[Ends] = "done"
    lead: ClassVar[str] = "timekeeper"
    """The role whose *done* counts for the table."""
    asks: ClassVar[bool] = False
    """Whether people give answers to it."""

    @property
    def has_other_words(self) -> bool:
        """Whether it can be said in other words to who does not understand."""
        return self.again is not None

    def check_answer(self, value: tuple[int, ...], text: str) -> tuple[int, ...] | Refusal:
        """Return the answer in its proper form, or the reason why it is not one."""
        return Refusal(Why.OTHER_STEP)

    def check(self, value: tuple[int, ...], text: str, voice: str) -> tuple[int, ...] | Refusal:
        """As `check_answer`, for what may have been spoken: hardly any kind takes a recording."""
        return Refusal(Why.NOT_AN_ANSWER) if voice else self.check_answer(value, text)

    def tally(self, answers: tuple[tuple[int, ...], ...], words: tuple[str, ...] = ()) -> Tally:
        """Add up checked answers."""
        return Tally(total=len(answers))

    def by_sign(self) -> tuple[tuple[int, ...], ...]:
        """The answers that the sides A to D of a card stand for; empty when a card cannot say it.

        As many as there are answers, at most four; each is one that `check_answer` accepts.
        """
        return ()

    def unfold(self, module: Module) -> tuple[KindStep, ...]:
        """The steps that a session does for it: itself, unless the kind stands for several."""
        return (self,)

    def unfolded_ids(self) -> tuple[str, ...]:
        """The ids of these steps in their order, also for a file that is not yet found right."""
        return (self.id,)

    def choices(self) -> tuple[Option, ...]:
        """The options as the screens show them; empty when there is nothing to choose."""
        return ()


def clean_text(text: str) -> str | Refusal:
    """Return `text` without outer blanks, or refuse control characters and overlong text."""
    stripped = " ".join(text.split())
    if any(
        not character.isprintable() and character not in "\u200b\u200c\u200d"
        for character in stripped
    ):
        return Refusal(Why.TEXT_UNREADABLE)
    if len(stripped) > TEXT_LIMIT:
        return Refusal(Why.TEXT_TOO_LONG)
    return stripped


def one_by_sign(options: int) -> tuple[tuple[int, ...], ...]:
    """For one choice of `options`: option 0 is A, 1 is B; empty when there are more than sides.

    >>> one_by_sign(2), one_by_sign(5)
    (((0,), (1,)), ())
    """
    return tuple((index,) for index in range(options)) if options <= CARD_SIDES else ()


def count_choices(options: int, answers: tuple[tuple[int, ...], ...]) -> tuple[int, ...]:
    """How many answers name each option, 0-based."""
    counts = [0] * options
    for answer in answers:
        for index in answer:
            counts[index] += 1
    return tuple(counts)
