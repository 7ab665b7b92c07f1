"""Lines that are read aloud, and how far each of them has been recorded.

A line's key is made of its English words, so a recording stays with its sentence wherever the
sentence stands; the digest of what was said tells whether the words have changed since. Knows no
files and no sound: making a recording is the business of `voice`, keeping it that of `store`; which
lines there are, `app/read_aloud.py` says.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Literal, NewType, Protocol
from unicodedata import decimal

from thinkcoop.core.screens.screen import Text

LineKey = NewType("LineKey", str)
Owner = Literal["module", "product"]
State = Literal["missing", "recorded", "out of date", "synthetic"]
STATES: tuple[State, ...] = ("recorded", "synthetic", "out of date", "missing")
DIGITS = 16
WORD_MARK = "\u200b"
"""Where Khmer may break a line; put in by a program, heard by nobody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One sentence that is read aloud. `said` is what it is in the language that is spoken."""

    key: LineKey
    source: str
    said: str
    place: str
    """Where it stands first: a recording of other words at this place is out of date."""
    owner: Owner
    unit: int
    picture: str = ""
    translated: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Take:
    """What is kept beside a recording."""

    said: str
    """The digest of the words that were spoken."""
    sound: str
    """The digest of the Opus file: addresses carry it, so a browser may keep the file for ever."""
    milliseconds: int
    place: str
    by: str = ""
    on: str = ""
    """The date, year first."""
    synthetic: bool = False


class Unfit(StrEnum):
    """Why a recording cannot be used."""

    NOT_SOUND = "not_sound"
    TOO_LARGE = "too_large"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Made:
    """A recording made ready: without silence at its ends, and as loud as all the others."""

    opus: bytes
    aac: bytes
    milliseconds: int


class Studio(Protocol):
    """Makes recordings ready. Slow; may be called from any thread."""

    def make(self, body: bytes) -> Made | Unfit:
        """What came of a recording as phones and computers make them, or why nothing did."""


class Speaker(Protocol):
    """A machine that reads aloud."""

    def speaks(self, language: str) -> bool:
        """Whether it has a voice for this language."""

    def speak(self, text: str, language: str) -> bytes:
        """The text, read aloud, as a sound file."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A line, and how far it is."""

    line: Line
    state: State
    take: Take | None = None


def digest_of(body: bytes) -> str:
    """The first 16 hex digits of the SHA-256."""
    return sha256(body).hexdigest()[:DIGITS]


def key_of(source: str) -> LineKey:
    """The name of a line: made of its English words.

    >>> key_of("Talk in twos.")
    '24e25c60f89ccbf2'
    """
    return LineKey(digest_of(source.encode()))


def said_digest(said: str) -> str:
    """The digest of words as they are spoken.

    Blanks and marks between words do not count, and a digit sounds the same in any script.
    """
    plain = "".join(_digit(one) for one in said.replace(WORD_MARK, ""))
    return digest_of(" ".join(plain.split()).encode())


def _digit(one: str) -> str:
    value = decimal(one, None)
    return one if value is None else str(value)


def english_of(words: Text) -> str:
    """A sentence of the module in English, its braces filled."""
    source = words.source
    for name, filled in words.places:
        source = source.replace(f"{{{name}}}", filled)
    return source


Kept = Mapping[LineKey, Take]
"""The recordings of one folder."""


def standing_of(
    lines: Iterable[Line], kept: Mapping[Owner, Sequence[Kept]]
) -> tuple[Standing, ...]:
    """How far each line is, in the same order. Of several folders the first that fits counts.

    A line is out of date when its translation was spoken in other words, or when there is a
    recording only of what stood at its place before the English was changed.
    """
    listed = tuple(lines)
    keys = {line.key for line in listed}
    left = {
        (owner, take.place)
        for owner, folders in kept.items()
        for folder in folders
        for key, take in folder.items()
        if key not in keys
    }
    return tuple(_standing(line, kept.get(line.owner, ()), left) for line in listed)


def _standing(line: Line, folders: Sequence[Kept], left: set[tuple[Owner, str]]) -> Standing:
    fitting = fitting_take(line.key, line.said, folders)
    if fitting is not None:
        return Standing(line, "synthetic" if fitting.synthetic else "recorded", fitting)
    old = next((folder[line.key] for folder in folders if line.key in folder), None)
    late = old is not None or (line.owner, line.place) in left
    return Standing(line, "out of date" if late else "missing", old)


def fitting_take(key: LineKey, said: str, folders: Sequence[Kept]) -> Take | None:
    """The recording of exactly these words: a person's before a machine's."""
    wanted = said_digest(said)
    takes = [folder[key] for folder in folders if key in folder]
    fitting = [take for take in takes if take.said == wanted]
    return min(fitting, key=lambda take: take.synthetic, default=None)


def counted(standings: Iterable[Standing]) -> dict[State, int]:
    """How many lines are in each state."""
    counts = Counter(each.state for each in standings)
    return {state: counts[state] for state in STATES}


def take_of(
    line: Line, sound: Made, *, by: str = "", on: str = "", synthetic: bool = False
) -> Take:
    """What to keep beside a new recording of `line`."""
    return Take(
        said=said_digest(line.said),
        sound=digest_of(sound.opus),
        milliseconds=sound.milliseconds,
        place=line.place,
        by=by,
        on=on,
        synthetic=synthetic,
    )
