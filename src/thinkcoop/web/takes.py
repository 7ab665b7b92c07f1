"""What pictures show of the cards of each session, until it is counted. In memory, and only there.

A card belongs to whoever has its picture (`core/screens/people.py`): card 7 to the seventh. What
was seen of a card belongs to the step that was open for it then; when that closes, it is gone.
"""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from thinkcoop.core.cards import CARDS, SIGNS, Sighting, Sign
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import Asked, sides_of
from thinkcoop.core.session.rules.cards import held_up, held_up_unread
from thinkcoop.core.session.state import State
from thinkcoop.core.words import AnswerId, SeatNo, SessionId


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """How far the cards are that are held up now."""

    asked: int
    """How many cards are awaited, counted ones too."""
    counted: int
    """How many of them have answered already."""
    seen: tuple[SeatNo, ...] = ()
    """Seen and not counted yet."""
    missing: tuple[SeatNo, ...] = ()
    disagree: tuple[SeatNo, ...] = ()
    """Two pictures showed different sides: their holders are asked once more."""
    to_turn: tuple[SeatNo, ...] = ()
    """Seen with a side up that stands for nothing here: their holders are asked to turn it."""
    questions: tuple[str, ...] = ()
    """The questions for which cards are up now."""

    @property
    def again(self) -> bool:
        """Whether one more picture is wanted."""
        return bool(self.missing or self.disagree or self.to_turn)

    @property
    def whole(self) -> bool:
        """Whether everything was seen that was still awaited."""
        return bool(self.seen) and not self.again


class CardTakes:
    """One take for each session. Usable from any thread."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: dict[SessionId, dict[SeatNo, tuple[Asked, frozenset[Sign]]]] = {}
        self._glimpsed: dict[SessionId, dict[SeatNo, tuple[Asked, Sign]]] = {}

    def add(
        self,
        session: SessionId,
        state: State,
        sightings: Iterable[Sighting],
        taken_for: Iterable[str] = (),
        *,
        film: bool = False,
    ) -> None:
        """Note what more pictures show. Cards that are to be shown once more begin anew.

        `taken_for` are the questions that were open when the pictures were taken; where it is
        known, they are no answers to any other. A card that was counted is not read again: by then
        its holder has put it down. Of a `film` two pictures in turn must show the same sign of it:
        a single one may have caught it while it was being turned.
        """
        asked, seats, sides = held_up(state), seats_by_card(state), _sides(state)
        then = frozenset(taken_for) or frozenset(each.name for each in asked.values())
        wanted = {seat for seat in held_up_unread(state) if asked[seat].name in then}
        with self._lock:
            before = self._seen.get(session, {})
            now = {
                seat: (question, signs)
                for seat, (question, signs) in before.items()
                if asked.get(seat) == question and len(signs & sides[question]) == len(signs) == 1
            }
            for reading in (each for sighting in sightings for each in sighting.readings):
                seat = seats.get(reading.card)
                if seat is None or seat not in wanted:
                    continue
                if not film or self._seen_before(session, seat, (asked[seat], reading.sign)):
                    signs = now.get(seat, (asked[seat], frozenset[Sign]()))[1]
                    now[seat] = (asked[seat], signs | {reading.sign})
            self._seen[session] = now

    def take(self, session: SessionId, state: State) -> Take:
        """How far the cards are."""
        asked, unread, sides = held_up(state), held_up_unread(state), _sides(state)
        signs = self._signs(session, asked)
        alone = [seat for seat in unread if len(signs.get(seat, ())) == 1]
        return Take(
            asked=len(asked),
            counted=len(asked) - len(unread),
            seen=tuple(seat for seat in alone if signs[seat] <= sides[asked[seat]]),
            missing=tuple(seat for seat in unread if not signs.get(seat)),
            disagree=tuple(seat for seat in unread if len(signs.get(seat, ())) > 1),
            to_turn=tuple(seat for seat in alone if not signs[seat] <= sides[asked[seat]]),
            questions=tuple(sorted({each.name for each in asked.values()})),
        )

    def command(self, session: SessionId, state: State, answer: AnswerId) -> c.ReadCards:
        """Everything that was seen without a doubt, as one command. The take stays until `done`."""
        asked, take = held_up(state), self.take(session, state)
        signs = self._signs(session, asked)
        shown = tuple(
            c.CardSign(
                seat=seat,
                step=asked[seat].step,
                item=asked[seat].item,
                sign=SIGNS.index(next(iter(signs[seat]))),
            )
            for seat in take.seen
        )
        return c.ReadCards(answer=answer, signs=shown, disagree=len(take.disagree))

    def done(self, session: SessionId, counted: c.ReadCards) -> None:
        """These were counted. What another picture showed meanwhile is not lost."""
        with self._lock:
            for sign in counted.signs:
                self._seen.get(session, {}).pop(sign.seat, None)
                self._glimpsed.get(session, {}).pop(sign.seat, None)

    def _seen_before(self, session: SessionId, seat: SeatNo, shown: tuple[Asked, Sign]) -> bool:
        """Whether the picture before showed the same of this card; notes what this one shows."""
        glimpsed = self._glimpsed.setdefault(session, {})
        before, glimpsed[seat] = glimpsed.get(seat), shown
        return before == shown

    def _signs(
        self, session: SessionId, asked: dict[SeatNo, Asked]
    ) -> dict[SeatNo, frozenset[Sign]]:
        with self._lock:
            now = dict(self._seen.get(session, {}))
        return {
            seat: signs for seat, (question, signs) in now.items() if asked.get(seat) == question
        }


def _sides(state: State) -> dict[Asked, frozenset[Sign]]:
    """The signs that stand for something, by question."""
    return {
        asked: frozenset(SIGNS[side] for side in sides_of(state, asked))
        for asked in set(held_up(state).values())
    }


def seats_by_card(state: State) -> dict[int, SeatNo]:
    """The seat of each card that was given out: whoever has its picture and takes part with it.

    Where two at different tables have the same, nobody knows whose card it is: it is left out.
    """
    numbers = {picture: number for number, picture in enumerate(PEOPLE[:CARDS], 1)}
    holders = [
        seat for seat in state.seats.values() if seat.channel == "card" and seat.status != "left"
    ]
    had = Counter(seat.picture for seat in holders)
    return {
        numbers[seat.picture]: seat.number
        for seat in holders
        if seat.picture in numbers and had[seat.picture] == 1
    }
