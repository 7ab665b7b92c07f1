"""One round of the common pot with answer cards and slips of paper, in real browsers.

Whoever looks at the cards has a phone, the table's device, or the convener's page. What is tapped
must count for the right person, must not be seen afterwards, and must not be lost without network.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest

from tests.browser.eyes import SPEAKS, faults, read, unread
from tests.browser.hall import Hall, wait_until
from tests.browser.people import DESK, TABLE, WALL, Person, Witness, phone_context
from tests.browser.test_access import CUT, MEASURE, NARROW, axe
from thinkcoop.app.turns import Done
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.session import commands as c
from thinkcoop.core.session.events import Channel
from thinkcoop.core.session.rules.cards import keeper
from thinkcoop.core.words import ROOM, AnswerId, SeatNo, SessionId, StepId, TableNo
from thinkcoop.web.phrases import PAGE, SENTENCES
from thinkcoop.web.phrases_people import PEOPLE as CALLED

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROUND = StepId("pot-silent-1")
SHOWS = {"A": 0, "B": 3, "C": 7, "D": 10}
"""What the sides of a card stand for in this round."""
OF_CARDS = re.compile(f"“({'|'.join(['Table', *CALLED.values()])})")
"""What is tapped at the desk for cards: a table, or a sign of somebody."""
OFFLINE = "ERR_INTERNET_DISCONNECTED"


@dataclass(slots=True)
class Pot:
    """A session of the tea module in the first round of the pot."""

    browser: Browser
    hall: Hall
    session: SessionId
    witness: Witness

    @property
    def url(self) -> str:
        return f"{self.hall.url}/s/{self.session}/"

    def take_seat(self, picture: str, channel: Channel, table: TableNo = ROOM) -> None:
        """Somebody without a phone comes in."""
        taken = c.TakeSeat(
            answer=AnswerId(uuid4().hex),
            picture=picture,
            trade="other",
            reads=False,
            channel=channel,
            table=table,
        )
        assert isinstance(self.hall.submit(self.session, taken), Done)

    def screen(self, path: str = "", *, place: str = "", **more: Any) -> Person:  # noqa: ANN401 - what Playwright takes
        """A device of its own; `place` is the cookie of somebody who has a seat."""
        context = phone_context(self.browser, **more)
        context.add_init_script(SPEAKS)
        self.witness.watch(context)
        if place:
            cookie: Any = {"name": "place", "value": place, "url": self.url}
            context.add_cookies([cookie])
        person = Person(context, path, scripts=bool(more.get("java_script_enabled", True)))
        person.page.goto(self.url + path)
        return person

    def seat(self, picture: str) -> SeatNo:
        """The seat of the person with that picture."""
        seats = self.hall.state(self.session).seats.values()
        return next(seat.number for seat in seats if seat.picture == picture)

    def given(self, picture: str) -> int | None:
        """How many beans this person has put in."""
        answers = self.hall.state(self.session).answers.get(ROUND, {})
        found = answers.get(self.seat(picture))
        return found.value[0] if found else None

    def row(self, person: Person, picture: str) -> Any:  # noqa: ANN401 - a place on the screen
        """Where this person's card is on a screen."""
        own = f"input[name=seat][value='{self.seat(picture)}']"
        return person.page.locator("#screen .shows").filter(has=person.page.locator(own))

    def shows(self, person: Person, picture: str, side: str) -> None:
        """On this screen somebody taps the side that this person's card shows."""
        self.row(person, picture).locator(".side").nth("ABCD".index(side)).tap()

    def counts(self, picture: str, side: str) -> None:
        """Wait until this side is this person's answer."""
        wait_until(lambda: self.given(picture) == SHOWS[side], seconds=15)

    def is_over(self) -> bool:
        """Whether the round is closed at the first table."""
        return self.hall.step(self.session).endswith(f".{ROUND}-see")


