"""Every play of every module is played, and says what it says."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.model import Module
from thinkcoop.core.module.read import read_module
from thinkcoop.rehearsal.play import run_play
from thinkcoop.rehearsal.play_text import read_play

HOUSE = Path(__file__).parents[2]
TODAY = date(2026, 11, 23)
PLAYS = sorted(
    play
    for folder in (HOUSE / "modules", HOUSE / "tests" / "modules")
    for play in folder.glob("*/plays/*.play")
)


@cache
def _module(folder: Path) -> Module:
    files = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*.yaml"))
    }
    named = frozenset(word.strip(" {}") for text in files.values() for word in _pictures(text))
    module = read_module(files, kinds=KIND_TABLE, pictures=named, today=TODAY).module
    assert module is not None, f"{folder} has mistakes; thinkcoop module check {folder} tells"
    return module


def _pictures(text: str) -> list[str]:
    """Every picture that is named: whether there is one is the business of the module's check."""
    parts = text.split("picture:")[1:]
    named = [part.split(",")[0].split("\n")[0] for part in parts]
    return [*named, "do-listen", "do-report", "do-vote"]


@pytest.mark.parametrize("path", PLAYS, ids=lambda path: f"{path.parts[-3]}/{path.stem}")
def test_the_play_comes_out_as_it_is_written(path: Path) -> None:
    play = read_play(path.read_text("utf-8"), path.relative_to(HOUSE).as_posix())
    failures = run_play(play, _module(path.parents[1]))
    assert not failures, "\n" + "\n".join(str(failure) for failure in failures)


def test_every_module_that_we_ship_has_plays() -> None:
    shipped = {path.parents[0].name for path in (HOUSE / "modules").glob("*/module.yaml")}
    assert {path.parts[-3] for path in PLAYS} == shipped | {"tea"}
