"""Why a picture of cards could not be looked at. Each has a sentence where people are told."""

from __future__ import annotations

from enum import Enum


class Unreadable(Enum):
    """What is wrong with the bytes. A picture that shows no card is not unreadable."""

    EMPTY = "empty"
    NOT_A_PICTURE = "not-a-picture"
    OTHER_KIND = "other-kind"
    """A picture or a film in a form that is not read here."""
    HEIC = "heic"
    """The form in which some phones save pictures unless they are told otherwise."""
    BROKEN = "broken"
    """It begins like a picture and does not end like one: mostly cut off on the way."""
    TOO_MANY_BYTES = "too-many-bytes"
    TOO_MANY_PIXELS = "too-many-pixels"
