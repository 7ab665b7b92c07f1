"""`thinkcoop game`: what a game's rules lead to, without a room. Every no is one plain sentence."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from thinkcoop.app.acts import whole_number
from thinkcoop.app.command_line import MOST_SEED, NotUnderstood, Parser, short, within
from thinkcoop.core.games import GAMES
from thinkcoop.core.games.base import Figures, GameRules
from thinkcoop.core.games.parameters import parameters, with_parameters
from thinkcoop.core.module.places import Plain
from thinkcoop.core.module.yaml_text import read_yaml

FEWEST_RUNS, MOST_RUNS = 2, 1_000_000
MOST_MOVES = 50_000_000
"""So many moves may be simulated: minutes on a slow machine, not hours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GameWishes:
    """Which game with which parameters, and how often it is simulated where it must be."""

    rules: GameRules
    runs: int
    seed: int
    json: bool


def game(options: argparse.Namespace) -> int:
    """Print the figures of a game. Returns 0, or 2 when it was not understood."""
    try:
        wishes = read_wishes(options.rest)
    except NotUnderstood as no:
        print(no.plain, file=sys.stderr)
        return 2
    figures = wishes.rules.figures(wishes.runs, wishes.seed)
    name = wishes.rules.name
    if wishes.json:
        told = {"game": name, "runs": wishes.runs, "seed": wishes.seed, **figures}
        print(json.dumps(told, indent=2, ensure_ascii=False))
    else:
        print(f"{name}, {wishes.runs} runs, seed {wishes.seed}")
        print("\n".join(_lines(figures)))
    return 0


def read_wishes(typed: Sequence[str]) -> GameWishes:
    """Return what is wished. Raises NotUnderstood; `--help` prints and ends the program."""
    options = _parser().parse_args(typed)
    if options.name not in GAMES:
        names = ", ".join(GAMES)
        known = f"There is no game {short(options.name)}" if options.name else "Say which game"
        raise NotUnderstood(f"{known}; there is: {names}.")
    rules = _rules(GAMES[options.name], options.set)
    return GameWishes(
        rules=rules,
        runs=_runs(rules, options.runs),
        seed=within("--seed", options.seed, 0, MOST_SEED),
        json=options.json,
    )


def _runs(rules: GameRules, text: str) -> int:
    """How often it is simulated; a no that says how often it may be."""
    runs = within("--runs", text, FEWEST_RUNS, MOST_RUNS)
    moves = rules.simulated_moves(runs)
    if moves > MOST_MOVES:
        fewer = max(FEWEST_RUNS, MOST_MOVES * runs // moves)
        raise NotUnderstood(
            f"--runs {runs} would simulate {moves:,} moves of players, and {MOST_MOVES:,} is the "
            f"most; with these parameters take {fewer} or fewer."
        )
    return runs


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="thinkcoop game",
        description="What a game's rules lead to: exactly, or from simulated games.",
        epilog="Exit status: 0 all went well, 2 not understood. See docs/methods/games.md.",
    )
    parser.add_argument("name", nargs="?", metavar="NAME", help=", ".join(GAMES))
    parser.add_argument("--runs", default="20000", metavar="N", help="simulated games (20000)")
    parser.add_argument("--seed", default="1", metavar="S", help="same seed, same figures (1)")
    parser.add_argument(
        "--set",
        action="append",
        default=[],
        metavar="KEY=VALUE",
        help="any parameter of the game, as in a module file; may be repeated",
    )
    parser.add_argument("--json", action="store_true", help="for other programs")
    return parser


# ------------------------------------------------------------------------------- the parameters


def _rules(kind: type[GameRules], settings: Iterable[str]) -> GameRules:
    """The game with these parameters, or a sentence that names what is allowed."""
    known = parameters(kind)
    numbers: dict[str, Plain] = {}
    for each in settings:
        key, equals, value = each.partition("=")
        if not equals:
            raise NotUnderstood("--set takes KEY=VALUE, like players=5.")
        if key not in known:
            keys = ", ".join(known)
            raise NotUnderstood(f"{kind.name} has no parameter {short(key)}; it has: {keys}.")
        if key in numbers:
            raise NotUnderstood(f"{key} is set twice.")
        numbers[key] = _value(value)
    rules = with_parameters(kind, numbers)
    if isinstance(rules, str):
        raise NotUnderstood(rules)
    return rules


def _value(text: str) -> Plain:
    """A number in any digits; else what a module file could say; else just words."""
    number = whole_number(text)
    if number is not None:
        return number
    sheet, mistakes = read_yaml("--set", text)
    return text if sheet is None or mistakes else _with_any_digits(sheet.value)


def _with_any_digits(value: Plain) -> Plain:
    if isinstance(value, list):
        return [_with_any_digits(each) for each in value]
    if isinstance(value, dict):
        return {key: _with_any_digits(each) for key, each in value.items()}
    number = whole_number(value) if isinstance(value, str) else None
    return value if number is None else number


# ---------------------------------------------------------------------------------- what is said


def _lines(figures: Figures) -> Iterable[str]:
    width = max(map(len, figures))
    for name, value in figures.items():
        told = f"{value:,}" if isinstance(value, int) else f"{value:,.4f}"
        yield f"  {name.ljust(width)}  {told:>12}"
