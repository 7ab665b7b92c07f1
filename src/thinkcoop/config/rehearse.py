"""`thinkcoop rehearse`, given a real server for `--over-http`."""

from __future__ import annotations

import argparse
import contextlib
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import structlog

from thinkcoop.config.cards_command import NO_READ
from thinkcoop.config.compose import can_see
from thinkcoop.config.running import RunningServer, running
from thinkcoop.config.sayings import sayings
from thinkcoop.config.system import SystemClock
from thinkcoop.rehearsal import command
from thinkcoop.rehearsal.world import RehearsalClock, SeededChance
from thinkcoop.store.module_files import ModulesOnDisk

ERROR = 40


def rehearse(options: argparse.Namespace) -> int:
    """Let simulated people run through a module."""
    means = command.Means(
        server_for=temporary_server,
        today=SystemClock().today(),
        sayings=sayings,
        no_pictures="" if can_see() else NO_READ,
    )
    return command.rehearse(options.rest, means)


@contextlib.contextmanager
def temporary_server(
    clock: RehearsalClock, chance: SeededChance, shelf: ModulesOnDisk
) -> Iterator[RunningServer]:
    """A real server on a data folder that is gone at the end."""
    with (
        _only_errors(),
        tempfile.TemporaryDirectory(prefix="thinkcoop-") as folder,
        running(
            Path(folder), clock=clock, chance=chance, shelves=(shelf,), by_itself=False
        ) as server,
    ):
        yield server


@contextlib.contextmanager
def _only_errors() -> Iterator[None]:
    """A rehearsal's server does not write a journal; what goes wrong goes to stderr."""
    before = structlog.get_config()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(ERROR),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
    )
    try:
        yield
    finally:
        structlog.configure(**before)
