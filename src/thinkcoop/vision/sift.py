"""What of all that was found counts as a reading. In doubt a card is left out and asked again."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from thinkcoop.core.cards import Reading
from thinkcoop.vision.quads import Corners, Found, are_cards, sign_of, sizes

LEAST_SIDE = 6.0
SAME_PLACE = 0.5
"""In sides of the marker: two findings nearer than that are of one card."""


def sifted(found: Iterable[Found], roster: frozenset[int]) -> frozenset[Reading]:
    """The readings: one card at one place with one sign, and no other card at that place."""
    likely = [each for each in found if are_cards(each.corners, LEAST_SIDE)]
    if not likely:
        return frozenset()
    cards = np.array([each.card for each in likely])
    together = _together(np.stack([each.corners for each in likely]))
    certain: set[Reading] = set()
    for card in sorted(set(cards.tolist()) & roster):
        own, others = np.flatnonzero(cards == card), np.flatnonzero(cards != card)
        signs = {sign_of(likely[at]) for at in own}
        sign = next(iter(signs))
        one_place = together[own[0], own].all()
        alone = not together[np.ix_(own, others)].any()
        if len(signs) == 1 and sign is not None and one_place and alone:
            certain.add(Reading(card, sign))
    return frozenset(certain)


def _together(corners: Corners) -> NDArray[np.bool_]:
    """For each two findings, whether they lie on one another."""
    middles, reach = corners.mean(1), SAME_PLACE * sizes(corners)
    apart = np.linalg.norm(middles[:, None] - middles[None], axis=-1)
    return np.asarray(apart < np.maximum(reach[:, None], reach[None]), np.bool_)
