"""How often our statistics cry wolf, and how often their intervals hold the truth.

`python -m bench.coverage` invents pilots of which the true change is known: rooms of 25 and of 8,
pooled to several sizes, without an effect and with one, with rooms that are alike and rooms that
differ (ICC 0.05 of the changes). Everything comes from one seed. Ten minutes of processor time;
`--quick` takes one and says less. Needs the extra `figures`.

What should be seen: false alarms at most 5 %, intervals that hold the truth in 95 %. *People* takes
all as independent (`paired_change`, `paired_right`); *sessions* counts sessions (`between`). The
second table lays both kinds of interval beside each other: from where on is BCa good enough
(`BOOTSTRAP_FROM`)?
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist

import numpy as np
from scipy.stats import bootstrap, ttest_1samp

from thinkcoop.core.figures.between import CannotTell, Session, between
from thinkcoop.core.figures.change import paired_change
from thinkcoop.core.figures.figure import Figure, TooFew
from thinkcoop.core.figures.right import paired_right
from thinkcoop.core.figures.told import Told, told

SIZES = ((25, 1), (25, 5), (25, 10), (8, 1), (8, 5), (8, 10), (8, 20))
QUICK_SIZES = ((25, 1), (25, 5), (8, 1), (8, 5), (8, 10))
ONE_GROUP = (5, 8, 12, 16, 25, 40, 60, 100)
ICCS = (0.0, 0.05)
"""Of a single room only the first: how it differs from other rooms is no error there."""
EFFECTS = (0.0, 0.4)
"""On the scale below the answers, where people scatter by 1 and a room's own rise comes on top."""
CUTS = (-0.5, 0.5)
RIGHT_ABOVE = 0.25
KEPT = 0.7
"""How much of where somebody stood before is there after."""
NOISE = sqrt(1 - KEPT**2)

Chance = np.random.Generator
Room = list[tuple[float, float]]


@dataclass(slots=True)
class Seen:
    """What came out of one statistic over many pilots."""

    pilots: int = 0
    intervals: int = 0
    held: int = 0
    low_p: int = 0
    moved: int = 0
    width: float = 0.0

    def add(self, figure: Figure | TooFew | CannotTell, truth: float) -> None:
        """Count one pilot; what has no interval or no figure holds nothing and alarms nobody."""
        self.pilots += 1
        if not isinstance(figure, Figure):
            return
        self.low_p += figure.p is not None and figure.p <= 0.05
        self.moved += told(figure) in {Told.WENT_UP, Told.WENT_DOWN}
        if figure.interval is not None:
            self.intervals += 1
            self.held += figure.interval.holds(truth)
            self.width += figure.interval.width

    def told(self) -> str:
        """The cells of its line."""
        width = f"{self.width / self.intervals:6.2f}" if self.intervals else "     -"
        return (
            f"{_share(self.low_p, self.pilots)} {_share(self.moved, self.pilots)}"
            f" {_share(self.held, self.intervals)} {width} {self.pilots - self.intervals:6}"
        )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pilots", type=int, default=1000)
    wishes = parser.parse_args()
    pilots = 100 if wishes.quick else wishes.pilots
    resamples = 499 if wishes.quick else 999
    print(f"{pilots} pilots a line, seed {wishes.seed}; behind ± the Monte Carlo error (1 s.e.)\n")
    print(
        f"{'rooms':>9} {'ICC':>4} {'true':>6}  {'statistic':22} {'p <= 0.05':>12}"
        f" {'up or down':>12} {'holds truth':>12}  width   none"
    )
    for size in QUICK_SIZES if wishes.quick else SIZES:
        for icc in ICCS[: 1 if size[1] == 1 else None]:
            for effect in EFFECTS:
                _line(size, icc, effect, pilots=pilots, seed=wishes.seed, resamples=resamples)
    _both_intervals(pilots, wishes.seed, resamples)
    return 0


