"""The product's own sentences, for the translators: `make strings` brings catalogues up to date.

A sentence is what stands in `_("…")` in `src/thinkcoop/web/`; its place is the key beside it.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from thinkcoop.app.catalogue import updated
from thinkcoop.core.module.strings import ModuleString, Room

ROOT = Path(__file__).parents[1]
WEB = ROOT / "src" / "thinkcoop" / "web"
LANGUAGES = WEB / "languages"
ABOUT = "Think.Coop: the sentences of the program. Made by `make strings`; licence Apache-2.0."
BUTTON_WORDS = 3
"""A sentence of so few words stands on something to tap, or beside it."""


def product_strings() -> tuple[ModuleString, ...]:
    """Every sentence of the program, once, with the places where it stands."""
    places: dict[str, list[str]] = {}
    for path in sorted(WEB.rglob("*.py")):
        for place, sentence in _marked(path):
            places.setdefault(sentence, []).append(f"{path.stem}/{place}")
    return tuple(
        ModuleString(source=source, places=tuple(dict.fromkeys(where)), room=_room(source))
        for source, where in places.items()
    )


def _room(source: str) -> Room:
    return "button" if len(source.split()) <= BUTTON_WORDS else "sentence"


def _marked(path: Path) -> Iterator[tuple[str, str]]:
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Dict):
            for key, value in zip(node.keys, node.values, strict=True):
                if key is not None and (sentence := _sentence(value)) is not None:
                    yield ast.unparse(key).strip("'\""), sentence
    keyed = {id(v) for n in ast.walk(tree) if isinstance(n, ast.Dict) for v in n.values}
    for node in ast.walk(tree):
        if id(node) not in keyed and (sentence := _sentence(node)) is not None:
            yield "", sentence


def _sentence(node: ast.AST) -> str | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
        said = ast.literal_eval(node.args[0])
        assert isinstance(said, str)
        return said
    return None


def main() -> int:
    """Bring every catalogue of the product up to date; name a language to begin a new one."""
    codes = sys.argv[1:] or [path.stem for path in sorted(LANGUAGES.glob("*.po"))]
    for code in codes:
        path = LANGUAGES / f"{code}.po"
        before = path.read_text("utf-8") if path.is_file() else ""
        path.parent.mkdir(exist_ok=True)
        path.write_text(updated(before, product_strings(), code, ABOUT), "utf-8")
        print(f"{path.relative_to(ROOT)}: {len(product_strings())} sentences")
    return 0


if __name__ == "__main__":
    sys.exit(main())
