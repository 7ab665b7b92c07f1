"""How far a translation is: what is missing, out of date, not reviewed, broken or too long.

A catalogue comes in as entries (`app/catalogue.py` reads the file); nothing here knows gettext.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.diagnostics.code import Severity
from thinkcoop.core.module.strings import ModuleString
from thinkcoop.core.module.yaml_text import short

PLACES = re.compile(r"%\(\w+\)[sd]|\{\w+\}|%%")
"""What is filled in when a sentence is shown."""

COENG = "\u17d2"
"""Sets the next Khmer letter below the one before: the two take the room of one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a catalogue says of one English text."""

    source: str
    said: str
    """Empty where nobody has translated it."""
    line: int
    places: tuple[str, ...] = ()
    was: str = ""
    """The English of which `said` is the translation, where the English changed since."""
    stale: bool = False
    reviewed_by: str = ""
    reviewed_on: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TranslationReport:
    """How far one language is. Counts are of texts; `diagnostics` has a line for each."""

    language: str
    state: str
    """`draft` or `reviewed`, as module.yaml says it; empty where it does not name the language."""
    texts: int
    missing: int
    stale: int
    unreviewed: int
    diagnostics: tuple[Diagnostic, ...]

    @property
    def whole(self) -> bool:
        """Whether every text has a translation that is up to date and can be shown."""
        return not self.missing and not self.stale and not self.diagnostics_of("mistake")

    def diagnostics_of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """Those that are mistakes, or those that are advice."""
        return tuple(each for each in self.diagnostics if each.severity == severity)


CODES: Mapping[str, tuple[Severity, str, str]] = {
    "T001": ("mistake", "this is no gettext catalogue", "Open it with a translation program."),
    "T002": (
        "advice",
        "not translated: {text}",
        "Translate it; `thinkcoop module strings` puts it into the file.",
    ),
    "T003": (
        "advice",
        "the English changed: {was} became {text}",
        "Look at the translation again, then take the mark `fuzzy` away.",
    ),
    "T004": (
        "mistake",
        "the places to fill differ: {text} has {wanted}, the translation {found}",
        "Write each of them once more, exactly as in the English; until then English is shown.",
    ),
    "T005": (
        "advice",
        "{length} letters where {limit} have room: {text}",
        "Find shorter words.",
    ),
    "T006": (
        "advice",
        "{count} translations have not been reviewed",
        "`thinkcoop module review-sheet` prints them for somebody who speaks the language.",
    ),
    "T007": (
        "advice",
        "module.yaml does not name the language {language}",
        "Add `- {{code: {language}, state: draft}}` to its `languages`.",
    ),
    "T008": (
        "advice",
        "the language {language} is named in module.yaml and has no catalogue",
        "`thinkcoop module strings PATH --lang {language}` makes it.",
    ),
    "T009": (
        "mistake",
        "module.yaml says that {language} was reviewed; {count} texts were not, or are not there",
        "Say `state: draft` until all are.",
    ),
}
"""Each kind of thing to mend: severity, what is wrong, what to do. Codes are for ever."""


def told(code: str, file: str, line: int, **words: object) -> Diagnostic:
    """Put `words` into the sentences of `code`. Raises KeyError when one is not given."""
    severity, what, hint = CODES[code]
    return Diagnostic(
        code=code,
        severity=severity,
        file=file,
        line=line,
        column=1,
        what=what.format_map(words),
        hint=hint.format_map(words),
    )


def look_at(
    strings: Sequence[ModuleString], entries: Mapping[str, Entry], *, language: str, state: str
) -> TranslationReport:
    """Return how far the catalogue `entries` of `language` is for a module with these texts."""
    file = f"languages/{language}.po"
    still = {string.source for string in strings}
    gone = {source: entry for source, entry in entries.items() if source not in still}
    found = [each for string in strings for each in _of_text(string, entries, gone, file)]
    missing = sum(each.code == "T002" for each in found)
    stale = sum(each.code == "T003" for each in found)
    unreviewed = sum(not _reviewed(entries.get(each.source)) for each in strings)
    if unreviewed:
        found.append(told("T006", file, 1, count=unreviewed))
    if not state:
        found.append(told("T007", file, 1, language=language))
    if state == "reviewed" and unreviewed:
        found.append(told("T009", file, 1, language=language, count=unreviewed))
    return TranslationReport(
        language=language,
        state=state,
        texts=len(strings),
        missing=missing,
        stale=stale,
        unreviewed=unreviewed,
        diagnostics=tuple(found),
    )


def _of_text(
    string: ModuleString, entries: Mapping[str, Entry], gone: Mapping[str, Entry], file: str
) -> Iterator[Diagnostic]:
    entry = entries.get(string.source)
    if entry is None:
        before = _before(string, gone)
        if before is None:
            yield told("T002", file, 1, text=short(string.source))
        else:
            yield told(
                "T003", file, before.line, was=short(before.source), text=short(string.source)
            )
    elif not entry.said:
        yield told("T002", file, entry.line, text=short(string.source))
    elif entry.stale:
        yield told("T003", file, entry.line, was=short(entry.was), text=short(string.source))
    else:
        yield from _of_saying(string, entry, file)


def _before(string: ModuleString, gone: Mapping[str, Entry]) -> Entry | None:
    """What the catalogue has for the place of a text that it does not know: the text it was."""
    here = set(string.places)
    return next((each for each in gone.values() if each.said and here & set(each.places)), None)


def _of_saying(string: ModuleString, entry: Entry, file: str) -> Iterator[Diagnostic]:
    wanted, there = places_in(string.source), places_in(entry.said)
    if wanted != there:
        yield told(
            "T004",
            file,
            entry.line,
            text=short(string.source),
            wanted=" ".join(wanted) or "none",
            found=" ".join(there) or "none",
        )
    length = letters_in(entry.said)
    if string.limit and length > string.limit:
        yield told(
            "T005", file, entry.line, text=short(entry.said), length=length, limit=string.limit
        )


def _reviewed(entry: Entry | None) -> bool:
    return entry is not None and bool(entry.reviewed_by) and not entry.stale


def places_in(sentence: str) -> list[str]:
    """Return what is filled in when `sentence` is shown, sorted."""
    return sorted(PLACES.findall(sentence))


def letters_in(sentence: str) -> int:
    """Return how many letters stand beside each other: marks above and below are not counted.

    >>> letters_in("តុ"), letters_in("table"), letters_in("ខ្មែរ")
    (1, 5, 2)
    """
    flat = re.sub(f"{COENG}.", "", sentence)
    return sum(unicodedata.category(letter) not in {"Mn", "Mc", "Me", "Cf"} for letter in flat)
