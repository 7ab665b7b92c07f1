"""What may be done: one function for each command, and `act`, through which all of them go."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Event
from thinkcoop.core.session.flow import settle
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.rules import answer, cards, forms, join, private, room, talk, voice
from thinkcoop.core.session.state import NO_STEP, State, Tap
from thinkcoop.core.session.verdict import Decision, Mark, Paper
from thinkcoop.core.words import Millis, Refusal, Why


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a command led to: the calm state after it, all events, papers for the box, marks."""

    state: State
    events: tuple[Event, ...]
    papers: tuple[Paper, ...]
    marks: tuple[Mark, ...] = ()


_RULES: dict[type, Callable[[State, Any, Millis], Decision | Refusal]] = {
    c.OpenSession: room.open_session,
    c.OpenMeeting: room.open_meeting,
    c.Pause: room.pause,
    c.Resume: room.resume,
    c.GoOn: room.go_on,
    c.GiveMoreTime: room.give_more_time,
    c.Reopen: room.reopen,
    c.CountBallot: room.count_ballot,
    c.CountPrivate: private.count_private,
    c.Tick: room.tick,
    c.TakeSeat: join.take_seat,
    c.JoinDevice: join.join_device,
    c.LoseTouch: join.lose_touch,
    c.ComeBack: join.come_back,
    c.Leave: join.leave,
    c.GiveAnswer: answer.give_answer,
    c.PassAnswer: answer.pass_answer,
    c.SkipItem: answer.skip_item,
    c.ShowSign: cards.show_sign,
    c.ReadCards: cards.read_cards,
    c.TypeForm: forms.type_form,
    c.TypeBallot: forms.type_ballot,
    c.TurnBack: private.turn_back,
    c.HandTo: answer.hand_to,
    c.SayDone: talk.say_done,
    c.SayNotClear: talk.say_not_clear,
    c.AskMoreTime: talk.ask_more_time,
    c.StartNarration: voice.start_narration,
    c.EndTurn: talk.end_turn,
    c.MarkSpoke: talk.mark_spoke,
    c.PutQuestion: talk.put_question,
}

_FULL_LOOK = (
    c.Tick,
    c.Resume,
    c.GoOn,
    c.Reopen,
    c.CountBallot,
    c.CountPrivate,
    c.OpenMeeting,
)
"""After these anything may be due; after the others only what they touched."""

_ALSO_WHEN_OVER = (c.Tick, c.CountBallot, c.CountPrivate, c.Reopen, c.TypeForm, c.TypeBallot)


def decide(state: State, command: c.Command, now: Millis) -> Decision | Refusal:
    """Answer one command. A refusal changes nothing; a decision without events is a resend."""
    if state.phase == "empty" and not isinstance(command, c.OpenSession):
        return Refusal(Why.SESSION_UNKNOWN)
    if state.phase == "over" and not isinstance(command, _ALSO_WHEN_OVER):
        return Refusal(Why.SESSION_OVER)
    if _is_resend(state, command):
        return Decision()
    return _RULES[type(command)](state, command, now)


def _is_resend(state: State, command: c.Command) -> bool:
    """Whether this very tap was taken before: its own traces may be gone since.

    Answers, signs and questions know their names themselves; everything else that people tap is
    for a step and a person who can do it only once there.
    """
    step = NO_STEP
    match command:
        case c.TurnBack():
            act, step = "previous", command.step
        case c.PassAnswer():
            act, step = "pass", command.step
        case c.SayDone():
            act, step = "done", command.step
        case c.HandTo():
            act, step = "hand", command.step
        case c.Leave():
            act = "leave"
        case c.ComeBack():
            act = "return"
        case _:
            return False
    return Tap(act, command.seat, command.answer) in state.taps.get(step, frozenset())


def act(state: State, command: c.Command, now: Millis) -> Outcome | Refusal:
    """Answer one command and let everything happen that is due after it.

    `now` never runs backwards: a moment before the last event counts as that event's moment.
    """
    now = Millis(max(now, state.at))
    verdict = decide(state, command, now)
    if isinstance(verdict, Refusal):
        return verdict
    changed = fold(state, verdict.events)
    since = None if isinstance(command, _FULL_LOOK) else verdict.events
    calm, due = settle(changed, now, since)
    return Outcome(
        state=calm, events=(*verdict.events, *due), papers=verdict.papers, marks=verdict.marks
    )
