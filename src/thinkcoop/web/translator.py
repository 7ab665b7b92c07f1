"""Words in the reader's language: the product's sentences, a module's sentences, digits.

English stands in the source and in the module's files; translations come from catalogues
(`web/catalogues.py`). What they do not have stays English, so that a half translated room still
works. Which digits a reader wants may stand in the code of the language, as BCP 47 has it: `km` is
Khmer with Khmer digits, `km-u-nu-latn` Khmer with those of the rest of the world. Nothing here
knows HTML.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path

from thinkcoop.app.word_breaks import ZERO_WIDTH_SPACE
from thinkcoop.core.cards import Unreadable
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Text, Words
from thinkcoop.core.words import Why
from thinkcoop.web.catalogues import Catalogue, catalogue
from thinkcoop.web.phrases import PAGE, PEOPLE, REASONS, ROLES, SENTENCES, STATES
from thinkcoop.web.phrases_cards import UNREADABLE
from thinkcoop.web.pictures import Pictures, picture_folders

PRODUCT = Path(__file__).parent / "languages"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
CLOCK = re.compile(r"\d{1,2}:\d{2}")
"""A time of day, as `8:30`."""
DIGITS = {"km": "០១២៣៤៥៦៧៨៩", "my": "၀၁၂၃၄၅၆၇၈၉", "fa": "۰۱۲۳۴۵۶۷۸۹"}
"""Languages whose readers read their own digits first."""
LATIN_DIGITS = "-u-nu-latn"
"""What a code ends with where the reader wants the digits of the rest of the world."""
FILLED = re.compile(r"(%\(\w+\)[sd]|\{\w+\})")

SiteWords = tuple[tuple[str, str], ...]
"""For words of a translation, what this site says in their place."""


class Translator:
    """One language of one module. Made once, kept; every look-up is a dictionary's."""

    def __init__(
        self, language: str, module_folder: Path | None, site_words: SiteWords = ()
    ) -> None:
        spoken = language.removesuffix(LATIN_DIGITS)
        root = spoken.split("-", maxsplit=1)[0]
        self.language = language
        self.direction = "rtl" if root in RIGHT_TO_LEFT else "ltr"
        self.digits = DIGITS.get(root, "") if spoken == language else ""
        product = catalogue(PRODUCT, spoken)
        module = catalogue(module_folder / "languages" if module_folder else None, spoken)
        self.draft = root != "en" and not (product.reviewed and module.reviewed)
        """Whether nobody has looked at some of these words yet. English is what they come from."""
        self._product = self._read(product, site_words)
        self._module = self._read(module, site_words)
        self._phrases = {key: self.product(sentence) for key, sentence in SENTENCES.items()}
        self.page = {name: self.product(sentence) for name, sentence in PAGE.items()}
        self.roles = {name: self.product(sentence) for name, sentence in ROLES.items()}
        self.role_said = {name: self._phrases[P(f"role_{name}")] for name in ROLES}
        self.states = {name: self.product(sentence) for name, sentence in STATES.items()}
        self.pictures = Pictures(*picture_folders(module_folder))

    def _read(self, found: Catalogue, site_words: SiteWords) -> dict[str, str]:
        """What a catalogue says, in the reader's digits and in the words of this site."""
        local = _said_here(site_words)
        return {
            source: self._in_own_digits(local(sentence))
            for source, sentence in found.sayings.items()
        }

    def _in_own_digits(self, sentence: str) -> str:
        if not self.digits:
            return sentence
        parts = FILLED.split(sentence)  # the names of places stay as they are
        parts[::2] = [part.translate(self._table) for part in parts[::2]]
        return "".join(parts)

    def product(self, sentence: str) -> str:
        """A sentence of the product in this language."""
        return self._product.get(sentence, sentence)

    def text(self, words: Words | str | None) -> str:
        """What `words` say in this language; empty for None."""
        if isinstance(words, Text):
            said = self._module.get(words.source, words.source)
            for name, source in words.places:
                said = said.replace(f"{{{name}}}", self._module.get(source, source))
            return said
        if isinstance(words, Phrase):
            sentence = self._phrases[words.key]
            return self._filled(sentence, dict(words.values)) if "%" in sentence else sentence
        return self._module.get(words, words) if words else ""

    def say(self, name: str, **values: str | int) -> str:
        """A sentence of the pages, its places filled."""
        return self._filled(self.page[name], values)

    def phrase(self, key: P) -> str:
        """A sentence of the screens that has no places to fill."""
        return self._phrases[key]

    def why(self, why: Why) -> str:
        """The reason for a refusal, said kindly."""
        return self.product(REASONS[why])

    def unreadable(self, why: Unreadable) -> str:
        """Why a picture of cards could not be looked at."""
        return self.product(UNREADABLE[why])

    def person(self, picture: str) -> str:
        """What a person's picture is called: `p-buffalo` is Buffalo."""
        name = picture.removeprefix("p-")
        return self.product(PEOPLE.get(name, name.replace("-", " ").capitalize()))

    def number(self, value: int | str) -> str:
        """A whole number in the reader's digits, thousands apart, or a time; others as they are."""
        if isinstance(value, str):
            return self.own_digits(value) if CLOCK.fullmatch(value) else value
        return self.own_digits(f"{value:,}")

    def own_digits(self, figures: str) -> str:
        """The same figures in the reader's digits."""
        return figures.translate(self._table) if self.digits else figures

    @property
    def _table(self) -> dict[int, str]:
        return {ord("0") + value: digit for value, digit in enumerate(self.digits)}

    def _filled(self, sentence: str, values: Mapping[str, str | int]) -> str:
        return sentence % _Values({name: self.number(value) for name, value in values.items()})


class _Values(dict[str, str]):
    """A place that nobody filled shows as a gap: a room must not stop for a missing word."""

    def __missing__(self, name: str) -> str:
        return "…"


@lru_cache(maxsize=64)
def translator(
    language: str, module_folder: Path | str | None = None, site_words: SiteWords = ()
) -> Translator:
    """The words of `language` for the module in that folder. Missing is English."""
    return Translator(language, Path(module_folder) if module_folder else None, site_words)


def _said_here(site_words: SiteWords) -> Callable[[str], str]:
    """What puts the words of the site into a sentence, all in one go, so that none is put twice."""
    if not site_words:
        return str
    own = dict(site_words)
    longest_first = sorted(own, key=len, reverse=True)
    any_of_them = re.compile("|".join(f"({_however_broken(word)})" for word in longest_first))
    return lambda text: any_of_them.sub(
        lambda found: own[found.group().replace(ZERO_WIDTH_SPACE, "")], text
    )


def _however_broken(word: str) -> str:
    """A pattern for that word, with or without places in it where a line may break."""
    return f"{ZERO_WIDTH_SPACE}?".join(re.escape(letter) for letter in word)
