"""The command line: `thinkcoop serve` and its kin.

Each command lives in a file of its own and is loaded only when it is called, so that the server
is there within a second and `--help` at once.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from typing import cast

from thinkcoop import __version__
from thinkcoop.config import arguments

Command = Callable[[argparse.Namespace], int]


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 done, 1 refused, 2 not understood."""
    parser = arguments.parser(__version__)
    options = parser.parse_args(argv)
    if not hasattr(options, "run"):
        parser.print_help()
        return 2
    module, function = cast("str", options.run).split(":")
    try:
        command = cast("Command", getattr(import_module(module), function))
    except ModuleNotFoundError as missing:
        if missing.name != module and not module.startswith(f"{missing.name}."):
            raise
        print(f"This installation has no `{options.command}`.", file=sys.stderr)
        return 1
    return command(options)


if __name__ == "__main__":
    sys.exit(main())
