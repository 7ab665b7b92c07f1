"""A room of which pictures are taken: its devices, and people without one, who answer by chance.

`tools/screens.py` says what happens in it and which picture is taken when.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from uuid import UUID

from tests.browser.hall import Hall
from tests.browser.people import PHONE, SPEAKS, TABLE, WALL, Person, phone_context
from thinkcoop.app.turns import Done
from thinkcoop.core.kinds import KindStep
from thinkcoop.core.screens.phone import phone_screen
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Form
from thinkcoop.core.screens.table import table_screen
from thinkcoop.core.screens.wall import wall_screen
from thinkcoop.core.session import commands as c
from thinkcoop.core.words import AnswerId, SeatNo, SessionId, StepId, TableNo
from thinkcoop.rehearsal.choosing import choose
from thinkcoop.web.phrases import PAGE, SENTENCES
from tools.small_png import small_png

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SHORT_WORDS = ("Keep a cash book", "Ask for a fair price", "Buy ice together", "Meet once a month")
LONGEST_PATH = 40
SETTLED_S = 0.05
Scheme = Literal["light", "dark"]


@dataclass(slots=True)
class Show:
    """The room, and the pictures taken of it."""

    hall: Hall
    browser: Browser
    out: Path
    session: SessionId = SessionId("")
    chance: random.Random = field(default_factory=lambda: random.Random(25))  # noqa: S311 - no secret
    people: dict[str, Person] = field(default_factory=dict)
    taken: dict[str, str] = field(default_factory=dict)
    wanted: dict[str, int] = field(default_factory=dict)
    """In these steps more than half choose this option."""

    @property
    def url(self) -> str:
        return f"{self.hall.url}/s/{self.session}/"

    def device(self, name: str, **more: object) -> Person:
        """A new device in the room."""
        context = phone_context(self.browser, locale="en-GB", **more)
        context.add_init_script(SPEAKS)
        self.people[name] = Person(context, name)
        return self.people[name]

    def take(self, name: str, who: str, words: str, *, scheme: Scheme = "light") -> None:
        """A picture of somebody's screen, and one line about it."""
        page = self.people[who].page
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.wait_for_timeout(350)  # a pushed screen may be on its way
        shot = page.screenshot(full_page=who != "wall", animations="disabled")
        small = small_png(self.browser, shot)
        (self.out / f"{name}.png").write_bytes(small)
        self.taken[name] = words
        page.emulate_media(color_scheme="light")
        print(f"{name:<24} {len(small) / 1000:6.1f} kB")

    def go(self, step: str, *who: str) -> None:
        """Let the room go on to that step; what is asked before is answered by everyone.

        `who` must have come to it, too: tables go through an activity at their own pace.
        """
        for _ in range(600):
            if self.is_at(step, *who):
                return
            self.on()
        raise SystemExit(f"{step} never came")

    def each_at(self, step: str, then: Mapping[str, Callable[[], None]]) -> None:
        """For each of these devices something to do as soon as it is at that step."""
        left = dict(then)
        for _ in range(600):
            while here := [who for who in left if self.is_at(step, who)]:
                left.pop(here[0])()
            if not left:
                return
            self.on()
        raise SystemExit(f"{step} never came to {', '.join(left)}")

    def is_at(self, step: str, *who: str) -> bool:
        """Whether the room, or the tables of all these devices, are at that step."""
        if not who:
            return self.hall.step(self.session).endswith(f".{step}")
        return all(self.step_of(each) == step for each in who)

    def step_of(self, device: str) -> str:
        """The step that is open for the holder of a phone, or on the table's device."""
        state = self.hall.state(self.session)
        if device == "table":
            return table_screen(state, TableNo(1)).step
        if device == "wall":
            return wall_screen(state).step
        return phone_screen(state, self.seat(device)).step

    def on(self) -> None:
        """Whoever is asked answers; when nobody is, the clock goes on."""
        before = self.hall.state(self.session).version
        self.answer(self.hall.state(self.session).seats)
        if self.hall.state(self.session).version == before:
            self.hall.hurry(self.session)
        self.settle()

    def settle(self) -> None:
        """Wait until nothing happens any more: other tables' time may be up at this moment."""
        version = -1
        while version != (version := self.hall.state(self.session).version):
            time.sleep(SETTLED_S)

    def answer(self, seats: Iterable[int]) -> None:
        """Let these people answer what is open for them; on a private path, up to its end.

        What opens meanwhile at another table is left for later: a picture may be wanted of it.
        """
        state = self.hall.state(self.session)
        for seat, step in [(SeatNo(n), phone_screen(state, SeatNo(n)).step) for n in seats]:
            for _ in range(LONGEST_PATH):
                screen = phone_screen(self.hall.state(self.session), seat)
                if screen.form is None or screen.form.answered or screen.step != step:
                    break
                self.give(seat, step, screen.form)
                if screen.form.item < 0:
                    break

    def give(self, seat: SeatNo, step: StepId, form: Form) -> None:
        """One answer of somebody without a browser."""
        given = c.GiveAnswer(
            seat=seat,
            step=step,
            answer=self.new_id(),
            value=self.value(form, step),
            text=self.chance.choice(SHORT_WORDS) if form.kind == "words" else "",
            item=max(0, form.item),
        )
        self.hall.submit(self.session, given)

    def new_id(self) -> AnswerId:
        """The name of an answer, the same in every run."""
        return AnswerId(UUID(int=self.chance.getrandbits(128)).hex)

    def value(self, form: Form, step: str = "") -> tuple[int, ...]:
        """An answer, with a leaning to the first options, as rooms have it."""
        order = sorted(range(len(form.choices)), key=lambda i: (i + 2) * self.chance.random())
        if step in self.wanted and self.chance.random() < 0.7:
            return (self.wanted[step],)
        if form.kind == "money":
            riel = max(form.lowest, min(form.highest, self.chance.randint(3, 9) * 1_000))
            return (riel // form.step_by * form.step_by,)
        if form.kind in ("several", "rank"):
            return tuple(order[: form.at_most])
        if form.kind in ("one", "scale", "ballot", "stones"):
            return (order[0],)
        if form.kind == "promise":
            return order[0], self.chance.randrange(len(form.columns))
        return tuple(int(value) for name, value in choose(form, self.chance) if name == "v")

    def take_seat(
        self, picture: str, trade: str, *, channel: Literal["table", "phone"], table: int = 0
    ) -> None:
        """Somebody comes in without a browser."""
        reply = self.hall.submit(
            self.session,
            c.TakeSeat(
                answer=self.new_id(),
                picture=picture,
                trade=trade,
                reads=self.chance.random() < 0.5,
                channel=channel,
                table=TableNo(table),
            ),
        )
        assert isinstance(reply, Done), reply
        if channel == "phone":
            self.hall.stays_in_touch(self.session, reply.seat)

    def holder(self, role: str, *, at: str) -> str:
        """The browser whose person has a role at a table; the first phone when none has."""
        return next((name for name in self.people if self.has(name, role)), at)

    def program_steps(self) -> list[KindStep]:
        """All steps of the session, in order."""
        program = self.hall.state(self.session).program
        return [step for stage in program.stages for step in stage.steps]

    def seat(self, picture: str) -> SeatNo:
        """The seat of the person with that picture."""
        seats = self.hall.state(self.session).seats.values()
        return next(seat.number for seat in seats if seat.picture == picture)

    def one_item(self, seat: SeatNo) -> None:
        """Somebody goes one question further on a private path."""
        screen = phone_screen(self.hall.state(self.session), seat)
        assert screen.form is not None
        self.give(seat, screen.step, screen.form)

    def to_next_hand(self, table: Person) -> None:
        """Whose turn it is takes the table's device, when it goes from hand to hand."""
        if table.until(lambda sight: sight.kind in ("ask", "hand", "wait")).kind == "hand":
            table.tap(SENTENCES[P.IT_IS_ME])
            table.until(lambda sight: sight.form != "")

    def second_room(self, place: str) -> None:
        """The screens of another session: a phone that holds this place, a device and the wall."""
        wall = self.device("wall", viewport=WALL, is_mobile=False)
        wall.page.goto(f"{self.url}wall")
        table = self.device("table", viewport=TABLE)
        table.page.goto(f"{self.url}table")
        table.tap(PAGE["device_in_use"] % {"table": 1})
        phone = self.device("p-lotus", viewport=PHONE)
        cookie: Any = {"name": "place", "value": place, "url": self.url}
        phone.context.add_cookies([cookie])
        phone.page.goto(self.url)

    def has(self, picture: str, role: str) -> bool:
        state = self.hall.state(self.session)
        return any(
            state.seats[number].picture == picture and kind == role
            for table in state.tables.values()
            for kind, number in table.roles
        )
