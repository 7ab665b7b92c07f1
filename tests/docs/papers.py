"""The papers of the house as the tests of this room read them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "src" / "thinkcoop"
ABOUT_THE_CODE = (
    "ARCHITECTURE.md",
    "LIMITATIONS.md",
    "README.md",
    "docs/glossary.md",
    "docs/decisions/*.md",
    "docs/guides/*.md",
    "docs/methods/*.md",
)
"""Papers that speak of the code as it is now. Others may name what is still to come."""
FENCE = re.compile(r"^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
INLINE = re.compile(r"`([^`\n]+)`")


def markdown() -> list[Path]:
    """Every paper that we wrote, wherever it lies."""
    tops = (ROOT, ROOT / "changelog.d")
    rooms = (ROOT / "docs", ROOT / "modules", ROOT / "bench", ROOT / "tests")
    found = {path for top in tops for path in top.glob("*.md")}
    return sorted(found.union(*(room.rglob("*.md") for room in rooms)))


def about_the_code() -> list[Path]:
    """The papers that must be true of the code today."""
    return sorted({path for pattern in ABOUT_THE_CODE for path in ROOT.glob(pattern)})


def commands(text: str) -> Iterator[str]:
    """Yield what a reader is told to type, from blocks of code and from code in a sentence."""
    blocks = [line for block in FENCE.findall(text) for line in block.splitlines()]
    for line in (*blocks, *INLINE.findall(FENCE.sub("", text))):
        yield line.partition(" #")[0].strip()
