"""A private path with the wall: those who have only a card or paper walk it together."""

from __future__ import annotations

import pytest

from tests.room import Room, happened, small, tea
from thinkcoop.core.kinds import Path
from thinkcoop.core.module.model import Minutes
from thinkcoop.core.screens.parts import SIGNS
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Choice, Phrase, Text
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.session import events as e
from thinkcoop.core.session.asking import Asked, has_answered, on_wall, waiting_for, walked
from thinkcoop.core.session.fold import fold
from thinkcoop.core.session.plan import by_hand_ms
from thinkcoop.core.session.rules.cards import held_up, held_up_unread
from thinkcoop.core.session.wall_path import HOLD_UP_MS, Part, parts_of, path_ms
from thinkcoop.core.words import SECOND, AnswerId, Millis, SeatNo, StepId, TableNo, Why

WAY = StepId("own-way")


def _path() -> Path:
    step = tea("game").step(WAY)
    assert isinstance(step, Path)
    return step


PATH = _path()
ITEMS = PATH.items
PARTS = parts_of(PATH)
CALLED = sorted({part.item for part in PARTS})
STONE = next(at for at, item in enumerate(ITEMS) if item.kind == "stone")
READY = next(at for at, item in enumerate(ITEMS) if item.kind == "ready")
WHO = next(at for at, item in enumerate(ITEMS) if item.kind == "who")


def on_the_way(cards: int = 6, *, phones: int = 0, paper: int = 0, device: int = 0) -> Room:
    """A room in which a camera has read cards before, at the beginning of the path."""
    room = Room(tea("game")).open(60)
    room.join(phones)
    room.join(cards, channel="card")
    room.join(paper, channel="paper")
    if device:
        room.do(c.JoinDevice(table=TableNo(device), answer=AnswerId("device01")))
    room.wait_for("pot-silent-1")
    signs = tuple(sign(seat, asked, 0) for seat, asked in held_up(room.state).items())
    room.do(c.ReadCards(answer=AnswerId("first"), signs=signs))
    room.wait_for(WAY)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))
    return room


def two_tables() -> Room:
    """Twelve people with cards at two tables, of which the first has a device."""
    room = Room(tea("game")).open(59, expected=12, starts_in=1)
    room.join(12, channel="card")
    room.do(c.JoinDevice(table=TableNo(1), answer=AnswerId("device01")))
    room.wait_for("pot-silent-1")
    signs = tuple(sign(seat, asked, 0) for seat, asked in held_up(room.state).items())
    room.do(c.ReadCards(answer=AnswerId("first"), signs=signs))
    room.wait_for(WAY)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))
    return room


def sign(seat: int, asked: Asked, side: int) -> c.CardSign:
    return c.CardSign(seat=SeatNo(seat), step=asked.step, item=asked.item, sign=side)


def read(room: Room, sides: dict[int, int], *, item: int | None = None) -> tuple[e.Event, ...]:
    """A camera saw these sides of the cards of these seats, for what the wall asks or another."""
    at = room.state.room.item if item is None else item
    signs = tuple(sign(seat, Asked(WAY, at), side) for seat, side in sides.items())
    found = room.do(c.ReadCards(answer=room.name(), signs=signs))
    assert not isinstance(found, Why)
    return found


def wait_for_item(room: Room, item: int) -> None:
    """Time goes on until the wall asks (or tells) this, or until the path is over."""
    asks = any(part.item == item and part.asks for part in PARTS)
    wanted = (item, asks)
    while WAY in room.open_steps() and (room.state.room.item, room.state.room.item_asks) < wanted:
        room.tick()


def all_read(room: Room, side: int = 0) -> tuple[e.Event, ...]:
    return read(room, dict.fromkeys(map(int, held_up(room.state)), side))


def test_the_wall_tells_every_way_and_asks_all_that_a_card_can_say() -> None:
    room = on_the_way()
    walked_parts = []
    while WAY in room.open_steps() and room.state.room.item < len(ITEMS):
        walked_parts.append((room.state.room.item, room.state.room.item_asks))
        if held_up(room.state):
            all_read(room)
        else:
            room.tick()
    assert walked_parts == [(part.item, part.asks) for part in PARTS]
    kinds = {ITEMS[at].kind for at in CALLED}
    assert kinds == {"way", "stone", "know", "ready", "who"}
    assert WAY not in room.open_steps()


