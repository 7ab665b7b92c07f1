"""Chance that comes from a seed: the same names give the same draws, on every machine.

SHA-256 in counter mode: block i is the digest of the key and i, and the key is the digest of the
names. The bytes of the blocks are used up in order. A draw with up to 256 outcomes takes one byte,
one with more takes as many bytes as the outcomes need; a value that would favour the small numbers
is thrown away (rejection), so that every outcome is as likely as every other. `docs/methods/
games.md` has it in words. Nothing here knows what is drawn for.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import sha256

BYTE = 256
LONGEST = 8
"""Bytes of the widest draw: no game has more than 2^64 outcomes."""


class Chance:
    """Draws in order. Two with the same names draw the same; `1` and `"1"` are not the same."""

    def __init__(self, *names: str | int) -> None:
        self._key = sha256(json.dumps(names).encode()).digest()
        self._block = 0
        self._bytes = b""

    def below(self, sides: int) -> int:
        """A whole number from 0 to `sides` - 1. Raises ValueError for no side, or above 2^64."""
        if not 1 <= sides <= BYTE**LONGEST:
            raise ValueError(f"chance needs 1 to 2^64 outcomes, not {sides}")
        width = max(1, ((sides - 1).bit_length() + 7) // 8)
        fair = BYTE**width - BYTE**width % sides
        while True:
            drawn = int.from_bytes(self._take(width), "big")
            if drawn < fair:
                return drawn % sides

    def draws(self, sides: Sequence[int]) -> tuple[int, ...]:
        """One draw for each number of outcomes, in order."""
        return tuple(self.below(each) for each in sides)

    def many(self, count: int, sides: int) -> bytes:
        """`count` draws below `sides`, one a byte: what `below` would have given, but in bulk.

        Raises ValueError for no side, or above 256.
        """
        if not 1 <= sides <= BYTE:
            raise ValueError(f"a byte holds 1 to {BYTE} outcomes, not {sides}")
        return b"".join(self._in_bulk(count, sides))

    def _in_bulk(self, count: int, sides: int) -> Iterator[bytes]:
        """What is thrown away is drawn again, so that no byte is used up that `below` left."""
        outcomes, unfair = _tables(sides)
        while count > 0:
            drawn = self._take(count).translate(outcomes, unfair)
            count -= len(drawn)
            yield drawn

    def _take(self, count: int) -> bytes:
        if len(self._bytes) < count:
            key, first = self._key, self._block
            self._block += -(-(count - len(self._bytes)) // 32)
            blocks = (sha256(key + i.to_bytes(8, "big")) for i in range(first, self._block))
            self._bytes += b"".join(block.digest() for block in blocks)
        taken, self._bytes = self._bytes[:count], self._bytes[count:]
        return taken


@lru_cache(maxsize=BYTE)
def _tables(sides: int) -> tuple[bytes, bytes]:
    """What each byte means, and the bytes that are thrown away."""
    fair = BYTE - BYTE % sides
    return bytes(byte % sides for byte in range(BYTE)), bytes(range(fair, BYTE))
