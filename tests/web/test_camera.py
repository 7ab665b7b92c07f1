from __future__ import annotations

import asyncio
import html
import re
from dataclasses import replace

import httpx
import pytest

from tests.web.card_pictures import picture_of
from tests.web.cards_room import CARDS, ROUND, SHOWS, CardsRoom, room_with_cards
from tests.web.houses import HERE, House
from thinkcoop.core.cards import Reading, Sighting, Sign
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.core.words import AnswerId, SeatNo, StepId, TableNo, Why
from thinkcoop.web.asgi import Message, Scope
from thinkcoop.web.people import picture_tiles
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.takes import seats_by_card

SENTENCE = REASONS[Why.UNREADABLE]
NEXT_ROUND = StepId("pot-silent-2")
MOST = StepId("most")
NUMBERS = {picture: PEOPLE.index(picture) + 1 for picture in CARDS}
ALL: dict[int, Sign] = dict(zip(NUMBERS.values(), ("A", "B", "C", "D", "A"), strict=True))


async def shoot(room: CardsRoom, *pictures: bytes) -> httpx.Response:
    """The convener takes pictures and sends them; the page that comes then."""
    files = [("picture", (f"{at}.jpg", one, "image/jpeg")) for at, one in enumerate(pictures)]
    path = f"/desk/{room.session}/cards"
    sent = await room.desk.post(path, files=files, headers={"origin": HERE})
    assert sent.status_code == 303, sent.text
    return await room.desk.get(path + sent.headers["location"])


def text_of(page: httpx.Response) -> str:
    return html.unescape(re.sub(r"\s+", " ", re.sub("<[^>]+>", " ", page.text)))


def answers(room: CardsRoom) -> dict[str, tuple[int, ...]]:
    """What counts, by the picture of whoever has a card."""
    seats = {int(seat.number): seat.picture for seat in room.state.seats.values()}
    found = {seats[seat]: value for seat, value in room.shown().items() if seat in seats}
    return {picture: value for picture, value in found.items() if picture in NUMBERS}


async def test_one_picture_of_all_cards_is_all_their_answers(house: House) -> None:
    room = await room_with_cards(house)
    page = await shoot(room, picture_of(ALL))
    assert "All cards are in." in text_of(page)
    means = dict(zip("ABCD", SHOWS, strict=True))
    assert answers(room) == {picture: (means[ALL[number]],) for picture, number in NUMBERS.items()}


async def test_what_is_missing_is_named_by_its_animal_and_one_more_picture_is_enough(
    house: House,
) -> None:
    room = await room_with_cards(house)
    first = {number: sign for number, sign in ALL.items() if number != NUMBERS["p-bee"]}
    page = text_of(await shoot(room, picture_of(first)))
    assert "4 of 5 cards seen" in page
    assert "Hold these cards higher. Bee" in page
    assert answers(room) == {}
    page = text_of(await shoot(room, picture_of({NUMBERS["p-bee"]: "B"})))
    assert "All cards are in." in page
    assert len(answers(room)) == 5


async def test_what_was_seen_can_be_counted_without_the_rest(house: House) -> None:
    room = await room_with_cards(house)
    await shoot(room, picture_of({NUMBERS["p-cat"]: "B", NUMBERS["p-dog"]: "C"}))
    path = f"/desk/{room.session}/cards"
    done = await room.desk.post(path, data={"count": "1"}, headers={"origin": HERE})
    page = text_of(await room.desk.get(path + done.headers["location"]))
    assert "2 cards were counted." in page
    assert answers(room) == {"p-cat": (SHOWS[1],), "p-dog": (SHOWS[2],)}


async def test_pictures_that_disagree_leave_a_card_out_until_it_is_held_still(
    house: House,
) -> None:
    room = await room_with_cards(house)
    other: dict[int, Sign] = {**ALL, NUMBERS["p-cat"]: "D"}
    page = text_of(await shoot(room, picture_of(ALL), picture_of(other)))
    assert "Two pictures differ. Hold these cards still, once more. Cat" in page
    assert answers(room) == {}
    page = text_of(await shoot(room, picture_of({NUMBERS["p-cat"]: "C"})))
    assert "All cards are in." in page
    assert answers(room)["p-cat"] == (SHOWS[2],)


async def test_what_cannot_be_read_is_told_in_a_sentence_and_loses_nothing(house: House) -> None:
    room = await room_with_cards(house)
    await shoot(room, picture_of({NUMBERS["p-cat"]: "B"}))
    heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic"
    for picture, sentence in (
        (b"not a picture at all", "This file is not a picture."),
        (heic, "This phone saves pictures as HEIC."),
        (picture_of(ALL)[:900], "The picture came only in part."),
        (picture_of({}), "No card was seen in this picture."),
    ):
        page = text_of(await shoot(room, picture))
        assert sentence in page
        assert "1 of 5 cards seen" in page


