"""Which languages a reader can choose from, and which one a page without a room is in.

A language whose readers have digits of their own is offered twice, with these and with the digits
of the rest of the world (`web/translator.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from thinkcoop.web.asgi import Scope, header
from thinkcoop.web.cookies import cookie
from thinkcoop.web.translator import DIGITS, LATIN_DIGITS, PRODUCT

OWN_NAMES = {"en": "English", "es": "Español", "km": "ភាសាខ្មែរ"}
"""Languages written in the language they switch to."""

COOKIE = "language"
ROOM_COOKIE = "reads"
"""What was chosen on a phone for one room; it goes before what its holder said on the way in."""
SOME_DIGITS = slice(1, 4)
WEIGHT = re.compile(r"q=([01](?:\.\d{0,3})?)", re.ASCII)


class Tongue(NamedTuple):
    """A language to tap: its code, and its name as its speakers write it."""

    code: str
    name: str


def tongues(codes: Iterable[str]) -> list[Tongue]:
    """Everything that is offered where a module speaks the languages `codes`."""
    return [tongue for code in codes for tongue in _ways_of(code)]


def _ways_of(code: str) -> list[Tongue]:
    name = OWN_NAMES.get(code, code)
    digits = DIGITS.get(code.split("-", maxsplit=1)[0])
    if digits is None:
        return [Tongue(code, name)]
    own, latin = digits[SOME_DIGITS], "0123456789"[SOME_DIGITS]
    return [Tongue(code, f"{name} {own}"), Tongue(code + LATIN_DIGITS, f"{name} {latin}")]


def is_offered(wanted: str, codes: Iterable[str]) -> bool:
    """Whether a reader may have that language where a module speaks `codes`."""
    return wanted in {tongue.code for tongue in tongues(codes)}


def product_languages() -> tuple[str, ...]:
    """The languages in which the program itself speaks, English first."""
    return ("en", *sorted(path.stem for path in PRODUCT.glob("*.po")))


def language_of_page(scope: Scope) -> str:
    """For a page without a room: what was chosen on this machine, else what the browser asks for.

    English where it asks for nothing that we speak.
    """
    chosen = cookie(header(scope, b"cookie"), COOKIE)
    if is_offered(chosen, product_languages()):
        return chosen
    spoken = product_languages()
    asked = (_asked(part) for part in header(scope, b"accept-language").split(","))
    wanted = [(weight, code) for weight, code in asked if weight > 0 and code in spoken]
    return max(wanted, key=lambda one: one[0], default=(0, "en"))[1]


def _asked(part: str) -> tuple[float, str]:
    """How much a language is wished for, from 0 to 1, and its code: `km-KH;q=0.8` is 0.8, `km`."""
    name, _, weight = part.partition(";")
    found = WEIGHT.fullmatch(weight.strip()) if weight else None
    code = name.strip().split("-", maxsplit=1)[0].lower()
    return (float(found[1]) if found else 1.0), code
