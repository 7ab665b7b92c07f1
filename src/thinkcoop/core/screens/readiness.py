"""What helps whoever says *no* to a question on being ready, opened before the *no* is sent.

Nobody learns who saw it. It never says what to choose: the ways stand beside each other with as
much good as bad, in the order that goes round from seat to seat.
"""

from __future__ import annotations

from typing import assert_never

from thinkcoop.core.decision import ladder_for, order_for, told_of
from thinkcoop.core.kinds.decide import NOT_READY
from thinkcoop.core.kinds.path import PathItem
from thinkcoop.core.module.decision import WAIT, Decision, Way
from thinkcoop.core.screens.parts import option_choices
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Choice, Help, ShortWay, Text, phrase
from thinkcoop.core.session import deciding
from thinkcoop.core.session.state import State
from thinkcoop.core.words import SeatNo


def helps_of(state: State, item: PathItem, seat: SeatNo) -> tuple[Help | None, ...]:
    """The help beside each answer of an item: at the *no* of a question on being ready."""
    decision = state.program.module.decision
    if item.help is None or decision is None:
        return ()
    help_ = _help(state, decision, item, seat)
    return tuple(help_ if at == NOT_READY else None for at in range(len(item.options)))


def _help(state: State, decision: Decision, item: PathItem, seat: SeatNo) -> Help:
    match item.help:
        case "compare":
            return Help(ways=tuple(map(_short, order_for(decision.ways, seat))))
        case "beans":
            reasons = option_choices(decision.reasons.options)
            return Help(picture="ten-fingers", reasons=reasons)
        case "person":
            return Help(cards=_whom_to_ask(state))
        case "wait":
            rungs = ladder_for(decision, WAIT, None, law=deciding.law_of(state))
            cards = (
                Card(text=Text(rung.text), picture=rung.picture, more=Text(rung.monday))
                for rung in rungs
            )
            return Help(ways=(_short(decision.way(WAIT)),), cards=tuple(cards))
        case None:
            raise ValueError(f"no help at {item.key}")
        case _:
            assert_never(item.help)


def _short(way: Way) -> ShortWay:
    """A way with the first of its good and of its bad sides: both, or it would be praise."""
    good, bad = (
        Choice(value=at, text=Text(side[0].text), picture=side[0].picture)
        for at, side in enumerate((way.good, way.bad))
    )
    return ShortWay(text=Text(way.text), picture=way.picture, good=good, bad=bad)


def _whom_to_ask(state: State) -> tuple[Card, ...]:
    """Somebody of one's own, whoever knows the law here, and the box for what nobody knows."""
    country = deciding.country_of(state)
    law = () if country is None else (told_of(country, deciding.today_of(state)).ask,)
    return (
        Card(text=phrase(P.WHOM_TO_TRUST), picture="talk-home"),
        *(Card(text=Text(ask), picture="law") for ask in law),
        Card(text=phrase(P.BOX_AT_TOP), picture="question-box"),
    )
