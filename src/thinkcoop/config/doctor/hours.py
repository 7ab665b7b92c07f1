"""The clock that people read. Sessions count time by another one, which cannot jump."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta

from thinkcoop.config.doctor.finding import Finding

FIRST_YEAR = 2026
"""This program did not exist before."""
LAST_YEAR = FIRST_YEAR + 40
NOT_SET = 5
"""What Linux's adjtimex answers while nobody keeps the clock right (TIME_ERROR)."""
ROOM_FOR_TIMEX = 512
"""Bytes; the structure that adjtimex fills has 208 on today's systems."""


def look_at_clock() -> Iterator[Finding]:
    """Read and judge."""
    yield judge_clock(datetime.now().astimezone(), kept=kept_by_time_server())


def judge_clock(now: datetime, *, kept: bool | None) -> Finding:
    """Whether the time of the day can be right. `kept`: by a time server; None when not known."""
    what = f"The clock says {now:%A %d %B %Y, %H:%M}, {_zone(now)}."
    if not FIRST_YEAR <= now.year <= LAST_YEAR:
        return Finding("bad", f"{what} That cannot be.", "Set date and time of this machine.")
    compare = "Compare it with a watch; a wrong clock shows wrong times on the wall."
    if kept is False:
        return Finding("look", f"{what} No time server has set it.", compare)
    if now.utcoffset() == timedelta(0):
        mend = "If people here read another time, set the time zone of this machine."
        return Finding("look", what, mend)
    return Finding("ok", what if kept is None else f"{what} A time server keeps it right.")


def _zone(now: datetime) -> str:
    offset = now.strftime("%z")
    return f"UTC{offset[:3]}:{offset[3:5]}"


def kept_by_time_server() -> bool | None:
    """Whether the system's clock is kept right over a network. Asks the kernel, not the network."""
    with suppress(OSError, AttributeError, ValueError):
        answer: int = ctypes.CDLL(None).adjtimex(ctypes.create_string_buffer(ROOM_FOR_TIMEX))
        return None if answer < 0 else answer != NOT_SET
    return None
