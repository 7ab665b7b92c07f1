"""The rows that one write puts into the database, inside the transaction that is open.

Three rules live here: the log grows only at its end, the papers of a ballot are always laid down
in the order of their random keys, never in the order in which they came, and the private sheets of
a session that closes are destroyed whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from secrets import token_bytes

from django.db import IntegrityError
from django.db.backends.utils import CursorWrapper

from thinkcoop.app.ports import SeatCard, Writing
from thinkcoop.core.words import SessionId
from thinkcoop.store.codec import START, seal, write_body
from thinkcoop.store.sheets import newest, shredded_by
from thinkcoop.store.trouble import Conflict

STANDING = "SELECT length, head FROM session_log WHERE session = %s"
OPEN = "INSERT INTO session_log (length, head, wall_ms, session) VALUES (%s, %s, %s, %s)"
STAND = "UPDATE session_log SET length = %s, head = %s, wall_ms = %s WHERE session = %s"
APPEND = "INSERT INTO logged_event (session, seq, body, seal) VALUES (%s, %s, %s, %s)"
CARD = (
    "INSERT INTO seat_card (session, seat, code, name, hand) VALUES (%s, %s, %s, %s, %s)"
    " ON CONFLICT (session, seat) DO UPDATE"
    " SET code = excluded.code, name = excluded.name, hand = excluded.hand"
)
RECORD = (
    "INSERT INTO recording (session, digest, kind, body) VALUES (%s, %s, %s, %s)"
    " ON CONFLICT (session, digest) DO NOTHING"
)
FORGET = "DELETE FROM recording WHERE session = %s AND digest = %s"
BOX = "SELECT key, session, step, option FROM ballot_paper"
EMPTY = {
    # Without a WHERE, SQLite overwrites whole pages: nothing is left between the rows either.
    "sqlite": "DELETE FROM ballot_paper",
    # PostgreSQL keeps deleted rows in the file; this gives the table a new file.
    "postgresql": "TRUNCATE ballot_paper",
}
PUT = "INSERT INTO ballot_paper (key, session, step, option) VALUES (%s, %s, %s, %s)"
MARK = (
    "INSERT INTO private_mark (session, seat, step, item, value) VALUES (%s, %s, %s, %s, %s)"
    " ON CONFLICT (session, seat, step, item) DO UPDATE SET value = excluded.value"
)
TAKE_OFF = "DELETE FROM private_mark WHERE session = %s AND seat = %s AND step = %s AND item = %s"
SHEETS = "SELECT session, seat, step, item, value FROM private_mark"
SHRED = {  # for the same reasons as EMPTY
    "sqlite": "DELETE FROM private_mark",
    "postgresql": "TRUNCATE private_mark",
}


def append(cursor: CursorWrapper, writing: Writing, wall_ms: int) -> None:
    """Append one session's events and keep its seat cards.

    Raises Conflict when the log is not as long as the writing says.
    """
    session = writing.session
    cursor.execute(STANDING, [session])
    found = cursor.fetchone()
    length, head = found or (0, START)
    if length != writing.first:
        raise Conflict(session, first=writing.first, length=length)
    rows = []
    for seq, event in enumerate(writing.events, length):
        body = write_body(seq, event)
        head = seal(head, body)
        rows.append((session, seq, body, head))
    length += len(rows)
    try:
        if rows:
            cursor.executemany(APPEND, rows)
        cursor.execute(STAND if found else OPEN, [length, head, wall_ms, session])
    except IntegrityError as error:  # PostgreSQL lets two begin; the second is told here
        raise Conflict(session, first=writing.first, length=length) from error
    keep_cards(cursor, session, writing.cards)


def keep_cards(cursor: CursorWrapper, session: SessionId, cards: Iterable[SeatCard]) -> None:
    """Keep these seat cards; a newer one of the same seat replaces the older."""
    rows = [(session, card.seat, card.code, card.name, card.hand) for card in cards]
    if rows:
        cursor.executemany(CARD, rows)


def keep_recordings(cursor: CursorWrapper, writing: Writing) -> None:
    """Keep what was spoken, and delete what an answer of this writing has replaced."""
    kept = [(writing.session, each.digest, each.kind, each.body) for each in writing.recordings]
    if kept:
        cursor.executemany(RECORD, kept)
    if writing.forgotten:
        cursor.executemany(FORGET, [(writing.session, digest) for digest in writing.forgotten])


def put_papers(cursor: CursorWrapper, writings: Sequence[Writing]) -> None:
    """Put new papers into the box and take out those of emptied ballots.

    Every time all papers are taken out and laid down again in the order of their keys: inside a
    page of the database rows lie in the order in which they were written, and that would be the
    order of arrival. A room has some hundred papers at most; this costs less than the flush.
    """
    fresh = [
        (token_bytes(16), writing.session, paper.step, paper.option)
        for writing in writings
        for paper in writing.papers
    ]
    emptied = {(writing.session, step) for writing in writings for step in writing.emptied}
    if not fresh and not emptied:
        return
    cursor.execute(BOX)
    box = [(bytes(key), session, step, option) for key, session, step, option in cursor.fetchall()]
    kept = sorted(paper for paper in box + fresh if (paper[1], paper[2]) not in emptied)
    cursor.execute(EMPTY[cursor.db.vendor])
    if kept:
        cursor.executemany(PUT, kept)


def put_marks(cursor: CursorWrapper, writings: Sequence[Writing]) -> None:
    """Put marks on the sheets of their seats, or off, and destroy the sheets of closing sessions.

    The whole table is cleared then, and the marks of other sessions are laid down again. That is
    done even where the closed session has no mark: a write that failed may have left a trace.
    """
    fresh = newest(writings)
    kept = [(*place, value) for place, value in fresh.items() if value is not None]
    gone = [place for place, value in fresh.items() if value is None]
    shredded = shredded_by(writings)
    if shredded:
        cursor.execute(SHEETS)
        kept = [row for row in sorted(cursor.fetchall()) if row[0] not in shredded] + kept
        cursor.execute(SHRED[cursor.db.vendor])
    if kept:
        cursor.executemany(MARK, kept)
    if gone:
        cursor.executemany(TAKE_OFF, gone)
