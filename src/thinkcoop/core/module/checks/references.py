"""Steps that name other steps: they exist, come before, and are of a kind that can be meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from thinkcoop.core.module.checks.plan import rows_of
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import ActivityDraft, Draft, Reference, StepDraft
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.model import Step

Order = Mapping[str, Mapping[str, int]]
"""For each edition, the place of each step in it."""


def steps_in(activity: ActivityDraft, edition: str) -> Iterator[StepDraft]:
    """The steps of an activity that are done in an edition."""
    for step in activity.steps:
        if not step.step.only or edition in step.step.only:
            yield step


def check_references(draft: Draft) -> Iterator[Diagnostic]:
    """What a step names exists, can be meant, and is done earlier wherever the step is done."""
    steps = {each.step.id: each.step for each in draft.steps()}
    order = _order(draft)
    for step in draft.steps():
        for reference in draft.kinds.references(step.step):
            yield from _reference(step, reference, steps, order)


def _order(draft: Draft) -> Order:
    assert draft.module is not None
    by_id = {each.activity.id: each for each in draft.activities if each.activity is not None}
    order: dict[str, dict[str, int]] = {}
    for position, edition in enumerate(draft.module.editions):
        rows = [row.activity for row, _ in rows_of(edition, position)]
        named = [by_id[name] for name in rows if name in by_id]
        done = [step.step.id for each in named for step in steps_in(each, edition.id)]
        order[edition.id] = {name: at for at, name in enumerate(done)}
    return order


def _reference(
    step: StepDraft, reference: Reference, steps: Mapping[str, Step], order: Order
) -> Iterator[Diagnostic]:
    key, to = reference.key, reference.to
    if to not in steps:
        yield step.report("M202", key, key=key, to=to, mend=did_you_mean(to, steps))
        return
    if not reference.fits(steps[to]):
        yield step.report("M204", key, key=key, to=to, wanted=reference.wanted)
        return
    late = [
        edition
        for edition, places in order.items()
        if step.step.id in places and places.get(to, len(places)) >= places[step.step.id]
    ]
    if late:
        yield step.report("M203", key, key=key, to=to, editions=" and ".join(late))


def check_aims(draft: Draft) -> Iterator[Diagnostic]:
    """Each aim is checked by a step of its activity, in every edition, in which people count."""
    steps = {each.step.id for each in draft.steps()}
    for each in draft.activities:
        assert each.activity is not None
        to = each.activity.met.of
        if to not in steps:
            own = [step.step.id for step in each.steps]
            yield each.report("M202", "met", "of", key="met", to=to, mend=did_you_mean(to, own))
        elif trouble := _aim_trouble(draft, each, to):
            yield each.report("M205", "met", "of", to=to, trouble=trouble)


def _aim_trouble(draft: Draft, each: ActivityDraft, to: str) -> str:
    step = next((step.step for step in each.steps if step.step.id == to), None)
    if step is None:
        return "which belongs to another activity"
    if not draft.kinds.measures(step):
        return "in which nobody is counted"
    return f"which is done in edition {' and '.join(step.only)} alone" if step.only else ""
