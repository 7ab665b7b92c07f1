from __future__ import annotations

from itertools import combinations

import pytest

from thinkcoop.core.cards import CARDS
from thinkcoop.core.cards.codes import CODES, SQUARES, squares

Rows = tuple[str, ...]


def turned(rows: Rows) -> Rows:
    return tuple("".join(column) for column in zip(*reversed(rows), strict=True))


def four_turns(rows: Rows) -> list[Rows]:
    turns = [rows]
    for _ in range(3):
        turns.append(turned(turns[-1]))
    return turns


def differing(one: Rows, other: Rows) -> int:
    return sum(a != b for a, b in zip("".join(one), "".join(other), strict=True))


def test_every_card_has_a_marker_with_a_black_frame() -> None:
    for card in range(1, CARDS + 1):
        rows = squares(card)
        assert [len(row) for row in rows] == [SQUARES] * SQUARES
        edges = rows[0] + rows[-1] + "".join(row[0] + row[-1] for row in rows)
        assert set(edges) == {"#"}


def test_any_two_markers_differ_in_fourteen_squares_however_they_are_turned() -> None:
    pairs = combinations([squares(card) for card in range(1, CARDS + 1)], 2)
    assert min(differing(a, turn) for a, b in pairs for turn in four_turns(b)) == 14


def test_no_marker_looks_like_itself_when_it_is_turned() -> None:
    for card in range(1, CARDS + 1):
        rows, *others = four_turns(squares(card))
        assert min(differing(rows, turn) for turn in others) >= 12


@pytest.mark.parametrize("card", [0, len(CODES) + 1])
def test_a_number_that_no_card_has_is_refused(card: int) -> None:
    with pytest.raises(ValueError, match="there is no card"):
        squares(card)
