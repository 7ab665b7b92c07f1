"""Export and check of log files, and the files of earlier versions."""

from __future__ import annotations

import io
import json
import tracemalloc
from collections.abc import Callable, Iterator
from itertools import chain, repeat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.samples.every_event import EVERY_EVENT, SESSION, of_version
from tests.strategies.events import logs
from thinkcoop.app.ports import SeatCard, StoreTrouble, Writing
from thinkcoop.core.session.events import EVENTS, Event
from thinkcoop.core.words import SeatNo, SessionId
from thinkcoop.store.codec import START, read_record
from thinkcoop.store.export import write_ndjson
from thinkcoop.store.header import VERSION
from thinkcoop.store.memory_store import MemoryStore
from thinkcoop.store.verify import Verdict, file_lines, verify

GOLDEN = Path(__file__).parent.parent / "golden"
SPECIFICATION = Path(__file__).parent.parent.parent / "docs/formats/log.md"


def exported(*events: Event) -> bytes:
    """The log file of a session with these events."""
    store = MemoryStore(wall_ms=lambda: 0)
    store.write([Writing(session=SESSION, first=0, events=events)])
    stream = io.BytesIO()
    write_ndjson(store, SESSION, stream)
    return stream.getvalue()


def check(content: bytes) -> Verdict:
    return verify(file_lines(io.BytesIO(content)))


NEWER = "Line 1: a newer Think.Coop wrote this log"
WHOLE = exported(*EVERY_EVENT)
LINES = WHOLE.splitlines(keepends=True)
COUNT = len(EVERY_EVENT)


def test_every_version_ever_shipped_still_reads() -> None:
    files = sorted(GOLDEN.glob("events-v*.ndjson"))
    assert [file.name for file in files] == [f"events-v{n + 1}.ndjson" for n in range(VERSION)]
    for version, file in enumerate(files, 1):
        content = file.read_bytes()
        assert check(content).plain.startswith(f"The log of session {SESSION} is whole. ")
        lines = content.splitlines()[1:]
        found = [json.loads(line) for line in lines]
        for record in found:
            del record["prev"], record["hash"]
        read = [read_record(record, line=1, seq=seq) for seq, record in enumerate(found)]
        assert (json.loads(content.splitlines()[0])["version"], read) == (
            version,
            list(of_version(version)),
        )


def test_the_newest_golden_file_is_what_is_written_today(*, renew: bool) -> None:
    file = GOLDEN / f"events-v{VERSION}.ndjson"
    if renew:
        file.write_bytes(WHOLE)
    assert file.read_bytes() == WHOLE


def test_the_specification_names_every_kind_and_every_field() -> None:
    lines = SPECIFICATION.read_text(encoding="utf-8").splitlines()
    rows = {row.split("|")[1].strip(): row for row in lines if row.startswith("| `")}
    for cls in EVENTS:
        fields = set(cls.__dataclass_fields__) - {"at"}
        row = rows[f"`{cls.__name__}`"]
        named = {word.removesuffix("?") for word in row.split("|")[2].replace("`", "").split()}
        assert named == (fields or {"–"}), cls.__name__


def test_a_whole_log_is_found_whole() -> None:
    assert check(WHOLE) == Verdict(
        session=SESSION, events=COUNT, head=json.loads(LINES[0])["head"], line=0, what=""
    )


def test_a_session_without_events_is_a_header_alone() -> None:
    assert check(exported()) == Verdict(session=SESSION, events=0, head=START)


@given(log=logs)
def test_any_log_is_exported_as_it_was_stored(log: list[Event]) -> None:
    found = exported(EVERY_EVENT[0], *log)
    assert (check(found).whole, found.count(b"\n")) == (True, len(log) + 2)


@given(data=st.data())
def test_one_changed_byte_anywhere_is_noticed(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(WHOLE) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda byte: byte != WHOLE[place]))
    assert not check(WHOLE[:place] + bytes([byte]) + WHOLE[place + 1 :]).whole


@given(cut=st.integers(0, len(WHOLE) - 1))
def test_a_file_cut_anywhere_is_noticed_and_what_came_before_counted(cut: int) -> None:
    found = check(WHOLE[:cut])
    assert (found.whole, found.events) == (False, max(0, WHOLE[:cut].count(b"\n") - 1))


def swapped() -> bytes:
    return b"".join([*LINES[:4], LINES[5], LINES[4], *LINES[6:]])


def resealed_header(**changes: object) -> bytes:
    header = json.loads(LINES[0]) | changes
    first = json.dumps(header, sort_keys=True, separators=(",", ":")).encode() + b"\n"
    return first + b"".join(LINES[1:])


