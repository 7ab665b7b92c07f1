"""What may be said of a figure: one of five things, and no sentence.

That an interval which holds zero and more than the change that matters proves nothing either way:
Altman, D. G. and Bland, J. M. (1995), Absence of evidence is not evidence of absence, BMJ 311, 485.
That one which lies inside the margin shows that nothing important changed: Schuirmann, D. J.
(1987), J. Pharmacokinet. Biopharm. 15, 657-680. `docs/methods/paired-change.md`.
"""

from __future__ import annotations

from enum import Enum

from thinkcoop.core.figures.figure import LEVEL, Figure, TooFew, Unit

MATTERS: dict[Unit, float] = {"steps": 0.2, "share": 0.1}
"""The smallest change worth acting on, where the caller does not say. Steps: one person in five
moved by one step more than moved back; less would not make anybody change a module. Share: one
person in ten, in a room of 25 two or three. Both are our choice, made before any answers came."""


class Told(Enum):
    """What may be said; the words stand with the pages."""

    NO_FIGURE = "no-figure"
    TOO_FEW_TO_TELL = "too-few-to-tell"
    NO_CHANGE_THAT_MATTERS = "no-change-that-matters"
    WENT_UP = "went-up"
    WENT_DOWN = "went-down"


def told(figure: Figure | TooFew, *, matters: float | None = None) -> Told:
    """Return what may be said of a change, given the smallest change that `matters` (above zero).

    Inside the margin on both sides: no change that matters, be zero in it or not. Otherwise up or
    down where the interval leaves zero out and *p*, where there is one, is at most 0.05: each has
    its own errors in small groups. All else is too few to tell. It cannot say why anything changed.

    Raises ValueError for a margin that is not above zero.
    """
    if isinstance(figure, TooFew):
        return Told.NO_FIGURE
    margin = MATTERS[figure.unit] if matters is None else matters
    if not margin > 0:
        raise ValueError(f"the change that matters is above zero, not {margin}")
    interval = figure.interval
    if interval is None:
        return Told.TOO_FEW_TO_TELL
    if -margin < interval.low and interval.high < margin:
        return Told.NO_CHANGE_THAT_MATTERS
    if interval.holds(0) or (figure.p is not None and figure.p > 1 - LEVEL):
        return Told.TOO_FEW_TO_TELL
    return Told.WENT_UP if interval.low > 0 else Told.WENT_DOWN


def told_of_item(
    figure: Figure | TooFew, *, rooms: int, matters: float | None = None
) -> Told | None:
    """Return what may be said of one item of several, over so many rooms; None for a single room.

    In one room of 25 a single item finds a real rise of 13 points in 3 to 12 cases of a hundred: a
    verdict would be luck. Over several rooms *up* and *down* also need the *p* that is adjusted for
    all items to be at most 0.05.

    Raises ValueError for no room, for a *p* that was not adjusted, and as `told`.
    """
    if rooms < 1:
        raise ValueError(f"an item comes from one room or more, not {rooms}")
    if rooms == 1:
        return None
    said = told(figure, matters=matters)
    if isinstance(figure, TooFew) or said not in {Told.WENT_UP, Told.WENT_DOWN}:
        return said
    if figure.p_of_several is None:
        raise ValueError("an item is told of only after `adjusted`")
    return said if figure.p_of_several <= 1 - LEVEL else Told.TOO_FEW_TO_TELL
