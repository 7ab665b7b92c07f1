"""What comes of offers: who gets the trip, and what it leaves to whom. Draws no picture.

Both variants are played in one measure, what an offer *leaves*: of the price above the cost, or of
the worth after the fee. Whoever wants to win leaves less; an offer that leaves more than `most` -
`cost` is not taken. The lot of the single offers makes the pairs, so that each pair knows itself
before it offers; a pair makes one offer, the middle of what its members say.
"""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.games.base import History, Played, played
from thinkcoop.core.games.lots import drawn_order
from thinkcoop.core.games.picks import counted, most_chosen

ANSWERS = ("keep", "match", "invite", "alone")
"""What can be said to an outsider who asks for less."""


@dataclass(frozen=True, slots=True)
class Deal:
    """What came of a round."""

    left: int | None
    """What the offer that won leaves, in riel; below 0 is a loss. None: no offer was taken."""
    ours: tuple[int, ...] = ()
    """Who of us shares it."""
    shared_by: int = 1
    """How many share it, with whoever is not of us."""

    def part(self, player: int) -> int:
        """What this player has of it, in whole riel, rounded down."""
        return (self.left or 0) // self.shared_by if player in self.ours else 0

    def average(self, players: int) -> int:
        """What it makes for each of `players`, in whole riel, rounded down."""
        return (self.left or 0) * len(self.ours) // (self.shared_by * players)


@dataclass(frozen=True, slots=True)
class Bid:
    """One offer, and whose it is."""

    left: int
    whose: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bargain:
    """The terms, in riel."""

    cost: int
    most: int
    undercut: int
    step: int
    official: bool

    @property
    def room(self) -> int:
        """The most that an offer can leave and still be taken."""
        return self.most - self.cost

    def offer(self, left: int) -> int:
        """The price, or the fee, that leaves so much.

        >>> terms = {"cost": 4_000, "most": 10_000, "undercut": 1_000, "step": 500}
        >>> Bargain(**terms, official=False).offer(500), Bargain(**terms, official=True).offer(500)
        (4500, 9500)
        """
        return self.most - left if self.official else self.cost + left

    def left_by(self, offer: int) -> int:
        """What an offer of so much leaves."""
        return self.most - offer if self.official else offer - self.cost

    def bids(self, history: History, happened: Played) -> tuple[Bid, ...]:
        """The offers of a round in the drawn order; the joint one alone."""
        if happened.round == "together":
            return (Bid(self.left_by(happened.moves[0]), happened.players),)
        said = {
            player: self.left_by(move)
            for player, move in zip(happened.players, happened.moves, strict=True)
        }
        order = tuple(happened.players[at] for at in drawn_order(happened.draws))
        if happened.round != "pairs":
            return tuple(Bid(said[player], (player,)) for player in order)
        groups = [
            present
            for group in groups_of(history, order)
            if (present := tuple(player for player in group if player in said))
        ]
        groups.sort(key=lambda group: min(order.index(player) for player in group))
        return tuple(Bid(self._middle([said[each] for each in group]), group) for group in groups)

    def _middle(self, lefts: list[int]) -> int:
        """The one offer of a pair, in what it leaves: the middle, in whole steps, rounded up.

        Whoever said nothing, or asked too much, is not counted as long as the other did neither.
        """
        taken = [left for left in lefts if left <= self.room]
        steps = sum(taken) // self.step
        return -(-steps // len(taken)) * self.step if taken else min(lefts)

    def deal(self, history: History, happened: Played) -> Deal:
        """What came of one round of this history. Among equal offers the first drawn wins."""
        if happened.round == "outsider":
            return self.answered(answer(happened), history, happened.players)
        bids = self.bids(history, happened)
        best = min(bids, key=lambda bid: bid.left)
        return Deal(None) if best.left > self.room else Deal(best.left, best.whose, len(best.whose))

    def joint(self, history: History) -> int:
        """What our joint offer leaves: all there is, when none was made or none was taken."""
        together = played(history, "together")
        left = None if together is None else self.deal(history, together).left
        return self.room if left is None else left

    def outsider(self, joint: int) -> int:
        """What the outsider's offer leaves: less than our joint one, yet never a loss."""
        return min(joint, max(0, joint - self.undercut))

    def answered(self, said: str, history: History, here: tuple[int, ...]) -> Deal:
        """What comes of one of `ANSWERS` for those who are here.

        `alone` repeats what came of the single offers; if none were made, they go down to the cost.
        """
        joint = self.joint(history)
        if said == "keep":
            return Deal(self.outsider(joint))
        if said == "match":
            return Deal(self.outsider(joint), here, len(here))
        if said == "invite":
            return Deal(joint, here, len(here) + 1)
        alone = played(history, "alone")
        return Deal(0) if alone is None else self.deal(history, alone)


def answer(happened: Played) -> str:
    """Return which of `ANSWERS` most chose; among equals the earlier one."""
    return ANSWERS[most_chosen(counted(happened, len(ANSWERS)))]


def groups_of(history: History, order: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Who offers with whom in the round of pairs.

    By the lot of the single offers; whoever was not in it is put into pairs at the end. Without
    single offers `order` makes the pairs, and nobody knew before.
    """
    alone = played(history, "alone")
    if alone is None:
        return _pairs(order)
    known = tuple(alone.players[at] for at in drawn_order(alone.draws))
    new = tuple(sorted(player for player in order if player not in known))
    return (*_pairs(known), *(_pairs(new) if new else ()))


def _pairs(order: tuple[int, ...]) -> tuple[tuple[int, ...], ...]:
    """Two and two; whoever is left over makes the last pair a three, or stays alone."""
    last = max(0, len(order) // 2 - 1)
    pairs = tuple(order[2 * at : 2 * at + 2] for at in range(last))
    return (*pairs, order[2 * last :])
