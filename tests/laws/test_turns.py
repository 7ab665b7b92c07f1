"""Rounds: everyone is called once, and those who were heard least come first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.room import Room, small
from thinkcoop.core.kinds import Round
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.state import NOBODY
from thinkcoop.core.words import Millis, SeatNo

DEEDS = st.tuples(
    st.sampled_from(("done", "pass", "wait", "leave", "away", "back", "join", "pause")),
    st.integers(0, 9),
    st.sampled_from((0, 2, 20, 70)),
)
TWO_ROUNDS = small(*((Round(text="Say it."), Round(text="Say it again.")),))


def _key(room: Room, number: SeatNo) -> tuple[int, Millis, SeatNo]:
    seat = room.seat(number)
    return seat.turns, seat.last_turn, seat.number


def _do(room: Room, verb: str, who: int, seconds: int) -> None:
    room.wait(seconds)
    table = room.table(1)
    seat = SeatNo(1 + who % len(room.state.seats))
    step = room.program.stages[0].steps[max(0, table.floor.step)].key
    match verb:
        case "done" | "pass":
            passed, speaker = verb == "pass", table.floor.speaker
            room.do(c.EndTurn(step=step, speaker=speaker, passed=passed, seat=speaker))
        case "leave":
            room.do(c.Leave(seat=seat))
        case "away":
            room.do(c.LoseTouch(seat=seat))
        case "back":
            room.do(c.ComeBack(seat=seat))
        case "pause":
            room.do(c.Pause())
            room.now = Millis(room.now + 30_000)
            room.do(c.Resume())
        case "join" if len(room.state.seats) < 7:
            room.join()
        case _:
            pass


@given(people=st.integers(4, 7), deeds=st.lists(DEEDS, max_size=25))
def test_nobody_is_called_twice_in_a_round(people: int, deeds: list[tuple[str, int, int]]) -> None:
    room = Room(TWO_ROUNDS).open(60)
    room.join(people)
    for verb, who, seconds in deeds:
        if room.state.phase in {"gathering", "running"}:
            _do(room, verb, who, seconds)
    room.run_out()
    called: dict[int, list[SeatNo]] = {}
    step = -1
    for event in room.log:
        if isinstance(event, e.StepOpened):
            step = event.step
        if isinstance(event, e.TurnStarted):
            called.setdefault(step, []).append(event.seat)
    for seats in called.values():
        assert len(seats) == len(set(seats))


@given(people=st.integers(4, 7), passes=st.lists(st.booleans(), min_size=14, max_size=14))
def test_everyone_who_is_here_is_called_once_the_least_heard_first(
    people: int, passes: list[bool]
) -> None:
    room = Room(TWO_ROUNDS).open(60)
    room.join(people)
    room.wait(60)
    for _ in range(2):
        waiting = set(room.table(1).seats)
        step = room.step_at(1).key
        while room.table(1).floor.speaker != NOBODY and waiting:
            speaker = room.table(1).floor.speaker
            assert speaker == min(waiting, key=lambda number: _key(room, number))
            waiting.remove(speaker)
            room.now = Millis(room.now + 1_000)
            room.do(c.EndTurn(step=step, speaker=speaker, passed=passes.pop(), seat=speaker))
        assert waiting == set()
