"""What the tests of our lint rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from textwrap import dedent

from tools.lint.source import Finding, Source


def lines_found(check: Callable[[Source], Iterable[Finding]], code: str) -> list[int]:
    """The lines of `code` that the rule finds, counted from 1, each as often as it is found."""
    source = Source(Path("some.py"), dedent(code).lstrip("\n"))
    return sorted(finding.line for finding in check(source))
