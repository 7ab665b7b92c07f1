"""The words that this site has chosen, in one small file of the data folder."""

from __future__ import annotations

import json
import threading
from collections.abc import Mapping
from pathlib import Path

import structlog

from thinkcoop.core.module.glossary import Glossary, read_glossary
from thinkcoop.store.whole_file import write_whole

GLOSSARIES = "_glossary"
FILE = "words.json"


class SiteWordsOnDisk:
    """Kept in memory, written whole. Without a folder what is chosen is gone at the end."""

    def __init__(self, folder: Path | None, glossaries: Mapping[str, Glossary]) -> None:
        self.glossaries = glossaries
        self._path = folder / FILE if folder is not None else None
        self._lock = threading.Lock()
        self._chosen = _read(self._path)

    def chosen(self, language: str) -> Mapping[str, str]:
        """For words of a glossary, the site's own."""
        return self._chosen.get(language, {})

    def choose(self, language: str, words: Mapping[str, str]) -> None:
        """Keep what is chosen now. Raises OSError where the disk does not take it."""
        with self._lock:
            now = {**self._chosen, language: dict(words)}
            if self._path is not None:
                text = json.dumps(now, ensure_ascii=False, indent=1, sort_keys=True)
                write_whole(self._path, text.encode("utf-8"))
            self._chosen = now


def _read(path: Path | None) -> dict[str, dict[str, str]]:
    """What was chosen; nothing where the file is not there or is not what we wrote."""
    if path is None or not path.is_file():
        return {}
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, RecursionError, ValueError):
        return {}
    if not isinstance(found, dict):
        return {}
    return {
        str(language): {str(word): str(own) for word, own in words.items()}
        for language, words in found.items()
        if isinstance(words, dict)
    }


def glossaries_in(modules: Path) -> dict[str, Glossary]:
    """The glossaries beside the modules in a folder, by language.

    One with mistakes is left out, and the log says so.
    """
    found = {}
    for path in sorted((modules / GLOSSARIES).glob("*.yaml")):
        glossary, wrong = read_glossary(path.name, path.read_text("utf-8", "replace"))
        if glossary is not None:
            found[glossary.language] = glossary
            continue
        for each in wrong:
            log = structlog.get_logger()
            log.warning("glossary_unreadable", file=str(path), line=each.line, why=each.what)
    return found
