from __future__ import annotations

from pathlib import Path

import pytest

from thinkcoop.store.whole_file import write_whole


def test_a_file_and_its_folders_are_there_afterwards_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "new" / "km.po"
    for content in (b"one", b"two"):
        write_whole(path, content)
        assert (path.read_bytes(), [each.name for each in path.parent.iterdir()]) == (
            content,
            ["km.po"],
        )


def test_where_the_new_one_cannot_be_written_the_old_one_stays(tmp_path: Path) -> None:
    path = tmp_path / "km.po"
    write_whole(path, b"old")
    (tmp_path / ".km.po.new").mkdir()  # as a full disk would be: what is written beside fails
    with pytest.raises(OSError, match="new"):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
