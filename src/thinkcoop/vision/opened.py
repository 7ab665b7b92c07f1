"""Bytes that somebody sent, made into grey points. Believes nothing that they say of themselves.

First the head alone is read: kind and size. Only what is small enough is unpacked. Nothing is ever
written anywhere.
"""

from __future__ import annotations

import io
import struct
import warnings
import zlib
from threading import Lock

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from thinkcoop.core.cards import Unreadable

Grey = NDArray[np.uint8]

MOST_BYTES = 25_000_000
MOST_PIXELS = 60_000_000
MOST_PIXELS_OF_OTHERS = 24_000_000
"""Of a picture that is no JPEG: its colours have to be unpacked, at up to 25 bytes a point, and the
whole server may have a gigabyte. Two kilobytes can claim any size."""
MOST_LOOKED_AT = 24_000_000
"""A larger picture is made smaller: its points are finer than what any lens of a phone draws."""
MOST_SCANS = 40
"""A JPEG comes in one to ten layers; thousands of them would keep a machine busy for hours."""
SCAN = b"\xff\xda"
OF_CAMERAS = ("JPEG", "MPO")
KINDS = ("JPEG", "PNG", "WEBP", "GIF", "BMP")  # MPO, a JPEG with more in it, comes as JPEG
WHITE = 255

HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs"))
HEIF = frozenset((b"mif1", b"msf1"))
"""Says only how it is packed; what is in it, the names after it say."""
OTHER_HEADS = (
    b"II*\x00",
    b"MM\x00*",
    b"%PDF",
    b"\x1aE\xdf\xa3",
    b"RIFF",
    b"\x00\x00\x01\x00",
    b"<svg",
)

BROKEN_INSIDE = (
    OSError,
    SyntaxError,
    ValueError,
    EOFError,
    IndexError,
    KeyError,
    TypeError,
    OverflowError,
    struct.error,
    zlib.error,
)
"""What is raised by what reads pictures when the bytes are not what they should be."""

ONE_AT_A_TIME = Lock()
"""Large pictures of many phones must not be unpacked together; nor may two threads keep Python from
warning, or it forgets to take it up again."""


def opened(picture: bytes) -> tuple[Grey, int] | Unreadable:
    """The points as grey, upright as the camera was held, and how many the picture had."""
    if not picture:
        return Unreadable.EMPTY
    if len(picture) > MOST_BYTES:
        return Unreadable.TOO_MANY_BYTES
    with ONE_AT_A_TIME, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what is wrong is said in a sentence
        return _unpacked(picture)


def _unpacked(picture: bytes) -> tuple[Grey, int] | Unreadable:
    try:
        with Image.open(io.BytesIO(picture), formats=KINDS) as image:
            pixels = image.width * image.height
            if pixels > (MOST_PIXELS if image.format in OF_CAMERAS else MOST_PIXELS_OF_OTHERS):
                return Unreadable.TOO_MANY_PIXELS
            if picture.count(SCAN) > MOST_SCANS:
                return Unreadable.BROKEN
            return _at_most(_grey(image)), pixels
    except Image.DecompressionBombError:
        return Unreadable.TOO_MANY_PIXELS
    except UnidentifiedImageError:
        return _other(picture)
    except BROKEN_INSIDE:
        return Unreadable.BROKEN


def _other(picture: bytes) -> Unreadable:
    """What else it may be, by its first bytes."""
    if picture[4:8] == b"ftyp":
        end = min(int.from_bytes(picture[:4], "big"), 256)
        brands = {picture[8:12], *(picture[at : at + 4] for at in range(16, end, 4))}
        named = brands & HEIC or (brands & HEIF and not brands & {b"avif", b"avis"})
        return Unreadable.HEIC if named else Unreadable.OTHER_KIND
    if picture.startswith(OTHER_HEADS):
        return Unreadable.OTHER_KIND
    if picture.startswith((b"\xff\xd8\xff", b"\x89PNG", b"GIF8")):
        return Unreadable.BROKEN
    return Unreadable.NOT_A_PICTURE


def _grey(image: Image.Image) -> Grey:
    turn = _turn(image)
    if image.format in OF_CAMERAS:
        image.draft("L", image.size)  # colours are not even unpacked
    image.load()
    if image.mode.startswith("I"):  # 16 bits: Pillow would cut off, not scale
        deep = np.clip(np.asarray(image), 0, 65_535)
        flat = Image.fromarray((deep >> 8).astype(np.uint8))
    elif image.has_transparency_data:
        seen = image if image.mode == "RGBA" else image.convert("RGBA")
        flat = Image.new("L", seen.size, WHITE)
        flat.paste(seen.convert("L"), mask=seen.getchannel("A"))
    else:
        flat = image.convert("L")
    if turn is not None:
        flat = flat.transpose(turn)
    return np.asarray(flat, np.uint8)


TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""How a picture must be turned, by what the camera noted of how it was held."""
ORIENTATION = 0x0112


def _turn(image: Image.Image) -> Image.Transpose | None:
    try:
        return TURNS.get(image.getexif().get(ORIENTATION, 1))
    except BROKEN_INSIDE:
        return None  # a broken note does not make a picture unreadable


def _at_most(grey: Grey) -> Grey:
    if grey.size <= MOST_LOOKED_AT:
        return grey
    scale = (MOST_LOOKED_AT / grey.size) ** 0.5
    smaller = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(smaller, np.uint8)
