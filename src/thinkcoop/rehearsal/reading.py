"""Reading what the screens said: every word should be in the language of who holds the phone.

Knows no catalogue. Whoever calls brings what can be said, and how, in each language (`Sayings`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

SILENT = re.compile(r"<(script|style|template|svg)\b.*?</\1>", re.DOTALL)
TAG = re.compile(r"<[^>]*>")
SPOKEN = re.compile(r'\b(?:alt|aria-label|placeholder|title)="([^"]*)"')
SPACES = re.compile(r"\s+")
INVISIBLE = str.maketrans("", "", "\u200b\u200e\u200f\u2060\u2068\u2069")
PLACE = re.compile(r"(%\(\w+\)[sd]|\{\w+\})")
GAP = re.compile(r"%\(|[{}]|…(?=\s*$)")
"""What shows that a place of a sentence was not filled."""
LETTERS = re.compile(r"[^\W\d_]")
CODE = re.compile(r"\b[0-9A-Z]{4,6}\b")
"""The code of a session and a person's number are the same for all."""
ENGLISH = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sayings:
    """What can be said in one language: English sentence -> translation, empty where none is."""

    sentences: Mapping[str, str]
    digits: str = ""
    """The ten digits that its readers read first; empty: 0 to 9."""
    names: frozenset[str] = frozenset()
    """What stands alike in all languages, as the names of languages."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Misread:
    """What was wrong with the words on all screens, each text once, in order."""

    texts: int
    """So many different texts were read."""
    left: tuple[str, ...] = ()
    """In English, although there is a translation."""
    new: tuple[str, ...] = ()
    """In English, because there is no translation yet."""
    unfilled: tuple[str, ...] = ()
    """With a place that nobody filled."""
    digits: tuple[str, ...] = ()
    """With digits that are not those of the language."""

    @property
    def went_well(self) -> bool:
        """Whether everything that is translated was said so. What is new may wait."""
        return not (self.left or self.unfilled or self.digits)

    def as_json(self) -> dict[str, object]:
        """The figures under their published names."""
        named = {"left": self.left, "new": self.new}
        wrong = {"unfilled": self.unfilled, "digits": self.digits}
        return {"texts": self.texts, **{name: list(all_) for name, all_ in (named | wrong).items()}}


@dataclass(slots=True)
class Reader:
    """Keeps every different text that each phone was shown."""

    seen: dict[int, set[str]] = field(default_factory=dict)

    def look(self, key: int, html: str) -> None:
        """A screen or a page came to the phone of that key."""
        self.seen.setdefault(key, set()).update(texts_of(html))


def texts_of(html: str) -> Iterator[str]:
    """Every text of a page: between tags, and what a screen reader says. Without blanks outside."""
    kept = SILENT.sub(" ", html)
    for text in (*TAG.split(kept), *SPOKEN.findall(kept)):
        plain = SPACES.sub(" ", unescape(text).translate(INVISIBLE)).strip()
        if plain:
            yield plain


def read_all(
    seen: Mapping[int, set[str]], languages: Mapping[int, str], known: Mapping[str, Sayings]
) -> Misread:
    """Return what is wrong with what was seen by key; `languages` says what each key reads."""
    by_language: dict[str, set[str]] = {}
    for key, texts in seen.items():
        by_language.setdefault(languages[key], set()).update(texts)
    found: dict[str, set[str]] = {"left": set(), "new": set(), "unfilled": set(), "digits": set()}
    for language, texts in by_language.items():
        eye = _Eye(known[language])
        for text in texts:
            for wrong in eye.wrong_with(text, english=language == ENGLISH):
                found[wrong].add(f"{language}: {text}")
    named = {name: tuple(sorted(texts)) for name, texts in found.items()}
    return Misread(texts=sum(map(len, by_language.values())), **named)


class _Eye:
    """Looks at texts that should be in one language."""

    def __init__(self, sayings: Sayings) -> None:
        self._digits = sayings.digits
        self._names = sayings.names
        self._plain = {_bare(english): said for english, said in sayings.sentences.items()}
        self._filled = [
            (re.compile(_pattern(english)), said)
            for english, said in sayings.sentences.items()
            if PLACE.search(english) and LETTERS.search(PLACE.sub("", english))
        ]

    def wrong_with(self, text: str, *, english: bool) -> Iterator[str]:
        """What is wrong with it, by the names in `Misread`."""
        if text in self._names:
            return
        if GAP.search(text):
            yield "unfilled"
        if self._digits and re.search(r"[0-9]", CODE.sub("", text)):
            yield "digits"
        if not english and (said := self._translation(text)) is not None:
            if not said:
                yield "new"
            elif _bare(said) != text:
                yield "left"

    def _translation(self, text: str) -> str | None:
        """How the English sentence that stands here is said; None when it is no English of ours."""
        if text in self._plain:
            return self._plain[text]
        return next((said for shape, said in self._filled if shape.fullmatch(text)), None)


def _bare(sentence: str) -> str:
    return SPACES.sub(" ", sentence.translate(INVISIBLE)).strip()


def _pattern(english: str) -> str:
    return "".join(
        ".+?" if PLACE.fullmatch(part) else re.escape(part) for part in PLACE.split(_bare(english))
    )
