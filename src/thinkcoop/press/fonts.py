"""The fonts of everything that is set: those of two packages, and never those of the machine."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import fontpkg
import typst

FONTS = ("Noto Sans", "Noto Sans Khmer")


@cache
def package_fonts() -> typst.Fonts:
    """What the typesetter may use. Looked through once, however much is printed."""
    folders = sorted({str(Path(fontpkg.path(name)).parent) for name in FONTS})
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=folders)
