"""A small file that says when this device was last known to be on.

A quiet step writes nothing to the log for minutes; without a pulse a power cut in the middle of it
would count as if the power had been gone since the last answer. The file is not flushed: losing
its last seconds costs nobody anything.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path


class FilePulse:
    """Implements `app.ports.Pulse` in one file of the data folder."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._last = self._read()

    def last_ms(self) -> int:
        """What the wall clock said at the last beat of the former run; 0 when there was none."""
        return self._last

    def beat(self, wall_ms: int) -> None:
        """Note that the device is on. A disk that says no is not the pulse's business."""
        with suppress(OSError):
            self._path.write_text(f"{wall_ms}\n", encoding="ascii")

    def _read(self) -> int:
        try:
            text = self._path.read_text(encoding="ascii", errors="replace").strip()
        except OSError:
            return 0
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0
