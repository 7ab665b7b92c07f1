"""A private path with the wall: who has only a card or paper walks it with all others who do.

On a phone each person goes at their own pace. A card has no screen, so the wall tells the ways and
asks the questions, one after the other, for all of them at one time (decision 28). A camera reads
what the cards say; paper is filled in meanwhile. What no card can say is left out here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thinkcoop.core.kinds import KindStep, Path
from thinkcoop.core.module.spoken import spoken_seconds, words_of
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import asked_on_wall, has_screen, is_awaited, is_behind, is_here
from thinkcoop.core.session.state import BY_HAND, NEVER, Floor, Seat, State
from thinkcoop.core.words import ROOM, SECOND, Millis

HOLD_UP_MS = Millis(25 * SECOND)
"""To turn a card, hold it up, and be seen in one picture or two."""
MOST_STRETCH = 3, 2
"""However much time there is, the wall takes at most so many times what a part needs."""
LEAST_SHARE = 2
"""However little there is, half of it: nobody could follow less, and the last parts fall away."""


@dataclass(frozen=True, slots=True)
class Part:
    """One stretch of the way: an item is told, or it is asked and cards are held up."""

    item: int
    asks: bool
    needs: Millis


def parts_of(step: Path) -> tuple[Part, ...]:
    """How the wall goes through a path, in order. Without what no card can say."""
    found: list[Part] = []
    for at, item in enumerate(step.items):
        if item.kind == "way":
            found.append(Part(at, asks=False, needs=Millis(item.seconds * SECOND)))
        elif item.by_sign():
            stories = spoken_seconds(words_of([story for story in item.stories if story]))
            heard = Millis((item.seconds + stories) * SECOND)
            found += [Part(at, asks=False, needs=heard), Part(at, asks=True, needs=HOLD_UP_MS)]
    return tuple(found)


def path_ms(step: Path) -> Millis:
    """What the whole path needs with the wall."""
    return Millis(sum(part.needs for part in parts_of(step)))


def with_wall(state: State) -> Iterator[Seat]:
    """Who walks a path with the wall: here, with a card or paper and no screen. Guests look on."""
    for seat in state.seats.values():
        by_hand = seat.channel in BY_HAND and not seat.guest
        if by_hand and is_here(state, seat) and not has_screen(state, seat):
            yield seat


def is_on_its_way(state: State, step: KindStep) -> bool:
    """Whether the path must not end yet, since the wall still has questions for a card.

    Cards are waited for once a camera has read some; before, nobody knows of one.
    """
    if not isinstance(step, Path) or not state.camera or state.room.item >= len(step.items):
        return False
    return any(seat.channel == "card" and is_awaited(state, seat) for seat in with_wall(state))


def is_through(state: State, step: KindStep) -> bool:
    """Whether the wall has been through the path that is open."""
    return isinstance(step, Path) and state.room.item >= len(step.items)


def due(state: State, floor: Floor, step: Path, now: Millis) -> list[e.Event]:
    """The next item, when nobody was asked one yet, its time is up, or all cards were read."""
    if floor.number != ROOM or is_through(state, step):
        return []
    if floor.item < 0:
        return [_call(floor, step, now)] if any(with_wall(state)) else []
    if now >= floor.item_until or _all_read(state, step):
        return [_call(floor, step, now)]
    return []


def _call(floor: Floor, step: Path, now: Millis) -> e.PathItemCalled:
    """The next part of the way, with its share of the time that is left."""
    here = floor.item, floor.item_asks
    coming = [part for part in parts_of(step) if (part.item, part.asks) > here]
    if not coming:
        return e.PathItemCalled(
            at=now, step=step.key, item=len(step.items), asks=False, until=NEVER
        )
    part, all_need = coming[0], sum(each.needs for each in coming)
    left, (more, than) = max(0, floor.closes_at - now), MOST_STRETCH
    share = min(left * part.needs // all_need, part.needs * more // than)
    share = min(left, max(share, part.needs // LEAST_SHARE))
    return e.PathItemCalled(
        at=now, step=step.key, item=part.item, asks=part.asks, until=Millis(now + share)
    )


def _all_read(state: State, step: Path) -> bool:
    """Whether every card that is awaited has answered what the wall asks; never for a telling.

    At least a third of those here must have: whoever was not waited for any more may be awake now.
    """
    asked = asked_on_wall(state)
    if asked is None:
        return False
    cards = [seat for seat in with_wall(state) if seat.channel == "card"]
    awaited = [seat for seat in cards if is_awaited(state, seat)]
    read = [seat for seat in awaited if is_behind(state, step, seat.number, asked.item)]
    return bool(read) and read == awaited and 3 * len(read) >= len(cards)
