"""What a look at one thing says: a mark, a plain sentence, and how to mend it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import wrap
from typing import Literal

Mark = Literal["ok", "look", "bad"]
"""ok: as it should be · look: works, but somebody should look · bad: a session would suffer."""

WIDE = 88
INDENT = " " * 6


@dataclass(frozen=True, slots=True)
class Finding:
    """One sentence for the person who asked. `mend` is empty when there is nothing to do."""

    mark: Mark
    what: str
    mend: str = ""


def lines(findings: Iterable[Finding]) -> Iterator[str]:
    """The findings as lines of plain text, the mark in front, the mending below."""
    for each in findings:
        yield from wrap(f"{each.mark:<6}{each.what}", WIDE, subsequent_indent=INDENT)
        if each.mend:
            yield from wrap(
                f"mend: {each.mend}", WIDE, initial_indent=INDENT, subsequent_indent=INDENT
            )


def bullets(sentences: Iterable[str]) -> Iterator[str]:
    """Sentences that nobody judged, as lines of plain text."""
    for sentence in sentences:
        yield from wrap(f"{'-':<6}{sentence}", WIDE, subsequent_indent=INDENT)


def verdict(findings: Iterable[Finding]) -> str:
    """One sentence about all of them."""
    marks = [each.mark for each in findings]
    if "bad" in marks:
        return f"Not ready. Mend first what is marked bad: {marks.count('bad')}."
    if "look" in marks:
        return f"Ready. Worth a look: {marks.count('look')}."
    return "Ready. All is well."
