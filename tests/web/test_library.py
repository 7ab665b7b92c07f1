"""What the library keeps of a module stands by itself: its texts, countries too."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.core.module.tea import FOLDER
from thinkcoop.store.module_files import ModulesOnDisk
from thinkcoop.web.library import Library

TODAY = date(2026, 11, 23)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A folder with the tea module and one country that all its modules share."""
    shutil.copytree(FOLDER, tmp_path / "shelf" / "tea")
    (tmp_path / "shelf" / "tea" / "languages").mkdir()
    (tmp_path / "shelf" / "tea" / "languages" / "km.po").write_text("", "utf-8")
    country = (FOLDER / "countries" / "te.yaml").read_text("utf-8")
    shared = tmp_path / "shelf" / "_countries" / "co.yaml"
    shared.parent.mkdir()
    shared.write_text(country.replace("code: te", "code: co").replace("Tealand", "Coffeeland"))
    return tmp_path / "shelf"


def library(shelf: Path, kept: Path | None) -> Library:
    return Library(
        [ModulesOnDisk.within(shelf)],
        kept=ModulesOnDisk.kept,
        kept_dir=kept,
        today=lambda: TODAY,
    )


def test_a_session_keeps_the_countries_that_it_began_with(shelf: Path, tmp_path: Path) -> None:
    before = library(shelf, tmp_path / "kept")
    module = before.module("tea")
    assert module is not None
    assert [country.code for country in module.countries] == ["co", "te"]
    before.keep(module)
    (shelf / "_countries" / "co.yaml").unlink()
    after = library(shelf, tmp_path / "kept")
    now = after.module("tea")
    assert now is not None
    assert [country.code for country in now.countries] == ["te"]
    assert after.exact("tea", module.digest) == module


def test_what_is_kept_has_the_translations_and_every_text(shelf: Path, tmp_path: Path) -> None:
    before = library(shelf, tmp_path / "kept")
    module = before.module("tea")
    assert module is not None
    before.keep(module)
    folder = tmp_path / "kept" / module.digest[:16] / "tea"
    kept = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert kept == {*ModulesOnDisk.within(shelf).texts("tea"), "languages/km.po"}


def test_where_a_module_lies_is_known_once_it_was_read(shelf: Path) -> None:
    one = library(shelf, None)
    module = one.module("tea")
    assert module is not None
    assert one.folder(module) == shelf / "tea"
    assert library(shelf, None).folder(module) is None


def test_nothing_is_kept_where_there_is_no_place_for_it(shelf: Path, tmp_path: Path) -> None:
    one = library(shelf, None)
    module = one.module("tea")
    assert module is not None
    one.keep(module)
    assert one.exact("tea", module.digest) == module
    assert sorted(path.name for path in tmp_path.iterdir()) == ["shelf"]
