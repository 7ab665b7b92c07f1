from __future__ import annotations

import json
from pathlib import Path

import pytest

from thinkcoop.store.module_files import shipped_folder
from thinkcoop.store.site_words import FILE, GLOSSARIES, SiteWordsOnDisk, glossaries_in

OURS, THEIRS = "សហករណ៍", "សហគមន៍"


def test_what_is_chosen_is_there_after_a_restart(tmp_path: Path) -> None:
    before = SiteWordsOnDisk(tmp_path, {})
    assert before.chosen("km") == {}
    before.choose("km", {OURS: THEIRS})
    before.choose("es", {"socia o socio": "compañera"})
    for words in (before, SiteWordsOnDisk(tmp_path, {})):
        assert words.chosen("km") == {OURS: THEIRS}
        assert words.chosen("es") == {"socia o socio": "compañera"}
        assert words.chosen("en") == {}


def test_what_is_no_longer_chosen_is_gone_after_a_restart(tmp_path: Path) -> None:
    SiteWordsOnDisk(tmp_path, {}).choose("km", {OURS: THEIRS})
    SiteWordsOnDisk(tmp_path, {}).choose("km", {})
    assert SiteWordsOnDisk(tmp_path, {}).chosen("km") == {}


def test_without_a_folder_it_is_kept_until_the_end() -> None:
    words = SiteWordsOnDisk(None, {})
    words.choose("km", {OURS: THEIRS})
    assert words.chosen("km") == {OURS: THEIRS}


def test_what_the_disk_does_not_take_is_not_chosen(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file where the folder should be")
    words = SiteWordsOnDisk(tmp_path / "data", {})
    with pytest.raises(OSError, match="data"):
        words.choose("km", {OURS: THEIRS})
    assert words.chosen("km") == {}


@pytest.mark.parametrize(
    ("content", "chosen"),
    [
        (b"", {}),
        (b"{", {}),
        (b"\xff\xfe\x00", {}),
        (b"[1, 2]", {}),
        (b"null", {}),
        (b'{"km": "words"}', {}),
        (b'{"km": {"a": 1, "b": null}, "es": []}', {"a": "1", "b": "None"}),
        (b"[" * 100_000, {}),
        (json.dumps({"km": {OURS: THEIRS}}).encode(), {OURS: THEIRS}),
    ],
    ids=["empty", "cut", "bytes", "list", "null", "text", "numbers", "deep", "ours"],
)
def test_whatever_stands_in_the_file_the_house_opens(
    tmp_path: Path, content: bytes, chosen: dict[str, str]
) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert SiteWordsOnDisk(tmp_path, {}).chosen("km") == chosen


def test_a_glossary_with_mistakes_is_left_out_and_the_others_are_read(tmp_path: Path) -> None:
    folder = tmp_path / GLOSSARIES
    folder.mkdir()
    good = "language: km\nstate: draft\nterms:\n  - {en: member, say: សមាជិក}\n"
    (folder / "km.yaml").write_text(good, "utf-8")
    (folder / "es.yaml").write_text("terms: none\n", "utf-8")
    (folder / "fr.yaml").write_bytes(b"\xff\xfe")
    assert list(glossaries_in(tmp_path)) == ["km"]
    assert glossaries_in(tmp_path / "nowhere") == {}


def test_the_shipped_glossaries_are_all_there() -> None:
    assert sorted(glossaries_in(shipped_folder())) == ["es", "km"]
