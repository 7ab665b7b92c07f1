"""What screens can say in each language of a module, for a rehearsal that reads them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from thinkcoop.core.module.model import Module
from thinkcoop.core.module.strings import strings
from thinkcoop.rehearsal.reading import ENGLISH, Sayings
from thinkcoop.web.catalogues import catalogue
from thinkcoop.web.languages import tongues
from thinkcoop.web.phrases import PAGE, PEOPLE, REASONS, ROLES, SENTENCES, STATES
from thinkcoop.web.phrases_cards import UNREADABLE
from thinkcoop.web.translator import DIGITS, PRODUCT


def sayings(module: Module, folder: Path) -> Mapping[str, Sayings]:
    """By language: every English sentence of the product and of this module, with its translation.

    `folder` is where the module's texts lie. English has digits alone to be looked at.
    """
    codes = [language.code for language in module.languages]
    names = frozenset(tongue.name for tongue in tongues(codes))
    found = {ENGLISH: Sayings(sentences={}, names=names)}
    for code in (code for code in codes if code != ENGLISH):
        product = catalogue(PRODUCT, code).sayings
        own = catalogue(folder / "languages", code).sayings
        said = {english: product.get(english, "") for english in _of_product()}
        said |= {each.source: own.get(each.source, "") for each in strings(module)}
        root = code.split("-", maxsplit=1)[0]
        found[code] = Sayings(sentences=said, digits=DIGITS.get(root, ""), names=names)
    return found


def _of_product() -> Iterator[str]:
    for table in (SENTENCES, PAGE, ROLES, STATES, PEOPLE, REASONS, UNREADABLE):
        yield from table.values()
