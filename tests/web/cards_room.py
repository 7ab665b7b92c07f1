"""Two tables of people with phones and cards, in the first round of the common pot."""

from __future__ import annotations

import re

import httpx

from tests.web.houses import HERE, House, Person, fresh_id
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SeatNo, SessionId, StepId

ROUND = StepId("pot-silent-1")
PHONES = ("p-lotus", "p-palm", "p-drum", "p-frog", "p-crab")
CARDS = ("p-cat", "p-dog", "p-bee", "p-hat", "p-sun")
NEW = {"trade": "seller", "reads": "0", "name": ""}
SHOWS = (0, 3, 7, 10)
"""What the sides of a card stand for in that round."""


class CardsRoom:
    """Two tables in the first round of the pot; at each there are phones and cards."""

    def __init__(self, house: House, session: SessionId, people: list[Person]) -> None:
        self.house, self.session, self.people = house, session, people
        self.desk = house.browser(HERE, address="127.0.0.1")

    @property
    def state(self) -> State:
        return self.house.state(self.session)

    def cards(self, table: int) -> list[SeatNo]:
        """Who at this table has a card."""
        seats = self.state.seats.values()
        return [each.number for each in seats if (each.channel, each.table) == ("card", table)]

    def phone(self, table: int) -> Person:
        """Somebody at this table who has a phone."""
        return next(one for one in self.people if self.state.seats[one.seat].table == table)

    def shown(self) -> dict[int, tuple[int, ...]]:
        """Whose answer is what."""
        return {seat: each.value for seat, each in self.state.answers.get(ROUND, {}).items()}

    async def tap_at_the_desk(self, **fields: object) -> httpx.Response:
        """The convener taps what somebody's card shows."""
        return await self.desk.post(f"/desk/{self.session}/sign", data={"step": ROUND, **fields})


async def let_in(house: House, session: SessionId, picture: str, channel: str = "card") -> SeatNo:
    """At the desk of this machine, all pages in one."""
    desk = house.browser(HERE, address="127.0.0.1")
    fields = {"answer": fresh_id(), "picture": picture, "channel": channel, **NEW}
    done = await desk.post(f"/desk/{session}/person", data=fields)
    assert done.status_code == 303, done.text
    return max(house.state(session).seats)


async def room_with_cards(house: House, edition: str = "game", step: str = ROUND) -> CardsRoom:
    """Five people with phones, and five who were let in with cards."""
    session = await house.open(edition, expected=10)
    people = [await house.join(session, picture) for picture in PHONES]
    for picture in CARDS:
        await let_in(house, session, picture)
    await house.go_to(session, step)
    made = CardsRoom(house, session, people)
    assert [len(made.cards(table)) > 0 for table in (1, 2)] == [True, True]
    return made


def hidden(page: str) -> dict[str, str]:
    """The hidden fields of the form on a page."""
    return dict(re.findall(r'<input type="hidden" name="([a-z]+)" value="([^"]*)">', page))
