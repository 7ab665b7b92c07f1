"""Where lines of Khmer may break: Khmer has no spaces between words.

A zero width space is put between words when catalogues are built, never into what is stored or
typed. Which letters make a word, khmercut says; it is looked for when asked, since only authors
need it. Lines must not break before signs that end a sentence or belong to a number, nor before
the sign that repeats a word.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

ZERO_WIDTH_SPACE = "\u200b"
KHMER_RUN = re.compile("[\u1780-\u17d3\u17d7\u17dc\u17dd]{2,}")
"""Letters, vowels and marks; not digits, not ends of sentences."""
REPEATS = "ៗ"

Cut = Callable[[str], Sequence[str]]
"""Takes a run of Khmer letters, gives its words in order; together they are the run."""

HOW_TO_ADD = (
    "Where Khmer words end was not looked at. "
    "This adds it: python -m pip install 'thinkcoop[authors]'"
)


def with_breaks(text: str, cut: Cut) -> str:
    """Return `text` with a zero width space between the words of each run of Khmer letters.

    Spaces of that kind that stand in `text` already say where words end, for good: a text that has
    one is left as it is. A `cut` whose words are not the run again is not believed.
    """
    if ZERO_WIDTH_SPACE in text:
        return text
    return KHMER_RUN.sub(lambda run: _joined(run.group(), cut), text)


def _joined(run: str, cut: Cut) -> str:
    words = [word for word in cut(run) if word]
    if "".join(words) != run:
        return run
    whole = words[:1]
    for word in words[1:]:
        whole.append(word if word.startswith(REPEATS) else ZERO_WIDTH_SPACE + word)
    return "".join(whole)


def khmer_words() -> Cut | None:
    """What finds Khmer words; None where it is not installed."""
    try:
        from khmercut import tokenize  # noqa: PLC0415 - only authors have it; it is slow to load
    except ImportError:
        return None
    return lambda run: [str(word) for word in tokenize(run)]
