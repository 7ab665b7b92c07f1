"""What people gave: answers, ballots, moves, private items, questions. See `events.py`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from thinkcoop.core.session.happened import Happened
from thinkcoop.core.words import AnswerId, Millis, SeatNo, StepId, TableNo

Entry = Literal["first", "second"]
"""Whether a form was typed for the first time, or once more as a check."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerGiven(Happened):
    """One participant answered; a later answer of the same seat replaces it.

    `table` is 0 for an answer of one's own, else the table for which the seat answered.
    """

    seat: SeatNo
    table: TableNo
    step: StepId
    answer: AnswerId
    value: tuple[int, ...]
    text: str = ""
    voice: str = ""
    """The SHA-256 of the recording, 64 small hex digits; empty when nothing was spoken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerPassed(Happened):
    """One participant would rather not answer. Free, and nobody waits."""

    seat: SeatNo
    step: StepId
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotCast(Happened):
    """A seat voted. What it voted is not here and not linked to here."""

    seat: SeatNo
    step: StepId
    answer: AnswerId


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotCounted(Happened):
    """The papers were counted and destroyed. Below five votes `counts` is empty."""

    step: StepId
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BallotTyped(Happened):
    """A vote on slips of paper was counted aloud in the room, and its sums were typed in.

    Only where nobody voted in another way. Below five votes `counts` is empty. A later one of the
    same step replaces it.
    """

    step: StepId
    answer: AnswerId
    total: int
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardsRead(Happened):
    """A camera read the answer cards of the room. What they said stands in events of their own.

    Of `asked` cards that are awaited now, `seen` were read; of `disagree` pictures said different
    things. From here on the room waits for cards in a secret vote, too.
    """

    asked: int
    seen: int
    disagree: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FormTyped(Happened):
    """A form that came back on paper was typed in: everything in it is from paper.

    `form` is the number on it, `seat` whose it is; seat 0 is somebody who has no seat, and only
    then `trade` says the work. `steps[i]` was answered with `values[i]` and `texts[i]`; what was
    left blank is not in it. A `second` entry says what counts now, and in how many fields the two
    entries differed. It replaces no answer that was given in the room.
    """

    form: int
    seat: SeatNo
    trade: str
    answer: AnswerId
    entry: Entry
    steps: tuple[StepId, ...]
    values: tuple[tuple[int, ...], ...]
    texts: tuple[str, ...]
    differed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MovesTaken(Happened):
    """A round of a game is over at one table, or in the whole room (table 0): nothing can change.

    `players[i]` made `moves[i]`; whoever tapped nothing made the usual move of that round. Where
    one moves for the whole table there is one move, and `players` are all who sat there. `draws`
    are what chance said, from the session's seed.
    """

    table: TableNo
    step: StepId
    players: tuple[SeatNo, ...]
    moves: tuple[int, ...]
    draws: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateGiven(Happened):
    """A seat answered one item of its private path, or skipped it; which, and what, is not here."""

    seat: SeatNo
    step: StepId
    item: int
    answer: AnswerId


@dataclass(frozen=True, slots=True, kw_only=True)
class PathItemCalled(Happened):
    """The wall tells this item of a private path to all who have a card or paper and no screen.

    They walk the path together, at the wall's pace, until `until`. A question is told first; then
    it is called once more and `asks`: from then on cards are read. An item that is one more than
    the last means that the wall is through; `until` is then 0.
    """

    step: StepId
    item: int
    asks: bool
    until: Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class PathTurnedBack(Happened):
    """A seat went back on its private path, to answer from `item` on once more.

    Or it came back in at `item`, where it had left the rest out (`AnswerPassed`).
    """

    seat: SeatNo
    step: StepId
    item: int
    answer: AnswerId = AnswerId("")


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivateCounted(Happened):
    """A private path is closed and added up: `counts[i]` belongs to item i, by option.

    `total` is how many people answered anything. Below five people `counts` is empty, and an item
    that fewer than five answered has an empty place.
    """

    step: StepId
    total: int
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionPut(Happened):
    """A question nobody at the table could answer went into the box, without its asker."""

    answer: AnswerId
    table: TableNo
    about: str
    text: str
