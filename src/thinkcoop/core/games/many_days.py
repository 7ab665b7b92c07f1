"""The accident fund over and over: the same rules, many thousand times, and what came of it.

`live_through` is one life, month by month, as the table plays it. `many_lives` is very many of
them, for the view over many days: it jumps from accident to accident, so that ten thousand take a
moment, and `tests/core/games/test_many_days.py` holds the two together. Knows no round and no
label.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from math import ceil, sqrt

from thinkcoop.core.games.base import Figures
from thinkcoop.core.games.chance import Chance

ACCIDENT = 0
"""What a die shows for an accident; its other sides are good."""
HIT = bytes(side == ACCIDENT for side in range(256))
KEPT = 10_000
"""So many lives are rolled once for all fees: their accidents take half a megabyte."""
AT_ONCE = 500
"""Lives whose dice are rolled in one go, so that a million of them fit into a phone."""
Life = tuple[int, int, int, int]
"""How many were in debt, how many are at the end; how many accidents, how many not fully paid."""
CERTAINTY = 1.96
"""Standard errors on either side in which 95 of 100 such figures fall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lot:
    """What a life is made of. Money in any one unit, whole."""

    start: int
    gain: int
    """What is left of a month: income less living."""
    loss: int
    sides: int
    months: int
    fee: int
    """What each pays into the fund each month; 0: everyone alone."""
    players: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Lived:
    """One life of a group: each one's money at the end of each month, and the fund."""

    money: tuple[tuple[int, ...], ...]
    left: int
    """What is left in the fund."""
    accidents: int
    short: int
    """Accidents that the fund could not pay in full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """A share from 0 to 1, and its standard error."""

    value: float
    error: float

    @property
    def of_100(self) -> int:
        """So many of a hundred, rounded; a half goes up."""
        return int(100 * self.value + 0.5)

    @property
    def sure(self) -> int:
        """Half of a 95 % interval, in people of a hundred, rounded up."""
        return ceil(100 * CERTAINTY * self.error)


@dataclass(frozen=True, slots=True, kw_only=True)
class Lives:
    """What many lives add up to."""

    runs: int
    in_debt: Share
    """People below 0 at the end of any month."""
    in_debt_at_end: Share
    """People below 0 after the last month, before what is left in the fund is given back."""
    claims_short: Share
    """Accidents that the fund could not pay in full; all, where there is none."""
    money_left: Share
    """Own money after the last month and an equal part of the fund: no share, but a mean."""

    def figures(self) -> Figures:
        """Each figure, and as `…_error` its standard error; six decimals."""
        named = {
            "share_in_debt": self.in_debt,
            "share_in_debt_at_end": self.in_debt_at_end,
            "share_claims_short": self.claims_short,
            "mean_money_left": self.money_left,
        }
        found: Figures = {}
        for name, share in named.items():
            found[name], found[f"{name}_error"] = round(share.value, 6), round(share.error, 6)
        return found


def live_through(lot: Lot, rolls: Sequence[int]) -> Lived:
    """One life. `rolls` has a die for each player, in order of sitting, month after month.

    The month: income, living, the fee into the fund; then the dice. The fund pays an accident as
    far as it goes, and the player pays the rest.
    """
    own, fund, accidents, short = [lot.start] * lot.players, 0, 0, 0
    months = []
    for month in range(lot.months):
        own = [money + lot.gain - lot.fee for money in own]
        fund += lot.fee * lot.players
        for player in range(lot.players):
            if rolls[month * lot.players + player] == ACCIDENT:
                paid = min(lot.loss, fund)
                fund -= paid
                own[player] -= lot.loss - paid
                accidents += 1
                short += paid < lot.loss
        months.append(tuple(own))
    money = tuple(zip(*months, strict=True))
    return Lived(money=money, left=fund, accidents=accidents, short=short)


@lru_cache(maxsize=256)
def many_lives(lot: Lot, runs: int, seed: int) -> Lives:
    """Return what `runs` lives add up to. The same seed rolls the same dice, whatever the fee."""
    size = lot.players * lot.months
    seen: Counter[Life] = Counter()
    rolled = _rolled if runs <= KEPT else _chunks
    for hits, count in rolled(size, lot.sides, runs, seed):
        seen.update(_lives(lot, hits, count * size))
    return _added_up(lot, seen)


def _chunks(size: int, sides: int, runs: int, seed: int) -> Iterator[tuple[array[int], int]]:
    """For some lives at a time: at which of their dice an accident was, and how many lives."""
    chance = Chance("accident-fund", "lives", seed)
    for begun in range(0, runs, AT_ONCE):
        count = min(AT_ONCE, runs - begun)
        rolls = chance.many(count * size, sides)
        yield _hits(rolls), count


def _hits(rolls: bytes) -> array[int]:
    """Where the accidents are."""
    return array("L", compress(range(len(rolls)), rolls.translate(HIT)))


@lru_cache(maxsize=4)
def _rolled(size: int, sides: int, runs: int, seed: int) -> tuple[tuple[array[int], int], ...]:
    """The same, kept: a table without a fund and with each fee has the same luck."""
    return tuple(_chunks(size, sides, runs, seed))


def _lives(lot: Lot, hits: array[int], dice: int) -> Iterator[Life]:
    """Jump from accident to accident.

    Between two accidents money only grows, or only shrinks. So who is in debt at any time is so
    right after an accident, or at the end.
    """
    players, loss, start, step = lot.players, lot.loss, lot.start, lot.gain - lot.fee
    monthly, size = lot.fee * players, players * lot.months
    end, own, ever = size, dict[int, int](), dict[int, int]()
    paid = claims = short = 0
    for at in hits:
        while at >= end:
            yield _ended(lot, own, ever, claims, short)
            end, own, ever = end + size, {}, {}
            paid = claims = short = 0
        claims += 1
        month = (at + size - end) // players + 1
        rest = loss + paid - monthly * month
        if rest <= 0:
            paid += loss
            continue
        short += 1
        paid += loss - rest
        player = at % players
        own[player] = lost = own.get(player, 0) + rest
        if lost > start + step * month:
            ever[player] = month
    yield _ended(lot, own, ever, claims, short)
    for _ in range(end, dice, size):
        yield _ended(lot, {}, {}, 0, 0)


def _ended(lot: Lot, own: dict[int, int], ever: dict[int, int], claims: int, short: int) -> Life:
    """Sum up a life: what each lost of their own, and who was in debt after an accident."""
    at_end = lot.start + (lot.gain - lot.fee) * lot.months
    if at_end < 0:
        return lot.players, lot.players, claims, short
    if not own:
        return 0, 0, claims, short
    in_debt = [player for player, lost in own.items() if lost > at_end]
    return len(ever.keys() | in_debt), len(in_debt), claims, short


def _added_up(lot: Lot, seen: Counter[Life]) -> Lives:
    runs = seen.total()
    claims = _mean(seen, 2, 1)
    kept = lot.start + lot.months * lot.gain
    money = Share(
        value=kept - lot.loss * claims.value / lot.players,
        error=lot.loss * claims.error / lot.players,
    )
    return Lives(
        runs=runs,
        in_debt=_mean(seen, 0, lot.players),
        in_debt_at_end=_mean(seen, 1, lot.players),
        claims_short=_ratio(seen),
        money_left=money,
    )


def _mean(seen: Counter[Life], place: int, of: int) -> Share:
    """The mean of a figure over all lives, divided by `of`.

    The error counts lives, not people: those of one life share their luck and their fund.
    """
    runs = seen.total()
    total = sum(life[place] * times for life, times in seen.items())
    squares = sum(life[place] ** 2 * times for life, times in seen.items())
    spread = (squares * runs - total**2) / (runs * max(1, runs - 1))
    return Share(value=total / (runs * of), error=sqrt(spread / runs) / of)


def _ratio(seen: Counter[Life]) -> Share:
    """Accidents not paid in full, of all accidents; the error by linearising the ratio."""
    runs = seen.total()
    claims = sum(life[2] * times for life, times in seen.items())
    short = sum(life[3] * times for life, times in seen.items())
    if claims == 0:
        return Share(value=0.0, error=0.0)
    share = short / claims
    squares = sum((life[3] - share * life[2]) ** 2 * times for life, times in seen.items())
    return Share(value=share, error=sqrt(squares * runs / max(1, runs - 1)) / claims)
