"""`thinkcoop kit`: all that is printed for a day, a folder for each language.

Every no is one plain sentence. What sets pages is an extra (`thinkcoop[print]`) and loaded last.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from thinkcoop.app.command_line import NotUnderstood, Parser, short, within
from thinkcoop.config.kit_record import KitRecord, NoRecord, read_record
from thinkcoop.config.system import SystemClock
from thinkcoop.core.module.model import Module
from thinkcoop.core.paper.kit import KitFor, kit_files
from thinkcoop.core.paper.kit.wishes import MOST_PEOPLE
from thinkcoop.core.session.program import lay_out
from thinkcoop.rehearsal.command import BrokenModule, shelf_of, whole_module
from thinkcoop.store.site_words import SiteWordsOnDisk
from thinkcoop.web.site_words import WordsOfSite, site_words
from thinkcoop.web.translator import LATIN_DIGITS, Translator, translator

ENGLISH = "en"
FEWEST_PEOPLE = 4
NO_PRESS = "This machine makes no PDF. This adds it: python -m pip install 'thinkcoop[print]'"
EXTRA = ("typst", "fontpkg", "PIL")
ADDRESS = re.compile(r"https?://[!-~]{1,200}")
CODE = re.compile(r"[A-Z0-9]{4,8}")
EPILOG = """
Exit status: 0 all went well, 1 printed files are out of date or nothing was written,
2 not understood. See docs/guides/convener.md.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class KitWishes:
    """What is typed after `thinkcoop kit`, read."""

    module: str
    languages: tuple[str, ...]
    out: Path
    check: bool
    record: KitRecord
    data: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A module, and the folder in which its texts lie."""

    module: Module
    folder: Path
    today: date
    site: WordsOfSite


def kit(options: argparse.Namespace) -> int:
    """Write a kit, or say what of one is out of date."""
    try:
        wishes = read_wishes(options.rest)
        place = _place(wishes)
        return _looked_at(wishes, place) if wishes.check else _written(wishes, place)
    except NotUnderstood as no:
        print(no.plain, file=sys.stderr)
        return 2
    except BrokenModule as broken:
        for each in broken.diagnostics:
            print(f"{each.file}:{each.line}:{each.column} {each.code}: {each.what}")
        return 1
    except ImportError as missing:
        if (missing.name or "").split(".")[0] not in EXTRA:
            raise
        print(NO_PRESS, file=sys.stderr)
        return 1
    except OSError as trouble:
        print(f"That folder cannot be used: {trouble}", file=sys.stderr)
        return 1


def read_wishes(typed: Sequence[str]) -> KitWishes:
    """Return what is wished. Raises NotUnderstood; `--help` prints and ends the program."""
    options = _parser().parse_args(typed)
    if options.module is None:
        raise NotUnderstood("Say which module, as: thinkcoop kit thinkcoop --out kit")
    if (options.out is None) == (options.check is None):
        raise NotUnderstood("Say where to write it, as --out kit; or what to look at: --check kit")
    if options.address and not ADDRESS.fullmatch(options.address):
        raise NotUnderstood("--address takes an address as http://192.168.1.20:8000/s/ABCDE/")
    code = options.code.upper()
    if code and not CODE.fullmatch(code):
        raise NotUnderstood("--code takes the code of a session, as KXM4P.")
    return KitWishes(
        module=options.module,
        languages=tuple(dict.fromkeys(part.strip() for part in options.lang.split(","))),
        out=options.out or options.check,
        check=options.check is not None,
        data=options.data,
        record=KitRecord(
            edition=options.edition,
            people=within("--people", options.people, FEWEST_PEOPLE, MOST_PEOPLE),
            paper=options.paper,
            grey=options.grey,
            country=options.country.lower(),
            address=options.address,
            code=code,
        ),
    )


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="thinkcoop kit", description="All that is printed for a day.", epilog=EPILOG
    )
    add = parser.add_argument
    add("module", nargs="?", metavar="MODULE", help="its name, or its folder")
    add("--lang", default=ENGLISH, metavar="CODES", help="as km or km,en (en)")
    add("--people", default="30", metavar="N", help="how many people come (30)")
    add("--out", type=Path, metavar="DIR", help="the folder to write into")
    add("--check", type=Path, metavar="DIR", help="say what of a printed kit is out of date")
    add("--edition", default="", metavar="ID", help="which edition (the first)")
    add("--paper", choices=("a4", "a5"), default="a4", help="the size of the paper (a4)")
    add("--grey", action="store_true", help="without colours")
    add("--country", default="", metavar="CODE", help="tell of the law of this country, as kh")
    add("--address", default="", metavar="URL", help="where phones come in, for the table signs")
    add("--code", default="", metavar="CODE", help="the code of the session, for the table signs")
    add("--data", type=Path, metavar="DIR", help="say the words that were chosen in this folder")
    return parser


def _place(wishes: KitWishes) -> Place:
    today = SystemClock().today()
    shelf, name = shelf_of(wishes.module)
    if wishes.data is not None and not wishes.data.is_dir():
        raise NotUnderstood(f"There is no data folder {wishes.data}.")
    return Place(
        module=whole_module(shelf, name, today),
        folder=shelf.folder / name,
        today=today,
        site=SiteWordsOnDisk(wishes.data, {}),
    )


# ------------------------------------------------------------------------------------ what to set


def _kit_for(record: KitRecord, place: Place) -> KitFor:
    """The kit that was wished, of this module as it is now. Raises NotUnderstood."""
    module = place.module
    editions = [each.id for each in module.editions]
    edition = record.edition or editions[0]
    if edition not in editions:
        names = ", ".join(editions)
        raise NotUnderstood(f"There is no edition {short(edition)}; there is: {names}.")
    countries = [each.code for each in module.countries]
    if record.country and record.country not in countries:
        names = ", ".join(countries)
        raise NotUnderstood(f"Nothing is known of the law of {short(record.country)}; of: {names}.")
    return KitFor(
        program=lay_out(module, edition),
        people=record.people,
        today=place.today,
        country=record.country,
        address=record.address,
        code=record.code,
    )


def _words(language: str, place: Place) -> Translator:
    """The words in that language. Raises NotUnderstood where there are none."""
    known = [each.code for each in place.module.languages]
    languages = place.folder / "languages"
    known += sorted(path.stem for path in languages.glob("*.po"))
    if language.removesuffix(LATIN_DIGITS) not in (ENGLISH, *known):
        names = ", ".join(dict.fromkeys((ENGLISH, *known)))
        raise NotUnderstood(
            f"{place.module.title} does not speak {short(language)}; it speaks: {names}."
        )
    return translator(language, place.folder, site_words(place.site, language))


# ------------------------------------------------------------------------------- writing, looking


def _written(wishes: KitWishes, place: Place) -> int:
    from thinkcoop.config.kit_writing import Writing, write_kit  # noqa: PLC0415 - an extra

    files = kit_files(_kit_for(wishes.record, place))
    words = {language: _words(language, place) for language in wishes.languages}
    writing = Writing(module=place.module, record=wishes.record, words=words)
    for line in write_kit(wishes.out, files, writing):
        print(line)
    return 0


def _looked_at(wishes: KitWishes, place: Place) -> int:
    """Tell of each file that was printed whether its texts are still those of the module."""
    from thinkcoop.config.kit_writing import Writing, digests_now  # noqa: PLC0415 - an extra

    try:
        printed = read_record(wishes.out)
    except NoRecord as no:
        raise NotUnderstood(no.plain) from no
    languages = dict.fromkeys(name.partition("/")[0] for name in printed.files)
    words = {language: _words(language, place) for language in languages}
    writing = Writing(module=place.module, record=printed, words=words)
    now = digests_now(kit_files(_kit_for(printed, place)), writing)
    stale = [name for name in {**now, **printed.files} if now.get(name) != printed.files.get(name)]
    for name in {**now, **printed.files}:
        print(f"{name}: {'out of date, print it again' if name in stale else 'as it is now'}")
    return 1 if stale else 0
