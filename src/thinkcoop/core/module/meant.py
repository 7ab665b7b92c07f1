"""Did you mean: the known word that is nearest to what was written. Pure text, no meaning."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST_COMPARED = 60
MOST_COMPARED = 300
MOST_LISTED = 20


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A hint: the nearest known word, or else the list of all."""
    words = sorted(set(known))
    if len(word) <= LONGEST_COMPARED and len(words) <= MOST_COMPARED:
        near = get_close_matches(word, words, n=1, cutoff=0.6)
        if near:
            return f"Did you mean `{near[0]}`?"
    if not words:
        return "There is nothing to choose from yet."
    more = " …" if len(words) > MOST_LISTED else ""
    return f"Known are: {', '.join(words[:MOST_LISTED])}{more}."
