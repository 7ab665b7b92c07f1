"""A recording is written with its answer, in the same commit, and goes when it is replaced."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.room import TRADES, small
from thinkcoop.app.acts import Hands, command_of
from thinkcoop.app.ports import Recording, StoreTrouble, Writing, recorded
from thinkcoop.app.turns import Done, Host, Reply, Work
from thinkcoop.core.kinds import Ask
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.asking import floor_for, step_of
from thinkcoop.core.session.events import AnswerGiven
from thinkcoop.core.words import AnswerId, Millis, Refusal, SeatNo, SessionId, StepId, TableNo, Why
from thinkcoop.rehearsal.world import NewestBoard, RehearsalClock, SeededChance
from thinkcoop.store.memory_store import MemoryStore

HERE = SessionId("TEA4U")
FIRST = Ask(id="first", text="What first?", picture="do-ask", pick="words")
SECOND = Ask(id="second", text="What then?", picture="do-ask", pick="words")
ONE = recorded("ogg", b"OggS one")
TWO = recorded("amr", b"#!AMR two")


class Shelf(MemoryStore):
    """A store that remembers what was written together, and can be full."""

    full = False

    def __init__(self) -> None:
        super().__init__(wall_ms=lambda: 0)
        self.writings: list[Writing] = []

    def write(self, writings: Sequence[Writing]) -> None:
        if self.full:
            raise StoreTrouble("The disk is full.")
        self.writings += writings
        super().write(writings)


class House:
    """A device with four people at the first question."""

    def __init__(self) -> None:
        self.store, self.clock, self.names = Shelf(), RehearsalClock(), 0
        self.host = Host(
            store=self.store, board=NewestBoard(), clock=self.clock, chance=SeededChance(1)
        )
        self.host.admit(HERE, small((FIRST, SECOND)))
        self.turn(self.opening())
        for place in range(4):
            self.turn(
                self.work(
                    c.TakeSeat(
                        answer=self.name(), picture=PEOPLE[place], trade=TRADES[0], reads=True
                    )
                )
            )
        self.until("first")

    def opening(self) -> Work:
        return self.work(
            c.OpenSession(
                session=HERE,
                language="en",
                seed=7,
                expected=0,
                starts_at=Millis(0),
                ends_at=Millis(1_200_000),
                wall_ms=0,
                zone_minutes=0,
                engine="test",
            )
        )

    def name(self) -> AnswerId:
        self.names += 1
        return AnswerId(f"name{self.names:06d}")

    def work(self, command: c.Command, recording: Recording | None = None) -> Work:
        return Work(session=HERE, command=command, now=self.host.now(HERE), recording=recording)

    def turn(self, *works: Work) -> list[Reply]:
        return self.host.turn(works)

    def until(self, step: str) -> None:
        for _ in range(50):
            state = self.host.rooms[HERE].state
            found = step_of(state, floor_for(state, TableNo(1))) if state.tables else None
            if found is not None and found.id == step:
                return
            self.turn(self.work(c.GoOn()))
        raise AssertionError(step)

    def spoken(
        self, seat: int, recording: Recording | None, *, step: str = "first", text: str = ""
    ) -> Work:
        voice = recording.digest if recording is not None else ""
        command = c.GiveAnswer(
            seat=SeatNo(seat),
            step=StepId(step),
            answer=self.name(),
            value=(),
            text=text,
            voice=voice,
        )
        return self.work(command, recording)

    def kept(self) -> list[Recording | None]:
        return [self.store.recording(HERE, each.digest) for each in (ONE, TWO)]


@pytest.fixture
def house() -> House:
    return House()


def test_the_recording_is_in_the_very_commit_of_its_event(house: House) -> None:
    [reply] = house.turn(house.spoken(1, ONE))
    assert isinstance(reply, Done)
    last = house.store.writings[-1]
    [given] = [event for event in last.events if isinstance(event, AnswerGiven)]
    assert (given.voice, last.recordings, last.forgotten) == (ONE.digest, (ONE,), ())
    assert house.kept() == [ONE, None]


def test_a_refused_answer_leaves_no_recording(house: House) -> None:
    house.turn(house.spoken(1, ONE, step="second"), house.spoken(2, None, text="tea"))
    assert (house.store.writings[-1].recordings, house.kept()) == ((), [None, None])


def test_a_resend_brings_nothing_new(house: House) -> None:
    work = house.spoken(1, ONE)
    house.turn(work)
    house.turn(house.spoken(1, TWO))
    many = len(house.store.writings)
    [reply] = house.turn(work)
    assert isinstance(reply, Done)
    assert (len(house.store.writings), house.kept()) == (many, [None, TWO])


def test_a_replaced_recording_goes_and_words_replace_it_too(house: House) -> None:
    house.turn(house.spoken(1, ONE))
    house.turn(house.spoken(1, TWO))
    assert (house.store.writings[-1].forgotten, house.kept()) == ((ONE.digest,), [None, TWO])
    house.turn(house.spoken(1, None, text="tea"))
    assert house.kept() == [None, None]


def test_of_two_answers_in_one_turn_only_the_last_recording_is_written(house: House) -> None:
    house.turn(house.spoken(1, ONE), house.spoken(1, TWO))
    last = house.store.writings[-1]
    assert (last.recordings, last.forgotten, house.kept()) == ((TWO,), (), [None, TWO])


def test_a_recording_that_comes_back_in_the_same_turn_stays(house: House) -> None:
    house.turn(house.spoken(1, ONE))
    house.turn(house.spoken(1, TWO), house.spoken(1, ONE))
    assert house.kept() == [ONE, None]


def test_a_recording_that_somebody_else_or_another_step_needs_stays(house: House) -> None:
    house.turn(house.spoken(1, ONE), house.spoken(2, ONE))
    house.turn(house.spoken(1, None, text="tea"))
    assert house.kept() == [ONE, None]
    house.until("second")
    house.turn(house.spoken(3, ONE, step="second"))
    house.turn(house.spoken(3, TWO, step="second"))
    assert house.kept() == [ONE, TWO]


@pytest.mark.parametrize("recording", [None, TWO], ids=["none", "another"])
def test_an_answer_cannot_name_a_recording_that_it_does_not_bring(
    house: House, recording: Recording | None
) -> None:
    house.turn(house.spoken(2, ONE))
    before = house.host.rooms[HERE].state
    named = house.spoken(1, ONE).command
    assert named is not None
    [reply] = house.turn(house.work(named, recording))
    assert (reply, house.host.rooms[HERE].state) == (Refusal(Why.NOT_AN_ANSWER), before)


def test_when_the_disk_says_no_neither_answer_nor_recording_is_there(house: House) -> None:
    house.store.full = True
    [reply] = house.turn(house.spoken(1, ONE))
    house.store.full = False
    assert (reply, house.kept()) == (Refusal(Why.DISK_TROUBLE), [None, None])
    assert StepId("first") not in house.host.rooms[HERE].state.answers


def test_no_form_of_taps_can_name_a_recording(house: House) -> None:
    state = house.host.rooms[HERE].state
    fields = {"step": ["first"], "text": ["tea"], "voice": [ONE.digest]}
    told = command_of("answer", fields, Hands(seat=SeatNo(1)), state, AnswerId("fresh"))
    assert told == c.GiveAnswer(
        seat=SeatNo(1), step=StepId("first"), answer=AnswerId("fresh"), value=(), text="tea"
    )
