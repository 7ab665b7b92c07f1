"""Answer cards in pictures. Needs the extra `cards`; without it nothing here can be imported.

Bytes in, readings out, all in memory: nothing of a picture is kept, written or sent. Knows card
numbers and signs, and nothing of seats, sessions, requests or Django.
"""

from __future__ import annotations

from thinkcoop.vision.reader import read_cards

__all__ = ["read_cards"]
