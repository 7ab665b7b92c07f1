"""The step kinds: one class each, and the table that names them all.

A new kind is a class, a line in `KINDS`, a screen and a section in `docs/formats/module.md`.
`game` and `decide` are reserved: their rules have rooms of their own (`core/games/`,
`core/decision/`) and join this table when those rooms are built.
"""

from __future__ import annotations

from collections.abc import Mapping

from thinkcoop.core.kinds.ask import Ask
from thinkcoop.core.kinds.base import KindStep, Tally
from thinkcoop.core.kinds.order import Map, Rank, Sort
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
}

RESERVED = ("game", "decide")
"""Names that belong to kinds which this version cannot run yet."""

__all__ = [
    "KINDS",
    "RESERVED",
    "Ask",
    "Ballot",
    "Break",
    "Discuss",
    "KindStep",
    "Map",
    "Pair",
    "Promise",
    "Rank",
    "Report",
    "Round",
    "Say",
    "Show",
    "Sort",
    "Tally",
    "Think",
]
