"""`thinkcoop recordings`: the spoken answers of a session as files."""

from __future__ import annotations

import argparse
import os
import sys

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.words import SessionId


def recordings(options: argparse.Namespace) -> int:
    """Write the recordings of a session into a folder. Works while a server is running."""
    from thinkcoop.store import setup  # noqa: PLC0415 - Django is slow to load
    from thinkcoop.store.recordings import write_files  # noqa: PLC0415 - as above

    data_dir = options.data or setup.data_folder(os.environ)
    if not (data_dir / setup.DATABASE).is_file():
        print(f"There is no data in {data_dir}.", file=sys.stderr)
        return 1
    setup.configure(data_dir)
    from thinkcoop.store.database_store import DatabaseReader  # noqa: PLC0415 - needs the settings

    reader = DatabaseReader()
    try:
        if not setup.is_up_to_date():
            print("These data are of an older version. Start the server once.", file=sys.stderr)
            return 1
        files = write_files(reader, SessionId(options.session), options.out)
    except StoreTrouble as trouble:
        print(trouble.plain, file=sys.stderr)
        return 1
    finally:
        reader.close()
    print(f"Recordings written to {options.out}: {len(files)}")
    return 0
