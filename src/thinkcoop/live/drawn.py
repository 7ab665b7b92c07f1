"""Screens that were drawn, so that each different one is drawn once, whoever needs it."""

from __future__ import annotations

from typing import Protocol

from thinkcoop.core.words import SessionId
from thinkcoop.live.looks import Look, View

Key = tuple[Look, View, str]


class Draw(Protocol):
    """Makes a screen of `session` into one line of HTML. Known to `web`, given to us."""

    def __call__(self, session: SessionId, look: Look, view: View, language: str) -> str:
        """The HTML."""


class Drawn:
    """What was drawn for one session in this round and in the one before."""

    def __init__(self, session: SessionId, draw: Draw) -> None:
        self._session = session
        self._draw = draw
        self._now: dict[Key, tuple[Look, str]] = {}
        self._before: dict[Key, tuple[Look, str]] = {}

    def turn_over(self) -> None:
        """A round for everyone begins: what neither it nor the last one needs is forgotten."""
        self._before, self._now = self._now, {}

    def html(self, look: Look, view: View, language: str) -> tuple[Look, str]:
        """Return the HTML, and a look equal to `look` that everyone may share."""
        key = (look, view, language)
        found = self._now.get(key)
        if found is None:
            found = self._before.get(key)
            if found is None:
                found = (look, self._draw(self._session, look, view, language))
            self._now[key] = found
        return found
