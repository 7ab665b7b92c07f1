from __future__ import annotations

import struct
import zlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.vision.drawn import held, room, saved
from thinkcoop.core.cards import Reading, Sighting, Unreadable, roster_of
from thinkcoop.vision import read_cards
from thinkcoop.vision.opened import MOST_BYTES, ORIENTATION, opened

ALL = roster_of(40)
WALL = room({(40, 40): held(7, "B"), (300, 200): held(31, "D")})
SHOWN = Sighting(readings=frozenset({Reading(7, "B"), Reading(31, "D")}), pixels=640 * 480)


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def png_that_claims(width: int, height: int) -> bytes:
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    rows = chunk(b"IDAT", zlib.compress(bytes(100_000)))
    return b"\x89PNG\r\n\x1a\n" + head + rows + chunk(b"IEND", b"")


def box(*brands: bytes) -> bytes:
    body = b"ftyp" + brands[0] + bytes(4) + b"".join(brands[1:])
    return struct.pack(">I", len(body) + 4) + body + bytes(2000)


UNREADABLE = {
    "empty": (b"", Unreadable.EMPTY),
    "words": (b"hold up your card", Unreadable.NOT_A_PICTURE),
    "heic": (box(b"heic", b"mif1"), Unreadable.HEIC),
    "heic by its second name": (box(b"mif1", b"mif1", b"heic"), Unreadable.HEIC),
    "heif without a name": (box(b"mif1"), Unreadable.HEIC),
    "avif": (box(b"mif1", b"avif"), Unreadable.OTHER_KIND),
    "film": (box(b"isom", b"mp42"), Unreadable.OTHER_KIND),
    "pdf": (b"%PDF-1.7 ...", Unreadable.OTHER_KIND),
    "drawing": (b"<svg xmlns='...'/>", Unreadable.OTHER_KIND),
    "too many bytes": (bytes(MOST_BYTES + 1), Unreadable.TOO_MANY_BYTES),
    "hundred megapixels": (png_that_claims(12_000, 9_000), Unreadable.TOO_MANY_PIXELS),
    "no photograph, and as large as one": (
        png_that_claims(6_000, 5_000),
        Unreadable.TOO_MANY_PIXELS,
    ),
    "bomb": (png_that_claims(60_000, 60_000), Unreadable.TOO_MANY_PIXELS),
    "claims more than it has": (png_that_claims(3_000, 3_000), Unreadable.BROKEN),
    "no width": (png_that_claims(0, 10), Unreadable.BROKEN),
    "cut off": (saved(WALL, "JPEG")[:-4000], Unreadable.BROKEN),
    "only a beginning": (saved(WALL, "JPEG")[:20], Unreadable.BROKEN),
    "thousands of layers": (saved(WALL, "JPEG") + b"\xff\xda" * 5000, Unreadable.BROKEN),
}


@pytest.mark.parametrize(("picture", "why"), UNREADABLE.values(), ids=UNREADABLE)
def test_what_cannot_be_looked_at_says_why(picture: bytes, why: Unreadable) -> None:
    assert read_cards(picture, ALL) == why


def in_colours() -> Image.Image:
    return Image.fromarray(np.stack([WALL, WALL, WALL], 2))


def see_through() -> Image.Image:
    black = np.zeros((*WALL.shape, 4), np.uint8)
    black[..., 3] = 255 - WALL
    return Image.fromarray(black)


READABLE = {
    "jpeg": saved(WALL, "JPEG", quality=80),
    "jpeg in layers": saved(in_colours(), "JPEG", progressive=True),
    "jpeg in four inks": saved(in_colours().convert("CMYK"), "JPEG", quality=90),
    "png in colours": saved(in_colours()),
    "png with few colours": saved(in_colours().quantize(8)),
    "png with 16 bits": saved(Image.fromarray(WALL.astype(np.uint16) * 257)),
    "png that is seen through": saved(see_through()),
    "png that moves": saved(in_colours(), save_all=True, append_images=[in_colours()]),
    "gif that moves": saved(in_colours(), "GIF", save_all=True, append_images=[in_colours()]),
    "webp": saved(in_colours(), "WEBP", quality=80),
    "bmp": saved(in_colours(), "BMP"),
    "two pictures in one": saved(in_colours(), "MPO", save_all=True, append_images=[in_colours()]),
}


@pytest.mark.parametrize("picture", READABLE.values(), ids=READABLE)
def test_every_kind_of_picture_that_phones_send_is_read(picture: bytes) -> None:
    assert read_cards(picture, ALL) == SHOWN


TURNED = {3: 2, 6: 1, 8: 3}
"""What the camera notes, and by how many quarters against the clock the points lie."""


@pytest.mark.parametrize("note", TURNED)
def test_a_picture_is_turned_as_the_camera_was_held(note: int) -> None:
    notes = Image.Exif()
    notes[ORIENTATION] = note
    lying = np.ascontiguousarray(np.rot90(WALL, TURNED[note]))
    assert read_cards(saved(lying, "JPEG", exif=notes), ALL) == SHOWN


def test_a_broken_note_of_the_camera_does_no_harm() -> None:
    note = b"Exif\x00\x00MM\x00*\xff\xff\xff\xff"
    assert read_cards(saved(WALL, "JPEG", exif=note), ALL) == SHOWN


def test_a_very_large_picture_is_looked_at_in_a_smaller_size() -> None:
    seen = opened(saved(Image.new("L", (7000, 5000), 200), "JPEG"))
    assert not isinstance(seen, Unreadable)
    assert (seen[0].size <= 24_100_000, seen[1]) == (True, 35_000_000)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(READABLE)), st.integers(0, 10_000), st.binary(max_size=40))
def test_whatever_is_changed_in_a_file_the_answer_is_a_sighting_or_a_reason(
    kind: str, place: int, other: bytes
) -> None:
    whole = READABLE[kind]
    at = place % len(whole)
    seen = opened(whole[:at] + other + whole[at + len(other) :])
    assert isinstance(seen, (Unreadable, tuple))
