"""Which next steps a choice leads to. Nothing here adds answers up to a score."""

from __future__ import annotations

from collections.abc import Collection

from thinkcoop.core.decision.law import LawFit
from thinkcoop.core.module.decision import WAIT, Decision, Rung, When


def ladder_for(
    decision: Decision,
    choice: str | None,
    need: str | None,
    *,
    noes: Collection[str] = (),
    law: LawFit = "none",
) -> tuple[Rung, ...]:
    """Return the next steps of somebody who chose the way `choice`, in the order of the file.

    `need` is the top need (an option of the step `need_of`), `noes` are the questions of the fit
    card answered with no, `law` says whether one for this work is confirmed. Who made no choice
    gets the steps of waiting. A checked decision has at least one step for every choice.
    """
    chosen = WAIT if choice is None else choice
    return tuple(
        rung
        for rung in decision.ladder
        if (not rung.when.ways or chosen in rung.when.ways)
        and (not rung.when.needs or need in rung.when.needs)
        and (not rung.when.no or any(name in noes for name in rung.when.no))
        and _law_holds(rung.when, law)
    )


def _law_holds(when: When, law: LawFit) -> bool:
    """Whether a rung is for people who stand so with the law; most are for all."""
    asked = {"none": when.unconfirmed, "unclear": when.unclear, "fits": False}
    return asked[law] or not any(asked.values())
