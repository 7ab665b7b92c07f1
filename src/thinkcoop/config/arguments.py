"""What can be typed after `thinkcoop`. Names the code of each command without loading it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path
from typing import Any

CONFIG = "thinkcoop.config"


def parser(version: str) -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    top = argparse.ArgumentParser(
        prog="thinkcoop",
        description="Runs an orientation on the cooperative business model, without a trainer.",
    )
    top.add_argument("--version", action="version", version=f"thinkcoop {version}")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")
    _serve(commands)
    _logs(commands)
    _modules(commands)
    doctor = _command(commands, "doctor", f"{CONFIG}.doctor:doctor", "see whether all is well here")
    _data(doctor)
    doctor.add_argument("--port", type=port, default=8000, help="the port phones will use")
    doctor.add_argument(
        "--modules", type=Path, metavar="DIR", help="a folder with your own modules"
    )
    doctor.add_argument("--json", action="store_true", help="for other programs")
    _cards(commands)
    _rehearsals(commands)
    return top


def _command(
    commands: Any,  # noqa: ANN401 - argparse has no public name for it
    name: str,
    run: str,
    about: str,
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(name, help=about, description=about)
    made.set_defaults(run=run)
    return made


def _serve(commands: Any) -> None:  # noqa: ANN401 - as above
    serve = _command(commands, "serve", f"{CONFIG}.serve:serve", "run sessions on this machine")
    serve.add_argument("--port", type=port, default=8000, help="0: any free one (default 8000)")
    serve.add_argument("--host", default="0.0.0.0", help="address to listen on (default: all)")  # noqa: S104 - phones must reach it
    serve.add_argument(
        "--pin", type=_pin, metavar="PIN", help="six digits; made anew when left out"
    )
    serve.add_argument("--no-color", action="store_true", help="print plain text")
    serve.add_argument("--modules", type=Path, metavar="DIR", help="a folder with your own modules")
    serve.add_argument(
        "--log", type=Path, metavar="FILE", help="write the log there, not on stderr"
    )
    _data(serve)


def _logs(commands: Any) -> None:  # noqa: ANN401 - as above
    log = _command(commands, "log", f"{CONFIG}.log_command:log", "write a session's log to stdout")
    log.add_argument("session", metavar="SESSION")
    _data(log)
    recordings = _command(
        commands,
        "recordings",
        f"{CONFIG}.recordings_command:recordings",
        "write a session's spoken answers into a folder",
    )
    recordings.add_argument("session", metavar="SESSION")
    recordings.add_argument("--out", type=Path, metavar="DIR", required=True, help="the folder")
    _data(recordings)
    verify = _command(
        commands, "verify", f"{CONFIG}.log_command:verify", "check that a log file is whole"
    )
    verify.add_argument("file", metavar="FILE", type=Path)


def _modules(commands: Any) -> None:  # noqa: ANN401 - as above
    module = commands.add_parser("module", help="for module authors")
    inner = module.add_subparsers(dest="module_command", metavar="check|strings|…", required=True)
    check = inner.add_parser("check", help="report every mistake in a module's files")
    check.set_defaults(run=f"{CONFIG}.module_command:check")
    check.add_argument("path", metavar="PATH", type=Path)
    check.add_argument("--json", action="store_true", help="for other programs")
    _languages(inner)
    _narration(inner)
    schema = inner.add_parser("schema", help="print the JSON Schema for editors")
    schema.set_defaults(run=f"{CONFIG}.module_command:schema")


def _languages(inner: Any) -> None:  # noqa: ANN401 - as above
    strings = inner.add_parser("strings", help="bring a module's translations up to date")
    strings.set_defaults(run=f"{CONFIG}.language_commands:strings")
    strings.add_argument("path", metavar="PATH", type=Path)
    strings.add_argument("--lang", type=_codes, metavar="CODES", help="as km or km,es")
    build = inner.add_parser("build", help="build translations so that pages are quick to read")
    build.set_defaults(run=f"{CONFIG}.language_commands:build")
    build.add_argument("path", metavar="PATH", type=Path)
    sheet = inner.add_parser("review-sheet", help="print translations for somebody to review")
    sheet.set_defaults(run=f"{CONFIG}.review_command:review_sheet")
    sheet.add_argument("path", metavar="PATH", type=Path)
    sheet.add_argument("--lang", required=True, type=_code, metavar="CODE")
    sheet.add_argument("--out", type=Path, metavar="FILE", help="ends in .pdf or .xlsx")
    sheet.add_argument("--all", action="store_true", help="also what was reviewed already")
    sheet.add_argument("--take", type=Path, metavar="FILE", help="an .xlsx that came back")
    sheet.add_argument("--by", metavar="NAME", help="who reviewed it")


def _narration(inner: Any) -> None:  # noqa: ANN401 - as above
    narrate = inner.add_parser("narrate", help="what is recorded, and taking recordings in")
    narrate.set_defaults(run=f"{CONFIG}.narrate_command:narrate")
    narrate.add_argument("path", metavar="PATH", type=Path)
    narrate.add_argument("--lang", required=True, type=_codes, metavar="CODES", help="as en,es")
    ways = narrate.add_mutually_exclusive_group()
    ways.add_argument("--synthetic", action="store_true", help="let a machine read what is missing")
    ways.add_argument("--list", type=Path, metavar="FILE", help="write a list to print, as .html")
    ways.add_argument("--take", type=Path, metavar="DIR", help="take in recordings named by it")
    narrate.add_argument("--by", default="", metavar="NAME", help="who speaks in them")
    narrate.add_argument(
        "--data", type=Path, metavar="DIR", help="keep them in this data folder, not in the module"
    )
    narrate.add_argument("--json", action="store_true", help="for other programs")


def _cards(commands: Any) -> None:  # noqa: ANN401 - as above
    cards = commands.add_parser("cards", help="answer cards: print them, read them in pictures")
    inner = cards.add_subparsers(dest="cards_command", metavar="sheet|read", required=True)
    sheet = inner.add_parser("sheet", help="write cards to print, for both sides of the paper")
    sheet.set_defaults(run=f"{CONFIG}.cards_command:sheet")
    sheet.add_argument("--people", type=_people, default=40, metavar="N", help="1 to 40 cards")
    sheet.add_argument("--out", type=Path, metavar="FILE", help="a PDF")
    sheet.add_argument("--png", type=Path, metavar="DIR", help="a picture of each card's front")
    sheet.add_argument("--two", action="store_true", help="two on a page, for a small circle")
    sheet.add_argument("--grey", action="store_true", help="for a printer without colours")
    sheet.add_argument("--lang", type=_code, default="en", metavar="CODE", help="named in the PDF")
    read = inner.add_parser("read", help="say which signs are held up in photographs")
    read.set_defaults(run=f"{CONFIG}.cards_command:read")
    read.add_argument("photos", nargs="+", type=Path, metavar="PHOTO", help="up to 12 of them")
    read.add_argument("--people", type=_people, default=40, metavar="N", help="cards 1 to N only")
    read.add_argument("--json", action="store_true", help="for other programs")


def _rehearsals(commands: Any) -> None:  # noqa: ANN401 - as above
    """Each reads for itself all that follows, options and `--help` included."""
    for name, where, about in (
        ("rehearse", "rehearse", "let simulated people run through it"),
        ("demo", "demo", "see a session with simulated people"),
        ("game", "game_command", "see what a game's rules lead to"),
        ("kit", "kit_command", "print all that a day needs on paper"),
    ):
        parser = commands.add_parser(name, help=about, add_help=False, prefix_chars="\0")
        parser.set_defaults(run=f"{CONFIG}.{where}:{name}")
        parser.add_argument("rest", nargs=argparse.REMAINDER)


def _data(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--data",
        type=Path,
        metavar="DIR",
        help="data folder (default: $THINKCOOP_DATA or ~/.local)",
    )


def port(text: str) -> int:
    """The number of a port. Raises ValueError or ArgumentTypeError, which argparse tells."""
    number = int(text)
    if not 0 <= number < 65_536:
        raise argparse.ArgumentTypeError("a port is a number from 0 to 65535")
    return number


def _people(text: str) -> int:
    number = int(text)
    if not 1 <= number <= 40:
        raise argparse.ArgumentTypeError("there are cards for 1 to 40 people")
    return number


def _code(text: str) -> str:
    if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", text) is None:
        raise argparse.ArgumentTypeError("a language is a code as km, es or en")
    return text


def _codes(text: str) -> list[str]:
    return [_code(part.strip()) for part in text.split(",")]


def _pin(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 6):
        raise argparse.ArgumentTypeError("a PIN has six digits")
    return text
