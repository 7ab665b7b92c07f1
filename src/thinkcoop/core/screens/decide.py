"""What the room is told of its decision: counts and sentences, and never who."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
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
from thinkcoop.core.games.labels import L
from thinkcoop.core.kinds import KindStep
from thinkcoop.core.kinds.decide import RuleAsk, Together, Told, way_options
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Decision, RuleWords
from thinkcoop.core.screens.parts import (
    SIGNS,
    done_button,
    option_choices,
    take_home_button,
    unclear_buttons,
)
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import (
    Card,
    Chart,
    ChartRow,
    Choice,
    Form,
    RuleCard,
    Screen,
    Sign,
    Text,
    Words,
    phrase,
)
from thinkcoop.core.screens.talk import View, base
from thinkcoop.core.session import deciding
from thinkcoop.core.session.state import Count, State

NO = -1
"""The last of the three stones (`core/module/checks/decision.py` sees to that)."""

NOTHING_DECIDED: Mapping[type[Outcome], str] = {
    NoAgreement: "no-agreement",
    Tie: "tie",
    TooFew: "too-few-votes",
}
"""What shows that nothing was decided, and why; never a way, for that would look chosen."""

LAW_PICTURES: Mapping[str, str] = {
    "law": "law",
    "who_registers": "law-register",
    "least_members": "law-members",
    "trades_allowed": "law-trades",
    "least_capital": "law-capital",
}
"""A picture for each fact of a country (`core/module/country.py`): many only look and listen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a part of the decision shows, wherever it is shown."""

    heading: Words
    text: Words
    picture: str = ""
    charts: tuple[Chart, ...] = ()
    cards: tuple[Card, ...] = ()
    rules: tuple[RuleCard, ...] = ()
    notes: tuple[Words, ...] = ()


def told(view: View) -> Screen:
    """The part on a phone or a table's device."""
    step = view.step
    assert isinstance(step, Told)
    content = content_of(view.state, step, again=view.floor.said_again)
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
        rules=content.rules,
        notes=(*base(view, "show").notes, *content.notes),
        buttons=(*buttons, *unclear_buttons(step)),
    )


def content_of(state: State, step: Told, *, again: bool = False) -> Content:
    """What there is to tell now; `again`: in other words."""
    decision = state.program.module.decision
    assert decision is not None  # else the step would not have been unfolded
    said = Text(step.again if again and step.again else step.text)
    return _PARTS[step.part](_Telling(state, decision, said, again))


@dataclass(frozen=True, slots=True)
class _Telling:
    """What a part is told from: `said` is its sentence, perhaps in other words already."""

    state: State
    decision: Decision
    said: Text
    again: bool

    def of(self, text: str, again: str) -> str:
        """The one that is said now."""
        return again if self.again else text


def _need(now: _Telling) -> Content:
    need = deciding.top_need(now.state)
    question = now.decision.question
    if need is None:
        text = Text(now.of(question.without, question.without_again))
        return Content(heading=now.said, text=text)
    return Content(
        heading=phrase(P.OUR_NEED),
        text=Text(now.of(question.text, question.again), (("need", need.text),)),
        picture=need.picture,
    )


def _beans(now: _Telling) -> Content:
    counts = next(deciding.item_counts(now.state, "beans"), ())
    rows = tuple(
        ChartRow(text=Text(option.text), picture=option.picture, sign="", values=(count,))
        for option, count in zip(now.decision.reasons.options, counts, strict=False)
    )
    title = phrase(P.BEANS_TITLE if rows else P.TOO_FEW_VOTES)
    most = max(1, *counts) if counts else 1
    chart = Chart(kind="bars", title=title, rows=rows, totals=(), most=most, unit="beans")
    return Content(heading=phrase(P.LOOK), text=now.said, charts=(chart,))


def _stones(now: _Telling) -> Content:
    counts = tuple(deciding.item_counts(now.state, "stone"))
    rows = tuple(
        ChartRow(
            text=Text(fit.text),
            picture=fit.picture,
            sign="",
            values=count,
            heavy=fit.red and count[NO] > 0,
        )
        for fit, count in zip(now.decision.fit, counts, strict=False)
        if count
    )
    chart = Chart(
        kind="stones",
        title=phrase(P.STONES_TITLE if rows else P.TOO_FEW_VOTES),
        rows=rows,
        totals=(),
        most=max((sum(row.values) for row in rows), default=1),
        columns=option_choices(now.decision.fit_answers),
    )
    return Content(heading=phrase(P.LOOK), text=now.said, charts=(chart,))


