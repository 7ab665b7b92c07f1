"""The clock with a time bank: how the rest of the day is spent so that it ends on time.

Laws (`tests/laws/test_plan.py`): the plan never moves the end of the day; while what is protected
fits into the time left, nothing protected is cut; the same question always has the same answer.

The order of giving way, which the wall says in one sentence:
1. optional steps are shortened, then fall away, the last of the day first;
2. every step that is not protected shrinks from its plan towards its least, all alike;
3. activities that are optional as a whole fall away, the last of the day first;
4. if even that is not enough, other unprotected steps fall away, the last of the day first;
5. only when the protected steps alone do not fit do they share what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import cast

from thinkcoop.core.kinds import KindStep, Path
from thinkcoop.core.session.asking import can_show, here_at, is_asked, live_tables
from thinkcoop.core.session.state import BY_HAND, State, Table
from thinkcoop.core.session.wall_path import path_ms
from thinkcoop.core.words import MINUTE, SECOND, Millis

HAND_MS = Millis(20 * SECOND)
"""For one person to take a table's device, answer and lay it down."""
CARD_MS = Millis(8 * SECOND)
"""To look at somebody's card and tap what it shows."""
ITEM_MS = Millis(8 * SECOND)
"""For each further question of a private path, to tap at the least."""
GRAIN = Millis(5 * SECOND)
"""Plans are made in steps of five seconds, so that a blink does not change the day."""
TOLERANCE = Millis(30 * SECOND)
"""Being late by less is not worth a new plan."""
RECOVERY = Millis(2 * MINUTE)
"""A shortened day is lengthened again only for a gain of at least this much."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One step still to come, with what it may take."""

    stage: int
    step: int
    plan: Millis
    least: Millis
    optional: bool
    protected: bool
    stage_optional: bool

    @property
    def firm(self) -> Millis:
        """What it gets at the least: a protected one never less than its plan."""
        return self.plan if self.protected else self.least

    @property
    def key(self) -> tuple[int, int]:
        """Its name in the plan."""
        return self.stage, self.step


Plan = dict[tuple[int, int], Millis]


def spend(items: Sequence[Item], left: Millis) -> Plan:
    """Return the milliseconds for each item so that the sum is at most `left`; 0 drops an item."""
    if sum(item.plan for item in items) <= left:
        return {item.key: item.plan for item in items}
    items = [replace(i, plan=i.least) if i.optional and not i.protected else i for i in items]
    items, gone = _drop(items, left, lambda item: item.optional, lambda item: item.plan)
    items, gone_too = _drop_stages(items, left)
    items, gone_last = _drop(items, left, lambda item: True, lambda item: item.firm)
    plan = _shrink(items, left)
    return {**plan, **{item.key: Millis(0) for item in (*gone, *gone_too, *gone_last)}}


def _drop(
    items: Sequence[Item],
    left: Millis,
    may_go: Callable[[Item], bool],
    length: Callable[[Item], Millis],
) -> tuple[list[Item], list[Item]]:
    """Drop the last droppable items until the rest fits by the given measure of length."""
    kept, gone = list(items), []
    for item in reversed(items):
        if sum(length(each) for each in kept) <= left:
            break
        if may_go(item) and not item.protected:
            kept.remove(item)
            gone.append(item)
    return kept, gone


def _drop_stages(items: Sequence[Item], left: Millis) -> tuple[list[Item], list[Item]]:
    """Drop optional activities whole, the last of the day first, until the rest fits at its least.

    One that has protected steps keeps those.
    """
    kept, gone = list(items), []
    for stage in sorted({item.stage for item in items if item.stage_optional}, reverse=True):
        if sum(each.firm for each in kept) <= left:
            break
        gone += [item for item in kept if item.stage == stage and not item.protected]
        kept = [item for item in kept if item.stage != stage or item.protected]
    return kept, gone


