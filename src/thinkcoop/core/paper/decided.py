"""What a room decided, and where it goes from here: counts and sentences, and never who."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.decision import Agreed, rule_words
from thinkcoop.core.kinds.decide import Together, Told
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.paper.document import Block, Drawn, Part, Said, Shown
from thinkcoop.core.screens.decide import Content, content_of, ways_chart
from thinkcoop.core.screens.phrases import P
from thinkcoop.core.screens.screen import Card, Text, phrase
from thinkcoop.core.session import deciding
from thinkcoop.core.session.state import State


def need(state: State) -> Part | None:
    """Our biggest need; None where no needs were named."""
    found = deciding.top_need(state)
    if found is None:
        return None
    shown = Shown(text=Text(found.text), picture=found.picture, main=True)
    forms = deciding.forms_of_need(state)
    paper = (Said(text=phrase(P.HOME_ON_PAPER, count=forms), quiet=True),) if forms else ()
    return Part(heading=phrase(P.OUR_NEED), picture="do-rank", blocks=(shown, *paper), short=True)


def choice(state: State) -> Part | None:
    """Both votes, what came of them, and under which rule; None without a decision."""
    decision, votes = state.program.module.decision, deciding.votes(state)
    if decision is None or votes is None:
        return None
    blocks: tuple[Block, ...] = tuple(_choice(state, decision, votes))
    if deciding.voted_on_slips(state):
        blocks = (*blocks, Said(text=phrase(P.HOME_ON_SLIPS), quiet=True))
    return Part(heading=phrase(P.HOME_CHOICE), picture="do-vote", blocks=blocks, short=True)


def _choice(state: State, decision: Decision, votes: deciding.Votes) -> Iterator[Block]:
    if votes.first is None and votes.second is None:
        yield Said(text=phrase(P.HOME_NO_VOTE))
        return
    if votes.result is not None:
        result = _content(state, "outcome", decision)
        agreed = votes.agreed
        if agreed is not None:
            more = result.heading
            yield Shown(text=Text(agreed.text), picture=agreed.picture, more=more, main=True)
        else:
            yield Shown(text=result.text, picture=result.picture, main=True)
    yield Drawn(chart=ways_chart(decision, votes.first, votes.second))
    if votes.result is not None:
        yield Said(text=Text(rule_words(decision, votes.rule).says), quiet=True)
    if votes.against is not None:
        yield Said(text=phrase(P.SOME_AGAINST, count=votes.against))
    if isinstance(votes.result, Agreed):
        yield Said(text=phrase(P.MAY_SPLIT), quiet=True)


def beans(state: State) -> Part | None:
    """What matters to us, all beans together; None when fewer than five laid theirs."""
    decision = state.program.module.decision
    if decision is None or not next(deciding.item_counts(state, "beans"), ()):
        return None
    blocks = tuple(Drawn(chart=chart) for chart in _content(state, "beans-seen", decision).charts)
    return Part(heading=phrase(P.BEANS_TITLE), picture=decision.reasons.picture, blocks=blocks)


def ahead(state: State) -> Part | None:
    """Where to go from here, each step with what to do on Monday; None before the votes."""
    decision, votes = state.program.module.decision, deciding.votes(state)
    if decision is None or votes is None or votes.result is None:
        return None
    blocks = _cards(_content(state, "next", decision).cards)
    return Part(heading=phrase(P.WHERE_NOW), picture="path-fork", blocks=blocks, short=True)


def law(state: State) -> Part | None:
    """What is confirmed of the law, and whom to ask; nothing that is only likely."""
    decision = state.program.module.decision
    if decision is None:
        return None
    told = _content(state, "law", decision)
    ask = Shown(text=told.text, picture=told.picture)
    notice = Said(text=phrase(P.HOME_NO_ADVICE), quiet=True)
    blocks = (*_cards(told.cards), ask, notice)
    return Part(heading=told.heading, picture="law", blocks=blocks)


def _cards(cards: tuple[Card, ...]) -> tuple[Block, ...]:
    return tuple(Shown(text=card.text, picture=card.picture, more=card.more) for card in cards)


def _content(state: State, part: Together, decision: Decision) -> Content:
    """What the room is told in that part, also where this edition leaves it out."""
    told = (step for step in state.program.by_key.values() if isinstance(step, Told))
    found = next((step for step in told if step.part == part), None)
    return content_of(state, found or Told(part=part, text=decision.question.without))
