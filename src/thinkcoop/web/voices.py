"""Recorded voices for screens: which sound says a sentence, and the sounds themselves.

A device keeps what is recorded on it in its data folder; a module brings its own. A sound is used
only where it says exactly the words that stand there now.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, is_dataclass
from pathlib import Path
from typing import Protocol

from thinkcoop.app.narration import (
    Kept,
    LineKey,
    Made,
    Owner,
    Studio,
    Take,
    english_of,
    fitting_take,
    key_of,
)
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.module.translations import letters_in
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Chart, Phrase, Text, Words
from thinkcoop.web.narrated import IN_TEMPLATES, ROLE_PHRASES, sentence_said
from thinkcoop.web.translator import LATIN_DIGITS, Translator

PRODUCT = "_product"
SHIPPED = Path(__file__).parent / "voice"
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
OWNER = re.compile(r"_product|[a-z0-9]+(-[a-z0-9]+)*")
LOOK_AGAIN_S = 5.0
OF_PRODUCT, MACHINE = "_", "!"
"""Before and after a sound's name in what a screen brings: the product's own, and no person's."""
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
HASH_LETTERS, NAME_LETTERS = 7, 8
"""So many of these hold the 32 bits of a hash, and the 40 bits of a digest that name its sound."""
NAME_DIGITS = 10
MS_A_LETTER = 75
"""How long a device's own voice takes for one: 800 a minute, 120 words of English."""


class Folder(Protocol):
    """The recordings of one language in one folder."""

    def takes(self) -> dict[LineKey, Take]:
        """What is recorded here. Raises StoreTrouble."""

    def changed(self) -> int:
        """A number that changes when the recordings do."""

    def sound(self, key: LineKey, ending: str) -> bytes | None:
        """The sound of that line, or None."""

    def keep(self, key: LineKey, take: Take, sound: Made) -> None:
        """Keep a recording in place of the one before. Raises StoreTrouble."""

    def packed(self, inside: str) -> dict[str, bytes]:
        """All files of a recording, by the names in a zip file."""


@dataclass(slots=True)
class _Read:
    at: float
    changed: int
    takes: Kept


@dataclass(slots=True)
class Voices:
    """All recordings that this device has. Usable from any thread."""

    open: Callable[[Path], Folder] | None = None
    """None: there are no recordings here."""
    kept: Path | None = None
    """Where recordings go that are made on this device."""
    folder_of: Callable[[str], Path | None] = lambda _: None
    """Where the module of that id lies."""
    studio: Callable[[], Studio] | None = None
    """Makes recordings ready; None where the extra `voice` is not installed."""
    at_work: asyncio.Lock = field(default_factory=asyncio.Lock)
    """One recording is worked on at a time: the same machine runs the room."""
    seconds: Callable[[], float] = time.monotonic
    _read: dict[Path, _Read] = field(default_factory=dict)

    def folders(self, owner: str, language: str) -> list[Folder]:
        """Where recordings of this language lie, those of this device first."""
        if self.open is None or not LANGUAGE.fullmatch(language) or not OWNER.fullmatch(owner):
            return []
        return [self.open(place) for place in self._places(owner, language)]

    def own_folder(self, owner: str, language: str) -> Folder | None:
        """Where recordings go that are made here; None on a device that keeps nothing."""
        return self.folders(owner, language)[0] if self.kept is not None else None

    def _places(self, owner: str, language: str) -> Iterator[Path]:
        if self.kept is not None:
            yield self.kept / owner / language
        if owner == PRODUCT:
            yield SHIPPED / language
            return
        module = self.folder_of(owner)
        if module is not None:
            yield module / "voice" / language

    def takes(self, owner: str, language: str) -> list[Kept]:
        """What is recorded, folder by folder. A list that cannot be read counts as empty."""
        if self.open is None or not LANGUAGE.fullmatch(language) or not OWNER.fullmatch(owner):
            return []
        return [self._takes(place) for place in self._places(owner, language)]

    def _takes(self, place: Path) -> Kept:
        known, now = self._read.get(place), self.seconds()
        if known is not None and now < known.at + LOOK_AGAIN_S:
            return known.takes
        assert self.open is not None
        folder = self.open(place)
        changed = folder.changed()
        if known is None or known.changed != changed:
            try:
                known = _Read(now, changed, folder.takes())
            except StoreTrouble:
                known = _Read(now, changed, {})
            self._read[place] = known
        known.at = now
        return known.takes

    def forget(self) -> None:
        """Look at the disk again: something was recorded."""
        self._read.clear()

    def sound(self, owner: str, language: str, name: str, ending: str) -> bytes | None:
        """The sound of that name, as `sound_name` makes it."""
        both = zip(self.folders(owner, language), self.takes(owner, language), strict=True)
        for folder, kept in both:
            for key, take in kept.items():
                if sound_name(take) == name:
                    return folder.sound(key, ending)
        return None

    def of(self, module: str, words: Translator) -> Voice:
        """The voice of one language in the rooms of one module."""
        language = words.language.removesuffix(LATIN_DIGITS)
        both: Mapping[Owner, Sequence[Kept]] = {
            "module": self.takes(module, language) if module else (),
            "product": self.takes(PRODUCT, language),
        }
        return Voice(module, language, words, both)


