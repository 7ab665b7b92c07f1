"""To a session through a real server: pages, posts and streams, as phones have them.

What is due by the clock is told to the server's writer, because here time only goes on when the
rehearsal says so. Everything else comes over the wire; a tap is made only when the form for it
has arrived on that very phone.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Protocol
from urllib.parse import parse_qsl, urlencode, urlsplit

from thinkcoop.core.session.events import Event
from thinkcoop.core.session.state import BY_HAND, State
from thinkcoop.core.words import MINUTE, ROOM, AnswerId, Millis, SeatNo, SessionId
from thinkcoop.rehearsal.access import Entry, Plan, Shown, device_name
from thinkcoop.rehearsal.drawn import picture_of, quarter_turns
from thinkcoop.rehearsal.forms import Pairs, WebForm, fill, forms_in
from thinkcoop.rehearsal.people import DOORS_OPEN_MS, Life
from thinkcoop.rehearsal.person import Deed
from thinkcoop.rehearsal.phone import Line, Phone, walk_in
from thinkcoop.rehearsal.reading import Misread, Reader, Sayings, read_all
from thinkcoop.rehearsal.streams import PATIENCE_S, StreamLost, Streams

SEE_OTHER = 303
WALL = 0
"""The key of the wall's stream; people and devices have higher ones."""
JOIN_PARTS = ("picture", "trade", "reads", "name")


class RealServer(Protocol):
    """What must be known of a server besides its address, to move its time."""

    host: str
    port: int

    def state(self, session: SessionId) -> State:
        """Where a session stands."""

    def alarm(self) -> Millis | None:
        """When something is due by the clock alone."""

    def minute_of_day(self) -> int:
        """What the clock on its wall says, in minutes since midnight."""

    def tick(self, session: SessionId) -> None:
        """Let everything happen that is due now."""

    def settle(self) -> None:
        """Wait until all that was asked for is on the disk."""

    def look_round(self) -> None:
        """Find out who was not heard of for too long."""

    def await_streams(self, count: int) -> None:
        """Wait until the server has noticed that so many streams are open."""

    def events(self, session: SessionId, first: int) -> list[Event]:
        """What is on the disk, from position `first` on."""

    def head(self, session: SessionId) -> str:
        """The seal of the last event."""


