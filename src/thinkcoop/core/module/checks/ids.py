"""Names: used once, in the right file, and pictures that exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from thinkcoop.core.module.build import rest_ids
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, Report, option_lists
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.model import Option
from thinkcoop.core.module.parts import texts_in

Named = tuple[str, Report, tuple[str | int, ...], str]
"""An id, who reports on it, the way to it, and its file and line in words."""


def check_unique(draft: Draft) -> Iterator[Diagnostic]:
    """Ids of activities, steps, editions and units are used once in a module."""
    for thing, named in (
        ("activity", _activities(draft)),
        ("step", _steps(draft)),
        ("edition", _listed(draft, "editions", "id")),
        ("unit", _listed(draft, "units", "number")),
        ("language", _listed(draft, "languages", "code")),
    ):
        yield from told_twice(thing, named)


def check_option_ids(draft: Draft) -> Iterator[Diagnostic]:
    """Ids of options are used once in their list."""
    if draft.module is not None:
        yield from told_twice("trade", _listed(draft, "trades", "id"))
    for step in draft.steps():
        for path, options in option_lists(step.step):
            places = step.sheet
            named = (
                (
                    option.id,
                    step.report,
                    (*path, at, "id"),
                    _line(places.at((*step.path, *path, at)).line),
                )
                for at, option in enumerate(options)
            )
            yield from told_twice("option", named)


def _line(line: int) -> str:
    return f"in line {line}"


def told_twice(thing: str, named: Iterable[Named]) -> Iterator[Diagnostic]:
    """Tell of each id that was there before."""
    first: dict[str, str] = {}
    for name, report, path, where in named:
        if name in first:
            yield report("M201", *path, thing=thing, id=name, where=first[name])
        else:
            first[name] = where


def _activities(draft: Draft) -> Iterator[Named]:
    assert draft.module is not None
    for at, edition in enumerate(draft.module.editions):
        for name in rest_ids(edition):
            yield name, draft.report, ("editions", at), f"for a break of edition {edition.id}"
    for each in draft.activities:
        assert each.activity is not None
        yield each.activity.id, each.report, ("id",), f"in {each.sheet.file}"


def _steps(draft: Draft) -> Iterator[Named]:
    for step in draft.steps():
        line = step.sheet.at((*step.path, "id")).line
        yield step.step.id, step.report, ("id",), f"in {step.sheet.file} line {line}"


def check_unfolded(draft: Draft) -> Iterator[Diagnostic]:
    """No step is called like a part of another one: a session would lose one of the two."""
    first: dict[str, str] = {}
    own: set[str] = set()
    for step in draft.steps():
        name = step.step.id
        if name in own:  # that is told already, and all its parts are there twice
            continue
        own.add(name)
        line = step.sheet.at((*step.path, "id")).line
        for part in draft.kinds.unfolded_ids(step.step):
            this = "a step" if part == name else f"a part of `{name}`"
            if part in first:
                yield step.report("M211", "id", id=part, this=this, other=first[part])
            first.setdefault(part, f"{this} in {step.sheet.file} line {line}")


def _listed(draft: Draft, key: str, name: str) -> Iterator[Named]:
    assert draft.sheet is not None
    for at, each in enumerate(getattr(draft.module, key)):
        line = draft.sheet.at((key, at)).line
        yield str(getattr(each, name)), draft.report, (key, at), _line(line)


def check_file_names(draft: Draft) -> Iterator[Diagnostic]:
    """The name of an activity's file begins with its id."""
    for each in draft.activities:
        if each.activity is None:
            continue
        stem = PurePosixPath(each.sheet.file).stem
        name = each.activity.id
        if stem != name and not stem.startswith(f"{name}-"):
            yield each.report("M015", "id", id=name)


def check_pictures(draft: Draft) -> Iterator[Diagnostic]:
    """Every picture that is named exists."""
    for picture, report, path in _pictures(draft):
        if picture is not None and picture not in draft.pictures:
            otherwise = "Draw it and save it as SVG in the module's folder `pictures`."
            mend = did_you_mean(picture, draft.pictures) if draft.pictures else otherwise
            mend = mend if mend.startswith("Did") else otherwise
            yield report("M206", *path, picture=picture, mend=mend)


Pictured = tuple[str | None, Report, tuple[str | int, ...]]


def _pictures(draft: Draft) -> Iterator[Pictured]:
    yield from _pictures_of_the_module(draft)
    if draft.decision is not None:
        yield from _pictures_in(draft.decision.value, draft.decision.report)
    for each in draft.activities:
        if each.activity is not None:
            yield each.activity.picture, each.report, ("picture",)
    for step in draft.steps():
        yield from _pictures_in(step.step, step.report)


def _pictures_in(value: object, report: Report) -> Iterator[Pictured]:
    for path, picture in texts_in(value):
        if path[-1] == "picture":
            yield picture, report, path


def _pictures_of_the_module(draft: Draft) -> Iterator[Pictured]:
    if draft.module is None:
        return
    yield from _pictures_of(draft.module.trades, draft.report, ("trades",))
    for at, unit in enumerate(draft.module.units):
        yield unit.picture, draft.report, ("units", at, "picture")
    for at, edition in enumerate(draft.module.editions):
        yield edition.picture, draft.report, ("editions", at, "picture")
        for which, meeting in enumerate(edition.meetings):
            for number, row in enumerate(meeting.rows):
                path = ("editions", at, "meetings", which, "rows", number, "picture")
                yield row.picture, draft.report, path


def _pictures_of(
    options: tuple[Option, ...], report: Report, path: tuple[str | int, ...]
) -> Iterator[Pictured]:
    for at, option in enumerate(options):
        yield option.picture, report, (*path, at, "picture")
