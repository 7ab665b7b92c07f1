"""When SQLite tidies up: at calm moments, so that no counted ballot or shredded sheet is left.

Writes go to the write-ahead log beside the database, with one flush for each. Left alone, SQLite
copies them into the database in the middle of somebody's answer; and the old log keeps, page
version after page version, which paper came together with which seat, and what was private. See
`docs/decisions/0008-ballots-secret-in-the-data.md` and `docs/decisions/0019-private-sheets.md`.
Knows nothing of sessions.
"""

from __future__ import annotations

from django.db.backends.base.base import BaseDatabaseWrapper

WAIT_S = 5.0
"""How long a write waits for another program before it gives up."""

PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # an answer is acknowledged when it is on the disk, not before
    "fullfsync=ON",  # on a Mac, and only there, a plain flush stops in the disk's own memory
    "secure_delete=ON",  # what is deleted is overwritten
    "temp_store=MEMORY",  # nothing secret in a temporary file
    "wal_autocheckpoint=4000",  # 16 MB; a room that never comes to a calm moment
)

OPTIONS: dict[str, object] = {
    "timeout": WAIT_S,
    "transaction_mode": "IMMEDIATE",  # a deferred one fails at once where this one waits
    "init_command": ";".join(f"PRAGMA {pragma}" for pragma in PRAGMAS),
}
"""For Django's DATABASES."""


def move(connection: BaseDatabaseWrapper) -> None:
    """Copy the write-ahead log into the database as far as nobody is in the way."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")


def wipe(connection: BaseDatabaseWrapper) -> bool:
    """Copy the write-ahead log into the database and cut it to nothing. Waits for nobody.

    Returns False when somebody was reading: then it is still to be done.
    """
    wait_ms = int(1000 * float(connection.settings_dict["OPTIONS"].get("timeout", WAIT_S)))
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=0")
        try:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, _frames, _moved = cursor.fetchone()
        finally:
            cursor.execute(f"PRAGMA busy_timeout={wait_ms}")
    return not busy


def begin(connection: BaseDatabaseWrapper) -> None:
    """Begin the next write-ahead log now: it costs a flush more, which no answer shall wait for."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA user_version=1")
