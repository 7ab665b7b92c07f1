"""What to expect when everyone votes at random and the votes are counted three ways.

By head, by money, and by the word of a boss, who is each of the voters as often as any other. For
figures, never for a screen.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from statistics import fmean, stdev

from thinkcoop.core.games.base import Figures
from thinkcoop.core.games.chance import Chance

MOST_VOTES = 3**9
"""So many ways to vote are gone through one by one; beyond, votes are drawn."""
NAMES = (
    "three_ways_agree",
    "head_and_money_agree",
    "head_ties",
    "money_ties",
    "richest_decides",
    "boss_wins_by_head",
)


def sole_winner(counts: Sequence[int]) -> int | None:
    """Return the place (0-based) of what got most; None for a tie, and when nothing was counted.

    >>> sole_winner((1, 3, 2)), sole_winner((3, 3, 0)), sole_winner((0, 0, 0))
    (1, None, None)
    """
    most = max(counts)
    return counts.index(most) if most > 0 and counts.count(most) == 1 else None


def expected(
    money: tuple[int, ...], options: int, *, runs: int, seed: int, exactly_up_to: int = MOST_VOTES
) -> Figures:
    """Return shares of all votes, 0 to 1, for voters who put in `money`.

    Exactly (`exact` is 1, `error` 0) up to so many ways to vote; beyond from `runs` votes (at least
    two), and `error` is the largest standard error among the shares.
    """
    exact = is_exact(len(money), options, exactly_up_to)
    votes = _every(money, options) if exact else _drawn(money, options, max(2, runs), seed)
    seen = [_what(vote, money, options) for vote in votes]
    columns = list(zip(*seen, strict=True))
    error = 0.0 if exact else max(stdev(column) for column in columns) / len(seen) ** 0.5
    return {
        **{name: fmean(column) for name, column in zip(NAMES, columns, strict=True)},
        "voice_by_head": 1 / len(money),
        "voice_of_richest_by_money": max(money) / sum(money),
        "exact": int(exact),
        "error": error,
    }


def is_exact(voters: int, options: int, exactly_up_to: int = MOST_VOTES) -> bool:
    """Whether so many voters have so few ways to vote that all of them are gone through."""
    ways: int = options**voters
    return ways <= exactly_up_to


def _every(money: tuple[int, ...], options: int) -> Iterator[tuple[int, ...]]:
    return product(range(options), repeat=len(money))


def _drawn(money: tuple[int, ...], options: int, runs: int, seed: int) -> Iterator[tuple[int, ...]]:
    chance = Chance("three counts", seed)
    return (chance.draws([options] * len(money)) for _ in range(runs))


def _what(vote: tuple[int, ...], money: tuple[int, ...], options: int) -> tuple[float, ...]:
    """What is true of one vote, in the order of `NAMES`; of the boss: for what share of bosses."""
    by_head = sole_winner([vote.count(each) for each in range(options)])
    by_money = sole_winner(
        [sum(m for v, m in zip(vote, money, strict=True) if v == each) for each in range(options)]
    )
    boss_agrees = 0.0 if by_head is None else vote.count(by_head) / len(vote)
    agree = by_head is not None and by_head == by_money
    return (
        boss_agrees * agree,
        float(agree),
        float(by_head is None),
        float(by_money is None),
        float(by_money == vote[money.index(max(money))]),
        boss_agrees,
    )
