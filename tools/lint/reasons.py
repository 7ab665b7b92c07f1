"""Whoever silences a checker says why, on the same line.

`noqa`, `type: ignore` and `pragma: no cover` switch off for one line what the whole house relies
on. Without a reason nobody dares to take them out again, so they only ever grow.

The incident: an event-planning project found 150 hidden imports behind bare `noqa`s, and under them
a knot of 112 modules, in code whose layers were carefully documented. It now lets no silencing pass
without a reason. Neither do we:

    import numpy  # noqa: PLC0415 - slow to load, and only reports need it
    seat = row["seat"]  # type: ignore[index]  # the query above never gives None
    raise AssertionError  # pragma: no cover - the schema has no sixth kind
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tools.lint.source import Finding, Source

SILENCERS = re.compile(
    r"""\#\s*(?:
        (?:ruff:\s*|flake8:\s*)?noqa\b (?::\s*[A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*)?
      | (?:type|pyright|mypy):\s*ignore\b (?:\[[^\]]*\])?
      | pragma:\s*no\s*(?:cover|branch)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST_WORDS = 2


def check(source: Source) -> Iterator[Finding]:
    """Yield each line that silences a checker without saying why."""
    for line, comment in source.comments():
        found = list(SILENCERS.finditer(comment))
        if found and len(WORD.findall(comment[found[-1].end() :])) < FEWEST_WORDS:
            silencer = found[-1].group().lstrip("# ")
            yield source.finding(line, f"`{silencer}` needs its reason after it, in a few words")
