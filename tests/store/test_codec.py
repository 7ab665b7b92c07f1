from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples.every_event import EVERY_EVENT
from tests.strategies.events import events
from thinkcoop.core.session.events import (
    EVENTS,
    AnswerGiven,
    Event,
    Happened,
    Paused,
    RoomSeated,
    SeatTaken,
    StepClosed,
)
from thinkcoop.core.words import AnswerId, Millis, SeatNo, StepId, TableNo
from thinkcoop.store.codec import (
    START,
    LogFault,
    read_body,
    read_chain,
    read_record,
    seal,
    whole_line,
    write_body,
)
from thinkcoop.store.shapes import shape_of

ANSWER = AnswerGiven(
    at=Millis(7),
    seat=SeatNo(1),
    table=TableNo(0),
    step=StepId("3a"),
    answer=AnswerId("aa"),
    value=(2,),
    text="ទីផ្សារ",
)
RECORD = {
    "seq": 4,
    "kind": "AnswerGiven",
    "at": 7,
    "seat": 1,
    "table": 0,
    "step": "3a",
    "answer": "aa",
    "value": [2],
    "text": "ទីផ្សារ",
}


def fault_of(**changes: object) -> str:
    """What is wrong with RECORD after these changes; a change to None takes the field away."""
    record = {name: value for name, value in (RECORD | changes).items() if value is not None}
    with pytest.raises(LogFault) as caught:
        read_record(record, line=6, seq=4)
    return str(caught.value)


@given(event=events, seq=st.integers(0, 10**6))
def test_reading_what_was_written_gives_the_same_event(event: Event, seq: int) -> None:
    assert read_body(write_body(seq, event), line=1, seq=seq) == event


@pytest.mark.parametrize("event", EVERY_EVENT, ids=lambda event: type(event).__name__)
def test_every_kind_survives_with_its_very_type(event: Event) -> None:
    again = read_body(write_body(0, event), line=1, seq=0)
    assert (type(again), again) == (type(event), event)


def test_a_body_is_sorted_json_without_spaces_and_with_letters_as_they_are() -> None:
    assert write_body(4, ANSWER) == (
        '{"answer":"aa","at":7,"kind":"AnswerGiven","seat":1,"seq":4,"step":"3a","table":0,'
        '"text":"ទីផ្សារ","value":[2],"voice":""}'
    )


def test_a_seal_is_sha256_of_the_seal_before_and_the_body() -> None:
    first = seal(START, "{}")
    assert (first, seal(first, "{}")) == (
        "5508d2b710e64bc470079e1b211d9c58e21011e59d0559e422345dc19d659a75",
        "853949e7eb1e5998f3b794db7ba59d0c5ddb8659d41320ad850dc5d7884f69d1",
    )


def test_a_line_is_the_body_with_both_seals_among_its_keys() -> None:
    body = '{"at":1,"kind":"Paused","seq":0}'
    assert whole_line(body, prev="b", seal="a") == (
        '{"at":1,"hash":"a","kind":"Paused","prev":"b","seq":0}'
    )


@given(event=events, data=st.data())
def test_one_changed_byte_of_a_body_breaks_its_seal(event: Event, data: st.DataObject) -> None:
    body = write_body(0, event)
    sealed = seal(START, body)
    place = data.draw(st.integers(0, len(body) - 1))
    other = data.draw(st.characters(exclude_categories=["Cs"]).filter(lambda c: c != body[place]))
    with pytest.raises(LogFault) as caught:
        list(read_chain([(body[:place] + other + body[place + 1 :], sealed)]))
    assert caught.value.line == 1


def test_a_chain_stops_at_the_first_event_that_was_changed() -> None:
    bodies = [write_body(seq, Paused(at=Millis(seq))) for seq in range(3)]
    rows, prev = [], START
    for body in bodies:
        prev = seal(prev, body)
        rows.append((body, prev))
    rows[1] = (bodies[1].replace('"at":1', '"at":9'), rows[1][1])
    with pytest.raises(LogFault) as caught:
        list(read_chain(rows))
    assert str(caught.value) == (
        "Line 2: the seal does not fit: this event or one before it was changed."
    )


def test_a_field_with_a_default_may_be_absent() -> None:
    record = {name: value for name, value in RECORD.items() if name != "text"}
    found = read_record(record, line=6, seq=4)
    assert isinstance(found, AnswerGiven)
    assert found.text == ""


