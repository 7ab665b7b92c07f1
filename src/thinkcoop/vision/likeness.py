"""How much what lies between four corners looks like one of the cards.

Nothing is cut into black and white: the light of each square is compared with the squares around
it, on a scale of ratios, so that half a card may lie in a shadow or in glare. All forty codes
differ in 14 squares at least, so even a blurred one is far nearer to its own than to any other.
The corners are moved a little as long as that makes the likeness greater.
"""

from __future__ import annotations

from typing import NamedTuple

import cv2
import numpy as np
from numpy.typing import NDArray

from thinkcoop.core.cards.codes import CODES, INNER, SQUARES, squares
from thinkcoop.vision.quads import Corners, sizes

Grey = NDArray[np.uint8]
Real = NDArray[np.float32]

WIDE = SQUARES + 2
"""Squares in a row with one of the white margin on each side."""
TURNS = 4
AROUND = 5
"""Squares in a row with which each is compared."""
WHITE, BLACK = 0.9, 0.12
"""What paper and ink throw back."""
DARKEST = 8.0
MOST_AT_ONCE = 100
"""Outlines whose points are looked up together: what that takes stays in the processor's cache."""
MOST_ROWS = 24
"""Rows of a product of matrices. With many more, what numpy multiplies with wakes a thread for each
processor, and they then wait for more at full speed: a third of all that a picture took."""
ROUNDS = 6
FIRST_STEP = 0.06
"""How far corners are moved at first, in sides of the marker."""


class Likeness(NamedTuple):
    """How much each outline looks like its best card. Arrays, one entry for each outline."""

    best: NDArray[np.intp]
    """Which pattern: quarter turn times forty, and the card's number less one."""
    whole: Real
    """Likeness of frame and code, up to 1."""
    code: Real
    """Likeness of the code alone."""
    lead: Real
    """By how much the code is nearer to its own than to the next."""
    wrong: NDArray[np.intp]
    """Squares of the code that are on the other side of grey, of 36."""
    framed: Real
    """Share of the frame's outer squares that are darker than the margin beside them."""
    contrast: Real
    """How much darker, as a logarithm: the middle one."""


def _patterns() -> Real:
    flat = np.array(
        [[[each == " " for each in row] for row in squares(n + 1)] for n in range(len(CODES))]
    )
    light = np.pad(flat, ((0, 0), (1, 1), (1, 1)), constant_values=True)
    ink = np.log(np.where(light, WHITE, BLACK)).astype(np.float32)
    return np.concatenate([np.rot90(ink, turn, (1, 2)) for turn in range(TURNS)])


def _against_around(light: Real) -> Real:
    """Each square less the mean of those around it."""
    edge = AROUND // 2
    wide = np.pad(light, ((0, 0), (edge, edge), (edge, edge)), mode="reflect")
    summed = np.pad(wide.cumsum(1).cumsum(2), ((0, 0), (1, 0), (1, 0)))
    upper = summed[:, AROUND:, AROUND:] - summed[:, :-AROUND, AROUND:]
    lower = summed[:, AROUND:, :-AROUND] - summed[:, :-AROUND, :-AROUND]
    return np.asarray(light - (upper - lower) / AROUND**2, np.float32)


def _level(light: Real) -> Real:
    """Each as a row whose mean is nought."""
    flat = light.reshape(len(light), -1)
    return np.asarray(flat - flat.mean(1, keepdims=True), np.float32)


def _unit(flat: Real) -> Real:
    """Each row made as long as one."""
    long = np.sqrt(np.einsum("ij,ij->i", flat, flat))[:, None]
    return np.asarray(flat / (long + np.float32(1e-6)), np.float32)


def _product(rows: Real, matrix: Real) -> Real:
    """What `rows @ matrix` is, in small parts."""
    done = np.empty((len(rows), matrix.shape[1]), np.float32)
    for at in range(0, len(rows), MOST_ROWS):
        np.matmul(rows[at : at + MOST_ROWS], matrix, out=done[at : at + MOST_ROWS])
    return done


FRAME = np.s_[:, 1 : WIDE - 1, 1 : WIDE - 1]
CODE = np.s_[:, 2 : WIDE - 2, 2 : WIDE - 2]
PATTERNS = _against_around(_patterns())
WHOLE_PATTERNS, CODE_PATTERNS = _unit(_level(PATTERNS[FRAME])), _unit(_level(PATTERNS[CODE]))
EACH_ALONE = _against_around(np.eye(WIDE**2, dtype=np.float32).reshape(-1, WIDE, WIDE))
TO_FRAME, TO_CODE = _level(EACH_ALONE[FRAME]), _level(EACH_ALONE[CODE])
"""Times these, the light of all squares becomes that of the frame with the code, or of the code,
each less the mean of those around it, and level: as all of that adds up, one product does it."""


def likeness(grey: Grey, corners: Corners) -> Likeness:
    """How much each outline looks like a card."""
    light = _light(grey, corners, fine=3)
    around = _against_around(light)
    whole, code = _likes(light, TO_FRAME, WHOLE_PATTERNS), _likes(light, TO_CODE, CODE_PATTERNS)
    best, every = whole.argmax(1), np.arange(len(corners))
    own = code[every, best].copy()
    code[every, best] = -1
    wrong = (around[CODE] > 0) != (PATTERNS[best][CODE] > 0)
    margin = _margin(light)
    return Likeness(
        best=best,
        whole=whole[every, best],
        code=own,
        lead=own - code.max(1),
        wrong=wrong.reshape(len(corners), INNER * INNER).sum(1),
        framed=(margin > 0.1).mean(1).astype(np.float32),
        contrast=np.median(margin, 1).astype(np.float32),
    )


