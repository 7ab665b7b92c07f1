"""Everything a request may need, put together once by `config` and carried by the request.

There is no global state: two houses in one process do not know of each other.
"""

from __future__ import annotations

import asyncio
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import cast

from thinkcoop.app.ports import Chance, Clock, Wording
from thinkcoop.app.turns import Done, Host, Reply, Room
from thinkcoop.core.cards import Sighting, Unreadable
from thinkcoop.core.module.model import Module
from thinkcoop.core.paper import Document
from thinkcoop.core.paper.card_sheet import CardSheet
from thinkcoop.core.screens.desk_page import Desk
from thinkcoop.core.session.state import NOBODY
from thinkcoop.core.words import Refusal, SeatNo, SessionId, Why
from thinkcoop.live.board import StateBoard
from thinkcoop.live.looks import Look, Place, View
from thinkcoop.live.presence import Presence, Who
from thinkcoop.live.publish import Publisher
from thinkcoop.live.writer import Writer
from thinkcoop.web.asgi import Scope, header
from thinkcoop.web.cookies import PLACE, Holder, Signer, cookie
from thinkcoop.web.gate import Gate
from thinkcoop.web.languages import ROOM_COOKIE as LANGUAGE
from thinkcoop.web.languages import is_offered
from thinkcoop.web.library import Library
from thinkcoop.web.limits import NumberTries
from thinkcoop.web.papers import Papers
from thinkcoop.web.refusals import No, Reason
from thinkcoop.web.refused_forms import RefusedForms
from thinkcoop.web.render import desk_html, screen_html
from thinkcoop.web.site_words import NoWords, WordsOfSite, site_words
from thinkcoop.web.takes import CardTakes
from thinkcoop.web.translator import Translator, translator
from thinkcoop.web.voices import Voice, Voices

HOUSE = "thinkcoop.house"
CardReader = Callable[[bytes, frozenset[int]], Sighting | Unreadable]
"""Looks at one picture for the cards of a roster, and says what it shows or why it cannot."""

PATIENCE_S = 20.0
"""So long may the disk take; then the phone is told to send it again."""


