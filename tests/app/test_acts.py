"""From what a form sends to a command."""

from __future__ import annotations

import pytest

from tests.room import Room
from thinkcoop.app.acts import ACTS, Hands, command_of, whole_number
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.state import State
from thinkcoop.core.words import AnswerId, Millis, Refusal, SeatNo, StepId, TableNo, Why

PHONE = Hands(seat=SeatNo(1))
DEVICE = Hands(table=TableNo(1))
FRESH = AnswerId("fresh")


@pytest.fixture(scope="module")
def state() -> State:
    """A room with two people at a device and two phones."""
    room = Room().open(starts_in=10)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(2, channel="table", table=TableNo(1))
    room.join(2)
    return room.state


def told(state: State, act: str, hands: Hands, **fields: str | list[str]) -> c.Command | Refusal:
    lists = {name: [text] if isinstance(text, str) else text for name, text in fields.items()}
    return command_of(act, lists, hands, state, FRESH)


def give(*value: int, text: str = "", answer: str = "fresh", seat: int = 1) -> c.GiveAnswer:
    return c.GiveAnswer(
        seat=SeatNo(seat),
        step=StepId("most"),
        answer=AnswerId(answer),
        value=value,
        text=text,
    )


@pytest.mark.parametrize(
    ("fields", "command"),
    [
        ({"v": "2"}, give(2)),
        ({"v": ["2", "0"]}, give(2, 0)),
        ({"v": ["", "1"]}, give(1)),
        ({"v": "1", "answer": "abc123"}, give(1, answer="abc123")),
        ({"v": "1", "answer": "no blanks"}, give(1)),
        ({"v": "1", "answer": "x" * 65}, give(1)),
        ({"text": "hello"}, give(text="hello")),
        ({"n": "3", "v0": "1", "v2": "0"}, give(1, -1, 0)),
        ({"n": "3", "v0": "1", "v2": "0", "trim": "1"}, give(1, 0)),
        ({"v": "១២"}, give(12)),
    ],
)
def test_an_answer_form_is_an_answer(
    state: State, fields: dict[str, str | list[str]], command: c.Command
) -> None:
    assert told(state, "answer", PHONE, step="most", **fields) == command


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"v": "two"}, Why.NOT_AN_ANSWER),
        ({"v": ["1"] * 41}, Why.TOO_MANY_CHOICES),
        ({"n": "many"}, Why.UNREADABLE),
        ({"n": "41"}, Why.UNREADABLE),
        ({"text": "x" * 601}, Why.TEXT_TOO_LONG),
    ],
)
def test_an_unreadable_answer_is_refused(
    state: State, fields: dict[str, str | list[str]], why: Why
) -> None:
    assert told(state, "answer", PHONE, step="most", **fields) == Refusal(why)


def test_an_unknown_act_is_refused(state: State) -> None:
    assert told(state, "dance", PHONE) == Refusal(Why.UNREADABLE)


def test_a_phone_speaks_for_its_own_seat_alone(state: State) -> None:
    assert told(state, "answer", PHONE, step="most", v="1", seat="2") == give(1)


@pytest.mark.parametrize(("seat", "found"), [("2", 2), ("0", 0), ("", 0)])
def test_a_device_speaks_for_its_people(state: State, seat: str, found: int) -> None:
    assert told(state, "answer", DEVICE, step="most", v="1", seat=seat) == give(1, seat=found)


@pytest.mark.parametrize("seat", ["3", "99", "me"])
def test_a_device_does_not_speak_for_others(state: State, seat: str) -> None:
    assert told(state, "answer", DEVICE, step="most", v="1", seat=seat) == Refusal(Why.SEAT_UNKNOWN)


ONE, T1, MOST = SeatNo(1), TableNo(1), StepId("most")