async def test_only_who_is_in_the_room_may_read_cards(house: House) -> None:
    room = await room_with_cards(house)
    stranger = house.browser(HERE)
    files = {"picture": ("a.jpg", picture_of(ALL), "image/jpeg")}
    origin = {"origin": HERE}
    path = f"/s/{room.session}/cards"
    assert (await stranger.post(path, files=files, headers=origin)).status_code in (303, 403)
    assert (await stranger.get(path)).status_code == 403
    assert answers(room) == {}
    phone = room.phone(1)
    sent = await phone.http.post(path, files=files)
    assert (sent.status_code, len(answers(room))) == (303, 5)


async def test_a_phone_that_reads_by_itself_tells_what_it_saw(house: House) -> None:
    room = await room_with_cards(house)
    path = f"/s/{room.session}/cards"
    marks = " ".join(f"{number}:0" for number in NUMBERS.values())
    told = {"marks": f"{marks} 77:1 3:9"}
    sent = await room.phone(1).http.post(path, data=told)
    assert (sent.status_code, len(answers(room))) == (303, 0)  # here pictures are looked at
    house.server.house.card_reader = None
    sent = await room.phone(1).http.post(path, data=told)
    assert (sent.status_code, len(answers(room))) == (303, 5)


async def test_of_a_film_two_pictures_in_turn_must_show_the_same(house: House) -> None:
    room = await room_with_cards(house)
    path = f"/desk/{room.session}/cards"
    film = {"origin": HERE, "accept": "application/json"}
    seen = []
    for sign in ("A", "B", "B"):
        files = {"picture": ("film.jpg", picture_of({NUMBERS["p-cat"]: sign}), "image/jpeg")}
        told = await room.desk.post(path, files=files, headers=film)
        seen.append(told.json()["sentence"])
    assert seen == ["0 of 5 cards seen", "0 of 5 cards seen", "1 of 5 cards seen"]
    await room.desk.post(path, data={"count": "1"}, headers={"origin": HERE})
    assert answers(room) == {"p-cat": (SHOWS[1],)}


async def test_what_another_picture_shows_while_one_is_counted_is_not_lost(house: House) -> None:
    room = await room_with_cards(house)
    takes, seats = house.server.house.card_takes, seats_by_card(room.state)
    cat, dog = (Reading(NUMBERS[each], "B") for each in ("p-cat", "p-dog"))
    takes.add(room.session, room.state, [Sighting(readings=frozenset({cat}), pixels=0)])
    counted = takes.command(room.session, room.state, AnswerId("a" * 32))
    takes.add(room.session, room.state, [Sighting(readings=frozenset({dog}), pixels=0)])
    await house.tell(room.session, counted)
    takes.done(room.session, counted)
    assert takes.take(room.session, room.state).seen == (seats[NUMBERS["p-dog"]],)


async def test_what_a_card_shows_stands_on_no_page(house: House) -> None:
    room = await room_with_cards(house)
    pages = []
    for sign in ("A", "B"):
        await shoot(room, picture_of({NUMBERS["p-cat"]: sign}))
        pages.append(await room.desk.get(f"/desk/{room.session}/cards"))
        await shoot(room, picture_of({NUMBERS["p-cat"]: "C"}))  # they disagree: it begins anew
    assert pages[0].text == pages[1].text


async def test_cards_for_a_camera_are_printed_from_the_desk(house: House) -> None:
    room = await room_with_cards(house)
    page = await room.desk.get(f"/desk/{room.session}/slips")
    assert re.findall(r'href="(cards\.pdf[^"]*)"', page.text) == ["cards.pdf", "cards.pdf?two=1"]
    made = await room.desk.get(f"/desk/{room.session}/cards.pdf")
    assert (made.status_code, made.headers["content-type"]) == (200, "application/pdf")
    assert made.content.startswith(b"%PDF-")
    phone = await room.phone(1).http.get(f"/desk/{room.session}/cards.pdf")
    assert phone.headers["content-type"].startswith("text/html")  # it asks for the PIN


