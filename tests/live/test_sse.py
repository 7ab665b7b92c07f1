"""Frames, and their compression without memory."""

from __future__ import annotations

import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinkcoop.live.sse import (
    GZIP_HEADER,
    OPENING,
    STILL_HERE,
    Frame,
    pack,
    screen_frame,
    wants_gzip,
)


@given(texts=st.lists(st.binary(max_size=3000), max_size=12))
def test_packed_frames_in_any_order_are_one_gzip_stream(texts: list[bytes]) -> None:
    unpacker = zlib.decompressobj(wbits=31)
    assert unpacker.decompress(GZIP_HEADER) == b""
    for text in texts:  # each is there at once, whole, and needs nothing after it
        assert unpacker.decompress(Frame(text).packed) == text
    assert not unpacker.eof


def test_a_frame_says_the_same_to_everybody_and_is_packed_once() -> None:
    frame = screen_frame(7, 1234, "<p>ភាសា</p>" * 40)
    assert frame.plain == b"id: 7\ndata: 1234 " + ("<p>ភាសា</p>" * 40).encode() + b"\n\n"
    assert frame.packed is frame.packed
    assert len(frame.packed) < len(frame.plain) / 5


def test_packed_bytes_end_on_a_byte_with_an_empty_block() -> None:
    assert pack(b"anything").endswith(b"\x00\x00\xff\xff")


@pytest.mark.parametrize("html", ["a\nb", "a\rb"])
def test_a_screen_with_lines_is_a_bug_and_not_a_broken_stream(html: str) -> None:
    with pytest.raises(ValueError, match="one line"):
        screen_frame(1, 1, html)


def test_what_is_sent_first_and_in_silence_is_no_event() -> None:
    assert OPENING.plain == b"retry: 1500\n\n"
    assert STILL_HERE.plain == b"event: ping\ndata:\n\n"


@pytest.mark.parametrize(
    ("accept", "wanted"),
    [
        ("gzip, deflate, br", True),
        ("br;q=1.0, gzip;q=0.8", True),
        ("*", True),
        ("gzip;q=0", False),
        ("gzip; q=0.0", False),
        ("deflate, br", False),
        ("identity", False),
        ("", False),
    ],
)
def test_gzip_only_for_those_who_take_it(accept: str, wanted: bool) -> None:  # noqa: FBT001 - read from a table
    assert wants_gzip(accept) is wanted
