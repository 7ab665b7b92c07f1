"""Outlines that may be a marker, also where a finger lies over the frame or a shadow cuts it.

An outline of something dark is made straight piece by piece. Any four pieces in a row that could be
the sides of a square give four corners where they meet: so a side may be broken, and what hangs on
it may be of any shape. Most of what is found is nothing; `likeness.py` says what is.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

from thinkcoop.vision.quads import Corners, are_cards, areas, sides

Grey = NDArray[np.uint8]
Real = NDArray[np.float32]

LEAST_SIDE = 10.0
SHORTEST_OUTLINE = 36
STRAIGHT = (1.5, 3.0)
"""How far, in points, an outline may stray from straight pieces; the second for long ones."""
LONG_OUTLINE = 120
SHORTEST_PIECE = 5.0
SQUARE_ENOUGH = 0.4
"""Sine of the angle at which two sides meet."""
SHORTEST_COVER, USUAL_COVER, LONGEST_COVER = 0.12, 0.45, 1.3
"""How much of a side is there as a straight piece: the worst of four, the third, the best."""
APART = 1.5
"""Outlines whose corners are nearer than that are one."""
DARKEST = 12.0


def evened(grey: Grey) -> Grey:
    """The picture with dark places brought out: equal ratios of light become equal steps."""
    steps = np.log(np.arange(256) + DARKEST)
    steps = (steps - steps[0]) / (steps[-1] - steps[0]) * 255
    return np.asarray(cv2.LUT(grey, steps.astype(np.uint8)), np.uint8)


def outlines(picture: Grey, windows: tuple[int, ...], least_step: int) -> Corners:
    """Four corners each. `least_step` is how much darker than around it something must be."""
    bent: list[Real] = []
    for window in windows:
        dark = cv2.adaptiveThreshold(
            picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, least_step
        )
        bent.extend(_bends(np.asarray(dark, np.uint8)))
    return _meeting(*_four_in_a_row(bent)) if bent else np.zeros((0, 4, 2), np.float32)


def _bends(dark: Grey) -> Iterator[Real]:
    """Where each outline bends, when it is made of straight pieces."""
    found, _ = cv2.findContours(_large(dark), cv2.RETR_LIST, cv2.CHAIN_APPROX_NONE)
    for outline in found:
        if len(outline) < SHORTEST_OUTLINE:
            continue
        for stray in STRAIGHT if len(outline) > LONG_OUTLINE else STRAIGHT[:1]:
            bends = cv2.approxPolyDP(outline, stray, True)  # noqa: FBT003 - it takes no name
            if len(bends) >= 4:
                yield bends[:, 0].astype(np.float32)


def _large(dark: Grey) -> Grey:
    """Only what is dark and as wide and high as a marker: the rest is noise, and there is much."""
    _, labels, measures, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    wide, high = measures[:, cv2.CC_STAT_WIDTH], measures[:, cv2.CC_STAT_HEIGHT]
    kept = ((wide >= LEAST_SIDE) & (high >= LEAST_SIDE)).astype(np.uint8)
    kept[0] = 0
    return np.asarray(kept[labels], np.uint8)


def _four_in_a_row(bent: list[Real]) -> tuple[Real, Real]:
    """Where pieces start and where they lead, four by four, round each outline."""
    counts = np.array([len(bends) for bends in bent])
    bends = np.concatenate(bent).astype(np.float32)
    piece = np.concatenate([bends[1:], bends[:1]]) - bends
    last = counts.cumsum() - 1
    piece[last] = bends[last - counts + 1] - bends[last]
    long = np.flatnonzero(np.hypot(piece[:, 0], piece[:, 1]) >= SHORTEST_PIECE)
    whose = np.repeat(np.arange(len(counts)), counts)[long]
    has = np.bincount(whose, minlength=len(counts))
    begins = np.concatenate([[0], has.cumsum()[:-1]])[whose]
    at, has = np.arange(len(long)) - begins, has[whose]
    first = (has >= 4) & ((has > 4) | (at == 0))  # with four pieces there is one way round
    turn = (at[first, None] + np.arange(4)) % has[first, None]
    four = long[begins[first, None] + turn]
    return bends[four], piece[four]


def _meeting(start: Real, piece: Real) -> Corners:
    """Where each of four pieces, made longer, meets the next: if these are corners of a card."""
    following, lead = np.roll(start, -1, 1), np.roll(piece, -1, 1)
    across = piece[..., 0] * lead[..., 1] - piece[..., 1] * lead[..., 0]
    long = np.hypot(piece[..., 0], piece[..., 1])
    turns = np.sign(across)
    bent = (np.abs(across) > SQUARE_ENOUGH * long * np.roll(long, -1, 1)).all(1)
    round_ = bent & (turns == turns[:, :1]).all(1)
    start, piece, following, lead = start[round_], piece[round_], following[round_], lead[round_]
    gap = following - start
    far = (gap[..., 0] * lead[..., 1] - gap[..., 1] * lead[..., 0]) / across[round_]
    corners = np.asarray(start + far[..., None] * piece, np.float32)
    cover = np.sort(long[round_] / np.maximum(sides(corners), 1e-6), 1)
    whole = (cover[:, 0] > SHORTEST_COVER) & (cover[:, 2] > USUAL_COVER)
    good = whole & (cover[:, 3] < LONGEST_COVER) & are_cards(corners, LEAST_SIDE)
    return clockwise(corners[good])


def clockwise(corners: Corners) -> Corners:
    """The same, each running with the clock; those that are as good as equal only once."""
    if not len(corners):
        return corners
    against = (areas(corners) < 0)[:, None, None]
    corners = np.where(against, corners[:, ::-1], corners).astype(np.float32)
    rough = np.round(corners / APART).astype(np.int32).reshape(len(corners), 8)
    _, once = np.unique(rough, axis=0, return_index=True)
    return corners[once]
