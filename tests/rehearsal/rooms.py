"""Rehearsals for tests: the tea module, and Think.Coop itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from thinkcoop.core.module.model import Module
from thinkcoop.core.words import Millis
from thinkcoop.rehearsal.access import DirectAccess, Plan
from thinkcoop.rehearsal.command import whole_module
from thinkcoop.rehearsal.day import Day
from thinkcoop.rehearsal.people import ALL_PHONES, Ways
from thinkcoop.rehearsal.world import RehearsalClock
from thinkcoop.store.memory_store import MemoryStore
from thinkcoop.store.module_files import ModulesOnDisk

TEA = Path(__file__).parents[1] / "modules" / "tea"
TODAY = date(2026, 11, 23)


def tea() -> Module:
    shelf, name = ModulesOnDisk.around(TEA)
    return whole_module(shelf, name, TODAY)


def thinkcoop() -> Module:
    return whole_module(ModulesOnDisk.shipped(), "thinkcoop", TODAY)


def plan_for(
    module: Module,
    *,
    edition: str,
    people: int = 8,
    seed: int = 1,
    ways: Ways = ALL_PHONES,
    language: str = "",
    lasts: int | None = None,
) -> Plan:
    return Plan(
        module=module,
        edition=edition,
        people=people,
        seed=seed,
        ways=ways,
        language=language,
        lasts=None if lasts is None else Millis(lasts),
    )


def ready(plan: Plan) -> Day:
    """A day in this process that has not begun."""
    clock = RehearsalClock()
    store = MemoryStore(wall_ms=clock.wall_ms)
    return Day(plan, DirectAccess(clock, store, plan.seed), clock)


def done(plan: Plan) -> Day:
    """A day in this process, run to its end."""
    day = ready(plan)
    day.run()
    return day
