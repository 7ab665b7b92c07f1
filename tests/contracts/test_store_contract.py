"""What every store promises. Written once, run on memory, SQLite and PostgreSQL.

The fixtures in `conftest.py` name the stores. Here stands only what the `Store` port says; what a
database can do to us besides (a full disk, a second writer) is tested in `tests/store`.
"""

from __future__ import annotations

from threading import Thread

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.contracts.stores import MakeStore, SealedStore
from tests.samples.every_event import EVERY_EVENT
from tests.strategies.events import logs
from thinkcoop.app.ports import LARGEST_RECORDING, Paper, Recording, SeatCard, Writing, recorded
from thinkcoop.core.session.events import BallotCast, BallotCounted, Event, Paused, Resumed
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId
from thinkcoop.store.codec import START
from thinkcoop.store.memory_store import MemoryStore
from thinkcoop.store.trouble import Conflict

ABC = SessionId("ABC23")
XYZ = SessionId("XYZ89")
VOTE = StepId("5d-decide")
POLL = StepId("2b-poll")


def pauses(*moments: int) -> tuple[Event, ...]:
    return tuple(Paused(at=Millis(moment)) for moment in moments)


def ballot(seat: int) -> BallotCast:
    return BallotCast(
        at=Millis(seat), seat=SeatNo(seat), step=VOTE, answer=AnswerId(f"{seat:032x}")
    )


def test_a_new_store_is_empty(store: SealedStore) -> None:
    assert store.sessions() == []
    assert (store.load(ABC), store.head(ABC), store.standing(ABC)) == ([], START, (0, START))
    assert (store.papers(ABC, VOTE), store.cards(ABC), store.last_wall_ms(ABC)) == ([], {}, 0)


def test_what_was_written_is_loaded(store: SealedStore) -> None:
    store.write([Writing(session=ABC, first=0, events=EVERY_EVENT)])
    assert store.load(ABC) == list(EVERY_EVENT)


def test_a_log_grows_at_its_end(store: SealedStore) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1, 2))])
    store.write([Writing(session=ABC, first=2, events=pauses(3))])
    assert store.load(ABC) == list(pauses(1, 2, 3))


@pytest.mark.parametrize("first", [0, 1, 3])
def test_writing_anywhere_else_is_a_conflict_and_stores_nothing(
    store: SealedStore, first: int
) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1, 2))])
    before = store.standing(ABC)
    with pytest.raises(Conflict) as caught:
        store.write([Writing(session=ABC, first=first, events=pauses(3))])
    assert (caught.value.session, caught.value.first, caught.value.length) == (ABC, first, 2)
    assert (store.standing(ABC), store.load(ABC)) == (before, list(pauses(1, 2)))


def test_several_sessions_in_one_commit_are_kept_apart(store: SealedStore) -> None:
    store.write(
        [
            Writing(session=XYZ, first=0, events=pauses(1)),
            Writing(session=ABC, first=0, events=pauses(2, 3)),
            Writing(session=XYZ, first=1, events=pauses(4)),
        ]
    )
    assert (store.load(XYZ), store.load(ABC)) == (list(pauses(1, 4)), list(pauses(2, 3)))
    assert store.sessions() == [XYZ, ABC]


def test_a_conflict_in_one_session_stores_nothing_of_the_others(store: SealedStore) -> None:
    card = SeatCard(seat=SeatNo(1), code="1111")
    paper = Paper(step=VOTE, option=1)
    good = Writing(session=XYZ, first=0, events=pauses(1), cards=(card,), papers=(paper,))
    with pytest.raises(Conflict):
        store.write([good, Writing(session=ABC, first=7, events=pauses(2))])
    assert (store.sessions(), store.load(XYZ)) == ([], [])
    assert (store.cards(XYZ), store.papers(XYZ, VOTE)) == ({}, [])


def test_an_event_that_could_not_be_read_back_stores_nothing(store: SealedStore) -> None:
    bad = Paused(at=1.5)  # type: ignore[arg-type]  # that is the point
    with pytest.raises(TypeError):
        store.write(
            [
                Writing(session=XYZ, first=0, events=pauses(1)),
                Writing(session=ABC, first=0, events=(*pauses(1), bad)),
            ]
        )
    assert (store.sessions(), store.load(XYZ), store.load(ABC)) == ([], [], [])


