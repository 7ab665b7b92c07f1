"""The small module that the tests read, and ways to make it wrong."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.diagnostics import Diagnostic, Example
from thinkcoop.core.module.read import ReadResult, read_module

FOLDER = Path(__file__).parents[2] / "modules" / "tea"
TEA: Mapping[str, str] = {
    path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*.yaml"))
}
PRICE = "activities/t1-the-price-of-sugar.yaml"
BUYING = "activities/t2-buying-together.yaml"
TODAY = date(2026, 11, 23)

ACTIONS = (
    "ask",
    "break",
    "discuss",
    "listen",
    "map",
    "pair",
    "promise",
    "rank",
    "report",
    "round",
    "show",
    "sort",
    "think",
    "vote",
)
PICTURES = frozenset(f"do-{name}" for name in ACTIONS) | {"face-good", "market-stall", "tuk-tuk"}


def read(files: Mapping[str, str], *, today: date = TODAY) -> ReadResult:
    """What comes of reading these files."""
    return read_module(files, kinds=KIND_TABLE, pictures=PICTURES, today=today)


def changed(file: str, right: str, wrong: str) -> dict[str, str]:
    """The tea module with one text in place of another."""
    assert TEA[file].count(right) == 1, f"{file} has {TEA[file].count(right)} times {right!r}"
    return {**TEA, file: TEA[file].replace(right, wrong)}


def made_wrong(example: Example) -> dict[str, str]:
    """The tea module as the example of a code makes it wrong."""
    files = dict(TEA)
    if example.renamed is not None:
        files[example.renamed] = files.pop(example.file)
    elif example.wrong is None:
        del files[example.file]
    elif example.right is None:
        files[example.file] = example.wrong * example.times
    else:
        files = changed(example.file, example.right, example.wrong * example.times)
    return files


def told(found: tuple[Diagnostic, ...]) -> list[str]:
    """Code, place and words of each diagnostic."""
    return [f"{each.file}:{each.line}:{each.column} {each.code} {each.what}" for each in found]
