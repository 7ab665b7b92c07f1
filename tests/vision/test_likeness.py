from __future__ import annotations

import numpy as np
import pytest

from tests.vision.drawn import MARGIN, POINTS, card_picture
from thinkcoop.core.cards import CARDS
from thinkcoop.core.cards.codes import SQUARES
from thinkcoop.vision.likeness import MOST_AT_ONCE, MOST_ROWS, first_glance, likeness
from thinkcoop.vision.quads import Corners

LEFT, RIGHT = MARGIN - 0.5, MARGIN + SQUARES * POINTS - 0.5
MARKER = np.array([[LEFT, LEFT], [RIGHT, LEFT], [RIGHT, RIGHT], [LEFT, RIGHT]], np.float32)
FIVE_AND_A_HALF_PARTS = 5 * MOST_AT_ONCE + MOST_ROWS // 2


def strayed(many: int) -> Corners:
    """The outline of a card in its picture, each time a little beside it."""
    chance = np.random.default_rng(3)
    return (MARKER + chance.normal(0, POINTS, (many, 4, 2))).astype(np.float32)


@pytest.mark.parametrize("turn", range(4))
@pytest.mark.parametrize("card", [1, 17, CARDS])
def test_the_outline_of_a_card_is_like_its_own_pattern_and_no_other(card: int, turn: int) -> None:
    corners, pattern = np.roll(MARKER, -turn, 0)[None], turn * CARDS + card - 1
    seen = likeness(card_picture(card), corners)
    glance, _ = first_glance(card_picture(card), corners)
    assert (seen.best.tolist(), glance.tolist()) == ([pattern], [pattern])
    assert (seen.wrong.tolist(), seen.framed.tolist()) == ([0], [1.0])
    assert (seen.whole.round(3).tolist(), seen.code.round(3).tolist()) == ([1.0], [1.0])


def test_many_outlines_together_are_as_like_as_each_alone() -> None:
    picture, many = card_picture(7), strayed(FIVE_AND_A_HALF_PARTS)
    together, glance = likeness(picture, many), first_glance(picture, many)[1]
    for at in range(0, len(many), 11):
        alone = likeness(picture, many[at : at + 1])
        assert together.whole[at] == pytest.approx(float(alone.whole[0]), abs=1e-5)
        assert together.code[at] == pytest.approx(float(alone.code[0]), abs=1e-5)
        alone_at_a_glance = first_glance(picture, many[at : at + 1])[1]
        assert glance[at] == pytest.approx(float(alone_at_a_glance[0]), abs=1e-5)
