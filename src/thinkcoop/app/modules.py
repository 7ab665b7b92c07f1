"""Modules for the rest of the house: read one by its name, or check one and say what came out.

Where the files lie is the business of `ModuleFiles`. Nothing is kept between two calls.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import partial
from typing import Protocol

from thinkcoop.app.cards_fit import CardsFit, cards_fit, cards_line
from thinkcoop.app.catalogue import BrokenCatalogue, entries
from thinkcoop.app.readability import (
    HARDEST_GRADE,
    HOW_TO_ADD,
    grades,
    spoken_of_decision,
    spoken_of_step,
)
from thinkcoop.core.kinds.sense import KIND_TABLE
from thinkcoop.core.module.decision import Decision
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.draft import Draft, FileDraft, Report
from thinkcoop.core.module.model import Edition, Module
from thinkcoop.core.module.places import Path
from thinkcoop.core.module.read import ReadResult, in_order, read_module
from thinkcoop.core.module.strings import strings
from thinkcoop.core.module.translations import TranslationReport, look_at, told
from thinkcoop.core.module.yaml_text import short

ENGLISH = "en"
"""The language in which modules are written."""

MOST_LINES = 20
"""Of a language that has hardly been begun, so many lines are printed; the counts tell the rest."""


class ModuleFiles(Protocol):
    """The module folders that there are."""

    def names(self) -> tuple[str, ...]:
        """The names of all modules, in order."""

    def texts(self, module: str) -> Mapping[str, bytes]:
        """YAML files: path in the module's folder → content. Empty when there is no such module."""

    def catalogues(self, module: str) -> Mapping[str, bytes]:
        """Its translations: code of the language → gettext catalogue."""

    def pictures(self, module: str) -> frozenset[str]:
        """The names of the pictures it may use: its own and the shared ones."""

    def picture(self, module: str, name: str) -> str | None:
        """The SVG text of a picture, or None when there is no such picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionMinutes:
    """How long an edition is: as stated, and what each of its meetings adds up to."""

    id: str
    minutes: float
    meetings: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport:
    """What a check found. `note` says what could not be looked at, and how to change that."""

    module: str
    version: str
    """Empty when module.yaml has mistakes."""
    diagnostics: tuple[Diagnostic, ...]
    activities: int
    steps: int
    with_picture: int
    without_again: int
    """Instructions that are said in one way only."""
    editions: tuple[EditionMinutes, ...]
    note: str
    translations: tuple[TranslationReport, ...] = ()
    cards: tuple[CardsFit, ...] = ()
    """What cards can answer in each edition; empty while there are mistakes."""

    def count(self, severity: str) -> int:
        """How many diagnostics are a *mistake* or an *advice*; of translations, mistakes alone."""
        theirs = (each for one in self.translations for each in one.diagnostics)
        told = (each for each in theirs if each.severity == "mistake")
        return sum(each.severity == severity for each in (*self.diagnostics, *told))

    def as_json(self) -> dict[str, object]:
        """The report as plain values, for other programs."""
        counts = {"mistakes": self.count("mistake"), "advice": self.count("advice")}
        return {**asdict(self), **counts}


def load_module(files: ModuleFiles, name: str, *, today: date) -> ReadResult:
    """Read and check the module of that name. `today` is compared with its `check_by`."""
    texts = {
        # What is not UTF-8 becomes halves of characters, which the core reports with their line.
        path: content.decode("utf-8", "surrogateescape")
        for path, content in files.texts(name).items()
    }
    return read_module(texts, kinds=KIND_TABLE, pictures=files.pictures(name), today=today)


def check_module(files: ModuleFiles, name: str, *, today: date) -> CheckReport:
    """Everything that can be said about a module's files, the words' difficulty included."""
    result = load_module(files, name, today=today)
    draft = result.draft
    hard = _hard_words(draft)
    found = sorted((*result.diagnostics, *(hard or ())), key=in_order)
    module = draft.module
    steps = [each.step for each in draft.steps()]
    return CheckReport(
        module=name,
        version=module.version if module else "",
        diagnostics=tuple(found),
        activities=len(draft.activities),
        steps=len(steps),
        with_picture=sum(step.picture is not None for step in steps),
        without_again=sum(each.code == "M506" for each in found),
        editions=tuple(_minutes(edition, draft) for edition in module.editions) if module else (),
        note="" if hard is not None else HOW_TO_ADD,
        translations=tuple(_translations(files, name, result.module)) if result.module else (),
        cards=cards_fit(result.module) if result.module else (),
    )


def _translations(files: ModuleFiles, name: str, module: Module) -> Iterator[TranslationReport]:
    """How far each language is that has a catalogue or is named; English is what is translated."""
    catalogues = files.catalogues(name)
    states = {each.code: each.state for each in module.languages if each.code != ENGLISH}
    texts = strings(module)
    for code in dict.fromkeys((*states, *sorted(catalogues))):
        state = states.get(code, "")
        if code not in catalogues:
            lacks = told("T008", f"languages/{code}.po", 1, language=code)
            yield replace(look_at((), {}, language=code, state=state), diagnostics=(lacks,))
            continue
        try:
            found = entries(catalogues[code].decode("utf-8", "replace"))
        except BrokenCatalogue as broken:
            no = told("T001", f"languages/{code}.po", broken.line)
            yield replace(look_at((), {}, language=code, state=state), diagnostics=(no,))
            continue
        yield look_at(texts, found, language=code, state=state)


def _hard_words(draft: Draft) -> list[Diagnostic] | None:
    """Advice on what takes long schooling; None when nothing here can tell."""
    told = list(_told(draft))
    found = grades(text for _, text in told)
    if found is None:
        return None
    return [
        report("M508", grade=round(grade), text=short(text))
        for (report, text), grade in zip(told, found, strict=True)
        if grade > HARDEST_GRADE
    ]


def _told(draft: Draft) -> Iterator[tuple[Report, str]]:
    """All that people hear of the module, each with what reports on it."""
    for each in draft.steps():
        yield each.report, spoken_of_step(each.step)
    filed = draft.decision
    if filed is not None and filed.value is not None:
        for path, text in spoken_of_decision(filed.value):
            yield partial(_report_at, filed, path), text


def _report_at(filed: FileDraft[Decision], path: Path, code: str, **words: object) -> Diagnostic:
    return filed.report(code, *path, **words)


def _minutes(edition: Edition, draft: Draft) -> EditionMinutes:
    plans = {
        each.activity.id: each.activity.minutes.plan or 0.0
        for each in draft.activities
        if each.activity is not None
    }
    meetings = (
        sum(row.rest or row.minutes or plans.get(row.activity or "", 0.0) for row in meeting.rows)
        for meeting in edition.meetings
    )
    return EditionMinutes(id=edition.id, minutes=edition.minutes, meetings=tuple(meetings))


def render_report(report: CheckReport) -> list[str]:
    """The report as lines of plain text, in the form that editors can jump to."""
    return list(_lines(report))


def _lines(report: CheckReport) -> Iterator[str]:
    for each in report.diagnostics:
        place = f"{each.file}:{each.line}:{each.column}"
        yield f"{place} {each.code} {each.severity}: {each.what}"
        yield f"  mend: {each.hint}"
    title = f"{report.module} {report.version}".strip()
    yield f"{title}: mistakes {report.count('mistake')}, advice {report.count('advice')}"
    yield (
        f"activities {report.activities}, steps {report.steps}, with a picture "
        f"{report.with_picture}, instructions without `again` {report.without_again}"
    )
    for edition in report.editions:
        sums = " + ".join(f"{minutes:g}" for minutes in edition.meetings)
        yield f"edition {edition.id}: {sums} minutes of {edition.minutes:g}"
    for fit in report.cards:
        yield cards_line(fit)
    for language in report.translations:
        yield from _language_lines(language)
    if report.note:
        yield report.note


def _language_lines(language: TranslationReport) -> Iterator[str]:
    yield (
        f"language {language.language} ({language.state or 'not named'}): texts {language.texts}, "
        f"missing {language.missing}, out of date {language.stale}, "
        f"not reviewed {language.unreviewed}"
    )
    for each in language.diagnostics[:MOST_LINES]:
        yield f"{each.file}:{each.line}:{each.column} {each.code} {each.severity}: {each.what}"
        yield f"  mend: {each.hint}"
    if len(language.diagnostics) > MOST_LINES:
        yield f"and {len(language.diagnostics) - MOST_LINES} more of this language; --json has all"


__all__ = [
    "CheckReport",
    "EditionMinutes",
    "Module",
    "ModuleFiles",
    "ReadResult",
    "check_module",
    "load_module",
    "render_report",
]
