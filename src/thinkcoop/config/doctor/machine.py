"""The machine itself: Python, memory, how many phones it may hold open, fonts."""

from __future__ import annotations

import os
import resource
import sqlite3
import sys
from collections.abc import Collection, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from thinkcoop.config.doctor.finding import Finding

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 31)
"""What Django 5.2 needs."""
MEGABYTE = 1_000_000
NEEDED_MEMORY = 100 * MEGABYTE
GOOD_MEMORY = 250 * MEGABYTE
"""For the server, a hall of screens, and the browser that shows the wall on the same machine."""
FILES_FOR_A_ROOM = 40 * 2 + 100
FILES_FOR_A_HALL = 400 * 2 + 100
"""A phone has its stream open and often a second connection; the server has files of its own."""
KHMER_FONT = "fontpkg-noto-sans-khmer"
MEMORY = Path("/proc/meminfo")


def look_at_machine(languages: Collection[str]) -> Iterator[Finding]:
    """Read and judge. `languages` are those of the modules that are here."""
    yield judge_python(sys.version_info[:3], sqlite3.sqlite_version_info)
    yield judge_memory(available_memory(), cores())
    yield judge_open_files(resource.getrlimit(resource.RLIMIT_NOFILE)[0])
    yield judge_font(languages, present=has_khmer_font())


def judge_python(python: tuple[int, ...], sqlite: tuple[int, ...]) -> Finding:
    """Whether the interpreter and its SQLite are new enough."""
    what = f"Python {_dotted(python)} with SQLite {_dotted(sqlite)}."
    if python < OLDEST_PYTHON:
        return Finding("bad", what, f"Install Python {_dotted(OLDEST_PYTHON)} or newer.")
    if sqlite < OLDEST_SQLITE:
        mend = f"SQLite {_dotted(OLDEST_SQLITE)} or newer is needed; a newer Python brings it."
        return Finding("bad", what, mend)
    return Finding("ok", what)


def judge_memory(available: int | None, cores: int) -> Finding:
    """Whether there is room in memory. `available` is in bytes; None when nobody knows."""
    if available is None:
        return Finding("look", f"Processor cores: {cores}. How much memory is free is not known.")
    what = f"Free memory: {available // MEGABYTE} MB. Processor cores: {cores}."
    mend = "Close other programs, the browser's other pages above all."
    if available < NEEDED_MEMORY:
        return Finding("bad", what, mend)
    return Finding("ok", what) if available >= GOOD_MEMORY else Finding("look", what, mend)


def judge_open_files(most: int) -> Finding:
    """Whether enough phones can be connected. `most` is what one program may hold open; -1: all."""
    what = f"Files and connections that may be open at once: {most if most >= 0 else 'any number'}."
    mend = f"Before you start the server, type: ulimit -n {max(4096, FILES_FOR_A_HALL)}"
    if most < 0 or most >= FILES_FOR_A_HALL:
        return Finding("ok", what)
    if most >= FILES_FOR_A_ROOM:
        return Finding("look", f"{what} Enough for a room of 40, not for a hall of 400.", mend)
    return Finding("bad", f"{what} A room of 40 phones needs {FILES_FOR_A_ROOM}.", mend)


def judge_font(languages: Collection[str], *, present: bool) -> Finding:
    """Whether Khmer can be printed. Pages bring its letters along (`tools/build_hook.py`)."""
    if present:
        return Finding("ok", "The Khmer font is installed.")
    if "km" in languages:
        what = "Phones show Khmer. This machine cannot print it: it lacks the font for that."
        return Finding("look", what, "This adds it: python -m pip install 'thinkcoop[print]'")
    return Finding("ok", "The Khmer font is not installed. No module here needs it.")


def available_memory(source: Path = MEMORY) -> int | None:
    """Bytes of memory that programs can still get; None where the system does not tell."""
    try:
        text = source.read_text()
    except OSError:
        return None
    return memory_in(text)


def memory_in(text: str) -> int | None:
    """Bytes available, from the text of Linux's meminfo."""
    for line in text.splitlines():
        name, _, amount = line.partition(":")
        number = amount.split()
        if name == "MemAvailable" and number and number[0].isdecimal():
            return int(number[0]) * 1024
    return None


def cores() -> int:
    """Processor cores that this program may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def has_khmer_font() -> bool:
    """Whether the package with the font is there."""
    try:
        version(KHMER_FONT)
    except PackageNotFoundError:
        return False
    return True


def _dotted(numbers: tuple[int, ...]) -> str:
    return ".".join(str(number) for number in numbers)
