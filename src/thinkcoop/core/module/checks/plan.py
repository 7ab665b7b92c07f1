"""Editions, units and dates: the names in module.yaml and in the activities meet."""

from __future__ import annotations

from collections.abc import Iterator

from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.model import Edition, Module, Row
from thinkcoop.core.module.places import Path


def rows_of(edition: Edition, position: int) -> Iterator[tuple[Row, Path]]:
    """The rows of an edition in order, each with the way to it in module.yaml."""
    for which, meeting in enumerate(edition.meetings):
        for number, row in enumerate(meeting.rows):
            yield row, ("editions", position, "meetings", which, "rows", number)


def check_rows(draft: Draft) -> Iterator[Diagnostic]:
    """A row is an activity, or a break with its sentence and picture."""
    if draft.module is None:
        return
    for position, edition in enumerate(draft.module.editions):
        for row, path in rows_of(edition, position):
            if trouble := _row_trouble(row):
                yield draft.report("M113", *path, trouble=trouble)


def _row_trouble(row: Row) -> str:
    if row.activity is None and row.rest is None:
        return "this row names no activity and no break"
    if row.activity is not None and row.rest is not None:
        return "this row is an activity and a break at once"
    if row.rest is None:
        return "only a break has `text` and `picture` here" if row.text or row.picture else ""
    if row.minutes is not None:
        return "a break has its minutes after `break`; `minutes` means nothing here"
    return "" if row.text and row.picture else "a break needs `text` and `picture`"


def check_units(draft: Draft) -> Iterator[Diagnostic]:
    """Every activity's unit stands in module.yaml."""
    module = _module(draft)
    units = {unit.number for unit in module.units}
    for each in draft.activities:
        if each.activity is not None and each.activity.unit not in units:
            known = ", ".join(str(number) for number in sorted(units))
            yield each.report("M207", "unit", unit=each.activity.unit, units=known)


def check_only(draft: Draft) -> Iterator[Diagnostic]:
    """Every edition named by `only` exists."""
    editions = [edition.id for edition in _module(draft).editions]
    for step in draft.steps():
        for at, name in enumerate(step.step.only):
            if name not in editions:
                mend = did_you_mean(name, editions)
                yield step.report("M209", "only", at, edition=name, mend=mend)


def check_activities_used(draft: Draft) -> Iterator[Diagnostic]:
    """Rows name activities that exist, each once in an edition; every activity is in one."""
    known = {each.activity.id for each in draft.activities if each.activity is not None}
    used: set[str] = set()
    for position, edition in enumerate(_module(draft).editions):
        here: set[str] = set()
        for row, path in rows_of(edition, position):
            if row.activity is None:
                continue
            if row.activity not in known:
                mend = did_you_mean(row.activity, known)
                yield draft.report("M208", *path, "activity", activity=row.activity, mend=mend)
            elif row.activity in here:
                words = {"edition": edition.id, "activity": row.activity}
                yield draft.report("M210", *path, "activity", **words)
            here.add(row.activity)
        used |= here
    for each in draft.activities:
        if each.activity is not None and each.activity.id not in used:
            yield each.report("M507", "id", activity=each.activity.id)


def check_check_by(draft: Draft) -> Iterator[Diagnostic]:
    """The facts have been looked at in time."""
    if draft.module is not None and draft.module.check_by < draft.today:
        yield draft.report("M501", "check_by", date=draft.module.check_by.isoformat())


def _module(draft: Draft) -> Module:
    assert draft.module is not None, "checks of the whole run on whole drafts"
    return draft.module