def test_what_cards_say_lies_on_sheets_and_is_counted_like_anybody_elses() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    found = read(room, {1: 0, 2: 1, 3: 2, 4: 0, 5: 0})
    assert happened(found) == ["CardsRead", *["PrivateGiven"] * 5]
    assert [room.sheets[SeatNo(seat)][WAY, STONE] for seat in (1, 2, 3)] == [(0,), (1,), (2,)]
    while WAY in room.open_steps():
        room.tick()
    assert room.state.private_counts[WAY].counts[STONE] == (3, 1, 1)


def test_side_d_is_i_would_rather_not_say_and_leaves_nothing_on_the_sheet() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    assert happened(read(room, {1: 3})) == ["CardsRead", "PrivateGiven"]
    assert room.sheets.get(SeatNo(1), {}) == {}
    assert held_up_unread(room.state) == (2, 3, 4, 5, 6)


def test_where_an_answer_says_it_already_side_d_says_nothing() -> None:
    room = on_the_way()
    wait_for_item(room, WHO)
    assert read(room, {1: 3}) == ()
    assert happened(read(room, {1: 2})) == ["CardsRead", "PrivateGiven"]


def test_of_two_answers_the_third_side_says_nothing() -> None:
    room = on_the_way()
    wait_for_item(room, READY)
    assert read(room, {1: 2}) == ()
    assert happened(read(room, {1: 3, 2: 1})) == ["CardsRead", "PrivateGiven", "PrivateGiven"]


def test_a_picture_of_the_question_before_answers_nothing() -> None:
    room = on_the_way()
    wait_for_item(room, STONE + 1)
    assert read(room, {1: 0, 2: 1}, item=STONE) == ()
    assert read(room, {1: 0}, item=STONE + 2) == ()
    assert read(room, {1: 0}, item=len(ITEMS) + 5) == ()


def test_while_a_way_is_told_no_card_is_asked_for() -> None:
    room = on_the_way()
    assert (ITEMS[room.state.room.item].kind, held_up(room.state)) == ("way", {})
    assert waiting_for(room.state, room.state.room) == 0
    wait_for_item(room, STONE)
    assert waiting_for(room.state, room.state.room) == 6
    read(room, {1: 0, 2: 1})
    assert waiting_for(room.state, room.state.room) == 4


def test_with_the_last_card_the_wall_goes_on_at_once() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    read(room, dict.fromkeys(range(1, 6), 0))
    assert room.state.room.item == STONE
    assert happened(read(room, {6: 0})) == ["CardsRead", "PrivateGiven", "PathItemCalled"]
    assert (room.state.room.item, room.state.room.item_asks) == (STONE + 1, False)


def test_cards_that_are_still_up_do_not_answer_a_question_that_was_not_told_yet() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    all_read(room)
    assert (room.state.room.item, held_up(room.state)) == (STONE + 1, {})
    assert read(room, {1: 0, 2: 1}) == ()
    assert wall_screen(room.state).heading == Phrase(P.LISTEN)
    wait_for_item(room, STONE + 1)
    assert happened(read(room, {1: 0})) == ["CardsRead", "PrivateGiven"]


def test_who_does_not_hold_up_a_card_is_waited_for_no_longer_than_the_item_lasts() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    until = room.state.room.item_until
    room.wait((until - room.now - 1) / SECOND)
    assert room.state.room.item == STONE
    room.wait(0.001)
    assert room.state.room.item == STONE + 1


def test_who_missed_some_goes_on_with_the_wall_and_the_rest_stays_blank() -> None:
    room = on_the_way()
    wait_for_item(room, STONE + 2)
    read(room, {1: 1})
    assert walked(room.state, PATH, SeatNo(1)).done == STONE + 3
    assert set(room.sheets[SeatNo(1)]) == {(WAY, STONE + 2)}


def test_the_same_reading_sent_again_changes_nothing() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    reading = c.ReadCards(
        answer=AnswerId("again"), signs=tuple(sign(s, Asked(WAY, STONE), 0) for s in range(1, 7))
    )
    assert happened(room.do(reading))[-1] == "PathItemCalled"
    assert room.do(reading) == ()


