"""Which word this site says where a translation has a choice, as for *cooperative*.

What is chosen holds for every page, and for every session of this machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from thinkcoop.core.module.glossary import Glossary
from thinkcoop.web.translator import LATIN_DIGITS, SiteWords

LONGEST_WORD = 80
NOT_IN_WORDS = frozenset("%{}")


class WordsOfSite(Protocol):
    """Where the chosen words are kept."""

    @property
    def glossaries(self) -> Mapping[str, Glossary]:
        """The glossaries that there are, by language."""

    def chosen(self, language: str) -> Mapping[str, str]:
        """For words of a glossary, the site's own; nothing for those that stay as they are."""

    def choose(self, language: str, words: Mapping[str, str]) -> None:
        """Keep what is chosen now, on disk when it returns. Raises OSError."""


class NoWords:
    """A site without choices: pages are as translated."""

    glossaries: Mapping[str, Glossary] = {}

    def chosen(self, language: str) -> Mapping[str, str]:
        return {}

    def choose(self, language: str, words: Mapping[str, str]) -> None:
        raise OSError("no place to keep them")


def is_usable(word: str) -> bool:
    """Whether a word can stand in every sentence: sentences have places written with % and { }."""
    return bool(word.strip()) and word.isprintable() and not NOT_IN_WORDS.intersection(word)


def site_words(site: WordsOfSite, language: str) -> SiteWords:
    """What the translator of `language` puts in place of what."""
    chosen = site.chosen(language.removesuffix(LATIN_DIGITS)).items()
    return tuple(sorted((word, own) for word, own in chosen if word and is_usable(own)))
