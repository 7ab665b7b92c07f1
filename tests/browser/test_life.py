"""What happens to phones in real life: no network, an empty battery, another phone, no scripts."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser.hall import Hall, Visitor, wait_until
from tests.browser.people import TABLE, Person, Witness, phone_context
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.words import SessionId, StepId
from thinkcoop.web.phrases import PAGE, SENTENCES
from thinkcoop.web.refusals import SENTENCES as REFUSALS
from thinkcoop.web.refusals import No

SELLER = "I sell in a market"
DRIVER = "I drive people or goods"
OFFLINE = "ERR_INTERNET_DISCONNECTED"


class Table:
    """A session with one table: visitors without browsers, and phones that join by taps."""

    def __init__(self, browser: Browser, hall: Hall, *, browsers: int, device: int = 0) -> None:
        self.hall = hall
        self.browser = browser
        self.session: SessionId = hall.open(expected=4)
        pictures = ("p-turtle", "p-frog", "p-bird")[: 4 - browsers - device]
        self.visitors: list[Visitor] = [hall.visitor(self.session, each) for each in pictures]
        self.address = f"{hall.url}/s/{self.session}/"

    def phone(self, picture: str, *, trade: str = SELLER, **more: object) -> Person:
        """Somebody comes in with a phone."""
        person = self.newcomer(picture, **more)
        person.come_in(picture=picture, trade=trade)
        return person

    def newcomer(self, name: str, **more: object) -> Person:
        """Somebody stands at the door with a phone."""
        scripts = bool(more.get("java_script_enabled", True))
        person = Person(phone_context(self.browser, **more), name, scripts=scripts)
        person.page.goto(self.address)
        return person

    def seat(self, picture: str) -> int:
        """The seat of the person with that picture."""
        seats = self.hall.state(self.session).seats.values()
        return next(int(seat.number) for seat in seats if seat.picture == picture)

    def answers(self, step: str) -> dict[int, tuple[int, ...]]:
        """Who answered what in a step."""
        given = self.hall.state(self.session).answers
        return {
            int(seat): a.value for key in given if key == step for seat, a in given[key].items()
        }

    def close(self) -> None:
        for visitor in self.visitors:
            visitor.close()


@pytest.fixture
def table(browser: Browser, hall: Hall) -> Iterator[Table]:
    """One phone and three visitors."""
    made = Table(browser, hall, browsers=1)
    yield made
    made.close()
    for context in browser.contexts:
        context.close()


def test_an_answer_without_network_is_kept_and_counts_once(table: Table) -> None:
    phone = table.phone("p-lotus")
    witness = Witness()
    witness.watch(phone.context)
    table.hall.hurry_to(table.session, "mood")
    phone.until(lambda sight: sight.form == "scale")

    phone.context.set_offline(True)
    phone.answer("scale", choice=1)

    band = phone.page.locator("#net:visible")
    band.get_by_text(PAGE["no_network"]).wait_for()
    phone.sees(PAGE["kept"])
    assert phone.page.locator(".tile[aria-pressed=true]").count() == 1
    assert table.answers("mood") == {}

    phone.context.set_offline(False)
    seat = table.seat("p-lotus")
    wait_until(lambda: table.answers("mood") == {seat: (1,)}, seconds=15)
    phone.sees(PAGE["sent"])
    band.wait_for(state="hidden")
    assert given(table, "mood", seat) == 1
    assert [text for text in witness.complaints if OFFLINE not in text] == []


def given(table: Table, step: str, seat: int) -> int:
    """How often the log says that this seat answered this step."""
    command = [sys.executable, "-m", "thinkcoop.config.cli", "log", table.session]
    log = subprocess.run(
        [*command, "--data", str(table.hall.data_dir)], capture_output=True, check=True
    ).stdout
    events = [json.loads(line) for line in log.splitlines()]
    texts = [json.dumps(event) for event in events]
    return sum("AnswerGiven" in text and f'"{step}"' in text for text in texts) if seat else 0


def test_a_page_loaded_again_is_where_the_room_is(table: Table) -> None:
    phone = table.phone("p-lotus")
    table.hall.hurry_to(table.session, "mood")
    phone.until(lambda sight: sight.form == "scale")
    phone.answer("scale", choice=2)
    phone.sees(PAGE["sent"])

    phone.page.reload()
    assert phone.look().answered
    assert phone.page.locator(".tile[aria-pressed=true]").count() == 1

    phone.page.close()
    table.hall.hurry_to(table.session, "names")
    phone.page = phone.context.new_page()
    phone.page.goto(table.address)

    assert phone.look().kind == "turn"


def test_another_phone_takes_the_seat_over_and_the_old_one_is_told(table: Table) -> None:
    old = table.phone("p-lotus")
    table.hall.hurry_to(table.session, "mood")
    old.until(lambda sight: sight.form == "scale")
    old.tap(PAGE["my_place"])
    number = re.search(r"\b(\d{4})\b", old.page.locator(".panel").inner_text())
    assert number

    new = table.newcomer("p-lotus")
    new.tap(PAGE["was_here"])
    new.tap_picture("p-lotus")
    new.page.locator("input[name=code]").fill(number[1])
    new.tap(PAGE["come_in"])

    new.until(lambda sight: sight.form == "scale")
    old.page.get_by_text(REFUSALS[No.OTHER_PHONE]).wait_for(timeout=15_000)
    new.answer("scale")
    new.sees(PAGE["sent"])
    assert list(table.answers("mood")) == [table.seat("p-lotus")]


def test_a_phone_without_scripts_refreshes_itself_and_answers(table: Table) -> None:
    phone = table.phone("p-lotus", java_script_enabled=False)
    table.hall.hurry_to(table.session, "mood")

    phone.page.locator("form[data-form=scale]").wait_for(timeout=12_000)  # nobody loads it again
    phone.answer("scale", choice=0)

    phone.sees(PAGE["sent"])
    assert table.answers("mood") == {table.seat("p-lotus"): (0,)}


def test_two_sessions_in_one_browser_never_mix(table: Table, browser: Browser) -> None:
    lotus = table.phone("p-lotus")
    other = Table(browser, table.hall, browsers=1)
    drum = Person(lotus.context, "p-drum")
    drum.page.goto(other.address)
    drum.come_in(picture="p-drum", trade=DRIVER)
    for session in (table.session, other.session):
        table.hall.hurry_to(session, "mood")

    drum.page.reload()
    lotus.page.reload()
    if lotus.look().form == "scale":
        lotus.answer("scale", choice=0)
    drum.answer("scale", choice=2)
    drum.sees(PAGE["sent"])

    assert [seat.picture for seat in table.hall.state(table.session).seats.values()][
        -1
    ] == "p-lotus"
    assert [seat.picture for seat in table.hall.state(other.session).seats.values()][-1] == "p-drum"
    assert other.answers("mood") == {other.seat("p-drum"): (2,)}
    assert table.answers("mood") in ({}, {table.seat("p-lotus"): (0,)})
    other.close()


def test_the_device_shows_nothing_of_the_one_before(browser: Browser, hall: Hall) -> None:
    table = Table(browser, hall, browsers=0, device=3)
    device = Person(phone_context(browser, viewport=TABLE), "device")
    device.page.goto(f"{table.address}table")
    device.tap(PAGE["device_next"])
    for picture in ("p-lotus", "p-buffalo", "p-fish"):
        device.tap(SENTENCES[P.NEW_PERSON])
        device.come_in(picture=picture, trade=SELLER)
    table.hall.hurry_to(table.session, "know-votes")
    device.until(lambda sight: sight.kind == "hand")
    before = device.page.locator("#screen").inner_html()

    device.tap(SENTENCES[P.IT_IS_ME])
    asked = device.until(lambda sight: sight.form == "one")
    assert not asked.answered
    device.answer("one", choice=0)
    device.until(lambda sight: sight.kind == "hand")

    after = device.page.content()
    for trace in ("More votes than others", 'aria-pressed="true"', "checked", PAGE["sent"]):
        assert trace not in device.page.locator("#screen").inner_html()
    assert "More votes than others" not in after
    kept = device.page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
    assert "know-votes" not in kept
    assert device.page.locator("#screen").inner_html() != before  # it is the next person's turn

    device.tap(SENTENCES[P.IT_IS_ME])
    asked = device.until(lambda sight: sight.form == "one")
    assert not asked.answered
    assert device.page.locator("[aria-pressed=true]").count() == 0
    table.close()
    device.context.close()


def test_keys_alone_are_enough_to_come_in_and_answer(table: Table) -> None:
    person = table.newcomer("p-lotus", is_mobile=False, has_touch=False)
    keys = Keys(person)

    keys.reach("Lotus")
    keys.press("Enter")
    person.page.get_by_text(SELLER).wait_for()
    keys.reach(SELLER)
    keys.press("Enter")
    person.page.get_by_text(PAGE["reads_no"]).wait_for()
    keys.reach(PAGE["reads_no"])
    keys.press("Enter")
    person.page.get_by_text(PAGE["come_in"]).wait_for()
    keys.reach(PAGE["come_in"])
    keys.press("Enter")
    person.page.wait_for_url(lambda address: address.split("?")[0].endswith("/"))
    table.hall.hurry_to(table.session, "mood")
    person.until(lambda sight: sight.form == "scale")
    keys.reach(SENTENCES[P.FACE_SO])
    keys.press("Enter")
    person.sees(PAGE["sent"])
    assert table.answers("mood") == {table.seat("p-lotus"): (1,)}

    table.hall.hurry_to(table.session, "fun-vote")
    person.until(lambda sight: sight.form == "ballot")
    keys.reach("elephant")
    keys.press("Space")
    keys.reach(SENTENCES[P.PUT_IN_BOX])
    keys.press("Enter")
    person.sees(SENTENCES[P.VOTED])
    assert table.seat("p-lotus") in table.hall.state(table.session).votes[StepId("fun-vote")]


class Keys:
    """Somebody who has a keyboard and nothing else."""

    def __init__(self, person: Person) -> None:
        self._page = person.page

    def press(self, key: str) -> None:
        self._page.keyboard.press(key)

    def reach(self, words: str, *, most: int = 60) -> None:
        """Go from thing to thing until these words have the focus, and see that it shows."""
        for _ in range(most):
            self.press("Tab")
            if words in self._page.evaluate(FOCUSED):
                assert self._page.evaluate(RING) != "none"
                return
        raise AssertionError(f"“{words}” cannot be reached by keys")


FOCUSED = """() => { const e = document.activeElement;
  return ((e.closest("label") || e).innerText || "") + (e.getAttribute("aria-label") || ""); }"""
RING = """() => { const e = document.activeElement;
  const drawn = e.matches("input[type=radio], input[type=checkbox]") ? e.nextElementSibling : e;
  return getComputedStyle(drawn).outlineStyle; }"""