@pytest.mark.parametrize(
    ("content", "plain"),
    [
        (b"", "Line 1: the file is empty."),
        (b"\x00\xff" * 500, "Line 1: this is not a log of Think.Coop."),
        (b"\x89PNG\r\n\x1a\n" + bytes(99), "Line 1: this is not a log of Think.Coop."),
        (b"{}\n", "Line 1: this is not a log of Think.Coop."),
        (b"[]\n", "Line 1: this is not a log of Think.Coop."),
        (LINES[0][:30], "Line 1: this is not a log of Think.Coop."),
        (
            resealed_header(version=VERSION + 1),
            f"{NEWER} (version {VERSION + 1}); please update this one.",
        ),
        (resealed_header(version=0), "Line 1: the header of the log is damaged."),
        (resealed_header(version="2"), "Line 1: the header of the log is damaged."),
        (resealed_header(colour="red"), "Line 1: the header of the log is damaged."),
        (resealed_header(events="38"), "Line 1: the header of the log is damaged."),
        (
            resealed_header(head=START),
            (
                "Line 1: the header belongs to another log: its seal is not the last one. "
                f"Whole events before it: {COUNT}."
            ),
        ),
        (
            resealed_header(session="OTHER"),
            (
                "Line 2: a log begins with SessionOpened of its own session, OTHER. "
                "Whole events before it: 0."
            ),
        ),
        (
            WHOLE[:-5],
            f"Line {COUNT + 1}: this line is cut off. Whole events before it: {COUNT - 1}.",
        ),
        (
            b"".join(LINES[:-3]),
            (
                f"Line {COUNT - 1}: the file ends here, but {COUNT} events were written. "
                f"Whole events before it: {COUNT - 3}."
            ),
        ),
        (
            swapped(),
            (
                "Line 5: event 3 should be here: a line is missing, doubled or out of order. "
                "Whole events before it: 3."
            ),
        ),
        (
            WHOLE + LINES[-1],
            (
                f"Line {COUNT + 2}: the log should end here, after {COUNT} events, but it goes on. "
                f"Whole events before it: {COUNT}."
            ),
        ),
        (
            WHOLE.replace(b'"trade":"vendor"', b'"trade":"farmer"'),
            (
                "Line 3: the seal does not fit: this event or one before it was changed. "
                "Whole events before it: 1."
            ),
        ),
        (
            WHOLE.replace(b'"trade":"vendor"', b'"trade": "vendor"'),
            (
                "Line 3: this line is not in the form in which it was written. "
                "Whole events before it: 1."
            ),
        ),
        (
            WHOLE.replace(b'"trade":"vendor"', b'"trade":"\\ud800"'),
            "Line 3: this line cannot be read; it is damaged. Whole events before it: 1.",
        ),
    ],
)
def test_every_fault_is_a_sentence_with_its_line(content: bytes, plain: str) -> None:
    assert check(content).plain == plain


def test_events_are_handed_to_the_fold_in_order_until_one_does_not_fit() -> None:
    seen: list[Event] = []

    def fold(event: Event) -> str | None:
        seen.append(event)
        return "nobody can come in twice." if len(seen) == 3 else None

    found = verify(LINES, fold=fold)
    assert (seen, found.line, found.what, found.events) == (
        list(EVERY_EVENT[:3]),
        4,
        "nobody can come in twice.",
        2,
    )


class Endless(io.RawIOBase):
    """A file of a gigabyte that takes no room."""

    def __init__(self, parts: Iterator[bytes]) -> None:
        self._parts = parts

    def readable(self) -> bool:
        return True

    def readinto(self, room: memoryview) -> int:  # type: ignore[override]  # any buffer will do
        part = next(self._parts, b"")
        room[: len(part)] = part
        return len(part)


def gigabyte() -> Iterator[bytes]:
    return repeat(b"\x00" * 8192, 2**30 // 8192)


@pytest.mark.parametrize(
    ("parts", "plain"),
    [
        (gigabyte, "Line 1: this is not a log of Think.Coop."),
        (
            lambda: chain([LINES[0] + LINES[1]], gigabyte()),
            "Line 3: this line is far too long for an event. Whole events before it: 1.",
        ),
    ],
)
def test_a_gigabyte_without_a_line_end_fits_in_a_small_memory(
    parts: Callable[[], Iterator[bytes]], plain: str
) -> None:
    tracemalloc.start()
    found = verify(file_lines(io.BufferedReader(Endless(parts()))))
    _now, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (found.plain, peak < 20_000_000) == (plain, True)


def test_a_log_file_holds_no_seat_code_and_no_name() -> None:
    store = MemoryStore(wall_ms=lambda: 0)
    card = SeatCard(seat=SeatNo(1), code="4711", name="Sopheap")
    store.write([Writing(session=SESSION, first=0, events=EVERY_EVENT, cards=(card,))])
    stream = io.BytesIO()
    assert write_ndjson(store, SESSION, stream) == COUNT
    assert stream.getvalue() == WHOLE


def test_an_unknown_session_has_no_log_file() -> None:
    with pytest.raises(StoreTrouble) as caught:
        write_ndjson(MemoryStore(wall_ms=lambda: 0), SessionId("NONE5"), io.BytesIO())
    assert caught.value.plain == "There is no session NONE5 on this device."
