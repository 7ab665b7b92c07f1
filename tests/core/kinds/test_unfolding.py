"""A step of a file becomes one step of a session or many, and their ids are known before."""

from __future__ import annotations

import pytest

from tests.rehearsal.rooms import tea, thinkcoop
from thinkcoop.core.kinds import KindStep
from thinkcoop.core.module.model import Module


@pytest.mark.parametrize("module", [tea(), thinkcoop()], ids=lambda module: module.id)
def test_the_ids_that_a_step_says_it_unfolds_into_are_those_of_its_steps(module: Module) -> None:
    steps = [s for a in module.activities for s in a.steps if isinstance(s, KindStep)]
    told = [(step.id, list(step.unfolded_ids())) for step in steps]
    assert told == [(step.id, [each.id for each in step.unfold(module)]) for step in steps]
    assert any(len(ids) > 5 for _, ids in told)
