from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import httpx
import pytest

from tests.core.paper.rooms import room, sheet
from tests.web.houses import HERE, House, Person, fresh_id
from thinkcoop.app.ports import Wording
from thinkcoop.app.turns import Room
from thinkcoop.config.compose import can_press
from thinkcoop.core.paper import Document
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Channel
from thinkcoop.core.words import SessionId
from thinkcoop.web.limits import FREE_TOGETHER
from thinkcoop.web.papers import Papers

STORY = "One held the money. Nobody asked him. It was gone."
HELP = "Name one person whom you will ask."
SECRETS = (STORY, HELP, "What I chose", "My stones")


@dataclass
class PaperPress:
    """A press that writes down for whom it worked."""

    made: list[tuple[str, str]] = field(default_factory=list)

    def picture(self, document: Document, wording: Wording) -> bytes:
        self.made.append((document.kind, "png"))
        return b"\x89PNG " + wording.text(document.title).encode()

    def pdf(self, document: Document, wording: Wording) -> bytes:
        self.made.append((document.kind, "pdf"))
        return b"%PDF " + wording.text(document.title).encode()


@dataclass
class Evening:
    """A room of four with phones, after its day."""

    house: House
    session: SessionId
    people: list[Person]
    press: PaperPress

    @property
    def kept(self) -> Room:
        return self.house.server.house.host.rooms[self.session]

    async def get(self, path: str, person: Person | None = None) -> httpx.Response:
        browser = person.http if person is not None else self.house.browser()
        return await browser.get(f"/s/{self.session}/{path}")

    async def by_number(
        self, picture: str, code: str, path: str = "mine", browser: httpx.AsyncClient | None = None
    ) -> httpx.Response:
        fields = {"picture": picture, "code": code}
        browser = browser or self.house.browser()
        return await browser.post(f"/s/{self.session}/{path}", data=fields)

    def wrong(self, person: Person) -> str:
        """A number that is not this person's."""
        return f"{(int(self.kept.cards[person.seat].code) + 1) % 10_000:04d}"


def where_told(page: str) -> list[str]:
    """What the page says of where the number is."""
    return re.findall(r'<div class="what"><svg.*?</svg><span>([^<]+)</span>', page)


@pytest.fixture
async def evening(house: House) -> Evening:
    session = await house.open()
    people = await house.four(session)
    press = PaperPress()
    house.server.house.papers = Papers(lambda: press)
    made = Evening(house, session, people, press)
    state = room()
    seats = {**state.seats, **made.kept.state.seats}
    made.kept.state = replace(state, seats=seats)
    made.kept.sheets = {person.seat: dict(sheet(state)) for person in people[:3]}
    return made


async def test_the_page_of_the_group_is_open_to_all_who_know_the_code(evening: Evening) -> None:
    answer = await evening.get("group")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    found = re.findall(r'<h2>(?:<svg.*?</svg>)?(?:<span class="read">)?([^<]+)', answer.text)
    assert [each for each in found if each in ("Our biggest need", "What we chose")] == [
        "Our biggest need",
        "What we chose",
    ]
    assert "Save together" in answer.text


async def test_nothing_private_is_on_the_page_of_the_group(evening: Evening) -> None:
    text = (await evening.get("group", evening.people[0])).text
    assert [secret for secret in SECRETS if secret in text] == []


async def test_my_phone_shows_my_own_page(evening: Evening) -> None:
    answer = await evening.get("mine", evening.people[0])
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert [secret for secret in SECRETS if secret in answer.text] == list(SECRETS)


async def test_who_has_no_place_is_asked_for_picture_and_number(evening: Evening) -> None:
    answer = await evening.get("mine")
    assert [secret for secret in SECRETS if secret in answer.text] == []
    assert 'value="p-lotus"' in answer.text
    asked = await evening.house.browser().post(
        f"/s/{evening.session}/mine", data={"picture": "p-lotus"}
    )
    assert 'name="code"' in asked.text


async def test_the_desk_opens_no_private_page(evening: Evening) -> None:
    desk = evening.house.browser(HERE, address="127.0.0.1")
    for path in ("mine", "mine.png", "mine.pdf"):
        answer = await desk.get(f"/s/{evening.session}/{path}")
        assert [secret for secret in SECRETS if secret in answer.text] == []
    assert evening.press.made == []


