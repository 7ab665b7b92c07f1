"""Judges every Python file by the rules that hold in its room. Silent when all is well."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from tools.lint import clock_and_chance, reasons, whole_sentences
from tools.lint.source import Finding, Source

Rule = Callable[[Source], Iterable[Finding]]

ROOMS: list[tuple[Rule, tuple[str, ...]]] = [
    (clock_and_chance.check, ("src/thinkcoop/core",)),
    (whole_sentences.check, ("src",)),
    (reasons.check, ("src", "tests", "tools", "bench")),
]


def findings(root: Path) -> Iterator[Finding]:
    """Yield what every rule finds in its rooms under `root`, file by file."""
    for rule, rooms in ROOMS:
        for room in rooms:
            for path in sorted((root / room).rglob("*.py")):
                yield from rule(Source(path.relative_to(root), path.read_text(encoding="utf-8")))


if __name__ == "__main__":
    found = sorted(set(findings(Path.cwd())))
    for finding in found:
        print(finding)
    sys.exit(bool(found))
