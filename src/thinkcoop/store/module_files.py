"""Modules on the disk: in the source tree, in an installed wheel, or in a folder of one's own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import thinkcoop
from thinkcoop.core.module.yaml_text import LARGEST_FILE

MODULE_FILE = "module.yaml"
SHARED_PICTURES = "_pictures"
SHARED_COUNTRIES = "_countries"
LANGUAGES = "languages"
COUNTRIES = "countries"
"""Where a module's own country files lie. One of the same name comes before the shared one."""


def shipped_folder() -> Path:
    """Where the modules lie that come with the program."""
    package = Path(thinkcoop.__file__).parent
    installed = package / "_modules"
    return installed if installed.is_dir() else package.parents[1] / "modules"


@dataclass(frozen=True, slots=True)
class ModulesOnDisk:
    """The modules in one folder (an adapter of `app.modules.ModuleFiles`)."""

    folder: Path
    shared: Path
    """Where the pictures lie that every module may use."""
    countries: Path | None = None
    """Where the country files lie that are read with every module."""

    @classmethod
    def shipped(cls) -> ModulesOnDisk:
        """The modules that come with the program."""
        return cls.within(shipped_folder())

    @classmethod
    def within(cls, folder: Path) -> ModulesOnDisk:
        """The modules in `folder`, with its own shared pictures and countries or the shipped."""
        return cls(
            folder,
            _own_or_shipped(folder, SHARED_PICTURES),
            _own_or_shipped(folder, SHARED_COUNTRIES),
        )

    @classmethod
    def kept(cls, folder: Path) -> ModulesOnDisk:
        """Modules as they once were: all their texts are in their own folders, countries too."""
        return cls(folder, _own_or_shipped(folder, SHARED_PICTURES))

    @classmethod
    def around(cls, path: Path) -> tuple[ModulesOnDisk, str]:
        """The module in the folder `path` itself: what holds it, and its name there."""
        whole = path.resolve()
        return cls.within(whole.parent), whole.name

    def names(self) -> tuple[str, ...]:
        """The names of all folders with a module.yaml, sorted."""
        return tuple(sorted(path.parent.name for path in self.folder.glob(f"*/{MODULE_FILE}")))

    def texts(self, module: str) -> Mapping[str, bytes]:
        """YAML files: path in the module's folder → content, cut just over the size allowed.

        Country files of all modules stand as if they lay in the module's own folder.
        """
        top = self._top(module)
        if top is None:
            return {}
        paths = sorted((*top.rglob("*.yaml"), *top.rglob("*.yml")))
        named = ((path.relative_to(top), path) for path in paths if path.is_file())
        own = {
            name.as_posix(): _beginning(path)
            for name, path in named
            if not any(part.startswith(".") for part in name.parts)
        }
        shared = sorted(self.countries.glob("*.yaml")) if self.countries else ()
        return {f"{COUNTRIES}/{path.name}": _beginning(path) for path in shared} | own

    def catalogues(self, module: str) -> Mapping[str, bytes]:
        """Its translations: code of the language → gettext catalogue."""
        top = self._top(module)
        paths = sorted((top / LANGUAGES).glob("*.po")) if top else ()
        return {path.stem: path.read_bytes() for path in paths if path.is_file()}

    def pictures(self, module: str) -> frozenset[str]:
        """The names of the pictures it may use: its own and the shared ones."""
        return frozenset(self._pictures(module))

    def picture(self, module: str, name: str) -> str | None:
        """The SVG text of a picture, the module's own before a shared one; None without either."""
        path = self._pictures(module).get(name)
        return path.read_text("utf-8") if path else None

    def _pictures(self, module: str) -> dict[str, Path]:
        top = self._top(module)
        own = (top / "pictures").glob("*.svg") if top else ()
        return {path.stem: path for path in (*self.shared.glob("*.svg"), *own)}

    def _top(self, module: str) -> Path | None:
        """The module's folder; None for names that would lead elsewhere."""
        top = self.folder / module
        return top if top.parent == self.folder and module != ".." and top.is_dir() else None


def _own_or_shipped(folder: Path, name: str) -> Path:
    own = folder / name
    return own if own.is_dir() else shipped_folder() / name


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(LARGEST_FILE + 1)
