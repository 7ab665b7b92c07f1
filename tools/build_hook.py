"""What is made of other people's packages when Think.Coop is installed or a wheel is built.

Icons and the Khmer font come from packages that are large; pages need a few icons and one block of
letters. So these are taken out once, with their licences, into `src/thinkcoop/web/built/`, and the
packages are needed no more. Translations are built with them (`tools/build_catalogues.py`).
"""

from __future__ import annotations

import io
import json
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
from base64 import b64encode
from hashlib import sha512
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ROOT = Path(__file__).resolve().parents[1]
BUILT = ROOT / "src" / "thinkcoop" / "web" / "built"
OF_READER = BUILT / "aruco-licence.txt"
KHMER = range(0x1780, 0x1800)
BESIDE_KHMER = (0x20, 0xA0, 0x25CC, 0x200B, 0x200C, 0x200D)
"""Blanks, the circle that carries a lone vowel, and the three letters that join and part."""
FONT = "Noto Sans Khmer"
FONT_PACKAGE = "fontpkg-noto-sans-khmer"
ICON_PACKAGE = "py-phosphor-icons"
READER_PACKAGE = "js-aruco2@2.0.0"
READER_SHA512 = (
    "2R9P7INqIkg1fsGBazSDLChmfwJpbaYN26gO6wFr1TLIOrvwQf0YzuhwVZAPF8frQ4cjdppAN0dRmExEd/6wqw=="
)
"""Of its archive, as the registry names it (base64)."""
NPM_S = 120
READER_PARTS = ("package/src/cv.js", "package/src/aruco.js")


class BuiltFromPackages(BuildHookInterface[Any]):
    """Called by hatchling before it packs, and before it makes an editable installation."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make everything that pages need and no repository holds."""
        BUILT.mkdir(exist_ok=True)
        (BUILT / "icons.json").write_text(json.dumps(_icons(), indent=0), "utf-8")
        (BUILT / "khmer.woff2").write_bytes(_font())
        reader = _reader()
        if reader is not None:
            (BUILT / "aruco.js").write_bytes(reader["script"])
            OF_READER.write_bytes(reader["licence"])
        # an earlier build's script stays where there is no network now: so must its licence
        of_reader = OF_READER.read_bytes().decode("latin-1") if OF_READER.is_file() else ""
        (BUILT / "LICENCES.txt").write_text(_licences() + of_reader, "utf-8")
        # in a process of its own, which can import this very tree
        subprocess.run([sys.executable, str(ROOT / "tools" / "build_catalogues.py")], check=True)


def _icons() -> dict[str, str]:
    """What lies inside each drawing that pages use, by our name for it."""
    from py_phosphor_icons import get_svg_inner  # noqa: PLC0415 - only a build needs it

    named = json.loads((ROOT / "src" / "thinkcoop" / "web" / "icons.json").read_text("utf-8"))
    wanted = {**named["sprite"], **{drawing: drawing for drawing in named["single"]}}
    return {name: get_svg_inner(drawing, "bold") for name, drawing in sorted(wanted.items())}


def _font() -> bytes:
    """The Khmer letters in two weights, as WOFF2: 29 kB, one request for both."""
    import fontpkg  # noqa: PLC0415 - only a build needs it
    from fontTools import subset  # noqa: PLC0415 - as above
    from fontTools.ttLib import TTFont  # noqa: PLC0415 - as above
    from fontTools.varLib import instancer  # noqa: PLC0415 - as above

    whole = TTFont(fontpkg.path(FONT))
    narrow = instancer.instantiateVariableFont(whole, {"wdth": 100, "wght": (400, 700)})
    between = io.BytesIO()
    narrow.save(between)
    font = TTFont(io.BytesIO(between.getvalue()))
    options = subset.Options()
    options.layout_features = ["*"]
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[*KHMER, *BESIDE_KHMER])
    cutter.subset(font)
    font.flavor = "woff2"
    small = io.BytesIO()
    font.save(small)
    return small.getvalue()


def _reader() -> dict[str, bytes] | None:
    """What reads answer cards in a browser, from the npm registry that this machine is set up for.

    None, and a line on stderr, where there is no npm: then only the extra `cards` reads pictures.
    """
    npm = shutil.which("npm")
    if npm is None:
        print("no npm: browsers will not read answer cards by themselves", file=sys.stderr)
        return None
    with tempfile.TemporaryDirectory() as folder:
        pack = [npm, "pack", "--silent", READER_PACKAGE]
        try:
            packed = subprocess.run(
                pack, cwd=folder, check=False, capture_output=True, timeout=NPM_S
            )
            given = packed.returncode == 0
        except subprocess.TimeoutExpired:  # no network: npm would try for many minutes
            given = False
        archive = next(Path(folder).glob("*.tgz"), None)
        if not given or archive is None:
            print(f"npm does not give {READER_PACKAGE}; going on without", file=sys.stderr)
            return None
        whole = archive.read_bytes()
        if b64encode(sha512(whole).digest()).decode() != READER_SHA512:
            raise ValueError(f"{READER_PACKAGE} is not what was locked")
        with tarfile.open(fileobj=io.BytesIO(whole)) as files:
            parts = [_member(files, name) for name in READER_PARTS]
            licence = _member(files, "package/LICENSE.txt")
    heading = f"\n\n{'-' * 80}\n\n{READER_PACKAGE}\n\n".encode()
    return {"script": b"\n".join(parts), "licence": heading + licence}


def _member(files: tarfile.TarFile, name: str) -> bytes:
    found = files.extractfile(name)
    assert found is not None
    return found.read()


def _licences() -> str:
    """The licences of what was taken, word for word as their packages bring them."""
    texts = []
    for package in (ICON_PACKAGE, FONT_PACKAGE):
        files = distribution(package).files or ()
        licence = next(file for file in files if re.search("LICEN[CS]E", str(file)))
        texts.append(f"{package}\n\n{licence.read_text(encoding='utf-8')}")
    return ("\n\n" + "-" * 80 + "\n\n").join(texts)
