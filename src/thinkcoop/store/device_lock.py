"""One device, one server on a data folder: a second one is refused before it can write.

The lock belongs to the process and goes with it, however it ends; a file left over from a power
cut locks nothing. Readers such as `thinkcoop log` do not take it.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType
from typing import Self

from thinkcoop.app.ports import StoreTrouble

NAME = "thinkcoop.lock"


class DeviceLock:
    """Held from its making until `release`. Raises StoreTrouble when another server has it."""

    def __init__(self, data_dir: Path) -> None:
        try:
            self._file = os.open(data_dir / NAME, os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            plain = f"The folder {data_dir} cannot be written to: {error.strerror}."
            raise StoreTrouble(plain) from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            other = os.read(self._file, 20).decode(errors="replace").strip() or "unknown"
            os.close(self._file)
            plain = (
                f"Think.Coop is already running with the folder {data_dir} (process {other}). "
                "Stop it first, or choose another folder."
            )
            raise StoreTrouble(plain) from error
        os.truncate(self._file, 0)
        os.pwrite(self._file, f"{os.getpid()}\n".encode(), 0)

    def release(self) -> None:
        """Let another server have the folder."""
        os.close(self._file)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.release()
