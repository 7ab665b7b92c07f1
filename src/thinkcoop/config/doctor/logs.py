"""The logs on this machine: is every seal right. Reads them as `thinkcoop log` does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.config.doctor.finding import Finding
from thinkcoop.store import setup
from thinkcoop.store.verify import Verdict, verify


def look_at_logs(folder: Path) -> Iterator[Finding]:
    """Read and judge. Only for a database that SQLite finds whole."""
    if not (folder / setup.DATABASE).is_file():
        return
    try:
        verdicts = verify_all(folder)
    except StoreTrouble as trouble:
        mend = "Stop the server, keep the files, and go back to your last copy of them."
        yield Finding("bad", f"The logs cannot be read: {trouble.plain}", mend)
        return
    yield from judge_logs(verdicts)


def judge_logs(verdicts: Sequence[Verdict]) -> Iterator[Finding]:
    """Whether every stored log is what it was when it was written."""
    broken = [verdict for verdict in verdicts if not verdict.whole]
    for verdict in broken:
        what = f"The log of session {verdict.session} is not whole. {verdict.plain}"
        yield Finding("bad", what, "Keep it, and go back to your last copy of the database.")
    if not broken:
        events = sum(verdict.events for verdict in verdicts)
        yield Finding("ok", f"Sessions stored here: {len(verdicts)}. All {events} seals are right.")


def verify_all(folder: Path) -> list[Verdict]:
    """Check the log of every session in the database. Raises StoreTrouble."""
    setup.configure(folder)
    from thinkcoop.store.database_store import DatabaseReader  # noqa: PLC0415 - needs the settings
    from thinkcoop.store.export import lines  # noqa: PLC0415 - as above

    reader = DatabaseReader()
    try:
        if not set(setup.shipped()) <= setup.applied("default"):
            raise StoreTrouble("an older Think.Coop wrote them; start the server once.")
        return [
            verify(line.encode() for line in lines(reader, session))
            for session in reader.sessions()
        ]
    finally:
        reader.close()
