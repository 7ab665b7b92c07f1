from __future__ import annotations

from pathlib import Path

import pytest

from tests.core.module.tea import FOLDER, TEA, TODAY
from thinkcoop.app.modules import ModuleFiles, check_module
from thinkcoop.store.module_files import ModulesOnDisk, shipped_folder


@pytest.fixture
def modules(tmp_path: Path) -> ModulesOnDisk:
    for name, text in {
        "coffee/module.yaml": "id: coffee",
        "coffee/activities/a.yaml": "id: a",
        "coffee/activities/.a.yaml.swp.yaml": "id: half",
        "coffee/extra/b.yml": "id: b",
        "coffee/plays/one.play": "1 joins",
        "coffee/pictures/cup.svg": "<svg>own</svg>",
        "_pictures/cup.svg": "<svg>shared</svg>",
        "_pictures/pot.svg": "<svg>pot</svg>",
        "_countries/kh.yaml": "code: kh",
        "_countries/la.yaml": "code: la",
        "tea/countries/la.yaml": "code: la, and better known",
        "tea/module.yaml": "id: tea",
        "no-module/readme.md": "nothing",
        "secret.svg": "<svg>secret</svg>",
    }.items():
        path = tmp_path / "all" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return ModulesOnDisk.within(tmp_path / "all")


def test_a_module_is_a_folder_with_a_module_yaml(modules: ModulesOnDisk) -> None:
    assert modules.names() == ("coffee", "tea")


def test_only_yaml_is_read_and_nothing_that_is_hidden(modules: ModulesOnDisk) -> None:
    assert modules.texts("coffee") == {
        "module.yaml": b"id: coffee",
        "activities/a.yaml": b"id: a",
        "extra/b.yml": b"id: b",
        "countries/kh.yaml": b"code: kh",
        "countries/la.yaml": b"code: la",
    }


def test_a_country_of_its_own_comes_before_the_shared_one(modules: ModulesOnDisk) -> None:
    assert modules.texts("tea") == {
        "module.yaml": b"id: tea",
        "countries/kh.yaml": b"code: kh",
        "countries/la.yaml": b"code: la, and better known",
    }


def test_what_is_kept_of_a_module_has_only_what_it_had(modules: ModulesOnDisk) -> None:
    kept = ModulesOnDisk.kept(modules.folder)
    assert kept.texts("tea") == {
        "module.yaml": b"id: tea",
        "countries/la.yaml": b"code: la, and better known",
    }
    assert kept.pictures("tea") == {"cup", "pot"}


def test_a_very_large_file_is_cut_just_over_the_size_allowed(modules: ModulesOnDisk) -> None:
    (modules.folder / "tea" / "module.yaml").write_bytes(b"#" * 300_000)
    assert len(modules.texts("tea")["module.yaml"]) == 200_001


def test_a_module_has_its_own_pictures_and_the_shared_ones(modules: ModulesOnDisk) -> None:
    assert modules.pictures("coffee") == {"cup", "pot"}
    assert modules.picture("coffee", "cup") == "<svg>own</svg>"
    assert modules.picture("tea", "cup") == "<svg>shared</svg>"
    assert modules.picture("tea", "gone") is None


@pytest.mark.parametrize("name", ["..", ".", "../all/coffee", "coffee/activities", "/tmp", "gone"])
def test_no_name_leads_out_of_the_folder(modules: ModulesOnDisk, name: str) -> None:
    assert modules.texts(name) == {}
    assert modules.picture(name, "../secret") is None


def test_a_path_is_a_module_and_what_lies_around_it(
    modules: ModulesOnDisk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ModulesOnDisk.around(modules.folder / "tea") == (modules, "tea")
    monkeypatch.chdir(modules.folder / "coffee")
    assert ModulesOnDisk.around(Path()) == (modules, "coffee")


def test_a_folder_without_pictures_and_countries_uses_the_shipped_ones() -> None:
    tests = ModulesOnDisk.within(FOLDER.parent)
    assert tests.shared == shipped_folder() / "_pictures"
    assert tests.names() == ("tea",)
    texts = {path: content.decode() for path, content in tests.texts("tea").items()}
    countries = {
        f"countries/{path.name}": path.read_text("utf-8")
        for path in (shipped_folder() / "_countries").glob("*.yaml")
    }
    assert texts == {**countries, **TEA}


def test_the_pictures_of_the_small_module_are_all_drawn() -> None:
    files: ModuleFiles = ModulesOnDisk.within(FOLDER.parent)
    assert check_module(files, "tea", today=TODAY).diagnostics == ()


def test_the_shipped_modules_lie_beside_the_source() -> None:
    assert ModulesOnDisk.shipped().folder == Path(__file__).parents[2] / "modules"
