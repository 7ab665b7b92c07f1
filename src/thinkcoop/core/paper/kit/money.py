"""What is cut out for the games: play money, coins, numbers to draw, cards that are dealt."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.games.accident_fund import AccidentFund
from thinkcoop.core.games.base import GameRules
from thinkcoop.core.games.buying_together import BuyingTogether
from thinkcoop.core.games.common_pot import CommonPot
from thinkcoop.core.games.lots import dealt
from thinkcoop.core.games.sharing_out import SharingOut
from thinkcoop.core.games.who_decides import WhoDecides
from thinkcoop.core.paper.kit.pieces import Gallery, Leaf, Line, Notes, Printed
from thinkcoop.core.paper.kit.wishes import KitFor
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import Choice, Words, phrase

RIEL = (500, 1_000, 2_000, 5_000, 10_000)
"""The notes that the games need; a real note of 10,000 riel is about two and a half dollars."""
NOTES_ON_A_PAGE, COINS_ON_A_PAGE, SIDES = 10, 48, 6
ACROSS = 2
TROUBLES: tuple[tuple[K, str], ...] = (
    (K.BUY_NOT_PAID, "unpaid"),
    (K.BUY_MELTED, "melted-ice"),
    (K.BUY_LATE, "collector-late"),
)


def money(kit: KitFor) -> Printed | None:
    """All that must be cut out for the games of this edition; None when it has no game."""
    rules = tuple(rounds[0].rules for rounds in kit.program.games.values())
    leaves = tuple(_leaves(rules))
    if not leaves:
        return None
    title = phrase(K.MONEY)
    return Printed(name="money", title=title, leaves=leaves, copies=kit.tables)


def _leaves(rules: tuple[GameRules, ...]) -> Iterator[Leaf]:
    play = phrase(K.PLAY_MONEY)
    if any(not isinstance(each, CommonPot | AccidentFund) for each in rules):
        for value in RIEL:
            yield _notes(Notes(value=value, unit="riel", count=NOTES_ON_A_PAGE, text=play))
    if any(isinstance(each, AccidentFund) for each in rules):
        yield _notes(Notes(value=1, unit="coins", count=COINS_ON_A_PAGE, text=play))
        yield _notes(Notes(value=SIDES, unit="lots", count=SIDES, text=play))
    for each in rules:
        match each:
            case BuyingTogether():
                yield _cards(_troubles())
            case SharingOut():
                yield _cards(_characters(each), phrase(K.SHARE_FIRST_CARDS))
            case WhoDecides():
                yield _cards(_parts(each), phrase(K.SHARE_FIRST_CARDS))
            case _:
                continue


def _notes(notes: Notes) -> Leaf:
    return Leaf(pieces=(notes,))


def _cards(choices: tuple[Choice, ...], note: Words | None = None) -> Leaf:
    gallery = Gallery(choices=choices, across=ACROSS, look="cut")
    said = (Line(text=note, look="quiet"),) if note is not None else ()
    return Leaf(pieces=(*said, gallery))


def _troubles() -> tuple[Choice, ...]:
    return tuple(
        Choice(value=at, text=phrase(key), picture=picture)
        for at, (key, picture) in enumerate(TROUBLES)
    )


def _characters(rules: SharingOut) -> tuple[Choice, ...]:
    """In the order in which they are dealt: a small table takes the first ones."""
    return tuple(
        Choice(
            value=number,
            text=phrase(K.SHARE_CARD, uses=rules.uses[at], shares=rules.shares[at]),
            picture="ice-block",
            more=phrase(K.SHARE_NUMBER, number=number),
        )
        for number, at in enumerate(dealt(len(rules.uses), len(rules.uses)), 1)
    )


def _parts(rules: WhoDecides) -> tuple[Choice, ...]:
    count = len(rules.money)
    people = tuple(
        Choice(
            value=number,
            text=phrase(K.DECIDE_CARD, parts=rules.money[at]),
            picture="put-in-share",
            more=phrase(K.SHARE_NUMBER, number=number),
        )
        for number, at in enumerate(dealt(count, count), 1)
    )
    boss = Choice(value=count + 1, text=phrase(K.DECIDE_BOSS), picture="boss")
    return (*people, boss)