def pot(browser: Browser, hall: Hall, expected: int) -> Pot:
    session = hall.open(module="tea", edition="game", expected=expected)
    return Pot(browser, hall, session, Witness())


def nothing_tapped_is_seen(person: Person) -> None:
    """No sign stands out, neither for eyes nor for a program that reads the page."""
    signs = person.page.locator("#screen .shows button")
    looks = "all => [...new Set(all.map(e => getComputedStyle(e).cssText + e.ariaPressed))].length"
    kinds = [signs.locator(f"xpath=self::*[@value='{value}']") for value in range(4)]
    assert [kind.evaluate_all(looks) for kind in kinds] == [1] * 4


def seen_at(person: Person) -> list[bool]:
    """Of each card on the screen, whether it was tapped already."""
    rows = person.page.locator("#screen .shows").all()
    return [row.locator(".seen").count() > 0 for row in rows]


# ---- a table with two phones and three cards


@dataclass(slots=True)
class Phones:
    """The phone that is asked for the cards, the other one, which runs no scripts, and the wall."""

    pot: Pot
    asked: Person
    other: Person
    wall: Person
    pictures: Mapping[str, str]


@pytest.fixture(scope="module")
def phones(browser: Browser, hall: Hall) -> Iterator[Phones]:
    made = pot(browser, hall, expected=5)
    visitors = {each: hall.visitor(made.session, each) for each in ("p-lotus", "p-palm")}
    for picture, channel in (("p-fish", "card"), ("p-drum", "card"), ("p-crab", "paper")):
        made.take_seat(picture, channel)  # type: ignore[arg-type]  # the ways are written out above
    hall.skip_to(made.session, ROUND)
    state = hall.state(made.session)
    first = state.seats[keeper(state, state.tables[TableNo(1)])].picture
    [second] = {"p-lotus", "p-palm"} - {first}
    wall = made.screen("wall", viewport=WALL, is_mobile=False)
    asked = made.screen(place=visitors[first].place)
    other = made.screen(place=visitors[second].place, java_script_enabled=False)
    for visitor in visitors.values():
        visitor.close()
    yield Phones(made, asked, other, wall, {"asked": first, "other": second})
    for person in (asked, other, wall):
        person.context.close()


def test_one_phone_looks_at_the_cards_after_its_own_answer(phones: Phones) -> None:
    asked = phones.asked
    asked.until(lambda sight: sight.form == "heap")
    assert asked.page.locator(".shows").count() == 0

    asked.answer("heap")

    asked.until(lambda sight: sight.kind == "cards")
    assert read(asked).head == SENTENCES[P.LOOK_AT_CARDS]
    assert seen_at(asked) == [False] * 3
    assert (unread(asked), faults(asked)) == ([], [])
    assert phones.other.glance().kind == "ask"


def test_the_wall_says_what_the_sides_of_a_card_mean(phones: Phones) -> None:
    wall = phones.wall
    wall.sees(SENTENCES[P.HOLD_UP])
    signs = wall.page.locator("#screen .rows .sign")
    letters = signs.evaluate_all("all => all.map(e => e.classList[1])")
    assert (letters, faults(wall, "wall")) == (list("ABCD"), [])
    wall.page.set_viewport_size({"width": 1024, "height": 768})
    assert faults(wall, "wall") == []


def test_a_tap_is_the_answer_of_that_person_and_is_not_seen_again(phones: Phones) -> None:
    made, asked = phones.pot, phones.asked
    made.shows(asked, "p-drum", "B")
    made.counts("p-drum", "B")
    asked.until(lambda _: sorted(seen_at(asked)) == [False, False, True], "one card seen")
    nothing_tapped_is_seen(asked)
    under_the_finger = asked.page.evaluate("document.activeElement.form.elements.seat.value")
    assert under_the_finger == str(made.seat("p-drum"))

    made.shows(asked, "p-drum", "D")  # the finger had slipped

    made.counts("p-drum", "D")
    nothing_tapped_is_seen(asked)
    assert (made.given("p-fish"), made.given("p-crab")) == (None, None)


