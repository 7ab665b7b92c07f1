"""What the step kinds themselves find fault with. The kinds are handed in."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft


def check_kinds(draft: Draft) -> Iterator[Diagnostic]:
    """Every fault that a kind finds in a step of its own."""
    for step in draft.steps():
        for fault in draft.kinds.faults(step.step):
            yield step.report(fault.code, *fault.key, **fault.words)
