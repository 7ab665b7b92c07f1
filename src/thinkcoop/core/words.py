"""The small words every room of the core shares: identifiers, time, and a polite no.

Nothing here knows what a module, a session or a screen is.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

Millis = NewType("Millis", int)
"""A moment or a length of time in whole milliseconds. Moments count from the session's opening."""

SessionId = NewType("SessionId", str)
"""The short code of a session, as the wall shows it: 4 to 6 letters and digits."""

SeatNo = NewType("SeatNo", int)
"""A participant's number in the session, from 1 in the order of arrival. Never reused."""

TableNo = NewType("TableNo", int)
"""A table's number in the room, from 1. `ROOM` (0) stands for all tables together."""

ROOM = TableNo(0)

AnswerId = NewType("AnswerId", str)
"""A random name minted where an answer is given; the same on every resend of that answer."""

StepId = NewType("StepId", str)
ActivityId = NewType("ActivityId", str)
EditionId = NewType("EditionId", str)
OptionId = NewType("OptionId", str)
PictureName = NewType("PictureName", str)

SECOND = Millis(1_000)
MINUTE = Millis(60_000)


class Why(StrEnum):
    """Every reason for which the rules say no. The web has a plain sentence for each."""

    SESSION_UNKNOWN = "session_unknown"
    SESSION_OVER = "session_over"
    NOT_STARTED = "not_started"
    SEAT_UNKNOWN = "seat_unknown"
    SEAT_LEFT = "seat_left"
    ROOM_FULL = "room_full"
    PICTURE_TAKEN = "picture_taken"
    NO_SUCH_PICTURE = "no_such_picture"
    NO_SUCH_TRADE = "no_such_trade"
    TABLE_UNKNOWN = "table_unknown"
    TABLE_FULL = "table_full"
    STEP_CLOSED = "step_closed"
    OTHER_STEP = "other_step"
    NO_SUCH_OPTION = "no_such_option"
    NOT_AN_ANSWER = "not_an_answer"
    TOO_MANY_CHOICES = "too_many_choices"
    NUMBER_OUT_OF_RANGE = "number_out_of_range"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_UNREADABLE = "text_unreadable"
    ALL_BEANS = "all_beans"
    ALREADY_VOTED = "already_voted"
    GUESTS_DO_NOT_VOTE = "guests_do_not_vote"
    NOT_YOUR_TURN = "not_your_turn"
    NOT_YOUR_ROLE = "not_your_role"
    NO_MORE_TIME = "no_more_time"
    NOT_NOW = "not_now"
    PAUSED = "paused"
    WRONG_CODE = "wrong_code"
    WRONG_PIN = "wrong_pin"
    SLOW_DOWN = "slow_down"
    DOES_NOT_FIT = "does_not_fit"
    UNREADABLE = "unreadable"
    NO_SUCH_FORM = "no_such_form"
    FORM_TYPED = "form_typed"
    FORMS_DIFFER = "forms_differ"
    DISK_TROUBLE = "disk_trouble"


@dataclass(frozen=True, slots=True)
class Refusal:
    """A no that was expected: nothing was stored, and `why` has a sentence for the reader."""

    why: Why
