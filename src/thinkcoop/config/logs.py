"""What operators read: one JSON object a line, on stderr or in a file.

Joins, steps, refusals and errors; not every tap and never what was answered.
"""

from __future__ import annotations

import sys
from pathlib import Path
from types import ModuleType
from typing import TextIO, cast

from thinkcoop.app.ports import StoreTrouble

# structlog loads all of rich in case somebody wants coloured tracebacks: a tenth of a cold start.
_RICH = sys.modules.get("rich")
sys.modules["rich"] = cast("ModuleType", None)
try:
    import structlog
finally:
    if _RICH is None:
        del sys.modules["rich"]
    else:
        sys.modules["rich"] = _RICH


def begin(path: Path | None = None) -> None:
    """From now on write the log to `path`, or to stderr. Raises StoreTrouble."""
    try:
        stream: TextIO = path.open("a", encoding="utf-8") if path is not None else sys.stderr
    except OSError as error:
        raise StoreTrouble(f"The log {path} cannot be written: {error.strerror}.") from error
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(20),
        logger_factory=structlog.PrintLoggerFactory(file=stream),
        cache_logger_on_first_use=True,
    )