def test_phones_go_at_their_own_pace_and_the_path_waits_for_the_wall() -> None:
    room = on_the_way(cards=5, phones=5)
    phones = [n for n, seat in room.state.seats.items() if seat.channel == "phone"]
    for seat in phones:
        for item in ITEMS:
            value = [] if item.kind == "way" else [0]
            if item.kind == "beans":
                value = [item.beans, *[0] * (len(item.options) - 1)]
            room.answer(int(seat), *value)
    assert all(walked(room.state, PATH, seat).done == len(ITEMS) for seat in phones)
    assert (WAY in room.open_steps(), room.state.room.item) == (True, 0)


def test_without_a_camera_phones_do_not_wait_for_cards_that_nobody_reads() -> None:
    room = Room(tea("game")).open(60)
    room.join(5)
    room.join(3, channel="card")
    room.wait_for(WAY)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))
    assert on_wall(room.state) == Asked(WAY, 0)
    for seat in [n for n, seat in room.state.seats.items() if seat.channel == "phone"]:
        room.do(c.PassAnswer(seat=seat, step=WAY))
    assert WAY not in room.open_steps()


def test_a_first_picture_may_be_of_a_private_question() -> None:
    room = Room(tea("game")).open(60)
    room.join(6, channel="card")
    room.wait_for(WAY)
    wait_for_item(room, STONE)
    assert happened(read(room, {1: 0})) == ["CardsRead", "PrivateGiven"]


def test_whoever_has_a_device_walks_with_it_and_not_with_the_wall() -> None:
    room = on_the_way(cards=6, device=1)
    with_device = {s for s, seat in room.state.seats.items() if seat.table == 1}
    assert with_device
    if set(room.state.seats) == with_device:
        assert room.state.room.item == -1
    else:
        wait_for_item(room, STONE)
        assert set(held_up(room.state)) == set(room.state.seats) - with_device


def test_phones_alone_have_no_wall_that_walks() -> None:
    room = Room(tea("game")).open(60)
    room.join(6)
    room.wait_for(WAY)
    assert (room.state.room.item, on_wall(room.state)) == (-1, None)


def test_paper_walks_with_the_wall_and_is_not_waited_for() -> None:
    room = on_the_way(cards=0, paper=6)
    assert on_wall(room.state) == Asked(WAY, 0)
    wait_for_item(room, STONE)
    assert (held_up(room.state), waiting_for(room.state, room.state.room)) == ({}, 0)
    assert wall_screen(room.state).heading == Phrase(P.WRITE_IT)


def test_whoever_comes_late_joins_in_where_the_wall_is() -> None:
    room = on_the_way()
    wait_for_item(room, STONE + 1)
    room.join(1, channel="card")
    late = max(room.state.seats)
    assert happened(read(room, {int(late): 2})) == ["CardsRead", "PrivateGiven"]
    assert room.state.room.item == STONE + 1


def test_guests_with_a_card_look_on() -> None:
    room = on_the_way()
    room.join(1, channel="card", guest=True)
    wait_for_item(room, STONE)
    assert max(room.state.seats) not in held_up(room.state)


def test_a_pause_stops_the_wall_as_well() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    left = room.state.room.item_until - room.now
    room.do(c.Pause())
    room.wait(60)
    room.do(c.Resume())
    assert (room.state.room.item, room.state.room.item_until - room.now) == (STONE, left)


