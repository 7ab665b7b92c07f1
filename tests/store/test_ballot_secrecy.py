"""What the bytes on the disk tell about a ballot: nothing, once it is counted.

The rules that these tests hold up are told in `docs/decisions/0008-ballots-secret-in-the-data.md`.
"""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path
from random import Random

import pytest
from django.db import OperationalError, connections
from django.test import override_settings

from tests.store import databases
from thinkcoop.app.ports import Paper, Writing
from thinkcoop.core.session.events import BallotCast, BallotCounted
from thinkcoop.core.words import AnswerId, Millis, SeatNo, SessionId, StepId
from thinkcoop.store.database_store import DatabaseReader, DatabaseStore
from thinkcoop.store.setup import DATABASE

ABC = SessionId("ABC23")
XYZ = SessionId("XYZ89")
VOTE = StepId("5d-decide")


def cast(store: DatabaseStore, session: SessionId, *, voters: int, together: int = 1) -> None:
    """`voters` people vote in the order of their seats, `together` of them in each commit."""
    options = Random(5)
    for seat in range(1, voters + 1, together):
        seats = range(seat, min(seat + together, voters + 1))
        first, _head = store.standing(session)
        events = tuple(
            BallotCast(at=Millis(n), seat=SeatNo(n), step=VOTE, answer=AnswerId(f"{n:032x}"))
            for n in seats
        )
        papers = tuple(Paper(step=VOTE, option=options.randrange(3)) for _ in seats)
        store.write([Writing(session=session, first=first, events=events, papers=papers)])


def count(store: DatabaseStore, session: SessionId) -> None:
    """The ballot is closed, counted, and its papers destroyed."""
    papers = store.papers(session, VOTE)
    counts = tuple(papers.count(option) for option in range(3))
    counted = BallotCounted(at=Millis(10**6), step=VOTE, total=len(papers), counts=counts)
    first, _head = store.standing(session)
    store.write([Writing(session=session, first=first, events=(counted,), emptied=(VOTE,))])


def keys(alias: str) -> list[bytes]:
    """The keys of all papers in the box, in the order of the database."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT key FROM ballot_paper")
        return [bytes(key) for (key,) in cursor.fetchall()]


def traces(folder: Path, secrets: list[bytes]) -> list[str]:
    """In which files of the database pieces of these keys stand."""
    pieces = [key[start : start + 6] for key in secrets for start in (0, 5, 10)]
    return [
        file.name
        for file in sorted(folder.iterdir())
        for content in [file.read_bytes()]
        if any(piece in content for piece in pieces)
    ]


def contents(folder: Path) -> list[bytes]:
    """The database and its write-ahead log, byte for byte."""
    return [(folder / name).read_bytes() for name in (DATABASE, f"{DATABASE}-wal")]


@pytest.mark.parametrize(("voters", "together"), [(7, 1), (40, 1), (400, 25), (1200, 400)])
def test_a_counted_ballot_leaves_no_byte_in_any_file(
    store: DatabaseStore, alias: str, folder: Path, voters: int, together: int
) -> None:
    cast(store, ABC, voters=voters, together=together)
    secrets = keys(alias)
    assert (len(secrets), traces(folder, secrets)) == (voters, [f"{DATABASE}-wal"])
    count(store, ABC)
    assert traces(folder, secrets) == []
    store.close()
    assert (traces(folder, secrets), [file.name for file in folder.iterdir()]) == ([], [DATABASE])


def test_counting_one_ballot_leaves_the_papers_of_another_and_nothing_else(
    store: DatabaseStore, alias: str, folder: Path
) -> None:
    cast(store, ABC, voters=150)
    counted_ones = keys(alias)
    cast(store, XYZ, voters=150)
    others = [key for key in keys(alias) if key not in counted_ones]
    count(store, ABC)
    assert (traces(folder, counted_ones), traces(folder, others)) == ([], [DATABASE])
    assert (len(store.papers(XYZ, VOTE)), keys(alias)) == (150, others)


def test_papers_lie_in_the_order_of_their_keys_not_of_arrival(
    store: DatabaseStore, alias: str, folder: Path
) -> None:
    cast(store, ABC, voters=40)
    store.checkpoint()
    content = (folder / DATABASE).read_bytes()
    places = {key: content.find(key) for key in keys(alias)}
    assert min(places.values()) > 0
    # SQLite fills a page from its end: what was laid down last lies first.
    assert sorted(places, key=lambda key: places[key]) == sorted(places, reverse=True)


def test_a_restart_forgets_who_voted_when_even_while_the_ballot_is_open(
    store: DatabaseStore, alias: str, folder: Path, tmp_path: Path
) -> None:
    cast(store, ABC, voters=40)
    cut = tmp_path / "after-the-power-cut"
    shutil.copytree(folder, cut)
    secrets = keys(alias)
    assert traces(cut, secrets) == [f"{DATABASE}-wal"]
    with databases.attached(cut) as again:
        reopened = DatabaseStore(wall_ms=lambda: 0, alias=again)
        assert traces(cut, secrets) == [DATABASE]
        assert reopened.papers(ABC, VOTE) == store.papers(ABC, VOTE)


def test_a_reader_in_the_way_only_puts_the_wiping_off(
    store: DatabaseStore, alias: str, folder: Path
) -> None:
    cast(store, ABC, voters=20)
    secrets = keys(alias)
    reader = sqlite3.connect(folder / DATABASE)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM ballot_paper").fetchone()
    count(store, ABC)
    assert f"{DATABASE}-wal" in traces(folder, secrets)
    reader.close()
    store.checkpoint()
    assert traces(folder, secrets) == []


def test_a_power_cut_before_the_wiping_is_made_good_at_the_next_start(
    store: DatabaseStore, alias: str, folder: Path, tmp_path: Path
) -> None:
    cast(store, ABC, voters=20)
    secrets = keys(alias)
    reader = sqlite3.connect(folder / DATABASE)
    reader.execute("BEGIN")
    reader.execute("SELECT count(*) FROM ballot_paper").fetchone()
    count(store, ABC)
    cut = tmp_path / "after-the-power-cut"
    shutil.copytree(folder, cut)
    reader.close()
    assert traces(cut, secrets) == [f"{DATABASE}-wal"]
    with databases.attached(cut) as again:
        DatabaseStore(wall_ms=lambda: 0, alias=again)
        assert traces(cut, secrets) == []


def test_papers_have_no_hidden_number(alias: str) -> None:
    with (
        connections[alias].cursor() as cursor,
        pytest.raises(OperationalError, match="no such column: rowid"),
    ):
        cursor.execute("SELECT rowid FROM ballot_paper")


def test_no_list_of_queries_is_kept_even_when_looking_for_bugs(
    store: DatabaseStore, alias: str
) -> None:
    with override_settings(DEBUG=True):
        cast(store, ABC, voters=3)
        asked = [str(query["sql"]) for query in connections[alias].queries]
    assert [sql for sql in asked if "paper" in sql] == []


def test_a_second_process_that_reads_wipes_nothing_and_writes_nothing(
    store: DatabaseStore, alias: str, folder: Path
) -> None:
    cast(store, ABC, voters=3)
    before = contents(folder)
    with databases.attached(folder) as beside:
        reader = DatabaseReader(alias=beside)
        assert (reader.standing(ABC), len(reader.load(ABC))) == (store.standing(ABC), 3)
    assert contents(folder) == before
