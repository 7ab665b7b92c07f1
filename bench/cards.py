"""How well answer cards are read in drawn photographs of rooms: `python -m bench.cards`.

The cards are those of our own kit (`thinkcoop cards sheet --png`). Everything comes from one seed.
`--quick` takes a minute or two, with few cards in each cell. Needs the extras `cards` and `print`.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from bench.card_rooms import (
    BACKGROUNDS,
    CONDITIONS,
    Chance,
    Condition,
    Grey,
    background,
    kit,
    photograph,
    shot,
)
from thinkcoop.config.cli import main as thinkcoop
from thinkcoop.core.cards import CARDS, Sighting, Sign, roster_of, seen_together
from thinkcoop.vision import read_cards

SIDES = (20, 24, 28, 32, 40, 48, 64)
QUICK_SIDES = (24, 32, 40, 48, 64)
WHOLE_PHOTO = (4000, 3000)
FEWEST = 25
SOME = 36
"""Where a card of the roster is missing, the picture is looked at in its whole size, too."""
ROSTER = roster_of(CARDS)


@dataclass(slots=True)
class Cell:
    """What was seen in the rooms of one condition and size."""

    held: int = 0
    right: int = 0
    held_twice: int = 0
    right_of_two: int = 0
    wrong: list[str] = field(default_factory=list)

    def told(self) -> str:
        """Share of cards read from one picture, and from two together."""
        return f"{_share(self.right, self.held)} {_share(self.right_of_two, self.held_twice)}"


def _share(right: int, of: int) -> str:
    return f"{100 * right / of:5.1f}" if of else "    -"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rooms", type=int, default=3, help="pairs of pictures in each cell")
    parser.add_argument("--free", type=int, default=120, help="pictures without cards")
    wishes = parser.parse_args()
    rooms, free = (1, 12) if wishes.quick else (wishes.rooms, wishes.free)
    with tempfile.TemporaryDirectory() as folder:
        assert thinkcoop(["cards", "sheet", "--png", folder]) == 0
        cards = kit(Path(folder))
    sides = QUICK_SIDES if wishes.quick else SIDES
    wrong = _grid(cards, sides, rooms, wishes.seed)
    wrong += _free(free, np.random.default_rng([wishes.seed, 1]))
    for held in (CARDS, SOME):
        some = {card: cards[card] for card in range(1, held + 1)}
        _times(some, 3 if wishes.quick else 12, np.random.default_rng([wishes.seed, 2]))
    return 1 if wrong else 0


def _grid(cards: dict[int, Grey], sides: tuple[int, ...], rooms: int, seed: int) -> int:
    """Print the table; returns how many readings were wrong."""
    print(
        "cards read of 100, from one picture and from two; across: side of the black square in px"
    )
    print("        " + "".join(f"{side:>13}" for side in sides))
    wrong: list[str] = []
    for condition in CONDITIONS:
        cells = []
        for side in sides:
            cell = Cell()
            for room in range(rooms):
                _pair(cell, cards, condition, side, np.random.default_rng([seed, side, room]))
            cells.append(cell)
            wrong += cell.wrong
        print(f"{condition.name:8}" + "".join(f"{cell.told():>13}" for cell in cells), flush=True)
    print(f"wrong readings: {len(wrong)} {' '.join(wrong)}")
    return len(wrong)


def _pair(
    cell: Cell, cards: dict[int, Grey], condition: Condition, side: int, chance: Chance
) -> None:
    """Two pictures of one room, in which everybody holds up the same sign twice."""
    people = int(chance.integers(FEWEST, CARDS + 1))
    shown = {n: cards[n] for n in sorted(int(c) for c in chance.permutation(CARDS)[:people] + 1)}
    signs = {card: int(chance.integers(4)) for card in shown}
    sightings = []
    truth: dict[int, Sign] = {}
    for _ in range(2):
        picture = photograph(shown, condition, side, chance, signs=signs)
        seen = read_cards(picture.jpeg, ROSTER)
        assert isinstance(seen, Sighting)
        sightings.append(seen)
        for reading in seen.readings:
            if picture.truth.get(reading.card) == reading.sign:
                cell.right += 1
            else:
                cell.wrong.append(f"{condition.name}/{side}:{reading.card}{reading.sign}")
        cell.held += people
        truth = picture.truth
    both = seen_together(sightings, ROSTER).seen
    cell.held_twice += people
    cell.right_of_two += sum(truth.get(card) == sign for card, sign in both.items())


def _free(count: int, chance: Chance) -> int:
    """Print how many cards were seen where there are none; returns that number."""
    seen: Counter[str] = Counter()
    for kind, condition in _kinds(count):
        room = background(1600, 1200, chance, kind)
        sighting = read_cards(shot(room, condition, chance), ROSTER)
        assert isinstance(sighting, Sighting)
        seen[kind or "mixed"] += len(sighting.readings)
    print(f"pictures without cards: {count}, cards seen in them: {seen.total()}")
    return seen.total()


def _kinds(count: int) -> Iterator[tuple[str, Condition]]:
    kinds = ("", *BACKGROUNDS)
    for at in range(count):
        yield kinds[at % len(kinds)], CONDITIONS[at % 4]


def _times(cards: dict[int, Grey], count: int, chance: Chance) -> None:
    """Print how long a picture of 12 megapixels takes: by the wall, and of the processor."""
    wall, work = [], []
    for at in range(count):
        side = (40, 64, 110)[at % 3]
        picture = photograph(cards, CONDITIONS[1], side, chance, size=WHOLE_PHOTO).jpeg
        began, worked = time.perf_counter(), time.process_time()
        read_cards(picture, ROSTER)
        wall.append(time.perf_counter() - began)
        work.append(time.process_time() - worked)
    for name, took in (("seconds", wall), ("processor", work)):
        told = f"median {statistics.median(took):.2f}, longest {max(took):.2f}"
        print(f"12 megapixels, {len(cards)} of {CARDS} cards, {name}: {told}")


if __name__ == "__main__":
    sys.exit(main())
