"""What helps after a private answer, and which next steps a choice leads to.

Nothing here adds answers up to a score: each answer leads to its own help or story.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from thinkcoop.core.module.decision import WAIT, Decision, Ready, Rung


def ladder_for(
    decision: Decision,
    choice: str | None,
    need: str | None,
    *,
    noes: Collection[str] = (),
    law_known: bool = False,
) -> tuple[Rung, ...]:
    """Return the next steps of somebody who chose the way `choice`, in the order of the file.

    `need` is the top need (an option of the step `need_of`), `noes` are the questions of the fit
    card answered with no, `law_known` says whether a law for this work is confirmed. Who made no
    choice gets the steps of waiting. A checked decision has at least one step for every choice.
    """
    chosen = WAIT if choice is None else choice
    return tuple(
        rung
        for rung in decision.ladder
        if (not rung.when.ways or chosen in rung.when.ways)
        and (not rung.when.needs or need in rung.when.needs)
        and (not rung.when.no or any(name in noes for name in rung.when.no))
        and not (rung.when.unconfirmed and law_known)
    )


def help_for(decision: Decision, answers: Mapping[str, bool]) -> tuple[Ready, ...]:
    """Return the questions on being ready that were answered with no, in the order of the file.

    Each has its help with it. A question that was not answered is no *no*.
    """
    return tuple(ready for ready in decision.ready if answers.get(ready.id) is False)
