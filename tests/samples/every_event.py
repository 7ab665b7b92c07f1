"""One event of every kind, as a small session might have them.

`tests/golden/events-v5.ndjson` is this list as a log file, frozen; `of_version` tells what of it
stands in the older files. An event that was once shipped is never taken away from here; a new one
is added, and with it a new version of the format.

    python -m tests.samples.every_event > tests/golden/events-v5.ndjson
"""

from __future__ import annotations

import sys
from dataclasses import replace

from thinkcoop.app.ports import Writing
from thinkcoop.core.session import events as e
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId, TableNo
from thinkcoop.store.export import write_ndjson
from thinkcoop.store.memory_store import MemoryStore

SESSION = SessionId("K7P3M")
TROUBLE = StepId("3a-my-trouble")
ICE = StepId("4b/ice/trust")
PATH = StepId("5c/private")
DECIDE = StepId("5d-decide")
ONE, TWO = TableNo(1), TableNo(2)
MAI, SOK, LIN = SeatNo(1), SeatNo(2), SeatNo(3)


def at(seconds: int) -> Millis:
    """A moment, in seconds from the opening."""
    return Millis(1000 * seconds)


def answer(number: int) -> AnswerId:
    """An answer's name as phones make them up."""
    return AnswerId(f"{0x5F2C9A1B00000000E0D44C7E9A2F0000 + number:032x}")


EVERY_EVENT: tuple[e.Event, ...] = (
    e.SessionOpened(
        at=at(0),
        session=SESSION,
        module="thinkcoop",
        version="1.0.0",
        digest="9f86d081884c7d65",
        edition="core",
        language="km",
        seed=20170825,
        expected=25,
        starts_at=at(600),
        ends_at=at(10_800),
        wall_ms=1_503_622_800_000,
        zone_minutes=420,
        engine="0.1.0",
        country="kh",
    ),
    e.SeatTaken(
        at=at(10),
        answer=answer(1),
        seat=MAI,
        picture="p-mango",
        trade="vendor",
        reads=True,
        guest=False,
        language="km",
        channel="phone",
        table=TableNo(0),
    ),
    e.DeviceJoined(at=at(20), table=TWO, answer=answer(12)),
    e.RoomSeated(at=at(600), tables=((MAI, SOK), (LIN,))),
    e.SeatPlaced(at=at(610), seat=LIN, table=ONE),
    e.DeviceAway(at=at(620), table=TWO),
    e.DeviceBack(at=at(630), table=TWO),
    e.SeatAway(at=at(640), seat=SOK),
    e.SeatBack(at=at(650), seat=SOK, answer=answer(6)),
    e.Replanned(at=at(660), reason="start", short_ms=at(-60), changes=((0, 2, 90_000), (3, 1, 0))),
    e.ActivityOpened(at=at(660), stage=0),
    e.RolesGiven(at=at(660), table=ONE, roles=(("reader", MAI), ("timekeeper", SOK))),
    e.StepOpened(at=at(661), table=ONE, step=0, closes_at=at(781)),
    e.TurnStarted(at=at(662), table=ONE, seat=SOK, until=at(722)),
    e.TurnEnded(at=at(700), table=ONE, seat=SOK, passed=False),
    e.PairsFormed(at=at(701), table=ONE, pairs=((MAI, SOK), (LIN,)), until=at(761)),
    e.PairSwitched(at=at(730), table=ONE),
    e.HandedOver(at=at(740), table=TWO, seat=LIN, answer=answer(7)),
    e.AnswerGiven(
        at=at(750),
        seat=MAI,
        table=TableNo(0),
        step=TROUBLE,
        answer=answer(2),
        value=(2, 0),
        text="ទំនិញថ្លៃ",
        voice="9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
    ),
    e.AnswerPassed(at=at(751), seat=SOK, step=TROUBLE, answer=answer(8)),
    e.DoneSaid(at=at(752), table=ONE, seat=SeatNo(0), step=0, answer=answer(9)),
    e.NotClearSaid(at=at(753), table=ONE, seat=LIN, step=0),
    e.SaidAgain(at=at(754), table=ONE, step=0, closes_at=at(841)),
    e.MoreTimeGiven(at=at(755), table=ONE, step=0, closes_at=at(901)),
    e.NarrationStarted(
        at=at(756), table=ONE, step=0, answer=answer(13), until=at(764), closes_at=at(909)
    ),
    e.LastMinuteCalled(at=at(842), table=ONE, step=0, closes_at=at(902)),
    e.SpokeMarked(at=at(850), table=ONE, seat=LIN),
    e.QuestionPut(
        at=at(860),
        answer=answer(3),
        table=ONE,
        about="3a",
        text="Who pays when one of us is ill?",
    ),
    e.StepClosed(at=at(902), table=ONE, step=0, why="time"),
    e.Paused(at=at(910)),
    e.Resumed(at=at(970)),
    e.Reopened(at=at(1000), down_ms=Millis(12_345)),
    e.MovesTaken(
        at=at(1010), table=ONE, step=ICE, players=(MAI, SOK, LIN), moves=(1, 0, 1), draws=(7, 5)
    ),
    e.PrivateGiven(at=at(1020), seat=MAI, step=PATH, item=0, answer=answer(5)),
    e.PathItemCalled(at=at(1025), step=PATH, item=1, asks=True, until=at(1085)),
    e.PathTurnedBack(at=at(1030), seat=MAI, step=PATH, item=0, answer=answer(10)),
    e.PrivateCounted(at=at(1090), step=PATH, total=6, counts=((23, 12, 25), (), (1, 5))),
    e.BallotCast(at=at(1100), seat=MAI, step=DECIDE, answer=answer(4)),
    e.CardsRead(at=at(1110), asked=24, seen=22, disagree=1),
    e.FormTyped(
        at=at(1120),
        form=24,
        seat=SeatNo(0),
        trade="vendor",
        answer=answer(14),
        entry="second",
        steps=(TROUBLE, StepId("open-questions")),
        values=((2,), ()),
        texts=("", "Who pays?"),
        differed=1,
    ),
    e.BallotTyped(
        at=at(1190), step=StepId("5d-again"), answer=answer(15), total=9, counts=(5, 3, 1)
    ),
    e.BallotCounted(at=at(1200), step=DECIDE, total=7, counts=(4, 2, 1)),
    e.ActivityClosed(at=at(1210), stage=0, met=833),
    e.MeetingClosed(at=at(1220), meeting=1),
    e.MeetingOpened(
        at=at(605_000),
        meeting=2,
        starts_at=at(605_600),
        ends_at=at(612_000),
        wall_ms=1_504_227_800_000,
    ),
    e.SeatLeft(at=at(606_000), seat=SOK, answer=answer(11)),
    e.SessionClosed(at=at(612_000)),
)


