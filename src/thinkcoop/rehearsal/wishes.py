"""What was typed after `thinkcoop rehearse`, checked; every no is one plain sentence."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from dataclasses import dataclass

from thinkcoop.app.command_line import MOST_SEED, NotUnderstood, Parser, within
from thinkcoop.core.cards import CARDS
from thinkcoop.core.words import MINUTE, Millis
from thinkcoop.rehearsal.people import Ways

START_MINUTE = 8 * 60 + 30
"""Every rehearsal starts at 08:30; the doors open half an hour before."""
LONGEST_MINUTES = 12 * 60
FEWEST, MOST = 4, 400
MOST_DEVICES = 40
ALL = "all"
MIXED = "mixed"


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalWishes:
    """What is to be rehearsed, and how it is to be told."""

    module: str
    edition: str
    people: int
    seed: int
    lasts: Millis | None
    ways: Ways
    language: str
    """Empty: the module's first; `mixed`: everyone with a phone chooses."""
    pictures: bool
    over_http: bool
    json: bool


def read_wishes(typed: Sequence[str]) -> RehearsalWishes:
    """Return what is wished. Raises NotUnderstood; `--help` prints and ends the program."""
    options = _parser().parse_args(typed)
    people = within("--people", options.people, FEWEST, MOST)
    if options.pictures and not options.over_http:
        raise NotUnderstood("--pictures is only for --over-http.")
    return RehearsalWishes(
        module=options.module,
        edition=options.edition,
        people=people,
        seed=within("--seed", options.seed, 0, MOST_SEED),
        lasts=_lasts(options.end),
        ways=_ways(options, people),
        language=options.language,
        pictures=options.pictures,
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
    parser.add_argument("--devices", default="0", metavar="N", help="tables with a device, or all")
    parser.add_argument("--cards", default="0", metavar="N", help="people with a card")
    parser.add_argument("--by-hand", action="store_true", help="cards are read without a camera")
    parser.add_argument("--paper", default="0", metavar="N", help="people with slips of paper")
    parser.add_argument("--language", default="", metavar="CODE", help="of the room, or mixed")
    parser.add_argument("--pictures", action="store_true", help="over http: drawn pictures")
    parser.add_argument("--over-http", action="store_true", help="through a real server")
    parser.add_argument("--json", action="store_true", help="for other programs")
    return parser


def _ways(options: argparse.Namespace, people: int) -> Ways:
    """How the people take part. Cards, as a camera reads them, are forty different ones."""
    most = people if options.by_hand else min(people, CARDS)
    cards = within("--cards", options.cards, 0, most)
    every = options.devices == ALL
    return Ways(
        devices=0 if every else within("--devices", options.devices, 0, MOST_DEVICES),
        at_every_table=every,
        cards=cards,
        paper=within("--paper", options.paper, 0, people - cards),
        by_hand=options.by_hand,
    )


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
