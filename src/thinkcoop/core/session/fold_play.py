"""The part of the fold that is about games and private paths: rounds that are over, items given."""

from __future__ import annotations

from dataclasses import replace

from thinkcoop.core.games.base import Played, fits
from thinkcoop.core.kinds import Move, Path
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import has_answered, step_of, walked
from thinkcoop.core.session.fold_steps import awake, hand_back, remember
from thinkcoop.core.session.playing import history_before
from thinkcoop.core.session.state import PrivateCount, State, Tap, Walked
from thinkcoop.core.session.wall_path import parts_of
from thinkcoop.core.words import ROOM, SeatNo, StepId


def moves_taken(state: State, event: e.MovesTaken) -> State:
    """A round is over and cannot change any more. One that this game does not have is ignored."""
    step = state.program.step(event.step)
    known = event.table == ROOM or event.table in state.tables
    if not isinstance(step, Move) or not known:
        return state
    happened = Played(
        round=step.round.id, players=event.players, moves=event.moves, draws=event.draws
    )
    seats = all(player in state.seats for player in event.players)
    if not seats or not fits(
        step.rules, step.at, history_before(state, step, event.table), happened
    ):
        return state
    by_table = {**state.moves.get(event.step, {}), event.table: happened}
    return replace(state, moves={**state.moves, event.step: by_table})


def private_given(state: State, event: e.PrivateGiven) -> State:
    """Behind this item. With the last one the table's device is laid down.

    Who walks with the wall may have missed some before it: they stay blank.
    """
    step = state.program.step(event.step)
    if not isinstance(step, Path) or event.seat not in state.seats:
        return state
    here = walked(state, step, event.seat)
    done = event.item + 1 if here.done <= event.item < len(step.items) else here.done
    state = _walk(state, step, event.seat, Walked(done=done, ids=(*here.ids, event.answer)))
    passed = state.passed.get(step.key, frozenset()) - {event.seat}
    if step.key in state.passed:
        state = replace(state, passed={**state.passed, step.key: passed})
    state = awake(state, event.seat)
    if has_answered(state, step, state.seats[event.seat]):
        return hand_back(state, event.seat)
    return state


def path_item_called(state: State, event: e.PathItemCalled) -> State:
    """The wall is at this now. What is not on the path that is open, or lies behind, is ignored."""
    step, room = step_of(state, state.room), state.room
    if not isinstance(step, Path) or step.key != event.step or not _is_called(step, event):
        return state
    asked_now = event.item == room.item and event.asks and not room.item_asks
    if event.item <= room.item and not asked_now:
        return state
    at = replace(room, item=event.item, item_asks=event.asks, item_until=event.until)
    return replace(state, room=at)


def _is_called(step: Path, event: e.PathItemCalled) -> bool:
    """Whether the wall can be there: at what a card hears or answers, or behind the last."""
    parts = ((part.item, part.asks) for part in parts_of(step))
    return event.item == len(step.items) or (event.item, event.asks) in parts


def path_turned_back(state: State, event: e.PathTurnedBack) -> State:
    """Back to `item`; what was given there stays until something else is given.

    Back to the item at which the rest was left out means: now I want to go on.
    """
    step = state.program.step(event.step)
    if not isinstance(step, Path) or event.seat not in state.seats:
        return state
    state = remember(state, event.step, Tap("previous", event.seat, event.answer))
    here = walked(state, step, event.seat)
    left_out = state.passed.get(step.key, frozenset())
    if event.item == here.done and event.seat in left_out:
        back_in = {**state.passed, step.key: left_out - {event.seat}}
        return awake(replace(state, passed=back_in), event.seat)
    if not 0 <= event.item < here.done:
        return state
    return awake(_walk(state, step, event.seat, replace(here, done=event.item)), event.seat)


def _walk(state: State, step: Path, seat: SeatNo, now: Walked) -> State:
    by_seat = {**state.walked.get(step.key, {}), seat: now}
    return replace(state, walked={**state.walked, step.key: by_seat})


def private_counted(state: State, event: e.PrivateCounted) -> State:
    """The path is added up and the room goes on."""
    step = state.program.step(event.step)
    if not isinstance(step, Path) or not _can_be(step, event):
        return state
    count = PrivateCount(total=event.total, counts=event.counts)
    counting = None if state.counting == event.step else state.counting
    counts = {**state.private_counts, StepId(event.step): count}
    return replace(state, private_counts=counts, counting=counting)


def _can_be(step: Path, event: e.PrivateCounted) -> bool:
    """Whether these counts have the shape of this path: a log from elsewhere may have another."""
    if not event.counts:
        return True
    return len(event.counts) == len(step.items) and all(
        len(counts) in (0, len(item.options))
        for counts, item in zip(event.counts, step.items, strict=True)
    )
