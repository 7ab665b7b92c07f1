"""Languages that nobody speaks, to see what pages do with them.

One is written from right to left, one has long words; and the shipped ones have a translation for
everything that the samples make up. They are made of every sentence as it is looked up, so no
sentence can be missing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import TypeVar, overload

from thinkcoop.core.module.translations import PLACES, places_in
from thinkcoop.web.catalogues import Catalogue
from thinkcoop.web.translator import SiteWords, Translator, translator

T = TypeVar("T")
MODULE = Path(__file__).parents[2] / "modules" / "thinkcoop"
RIGHT_TO_LEFT, LONG = "ar-XA", "xx-long"
PLACE = re.compile(f"({PLACES.pattern})")
ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "ابثديفغهيجكلمنوپقرستوفوخيزابثديفغهيجكلمنوپقرستوفوخيز",
)
PART_MORE = 0.66
"""Of each word, rounded down: three fifths of a sentence."""
VOWELS = re.compile("[aeiouAEIOU]")


class Twisted(dict[str, str]):
    """A catalogue that has a translation for every sentence."""

    def __init__(self, twist: Callable[[str], str]) -> None:
        super().__init__()
        self.twist = twist

    @overload
    def get(self, sentence: str, default: None = None, /) -> str | None: ...
    @overload
    def get(self, sentence: str, default: str, /) -> str: ...
    @overload
    def get(self, sentence: str, default: T, /) -> str | T: ...
    def get(self, sentence: str, default: object = None, /) -> object:
        return self.twist(sentence)


class Pseudo(Translator):
    """The words of a language that is made of the English, or of another translation."""

    def __init__(self, language: str, twist: Callable[[str], str]) -> None:
        self._twist = twist
        super().__init__(language, MODULE)

    def _read(self, found: Catalogue, site_words: SiteWords) -> dict[str, str]:
        return Twisted(self._twist)


def around_places(text: str, twist: Callable[[str], str]) -> str:
    """The text with all twisted that is not filled in later."""
    parts = PLACE.split(text)
    parts[::2] = [twist(part) for part in parts[::2]]
    return "".join(parts)


def right_to_left(text: str) -> str:
    """Every letter as an Arabic one."""
    return around_places(text, lambda part: part.translate(ARABIC))


def long(text: str) -> str:
    """Every word longer by three fifths: its vowels last."""
    return around_places(text, lambda part: " ".join(map(_long_word, part.split(" "))))


def _long_word(word: str) -> str:
    more = int(len(word) * PART_MORE)
    vowel = VOWELS.search(word)
    at = vowel.end() if vowel else len(word)
    return word[:at] + (vowel.group().lower() if vowel else "o") * more + word[at:]


def as_long_as(language: str) -> Callable[[str], str]:
    """The translation; for what samples make up, that of the English which is nearest in length."""
    words = translator(language, MODULE)
    known = {**words._module, **words._product}
    plain = sorted(
        ((len(english), said) for english, said in known.items() if not places_in(english)),
    )
    return lambda text: known.get(text) or (text if places_in(text) else _nearest(text, plain))


def _nearest(text: str, plain: Iterable[tuple[int, str]]) -> str:
    return min(plain, key=lambda each: (abs(each[0] - len(text)), each))[1] if text else ""


@lru_cache(maxsize=8)
def made(language: str) -> Translator:
    """The words of a language in which every sentence is translated; English stays English."""
    if language == "en":
        return translator("en", MODULE)
    twists = {RIGHT_TO_LEFT: right_to_left, LONG: long}
    return Pseudo(language, twists.get(language) or as_long_as(language))
