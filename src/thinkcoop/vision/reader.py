"""One picture: what it shows of the cards on the roster. May take a second: call it in a thread."""

from __future__ import annotations

import cv2
import numpy as np

from thinkcoop.core.cards import Sighting, Unreadable
from thinkcoop.vision.opened import Grey, opened
from thinkcoop.vision.quads import Found
from thinkcoop.vision.search import LEAST_SIDE, search
from thinkcoop.vision.sift import sifted


def read_cards(picture: bytes, roster: frozenset[int]) -> Sighting | Unreadable:
    """The cards of the roster in a picture file, or why it cannot be looked at."""
    seen = opened(picture)
    if isinstance(seen, Unreadable):
        return seen
    grey, pixels = seen
    return Sighting(readings=sifted(found_in(grey, roster), roster), pixels=pixels)


def found_in(grey: Grey, roster: frozenset[int]) -> list[Found]:
    """All that is surely there. Half the size shows near cards, in a quarter of the time."""
    high, wide = grey.shape
    if min(high, wide) < LEAST_SIDE:
        return []
    half = cv2.resize(grey, (wide // 2, high // 2), interpolation=cv2.INTER_AREA)
    near = [_twice(each) for each in search(np.asarray(half, np.uint8), roster)]
    left = roster - {each.card for each in near}
    return near + search(grey, left) if left else near


def _twice(found: Found) -> Found:
    """Where it is in the whole picture: a point is the middle of a small square."""
    half = np.float32(0.5)
    return Found(found.card, (found.corners + half) * 2 - half)