def test_each_part_has_its_share_of_the_time_and_at_most_half_more_than_it_needs() -> None:
    room = on_the_way()
    first = PARTS[0].needs
    whole = room.state.room.closes_at - room.state.room.opened_at
    share = min(whole * first // path_ms(PATH), first * 3 // 2)
    assert room.state.room.item_until - room.state.room.opened_at == share


def test_a_room_of_cards_is_given_the_time_that_the_wall_needs() -> None:
    assert by_hand_ms(on_the_way().state, PATH) == path_ms(PATH)
    room = Room(tea("game")).open(60)
    room.join(6)
    assert by_hand_ms(room.state, PATH) == 0


def test_a_question_is_told_with_its_stories_and_then_cards_are_held_up() -> None:
    stone = PATH.model_copy(update={"items": (ITEMS[STONE],)})
    bare = PATH.model_copy(
        update={"items": (ITEMS[STONE].model_copy(update={"stories": ("", "", "")}),)}
    )
    heard = Millis(ITEMS[STONE].seconds * SECOND)
    assert parts_of(bare) == (
        Part(0, asks=False, needs=heard),
        Part(0, asks=True, needs=HOLD_UP_MS),
    )
    assert parts_of(stone)[0].needs > heard


def test_the_wall_shows_one_question_with_its_sides_and_the_story_of_a_no() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    wall, item = wall_screen(room.state), ITEMS[STONE]
    assert (wall.heading, wall.text) == (Phrase(P.HOLD_UP), Text(item.text))
    assert [choice.sign for choice in wall.legend] == ["A", "B", "C", "D"]
    assert wall.legend[2].more == Text(item.stories[2])
    assert [choice.more for choice in (*wall.legend[:2], wall.legend[3])] == [None] * 3
    assert wall.legend[3].text == Phrase(P.RATHER_NOT)
    assert Phrase(P.CARD_SECRET) in wall.notes
    assert (wall.part, wall.parts) == (CALLED.index(STONE), len(CALLED))


def test_the_wall_tells_a_way_with_both_its_sides() -> None:
    wall = wall_screen(on_the_way().state)
    assert wall.sides is not None
    way = next(way for way in ITEMS[0].ways if Text(way.text) == wall.text)
    assert [each.text for each in wall.sides.good] == [Text(point.text) for point in way.good]
    assert [each.text for each in wall.sides.bad] == [Text(point.text) for point in way.bad]
    assert (wall.heading, wall.part) == (Phrase(P.LISTEN), 0)


def test_over_the_whole_path_every_way_is_told_once() -> None:
    room = on_the_way()
    told = []
    while room.state.room.item < STONE and ITEMS[room.state.room.item].kind == "way":
        text = wall_screen(room.state).text
        assert isinstance(text, Text)
        told.append(text.source)
        room.tick()
    assert sorted(told) == sorted(way.text for way in ITEMS[0].ways)


def test_the_options_on_the_wall_are_plain_where_no_story_belongs_to_them() -> None:
    room = on_the_way()
    wait_for_item(room, WHO)
    assert wall_screen(room.state).legend == tuple(
        Choice(value=at, text=Text(option.text), picture=option.picture, sign=letter)
        for at, (option, letter) in enumerate(zip(ITEMS[WHO].options, SIGNS[:3], strict=True))
    )


def test_through_the_wall_nothing_more_is_asked_of_cards() -> None:
    room = on_the_way(cards=5, phones=2)
    wait_for_item(room, len(ITEMS))
    cards = [seat for seat in room.state.seats.values() if seat.channel == "card"]
    if WAY in room.open_steps():
        assert all(has_answered(room.state, PATH, seat) for seat in cards)
    assert held_up(room.state) == {} or WAY not in room.open_steps()


@pytest.mark.parametrize("item", [-1, 0, len(ITEMS) + 1], ids=["before", "behind", "beyond"])
def test_an_item_that_cannot_be_called_is_ignored(item: int) -> None:
    room = on_the_way()
    wait_for_item(room, 2)
    called = e.PathItemCalled(
        at=room.now, step=WAY, item=item, asks=False, until=Millis(room.now + 1)
    )
    assert fold(room.state, [called]).room == room.state.room


def test_whoever_left_it_all_out_on_a_device_that_went_is_not_waited_for() -> None:
    room = two_tables()
    mine, theirs = room.state.tables[TableNo(1)].seats, room.state.tables[TableNo(2)].seats
    for seat in mine:
        room.do(c.PassAnswer(seat=seat, step=WAY))
    room.do(c.LoseTouch(table=TableNo(1)))
    wait_for_item(room, STONE)
    assert waiting_for(room.state, room.state.room) == len(theirs)
    assert happened(read(room, dict.fromkeys(map(int, theirs), 0)))[-1] == "PathItemCalled"


def test_in_a_pause_that_is_longer_than_the_rest_cards_are_still_read() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    room.do(c.Pause())
    room.wait((room.state.room.closes_at - room.now) / SECOND + 1)
    assert happened(read(room, {1: 0})) == ["CardsRead", "PrivateGiven"]


def test_a_guest_with_a_card_asks_for_no_time_on_the_path() -> None:
    room = Room(tea("game")).open(60)
    room.join(6)
    room.join(1, channel="card", guest=True)
    assert by_hand_ms(room.state, PATH) == 0


def test_what_no_card_can_answer_is_not_called_by_a_log_from_elsewhere() -> None:
    room = on_the_way()
    beans = next(at for at, item in enumerate(ITEMS) if item.kind == "beans")
    until = Millis(room.now + 1)
    for item, asks in ((beans, False), (1, True)):
        called = e.PathItemCalled(at=room.now, step=WAY, item=item, asks=asks, until=until)
        assert fold(room.state, [called]).room == room.state.room


def wall_reads(room: Room, lasts: int, *, table: int = 0) -> tuple[e.Event, ...] | Why:
    """The wall, or the device of a table, begins to read so many milliseconds."""
    reading = c.StartNarration(
        step=WAY, answer=room.name(), milliseconds=Millis(lasts), table=TableNo(table)
    )
    return room.do(reading)


def test_a_telling_that_the_wall_reads_aloud_waits_only_for_what_would_be_cut_off() -> None:
    room = on_the_way()
    left = room.state.room.item_until - room.now
    assert happened(wall_reads(room, left)) == []
    assert happened(wall_reads(room, left + 4000)) == ["NarrationStarted"]
    assert room.state.room.item_until - room.now == left + 4000


def test_a_question_that_is_read_again_gives_time_to_hold_up_cards() -> None:
    room = on_the_way()
    wait_for_item(room, STONE)
    left = room.state.room.item_until - room.now
    wall_reads(room, 4000)
    assert room.state.room.item_until - room.now == left + 4000


def test_the_wall_does_not_wait_for_what_a_device_reads_at_its_table() -> None:
    room = two_tables()
    wait_for_item(room, STONE)
    before = room.state.room
    assert happened(wall_reads(room, 9000, table=1)) == ["NarrationStarted"]
    assert room.state.room.item_until == before.item_until
    assert room.state.room.closes_at == before.closes_at + 9000


def test_with_little_time_left_each_part_lasts_long_enough_to_follow() -> None:
    room = Room(tea("game")).open(60)
    room.join(6)
    room.wait_for(WAY)
    for seat in list(room.state.seats):
        room.do(c.ComeBack(seat=seat))
    room.wait((room.state.room.closes_at - room.now) / SECOND - 20)
    room.join(1, channel="card")
    lasts = []
    while WAY in room.open_steps():
        lasts.append(room.state.room.item_until - room.now)
        room.tick()
    assert lasts == [PARTS[0].needs // 2, PARTS[1].needs // 2, 20_000 - PARTS[0].needs]


def test_a_phone_at_its_end_is_told_why_it_waits_while_the_wall_tells_a_way() -> None:
    room = on_the_way(cards=5, phones=5)
    phone = next(n for n, seat in room.state.seats.items() if seat.channel == "phone")
    room.do(c.PassAnswer(seat=phone, step=WAY))
    for seat in [n for n, seat in room.state.seats.items() if seat.channel == "phone"]:
        room.do(c.PassAnswer(seat=seat, step=WAY))
    assert waiting_for(room.state, room.state.room) == 0
    assert Phrase(P.GOES_ON_AT_TIME) in phone_screen(room.state, phone).notes


def test_through_a_path_of_ways_alone_the_wall_does_not_say_that_a_card_cannot_answer() -> None:
    ways = tuple(item for item in ITEMS if item.kind == "way")
    told = PATH.model_copy(update={"items": ways, "minutes": Minutes(plan=60)})
    room = Room(small((told,))).open(90)
    room.join(5)
    room.join(2, channel="card")
    while room.state.room.item < len(ways):
        room.tick()
    assert room.open_steps() == {WAY}
    assert Phrase(P.CARD_CANNOT) not in wall_screen(room.state).notes
