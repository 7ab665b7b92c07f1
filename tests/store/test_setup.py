from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connections

from tests.store import databases
from thinkcoop.app.ports import StoreTrouble
from thinkcoop.store.database_store import DatabaseStore
from thinkcoop.store.setup import DATABASE, applied, data_folder, migrate, prepare_folder, shipped

FIRST_START = """
import sys
from pathlib import Path
from thinkcoop.store import setup
from thinkcoop.store.database_store import DatabaseStore
data_dir = Path(sys.argv[1])
setup.prepare_folder(data_dir)
setup.configure(data_dir)
print(setup.migrate(), DatabaseStore(wall_ms=lambda: 0).sessions())
"""


@pytest.mark.parametrize(
    ("environ", "folder"),
    [
        ({"THINKCOOP_DATA": "/srv/room"}, "/srv/room"),
        ({"THINKCOOP_DATA": "/srv/room", "XDG_DATA_HOME": "/x"}, "/srv/room"),
        ({"THINKCOOP_DATA": "", "XDG_DATA_HOME": "/x"}, "/x/thinkcoop"),
        ({}, str(Path.home() / ".local/share/thinkcoop")),
    ],
)
def test_data_lies_where_the_operator_says_or_where_a_users_data_lies(
    environ: dict[str, str], folder: str
) -> None:
    assert data_folder(environ) == Path(folder)


def test_a_new_folder_is_closed_to_other_users(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "b"
    prepare_folder(folder)
    prepare_folder(folder)
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_cannot_be_is_refused_in_a_plain_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    with pytest.raises(StoreTrouble) as caught:
        prepare_folder(folder)
    assert caught.value.plain == (
        f"The folder {folder} cannot be used: Not a directory. "
        "Choose another one with THINKCOOP_DATA."
    )


def test_the_first_start_makes_the_tables_and_the_second_finds_them(tmp_path: Path) -> None:
    command = [sys.executable, "-c", FIRST_START, str(tmp_path / "data")]
    said = [
        subprocess.run(command, capture_output=True, text=True, check=True).stdout for _ in range(2)
    ]
    assert said == ["True []\n", "False []\n"]


def test_looking_for_migrations_by_hand_finds_what_django_finds(alias: str) -> None:
    assert ("store", "0001_initial") in applied(alias)
    assert set(shipped()) == applied(alias)
    assert migrate(alias) is False


def test_the_tables_are_what_the_models_say(alias: str) -> None:
    call_command("makemigrations", "store", check_changes=True, dry_run=True, verbosity=0)
    assert migrate(alias) is False


def test_every_connection_waits_flushes_and_overwrites(store: DatabaseStore, alias: str) -> None:
    found = {}
    with connections[alias].cursor() as cursor:
        for name in ("journal_mode", "synchronous", "secure_delete", "temp_store", "busy_timeout"):
            cursor.execute(f"PRAGMA {name}")
            [found[name]] = cursor.fetchone()
    assert found == {
        "journal_mode": "wal",
        "synchronous": 2,
        "secure_delete": 1,
        "temp_store": 2,
        "busy_timeout": 5000,
    }


def test_closing_leaves_one_file(store: DatabaseStore, folder: Path) -> None:
    store.sessions()
    store.close()
    assert [file.name for file in folder.iterdir()] == [DATABASE]


def test_a_database_of_an_older_version_is_brought_up_to_date(folder: Path) -> None:
    folder.mkdir()
    with databases.attached(folder) as alias:
        assert (applied(alias), migrate(alias), migrate(alias)) == (set(), True, False)
