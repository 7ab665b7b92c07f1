"""Drawn photographs of rooms in which people hold up answer cards, with what is true of each.

Everything that spoils a reading is drawn: turned and tilted cards, uneven light, hard shadows,
fingers, glare, blur, a shaken hand, noise, the losses of JPEG, and backgrounds full of dark squares
and heads. Grey pictures only: reading uses nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from thinkcoop.core.cards import CARDS, Sign, sign_up

Grey = NDArray[np.uint8]
Real = NDArray[np.float32]
Chance = np.random.Generator

FACE, MARKER = 840, 520
"""Points of the pictures that `cards sheet --png` makes: whole, and the black square in it."""
FINER = 3
"""Cards are drawn so many times larger and then made smaller, as a lens does it."""
ROLL, TILT = 22.0, 40.0
DISTANCE = 9.0
"""From eye to card, in sides of the card: a nearer one would look more like a trapezium."""
SHADOWED = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class Condition:
    """What the camera, the light and the hands do."""

    name: str
    blur: float
    noise: float
    quality: int
    motion: float = 0.0
    """Points by which the hand shook."""
    touched: bool = False
    """Whether a finger lies over the edge of the black frame of every card."""
    glare: bool = False


CONDITIONS = (
    Condition(name="good", blur=0.7, noise=4, quality=85),
    Condition(name="avg", blur=1.2, noise=7, quality=75),
    Condition(name="poor", blur=1.2, noise=9, quality=60, motion=3),
    Condition(name="shake", blur=1.2, noise=7, quality=75, motion=6),
    Condition(name="touch", blur=1.2, noise=7, quality=75, touched=True),
    Condition(name="glare", blur=1.2, noise=7, quality=75, glare=True),
)
BACKGROUNDS = ("heads", "checks", "bricks", "text", "cloth", "leaves")


@dataclass(frozen=True, slots=True, kw_only=True)
class Photograph:
    """A picture as a phone would send it, and the signs that are held up in it."""

    jpeg: bytes
    truth: dict[int, Sign]
    places: dict[int, tuple[float, float]]
    """Where the middle of each card is, in points."""


def kit(folder: Path) -> dict[int, Grey]:
    """The pictures of all cards, by number."""
    found: dict[int, Grey] = {}
    for card in range(1, CARDS + 1):
        read = cv2.imread(str(folder / f"card-{card:02}.png"), cv2.IMREAD_GRAYSCALE)
        assert read is not None, card
        assert read.shape == (FACE, FACE), card
        found[card] = np.asarray(read, np.uint8)
    return found


def photograph(
    cards: dict[int, Grey],
    condition: Condition,
    side: int,
    chance: Chance,
    *,
    signs: dict[int, int] | None = None,
    size: tuple[int, int] | None = None,
) -> Photograph:
    """A room with these cards. `side` is that of the black square in points, held straight.

    `signs` are quarter turns by card, drawn when left out; `size` is width and height, as large as
    needed when left out.
    """
    numbers = [int(each) for each in chance.permutation(sorted(cards))]
    across = 8 if len(numbers) > 30 else 6
    down = -(-len(numbers) // across)
    cell = int(side * FACE / MARKER * 1.45)
    width, height = size or (cell * across, cell * down)
    room = background(width, height, chance)
    step_x, step_y = width / across, height / down
    turns = signs or {card: int(chance.integers(4)) for card in numbers}
    places: dict[int, tuple[float, float]] = {}
    for at, card in enumerate(numbers):
        middle = ((at % across + 0.5) * step_x, (at // across + 0.5) * step_y)
        slack = (max(0.0, step_x - cell) / 2, max(0.0, step_y - cell) / 2)
        spot = [m + chance.uniform(-s, s) for m, s in zip(middle, slack, strict=True)]
        places[card] = (float(spot[0]), float(spot[1]))
        _hold(room, cards[card], (*places[card], side, turns[card]), condition, chance)
    return Photograph(
        jpeg=shot(room, condition, chance),
        truth={card: sign_up(card, turns[card]) for card in numbers},
        places=places,
    )


def shot(room: Real, condition: Condition, chance: Chance) -> bytes:
    """What lens, hand and camera make of a room."""
    seen = room
    if condition.motion:
        seen = cv2.filter2D(seen, -1, _shake(condition.motion, chance)).astype(np.float32)
    seen = cv2.GaussianBlur(seen, (0, 0), condition.blur).astype(np.float32)
    seen = seen + chance.normal(0, condition.noise, seen.shape).astype(np.float32)
    whole = np.clip(seen, 0, 255).astype(np.uint8)
    done, packed = cv2.imencode(".jpg", whole, [cv2.IMWRITE_JPEG_QUALITY, condition.quality])
    assert done
    return bytes(packed)


def _shake(points: float, chance: Chance) -> Real:
    kernel = np.zeros((31, 31), np.float32)
    angle = chance.uniform(0, np.pi)
    dx, dy = np.cos(angle) * points / 2, np.sin(angle) * points / 2
    ends = [(int((15 + s * dx) * 16), int((15 + s * dy) * 16)) for s in (-1, 1)]
    cv2.line(kernel, ends[0], ends[1], 1.0, 1, cv2.LINE_AA, 4)
    return np.asarray(kernel / kernel.sum(), np.float32)


def _hold(
    room: Real,
    card: Grey,
    how: tuple[float, float, int, int],
    condition: Condition,
    chance: Chance,
) -> None:
    """Draw one card into the room."""
    x, y, side, turn = how
    half = int(side * FACE / MARKER * 0.95) + 2
    patch = 2 * half + 1
    middle = np.array([half + x % 1, half + y % 1])
    outline = _seen_at(side, turn, chance) + middle
    points = min(FACE, int(side * FINER * 1.2 * FACE / MARKER))
    small = cv2.resize(card, (points, points), interpolation=cv2.INTER_AREA).astype(np.float32)
    small = _lit(_fingered(small, condition, chance), condition, chance)
    corners = np.array([[0, 0], [points, 0], [points, points], [0, points]], np.float32)
    finer = np.asarray((outline + 0.5) * FINER - 0.5, np.float32)
    matrix = cv2.getPerspectiveTransform(corners, finer)
    whole = (patch * FINER, patch * FINER)
    drawn = cv2.warpPerspective(small, matrix, whole, flags=cv2.INTER_LINEAR)
    there = cv2.warpPerspective(np.ones_like(small), matrix, whole, flags=cv2.INTER_LINEAR)
    drawn = cv2.resize(drawn * there, (patch, patch), interpolation=cv2.INTER_AREA)
    there = cv2.resize(there, (patch, patch), interpolation=cv2.INTER_AREA)
    left, top = int(x) - half, int(y) - half
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(room.shape[1], left + patch), min(room.shape[0], top + patch)
    inner = np.s_[y0 - top : y1 - top, x0 - left : x1 - left]
    room[y0:y1, x0:x1] = room[y0:y1, x0:x1] * (1 - there[inner]) + drawn[inner]


def _seen_at(side: int, turn: int, chance: Chance) -> Real:
    """Where the corners of the card are in the picture, from its middle."""
    roll = np.deg2rad(turn * 90 + chance.uniform(-ROLL, ROLL))
    pitch, yaw = np.deg2rad(chance.uniform(-TILT, TILT, 2))
    rolled = np.array(
        [[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]]
    )
    pitched = np.array(
        [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
    )
    yawed = np.array([[np.cos(yaw), 0, np.sin(yaw)], [0, 1, 0], [-np.sin(yaw), 0, np.cos(yaw)]])
    half = FACE / MARKER / 2
    flat = np.array([[-half, -half, 0], [half, -half, 0], [half, half, 0], [-half, half, 0]])
    space = flat @ (yawed @ pitched @ rolled).T
    near = DISTANCE / (DISTANCE + space[:, 2:])
    return np.asarray(space[:, :2] * near * side, np.float32)


def _fingered(picture: Real, condition: Condition, chance: Chance) -> Real:
    """Fingers on the white margin; where `touched`, one that lies over the black frame."""
    margin = (1 - MARKER / FACE) / 2
    for _ in range(int(chance.integers(1, 4))):
        picture = _finger(picture, chance.uniform(0.2, 0.8) * margin, chance)
    if condition.touched:
        into = chance.uniform(0.03, 0.11) * MARKER / FACE
        picture = _finger(picture, margin + into, chance)
    return picture


def _finger(picture: Real, reach: float, chance: Chance) -> Real:
    """One finger from any edge, so far into the picture; lengths are parts of its side."""
    points, edge = picture.shape[0], int(chance.integers(4))
    turned = np.ascontiguousarray(np.rot90(picture, edge))
    at, thick = chance.uniform(0.15, 0.85), chance.uniform(0.035, 0.065)
    tip = (int((reach - thick) * points), int(at * points))
    root = (int(-0.3 * points), int((at + chance.uniform(-0.1, 0.1)) * points))
    skin = float(chance.uniform(70, 190))
    cv2.line(turned, root, tip, skin, max(1, int(thick * 2 * points)), cv2.LINE_AA)
    return np.ascontiguousarray(np.rot90(turned, -edge))


def _lit(picture: Real, condition: Condition, chance: Chance) -> Real:
    """Light on the card: weaker here than there, perhaps with the edge of a shadow, or glare."""
    points = picture.shape[0]
    rows, columns = np.mgrid[0:points, 0:points].astype(np.float32) / points - 0.5
    angle = chance.uniform(0, 2 * np.pi)
    slope = columns * np.cos(angle) + rows * np.sin(angle)
    light = chance.uniform(0.35, 1.05) * (1 + slope * chance.uniform(0, 0.5))
    if chance.random() < SHADOWED:
        weaker = light * chance.uniform(0.3, 0.6)
        light = np.where(slope > chance.uniform(-0.25, 0.25), light, weaker)
    lit = (picture * 0.88 + 14) * light
    if condition.glare:
        x, y = chance.uniform(-0.45, 0.45, 2)
        wide = chance.uniform(0.08, 0.2)
        blob = np.exp(-((columns - x) ** 2 + (rows - y) ** 2) / (2 * wide**2))
        lit = lit + chance.uniform(90, 230) * blob
    return np.asarray(np.clip(lit, 0, 255), np.float32)


# ------------------------------------------------------------------------------- what is behind


def background(width: int, height: int, chance: Chance, kind: str = "") -> Real:
    """A room without cards."""
    draw: dict[str, Any] = {
        "heads": _heads,
        "checks": _checks,
        "bricks": _bricks,
        "text": _text,
        "cloth": _cloth,
        "leaves": _leaves,
    }
    room = np.full((height, width), chance.uniform(60, 200), np.float32)
    room += _cloud(width, height, 200, chance) * 30
    kinds = (kind,) if kind else tuple(chance.choice(BACKGROUNDS, 2, replace=False))
    for each in kinds:
        draw[each](room, chance)
    rough = room + _cloud(width, height, 6, chance) * 8
    return np.asarray(np.clip(rough, 0, 255), np.float32)


def _cloud(width: int, height: int, grain: int, chance: Chance) -> Real:
    small = chance.normal(0, 1, (height // grain + 2, width // grain + 2)).astype(np.float32)
    return np.asarray(cv2.resize(small, (width, height), interpolation=cv2.INTER_CUBIC), np.float32)


def _heads(room: Real, chance: Chance) -> None:
    height, width = room.shape
    for _ in range(40):
        x, y = int(chance.uniform(0, width)), int(chance.uniform(0, height))
        r = int(chance.uniform(8, 60))
        skin = float(chance.uniform(70, 170))
        cv2.ellipse(
            room,
            (x, y + 2 * r),
            (2 * r, int(1.2 * r)),
            0,
            0,
            360,
            float(chance.uniform(20, 230)),
            -1,
        )
        cv2.ellipse(room, (x, y), (r, int(r * 1.2)), 0, 0, 360, skin, -1)
        cv2.ellipse(
            room,
            (x, y - r // 3),
            (int(r * 1.05), r),
            0,
            180,
            360,
            float(chance.uniform(10, 40)),
            -1,
        )
        for side in (-1, 1):
            cv2.circle(room, (x + side * r // 3, y + r // 6), max(1, r // 9), 20.0, -1)


def _checks(room: Real, chance: Chance) -> None:
    height, width = room.shape
    step = int(chance.integers(6, 40))
    rows, columns = np.mgrid[0:height, 0:width]
    dark = (rows // step + columns // step) % 2 == 0
    part = np.s_[int(height * chance.uniform(0, 0.5)) :, int(width * chance.uniform(0, 0.5)) :]
    room[part] = np.where(dark[part], chance.uniform(10, 60), chance.uniform(160, 240))


def _bricks(room: Real, chance: Chance) -> None:
    height, width = room.shape
    tall, wide = int(chance.integers(10, 40)), int(chance.integers(20, 90))
    rows, columns = np.mgrid[0:height, 0:width]
    row = rows // tall
    mortar = (rows % tall < 3) | ((columns + (row % 2) * wide // 2) % wide < 3)
    shade = chance.uniform(50, 130, (height // tall + 1, width // wide + 3)).astype(np.float32)
    room[:] = np.where(mortar, 190, shade[row, (columns + (row % 2) * wide // 2) // wide])


def _text(room: Real, chance: Chance) -> None:
    height, width = room.shape
    letters, sheet = list("ABDEHKMNPQR0468#%&@"), np.clip(room, 0, 255).astype(np.uint8)
    for _ in range(60):
        word = "".join(chance.choice(letters, int(chance.integers(2, 9))))
        spot = (int(chance.uniform(-50, width)), int(chance.uniform(0, height)))
        shade, thick = int(chance.integers(256)), int(chance.integers(1, 7))
        big = float(chance.uniform(0.4, 3))
        cv2.putText(sheet, word, spot, cv2.FONT_HERSHEY_SIMPLEX, big, (shade,), thick)
    room[:] = sheet


def _cloth(room: Real, chance: Chance) -> None:
    """A krama: a checked cloth of two weaves."""
    height, width = room.shape
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    wave = chance.uniform(4, 20)
    weave = np.sign(np.sin(rows / wave)) + np.sign(np.sin(columns / wave + rows / 300))
    room[:] = np.clip(room + weave * chance.uniform(20, 60), 0, 255)


def _leaves(room: Real, chance: Chance) -> None:
    height, width = room.shape
    for _ in range(300):
        spot = chance.uniform(0, 1, 2) * (width, height)
        corners = spot + chance.uniform(-40, 40, (int(chance.integers(3, 6)), 2))
        cv2.fillConvexPoly(room, corners.astype(np.int32), float(chance.uniform(0, 255)))