async def test_a_picture_of_the_question_before_is_no_answer_to_the_next(house: House) -> None:
    room = await room_with_cards(house)
    path = f"/desk/{room.session}/cards"
    page = await room.desk.get(path)
    assert re.findall(r'name="step" value="([^"]+)"', page.text) == [ROUND]
    await house.go_to(room.session, NEXT_ROUND)
    files = {"picture": ("a.jpg", picture_of(ALL), "image/jpeg")}
    origin = {"origin": HERE}
    sent = await room.desk.post(path, data={"step": ROUND}, files=files, headers=origin)
    page = await room.desk.get(path + sent.headers["location"])
    assert "That question is closed now." in text_of(page)
    assert room.state.answers.get(NEXT_ROUND, {}) == {}
    film = {**origin, "accept": "application/json"}
    told = await room.desk.post(path, data={"step": ROUND, "marks": "1:0"}, headers=film)
    assert told.json()["ok"] is False  # so that the page is loaded anew
    await room.desk.post(path, data={"step": NEXT_ROUND}, files=files, headers=origin)
    assert len(room.state.answers[NEXT_ROUND]) == len(CARDS)


async def test_a_card_that_was_counted_and_put_down_is_not_read_again(house: House) -> None:
    room = await room_with_cards(house)
    await shoot(room, picture_of({NUMBERS["p-cat"]: "B", NUMBERS["p-dog"]: "C"}))
    path = f"/desk/{room.session}/cards"
    await room.desk.post(path, data={"count": "1"}, headers={"origin": HERE})
    lying: dict[int, Sign] = {**ALL, NUMBERS["p-cat"]: "D", NUMBERS["p-dog"]: "D"}
    assert "All cards are in." in text_of(await shoot(room, picture_of(lying)))
    assert len(answers(room)) == len(CARDS)
    assert (answers(room)["p-cat"], answers(room)["p-dog"]) == ((SHOWS[1],), (SHOWS[2],))


async def test_a_side_that_stands_for_nothing_here_is_asked_to_be_turned(house: House) -> None:
    room = await room_with_cards(house, "short", MOST)
    page = text_of(await shoot(room, picture_of({**ALL, NUMBERS["p-bee"]: "D"})))
    assert "3 of 5 cards seen" in page
    assert "Turn the card until your answer stands on top. Hold it up. Bee Hat" in page
    assert room.state.answers.get(MOST, {}) == {}
    turned: dict[int, Sign] = {NUMBERS["p-bee"]: "A", NUMBERS["p-hat"]: "B"}
    assert "All cards are in." in text_of(await shoot(room, picture_of(turned)))
    assert len(room.state.answers[MOST]) == len(CARDS)


async def test_while_a_picture_hangs_on_its_way_others_can_count(house: House) -> None:
    room = await room_with_cards(house)
    path = f"/desk/{room.session}/cards"
    hangs, gone = asyncio.Event(), asyncio.Event()

    async def receive() -> Message:
        hangs.set()
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        raise AssertionError(message)

    scope: Scope = {
        "type": "http",
        "method": "POST",
        "path": path,
        "scheme": "http",
        "client": ("127.0.0.1", 4711),
        "headers": [
            (b"host", b"localhost"),
            (b"origin", HERE.encode()),
            (b"content-length", b"5000000"),
        ],
    }
    slow = [asyncio.create_task(house.server.app(scope, receive, send)) for _ in range(9)]
    await hangs.wait()
    async with asyncio.timeout(20):
        done = await room.desk.post(path, data={"count": "1"}, headers={"origin": HERE})
    assert done.status_code == 303
    gone.set()
    await asyncio.gather(*slow)


@pytest.mark.parametrize("kind", ["multipart/form-data", "multipart/form-data; boundary="])
async def test_what_no_browser_sends_gets_our_sentence(house: House, kind: str) -> None:
    room = await room_with_cards(house)
    headers = {"origin": HERE, "content-type": kind}
    sent = await room.desk.post(f"/desk/{room.session}/cards", content=b"x", headers=headers)
    assert (sent.status_code, SENTENCE in text_of(sent)) == (400, True)


async def test_a_card_that_two_people_have_is_nobodys_answer(house: House) -> None:
    room = await room_with_cards(house)
    cat = next(seat for seat in room.state.seats.values() if seat.picture == "p-cat")
    number = NUMBERS["p-cat"]
    assert seats_by_card(room.state)[number] == cat.number
    other = replace(cat, number=SeatNo(99), table=TableNo(2))
    both = replace(room.state, seats={**room.state.seats, other.number: other})
    assert number not in seats_by_card(both)
    gone = replace(other, status="left")
    one = replace(room.state, seats={**room.state.seats, other.number: gone})
    assert seats_by_card(one)[number] == cat.number


async def test_at_a_device_a_card_that_somebody_has_elsewhere_is_not_offered(house: House) -> None:
    room = await room_with_cards(house)
    for card in (True, False):
        tiles = picture_tiles(room.state, TableNo(9), card=card)
        taken = {tile.id for tile in tiles if tile.taken}
        assert ("p-cat" in taken, "p-star" in taken) == (card, False)
