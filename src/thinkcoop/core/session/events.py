"""Everything that can happen in a session. Events are forever.

A name or a field that has once been shipped keeps its meaning; a new need is a new event or a new
field with a default. Only whole numbers, texts, truth values and tuples of them. No personal name
ever stands in an event, and no event says what a ballot was marked with.
"""

from __future__ import annotations

from typing import get_args

from thinkcoop.core.session.events_answers import (
    AnswerGiven,
    AnswerPassed,
    BallotCast,
    BallotCounted,
    BallotTyped,
    CardsRead,
    Entry,
    FormTyped,
    MovesTaken,
    PathItemCalled,
    PathTurnedBack,
    PrivateCounted,
    PrivateGiven,
    QuestionPut,
)
from thinkcoop.core.session.events_room import (
    Channel,
    DeviceAway,
    DeviceBack,
    DeviceJoined,
    MeetingClosed,
    MeetingOpened,
    Paused,
    PlanReason,
    Reopened,
    Replanned,
    Resumed,
    RoomSeated,
    SeatAway,
    SeatBack,
    SeatLeft,
    SeatPlaced,
    SeatTaken,
    SessionClosed,
    SessionOpened,
)
from thinkcoop.core.session.events_steps import (
    ActivityClosed,
    ActivityOpened,
    CloseReason,
    DoneSaid,
    HandedOver,
    LastMinuteCalled,
    MoreTimeGiven,
    NarrationStarted,
    NotClearSaid,
    PairsFormed,
    PairSwitched,
    RolesGiven,
    SaidAgain,
    SpokeMarked,
    StepClosed,
    StepOpened,
    TurnEnded,
    TurnStarted,
)
from thinkcoop.core.session.happened import Happened

__all__ = [
    "EVENTS",
    "ActivityClosed",
    "ActivityOpened",
    "AnswerGiven",
    "AnswerPassed",
    "BallotCast",
    "BallotCounted",
    "BallotTyped",
    "CardsRead",
    "Channel",
    "CloseReason",
    "DeviceAway",
    "DeviceBack",
    "DeviceJoined",
    "DoneSaid",
    "Entry",
    "Event",
    "FormTyped",
    "HandedOver",
    "Happened",
    "LastMinuteCalled",
    "MeetingClosed",
    "MeetingOpened",
    "MoreTimeGiven",
    "MovesTaken",
    "NarrationStarted",
    "NotClearSaid",
    "PairSwitched",
    "PairsFormed",
    "PathItemCalled",
    "PathTurnedBack",
    "Paused",
    "PlanReason",
    "PrivateCounted",
    "PrivateGiven",
    "QuestionPut",
    "Reopened",
    "Replanned",
    "Resumed",
    "RolesGiven",
    "RoomSeated",
    "SaidAgain",
    "SeatAway",
    "SeatBack",
    "SeatLeft",
    "SeatPlaced",
    "SeatTaken",
    "SessionClosed",
    "SessionOpened",
    "SpokeMarked",
    "StepClosed",
    "StepOpened",
    "TurnEnded",
    "TurnStarted",
]

Event = (
    SessionOpened
    | MeetingOpened
    | SeatTaken
    | RoomSeated
    | SeatPlaced
    | DeviceJoined
    | DeviceAway
    | DeviceBack
    | SeatAway
    | SeatBack
    | SeatLeft
    | Replanned
    | ActivityOpened
    | ActivityClosed
    | RolesGiven
    | StepOpened
    | StepClosed
    | TurnStarted
    | TurnEnded
    | PairsFormed
    | PairSwitched
    | HandedOver
    | AnswerGiven
    | AnswerPassed
    | BallotCast
    | BallotCounted
    | BallotTyped
    | CardsRead
    | FormTyped
    | MovesTaken
    | PrivateGiven
    | PathItemCalled
    | PathTurnedBack
    | PrivateCounted
    | DoneSaid
    | NotClearSaid
    | SaidAgain
    | MoreTimeGiven
    | NarrationStarted
    | LastMinuteCalled
    | SpokeMarked
    | QuestionPut
    | Paused
    | Resumed
    | Reopened
    | MeetingClosed
    | SessionClosed
)

EVENTS: tuple[type[Happened], ...] = get_args(Event)
"""Every kind of event, in the order of `Event`."""
