"""Who may sit at the convener's desk, and what can be done there."""

from __future__ import annotations

import re

import pytest

from tests.web.houses import HERE, ROOM, House
from thinkcoop.core.words import MINUTE, Why
from thinkcoop.web.phrases import REASONS
from thinkcoop.web.refusals import SENTENCES, No


async def test_at_this_machine_no_pin_is_asked(house: House) -> None:
    for name in (HERE, "http://127.0.0.1", "http://127.0.0.1:8000", "http://[::1]:8000"):
        page = await house.browser(name, address="127.0.0.1").get("/desk/")
        assert (page.status_code, 'action="/desk/new"' in page.text) == (200, True)


@pytest.mark.parametrize(
    ("base", "address", "headers"),
    [
        (ROOM, "192.0.2.7", {}),
        (HERE, "192.0.2.7", {}),
        ("http://evil.example", "127.0.0.1", {}),  # its name was made to point here
        ("http://localhost.evil.example", "127.0.0.1", {}),
        (HERE, "127.0.0.1", {"x-forwarded-for": "192.0.2.7"}),
        (HERE, "127.0.0.1", {"forwarded": "for=192.0.2.7"}),
    ],
)
async def test_everybody_else_is_asked_for_the_pin(
    house: House, base: str, address: str, headers: dict[str, str]
) -> None:
    session = await house.open()
    browser = house.browser(base, address=address)
    before = house.events(session), len(house.server.house.host.rooms)
    for path in ("/desk/", f"/desk/{session}/"):
        page = await browser.get(path, headers=headers)
        assert (page.status_code, 'name="pin"' in page.text) == (200, True)
        assert "/desk/new" not in page.text
    for path in ("/desk/new", f"/desk/{session}/go-on"):
        answer = await browser.post(path, data={"module": "tea"}, headers=headers)
        assert (answer.status_code, SENTENCES[No.DESK_CLOSED] in answer.text) == (403, True)
    stream = await browser.get(f"/s/{session}/stream?view=desk", headers=headers)
    assert stream.status_code == 403
    assert (house.events(session), len(house.server.house.host.rooms)) == before


async def test_the_pin_opens_the_desk_also_in_khmer_digits(house: House) -> None:
    pin = house.server.house.gate.pin.translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))
    browser = house.browser()
    done = await browser.post("/desk/pin", data={"pin": f" {pin} ", "next": "/desk/"})
    assert (done.status_code, done.headers["location"]) == (303, "/desk/")
    assert re.search("HttpOnly; SameSite=Strict", done.headers["set-cookie"])
    assert 'action="/desk/new"' in (await browser.get("/desk/")).text


async def test_another_pin_ends_what_the_old_one_opened(house: House) -> None:
    browser, gate = house.browser(), house.server.house.gate
    await browser.post("/desk/pin", data={"pin": gate.pin})
    gate.pin = "123456" if gate.pin != "123456" else "654321"
    assert 'name="pin"' in (await browser.get("/desk/")).text


async def test_five_wrong_pins_in_a_minute_are_enough(house: House) -> None:
    gate, thief = house.server.house.gate, house.browser()
    wrong = f"{(int(gate.pin) + 1) % 1_000_000:06d}"
    for _ in range(5):
        answer = await thief.post("/desk/pin", data={"pin": wrong})
        assert (answer.status_code, REASONS[Why.WRONG_PIN] in answer.text) == (403, True)
    answer = await thief.post("/desk/pin", data={"pin": gate.pin})
    assert (answer.status_code, REASONS[Why.SLOW_DOWN] in answer.text) == (429, True)
    neighbour = house.browser(address="192.0.2.8")
    assert (await neighbour.post("/desk/pin", data={"pin": gate.pin})).status_code == 303


async def test_the_pin_leads_only_to_the_desk(house: House) -> None:
    pin = house.server.house.gate.pin
    for goal in ("https://evil.example/", "//evil.example", "/s/x/"):
        answer = await house.browser().post("/desk/pin", data={"pin": pin, "next": goal})
        assert answer.status_code == 400


