"""`thinkcoop module review-sheet`: translations to a person who speaks the language, and back."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from thinkcoop.app.catalogue import BrokenCatalogue, corrected, entries, updated
from thinkcoop.app.review_sheet import NoSheet, SheetRow, as_table, from_table, rows
from thinkcoop.config.language_commands import about, catalogue_text, module_in, today
from thinkcoop.core.module.model import Module
from thinkcoop.core.module.strings import strings as strings_of
from thinkcoop.store.module_files import LANGUAGES
from thinkcoop.store.whole_file import write_whole

NO_PRESS = "This machine makes no PDF. This adds it: python -m pip install 'thinkcoop[print]'"


def review_sheet(options: argparse.Namespace) -> int:
    """Write a sheet, or take one back. Returns 1, with a sentence, where that cannot be done."""
    found = module_in(options.path)
    if found is None:
        return 1
    folder, module = found
    path = folder / LANGUAGES / f"{options.lang}.po"
    if not path.is_file():
        made = f"thinkcoop module strings {options.path} --lang {options.lang}"
        return _no(f"There is no {path}. This makes it: {made}")
    title = f"{module.title} {module.version}, {options.lang}"
    try:
        text = catalogue_text(path)
        if options.take is not None:
            return _take(options, path, text, module)
        if options.out is None:
            return _no("Say where to write it, as --out km.xlsx or --out km.pdf")
        sheet = rows(strings_of(module), entries(text), everything=options.all)
        return _write(options.out, sheet, title, options.lang)
    except (BrokenCatalogue, NoSheet) as no:
        return _no(no.plain)
    except OSError as trouble:
        return _no(f"That file cannot be used: {trouble}")


def _write(out: Path, sheet: list[SheetRow], title: str, language: str) -> int:
    if out.suffix == ".xlsx":
        out.write_bytes(as_table(sheet, title=title))
    elif out.suffix == ".pdf":
        try:
            from thinkcoop.press.review_sheet import as_pdf  # noqa: PLC0415 - an extra
        except ImportError:
            return _no(NO_PRESS)
        out.write_bytes(as_pdf(sheet, title=title, language=language))
    else:
        return _no("The name must end in .pdf or .xlsx")
    print(f"{out}: {len(sheet)} texts")
    return 0


def _take(options: argparse.Namespace, path: Path, text: str, module: Module) -> int:
    if not (options.by or "").strip():
        return _no("Say who reviewed it: --by NAME")
    strings = strings_of(module)
    taken = from_table(options.take.read_bytes(), strings, entries(text))
    said = {each.source: each.said for each in taken.looked}
    now, by = updated(text, strings, options.lang, about(module)), " ".join(options.by.split())
    write_whole(path, corrected(now, said, by, f"{today():%Y-%m-%d}").encode("utf-8"))
    for sentence in taken.refused:
        print(sentence, file=sys.stderr)
    print(f"{path}: {len(said)} texts reviewed by {by}")
    return 0


def _no(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1
