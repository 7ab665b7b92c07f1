"""Recordings as phones send them, short and silent, and what is none."""

from __future__ import annotations

import io
import wave

EBML = b"\x1aE\xdf\xa3\x9fB\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x84"
HANDLER = b"\x00\x00\x00\x21hdlr" + b"\x00" * 8


def wav(samples: int = 800) -> bytes:
    """Silence that can be played."""
    out = io.BytesIO()
    with wave.open(out, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(1)
        file.setframerate(8_000)
        file.writeframes(b"\x80" * samples)
    return out.getvalue()


SOUNDS: dict[str, tuple[bytes, str]] = {
    "a browser's webm": (EBML + b"webmB\x87\x81\x04 \x86\x86A_OPUS ...", "webm"),
    "ogg with opus": (b"OggS\x00\x02" + b"\x00" * 22 + b"OpusHead\x01\x01", "ogg"),
    "ogg with vorbis": (b"OggS\x00\x02" + b"\x00" * 22 + b"\x01vorbis\x00", "ogg"),
    "an iPhone's m4a": (b"\x00\x00\x00\x1cftypM4A \x00\x00" + HANDLER + b"soun", "m4a"),
    "Safari's mp4": (b"\x00\x00\x00\x1cftypiso5\x00\x00" + HANDLER + b"soun", "m4a"),
    "an old phone's 3gp": (b"\x00\x00\x00\x18ftyp3gp4\x00\x00", "3gp"),
    "mp3 with a title": (b"ID3\x04\x00\x00\x00\x00\x00\x00", "mp3"),
    "bare mp3": (b"\xff\xfb\x90\x64\x00\x00", "mp3"),
    "wav": (wav(), "wav"),
    "amr": (b"#!AMR\n<", "amr"),
    "wide amr": (b"#!AMR-WB\n<", "amr"),
    "caf": (b"caff\x00\x01\x00\x00", "caf"),
}

NO_SOUNDS: dict[str, bytes] = {
    "a picture": b"\xff\xd8\xff\xe0\x00\x10JFIF\x00",
    "a page": b"<!doctype html><script>alert(1)</script>",
    "a program": b"\x7fELF\x02\x01\x01",
    "matroska": EBML + b"matroska",
    "a film in webm": EBML + b"webmB\x87\x81\x04 \x86\x85V_VP8 ...",
    "a film in mp4": b"\x00\x00\x00\x1cftypisom\x00\x00" + HANDLER + b"vide",
    "a film in ogg": b"OggS\x00\x02" + b"\x00" * 22 + b"\x80theora",
    "another riff": b"RIFF\x00\x00\x00\x00AVI LIST",
    "three bytes": b"\xff\xfb\x90",
    "mp2": b"\xff\xfd\x90\x64",
    "no frame": b"\xff\xff\xff\xff",
}
