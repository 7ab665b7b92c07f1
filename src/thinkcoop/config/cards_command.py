"""`thinkcoop cards`: answer cards to print, and what photographs of them show.

Each half needs an extra of the package, and names it in a sentence where it is missing.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from rich.console import Console
from rich.table import Table

from thinkcoop.app.ports import CardReader
from thinkcoop.core.cards import (
    MOST_PICTURES,
    CardsSeen,
    Sighting,
    Unreadable,
    roster_of,
    seen_together,
)
from thinkcoop.core.paper.card_sheet import CardSheet, card_sheet
from thinkcoop.web.phrases_cards import UNREADABLE

PRINT = ("fontpkg", "fontpkg_noto_sans", "PIL", "typst")
READ = ("cv2", "numpy", "PIL")
NO_PRINT = "This machine makes no PDF. This adds it: python -m pip install 'thinkcoop[print]'"
NO_READ = (
    "This machine cannot read cards in pictures. "
    "This adds it: python -m pip install 'thinkcoop[cards]'"
)
LARGEST = 25_000_001
"""So many bytes of a file are read: one more than any picture may have."""


def sheet(options: argparse.Namespace) -> int:
    """Write cards as a PDF, or one picture a card. Returns 0, 1 without the extra, 2 for a no."""
    if options.out is None and options.png is None:
        print("Say where to: --out FILE for a PDF, --png DIR for pictures.", file=sys.stderr)
        return 2
    if not _has(PRINT):
        print(NO_PRINT, file=sys.stderr)
        return 1
    made = card_sheet(options.people, two=options.two, grey=options.grey)
    try:
        if options.out is not None:
            options.out.write_bytes(_pdf(made, options.lang))
            print(f"Cards written to {options.out}: {len(made.cards)}")
        if options.png is not None:
            print(f"Pictures written to {options.png}: {_pictures(made, options.png)}")
    except OSError as trouble:
        print(f"Cannot write to {trouble.filename}: {trouble.strerror}.", file=sys.stderr)
        return 1
    return 0


def _pdf(made: CardSheet, language: str) -> bytes:
    from thinkcoop.press.cards import pdf_of_cards  # noqa: PLC0415 - large, and not everywhere
    from thinkcoop.web.pictures import Pictures, picture_folders  # noqa: PLC0415 - as above

    pictures = Pictures(*picture_folders(None))
    return pdf_of_cards(made, lambda name: str(pictures.svg(name)), language=language)


def _pictures(made: CardSheet, folder: Path) -> int:
    from thinkcoop.press.cards import pictures_of_cards  # noqa: PLC0415 - as above

    folder.mkdir(parents=True, exist_ok=True)
    pictures = pictures_of_cards(made)
    for number, png in pictures.items():
        (folder / f"card-{number:02}.png").write_bytes(png)
    return len(pictures)


def read(options: argparse.Namespace) -> int:
    """Print what photographs show together. Returns 0, or 1 when none of them could be read."""
    if len(options.photos) > MOST_PICTURES:
        print(f"Give {MOST_PICTURES} pictures or fewer.", file=sys.stderr)
        return 2
    if not _has(READ):
        print(NO_READ, file=sys.stderr)
        return 1
    from thinkcoop.vision import read_cards  # noqa: PLC0415 - large, and not everywhere

    roster = roster_of(options.people)
    sightings = list(_sightings(options.photos, roster, read_cards))
    if not sightings:
        return 1
    pixels = sum(sighting.pixels for sighting in sightings)
    _tell(seen_together(sightings, roster), roster, pixels, as_json=options.json)
    return 0


def _sightings(
    photos: list[Path], roster: frozenset[int], reader: CardReader
) -> Iterator[Sighting]:
    for photo in photos:
        try:
            with photo.open("rb") as file:
                seen = reader(file.read(LARGEST), roster)
        except OSError as trouble:
            print(f"{photo}: {trouble.strerror}.", file=sys.stderr)
            continue
        if isinstance(seen, Unreadable):
            print(f"{photo}: {UNREADABLE[seen]}", file=sys.stderr)
        else:
            yield seen


def _tell(seen: CardsSeen, roster: frozenset[int], pixels: int, *, as_json: bool) -> None:
    if as_json:
        signs = {str(card): sign for card, sign in seen.seen.items()}
        print(json.dumps({"seen": signs, "disagree": list(seen.disagree), "pixels": pixels}))
        return
    table = Table("card", "sign", box=None)
    for card, sign in seen.seen.items():
        table.add_row(str(card), sign)
    Console().print(table)
    print(f"Seen: {len(seen.seen)} of {len(roster)}")
    if seen.disagree:
        print(f"Pictures disagree about: {_numbers(seen.disagree)}")
    unseen = tuple(card for card in seen.missing(roster) if card not in seen.disagree)
    if unseen:
        print(f"Not seen: {_numbers(unseen)}")


def _numbers(cards: tuple[int, ...]) -> str:
    return ", ".join(map(str, cards))


def _has(packages: tuple[str, ...]) -> bool:
    """Whether an extra is installed. Looks, and loads nothing."""
    return all(find_spec(name) is not None for name in packages)
