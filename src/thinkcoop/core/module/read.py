"""The files of a module become a checked module, or everything that is wrong with them at once.

Texts come in as values; nothing here opens a file. A mistake in one place never hides those in
another, and no text makes the reader fall over (`tests/core/module/test_any_text.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from thinkcoop.core.module.build import build, digest_of
from thinkcoop.core.module.check import check
from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.diagnostics import Diagnostic, report
from thinkcoop.core.module.draft import ActivityDraft, Draft, Filed, FileDraft, KindTable, StepDraft
from thinkcoop.core.module.model import Activity, Module, Step
from thinkcoop.core.module.places import START, Plain, Sheet
from thinkcoop.core.module.shape import Origin, shaped
from thinkcoop.core.module.steps import FullStep, full_minutes, full_step
from thinkcoop.core.module.yaml_text import read_yaml

MODULE_FILE = "module.yaml"
DECISION_FILE = "decision.yaml"
COUNTRIES = "countries"
FOLDERS = ("activities", COUNTRIES)
YAML = (".yaml", ".yml")


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What came of reading. `module` is None exactly when one diagnostic is a mistake."""

    module: Module | None
    diagnostics: tuple[Diagnostic, ...]
    draft: Draft
    """What could be read of it, for those who look at more than its rules."""


def read_module(
    files: Mapping[str, str], *, kinds: KindTable, pictures: frozenset[str], today: date
) -> ReadResult:
    """Read the files (path in the module's folder → text); other files than YAML are passed over.

    Bytes that are not UTF-8 come in as `surrogateescape` makes them. `pictures` are the names that
    exist. Never raises, whatever the texts are.
    """
    texts = {path: text for path, text in files.items() if path.endswith(YAML)}
    found: list[Diagnostic] = []
    sheets = _sheets(texts, found)
    module, sheet = _module(sheets.pop(MODULE_FILE, None), found)
    decision = sheets.pop(DECISION_FILE, None)
    countries = {path: sheets.pop(path) for path in tuple(sheets) if _folder(path) == COUNTRIES}
    draft = Draft(
        module=module,
        sheet=sheet,
        activities=tuple(_activity(each, kinds, found) for each in sheets.values()),
        decision=None if decision is None else _file(Decision, decision, found),
        countries=tuple(_file(Country, each, found) for each in countries.values()),
        kinds=kinds,
        pictures=pictures,
        today=today,
    )
    found.extend(check(draft, whole=not any(each.severity == "mistake" for each in found)))
    diagnostics = tuple(sorted(found, key=in_order))
    if any(each.severity == "mistake" for each in found):
        return ReadResult(None, diagnostics, draft)
    return ReadResult(build(draft, digest=digest_of(texts)), diagnostics, draft)


def in_order(each: Diagnostic) -> tuple[bool, str, int, int, str]:
    """Sorts diagnostics: module.yaml first, then by file, line, column and code."""
    return each.file != MODULE_FILE, each.file, each.line, each.column, each.code


def _sheets(texts: Mapping[str, str], found: list[Diagnostic]) -> dict[str, Sheet]:
    sheets = {}
    if MODULE_FILE not in texts:
        found.append(report("M013", MODULE_FILE, START))
    for path in sorted(texts):
        inside = _folder(path) in FOLDERS and path.endswith(".yaml")
        if not inside and path not in (MODULE_FILE, DECISION_FILE):
            found.append(report("M014", path, START))
            continue
        sheet, troubles = read_yaml(path, texts[path])
        found.extend(troubles)
        if sheet is not None and not isinstance(sheet.value, dict):
            found.append(report("M012", path, START))
        elif sheet is not None:
            sheets[path] = sheet
    return sheets


def _module(sheet: Sheet | None, found: list[Diagnostic]) -> tuple[Module | None, Sheet | None]:
    if sheet is None:
        return None, None
    module, troubles = shaped(Module, sheet.value, Origin(sheet))
    found.extend(troubles)
    return module, sheet


def _folder(path: str) -> str:
    return str(PurePosixPath(path).parent)


def _file(model: type[Filed], sheet: Sheet, found: list[Diagnostic]) -> FileDraft[Filed]:
    value, troubles = shaped(model, sheet.value, Origin(sheet))
    found.extend(troubles)
    return FileDraft(value, sheet)


def _activity(sheet: Sheet, kinds: KindTable, found: list[Diagnostic]) -> ActivityDraft:
    value = sheet.value
    assert isinstance(value, dict)
    activity, troubles = shaped(Activity, _head(value), Origin(sheet))
    found.extend(troubles)
    listed = value.get("steps")
    count = len(listed) if isinstance(listed, list) else 0
    read = [_step(sheet, position, kinds, found) for position in range(count)]
    steps = tuple(_numbered(step, value.get("id")) for step in read if step is not None)
    if activity is not None:
        activity = activity.model_copy(update={"steps": tuple(step.step for step in steps)})
    return ActivityDraft(activity, steps, sheet)


def _head(value: dict[str, Plain]) -> dict[str, Plain]:
    """The activity with a blank in place of its steps: only the kinds know their shape."""
    head = dict(value)
    if "minutes" in head:
        head["minutes"] = full_minutes(head["minutes"])
    if isinstance(head.get("steps"), list) and head["steps"]:
        head["steps"] = [{"kind": "-", "text": "-"}]
    return head


def _step(
    sheet: Sheet, position: int, kinds: KindTable, found: list[Diagnostic]
) -> StepDraft | None:
    path = ("steps", position)
    full, troubles = full_step(sheet, path, kinds)
    found.extend(troubles)
    if full is None:
        return None
    step, troubles = shaped(kinds.classes[full.kind], full.value, Origin(sheet, path, full.names))
    found.extend(troubles)
    return None if step is None else _draft(step, sheet, position, full)


def _draft(step: Step, sheet: Sheet, position: int, full: FullStep) -> StepDraft:
    return StepDraft(step, sheet, ("steps", position), full.names)


def _numbered(draft: StepDraft, activity: Plain | None) -> StepDraft:
    """A step without an id gets its activity's and its own number, from 1."""
    if draft.step.id:
        return draft
    number = int(draft.path[-1]) + 1
    step = draft.step.model_copy(update={"id": f"{activity}-{number}"})
    return StepDraft(step, draft.sheet, draft.path, draft.names)