@dataclass(slots=True, kw_only=True)
class House:
    """One server: its sessions, its clock, its keys, and who may come in."""

    host: Host
    writer: Writer
    board: StateBoard
    publisher: Publisher
    presence: Presence
    library: Library
    signer: Signer
    gate: Gate
    clock: Clock
    chance: Chance
    fresh_id: Callable[[], str]
    today: Callable[[], date]
    number_tries: NumberTries
    addresses: Callable[[], list[str]]
    """Under which addresses this machine may be reached, the likeliest first."""
    site_words: WordsOfSite = field(default_factory=NoWords)
    """What this site says in place of some words of a translation."""
    card_takes: CardTakes = field(default_factory=CardTakes)
    """What pictures show of the cards of each session, until it is counted."""
    card_press: Callable[[CardSheet, Translator], bytes] | None = None
    """Makes answer cards for the printer; None where the extra `print` is missing."""
    sheet_press: Callable[[Document, Wording], bytes] | None = None
    """Makes spreadsheets of reports; None where the extra `figures` is missing."""
    card_reader: CardReader | None = None
    """Looks at pictures of cards; None where the extra `cards` is missing."""
    refused: Counter[Reason] = field(default_factory=Counter)
    """How often each reason was given, until an operator was told."""
    waiting: int = 0
    """How many people wait for the disk now."""
    over: set[SessionId] = field(default_factory=set)
    """Sessions on the disk that are over and were not read back."""
    papers: Papers = field(default_factory=Papers)
    """Makes files of pages that are taken home."""
    refused_forms: RefusedForms = field(default_factory=RefusedForms)
    """What was typed without JavaScript and not taken: it stands in the field again."""
    voices: Voices = field(default_factory=Voices)
    """What is recorded of what is read aloud."""
    _eyes: threading.Lock = field(default_factory=threading.Lock)
    untold: set[tuple[SessionId, SeatNo]] = field(default_factory=set)
    """Seats taken on a table's device whose people were not told their number yet."""

    def room(self, session: str) -> Room | Refusal:
        """The session of that code, or the reason why there is none."""
        room = self.host.rooms.get(SessionId(session))
        if room is not None and room.state.phase != "empty":
            return room
        return Refusal(Why.SESSION_OVER if session in self.over else Why.SESSION_UNKNOWN)

    def read_cards(self, picture: bytes, roster: frozenset[int]) -> Sighting | Unreadable:
        """What a picture shows of these cards. Slow; one picture at a time, whoever asks."""
        assert self.card_reader is not None  # the page is not offered without one
        with self._eyes:
            return self.card_reader(picture, roster)

    def free_code(self) -> SessionId:
        """A code that no session of this device has."""
        while (code := SessionId(self.chance.session_code())) in self.over | self.host.rooms.keys():
            continue
        return code

    def open_sessions(self) -> list[SessionId]:
        """The sessions that are not over."""
        rooms = list(self.host.rooms.items())
        return [code for code, room in rooms if room.state.phase not in ("empty", "over")]

    def holder(self, scope: Scope, session: str) -> Holder | Reason:
        """Whose cookie came with a request to `session`, or why it does not count."""
        holder = self.signer.holder(cookie(header(scope, b"cookie"), PLACE))
        room = self.host.rooms.get(SessionId(session))
        if holder is None or room is None or holder.session != session:
            return Why.SEAT_UNKNOWN
        if holder.seat == NOBODY:
            table = room.state.tables.get(holder.table)
            return holder if table is not None and table.device else Why.TABLE_UNKNOWN
        card = room.cards.get(holder.seat)
        if card is None or holder.seat not in room.state.seats:
            return Why.SEAT_UNKNOWN
        return holder if card.hand == holder.hand else No.OTHER_PHONE

    async def settled(self, future: Future[Reply]) -> Done | Reason:
        """Wait until the writer has answered. However long it takes, the work itself goes on."""
        self.waiting += 1
        try:
            waiting = asyncio.shield(asyncio.wrap_future(future))
            reply = await asyncio.wait_for(waiting, PATIENCE_S)
        except (TimeoutError, RuntimeError):
            return No.TRY_AGAIN
        finally:
            self.waiting -= 1
        return reply.why if isinstance(reply, Refusal) else reply

    def heard(self, holder: Holder) -> None:
        """A sign of life."""
        self.presence.heard(who(holder))

    def words(self, language: str, session: str = "") -> Translator:
        """The words of a language, with the sentences of the session's module."""
        room = self.host.rooms.get(SessionId(session))
        if room is None:
            return translator(language or "en", None, site_words(self.site_words, language))
        return self.words_of(room.state.program.module, language)

    def words_of(self, module: Module, language: str) -> Translator:
        """The words of a language, with the sentences of that module."""
        folder = self.library.folder(module)
        return translator(language or "en", folder, site_words(self.site_words, language))

    def voice(self, words: Translator, session: str) -> Voice:
        """What is recorded of what the rooms of a session say in the language of `words`."""
        room = self.host.rooms.get(SessionId(session))
        return self.voices.of(room.state.program.module.id if room is not None else "", words)

    def language(self, session: str, holder: Holder | None = None) -> str:
        """The language of a person, or that of the room."""
        room = self.host.rooms.get(SessionId(session))
        if room is None or room.state.header is None:
            return "en"
        seat = room.state.seats.get(holder.seat) if holder is not None else None
        return (seat.language if seat is not None else "") or room.state.header.language

    def language_for(self, scope: Scope, session: str, holder: Holder | None) -> str:
        """The language in which a phone or a table's device reads: the one chosen on it, if any."""
        room = self.host.rooms.get(SessionId(session))
        chosen = cookie(header(scope, b"cookie"), LANGUAGE)
        if room is not None and holder is not None and chosen:
            codes = [each.code for each in room.state.program.module.languages]
            if is_offered(chosen, codes):
                return chosen
        return self.language(session, holder)


def place_of(holder: Holder) -> Place:
    """Which screen belongs to a cookie."""
    if holder.seat == NOBODY:
        return Place(view="table", table=holder.table)
    return Place(view="phone", seat=holder.seat)


def who(holder: Holder) -> Who:
    """Who is in touch, for whoever watches over that."""
    if holder.seat == NOBODY:
        return Who(holder.session, table=holder.table)
    return Who(holder.session, seat=holder.seat)


def draw(
    look: Look,
    view: View,
    words: Translator,
    answer_id: str = "",
    typed: Mapping[str, str] = MappingProxyType({}),
    *,
    voice: Voice | None = None,
) -> str:
    """A screen as one line of HTML."""
    if isinstance(look, Desk):
        return desk_html(look, words)
    if view == "desk":
        raise TypeError("the desk shows a Desk")
    heard = voice.heard(look) if voice is not None else ""
    return screen_html(look, view, words, answer_id, typed, voice=heard)


def drawn(house: House, session: SessionId, look: Look, view: View, language: str) -> str:
    """A screen of a session in a language, with what is recorded of it."""
    words = house.words(language, session)
    voice = None if view == "desk" else house.voice(words, session)
    return draw(look, view, words, voice=voice)


def house_of(scope: Scope) -> House:
    """The house that a request came to."""
    return cast(House, scope[HOUSE])