def test_sessions_come_oldest_first_whatever_their_names(store: SealedStore) -> None:
    for name in ("M", "A", "Z", "B"):
        store.write([Writing(session=SessionId(name), first=0, events=pauses(1))])
    store.write([Writing(session=SessionId("M"), first=1, events=pauses(2))])
    assert store.sessions() == ["M", "A", "Z", "B"]


def test_nothing_to_write_is_no_mistake(store: SealedStore) -> None:
    store.write([])
    assert store.sessions() == []


def test_the_head_is_the_seal_of_the_last_event(store: SealedStore) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1, 2, 3))])
    seals = [seal for _body, seal in store.sealed(ABC)]
    assert (len(seals), store.head(ABC), store.standing(ABC)) == (3, seals[-1], (3, seals[-1]))


def test_the_tail_of_a_log_can_be_had_alone(store: SealedStore) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(*range(1200)))])
    whole = list(store.sealed(ABC))
    assert (len(whole), list(store.sealed(ABC, 700))) == (1200, whole[700:])
    assert list(store.sealed(ABC, 1200)) == []


# The fixture may be shared by all examples: each makes two new stores with it.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(log=logs, cut=st.integers(0, 12))
def test_heads_are_the_same_in_every_store_however_the_log_was_written(
    make_store: MakeStore, log: list[Event], cut: int
) -> None:
    store = make_store(lambda: 0)
    store.write([Writing(session=ABC, first=0, events=tuple(log[:cut]))])
    store.write([Writing(session=ABC, first=len(log[:cut]), events=tuple(log[cut:]))])
    memory = MemoryStore(wall_ms=lambda: 0)
    memory.write([Writing(session=ABC, first=0, events=tuple(log))])
    assert (store.head(ABC), store.load(ABC)) == (memory.head(ABC), log)
    assert list(store.sealed(ABC)) == list(memory.sealed(ABC))


def test_two_writers_racing_never_both_win(store: SealedStore) -> None:
    won: list[int] = []

    def race() -> None:
        for first in range(40):
            try:
                store.write([Writing(session=ABC, first=first, events=pauses(first))])
                won.append(first)
            except Conflict:
                continue
        store.close()

    rivals = [Thread(target=race) for _ in range(2)]
    for rival in rivals:
        rival.start()
    for rival in rivals:
        rival.join()
    length, _head = store.standing(ABC)
    assert sorted(won) == list(range(length))
    assert store.load(ABC) == list(pauses(*range(length)))


def test_the_wall_clock_of_the_last_write_is_kept_for_each_session(make_store: MakeStore) -> None:
    now = [1_503_622_800_000]
    store = make_store(lambda: now[0])
    store.write([Writing(session=ABC, first=0, events=pauses(1))])
    now[0] += 5_000
    store.write([Writing(session=XYZ, first=0, events=pauses(1))])
    now[0] += 7_000
    store.write([Writing(session=XYZ, first=1, events=pauses(2))])
    found = store.last_wall_ms(ABC), store.last_wall_ms(XYZ)
    assert found == (1_503_622_800_000, 1_503_622_812_000)


def test_papers_come_back_sorted_and_by_step(store: SealedStore) -> None:
    for number, option in enumerate((3, 0, 2, 0)):
        paper = Paper(step=VOTE, option=option)
        events = (ballot(number + 1),)
        store.write([Writing(session=ABC, first=number, events=events, papers=(paper,))])
    other = Paper(step=POLL, option=9)
    store.write([Writing(session=ABC, first=4, events=pauses(5), papers=(other,))])
    store.write([Writing(session=XYZ, first=0, events=pauses(1), papers=(other,))])
    assert store.papers(ABC, VOTE) == [0, 0, 2, 3]
    assert (store.papers(ABC, POLL), store.papers(XYZ, POLL)) == ([9], [9])
    assert store.papers(XYZ, VOTE) == []


def test_a_counted_ballot_is_emptied_and_no_other(store: SealedStore) -> None:
    papers = (
        Paper(step=VOTE, option=1),
        Paper(step=POLL, option=2),
        Paper(step=VOTE, option=0),
    )
    for session in (ABC, XYZ):
        store.write([Writing(session=session, first=0, events=pauses(1), papers=papers)])
    counted = BallotCounted(at=Millis(9), step=VOTE, total=2, counts=())
    store.write([Writing(session=ABC, first=1, events=(counted,), emptied=(VOTE,))])
    assert (store.papers(ABC, VOTE), store.papers(ABC, POLL)) == ([], [2])
    assert (store.papers(XYZ, VOTE), store.papers(XYZ, POLL)) == ([0, 1], [2])


