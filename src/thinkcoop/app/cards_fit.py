"""Which questions of a module a room of answer cards can answer, for who writes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.kinds import Ask, Ballot, KindStep, Path
from thinkcoop.core.module.model import Module
from thinkcoop.core.session.asking import can_hold_up, is_asked
from thinkcoop.core.session.program import lay_out

Reason = Literal["more than four", "an amount", "words", "more than one thing"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotForCards:
    """A question that no side of a card can answer, and what it asks for instead."""

    step: str
    why: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsFit:
    """One edition: of so many questions, which cannot be answered with a card. In order."""

    edition: str
    questions: int
    not_these: tuple[NotForCards, ...]

    @property
    def fit(self) -> int:
        """How many questions can be answered with a card that a camera reads."""
        return self.questions - len(self.not_these)


def cards_fit(module: Module) -> tuple[CardsFit, ...]:
    """Return how far cards go in each edition, in order; a game counts as its rounds."""
    return tuple(_fit(module, str(edition.id)) for edition in module.editions)


def cards_line(fit: CardsFit) -> str:
    """The same as a line for people, what does not fit by its reason."""
    told = f"edition {fit.edition}: {fit.fit} of {fit.questions} questions can be answered"
    by_reason: dict[Reason, list[str]] = {}
    for each in fit.not_these:
        by_reason.setdefault(each.why, []).append(each.step)
    names = "; ".join(f"{why}: {', '.join(steps)}" for why, steps in by_reason.items())
    return f"{told} with a card" + (f"; not these, {names}" if names else "")


def _fit(module: Module, edition: str) -> CardsFit:
    steps = [step for stage in lay_out(module, edition).stages for step in stage.steps]
    asked = [found for step in steps if is_asked(step) for found in _questions(step)]
    not_these = tuple(each for each in asked if isinstance(each, NotForCards))
    return CardsFit(edition=edition, questions=len(asked), not_these=not_these)


def _questions(step: KindStep) -> Iterator[NotForCards | None]:
    """Each question of a step: None, or why no card can answer it. A way asks nothing."""
    if not isinstance(step, Path):
        yield None if can_hold_up(step) else NotForCards(step=step.key, why=_why(step))
        return
    for item in step.items:
        if item.kind == "way":
            continue
        why: Reason = "an amount" if item.kind == "beans" else "more than four"
        name = f"{step.key}.{item.key}"
        yield None if item.by_sign() else NotForCards(step=name, why=why)


def _why(step: KindStep) -> Reason:
    if isinstance(step, Ballot):
        return "more than four"
    if isinstance(step, Ask):
        asked: dict[str, Reason] = {"one": "more than four", "words": "words"}
        amounts = step.pick in ("number", "money")
        return "an amount" if amounts else asked.get(step.pick, "more than one thing")
    return "more than one thing"
