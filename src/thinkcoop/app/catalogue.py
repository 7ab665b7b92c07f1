"""Translations as gettext catalogues: read, brought up to date with the English, written.

A catalogue is a `.po` file, so that translators use the tools they know. What it says of a text:
its places as `#:` lines, `fuzzy` with the former English where the English changed since, and
`# reviewed by NAME on DATE` once somebody who speaks the language has looked at it. Nothing here
knows the disk.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from hashlib import sha256

import polib

from thinkcoop.core.module.strings import ModuleString
from thinkcoop.core.module.translations import Entry, places_in

REVIEWED = re.compile(r"^reviewed by (?P<who>.+) on (?P<on>\d{4}-\d\d-\d\d)$", re.MULTILINE)
SOURCE = "X-Source-Digest"
SEAL = "X-Sayings-Digest"
REVIEW = "X-Review"
"""Lines of a compiled catalogue: of what it was made, what is in it, how far it was reviewed."""
LINE_WIDTH = 100
LINE = re.compile(
    r'\s*(#.*|((msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d+\])\s*)?"([^"\\]|\\.)*"\s*)?'
)
"""A line of a catalogue: nothing, a comment, or a text in quotes."""
NO_CATALOGUE = "this is no gettext catalogue"
BYTE_ORDER_MARK = "\ufeff"
"""Some editors put it at the head of a file."""
PLURALS = {"es": "nplurals=2; plural=(n != 1);", "km": "nplurals=1; plural=0;"}


class BrokenCatalogue(Exception):
    """A file that is no catalogue. `line` counts from 1; `plain` says what is wrong."""

    def __init__(self, plain: str, line: int) -> None:
        super().__init__(plain)
        self.plain = plain
        self.line = line


def entries(text: str) -> dict[str, Entry]:
    """Return what a catalogue says, by English text. Raises BrokenCatalogue for what is none."""
    return {each.msgid: _entry(each) for each in _read(text) if not each.obsolete}


def sayings(text: str) -> dict[str, str]:
    """The translations that may be shown, by English text.

    Left out: empty ones, fuzzy ones, and those whose places to fill are not those of the English.
    """
    return {
        each.msgid: each.msgstr
        for each in _read(text).translated_entries()
        if places_in(each.msgid) == places_in(each.msgstr)
    }


def updated(text: str, strings: Iterable[ModuleString], language: str, about: str) -> str:
    """Return the catalogue `text` (may be empty) with exactly `strings` in it, in their order.

    A text that is new at a place keeps that place's former translation as fuzzy, with the former
    English beside it. Translations of texts that are gone stay at the end as obsolete ones.
    Raises BrokenCatalogue.
    """
    old = _read(text)
    known = {each.msgid: each for each in old}
    gone_from = {
        place: each for each in old if each.msgstr for place, _ in (each.occurrences or ())
    }
    new = polib.POFile(wrapwidth=LINE_WIDTH)
    new.header = old.header or about
    new.metadata = old.metadata or _metadata(language)
    wanted = list(strings)
    ids = {each.source for each in wanted}
    new.extend(_brought(each, known, gone_from, ids) for each in wanted)
    for each in old:
        if each.msgid not in ids and each.msgstr:
            each.obsolete = True
            new.append(each)
    return _written(new)


def compiled(text: str, breaks: Callable[[str], str]) -> bytes:
    """Return the catalogue as the program reads it: what may be shown, with word breaks, as `.mo`.

    It names the text it was made of and what is in it, so that an older one, or half of one, is not
    believed. Raises BrokenCatalogue.
    """
    catalogue = _read(text)
    shown = {source: breaks(said) for source, said in sorted(sayings(text).items())}
    built = polib.MOFile()
    built.metadata = {
        **catalogue.metadata,
        SOURCE: digest_of(text),
        SEAL: seal_of(shown),
        REVIEW: "whole" if is_reviewed(text) else "draft",
    }
    built.extend(polib.MOEntry(msgid=source, msgstr=said) for source, said in shown.items())
    return bytes(built.to_binary())


def is_reviewed(text: str) -> bool:
    """Whether everything that the catalogue says was looked at by somebody."""
    found = entries(text).values()
    return bool(found) and all(each.reviewed_by and not each.stale for each in found)


def digest_of(text: str) -> str:
    """SHA-256 of a catalogue, 64 small hex digits."""
    return sha256(text.encode("utf-8")).hexdigest()


def seal_of(said: Mapping[str, str]) -> str:
    """SHA-256 of translations, 64 small hex digits."""
    return digest_of("\0".join(part for pair in sorted(said.items()) for part in pair))


def corrected(text: str, said: Mapping[str, str], who: str, on: str) -> str:
    """Return the catalogue with the corrections of a reviewer taken in and marked as reviewed.

    `said` has the translation for each English text that was looked at, changed or not.
    """
    catalogue = _read(text)
    for each in catalogue:
        if not each.obsolete and said.get(each.msgid):
            each.msgstr = said[each.msgid]
            each.flags = [flag for flag in each.flags if flag != "fuzzy"]
            each.previous_msgid = None
            each.tcomment = _without_review(each.tcomment)
            each.tcomment = f"{each.tcomment}\nreviewed by {who} on {on}".strip()
    return _written(catalogue)


def _read(text: str) -> polib.POFile:
    text = text.removeprefix(BYTE_ORDER_MARK)
    for number, line in enumerate(text.splitlines(), 1):
        if LINE.fullmatch(line) is None:  # polib would cut a text whose quote is missing
            raise BrokenCatalogue(NO_CATALOGUE, number)
    try:
        # the end of a line keeps polib from taking a text for the name of a file
        return polib.pofile(f"{text}\n") if text.strip() else polib.POFile()
    except (OSError, ValueError) as broken:
        found = re.search(r"\(line (\d+)\)", str(broken))
        raise BrokenCatalogue(NO_CATALOGUE, int(found[1]) if found else 1) from broken


def _written(catalogue: polib.POFile) -> str:
    catalogue.wrapwidth = LINE_WIDTH
    return str(catalogue) + "\n"


def _metadata(language: str) -> dict[str, str]:
    return {
        "Language": language,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": PLURALS.get(language, PLURALS["es"]),
    }


def _brought(
    string: ModuleString,
    known: Mapping[str, polib.POEntry],
    gone_from: Mapping[str, polib.POEntry],
    ids: set[str],
) -> polib.POEntry:
    entry = known.get(string.source)
    if entry is None:
        entry = polib.POEntry(msgid=string.source)
        before = next((gone_from[p] for p in string.places if p in gone_from), None)
        if before is not None and before.msgid not in ids:
            entry.msgstr = before.msgstr
            entry.flags = ["fuzzy"]
            entry.previous_msgid = (before.fuzzy and before.previous_msgid) or before.msgid
    entry.obsolete = False
    entry.occurrences = [(place, "") for place in string.places]
    if string.limit:
        entry.comment = f"at most {string.limit} letters"
    return entry


def _entry(entry: polib.POEntry) -> Entry:
    reviewed = REVIEWED.search(entry.tcomment or "")
    return Entry(
        source=entry.msgid,
        said=entry.msgstr,
        line=entry.linenum or 1,
        places=tuple(place for place, _ in entry.occurrences),
        was=(entry.previous_msgid or "") if entry.fuzzy else "",
        stale=entry.fuzzy,
        reviewed_by=reviewed["who"] if reviewed else "",
        reviewed_on=reviewed["on"] if reviewed else "",
    )


def _without_review(comment: str) -> str:
    return REVIEWED.sub("", comment or "").strip()
