"""Whether one person's choice was informed, from its parts; an informed *no* counts like a *yes*.

Source: Marteau, T. M., Dormandy, E. and Michie, S. (2001), A measure of informed choice, Health
Expect. 4, 99-108: enough knowledge, and an attitude that agrees with what one does. Deliberation
was added by van den Berg, M. et al. (2006), Patient Educ. Couns. 63, 110-117, and attitudes in the
middle are left out. Its cut-offs are criticised as arbitrary (PMC5107638), so every part is
reported beside the whole. `docs/methods/informed-choice.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from thinkcoop.core.figures.figure import Figure, TooFew
from thinkcoop.core.figures.share import share_of

Choice = Literal["yes", "no", "wait"]
CHOICES: tuple[Choice, ...] = ("yes", "no", "wait")
ENOUGH = 0.6
"""Share of the answered questions that must be right. Of our six that is four, which one person
in ten has by guessing among three options, and one in three among two. A convention, no more."""
MIDDLE = 1.0
"""Of three-point answers 0, 1, 2: neither for nor against."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Informed:
    """The parts of one person's choice, and the whole. None: not known, which is never a no."""

    choice: Choice | None
    knowledge: float | None
    """Share of the answered questions that is right, 0 to 1."""
    knows_enough: bool | None
    attitude: float | None
    """Mean of three-point answers on the way that was chosen, 0 against it to 2 for it."""
    agrees: bool | None
    """Whether the attitude speaks for what was chosen; None also when it stands in the middle."""
    deliberated: bool | None
    whole: bool | None
    """All parts are there and hold. False as soon as one does not; otherwise None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InformedShares:
    """For those who chose one way: the share informed in the whole and in each of the parts."""

    choice: Choice
    whole: Figure | TooFew
    knows_enough: Figure | TooFew
    agrees: Figure | TooFew
    deliberated: Figure | TooFew


def informed(
    choice: Choice | None,
    *,
    right: Sequence[bool | None],
    attitude: Sequence[int | None],
    deliberation: Sequence[bool | None],
    enough: float = ENOUGH,
) -> Informed:
    """Return the parts of one person's choice. None stands for what was skipped or not asked.

    `attitude` is on the way this person chose, whatever it is: only then are yes, no and wait
    measured alike. Items on the cooperative itself must be turned round (2 - answer) for who said
    no, and say nothing of who waits. A skipped question counts in no part; a part with fewer than
    half of its questions answered is not known. Deliberated is who said yes to any question of it.

    Smallest n: one; it is for the person's own page and for `informed_shares`, never shown of a
    person to others. It cannot say whether a choice was good, nor whether knowing more would have
    changed it. Raises ValueError for a cut-off that is not above 0 and at most 1, or an attitude
    that is not 0, 1 or 2.
    """
    if not 0 < enough <= 1:
        raise ValueError(f"the cut-off is a share above 0, not {enough}")
    if any(answer not in {None, 0, 1, 2} for answer in attitude):
        raise ValueError("an attitude is 0, 1, 2 or None")
    knowledge, leaning, thought = _mean(right), _mean(attitude), _mean(deliberation)
    knows = None if knowledge is None else knowledge >= enough
    agrees = None if choice is None or leaning in {None, MIDDLE} else (leaning or 0.0) > MIDDLE
    deliberated = None if thought is None else thought > 0
    return Informed(
        choice=choice,
        knowledge=knowledge,
        knows_enough=knows,
        attitude=leaning,
        agrees=agrees,
        deliberated=deliberated,
        whole=_whole(choice, (knows, agrees, deliberated)),
    )


def informed_shares(people: Sequence[Informed]) -> tuple[InformedShares, ...]:
    """Return the shares for who chose yes, no and wait, always all three, side by side.

    A way that fewer than five chose has no figure. Who is not known in a part is missing there.
    """
    return tuple(_shares(choice, [p for p in people if p.choice == choice]) for choice in CHOICES)


def _shares(choice: Choice, people: Sequence[Informed]) -> InformedShares:
    return InformedShares(
        choice=choice,
        whole=_share([person.whole for person in people]),
        knows_enough=_share([person.knows_enough for person in people]),
        agrees=_share([person.agrees for person in people]),
        deliberated=_share([person.deliberated for person in people]),
    )


def _share(answers: Sequence[bool | None]) -> Figure | TooFew:
    missing = answers.count(None)
    return share_of(answers.count(True), len(answers) - missing, missing=missing)


def _mean(answers: Sequence[float | None]) -> float | None:
    """The mean of what was answered; None where that is nothing or less than half."""
    given = [answer for answer in answers if answer is not None]
    return fmean(given) if given and 2 * len(given) >= len(answers) else None


def _whole(choice: Choice | None, parts: Sequence[bool | None]) -> bool | None:
    """Nobody is informed of a choice that was not made, and nobody is called uninformed for it."""
    if choice is None:
        return None
    if False in parts:
        return False
    return None if None in parts else True
