"""What was typed after `thinkcoop rehearse`, checked; every no is one plain sentence."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass

from thinkcoop.app.command_line import MOST_SEED, NotUnderstood, Parser, within
from thinkcoop.core.words import MINUTE, Millis

START_MINUTE = 8 * 60 + 30
"""Every rehearsal starts at 08:30; the doors open half an hour before."""
LONGEST_MINUTES = 12 * 60
FEWEST, MOST = 4, 400
MOST_DEVICES = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalWishes:
    """What is to be rehearsed, and how it is to be told."""

    module: str
    edition: str
    people: int
    seed: int
    lasts: Millis | None
    devices: int
    cards: int
    over_http: bool
    json: bool


def read_wishes(typed: Sequence[str]) -> RehearsalWishes:
    """Return what is wished. Raises NotUnderstood; `--help` prints and ends the program."""
    options = _parser().parse_args(typed)
    people = within("--people", options.people, FEWEST, MOST)
    return RehearsalWishes(
        module=options.module,
        edition=options.edition,
        people=people,
        seed=within("--seed", options.seed, 0, MOST_SEED),
        lasts=_lasts(options.end),
        devices=within("--devices", options.devices, 0, MOST_DEVICES),
        cards=within("--cards", options.cards, 0, people),
        over_http=options.over_http,
        json=options.json,
    )


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="thinkcoop rehearse",
        description="Let simulated people go through a whole day of a module, in no time.",
        epilog="Exit status: 0 all went well, 1 it did not, 2 not understood.",
    )
    parser.add_argument("module", metavar="MODULE", help="a module's name, or its folder")
    parser.add_argument("--edition", default="", help="default: the module's first")
    parser.add_argument("--people", default="25", metavar="N", help="4 to 400 (25)")
    parser.add_argument("--seed", default="1", metavar="S", help="same seed, same day (1)")
    parser.add_argument("--end", metavar="HH:MM", help="when it must be over; it starts at 08:30")
    parser.add_argument("--devices", default="0", metavar="N", help="tables with a device")
    parser.add_argument("--cards", default="0", metavar="N", help="people with a card")
    parser.add_argument("--over-http", action="store_true", help="through a real server")
    parser.add_argument("--json", action="store_true", help="for other programs")
    return parser


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