NEW_IN_5 = (e.PathItemCalled,)
NEW_IN_4 = (e.NarrationStarted, e.CardsRead, e.FormTyped, e.BallotTyped)
NEW_IN_2 = (e.MovesTaken, e.PrivateGiven, e.PathTurnedBack, e.PrivateCounted)


NAMED_IN_3 = (
    e.DeviceJoined,
    e.SeatBack,
    e.SeatLeft,
    e.HandedOver,
    e.AnswerPassed,
    e.DoneSaid,
    e.PathTurnedBack,
)


def _unnamed(event: e.Event) -> e.Event:
    return replace(event, answer=AnswerId("")) if isinstance(event, NAMED_IN_3) else event


def of_version(version: int) -> tuple[e.Event, ...]:
    """The list as a program that wrote this version of the format would have had it."""
    if version > 4:
        return EVERY_EVENT
    in_4 = tuple(event for event in EVERY_EVENT if not isinstance(event, NEW_IN_5))
    if version > 3:
        return in_4
    in_3 = tuple(event for event in in_4 if not isinstance(event, NEW_IN_4))
    if version > 2:
        return in_3
    before = tuple(_unnamed(event) for event in in_3)
    if version > 1:
        return before
    opened, *others = before
    assert isinstance(opened, e.SessionOpened)
    known = [event for event in others if not isinstance(event, NEW_IN_2)]
    return (replace(opened, country=""), *known)


def print_log() -> None:
    """Print the list as a log file."""
    store = MemoryStore(wall_ms=lambda: 0)
    store.write([Writing(session=SESSION, first=0, events=EVERY_EVENT)])
    write_ndjson(store, SESSION, sys.stdout.buffer)


if __name__ == "__main__":
    print_log()
