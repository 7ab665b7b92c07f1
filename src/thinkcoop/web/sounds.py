"""What a recording is, by its first bytes: what a phone says about its files is not believed.

A film is refused, also a silent or an empty one: it would show a face, and nobody asked for that.
"""

from __future__ import annotations

import re

from thinkcoop.app.ports import Sound

HEAD = 64
"""Within so many bytes a file says what it is."""
OGG_VOICES = (b"OpusHead", b"\x01vorbis", b"Speex   ")
FILM_IN_WEBM = re.compile(rb"V_(?:VP[89]|AV1|MPEG|THEORA)")
FILM_IN_MP4 = re.compile(rb"hdlr.{8}vide", re.DOTALL)


def sound_of(body: bytes) -> Sound | None:
    """Which kind of recording this is; None when it is none that we take."""
    head = body[:HEAD]
    if head.startswith(b"\x1aE\xdf\xa3"):
        return None if b"webm" not in head or FILM_IN_WEBM.search(body) else "webm"
    if head.startswith(b"OggS"):
        return "ogg" if any(voice in head for voice in OGG_VOICES) else None
    if head[4:8] == b"ftyp":
        return None if FILM_IN_MP4.search(body) else "3gp" if head[8:10] == b"3g" else "m4a"
    if head.startswith(b"RIFF"):
        return "wav" if head[8:12] == b"WAVE" else None
    if head.startswith(b"#!AMR"):
        return "amr"
    if head.startswith(b"caff"):
        return "caf"
    return "mp3" if head.startswith(b"ID3") or _is_mp3_frame(head) else None


def _is_mp3_frame(head: bytes) -> bool:
    """Whether it begins with the four bytes that stand before a piece of MP3."""
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return False
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, pitch = head[2] >> 4, head[2] >> 2 & 3
    return version != 1 and layer == 1 and rate not in (0, 15) and pitch != 3
