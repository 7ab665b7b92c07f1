"""Pictures and icons as markup that stands in the page: no request, and they take the ink's colour.

Pictures of things and scenes are our own (`modules/_pictures`, and a module's `pictures/`). Icons
of controls are those of the Phosphor family: `icons.json` names them, and an installation takes
them out of its package (`tools/build_hook.py`).
"""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

import thinkcoop

INNER = re.compile(r"<svg\b[^>]*>(.*)</svg>", re.DOTALL)
MORE_THAN_A_DRAWING = re.compile(
    r"<(?!/?(?:g|path|circle|ellipse|rect|line|poly\w+)\b)|\son\w+=|url\("
)
"""What a picture that came with somebody's module must not bring into our pages."""
NO_LINE = ' stroke="none"'
COLOURED = re.compile(rf"(?:<path\b[^>]*{NO_LINE}[^>]*/>\s*){{2,}}")
STONES = ("stone-yes", "stone-not-yet", "stone-no", "stone-stop")
"""Pictures that one screen may show thirty times: they stand in the page, like the icons."""
NOTHING = '<circle cx="32" cy="32" r="9"/>'
FOLDER = Path(__file__).parent

ICONS: dict[str, str] = json.loads((FOLDER / "icons.json").read_text("utf-8"))["sprite"]
"""Our names for what a control means, and the drawing that stands for it."""

SIGNS = {
    "A": "M16 3 30 28H2z",
    "B": "M16 2.5a13.5 13.5 0 1 0 .1 0z",
    "C": "M4 4h24v24H4z",
    "D": "m16 1 4.5 10 11 1-8.3 7.3L25.7 30 16 24.3 6.3 30l2.5-10.7L.5 12l11-1z",
}
"""The shapes of the four answers: triangle, circle, square, star."""


class Pictures:
    """The pictures of one module. Each file is read once."""

    def __init__(self, *folders: Path) -> None:
        self._folders = folders
        self._found: dict[str, Markup] = {}
        self._known: dict[str, bool] = {}

    def svg(self, name: str) -> Markup:
        """The picture as markup, without a name of its own: words stand beside it."""
        if name not in self._found:
            self._found[name] = self._read(name)
        return self._found[name]

    def stone_svg(self, name: str) -> Markup:
        """A picture on a page that has `stone_symbols`: by reference where it is one of them."""
        if name not in STONES:
            return self.svg(name)
        return Markup('<svg class="p" aria-hidden="true"><use href="#{}"/></svg>').format(name)

    def stone_symbols(self) -> Markup:
        """The stones that screens refer to, once for each page, never seen itself."""
        drawings = "".join(
            f'<symbol id="{name}" viewBox="0 0 64 64">{self._drawing(name)}</symbol>'
            for name in STONES
        )
        return _sprite(drawings)

    def has(self, name: str) -> bool:
        """Whether there is a picture of that name."""
        if name not in self._known:
            self._known[name] = self._path(name) is not None
        return self._known[name]

    def _path(self, name: str) -> Path | None:
        paths = (folder / f"{name}.svg" for folder in self._folders)
        return next((path for path in paths if path.is_file()), None)

    def _read(self, name: str) -> Markup:
        return Markup(  # noqa: S704 - a drawing that was looked through
            f'<svg class="p" viewBox="0 0 64 64" aria-hidden="true">{self._drawing(name)}</svg>'
        )

    def _drawing(self, name: str) -> str:
        path = self._path(name)
        inner = INNER.search(path.read_text(encoding="utf-8")) if path else None
        drawing = " ".join(inner.group(1).split()) if inner else ""
        if not drawing or MORE_THAN_A_DRAWING.search(drawing):
            drawing = NOTHING
        return COLOURED.sub(_together, drawing)


def _together(coloured: re.Match[str]) -> str:
    """Faces without a line, said once for all of them: a screen brings many."""
    return f"<g{NO_LINE}>{coloured[0].replace(NO_LINE, '')}</g>"


def picture_folders(module_folder: Path | None) -> tuple[Path, ...]:
    """Where a module's pictures lie: its own first, then the shared ones."""
    own = (module_folder / "pictures", module_folder.parent / "_pictures") if module_folder else ()
    package = Path(thinkcoop.__file__).parent
    return (*own, package / "_modules" / "_pictures", package.parents[1] / "modules" / "_pictures")


@cache
def icon(name: str) -> Markup:
    """A control's icon: drawn once in the page (`sprite`), used by reference here."""
    if not name or not _drawn(name):
        return Markup()
    if name in ICONS:
        return Markup('<svg class="i" aria-hidden="true"><use href="#i-{}"/></svg>').format(name)
    return Markup(  # noqa: S704 - a drawing of the icon package, by checked name
        f'<svg class="i" viewBox="0 0 256 256" aria-hidden="true">{_drawn(name)}</svg>'
    )


@cache
def sprite() -> Markup:
    """Every icon and sign that screens refer to, once for each page, never seen itself."""
    signs = (
        f'<symbol id="{sign}" viewBox="0 0 32 32"><path d="{shape}"/></symbol>'
        for sign, shape in SIGNS.items()
    )
    icons = (
        f'<symbol id="i-{name}" viewBox="0 0 256 256">{_drawn(name)}</symbol>' for name in ICONS
    )
    return _sprite("".join((*signs, *icons)))


def _sprite(symbols: str) -> Markup:
    return Markup(  # noqa: S704 - our own shapes, the icon package's, pictures looked through
        f'<svg class="sprite" width="0" height="0" aria-hidden="true">{symbols}</svg>'
    )


def sign(letter: str) -> Markup:
    """The sign of an answer: always a shape as well as a colour."""
    if letter not in SIGNS:
        return Markup()
    return Markup('<svg class="sign {0}" aria-hidden="true"><use href="#{0}"/></svg>').format(
        letter
    )


@cache
def _drawn(name: str) -> str:
    return _drawings().get(name, "")


@cache
def _drawings() -> dict[str, str]:
    """What an installation took out of the icon package, by our name for it."""
    found: dict[str, str] = json.loads((FOLDER / "built" / "icons.json").read_text("utf-8"))
    return found
