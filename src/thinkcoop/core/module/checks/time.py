"""Minutes: in order, and adding up from steps to activities to editions.

Planned with six people at a table and five tables: the room of the first pilot.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from thinkcoop.core.module.checks.plan import rows_of
from thinkcoop.core.module.checks.references import steps_in
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import ActivityDraft, Draft, StepDraft
from thinkcoop.core.module.model import Edition, Minutes
from thinkcoop.core.module.places import Path
from thinkcoop.core.words import MINUTE

SEATS = 6
TABLES = 5
ROOM_FOR_ERROR = 0.1
LEAST_ROOM_FOR_ERROR = 1.0
"""Minutes."""


def check_minutes(draft: Draft) -> Iterator[Diagnostic]:
    """Minutes of steps and activities go together and are in order."""
    for step in draft.steps():
        if trouble := _step_trouble(step):
            yield step.report("M114", "minutes", trouble=trouble[0], mend=trouble[1])
        elif disorder := _disorder(step.step.minutes, type(step.step).plan_minutes):
            yield step.report("M401", "minutes", **disorder)
    for each in draft.activities:
        if each.activity is None:
            continue
        if each.activity.minutes.plan is None or each.activity.minutes.each is not None:
            needed = "an activity needs `plan` minutes, and no `each`"
            mend = "Write {plan: 25, least: 15, most: 35}."
            yield each.report("M114", "minutes", trouble=needed, mend=mend)
        elif disorder := _disorder(each.activity.minutes, each.activity.minutes.plan):
            yield each.report("M401", "minutes", **disorder)


def _step_trouble(step: StepDraft) -> tuple[str, str] | None:
    minutes, kind = step.step.minutes, step.step.kind
    if minutes.each is None:
        return None
    if minutes.plan is not None:
        return "`each` and `plan` say two different things", "Delete one of them."
    usual: Minutes = type(step.step).model_fields["minutes"].default
    if usual.each is None:
        return f"`each` means nothing for `{kind}`", "Write one number of minutes."
    return None


def _disorder(minutes: Minutes, usual_plan: float) -> dict[str, str]:
    """The first pair of minutes that is out of order, or nothing."""
    plan = None if minutes.each is not None else minutes.plan or usual_plan
    known = [
        (name, value)
        for name, value in (("least", minutes.least), ("plan", plan), ("most", minutes.most))
        if value is not None
    ]
    for (low, less), (high, more) in pairwise(known):
        if less > more:
            return {"low": low, "less": f"{less:g}", "high": high, "more": f"{more:g}"}
    return {}


def check_activity_sums(draft: Draft) -> Iterator[Diagnostic]:
    """The steps of each activity take the minutes that each edition has for it."""
    assert draft.module is not None
    by_id = {each.activity.id: each for each in draft.activities if each.activity is not None}
    told: dict[tuple[str, str, str, float, Path | None], list[str]] = {}
    for position, edition in enumerate(draft.module.editions):
        for row, path in rows_of(edition, position):
            each = by_id.get(row.activity or "")
            if each is None or each.activity is None:
                continue
            planned = row.minutes or each.activity.minutes.plan or 0.0
            where = (*path, "minutes") if row.minutes else None
            for code, sum_ in _sums_trouble(each, edition, planned):
                key = (code, each.activity.id, f"{sum_:g}", planned, where)
                told.setdefault(key, []).append(edition.id)
    for (code, name, sum_text, planned, where), editions in told.items():
        report = draft.report if where else by_id[name].report
        words = {"activity": name, "steps": sum_text, "minutes": f"{planned:g}"}
        yield report(code, *(where or ("minutes",)), editions=" and ".join(editions), **words)


def _sums_trouble(
    each: ActivityDraft, edition: Edition, planned: float
) -> Iterator[tuple[str, float]]:
    steps = [step.step for step in steps_in(each, edition.id)]
    plan = sum(step.plan_ms(seats=SEATS, tables=TABLES) for step in steps) / MINUTE
    least = sum(step.least_ms(seats=SEATS, tables=TABLES) for step in steps if not step.optional)
    if not steps or abs(plan - planned) > max(planned * ROOM_FOR_ERROR, LEAST_ROOM_FOR_ERROR):
        yield "M402", round(plan, 2)
    elif least / MINUTE > planned:
        yield "M403", round(least / MINUTE, 2)


def check_edition_sums(draft: Draft) -> Iterator[Diagnostic]:
    """The rows of an edition add up to its minutes, within one minute."""
    assert draft.module is not None
    plans = {
        each.activity.id: each.activity.minutes.plan or 0.0
        for each in draft.activities
        if each.activity is not None
    }
    for position, edition in enumerate(draft.module.editions):
        rows = [row for row, _ in rows_of(edition, position)]
        named = [row.activity for row in rows if row.activity is not None]
        if len(set(named)) != len(named) or not plans.keys() >= set(named):
            continue  # told already, and the sum would only repeat it
        minutes = [row.rest or row.minutes or plans.get(row.activity or "", 0.0) for row in rows]
        if abs(sum(minutes) - edition.minutes) > LEAST_ROOM_FOR_ERROR:
            words = {"rows": f"{sum(minutes):g}", "minutes": f"{edition.minutes:g}"}
            yield draft.report("M404", "editions", position, "minutes", edition=edition.id, **words)
