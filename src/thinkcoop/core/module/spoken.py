"""Words that are read aloud: how many they are, and how long that takes."""

from __future__ import annotations

import re
from collections.abc import Iterable

WORD = re.compile(r"\S*[^\W_]\S*")
WORDS_A_MINUTE = 120
"""How fast one reads aloud to a room in which many learn while they listen."""


def words(text: str) -> int:
    """How many words a text has; a dash between blanks is none."""
    return len(WORD.findall(text))


def words_of(texts: Iterable[str]) -> int:
    """How many words all of these have together."""
    return sum(words(text) for text in texts)


def spoken_seconds(count: int) -> int:
    """How long `count` words take to read aloud, in seconds, rounded up.

    >>> spoken_seconds(120), spoken_seconds(1), spoken_seconds(0)
    (60, 1, 0)
    """
    return -(-count * 60 // WORDS_A_MINUTE)