def test_without_network_taps_are_kept_and_the_last_one_counts(phones: Phones) -> None:
    made, asked = phones.pot, phones.asked
    asked.context.set_offline(True)
    for side in "ABA":
        made.shows(asked, "p-fish", side)
    asked.page.locator("#net:visible").get_by_text(PAGE["no_network"]).wait_for()
    assert sorted(seen_at(asked)) == [False, True, True]
    nothing_tapped_is_seen(asked)
    assert made.given("p-fish") is None

    asked.context.set_offline(False)

    asked.page.locator("#net").wait_for(state="hidden", timeout=20_000)
    wait_until(lambda: asked.page.evaluate("Object.values(localStorage).join()") in ("", "[]"))
    assert made.given("p-fish") == SHOWS["A"]


def test_when_that_phone_goes_the_other_one_is_asked_and_needs_no_scripts(phones: Phones) -> None:
    made, other = phones.pot, phones.other
    phones.asked.page.close()
    made.hall.submit(made.session, c.LoseTouch(seat=made.seat(phones.pictures["asked"])))
    other.until(lambda sight: sight.form == "heap")
    other.answer("heap")
    other.until(lambda sight: sight.kind == "cards")
    assert sorted(seen_at(other)) == [False, True, True]

    with other.page.expect_navigation():
        made.shows(other, "p-crab", "C")

    assert made.given("p-crab") == SHOWS["C"]
    wait_until(made.is_over)
    other.until(lambda sight: sight.kind == "show")
    strange = made.witness.strangers(made.hall.url)
    wrong = [text for text in made.witness.complaints if OFFLINE not in text]
    assert (strange, wrong) == ([], [])


# ---- a table's device with two cards, a slip, and two people who share it


@dataclass(slots=True)
class Device:
    """The device, and who is asked on it."""

    pot: Pot
    person: Person


@pytest.fixture(scope="module")
def device(browser: Browser, hall: Hall) -> Iterator[Device]:
    made = pot(browser, hall, expected=5)
    hall.submit(made.session, c.JoinDevice(table=ROOM))
    person = made.screen("table", viewport=TABLE)
    person.tap(PAGE["device_in_use"] % {"table": 1})
    for picture in ("p-umbrella", "p-elephant"):
        made.take_seat(picture, "table", TableNo(1))
    person.tap(SENTENCES[P.NEW_CARD])
    person.come_in(picture="p-fish", trade="I sell tea", reads=False)
    made.take_seat("p-palm", "card", TableNo(1))
    made.take_seat("p-rooster", "paper", TableNo(1))
    hall.skip_to(made.session, ROUND)
    yield Device(made, person)
    person.context.close()


def test_on_the_device_all_cards_and_slips_come_first(device: Device) -> None:
    made, person = device.pot, device.person
    person.until(lambda sight: sight.kind == "cards")
    assert made.hall.state(made.session).seats[made.seat("p-fish")].channel == "card"
    assert seen_at(person) == [False] * 3
    assert (unread(person), faults(person, "table")) == ([], [])

    for picture, side in (("p-rooster", "D"), ("p-fish", "A")):
        made.shows(person, picture, side)
        made.counts(picture, side)
    person.until(lambda _: sorted(seen_at(person)) == [False, True, True], "two seen")
    nothing_tapped_is_seen(person)
    made.row(person, "p-palm").locator(".not").tap()


def test_then_the_device_goes_from_hand_to_hand(device: Device) -> None:
    made, person = device.pot, device.person
    for _ in range(2):
        person.until(lambda sight: sight.kind == "hand", "hand")
        assert person.page.locator("#screen .shows").count() == 0
        person.tap(SENTENCES[P.IT_IS_ME])
        person.until(lambda sight: sight.form == "heap")
        person.answer("heap")
    wait_until(made.is_over)
    assert (made.given("p-rooster"), made.given("p-fish"), made.given("p-palm")) == (10, 0, None)
    assert made.witness.complaints == []


