"""A recorded sentence as it is sent: whole, or the part of it that a browser asks for.

Safari plays nothing from a server that cannot send a part. An address carries the digest of its
sound, so that a browser may keep it for ever.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from thinkcoop.web.asgi import Header
from thinkcoop.web.voices import Voices

ADDRESS = re.compile(
    r"(?P<owner>_product|[a-z0-9]+(?:-[a-z0-9]+)*)/(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)/"
    r"(?P<name>[0-9a-z]{8})\.(?P<ending>opus|m4a)"
)
RANGE = re.compile(r"bytes=(\d{0,12})-(\d{0,12})")
KINDS = {"opus": b"audio/ogg; codecs=opus", "m4a": b"audio/mp4"}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A sound and what it is."""

    body: bytes
    kind: bytes


@dataclass(frozen=True, slots=True)
class Part:
    """What is sent of it."""

    status: int
    body: bytes
    headers: tuple[Header, ...]


def sound_at(voices: Voices, address: str) -> Spoken | None:
    """The sound at an address after `/voice/`, or None."""
    asked = ADDRESS.fullmatch(address)
    if asked is None:
        return None
    body = voices.sound(asked["owner"], asked["language"], asked["name"], asked["ending"])
    return None if body is None else Spoken(body, KINDS[asked["ending"]])


def part_of(spoken: Spoken, asked: str) -> Part:
    """The part that a `Range` header asks for. One that is not understood brings the whole."""
    body, size = spoken.body, len(spoken.body)
    whole: Header = (b"accept-ranges", b"bytes")
    wanted = RANGE.fullmatch(asked.strip())
    if wanted is None or not any(wanted.groups()):
        return Part(200, body, (whole,))
    first, last = wanted.groups()
    begin = int(first) if first else max(0, size - int(last))
    end = min(size, int(last) + 1) if first and last else size
    if begin >= end:
        return Part(416, b"", (whole, (b"content-range", b"bytes */%d" % size)))
    told = b"bytes %d-%d/%d" % (begin, end - 1, size)
    return Part(206, body[begin:end], (whole, (b"content-range", told)))