@dataclass(frozen=True, slots=True)
class Voice:
    """What is recorded in one language, looked up by what a screen says."""

    module: str
    language: str
    words: Translator
    kept: Mapping[Owner, Sequence[Kept]]

    def __bool__(self) -> bool:
        return any(folder for folders in self.kept.values() for folder in folders)

    def take(self, words: Words) -> tuple[LineKey, Take] | None:
        """The recording of these words, if there is one that fits."""
        if isinstance(words, Text):
            source, said, owner = english_of(words), self.words.text(words), "module"
        else:
            source, said, owner = sentence_said(words), self.words.text(words), "product"
        return self._found(source, said, owner)

    def _found(self, source: str, said: str, owner: str) -> tuple[LineKey, Take] | None:
        key = key_of(source)
        folders = self.kept["module" if owner == "module" else "product"]
        take = fitting_take(key, said, folders)
        return (key, take) if take is not None else None

    def heard(self, shown: object) -> str:
        """What a page needs to play what it shows: where its sounds lie, and one entry for each.

        An entry is the hash of the words as they stand there, and right after it the sound's name.
        Empty when nothing of it is recorded.
        """
        if not self:
            return ""
        entries: dict[str, str] = {}
        for words in words_in(shown):
            self._enter(entries, self.take(words), self.words.text(words), _mark(words))
        for source in IN_TEMPLATES if getattr(shown, "sides", None) else ():
            said = self.words.product(source)
            self._enter(entries, self._found(source, said, "product"), said, OF_PRODUCT)
        told = " ".join(code + name for code, name in entries.items())
        return f"{self.module}/{self.language} {told}" if told else ""

    def _enter(
        self, entries: dict[str, str], found: tuple[LineKey, Take] | None, said: str, mark: str
    ) -> None:
        if found is not None:
            take = found[1]
            machine = MACHINE if take.synthetic else ""
            entries[text_hash(said)] = f"{mark}{sound_name(take)}{machine}"

    def milliseconds(self, words: Iterable[Words], *, own_voice: bool = False) -> int:
        """How long it takes to hear those of these words that are recorded.

        With `own_voice` the device says the others itself: how long is told from letters.
        """
        return sum(self._lasts(each, own_voice=own_voice) for each in words)

    def _lasts(self, words: Words, *, own_voice: bool) -> int:
        found = self.take(words)
        if found is not None:
            return found[1].milliseconds
        return letters_in(self.words.text(words)) * MS_A_LETTER if own_voice else 0


def _mark(words: Words) -> str:
    return "" if isinstance(words, Text) else OF_PRODUCT


def sound_name(take: Take) -> str:
    """The name of a sound in its address: short, for a screen brings many."""
    return _short(int(take.sound[:NAME_DIGITS], 16), NAME_LETTERS)


def _short(number: int, letters: int) -> str:
    """The number in base 36, always as long: entries need nothing between hash and name."""
    found = ""
    for _ in range(letters):
        number, digit = divmod(number, len(DIGITS))
        found = DIGITS[digit] + found
    return found


def words_in(shown: object) -> Iterator[Words]:
    """Everything that a screen or a page to take home says, also what belongs to a role on it.

    Of a drawing of stones only the questions: its title does not stand there, and what a stone
    means is written for screen readers, which read it themselves.
    """
    if isinstance(shown, Text | Phrase):
        yield shown
    elif isinstance(shown, Chart) and shown.kind == "stones" and shown.rows:
        yield from words_in((shown.rows, shown.because))
    elif isinstance(shown, tuple | list):
        for each in shown:
            yield from words_in(each)
    elif is_dataclass(shown) and not isinstance(shown, type):
        for one in fields(shown):
            yield from words_in(getattr(shown, one.name))
        role = getattr(shown, "role", "")
        if role in ROLE_PHRASES:
            yield Phrase(P(ROLE_PHRASES[role]))


def text_hash(said: str) -> str:
    """FNV-1a of the words as a browser sees them (UTF-16, single blanks), in base 36.

    `assets/speak.js` works out the same: it finds a sound by the words that stand on the screen.
    """
    units = " ".join(said.split()).encode("utf-16-le")
    value = 0x811C9DC5
    for at in range(0, len(units), 2):
        value = ((value ^ int.from_bytes(units[at : at + 2], "little")) * 0x01000193) & 0xFFFFFFFF
    return _short(value, HASH_LETTERS)
