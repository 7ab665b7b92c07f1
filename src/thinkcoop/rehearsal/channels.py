"""Who took part in which way, and what cards and paper could not answer: from the log alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from thinkcoop.core.kinds import Ballot, KindStep, Path
from thinkcoop.core.session.asking import can_hold_up, can_show, is_asked
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.state import BY_HAND, Seat, State
from thinkcoop.core.words import SeatNo

CHANNELS: tuple[Channel, ...] = ("phone", "table", "card", "paper")


@dataclass(frozen=True, slots=True, kw_only=True)
class ByChannel:
    """What came from all people who take part in one way."""

    channel: Channel
    people: int
    answers: int
    """Answers of one's own that stand; a private path that was begun is one."""
    ballots: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NotAsked:
    """Questions of the day that this way of taking part cannot answer, in order."""

    channel: Channel
    otherwise: tuple[str, ...]
    """Answered all the same: on the table's device, or by somebody at the table for all."""
    nowhere: tuple[str, ...]
    """Only talked about: none of these people left an answer."""


def by_channel(state: State) -> tuple[ByChannel, ...]:
    """Return each way in which anybody took part."""
    answered, voted = list(_answered(state)), list(_voted(state))
    found = []
    for channel in CHANNELS:
        seats = {number for number, seat in state.seats.items() if seat.channel == channel}
        if seats:
            answers, ballots = (sum(who in seats for who in each) for each in (answered, voted))
            found.append(
                ByChannel(channel=channel, people=len(seats), answers=answers, ballots=ballots)
            )
    return tuple(found)


def not_asked(state: State, *, camera: bool) -> tuple[NotAsked, ...]:
    """Return for cards and for paper, as far as they were there, what they could not answer."""
    found = []
    for channel in BY_HAND:
        seats = [seat for seat in state.seats.values() if seat.channel == channel]
        fits = can_hold_up if camera and channel == "card" else can_show
        steps = [step for step in _steps(state) if _asks_something(step) and not fits(step)]
        if seats:
            asked = {step.key for step in steps if any(_took(state, step, s) for s in seats)}
            found.append(
                NotAsked(
                    channel=channel,
                    otherwise=tuple(step.key for step in steps if step.key in asked),
                    nowhere=tuple(step.key for step in steps if step.key not in asked),
                )
            )
    return tuple(found)


def _asks_something(step: KindStep) -> bool:
    """Not a path on which all is told."""
    told = isinstance(step, Path) and len(step.open_items) == len(step.items)
    return is_asked(step) and not told


def _steps(state: State) -> Iterator[KindStep]:
    """The steps that anybody went through."""
    for stage, index in sorted(state.finished):
        yield state.program.stages[stage].steps[index]


def _took(state: State, step: KindStep, seat: Seat) -> bool:
    """Whether this person answered a step, in whatever way."""
    key, number = step.key, seat.number
    if isinstance(step, Ballot):
        return number in state.votes.get(key, {})
    if isinstance(step, Path):
        return number in state.walked.get(key, {})
    if step.to == "table":
        return seat.table in state.table_answers.get(key, {})
    return number in state.answers.get(key, {})


def _answered(state: State) -> Iterator[SeatNo]:
    """The seat of each answer, as often as it answered."""
    for by_seat in state.answers.values():
        yield from by_seat
    for walked in state.walked.values():
        yield from walked


def _voted(state: State) -> Iterator[SeatNo]:
    for votes in state.votes.values():
        yield from votes
