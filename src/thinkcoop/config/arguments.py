"""What can be typed after `thinkcoop`. Names the code of each command without loading it."""

from __future__ import annotations

import argparse
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
    inner = module.add_subparsers(dest="module_command", metavar="check|schema", required=True)
    check = inner.add_parser("check", help="report every mistake in a module's files")
    check.set_defaults(run=f"{CONFIG}.module_command:check")
    check.add_argument("path", metavar="PATH", type=Path)
    check.add_argument("--json", action="store_true", help="for other programs")
    schema = inner.add_parser("schema", help="print the JSON Schema for editors")
    schema.set_defaults(run=f"{CONFIG}.module_command:schema")


def _rehearsals(commands: Any) -> None:  # noqa: ANN401 - as above
    """Each reads for itself all that follows, options and `--help` included."""
    for name, where, about in (
        ("rehearse", "rehearse", "let simulated people run through it"),
        ("demo", "demo", "see a session with simulated people"),
        ("game", "game_command", "see what a game's rules lead to"),
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


def _pin(text: str) -> str:
    if not (text.isascii() and text.isdigit() and len(text) == 6):
        raise argparse.ArgumentTypeError("a PIN has six digits")
    return text
