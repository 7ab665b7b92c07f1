"""The text of server-sent events, and their compression.

A screen that goes to a hundred phones is written and compressed once. That works because every
frame is a whole number of deflate blocks that refer to nothing before them: a fresh compressor,
ended with a full flush, leaves bytes that may follow any other such bytes. A connection gets one
gzip header, then frames; there is no state to keep for it, and never a footer.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

PING_S = 15.0
RETRY_MS = 1500
LEVEL = 9
"""A screen is so short that packing it best takes no longer, and Khmer needs it."""
GZIP_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\xff"
"""Magic, deflate, no flags, no time, no hints, unknown system."""

HEADERS = (
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store, no-transform"),
    (b"x-accel-buffering", b"no"),  # nginx would keep frames back
)


@dataclass(slots=True)
class Frame:
    """Bytes for a stream, and the same bytes compressed, made when first asked for."""

    plain: bytes
    _packed: bytes = field(default=b"", repr=False)

    @property
    def packed(self) -> bytes:
        """The frame as byte-aligned deflate blocks that stand for themselves."""
        if not self._packed:
            self._packed = pack(self.plain)
        return self._packed


def screen_frame(version: int, now_ms: int, html: str) -> Frame:
    """A whole screen as it is at session moment `now_ms`. Raises ValueError for HTML with lines."""
    if "\n" in html or "\r" in html:
        raise ValueError("a screen is one line")
    return Frame(f"id: {version}\ndata: {now_ms} {html}\n\n".encode())


def pack(text: bytes) -> bytes:
    """Compress `text` into blocks that need nothing before and nothing after them."""
    packer = zlib.compressobj(LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(text) + packer.flush(zlib.Z_FULL_FLUSH)


OPENING = Frame(f"retry: {RETRY_MS}\n\n".encode())
STILL_HERE = Frame(b"event: ping\ndata:\n\n")


def wants_gzip(accept_encoding: str) -> bool:
    """Whether a client takes gzip: named, and not refused with q=0."""
    for part in accept_encoding.lower().split(","):
        name, _, options = part.partition(";")
        if name.strip() in ("gzip", "*"):
            quality = options.replace(" ", "").removeprefix("q=")
            return not quality or quality.strip("0.") != ""
    return False
