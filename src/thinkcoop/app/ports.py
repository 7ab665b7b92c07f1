"""What the uses need from the world, as narrow as possible.

Adapters live in `store`, `live` and `config`; hand-written fakes in `tests/fakes`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Literal, Protocol

from thinkcoop.core.cards import Sighting, Unreadable
from thinkcoop.core.paper.document import Document
from thinkcoop.core.screens.screen import Words
from thinkcoop.core.session.events import Event
from thinkcoop.core.session.state import State
from thinkcoop.core.session.verdict import Mark, Paper
from thinkcoop.core.words import Millis, SeatNo, SessionId, StepId


class StoreTrouble(Exception):
    """The disk does not do it: nothing was written, or a log cannot be read. `plain` says so."""

    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self.plain = plain


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatCard:
    """What belongs to a seat and must never stand in the log: how to come back, and a name."""

    seat: SeatNo
    code: str
    name: str = ""
    hand: int = 0
    """Grows when another phone takes the seat over; older cookies are refused."""


Sound = Literal["webm", "ogg", "m4a", "3gp", "mp3", "wav", "amr", "caf"]
"""What a recording may be; the ending of its file."""

LARGEST_RECORDING = 1_500_000
"""Bytes. A minute of speech, as phones record it, takes 100 kB to 1 MB."""


@dataclass(frozen=True, slots=True)
class Recording:
    """A spoken answer. The log has only its digest; what was said never leaves the device by it."""

    digest: str
    """The SHA-256 of the body, 64 small hex digits."""
    kind: Sound
    body: bytes


def recorded(kind: Sound, body: bytes) -> Recording:
    """The recording of this sound, under its digest."""
    return Recording(sha256(body).hexdigest(), kind, body)


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    """What one session wants on disk in one commit."""

    session: SessionId
    first: int
    """Position of the first event in the log, 0-based; must equal the log's length."""
    events: tuple[Event, ...]
    papers: tuple[Paper, ...] = ()
    emptied: tuple[StepId, ...] = ()
    """Ballots that are counted by these events: their papers are destroyed."""
    cards: tuple[SeatCard, ...] = ()
    recordings: tuple[Recording, ...] = ()
    forgotten: tuple[str, ...] = ()
    """Digests of recordings whose answers were replaced by these events: they are deleted."""
    marks: tuple[Mark, ...] = ()
    """Private answers for the sheets of their seats; a later one of an item replaces it."""
    shredded: bool = False
    """The session is closed by these events: all its private sheets are destroyed."""


class Store(Protocol):
    """Logs, ballot papers, seat cards and recordings. Every write is one durable commit."""

    def sessions(self) -> list[SessionId]:
        """All sessions of this device, oldest first."""

    def load(self, session: SessionId) -> list[Event]:
        """The whole log of a session, checked against its hash chain."""

    def head(self, session: SessionId) -> str:
        """The hash of the last event, 64 hex digits; 64 zeros for an empty log."""

    def write(self, writings: Sequence[Writing]) -> None:
        """Append all of it in one commit, or nothing at all and StoreTrouble.

        Raises ValueError for a recording that is too large or not what its digest says.
        """

    def papers(self, session: SessionId, step: StepId) -> list[int]:
        """The options on the papers in the box, sorted, so that no order of arrival is left."""

    def cards(self, session: SessionId) -> dict[SeatNo, SeatCard]:
        """The seat cards of a session."""

    def marks(self, session: SessionId) -> list[Mark]:
        """Everything on the private sheets, by seat, step and item; nothing once they are gone."""

    def recording(self, session: SessionId, digest: str) -> Recording | None:
        """The recording of that digest, or None when this session has none (any more)."""

    def checkpoint(self) -> None:
        """A calm moment: tidy up on disk, never in the way of a writer."""

    def close(self) -> None:
        """Let go of what the calling thread holds open; it may be used again later."""

    def last_wall_ms(self, session: SessionId) -> int:
        """What the wall clock said when the session was last written to."""


class Clock(Protocol):
    """The only clock. Monotonic time drives sessions; the wall clock is for show and for gaps."""

    def monotonic_ms(self) -> Millis:
        """Milliseconds that never jump; time in which the machine slept is in them."""

    def asleep_ms(self) -> Millis:
        """For how long the machine has slept (a closed laptop), as far as it can tell."""

    def wall_ms(self) -> int:
        """Milliseconds since 1970 UTC, as far as the machine knows."""

    def zone_minutes(self) -> int:
        """Minutes east of UTC here and now."""


class Pulse(Protocol):
    """How the device knows after a power cut when it was last on."""

    def last_ms(self) -> int:
        """What the wall clock said at the last beat of the former run; 0 when there was none."""

    def beat(self, wall_ms: int) -> None:
        """Note that the device is on. Never raises."""


class Chance(Protocol):
    """The only source of chance: codes, keys and seeds."""

    def seat_code(self) -> str:
        """A new seat's own code: four digits."""

    def session_code(self) -> str:
        """A new session's code: five letters and digits that cannot be mistaken for each other."""

    def seed(self) -> int:
        """A seed for a session, 0 to 2**31 - 1."""


class Board(Protocol):
    """Where the newest state of a session is put up for every open screen to see."""

    def show(self, session: SessionId, state: State) -> None:
        """Put up a state; called only after it is on disk."""


class Wording(Protocol):
    """How a document is said in one language. Usable from any thread."""

    @property
    def language(self) -> str:
        """The code of the language."""

    def text(self, words: Words) -> str:
        """What the words say."""

    def figure(self, value: int, unit: str) -> str:
        """A number in the reader's digits, with its unit where it needs one."""

    def day(self, day: date) -> str:
        """A date as people say it."""

    def drawing(self, name: str) -> str:
        """The picture of that name as SVG markup without text in it."""


class Press(Protocol):
    """Makes files of documents. Slow; may be called from any thread."""

    def picture(self, document: Document, wording: Wording) -> bytes:
        """A PNG for chat apps, at most 200,000 bytes: what came out, and what comes next."""

    def pdf(self, document: Document, wording: Wording) -> bytes:
        """The whole page, to print."""


class CardReader(Protocol):
    """Finds answer cards in pictures. Slow, up to a second; may be called from any thread."""

    def __call__(self, picture: bytes, roster: frozenset[int]) -> Sighting | Unreadable:
        """What a picture file shows of the cards on the roster, or why it cannot be looked at.

        Nothing of the picture is kept.
        """


__all__ = [
    "LARGEST_RECORDING",
    "Board",
    "CardReader",
    "Chance",
    "Clock",
    "Mark",
    "Paper",
    "Press",
    "Pulse",
    "Recording",
    "SeatCard",
    "Sound",
    "Store",
    "StoreTrouble",
    "Wording",
    "Writing",
    "recorded",
]
