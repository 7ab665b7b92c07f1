"""The short form in which people write steps, and the full form in which they are checked.

`- say: Welcome.` becomes `{kind: say, text: Welcome.}`; `show: my-trouble` becomes `of`; a number
of minutes becomes a plan. Nothing here says whether the values are right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from thinkcoop.core.module.diagnostics import Diagnostic, report
from thinkcoop.core.module.draft import KindTable
from thinkcoop.core.module.meant import did_you_mean
from thinkcoop.core.module.places import Path, Plain, Sheet
from thinkcoop.core.module.yaml_text import short


@dataclass(frozen=True, slots=True)
class FullStep:
    """A step as the classes in `core/kinds/` expect it."""

    kind: str
    value: dict[str, Plain]
    names: Mapping[str, str]
    """Where the author's word for a field differs: {"text": "say"}."""


def full_minutes(value: Plain) -> Plain:
    """A number of minutes is a plan; anything else stays as it is."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return {"plan": value}
    return value


def full_step(
    sheet: Sheet, path: Path, kinds: KindTable
) -> tuple[FullStep | None, list[Diagnostic]]:
    """Spell out the step at `path`. None when its kind cannot be told."""
    step = value_at(sheet, path)
    if not isinstance(step, dict):
        mend = "Begin with a kind and a sentence, such as `- say: Welcome.`"
        return None, [report("M110", sheet.file, sheet.at(path), mend=mend)]
    named = [key for key in step if key in kinds.classes]
    if not named:
        return None, [_no_kind(sheet, path, step, kinds)]
    kind = named[0]
    value, names = _spell_out(kind, step, kinds)
    return FullStep(kind, value, names), list(_misused(sheet, path, named, step, names))


def value_at(sheet: Sheet, path: Path) -> Plain:
    """The value at `path`, which must exist."""
    value = sheet.value
    for key in path:
        value = value[key]  # type: ignore[index]  # the path came from this value
    return value


def _no_kind(sheet: Sheet, path: Path, step: Mapping[str, Plain], kinds: KindTable) -> Diagnostic:
    first = next(iter(step), "")
    mend = did_you_mean(first, tuple(kinds.classes))
    return report("M110", sheet.file, sheet.at((*path, first)), mend=mend)


def _spell_out(
    kind: str, step: Mapping[str, Plain], kinds: KindTable
) -> tuple[dict[str, Plain], dict[str, str]]:
    other = kinds.short.get(kind)
    stands_for = other if other and other not in step else "text"
    value: dict[str, Plain] = {
        key: given
        for key, given in step.items()
        if key not in kinds.classes and key not in (stands_for, "kind")
    }
    value["kind"] = kind
    value[stands_for] = step[kind]
    if other and isinstance(value[other], str):
        value[other] = [value[other]]
    if "minutes" in value:
        value["minutes"] = full_minutes(value["minutes"])
    return value, {stands_for: kind}


def _misused(
    sheet: Sheet, path: Path, named: list[str], step: Mapping[str, Plain], names: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Keys that the full form has no room for."""
    for second in named[1:]:
        place = sheet.at((*path, second))
        yield report("M112", sheet.file, place, first=named[0], second=second)
    for key in ("kind", *names):
        if key in step:
            mend = f"The sentence stands after `{named[0]}:`. Delete `{key}`."
            yield report("M102", sheet.file, sheet.at((*path, key)), key=short(key), mend=mend)
