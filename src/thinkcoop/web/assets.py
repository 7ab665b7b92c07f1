"""Style sheets and the live client: one file of each kind for a view, made when the program starts.

A name carries the hash of what is in it, so a browser may keep it for ever. Each is packed once.
There is no build step: comments and blanks go, nothing else is changed.
"""

from __future__ import annotations

import gzip
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "assets"
BUILT = Path(__file__).parent / "built"
READER = "aruco.js"
FONT = "khmer.woff2"
"""Taken out of its package by an installation (`tools/build_hook.py`)."""
BUNDLES: dict[str, tuple[str, ...]] = {
    "phone.css": ("base.css", "phone.css"),
    "table.css": ("base.css", "phone.css", "table.css"),
    "wall.css": ("base.css", "wall.css"),
    "desk.css": ("base.css", "phone.css", "desk.css"),
    "home.css": ("base.css", "phone.css", "home.css"),
    "phone.js": ("taps.js", "speak.js", "live.js"),
    "live.js": ("live.js",),
    "speak.js": ("speak.js",),
    "voice.js": ("voice.js",),
    "camera.js": ("camera.js",),
    "record.js": ("record.js",),
    "typing.js": ("typing.js",),
    "typing.css": ("base.css", "phone.css", "desk.css", "typing.css"),
    "record.css": ("base.css", "phone.css", "desk.css", "record.css"),
}
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One file as it is sent."""

    name: str
    kind: str
    plain: bytes
    gzip: bytes


def address(bundle: str) -> str:
    """Where `phone.css` and its kin are found: `/static/phone.0123456789.css`."""
    if bundle == READER:
        return f"/static/{_reader()[0].name}"
    return f"/static/{_bundles()[bundle].name}"


def asset(name: str) -> Asset | None:
    """The file of that hashed name, or None when there is none (or it is of another version)."""
    return _by_name().get(name)


def bundle_names() -> tuple[str, ...]:
    """The hashed names of all files."""
    return tuple(_by_name())


@cache
def _bundles() -> dict[str, Asset]:
    return {bundle: _made(bundle, parts) for bundle, parts in BUNDLES.items()}


@cache
def _by_name() -> dict[str, Asset]:
    return {made.name: made for made in (_font(), *_reader(), *_bundles().values())}


def has_card_reader() -> bool:
    """Whether a phone can be given what reads cards: an installation without npm has it not."""
    return (BUILT / READER).is_file()


@cache
def _reader() -> tuple[Asset, ...]:
    """What reads cards in the browser, if it was taken out of its package."""
    if not has_card_reader():
        return ()
    whole = (BUILT / READER).read_bytes()
    return (_named(READER, whole, gzip.compress(whole, compresslevel=9, mtime=0)),)


@cache
def _font() -> Asset:
    """The Khmer letters, as they are: the file is packed already."""
    whole = (BUILT / FONT).read_bytes()
    return _named(FONT, whole, gzip.compress(whole, compresslevel=1, mtime=0))


def _made(bundle: str, parts: tuple[str, ...]) -> Asset:
    ending = bundle.rsplit(".", maxsplit=1)[1]
    shrink = _smaller_css if ending == "css" else _smaller_js
    plain = "\n".join(
        shrink((FOLDER / part).read_text(encoding="utf-8")) for part in parts
    ).encode()
    return _named(bundle, plain, gzip.compress(plain, compresslevel=9, mtime=0))


def _named(bundle: str, plain: bytes, packed: bytes) -> Asset:
    """The file under a name that says what is in it."""
    stem, ending = bundle.rsplit(".", maxsplit=1)
    mark = hashlib.sha256(plain).hexdigest()[:10]
    return Asset(f"{stem}.{mark}.{ending}", TYPES[f".{ending}"], plain, packed)


def _smaller_css(text: str) -> str:
    """Without comments, and without blanks where CSS does not need them."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text).replace(f"url({FONT})", f"url({_font().name})")
    return re.sub(r" ?([{};,>]) ?", r"\1", text).replace(": ", ":").replace(";}", "}").strip()


STRINGS = re.compile(r"""("(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`[^`]*`)""")
AROUND = re.compile(r" *([{}()\[\]=;,:<>?&|!*]) *")
JOINED = re.compile(r"(?<=[{;,(\[=&|?:>])\n|\n(?=[})\].&|?:])")


def _smaller_js(text: str) -> str:
    """Without comments on lines of their own, and without blanks that JavaScript does not need.

    Our own scripts end every statement with a semicolon and have no blanks in regular expressions.
    """
    text = re.sub(r"^\s*/\*.*?\*/\s*$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = (line.strip() for line in text.splitlines())
    kept = "\n".join(line for line in lines if line and not line.startswith("//"))
    pieces = STRINGS.split(kept)
    pieces[::2] = (AROUND.sub(r"\1", piece) for piece in pieces[::2])
    return JOINED.sub("", "".join(pieces))
