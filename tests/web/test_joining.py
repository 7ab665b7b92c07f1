"""Coming in, coming back, and putting a device on a table."""

from __future__ import annotations

import asyncio
import re

import pytest

from tests.web.houses import House, Person, fresh_id
from thinkcoop.core.screens.people import PEOPLE
from thinkcoop.web.limits import FREE_ON_ONE_PHONE


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the form on a page."""
    return dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">', page))


async def test_a_person_joins_page_by_page_without_a_script(house: House) -> None:
    session = await house.open()
    phone = house.browser()
    page = await phone.get(f"/s/{session}/")
    fields = hidden(page.text)
    for part, value in (("picture", "p-cat"), ("trade", "driver"), ("reads", "0")):
        page = await phone.post(f"/s/{session}/", data=fields | {part: value})
        assert page.status_code == 200
        fields = hidden(page.text)
        assert fields[part] == value
    done = await phone.post(f"/s/{session}/join", data=fields | {"name": "Sok  Dara"})
    assert (done.status_code, done.headers["location"]) == (303, f"/s/{session}/")
    [seat] = house.state(session).seats.values()
    assert (seat.picture, seat.trade, seat.reads, seat.guest) == ("p-cat", "driver", False, False)
    assert house.server.house.host.rooms[session].cards[seat.number].name == "Sok Dara"
    assert "Sok Dara" in (await phone.get(f"/s/{session}/")).text


async def test_the_name_is_on_the_card_and_not_in_the_log(house: House) -> None:
    session = await house.open()
    await house.join(session, "p-cat", name="Bopha")
    log = "".join(body for body, _ in house.server.store.sealed(session))
    assert "Bopha" not in log


async def test_joining_twice_with_one_phone_is_one_seat(house: House) -> None:
    session = await house.open()
    phone, answer = house.browser(), fresh_id()
    fields = {"answer": answer, "picture": "p-cat", "trade": "seller", "reads": "1", "name": ""}
    first = await phone.post(f"/s/{session}/join", data=fields)
    phone.cookies.clear()  # the first reply never reached the phone
    again = await phone.post(f"/s/{session}/join", data=fields)
    assert (first.status_code, again.status_code) == (303, 303)
    assert first.headers["set-cookie"] == again.headers["set-cookie"]
    assert len(house.state(session).seats) == 1


async def test_a_phone_that_has_a_seat_is_not_asked_again(house: House) -> None:
    session = await house.open()
    person = await house.join(session, "p-cat")
    answer = await person.http.get(f"/s/{session}/join")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/s/{session}/")


async def test_of_two_who_tap_one_picture_at_once_one_gets_it_and_the_other_picks_the_next(
    house: House,
) -> None:
    session = await house.open()
    common = {"trade": "seller", "reads": "1", "name": ""}
    phones = [house.browser(), house.browser()]
    answers = await asyncio.gather(
        *(
            phone.post(
                f"/s/{session}/join", data=common | {"answer": fresh_id(), "picture": "p-sun"}
            )
            for phone in phones
        )
    )
    assert sorted(answer.status_code for answer in answers) == [303, 409]
    late = next(answer for answer in answers if answer.status_code == 409)
    assert "Somebody was faster" in late.text
    assert 'value="p-sun"' not in late.text  # it is not offered again
    fields = hidden(late.text)
    assert fields["trade"] == "seller"
    again = await phones[answers.index(late)].post(
        f"/s/{session}/join", data=fields | {"picture": "p-moon"}
    )
    assert again.status_code == 303
    assert {seat.picture for seat in house.state(session).seats.values()} == {"p-sun", "p-moon"}


async def test_taken_pictures_are_not_offered_while_others_are_free(house: House) -> None:
    session = await house.open()
    await house.join(session, "p-lotus")
    page = (await house.browser().get(f"/s/{session}/")).text
    assert 'value="p-lotus"' not in page
    assert 'value="p-buffalo"' in page


async def test_the_forty_first_person_may_share_a_picture(house: House) -> None:
    session = await house.open()
    for picture in PEOPLE:
        await house.join(session, picture)
    await house.join(session, "p-lotus")
    assert len(house.state(session).seats) == 41


async def test_a_guest_joins_by_a_link_of_its_own(house: House) -> None:
    session = await house.open()
    phone = house.browser()
    page = await phone.get(f"/s/{session}/join?guest=1")
    fields = hidden(page.text)
    assert fields["guest"] == "1"
    chosen = {"picture": "p-cat", "trade": "other", "reads": "0", "name": ""}
    await phone.post(f"/s/{session}/join", data=fields | chosen)
    [seat] = house.state(session).seats.values()
    assert seat.guest


async def test_a_language_is_kept_if_the_module_speaks_it(house: House) -> None:
    session = await house.open()
    await house.join(session, "p-cat", language="km")
    await house.join(session, "p-dog", language="fr")
    seats = house.state(session).seats.values()
    assert [seat.language for seat in seats] == ["km", "en"]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("picture", "p-dragon", "We do not have this picture"),
        ("picture", "../../etc", "We could not read that"),
        ("trade", "king", "We do not have this work"),
        ("reads", "perhaps", "We could not read that"),
        ("name", "a\x00b", "We cannot read these letters"),
        ("name", "a" * 400, "That is too long"),
        ("answer", "<script>", "We could not read that"),
    ],
)
async def test_what_cannot_be_meant_is_refused_with_a_sentence(
    house: House, field: str, value: str, sentence: str
) -> None:
    session = await house.open()
    fields = {"answer": fresh_id(), "picture": "p-cat", "trade": "seller", "reads": "1", "name": ""}
    before = house.events(session)
    answer = await house.browser().post(f"/s/{session}/join", data=fields | {field: value})
    assert answer.status_code in (400, 409)
    assert sentence in answer.text
    assert house.events(session) == before


async def test_a_person_comes_back_on_another_phone_and_the_old_cookie_ends(house: House) -> None:
    session = await house.open()
    old = await house.join(session, "p-cat")
    code = house.server.house.host.rooms[session].cards[old.seat].code
    new = Person(house.browser(), session, old.seat)
    assert "p-cat" in (await new.http.get(f"/s/{session}/back")).text
    asked = await new.http.post(f"/s/{session}/back", data={"picture": "p-cat"})
    assert 'name="code"' in asked.text
    khmer = code.translate(str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩"))
    done = await new.http.post(f"/s/{session}/back", data={"picture": "p-cat", "code": khmer})
    assert done.status_code == 303
    assert (await new.do("question", about="money")).status_code == 200
    refused = await old.do("question", about="money")
    assert (refused.status_code, refused.json()["why"]) == (403, "other_phone")
    assert "Another phone has your place now" in await old.screen()


async def test_after_five_wrong_numbers_a_phone_waits(house: House) -> None:
    session = await house.open()
    person = await house.join(session, "p-cat")
    code = house.server.house.host.rooms[session].cards[person.seat].code
    wrong = f"{(int(code) + 1) % 10_000:04d}"
    thief = house.browser()
    for _ in range(FREE_ON_ONE_PHONE):
        answer = await thief.post(f"/s/{session}/back", data={"picture": "p-cat", "code": wrong})
        assert (answer.status_code, "does not fit your picture" in answer.text) == (403, True)
    answer = await thief.post(f"/s/{session}/back", data={"picture": "p-cat", "code": code})
    assert (answer.status_code, "too many tries" in answer.text) == (429, True)


async def test_a_device_that_is_put_on_a_table_twice_has_one_table(house: House) -> None:
    session = await house.open()
    device = Person(house.browser(), session)
    page = (await device.http.get(f"/s/{session}/table")).text
    [name] = re.findall(r'name="answer" value="(\w+)"', page)
    for _ in range(2):
        sent = {"table": "0", "answer": name}
        assert (await device.http.post(f"/s/{session}/table", data=sent)).status_code == 303
        assert "Table 1" in await device.screen()
    assert list(house.state(session).tables) == [1]


async def test_a_device_is_put_on_a_table_and_people_are_added_there(house: House) -> None:
    session = await house.open()
    device = Person(house.browser(), session)
    assert (await device.http.get(f"/s/{session}/table")).status_code == 200
    done = await device.http.post(f"/s/{session}/table", data={"table": "0"})
    assert done.status_code == 303
    fields = {"answer": fresh_id(), "picture": "p-cat", "trade": "seller", "reads": "1", "name": ""}
    added = await device.http.post(f"/s/{session}/person", data=fields)
    assert (added.status_code, added.headers["location"]) == (303, f"/s/{session}/")
    [seat] = house.state(session).seats.values()
    assert (seat.channel, seat.table) == ("table", 1)


async def test_only_a_tables_device_adds_people_without_a_phone(house: House) -> None:
    session = await house.open()
    person = await house.join(session, "p-cat")
    for browser in (person.http, house.browser()):
        answer = await browser.get(f"/s/{session}/person")
        assert answer.status_code in (403, 409)


async def test_the_door_leads_into_the_only_session_and_asks_for_a_code_otherwise(
    house: House,
) -> None:
    phone = house.browser()
    assert (await phone.get("/")).status_code == 200
    first = await house.open()
    assert (await phone.get("/")).headers["location"] == f"/s/{first}/"
    second = await house.open()
    page = await phone.get("/")
    assert (page.status_code, first in page.text) == (200, False)
    typed = await phone.get("/", params={"code": f" {second.lower()} "})
    assert typed.headers["location"] == f"/s/{second}/"
    wrong = await phone.get("/", params={"code": "ZZZZZ"})
    assert (wrong.status_code, "There is no meeting with this code" in wrong.text) == (404, True)


async def test_of_a_code_that_nobody_has_the_browsers_own_language_speaks(house: House) -> None:
    phone = house.browser()
    page = await phone.get("/s/ZZZZZ/", headers={"accept-language": "es-PE,es;q=0.9"})
    assert 'lang="es"' in page.text
    assert "There is no meeting with this code." not in page.text