@pytest.mark.parametrize(
    ("act", "hands", "fields", "command"),
    [
        ("pass", PHONE, {"step": "most"}, c.PassAnswer(seat=ONE, step=MOST, answer=FRESH)),
        (
            "pass",
            PHONE,
            {"step": "own-way", "item": "0", "answer": "tap1"},
            c.SkipItem(seat=ONE, step=StepId("own-way"), item=0, answer=AnswerId("tap1")),
        ),
        ("done", PHONE, {"step": "most"}, c.SayDone(step=MOST, seat=ONE, answer=FRESH)),
        (
            "done",
            DEVICE,
            {"step": "most", "half": "2"},
            c.SayDone(step=MOST, table=T1, half=2, answer=FRESH),
        ),
        ("unclear", DEVICE, {"step": "most"}, c.SayNotClear(step=MOST, table=T1)),
        (
            "more",
            PHONE,
            {"step": "most", "closes": "60000"},
            c.AskMoreTime(step=MOST, seat=ONE, closes_at=Millis(60_000)),
        ),
        (
            "turn",
            PHONE,
            {"step": "most", "speaker": "2", "passed": "1"},
            c.EndTurn(step=MOST, speaker=SeatNo(2), passed=True, seat=ONE),
        ),
        ("turn", PHONE, {"speaker": "he"}, Refusal(Why.UNREADABLE)),
        (
            "spoke",
            PHONE,
            {"step": "most", "who": "2"},
            c.MarkSpoke(step=MOST, who=SeatNo(2), seat=ONE),
        ),
        ("spoke", PHONE, {"who": ""}, Refusal(Why.UNREADABLE)),
        (
            "hand",
            DEVICE,
            {"seat": "2", "step": "most", "answer": "tap1"},
            c.HandTo(table=T1, seat=SeatNo(2), step=MOST, answer=AnswerId("tap1")),
        ),
        ("hand", PHONE, {"seat": "2"}, Refusal(Why.TABLE_UNKNOWN)),
        (
            "question",
            PHONE,
            {"about": "money", "text": "Why?"},
            c.PutQuestion(answer=FRESH, seat=ONE, about="money", text="Why?"),
        ),
        (
            "previous",
            PHONE,
            {"step": "most", "item": "2"},
            c.TurnBack(seat=ONE, step=MOST, item=2, answer=FRESH),
        ),
        (
            "sign",
            PHONE,
            {"step": "most", "seat": "4", "sign": "២", "answer": "tap1"},
            c.ShowSign(seat=SeatNo(4), step=MOST, answer=AnswerId("tap1"), sign=2, by=ONE),
        ),
        (
            "sign",
            DEVICE,
            {"step": "most", "seat": "2", "sign": "-1"},
            c.ShowSign(seat=SeatNo(2), step=MOST, answer=FRESH, sign=-1),
        ),
        ("sign", DEVICE, {"step": "most", "seat": "2", "sign": "-2"}, Refusal(Why.UNREADABLE)),
        ("sign", PHONE, {"step": "most", "seat": "4", "sign": "A"}, Refusal(Why.UNREADABLE)),
        ("sign", PHONE, {"step": "most", "sign": "1"}, Refusal(Why.UNREADABLE)),
        ("leave", PHONE, {}, c.Leave(seat=ONE, answer=FRESH)),
        ("return", PHONE, {}, c.ComeBack(seat=ONE, answer=FRESH)),
    ],
)
def test_each_form_is_its_command(
    state: State, act: str, hands: Hands, fields: dict[str, str], command: c.Command | Refusal
) -> None:
    assert told(state, act, hands, **fields) == command


def test_every_act_has_a_test_here() -> None:
    assert {
        "answer", "pass", "done", "unclear", "more", "turn",
        "spoke", "hand", "question", "leave", "return", "previous", "sign",
    } == ACTS  # fmt: skip  # a list of names reads better in rows


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12.500", 12_500),
        ("1,50,000", 150_000),
        (" 7 ", 7),
        ("1 000 000", 1_000_000),
        ("1000000000000", 10**12),
        ("1000000000001", None),
        ("2.5", None),
        ("1,5", None),
        ("1.2.3", None),
        ("--3", None),
        ("", None),
        ("½", None),
        ("9" * 31, None),
    ],
)
def test_whole_numbers_are_read_as_people_write_them_and_nothing_is_guessed(
    text: str, number: int | None
) -> None:
    assert whole_number(text) == number