def _line(
    size: tuple[int, int], icc: float, effect: float, *, pilots: int, seed: int, resamples: int
) -> None:
    """Print what came of one kind of pilot."""
    people, rooms = size
    chance = np.random.default_rng([seed, people, rooms, round(1000 * icc), round(1000 * effect)])
    between_rooms = sqrt(icc / (1 - icc) * ((1 - KEPT) ** 2 + NOISE**2))
    truth, truth_right = _truths(effect, between_rooms)
    seen = {"steps, people": Seen(), "steps, sessions": Seen(), "right, people": Seen()}
    for _ in range(pilots):
        pilot = [_room(chance, people, effect, between_rooms) for _ in range(rooms)]
        everyone = [pair for room in pilot for pair in room]
        drawn = int(chance.integers(2**31))
        steps = paired_change(
            [(_step(b), _step(a)) for b, a in everyone], seed=drawn, resamples=resamples
        )
        right = paired_right([(b > RIGHT_ABOVE, a > RIGHT_ABOVE) for b, a in everyone])
        seen["steps, people"].add(steps if isinstance(steps, TooFew) else steps.mean, truth)
        seen["steps, sessions"].add(_of_sessions(pilot), truth)
        seen["right, people"].add(right if isinstance(right, TooFew) else right.change, truth_right)
    for name, one in seen.items():
        if one.intervals:
            true = truth_right if name.startswith("right") else truth
            print(f"{rooms:3} of {people:2} {icc:5.2f} {true:6.2f}  {name:22} {one.told()}")
    sys.stdout.flush()


def _both_intervals(pilots: int, seed: int, resamples: int) -> None:
    """Print how often BCa and Student's t hold the truth for one group.

    With an effect, so that the truth is no value on which an interval can end by rounding.
    """
    print("\n  people     BCa holds       t holds  BCa width  t width")
    truth, _ = _truths(EFFECTS[-1], 0.0)
    for people in ONE_GROUP:
        chance = np.random.default_rng([seed, people])
        held, width = [0, 0], [0.0, 0.0]
        for _ in range(pilots):
            changes = [0]
            while min(changes) == max(changes):
                changes = [_step(a) - _step(b) for b, a in _room(chance, people, EFFECTS[-1], 0.0)]
            bca = bootstrap((changes,), np.mean, n_resamples=resamples, rng=chance)
            both = (bca.confidence_interval, ttest_1samp(changes, 0).confidence_interval())
            for at, ends in enumerate(both):
                held[at] += ends.low <= truth <= ends.high
                width[at] += ends.high - ends.low
        print(
            f"{people:8}  {_share(held[0], pilots)}  {_share(held[1], pilots)}"
            f"  {width[0] / pilots:9.2f}  {width[1] / pilots:7.2f}",
            flush=True,
        )


def _room(chance: Chance, people: int, effect: float, between_rooms: float) -> Room:
    """Where the people of a room stand before and after, below their answers."""
    rise = effect + between_rooms * chance.standard_normal()
    before = chance.standard_normal(people)
    after = KEPT * before + NOISE * chance.standard_normal(people) + rise
    return [(float(b), float(a)) for b, a in zip(before, after, strict=True)]


def _of_sessions(pilot: Sequence[Room]) -> Figure | CannotTell:
    found = between(
        [
            Session(name=str(at), changes=tuple(_step(a) - _step(b) for b, a in room))
            for at, room in enumerate(pilot)
        ]
    )
    return found if isinstance(found, CannotTell) else found.mean


def _truths(effect: float, between_rooms: float) -> tuple[float, float]:
    """The true mean change in steps, and the true change of the share that is right."""
    before, after = NormalDist(), NormalDist(effect, sqrt(1 + between_rooms**2))
    steps = sum(before.cdf(cut) - after.cdf(cut) for cut in CUTS)
    return steps, before.cdf(RIGHT_ABOVE) - after.cdf(RIGHT_ABOVE)


def _step(stands: float) -> int:
    """The three-point answer of somebody who stands there."""
    return sum(stands > cut for cut in CUTS)


def _share(some: int, of: int) -> str:
    if not of:
        return f"{'-':>12}"
    share = some / of
    return f"{100 * share:5.1f} ± {100 * sqrt(share * (1 - share) / of):4.1f}"


if __name__ == "__main__":
    sys.exit(main())
