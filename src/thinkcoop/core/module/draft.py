"""What has been read and not yet checked: parts of a module, each with its place in the files.

A part that is missing here had a mistake of its own, which is already told. What a step kind
means is handed in (`KindTable`): this room knows no kind by name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Generic, TypeVar

from pydantic import BaseModel

from thinkcoop.core.module.country import Country
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.diagnostics import Diagnostic, report
from thinkcoop.core.module.model import Activity, Module, Option, Shape, Step
from thinkcoop.core.module.places import Path, Plain, Sheet

Filed = TypeVar("Filed", bound=Shape)
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


@dataclass(frozen=True, slots=True)
class Inner:
    """A part of a step, under `key`, that must have the shape of `model`."""

    key: Path
    model: type[BaseModel]
    value: Plain


@dataclass(frozen=True, slots=True)
class Variants:
    """The key `inner` of a step has the shape that the step's key `named` names."""

    named: str
    inner: str
    classes: Mapping[str, type[BaseModel]]


@dataclass(frozen=True, slots=True, kw_only=True)
class KindTable:
    """Everything the reader must be told about the step kinds."""

    classes: Mapping[str, type[Step]]
    short: Mapping[str, str]
    """Kinds whose value stands for another key than the sentence: `show: my-trouble`."""
    inner: Callable[[Step], Iterable[Inner]]
    """Parts of a step whose shape depends on the rest of it: a game's parameters."""
    variants: Mapping[str, Variants]
    """The kinds that have such parts, for the schemas: all shapes that `inner` may ask for."""
    faults: Callable[[Step], Iterable[Fault]]
    references: Callable[[Step], Iterable[Reference]]
    measures: Callable[[Step], bool]
    """Whether it is known afterwards how many people took part."""
    unfolded_ids: Callable[[Step], tuple[str, ...]]
    """The ids of the steps that a session does for it: one step of a file may become many."""
    parts: Callable[[Step], tuple[str, ...]]
    """The parts of the module's decision that are done in it."""
    path_seconds: Callable[[Step, Decision], int]
    """How long it takes to hear all of a private path; 0 for any other step."""
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


@dataclass(frozen=True, slots=True)
class FileDraft(Generic[Filed]):
    """A file that is one shape as a whole. `value` is None when it has a mistake."""

    value: Filed | None
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
    decision: FileDraft[Decision] | None
    """None when the module has no such file."""
    countries: tuple[FileDraft[Country], ...]
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


def option_lists(shape: Shape, path: Path = ()) -> Iterator[tuple[Path, tuple[Option, ...]]]:
    """The lists of options a step (or a part of it) has, each with the way to it."""
    for key in type(shape).model_fields:
        value = getattr(shape, key)
        if not isinstance(value, tuple) or not value:
            continue
        if isinstance(value[0], Option):
            yield (*path, key), value
        elif isinstance(value[0], Shape):
            for at, part in enumerate(value):
                yield from option_lists(part, (*path, key, at))
