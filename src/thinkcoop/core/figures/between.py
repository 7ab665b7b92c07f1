"""How sessions or pilots differ beyond what chance does to a few people each.

A random effects meta-analysis: each session has its own true change, and these lie around a mean.
Sources: Paule, R. C. and Mandel, J. (1982), J. Res. Natl. Bur. Stand. 87, 377-385 (how far they lie
apart); Viechtbauer, W. (2007), Stat. Med. 26, 37-52 (its interval, by Q-profile); Knapp, G. and
Hartung, J. (2003), Stat. Med. 22, 2693-2710, never narrower than without (Röver et al. 2015, BMC
Med. Res. Methodol. 15, 99); Higgins, Thompson and Spiegelhalter (2009), J. R. Stat. Soc. A 172,
137-159 (where the next session will lie). `docs/methods/between-pilots.md`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, variance
from typing import Literal

from thinkcoop.core.figures.figure import LEVEL, Figure, Interval, Unit
from thinkcoop.core.figures.hiding import FEWEST

FEWEST_SESSIONS = 5
"""With fewer, how far apart sessions lie cannot be estimated at all."""
ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """The changes of the people of one session or pilot; who has no complete pair is missing."""

    name: str
    changes: tuple[float, ...]
    missing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shrunken:
    """One session's own mean, and the same drawn towards the mean of all, the more the fewer."""

    name: str
    own: float
    shrunken: float
    n: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Combined:
    """What several estimates with known variances say together."""

    mean: float
    mean_interval: Interval
    p: float
    tau2: float
    """Variance of the true changes, in squared units of the changes."""
    tau2_interval: Interval
    i2: float
    """Share (0 to 1) of the seen differences that is more than chance."""
    prediction: Interval
    """Where the true change of a further session will lie."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Between:
    """What the sessions say together, and each of them where they can be told apart."""

    mean: Figure
    """The mean change of a session; `n` and `missing` are people."""
    sessions: int
    left_out: int
    """Sessions with fewer than five complete pairs."""
    tau2: float
    tau2_interval: Interval
    i2: float
    prediction: Interval
    each: tuple[Shrunken, ...]
    """In the order given; empty where chance alone may have made the differences."""

    @property
    def apart(self) -> bool:
        """Whether the sessions can be told apart: the interval of `tau2` leaves zero out."""
        return bool(self.each)


@dataclass(frozen=True, slots=True)
class CannotTell:
    """No figure: too few sessions with five people or more, or all people of each changed alike."""

    why: Literal["too-few-sessions", "all-equal"]
    sessions: int


def between(sessions: Sequence[Session], *, unit: Unit = "steps") -> Between | CannotTell:
    """Return the mean change over sessions, and how far apart the sessions lie.

    Smallest n: five sessions of five people. People of one session are taken to scatter as much as
    those of another, since a handful cannot show their own scatter. The mean counts sessions and
    not people, so it is the honest one for several rooms. It cannot say why sessions differ, and
    shrunken estimates are no ranking: their order is mostly chance.
    """
    kept = [session for session in sessions if len(session.changes) >= FEWEST]
    if len(kept) < FEWEST_SESSIONS:
        return CannotTell("too-few-sessions", len(kept))
    scatter = _within(kept)
    if not scatter:
        return CannotTell("all-equal", len(kept))
    means = [fmean(session.changes) for session in kept]
    variances = [scatter / len(session.changes) for session in kept]
    found = combine(means, variances)
    apart = found.tau2_interval.low > 0
    each = shrink(means, variances, mean=found.mean, tau2=found.tau2) if apart else ()
    return Between(
        mean=Figure(
            unit=unit,
            estimate=found.mean,
            interval=found.mean_interval,
            how="hartung-knapp",
            p=found.p,
            n=sum(len(session.changes) for session in kept),
            missing=sum(session.missing for session in kept),
        ),
        sessions=len(kept),
        left_out=len(sessions) - len(kept),
        tau2=found.tau2,
        tau2_interval=found.tau2_interval,
        i2=found.i2,
        prediction=found.prediction,
        each=tuple(
            Shrunken(name=session.name, own=own, shrunken=drawn, n=len(session.changes))
            for session, own, drawn in zip(kept, means, each, strict=False)
        ),
    )


def combine(estimates: Sequence[float], variances: Sequence[float]) -> Combined:
    """Return the random effects meta-analysis of three estimates or more, variances above zero."""
    from scipy.stats import t  # noqa: PLC0415 - an extra, slow to load

    k = len(estimates)
    mean, error, tau2, i2 = _mean_of(estimates, variances)
    low, high = t.interval(LEVEL, k - 1, loc=mean, scale=error)
    next_low, next_high = t.interval(LEVEL, k - 2, loc=mean, scale=sqrt(tau2 + error**2))
    return Combined(
        mean=mean,
        mean_interval=Interval(float(low), float(high)),
        p=float(2 * t.sf(abs(mean) / error, k - 1)),
        tau2=tau2,
        tau2_interval=_tau2_interval(estimates, variances),
        i2=i2,
        prediction=Interval(float(next_low), float(next_high)),
    )


def shrink(
    estimates: Sequence[float], variances: Sequence[float], *, mean: float, tau2: float
) -> tuple[float, ...]:
    """Return each estimate drawn towards the mean, by how much of its variance is chance.

    Source: Raudenbush, S. W. and Bryk, A. S. (1985), Empirical Bayes meta-analysis, J. Educ. Stat.
    10, 75-98. An estimate without chance stays where it is.
    """
    return tuple(
        mean + (own - mean) * tau2 / (tau2 + chance)
        for own, chance in zip(estimates, variances, strict=True)
    )


def _within(sessions: Sequence[Session]) -> float:
    """The variance among people of the same session, the same for all, of whole degrees."""
    degrees = sum(len(session.changes) - 1 for session in sessions)
    return (
        sum(variance(session.changes) * (len(session.changes) - 1) for session in sessions)
        / degrees
    )


def _alike(estimates: Sequence[float]) -> bool:
    """Whether nothing but rounding lies between them: statsmodels would divide by zero."""
    return max(estimates) - min(estimates) < ROUNDING


def _mean_of(
    estimates: Sequence[float], variances: Sequence[float]
) -> tuple[float, float, float, float]:
    """The mean, its standard error, tau2 and i2."""
    from statsmodels.stats.meta_analysis import combine_effects  # noqa: PLC0415 - an extra, slow
    from statsmodels.tools.validation import array_like  # noqa: PLC0415 - as above

    if _alike(estimates):
        return estimates[0], 1 / sqrt(sum(1 / each for each in variances)), 0.0, 0.0
    found = combine_effects(
        array_like(estimates, "estimates"), array_like(variances, "variances"), method_re="pm"
    )
    error = max(float(found.sd_eff_w_re), float(found.sd_eff_w_re_hksj))
    return float(found.mean_effect_re), error, float(found.tau2), max(0.0, float(found.i2))


def _tau2_interval(estimates: Sequence[float], variances: Sequence[float]) -> Interval:
    """All tau2 under which the estimates lie neither too far apart nor too close (Q-profile)."""
    from scipy.optimize import brentq  # noqa: PLC0415 - an extra, slow to load
    from scipy.stats import chi2  # noqa: PLC0415 - as above
    from statsmodels.stats.meta_analysis import combine_effects  # noqa: PLC0415 - as above
    from statsmodels.tools.validation import array_like  # noqa: PLC0415 - as above

    if _alike(estimates):
        return Interval(0.0, 0.0)
    middle = fmean(estimates)
    squares = sum((own - middle) ** 2 for own in estimates)
    effects, around = array_like(estimates, "estimates"), array_like(variances, "variances")

    def beyond(tau2: float, limit: float) -> float:
        """Cochran's Q, were this the variance between sessions, less the limit."""
        # With "dl" its own tau2, of no use here, may fall to minus the variances: 1 / 0.
        return float(combine_effects(effects, around + tau2, method_re="pm").q) - limit

    def end(limit: float) -> float:
        if beyond(0.0, limit) <= 0:
            return 0.0
        # Q is at most the sum of squares over tau2: from here on it is below the limit.
        return float(brentq(beyond, 0.0, squares / limit, args=(limit,)))

    tail, degrees = (1 - LEVEL) / 2, len(estimates) - 1
    return Interval(end(float(chi2.isf(tail, degrees))), end(float(chi2.isf(1 - tail, degrees))))
