"""Parts that the screens of phones, tables and the wall share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from thinkcoop.core.kinds import KindStep
from thinkcoop.core.module.model import Option
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import (
    Bar,
    Button,
    Choice,
    Person,
    Progress,
    Sign,
    Standing,
    Stone,
    Text,
    Words,
    phrase,
)
from thinkcoop.core.session.asking import is_here
from thinkcoop.core.session.state import NOBODY, Floor, State, Table
from thinkcoop.core.words import MINUTE, Millis

SIGNS: tuple[Sign, ...] = ("A", "B", "C", "D")
MOST_SIGNED = 4

FACES = (
    (P.FACE_GOOD, "face-good"),
    (P.FACE_SO, "face-so"),
    (P.FACE_BAD, "face-bad"),
)
"""The three-point scale, the good end first."""

STEP_ICONS = {
    "say": "do-listen",
    "think": "do-think",
    "round": "do-round",
    "pair": "do-pair",
    "discuss": "do-discuss",
    "ask": "do-ask",
    "rank": "do-rank",
    "sort": "do-sort",
    "map": "do-map",
    "ballot": "do-vote",
    "show": "do-show",
    "report": "do-report",
    "promise": "do-promise",
    "break": "do-break",
    "move": "do-game",
    "seen": "do-show",
    "path": "do-decide",
    "told": "do-decide",
}

ROLE_WORDS = {
    "reader": P.ROLE_READER,
    "timekeeper": P.ROLE_TIMEKEEPER,
    "encourager": P.ROLE_ENCOURAGER,
    "reporter": P.ROLE_REPORTER,
    "recorder": P.ROLE_RECORDER,
}


def stones(state: State) -> tuple[Stone, ...]:
    """The path of this meeting: one stone for each activity, rests smaller."""
    stages = state.program.of_meeting(state.meeting)
    rests = tuple(stage.is_break for stage in stages)
    return _path(rests, stages[0].index, state.phase, state.stage)


@lru_cache(maxsize=256)
def _path(rests: tuple[bool, ...], first: int, phase: str, now: int) -> tuple[Stone, ...]:
    return tuple(
        Stone(state=_progress(phase, now, first + place), rest=rest)
        for place, rest in enumerate(rests)
    )


def _progress(phase: str, now: int, stage: int) -> Progress:
    if phase in ("between", "over") or stage < now:
        return "done"
    return "now" if stage == now and phase == "running" else "to_come"


def bar(state: State, floor: Floor) -> Bar | None:
    """The time of the open step."""
    if not floor.open:
        return None
    return Bar(opens_at=floor.opened_at, closes_at=floor.closes_at, paused_at=state.paused_at)


def turn_bar(state: State, floor: Floor) -> Bar | None:
    """The time of the present speaker, or of the present half of a pair talk."""
    if not floor.open or not floor.turn_until:
        return bar(state, floor)
    return Bar(
        opens_at=Millis(max(floor.opened_at, floor.turn_until - 2 * MINUTE)),
        closes_at=floor.turn_until,
        paused_at=state.paused_at,
    )


def option_choices(options: Sequence[Option], chosen: Sequence[int] = ()) -> tuple[Choice, ...]:
    """Options to tap; the four signs only where there are at most four."""
    signed = len(options) <= MOST_SIGNED
    return tuple(
        Choice(
            value=index,
            text=Text(option.text),
            picture=option.picture,
            sign=SIGNS[index] if signed else "",
            chosen=index in chosen,
        )
        for index, option in enumerate(options)
    )


def face_choices(chosen: Sequence[int] = ()) -> tuple[Choice, ...]:
    """The three faces."""
    return tuple(
        Choice(value=index, text=phrase(key), picture=picture, chosen=index in chosen)
        for index, (key, picture) in enumerate(FACES)
    )


def was_said_again(floor: Floor, step: KindStep) -> bool:
    """Whether what stands here now is said in other words."""
    return floor.said_again and step.has_other_words


def sentence(floor: Floor, step: KindStep) -> Text:
    """What the step says; in other words once a third of the table asked."""
    return Text(step.again if floor.said_again and step.again else step.text)


def ring(state: State, table: Table, floor: Floor, now: int = NOBODY) -> tuple[Person, ...]:
    """The people of a table in their seats: who speaks, who has spoken, who holds which role."""
    roles = {number: role for role, number in table.roles}
    people: list[Person] = []
    for number in table.seats:
        seat = state.seats[number]
        if seat.status == "left":
            continue
        where: Standing = "was" if number in floor.spoke else "waits"
        if not is_here(state, seat):
            where = "away"
        elif number == now:
            where = "now"
        people.append(
            Person(seat=number, picture=seat.picture, state=where, role=roles.get(number, ""))
        )
    return tuple(people)


def done_button(step: KindStep, *, main: bool = True) -> Button:
    """*Done*."""
    return Button(act="done", words=phrase(P.DONE), icon="done", main=main, fields=_of(step))


def half_button(step: KindStep, floor: Floor) -> Button:
    """*Done* with this half of a pair talk; a late resend does not end the other half."""
    half = ("half", "2" if floor.switched else "1")
    fields = (*_of(step), half)
    return Button(act="done", words=phrase(P.DONE), icon="done", main=True, fields=fields)


def ready_button(step: KindStep) -> Button:
    """*Ready*, after thinking."""
    return Button(act="done", words=phrase(P.READY), icon="done", main=True, fields=_of(step))


def more_button(step: KindStep, floor: Floor) -> Button:
    """*More time* than this."""
    fields = (*_of(step), ("closes", str(floor.closes_at)))
    return Button(act="more", words=phrase(P.MORE_TIME), icon="more-time", fields=fields)


def unclear_buttons(step: KindStep) -> tuple[Button, ...]:
    """*Not clear*; none where there are no other words, for it would change nothing."""
    if not step.has_other_words:
        return ()
    words = phrase(P.NOT_CLEAR)
    return (Button(act="unclear", words=words, icon="not-clear", fields=_of(step)),)


def rather_not_button(
    step: KindStep, seat: int = NOBODY, words: P = P.RATHER_NOT, icon: str = "pass"
) -> Button:
    """*I would rather not*: costs nothing. On a private path it means all of its questions."""
    fields = (*_of(step), ("seat", str(seat))) if seat else _of(step)
    return Button(act="pass", words=phrase(words), icon=icon, fields=fields)


def skip_button(step: KindStep, item: int, seat: int = NOBODY) -> Button:
    """*I would rather not* answer this one question of a private path; a resend skips no other."""
    button = rather_not_button(step, seat)
    return replace(button, fields=(*button.fields, ("item", str(item))))


def take_home_button(*, main: bool = False) -> Button:
    """*Take this home*: leads to the page of the group."""
    return Button(act="page", words=phrase(P.TAKE_HOME), icon="house-line", main=main)


def _of(step: KindStep) -> tuple[tuple[str, str], ...]:
    return (("step", step.id),)


def clock_text(state: State, moment: Millis) -> str:
    """A session moment as HH:MM on the wall clock of the room."""
    if state.header is None:
        return ""
    wall = state.meeting_wall_ms + (moment - state.meeting_at)
    minutes = wall // MINUTE + state.header.zone_minutes
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


PLAN_NOTE_MS = 4 * MINUTE
"""How long the wall goes on saying that the plan was changed."""


def plan_change(state: State) -> Words | None:
    """What the last new plan did, in one sentence; None when it is old or was the first."""
    change = state.replanned
    if change is None or change.reason == "start" or state.at - change.at > PLAN_NOTE_MS:
        return None
    minutes = max(1, round(change.short_ms / MINUTE))
    if change.reason == "recovered":
        return phrase(P.PLAN_LONGER, minutes=minutes)
    dropped = sum(1 for _, _, ms in change.changes if ms == 0)
    if dropped:
        return phrase(P.PLAN_DROPPED, minutes=minutes, count=dropped)
    return phrase(P.PLAN_SHORTER, minutes=minutes)
