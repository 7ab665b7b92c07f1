"""Who came and stayed, and how evenly turns and roles went round. Only counts and spreads leave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from thinkcoop.core.figures.hiding import FEWEST
from thinkcoop.core.figures.process_parts import People, RoleHeld, TurnsHad
from thinkcoop.core.figures.process_spread import range_of
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import is_here
from thinkcoop.core.session.roles import can_hold
from thinkcoop.core.session.state import ROLES, Seat, State
from thinkcoop.core.session.summary import gini
from thinkcoop.core.words import SeatNo

CHANNELS = ("phone", "table", "card", "paper")


@dataclass(slots=True)
class Presence:
    """Who was in touch when, and the states between which each activity lies."""

    left: set[SeatNo] = field(default_factory=set)
    present: dict[int, set[SeatNo]] = field(default_factory=dict)
    """By meeting: who was in touch at some time while it worked."""
    away_at_most: int = 0
    windows: dict[int, tuple[State, State]] = field(default_factory=dict)
    """By stage: the state when it opened, and when it was over."""
    ended: State | None = None
    """The state when the session was closed: forms and goodbyes may still come after it."""
    _away: set[SeatNo] = field(default_factory=set)
    _open: int | None = None

    def note(self, before: State, event: e.Event, after: State) -> None:
        """Note who comes and goes with this event."""
        match event:
            case e.ActivityOpened() if after.stages is not before.stages:
                self.close(before)
                self._open = event.stage
                self.windows[event.stage] = after, after
                self._look_at(after, after.seats)
            case e.ActivityClosed() if event.stage == self._open:
                self.close(after)
            case e.MeetingClosed() | e.SessionClosed() if after.phase != before.phase:
                self.close(after)
                self.ended = after if after.phase == "over" else None
            case e.MeetingOpened() | e.RoomSeated():
                self._look_at(after, after.seats)
            case e.DeviceJoined() | e.DeviceAway() | e.DeviceBack() if event.table in after.tables:
                self._look_at(after, after.tables[event.table].seats)
            case e.SeatTaken() | e.SeatPlaced() | e.SeatAway() | e.SeatBack() | e.SeatLeft():
                self._goodbyes(before, event)
                self._look_at(after, [event.seat])
            case _:
                pass

    def close(self, state: State) -> None:
        """The activity that is open ends with this state, or the log does."""
        if self._open is not None:
            self.windows[self._open] = self.windows[self._open][0], state
        self._open = None

    def _goodbyes(self, before: State, event: e.Event) -> None:
        match event:
            case e.SeatLeft() if before.phase != "over" and event.seat in before.seats:
                self.left.add(event.seat)
            case e.SeatBack():
                self.left.discard(event.seat)
            case _:
                pass

    def _look_at(self, state: State, seats: Iterable[SeatNo]) -> None:
        """Only those whom an event is about: the work does not grow with the room."""
        works = state.phase == "running"
        present = self.present.setdefault(state.meeting, set()) if works else set()
        for seat in (state.seats[number] for number in seats if number in state.seats):
            here = is_here(state, seat)
            if here:
                present.add(seat.number)
            if here or seat.status == "left":
                self._away.discard(seat.number)
            else:
                self._away.add(seat.number)
        if works:
            self.away_at_most = max(self.away_at_most, len(self._away))


def people(end: State, presence: Presence) -> People:
    """Return who came, as counts."""
    began = min((record.opened_at for record in end.stages.values()), default=None)
    room = end.header.language if end.header is not None else ""
    spoken = [seat.language or room for seat in end.seats.values()]
    channels = [seat.channel for seat in end.seats.values()]
    return People(
        expected=end.header.expected if end.header is not None else 0,
        came=len(end.seats),
        guests=sum(seat.guest for seat in end.seats.values()),
        late=sum(began is not None and seat.taken_at > began for seat in end.seats.values()),
        left=len(presence.left),
        away_at_most=presence.away_at_most,
        by_meeting=tuple(len(presence.present[number]) for number in sorted(presence.present)),
        channels={channel: sum(each == channel for each in channels) for channel in CHANNELS},
        languages={code: spoken.count(code) for code in sorted(set(spoken))},
    )


def turns_of_day(end: State, presence: Presence) -> TurnsHad:
    """Return how evenly turns went round all day."""
    return _turns_had([seat.turns for seat in _long_here(end, presence)])


def turns_of_stage(opened: State, closed: State) -> TurnsHad | None:
    """Return how evenly turns went round in one activity; None where nobody had one."""
    lasted = closed.at - opened.at
    before = {number: (seat.turns, _spent(opened, seat)) for number, seat in opened.seats.items()}
    turns = []
    for number, seat in closed.seats.items():
        had, spent = before.get(number, (0, 0))
        if 2 * (_spent(closed, seat) - spent) >= lasted:
            turns.append(seat.turns - had)
    return _turns_had(turns) if any(turns) else None


def _turns_had(turns: Sequence[int]) -> TurnsHad:
    told = len(turns) >= FEWEST and any(turns)
    return TurnsHad(
        turns=sum(turns),
        people=len(turns),
        fairness=round(1 - gini(turns), 4) if told else None,
    )


def roles_held(end: State, presence: Presence) -> tuple[RoleHeld, ...]:
    """Return how each role went round all day, in the order of `ROLES`."""
    long_here = _long_here(end, presence)
    return tuple(_role_held(end, role, long_here) for role in ROLES)


def _role_held(end: State, role: str, long_here: Sequence[Seat]) -> RoleHeld:
    able = [seat for seat in long_here if can_hold(end, seat, role)]
    held = [seat.roles.get(role, 0) for seat in able]
    told = len(held) >= FEWEST
    return RoleHeld(
        role=role,
        times=sum(seat.roles.get(role, 0) for seat in end.seats.values()),
        people=len(held),
        each=range_of(held) if told else None,
        fairness=round(1 - gini(held), 4) if told and any(held) else None,
    )


def _long_here(end: State, presence: Presence) -> list[Seat]:
    """Who was in touch for at least half of the working time, as `summarise` has it."""
    stood = presence.ended or end
    worked = sum(closed.at - opened.at for opened, closed in presence.windows.values())
    return [seat for seat in stood.seats.values() if 2 * _spent(stood, seat) >= worked]


def _spent(state: State, seat: Seat) -> int:
    running = seat.status == "here" and state.phase == "running"
    return seat.here_ms + (state.at - seat.here_since if running else 0)