async def test_a_post_that_does_not_say_where_it_comes_from_is_not_taken_at_the_desk(
    house: House,
) -> None:
    desk = house.browser(HERE, address="127.0.0.1")
    for headers in ({}, {"origin": "http://evil.example"}, {"origin": "null"}):
        del desk.headers["origin"]
        desk.headers.update(headers)
        answer = await desk.post("/desk/new", data={"module": "tea", "edition": "short"})
        assert (answer.status_code, SENTENCES[No.CROSS_SITE] in answer.text) == (403, True)
        desk.headers["origin"] = HERE
    assert not house.server.house.host.rooms


async def test_a_session_starts_when_the_convener_says_and_ends_with_the_edition(
    house: House,
) -> None:
    session = await house.open(expected=12)
    state = house.state(session)
    assert state.header is not None
    assert (state.phase, state.header.expected, state.header.language) == ("gathering", 12, "en")
    assert state.starts_at == 15 * MINUTE
    assert state.ends_at - state.starts_at == 20 * MINUTE


@pytest.mark.parametrize(
    "fields",
    [
        {"module": "no-such-module"},
        {"edition": "no-such-edition"},
        {"expected": "-3"},
        {"expected": "100000"},
        {"start": "25:00"},
        {"start": "soon"},
        {"start": "10:00", "end": "10:00"},
        {"language": "en\x00"},
    ],
)
async def test_what_cannot_be_wished_opens_nothing(house: House, fields: dict[str, str]) -> None:
    desk = house.browser(HERE, address="127.0.0.1")
    wishes = {"module": "tea", "edition": "short", "expected": "5"} | fields
    answer = await desk.post("/desk/new", data=wishes)
    assert answer.status_code in (400, 409)
    assert not house.server.house.host.rooms


async def test_the_convener_pauses_resumes_and_goes_on(house: House) -> None:
    session = await house.open()
    await house.four(session)
    desk = house.browser(HERE, address="127.0.0.1")

    async def press(act: str) -> str:
        answer = await desk.post(f"/desk/{session}/{act}")
        assert answer.status_code == 303
        return str(answer.headers["location"])

    assert await press("pause") == f"/desk/{session}/?n=not_now"
    assert REASONS[Why.NOT_NOW] in (await desk.get(f"/desk/{session}/?n=not_now")).text
    assert await press("go-on") == f"/desk/{session}/"
    assert house.state(session).phase == "running"
    await press("pause")
    assert house.state(session).paused_at is not None
    await press("resume")
    assert house.state(session).paused_at is None
    assert (await desk.post(f"/desk/{session}/explode")).status_code == 404


async def test_the_next_meeting_is_started_with_one_button(house: House) -> None:
    session = await house.open("two-days")
    await house.four(session)
    desk = house.browser(HERE, address="127.0.0.1")
    for _ in range(40):
        if house.state(session).phase == "between":
            break
        await desk.post(f"/desk/{session}/go-on")
    assert "Start the next meeting" in (await desk.get(f"/desk/{session}/")).text
    await desk.post(f"/desk/{session}/meeting")
    assert (house.state(session).phase, house.state(session).meeting) == ("gathering", 1)


async def test_the_desk_shows_people_and_never_who_answered_what(house: House) -> None:
    session = await house.open()
    [one, *_] = await house.four(session)
    await house.go_to(session, "most")
    await one.do("answer", step="most", answer="a" * 16, v="1")
    desk = house.browser(HERE, address="127.0.0.1")
    page = (await desk.get(f"/desk/{session}/")).text
    code = house.server.house.host.rooms[session].cards[one.seat].code
    assert f">{code}<" not in page
    assert "p-lotus" not in page


async def test_the_wall_and_its_code_lead_to_an_address_that_phones_can_use(house: House) -> None:
    session = await house.open()
    wall = await house.browser().get(f"/s/{session}/wall")
    assert session in wall.text
    assert "room.test" in wall.text
    code = await house.browser().get(f"/s/{session}/qr.svg")
    assert code.headers["content-type"] == "image/svg+xml"
    assert code.text.startswith("<svg")


async def test_health_tells_how_it_is_without_the_way_in(house: House) -> None:
    session = await house.open()
    answer = await house.browser().get("/health")
    told = answer.json()
    assert told["ok"] is True
    assert (told["sessions"], told["streams"], told["disk"]) == (1, 0, "ok")
    assert session not in answer.text
