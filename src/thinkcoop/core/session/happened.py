"""What every event of a session has. See `events.py`, which names them all."""

from __future__ import annotations

from dataclasses import dataclass

from thinkcoop.core.words import Millis


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """A fact of the session at a moment counted from its opening."""

    at: Millis
