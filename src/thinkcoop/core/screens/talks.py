"""The screen of each kind in which nothing is answered, on a phone and on a table's device."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from thinkcoop.core.screens import decide, play, talk
from thinkcoop.core.screens.screen import Screen
from thinkcoop.core.screens.talk import View

TALKS: Mapping[str, Callable[[View], Screen]] = {
    "say": talk.say,
    "think": talk.think,
    "round": talk.turn,
    "pair": talk.pair,
    "discuss": talk.discuss,
    "show": talk.show,
    "report": talk.report,
    "seen": play.seen,
    "told": decide.told,
}
