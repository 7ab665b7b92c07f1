"""`thinkcoop rehearse`: a whole day with simulated people, and what came of it."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from rich.console import Console

from thinkcoop.app.command_line import NotUnderstood, short
from thinkcoop.app.modules import load_module
from thinkcoop.core.module.diagnostics import Diagnostic
from thinkcoop.core.module.model import Module
from thinkcoop.rehearsal.access import DirectAccess, Plan
from thinkcoop.rehearsal.day import Day
from thinkcoop.rehearsal.reading import Sayings
from thinkcoop.rehearsal.report import Report, report_on
from thinkcoop.rehearsal.tables import show
from thinkcoop.rehearsal.web_access import RealServer, WebAccess
from thinkcoop.rehearsal.wishes import MIXED, RehearsalWishes, read_wishes
from thinkcoop.rehearsal.world import RehearsalClock, SeededChance
from thinkcoop.store.memory_store import MemoryStore
from thinkcoop.store.module_files import ModulesOnDisk

ServerFor = Callable[
    [RehearsalClock, SeededChance, ModulesOnDisk], AbstractContextManager[RealServer]
]
"""Starts a real server with this clock and chance that knows the modules on this shelf."""


SayingsOf = Callable[[Module, Path], Mapping[str, Sayings]]
"""What can be said in each language of a module that lies in this folder."""


def _no_sayings(module: Module, folder: Path) -> Mapping[str, Sayings]:
    """Nobody knows; then no screen is read."""
    return {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Means:
    """What a rehearsal needs of the house around it."""

    server_for: ServerFor
    today: date
    sayings: SayingsOf = _no_sayings
    no_pictures: str = ""
    """Why the server cannot read cards in pictures, as a sentence; empty where it can."""


class BrokenModule(Exception):
    """The module has mistakes; there is nothing to rehearse."""

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None:
        super().__init__(f"{len(diagnostics)} mistakes")
        self.diagnostics = diagnostics


def rehearse(typed: Sequence[str], means: Means) -> int:
    """Run one rehearsal. Returns 0 when it went well, 1 when not, 2 when not understood."""
    try:
        wishes = _possible(read_wishes(typed), means)
        shelf, name = shelf_of(wishes.module)
        module = whole_module(shelf, name, means.today)
        plan = plan_of(wishes, module)
    except NotUnderstood as no:
        sys.stderr.write(f"{no.plain}\n")
        return 2
    except BrokenModule as broken:
        for each in broken.diagnostics:
            sys.stdout.write(f"{each.file}:{each.line}:{each.column} {each.code}: {each.what}\n")
            sys.stdout.write(f"  mend: {each.hint}\n")
        return 1
    report = (
        run_over_http(plan, shelf, means, draws=wishes.pictures)
        if wishes.over_http
        else run_here(plan)
    )
    if wishes.json:
        sys.stdout.write(json.dumps(report.as_json(), indent=2, ensure_ascii=False) + "\n")
    else:
        show(report, Console(highlight=False))
    return 0 if report.went_well else 1


def _possible(wishes: RehearsalWishes, means: Means) -> RehearsalWishes:
    """The same wishes. Raises NotUnderstood for what this machine cannot do."""
    if wishes.pictures and means.no_pictures:
        raise NotUnderstood(means.no_pictures)
    return wishes


def shelf_of(named: str) -> tuple[ModulesOnDisk, str]:
    """Where the module is, and its name there: a folder, or one that comes with the program.

    Raises NotUnderstood.
    """
    if _is_module(Path(named)):
        return ModulesOnDisk.around(Path(named))
    shelf = ModulesOnDisk.shipped()
    if named not in shelf.names():
        names = ", ".join(shelf.names())
        raise NotUnderstood(f"There is no module {short(named)}; there is: {names}.")
    return shelf, named


def _is_module(folder: Path) -> bool:
    try:
        return (folder / "module.yaml").is_file()
    except OSError:  # a name that no disk takes, or a folder that is not ours to read
        return False


def whole_module(shelf: ModulesOnDisk, name: str, today: date) -> Module:
    """Return the module. Raises BrokenModule."""
    result = load_module(shelf, name, today=today)
    if result.module is None:
        raise BrokenModule([each for each in result.diagnostics if each.severity == "mistake"])
    return result.module


def plan_of(wishes: RehearsalWishes, module: Module) -> Plan:
    """What is wished, of this module. Raises NotUnderstood."""
    editions = [str(edition.id) for edition in module.editions]
    edition = wishes.edition or editions[0]
    if edition not in editions:
        names = ", ".join(editions)
        raise NotUnderstood(f"There is no edition {short(edition)}; there is: {names}.")
    codes, mixed = [each.code for each in module.languages], wishes.language == MIXED
    if wishes.language not in ("", MIXED, *codes):
        names = ", ".join([*codes, MIXED])
        raise NotUnderstood(f"There is no language {short(wishes.language)}; there is: {names}.")
    return Plan(
        module=module,
        edition=edition,
        people=wishes.people,
        seed=wishes.seed,
        lasts=wishes.lasts,
        ways=replace(wishes.ways, languages=tuple(codes) if mixed else ()),
        language="" if mixed else wishes.language,
    )


def run_here(plan: Plan) -> Report:
    """Rehearse in this process, in memory."""
    clock = RehearsalClock()
    store = MemoryStore(wall_ms=clock.wall_ms)
    day = Day(plan, DirectAccess(clock, store, plan.seed), clock)
    day.run()
    return report_on(day)


def run_over_http(plan: Plan, shelf: ModulesOnDisk, means: Means, *, draws: bool = False) -> Report:
    """Rehearse through a real server with real streams, on a disk."""
    clock = RehearsalClock()
    with means.server_for(clock, SeededChance(plan.seed), shelf) as server:
        access = WebAccess(server, draws=draws)
        try:
            day = Day(plan, access, clock)
            day.run()
            known = means.sayings(plan.module, shelf.folder / str(plan.module.id))
            return report_on(day, access.misread(known) if known else None)
        finally:
            access.close()
