"""Country files: each fact has what its confidence asks for, and is not too old."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from thinkcoop.core.module.checks.words import long_sentences
from thinkcoop.core.module.country import Country, Fact
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, FileDraft


def check_countries(draft: Draft) -> Iterator[Diagnostic]:
    """Every check of the country files."""
    for file in draft.countries:
        if file.value is None:
            continue
        yield from _country(file, file.value)
        if file.value.check_by < draft.today:
            date = file.value.check_by.isoformat()
            yield file.report("M509", "check_by", name=file.value.name, date=date)


def _country(file: FileDraft[Country], country: Country) -> Iterator[Diagnostic]:
    if PurePosixPath(file.sheet.file).stem != country.code:
        yield file.report("M613", "code", name=country.code)
    for key, fact in country.facts():
        if trouble := _trouble(fact):
            yield file.report("M612", key, key=key, trouble=trouble[0], mend=trouble[1])
        yield from long_sentences(file.report, (key, "value"), fact.value or "")
    yield from long_sentences(file.report, ("ask",), country.ask)
    yield from long_sentences(file.report, ("ask_again",), country.ask_again)


def _trouble(fact: Fact) -> tuple[str, str] | None:
    if fact.confidence == "unknown":
        told = fact.value is not None
        return ("is unknown and has a value", "Delete `value`; put it in `note`.") if told else None
    if fact.value is None:
        return f"is {fact.confidence} and has no value", "Add `value:` with one whole sentence."
    if fact.source is None:
        return f"is {fact.confidence} and has no source", "Add `source:`, or make it unknown."
    return None
