"""What the room is told of its decision: counts and sentences, and never who."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import assert_never

from thinkcoop.core.decision import (
    Agreed,
    NoAgreement,
    Outcome,
    Tie,
    TooFew,
    reason_words,
    rule_words,
    told_of,
)
from thinkcoop.core.kinds.decide import Together, Told, way_options
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.screens.parts import (
    done_button,
    option_choices,
    take_home_button,
    unclear_button,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Chart, ChartRow, Screen, Text, Words, phrase
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.session import deciding
from thinkcoop.core.session.state import Count, State


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a part of the decision shows, wherever it is shown."""

    heading: Words
    text: Words
    picture: str = ""
    charts: tuple[Chart, ...] = ()
    cards: tuple[Card, ...] = ()
    notes: tuple[Words, ...] = ()


def told(view: View) -> Screen:
    """The part on a phone or a table's device."""
    step = view.step
    assert isinstance(step, Told)
    content = content_of(view.state, step)
    said = view.seat in view.floor.done
    buttons = () if said else (done_button(step, main=view.holds("timekeeper")),)
    if step.part == "outcome":
        buttons = (*buttons, take_home_button())
    return base(
        view,
        "show",
        heading=content.heading,
        text=content.text,
        picture=content.picture or step.picture or "",
        charts=content.charts,
        cards=content.cards,
        notes=(*base(view, "show").notes, *content.notes),
        buttons=(*buttons, unclear_button(step)),
    )


def content_of(state: State, step: Told) -> Content:
    """What there is to tell now."""
    decision = state.program.module.decision
    assert decision is not None  # else the step would not have been unfolded
    return _PARTS[step.part](state, step, decision)


def _need(state: State, step: Told, decision: Decision) -> Content:
    need = deciding.top_need(state)
    question = decision.question
    if need is None:
        return Content(heading=Text(step.text), text=Text(question.without))
    return Content(
        heading=phrase(P.OUR_NEED),
        text=Text(question.text, (("need", need.text),)),
        picture=need.picture,
    )


def _beans(state: State, step: Told, decision: Decision) -> Content:
    counts = next(deciding.item_counts(state, "beans"), ())
    rows = tuple(
        ChartRow(text=Text(option.text), picture=option.picture, sign="", values=(count,))
        for option, count in zip(decision.reasons.options, counts, strict=False)
    )
    title = phrase(P.BEANS_TITLE if rows else P.TOO_FEW_VOTES)
    most = max(1, *counts) if counts else 1
    chart = Chart(kind="bars", title=title, rows=rows, totals=(), most=most, unit="beans")
    return Content(heading=phrase(P.LOOK), text=Text(step.text), charts=(chart,))


def _stones(state: State, step: Told, decision: Decision) -> Content:
    counts = tuple(deciding.item_counts(state, "stone"))
    rows = tuple(
        ChartRow(text=Text(fit.text), picture=fit.picture, sign="", values=count)
        for fit, count in zip(decision.fit, counts, strict=False)
        if count
    )
    chart = Chart(
        kind="groups",
        title=phrase(P.STONES_TITLE if rows else P.TOO_FEW_VOTES),
        rows=rows,
        totals=(),
        most=max((sum(row.values) for row in rows), default=1),
        columns=option_choices(decision.fit_answers),
    )
    return Content(heading=phrase(P.LOOK), text=Text(step.text), charts=(chart,))


def _law(state: State, step: Told, decision: Decision) -> Content:
    """Confirmed facts and whom to ask; nothing that is only likely is said as a fact."""
    country = deciding.country_of(state)
    if country is None:
        unknown = decision.law_unknown
        return Content(heading=phrase(P.THE_LAW), text=Text(unknown.text), picture=unknown.picture)
    known = told_of(country, deciding.today_of(state))
    cards = tuple(Card(text=Text(fact.text), picture="paperwork") for fact in known.facts)
    return Content(
        heading=phrase(P.THE_LAW), text=Text(known.ask), picture="ask-someone", cards=cards
    )


def _rule(state: State, step: Told, decision: Decision) -> Content:
    proposal = deciding.proposal(state)
    words = rule_words(decision, proposal.rule)
    return Content(
        heading=phrase(P.WE_PROPOSE),
        text=Text(words.says),
        picture=words.picture,
        notes=(Text(reason_words(decision, proposal)),),
    )


def _outcome(state: State, step: Told, decision: Decision) -> Content:
    found = deciding.votes(state)
    if found is None or found.result is None:
        return Content(heading=phrase(P.LOOK), text=Text(step.text))
    notes: tuple[Words, ...] = (phrase(P.MAY_SPLIT),)
    if found.against is not None:
        notes = (phrase(P.SOME_AGAINST, count=found.against), *notes)
    agreed = found.agreed
    return Content(
        heading=_result(found.result, found.rule),
        text=Text(agreed.text) if agreed is not None else Text(step.text),
        picture=agreed.picture if agreed is not None else "way-wait",
        charts=(ways_chart(decision, found.first, found.second),),
        notes=notes,
    )


def _result(result: Outcome, rule: str) -> Words:
    match result:
        case Agreed():
            return phrase(P.WE_AGREE if rule == "agreement" else P.MOST_WANT)
        case NoAgreement():
            return phrase(P.NOT_AGREED)
        case Tie():
            return phrase(P.A_TIE)
        case TooFew():
            return phrase(P.TOO_FEW_VOTES)
        case _:
            assert_never(result)


def ways_chart(decision: Decision, first: Count | None, second: Count | None) -> Chart:
    """Both votes side by side, or the one that was counted. Small votes are not shown."""
    counted = [count for count in (first, second) if count is not None and count.counts]
    rows = tuple(
        ChartRow(
            text=Text(option.text),
            picture=option.picture,
            sign="",
            values=tuple(count.counts[at] for count in counted),
        )
        for at, option in enumerate(way_options(decision))
        if counted
    )
    title = (P.TOO_FEW_VOTES, P.LOOK, P.BEFORE_AND_NOW)[len(counted)]
    return Chart(
        kind="twice" if len(counted) == 2 else "bars",
        title=phrase(title),
        rows=rows,
        totals=tuple(count.total for count in counted),
        most=max((count.total for count in counted), default=1) or 1,
    )


def _next(state: State, step: Told, decision: Decision) -> Content:
    cards = tuple(
        Card(text=Text(rung.text), picture=rung.picture, more=Text(rung.monday))
        for rung in deciding.next_rungs(state)
    )
    return Content(heading=phrase(P.WHERE_NOW), text=Text(step.text), cards=cards)


def _nothing(state: State, step: Told, decision: Decision) -> Content:
    """Parts that are asked or voted on, and told by their own screens."""
    return Content(heading=phrase(P.LOOK), text=Text(step.text))


_PARTS: Mapping[Together, Callable[[State, Told, Decision], Content]] = {
    "need": _need,
    "beans-seen": _beans,
    "fit-seen": _stones,
    "law": _law,
    "rule": _rule,
    "vote": _nothing,
    "object": _nothing,
    "vote-again": _nothing,
    "outcome": _outcome,
    "next": _next,
}
