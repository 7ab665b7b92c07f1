"""The private path: at one's own pace, back and forth, and nothing of it in the log."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.laws.checks import every_screen
from tests.laws.moves import good_item
from tests.room import Room, happened, tea
from thinkcoop.core.kinds import Path
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Screen
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import walked
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo, Why

WAY = StepId("own-way")
PATH = tea("game").step(WAY)
assert isinstance(PATH, Path)
ITEMS = PATH.items
BEANS = next(at for at, item in enumerate(ITEMS) if item.kind == "beans")


def on_the_way(people: int = 5, guests: int = 0) -> Room:
    """A room in which everyone is at the first item."""
    room = Room(tea("game")).open(60)
    room.join(people)
    room.join(guests, guest=True)
    room.wait_for(WAY)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))  # nobody has answered for long, and all are awake now
    return room


def go(room: Room, seat: int, number: int, upto: int = len(ITEMS)) -> None:
    """Somebody answers items up to `upto`; `number` says what."""
    step = room.program.step(WAY)
    assert isinstance(step, Path)
    for item in range(walked(room.state, step, SeatNo(seat)).done, upto):
        room.answer(seat, *good_item(ITEMS[item], number + item))


def test_everyone_goes_at_their_own_pace_and_the_last_one_closes_it() -> None:
    room = on_the_way()
    for seat in range(1, 5):
        go(room, seat, seat)
    go(room, 5, 5, upto=len(ITEMS) - 1)
    assert room.open_steps() == {WAY}
    end = happened(room.answer(5, *good_item(ITEMS[-1], 0)))
    assert end[:3] == ["PrivateGiven", "StepClosed", "PrivateCounted"]


def test_an_item_that_is_not_the_next_is_refused() -> None:
    room = on_the_way()
    ahead = c.GiveAnswer(
        seat=SeatNo(1), step=WAY, answer=AnswerId("ahead"), value=(), item=len(ITEMS) - 1
    )
    assert room.do(ahead) == Why.OTHER_STEP


def test_one_may_go_back_and_what_was_given_is_replaced() -> None:
    room = on_the_way()
    go(room, 1, 0, upto=BEANS + 1)
    before = room.sheets[SeatNo(1)][WAY, BEANS]
    assert happened(room.do(c.TurnBack(seat=SeatNo(1), step=WAY, item=BEANS))) == ["PathTurnedBack"]
    assert room.do(c.TurnBack(seat=SeatNo(1), step=WAY, item=BEANS)) == ()
    room.answer(1, *good_item(ITEMS[BEANS], 5))
    assert room.sheets[SeatNo(1)][WAY, BEANS] != before


def test_the_same_item_sent_twice_is_one() -> None:
    room = on_the_way()
    first = c.GiveAnswer(seat=SeatNo(1), step=WAY, answer=AnswerId("twice"), value=(), item=0)
    assert happened(room.do(first)) == ["PrivateGiven"]
    assert room.do(first) == ()


def test_beans_must_all_be_laid() -> None:
    room = on_the_way()
    go(room, 1, 0, upto=BEANS)
    nothing = [0] * len(ITEMS[BEANS].options)
    assert room.answer(1, *nothing) == Why.ALL_BEANS
    assert room.answer(1, *[99, *nothing[1:]]) == Why.ALL_BEANS
    assert room.answer(1, *[-1, *nothing[1:]]) == Why.NOT_AN_ANSWER
    assert room.answer(1, 10) == Why.NOT_AN_ANSWER


def test_guests_watch_and_are_not_waited_for() -> None:
    room = on_the_way(people=4, guests=1)
    assert room.answer(5) == Why.GUESTS_DO_NOT_VOTE
    for seat in range(1, 5):
        go(room, seat, seat)
    assert WAY not in room.open_steps()


def test_passing_is_free_and_nobody_waits() -> None:
    room = on_the_way(people=4)
    for seat in range(1, 4):
        go(room, seat, seat)
    assert "StepClosed" in happened(room.do(c.PassAnswer(seat=SeatNo(4), step=WAY)))


def test_who_leaves_all_of_it_out_is_asked_nothing_more_and_may_come_back() -> None:
    room = on_the_way()
    room.do(c.PassAnswer(seat=SeatNo(2), step=WAY))
    screen = phone_screen(room.state, SeatNo(2))
    assert (screen.form, screen.heading, screen.part) == (None, Phrase(P.WAY_DONE), 0)
    assert [button.act for button in screen.buttons] == ["previous"]
    back = c.TurnBack(seat=SeatNo(2), step=WAY, item=0)
    assert happened(room.do(back)) == ["PathTurnedBack"]
    assert room.do(back) == ()
    assert item_of(phone_screen(room.state, SeatNo(2))) == 0


def test_only_the_start_offers_to_leave_all_of_it_out() -> None:
    room = on_the_way()
    seen = {}
    for at in range(len(ITEMS)):
        go(room, 2, 0, upto=at)
        buttons = phone_screen(room.state, SeatNo(2)).buttons
        seen[at] = [b.words for b in buttons if b.act == "pass"]
    this, all_ = Phrase(P.RATHER_NOT), Phrase(P.NONE_OF_THESE)
    ways = [at for at, item in enumerate(ITEMS) if item.kind == "way"]
    assert seen == {
        at: ([] if at in ways else [this]) + ([all_] if at == 0 else []) for at in range(len(ITEMS))
    }


def skip(seat: int, item: int, name: str) -> c.SkipItem:
    return c.SkipItem(seat=SeatNo(seat), step=WAY, item=item, answer=AnswerId(name))


def item_of(screen: Screen) -> int:
    """The question that is on the screen."""
    assert screen.form is not None
    return screen.form.item


def test_skipping_a_question_brings_the_next_one_and_puts_nothing_on_the_sheet() -> None:
    room = on_the_way()
    go(room, 2, 0, upto=BEANS)
    assert happened(room.do(skip(2, BEANS, "skip"))) == ["PrivateGiven"]
    assert (WAY, BEANS) not in room.sheets[SeatNo(2)]
    assert item_of(phone_screen(room.state, SeatNo(2))) == BEANS + 1


def test_a_skip_that_is_sent_twice_skips_one_question() -> None:
    room = on_the_way()
    go(room, 2, 0, upto=BEANS)
    tap = skip(2, BEANS, "skip")
    room.do(tap)
    assert room.do(tap) == ()
    assert room.do(skip(2, BEANS, "again")) == Why.OTHER_STEP
    room.do(c.TurnBack(seat=SeatNo(2), step=WAY, item=BEANS))
    assert room.do(tap) == ()
    assert item_of(phone_screen(room.state, SeatNo(2))) == BEANS


def test_a_resent_skip_does_not_take_off_what_was_answered_meanwhile() -> None:
    room = on_the_way()
    go(room, 2, 0, upto=BEANS)
    tap = skip(2, BEANS, "skip")
    room.do(tap)
    room.do(c.TurnBack(seat=SeatNo(2), step=WAY, item=BEANS))
    go(room, 2, 4, upto=BEANS + 1)
    room.do(tap)
    assert room.sheets[SeatNo(2)][WAY, BEANS] == good_item(ITEMS[BEANS], 4 + BEANS)


def test_a_skip_after_going_back_takes_the_old_answer_away() -> None:
    room = on_the_way()
    go(room, 2, 0, upto=BEANS + 1)
    before = dict(room.sheets[SeatNo(2)])
    room.do(c.TurnBack(seat=SeatNo(2), step=WAY, item=BEANS))
    assert room.sheets[SeatNo(2)] == before
    room.do(skip(2, BEANS, "skip"))
    assert room.sheets[SeatNo(2)] == {key: v for key, v in before.items() if key != (WAY, BEANS)}


def test_who_goes_back_to_the_start_and_leaves_all_of_it_out_is_counted_nowhere() -> None:
    room = on_the_way()
    go(room, 2, 0)
    room.do(c.TurnBack(seat=SeatNo(2), step=WAY, item=0))
    room.do(c.PassAnswer(seat=SeatNo(2), step=WAY))
    assert room.sheets[SeatNo(2)] == {}


def test_who_stops_further_on_keeps_what_was_given() -> None:
    room = on_the_way()
    go(room, 2, 0, upto=3)
    before = dict(room.sheets[SeatNo(2)])
    room.do(c.PassAnswer(seat=SeatNo(2), step=WAY))
    assert room.sheets[SeatNo(2)] == before


def test_who_skips_to_the_end_is_through_and_the_last_one_closes_it() -> None:
    room = on_the_way(people=4)
    for seat in range(1, 4):
        go(room, seat, seat)
    for item in range(len(ITEMS) - 1):
        room.do(skip(4, item, f"skip{item}"))
    assert "StepClosed" in happened(room.do(skip(4, len(ITEMS) - 1, "last")))
    assert SeatNo(4) not in {seat for seat, sheet in room.sheets.items() if sheet}


def test_a_skip_is_refused_where_an_answer_would_be() -> None:
    room = on_the_way(guests=1)
    guest = skip(6, 0, "guest")
    assert room.do(guest) == Why.GUESTS_DO_NOT_VOTE
    assert room.do(skip(1, 1, "ahead")) == Why.OTHER_STEP
    assert room.do(skip(99, 0, "nobody")) == Why.SEAT_UNKNOWN
    assert room.do(replace(skip(1, 0, "else"), step=StepId("nowhere"))) == Why.OTHER_STEP
    room.run_out()
    assert room.do(skip(1, 0, "late")) == Why.SESSION_OVER


def test_who_left_can_skip_nothing() -> None:
    room = on_the_way()
    room.do(c.Leave(seat=SeatNo(2)))
    assert room.do(skip(2, 0, "gone")) == Why.SEAT_LEFT


def test_a_skip_of_what_is_no_path_is_no_answer() -> None:
    room = Room(tea()).open()
    room.join(4)
    room.wait_for("most")
    wrong = replace(skip(1, 0, "wrong"), step=StepId("most"))
    assert room.do(wrong) == Why.NOT_AN_ANSWER


def test_in_hand_on_a_device_a_skip_brings_the_next_question_of_the_same_person() -> None:
    room = Room(tea("game")).open(90)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait_for(WAY)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(2)))
    room.do(skip(2, 0, "first"))
    assert (room.table(1).floor.hand, item_of(table_screen(room.state, TableNo(1)))) == (2, 1)
    room.do(c.TurnBack(seat=SeatNo(2), step=WAY, item=0))
    room.do(c.PassAnswer(seat=SeatNo(2), step=WAY))
    assert room.table(1).floor.hand == 0


def test_who_skipped_a_question_is_not_counted_in_it_and_four_answers_are_no_count() -> None:
    room = on_the_way(people=6)
    stone = next(at for at, item in enumerate(ITEMS) if item.kind == "stone")
    for seat in range(1, 7):
        for item, each in enumerate(ITEMS):
            if (item == BEANS and seat == 1) or (item == stone and seat <= 2):
                room.do(skip(seat, item, f"skip{seat}{item}"))
            else:
                room.answer(seat, *good_item(each, 0))
    [counted] = [event for event in room.log if isinstance(event, e.PrivateCounted)]
    assert (counted.total, sum(counted.counts[BEANS]), counted.counts[stone]) == (
        6,
        5 * ITEMS[BEANS].beans,
        (),
    )


def test_at_a_table_with_a_device_it_stays_in_the_hand_until_the_end_of_the_way() -> None:
    room = Room(tea("game")).open(90)
    room.do(c.JoinDevice(table=TableNo(1)))
    room.join(4, table=TableNo(1), channel="table")
    room.wait_for(WAY)
    room.do(c.HandTo(table=TableNo(1), seat=SeatNo(2)))
    go(room, 2, 0, upto=len(ITEMS) - 1)
    held = room.table(1).floor.hand
    go(room, 2, 0)
    assert (held, room.table(1).floor.hand) == (2, 0)


def test_below_five_people_only_how_many_is_counted() -> None:
    room = on_the_way(people=4)
    for seat in range(1, 5):
        go(room, seat, seat)
    [counted] = [event for event in room.log if isinstance(event, e.PrivateCounted)]
    assert (counted.total, counted.counts) == (4, ())


def test_from_five_people_on_each_item_is_added_up() -> None:
    room = on_the_way()
    for seat in range(1, 6):
        go(room, seat, 0)
    [counted] = [event for event in room.log if isinstance(event, e.PrivateCounted)]
    wanted = tuple(
        ()
        if item.kind == "way"
        else tuple(5 * value for value in good_item(item, at))
        if item.kind == "beans"
        else tuple(5 * (at % len(item.options) == option) for option in range(len(item.options)))
        for at, item in enumerate(ITEMS)
    )
    assert (counted.total, counted.counts) == (5, wanted)


numbers = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=5, max_size=6)


def go_or_skip(room: Room, seat: int, number: int, upto: int) -> None:
    """Answer or skip items up to `upto`: the bits of `number` say which. Names are the same."""
    for item in range(upto):
        name = AnswerId(f"tap{seat:02d}{item:02d}")
        if number >> item & 1:
            room.do(c.SkipItem(seat=SeatNo(seat), step=WAY, item=item, answer=name))
        else:
            room.do(
                c.GiveAnswer(
                    seat=SeatNo(seat),
                    step=WAY,
                    answer=name,
                    value=good_item(ITEMS[item], number),
                    item=item,
                )
            )


skipped = st.integers(0, 2 ** len(ITEMS) - 1)


@given(pairs=st.lists(st.tuples(skipped, skipped), min_size=5, max_size=6))
def test_before_the_count_nothing_anywhere_tells_a_skip_from_an_answer(
    pairs: list[tuple[int, int]],
) -> None:
    one, other = on_the_way(len(pairs)), on_the_way(len(pairs))
    for seat, (this, that) in enumerate(pairs, 1):
        upto = len(ITEMS) - (seat == len(pairs))
        go_or_skip(one, seat, this, upto)
        go_or_skip(other, seat, that, upto)
    assert one.log == other.log
    assert one.state == other.state
    assert every_screen(one.state) == every_screen(other.state)


@given(values=st.lists(skipped, min_size=5, max_size=7))
def test_who_skipped_what_is_nowhere_after_the_count(values: list[int]) -> None:
    one, other = on_the_way(len(values)), on_the_way(len(values))
    for seat, (this, that) in enumerate(zip(values, sorted(values), strict=True), 1):
        go_or_skip(one, seat, this, len(ITEMS))
        go_or_skip(other, seat, that, len(ITEMS))
    assert one.log == other.log
    assert one.state == other.state


@given(pairs=numbers)
def test_before_the_count_nothing_anywhere_depends_on_what_was_answered(
    pairs: list[tuple[int, int]],
) -> None:
    one, other = on_the_way(len(pairs)), on_the_way(len(pairs))
    for seat, (this, that) in enumerate(pairs, 1):
        upto = len(ITEMS) - (seat == len(pairs))
        go(one, seat, this, upto=upto)
        go(other, seat, that, upto=upto)
    assert one.log == other.log
    assert every_screen(one.state) == every_screen(other.state)


@given(values=st.lists(st.integers(0, 50), min_size=5, max_size=8))
def test_who_answered_what_is_nowhere_after_the_count(values: list[int]) -> None:
    one, other = on_the_way(len(values)), on_the_way(len(values))
    for seat, (this, that) in enumerate(zip(values, sorted(values), strict=True), 1):
        go(one, seat, this)
        go(other, seat, that)
    assert one.log == other.log
    assert one.state == other.state


def test_nothing_is_put_on_a_sheet_once_the_session_is_over() -> None:
    room = on_the_way()
    room.run_out()
    late = c.GiveAnswer(seat=SeatNo(1), step=WAY, answer=AnswerId("late"), value=(), item=0)
    assert (room.phase, room.do(late), room.sheets) == ("over", Why.SESSION_OVER, {})


@pytest.mark.parametrize("step", ["most", "pot", "nowhere"])
def test_nobody_goes_back_on_what_is_no_path(step: str) -> None:
    room = on_the_way()
    assert room.do(c.TurnBack(seat=SeatNo(1), step=StepId(step), item=0)) == Why.OTHER_STEP
