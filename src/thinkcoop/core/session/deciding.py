"""What the room has decided so far, and under which rule: worked out from counts alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from thinkcoop.core.decision import (
    Agreed,
    LawFit,
    Outcome,
    Proposal,
    Rule,
    ladder_for,
    law_fit,
    outcome,
    propose_rule,
)
from thinkcoop.core.kinds import KindStep, Path
from thinkcoop.core.kinds.decide import ObjectionBallot, RuleAsk, WaysBallot
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Rung, Way
from thinkcoop.core.module.model import Option
from thinkcoop.core.session.asking import closed_tally, is_closed
from thinkcoop.core.session.forms import told_tally
from thinkcoop.core.session.state import Count, State
from thinkcoop.core.words import MINUTE, StepId

Kind = TypeVar("Kind", bound=KindStep)

WOMAN, MAN = 0, 1
"""The first two answers to the question who I am; the third would rather not say."""
RULES: tuple[Rule, Rule] = ("agreement", "majority")
FARMER = "farmer"
"""The trade of those who farm or fish, in every module that has it."""
DAY_MINUTES = 24 * 60
EPOCH = date(1970, 1, 1).toordinal()
AGAINST = 1
"""In the vote on objections: I am strongly against it."""


def top_need(state: State) -> Option | None:
    """What most people (or tables) put first where the room named its needs.

    None when unknown, or while somebody can still name theirs.
    """
    step = _need_step(state)
    tally = told_tally(state, step)[0] if step is not None else None
    if step is None or tally is None or not any(tally.counts):
        return None
    return step.choices()[tally.counts.index(max(tally.counts))]


def forms_of_need(state: State) -> int:
    """On how many forms the top need rests; 0 where it was named in the room."""
    step = _need_step(state)
    tally, on_paper = (None, False) if step is None else told_tally(state, step)
    return tally.total if tally is not None and on_paper else 0


def _need_step(state: State) -> KindStep | None:
    decision = state.program.module.decision
    return state.program.step(StepId(decision.need_of)) if decision is not None else None


def voted_on_slips(state: State) -> bool:
    """Whether a vote on the ways was counted on slips of paper."""
    return any(ballot.key in state.typed_ballots for ballot in _steps(state, WaysBallot))


def item_counts(state: State, kind: str) -> Iterator[tuple[int, ...]]:
    """The counts of every item of that kind on the room's paths, in order; empty ones too."""
    for path in _steps(state, Path):
        counted = state.private_counts.get(path.key)
        for at, item in enumerate(path.items):
            if item.kind == kind:
                known = counted is not None and at < len(counted.counts)
                yield counted.counts[at] if counted is not None and known else ()


def proposal(state: State) -> Proposal:
    """The rule that is proposed for the second vote, from the mix of women and men."""
    counts = next(item_counts(state, "who"), ())
    women, men = (counts[WOMAN], counts[MAN]) if counts else (0, 0)
    return propose_rule(women, men)


def rule_of(state: State) -> Rule:
    """The rule that holds: what more people want, and with as many for each the proposed one."""
    asked = next(_steps(state, RuleAsk), None)
    tally = closed_tally(state, asked) if asked is not None else None
    counts = tally.counts if tally is not None else ()
    if not counts or counts[0] == counts[1]:
        return proposal(state).rule
    return RULES[0] if counts[0] > counts[1] else RULES[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Votes:
    """The two secret votes on the ways, and what the second one came to."""

    ways: tuple[Way, ...]
    first: Count | None
    second: Count | None
    against: int | None
    """How many are strongly against it; None when that was not asked, or too few answered."""
    rule: Rule
    result: Outcome | None
    """None before the deciding vote was counted, and the objections to it where they are asked."""

    @property
    def agreed(self) -> Way | None:
        """The way that the room agreed on, if it did."""
        return self.ways[self.result.option] if isinstance(self.result, Agreed) else None


def votes(state: State) -> Votes | None:
    """The votes of this session; None when its edition has no decision."""
    decision = state.program.module.decision
    ballots = list(_steps(state, WaysBallot))
    if decision is None or not ballots:
        return None
    first = next((state.counts.get(b.key) for b in ballots if not b.again_vote), None)
    second = next((state.counts.get(b.key) for b in ballots if b.again_vote), None)
    against = _against(state)
    rule = rule_of(state)
    decided = second if any(b.again_vote for b in ballots) else first
    ready = decided is not None and not _may_still_object(state)
    result = outcome(rule, decided.counts, against=against) if decided and ready else None
    return Votes(
        ways=decision.ways, first=first, second=second, against=against, rule=rule, result=result
    )


def _against(state: State) -> int | None:
    asked = next(_steps(state, ObjectionBallot), None)
    count = state.counts.get(asked.key) if asked is not None else None
    return count.counts[AGAINST] if count is not None and count.counts else None


def _may_still_object(state: State) -> bool:
    """Whether the vote on objections is still to come: until then nothing is decided."""
    return any(
        asked.key not in state.counts and not is_closed(state, asked.key)
        for asked in _steps(state, ObjectionBallot)
    )


def country_of(state: State) -> Country | None:
    """The country whose laws are told, if the convener chose one that is known."""
    code = state.header.country if state.header is not None else ""
    return next((each for each in state.program.module.countries if each.code == code), None)


def today_of(state: State) -> date:
    """The day on which this meeting is held, as its own clock has it."""
    zone = state.header.zone_minutes if state.header is not None else 0
    return date.fromordinal(EPOCH + (state.meeting_wall_ms // MINUTE + zone) // DAY_MINUTES)


def law_of(state: State) -> LawFit:
    """Whether a law for the work of these people is confirmed in the country that was chosen.

    A law for farms alone counts only where everybody who decides farms or fishes.
    """
    deciders = [seat for seat in state.seats.values() if not seat.guest]
    farm = bool(deciders) and all(seat.trade == FARMER for seat in deciders)
    return law_fit(country_of(state), farm=farm, today=today_of(state))


def next_rungs(state: State) -> tuple[Rung, ...]:
    """Where the group can go from here; without agreement that is waiting and asking."""
    decision = state.program.module.decision
    found = votes(state)
    if decision is None:
        return ()
    need = top_need(state)
    way = found.agreed if found is not None else None
    return ladder_for(
        decision,
        way.id if way else None,
        need.id if need else None,
        law=law_of(state),
    )


def _steps(state: State, kind: type[Kind]) -> Iterator[Kind]:
    for step in state.program.by_key.values():
        if isinstance(step, kind):
            yield step