def test_a_seat_card_is_replaced_by_a_newer_one(store: SealedStore) -> None:
    mai, sok = SeatNo(2), SeatNo(1)
    first = (SeatCard(seat=mai, code="4711"), SeatCard(seat=sok, code="0815", name="សុខ"))
    store.write([Writing(session=ABC, first=0, events=pauses(1), cards=first)])
    newer = SeatCard(seat=mai, code="4711", name="Mai", hand=1)
    store.write([Writing(session=ABC, first=1, events=pauses(2), cards=(newer,))])
    assert list(store.cards(ABC).items()) == [(sok, first[1]), (mai, newer)]
    assert store.cards(XYZ) == {}


VOICE = recorded("ogg", b"OggS\x00 a voice \xff")
OTHER = recorded("amr", b"#!AMR another voice")


def test_a_recording_is_kept_with_its_event_and_comes_back_byte_for_byte(
    store: SealedStore,
) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1), recordings=(VOICE, OTHER))])
    assert (store.recording(ABC, VOICE.digest), store.recording(ABC, OTHER.digest)) == (
        VOICE,
        OTHER,
    )
    assert (store.recording(XYZ, VOICE.digest), store.recording(ABC, "0" * 64)) == (None, None)


def test_a_recording_of_the_largest_size_is_kept(store: SealedStore) -> None:
    large = recorded("wav", b"\x01" * LARGEST_RECORDING)
    store.write([Writing(session=ABC, first=0, events=pauses(1), recordings=(large,))])
    assert store.recording(ABC, large.digest) == large


@pytest.mark.parametrize(
    "bad",
    [
        recorded("wav", b"\x01" * (LARGEST_RECORDING + 1)),
        recorded("wav", b""),
        Recording("0" * 64, "wav", b"something else"),
    ],
    ids=["too large", "empty", "another digest"],
)
def test_a_recording_that_must_not_be_kept_stores_nothing(
    store: SealedStore, bad: Recording
) -> None:
    good = Writing(session=XYZ, first=0, events=pauses(1), recordings=(VOICE,))
    with pytest.raises(ValueError, match="recording"):
        store.write([good, Writing(session=ABC, first=0, events=pauses(1), recordings=(bad,))])
    assert (store.sessions(), store.recording(XYZ, VOICE.digest)) == ([], None)


def test_no_recording_is_kept_without_its_event(store: SealedStore) -> None:
    with pytest.raises(Conflict):
        store.write([Writing(session=ABC, first=3, events=pauses(1), recordings=(VOICE,))])
    assert store.recording(ABC, VOICE.digest) is None


def test_the_same_recording_twice_is_kept_once_and_each_session_has_its_own(
    store: SealedStore,
) -> None:
    for session in (ABC, XYZ):
        store.write([Writing(session=session, first=0, events=pauses(1), recordings=(VOICE,))])
    store.write([Writing(session=ABC, first=1, events=pauses(2), recordings=(VOICE,))])
    store.write([Writing(session=XYZ, first=1, events=pauses(2), forgotten=(VOICE.digest,))])
    found = store.recording(ABC, VOICE.digest), store.recording(XYZ, VOICE.digest)
    assert found == (VOICE, None)


def test_a_replaced_recording_goes_in_the_commit_that_brings_the_new_one(
    store: SealedStore,
) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1), recordings=(VOICE,))])
    new = Writing(
        session=ABC,
        first=1,
        events=pauses(2),
        recordings=(OTHER,),
        forgotten=(VOICE.digest, "0" * 64),
    )
    store.write([new])
    found = store.recording(ABC, VOICE.digest), store.recording(ABC, OTHER.digest)
    assert found == (None, OTHER)


def test_a_card_may_come_without_an_event(store: SealedStore) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1))])
    card = SeatCard(seat=SeatNo(1), code="1234")
    store.write([Writing(session=ABC, first=1, events=(), cards=(card,))])
    assert (store.cards(ABC), store.load(ABC)) == ({1: card}, list(pauses(1)))


def test_a_calm_moment_changes_nothing_that_can_be_read(store: SealedStore) -> None:
    store.write([Writing(session=ABC, first=0, events=pauses(1, 2))])
    before = store.load(ABC), store.standing(ABC)
    store.checkpoint()
    assert (store.load(ABC), store.standing(ABC)) == before
    store.write([Writing(session=ABC, first=2, events=(Resumed(at=Millis(3)),))])
    assert len(store.load(ABC)) == 3
