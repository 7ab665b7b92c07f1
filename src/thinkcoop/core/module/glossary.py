"""One word for one thing, in each language: what translators keep to, and what a site may change.

The classes are the shape of the files in `_glossary/` (`docs/guides/translator.md`).
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.parts import Line, Shape
from thinkcoop.core.module.shape import Origin, shaped
from thinkcoop.core.module.yaml_text import read_yaml

Word = Annotated[str, Field(min_length=1, max_length=80)]


class Term(Shape):
    """What a word of the English is called. `choices`: a site may take one of these, or its own."""

    en: Word
    say: Word
    choices: tuple[Word, ...] = ()
    note: Line | None = None


class Glossary(Shape):
    """The words of one language."""

    language: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]
    state: Literal["draft", "reviewed"]
    terms: Annotated[tuple[Term, ...], Field(min_length=1)]

    def choosable(self) -> tuple[Term, ...]:
        """The terms for which a site may say another word."""
        return tuple(term for term in self.terms if term.choices)


def read_glossary(file: str, text: str) -> tuple[Glossary | None, list[Diagnostic]]:
    """Return the glossary in `text`, or None and everything that is wrong with it."""
    sheet, found = read_yaml(file, text)
    if sheet is None:
        return None, found
    glossary, wrong = shaped(Glossary, sheet.value, Origin(sheet))
    return (None if found else glossary), [*found, *wrong]
