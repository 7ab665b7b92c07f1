"""What cards show, tapped on a phone of the table or on its device: whose taps count."""

from __future__ import annotations

import re

import httpx
import pytest

from tests.web.cards_room import CARDS, NEW, PHONES, ROUND, SHOWS, CardsRoom, hidden, let_in
from tests.web.houses import HERE, House, Person, fresh_id
from thinkcoop.core.words import SessionId, TableNo, Why
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.refusals import SENTENCES, No


def refused(answer: httpx.Response) -> tuple[int, str, bool]:
    """The status, the reason, and whether a plain sentence came with it."""
    told = answer.json()
    sentence = SENTENCES[No(told["why"])] if told["why"] in set(No) else REASONS[Why(told["why"])]
    return answer.status_code, told["why"], told["sentence"] == sentence


# ---- who may say what a card shows


async def test_a_phone_of_the_table_says_what_its_cards_show(room: CardsRoom) -> None:
    phone, [card, *_] = room.phone(1), room.cards(1)
    answer = await phone.do("sign", step=ROUND, answer=fresh_id(), seat=card, sign=2)
    assert (answer.status_code, room.shown()) == (200, {card: (SHOWS[2],)})


async def test_khmer_digits_are_signs_and_seats_as_well(room: CardsRoom) -> None:
    card = room.cards(1)[0]
    khmer = str(card).translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))
    answer = await room.phone(1).do("sign", step=ROUND, answer=fresh_id(), seat=khmer, sign="៣")
    assert (answer.status_code, room.shown()) == (200, {card: (SHOWS[3],)})


async def test_the_same_tap_sent_twice_is_one_answer(room: CardsRoom) -> None:
    phone, card, name = room.phone(1), room.cards(1)[0], fresh_id()
    await phone.do("sign", step=ROUND, answer=name, seat=card, sign=1)
    before = room.house.events(room.session)
    again = await phone.do("sign", step=ROUND, answer=name, seat=card, sign=1)
    assert (again.status_code, room.house.events(room.session)) == (200, before)


async def test_without_a_script_a_tap_brings_the_page_of_cards_again(room: CardsRoom) -> None:
    card = room.cards(1)[0]
    data = {"step": ROUND, "answer": fresh_id(), "seat": str(card), "sign": "0"}
    phone = room.phone(1)
    done = await phone.http.post(f"/s/{room.session}/do/sign", data=data)
    assert (done.status_code, done.headers["location"]) == (
        303,
        f"/s/{room.session}/?n=counted",
    )
    assert room.shown() == {card: (SHOWS[0],)}


NOBODYS = [
    ("a phone at another table", 2, (403, "not_your_seat", True)),
    ("a phone without a place", 0, (403, "seat_unknown", True)),
]


@pytest.mark.parametrize(("who", "table", "told"), NOBODYS, ids=[each[0] for each in NOBODYS])
async def test_nobody_else_says_what_a_card_shows(
    room: CardsRoom, who: str, table: int, told: tuple[int, str, bool]
) -> None:
    phone = room.phone(table) if table else Person(room.house.browser(), room.session)
    before = room.state
    answer = await phone.do("sign", step=ROUND, answer=fresh_id(), seat=room.cards(1)[0], sign=1)
    assert (who, refused(answer)) == (who, told)
    assert room.state is before


async def test_a_sign_is_not_taken_for_somebody_who_has_a_phone(room: CardsRoom) -> None:
    phone = room.phone(1)
    at_table = room.state.tables[TableNo(1)].seats
    other = next(seat for seat in at_table if seat not in (phone.seat, *room.cards(1)))
    before = room.state
    answer = await phone.do("sign", step=ROUND, answer=fresh_id(), seat=other, sign=1)
    assert refused(answer) == (409, "not_your_role", True)
    assert room.state is before


LONG = "1" * 1000
BAD: list[tuple[dict[str, str], int, str]] = [
    ({"sign": "4"}, 409, "no_such_option"),
    ({"sign": "99999999999"}, 409, "no_such_option"),
    ({"sign": "-2"}, 400, "unreadable"),
    ({"sign": "B"}, 400, "unreadable"),
    ({"sign": ""}, 400, "unreadable"),
    ({"sign": "1.5"}, 400, "unreadable"),
    ({"sign": LONG}, 409, "text_too_long"),
    ({"seat": LONG}, 400, "unreadable"),
    ({"seat": "-1"}, 403, "not_your_seat"),
    ({"seat": "0"}, 403, "not_your_seat"),
    ({"seat": ""}, 403, "not_your_seat"),
    ({"seat": "999"}, 403, "not_your_seat"),
    ({"seat": "six"}, 400, "unreadable"),
    ({"step": "no-such-step"}, 409, "other_step"),
    ({"step": "pot-silent-2"}, 409, "step_closed"),
    ({"answer": "short"}, 400, "unreadable"),
]


