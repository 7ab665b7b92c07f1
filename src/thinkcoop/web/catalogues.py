"""Catalogues on the disk: the built one where it is fresh, else the translators' own file.

Beside `km.po` may lie `km.mo`, built from it with word breaks in it (`thinkcoop module build`). One
that was built from another text is not believed: then the `.po` is read, and its words are broken
here if the segmenter is installed.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import polib
import structlog

from thinkcoop.app.catalogue import (
    REVIEW,
    SEAL,
    SOURCE,
    BrokenCatalogue,
    digest_of,
    is_reviewed,
    sayings,
    seal_of,
)
from thinkcoop.app.word_breaks import khmer_words, with_breaks

BROKEN_LANGUAGES = frozenset({"km"})
"""Languages without spaces between their words."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What one language says, by English text, and whether all of it was reviewed."""

    sayings: Mapping[str, str]
    reviewed: bool


EMPTY = Catalogue({}, reviewed=True)


def catalogue(folder: Path | None, language: str) -> Catalogue:
    """The catalogue of `language` in `folder`; for `km-KH` also `km` underneath.

    Empty when there is none. One that cannot be read is left out, and the log says so.
    """
    found, reviewed = dict[str, str](), True
    for code in dict.fromkeys((language.split("-", maxsplit=1)[0], language)):
        if folder is not None and (folder / f"{code}.po").is_file():
            one = _one(folder, code)
            found.update(one.sayings)
            reviewed = reviewed and one.reviewed
    return Catalogue(found, reviewed)


def _one(folder: Path, code: str) -> Catalogue:
    source = folder / f"{code}.po"
    try:
        text = source.read_text("utf-8")
        return _built(source.with_suffix(".mo"), text) or _from_source(text, code)
    except (BrokenCatalogue, OSError, UnicodeDecodeError) as broken:
        structlog.get_logger().warning("catalogue_unreadable", file=str(source), why=str(broken))
        return EMPTY


def _built(path: Path, text: str) -> Catalogue | None:
    """The built catalogue; None where there is none, one of another text, or half of one."""
    if not path.is_file():
        return None
    try:
        built = polib.mofile(str(path))
    except (IndexError, OSError, UnicodeDecodeError, ValueError, struct.error):
        return None  # cut off, or no catalogue at all
    said = {each.msgid: each.msgstr for each in built}
    if (built.metadata.get(SOURCE), built.metadata.get(SEAL)) != (digest_of(text), seal_of(said)):
        return None
    return Catalogue(said, reviewed=built.metadata.get(REVIEW) == "whole")


def _from_source(text: str, code: str) -> Catalogue:
    breaks = breaks_of(code)
    said = {source: breaks(sentence) for source, sentence in sayings(text).items()}
    return Catalogue(said, reviewed=is_reviewed(text))


def breaks_of(code: str) -> Callable[[str], str]:
    """What puts word breaks into a language; gives texts back as they are where nothing can."""
    cut = khmer_words() if code.split("-", maxsplit=1)[0] in BROKEN_LANGUAGES else None
    return (lambda text: with_breaks(text, cut)) if cut is not None else (lambda text: text)