class WebAccess:
    """Implements `Access` through a server."""

    def __init__(
        self, server: RealServer, *, patience_s: float = PATIENCE_S, draws: bool = False
    ) -> None:
        """`draws`: cards are shown to the server in pictures, which it must read by itself."""
        self._server = server
        self._draws = draws
        self.reader = Reader()
        """What every phone, every table's device and the wall was shown."""
        self._languages: dict[int, str] = {}
        self._line = Line(server.host, server.port)
        self._streams = Streams(server.host, server.port, self.reader.look, patience_s=patience_s)
        self._phones: dict[int, Phone] = {}
        self._tables: dict[int, Phone] = {}
        self._told = 0
        self.session = SessionId("")

    def close(self) -> None:
        """Hang up everywhere."""
        self._streams.stop()
        self._line.close()

    @property
    def state(self) -> State:
        return self._server.state(self.session)

    def open(self, plan: Plan) -> None:
        start = self._server.minute_of_day() + DOORS_OPEN_MS // MINUTE
        fields = [
            ("module", str(plan.module.id)),
            ("edition", plan.edition),
            ("expected", str(plan.expected or plan.people)),
            ("start", _time_of_day(start)),
        ]
        if plan.language:
            fields.append(("language", plan.language))
        if plan.lasts is not None:
            fields.append(("end", _time_of_day(start + plan.lasts // MINUTE)))
        answer = self._line.ask("/desk/new", fields=fields)
        if answer.status != SEE_OTHER:
            raise ValueError(f"cannot open the session: the server says {answer.status}")
        self.session = SessionId(answer.location.strip("/").rsplit("/", 1)[-1])
        self._streams.open(WALL, f"/s/{self.session}/stream?view=wall", "")

    def misread(self, known: Mapping[str, Sayings]) -> Misread:
        """What was wrong with the words on all screens that came."""
        header = self.state.header
        room = header.language if header is not None else ""
        spoken = {key: self._languages.get(key) or room for key in self.reader.seen}
        return read_all(self.reader.seen, spoken, known)

    def alarm(self) -> Millis | None:
        return self._server.alarm()

    def tick(self) -> None:
        self._server.tick(self.session)

    def next_meeting(self) -> None:
        self.press("meeting")

    def press(self, button: str) -> None:
        """One of the convener's buttons."""
        self._line.ask(f"/desk/{self.session}/{button}", fields=[])

    def put_device(self, life: Life) -> None:
        phone = self._phone(life)
        self._tables[life.table] = phone
        path = f"/s/{self.session}/table"
        walk_in(self._line, path, phone, lambda form: _choose_table(form, life))

    def take_seat(self, life: Life, entry: Entry) -> SeatNo | str:
        shares = life.table != ROOM
        phone = self._tables[life.table] if shares else self._phone(life)
        path = f"/s/{self.session}/person" if shares else f"/s/{self.session}/"
        asks = {"language": life.language}
        if life.channel in BY_HAND:
            path = path if shares else f"/desk/{self.session}/person"
            asks["channel"] = life.channel
        if chosen := urlencode({name: value for name, value in asks.items() if value}):
            path = f"{path}?{chosen}"
        look = partial(self.reader.look, phone.key) if life.has_screen else None
        if life.has_screen:
            self._languages[phone.key] = life.language
        answer = walk_in(self._line, path, phone, lambda form: _choose(form, life, entry), look)
        if answer.status != SEE_OTHER:
            return str(answer.status)
        seats = self.state.seats.values()
        return next(seat.number for seat in seats if seat.answer == entry.answer)

    def connect(self, life: Life) -> None:
        self._languages.setdefault(life.person.key, life.language)
        view = "table" if life.person.device else "phone"
        phone = self._phone(life)
        path = f"/s/{self.session}/stream?view={view}"
        self._streams.open(phone.key, path, phone.cookie)
        self._server.settle()  # the first sign of life may have brought the person back

    def disconnect(self, life: Life) -> None:
        self._streams.close(self._phone(life).key)
        self._server.await_streams(len(self._streams))

    def miss(self, life: Life) -> None:
        self._server.look_round()

    def tap(self, life: Life, deed: Deed) -> str:
        phone = self._phone(life)
        path = f"/s/{self.session}/do/{deed.act}"
        fields = list(deed.fields) if deed.sticky else self._shown(phone, deed)
        answer = self._line.ask(path, cookie=phone.cookie, fields=fields, json=True)
        said = json.loads(answer.body)
        return "" if said["ok"] else str(said["why"])

    def show(self, deed: Deed) -> str:
        answer = self._line.ask(f"/desk/{self.session}/sign", fields=list(deed.fields))
        _, _, why = answer.location.partition("?n=")
        return why.partition("#")[0]

    def photograph(self, cards: Sequence[Shown], name: AnswerId) -> str:
        path = f"/desk/{self.session}/cards"
        fields = [("answer", str(name)), ("count", "1")]
        if self._draws:
            picture = picture_of([(each.card, each.sign) for each in cards])
            answer = self._line.send_picture(path, fields, picture)
        else:
            marks = (f"{each.card}:{quarter_turns(each.card, each.sign)}" for each in cards)
            answer = self._line.ask(path, fields=[*fields, ("marks", " ".join(marks))])
        if answer.status != SEE_OTHER:
            return str(answer.status)
        told = dict(parse_qsl(urlsplit(answer.location).query))
        return told.get("n") or told.get("no", "")

    def _shown(self, phone: Phone, deed: Deed) -> Pairs:
        """What the form sends that this phone was really shown. Waits for the newest screen."""
        try:
            return self._streams.find(phone.key, lambda shown: fill(shown.html, deed))
        except StreamLost as lost:
            last = self._streams.shown(phone.key)
            forms = forms_in(last.html) if last is not None else None
            raise StreamLost(f"{lost}: {deed} is not in {forms}") from None

    def news(self) -> tuple[Event, ...]:
        events = self._server.events(self.session, self._told)
        self._told += len(events)
        return tuple(events)

    def log(self) -> list[Event]:
        return self._server.events(self.session, 0)

    def head(self) -> str:
        return self._server.head(self.session)

    def _phone(self, life: Life) -> Phone:
        return self._phones.setdefault(life.person.key, Phone(life.person.key))


def _choose(form: WebForm, life: Life, entry: Entry) -> Pairs | None:
    """The page's own question, whichever comes: picture, trade, reading, name."""
    if form.act not in ("join", "person"):
        return None
    known = {
        "picture": entry.picture,
        "trade": entry.trade,
        "reads": str(int(life.reads)),
        "name": "",
    }
    asked = [part for part in JOIN_PARTS if part in form.offered or part in form.typed]
    pairs = [("answer", str(entry.answer)), *((part, known[part]) for part in asked)]
    if life.guest and "guest" in form.offered:
        pairs.append(("guest", "1"))
    return pairs if asked else None


def _choose_table(form: WebForm, life: Life) -> Pairs | None:
    chosen = [("table", str(life.table)), ("answer", str(device_name(life)))]
    return chosen if form.act == "table" else None


def _time_of_day(minute: int) -> str:
    return f"{minute // 60 % 24:02d}:{minute % 60:02d}"
