"""The data folder: may we write there, how fast and how much, and is what lies there whole."""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from thinkcoop.config.doctor.finding import Finding
from thinkcoop.store.device_lock import NAME as LOCK
from thinkcoop.store.setup import DATABASE

MEGABYTE = 1_000_000
NEEDED_SPACE = 100 * MEGABYTE
GOOD_SPACE = 1_000 * MEGABYTE
"""A day of forty people takes a few megabytes; systems and their logs want the rest."""
WRITES = 50
BLOCK = bytes(4096)
GOOD_FLUSH_MS = 25.0
SLOW_FLUSH_MS = 150.0
"""An answer waits for one flush, at worst for two; answers that come together share one."""
LONGEST_FLUSH_MS = 1_000.0
MOUNTS = Path("/proc/mounts")
IN_MEMORY = frozenset({"tmpfs", "ramfs"})
ELSEWHERE = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "davfs"})
"""File systems over a network: the database's locks are not sure there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flushes:
    """How long it took until the disk said that it had kept four kilobytes."""

    median_ms: float
    worst_ms: float


def look_at_folder(folder: Path) -> Iterator[Finding]:
    """Read and judge all but the database. Makes no folder; writes one small file for a moment."""
    there = existing(folder)
    writable = os.access(there, os.W_OK | os.X_OK)
    mode = folder.stat().st_mode if folder.is_dir() else None
    yield judge_folder(folder, writable=writable, mode=mode)
    kind = file_system(there)
    if kind:
        yield from judge_file_system(folder, kind)
    yield judge_space(shutil.disk_usage(there).free)
    if writable:
        yield judge_flushes(measure_flushes(there))
    if folder.is_dir():
        yield judge_running(folder, running_there(folder))


def judge_folder(folder: Path, *, writable: bool, mode: int | None) -> Finding:
    """Whether we may write there and others may not read. `mode` is None when there is none yet."""
    if not writable:
        mend = f"Give it to the user who runs the server, or choose another with --data: {folder}"
        return Finding("bad", f"The data folder {folder} cannot be written to.", mend)
    if mode is None:
        return Finding("ok", f"The data folder {folder} will be made when the server starts.")
    if mode & 0o077:
        what = f"Other users of this machine can look into the data folder {folder}."
        return Finding("look", what, f"chmod 700 {folder}")
    return Finding("ok", f"The data folder {folder} is ours alone.")


def judge_file_system(folder: Path, kind: str) -> Iterator[Finding]:
    """Whether what is written there stays."""
    if kind in IN_MEMORY:
        what = f"The data folder {folder} lies in memory ({kind}): it is gone with the power."
        yield Finding("bad", what, "Choose a folder on a disk with --data.")
    if kind in ELSEWHERE:
        what = f"The data folder {folder} lies on another machine ({kind})."
        yield Finding("bad", what, "Choose a folder on a disk of this machine with --data.")


def judge_space(free: int) -> Finding:
    """Whether the disk has room. `free` is in bytes."""
    what = f"Free on the disk: {free // MEGABYTE} MB."
    if free >= GOOD_SPACE:
        return Finding("ok", what)
    return Finding("bad" if free < NEEDED_SPACE else "look", what, "Make room on it.")


def judge_flushes(found: Flushes) -> Finding:
    """Whether the disk keeps things fast enough for a room that answers all at once."""
    what = (
        f"Keeping 4 kB on the disk takes {found.median_ms:.1f} ms, "
        f"at worst {found.worst_ms:.1f} ms, in {WRITES} tries."
    )
    if found.median_ms > SLOW_FLUSH_MS:
        mend = "Use another disk or a better card: each answer waits for this."
        return Finding("bad", f"{what} People would wait after every tap.", mend)
    if found.median_ms > GOOD_FLUSH_MS or found.worst_ms > LONGEST_FLUSH_MS:
        mend = "Close programs that write much. On a memory card, try a better card."
        return Finding("look", f"{what} Slow, but a room can work with it.", mend)
    return Finding("ok", what)


def judge_running(folder: Path, process: str | None) -> Finding:
    """Say whether a server has the folder. `process` is None when there is none."""
    if process is None:
        return Finding("ok", f"No server is running with {folder}.")
    return Finding("ok", f"A server is running with {folder} (process {process}).")


def look_at_database(folder: Path) -> Iterator[Finding]:
    """Read and judge the database file itself."""
    path = folder / DATABASE
    if not path.is_file():
        yield Finding("ok", "No session was stored here yet.")
        return
    yield judge_database(path, quick_check(path))


def judge_database(path: Path, faults: Sequence[str]) -> Finding:
    """Whether SQLite finds its file whole. `faults` are its own words."""
    if not faults:
        return Finding("ok", f"The database {path.name} is whole.")
    mend = "Stop the server, keep this file, and go back to your last copy of it."
    return Finding("bad", f"The database {path} is damaged: {faults[0]}", mend)


def existing(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    return next(path for path in (folder, *folder.absolute().parents) if path.is_dir())


def measure_flushes(folder: Path) -> Flushes:
    """Write small blocks and wait each time until the disk has them."""
    taken: list[float] = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(WRITES):
            begin = time.perf_counter()
            file.write(BLOCK)
            file.flush()
            os.fsync(file.fileno())
            taken.append((time.perf_counter() - begin) * 1000)
    return Flushes(median_ms=statistics.median(taken), worst_ms=max(taken))


def quick_check(path: Path) -> list[str]:
    """What SQLite finds wrong with a file, in its own words; nothing when it is whole."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as line:
            told = [str(row[0]) for row in line.execute("PRAGMA quick_check(5)")]
    except sqlite3.Error as error:
        return [str(error)]
    return [] if told == ["ok"] else told


def running_there(folder: Path) -> str | None:
    """The process number of the server that has the folder, or None when there is none."""
    with suppress(OSError), (folder / LOCK).open("rb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return file.read(20).decode(errors="replace").strip() or "not known"
    return None


def file_system(folder: Path, mounts: Path = MOUNTS) -> str:
    """The kind of file system a folder lies on; empty where the system does not tell."""
    with suppress(OSError):
        return file_system_in(mounts.read_text(errors="replace"), str(folder.resolve()))
    return ""


def file_system_in(table: str, folder: str) -> str:
    """The kind of the deepest mount above `folder`, from the text of Linux's table of mounts."""
    rows = (line.split() for line in table.splitlines())
    above = [
        (len(row[1]), place, row[2])
        for place, row in enumerate(rows)
        if len(row) > 2 and f"{folder}/".startswith(row[1].rstrip("/") + "/")
    ]
    return max(above)[2] if above else ""
