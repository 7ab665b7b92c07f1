"""`thinkcoop log` and `thinkcoop verify`: a session's log as a file, and whether it is whole."""

from __future__ import annotations

import argparse
import os
import sys

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.words import SessionId


def log(options: argparse.Namespace) -> int:
    """Write the log of a session to stdout. Works while a server is running."""
    from thinkcoop.store import setup  # noqa: PLC0415 - Django is slow to load
    from thinkcoop.store.export import write_ndjson  # noqa: PLC0415 - as above

    data_dir = options.data or setup.data_folder(os.environ)
    if not (data_dir / setup.DATABASE).is_file():
        print(f"There is no data in {data_dir}.", file=sys.stderr)
        return 1
    setup.configure(data_dir)
    from thinkcoop.store.database_store import DatabaseReader  # noqa: PLC0415 - needs the settings

    reader = DatabaseReader()
    try:
        write_ndjson(reader, SessionId(options.session), sys.stdout.buffer)
    except StoreTrouble as trouble:
        print(trouble.plain, file=sys.stderr)
        return 1
    finally:
        reader.close()
    return 0


def verify(options: argparse.Namespace) -> int:
    """Say whether a log file is whole. Returns 1 when it is not."""
    from thinkcoop.store.verify import file_lines  # noqa: PLC0415 - only needed here
    from thinkcoop.store.verify import verify as check  # noqa: PLC0415 - as above

    try:
        with options.file.open("rb") as stream:
            verdict = check(file_lines(stream))
    except OSError as error:
        print(f"{options.file} cannot be read: {error.strerror}.", file=sys.stderr)
        return 1
    print(verdict.plain)
    return 0 if verdict.whole else 1
