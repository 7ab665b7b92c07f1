"""Module folders in memory: the fake of `ModuleFiles`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class ModulesInMemory:
    """Folders of one module each, and the same pictures for all."""

    folders: Mapping[str, Mapping[str, bytes]]
    drawn: frozenset[str]
    said: Mapping[str, bytes] = field(default_factory=dict)

    def names(self) -> tuple[str, ...]:
        return tuple(sorted(self.folders))

    def texts(self, module: str) -> Mapping[str, bytes]:
        return self.folders.get(module, {})

    def catalogues(self, module: str) -> Mapping[str, bytes]:
        return self.said

    def pictures(self, module: str) -> frozenset[str]:
        return self.drawn

    def picture(self, module: str, name: str) -> str | None:
        return f"<svg><title>{name}</title></svg>" if name in self.drawn else None
