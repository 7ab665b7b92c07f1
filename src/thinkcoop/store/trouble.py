"""What can go wrong between us and the disk, in sentences for the convener.

Works on the error numbers that the database drivers put on their exceptions; imports no driver.
"""

from __future__ import annotations

from thinkcoop.app.ports import StoreTrouble
from thinkcoop.core.words import SessionId

SQLITE = {
    5: "Another program keeps the database busy. Nothing was stored; please try again.",
    6: "Another program keeps the database busy. Nothing was stored; please try again.",
    8: "The database can only be read here, not written to. Nothing was stored.",
    10: "The disk made an error. Nothing was stored; it may be broken or was taken out.",
    11: "The database file is damaged. Nothing was stored; please go back to a copy of it.",
    13: "The disk is full. Nothing was stored; please make room on it.",
    14: "The database file cannot be opened. Nothing was stored; is the disk still there?",
    26: "The database file is not a database. Please go back to a copy of it.",
}
"""By SQLite's primary result code."""

POSTGRES = {
    "08": "The database server cannot be reached. Nothing was stored.",
    "25006": "The database can only be read here, not written to. Nothing was stored.",
    "53": "The database server has no room left. Nothing was stored.",
    "55P03": "Another program keeps the database busy. Nothing was stored; please try again.",
    "57": "The database server is shutting down. Nothing was stored.",
    "58": "The disk of the database server made an error. Nothing was stored.",
}
"""By SQLSTATE, or by its class (the first two letters)."""

UNREACHABLE = "The database server cannot be reached. Nothing was stored."


class Conflict(Exception):
    """Somebody else wrote to this log. With one writer for each log this is a bug of ours."""

    def __init__(self, session: SessionId, *, first: int, length: int) -> None:
        super().__init__(
            f"session {session}: to be appended at {first}, but the log has {length} events"
        )
        self.session = session
        self.first = first
        self.length = length


def trouble_in(error: BaseException) -> StoreTrouble | None:
    """Return the trouble that a database error means, or None when the error is a bug of ours."""
    cause = error.__cause__ or error
    number = getattr(cause, "sqlite_errorcode", None)
    if isinstance(number, int):
        plain = SQLITE.get(number & 0xFF)
    elif hasattr(cause, "sqlstate"):
        plain = _told_by_server(cause.sqlstate, error)
    else:
        plain = None
    return None if plain is None else StoreTrouble(plain)


def _told_by_server(state: str | None, error: BaseException) -> str | None:
    if state is not None:
        return POSTGRES.get(state) or POSTGRES.get(state[:2])
    # The connection broke before the server could say anything, or we used the driver wrongly.
    broke = type(error).__name__ in ("OperationalError", "InterfaceError")
    return UNREACHABLE if broke else None
