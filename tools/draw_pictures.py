"""Write modules/_pictures/NAME.svg from the recipes in tools/pictures/*.py.

A recipe file offers PICTURES: dict[str, str], from a name to the markup inside the <svg>.

    python3 tools/draw_pictures.py            write what changed
    python3 tools/draw_pictures.py --check    write nothing; fail if the files are not as drawn
    python3 tools/draw_pictures.py --sheet F  also write a contact sheet to F (HTML)
"""

from __future__ import annotations

import argparse
import ast
import importlib
import re
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "modules" / "_pictures"
ROOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none" '
    'stroke="currentColor" stroke-width="3" stroke-linecap="round" stroke-linejoin="round">'
)
MOST_BYTES = 900
ELEMENTS = set(re.findall(r"\w+", "g path circle ellipse rect line polyline polygon"))
SIZES = set(re.findall(r"\w+", "d cx cy r rx ry x y x1 y1 x2 y2 width height points transform"))
PALETTE = set(re.findall(r"\S+", "#F6DCC8 #E3F1F2 #CFE3F5 #E3D7F1 #D9D2C5 #F3C9D6 #FFF3DC #fff"))
PALETTE |= set(re.findall(r"\S+", "#B34700 #0A5EB0 #2B6B2B #6B3FA0 #0B5563"))
VALUES = {
    "fill": PALETTE | {"none"},
    "stroke": {"none", "currentColor"},
    "fill-rule": {"evenodd", "nonzero"},
}
SHEET = """<!doctype html><meta charset="utf-8"><title>Pictures; a click makes it dark</title>
<style>body{display:flex;flex-wrap:wrap;gap:14px;background:#FBF7F0;color:#1F2328;margin:14px}
body.dark{background:#1F2328;color:#FBF7F0}i svg{width:160px}b svg{width:48px}
p{font:9px sans-serif;opacity:.6;margin:0}</style>
<body onclick="this.classList.toggle('dark')">
"""


def written_twice(source: Path) -> set[str]:
    """Find names that stand twice in one dict of a file; Python would silently keep the last."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Dict):
            keys = [key.value for key in node.keys if isinstance(key, ast.Constant)]
            found |= {str(key) for key in keys if keys.count(key) > 1}
    return found


def wrong_attribute(key: str, value: str) -> str:
    """Say what is wrong with an attribute, or nothing."""
    if key in VALUES:
        return "" if value in VALUES[key] else f'{key}="{value}" is not allowed'
    if key not in SIZES:
        return f"attribute {key} is not allowed"
    return f"{key} has more than one decimal" if re.search(r"\.\d\d", value) else ""


def faults(name: str, svg: str) -> list[str]:
    """Say what is wrong with one picture, in plain words."""
    wrong: list[str] = []
    if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name):
        wrong.append("the name is not in small-letters-and-hyphens")
    if len(svg.encode()) > MOST_BYTES:
        wrong.append(f"{len(svg.encode())} bytes, more than {MOST_BYTES}")
    try:
        tree = ET.fromstring(svg)  # noqa: S314 - our own drawings, made a moment ago
    except ET.ParseError as error:
        return [*wrong, f"not well-formed: {error}"]
    if "".join(tree.itertext()).strip():
        wrong.append("contains text")
    for element in tree.iterfind(".//*"):
        tag = element.tag.split("}")[-1]
        if tag not in ELEMENTS:
            wrong.append(f"element <{tag}> is not allowed")
        wrong += filter(None, (wrong_attribute(k, v) for k, v in element.attrib.items()))
    return wrong


def recipes() -> tuple[dict[str, str], list[str]]:
    """Give every faultless picture's whole SVG by name, and all faults found."""
    pictures: dict[str, str] = {}
    wrong: list[str] = []
    for source in sorted((HERE / "pictures").glob("[a-z]*.py")):
        module = importlib.import_module(f"tools.pictures.{source.stem}")
        offered: dict[str, str] = getattr(module, "PICTURES", {})
        twice = written_twice(source) | (set(pictures) & set(offered))
        wrong += [
            f"{name}: drawn twice, see {source.name}" for name in sorted(twice & set(offered))
        ]
        for name, inner in offered.items():
            svg = f"{ROOT}{inner}</svg>\n"
            found = faults(name, svg)
            wrong += [f"{name}: {fault}" for fault in found]
            if not found:
                pictures[name] = svg
    return pictures, wrong


def sheet(pictures: dict[str, str]) -> str:
    """Make a contact sheet: each picture large and small, its name in tiny letters beneath."""
    cells = (f"<div><i>{s}</i><b>{s}</b><p>{n}</p></div>" for n, s in sorted(pictures.items()))
    return SHEET + "".join(cells)


def main() -> int:
    parser = argparse.ArgumentParser(description="Draw the pictures from their recipes.")
    parser.add_argument("--check", action="store_true", help="write nothing, fail on a difference")
    parser.add_argument("--sheet", type=Path, help="also write a contact sheet to this HTML file")
    args = parser.parse_args()
    sys.path[:0] = [str(HERE.parent), str(HERE)]
    pictures, wrong = recipes()
    there = {path.stem: path.read_text(encoding="utf-8") for path in TARGET.glob("*.svg")}
    changed = [name for name, svg in pictures.items() if there.get(name) != svg]
    if args.check:
        wrong += [f"{name}: the file is not as drawn" for name in changed]
        wrong += [f"{name}: a file without a recipe" for name in sorted(set(there) - set(pictures))]
    else:
        TARGET.mkdir(parents=True, exist_ok=True)
        for name in changed:
            (TARGET / f"{name}.svg").write_text(pictures[name], encoding="utf-8")
    if args.sheet:
        args.sheet.write_text(sheet(pictures), encoding="utf-8")
    for fault in wrong:
        print(fault, file=sys.stderr)
    print(f"{len(pictures)} pictures, {len(changed)} changed, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
