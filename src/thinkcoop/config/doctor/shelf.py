"""The modules on this machine: which there are, and whether each can be run today."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thinkcoop.app.modules import load_module
from thinkcoop.config.doctor.finding import Finding
from thinkcoop.core.module.model import Module
from thinkcoop.store.module_files import ModulesOnDisk


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A module folder. `module` is None when it cannot be run."""

    folder: Path
    module: Module | None
    mistakes: int


def find_modules(folder: Path | None, today: date) -> list[Found]:
    """Read the modules in a folder of one's own, if there is one, and the shipped ones."""
    places = [ModulesOnDisk.shipped()]
    if folder is not None:
        places.insert(0, ModulesOnDisk.within(folder.resolve()))
    return [_read(place, name, today) for place in places for name in place.names()]


def _read(place: ModulesOnDisk, name: str, today: date) -> Found:
    result = load_module(place, name, today=today)
    mistakes = sum(each.severity == "mistake" for each in result.diagnostics)
    return Found(folder=place.folder / name, module=result.module, mistakes=mistakes)


def judge_modules(found: Sequence[Found], today: date) -> Iterator[Finding]:
    """Whether there is anything to run, and what is to be said of each."""
    if not found:
        yield Finding("bad", "There is no module on this machine.", "Install Think.Coop again.")
    for each in found:
        if each.module is None:
            what = f"The module in {each.folder} cannot run. Mistakes: {each.mistakes}."
            yield Finding("bad", what, f"See where: thinkcoop module check {each.folder}")
        else:
            yield judge_module(each.module, today)


def judge_module(module: Module, today: date) -> Finding:
    """Whether the facts of a module are still fresh, and whether it is a draft."""
    what = f"Module: {module.title} {module.version}."
    if today > module.check_by:
        what = f"{what} Its facts should have been looked at again by {module.check_by}."
        return Finding("look", what, "Ask its authors for a newer version.")
    drafts = [language.code for language in module.languages if language.state == "draft"]
    return Finding("ok", f"{what} Still a draft in: {', '.join(drafts)}." if drafts else what)


def languages(found: Sequence[Found]) -> frozenset[str]:
    """The languages that the modules speak."""
    modules = [each.module for each in found if each.module is not None]
    return frozenset(language.code for module in modules for language in module.languages)
