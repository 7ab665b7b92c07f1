"""The step kinds: one class each, and the table that names them all.

A new kind is a class, a line in `KINDS`, a screen and a section in `docs/formats/module.md`.
`game` and `decide` unfold into steps that no file can name: `move`, `seen`, `path` and others.
"""

from __future__ import annotations

from collections.abc import Mapping

from thinkcoop.core.kinds.ask import Ask
from thinkcoop.core.kinds.base import KindStep, Tally
from thinkcoop.core.kinds.decide import Decide, Told
from thinkcoop.core.kinds.game import Game, Move, Seen
from thinkcoop.core.kinds.order import Map, Rank, Sort
from thinkcoop.core.kinds.path import Path, PathItem
from thinkcoop.core.kinds.talk import Break, Discuss, Pair, Report, Round, Say, Show, Think
from thinkcoop.core.kinds.vote import Ballot, Promise

KINDS: Mapping[str, type[KindStep]] = {
    "say": Say,
    "think": Think,
    "round": Round,
    "pair": Pair,
    "discuss": Discuss,
    "ask": Ask,
    "rank": Rank,
    "sort": Sort,
    "map": Map,
    "ballot": Ballot,
    "show": Show,
    "report": Report,
    "promise": Promise,
    "break": Break,
    "game": Game,
    "decide": Decide,
}

__all__ = [
    "KINDS",
    "Ask",
    "Ballot",
    "Break",
    "Decide",
    "Discuss",
    "Game",
    "KindStep",
    "Map",
    "Move",
    "Pair",
    "Path",
    "PathItem",
    "Promise",
    "Rank",
    "Report",
    "Round",
    "Say",
    "Seen",
    "Show",
    "Sort",
    "Tally",
    "Think",
    "Told",
]