# ---- two tables of cards alone, and the convener's page


@dataclass(slots=True)
class Convener:
    """The desk and the wall of a room in which nobody has a phone."""

    pot: Pot
    desk: Person
    wall: Person

    def at_table(self, number: int) -> list[str]:
        """The pictures of those who sit there."""
        seats = self.pot.hall.state(self.pot.session).seats.values()
        return [seat.picture for seat in seats if seat.table == number]

    def tap(self, picture: str, side: str) -> None:
        """The convener sees a card; the page comes again."""
        with self.desk.page.expect_navigation():
            self.pot.shows(self.desk, picture, side)


CARDS_ALONE = (
    "p-fish", "p-palm", "p-drum", "p-crab", "p-cat",
    "p-dog", "p-bee", "p-hat", "p-sun", "p-moon",
)  # fmt: skip  # a list of names reads better in rows


@pytest.fixture(scope="module")
def convener(browser: Browser, hall: Hall) -> Iterator[Convener]:
    made = pot(browser, hall, expected=10)
    for picture in CARDS_ALONE:
        made.take_seat(picture, "card")
    wall = made.screen("wall", viewport=WALL, is_mobile=False)
    desk = made.screen("wall", viewport=DESK, is_mobile=False)
    desk.page.goto(f"{hall.url}/desk/{made.session}/")
    hall.skip_to(made.session, ROUND)
    yield Convener(made, desk, wall)
    for person in (desk, wall):
        person.context.close()


def test_the_desk_asks_for_the_cards_of_each_table(convener: Convener) -> None:
    page = convener.desk.page
    page.locator("#cards-1").wait_for()
    assert page.locator("#cards > details").count() == 2
    assert page.locator("#cards .shows:visible").count() == 5
    page.locator("#cards-2 summary").tap()
    found = {"": axe(page)}
    sizes: tuple[Any, ...] = (DESK, NARROW)
    for size in sizes:
        page.set_viewport_size(size)
        found[f"cut at {size['width']}"] = page.evaluate(CUT)
        measured = page.evaluate(MEASURE, [56, 12])
        found[f"fingers at {size['width']}"] = [each for each in measured if OF_CARDS.search(each)]
    page.set_viewport_size(sizes[0])
    assert [each for each in found.items() if each[1]] == []


def test_the_desk_takes_a_card_and_stays_at_that_table(convener: Convener) -> None:
    made, desk = convener.pot, convener.desk
    first, second, *_ = convener.at_table(2)
    convener.tap(first, "C")
    assert made.given(first) == SHOWS["C"]
    assert made.row(desk, second).is_visible()
    assert made.row(desk, first).locator(".seen").count() == 1
    nothing_tapped_is_seen(desk)
    convener.tap(second, "A")
    assert made.given(second) == SHOWS["A"]


def test_when_the_last_card_is_seen_the_room_goes_on(convener: Convener) -> None:
    made = convener.pot
    convener.wall.sees(SENTENCES[P.HOLD_UP])
    assert faults(convener.wall, "wall") == []
    for table in (1, 2):
        for picture in convener.at_table(table):
            if made.given(picture) is None:
                convener.desk.page.locator(f"#cards-{table}").wait_for()
                if not made.row(convener.desk, picture).is_visible():
                    convener.desk.page.locator(f"#cards-{table} summary").tap()
                convener.tap(picture, "B")
    wait_until(made.is_over)
    given = sorted(value for each in CARDS_ALONE if (value := made.given(each)) is not None)
    assert given == [0, *[3] * 8, 7]
    convener.desk.until(lambda _: convener.desk.page.locator("#cards").count() == 0, "no cards")
    assert made.witness.complaints == []
