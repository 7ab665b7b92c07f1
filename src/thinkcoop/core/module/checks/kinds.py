"""What the step kinds themselves find fault with. The kinds are handed in."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, StepDraft
from thinkcoop.core.module.shape import Origin, shaped


def check_kinds(draft: Draft) -> Iterator[Diagnostic]:
    """Every fault that a kind finds in a step of its own, once the shape of its parts is right."""
    for step in draft.steps():
        inner = list(_inner(draft, step))
        yield from inner
        if inner:
            continue
        for fault in draft.kinds.faults(step.step):
            yield step.report(fault.code, *fault.key, **fault.words)


def check_decision_is_there(draft: Draft) -> Iterator[Diagnostic]:
    """Steps that are parts of the decision need a decision."""
    if draft.decision is None:
        for step in draft.steps():
            if draft.kinds.parts(step.step):
                yield step.report("M312")


def _inner(draft: Draft, step: StepDraft) -> Iterator[Diagnostic]:
    for part in draft.kinds.inner(step.step):
        origin = Origin(step.sheet, (*step.path, *part.key))
        yield from shaped(part.model, part.value, origin)[1]
