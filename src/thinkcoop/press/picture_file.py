"""A picture made small enough for chat apps: few colours, well packed.

Typst writes 32 bits a point, weakly packed; our drawings are flat, so a palette loses next to
nothing. Unpacking and counting two million points takes a library: `Pillow`.
"""

from __future__ import annotations

import io
import struct

from PIL import Image

COLOURS = (64, 32, 16)
"""Tried in turn until the file is small enough."""
MOST_BYTES = 200_000


def size_of(png: bytes) -> tuple[int, int]:
    """Width and height in points, as they stand at the head of the file."""
    width, height = struct.unpack(">II", png[16:24])
    return width, height


def small(png: bytes, *, most: int = MOST_BYTES) -> bytes | None:
    """The same picture in at most `most` bytes; None when its colours alone do not do it."""
    with Image.open(io.BytesIO(png)) as opened:
        plain = opened.convert("RGB")
    for colours in COLOURS:
        few = plain.quantize(colours, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
        out = io.BytesIO()
        few.save(out, "PNG")
        if out.tell() <= most:
            return out.getvalue()
    return None
