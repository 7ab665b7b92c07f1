"""Where in a picture which card is: outlines that may be one, and those that surely are.

A likeness is believed only where everything agrees. The limits stand above whatever was seen in
pictures without cards (`bench/cards.py`, `docs/decisions/0022-answer-cards.md`).
"""

from __future__ import annotations

from collections import Counter

import cv2
import numpy as np
from numpy.typing import NDArray

from thinkcoop.core.cards import CARDS
from thinkcoop.vision.likeness import Likeness, first_glance, likeness, moved
from thinkcoop.vision.outlines import evened, outlines
from thinkcoop.vision.quads import Corners, Found, are_cards, sizes

Grey = NDArray[np.uint8]

WINDOWS, WINDOWS_OF_LARGE = (9, 21), (11,)
"""Points. Neighbourhoods in which dark and light are told apart; one is enough in a photograph, as
near cards were found in half its size."""
LARGE = 6_000_000
LEAST_STEP = 9
SOFTER = 0.7
LEAST_GLANCE = 0.45
TRIES = 3
"""Outlines for each card that are looked at closely."""
LEAST_SIDE = 14.0
"""Points. A smaller outline has so few that a likeness may be chance."""


def search(grey: Grey, wanted: frozenset[int]) -> list[Found]:
    """The wanted cards that are surely there; one may be found more than once."""
    windows = WINDOWS if grey.size < LARGE else WINDOWS_OF_LARGE
    chosen = _promising(grey, outlines(evened(_soft(grey)), windows, LEAST_STEP), wanted)
    if not len(chosen):
        return []
    chosen = moved(grey, chosen)
    like = likeness(grey, chosen)
    sure = _sure(like) & (sizes(chosen) >= LEAST_SIDE) & are_cards(chosen, LEAST_SIDE / 2)
    return [
        Found(int(like.best[at]) % CARDS + 1, np.roll(chosen[at], int(like.best[at]) // CARDS, 0))
        for at in np.flatnonzero(sure)
    ]


def _soft(grey: Grey) -> Grey:
    return np.asarray(cv2.GaussianBlur(grey, (0, 0), SOFTER), np.uint8)


def _promising(grey: Grey, corners: Corners, wanted: frozenset[int]) -> Corners:
    """For each wanted card the few outlines that look most like it."""
    if not len(corners):
        return corners
    best, like = first_glance(grey, corners)
    tried: Counter[int] = Counter()
    chosen: list[int] = []
    for at in np.argsort(-like, kind="stable"):
        card = int(best[at]) % CARDS + 1
        if like[at] < LEAST_GLANCE:
            break
        if card in wanted and tried[card] < TRIES:
            tried[card] += 1
            chosen.append(int(at))
    return corners[chosen]


def _sure(like: Likeness) -> NDArray[np.bool_]:
    """Two ways to be sure: nearly every square is right, or the likeness is great all round."""
    alike = like.whole + like.code
    sharp = (like.wrong <= 2) & (alike > 1.4) & (like.lead > 0.2)
    sharp &= (like.framed >= 0.75) & (like.contrast > 0.3)
    round_ = (like.wrong <= 4) & (alike > 1.62) & (like.lead > 0.25)
    round_ &= (like.framed >= 0.9) & (like.contrast > 0.45)
    return np.asarray(sharp | round_, np.bool_)
