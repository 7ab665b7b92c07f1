"""What has been read and not yet checked: parts of a module, each with its place in the files.

A part that is missing here had a mistake of its own, which is already told. What a step kind
means is handed in (`KindTable`): this room knows no kind by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from thinkcoop.core.module.diagnostics import Diagnostic, report
from thinkcoop.core.module.model import Activity, Module, Option, Step
from thinkcoop.core.module.places import Path, Sheet

Report = Callable[..., Diagnostic]
"""What makes a diagnostic of a code, the way to a value, and words: `report` of a draft."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in one step that makes no sense for its kind; `key` is where it stands."""

    code: str
    key: Path
    words: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Reference:
    """A step names another one under `key`. `fits` says whether that one can be meant."""

    key: str
    to: str
    fits: Callable[[Step], bool]
    wanted: str
    """What `fits` asks for, in words that follow *but*."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTable:
    """Everything the reader must be told about the step kinds."""

    classes: Mapping[str, type[Step]]
    reserved: tuple[str, ...]
    """Names of kinds that a later version brings."""
    short: Mapping[str, str]
    """Kinds whose value stands for another key than the sentence: `show: my-trouble`."""
    faults: Callable[[Step], Iterable[Fault]]
    references: Callable[[Step], Iterable[Reference]]
    measures: Callable[[Step], bool]
    """Whether it is known afterwards how many people took part."""
    instructs: Callable[[Step], bool]
    """Whether people may have to hear it again in other words."""


@dataclass(frozen=True, slots=True)
class StepDraft:
    """One step whose shape is right."""

    step: Step
    sheet: Sheet
    path: Path
    names: Mapping[str, str]
    """The author's word for a field where it differs: {"text": "say"}."""

    def report(self, code: str, *key: str | int, **words: object) -> Diagnostic:
        """A diagnostic at `key` of this step."""
        if key:
            key = (self.names.get(str(key[0]), key[0]), *key[1:])
        return report(code, self.sheet.file, self.sheet.at((*self.path, *key)), **words)


@dataclass(frozen=True, slots=True)
class ActivityDraft:
    """One activity file. `activity` is None when its own keys have a mistake."""

    activity: Activity | None
    steps: tuple[StepDraft, ...]
    sheet: Sheet

    def report(self, code: str, *key: str | int, **words: object) -> Diagnostic:
        """A diagnostic at `key` of this file."""
        return report(code, self.sheet.file, self.sheet.at(key), **words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """All parts whose shape is right."""

    module: Module | None
    sheet: Sheet | None
    activities: tuple[ActivityDraft, ...]
    kinds: KindTable
    pictures: frozenset[str]
    today: date

    def report(self, code: str, *key: str | int, **words: object) -> Diagnostic:
        """A diagnostic at `key` of module.yaml. Only for drafts that have one."""
        assert self.sheet is not None
        return report(code, self.sheet.file, self.sheet.at(key), **words)

    def steps(self) -> Iterator[StepDraft]:
        """Every step, file by file."""
        for activity in self.activities:
            yield from activity.steps


def option_lists(step: Step) -> Iterator[tuple[str, tuple[Option, ...]]]:
    """The lists of options a step has, with the names of their keys."""
    for key, value in vars(step).items():
        if isinstance(value, tuple) and value and isinstance(value[0], Option):
            yield key, value
