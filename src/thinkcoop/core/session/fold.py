"""Where a session stands, worked out from its events and from nothing else.

The law of this module: folding a log in one go, or in two goes with the state kept in between,
gives the same state (`tests/laws/test_fold.py`). Reconnecting phones, restarts and copies rest on
it. Every event folds on every state: one that makes no sense there changes nothing but the
version, because a log that was written must always be readable.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from thinkcoop.core.session import events as e
from thinkcoop.core.session import fold_forms, fold_people, fold_play, fold_steps, fold_voice
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.state import Header, Question, Seat, StageRecord, State
from thinkcoop.core.words import ROOM, Millis


def start(program: Program) -> State:
    """The state before anything happened."""
    return State(program=program)


def fold(state: State, happened: Iterable[e.Event]) -> State:
    """Return the state after these events, in order."""
    for event in happened:
        step = _FOLDS[type(event)](state, event)
        state = replace(step, version=state.version + 1, at=Millis(max(state.at, event.at)))
    return state


def _opened(state: State, event: e.SessionOpened) -> State:
    if state.phase != "empty":
        return state
    header = Header(
        session=event.session,
        language=event.language,
        seed=event.seed,
        expected=event.expected,
        wall_ms=event.wall_ms,
        zone_minutes=event.zone_minutes,
        engine=event.engine,
        country=event.country,
    )
    return replace(
        state,
        header=header,
        phase="gathering",
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        meeting_at=event.at,
        meeting_wall_ms=event.wall_ms,
    )


def _meeting_opened(state: State, event: e.MeetingOpened) -> State:
    is_one = 0 <= event.meeting < len(state.program.meetings)
    if state.phase not in ("gathering", "between") or not is_one:
        return state
    return replace(
        state,
        phase="gathering",
        meeting=event.meeting,
        starts_at=event.starts_at,
        ends_at=event.ends_at,
        meeting_at=event.at,
        meeting_wall_ms=event.wall_ms,
        seated_at=None,
        paused_at=None,
        replanned=None,
        seats={number: _not_yet_here(seat, event.at) for number, seat in state.seats.items()},
        tables={
            number: replace(table, device_here=False) for number, table in state.tables.items()
        },
    )


def _not_yet_here(seat: Seat, at: Millis) -> Seat:
    """Another day: phones show who comes; nobody can tell of the others, so they count as here."""
    away = seat.status == "here" and seat.channel == "phone"
    return replace(seat, missed=0, status="away" if away else seat.status, here_since=at)


def _replanned(state: State, event: e.Replanned) -> State:
    plan = dict(state.plan)
    plan.update({(stage, step): Millis(ms) for stage, step, ms in event.changes})
    return replace(state, plan=plan, replanned=event)


def _activity_opened(state: State, event: e.ActivityOpened) -> State:
    if state.phase not in ("gathering", "running"):
        return state
    if not 0 <= event.stage < len(state.program.stages):
        return state
    return replace(
        state,
        phase="running",
        stage=event.stage,
        room=fold_steps.clean_floor(state.room),
        tables={
            number: replace(table, floor=fold_steps.clean_floor(table.floor), roles=())
            for number, table in state.tables.items()
        },
        stages={**state.stages, event.stage: StageRecord(opened_at=event.at)},
    )


def _activity_closed(state: State, event: e.ActivityClosed) -> State:
    record = state.stages.get(event.stage)
    if record is None:
        return state
    closed = replace(record, closed_at=event.at, met=event.met)
    return replace(state, stages={**state.stages, event.stage: closed})


def _question(state: State, event: e.QuestionPut) -> State:
    question = Question(
        answer=event.answer, table=event.table, about=event.about, text=event.text, at=event.at
    )
    return replace(state, questions=(*state.questions, question))


def _paused(state: State, event: e.Paused) -> State:
    if state.phase != "running" or state.paused_at is not None:
        return state
    return replace(state, paused_at=event.at)


def _resumed(state: State, event: e.Resumed) -> State:
    if state.paused_at is None:
        return state
    moved = fold_steps.shift_deadlines(state, Millis(max(0, event.at - state.paused_at)))
    return replace(moved, paused_at=None)


def _reopened(state: State, event: e.Reopened) -> State:
    if state.paused_at is not None:
        return state
    return fold_steps.shift_deadlines(state, Millis(max(0, event.down_ms)))


def _meeting_closed(state: State, event: e.MeetingClosed) -> State:
    if state.phase != "running":
        return state
    return replace(fold_people.stop_all_counting_time(state, event.at), phase="between")


def _session_closed(state: State, event: e.SessionClosed) -> State:
    if state.phase == "empty":
        return state
    return replace(fold_people.stop_all_counting_time(state, event.at), phase="over")


_FOLDS: dict[type[e.Happened], Callable[[State, Any], State]] = {
    e.SessionOpened: _opened,
    e.MeetingOpened: _meeting_opened,
    e.SeatTaken: fold_people.seat_taken,
    e.RoomSeated: fold_people.room_seated,
    e.SeatPlaced: fold_people.seat_placed,
    e.DeviceJoined: fold_people.device_joined,
    e.DeviceAway: fold_people.device_away,
    e.DeviceBack: fold_people.device_back,
    e.SeatAway: fold_people.seat_away,
    e.SeatBack: fold_people.seat_back,
    e.SeatLeft: fold_people.seat_left,
    e.Replanned: _replanned,
    e.ActivityOpened: _activity_opened,
    e.ActivityClosed: _activity_closed,
    e.RolesGiven: fold_people.roles_given,
    e.StepOpened: fold_steps.step_opened,
    e.StepClosed: fold_steps.step_closed,
    e.TurnStarted: fold_steps.turn_started,
    e.TurnEnded: fold_steps.turn_ended,
    e.PairsFormed: fold_steps.pairs_formed,
    e.PairSwitched: fold_steps.pair_switched,
    e.HandedOver: fold_steps.handed_over,
    e.AnswerGiven: fold_steps.answer_given,
    e.AnswerPassed: fold_steps.answer_passed,
    e.BallotCast: fold_steps.ballot_cast,
    e.CardsRead: fold_steps.cards_read,
    e.FormTyped: fold_forms.form_typed,
    e.BallotTyped: fold_forms.ballot_typed,
    e.BallotCounted: fold_steps.ballot_counted,
    e.MovesTaken: fold_play.moves_taken,
    e.PrivateGiven: fold_play.private_given,
    e.PathItemCalled: fold_play.path_item_called,
    e.PathTurnedBack: fold_play.path_turned_back,
    e.PrivateCounted: fold_play.private_counted,
    e.DoneSaid: fold_steps.done_said,
    e.NotClearSaid: fold_steps.not_clear_said,
    e.SaidAgain: fold_steps.said_again,
    e.MoreTimeGiven: fold_steps.deadline_moved,
    e.NarrationStarted: fold_voice.narration_started,
    e.LastMinuteCalled: fold_steps.last_minute,
    e.SpokeMarked: fold_steps.spoke_marked,
    e.QuestionPut: _question,
    e.Paused: _paused,
    e.Resumed: _resumed,
    e.Reopened: _reopened,
    e.MeetingClosed: _meeting_closed,
    e.SessionClosed: _session_closed,
}

assert set(_FOLDS) == set(e.EVENTS), "every event needs a fold"
assert ROOM == 0
