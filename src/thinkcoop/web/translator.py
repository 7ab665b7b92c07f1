"""Words in the reader's language: the product's sentences, a module's sentences, digits.

English stands in the source and in the module's files. A translation is a gettext catalogue,
`languages/CODE.po`, read as it lies there; what it does not have stays English, so that a half
translated room still works. Nothing here knows HTML.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Phrase, Text, Words
from thinkcoop.core.words import Why
from thinkcoop.web.phrases import PAGE, PEOPLE, REASONS, ROLES, SENTENCES, STATES
from thinkcoop.web.pictures import Pictures, picture_folders

PRODUCT = Path(__file__).parent / "languages"
RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"})
DIGITS = {"km": "០១២៣៤៥៦៧៨៩", "my": "၀၁၂၃၄၅၆၇၈၉", "fa": "۰۱۲۳۴۵۶۷۸۹"}
"""Languages whose readers read their own digits first."""


class Translator:
    """One language of one module. Made once, kept; every look-up is a dictionary's."""

    def __init__(self, language: str, module_folder: Path | None) -> None:
        root = language.split("-", maxsplit=1)[0]
        self.language = language
        self.direction = "rtl" if root in RIGHT_TO_LEFT else "ltr"
        self.digits = DIGITS.get(root, "")
        self._product = _catalogue(PRODUCT, language)
        self._module = _catalogue(module_folder and module_folder / "languages", language)
        self._phrases = {key: self.product(sentence) for key, sentence in SENTENCES.items()}
        self.page = {name: self.product(sentence) for name, sentence in PAGE.items()}
        self.roles = {name: self.product(sentence) for name, sentence in ROLES.items()}
        self.role_said = {name: self._phrases[P(f"role_{name}")] for name in ROLES}
        self.states = {name: self.product(sentence) for name, sentence in STATES.items()}
        self.pictures = Pictures(*picture_folders(module_folder))

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

    def person(self, picture: str) -> str:
        """What a person's picture is called: `p-buffalo` is Buffalo."""
        name = picture.removeprefix("p-")
        return self.product(PEOPLE.get(name, name.replace("-", " ").capitalize()))

    def number(self, value: int | str) -> str:
        """A whole number in the reader's digits, thousands apart; other words as they are."""
        if isinstance(value, str):
            return value
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
def translator(language: str, module_folder: Path | str | None = None) -> Translator:
    """The words of `language` for the module in that folder. Missing is English."""
    return Translator(language, Path(module_folder) if module_folder else None)


def _catalogue(folder: Path | None, language: str) -> dict[str, str]:
    """Read `CODE.po`; for `km-KH` also `km.po` underneath. Empty when there is none."""
    found: dict[str, str] = {}
    for code in (language.split("-", maxsplit=1)[0], language):
        path = folder / f"{code}.po" if folder else None
        if path and path.is_file():
            found.update(_entries(path.read_text(encoding="utf-8")))
    return found


def _entries(catalogue: str) -> Iterator[tuple[str, str]]:
    """Yield (English, translation) of a gettext catalogue; unsure (fuzzy) ones are left out."""
    for block in catalogue.replace("\r\n", "\n").split("\n\n"):
        fields: dict[str, str] = {}
        now = ""
        for line in block.splitlines():
            if line.startswith("#"):
                continue
            keyword, _, rest = line.partition('"')
            now = keyword.strip() or now
            if rest:
                fields[now] = fields.get(now, "") + ast.literal_eval(f'"{rest}')
        unsure = any(line.startswith("#,") and "fuzzy" in line for line in block.splitlines())
        if fields.get("msgid") and fields.get("msgstr") and not unsure:
            yield fields["msgid"], fields["msgstr"]
