"""Builds every translation that is shipped: the program's and those of the modules.

An installation and a wheel call it (`tools/build_hook.py`). What it makes lies beside the
catalogues as `.mo` and is in no repository.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def catalogues() -> list[Path]:
    """All catalogues of this tree."""
    product = (ROOT / "src" / "thinkcoop" / "web" / "languages").glob("*.po")
    modules = (ROOT / "modules").glob("*/languages/*.po")
    return sorted((*product, *modules))


def build_all() -> None:
    """Build each catalogue whose built form is missing or older than its text."""
    sys.path.insert(0, str(ROOT / "src"))
    from thinkcoop.app.catalogue import compiled  # noqa: PLC0415 - from this tree, not an old one
    from thinkcoop.web.catalogues import breaks_of  # noqa: PLC0415 - as above

    for source in catalogues():
        built = compiled(source.read_text("utf-8"), breaks_of(source.stem))
        source.with_suffix(".mo").write_bytes(built)


if __name__ == "__main__":
    build_all()
