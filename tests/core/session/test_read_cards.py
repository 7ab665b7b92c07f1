"""What a camera saw of the cards of a room: answers, votes, and what is left out."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, tea
from thinkcoop.core.kinds import Ballot
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import Asked, has_answered
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.rules.cards import held_up, held_up_unread
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo, Why

ROUND = StepId("pot-silent-1")
MEANS = (0, 3, 7, 10)


def room_at(step: str, *, cards: int = 6, phones: int = 0, edition: str = "game") -> Room:
    room = Room(tea(edition)).open(60)
    if phones:
        room.join(phones)
    room.join(cards, channel="card")
    room.wait_for(step)
    return room


def card_sign(seat: int, asked: Asked, sign: int) -> c.CardSign:
    return c.CardSign(seat=SeatNo(seat), step=asked.step, item=asked.item, sign=sign)


def read(
    room: Room, signs: dict[int, int], *, name: str = "", step: str = "", disagree: int = 0
) -> tuple[e.Event, ...] | Why:
    """A camera saw these sides, by seat."""
    asked = held_up(room.state)
    given = Asked(StepId(step)) if step else None
    shown = tuple(
        card_sign(seat, given or asked.get(SeatNo(seat), Asked(ROUND)), sign)
        for seat, sign in signs.items()
    )
    answer = AnswerId(name) if name else room.name()
    return room.do(c.ReadCards(answer=answer, signs=shown, disagree=disagree))


def test_what_a_camera_saw_are_answers_and_one_line_on_how_many() -> None:
    room = room_at(ROUND)
    [first, *answers] = room_events(read(room, {1: 0, 2: 3, 3: 1}, disagree=1))
    assert first == e.CardsRead(at=first.at, asked=6, seen=3, disagree=1)
    given = {each.seat: each.value for each in answers if isinstance(each, e.AnswerGiven)}
    assert given == {1: (MEANS[0],), 2: (MEANS[3],), 3: (MEANS[1],)}
    assert held_up_unread(room.state) == (4, 5, 6)


def test_the_same_reading_twice_is_once() -> None:
    room = room_at(ROUND)
    assert len(room_events(read(room, {1: 0, 2: 1}, name="picture0001"))) == 3
    assert room_events(read(room, {1: 0, 2: 1}, name="picture0001")) == ()


def test_what_does_not_fit_is_left_out_and_the_rest_counts() -> None:
    room = room_at(ROUND, phones=2, cards=4)
    phone = next(n for n, seat in room.state.seats.items() if seat.channel == "phone")
    card = next(n for n, seat in room.state.seats.items() if seat.channel == "card")
    found = room_events(read(room, {int(phone): 0, int(card): 2, 99: 1}))
    assert [each.seat for each in found if isinstance(each, e.AnswerGiven)] == [card]
    assert room_events(read(room, {int(card): 2}, step="another")) == ()


def test_a_card_that_is_named_twice_says_nothing() -> None:
    room = room_at("together", cards=6, edition="short")
    key = StepId("together")
    twice = (c.CardSign(seat=SeatNo(1), step=key, sign=sign) for sign in (0, 1))
    other = c.CardSign(seat=SeatNo(2), step=key, sign=0)
    found = room_events(room.do(c.ReadCards(answer=AnswerId("both0001"), signs=(*twice, other))))
    assert [each.seat for each in found if isinstance(each, e.BallotCast)] == [2]


def test_a_reading_that_comes_late_again_does_not_take_what_it_could_not_take_then() -> None:
    room = room_at(ROUND)
    room.do(c.Leave(seat=SeatNo(2)))
    assert len(room_events(read(room, {1: 0, 2: 1}, name="picture0001"))) == 2
    room.do(c.ComeBack(seat=SeatNo(2)))
    assert room_events(read(room, {1: 0, 2: 1}, name="picture0001")) == ()


def test_a_card_that_was_read_and_put_down_keeps_its_answer() -> None:
    room = room_at(ROUND)
    read(room, {1: 0, 2: 1})
    found = room_events(read(room, {1: 3, 2: 2, 3: 2}))
    assert [each.seat for each in found if isinstance(each, e.AnswerGiven)] == [3]
    given = room.state.answers[ROUND]
    assert {seat: answer.value for seat, answer in given.items()} == {
        1: (MEANS[0],),
        2: (MEANS[1],),
        3: (MEANS[2],),
    }


def test_a_camera_may_read_votes_and_a_vote_stays_a_vote() -> None:
    room = room_at("together", cards=6, edition="short")
    step = room.state.program.step(StepId("together"))
    assert isinstance(step, Ballot)
    cards = [seat for seat in room.state.seats.values() if seat.channel == "card"]
    assert all(has_answered(room.state, step, seat) for seat in cards)  # nobody knows of a camera
    found = room_events(read(room, {1: 0, 2: 1, 3: 0}))
    assert happened(found) == ["CardsRead", "BallotCast", "BallotCast", "BallotCast"]
    again = room_events(read(room, {1: 1, 4: 0}))
    assert [each.seat for each in again if isinstance(each, e.BallotCast)] == [4]
    assert [has_answered(room.state, step, seat) for seat in cards] == [True] * 4 + [False] * 2


@pytest.mark.parametrize(
    ("phones", "says"), [(0, P.ONLY_CARDS_CANNOT), (6, P.CARD_CANNOT)], ids=["cards", "mixed"]
)
def test_the_wall_says_what_no_card_can_answer(phones: int, says: P) -> None:
    room = room_at("first-vote", cards=6, phones=phones)
    notes = [note for note in wall_screen(room.state).notes if isinstance(note, Phrase)]
    assert says in [note.key for note in notes]
    room = room_at(ROUND, cards=6, phones=phones)
    notes = [note for note in wall_screen(room.state).notes if isinstance(note, Phrase)]
    assert says not in [note.key for note in notes]


def come_as_cat(room: Room, table: int, channel: Channel) -> str:
    """Why somebody with the picture of the cat may not sit down there; empty when they may."""
    seat = c.TakeSeat(
        answer=room.name(),
        picture="p-cat",
        trade="seller",
        reads=True,
        guest=False,
        channel=channel,
        table=TableNo(table),
    )
    found = room.do(seat)
    return found if isinstance(found, Why) else ""


def test_a_card_belongs_to_one_person_also_where_tables_have_devices() -> None:
    room = Room(tea("game")).open(60)
    for table in (1, 2):
        room.do(c.JoinDevice(table=TableNo(table)))
    wanted: list[tuple[int, Channel]] = [(1, "card"), (2, "card"), (2, "table")]
    assert [come_as_cat(room, *each) for each in wanted] == ["", Why.PICTURE_TAKEN, ""]


def test_before_the_work_nothing_is_read() -> None:
    room = Room(tea("game")).open(60)
    room.join(4, channel="card")
    assert read(room, {1: 0}) == Why.NOT_STARTED


def room_events(found: tuple[e.Event, ...] | Why) -> tuple[e.Event, ...]:
    assert not isinstance(found, Why)
    return found
