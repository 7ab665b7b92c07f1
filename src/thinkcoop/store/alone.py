"""One writer at a time, also where several programs write: whoever comes second waits.

`device_lock` sends a second server away; this is for short work that both may do. The lock goes
with its process, however that ends, so a file that is left over locks nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import errno
    import msvcrt

    def _wait_for(file: int) -> None:
        while True:
            try:
                msvcrt.locking(file, msvcrt.LK_LOCK, 1)
            except OSError as error:
                if error.errno != errno.EDEADLOCK:  # it gives up after ten tries, a second apart
                    raise
            else:
                return

else:
    import fcntl

    def _wait_for(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Be the only one, of all threads and programs, that is here with this lock file.

    Its folder is made where there is none; the file stays. Raises OSError where it cannot be had.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    file = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _wait_for(file)
        yield
    finally:
        os.close(file)  # and with it the lock
