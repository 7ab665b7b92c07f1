"""How each kind of step is done with paper and pencil: its sign, who does it, in which words."""

from __future__ import annotations

from collections.abc import Mapping

from thinkcoop.core.kinds import Ask, Ballot, Discuss, KindStep, Move, Rank, Sort, Told
from thinkcoop.core.kinds.decide import RuleAsk
from thinkcoop.core.screens.kit_words import K
from thinkcoop.core.screens.screen import Words, phrase

SIGNS_OF_KINDS: Mapping[str, tuple[str, K]] = {
    "say": ("do-listen", K.SIGN_SAY),
    "think": ("do-think", K.SIGN_THINK),
    "round": ("do-round", K.SIGN_ROUND),
    "pair": ("do-pair", K.SIGN_PAIR),
    "discuss": ("do-discuss", K.SIGN_DISCUSS),
    "ask": ("do-ask", K.SIGN_ASK),
    "rank": ("do-rank", K.SIGN_RANK),
    "sort": ("do-sort", K.SIGN_SORT),
    "map": ("do-map", K.SIGN_MAP),
    "move": ("do-game", K.SIGN_GAME),
    "ballot": ("do-vote", K.SIGN_BALLOT),
    "show": ("do-show", K.SIGN_SHOW),
    "report": ("do-report", K.SIGN_REPORT),
    "told": ("do-decide", K.SIGN_DECIDE),
    "promise": ("do-promise", K.SIGN_PROMISE),
    "break": ("do-break", K.SIGN_BREAK),
}
"""In the order of the legend."""
SAME_SIGN = {"seen": "move", "path": "told"}

WHO: Mapping[str, str] = {
    "say": "role-reader",
    "think": "one-person",
    "round": "role-encourager",
    "pair": "two-people",
    "discuss": "role-encourager",
    "ask": "one-person",
    "rank": "one-person",
    "map": "one-person",
    "ballot": "one-person",
    "sort": "role-recorder",
    "move": "one-person",
    "seen": "role-recorder",
    "show": "role-recorder",
    "report": "role-reporter",
    "told": "role-reader",
    "path": "one-person",
    "promise": "one-person",
    "break": "role-timekeeper",
}

SIMPLE: Mapping[str, K] = {
    "think": K.HOW_THINK,
    "round": K.HOW_ROUND,
    "pair": K.HOW_PAIR,
    "map": K.HOW_MAP,
    "report": K.HOW_REPORT,
    "promise": K.HOW_PROMISE,
    "break": K.HOW_BREAK,
}

TOLD: Mapping[str, K] = {
    "need": K.HOW_NEED,
    "law": K.HOW_LAW,
    "rule": K.HOW_RULE,
    "beans-seen": K.HOW_BEANS_SEEN,
    "fit-seen": K.HOW_STONES_SEEN,
    "outcome": K.HOW_OUTCOME,
    "next": K.HOW_NEXT,
}


def sign_of(step: KindStep) -> str:
    """The picture that stands for its kind."""
    return SIGNS_OF_KINDS[SAME_SIGN.get(step.kind, step.kind)][0]


def is_for_the_room(step: KindStep) -> bool:
    """Whether all tables meet for it. A private path is walked by each alone, wherever they sit."""
    return step.to == "all" and step.kind not in ("path", "break", "report")


def who_does(step: KindStep) -> str:
    """The picture of who does it."""
    if is_for_the_room(step):
        return "whole-room"
    if isinstance(step, Rank | Move) and step.to == "table":
        return "role-recorder"
    return WHO[step.kind]


def how_done(step: KindStep) -> tuple[Words, ...]:
    """What people do, in a few short sentences; none where another file says it (games, paths)."""
    if step.kind in SIMPLE:
        return (phrase(SIMPLE[step.kind]),)
    match step:
        case Discuss():
            ends = (phrase(K.HOW_DISCUSS_ENDS),) if step.ends_of else ()
            return (phrase(K.HOW_DISCUSS), *ends)
        case Ask():
            return (_asked(step),)
        case Rank() | Sort():
            return (_put_in_place(step),)
        case Told():
            return (phrase(TOLD[step.part]),)
        case Ballot():
            return (phrase(K.HOW_BALLOT), phrase(K.HOW_BALLOT_COUNT))
        case _:
            return ()


def _put_in_place(step: Rank | Sort) -> Words:
    table = step.to == "table"
    if isinstance(step, Rank):
        return phrase(K.HOW_RANK_TABLE if table else K.HOW_RANK, keep=step.keep)
    return phrase(K.HOW_SORT if table else K.HOW_SORT_ALONE)


def _asked(step: Ask) -> Words:
    if isinstance(step, RuleAsk):
        return phrase(K.HOW_ASK_ROOM)
    match step.pick:
        case "several":
            return phrase(K.HOW_ASK_SEVERAL, count=step.at_most)
        case "number" | "money":
            return phrase(K.HOW_ASK_NUMBER)
        case "words":
            return phrase(K.HOW_ASK_WORDS)
        case _:
            return phrase(K.HOW_ASK)
