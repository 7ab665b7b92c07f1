"""Recordings made ready to be heard in a room; only with the extra `voice`. Knows no pages.

What comes is any sound of a phone or a computer; what goes out is one person's voice, without
silence at its ends, as loud as all others, as Opus and as AAC.
"""

from __future__ import annotations

from thinkcoop.voice.espeak import Espeak, has_espeak
from thinkcoop.voice.studio import AvStudio

__all__ = ["AvStudio", "Espeak", "has_espeak"]
