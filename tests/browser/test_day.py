"""A short day in a room of eight: five phones, a table's device with three people, wall and desk.

Everything is done by taps on what the screens show. The convener opens the session and then touches
nothing more; when nobody has anything left to do, the clock goes on.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, BrowserContext

from tests.browser.hall import Hall
from tests.browser.people import DESK, TABLE, WALL, Person, Witness, phone_context
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.words import SessionId, StepId
from thinkcoop.web.phrases import PAGE, SENTENCES

PHONES = (
    ("p-lotus", "I sell in a market"),
    ("p-buffalo", "I drive people or goods"),
    ("p-fish", "I farm or fish"),
    ("p-palm", "I cook and sell food"),
    ("p-drum", "I build or repair"),
)
AT_THE_DEVICE = (
    ("p-umbrella", "I clean or keep house"),
    ("p-elephant", "I bring people together"),
    ("p-rooster", "I do other work"),
)
WITHOUT_SCRIPTS = 4
ASKED_BEFORE = (
    "explain",
    *("feel-together", "feel-alone", "feel-put-in"),
    *("know-owner", "know-votes", "know-loss", "know-share"),
)
"""The questions that are put again at the end."""


@dataclass(slots=True)
class Room:
    """Everybody and everything in the room."""

    hall: Hall
    session: SessionId
    phones: list[Person]
    table: Person
    wall: Person
    desk: Person
    witness: Witness

    @property
    def people(self) -> list[Person]:
        """All who may be asked for something."""
        return [*self.phones, self.table]

    def live(self, until: Callable[[str], bool], *, most: int = 150) -> None:
        """All do what their screens ask for, until the room is at such a step."""
        for _ in range(most):
            if until(self.hall.step(self.session)):
                return
            if not [person for person in self.people if person.act()]:
                self.hall.hurry(self.session)
        raise AssertionError(f"the room stays at {self.hall.step(self.session)}")


@pytest.fixture(scope="module")
def room(browser: Browser, hall: Hall) -> Iterator[Room]:
    """A room in which everyone has just come in, by taps, and the first step is open."""
    witness = Witness()

    def device(name: str, *, scripts: bool = True, **more: object) -> Person:
        context: BrowserContext = phone_context(browser, java_script_enabled=scripts, **more)
        witness.watch(context)
        return Person(context, name, scripts=scripts)

    desk = device("desk", viewport=DESK, is_mobile=False)
    session = open_session(desk, hall)
    wall = device("wall", viewport=WALL, is_mobile=False)
    wall.page.goto(f"{hall.url}/s/{session}/wall")
    table = device("table", viewport=TABLE)
    table.page.goto(f"{hall.url}/s/{session}/table")
    table.tap(PAGE["device_next"])
    for picture, trade in AT_THE_DEVICE:
        table.tap(SENTENCES[P.NEW_PERSON])
        table.come_in(picture=picture, trade=trade)
    phones = [
        device(picture, scripts=number != WITHOUT_SCRIPTS)
        for number, (picture, _) in enumerate(PHONES)
    ]
    for phone, (picture, trade) in zip(phones, PHONES, strict=True):
        phone.page.goto(hall.url)
        phone.page.get_by_label(PAGE["door_code"]).fill(session.lower())  # read off the wall
        phone.tap(PAGE["door_go"])
        phone.come_in(picture=picture, trade=trade)
    yield Room(hall, session, phones, table, wall, desk, witness)
    for person in (*phones, table, wall, desk):
        person.context.close()


def open_session(desk: Person, hall: Hall) -> SessionId:
    """What the convener does before the day: choose the short one, say how many, open."""
    desk.page.goto(f"{hall.url}/desk/")
    form = desk.page.locator("form.new").filter(has_text="The short day")
    form.locator("label").filter(has_text="The short day").tap()
    form.get_by_label(PAGE["desk_expected"]).fill(str(len(PHONES) + len(AT_THE_DEVICE)))
    form.get_by_role("button", name=PAGE["desk_make"]).tap()
    desk.page.wait_for_url(re.compile(r"/desk/\w+/$"))
    return SessionId(desk.page.url.rstrip("/").rpartition("/")[2])


def test_the_room_starts_by_itself_when_all_are_here(room: Room) -> None:
    for phone in room.phones:
        phone.sees("table")
    room.hall.hurry(room.session)

    room.phones[0].sees("Welcome!")
    room.wall.sees("Arriving")
    assert room.hall.step(room.session) == "arrive.welcome"


def test_unit_one_by_taps_alone(room: Room) -> None:
    room.live(until=lambda step: not step.startswith(("arrive", "1a")))

    state = room.hall.state(room.session)
    everyone = set(state.seats)
    assert len(everyone) == 8
    assert {step: set(given) for step, given in state.answers.items()} == dict.fromkeys(
        ("mood", *ASKED_BEFORE), everyone
    )
    assert set(state.votes[StepId("fun-vote")]) == everyone


def test_the_final_ballot_by_taps_alone(room: Room) -> None:
    room.hall.skip_to(room.session, "choice-again")

    room.live(until=lambda step: not step.endswith("choice-again"))

    state = room.hall.state(room.session)
    assert set(state.votes[StepId("choice-again")]) == set(state.seats)


def test_the_convener_did_nothing_after_opening(room: Room) -> None:
    acts = [url for url in room.witness.urls if re.search(r"/desk/\w+/[\w-]+$", url)]

    assert acts == []


def test_no_request_went_elsewhere_and_nothing_complained(room: Room) -> None:
    assert room.witness.strangers(room.hall.url) == []
    assert room.witness.complaints == []


def test_the_log_of_the_day_is_whole(room: Room) -> None:
    room.hall.hurry(room.session)
    thinkcoop = [sys.executable, "-m", "thinkcoop.config.cli"]
    log = room.hall.data_dir / "day.ndjson"
    with log.open("wb") as out:
        subprocess.run(
            [*thinkcoop, "log", room.session, "--data", str(room.hall.data_dir)],
            stdout=out,
            check=True,
        )
    checked = subprocess.run([*thinkcoop, "verify", str(log)], capture_output=True, check=False)

    assert checked.returncode == 0, checked.stderr
