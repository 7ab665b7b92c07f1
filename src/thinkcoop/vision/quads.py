"""Four corners in a picture: how large, how square, and which way up.

Corners are an array of four points, x to the right and y down, clockwise as they are seen; the
first is the top left of the marker where that is known.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from thinkcoop.core.cards import Sign, sign_up

Corners = NDArray[np.float32]
"""Four points; or many times four."""

QUARTER = 90.0
NEAR_DIAGONAL = 12.0
"""Degrees. A card that is held so near to a corner does not say which side is up."""
MOST_SKEW = 0.35
"""How far the middles of the diagonals may lie apart, in sides: a card seen from aside has 0.1."""
MOST_OBLONG = 3.0


class Found(NamedTuple):
    """A marker that was recognised."""

    card: int
    corners: Corners


def areas(corners: Corners) -> NDArray[np.float32]:
    """How large each is, in points; negative where the corners run against the clock."""
    x, y = corners[..., 0], corners[..., 1]
    twice = x * np.roll(y, -1, -1) - y * np.roll(x, -1, -1)
    return np.asarray(twice.sum(-1) / 2, np.float32)


def sizes(corners: Corners) -> NDArray[np.float32]:
    """The side of a square that is as large."""
    return np.asarray(np.sqrt(np.abs(areas(corners))), np.float32)


def sides(corners: Corners) -> NDArray[np.float32]:
    """How long the four sides are."""
    return np.asarray(np.linalg.norm(corners - np.roll(corners, 1, -2), axis=-1), np.float32)


def are_cards(corners: Corners, least: float) -> NDArray[np.bool_]:
    """Which of them can be a card that somebody holds up: no trapezium, no stripe, not tiny."""
    long, skew = sides(corners), corners[..., 0, :] + corners[..., 2, :]
    skew = skew - corners[..., 1, :] - corners[..., 3, :]
    apart = np.linalg.norm(skew, axis=-1) / 2
    shortest, longest = long.min(-1), long.max(-1)
    good = (shortest > least) & (longest < MOST_OBLONG * shortest)
    return np.asarray(good & (apart < MOST_SKEW * sizes(corners)), np.bool_)


def sign_of(found: Found) -> Sign | None:
    """The sign that is up; None for a card that is held on a corner.

    Tilting a card turns its two axes against each other, so what counts is between them.
    """
    top_left, top_right, bottom_right, bottom_left = found.corners.astype(np.float64)
    up = top_left + top_right - bottom_left - bottom_right
    right = top_right + bottom_right - top_left - bottom_left
    along = up / (np.hypot(*up) or 1) + np.array((right[1], -right[0])) / (np.hypot(*right) or 1)
    turned = float(np.degrees(np.arctan2(along[0], -along[1])))
    turns = round(turned / QUARTER)
    if abs(turned - turns * QUARTER) > QUARTER / 2 - NEAR_DIAGONAL:
        return None
    return sign_up(found.card, turns)
