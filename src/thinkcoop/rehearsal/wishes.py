"""What was typed after `thinkcoop rehearse`, checked; every no is one plain sentence."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

from thinkcoop.core.words import MINUTE, Millis

START_MINUTE = 8 * 60 + 30
"""Every rehearsal starts at 08:30; the doors open half an hour before."""
LONGEST_MINUTES = 12 * 60
FEWEST, MOST = 4, 400
MOST_DEVICES = 40
MOST_SEED = 2**31 - 1


class NotUnderstood(Exception):
    """The command line cannot be meant; `plain` says why."""

    def __init__(self, plain: str) -> None:
        super().__init__(plain)
        self.plain = plain


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalWishes:
    """What is to be rehearsed, and how it is to be told."""

    module: str
    edition: str
    people: int
    seed: int
    lasts: Millis | None
    devices: int
    over_http: bool
    json: bool


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise NotUnderstood(f"{message[:1].upper()}{message[1:]}.")


def read_wishes(typed: Sequence[str]) -> RehearsalWishes:
    """Return what is wished. Raises NotUnderstood; `--help` prints and ends the program."""
    options = _parser().parse_args(typed)
    return RehearsalWishes(
        module=options.module,
        edition=options.edition,
        people=_within("--people", options.people, FEWEST, MOST),
        seed=_within("--seed", options.seed, 0, MOST_SEED),
        lasts=_lasts(options.end),
        devices=_within("--devices", options.devices, 0, MOST_DEVICES),
        over_http=options.over_http,
        json=options.json,
    )


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="thinkcoop rehearse",
        description="Let simulated people go through a whole day of a module, in no time.",
        epilog="Exit status: 0 all went well, 1 it did not, 2 not understood.",
    )
    parser.add_argument("module", metavar="MODULE", help="a module's name, or its folder")
    parser.add_argument("--edition", default="", help="default: the module's first")
    parser.add_argument("--people", type=int, default=25, metavar="N", help="4 to 400 (25)")
    parser.add_argument("--seed", type=int, default=1, metavar="S", help="same seed, same day (1)")
    parser.add_argument("--end", metavar="HH:MM", help="when it must be over; it starts at 08:30")
    parser.add_argument("--devices", type=int, default=0, metavar="N", help="tables with a device")
    parser.add_argument("--over-http", action="store_true", help="through a real server")
    parser.add_argument("--json", action="store_true", help="for other programs")
    return parser


def _within(name: str, number: int, least: int, most: int) -> int:
    if not least <= number <= most:
        raise NotUnderstood(f"{name} takes a number from {least} to {most}.")
    return number


def _lasts(end: str | None) -> Millis | None:
    """How long it is from the start to `end`."""
    if end is None:
        return None
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", end)
    if not found:
        raise NotUnderstood("--end takes a time of the day like 15:30.")
    minutes = int(found[1]) * 60 + int(found[2]) - START_MINUTE
    if not 0 < minutes <= LONGEST_MINUTES:
        raise NotUnderstood("--end must be after 08:30 and not later than 20:30.")
    return Millis(minutes * MINUTE)