async def test_a_number_opens_the_page_and_leaves_the_seat_where_it_is(evening: Evening) -> None:
    me = evening.people[0]
    code = evening.kept.cards[me.seat].code
    answer = await evening.by_number("p-lotus", code)
    assert (answer.status_code, STORY in answer.text) == (200, True)
    assert "set-cookie" not in answer.headers
    assert evening.kept.cards[me.seat].hand == 0
    picture = await evening.by_number("p-lotus", code, "mine.png")
    assert (picture.status_code, picture.content) == (200, b"\x89PNG My own page")


async def test_a_wrong_number_opens_nothing(evening: Evening) -> None:
    me = evening.people[0]
    answer = await evening.by_number("p-lotus", evening.wrong(me))
    assert (answer.status_code, STORY in answer.text) == (403, False)
    other = evening.kept.cards[evening.people[1].seat].code
    if other != evening.kept.cards[me.seat].code:
        assert (await evening.by_number("p-lotus", other)).status_code == 403


async def test_each_is_told_where_the_own_number_stands(evening: Evening) -> None:
    state = evening.kept.state
    channels: tuple[Channel, ...] = ("phone", "table", "card", "paper")
    told = []
    for channel in channels:
        seats = {number: replace(seat, channel=channel) for number, seat in state.seats.items()}
        evening.kept.state = replace(state, seats=seats)
        asked = await evening.house.browser().post(
            f"/s/{evening.session}/mine", data={"picture": "p-lotus"}
        )
        told += where_told(asked.text)
    assert told == [
        "It is on your first phone, under your picture.",
        "The table&#39;s device showed it once, when you came in.",
        "It is on the back of your card or your paper.",
        "It is on the back of your card or your paper.",
    ]


async def test_a_number_in_the_address_is_not_read(evening: Evening) -> None:
    code = evening.kept.cards[evening.people[0].seat].code
    answer = await evening.get(f"mine?picture=p-lotus&code={code}")
    assert (answer.status_code, STORY in answer.text) == (200, False)


async def test_numbers_cannot_be_tried_one_after_the_other(evening: Evening) -> None:
    me = evening.people[0]
    for _ in range(10):
        await evening.by_number("p-lotus", evening.wrong(me))
    answer = await evening.by_number("p-lotus", evening.kept.cards[me.seat].code)
    assert (answer.status_code, STORY in answer.text) == (429, False)


async def test_who_tries_numbers_at_one_picture_keeps_nobody_from_another(evening: Evening) -> None:
    me, other = evening.people[:2]
    for _ in range(20):
        await evening.by_number("p-lotus", evening.wrong(me))
    assert (
        await evening.by_number("p-fish", evening.kept.cards[other.seat].code)
    ).status_code == 200


async def test_who_tries_my_number_does_not_keep_me_from_my_page(evening: Evening) -> None:
    me = evening.people[0]
    for _ in range(20):
        await evening.by_number("p-lotus", evening.wrong(me))
    mine = evening.house.browser(address="192.0.2.99")
    answer = await evening.by_number("p-lotus", evening.kept.cards[me.seat].code, browser=mine)
    assert (answer.status_code, STORY in answer.text) == (200, True)


async def test_pictures_that_nobody_has_are_one_for_the_brake(evening: Evening) -> None:
    for number in range(FREE_TOGETHER):
        browser = evening.house.browser(address=f"192.0.2.{number}")
        await evening.by_number(f"p-nobody-{number}", "1234", browser=browser)
    answer = await evening.by_number("p-nobody", "1234", browser=evening.house.browser())
    assert answer.status_code == 429


async def test_a_phone_that_gave_its_place_away_shows_nothing(evening: Evening) -> None:
    me = evening.people[0]
    card = evening.kept.cards[me.seat]
    evening.kept.cards[me.seat] = replace(card, hand=card.hand + 1)
    assert STORY not in (await evening.get("mine", me)).text


async def test_a_sheet_that_is_gone_is_said_to_be_gone(evening: Evening) -> None:
    evening.kept.sheets = {}
    text = (await evening.get("mine", evening.people[0])).text
    assert "No private answers are kept here any more." in text
    assert STORY not in text


