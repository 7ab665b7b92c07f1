"""Weighs all questions of one sort together: what the same people knew before and after.

Needs the extra `thinkcoop[figures]` (scipy). Raises ImportError where it is missing.
"""

from __future__ import annotations

from collections.abc import Mapping
from statistics import fmean

from thinkcoop.core.figures.change import mean_change
from thinkcoop.core.figures.figure import TooFew
from thinkcoop.core.figures.learning import Index
from thinkcoop.core.figures.missing import mean_bounds
from thinkcoop.core.figures.told import Told, told
from thinkcoop.core.figures.weighed import Verdict, Weighed

VERDICTS: Mapping[Told, Verdict] = {
    Told.NO_FIGURE: "too few",
    Told.TOO_FEW_TO_TELL: "too wide",
    Told.NO_CHANGE_THAT_MATTERS: "no change that matters",
    Told.WENT_UP: "up",
    Told.WENT_DOWN: "down",
}


def weigh(index: Index, *, seed: int) -> Weighed:
    """Return the change of the mean share of points, with its interval and its bounds.

    The method is that of `docs/methods/paired-change.md`, on one share for each person. Fewer than
    five pairs have no figure. `seed` draws the resamples: the same session, the same report.
    """
    changes = [after - before for before, after in zip(index.before, index.after, strict=True)]
    figure = mean_change(changes, missing=index.missing, unit="share", seed=seed)
    bounds = mean_bounds(changes, missing=index.missing, most=1, unit="share", seed=seed)
    if isinstance(figure, TooFew) or isinstance(bounds, TooFew):
        return _nothing(index)
    interval = figure.interval
    return Weighed(
        verdict=VERDICTS[told(figure)],
        people=figure.n,
        missing=figure.missing,
        items=index.items,
        before=fmean(index.before),
        after=fmean(index.after),
        change=figure.estimate,
        low=None if interval is None else interval.low,
        high=None if interval is None else interval.high,
        p=figure.p,
        worst=bounds.worst.estimate,
        best=bounds.best.estimate,
    )


def _nothing(index: Index) -> Weighed:
    return Weighed(
        verdict="too few",
        people=len(index.before),
        missing=index.missing,
        items=index.items,
        before=None,
        after=None,
        change=None,
        low=None,
        high=None,
        p=None,
        worst=None,
        best=None,
    )