def _law(now: _Telling) -> Content:
    """Confirmed facts and whom to ask; nothing that is only likely is said as a fact."""
    country = deciding.country_of(now.state)
    if country is None:
        unknown = now.decision.law_unknown
        text = Text(now.of(unknown.text, unknown.again))
        return Content(heading=phrase(P.THE_LAW), text=text, picture=unknown.picture)
    known = told_of(country, deciding.today_of(now.state))
    cards = tuple(
        Card(text=Text(fact.text), picture=_law_picture(country, fact.key)) for fact in known.facts
    )
    text = Text(now.of(known.ask, known.ask_again))
    return Content(heading=phrase(P.THE_LAW), text=text, picture="ask-someone", cards=cards)


def _law_picture(country: Country, key: str) -> str:
    farms = key == "trades_allowed" and country.trades_allowed.reach == "farm"
    return "law-farms" if farms else LAW_PICTURES[key]


def _rule(now: _Telling) -> Content:
    """Both rules in equal detail. The reason stands where it belongs, at the one proposed."""
    proposal = deciding.proposal(now.state)
    because = Text(reason_words(now.decision, proposal))
    cards = tuple(
        _rule_card(rule_words(now.decision, rule), sign, because if rule == proposal.rule else None)
        for rule, sign in zip(deciding.RULES, SIGNS, strict=False)
    )
    return Content(heading=Text(now.decision.rules.text), text=now.said, rules=cards)


def _rule_card(words: RuleWords, sign: Sign, because: Words | None) -> RuleCard:
    good, bad = (
        Choice(value=at, text=Text(point.text), picture=point.picture)
        for at, point in enumerate((words.good, words.bad))
    )
    return RuleCard(
        text=Text(words.text),
        picture=words.picture,
        sign=sign,
        says=Text(words.says),
        good=good,
        bad=bad,
        because=because,
    )


def rules_marked(state: State, step: KindStep, form: Form | None) -> Form | None:
    """The form in which the room chooses its rule: what each means, and which one is proposed.

    Any other form comes back as it is.
    """
    decision = state.program.module.decision
    if not isinstance(step, RuleAsk) or decision is None or form is None:
        return form
    proposed = deciding.RULES.index(deciding.proposal(state).rule)
    choices = tuple(
        replace(
            choice,
            more=Text(rule_words(decision, deciding.RULES[choice.value]).says),
            proposed=choice.value == proposed,
        )
        for choice in form.choices
    )
    return replace(form, choices=choices)


def _outcome(now: _Telling) -> Content:
    """What the deciding vote came to: the way, or in the same place that there is none."""
    found = deciding.votes(now.state)
    if found is None or found.result is None:
        return Content(heading=phrase(P.LOOK), text=now.said)
    agreed, result = found.agreed, _result(found.result, found.rule)
    plain = result if agreed is None else Text(agreed.text)
    chart = ways_chart(now.decision, found.first, found.second)
    return Content(
        heading=phrase(P.LOOK) if agreed is None and not now.again else result,
        text=now.said if now.again else plain,
        picture=agreed.picture if agreed is not None else NOTHING_DECIDED[type(found.result)],
        charts=(chart,) if chart.rows else (),
        cards=tuple(_beside(found)),
    )


def _beside(found: deciding.Votes) -> Iterator[Card]:
    """How many are strongly against it; and where a way was agreed on, that nobody must go it."""
    if found.against is not None:
        against = phrase(P.SOME_AGAINST, count=found.against)
        yield Card(text=against, picture="thumb-down")
    if found.agreed is not None:
        yield Card(text=phrase(P.MAY_SPLIT), picture="path-fork")


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
    title = (P.TOO_FEW_VOTES, L.WHAT_WE_CHOSE, P.BEFORE_AND_NOW)[len(counted)]
    return Chart(
        kind="twice" if len(counted) == 2 else "bars",
        title=phrase(title),
        rows=rows,
        totals=tuple(count.total for count in counted),
        most=max((count.total for count in counted), default=1) or 1,
    )


def _next(now: _Telling) -> Content:
    cards = tuple(
        Card(text=Text(rung.text), picture=rung.picture, more=Text(rung.monday))
        for rung in deciding.next_rungs(now.state)
    )
    return Content(heading=phrase(P.WHERE_NOW), text=now.said, cards=cards)


def _nothing(now: _Telling) -> Content:
    """Parts that are asked or voted on, and told by their own screens."""
    return Content(heading=phrase(P.LOOK), text=now.said)


_PARTS: Mapping[Together, Callable[[_Telling], Content]] = {
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
