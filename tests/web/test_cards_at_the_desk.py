"""At the desk: people with cards are let in, their cards are told, and their slips are printed."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.web.cards_room import NEW, ROUND, SHOWS, CardsRoom, hidden, let_in
from tests.web.houses import HERE, House, fresh_id, running_house
from thinkcoop.core.session.asking import can_show
from thinkcoop.core.words import ROOM, SeatNo, SessionId, Why
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.phrases_people import PEOPLE as CALLED
from thinkcoop.web.refusals import SENTENCES, No

SHIPPED = Path(__file__).parents[2] / "modules"
LONG = "1" * 1000


@pytest.mark.parametrize("channel", ["card", "paper"])
async def test_the_convener_lets_in_somebody_and_is_told_the_number_to_write_down(
    house: House, channel: str
) -> None:
    session = await house.open("game")
    desk = house.browser(HERE, address="127.0.0.1")
    page = await desk.get(f"/desk/{session}/person?channel={channel}")
    for part, value in (("picture", "p-cat"), ("trade", "driver"), ("reads", "0")):
        assert f'action="/desk/{session}/person"' in page.text
        fields = hidden(page.text) | {part: value}
        page = await desk.post(f"/desk/{session}/person", data=fields)
    done = await desk.post(f"/desk/{session}/person", data=hidden(page.text) | {"name": ""})
    assert (done.status_code, done.headers["location"]) == (303, f"/desk/{session}/?in=1")
    [seat] = house.state(session).seats.values()
    assert (seat.channel, seat.table, seat.picture) == (channel, ROOM, "p-cat")
    code = house.server.house.host.rooms[session].cards[seat.number].code
    told = f"{CALLED['cat']} has a place. Write {code} on the back of the card."
    assert f"<p>{told}</p>" in (await desk.get(done.headers["location"])).text


async def test_who_comes_late_is_told_the_table_too(room: CardsRoom) -> None:
    seat = await let_in(room.house, room.session, "p-fish", "paper")
    code = room.house.server.house.host.rooms[room.session].cards[seat].code
    table = room.state.seats[seat].table
    page = await room.desk.get(f"/desk/{room.session}/?in={seat}")
    told = f"{CALLED['fish']} sits at table {table}. Write {code} on the back of the card."
    assert (table in (1, 2), f"<p>{told}</p>" in page.text) == (True, True)


async def test_the_number_of_somebody_with_a_phone_is_not_told_at_the_desk(
    room: CardsRoom,
) -> None:
    one = room.people[0]
    code = room.house.server.house.host.rooms[room.session].cards[one.seat].code
    for query in (f"in={one.seat}", "in=999", f"in={LONG}", "in=me"):
        page = await room.desk.get(f"/desk/{room.session}/?{query}")
        assert (code in page.text, "Write" in page.text) == (False, False)


async def test_a_picture_that_is_taken_meanwhile_is_asked_once_more_and_the_card_is_kept(
    house: House,
) -> None:
    session = await house.open("game")
    await house.join(session, "p-cat")
    desk = house.browser(HERE, address="127.0.0.1")
    taken = {"answer": fresh_id(), "picture": "p-cat", "channel": "paper", **NEW}
    page = await desk.post(f"/desk/{session}/person", data=taken)
    fields = hidden(page.text)
    assert (page.status_code, REASONS[Why.PICTURE_TAKEN] in page.text) == (409, True)
    assert {name: fields.get(name) for name in taken} == {**taken, "picture": None, "name": ""}
    done = await desk.post(f"/desk/{session}/person", data=fields | {"picture": "p-dog"})
    assert done.status_code == 303
    assert [seat.channel for seat in house.state(session).seats.values()] == ["phone", "paper"]


async def test_letting_the_same_person_in_twice_is_one_seat(house: House) -> None:
    session = await house.open("game")
    desk = house.browser(HERE, address="127.0.0.1")
    fields = {"answer": fresh_id(), "picture": "p-cat", "channel": "card", **NEW}
    done = [await desk.post(f"/desk/{session}/person", data=fields) for _ in range(2)]
    assert [each.headers["location"] for each in done] == [f"/desk/{session}/?in=1"] * 2
    assert len(house.state(session).seats) == 1


@pytest.mark.parametrize("channel", ["", "phone", "table", "Card", "card|paper", "card\x00"])
async def test_the_desk_lets_in_people_with_a_card_or_paper_only(
    house: House, channel: str
) -> None:
    session = await house.open("game")
    desk = house.browser(HERE, address="127.0.0.1")
    fields = {"answer": fresh_id(), "picture": "p-cat", "channel": channel, **NEW}
    answer = await desk.post(f"/desk/{session}/person", data=fields)
    page = await desk.get(f"/desk/{session}/person", params={"channel": channel})
    assert (answer.status_code, page.status_code) == (400, 400)
    assert house.state(session).seats == {}


async def test_without_the_pin_nobody_is_let_in_told_or_printed(room: CardsRoom) -> None:
    outside, session = room.house.browser(), room.session
    before = room.state
    for path in ("person?channel=card", "slips"):
        page = await outside.get(f"/desk/{session}/{path}")
        assert 'name="pin"' in page.text
    fields = {"answer": fresh_id(), "picture": "p-fish", "channel": "card", **NEW}
    tap = {"step": ROUND, "seat": str(room.cards(1)[0]), "sign": "1"}
    for path, data in (("person", fields), ("sign", tap)):
        answer = await outside.post(f"/desk/{session}/{path}", data=data)
        assert (answer.status_code, SENTENCES[No.DESK_CLOSED] in answer.text) == (403, True)
    assert room.state is before


async def test_with_the_pin_somebody_is_let_in_from_any_phone(house: House) -> None:
    session = await house.open("game")
    phone = house.browser()
    await phone.post("/desk/pin", data={"pin": house.server.house.gate.pin})
    fields = {"answer": fresh_id(), "picture": "p-cat", "channel": "card", **NEW}
    done = await phone.post(f"/desk/{session}/person", data=fields)
    assert done.headers["location"] == f"/desk/{session}/?in=1"
    assert house.state(session).seats[SeatNo(1)].channel == "card"


async def test_the_convener_says_what_a_card_shows_at_any_table(room: CardsRoom) -> None:
    [one, *_], [two, *_] = room.cards(1), room.cards(2)
    for card, table in ((one, 1), (two, 2)):
        done = await room.tap_at_the_desk(answer=fresh_id(), seat=card, sign=2)
        place = f"/desk/{room.session}/#cards-{table}"
        assert (done.status_code, done.headers["location"]) == (303, place)
    assert room.shown() == {one: (SHOWS[2],), two: (SHOWS[2],)}


async def test_the_conveners_tap_sent_twice_is_one_answer_and_needs_no_name(
    room: CardsRoom,
) -> None:
    card, name = room.cards(1)[0], fresh_id()
    await room.tap_at_the_desk(answer=name, seat=card, sign=1)
    before = room.house.events(room.session)
    await room.tap_at_the_desk(answer=name, seat=card, sign=1)
    assert room.house.events(room.session) == before
    await room.tap_at_the_desk(seat=card, sign=3)
    assert room.shown() == {card: (SHOWS[3],)}


@pytest.mark.parametrize(
    ("fields", "status", "why"),
    [
        ({"sign": "4"}, 303, "no_such_option"),
        ({"sign": "-2"}, 400, "unreadable"),
        ({"sign": ""}, 400, "unreadable"),
        ({"sign": LONG}, 400, "unreadable"),
        ({"seat": LONG}, 400, "unreadable"),
        ({"seat": "999"}, 303, "seat_unknown"),
        ({"seat": "1"}, 303, "not_your_role"),
        ({"step": "no-such-step"}, 303, "other_step"),
        ({"answer": "<script>"}, 400, "unreadable"),
    ],
)
async def test_a_bad_tap_at_the_desk_is_told_in_a_sentence_and_nothing_is_lost(
    room: CardsRoom, fields: dict[str, str], status: int, why: str
) -> None:
    card = room.cards(1)[0]
    await room.tap_at_the_desk(seat=card, sign=1)
    before = room.state
    answer = await room.tap_at_the_desk(**{"seat": str(card), "sign": "1", **fields})
    assert answer.status_code == status
    if status == 303:
        answer = await room.desk.get(answer.headers["location"])
    assert REASONS[Why(why)] in answer.text
    assert room.state is before


# ---- slips to print


async def test_there_is_a_slip_for_every_question_that_cards_can_answer(house: House) -> None:
    session = await house.open("game")
    desk = house.browser(HERE, address="127.0.0.1")
    page = (await desk.get(f"/desk/{session}/slips")).text
    steps = [step for stage in house.state(session).program.stages for step in stage.steps]
    asked = [step.text for step in steps if can_show(step) and step.to != "table"]
    assert re.findall(r'class="slip">.*?<p>(.*?)</p>', page, re.DOTALL) == asked
    assert [len(re.findall(r"<i></i>", slip)) for slip in page.split('class="slip"')[1:]] == [
        len(step.by_sign()) for step in steps if can_show(step) and step.to != "table"
    ]


async def test_what_one_answers_for_the_table_has_no_slip() -> None:
    async with running_house(SHIPPED) as house:
        desk = house.browser(HERE, address="127.0.0.1")
        opened = await desk.post("/desk/new", data={"module": "thinkcoop", "edition": "games"})
        session = SessionId(opened.headers["location"].split("/")[2])
        steps = [step for stage in house.state(session).program.stages for step in stage.steps]
        page = (await desk.get(f"/desk/{session}/slips")).text
    joint = [step.text for step in steps if can_show(step) and step.to == "table"]
    assert "What is the one price of your table?" in joint
    assert [text for text in joint if text in page] == []


async def test_the_slips_ask_no_other_host_for_anything(house: House) -> None:
    session = await house.open("game")
    page = await house.browser(HERE, address="127.0.0.1").get(f"/desk/{session}/slips")
    fetched = re.findall(r'(?:src|href)="([^"#]+)"', page.text)
    ours = ("/static/", "./", "data:", "cards.pdf")
    assert [each for each in fetched if not each.startswith(ours)] == []
    assert "default-src 'none'" in page.headers["content-security-policy"]
