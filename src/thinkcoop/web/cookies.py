"""The slip of paper in a phone's pocket: which place is yours, signed so that nobody can write one.

A cookie holds for exactly one session and one seat (or one table's device), and for the hand it
was given to: when another phone takes the seat over, the hand grows and older cookies end.
There is no account behind it and no table of cookies.
"""

from __future__ import annotations

import base64
import hmac
from dataclasses import dataclass

from thinkcoop.core.words import SeatNo, SessionId, TableNo

PLACE = "place"
DESK = "desk"
PLACE_DAYS = 200
"""An edition may be spread over five meetings, and somebody asks again after three months."""
DAY_S = 86_400


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Whose cookie it is: a seat, or with seat 0 the device of a table."""

    session: SessionId
    seat: SeatNo = SeatNo(0)
    table: TableNo = TableNo(0)
    hand: int = 0


class Signer:
    """Writes and reads cookies with a key that never leaves this machine."""

    def __init__(self, key: bytes) -> None:
        self._key = key

    def place(self, holder: Holder) -> str:
        """The value of a place's cookie."""
        text = f"{holder.session}.{holder.seat}.{holder.table}.{holder.hand}"
        return f"{text}.{self._mark('place', text)}"

    def holder(self, value: str) -> Holder | None:
        """Whose cookie this is; None unless we wrote it, exactly so."""
        text, _, mark = value.rpartition(".")
        if not text.isascii() or not self._same(mark, self._mark("place", text)):
            return None
        session, seat, table, hand = text.split(".")
        return Holder(
            session=SessionId(session),
            seat=SeatNo(int(seat)),
            table=TableNo(int(table)),
            hand=int(hand),
        )

    def desk(self, pin: str, until_s: int) -> str:
        """The value of the convener's cookie: good until then, and as long as the PIN is this."""
        return f"{until_s}.{self._mark('desk', f'{pin}.{until_s}')}"

    def opens_desk(self, value: str, pin: str, now_s: int) -> bool:
        """Whether this is a convener's cookie that still holds."""
        until, _, mark = value.partition(".")
        if not (until.isascii() and until.isdigit() and len(until) < 13):
            return False
        return self._same(mark, self._mark("desk", f"{pin}.{until}")) and now_s < int(until)

    def _mark(self, purpose: str, text: str) -> str:
        made = hmac.digest(self._key, f"{purpose}:{text}".encode(), "sha256")[:18]
        return base64.urlsafe_b64encode(made).decode()

    def _same(self, one: str, other: str) -> bool:
        return hmac.compare_digest(one.encode("utf-8", "replace"), other.encode())


def cookie(header: str, name: str) -> str:
    """The value of a cookie in a Cookie header; the first one, which has the longest path."""
    for part in header.split(";"):
        key, _, value = part.strip().partition("=")
        if key == name:
            return value
    return ""


def set_cookie(
    name: str, value: str, *, path: str, max_age_s: int, secure: bool, strict: bool
) -> str:
    """The Set-Cookie header. Never readable for scripts."""
    parts = [
        f"{name}={value}",
        f"Path={path}",
        f"Max-Age={max_age_s}",
        "HttpOnly",
        f"SameSite={'Strict' if strict else 'Lax'}",
    ]
    if secure:
        parts.append("Secure")
    return "; ".join(parts)
