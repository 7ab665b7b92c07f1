"""A table and everyone at it: phones, a device in hands, people with neither, and the wall.

The room comes to where a test begins without any browser, which is quick; then the phones are
switched on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from tests.browser.eyes import SPEAKS, read
from tests.browser.hall import Hall, wait_until
from tests.browser.people import TABLE, WALL, Person, Witness, phone_context
from thinkcoop.app.turns import Done
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, SeatNo, SessionId, TableNo
from thinkcoop.web.phrases import PAGE, SENTENCES

if TYPE_CHECKING:
    from playwright.sync_api import Browser


def pay(person: Person, riel: int) -> None:
    """Lay this sum with notes, or type it where no scripts run, and send it."""
    form = person.page.locator("form.answer")
    if not person.scripts:
        form.locator("input[name=v]").fill(str(riel))
        return person.send()
    back = form.locator("[data-add^='-']:visible")
    while back.count():
        back.first.tap()
    for note in form.locator("[data-note]").all()[::-1]:
        value = int(note.get_attribute("data-note") or 0)
        for _ in range(riel // value):
            note.locator(".rn").tap()
        riel %= value
    return person.send()


@dataclass(slots=True)
class Room:
    """Everybody and everything at one table."""

    hall: Hall
    session: SessionId
    phones: Mapping[str, Person]
    device: Person
    wall: Person
    witness: Witness

    @property
    def screens(self) -> dict[str, Person]:
        """Every screen in the room, by name."""
        return {**self.phones, "device": self.device, "wall": self.wall}

    def everywhere(self) -> dict[str, tuple[object, ...]]:
        """What every screen in the room shows of what is told to all."""
        shown = {name: read(person) for name, person in self.screens.items()}
        return {name: (each.ask, each.charts, each.cards) for name, each in shown.items()}

    def same_everywhere(self, *told: object) -> dict[str, tuple[object, ...]]:
        """What every screen should show when all show the same."""
        return dict.fromkeys(self.screens, told)

    def seat(self, picture: str) -> SeatNo:
        """The seat of the person with that picture."""
        seats = self.hall.state(self.session).seats.values()
        return next(seat.number for seat in seats if seat.picture == picture)

    def answer(self, picture: str, *value: int, item: int = 0) -> None:
        """Somebody without a browser answers what is open."""
        self.hall.answer(self.session, self.seat(picture), *value, item=item)

    def walk(self, picture: str, *values: Sequence[int], start: int = 0) -> None:
        """Somebody without a browser goes through these items of a private path."""
        for item, value in enumerate(values, start):
            self.answer(picture, *value, item=item)

    def go(self, step: str) -> None:
        """The clock goes on until this step is open and all screens show it."""
        self.hall.skip_to(self.session, step)
        self.all_at(step)

    def all_at(self, step: str) -> None:
        """Wait until every phone, the device and the wall are at this step."""
        wait_until(lambda: self.hall.step(self.session).endswith(f".{step}"))
        for person in (*self.phones.values(), self.device):
            if not person.page.is_closed():
                person.until(lambda sight: f":{step}:" in sight.key, step, seconds=10)

    def battery_dies(self, picture: str) -> None:
        """A phone is off, and after a while the room notices."""
        self.phones[picture].page.close()
        lost = c.LoseTouch(seat=self.seat(picture))
        self.hall.submit(self.session, lost)

    def is_on_again(self, picture: str) -> Person:
        """The phone is back, with a new page."""
        phone = self.phones[picture]
        phone.page = phone.context.new_page()
        phone.page.goto(f"{self.hall.url}/s/{self.session}/")
        return phone

    def hand(self, picture: str) -> None:
        """The device goes to this person, who says *it is me*."""
        seat = self.seat(picture)
        self.device.until(lambda sight: sight.kind == "hand", "hand")
        assert self.device.page.locator(f"#screen input[name=seat][value='{seat}']").count()
        self.device.tap(SENTENCES[P.IT_IS_ME])
        self.device.until(lambda sight: sight.form != "", "a form")

    def slip_says(self, picture: str, side: str) -> None:
        """Somebody looks at this person's slip of paper and taps its sign on the device."""
        self.device.until(lambda sight: sight.kind == "cards", "cards")
        own = self.device.page.locator(f"input[name=seat][value='{self.seat(picture)}']")
        row = self.device.page.locator("#screen .shows").filter(has=own)
        row.locator(".side").nth("ABCD".index(side)).tap()

    def nothing_left(self, *traces: str) -> None:
        """Nothing of the last hand is on the device: not shown, not in the page, not kept."""
        self.device.until(lambda sight: sight.kind in ("hand", "wait"), "no more a form")
        page = self.device.page
        kept = page.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])")
        assert [trace for trace in traces if trace in page.content() + kept] == []
        assert page.locator("[aria-pressed=true], :checked").count() == 0


@contextmanager
def room_at(
    browser: Browser,
    hall: Hall,
    session: SessionId,
    people: People,
    come: Callable[[], None],
) -> Iterator[Room]:
    """Seat the people, let the room come to where the test begins, and switch the screens on."""
    visitors = {each: hall.visitor(session, each) for each in people.phones}
    hall.submit(session, c.JoinDevice(table=TableNo(0)))
    for picture in (*people.at_the_device, *people.with_neither):
        at_device = picture in people.at_the_device
        taken = c.TakeSeat(
            answer=AnswerId(uuid4().hex),
            picture=picture,
            trade="other",
            reads=True,
            channel="table" if at_device else "paper",
            table=TableNo(1 if at_device else 0),
        )
        assert isinstance(hall.submit(session, taken), Done)
    come()
    places = {name: visitor.place for name, visitor in visitors.items()}
    for visitor in visitors.values():
        visitor.close()
    room = _switched_on(browser, hall, session, people, places)
    try:
        yield room
    finally:
        for person in room.screens.values():
            person.context.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who is in the room, by picture."""

    phones: tuple[str, ...]
    at_the_device: tuple[str, ...]
    with_neither: tuple[str, ...]
    without_scripts: str = ""
    """Which of the phones runs no scripts."""


def _switched_on(
    browser: Browser, hall: Hall, session: SessionId, people: People, places: Mapping[str, str]
) -> Room:
    """The screens of all who have one."""
    witness, url = Witness(), f"{hall.url}/s/{session}/"

    def device(name: str, **more: object) -> Person:
        context = phone_context(browser, **more)
        context.add_init_script(SPEAKS)
        witness.watch(context)
        return Person(context, name, scripts=bool(more.get("java_script_enabled", True)))

    wall = device("wall", viewport=WALL, is_mobile=False)
    wall.page.goto(f"{url}wall")
    table = device("device", viewport=TABLE)
    table.page.goto(f"{url}table")
    table.tap(PAGE["device_in_use"] % {"table": 1})
    phones = {
        name: device(name, java_script_enabled=name != people.without_scripts) for name in places
    }
    for name, phone in phones.items():
        place: Any = {"name": "place", "value": places[name], "url": url}
        phone.context.add_cookies([place])
        phone.page.goto(url)
    return Room(hall, session, phones, table, wall, witness)