def _shrink(items: Sequence[Item], left: Millis) -> Plan:
    """Give protected items their plan and share the rest between least and plan."""
    firm = sum(item.plan for item in items if item.protected)
    soft = [item for item in items if not item.protected]
    free = left - firm
    if free < 0:
        return {
            item.key: Millis(max(0, left) * item.plan // firm) for item in items if item.protected
        } | {item.key: Millis(0) for item in soft}
    least = sum(item.least for item in soft)
    give = sum(item.plan for item in soft) - least
    spare = max(0, min(free - least, give))
    return {item.key: item.plan for item in items if item.protected} | {
        item.key: Millis(item.least + ((item.plan - item.least) * spare // give if give else 0))
        for item in soft
    }


def by_hand_ms(state: State, step: KindStep) -> Millis:
    """What a question needs where a device goes from hand to hand, or cards are looked at.

    So much for each person at the table with the most.
    """
    if not is_asked(step) or step.to == "table":
        return Millis(0)
    counts = cast("tuple[_Hands, ...] | None", state.memo.get("hands"))
    if counts is None:
        counts = tuple(_hands(state, table) for table in live_tables(state))
        state.memo["hands"] = counts
    if can_show(step):
        shown = (HAND_MS * each.share + CARD_MS * each.cards for each in counts)
        return Millis(max(shown, default=0))
    together, alone = _of_path(step) if isinstance(step, Path) else (Millis(0), HAND_MS)
    most = max((each.share + each.could for each in counts), default=0)
    by_device = together + alone * most if most else 0
    wall = path_ms(step) if isinstance(step, Path) and any(each.wall for each in counts) else 0
    return Millis(max(by_device, wall))


def _of_path(step: Path) -> tuple[Millis, Millis]:
    """What a path needs at a table's device: heard by all at one time, and for each in private.

    In private, too, there is time to hear it all, or to tap where that takes longer.
    """
    together = sum(item.seconds for item in step.open_items) * SECOND
    rest = step.items[len(step.open_items) :]
    listening = sum(item.seconds for item in rest) * SECOND
    private = HAND_MS + max(listening, (len(rest) - 1) * ITEM_MS) if rest else 0
    return Millis(together), Millis(private)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hands:
    """Of a table: who shares its device, who has a card or paper, and how many of these could."""

    share: int
    cards: int
    could: int
    wall: bool
    """Whether some of its cards have nothing but the wall."""


def _hands(state: State, table: Table) -> _Hands:
    here = [state.seats[number] for number in here_at(state, table)]
    cards = sum(seat.channel in BY_HAND for seat in here)
    share = sum(seat.channel == "table" for seat in here)
    return _Hands(
        share=share,
        cards=cards,
        could=cards if table.device_here else 0,
        wall=not table.device_here
        and any(seat.channel == "card" and not seat.guest for seat in here),
    )


def rest_of_day(state: State, stage: int, after: int) -> tuple[Item, ...]:
    """The steps still to come in this meeting: those of `stage` behind `after`, then the rest."""
    tables = live_tables(state)
    at_most = max((len(here_at(state, table) or table.seats) for table in tables), default=1)
    seats, count = at_most, max(1, len(tables))
    items: list[Item] = []
    for there in state.program.of_meeting(state.meeting):
        if there.index < stage:
            continue
        for index, step in enumerate(there.steps):
            if there.index == stage and index <= after:
                continue
            by_hand = by_hand_ms(state, step)
            least = step.least_ms(seats=seats, tables=count)
            items.append(
                Item(
                    stage=there.index,
                    step=index,
                    plan=max(step.plan_ms(seats=seats, tables=count), by_hand),
                    least=max(least, Millis(by_hand // 2)),
                    optional=step.optional,
                    protected=step.protected or there.activity.protected,
                    stage_optional=there.activity.optional,
                )
            )
    return tuple(items)


def new_plan(
    state: State, stage: int, after: int, now: Millis, *, only_if_late: bool = False
) -> Plan | None:
    """Return a plan for the steps behind (`stage`, `after`), or None when the old one still serves.

    The old plan serves while the rest neither overruns the end by more than `TOLERANCE` nor could
    give back `RECOVERY` or more to steps that were shortened or dropped. At the end no plan serves
    that has anything left to do.
    """
    items = rest_of_day(state, stage, after)
    left = Millis(max(0, state.ends_at - now))
    fresh = spend(items, left)
    if any(item.key not in state.plan for item in items):
        return fresh
    old_total = sum(state.plan[item.key] for item in items)
    late = old_total > (left + TOLERANCE if left else 0)
    recovered = sum(fresh.values()) >= old_total + RECOVERY
    return fresh if late or (recovered and not only_if_late) else None


def rounded(plan: Plan) -> Plan:
    """The plan in whole grains, rounded down; what is not dropped keeps at least one grain."""
    return {
        key: Millis(max(GRAIN, ms // GRAIN * GRAIN)) if ms else Millis(0)
        for key, ms in plan.items()
    }


def bank_ms(state: State, now: Millis) -> Millis:
    """Minutes saved (positive) or owed (negative) against the plan of the rest of this meeting."""
    ahead = sum(
        ms
        for (stage, step), ms in state.plan.items()
        if stage > state.stage or (stage == state.stage and step > _furthest(state))
    )
    open_until = max(
        [now]
        + [table.floor.closes_at for table in state.tables.values() if table.floor.open]
        + ([state.room.closes_at] if state.room.open else [])
    )
    return Millis(state.ends_at - open_until - ahead)


def _furthest(state: State) -> int:
    return max([state.room.step, *(table.floor.step for table in state.tables.values())])


def can_give_more(state: State, stage: int, after: int, now: Millis, more: Millis) -> bool:
    """Whether `more` can be given to the open step without dropping what must not fall away."""
    return more <= most_more(state, stage, after, now)


def most_more(state: State, stage: int, after: int, now: Millis) -> Millis:
    """What can be given to the open step without dropping what must not fall away; 0 or less: none.

    Counted from `now`, in milliseconds. The end of the day stays where it is.
    """
    items = rest_of_day(state, stage, after)
    needed = sum(
        0 if item.optional and not item.protected else (item.plan if item.protected else item.least)
        for item in items
    )
    return Millis(state.ends_at - now - needed)
