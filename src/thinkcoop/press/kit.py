"""The press for the kit: a file of leaves in, a PDF out. `printer.py` sets pages to take home."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import fontpkg
import typst

from thinkcoop.app.ports import Wording
from thinkcoop.core.paper.kit.pieces import Printed
from thinkcoop.press.fonts import FONTS, package_fonts
from thinkcoop.press.kit_laid_out import DIGEST_SHOWN, Data, digest_of, kit_data

PARTS = ("kit_page.typ", "kit_choices.typ", "kit_cut.typ", "kit.typ")
"""Of the template, in this order; typst reads no files while it sets."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """What stands at the foot of each page. `{digest}` becomes that of the file."""

    text: str
    draft: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """The size of the paper, and whether there are colours."""

    paper: Literal["a4", "a5"] = "a4"
    grey: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Set:
    """A file that was set: its bytes, and the digest of all that it says."""

    pdf: bytes
    digest: str


class KitPress:
    """Sets the files of a kit with typst, in the fonts of its own packages."""

    def __init__(self) -> None:
        self._fonts = package_fonts()
        parts = (Path(__file__).with_name(name).read_bytes() for name in PARTS)
        self._template = b"\n".join(parts)

    def pdf(self, printed: Printed, wording: Wording, foot: Foot, look: Look) -> Set:
        """The file as a tagged PDF."""
        data = kit_data(printed, wording, grey=look.grey)
        digest = digest_of(data)
        inputs = {
            "file": json.dumps({**data, **_foot(foot, digest)}, ensure_ascii=False),
            "paper": look.paper,
            "grey": "yes" if look.grey else "",
        }
        compiler = typst.Compiler(
            self._template, font_paths=self._fonts, ignore_system_fonts=True, sys_inputs=inputs
        )
        made = compiler.compile(format="pdf")
        assert isinstance(made, bytes)  # one file, however many pages
        return Set(pdf=made, digest=digest)


def _foot(foot: Foot, digest: str) -> Data:
    return {"foot": foot.text.replace("{digest}", digest[:DIGEST_SHOWN]), "draft": foot.draft}


def font_licences() -> str:
    """The licences of the fonts that stand in every file."""
    parts = []
    for name in FONTS:
        folder = Path(fontpkg.path(name)).parent.parent
        licence = next(folder.glob("LICENSE*"), None)
        words = licence.read_text("utf-8") if licence is not None else ""
        parts.append(f"{name}\n{'=' * len(name)}\n\n{words.strip()}\n")
    return "\n\n".join(parts)