def _margin(light: Real) -> Real:
    """By how much the white margin is lighter than the frame, square by square all round."""
    last, side = WIDE - 1, np.s_[1 : WIDE - 1]
    return np.concatenate(
        [
            light[:, 0, side] - light[:, 1, side],
            light[:, last, side] - light[:, last - 1, side],
            light[:, side, 0] - light[:, side, 1],
            light[:, side, last] - light[:, side, last - 1],
        ],
        axis=1,
    )


def first_glance(grey: Grey, corners: Corners) -> tuple[NDArray[np.intp], Real]:
    """The best pattern for each outline and its likeness, from one point a square: quick."""
    likeness_of = _whole(grey, corners, fine=1)
    return likeness_of.argmax(1), likeness_of.max(1)


def moved(grey: Grey, corners: Corners) -> Corners:
    """The corners, moved so that the likeness is greatest."""
    now, best = corners.copy(), _whole(grey, corners, fine=2).max(1)
    step = sizes(corners) * np.float32(FIRST_STEP)
    for _ in range(ROUNDS):
        tries = now[:, None] + MOVES * step[:, None, None, None]
        good = _whole(grey, tries.reshape(-1, 4, 2), fine=2).max(1).reshape(len(now), len(MOVES))
        gain = np.maximum(good - best[:, None], 0)
        weight = gain / (gain.max(1, keepdims=True) + 1e-9)
        all_of_them = (MOVES * weight[:, :, None, None]).sum(1) * step[:, None, None] * 0.7
        together = np.asarray(now + all_of_them, np.float32)
        reached = _whole(grey, together, fine=2).max(1)
        alone = tries[np.arange(len(now)), good.argmax(1)]
        further = np.where((reached > good.max(1))[:, None, None], together, alone)
        reached = np.maximum(reached, good.max(1))
        better = reached > best + 1e-4
        now = np.where(better[:, None, None], further, now).astype(np.float32)
        best = np.where(better, reached, best)
        step = np.where(better, step, step / 2)
    return now


MOVES = np.concatenate([np.eye(8), -np.eye(8)]).reshape(16, 4, 2).astype(np.float32)
"""Each corner a step to each side."""


def _whole(grey: Grey, corners: Corners, fine: int) -> Real:
    """Likeness of frame and code to each pattern."""
    return _likes(_light(grey, corners, fine=fine), TO_FRAME, WHOLE_PATTERNS)


def _likes(light: Real, to_part: Real, patterns: Real) -> Real:
    """How much that part of each outline's light is like each pattern: at most 1."""
    part = _product(light.reshape(len(light), -1), to_part)
    return _product(_unit(part), patterns.T)


def _light(grey: Grey, corners: Corners, *, fine: int) -> Real:
    """The light of each square as a logarithm, from `fine` times `fine` points within it."""
    parts = [
        _sampled(grey, corners[at : at + MOST_AT_ONCE], fine)
        for at in range(0, len(corners), MOST_AT_ONCE)
    ]
    whole = np.concatenate(parts) if parts else np.zeros((0, WIDE, WIDE), np.float32)
    return np.asarray(np.log(whole + np.float32(DARKEST)), np.float32)


def _sampled(grey: Grey, corners: Corners, fine: int) -> Real:
    spots = _lens(corners) @ POINTS[fine]
    flat = spots[:, :2] / spots[:, 2:]
    across, down = flat[:, 0], flat[:, 1]
    seen = cv2.remap(grey, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    squared = np.asarray(seen, np.uint8).reshape(len(corners), fine**2, WIDE, WIDE)
    return np.asarray(squared.mean(1, dtype=np.float32), np.float32)


def _points(fine: int) -> Real:
    """Where to look in a marker whose corners are those of a square with side 1.

    First one point in every square, then the next: so that the mean is one of whole rows.
    """
    within = np.linspace(0.25, 0.75, fine) if fine > 1 else np.array([0.5])
    along = ((np.arange(WIDE)[:, None] + within - 1) / SQUARES).T
    across = np.broadcast_to(along[None, :, None, :], (fine, fine, WIDE, WIDE)).ravel()
    down = np.broadcast_to(along[:, None, :, None], (fine, fine, WIDE, WIDE)).ravel()
    return np.stack([across, down, np.ones(across.size)]).astype(np.float32)


POINTS = {fine: _points(fine) for fine in (1, 2, 3)}


def _lens(corners: Corners) -> Real:
    """The perspective that lays a square with side 1 onto the four corners."""
    x, y = corners[..., 0], corners[..., 1]
    right_x, right_y = x[:, 1] - x[:, 2], y[:, 1] - y[:, 2]
    left_x, left_y = x[:, 3] - x[:, 2], y[:, 3] - y[:, 2]
    gap_x, gap_y = x[:, 0] - x[:, 1] + x[:, 2] - x[:, 3], y[:, 0] - y[:, 1] + y[:, 2] - y[:, 3]
    scale = right_x * left_y - left_x * right_y
    scale = np.where(np.abs(scale) < 1e-6, 1e-6, scale)
    far_x = (gap_x * left_y - left_x * gap_y) / scale
    far_y = (right_x * gap_y - gap_x * right_y) / scale
    rows = (
        (x[:, 1] - x[:, 0] + far_x * x[:, 1], x[:, 3] - x[:, 0] + far_y * x[:, 3], x[:, 0]),
        (y[:, 1] - y[:, 0] + far_x * y[:, 1], y[:, 3] - y[:, 0] + far_y * y[:, 3], y[:, 0]),
        (far_x, far_y, np.ones_like(far_x)),
    )
    return np.asarray(np.stack([np.stack(row, -1) for row in rows], 1), np.float32)