def test_a_log_from_before_there_were_voices_still_reads() -> None:
    assert "voice" not in RECORD
    body = write_body(4, ANSWER).replace(',"voice":""', "")
    assert read_body(body, line=6, seq=4) == ANSWER


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"seat": None}, "AnswerGiven lacks “seat”."),
        ({"seats": 1}, "this program does not know “seats” in AnswerGiven."),
        ({"kind": "Foo"}, "this program does not know events of the kind “Foo”."),
        ({"kind": 5}, "this program does not know events of the kind “without a name”."),
        ({"seat": "1"}, "“seat” of AnswerGiven must be a whole number."),
        ({"seat": True}, "“seat” of AnswerGiven must be a whole number."),
        ({"seat": 1.0}, "“seat” of AnswerGiven must be a whole number."),
        ({"text": 3}, "“text” of AnswerGiven must be a text."),
        ({"value": 2}, "“value” of AnswerGiven must be a list."),
        ({"value": ["2"]}, "“value” of AnswerGiven must be a whole number."),
        ({"seq": 5}, "event 4 should be here: a line is missing, doubled or out of order."),
        ({"seq": 4.0}, "event 4 should be here: a line is missing, doubled or out of order."),
        ({"seq": None}, "event 4 should be here: a line is missing, doubled or out of order."),
    ],
)
def test_a_faulty_record_is_refused_in_a_plain_sentence(
    changes: dict[str, object], what: str
) -> None:
    assert fault_of(**changes) == f"Line 6: {what}"


@pytest.mark.parametrize(
    ("record", "what"),
    [
        (
            {"kind": "StepClosed", "at": 1, "table": 1, "step": 0, "why": "tired"},
            (
                "“why” of StepClosed must be one of "
                "done, ready, answers, turns, votes, time, moved_on."
            ),
        ),
        (
            {"kind": "RolesGiven", "at": 1, "table": 1, "roles": [["reader"]]},
            "“roles” of RolesGiven must be a list of 2.",
        ),
        (
            {"kind": "RoomSeated", "at": 1, "tables": [[1], 2]},
            "“tables” of RoomSeated must be a list.",
        ),
    ],
)
def test_nested_fields_are_checked_to_the_bottom(record: dict[str, Any], what: str) -> None:
    with pytest.raises(LogFault) as caught:
        read_record(record | {"seq": 0}, line=2, seq=0)
    assert caught.value.what == what


@pytest.mark.parametrize("text", ["", "{", "nonsense", "9" * 5000, "[" * 100_000, b"\xff\xfe"])
def test_what_is_no_json_is_a_damaged_line(text: str | bytes) -> None:
    with pytest.raises(LogFault) as caught:
        read_body(text, line=3, seq=0)  # type: ignore[arg-type]  # bytes come from files
    assert str(caught.value) == "Line 3: this cannot be read; the line is damaged."


def test_a_bare_value_is_no_record() -> None:
    with pytest.raises(LogFault) as caught:
        read_body("[1]", line=3, seq=0)
    assert caught.value.what == "there is no record here, only a bare value."


@pytest.mark.parametrize(
    "event",
    [
        RoomSeated(at=1.5, tables=()),  # type: ignore[arg-type]  # as a bug would
        RoomSeated(at=Millis(1), tables=[(1,)]),  # type: ignore[arg-type]  # as a bug would
        RoomSeated(at=Millis(1), tables=((1.5,),)),  # type: ignore[arg-type]  # as a bug would
        StepClosed(at=Millis(1), table=TableNo(1), step=0, why="tired"),  # type: ignore[arg-type]  # as a bug would
        StepClosed(at=Millis(1), table=TableNo(1), step=True, why="time"),
    ],
)
def test_what_could_not_be_read_back_is_never_written(event: Event) -> None:
    with pytest.raises(TypeError):
        write_body(0, event)


def test_text_that_utf_8_cannot_hold_is_never_sealed() -> None:
    with pytest.raises(ValueError, match="surrogates not allowed"):
        seal(START, "\ud800")


def test_an_event_class_with_a_field_no_log_can_hold_is_refused() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Measured(Happened):
        metres: float

    with pytest.raises(TypeError, match="no event may hold"):
        shape_of(Measured)


def test_an_event_class_may_not_take_a_name_of_the_log_for_a_field() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Sealed(Happened):
        hash: str

    with pytest.raises(TypeError, match="may not have a field called"):
        shape_of(Sealed)


def test_the_samples_have_every_kind_once() -> None:
    assert sorted(type(event).__name__ for event in EVERY_EVENT) == sorted(
        cls.__name__ for cls in EVENTS
    )


def test_a_seat_keeps_its_channel() -> None:
    [taken] = [event for event in EVERY_EVENT if isinstance(event, SeatTaken)]
    again = read_body(write_body(1, taken), line=1, seq=1)
    assert isinstance(again, SeatTaken)
    assert again.channel == "phone"
