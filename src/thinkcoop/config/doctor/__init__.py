"""`thinkcoop doctor`: is all well on this machine, said in plain sentences, with how to mend it.

Nothing is changed and nobody outside is asked. What can be judged without a machine is judged by
functions that take what they judge (`judge_…`); the others only read.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path

from thinkcoop.config.doctor import disk, hours, logs, machine, network, shelf
from thinkcoop.config.doctor.finding import Finding, bullets, lines, verdict
from thinkcoop.config.doctor.hints import HINTS
from thinkcoop.config.system import SystemClock
from thinkcoop.store.setup import data_folder

USUAL_PORT = 8000

Chapter = tuple[str, list[Finding]]


def doctor(options: argparse.Namespace) -> int:
    """Look at everything and say what was found. Returns 1 when something is bad."""
    folder = options.data or data_folder(os.environ)
    port = getattr(options, "port", USUAL_PORT)
    chapters = list(look(folder, port, getattr(options, "modules", None)))
    findings = [finding for _, found in chapters for finding in found]
    if getattr(options, "json", False):
        print(json.dumps(as_json(chapters), ensure_ascii=False, indent=2))
    else:
        _print(chapters)
    return 1 if any(finding.mark == "bad" for finding in findings) else 0


def look(folder: Path, port: int, modules: Path | None = None) -> Iterator[Chapter]:
    """Yield what was found, chapter by chapter."""
    today = SystemClock().today()
    found = shelf.find_modules(modules, today)
    yield "This machine", list(machine.look_at_machine(shelf.languages(found)))
    yield "The clock", list(hours.look_at_clock())
    yield "The way of the phones", list(network.look_at_network(port))
    yield "Where the data lies", list(disk.look_at_folder(folder))
    yield "What was stored", list(_stored(folder))
    yield "The modules", list(shelf.judge_modules(found, today))


def _stored(folder: Path) -> Iterator[Finding]:
    """The logs are only read from a database that is whole."""
    database = list(disk.look_at_database(folder))
    yield from database
    if all(finding.mark == "ok" for finding in database):
        yield from logs.look_at_logs(folder)


def as_json(chapters: list[Chapter]) -> dict[str, object]:
    """The findings for other programs."""
    findings = [{"about": about, **asdict(each)} for about, found in chapters for each in found]
    return {
        "findings": findings,
        "verdict": verdict(each for _, found in chapters for each in found),
        "hints": list(HINTS),
    }


def _print(chapters: list[Chapter]) -> None:
    for about, found in chapters:
        print(about)
        print("\n".join(lines(found)))
        print()
    print('When a phone says "no internet" or finds nothing')
    print("\n".join(bullets(HINTS)))
    print()
    print(verdict(finding for _, found in chapters for finding in found))


__all__ = ["doctor"]
