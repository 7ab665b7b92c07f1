"""How far apart the room was before and after the talk: votes, and questions that are put again.

Worked out from counts of what is closed, and from who voted, never from how.
"""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.figures.hiding import FEWEST
from thinkcoop.core.figures.process_parts import AskedTwice, CountOfVotes, VotesOnWays
from thinkcoop.core.figures.process_spread import Measure, changed_at_least, moved, spread
from thinkcoop.core.kinds import Ask, Ballot, KindStep
from thinkcoop.core.kinds.base import Tally
from thinkcoop.core.kinds.decide import WaysBallot
from thinkcoop.core.session.deciding import votes
from thinkcoop.core.session.forms import ballots_of, told_tally
from thinkcoop.core.session.program import Program
from thinkcoop.core.session.state import Count, State
from thinkcoop.core.words import SeatNo, StepId

NOTHING = Tally(total=0)


def votes_on_ways(end: State) -> VotesOnWays | None:
    """Return the two votes on the ways; None when this edition has no such vote."""
    found = votes(end)
    if found is None:
        return None
    first, second = found.first, found.second
    on_slips = any(ballot.key in end.typed_ballots for ballot in _ways_ballots(end.program))
    apart = both = changed = None
    if first is not None and second is not None:
        apart = moved("nominal", (first.counts, first.total), (second.counts, second.total))
        both = None if on_slips else len(_voted(end, again=False) & _voted(end, again=True))
        if both is not None and both >= FEWEST and first.counts and second.counts:
            changed = changed_at_least(first.counts, second.counts, both)
    return VotesOnWays(
        ways=tuple(way.id for way in found.ways),
        first=_counted(first),
        second=_counted(second),
        on_slips=on_slips,
        moved=apart,
        voted_twice=both,
        changed_at_least=changed,
    )


def _counted(count: Count | None) -> CountOfVotes | None:
    if count is None:
        return None
    shown = len(count.counts) > 0 and count.total >= FEWEST
    return CountOfVotes(
        total=count.total,
        counts=count.counts if shown else None,
        spread=spread("nominal", count.counts, count.total),
    )


def _ways_ballots(program: Program) -> Iterator[WaysBallot]:
    for ballot in ballots_of(program):
        if isinstance(ballot, WaysBallot):
            yield ballot


def _voted(end: State, *, again: bool) -> frozenset[SeatNo]:
    """Who voted on the ways, the first or the second time."""
    return frozenset(
        seat
        for ballot in _ways_ballots(end.program)
        if ballot.again_vote == again
        for seat in end.votes.get(ballot.key, {})
    )


def asked_twice(end: State) -> tuple[AskedTwice, ...]:
    """Return every question that the day puts twice, in the order in which it comes again."""
    return tuple(_twice(end, *pair) for pair in _put_again(end.program))


def _put_again(program: Program) -> Iterator[tuple[KindStep, KindStep, Measure]]:
    for step in program.by_key.values():
        if not isinstance(step, Ask | Ballot) or step.again_of is None:
            continue
        first, measure = program.step(StepId(step.again_of)), _measure(step)
        if first is not None and measure is not None and _measure(first) == measure:
            yield first, step, measure


def _measure(step: KindStep) -> Measure | None:
    """How the spread of such answers is measured; None for what has no options to count."""
    if isinstance(step, Ballot):
        return "nominal"
    if not isinstance(step, Ask):
        return None
    measures: dict[str, Measure] = {"one": "nominal", "scale": "ordinal", "several": "several"}
    return measures.get(step.pick)


def _twice(end: State, first: KindStep, again: KindStep, measure: Measure) -> AskedTwice:
    (before, old), (now, new) = told_tally(end, first), told_tally(end, again)
    before, now = before or NOTHING, now or NOTHING
    return AskedTwice(
        first=first.id,
        again=again.id,
        measure=measure,
        people_before=before.total,
        people_now=now.total,
        on_forms=old or new,
        spread_before=spread(measure, before.counts, before.total),
        spread_now=spread(measure, now.counts, now.total),
        moved=moved(measure, (before.counts, before.total), (now.counts, now.total)),
    )
