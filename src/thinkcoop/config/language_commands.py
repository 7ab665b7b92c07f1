"""`thinkcoop module strings | build | review-sheet`: for those who translate modules."""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path

from thinkcoop.app.catalogue import NO_CATALOGUE, BrokenCatalogue, compiled, updated
from thinkcoop.app.modules import ENGLISH, load_module
from thinkcoop.app.word_breaks import HOW_TO_ADD, khmer_words
from thinkcoop.config.system import SystemClock
from thinkcoop.core.module.model import Module
from thinkcoop.core.module.strings import strings as strings_of
from thinkcoop.store.module_files import LANGUAGES, MODULE_FILE, ModulesOnDisk
from thinkcoop.store.whole_file import write_whole
from thinkcoop.web.catalogues import BROKEN_LANGUAGES, breaks_of


def strings(options: argparse.Namespace) -> int:
    """Bring the catalogues of a module up to date with its English; make those that are new."""
    found = module_in(options.path)
    if found is None:
        return 1
    folder, module = found
    texts = strings_of(module)
    codes = options.lang or [each.code for each in module.languages if each.code != ENGLISH]
    if not codes:
        print("module.yaml names no other language. Say which: --lang km", file=sys.stderr)
        return 1
    for code in codes:
        path = folder / LANGUAGES / f"{code}.po"
        try:
            before = catalogue_text(path) if path.is_file() else ""
            write_whole(path, updated(before, texts, code, about(module)).encode("utf-8"))
        except BrokenCatalogue as broken:
            print(f"{path}:{broken.line} {broken.plain}; it was left alone.", file=sys.stderr)
            return 1
        except OSError as trouble:
            print(f"That file cannot be used: {trouble}", file=sys.stderr)
            return 1
        print(f"{path}: {len(texts)} texts")
    return 0


def build(options: argparse.Namespace) -> int:
    """Build the catalogues of a folder for the program: quick to read, with word breaks."""
    folder = options.path / LANGUAGES if (options.path / LANGUAGES).is_dir() else options.path
    sources = sorted(folder.glob("*.po"))
    if not sources:
        print(f"There is no catalogue in {folder}.", file=sys.stderr)
        return 1
    return max(_built(source) for source in sources)


def _built(source: Path) -> int:
    if source.stem in BROKEN_LANGUAGES and khmer_words() is None:
        print(f"{source}: {HOW_TO_ADD}", file=sys.stderr)
    try:
        made = compiled(catalogue_text(source), breaks_of(source.stem))
        write_whole(source.with_suffix(".mo"), made)
    except BrokenCatalogue as broken:
        print(f"{source}:{broken.line} {broken.plain}.", file=sys.stderr)
        return 1
    except OSError as trouble:
        print(f"That file cannot be used: {trouble}", file=sys.stderr)
        return 1
    return 0


def catalogue_text(path: Path) -> str:
    """What is in a catalogue. Raises BrokenCatalogue for what is no text, and OSError."""
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError:
        raise BrokenCatalogue(NO_CATALOGUE, 1) from None


def about(module: Module) -> str:
    """What stands at the head of a new catalogue."""
    return f"{module.title}, {module.id} {module.version}. Licence {module.licence}."


def module_in(path: Path) -> tuple[Path, Module] | None:
    """The folder and the module in it; None, and a sentence on stderr, where it has mistakes."""
    folder = path.resolve()
    folder = folder.parent if folder.name == MODULE_FILE else folder
    if not folder.is_dir():
        print(f"{path} is not the folder of a module.", file=sys.stderr)
        return None
    module = load_module(ModulesOnDisk.within(folder.parent), folder.name, today=today()).module
    if module is None:
        print(f"{path} has mistakes; `thinkcoop module check` names them.", file=sys.stderr)
        return None
    return folder, module


def today() -> date:
    """The day of this machine."""
    return SystemClock().today()
