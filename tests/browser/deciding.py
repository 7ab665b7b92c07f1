"""Seven people at one table who decide: who they are, and how they come to the decision."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.browser.hall import Hall
from tests.browser.room import People, Room, room_at

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PEOPLE = People(
    phones=("p-lotus", "p-buffalo", "p-palm"),
    at_the_device=("p-umbrella", "p-elephant"),
    with_neither=("p-rooster", "p-turtle"),
    without_scripts="p-palm",
)
OTHERS = ("p-elephant", "p-rooster", "p-turtle")
WAYS = (
    "Go on alone, as now",
    "Work with a few partners",
    "Form a company",
    "Speak through an association",
    "Start a savings group",
    "Start or join a cooperative",
    "Wait and find out more",
)
QUESTION = "Our top need is this: What I buy costs too much. What should we do about it?"
YES = (0,)


@contextmanager
def room_deciding(browser: Browser, hall: Hall, step: str) -> Iterator[Room]:
    """A whole day in a country whose law is known; the room knows its need and is at `step`."""
    session = hall.open(edition="full", expected=7, country="kh")

    def come() -> None:
        hall.skip_to(session, "top-needs")
        for seat in hall.state(session).seats:
            hall.answer(session, seat, 0, 1, 2)
        hall.skip_to(session, step)

    with room_at(browser, hall, session, PEOPLE, come) as room:
        room.all_at(step)
        yield room