@pytest.mark.parametrize(("fields", "status", "why"), BAD)
async def test_a_bad_sign_is_refused_with_a_plain_sentence_and_nothing_is_lost(
    room: CardsRoom, fields: dict[str, str], status: int, why: str
) -> None:
    phone, [card, *_] = room.phone(1), room.cards(1)
    good = {"step": ROUND, "answer": fresh_id(), "seat": str(card), "sign": "1"}
    await phone.do("sign", **good)
    before = room.state
    answer = await phone.do("sign", **{**good, "answer": fresh_id(), **fields})
    assert refused(answer) == (status, why, True)
    assert (room.state, room.shown()) == (before, {card: (SHOWS[1],)})


async def test_two_signs_in_one_tap_are_none(room: CardsRoom) -> None:
    before = room.state
    answer = await room.phone(1).do("sign", step=ROUND, seat=room.cards(1)[0], sign=[0, 1])
    assert refused(answer) == (400, "unreadable", True)
    assert room.state is before


async def test_nobody_says_for_a_card_that_its_vote_is_left_out(room: CardsRoom) -> None:
    await room.house.go_to(room.session, "first-vote")
    before = room.state
    tap = {"step": "first-vote", "seat": room.cards(1)[0], "sign": -1}
    answer = await room.phone(1).do("sign", **tap)
    assert refused(answer) == (409, "not_an_answer", True)
    assert room.state is before


# ---- a table's device


async def a_device(house: House) -> tuple[SessionId, Person]:
    """A session with a device on table 1."""
    session = await house.open("game", expected=10)
    device = Person(house.browser(), session)
    done = await device.http.post(f"/s/{session}/table", data={"table": "0"})
    assert done.status_code == 303
    return session, device


async def test_somebody_comes_in_with_a_card_page_by_page_on_the_tables_device(
    house: House,
) -> None:
    session, device = await a_device(house)
    page = await device.http.get(f"/s/{session}/person?channel=card")
    assert f'action="/s/{session}/person"' in page.text
    for part, value in (("picture", "p-cat"), ("trade", "driver"), ("reads", "0")):
        fields = hidden(page.text)
        assert fields["channel"] == "card"
        page = await device.http.post(f"/s/{session}/person", data=fields | {part: value})
    done = await device.http.post(f"/s/{session}/person", data=hidden(page.text) | {"name": ""})
    assert (done.status_code, done.headers["location"]) == (303, f"/s/{session}/")
    [seat] = house.state(session).seats.values()
    assert (seat.channel, seat.table, seat.picture) == ("card", 1, "p-cat")


async def test_another_language_does_not_take_the_card_away(house: House) -> None:
    session, device = await a_device(house)
    desk = house.browser(HERE, address="127.0.0.1")
    for browser, path in ((device.http, f"/s/{session}/person"), (desk, f"/desk/{session}/person")):
        page = await browser.get(f"{path}?channel=card")
        links = [link.replace("&amp;", "&") for link in re.findall(r'href="(\?[^"]+)"', page.text)]
        codes = ["en", "km", "km-u-nu-latn"]
        assert links == [f"?language={code}&channel=card" for code in codes]
        for code, link in zip(codes, links, strict=True):
            fields = hidden((await browser.get(path + link)).text)
            assert (fields["language"], fields["channel"]) == (code, "card")


async def test_the_device_says_what_cards_at_its_table_show_and_no_others(house: House) -> None:
    session, device = await a_device(house)
    for picture in CARDS[:4]:
        fields = {"answer": fresh_id(), "picture": picture, "channel": "card", **NEW}
        await device.http.post(f"/s/{session}/person", data=fields)
    for picture in PHONES:
        await house.join(session, picture)
    away = await let_in(house, session, "p-sun")
    await house.go_to(session, ROUND)
    assert house.state(session).seats[away].table == 2
    mine = await device.do("sign", step=ROUND, answer=fresh_id(), seat=1, sign=3)
    other = await device.do("sign", step=ROUND, answer=fresh_id(), seat=away, sign=3)
    assert (mine.status_code, refused(other)) == (200, (403, "not_your_seat", True))
    assert {seat: a.value for seat, a in house.state(session).answers[ROUND].items()} == {1: (10,)}


@pytest.mark.parametrize("channel", ["card", "paper"])
async def test_a_phone_that_comes_in_is_a_phone_whatever_it_says(
    house: House, channel: str
) -> None:
    session = await house.open("game")
    await house.join(session, "p-cat", channel=channel)
    phone = house.browser()
    page = await phone.get(f"/s/{session}/join?channel={channel}")
    await phone.post(f"/s/{session}/join", data=hidden(page.text) | {"picture": "p-dog", **NEW})
    seats = house.state(session).seats.values()
    assert [(seat.channel, seat.picture) for seat in seats] == [
        ("phone", "p-cat"),
        ("phone", "p-dog"),
    ]