async def test_who_came_in_on_a_table_device_is_told_the_number_once(house: House) -> None:
    session = await house.open()
    people = await house.four(session)
    await house.go_to(session, next(iter(house.state(session).program.by_key)))
    device = house.browser()
    joined = await device.post(f"/s/{session}/table", data={"table": "1"})
    assert joined.status_code == 303
    fields = {"picture": "p-cat", "trade": "seller", "reads": "1", "name": ""}
    added = await device.post(f"/s/{session}/person", data=fields | {"answer": fresh_id()})
    assert added.status_code == 303
    kept = house.server.house.host.rooms[session]
    [seat] = set(kept.state.seats) - {person.seat for person in people}
    told = f"Your number is {kept.cards[seat].code}."
    assert told not in (await people[0].http.get(added.headers["location"])).text
    assert told in (await device.get(added.headers["location"])).text
    asked = await house.browser().post(f"/s/{session}/mine", data={"picture": "p-cat"})
    assert where_told(asked.text) == ["The table&#39;s device showed it once, when you came in."]
    assert told not in (await device.get(added.headers["location"])).text
    mine = {"picture": "p-cat", "code": kept.cards[seat].code}
    opened = await device.post(f"/s/{session}/mine", data=mine)
    assert "You gave no private answers." in opened.text


async def test_files_are_made_by_the_press_and_kept_for_the_group_alone(evening: Evening) -> None:
    me = evening.people[0]
    for path in ("group.png", "group.png", "group.pdf", "mine.png", "mine.png"):
        answer = await evening.get(path, me)
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    pressed = [("group", "png"), ("group", "pdf"), ("mine", "png"), ("mine", "png")]
    assert evening.press.made == pressed


async def test_a_file_says_what_it_is(evening: Evening) -> None:
    picture, paper = await evening.get("group.png"), await evening.get("group.pdf")
    assert [answer.headers["content-type"] for answer in (picture, paper)] == [
        "image/png",
        "application/pdf",
    ]
    assert picture.headers["content-disposition"] == 'inline; filename="thinkcoop-group.png"'
    assert (picture.content, paper.content) == (b"\x89PNG Our page", b"%PDF Our page")
    assert (await evening.get("group.exe")).status_code == 404


async def test_without_a_press_the_page_says_how_to_print_it(evening: Evening) -> None:
    evening.house.server.house.papers = Papers()
    page = await evening.get("group")
    assert ("Print this page with your browser." in page.text, "group.png" in page.text) == (
        True,
        False,
    )
    answer = await evening.get("group.png")
    assert (answer.status_code, "makes no files" in answer.text) == (404, True)


async def test_a_page_changes_with_the_room(evening: Evening) -> None:
    await evening.get("group.png")
    evening.kept.state = replace(evening.kept.state, questions=())
    await evening.get("group.png")
    assert evening.press.made == [("group", "png")] * 2


async def test_a_meeting_that_nobody_knows_has_no_page(house: House) -> None:
    browser = house.browser()
    answers = [await browser.get(f"/s/NOBDY/{path}") for path in ("group", "group.png", "mine")]
    assert [answer.status_code for answer in answers] == [404, 404, 404]


async def test_the_end_leads_to_the_page(evening: Evening) -> None:
    phone = await evening.people[0].screen()
    wall = await evening.get("wall")
    assert '<a class="b main" href="group">' in phone
    assert '<img src="group-qr.svg"' in wall.text


async def test_the_square_on_the_wall_has_its_address_below_it(evening: Evening) -> None:
    answer = await evening.get("group-qr.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert f">http://room.test/s/{evening.session}/group</text>" in answer.text


async def test_a_session_that_really_ended_has_the_seal_of_its_log_on_the_page(
    house: House,
) -> None:
    session = await house.open()
    await house.four(session)
    assert "Record of the day" not in (await house.browser().get(f"/s/{session}/group")).text
    for _ in range(60):
        if house.state(session).phase == "over":
            break
        await house.tell(session, c.GoOn())
    head = house.server.house.host.store.head(session)
    text = (await house.browser().get(f"/s/{session}/group")).text
    assert f"Record of the day: {head[:16]}." in text


async def test_the_press_of_this_machine_makes_real_files(evening: Evening) -> None:
    assert can_press()
    from thinkcoop.press import TypstPress  # noqa: PLC0415 - large: only where it is needed

    evening.house.server.house.papers = Papers(TypstPress)
    picture = await evening.get("group.png")
    assert (picture.content[:4], len(picture.content) <= 200_000) == (b"\x89PNG", True)
    assert (await evening.get("mine.pdf", evening.people[0])).content[:5] == b"%PDF-"
